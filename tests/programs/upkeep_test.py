#!/usr/bin/env python3
"""check, backup, restore, compact and the list of refusals, while others search and add."""

import json
import os
import stat
import subprocess
import threading
import time

import support
from support import Daemon, ProgramTest, error, found
from web import ask


backups = 40 if support.is_long else 4


def article(number, **more):
    return {"id": f"a-{number}", "title": f"Headline number {number}",
            "body": f"The cranes of harbour {number} stood still on Monday.", **more}


class UpkeepTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.alerts = self.folder / "alerts.db"
        self.backup = self.folder / "backup"

    def upkeep(self, verb, *words):
        return self.indexer(verb, "--alerts", self.alerts, *words)

    def add(self, *articles):
        self.ok(self.indexer("add", self.write_articles("part.jsonl", *articles)))

    def findings(self, result):
        """By part: the weight and the sentence of each finding."""
        lines = (line.split(maxsplit=2) for line in result.out.splitlines())
        return {part: (weight, sentence) for weight, part, sentence in lines}


class Check(UpkeepTest):
    def test_a_sound_index_is_told_part_by_part(self):
        self.add(article(1), article(2))
        findings = self.findings(self.ok(self.upkeep("check")))
        self.assertEqual(list(findings), ["manifest", "writer", "databases", "journal",
                                          "gazetteer", "disk", "alerts"])
        self.assertEqual({weight for weight, _ in findings.values()}, {"ok"}, findings)
        self.assertEqual(findings["databases"][1], "2 articles can be searched.")
        self.assertEqual(findings["alerts"][1], "There are none.")

    def test_what_is_wrong_is_named_with_the_remedy_and_the_rest_is_looked_at(self):
        self.add(article(1))
        cases = [
            ("articles/00000001.zst", "journal", "missing|damaged|backup"),
            ("live/1/iamglass", "databases", "live/1"),
            ("live/2/iamglass", "databases", "live/2"),
        ]
        for name, part, reason in cases:
            path = self.index / name
            if not path.exists():  # The number of the databases is the indexer's to choose.
                continue
            content = path.read_bytes()
            path.write_bytes(content[:len(content) // 2])
            with self.subTest(name):
                findings = self.findings(self.ok(self.upkeep("check"), error))
                self.assertEqual(findings[part][0], "fault")
                self.assertRegex(findings[part][1], reason)
                self.assertIn("disk", findings)
            path.write_bytes(content)
        self.alerts.write_text("no database" * 200)
        self.assertEqual(self.findings(self.ok(self.upkeep("check"), error))["alerts"][0], "fault")

    def test_no_index_is_a_fault_and_none_is_made(self):
        findings = self.findings(self.ok(self.upkeep("check"), error))
        self.assertEqual(findings["manifest"][0], "fault")
        self.assertIn("There is no index in", findings["manifest"][1])
        self.assertFalse(self.index.exists())
        self.assertFalse(self.alerts.exists())


class Refusals(ProgramTest):
    def test_they_are_listed_in_a_file_for_programs(self):
        bad = self.write("bad\n.jsonl", json.dumps(article(1)) + "\n{broken\n")
        binary = self.write("b.dat", b"\0\1\2" * 100)
        listed = self.folder / "refused.jsonl"
        result = self.ok(self.indexer("add", "--refusals", listed, bad, binary), error)
        records = support.Run(0, listed.read_text(), "").records()
        self.assertEqual([(record["file"], record.get("line")) for record in records],
                         [(str(bad), 2), (str(binary), None)])
        for record in records:
            self.assertEqual(record["version"], 1)
            self.assertRegex(record["reason"], r"\.$")
        self.assertEqual(result.err.count(": refused: "), 2, "they are told as well")
        self.ok(self.indexer("add", "--refusals", listed, self.write_articles("a.jsonl",
                                                                              article(1))))
        self.assertEqual(listed.read_text(), "", "each run lists its own")

    def test_a_dry_run_lists_them_too(self):
        listed = self.folder / "refused.jsonl"
        self.ok(self.indexer("add", "--dry-run", "--refusals", listed,
                             self.write("a.jsonl", "{broken\n")), error)
        self.assertEqual(listed.read_text().count("\n"), 1)
        self.assertFalse(self.index.exists())


class Backup(UpkeepTest):
    def restored(self, place, backup=None, status=found):
        return self.ok(support.run("nutgraf-indexer", "--index", place, "restore", "--alerts",
                                   self.folder / (place.name + ".db"), backup or self.backup),
                       status)

    def answers(self, index):
        """All that an index finds, as text."""
        answer = support.run("nutgraf", "--index", index, "search", "--all", "--no-collapse",
                             "--json", "").json()
        return sorted(json.dumps(hit) for hit in answer["hits"])

    def test_what_is_restored_finds_the_same_and_goes_on(self):
        self.add(*(article(number) for number in range(30)))
        self.ok(self.indexer("remove", "a-3"))
        self.add(article(4, title="Another headline"))
        self.ok(self.nutgraf("alert", "--alerts", self.alerts, "add", "cranes", "cranes"))
        for words in ([], ["--journal-only"]):
            with self.subTest(words=words):
                backup = self.folder / ("backup" + "".join(words))
                place = self.folder / ("restored" + "".join(words))
                said = self.ok(self.upkeep("backup", *words, backup)).err
                self.assertEqual("databases" in said, not words)
                self.assertIn("alerts", said)
                said = self.restored(place, backup).err
                self.assertEqual("made from the journal" in said, bool(words))
                self.assertEqual(self.answers(place), self.answers(self.index))
                self.ok(support.run("nutgraf-indexer", "--index", place, "verify"))
                listed = self.ok(support.run("nutgraf", "--index", place, "alert", "--alerts",
                                             self.folder / (place.name + ".db"), "list"))
                self.assertIn("cranes", listed.out)
                more = self.write_articles("more.jsonl", article(99))
                self.ok(support.run("nutgraf-indexer", "--index", place, "add", more))
                self.assertIn("a-99", "".join(self.answers(place)))

    def test_the_feeds_of_a_backup_are_polled_on(self):
        self.add(article(1))
        self.ok(self.indexer("feed", "add", "http://127.0.0.1:9/a.rss"))
        self.ok(self.upkeep("backup", self.folder / "backup"))
        place = self.folder / "restored"
        self.restored(place, self.folder / "backup")
        listed = self.ok(support.run("nutgraf-indexer", "--index", place, "feed", "list"))
        self.assertIn("http://127.0.0.1:9/a.rss", listed.out)

    def test_the_alerts_of_a_backup_are_for_their_owner_alone(self):
        self.add(article(1))
        self.ok(self.nutgraf("alert", "--alerts", self.alerts, "add", "cranes", "cranes"))
        self.ok(self.upkeep("backup", self.backup))
        self.restored(self.folder / "restored")
        for path in (self.backup / "alerts.db", self.folder / "restored.db"):
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)

    def test_alerts_that_are_there_are_kept(self):
        self.add(article(1))
        self.ok(self.nutgraf("alert", "--alerts", self.alerts, "add", "old", "cranes"))
        self.ok(self.upkeep("backup", self.backup))
        self.ok(self.nutgraf("alert", "--alerts", self.alerts, "add", "new", "cranes"))
        result = self.ok(support.run("nutgraf-indexer", "--index", self.folder / "restored",
                                     "restore", "--alerts", self.alerts, self.backup))
        self.assertIn("stay as they are", result.err)
        listed = self.nutgraf("alert", "--alerts", self.alerts, "list").out
        self.assertIn("new", listed)

    def test_a_place_that_is_taken_is_refused_and_left_as_it_is(self):
        self.add(article(1))
        self.ok(self.upkeep("backup", self.backup))
        before = sorted(self.backup.rglob("*"))
        result = self.ok(self.upkeep("backup", self.backup), error)
        self.assertIn("is there already", result.err)
        self.assertEqual(sorted(self.backup.rglob("*")), before)
        self.add(article(2))
        result = self.ok(self.upkeep("restore", self.backup), error)
        self.assertIn("is there already", result.err)
        self.assertEqual(self.ids(), ["a-1", "a-2"])

    def test_a_damaged_backup_is_refused_by_the_name_of_the_file_and_nothing_appears(self):
        self.add(article(1), article(2))
        self.ok(self.upkeep("backup", self.backup))
        place = self.folder / "restored"
        for path in sorted(self.backup.rglob("*")):
            if not path.is_file() or not path.stat().st_size:
                continue
            content = path.read_bytes()
            middle = len(content) // 2
            flipped = bytes([content[middle] ^ 1])
            path.write_bytes(content[:middle] + flipped + content[middle + 1:])
            with self.subTest(path.name):
                result = self.restored(place, status=error)
                self.assertIn(path.name, result.err)
                self.assertEqual([name for name in os.listdir(self.folder)
                                  if name.startswith("restored")], [])
            path.write_bytes(content)
        self.restored(place)

    def test_a_backup_is_no_index_and_a_folder_no_backup(self):
        self.add(article(1))
        self.ok(self.upkeep("backup", self.backup))
        part = self.write_articles("part.jsonl", article(2))
        for words in (["stats"], ["add", part], ["rebuild"]):
            self.ok(support.run("nutgraf-indexer", "--index", self.backup, *words), error)
        self.restored(self.folder / "restored")
        result = self.restored(self.folder / "other", self.folder, error)
        self.assertIn("There is no backup in", result.err)

    def test_a_journal_that_is_damaged_is_not_backed_up(self):
        self.add(article(1))
        self.add(article(2))
        journal = self.index / "articles/00000001.zst"
        content = bytearray(journal.read_bytes())
        content[80] ^= 1
        journal.write_bytes(bytes(content))
        result = self.ok(self.upkeep("backup", self.backup), error)
        self.assertIn("damaged at byte 0", result.err)
        self.assertFalse(self.backup.exists())

    def test_searching_and_adding_go_on_meanwhile_and_each_backup_is_whole(self):
        self.add(article("first"))
        lines = support.generated(2000).splitlines(keepends=True)
        enough = threading.Event()
        with Daemon(self.index, "--alerts", self.alerts) as daemon, Asking(daemon) as asking:
            process = support.start("nutgraf-indexer", "--index", self.index, "add", "-",
                                    stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            feeding = threading.Thread(target=feed, args=(process, lines, enough))
            feeding.start()
            for number in range(backups):
                self.assertIsNone(process.poll(), "it is still adding")
                self.ok(self.upkeep("backup", self.folder / f"backup{number}"))
            enough.set()
            feeding.join()
            said = process.stderr.read().decode()
            process.stderr.close()
            self.assertEqual(process.wait(), found, said)
        self.assertGreater(asking.count, 0)
        self.assertEqual(asking.failures, [])
        for number in range(backups):
            place = self.folder / f"restored{number}"
            self.restored(place, self.folder / f"backup{number}")
            self.ok(support.run("nutgraf-indexer", "--index", place, "verify"))
        self.ok(self.indexer("verify"))


def feed(process, lines, enough):
    """Writes lines to a process until they are enough, and then waits until that is said."""
    for line in lines:
        if enough.is_set():
            break
        process.stdin.write(line)
        process.stdin.flush()
    enough.wait()
    process.stdin.close()


class Asking:
    """A reader that asks a daemon the same again and again; failures are kept."""

    def __init__(self, daemon):
        self.daemon = daemon
        self.count = 0
        self.failures = []
        self.ending = threading.Event()
        self.thread = threading.Thread(target=self.ask_on)

    def ask_on(self):
        while not self.ending.is_set():
            answer = ask(self.daemon.port, "/api/v1/search?q=cranes")
            self.count += 1
            if answer.status != 200 or b"a-first" not in answer.body:
                self.failures.append((answer.status, answer.body[:200]))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ending.set()
        self.thread.join()


class WhileAdding(UpkeepTest):
    def setUp(self):
        super().setUp()
        self.add(article("first"))
        self.lines = support.generated(3000).splitlines(keepends=True)

    def while_adding(self, deed):
        """Does something while articles come in and others search; returns what `add` said."""
        enough = threading.Event()
        with Daemon(self.index, "--alerts", self.alerts) as daemon, Asking(daemon) as asking:
            process = support.start("nutgraf-indexer", "--index", self.index, "add", "-",
                                    stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            feeding = threading.Thread(target=feed, args=(process, self.lines, enough))
            feeding.start()
            try:
                self.wait_for_writer(process)
                deed()
                self.assertIsNone(process.poll(), "it is still adding")
            finally:
                enough.set()
                feeding.join()
                said = process.stderr.read().decode()
                process.stderr.close()
                status = process.wait()
        self.assertEqual(status, found, said)
        self.assertGreater(asking.count, 0)
        self.assertEqual(asking.failures, [])
        self.ok(self.indexer("verify"))

    def wait_for_writer(self, process):
        """Until a process writes its number into the index's lock."""
        until = time.monotonic() + 60
        while (self.index / "writer.lock").read_text().strip() != str(process.pid):
            self.assertLess(time.monotonic(), until)
            time.sleep(0.05)

    def test_an_index_is_found_sound_meanwhile(self):
        def check_and_verify():
            for _ in range(5):
                findings = self.findings(self.ok(self.upkeep("check")))
                self.assertNotIn("fault", {weight for weight, _ in findings.values()}, findings)
                result = self.ok(self.indexer("verify"))
                self.assertEqual(result.out, "")

        self.while_adding(check_and_verify)

    def test_a_compaction_waits_for_its_turn_and_names_who_has_it(self):
        def compact():
            result = self.ok(self.indexer("compact"), error)
            self.assertRegex(result.err, r"Process \d+ is writing to the index")

        self.while_adding(compact)
        self.ok(self.indexer("compact"))
        self.ok(self.indexer("verify"))


class Compact(UpkeepTest):
    def test_searching_goes_on_while_databases_are_compacted_and_rebuilt(self):
        self.add(article("first"), *(article(number) for number in range(200)))
        with Daemon(self.index, "--alerts", self.alerts) as daemon, Asking(daemon) as asking:
            for _ in range(5):
                self.ok(self.indexer("compact"))
                self.ok(self.indexer("verify"))
            self.ok(self.indexer("rebuild"))
        self.assertGreater(asking.count, 0)
        self.assertEqual(asking.failures, [])


if __name__ == "__main__":
    support.main()
