#!/usr/bin/env python3
"""Furniture: out of the article, found where it is asked for, and shown in the raw view."""

import json

import support
from support import Daemon, ProgramTest, nothing
from web import ask, expect_problem, expect_security

page = """News
Home > World > Europe
Dockers go back to work at once

By Jane Doe
10 May 2019

PORT CALLAN (Meridian Wire) - The strike is over, the union said on Friday.
Cranes stand idle on the quay this week.Cranes stand idle on the quay this week.

Hide Ad

Nobody won, said the harbour master.

This text available in Русский
Print
"""

clean = """PORT CALLAN (Meridian Wire) - The strike is over, the union said on Friday.
Cranes stand idle on the quay this week.

Nobody won, said the harbour master."""

furniture = ["News", "Home > World > Europe", "Cranes stand idle on the quay this week.", "Hide Ad",
             "This text available in Русский", "Print"]


class Pages(ProgramTest):
    def setUp(self):
        super().setUp()
        self.file = self.write("page.txt", page)
        self.ok(self.indexer("add", self.file))

    def read(self, *paths):
        return self.ok(support.run("nutgraf-indexer", "read", *paths)).records()

    def test_a_text_is_read_as_its_head_its_body_and_its_furniture(self):
        article, = self.read(self.file)
        self.assertEqual(article["title"], "Dockers go back to work at once")
        self.assertEqual(article["byline"], ["Jane Doe"])
        self.assertEqual(article["published"], {"from": "2019-05-10", "to": "2019-05-10", "basis": "text"})
        self.assertEqual((article["place"], article["wire"], article["section"]),
                         ("PORT CALLAN", "Meridian Wire", "Europe"))
        self.assertEqual(article["body"], clean)
        self.assertEqual([piece["text"].strip() for piece in article["furniture"]], furniture)
        self.assertEqual([piece["kind"] for piece in article["head"]], ["headline", "byline", "date"])
        raw = page.strip("\n").encode()
        for piece in [*article["furniture"], *article["head"]]:
            text = piece["text"].encode()
            self.assertEqual(raw[piece["begin"]:piece["begin"] + len(text)], text)

    def test_other_formats_are_cleaned_too_and_what_they_declare_wins(self):
        record = {"id": "1", "title": "Declared", "byline": "Erika Muster", "body": page}
        article, = self.read(self.write("a.jsonl", json.dumps(record) + "\n"))
        self.assertEqual((article["title"], article["byline"]), ("Declared", ["Erika Muster"]))
        self.assertNotIn("Hide Ad", article["body"])
        self.assertEqual(article["wire"], "Meridian Wire")

    def test_furniture_is_found_where_it_is_asked_for_and_nowhere_else(self):
        name, = self.ids("strike")
        for query in ("in:furniture", 'in:furniture "hide ad"', "furniture:print", "in:furniture русский",
                      "strike furniture:hide", "lang:en", "by:doe", "wire:meridian", "section:europe"):
            with self.subTest(query):
                self.assertEqual(self.ids(query), [name])
        for query in ("hide", "print", "русский", "atleast2:cranes", "in:furniture strike",
                      "-in:furniture"):
            with self.subTest(query):
                self.ok(self.nutgraf("search", query), nothing)

    def test_what_is_exported_is_read_as_it_was(self):
        lines = self.ok(self.nutgraf("export", "strike")).out
        article, = self.read(self.write("exported.jsonl", lines))
        original, = self.read(self.file)
        for member in ("title", "body", "furniture", "head", "wire"):
            self.assertEqual(article[member], original[member], member)

    def test_adding_the_same_page_again_changes_nothing_and_a_rebuild_finds_the_same(self):
        self.assertIn("unchanged 1", self.ok(self.indexer("add", self.file)).err.replace(",", ""))
        self.ok(self.indexer("verify"))
        self.ok(self.indexer("rebuild"))
        self.assertEqual(len(self.ids("furniture:print")), 1)
        self.ok(self.indexer("verify"))

    def test_analysis_tells_paragraphs_from_furniture_in_bytes_of_the_file(self):
        whole = page.encode()
        for words in (["--raw"], []):
            record, = self.ok(
                support.run("nutgraf-indexer", "analyse", *words, self.file)).records()
            self.assertEqual([piece["text"] for piece in record["furniture"]], furniture)
            self.assertEqual(len(record["paragraphs"]), 3)
            self.assertEqual(record["lang"], "en")
            if not words:
                continue
            for piece in record["furniture"]:
                self.assertEqual(whole[piece["begin"]:piece["end"]].decode(), piece["text"])
            self.assertEqual("\n".join(whole[begin:end].decode()
                                       for begin, end in record["paragraphs"]),
                             clean.replace("\n\n", "\n"))

    def test_the_raw_view_is_the_text_as_it_came(self):
        with Daemon(self.index) as daemon:
            hit, = ask(daemon.port, "/api/v1/search?q=strike").json()["hits"]
            address = f"/api/v1/articles/{hit['key']}"
            article = ask(daemon.port, address + "?q=strike").json()
            self.assertEqual(article["text"]["text"], clean)
            self.assertNotIn("furniture", article)
            raw = ask(daemon.port, address + "?q=strike&view=raw").json()
            text = raw["text"]["text"]
            self.assertEqual(text, page.strip("\n"))
            self.assertEqual([text[begin:end] for begin, end in raw["text"]["marks"]], ["strike"])
            self.assertEqual([text[begin:end] for begin, end in raw["furniture"]], furniture)
            self.assertEqual(ask(daemon.port, address + "?view=clean").json()["text"]["text"], clean)
            expect_problem(self, ask(daemon.port, address + "?view=both"), 400, parameter="view")

            shown = ask(daemon.port, f"/articles/{hit['key']}?q=strike")
            expect_security(self, shown)
            self.assertNotIn("Hide Ad", shown.text())
            self.assertIn("view=raw", shown.text())
            shown = ask(daemon.port, f"/articles/{hit['key']}?q=strike&view=raw")
            self.assertIn('class="furniture" dir="auto">Hide Ad</p>', shown.text())
            self.assertIn('<mark id="first">strike</mark>', shown.text())
            self.assertEqual(ask(daemon.port, f"/articles/{hit['key']}?view=both").status, 200)


