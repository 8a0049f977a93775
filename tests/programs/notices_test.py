#!/usr/bin/env python3
"""Kills, withholds, embargoes and corrections, from the files of an archive to search and alerts."""

import datetime
import json
import os
import signal
import subprocess
import time

import support
from support import Daemon, ProgramTest, error, found, nothing
from web import ask


def article(number, **more):
    return {"id": f"w-{number}", "title": f"Harbour {number} reopens",
            "body": f"The zylophagous cranes of harbour {number} move again.", "source": "Wire",
            **more}


def newsml(version, status, body="", more=""):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:wire:1" version="{version}"
  standard="NewsML-G2" standardversion="2.28" xml:lang="en">
 <itemMeta><itemClass qcode="ninat:text"/><provider literal="Wire"/>
  <versionCreated>2019-03-0{version}T12:00:00Z</versionCreated>
  <pubStatus qcode="stat:{status}"/>{more}</itemMeta>
 <contentMeta><headline>Cranes move</headline></contentMeta>
 {body and f'<contentSet><inlineData contenttype="text/plain">{body}</inlineData></contentSet>'}
</newsItem>"""


def soon(seconds):
    instant = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


class Notices(ProgramTest):
    def setUp(self):
        super().setUp()
        self.alerts = self.folder / "alerts.db"

    def add(self, *articles):
        return self.ok(self.indexer("add", self.write_articles("part.jsonl", *articles)))

    def alert(self, *words):
        return self.nutgraf("alert", "--alerts", self.alerts, *words)

    def held(self):
        return {record["id"]: record for record in self.indexer("held", "--json").records()}


class Kills(Notices):
    def test_a_killed_article_is_gone_at_once_and_says_why_it_is(self):
        self.add(article(1), article(2))
        result = self.add({"id": "kill-1", "title": "MANDATORY KILL", "source": "Wire",
                           "body": "Headline: Harbour 1 reopens\n\nThe story is libellous."})
        self.assertIn("refused 0, killed 1,", result.err)
        self.assertEqual(self.ids(), ["w-2"])
        self.assertEqual(self.ids("zylophagous"), ["w-2"])
        shown = self.ok(self.nutgraf("show", "w-1"), nothing)
        self.assertRegex(shown.err, r'^The article "w-1" was killed on \d+ \w+ \d{4} by the notice '
                                    r'"kill-1"\.\n$')
        held = self.held()["w-1"]
        self.assertEqual((held["kind"], held["notice"]), ("kill", "kill-1"))
        self.assertIn("libellous", held["reason"])
        stats = self.indexer("stats", "--json").json()
        self.assertEqual((stats["articles"], stats["killed"]), (1, 1))
        self.ok(self.indexer("verify"))

    def test_the_daemon_answers_410_and_leaks_nothing(self):
        self.add(article(1), article(2), article(3, embargoed="2199-01-01T00:00:00Z"))
        self.add({"id": "kill-1", "title": "KILL: w-1", "source": "Wire", "body": "Wrong."})
        with Daemon(self.index, "--alerts", self.alerts) as daemon:
            for name in ("w-1", self.held()["w-1"]["key"]):
                for path in (f"/api/v1/articles/{name}", f"/articles/{name}",
                             f"/api/v1/articles/{name}/similar"):
                    answer = ask(daemon.port, path)
                    self.assertEqual(answer.status, 410, path)
                    self.assertIn(b"was killed on", answer.body)
                    self.assertNotIn(b"zylophagous", answer.body)
            # That something waits under embargo is nobody's business.
            self.assertEqual(ask(daemon.port, "/api/v1/articles/w-3").status, 404)
            answer = ask(daemon.port, "/api/v1/search?q=zylophagous&facets=source")
            self.assertEqual([hit["id"] for hit in json.loads(answer.body)["hits"]], ["w-2"])
            server = f"http://127.0.0.1:{daemon.port}"
            shown = self.ok(support.run("nutgraf", "show", "w-1", "--server", server), nothing)
            self.assertIn("was killed on", shown.err)

    def test_a_notice_in_newsml_withdraws_the_version_before_it(self):
        old = self.write("in/1.xml", newsml(1, "usable", "The zylophagous cranes move."))
        self.ok(self.indexer("add", old))
        self.assertEqual(self.ids("zylophagous"), ["urn:wire:1"])
        kill = self.write("in/2.xml", newsml(2, "canceled"))
        self.assertIn("killed 1", self.ok(self.indexer("add", kill)).err)
        self.assertEqual(self.ids(), [])
        # The whole folder again, in one run.
        self.assertIn("read 2, added 0, replaced 0, unchanged 2",
                      self.ok(self.indexer("add", self.folder / "in")).err)
        self.assertEqual(self.ids(), [])
        self.write("in/3.xml", newsml(3, "usable", "The cranes stand still."))
        self.ok(self.indexer("add", self.folder / "in" / "3.xml"))
        self.assertEqual(self.ids("still"), ["urn:wire:1"])
        self.ok(self.indexer("verify"))

    def test_an_alert_that_told_of_it_tells_once_that_it_was_killed(self):
        told = self.folder / "told.jsonl"
        self.alert("add", "printed", "zylophagous")
        self.alert("add", "handed", "zylophagous", "--command", f"cat >> {told}")
        self.add(article(1), article(2))
        self.ok(self.alert("run"))
        self.add({"id": "kill-1", "title": "KILL: w-1", "source": "Wire", "body": "Wrong."})
        printed = self.ok(self.alert("run", "--format", "jsonl")).records()
        self.assertEqual([(match["alert"], match["id"], match["notice"]["kind"])
                          for match in printed],
                         [("printed", "w-1", "kill"), ("handed", "w-1", "kill")])
        self.assertIn("was killed on", printed[0]["title"]["text"])
        handed = [json.loads(line) for line in told.read_text().splitlines()]
        self.assertEqual([match.get("notice", {}).get("kind") for match in handed],
                         [None, None, "kill"])
        self.assertEqual(len({match["match"] for match in handed}), 3)
        self.assertNotIn("zylophagous", json.dumps(printed))
        self.ok(self.alert("run"), nothing)
        feed = self.ok(self.alert("feed", "printed")).out
        self.assertIn("was killed on", feed)
        self.assertNotIn("harbour 1", feed)
        self.assertIn("harbour 2", feed)


class Embargoes(Notices):
    def test_an_article_under_embargo_is_nowhere_until_its_time_and_then_fires_once(self):
        self.alert("add", "cranes", "zylophagous")
        until = soon(4)
        result = self.add(article(1, embargoed=until), article(2))
        self.assertIn("embargoed 1", result.err)
        self.assertEqual(self.ids(), ["w-2"])
        self.assertEqual(self.held()["w-1"]["until"], until)
        self.assertEqual([m["id"] for m in self.ok(self.alert("run", "--format", "jsonl")).records()],
                         ["w-2"])
        released, deadline = None, time.monotonic() + 60
        while time.monotonic() < deadline:
            released = self.indexer("release")
            if released.status == found:
                break
            self.assertEqual(released.status, nothing)
            self.assertEqual(self.ids(), ["w-2"])
            time.sleep(0.2)
        self.assertEqual(released.err, "released 1 article\n")
        self.assertGreaterEqual(soon(0), until)
        self.assertEqual(self.ids(), ["w-1", "w-2"])
        self.assertEqual([m["id"] for m in self.ok(self.alert("run", "--format", "jsonl")).records()],
                         ["w-1"])
        self.ok(self.alert("run"), nothing)
        self.ok(self.indexer("verify"))

    def test_a_watched_folder_lets_it_in_by_itself(self):
        incoming = self.folder / "incoming"
        incoming.mkdir()
        watch = support.start("nutgraf-indexer", "--index", self.index, "watch", incoming,
                              stderr=subprocess.PIPE)
        try:
            self.write_articles("incoming/a.jsonl", article(1, embargoed=soon(4)), article(2))
            deadline, seen = time.monotonic() + 60, []
            while seen != ["w-1", "w-2"] and time.monotonic() < deadline:
                seen = self.ids() if (self.index / "manifest.json").exists() else []
                time.sleep(0.1)
            self.assertEqual(seen, ["w-1", "w-2"])
        finally:
            watch.send_signal(signal.SIGTERM)
            log = watch.communicate(timeout=60)[1].decode()
        self.assertIn("embargoed=1", log)
        self.assertIn("released articles=1", log)

    def test_what_waits_is_in_backups_and_released_by_hand(self):
        self.add(article(1, embargoed="2199-01-01T00:00:00+09:00"))
        self.ok(self.indexer("backup", "--alerts", self.alerts, self.folder / "backup"))
        place = self.folder / "restored"
        self.ok(support.run("nutgraf-indexer", "--index", place, "restore", "--alerts",
                            self.alerts, self.folder / "backup"))
        self.index = place
        self.assertEqual(self.held()["w-1"]["until"], "2198-12-31T15:00:00Z")
        self.assertEqual(self.held()["w-1"]["until_as_written"], "2199-01-01T00:00:00+09:00")
        self.ok(self.indexer("release", "nobody"), nothing)
        self.ok(self.indexer("release", "w-1"))
        self.assertEqual(self.ids(), ["w-1"])
        self.ok(self.indexer("held"), nothing)


class Corrections(Notices):
    def test_a_correction_replaces_the_text_keeps_the_former_and_tells_who_asked(self):
        self.alert("add", "once", "minister")
        self.alert("add", "versions", "minister", "--every-version")
        self.add({"id": "w-1", "body": "The minister is Ann Lea.", "version": "1"})
        self.ok(self.alert("run"))
        result = self.add({"id": "w-1", "body": "The minister is Ann Lee.", "version": "2",
                           "signal": "correction"})
        self.assertIn("corrected 1", result.err)
        self.assertEqual(self.ids("lea"), [])
        shown = self.ok(self.nutgraf("show", "w-1", "--json")).json()
        self.assertNotIn("versions", shown["extra"])
        former = self.ok(self.nutgraf("show", "w-1", "--versions", "--json")).json()["versions"]
        self.assertEqual([one["text"] for one in former], ["The minister is Ann Lea."])
        self.assertRegex(shown["extra"]["corrected"], r"^\d{4}-\d\d-\d\dT")
        self.assertIn("corrected on", self.ok(self.nutgraf("show", "w-1")).out.lower())
        matches = self.ok(self.alert("run", "--format", "jsonl")).records()
        self.assertEqual([match["alert"] for match in matches], ["versions"])

    def test_progress_for_programs_counts_them(self):
        self.add(article(1), article(2))
        part = self.write_articles("notices.jsonl", {"id": "w-1", "status": "canceled"},
                                   {"id": "w-2", "status": "withheld"},
                                   article(3, embargoed="2199-01-01"))
        result = self.ok(self.indexer("add", "--progress", "json", part))
        summary = json.loads(result.err.rstrip("\n").split("\n")[-1])
        self.assertEqual([summary[name] for name in ("killed", "withheld", "embargoed", "corrected")],
                         [1, 1, 1, 0])


if __name__ == "__main__":
    support.main()
