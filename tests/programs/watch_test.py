#!/usr/bin/env python3
"""nutgraf-indexer watch: what comes into a folder is taken when it is whole, once, through kills."""

import json
import os
import random
import shutil
import signal
import subprocess
import time

import support
from support import ProgramTest, error, found

seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))
rounds = 60 if support.is_long else 6
patience = 30  # Seconds; what comes takes far less.


def article(number, **more):
    return {"id": f"a-{number}", "title": f"Headline number {number}",
            "body": f"The cranes of harbour {number} stood still on Monday.", **more}


class Watcher:
    """A running watch; its log is a file, so that no pipe fills."""

    def __init__(self, test, *words):
        self.log_path = test.folder / f"log{len(os.listdir(test.folder))}"
        self.log = open(self.log_path, "wb")
        self.process = support.start("nutgraf-indexer", "--index", test.index, "watch",
                                     test.incoming, *words, stderr=self.log)

    def lines(self, event):
        """The events of a kind so far, as the text behind its name."""
        found_lines = (line.split(f" {event} ", 1) for line in
                       self.log_path.read_text().splitlines())
        return [parts[1] for parts in found_lines if len(parts) == 2]

    def taken(self):
        """The names of the files that were taken, in that order."""
        return [os.path.basename(line.split("file=", 1)[1].split(" ", 1)[0])
                for line in self.lines("taken")]

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.log.close()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(patience)
        self.log.close()
        return status


