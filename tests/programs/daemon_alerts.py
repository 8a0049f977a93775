"""What the tests of the daemon's alerts share."""

import json
import re
import urllib.parse
import xml.etree.ElementTree

from support import Daemon, ProgramTest, found
from web import ask

alerts = "/api/v1/alerts"
atom = "{http://www.w3.org/2005/Atom}"
form_type = "application/x-www-form-urlencoded"


class DaemonAlerts(ProgramTest):
    """An index, a file of alerts that is not there yet, and a daemon over both."""

    def setUp(self):
        super().setUp()
        self.store = self.folder / "alerts.db"
        self.add(("old", "Old huawei news"))
        self.daemon = self.enterContext(Daemon(self.index, "--alerts", self.store))
        self.port = self.daemon.port

    def add(self, *articles):
        """Takes articles in, id and text each."""
        path = self.write_articles("articles.jsonl", *(
            {"id": name, "title": f"Title of {name}", "body": text, "source": "Courier"}
            for name, text in articles))
        self.ok(self.indexer("add", path))

    def get(self, target, **headers):
        return ask(self.port, target, **headers)

    def send(self, method, target, record, **headers):
        headers.setdefault("Content_Type", "application/json")
        return ask(self.port, target, method, json.dumps(record), **headers)

    def make(self, name, query="huawei", **more):
        answer = self.send("POST", alerts, {"name": name, "query": query, **more})
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json()

    def run_alerts(self, *words, status=found):
        return self.ok(self.nutgraf("alert", "--alerts", self.store, "run", "--format", "jsonl",
                                    *words), status).records()

    def address(self, record):
        """The target of an absolute address on this daemon."""
        site = f"http://127.0.0.1:{self.port}"
        self.assertTrue(record["feed"].startswith(site + "/"), record["feed"])
        return record["feed"][len(site):]

    def entries(self, target):
        """The titles of a feed's entries, newest first."""
        answer = self.get(target)
        self.assertEqual((answer.status, answer.headers["content-type"]),
                         (200, "application/atom+xml"), answer.body)
        feed = xml.etree.ElementTree.fromstring(answer.body)
        return [entry.findtext(atom + "title") for entry in feed.iter(atom + "entry")]

    def token(self, page="/alerts/new"):
        """What the forms of a page carry."""
        return re.search(r'name="form_token" value="([^"]+)"', self.get(page).text())[1]

    def post(self, target, *, token=None, headers=None, **fields):
        fields["form_token"] = self.token() if token is None else token
        return ask(self.port, target, "POST", urllib.parse.urlencode(fields, doseq=True),
                   Content_Type=form_type, **(headers or {}))

    def stored(self):
        """What the alerts are, as far as a person has said."""
        listed = self.nutgraf("alert", "--alerts", self.store, "list", "--json").json()["alerts"]
        return [{name: alert[name] for name in ("id", "name", "query", "filters", "mode", "paused")}
                for alert in listed]
