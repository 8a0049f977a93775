#!/usr/bin/env python3
"""The pages of organisations and people, for programs and for readers, over corpus/sample."""

import unittest
import urllib.parse

import support
from support import Daemon, sample_index
from web import Judge, ask, expect_problem, expect_security, search


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.daemon = Daemon(sample_index())
        cls.port = cls.daemon.port

    @classmethod
    def tearDownClass(cls):
        cls.daemon.__exit__()

    def get(self, path, **parameters):
        target = urllib.parse.quote(path)
        if parameters:
            target += "?" + urllib.parse.urlencode(parameters)
        return ask(self.port, target)

    def record(self, path, **parameters):
        answer = self.get("/api/v1/" + path, **parameters)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json()

    def total(self, query):
        return search(self.port, query).json()["total"]["value"]


class List(Sample):
    def test_a_name_is_found_in_any_script_and_by_its_beginning(self):
        for name in ("Huawei", "华为", "华", "Хуавэй", "huawei tech"):
            first = self.record("entities", q=name)["entities"][0]
            self.assertEqual((first["kind"], first["id"]), ("org", "huawei"), name)
            self.assertEqual(first["articles"], self.total("org:#huawei"))

    def test_an_office_stands_for_its_holders(self):
        ids = {entity["id"] for entity in self.record("entities", q="foreign secretary",
                                                      limit=100)["entities"]}
        self.assertLessEqual({"jeremy-hunt", "boris-johnson"}, ids)

    def test_pages_of_the_list_follow_on_one_another(self):
        whole = self.record("entities", limit=100)
        self.assertEqual(whole["index"], {"revision": 40, "articles": 40})
        pages = [self.record("entities", limit=7, offset=offset)["entities"]
                 for offset in range(0, 70, 7)]
        self.assertEqual([entity for page in pages for entity in page], whole["entities"][:70])
        counts = [entity["articles"] for entity in whole["entities"]]
        self.assertEqual(counts, sorted(counts, reverse=True))

    def test_kinds_part_the_list(self):
        totals = {kind: self.record("entities", kind=kind)["total"]["value"]
                  for kind in ("org", "official", "person")}
        self.assertEqual(sum(totals.values()), self.record("entities")["total"]["value"])
        self.assertGreater(min(totals.values()), 0)

    def test_mistakes_name_the_parameter(self):
        for parameter, value in (("kind", "town"), ("limit", "0"), ("limit", "101"),
                                 ("offset", "10001"), ("q", "x" * 501), ("nme", "x")):
            with self.subTest(parameter=parameter, value=value):
                expect_problem(self, self.get("/api/v1/entities", **{parameter: value}), 400,
                               parameter=parameter)


class One(Sample):
    def test_what_is_counted_is_what_the_searches_find(self):
        for entity in self.record("entities", limit=40)["entities"]:
            with self.subTest(entity["id"]):
                record = self.record("entities/" + entity["id"])
                self.assertEqual(record["articles"], entity["articles"])
                self.assertEqual(self.total(record["q"]), record["articles"])
                self.assertEqual(self.total(record["quotes_q"]), record["quoted_in"])
                histogram = record["histogram"]
                self.assertEqual(sum(bucket["count"] for bucket in histogram["buckets"])
                                 + histogram["undated"], record["articles"])
                self.assertNotIn(entity["id"], [other["id"] for other in record["beside"]])

    def test_who_is_beside_is_named_in_as_many_of_the_articles(self):
        record = self.record("entities/huawei")
        self.assertEqual(len(record["beside"]), 20)
        for other in record["beside"][:8]:
            field = "org" if other["kind"] == "org" else "person"
            both = self.total(f'org:#huawei {field}:"#{other["id"]}"')
            self.assertEqual(both, other["articles"], other)

    def test_words_stand_in_their_articles(self):
        speakers = [entity["id"] for entity in self.record("entities", limit=100)["entities"]
                    if self.total(f'said:"#{entity["id"]}"')]
        self.assertGreater(len(speakers), 3)
        for speaker in speakers[:10]:
            record = self.record("entities/" + speaker)
            self.assertTrue(record["quotes"], speaker)
            self.assertLessEqual(len(record["quotes"]), 10)
            for quote in record["quotes"]:
                article = self.get("/api/v1/articles/" + quote["article"]["key"]).json()
                begin, end = quote["marks"][0]
                # An id of the index alone stands for all who bear the name.
                said = [other["text"] for other in article["quotes"]
                        if other.get("speaker", {}).get("id") == speaker or speaker[0] == "~"]
                self.assertTrue(any(text.startswith(quote["text"][begin:end]) for text in said),
                                (speaker, quote))

    def test_the_newest_articles_come_first(self):
        record = self.record("entities/huawei")
        newest = search(self.port, "org:#huawei", sort="newest", limit=5).json()["hits"]
        self.assertEqual([hit["key"] for hit in record["recent"]], [hit["key"] for hit in newest])

    def test_the_histogram_has_the_unit_that_is_asked_for(self):
        for unit in ("year", "month", "week"):
            record = self.record("entities/huawei", histogram=unit)
            self.assertEqual(record["histogram"]["unit"], unit)
        expect_problem(self, self.get("/api/v1/entities/huawei", histogram="hour"), 400,
                       parameter="histogram")

    def test_facts_are_those_of_the_gazetteer(self):
        hunt = self.record("entities/jeremy-hunt")
        office = next(role for role in hunt["roles"]
                      if role.get("office") == "gb-foreign-secretary")
        self.assertEqual((office["from"], office["until"]), ("2018-07-09", "2019-07-24"))
        huawei = self.record("entities/huawei")
        self.assertIn("华为", huawei["names"]["zh"])
        self.assertEqual(huawei["links"]["wikidata"], "Q160120")

    def test_an_unknown_id_is_a_problem_of_404(self):
        for name in ("nobody-at-all", "~", "#", "huawei/x", "%00"):
            expect_problem(self, self.get("/api/v1/entities/" + name), 404)

    def test_the_answer_may_be_kept_while_the_index_stays(self):
        for target in ("/api/v1/entities/huawei", "/api/v1/entities", "/entities/huawei",
                       "/entities"):
            etag = ask(self.port, target).headers["etag"]
            self.assertEqual(ask(self.port, target, if_none_match=etag).status, 304)


class Pages(Sample):
    def page(self, path, **parameters):
        answer = self.get(path, **parameters)
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(answer.headers["content-type"], "text/html; charset=utf-8")
        expect_security(self, answer)
        return answer.text()

    def test_each_that_the_list_names_has_a_page(self):
        for entity in self.record("entities", limit=100)["entities"]:
            self.page("/entities/" + entity["id"])

    def test_pages_hold_nothing_that_acts(self):
        for path in ("/entities", "/entities/huawei", "/entities/chris-coons",
                     "/entities/us-gov"):
            self.assertEqual(Judge(self.page(path)).faults, [], path)

    def test_a_page_that_is_not_there_is_a_page(self):
        answer = self.get("/entities/nobody-at-all")
        self.assertEqual(answer.status, 404)
        self.assertIn("Nobody and nothing here has the id", answer.text())

    def test_the_list_ignores_what_it_does_not_know(self):
        self.page("/entities", q="huawei", nonsense="1")


if __name__ == "__main__":
    support.main()