footer = "Our standards: fair reporting by the Globex Corporation rules"


def brief(number):
    """An article of its own, and what its paper prints below each."""
    said = " ".join(f"berth{number}x{word}" for word in range(40))
    return {"id": f"b-{number}", "title": f"Ship {number} came in", "source": "The Courier", "lang": "en",
            "body": f"The harbour master saw {said}.\n\n{footer}"}


class RepeatedLines(ProgramTest):
    def briefs(self, numbers):
        lines = [json.dumps(brief(number)) + "\n" for number in numbers]
        return self.write(f"briefs-{numbers.start}.jsonl", "".join(lines))

    def answers(self):
        """What the index answers to whoever asks for the line, in whatever way."""
        queries = ("standards", '"fair reporting"', 'org:"globex corporation"', "globex", "in:furniture standards",
                   'in:furniture "fair reporting"', "has:quote", "harbour", "-in:furniture")
        return {query: sorted(self.ids(query)) for query in queries}

    def expect_learned(self, count):
        everything = sorted(f"b-{number}" for number in range(count))
        answers = self.answers()
        for query in ("in:furniture standards", 'in:furniture "fair reporting"', "harbour"):
            self.assertEqual(answers[query], everything, query)
        for query in ("standards", '"fair reporting"', 'org:"globex corporation"', "globex", "-in:furniture"):
            self.assertEqual(answers[query], [], query)
        self.ok(self.indexer("verify"))
        row, = self.ok(self.indexer("stats", "--lines", "--json")).records()
        self.assertEqual(row, {"version": 1, "source": "The Courier", "line": footer,
                               "articles": count})
        return answers

    def test_a_line_of_every_article_is_furniture_whenever_it_came(self):
        self.ok(self.indexer("add", self.briefs(range(5))))
        self.assertEqual(len(self.ids("standards")), 5)
        self.ok(self.indexer("stats", "--lines"), nothing)
        self.ok(self.indexer("add", self.briefs(range(5, 30))))
        answers = self.expect_learned(30)
        self.assertEqual(self.indexer("stats", "--json").json()["learned"], {"lines": 1, "sources": 1})
        self.assertIn("     30  The Courier  " + footer, self.indexer("stats", "--lines").out)
        self.assertNotIn("standards", self.ok(self.nutgraf("search", "harbour")).out)
        self.ok(self.indexer("rebuild"))
        self.assertEqual(self.expect_learned(30), answers)

    def test_the_same_articles_again_change_nothing_and_exports_are_read_as_they_were(self):
        file = self.briefs(range(30))
        self.ok(self.indexer("add", file))
        self.assertIn("unchanged 30", self.ok(self.indexer("add", file)).err)
        lines = self.ok(self.nutgraf("export", "harbour")).out
        for line in lines.splitlines():
            piece, = json.loads(line)["furniture"]
            self.assertEqual((piece["text"].strip(), piece["kind"]), (footer, "learned"))
        read = support.run("nutgraf-indexer", "read", self.write("exported.jsonl", lines))
        for article in self.ok(read).records():
            self.assertNotIn("furniture", article)
            self.assertTrue(article["body"].endswith("\n\n" + footer), article["id"])

    def test_removing_articles_leaves_nothing_wrong(self):
        self.ok(self.indexer("add", self.briefs(range(30))))
        self.ok(self.indexer("remove", *(f"b-{number}" for number in range(10, 30))))
        self.expect_learned(10)
        self.ok(self.indexer("remove", *(f"b-{number}" for number in range(10))))
        self.ok(self.indexer("stats", "--lines"), nothing)
        self.ok(self.indexer("verify"))

    def test_the_raw_view_has_the_line_and_the_article_has_not(self):
        self.ok(self.indexer("add", self.briefs(range(30))))
        with Daemon(self.index) as daemon:
            hit = ask(daemon.port, "/api/v1/search?q=berth7x3").json()["hits"][0]
            address = f"/api/v1/articles/{hit['key']}"
            article = ask(daemon.port, address).json()
            self.assertNotIn("standards", json.dumps(article["text"]))
            raw = ask(daemon.port, address + "?view=raw").json()
            text = raw["text"]["text"]
            self.assertEqual(text, brief(7)["body"])
            self.assertEqual([text[begin:end] for begin, end in raw["furniture"]], [footer])


if __name__ == "__main__":
    support.main()
