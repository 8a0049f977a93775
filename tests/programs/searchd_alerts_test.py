#!/usr/bin/env python3
"""Alerts through the daemon: their API, their feeds, and what happens when their file is broken."""

import hashlib
import json
import re
import xml.etree.ElementTree

from daemon_alerts import DaemonAlerts, alerts, atom, form_type
from support import Daemon, main, nothing
from web import ask, expect_problem, expect_security


class Api(DaemonAlerts):
    def test_an_alert_is_made_read_changed_and_removed(self):
        self.assertEqual(self.get(alerts).json(), {"version": 1, "alerts": []})
        self.assertFalse(self.store.exists(), "reading makes no file")
        answer = self.send("POST", alerts, {
            "name": "trade", "query": "huawei ban", "mode": "every-version",
            "filters": {"source": ["Courier"], "lang": "en", "from": "2019"}})
        expect_security(self, answer)
        made = answer.json()
        self.assertEqual((answer.status, answer.headers["location"]),
                         (201, f"{alerts}/{made['id']}"))
        self.assertEqual(made["filters"], {"source": ["Courier"], "lang": ["en"], "from": "2019"})
        self.assertEqual((made["version"], made["mode"], made["paused"], made["has_command"]),
                         (1, "every-version", False, False))
        self.assertEqual([alert["name"] for alert in self.get(alerts).json()["alerts"]], ["trade"])
        shown = self.get(f"{alerts}/{made['id']}").json()
        self.assertEqual((shown["query"], shown["newest"]), ("huawei ban", []))
        self.assertNotIn("feed", shown, "the secret is told once")
        changed = self.send("PATCH", f"{alerts}/{made['id']}",
                            {"name": "chips", "query": "chips", "paused": True}).json()
        self.assertEqual((changed["name"], changed["query"], changed["paused"]),
                         ("chips", "chips", True))
        self.assertEqual(changed["filters"], made["filters"], "what is not named stays")
        gone = ask(self.port, f"{alerts}/{made['id']}", "DELETE")
        self.assertEqual((gone.status, gone.body), (204, b""))
        expect_problem(self, self.get(f"{alerts}/{made['id']}"), 404)
        expect_problem(self, ask(self.port, f"{alerts}/{made['id']}", "DELETE"), 404)

    def test_what_cannot_be_read_is_refused_with_place_and_remedy(self):
        cases = [
            ({"name": "a", "query": 'huawei "ban'}, "query", "Column 8:"),
            ({"name": "a", "query": "huawei titel:ban"}, "query", "Column 8:"),
            ({"name": "a", "query": ""}, "query", "needs a query"),
            ({"name": "a"}, "query", "needs a query"),
            ({"name": "a", "query": "x", "filters": {"from": "soon"}}, "filters", "from"),
            ({"name": "", "query": "x"}, "name", "not empty"),
            ({"query": "x"}, "name", "needs a name"),
            ({"name": "two\nlines", "query": "x"}, "name", "one line"),
            ({"name": "n" * 101, "query": "x"}, "name", "100 bytes"),
            ({"name": "a", "query": "x", "mode": "twice"}, "mode", "once or every-version"),
            ({"name": "a", "query": "x", "since": "soon"}, "since", "not a date"),
            ({"name": "a", "query": "x", "since": "99"}, "since", "still to come"),
            ({"name": "a", "qeury": "x"}, "qeury", "no member"),
            ({"name": "a", "query": 3}, "query", "must be a text"),
            ({"name": "a", "query": "x", "filters": {"sauce": "y"}}, "sauce", "no member"),
            ({"name": "a", "query": "x", "filters": {"source": [1]}}, "source", "list of texts"),
            ({"name": "a", "query": "x", "filters": []}, "filters", "a record"),
            ({"name": "a", "query": "x", "paused": True}, "paused", "that there is"),
            ({"name": "a", "query": "x", "command": "touch /tmp/x"}, "command", "command line"),
            ([], None, "JSON record"),
        ]
        for record, parameter, part in cases:
            with self.subTest(record=record):
                answer = self.send("POST", alerts, record)
                expect_problem(self, answer, 400)
                self.assertEqual(answer.json().get("parameter"), parameter)
                self.assertIn(part, answer.json()["detail"])
        hint = self.send("POST", alerts, {"name": "a", "query": "titel:ban"}).json()["hint"]
        self.assertIn("title:", hint)
        for body in ("", "{", '{"name":"a","name":"b"}', "[" * 9999):
            answer = ask(self.port, alerts, "POST", body, Content_Type="application/json")
            expect_problem(self, answer, 400)
        self.assertEqual(self.get(alerts).json()["alerts"], [])

    def test_a_change_is_refused_whole(self):
        one, other = self.make("one"), self.make("other")
        before = self.stored()
        cases = [
            (409, {"name": "other", "paused": True}), (400, {"query": '"x', "paused": True}),
            (400, {"command": "id"}), (400, {"mode": "once"}), (400, {"since": "beginning"}),
            (400, {"paused": "yes"}),
        ]
        for status, record in cases:
            with self.subTest(record):
                answer = self.send("PATCH", f"{alerts}/{one['id']}", record)
                expect_problem(self, answer, status)
        expect_problem(self, self.send("POST", alerts, {"name": "other", "query": "x"}), 409)
        self.assertEqual(self.stored(), before)
        self.assertNotEqual(one["id"], other["id"])

    def test_addresses_and_methods_are_those_promised(self):
        number = self.make("a")["id"]
        for target in ("/0", "/-1", "/x", "/99", "/1e0", "/18446744073709551617", "/%00", "/1%20"):
            expect_problem(self, self.get(alerts + target), 404)
        for target in (alerts + "/1/x", alerts + "//", alerts + "/1/", alerts + "/"):
            self.assertEqual(self.get(target).status, 404, target)
        expect_problem(self, self.get(alerts + "?limit=3"), 400, parameter="limit")
        for method, target, allowed in (("PUT", alerts, "GET, HEAD, POST"),
                                        ("POST", f"{alerts}/{number}", "GET, HEAD, PATCH, DELETE"),
                                        ("DELETE", alerts, "GET, HEAD, POST"),
                                        ("PATCH", f"{alerts}/{number}/test", "GET, HEAD"),
                                        ("DELETE", f"/alerts/{number}", "GET, HEAD"),
                                        ("GET", f"/alerts/{number}/pause", "POST")):
            answer = ask(self.port, target, method)
            self.assertEqual((answer.status, answer.headers.get("allow")), (405, allowed), target)
        for kind in ("text/plain", form_type, "application/jsonx", "multipart/form-data"):
            answer = ask(self.port, alerts, "POST", '{"name":"b","query":"x"}', Content_Type=kind)
            expect_problem(self, answer, 415)
        head = ask(self.port, alerts, "HEAD")
        self.assertEqual((head.status, head.body), (200, b""))

    def test_preview_test_and_history_tell_and_change_nothing(self):
        self.add(("new", "Huawei again"))
        number = self.make("a", since="beginning")["id"]
        for target in (f"{alerts}/{number}/preview", f"{alerts}/preview?q=huawei",
                       f"{alerts}/{number}/test"):
            with self.subTest(target):
                record = self.get(target).json()
                self.assertEqual((record["version"], record["total"]["value"]), (1, 2))
                self.assertEqual({hit["id"] for hit in record["hits"]}, {"old", "new"})
        expect_problem(self, self.get(alerts + "/preview?q=%22x"), 400, parameter="query")
        expect_problem(self, self.get(alerts + "/preview?qq=x"), 400, parameter="qq")
        self.assertEqual(self.get(f"{alerts}/{number}/history").json(), {"version": 1, "runs": []})
        self.assertEqual(len(self.run_alerts()), 2, "nothing was taken from the run")
        runs = self.get(f"{alerts}/{number}/history").json()["runs"]
        self.assertEqual([(run["after"], run["up_to"], run["matches"]) for run in runs],
                         [(0, 2, 2)])
        self.assertEqual(self.get(f"{alerts}/{number}/test").json()["total"]["value"], 0)


