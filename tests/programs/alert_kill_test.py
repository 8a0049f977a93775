#!/usr/bin/env python3
"""Alerts that are killed at any moment, with the indexer, miss nothing and record nothing twice.

Every round kills an indexer that is adding, a run of the alerts that is matching and handing over,
or both at once, with SIGKILL. In the end the record of what was found, and the feed, must hold every
match once; what was printed and what the command was given must hold every match, and again only
what a kill has cut off. NUTGRAF_LONG=1 does 200 rounds; NUTGRAF_SEED repeats a run's choices, though
not to the microsecond.
"""

import collections
import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import threading
import time
import xml.etree.ElementTree

import support
from support import Daemon, ProgramTest, found, nothing
from web import ask

article_count = 3000 if support.is_long else 400
rounds = 200 if support.is_long else 6
seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))
atom = "{http://www.w3.org/2005/Atom}"
queries = {"once": "lighthouse", "versions": "lighthouse", "handed": '"harbour master"'}


def articles(first, count, number):
    """Invented articles of which a third names the lighthouse and a fifth the harbour master, in
    every version of theirs."""
    lines = support.generated(count, first=first + 1).splitlines()
    for place, line in enumerate(lines, first):
        name = place % article_count
        added = ["The lighthouse."] * (name % 3 == 0) + ["The harbour master."] * (name % 5 == 0)
        record = json.loads(line)
        record["id"] = f"a{name}"
        record["section"] = f"round{number}"
        record["body"] += "\n\n" + " ".join(added)
        yield record


class KilledAlerts(ProgramTest):
    def setUp(self):
        super().setUp()
        print(f"NUTGRAF_SEED={seed}", flush=True)
        self.random = random.Random(seed)
        self.store = self.folder / "alerts.db"
        self.handed = self.folder / "handed.jsonl"
        self.printed = []  # The files that runs have printed into.
        self.first = 0
        self.moments = collections.Counter()
        self.ok(self.indexer("add", self.write_articles("begin.jsonl", {"id": "begin",
                                                                        "body": "Lighthouse."})))
        self.alert("add", "once", queries["once"])
        self.alert("add", "versions", queries["versions"], "--every-version")
        self.alert("add", "handed", queries["handed"], "--command", f"cat >> {self.handed}")

    def alert(self, verb, *words):
        return self.ok(self.nutgraf("alert", "--alerts", self.store, verb, *words))

    def test_nothing_is_missed_and_nothing_recorded_twice(self):
        adding, running = self.durations()
        for number in range(rounds):
            kind = self.random.choice(["add", "run", "run", "both"])
            with self.subTest(round=number, kind=kind, seed=seed):
                killed = []
                if kind != "run":
                    killed.append(self.killed("add", self.adding(number), adding))
                if kind != "add":
                    killed.append(self.killed("run", self.running(), running))
                for wait in killed:
                    wait()
                if kind == "add":  # So that there is something to run for.
                    self.ok_add(self.adding(number))
        self.complete()
        print("kills:", dict(self.moments), flush=True)

    # --- what is started

    def adding(self, number):
        size = self.random.randint(10, 60)
        part = self.write_articles(f"part{number}.jsonl", *articles(self.first, size, number))
        self.first += size
        return ["nutgraf-indexer", "--index", self.index, "add", part]

    def running(self):
        return ["nutgraf", "--index", self.index, "alert", "--alerts", self.store, "run",
                "--format", "jsonl"]

    def ok_add(self, words):
        self.ok(support.run(*words))

    def started(self, words):
        """Each prints into a file of its own, whose last line a kill may cut."""
        path = self.folder / f"printed{len(self.printed)}.jsonl"
        self.printed.append(path)
        with path.open("wb") as out:
            return support.start(*words, stdout=out, stderr=subprocess.DEVNULL)

    def durations(self):
        """How long either takes that is left alone, in seconds."""
        begin = time.monotonic()
        self.ok_add(self.adding("begin"))
        between = time.monotonic()
        self.assertEqual(self.started(self.running()).wait(), found)
        return between - begin, time.monotonic() - between

    def killed(self, name, words, duration):
        """Starts a program that is killed at a random moment; returns what waits for its end."""
        process = self.started(words)
        timer = threading.Timer(self.random.uniform(0.001, duration * 1.2), process.send_signal,
                                [signal.SIGKILL])
        timer.start()

        def wait():
            status = process.wait()
            timer.cancel()
            self.assertIn(status, (found, nothing, -signal.SIGKILL), words)
            self.moments[name] += status == -signal.SIGKILL
        return wait

    # --- what must be in the end

    def complete(self):
        self.ok_add(self.adding("end"))
        self.assertIn(self.started(self.running()).wait(), (found, nothing))
        self.assertEqual(self.started(self.running()).wait(), nothing, "the last had told it all")
        for name, query in queries.items():
            with self.subTest(alert=name):
                recorded = self.recorded(name)
                ids = {article for article, _ in recorded}
                self.assertEqual(ids, set(self.ids(query)) - {"begin"})
                self.assertEqual(len(recorded), len(set(recorded)), "recorded twice")
                if name != "versions":
                    self.assertEqual(len(recorded), len(ids), "an article recorded twice")
                self.ok(self.nutgraf("alert", "--alerts", self.store, "test", name), nothing)
                self.assertEqual(collections.Counter(self.fed(name)), collections.Counter(
                    self.matches(name)), "the feed holds every match once")
        self.compare_told()

    def rows(self, sql, *values):
        with contextlib.closing(sqlite3.connect(self.store)) as database:
            return database.execute(sql, values).fetchall()

    def recorded(self, name):
        return self.rows("SELECT article, version FROM matches JOIN alerts ON alerts.id = alert "
                         "WHERE name = ?", name)

    def matches(self, name):
        return [row[0] for row in self.rows(
            "SELECT matches.id FROM matches JOIN alerts ON alerts.id = alert WHERE name = ?", name)]

    def fed(self, name):
        """The ids of the matches in an alert's feed, page by page, from a daemon."""
        address = self.alert("feed", name, "--renew").out.strip()
        target = address[address.index("/api/"):]
        ids = []
        with Daemon(self.index, "--alerts", self.store) as daemon:
            while target:
                feed = xml.etree.ElementTree.fromstring(ask(daemon.port, target).body)
                ids += [entry.findtext(atom + "id").rpartition("/")[2]
                        for entry in feed.iter(atom + "entry")]
                following = [link.get("href") for link in feed.iter(atom + "link")
                             if link.get("rel") == "next"]
                target = following and following[0][following[0].index("/api/"):]
        return ids

    def compare_told(self):
        """Every match was printed, and those of one alert handed over; none that is not recorded."""
        every = {row[0] for row in self.rows("SELECT id FROM matches")}
        printed = collections.Counter()
        for path in self.printed:
            for line in path.read_text().split("\n")[:-1]:
                printed[json.loads(line)["match"]] += 1
        self.assertEqual(set(printed), every)
        handed = collections.Counter(json.loads(line)["match"]
                                     for line in self.handed.read_text().splitlines())
        self.assertEqual(set(handed), set(self.matches("handed")))
        # A kill can cut off the note of the one match that was being handed over.
        again = sum(handed.values()) - len(handed)
        self.assertLessEqual(again, self.moments["run"])
        print(f"matches {len(every)}, printed again {sum(printed.values()) - len(printed)}, "
              f"handed over again {again}", flush=True)


if __name__ == "__main__":
    support.main()
