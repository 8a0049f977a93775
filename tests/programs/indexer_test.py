#!/usr/bin/env python3
"""What nutgraf-indexer does with good archives, run as a program."""

import gzip
import json
import signal
import subprocess

import support
from support import ProgramTest, error, found, interrupted, nothing


def article(number, **more):
    return {"id": f"a-{number}", "title": f"Headline number {number}",
            "body": f"The cranes of harbour {number} stood still on Monday.", **more}


class ArticlesInAndOut(ProgramTest):
    def summary(self, result):
        """The counts of the last line on stderr."""
        words = result.err.rstrip("\n").split("\n")[-1].split(", ")
        return {name: int(count) for name, count in (word.split() for word in words[:5])}

    def add(self, *words, **options):
        result = self.ok(self.indexer("add", *words, **options))
        self.assertEqual(result.out, "")
        return self.summary(result)

    def test_an_article_is_added_then_unchanged_then_replaced_then_removed(self):
        file = self.write_articles("a.jsonl", article(1), article(2))
        self.assertEqual(self.add(file), dict(read=2, added=2, replaced=0, unchanged=0, refused=0))
        self.assertEqual(self.add(file), dict(read=2, added=0, replaced=0, unchanged=2, refused=0))
        self.write_articles("a.jsonl", article(1), article(2, body="They move again, slowly."))
        self.assertEqual(self.add(file), dict(read=2, added=0, replaced=1, unchanged=1, refused=0))
        self.assertEqual(self.ids("slowly"), ["a-2"])
        self.assertEqual(self.ids("cranes"), ["a-1"])
        self.ok(self.indexer("remove", "a-1"))
        self.assertEqual(self.ids(), ["a-2"])
        self.ok(self.indexer("verify"))

    def test_the_summary_has_rates_too(self):
        file = self.write_articles("a.jsonl", article(1))
        last = self.indexer("add", file).err.rstrip("\n").split("\n")[-1]
        self.assertRegex(last, r", \d+\.\d s, \d+ articles/s, \d+\.\d MB/s$")

    def test_removing_what_is_not_there_is_said_and_exits_with_1(self):
        self.add(self.write_articles("a.jsonl", article(1)))
        result = self.ok(self.indexer("remove", "a-1", "nobody"), nothing)
        self.assertIn('There is no article with the id "nobody".', result.err)
        self.assertEqual(self.ids(), [])

    def test_a_rebuild_finds_the_same_as_before(self):
        self.add(support.sample)
        self.ok(self.indexer("remove", "courier-2018-0823"))
        before = self.nutgraf("search", "--all", "-l", "huawei").out
        self.ok(self.indexer("rebuild"))
        self.assertEqual(self.nutgraf("search", "--all", "-l", "huawei").out, before)
        self.ok(self.indexer("verify"))
        self.assertEqual(len(list((self.index / "live").iterdir())), 1)

    def test_statistics_are_for_people_and_for_programs(self):
        self.add(support.sample)
        self.assertRegex(self.ok(self.indexer("stats")).out, r"(?m)^articles +40$")
        stats = self.ok(self.indexer("stats", "--json")).json()
        self.assertEqual((stats["version"], stats["articles"], stats["sequence"]), (1, 40, 40))
        self.assertEqual(stats["waiting"], 0)
        self.assertEqual(sum(row["count"] for row in stats["languages"]), 40)
        self.assertGreater(stats["journal_bytes"], 0)

    def test_articles_are_printed_as_json_lines_and_nothing_is_written(self):
        records = self.ok(self.indexer("read", support.sample)).records()
        self.assertEqual(len(records), 40)
        for record in records:
            self.assertEqual(record["version"], 1)
            self.assertTrue(record["id"] and (record.get("title") or record.get("body")))
        self.assertFalse(self.index.exists())

    def test_compressed_files_are_found_by_looking_whatever_their_name(self):
        lines = support.json_lines([article(1)]).encode()
        cases = [
            ("plain.dat", lines),
            ("gzipped.dat", gzip.compress(lines)),
            ("two_members.gz", gzip.compress(lines[:20]) + gzip.compress(lines[20:])),
            ("framed.dat", support.zstandard_frame(lines)),
            ("two_frames.zst",
             support.zstandard_frame(lines[:9]) + support.zstandard_frame(lines[9:])),
        ]
        for name, content in cases:
            with self.subTest(name):
                records = self.ok(self.indexer("read", self.write(name, content))).records()
                self.assertEqual([record["id"] for record in records], ["a-1"])

    def test_a_file_of_one_article_is_named_by_its_path_without_compression(self):
        self.write("paper/2019/flood.txt", "The river came over its banks\nIt rained for days.\n")
        self.write("paper/fire.txt.gz", gzip.compress(b"A warehouse burnt down overnight\nGone.\n"))
        self.add(self.folder / "paper")
        self.assertEqual(self.ids(), ["paper/2019/flood.txt", "paper/fire.txt"])

    def test_options_fill_in_what_articles_lack(self):
        self.add("--source", "Courier", "--published", "2019-05",
                 self.write_articles("a.jsonl", article(1), article(2, source="Own", date="2020")))
        self.assertEqual(self.ids("", "--source", "Courier", "--from", "2019-05", "--to",
                                  "2019-05"), ["a-1"])
        self.assertEqual(self.ids("", "--source", "Own", "--from", "2020"), ["a-2"])

    def test_standard_input_is_read_where_a_dash_stands(self):
        lines = support.json_lines([article(1)]).encode()
        self.assertEqual(self.add("-", stdin=lines)["added"], 1)
        self.assertEqual(self.add("-", stdin=gzip.compress(lines))["unchanged"], 1)

    def test_a_dry_run_reads_everything_and_writes_nothing(self):
        file = self.write("a.jsonl", support.json_lines([article(1)]) + "{broken\n")
        result = self.ok(self.indexer("add", "--dry-run", file), error)
        self.assertIn(f"{file}:2: refused: ", result.err)
        self.assertEqual(self.summary(result)["added"], 1)
        self.assertFalse(self.index.exists())

    def test_a_folder_is_read_without_hidden_files_and_in_order(self):
        for name in ("b.txt", "a.txt", ".hidden.txt", ".git/c.txt"):
            self.write("f/" + name, "Four words make headlines\nAnd a text.\n")
        records = self.indexer("read", self.folder / "f").records()
        self.assertEqual([record["id"] for record in records], ["f/a.txt", "f/b.txt"])

    def test_an_empty_archive_is_nothing_done(self):
        self.ok(self.indexer("add", self.write("empty.jsonl", "")), nothing)


