#!/usr/bin/env python3
"""A backup, a restore and a compaction that are killed at any moment leave nothing half made.

NUTGRAF_LONG=1 does 200 rounds; NUTGRAF_SEED repeats a run's choices, though not to the microsecond.
"""

import collections
import json
import os
import random
import signal
import threading
import time

import support
from support import Daemon, ProgramTest, error, found
from upkeep_test import Asking, article

rounds = 200 if support.is_long else 6
seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))


class KilledUpkeep(ProgramTest):
    def setUp(self):
        super().setUp()
        print(f"NUTGRAF_SEED={seed}", flush=True)
        self.random = random.Random(seed)
        self.alerts = self.folder / "alerts.db"
        self.first = 1
        self.add(600)
        self.ok(self.nutgraf("alert", "--alerts", self.alerts, "add", "the", "the"))
        self.whole = self.folder / "whole"
        self.killed = collections.Counter()

    def add(self, count):
        part = self.write("part.jsonl", support.generated(count, first=self.first))
        self.first += count
        self.ok(self.indexer("add", part))

    def start(self, index, verb, *words):
        alerts = {"backup": ["--alerts", self.alerts],
                  "restore": ["--alerts", self.folder / "restored.db"], "compact": []}
        return support.start("nutgraf-indexer", "--index", index, verb, *alerts[verb], *words)

    def run_and_kill(self, longest, index, verb, *words):
        """Kills a run somewhere within its time; true when it was over before."""
        process = self.start(index, verb, *words)
        timer = threading.Timer(self.random.uniform(0, longest), process.kill)
        timer.start()
        status = process.wait()
        timer.cancel()
        self.assertIn(status, (found, -signal.SIGKILL))
        if status != found:
            self.killed[verb] += 1
        return status == found

    def duration(self, index, verb, *words):
        started = time.monotonic()
        self.assertEqual(self.start(index, verb, *words).wait(), found)
        return time.monotonic() - started

    def restored_is_whole(self, index):
        self.ok(support.run("nutgraf-indexer", "--index", index, "verify"))

    def test_what_appears_is_whole_and_what_was_cut_off_can_be_done_again(self):
        backing = self.duration(self.index, "backup", self.whole)
        restoring = self.duration(self.folder / "restored", "restore", self.whole)
        self.restored_is_whole(self.folder / "restored")
        for number in range(rounds):
            with self.subTest(round=number, seed=seed):
                if number % 3 == 0:
                    self.add(self.random.randint(1, 20))
                self.kill_backup(number, backing)
                self.kill_restore(number, restoring)
        self.ok(self.indexer("verify"))
        print("kills:", dict(self.killed), flush=True)

    def test_a_compaction_that_is_cut_off_costs_no_article_and_no_search(self):
        self.ok(self.indexer("add", self.write_articles("first.jsonl", article("first"))))
        compacting = self.duration(self.index, "compact")
        with Daemon(self.index, "--alerts", self.alerts) as daemon, Asking(daemon) as asking:
            for number in range(3 * rounds):
                with self.subTest(round=number, seed=seed):
                    if number % 3 == 0:
                        self.add(self.random.randint(1, 20))
                    expected = self.ids()
                    self.run_and_kill(1.5 * compacting, self.index, "compact")
                    self.ok(self.indexer("verify"))
                    self.assertEqual(self.ids(), expected)
            self.ok(self.indexer("compact"))
        self.assertEqual(len(list((self.index / "live").iterdir())), 1, "nothing else is left")
        self.ok(self.indexer("verify"))
        self.assertGreater(asking.count, 0)
        self.assertEqual(asking.failures, [])
        print("kills:", dict(self.killed), f"searches: {asking.count}", flush=True)

    def kill_backup(self, number, longest):
        place = self.folder / f"backup{number}"
        is_over = self.run_and_kill(longest, self.index, "backup", place)
        self.assertTrue(place.exists() or not is_over)
        if not place.exists():
            # Whatever is left of it cannot be taken for a backup.
            for left in self.folder.glob(f"backup{number}*"):
                result = support.run("nutgraf-indexer", "--index", self.folder / "none",
                                     "restore", left)
                self.ok(result, error)
            self.ok(self.indexer("backup", "--alerts", self.alerts, place))
        self.assertEqual(list(self.folder.glob(f"backup{number}.*")), [])
        index = self.folder / f"from{number}"
        self.ok(support.run("nutgraf-indexer", "--index", index, "restore", "--alerts",
                            self.folder / f"from{number}.db", place))
        self.restored_is_whole(index)
        expected = json.loads(self.indexer("stats", "--json").out)
        self.assertEqual(
            support.run("nutgraf-indexer", "--index", index, "stats", "--json").json()["articles"],
            expected["articles"])

    def kill_restore(self, number, longest):
        place = self.folder / f"again{number}"
        self.run_and_kill(longest, place, "restore", self.whole)
        if not (place / "manifest.json").exists():
            self.assertFalse(place.exists(), "it appears in one step")
            self.ok(support.run("nutgraf-indexer", "--index", place, "restore", "--alerts",
                                self.folder / "restored.db", self.whole))
        self.restored_is_whole(place)


if __name__ == "__main__":
    support.main()
