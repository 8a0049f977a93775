#!/usr/bin/env python3
"""Versions of a changed article: kept, dated, diffed; by verb, by address and as a page."""

import os
import random
import re
import signal
import subprocess
import threading

import support
from support import Daemon, ProgramTest, error, nothing
from web import ask, expect_problem, expect_security

seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))
instant = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"
texts = ["The union called a strike.\n\nNobody knows for how long.",
         "The union called a long strike.\n\nNobody knows for how long.",
         "The strike is over.\n\nNobody knows for how long.\n\nCranes move again."]


def version(number, **more):
    return {"id": "w-1", "title": "Strike" if number < 2 else "Strike over", "source": "Wire",
            "body": texts[number], "updated": f"2019-05-0{number + 1}", **more}


class VersionsTest(ProgramTest):
    def add(self, *articles):
        return self.ok(self.indexer("add", self.write_articles("part.jsonl", *articles)))

    def add_all_versions(self):
        for number in range(3):
            self.add(version(number))

    def versions(self, *words):
        """The record of the versions without what depends on the clock and the index."""
        record = self.ok(self.nutgraf("show", "w-1", "--versions", "--json", *words)).json()
        for one in record["versions"]:
            self.assertRegex(one.pop("seen"), instant)
            self.assertRegex(one.pop("replaced"), instant)
        del record["index"]
        return record


class CommandLine(VersionsTest):
    def test_each_former_version_is_printed_with_what_the_next_one_changed(self):
        self.add_all_versions()
        shown = self.ok(self.nutgraf("show", "w-1"))
        key = re.search(r"w-1  ([0-9a-f]{16})", shown.out)[1]
        self.assertRegex(shown.out, rf"(?m)^Changed on \d+ \w+ \d{{4}}; 2 former versions: "
                                    rf"nutgraf show {key} --versions$")
        printed = self.ok(self.nutgraf("show", "w-1", "--versions")).out
        self.assertTrue(printed.startswith(f"w-1  {key}\n2 former versions\n"), printed)
        first, second = re.split(r"(?m)^Version \d, of \S+, to version \d, of \S+$", printed)[1:]
        self.assertIn("- The union called a strike.", first)
        self.assertIn("+ The union called a {+long+} strike.", first)
        self.assertNotIn("Cranes", first)
        self.assertIn("+ Strike {+over+}", second)
        self.assertIn("+ Cranes move again.", second)
        self.assertEqual(self.nutgraf("show", key, "--versions").out, printed)

    def test_the_record_has_texts_numbers_and_rows(self):
        self.add_all_versions()
        record = self.versions()
        self.assertEqual((record["id"], record["title"], record["total"]["value"]),
                         ("w-1", "Strike over", 2))
        one, two = record["versions"]
        self.assertEqual([one["number"], two["number"]], [1, 2])
        self.assertEqual([one["text"], two["text"]], texts[:2])
        self.assertEqual([one["updated"], two["updated"]], ["2019-05-01", "2019-05-02"])
        self.assertEqual([row["kind"] for row in one["diff"]["rows"]], ["changed", "same"])
        self.assertEqual([row["kind"] for row in two["diff"]["rows"]][-1], "added")
        self.assertEqual((two["diff"]["before"], two["diff"]["after"]), (2, 3))
        article = self.nutgraf("show", "w-1", "--format", "json").json()
        self.assertEqual([one["number"] for one in article["versions"]], [1, 2])
        self.assertEqual(article["former_versions"], 2)
        self.assertEqual(article["changed"], article["versions"][1]["replaced"])
        self.assertEqual(article["versions"][0]["replaced"], article["versions"][1]["seen"])

    def test_what_did_not_change_says_so(self):
        self.add(version(0))
        self.add(version(0, section="Business", body=texts[0].replace(" ", "  ")))
        self.assertEqual(self.nutgraf("show", "w-1", "--json").json()["versions"], [])
        shown = self.ok(self.nutgraf("show", "w-1", "--versions"), nothing)
        self.assertEqual((shown.out, shown.err),
                         ("", 'The article "w-1" has not changed since it came in.\n'))
        self.assertIn("There is no article", self.ok(self.nutgraf("show", "x", "--versions"),
                                                     nothing).err)
        self.assertNotIn("Changed on", self.nutgraf("show", "w-1").out)

    def test_no_more_than_twenty_are_kept_and_the_rest_is_told(self):
        for number in range(23):
            self.add(version(0, body=f"Report {number}."))
        record = self.versions()
        self.assertEqual((record["total"]["value"], len(record["versions"])), (22, 20))
        self.assertEqual(record["versions"][0]["number"], 3)
        self.assertIn("22 former versions, of which the last 20 are kept",
                      self.nutgraf("show", "w-1").out)

    def test_raw_text_is_shown_as_it_came(self):
        body = "Print\nThe union called a strike.\nHide Ad\n"
        self.add({"id": "raw", "title": "Strike", "body": body})
        clean = self.ok(self.nutgraf("show", "raw")).out
        self.assertNotIn("Hide Ad", clean)
        self.assertEqual(self.nutgraf("show", "raw", "--view", "clean").out, clean)
        raw = self.ok(self.nutgraf("show", "raw", "--view", "raw"))
        self.assertTrue(raw.out.rstrip().endswith("\n\nPrint\nThe union called a strike.\nHide Ad"),
                        raw.out)
        record = self.nutgraf("show", "raw", "--view", "raw", "--json", "--query", "union").json()
        self.assertEqual(len(record["furniture"]), 2)
        self.assertEqual(record["text"]["marks"], [[10, 15]])
        self.ok(self.nutgraf("show", "raw", "--view", "both"), error)
        self.ok(self.nutgraf("show", "raw", "--view", "raw", "--versions"), error)
        with Daemon(self.index) as daemon:
            for words in (["--view", "raw"], ["--view", "raw", "--json"], ["--versions"]):
                server = support.run("nutgraf", "--server", f"http://127.0.0.1:{daemon.port}",
                                     "show", "raw", *words)
                local = self.nutgraf("show", "raw", *words)
                self.assertEqual((server.out, server.err, server.status),
                                 (local.out, local.err, local.status))


