#!/usr/bin/env python3
"""What check_layers.py says of small trees, mostly under the real layers.txt."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_layers  # noqa: E402

TABLE = (check_layers.HOUSE / "layers.txt").read_text(encoding="utf-8")


def breaches(files, table=TABLE):
    """What the checker finds in a tree of `files`: path -> text. Headers get their #pragma once."""
    with tempfile.TemporaryDirectory() as root:
        write_tree(root, files)
        checker = check_layers.Checker(root, check_layers.Layers(table))
        for path in check_layers.our_files(root):
            checker.check(path)
        return checker.breaches


def write_tree(root, files):
    for path, text in files.items():
        file = pathlib.Path(root) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class WhoMayIncludeWhom(unittest.TestCase):
    def allowed(self, path, include):
        with self.subTest(path=path, include=include):
            self.assertEqual(breaches({path: f"#include {include}\n"}), [])

    def refused(self, path, include, sentence):
        with self.subTest(path=path, include=include):
            found = breaches({path: f"\n#include {include}\n"})
            self.assertEqual(found, [f"{path}:2: {sentence}"])

    def test_rooms_may_include_what_the_table_says(self):
        cases = [
            ("base/a.cc", '"base/b.h"'),
            ("analyzers/text/a.cc", '"base/b.h"'),
            ("analyzers/entities/a.cc", '"analyzers/text/token.h"'),
            ("indexer/index/a.cc", '"indexer/archive/article.h"'),
            ("indexer/ingest.cc", '"indexer/gazetteer/popolo.h"'),
            ("searchd/query/a.cc", '"indexer/index/schema.h"'),
            ("searchd/search/a.cc", '"indexer/index/index_reader.h"'),
            ("searchd/render/json.cc", '"searchd/query/print.h"'),
            ("searchd/render/json.cc", '"searchd/search/hit.h"'),
            ("searchd/render/json.cc", '"indexer/index/article_view.h"'),
            ("searchd/http/routes.cc", '"searchd/render/json.h"'),
            ("searchd/http/routes.cc", '"indexer/index/manifest.h"'),
            ("searchd/cli/commands.cc", '"searchd/alerts/store.h"'),
            ("searchd/main.cc", '"indexer/index/index_reader.h"'),
            ("searchd/cli/main.cc", '"searchd/http/server.h"'),
        ]
        for path, include in cases:
            self.allowed(path, include)

    def test_rooms_may_include_nothing_else(self):
        cases = [
            ("base/a.cc", "analyzers/text/token.h", "analyzers/text"),
            ("analyzers/text/a.cc", "analyzers/entities/b.h", "analyzers/entities"),
            ("analyzers/entities/a.cc", "indexer/archive/article.h", "indexer/archive"),
            ("indexer/archive/a.cc", "indexer/index/b.h", "indexer/index"),
            ("indexer/index/a.cc", "indexer/ingest.h", "indexer"),
            ("indexer/gazetteer/a.cc", "indexer/ingest.h", "indexer"),
            ("indexer/ingest.cc", "searchd/search/hit.h", "searchd/search"),
            ("searchd/search/a.cc", "searchd/render/json.h", "searchd/render"),
            ("searchd/http/a.cc", "searchd/cli/commands.h", "searchd/cli"),
            # Only some files of these rooms are open to them, so the file is named.
            ("searchd/query/a.cc", "indexer/index/journal.h", "indexer/index/journal.h"),
            ("searchd/render/a.cc", "searchd/search/searcher.h", "searchd/search/searcher.h"),
        ]
        for path, header, target in cases:
            room = path.rpartition("/")[0]
            sentence = f"room {room} may not include {target} (layers.txt)"
            self.refused(path, f'"{header}"', sentence)

    def test_libraries_belong_to_their_rooms_and_files(self):
        cases = [
            ("analyzers/text/fold.cc", "<unicode/uchar.h>", "analyzers/entities/fold.cc"),
            ("analyzers/text/stem.cc", "<libstemmer.h>", "indexer/index/stem.cc"),
            ("analyzers/text/language.cc", "<cld2/public/compact_lang_det.h>", "base/language.cc"),
            ("indexer/index/terms.cc", "<xapian.h>", "indexer/archive/terms.cc"),
            ("searchd/query/to_xapian.cc", "<xapian.h>", "searchd/query/parser.cc"),
            ("base/json.cc", "<nlohmann/json.hpp>", "base/settings.cc"),
            ("base/settings.cc", "<toml++/toml.h>", "base/json.cc"),
            ("base/digest.cc", "<openssl/evp.h>", "indexer/index/journal.cc"),
            ("indexer/archive/compressed_source.cc", "<zlib.h>", "indexer/archive/formats.cc"),
            ("indexer/index/journal.cc", "<zstd.h>", "searchd/http/routes.cc"),
            ("searchd/http/compression.cc", "<zlib.h>", "searchd/render/html.cc"),
            ("searchd/http/server.cc", "<httplib.h>", "searchd/http/routes.cc"),
            ("searchd/http/http_front.cc", "<httplib.h>", "searchd/cli/search.cc"),
            ("searchd/render/html.cc", "<kainjow/mustache.hpp>", "searchd/render/json.cc"),
            ("searchd/render/template.cc", "<kainjow/mustache.hpp>", "searchd/http/server.cc"),
            ("searchd/alerts/database.cc", "<sqlite3.h>", "searchd/alerts/matcher.cc"),
            ("searchd/alerts/delivery.cc", "<curl/curl.h>", "searchd/alerts/database.cc"),
            ("indexer/main.cc", "<CLI/CLI.hpp>", "indexer/ingest.cc"),
            ("searchd/cli/main.cc", "<CLI/CLI.hpp>", "searchd/cli/commands.cc"),
        ]
        for at_home, include, elsewhere in cases:
            self.allowed(at_home, include)
            with self.subTest(path=elsewhere, include=include):
                (found,) = breaches({elsewhere: f"#include {include}\n"})
                self.assertTrue(found.startswith(f"{elsewhere}:1: room "), found)
                self.assertIn(f"may not include {include}", found)

    def test_fmt_the_system_and_the_standard_library_are_for_all(self):
        for include in ("<fmt/core.h>", "<vector>", "<sys/stat.h>", "<fcntl.h>"):
            self.allowed("searchd/render/json.cc", include)

    def test_the_message_says_which_files_may(self):
        self.refused(
            "searchd/http/routes.cc",
            "<httplib.h>",
            "room searchd/http may not include <httplib.h> outside searchd/http/server.cc, "
            "searchd/http/http_front.cc (layers.txt)",
        )

    def test_what_belongs_to_no_room_or_library_is_refused(self):
        path = "searchd/search/a.cc"
        for header in ("searchd/new/b.h", "tests/support/b.h"):
            self.refused(path, f'"{header}"', f'"{header}" lies in no room of layers.txt')
        self.refused(path, "<boost/any.hpp>", "<boost/any.hpp> belongs to no library in layers.txt")
        self.assertEqual(
            breaches({"searchd/new/b.cc": ""}),
            ['searchd/new/b.cc:1: "searchd/new/b.cc" lies in no room of layers.txt'],
        )

    def test_a_folder_inside_a_room_belongs_to_it(self):
        self.allowed("analyzers/text/tables/a.cc", "<unicode/uchar.h>")
        self.allowed("analyzers/entities/a.cc", '"analyzers/text/tables/a.h"')

    def test_includes_are_written_from_the_root_in_quotes(self):
        path = "searchd/search/a.cc"
        for header in ("../query/parser.h", "./hit.h", "hit.h", "searchd/../base/date.h"):
            sentence = f'"{header}" must be written from the repository root'
            self.refused(path, f'"{header}"', sentence)
        self.refused(path, "<base/date.h>", 'ours are written in quotes: "base/date.h"')

    def test_iostream_is_for_main_only(self):
        self.allowed("indexer/main.cc", "<iostream>")
        self.refused("indexer/ingest.cc", "<iostream>", "only main.cc may include <iostream>")


