#!/usr/bin/env python3
"""An article that is removed is nowhere any more, and nothing else is lost, whatever goes on meanwhile.

NUTGRAF_LONG=1 kills 150 removals instead of 6; NUTGRAF_SEED repeats a run's choices, though not to
the microsecond.
"""

import json
import os
import pathlib
import random
import signal
import subprocess
import threading
import time

import support
from support import ProgramTest, error, found, nothing

rounds = 150 if support.is_long else 6
seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))
word = "quibblezorp"


def secret(number=1, **more):
    return {"id": f"secret-{number}", "title": f"A {word}", "body": f"The {word} {number} spoke.",
            "source": f"~{word}", "section": f"!{word}", **more}


class TakedownTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.alerts = self.folder / "alerts.db"

    def add(self, *articles):
        self.ok(self.indexer("add", self.write_articles("part.jsonl", *articles)))

    def remove(self, *ids):
        return self.indexer("remove", "--alerts", self.alerts, *ids)

    def alert(self, *words):
        return self.nutgraf("alert", "--alerts", self.alerts, *words)

    def files_with_word(self, *folders):
        """Every file below that has the word, as it lies on the disk or as zstdcat prints it."""
        files = [path for folder in folders for path in pathlib.Path(folder).rglob("*")
                 if path.is_file()]
        files += self.folder.glob("alerts.db*")
        files = [path for path in files if self.holds_word(path)]
        return sorted(str(path.relative_to(self.folder)) for path in files)

    def holds_word(self, path):
        content = path.read_bytes()
        if path.suffix == ".zst":
            done = subprocess.run(["zstdcat", path], capture_output=True, check=True)
            content += done.stdout
        return word.encode() in content


class Removed(TakedownTest):
    def test_nothing_of_it_is_left_in_index_alerts_and_new_backups(self):
        self.add(*[{"id": f"a-{i}", "body": "The cranes stood still on Monday."} for i in range(30)])
        self.alert("add", "told", "spoke")
        self.alert("add", "command", "spoke", "--command", "false")
        self.add(secret(body=f"The first {word} spoke."))
        self.add(secret())
        told = self.ok(self.alert("run", "--format", "jsonl")).records()
        self.add(secret(2))  # Found by nobody yet.
        before = self.files_with_word(self.index)
        self.assertIn("index/articles/00000001.zst", before)
        self.assertIn("alerts.db", " ".join(before))
        self.assertTrue(any(name.startswith("index/live/") for name in before))

        result = self.ok(self.remove("secret-1", "secret-2"))
        self.assertRegex(result.err, r"^removed 2 articles: 3 changes taken out of 1 file of the "
                                     r"journal, databases made anew, 2 matches of alerts forgotten")
        self.assertIn("Backups that were made before still hold what was removed.", result.err)
        self.ok(self.indexer("backup", "--alerts", self.alerts, self.folder / "backup"))
        self.assertEqual(self.files_with_word(self.index, self.folder / "backup"), [])
        self.assertEqual(self.ids("spoke"), [])
        self.assertEqual(len(self.ids()), 30)
        self.ok(self.indexer("verify"))
        self.ok(self.indexer("rebuild"))
        self.assertEqual(len(self.ids()), 30)
        # Nobody is told of it again, and nothing of what was told is forgotten but what it said.
        self.ok(self.alert("run"), nothing)
        self.assertEqual({match["id"] for match in told}, {"secret-1"})

    def test_what_is_not_there_is_said_and_the_rest_is_done(self):
        self.add(secret(), {"id": "other", "body": "The cranes moved."})
        result = self.ok(self.remove("nobody", "secret-1"), nothing)
        self.assertIn('There is no article with the id "nobody".', result.err)
        self.assertEqual(self.ids(), ["other"])
        again = self.ok(self.remove("secret-1"), nothing)
        self.assertIn('There is no article with the id "secret-1".', again.err)
        self.assertRegex(again.err, r"removed 0 articles\n$")

    def test_a_backup_of_before_brings_it_back_and_says_so(self):
        self.add(secret())
        self.ok(self.indexer("backup", "--alerts", self.alerts, self.folder / "old"))
        self.ok(self.remove("secret-1"))
        place = self.folder / "restored"
        result = self.ok(support.run("nutgraf-indexer", "--index", place, "restore", "--alerts",
                                     self.alerts, self.folder / "old"))
        self.assertIn("What was removed after that is in the index again", result.err)
        self.ok(support.run("nutgraf-indexer", "--index", place, "remove", "--alerts",
                            self.alerts, "secret-1"))
        self.assertEqual(self.files_with_word(place), [])

    def test_searches_and_a_watched_folder_go_on_meanwhile(self):
        self.add(*[{"id": f"a-{i}", "body": "The cranes stood still."} for i in range(200)])
        incoming = self.folder / "incoming"
        incoming.mkdir()
        watch = support.start("nutgraf-indexer", "--index", self.index, "watch", incoming,
                              stderr=subprocess.DEVNULL)
        failures, stop = [], threading.Event()

        def search():
            while not stop.is_set():
                result = self.nutgraf("search", "-c", "cranes")
                if result.status != found or not 200 <= int(result.out) <= 240:
                    failures.append(result)

        searching = threading.Thread(target=search)
        searching.start()
        try:
            for number in range(8):
                (incoming / f"{number}.jsonl").write_text(support.json_lines(
                    [{"id": f"b-{number}", "body": "The cranes moved."}, secret(number)]))
                deadline = time.monotonic() + 60
                while f"b-{number}" not in self.ids("moved") and time.monotonic() < deadline:
                    time.sleep(0.05)
                self.ok(self.remove(f"secret-{number}"))
        finally:
            stop.set()
            searching.join()
            watch.send_signal(signal.SIGTERM)
            self.assertEqual(watch.wait(60), found)
        self.assertEqual(failures, [])
        self.assertEqual(len(self.ids("moved")), 8)
        self.assertEqual(self.files_with_word(self.index), [])
        self.ok(self.indexer("verify"))