class Progress(ProgramTest):
    def test_progress_for_programs_is_json_lines_that_only_grow(self):
        self.write("a.jsonl", support.generated(2100))
        result = self.ok(self.indexer("add", "--progress", "json", self.folder / "a.jsonl"))
        events = [json.loads(line) for line in result.err.splitlines()]
        self.assertEqual(events[-1]["event"], "summary")
        self.assertEqual((events[-1]["acknowledged"], events[-1]["added"]), (2100, 2100))
        acknowledged = [event["acknowledged"] for event in events]
        self.assertEqual(acknowledged, sorted(acknowledged))
        self.assertGreater(len(set(acknowledged)), 2, "batches are acknowledged while it runs")

    def test_nothing_but_the_summary_is_told_when_stderr_is_no_terminal(self):
        file = self.write_articles("a.jsonl", article(1))
        self.assertEqual(len(self.indexer("add", file).err.splitlines()), 1)


class Interrupted(ProgramTest):
    def interrupted_add(self, file):
        """Interrupts a run as soon as something was acknowledged."""
        process = support.start("nutgraf-indexer", "--index", self.index, "add", "--progress",
                                "json",
                                file, stderr=subprocess.PIPE)
        for line in process.stderr:
            if json.loads(line)["acknowledged"] > 0:
                process.send_signal(signal.SIGINT)
                break
        rest = process.stderr.read().decode()
        process.stderr.close()
        return process.wait(30), rest

    def test_an_interrupt_exits_with_130_and_a_second_run_completes(self):
        # Long enough that the run is not over before the signal comes.
        file = self.write("a.jsonl", support.generated(2600))
        status, rest = self.interrupted_add(file)
        self.assertEqual(status, interrupted, rest)
        summary = json.loads(rest.splitlines()[-1])
        self.assertEqual(summary["event"], "summary")
        self.assertLess(summary["read"], 2600)
        self.assertEqual(summary["acknowledged"], summary["added"], "all that was read is kept")
        self.ok(self.indexer("verify"))
        self.assertEqual(self.indexer("stats", "--json").json()["articles"], summary["added"])
        self.ok(self.indexer("add", file))
        self.assertEqual(self.indexer("stats", "--json").json()["articles"], 2600)

    def test_a_reader_that_leaves_early_is_no_matter(self):
        file = self.write("a.jsonl", support.generated(2000))
        process = support.start("nutgraf-indexer", "read", file, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)
        self.assertTrue(process.stdout.readline())
        process.stdout.close()
        _, said = process.communicate(timeout=30)
        self.assertEqual(said, b"")
        self.assertEqual(process.returncode, -signal.SIGPIPE)


if __name__ == "__main__":
    support.main()
