#!/usr/bin/env python3
"""What is promised of the five real articles in the reference folder."""

import json

import support
from support import ProgramTest, nothing


class Seeds(ProgramTest):
    def setUp(self):
        super().setUp()
        seeds = support.seeds_or_skip(self)
        self.ok(self.indexer("add", seeds))

    def numbers(self, query):
        """The numbers that begin the names of the files a query finds."""
        return [name.rsplit("/", 1)[-1].split("_")[0] for name in self.ids(query)]

    def test_queries_find_what_they_must(self):
        cases = [
            ('"deep concern"', ["001"]),
            ("huawei -germany", ["002", "003", "004"]),
            ("(prague OR warsaw) NOT trump", ["004"]),
            ('"last resort" OR backdoors', ["001", "003"]),
            ("", ["000", "001", "002", "003", "004"]),
            ("official:coons", ["000", "003"]),
            ("org:华为", ["000", "001", "002", "003", "004"]),
            ('org:"Scotland Yard"', ["003"]),
            ("party:R", ["000"]),
        ]
        for query, numbers in cases:
            with self.subTest(query):
                self.assertEqual(self.numbers(query), numbers)

    def test_their_heads_and_their_furniture_are_what_a_reader_would_mark(self):
        caption = ("Theresa May's support for Chinese 5G work has alarmed US Senator Chris Coons.")
        envoy = ("Chinese envoy urges Britain to resist external pressure over decisions on Huawei")
        expected = [
            ("", "dpa-AFX", "BEIJING", []),
            ("EU lawmakers express concern over Chinese 5G telecoms equipment", "", "", []),
            ("", "", "", ["News", "Show news feed", "!",
                          "This text available in \u00a0 Հայերեն and Русский", "Print"]),
            ("Security links with US ‘at risk’ over Huawei", "", "",
             [caption, caption, "Hide Ad", "Hide Ad"]),
            (envoy, "", "", [envoy, "Latest News"]),
        ]
        seeds = support.seeds_or_skip(self)
        articles = self.ok(support.run("nutgraf-indexer", "read", seeds)).records()
        read = [(article.get("title", ""), article.get("wire", ""), article.get("place", ""),
                 [piece["text"].strip() for piece in article.get("furniture", [])])
                for article in articles]
        self.assertEqual(read, expected)
        analyses = self.ok(support.run("nutgraf-indexer", "analyse", "--raw", seeds)).records()
        self.assertEqual([analysis["lang"] for analysis in analyses], ["en"] * 5)
        self.assertEqual([[piece["text"] for piece in analysis["furniture"]]
                          for analysis in analyses], [row[3] for row in expected])

    def test_their_dates_are_unknown_or_follow_from_whom_they_name(self):
        """The days assumed for them, where there are any, lie within what is inferred."""
        answer = self.ok(self.nutgraf("search", "--json", "")).json()
        dates = {hit["id"].rsplit("/", 1)[-1].split("_")[0]: hit.get("published")
                 for hit in answer["hits"]}
        self.assertEqual(dates, {
            "000": None, "001": None, "002": None,
            # Gavin Williamson has left his office, Theresa May has hers.
            "003": {"basis": "office", "from": "2019-05-01", "to": "2019-07-23"},
            "004": {"basis": "office", "from": "2018-10-24", "to": "2019-04-30"},
        })
        gold = support.reference / "gold" / "dates.tsv"
        if gold.is_file():
            for line in gold.read_text().splitlines():
                name, day = line.split("\t")
                date = dates[name.split("_")[0]]
                if date:
                    self.assertLessEqual(date["from"], day)
                    self.assertGreaterEqual(date["to"], day)

    def test_a_phrase_is_marked_as_one_range(self):
        answer = self.ok(self.nutgraf("search", "--json", '"deep concern"')).json()
        marked = [snippet["text"][begin:end].lower() for hit in answer["hits"]
                  for snippet in hit["snippets"] for begin, end in snippet["marks"]]
        self.assertTrue(marked)
        self.assertEqual(set(marked), {"deep concern"})

    def test_an_organisation_near_a_word_is_marked_with_it(self):
        answer = self.ok(self.nutgraf("search", "--json", "org:huawei NEAR/8 ban")).json()
        for hit in answer["hits"]:
            marked = [text["text"][begin:end].lower() for text in [hit["title"], *hit["snippets"]]
                      for begin, end in text["marks"]]
            with self.subTest(hit["id"]):
                self.assertTrue({"huawei", "huawei's"} & set(marked), marked)
                self.assertTrue([word for word in marked if word.startswith("ban")], marked)

    def test_a_prefix_that_begins_no_word_finds_nothing(self):
        result = self.ok(self.nutgraf("search", "titl*"), nothing)
        self.assertEqual(result.out, "")

    def test_the_index_of_them_verifies_and_rebuilds(self):
        before = self.ids("huawei")
        self.ok(self.indexer("verify"))
        self.ok(self.indexer("rebuild"))
        self.assertEqual(self.ids("huawei"), before)


class DatedSeeds(ProgramTest):
    """The articles with the days they were published on, which the files do not tell."""

    def setUp(self):
        super().setUp()
        self.gold = support.reference / "gold"
        if not (self.gold / "retrieval.jsonl").is_file():
            self.skipTest(f"there is no gold/retrieval.jsonl in {support.reference}")
        seeds = support.seeds_or_skip(self)
        for line in (self.gold / "dates.tsv").read_text().splitlines():
            name, day = line.split("\t")
            self.ok(self.indexer("add", "--published", day, seeds / f"{name}.txt"))

    def test_questions_about_entities_find_just_the_articles_that_name_them(self):
        for line in (self.gold / "retrieval.jsonl").read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            found = sorted(name.removesuffix(".txt").rsplit("/", 1)[-1]
                           for name in self.ids(question["query"]))
            with self.subTest(question["query"]):
                self.assertIn(found, [sorted(accepted) for accepted in question["accept"]])


if __name__ == "__main__":
    support.main()