class HeadersAndTheirSources(unittest.TestCase):
    def test_a_header_says_pragma_once(self):
        self.assertEqual(breaches({"base/a.h": "#pragma once\n"}), [])
        self.assertEqual(
            breaches({"base/a.h": "// #pragma once\nint a();\n"}),
            ["base/a.h:1: the header lacks #pragma once"],
        )

    def test_a_header_does_not_say_using_namespace(self):
        header = "#pragma once\n// using namespace a;\n\nusing namespace std;\n"
        self.assertEqual(
            breaches({"base/a.h": header}), ["base/a.h:4: a header may not say using namespace"]
        )
        self.assertEqual(breaches({"base/a.cc": "using namespace std;\n"}), [])

    def test_a_source_includes_its_own_header_first(self):
        header = "#pragma once\n"
        good = '// Why.\n#include "base/a.h"\n\n#include <vector>\n'
        self.assertEqual(breaches({"base/a.h": header, "base/a.cc": good}), [])
        cases = [
            ('#include <vector>\n#include "base/a.h"\n', 1),
            ('\n#include "base/b.h"\n', 2),
            ("int a;\n", 1),
        ]
        for source, line in cases:
            with self.subTest(source):
                self.assertEqual(
                    breaches({"base/a.h": header, "base/a.cc": source}),
                    [f'base/a.cc:{line}: the first include must be its own header, "base/a.h"'],
                )

    def test_comments_and_literals_are_not_read_as_code(self):
        source = (
            "/*\n#include <xapian.h>\n*/\n"
            "// #include <xapian.h>\n"
            'const char* raw = R"x(\n#include <xapian.h>\n)x";\n'
            'const char* url = "http://a/*";\n'
            "#include <unicode/uchar.h>  // wrong here\n"
        )
        (found,) = breaches({"base/a.cc": source})
        self.assertTrue(found.startswith("base/a.cc:9: room base may not"), found)