class Feeds(DaemonAlerts):
    def test_a_feed_opens_with_its_own_secret_alone(self):
        one, other = self.make("one"), self.make("other")
        feed = self.address(one)
        self.assertEqual(self.entries(feed), [])
        secret = feed.split("token=")[1]
        self.assertRegex(secret, r"^[0-9a-f]{64}$")
        bare = feed.split("?")[0]
        closed = [bare, bare + "?token=", bare + "?token=" + secret[:-1], bare + "?token=x" + secret,
                  bare + "?token=" + secret.upper(), bare + "?token=" + "0" * 64,
                  self.address(other).split("?")[0] + "?token=" + secret]
        missing = self.get(alerts + "/77/feed.atom?token=" + secret).json()
        for target in closed:
            with self.subTest(target):
                answer = self.get(target)
                expect_problem(self, answer, 404)
                self.assertEqual(re.sub(r"\d+", "n", answer.json()["detail"]),
                                 re.sub(r"\d+", "n", missing["detail"]))
        renewed = self.send("PATCH", f"{alerts}/{one['id']}", {"renew_feed": True}).json()
        self.assertEqual(self.entries(self.address(renewed)), [])
        expect_problem(self, self.get(feed), 404)
        self.assertNotIn(secret.encode(), self.store.read_bytes(), "only a digest is kept")
        self.assertNotIn(secret.encode(), self.daemon.log())

    def test_a_feed_holds_every_match_once_whoever_looks_first(self):
        feed = self.address(self.make("a"))
        self.add(("1", "Huawei one"), ("2", "Unrelated"), ("3", "Huawei three"))
        self.assertEqual(self.entries(feed), ["Title of 3", "Title of 1"])
        self.assertEqual(self.entries(feed), ["Title of 3", "Title of 1"])
        told = [match["id"] for match in self.run_alerts()]
        self.assertEqual(told, ["1", "3"], "what the feed found first is still told by the run")
        self.run_alerts(status=nothing)
        self.add(("1", "Huawei one, changed"), ("4", "Huawei four"))
        self.assertEqual([match["id"] for match in self.run_alerts()], ["4"])
        self.assertEqual(self.entries(feed), ["Title of 4", "Title of 3", "Title of 1"])
        self.ok(self.indexer("remove", "3"))
        self.assertEqual(self.entries(feed), ["Title of 4", "Title of 1"])

    def test_a_feed_is_private_and_not_sent_again_while_it_is_good(self):
        feed = self.address(self.make("a"))
        answer = self.get(feed)
        self.assertEqual(answer.headers["cache-control"], "private, no-cache")
        etag = answer.headers["etag"]
        self.assertEqual(self.get(feed, If_None_Match=etag).status, 304)
        self.add(("1", "Huawei one"))
        self.assertEqual(self.get(feed, If_None_Match=etag).status, 200)

    def test_many_matches_are_read_page_by_page(self):
        feed = self.address(self.make("a", "flood"))
        self.add(*((str(number), "A flood") for number in range(250)))
        titles, target, pages = [], feed, 0
        while target:
            body = self.get(target).body
            document = xml.etree.ElementTree.fromstring(body)
            titles += [entry.findtext(atom + "title") for entry in document.iter(atom + "entry")]
            following = [link.get("href") for link in document.iter(atom + "link")
                         if link.get("rel") == "next"]
            target = following[0][len(f"http://127.0.0.1:{self.port}"):] if following else None
            pages += 1
        self.assertEqual((pages, len(titles), len(set(titles))), (3, 250, 250))
        expect_problem(self, self.get(feed + "&before=x"), 400, parameter="before")

    def test_commands_are_run_by_runs_alone(self):
        told = self.folder / "told"
        self.ok(self.nutgraf("alert", "--alerts", self.store, "add", "a", "huawei", "--command",
                             f"cat >> {told}"))
        number = self.get(alerts).json()["alerts"][0]["id"]
        self.add(("1", "Huawei one"))
        record = self.get(f"{alerts}/{number}").json()
        self.assertEqual([match["id"] for match in record["newest"]], ["1"])
        self.assertEqual(record["matches"], {"total": 1, "pending": 1})
        self.assertNotIn("cat >>", json.dumps(record), "the command is nobody's business here")
        self.assertFalse(told.exists())
        self.run_alerts()
        self.assertEqual(len(told.read_text().splitlines()), 1)

    def test_a_paused_alert_looks_at_nothing_and_catches_up(self):
        made = self.make("a")
        target = f"{alerts}/{made['id']}"
        self.send("PATCH", target, {"paused": True})
        self.add(("1", "Huawei one"))
        self.assertEqual(self.entries(self.address(made)), [])
        self.send("PATCH", target, {"paused": False})
        self.assertEqual(self.entries(self.address(made)), ["Title of 1"])