class KilledRemoval(TakedownTest):
    def setUp(self):
        super().setUp()
        print(f"NUTGRAF_SEED={seed}", flush=True)
        self.random = random.Random(seed)
        self.kept = {json.loads(line)["id"] for line in support.generated(400).splitlines()}
        self.ok(self.indexer("add", self.write("kept.jsonl", support.generated(400))))
        self.alert("add", "all", "the")

    def test_a_removal_killed_anywhere_loses_nothing_else_and_the_next_finishes_it(self):
        killed = 0
        for number in range(rounds):
            with self.subTest(round=number, seed=seed):
                names = [number * 10 + i for i in range(self.random.randint(1, 3))]
                self.add(*[secret(name) for name in names], secret(names[0], title=f"{word} anew"))
                if number % 2:
                    self.alert("run")
                ids = [f"secret-{name}" for name in names]
                killed += self.kill(ids)
                self.ok(self.indexer("verify"))
                again = self.remove(*ids)
                self.assertIn(again.status, (found, nothing), again.err)
                self.assertEqual(self.files_with_word(self.index), [])
                self.assertEqual(set(self.ids()), self.kept)
                self.ok(self.indexer("verify"))
        print(f"killed {killed} of {rounds}", flush=True)

    def kill(self, ids):
        process = support.start("nutgraf-indexer", "--index", self.index, "remove", "--alerts",
                                self.alerts, *ids, stderr=subprocess.DEVNULL)
        timer = threading.Timer(self.random.uniform(0.01, 0.45), process.kill)
        timer.start()
        status = process.wait()
        timer.cancel()
        self.assertIn(status, (found, -signal.SIGKILL))
        self.assertNotEqual(status, error)
        return status != found


if __name__ == "__main__":
    support.main()
