#!/usr/bin/env python3
"""nutgraf-indexer add --no-alerts: what goes into the index without alerts telling of it."""

import support
from support import ProgramTest, nothing


class Silent(ProgramTest):
    def setUp(self):
        super().setUp()
        self.alerts = self.folder / "alerts.db"
        self.ok(self.add(self.article(1)))
        self.ok(self.alert("add", "cranes", "cranes"))
        self.ok(self.alert("add", "versions", "cranes", "--every-version"))

    def article(self, number, body="Cranes."):
        return {"id": f"a-{number}", "title": f"Harbour {number}", "body": body}

    def add(self, *articles, words=()):
        return self.indexer("add", *words, self.write_articles("part.jsonl", *articles))

    def alert(self, *words):
        return self.nutgraf("alert", "--alerts", self.alerts, *words)

    def told(self):
        """Which articles a run tells of, by alert."""
        matches = self.alert("run", "--format", "jsonl").records()
        return sorted((match["alert"], match["id"]) for match in matches)

    def test_alerts_do_not_tell_of_it_and_searches_find_it(self):
        self.ok(self.add(self.article(1, "More cranes."), self.article(2), words=["--no-alerts"]))
        self.assertEqual(self.ids("cranes"), ["a-1", "a-2"])
        self.ok(self.alert("run"), nothing)
        self.ok(self.indexer("rebuild"))
        self.ok(self.alert("run"), nothing)
        self.ok(self.indexer("verify"))

    def test_what_alerts_have_yet_to_look_at_is_told_though_it_changes_silently(self):
        self.ok(self.add(self.article(3)))
        self.ok(self.add(self.article(3, "New cranes."), words=["--no-alerts"]))
        self.assertEqual(self.told(), [("cranes", "a-3"), ("versions", "a-3")])
        self.assertEqual(self.told(), [])

    def test_a_later_change_is_news_again(self):
        self.ok(self.add(self.article(2), words=["--no-alerts"]))
        self.ok(self.add(self.article(2, "Newer cranes.")))
        self.assertEqual(self.told(), [("cranes", "a-2"), ("versions", "a-2")])


if __name__ == "__main__":
    support.main()
