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


if __name__ == "__main__":
    support.main()
