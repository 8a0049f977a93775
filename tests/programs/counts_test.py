#!/usr/bin/env python3
"""Counts, timelines and articles like one, over corpus/sample: on the command line and the API."""

import json
import urllib.parse

import support
import web
from support import ProgramTest, error, found, nothing, sample_index


class CountsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index = sample_index()

    def total(self, *words):
        return int(self.nutgraf("count", *words).out)


class NamesInNames(ProgramTest):
    def test_a_source_is_not_another_whose_name_holds_it(self):
        self.ok(self.indexer("add", self.write("a.jsonl", "".join(
            json.dumps({"id": str(number), "title": "Ban", "source": source, "section": section})
            + "\n" for number, (source, section) in enumerate(
                [("Courier", "World"), ("The Courier", "World news"), ("Courier Weekly", "World"),
                 ("courier", "Sport")])))))
        for words, count in [(["--source", "Courier", ""], 2), (["--source", "The Courier", ""], 1),
                             (["--not-source", "Courier", ""], 2), (["--section", "World", ""], 2),
                             (['source:="Courier"'], 2), (["source:courier"], 4),
                             (['section:="world news"'], 1)]:
            with self.subTest(words=words):
                self.assertEqual(self.ok(self.nutgraf("count", *words)).out.strip(), str(count))


class CountBy(CountsTest):
    def test_the_numbers_of_a_field_are_those_of_its_filters(self):
        for field in ("source", "lang", "org", "official", "role", "section", "year"):
            record = self.ok(self.nutgraf("count", "", "--by", field, "--format", "json")).json()
            self.assertEqual(record["by"], field)
            self.assertEqual(record["total"], 40)
            self.assertTrue(record["values"], field)
            for value in record["values"][:6]:
                with self.subTest(field=field, value=value["value"]):
                    flag = f"--{field}={value['value']}"
                    self.assertEqual(self.total("", flag), value["count"])
                    self.assertEqual(self.total("", f"--not-{field}={value['value']}"),
                                     40 - value["count"])

    def test_months_weeks_and_days_add_up_with_the_undated_apart(self):
        for unit in ("month", "week", "day"):
            lines = self.ok(self.nutgraf("count", "--by", unit, "--format", "tsv")).out.splitlines()
            counts = {line.split("\t")[1]: int(line.split("\t")[0]) for line in lines}
            self.assertEqual(sum(counts.values()), 40)
            undated = self.total("date:undated")
            self.assertGreaterEqual(counts.get("undated", 0), undated)
            for date in [date for date in counts if date != "undated"][:5]:
                if unit != "week":
                    self.assertGreaterEqual(self.total(f"date:{date}"), counts[date])

    def test_text_is_for_people_and_what_is_not_built_is_refused(self):
        text = self.ok(self.nutgraf("count", "huawei", "--by", "org")).out
        self.assertRegex(text, r"(?m)^ +\d+  Huawei \(#huawei\)$")
        self.assertIn("sourc", self.ok(self.nutgraf("count", "--by", "sourc"), error).err)
        self.ok(self.nutgraf("count", "xyzzyplugh", "--by", "source"), nothing)

    def test_stories_have_the_articles_that_match(self):
        record = self.nutgraf("count", "huawei", "--by", "story", "--format", "json").json()
        counts = [value["count"] for value in record["values"]]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertGreater(counts[0], 1, "the sample has syndicated copies")
        self.assertEqual(sum(counts), record["total"])
        largest = record["values"][0]
        copies = self.nutgraf("search", "-l", f"huawei story:{largest['value']}").out.split()
        self.assertEqual(len(copies), largest["count"])


class Filters(CountsTest):
    def test_several_values_of_a_field_are_any_of_them(self):
        years = [self.total("", "--year", year) for year in ("2018", "2019")]
        self.assertEqual(self.total("", "--year", "2018", "--year", "2019"), sum(years))
        self.assertIn("year: \"2019-03\" is not a year like 2019.",
                      self.ok(self.nutgraf("count", "", "--year", "2019-03"), error).err)

    def test_what_is_excluded_is_not_found_and_is_read_as_not(self):
        everything = self.total("huawei")
        without = self.total("huawei", "--not-lang", "en")
        self.assertEqual(without, everything - self.total("huawei", "--lang", "en"))
        record = self.nutgraf("search", "huawei", "--not-lang", "en", "--json").json()
        self.assertIn("NOT", record["query"]["parsed"])


