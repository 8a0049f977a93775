#!/usr/bin/env python3
"""An indexer killed at any moment loses nothing that it has acknowledged.

Every round kills a run with SIGKILL, looks at what is left as a reader finds it, and goes on from
there; in the end the index must hold what one uninterrupted run makes. NUTGRAF_LONG=1 does 200
rounds; NUTGRAF_SEED repeats a run's choices, though not to the microsecond.
"""

import json
import os
import random
import signal
import subprocess
import threading

import support
from support import ProgramTest, error, found, nothing, run

article_count = 2000 if support.is_long else 1200
rounds = 200 if support.is_long else 5
seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))


class Killed(ProgramTest):
    def setUp(self):
        super().setUp()
        print(f"NUTGRAF_SEED={seed}", flush=True)
        self.random = random.Random(seed)
        self.lines = support.generated(article_count).splitlines(keepends=True)
        self.whole = self.write("whole.jsonl", b"".join(self.lines))
        self.acknowledged = {}  # By id: the last round whose version was promised to be kept.
        self.moments = []

    def test_no_acknowledged_article_is_lost_and_a_second_run_completes(self):
        first = 0
        for number in range(rounds):
            kind = self.kind_of_round(number)
            size = self.random.randint(20, 120)
            lines = self.lines if kind == "whole" else self.lines[first:first + size]
            first = (first + size) % article_count
            with self.subTest(round=number, kind=kind, seed=seed):
                self.kill_one(kind, number, lines)
                self.look(kind)
        self.complete()
        print("kills by moment:", ", ".join(
            f"{kind} {self.moments.count(kind)}" for kind in sorted(set(self.moments))), flush=True)

    def kind_of_round(self, number):
        """Short runs, whose commit is near, take turns with long ones and rebuilds."""
        if number % 5 == 3:
            return "whole"
        return "rebuild" if number % 5 == 4 and self.acknowledged else "slice"

    def kill_one(self, kind, number, lines):
        records = [{**json.loads(line), "section": f"round{number}"} for line in lines]
        part = self.write_articles("part.jsonl", *records)
        words = ["rebuild"] if kind == "rebuild" else ["add", part]
        process = support.start("nutgraf-indexer", "--index", self.index, *words,
                                "--progress", "json", stderr=subprocess.PIPE)
        longest = {"slice": 0.6, "rebuild": 2, "whole": 6}[kind]  # Seconds; beyond, it is over.
        timer = threading.Timer(self.random.uniform(0.005, longest), process.send_signal,
                                [signal.SIGKILL])
        timer.start()
        said = process.stderr.read().decode()
        status = process.wait()
        timer.cancel()
        process.stderr.close()
        self.assertIn(status, (found, error, -signal.SIGKILL), said)
        self.assertNotEqual(status, error, said)
        if status == -signal.SIGKILL:
            self.moments.append(kind)
        if kind != "rebuild":
            self.note_acknowledged(number, records, said, status)

    def note_acknowledged(self, number, records, said, status):
        """Takes note of the articles that progress or the exit status has promised are kept."""
        # The first line comes with the first record; the last one may be cut.
        told = [json.loads(line)["acknowledged"] for line in said.split("\n") if line.endswith("}")]
        done = told[-1] - told[0] if told else 0
        # Each is a version of its own, so each is one change.
        for record in records if status == found else records[:done]:
            self.acknowledged[record["id"]] = number

    def look(self, kind):
        """What a reader finds after the kill, before anything has mended it."""
        result = self.nutgraf("search", "-l", "--all", "--no-collapse")
        if not (self.index / "manifest.json").exists():
            self.ok(result, error)
            self.assertIn("There is no index in", result.err)
            return
        self.assertIn(result.status, (found, nothing), result.err)
        verified = self.ok(self.indexer("verify"))
        stats = self.ok(self.indexer("stats", "--json")).json()
        self.assertGreaterEqual(stats["articles"] + stats["waiting"], len(self.acknowledged),
                                f"after {kind}: {verified.err}")
        if stats["waiting"]:
            self.moments.append("acknowledged and not committed")

    def complete(self):
        # What was acknowledged is there as soon as the next writer has begun.
        self.ok(run("nutgraf-indexer", "--index", self.index, "add", self.write("none.jsonl", "")),
                nothing)
        present = {name: number for number in range(rounds)
                   for name in self.ids(f"section:round{number}")}
        lost = [name for name, number in self.acknowledged.items()
                if present.get(name, -1) < number]
        self.assertEqual(lost, [])
        self.assertEqual(self.indexer("stats", "--json").json()["waiting"], 0)
        self.ok(self.indexer("add", self.whole))
        self.ok(self.indexer("verify"))
        other = self.folder / "uninterrupted"
        self.ok(run("nutgraf-indexer", "--index", other, "add", self.whole))
        self.assertEqual(self.contents(self.index), self.contents(other))

    def contents(self, index):
        """All an index answers of its articles, and what some words find."""
        answers = {}
        for query in ("", "the", "the of", '"of the"', "source:courier", "date:2019"):
            answer = run("nutgraf", "--index", index, "search", "--all", "--no-collapse", "--json",
                         query).json()
            answers[query] = sorted((hit["id"], json.dumps(hit["title"]),
                                     json.dumps(hit["snippets"]), hit["score"],
                                     json.dumps(hit["story"]))
                                    for hit in answer["hits"])
        self.assertEqual(len(answers[""]), article_count)
        return answers


if __name__ == "__main__":
    support.main()
