#!/usr/bin/env python3
"""What nutgraf-indexer refuses, and that a refusal costs nothing else."""

import fcntl
import gzip
import json
import os
import time

import support
from support import ProgramTest, error, found, nothing


def article(number, **more):
    return {"id": f"a-{number}", "title": f"Headline number {number}",
            "body": f"The cranes of harbour {number} stood still on Monday.", **more}


class BadRecords(ProgramTest):
    def setUp(self):
        super().setUp()
        lines = [json.dumps(article(1)), "{not json", json.dumps({"id": "empty"}), '"a text"',
                 json.dumps(article(2)), json.dumps(article(3, title=["a", "list"]))]
        self.file = self.write("mixed.jsonl", "\n".join(lines) + "\n")

    def test_each_is_named_with_file_line_and_reason_and_the_rest_goes_in(self):
        result = self.ok(self.indexer("add", self.file), error)
        refused = [line for line in result.err.splitlines() if ": refused: " in line]
        self.assertEqual([line.split(": refused: ")[0] for line in refused],
                         [f"{self.file}:{number}" for number in (2, 3, 4, 6)])
        for line in refused:
            self.assertRegex(line, r"\.$", "a reason is a whole sentence")
        self.assertIn("read 6, added 2, replaced 0, unchanged 0, refused 4", result.err)
        self.assertEqual(self.ids(), ["a-1", "a-2"])

    def test_they_may_be_allowed(self):
        self.ok(self.indexer("add", "--allow-rejects", self.file))

    def test_files_that_cannot_be_read_do_not_cost_the_others(self):
        good = self.write_articles("good.jsonl", article(9))
        whole = gzip.compress(support.generated(50))
        cases = [
            ("binary.dat", b"\x00\x01\x02" * 100, "NUL"),
            ("cut.jsonl.gz", whole[:len(whole) // 2], "gzip|middle|end"),
            ("cut.zst", support.zstandard_frame(b"x" * 999)[:500], "Zstandard|middle|end"),
            ("list.json", b'[{"id": "x"}]', "neither a title nor a body"),
        ]
        for name, content, reason in cases:
            with self.subTest(name):
                bad = self.write(name, content)
                result = self.ok(self.indexer("add", bad, good), error)
                self.assertRegex(result.err, f"{name}(:\\d+)?: refused: .*({reason})")
                self.assertIn("a-9", self.ids())

    def test_the_same_id_in_two_files_of_a_run_is_refused_the_second_time(self):
        one = self.write_articles("one.jsonl", article(1))
        two = self.write_articles("two.jsonl", article(1, body="Another text altogether."))
        result = self.ok(self.indexer("add", one, two), error)
        self.assertIn(f"{two}:1: refused: ", result.err)
        self.assertEqual(self.ids("cranes"), ["a-1"])


class PoisonArticles(ProgramTest):
    poison = [
        ("300-letter word", dict(body="w" * 300)),
        ("1,000,000-letter word", dict(body="w" * 1_000_000)),
        ("NULs", dict(body="\0" * 240)),
        ("a term full of NULs", dict(source="\0" * 240, section="\0" * 240)),
        ("a source of 1,000 letters", dict(source="s" * 1000)),
        ("a section of 1,000 letters", dict(section="s" * 1000)),
        ("an id of 10,000 letters", dict(id="i" * 10_000)),
        ("a title of 100,000 words", dict(title="word " * 100_000)),
        ("combining marks", dict(body="a" + "\u0301" * 100_000)),
        ("lone surrogates", dict(body="\ud800 \udfff")),
        ("controls and bidi", dict(title="\x1b]52;c;eA==\x07\u202e", body="\x9b31m\x00")),
        ("deep extra", dict(extra=json.loads("[" * 50 + "]" * 50))),
        ("the year 0000", dict(published="0000-00-00")),
        ("the year 9999", dict(published="9999-12-31")),
        ("a language of 300 letters", dict(lang="x" * 300)),
        ("a byline of 5,000 names", dict(byline=["Ann Field"] * 5000)),
        ("HTML 5,000 deep", dict(body="<div>" * 5000)),
        ("one punctuation mark", dict(title="", body="!")),
    ]

    def test_they_never_cost_their_neighbours(self):
        lines = []
        for number, (_, change) in enumerate(self.poison):
            lines += [json.dumps(article(number)),
                      json.dumps({**article(f"poison-{number}"), **change})]
        lines.append(json.dumps(article("last")))
        file = self.write("poison.jsonl", "\n".join(lines) + "\n")
        result = self.indexer("add", file)
        self.assertIn(result.status, (found, error), result.err)
        good = {f"a-{number}" for number in range(len(self.poison))} | {"a-last"}
        self.assertEqual(good - set(self.ids("cranes")), set())
        added, refused = (int(result.err.rsplit(name, 1)[1].split(",")[0])
                          for name in (", added ", ", refused "))
        self.assertEqual(added + refused, len(lines), "each is taken or reported")
        self.ok(self.indexer("verify"))
        self.ok(self.indexer("rebuild"))
        self.assertEqual(good - set(self.ids("cranes")), set())


class Places(ProgramTest):
    def test_two_writers_the_second_waits_and_names_the_first(self):
        file = self.write_articles("a.jsonl", article(1))
        self.ok(self.indexer("add", file))
        with open(self.index / "writer.lock", "r+", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.truncate(0)
            lock.write("4242\n")
            lock.flush()
            started = time.monotonic()
            result = self.ok(self.indexer("add", file), error)
            waited = time.monotonic() - started
        self.assertIn("Process 4242 is writing to the index", result.err)
        self.assertGreaterEqual(waited, 9.5)
        self.assertLess(waited, 20)
        self.ok(self.indexer("add", file))

    def test_a_folder_of_other_things_is_refused_and_left_as_it_is(self):
        file = self.write_articles("a.jsonl", article(1))
        self.write("home/letter.txt", "Dear Ann")
        before = sorted(os.listdir(self.folder / "home"))
        result = support.run("nutgraf-indexer", "--index", self.folder / "home", "add", file)
        self.ok(result, error)
        self.assertIn("holds other files", result.err)
        self.assertEqual(sorted(os.listdir(self.folder / "home")), before)
        self.assertEqual((self.folder / "home/letter.txt").read_text(), "Dear Ann")

    def test_a_newer_or_damaged_manifest_is_refused_by_name_and_kept(self):
        file = self.write_articles("a.jsonl", article(1))
        self.ok(self.indexer("add", file))
        manifest = self.index / "manifest.json"
        good = json.loads(manifest.read_text())
        cases = [
            (json.dumps({**good, "format": 999}), "999"),
            ("{", "damaged"),
            ("", "damaged"),
            ("[]", "lacks a member|damaged|wrong type"),
            (json.dumps({"format": good["format"]}), "lacks a member"),
        ]
        for content, reason in cases:
            manifest.write_text(content)
            for verb in (["add", file], ["stats"], ["verify"], ["rebuild"], ["remove", "a-1"]):
                with self.subTest(content=content, verb=verb[0]):
                    result = self.ok(self.indexer(*verb), error)
                    self.assertIn("manifest.json", result.err)
                    self.assertRegex(result.err, reason)
            self.assertEqual(manifest.read_text(), content)
        manifest.write_text(json.dumps(good))
        self.assertEqual(self.ids(), ["a-1"])

    def test_without_an_index_every_reader_says_so_and_makes_none(self):
        for verb in (["stats"], ["verify"], ["rebuild"], ["remove", "a-1"]):
            with self.subTest(verb=verb[0]):
                result = self.ok(self.indexer(*verb), error)
                self.assertIn("There is no index in", result.err)
                self.assertFalse(self.index.exists())

    def test_a_path_that_is_not_there_is_named(self):
        result = self.ok(self.indexer("add", self.folder / "absent.jsonl"), error)
        self.assertIn("absent.jsonl", result.err)
        self.assertFalse(self.index.exists())


if __name__ == "__main__":
    support.main()