class Broken(DaemonAlerts):
    def expect_search_alive(self):
        self.assertEqual(self.get("/api/v1/search?q=huawei").json()["total"]["value"], 1)
        self.assertEqual(self.get("/search?q=huawei").status, 200)
        self.assertEqual(self.get("/readyz").status, 200)

    def test_a_broken_file_takes_alerts_alone_and_they_come_back_with_it(self):
        made = self.make("a")
        whole = self.store.read_bytes()
        for name in ("alerts.db-wal", "alerts.db-shm"):
            (self.folder / name).unlink(missing_ok=True)
        aside = self.folder / "aside.db"
        self.store.rename(aside)
        digest = hashlib.sha256(whole).hexdigest()
        self.store.write_text(f"not a database {digest}")
        for target in (alerts, f"{alerts}/{made['id']}", self.address(made)):
            answer = self.get(target)
            expect_problem(self, answer, 503)
            self.assertEqual(answer.headers["retry-after"], "1")
        self.assertEqual(self.get("/alerts").status, 503)
        expect_problem(self, self.send("POST", alerts, {"name": "b", "query": "x"}), 503)
        self.assertEqual(self.store.read_text(), f"not a database {digest}", "it is left as it is")
        self.expect_search_alive()
        self.assertIn(b"is not a file of alerts", self.daemon.log())
        self.store.unlink()
        self.assertEqual(self.get(alerts).json()["alerts"], [], "a file that is not there is none")

    def test_a_file_that_cannot_be_made_is_told(self):
        with Daemon(self.index, "--alerts", "/proc/nutgraf/alerts.db") as daemon:
            self.port = daemon.port
            self.assertEqual(self.get(alerts).json()["alerts"], [])
            self.assertEqual(self.get("/alerts/new?q=huawei").status, 200)
            expect_problem(self, self.send("POST", alerts, {"name": "b", "query": "x"}), 503)
            self.expect_search_alive()


if __name__ == "__main__":
    main()