class Timeline(CountsTest):
    def test_several_queries_stand_side_by_side(self):
        record = self.ok(self.nutgraf("timeline", "huawei", "title:5g", "--by", "month",
                                      "--format", "json")).json()
        self.assertEqual([asked["input"] for asked in record["queries"]], ["huawei", "title:5g"])
        for number, asked in enumerate(record["queries"]):
            counted = sum(bucket["counts"][number] for bucket in record["buckets"])
            self.assertEqual(counted + asked["undated"], asked["total"])
            self.assertEqual(asked["total"], self.total(asked["input"]))
        for bucket in record["buckets"]:
            self.assertGreaterEqual(bucket["archive"], max(bucket["counts"]))

    def test_a_chart_is_as_wide_as_it_may_be(self):
        chart = self.ok(self.nutgraf("timeline", "huawei", "--by", "year")).out
        self.assertRegex(chart, r"^ +archive  huawei\n")
        self.assertRegex(chart, r"(?m)^2019 +\d+ +\d+ █+")
        self.assertLessEqual(max(map(len, chart.splitlines())), 100)

    def test_what_came_in_today_is_of_today_in_every_zone(self):
        for zone in ("UTC", "Australia/Sydney"):
            record = self.nutgraf("timeline", "--of", "seen", "--by", "day", "--tz", zone,
                                  "--format", "json").json()
            self.assertEqual(record["zone"], zone)
            self.assertEqual(sum(bucket["counts"][0] for bucket in record["buckets"]), 40)

    def test_an_error_says_of_which_query(self):
        answer = self.ok(self.nutgraf("timeline", "huawei", "--strict", "", '"open'), error)
        self.assertIn("Query 3: ", answer.err)
        self.ok(self.nutgraf("timeline", "xyzzyplugh"), nothing)


class Similar(CountsTest):
    def test_likes_say_what_they_share(self):
        key = self.nutgraf("search", "huawei", "--format", "oneline", "-n", "1").out[:16]
        record = self.ok(self.nutgraf("similar", key, "--json")).json()
        self.assertTrue(record["hits"])
        self.assertNotIn(key, [hit["key"] for hit in record["hits"]])
        for hit in record["hits"]:
            self.assertGreaterEqual(len(hit["shared"]["words"]) + len(hit["shared"]["entities"]), 2)
        text = self.ok(self.nutgraf("similar", record["article"]["id"], "-n", "2")).out
        self.assertRegex(text, r"(?m)^    shares \S")
        self.ok(self.nutgraf("similar", "nobody"), nothing)

    def test_suggestions_are_lines_of_four_fields(self):
        lines = self.ok(self.nutgraf("suggest", "huaw")).out.splitlines()
        self.assertTrue(all(len(line.split("\t")) == 4 for line in lines), lines)
        self.ok(self.nutgraf("suggest", "xyzzyplugh"), nothing)


class Api(CountsTest):
    def setUp(self):
        super().setUp()
        self.daemon = self.enterContext(support.Daemon(self.index))

    def get(self, target, **parameters):
        query = urllib.parse.urlencode(parameters, doseq=True)
        return web.ask(self.daemon.port, f"{target}?{query}")

    def test_a_timeline_takes_up_to_eight_queries(self):
        answer = self.get("/api/v1/timeline", q=["huawei", "ban"], by="week")
        self.assertEqual(answer.status, 200)
        self.assertEqual(len(answer.json()["queries"]), 2)
        self.assertEqual(answer.json()["unit"], "week")
        for parameters in ({"q": ["a"] * 9}, {"by": "hour"}, {"of": "nothing"}, {"tz": "Mars/Base"},
                           {"limit": "3"}):
            with self.subTest(parameters=parameters):
                refused = self.get("/api/v1/timeline", **parameters)
                self.assertEqual(refused.status, 400)
                self.assertEqual(refused.json()["parameter"], next(iter(parameters)))

    def test_facets_count_without_their_own_filters_and_tell_what_is_excluded(self):
        plain = self.get("/api/v1/search", q="huawei", facets="source,lang").json()
        source = plain["facets"]["source"][0]
        narrowed = self.get("/api/v1/search", q="huawei", facets="source,lang",
                            not_source=source["value"]).json()
        self.assertEqual(narrowed["total"]["value"], plain["total"]["value"] - source["count"])
        self.assertEqual([value["count"] for value in narrowed["facets"]["source"]],
                         [value["count"] for value in plain["facets"]["source"]])
        excluded = [value for value in narrowed["facets"]["source"] if value.get("excluded")]
        self.assertEqual([value["value"] for value in excluded], [source["value"]])
        short = self.get("/api/v1/search", q="", facets="source", facet_limit=2).json()["facets"]
        self.assertEqual(len(short["source"]), 2)
        self.assertGreater(short["more"]["source"], 0)

    def test_likes_are_refused_where_there_is_no_article(self):
        key = self.get("/api/v1/search", q="huawei").json()["hits"][0]["key"]
        answer = self.get(f"/api/v1/articles/{key}/similar", limit=3)
        self.assertEqual(answer.status, 200)
        self.assertEqual(len(answer.json()["hits"]), 3)
        self.assertEqual(self.get("/api/v1/articles/nobody/similar").status, 404)
        self.assertEqual(self.get(f"/api/v1/articles/{key}/similar", limit=51).status, 400)
        page = web.ask(self.daemon.port, f"/articles/{key}").text()
        self.assertIn("Similar articles", page)
        self.assertIn(json.dumps(answer.json()["hits"][0]["key"]).strip('"'), page)


if __name__ == "__main__":
    support.main()