class Served(VersionsTest):
    def setUp(self):
        super().setUp()
        self.add_all_versions()
        self.key = self.nutgraf("show", "w-1", "--json").json()["key"]

    def test_the_api_answers_as_the_index_does_and_as_its_schemas_say(self):
        with Daemon(self.index) as daemon:
            server = f"http://127.0.0.1:{daemon.port}"
            for words in ([], ["--json"], ["--versions"], ["--versions", "--json"]):
                local = self.ok(self.nutgraf("show", self.key, *words))
                remote = self.ok(support.run("nutgraf", "--server", server, "show", self.key, *words))
                self.assertEqual(remote.out, local.out, words)
            address = f"/api/v1/articles/{self.key}"
            self.assertEqual(ask(daemon.port, address + "/versions").json(),
                             self.nutgraf("show", "w-1", "--versions", "--json").json())
            expect_problem(self, ask(daemon.port, "/api/v1/articles/nobody/versions"), 404)
            expect_problem(self, ask(daemon.port, address + "/versions?q=x"), 400)
            self.check_schemas(daemon.port, {"Article": address, "Versions": address + "/versions"})

    def check_schemas(self, port, addresses):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        components = ask(port, "/openapi.json").json()["components"]
        for name, address in addresses.items():
            schema = {"$ref": f"#/components/schemas/{name}", "components": components}
            jsonschema.Draft202012Validator(schema).validate(ask(port, address).json())

    def test_the_pages_say_when_it_changed_and_show_what(self):
        with Daemon(self.index) as daemon:
            article = ask(daemon.port, f"/articles/{self.key}").text()
            self.assertRegex(article, rf'<a href="/articles/{self.key}/versions">Changed on '
                                      r'\d+ \w+ \d{4}; 2 former versions</a>')
            answer = ask(daemon.port, f"/articles/{self.key}/versions")
            self.assertEqual(answer.status, 200)
            expect_security(self, answer)
            page = answer.text()
            self.assertLess(page.index('id="version-2"'), page.index('id="version-1"'))
            self.assertIn("<ins>long</ins>", page)
            self.assertIn('<del lang="en" dir="auto">Strike</del>', page)
            self.assertIn(f'href="/articles/{self.key}"', page)
            self.assertNotIn("style=", page)
            self.assertEqual(ask(daemon.port, "/articles/nobody/versions").status, 404)

    def test_markup_in_a_former_version_stays_text(self):
        self.add(version(0, title="<b>Old</b>", body="<script>x</script>"))
        self.add(version(1))
        with Daemon(self.index) as daemon:
            page = ask(daemon.port, f"/articles/{self.key}/versions").text()
            self.assertNotIn("<script>x", page)
            self.assertNotIn("<b>Old", page)
            self.assertIn("&lt;b&gt;Old", page)

    def test_a_killed_article_shows_no_former_version_anywhere(self):
        self.add({"id": "kill-1", "title": "KILL: w-1", "source": "Wire", "body": "Wrong."})
        self.assertIn("was killed on", self.ok(self.nutgraf("show", "w-1", "--versions"),
                                               nothing).err)
        with Daemon(self.index) as daemon:
            for path in (f"/api/v1/articles/{self.key}/versions", f"/articles/{self.key}/versions"):
                answer = ask(daemon.port, path)
                self.assertEqual(answer.status, 410)
                self.assertNotIn(b"union", answer.body)
        self.add(version(2, title="Anew", updated="2030-01-01"))
        self.assertEqual(self.ok(self.nutgraf("show", "w-1", "--json")).json()["versions"], [])


