#!/usr/bin/env python3
"""The facts: checked, compiled, imported, and proposed from an index."""

import unittest

import support
from support import ProgramTest, error, found, nothing, sample_index

files = support.root / "tests" / "indexer" / "gazetteer" / "files"
block = """@person robert-kahofer
name: Robert Kahofer
surname: Kahofer
given: Robert
country: CZ
role: spokesperson/CZ 2018-06..
"""


class DictTest(ProgramTest):
    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def dict(self, *words, status=found):
        # All the facts are compiled, which takes its time on a busy machine.
        return self.ok(self.nutgraf("dict", *words, timeout=300), status)


class Check(DictTest):
    def test_the_facts_that_nutgraf_brings_have_no_errors(self):
        self.assertEqual(self.dict("check").out, "No errors.\n")

    def test_an_error_is_told_by_file_and_line_with_what_is_meant(self):
        path = self.write("mine.ent", block.replace("surname:", "sirname:"))
        told = self.dict("check", path, status=error).err
        self.assertIn(f'{path}:3: "@person" has no key "sirname"; did you mean "surname"?', told)

    def test_a_role_that_nobody_knows_is_an_error(self):
        path = self.write("mine.ent", block.replace("spokesperson/", "spokesprson/"))
        self.assertIn(f"{path}:6: ", self.dict("check", path, status=error).err)


class Build(DictTest):
    def test_a_gazetteer_of_ones_own_knows_ones_own_and_what_nutgraf_brings(self):
        binary = self.folder / "mine.bin"
        self.dict("build", binary, self.write("mine.ent", block))
        for id_, name in (("robert-kahofer", "Robert Kahofer"), ("huawei", "Huawei")):
            shown = self.ok(self.nutgraf("--gazetteer", binary, "entity", "show", id_))
            self.assertIn(name, shown.out)

    def test_a_later_file_takes_away_whatever_its_name(self):
        binary = self.folder / "mine.bin"
        mine = self.write("a.ent", "@org huawei\ndelete: desc\ndelete: kind\nkind: other\n")
        self.dict("build", binary, mine)
        shown = self.ok(self.nutgraf("--gazetteer", binary, "entity", "show", "huawei", "--json"))
        self.assertEqual(shown.json()["type"], "other")

    def test_errors_leave_no_file(self):
        binary = self.folder / "mine.bin"
        self.dict("build", binary, self.write("mine.ent", "@person x\n"), status=error)
        self.assertFalse(binary.exists())


class Import(DictTest):
    def test_an_import_goes_to_standard_output_and_its_counts_to_standard_error(self):
        done = self.dict("import", "ror", files / "ror.json")
        self.assertIn("@org bornwell-institute-of-tides\n", done.out)
        self.assertIn("1 records left out: withdrawn", done.err)
        self.assertRegex(done.err, r"read 3, kept 2 \(0 of them known\), refused 0")

    def test_what_is_imported_builds_and_importing_again_changes_nothing(self):
        out = self.folder / "congress.ent"
        words = ("import", "congress", files / "legislators.yaml", "-o", out)
        self.dict(*words)
        first = out.read_bytes()
        self.dict(*words)
        self.assertEqual(out.read_bytes(), first)
        self.dict("build", self.folder / "mine.bin", out)

    def test_lines_written_by_hand_survive_an_import(self):
        out = self.folder / "ror.ent"
        words = ("import", "ror", files / "ror.json", "-o", out)
        self.dict(*words)
        text = out.read_text(encoding="utf-8")
        mine = text.replace("source-id: 0test0001\n", "source-id: 0test0001\ndesc: tide watchers\n")
        out.write_text(mine + "\n@org my-own\nname: My Own Club\n", encoding="utf-8")
        self.assertIn("are kept", self.dict(*words).err)
        self.assertIn("desc: tide watchers\n", out.read_text(encoding="utf-8"))
        self.assertIn("@org my-own\nname: My Own Club\n", out.read_text(encoding="utf-8"))

    def test_a_refused_record_is_told_and_the_rest_goes_in(self):
        bad = self.folder / "bad.txt"
        bad.write_bytes(b"nonsense\n" + (files / "jrc-names.txt").read_bytes())
        done = self.dict("import", "jrc-names", bad, status=error)
        self.assertIn(f"{bad}:1: refused: The line has 1 values", done.err)
        self.assertIn("@person marta-ilves\n", done.out)

    def test_a_mistyped_kind_gets_a_suggestion(self):
        self.assertIn("congress", self.dict("import", "congres", "x", status=error).err)


class Suggest(DictTest):
    def test_who_is_named_often_and_not_known_is_proposed_and_compiles(self):
        self.index = sample_index()
        proposed = self.dict("suggest", "-n", "20").out
        self.assertIn("\nnote: in ", proposed)
        self.dict("build", self.folder / "mine.bin", self.write("proposed.ent", proposed))

    def test_nobody_is_named_in_so_many_articles(self):
        self.index = sample_index()
        self.dict("suggest", "--min", "100000", status=nothing)


if __name__ == "__main__":
    support.main()
