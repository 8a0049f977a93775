#!/usr/bin/env python3
"""alert:NAME: a saved query within a query, on the command line, over the API and in the page."""

import urllib.parse

import support
from support import Daemon, ProgramTest, error
from web import ask, search


class SavedQueries(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok(self.indexer("add", support.sample))
        self.store = self.folder / "queries.db"
        self.ok(self.nutgraf("alert", "--alerts", self.store, "add", "telecoms", "title:huawei",
                             "--source", "Courier"))

    def asked(self, *words, status=0):
        return self.ok(self.nutgraf("count", "--alerts", self.store, "--", *words), status)

    def test_it_finds_what_the_alert_asks_for_with_its_filters(self):
        plain = self.nutgraf("count", "title:huawei source:Courier").out
        self.assertGreater(int(plain), 0)
        self.assertEqual(self.asked("alert:telecoms").out, plain)
        rest = int(self.asked("title:huawei -alert:telecoms").out)
        self.assertEqual(int(self.nutgraf("count", "title:huawei").out), int(plain) + rest)
        said = self.nutgraf("search", "--alerts", self.store, "alert:telecoms").err
        self.assertIn('The alert "telecoms" asks for: title:huawei AND source:="courier"', said)

    def test_a_mistyped_name_is_suggested_and_strictly_refused(self):
        said = self.nutgraf("search", "--alerts", self.store, "alert:telecom").err
        self.assertIn('There is no alert "telecom".', said)
        self.assertIn('Is "alert:"telecoms"" meant?', said)
        refused = self.nutgraf("count", "--strict", "--alerts", self.store, "alert:telecom")
        self.assertEqual(refused.status, error)

    def test_an_alert_cannot_ask_for_an_alert(self):
        refused = self.nutgraf("alert", "--alerts", self.store, "add", "more", "alert:telecoms ban")
        self.assertEqual(refused.status, error)
        self.assertIn("and not in an alert", refused.err)

    def test_the_daemon_asks_its_own_alerts_and_an_answer_changes_with_them(self):
        with Daemon(self.index, "--alerts", self.store) as daemon:
            answer = search(daemon.port, "alert:telecoms")
            before = answer.json()["total"]["value"]
            self.assertEqual(before, int(self.asked("alert:telecoms").out))
            self.ok(self.nutgraf("alert", "--alerts", self.store, "edit", "telecoms", "huawei"))
            target = "/api/v1/search?" + urllib.parse.urlencode({"q": "alert:telecoms"})
            again = ask(daemon.port, target, If_None_Match=answer.headers["etag"])
            self.assertEqual(again.status, 200, "the alert is another, so the answer is")
            self.assertGreaterEqual(again.json()["total"]["value"], before)
            page = ask(daemon.port, "/search?" + urllib.parse.urlencode({"q": "alert:telecoms"}))
            self.assertIn("asks for: ", page.text())
            key = again.json()["hits"][0]["key"]
            article = ask(daemon.port, f"/api/v1/articles/{key}?q=alert:telecoms").json()
            self.assertTrue(article["title"]["marks"] or article["text"]["marks"])


if __name__ == "__main__":
    support.main()