class Kept(VersionsTest):
    def test_rebuilding_and_restoring_give_the_same_versions(self):
        self.add_all_versions()
        whole = self.nutgraf("show", "w-1", "--versions", "--json").json()
        for verb in ("compact", "rebuild", "verify"):
            self.ok(self.indexer(verb))
            self.assertEqual(self.nutgraf("show", "w-1", "--versions", "--json").json(), whole, verb)
        alerts = self.folder / "alerts.db"
        for number, words in enumerate(([], ["--journal-only"])):
            backup, place = self.folder / f"backup-{number}", self.folder / f"restored-{number}"
            self.ok(self.indexer("backup", "--alerts", alerts, *words, backup))
            self.ok(support.run("nutgraf-indexer", "--index", place, "restore", "--alerts", alerts,
                                backup))
            self.assertEqual(self.ok(support.run("nutgraf", "--index", place, "show", "w-1",
                                                 "--versions", "--json")).json(), whole)

    def test_removing_takes_every_former_version_along(self):
        self.add({"id": "other", "body": "Another article altogether."})
        self.add(version(0, body="The quibblezorp spoke at length."))
        self.add(version(1))
        self.ok(self.indexer("remove", "--alerts", self.folder / "alerts.db", "w-1"))
        self.add(version(2))
        self.assertEqual(self.nutgraf("show", "w-1", "--json").json()["versions"], [])
        self.ok(self.indexer("rebuild"))
        self.assertEqual(self.nutgraf("show", "w-1", "--json").json()["versions"], [])
        self.assertNotIn("quibblezorp", self.ok(self.indexer("verify")).err)
        self.ok(self.nutgraf("search", "quibblezorp"), nothing)

    def test_versions_are_whole_when_the_indexer_is_killed(self):
        print(f"NUTGRAF_SEED={seed}", flush=True)
        chance = random.Random(seed)
        count, rounds = 40, 12 if support.is_long else 4
        ids = [f"a-{i}" for i in range(count)]
        told = {name: [] for name in ids}
        for number in range(rounds):
            part = self.write_articles("part.jsonl", *(
                {"id": name, "body": f"Report {number} of {name}."} for name in ids))
            process = support.start("nutgraf-indexer", "--index", self.index, "add", part,
                                    stderr=subprocess.DEVNULL)
            timer = threading.Timer(chance.uniform(0.01, 0.8), process.send_signal, [signal.SIGKILL])
            timer.start()
            process.wait()
            timer.cancel()
            again = self.indexer("add", part)
            self.assertIn(again.status, (support.found, nothing), again.err)
            for name in ids:
                told[name].append(f"Report {number} of {name}.")
        with self.subTest(seed=seed):
            for name in ids:
                record = self.nutgraf("show", name, "--versions", "--json").json()
                self.assertEqual([one["text"] for one in record["versions"]], told[name][:-1])
            self.ok(self.indexer("verify"))


if __name__ == "__main__":
    support.main()