class Watch(ProgramTest):
    def setUp(self):
        super().setUp()
        self.incoming = self.folder / "incoming"
        self.incoming.mkdir()
        self.watchers = []
        self.addCleanup(self.end_all)

    def end_all(self):
        for watcher in self.watchers:
            if watcher.process.poll() is None:
                watcher.kill()

    def watch(self, *words):
        self.watchers.append(Watcher(self, *words))
        return self.watchers[-1]

    def put(self, name, *articles):
        """Writes a file beside the folder and moves it in, as good senders do."""
        draft = self.write_articles("draft", *articles)
        path = self.incoming / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.rename(draft, path)

    def wait_for(self, condition, watcher):
        until = time.monotonic() + patience
        while not condition():
            self.assertLess(time.monotonic(), until, watcher.log_path.read_text())
            self.assertIsNone(watcher.process.poll(), watcher.log_path.read_text())
            time.sleep(0.05)

    def test_what_is_there_and_what_comes_is_taken_also_in_new_folders(self):
        self.put("old.jsonl", article(1))
        watcher = self.watch()
        self.wait_for(lambda: self.ids() == ["a-1"], watcher)
        self.put("new.jsonl", article(2))
        self.put("2019/05/deep.jsonl", article(3))
        (self.incoming / "written.jsonl").write_text(json.dumps(article(4)) + "\n")
        self.wait_for(lambda: self.ids() == ["a-1", "a-2", "a-3", "a-4"], watcher)
        self.put("new.jsonl", article(2, title="Changed"))
        self.wait_for(lambda: self.ids("title:changed") == ["a-2"], watcher)
        self.assertEqual(watcher.end(), found)
        self.ok(self.indexer("verify"))

    def test_a_file_that_is_still_written_to_waits(self):
        watcher = self.watch()
        with open(self.incoming / "slow.jsonl", "w", encoding="utf-8") as slow:
            slow.write(json.dumps(article(1)) + "\n" + '{"id": "a-')
            slow.flush()
            self.put("quick.jsonl", article(9))
            self.wait_for(lambda: self.ids() == ["a-9"], watcher)
            slow.write('2", "title": "The rest", "body": "Of it."}\n')
        self.wait_for(lambda: self.ids() == ["a-1", "a-2", "a-9"], watcher)
        self.assertEqual(watcher.lines("refused"), [])
        self.assertEqual(watcher.end(), found)

    def test_hidden_and_unfinished_names_are_passed_over(self):
        watcher = self.watch()
        for name in (".hidden.jsonl", "x.jsonl.part", "y.jsonl.tmp", ".git/z.jsonl", "w.jsonl~"):
            self.put(name, article("no"))
        self.put("yes.jsonl", article(1))
        self.wait_for(lambda: self.ids() == ["a-1"], watcher)
        os.rename(self.incoming / "x.jsonl.part", self.incoming / "x.jsonl")
        self.wait_for(lambda: self.ids() == ["a-1", "a-no"], watcher)
        self.assertEqual(watcher.end(), found)
        self.assertEqual(sorted(watcher.taken()), ["x.jsonl", "yes.jsonl"])

    def test_a_bad_file_is_told_and_listed_and_costs_nothing_else(self):
        listed = self.folder / "refused.jsonl"
        listed.write_text('{"version":1,"file":"earlier","reason":"Kept."}\n')
        watcher = self.watch("--refusals", listed)
        (self.incoming / "bad.dat").write_bytes(b"\0\1\2" * 100)
        self.put("mixed.jsonl", article(1), "no record", article(2))
        self.wait_for(lambda: self.ids() == ["a-1", "a-2"], watcher)
        self.wait_for(lambda: sorted(watcher.taken()) == ["bad.dat", "mixed.jsonl"], watcher)
        self.assertEqual(watcher.end(), found)
        self.assertEqual(len(watcher.lines("refused")), 2)
        records = support.Run(0, listed.read_text(), "").records()
        self.assertEqual([os.path.basename(record["file"]) for record in records],
                         ["earlier", "bad.dat", "mixed.jsonl"])

    def test_a_restart_takes_nothing_twice_but_what_has_changed(self):
        self.put("one.jsonl", article(1))
        self.put("two.jsonl", article(2))
        watcher = self.watch()
        self.wait_for(lambda: len(watcher.taken()) == 2, watcher)
        self.assertEqual(watcher.end(), found)
        self.put("two.jsonl", article(2, title="Changed"))
        self.put("three.jsonl", article(3))
        watcher = self.watch()
        self.wait_for(lambda: len(self.ids()) == 3, watcher)
        self.assertEqual(watcher.end(), found)
        self.assertEqual(sorted(watcher.taken()), ["three.jsonl", "two.jsonl"])

    def test_others_write_and_search_meanwhile(self):
        for number in range(40):
            self.put(f"{number}.jsonl", *(article(f"{number}-{i}") for i in range(20)))
        watcher = self.watch()
        self.ok(self.indexer("add", self.write_articles("other.jsonl", article("other"))))
        self.wait_for(lambda: len(self.ids()) == 801, watcher)
        self.ok(self.indexer("compact"))
        self.ok(self.indexer("remove", "a-other"))
        self.assertEqual(watcher.end(), found)
        self.ok(self.indexer("verify"))

    def test_one_watches_a_folder_at_a_time_and_one_that_goes_away_is_named(self):
        watcher = self.watch()
        self.wait_for(lambda: watcher.lines("watching"), watcher)
        result = self.ok(self.indexer("watch", self.incoming), error)
        self.assertIn("Another process watches the folder", result.err)
        shutil.rmtree(self.incoming)
        self.assertEqual(watcher.process.wait(patience), error)
        watcher.log.close()
        self.assertIn("has gone away", watcher.log_path.read_text())
        self.assertIn("There is no folder",
                      self.ok(self.indexer("watch", self.incoming), error).err)

    def test_killed_at_any_moment_it_loses_no_file_and_takes_none_for_good_twice(self):
        print(f"NUTGRAF_SEED={seed}", flush=True)
        choice = random.Random(seed)
        expected = set()
        for number in range(rounds):
            watcher = self.watch()
            for part in range(choice.randint(1, 6)):
                names = [f"{number}-{part}-{i}" for i in range(choice.randint(1, 30))]
                expected |= {f"a-{name}" for name in names}
                self.put(f"{number}-{part}.jsonl", *(article(name) for name in names))
            time.sleep(choice.uniform(0, 1.5))
            watcher.kill()
        watcher = self.watch()
        self.wait_for(lambda: set(self.ids()) == expected, watcher)
        self.assertEqual(watcher.end(), found)
        stats = self.indexer("stats", "--json").json()
        self.assertEqual(stats["articles"], len(expected))
        self.assertEqual(stats["sequence"], len(expected), "each was written once")
        self.ok(self.indexer("verify"))
        watcher = self.watch()
        self.put("last.jsonl", article("last"))
        self.wait_for(lambda: "a-last" in self.ids(), watcher)
        self.assertEqual(watcher.end(), found)
        self.assertEqual(watcher.taken(), ["last.jsonl"])


if __name__ == "__main__":
    support.main()