class TheTable(unittest.TestCase):
    def test_a_table_that_cannot_be_read_is_refused_at_its_line(self):
        cases = [
            ("rooom base\n", 'layers.txt:1: "rooom base" is not a line of this table.'),
            ("# a\n\n  may use: b\n", 'layers.txt:3: "may use: b" is not a line of this table.'),
            ("room base\n    may use: fmt\n", 'layers.txt: there is no library "fmt".'),
            ("room a\n    may include: b\n", 'layers.txt: there is no room "b".'),
            ("room a\nfile b/c.cc\n", 'layers.txt: "b/c.cc" lies in no room.'),
        ]
        for table, message in cases:
            with self.subTest(table), self.assertRaises(check_layers.BadTable) as raised:
                check_layers.Layers(table)
            self.assertEqual(str(raised.exception), message)

    def test_an_indented_line_goes_on_with_the_last(self):
        layers = check_layers.Layers("room a\nroom b\nroom c\n    may include: a\n        b\n")
        self.assertTrue(layers.may_include("c/x.cc", "b/y.h"))
        self.assertFalse(layers.may_include("a/x.cc", "b/y.h"))

    def test_the_longest_path_wins(self):
        layers = check_layers.Layers("room a\nroom a/b\n")
        rooms = {"a/x.h": "a", "a/b/x.h": "a/b", "a/b/c/x.h": "a/b", "a/c/x.h": None, "d/x.h": None}
        for path, room in rooms.items():
            self.assertEqual(layers.room_of(path), room, path)


class TheProgram(unittest.TestCase):
    def run_on(self, files, *options):
        with tempfile.TemporaryDirectory() as root:
            write_tree(root, files)
            return subprocess.run(
                [sys.executable, check_layers.__file__, "--root", root, *options],
                capture_output=True,
                text=True,
                check=False,
            )

    def test_it_reads_the_four_rooms_and_not_the_tests(self):
        run = self.run_on({"base/a.cc": "", "tests/base/a.cc": "#include <xapian.h>\n"})
        self.assertEqual((run.returncode, run.stdout), (0, "layers: 1 files, 0 breaches\n"))

    def test_a_breach_is_told_by_the_exit_status(self):
        run = self.run_on({"base/a.cc": "#include <xapian.h>\n"})
        self.assertEqual(run.returncode, 1)
        self.assertEqual(
            run.stdout.splitlines(),
            [
                "base/a.cc:1: room base may not include <xapian.h> (layers.txt)",
                "layers: 1 files, 1 breaches",
            ],
        )

    def test_a_wrong_table_is_trouble(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as table:
            table.write("nonsense\n")
            table.flush()
            run = self.run_on({}, "--layers", table.name)
        self.assertEqual(run.returncode, 2)
        self.assertIn("layers.txt:1:", run.stderr)


if __name__ == "__main__":
    unittest.main()
