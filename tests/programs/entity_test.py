#!/usr/bin/env python3
"""Organisations and officials, from the gazetteer to the answer, over corpus/sample."""

import support
from support import ProgramTest, error, found, nothing, sample_index


class LookUp(ProgramTest):
    def find(self, *words, status=found):
        return self.ok(self.nutgraf("entity", "find", *words), status)

    def test_one_is_found_by_any_name_in_any_script(self):
        for name in ("Huawei", "huawei technologies", "华为", "Хуавэй", "هواوي"):
            self.assertIn("(#huawei)", self.find(name).out, name)
        self.assertIn("(#gb-met-police)", self.find("Scotland Yard").out)

    def test_an_office_finds_those_who_held_it(self):
        out = self.find("foreign", "secretary").out
        for person in ("jeremy-hunt", "boris-johnson"):
            self.assertIn(f"(#{person})", out)

    def test_nobody_of_that_name_is_said_and_exits_with_1(self):
        self.assertIn("nobody called", self.find("Nosuch Body", status=nothing).err)

    def test_show_prints_names_offices_with_dates_and_where_it_is_from(self):
        out = self.ok(self.nutgraf("entity", "show", "#jeremy-hunt")).out
        self.assertIn("Foreign Secretary", out)
        self.assertIn("2018-07-09..2019-07-23", out)
        self.assertRegex(out, r"uk\.ent:\d+")

    def test_show_as_json(self):
        record = self.ok(self.nutgraf("entity", "show", "huawei", "--json")).json()
        self.assertEqual((record["kind"], record["id"], record["country"]), ("org", "huawei", "CN"))
        self.assertIn("华为", record["names"]["zh"])

    def test_without_an_index_show_has_the_facts_alone(self):
        record = self.ok(self.nutgraf("entity", "show", "gb-fcdo", "--json")).json()
        self.assertNotIn("articles", record)
        secretary = next(office for office in record["offices"]
                         if office["id"] == "gb-foreign-secretary")
        hunt = next(holder for holder in secretary["holders"] if holder["id"] == "jeremy-hunt")
        self.assertEqual((hunt["from"], hunt["to"], hunt["until"]),
                         ("2018-07-09", "2019-07-23", "2019-07-24"))
        self.assertEqual(self.ok(self.nutgraf("entity", "show", "huawei", "--json"))
                         .json()["links"], {"wikidata": "Q160120"})

    def test_a_mistyped_id_gets_a_suggestion(self):
        result = self.ok(self.nutgraf("entity", "show", "huawej"), nothing)
        self.assertIn('Is "huawei" meant?', result.err)


class Listing(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index = sample_index()

    def listed(self, *words, status=found):
        result = self.ok(self.nutgraf("entity", "list", "--format", "jsonl", *words), status)
        return result.records()

    def test_those_that_most_articles_name_come_first(self):
        all_of_them = self.listed("-n", "1000")
        counts = [record["articles"] for record in all_of_them]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertEqual(len(self.listed()), 20)
        self.assertEqual(self.listed("-n", "3"), all_of_them[:3])
        for record in all_of_them[:5]:
            field = "org" if record["kind"] == "org" else "person"
            self.assertEqual(len(self.ids(f'{field}:"#{record["id"]}"')), record["articles"])

    def test_a_kind_is_listed_alone(self):
        for kind in ("org", "official", "person"):
            self.assertEqual({record["kind"] for record in self.listed("--kind", kind)}, {kind})
        self.ok(self.nutgraf("entity", "list", "--kind", "town"), error)

    def test_a_beginning_of_a_name_in_any_script_will_do(self):
        for name in ("huaw", "华", "Хуавэ"):
            self.assertEqual(self.listed(name)[0]["id"], "huawei", name)
        self.assertEqual(self.listed("nowhere known", status=nothing), [])

    def test_the_formats_say_the_same(self):
        records = self.listed("-n", "5")
        answer = self.nutgraf("entity", "list", "-n", "5", "--format", "json").json()
        self.assertEqual([entity["id"] for entity in answer["entities"]],
                         [record["id"] for record in records])
        self.assertGreater(answer["total"]["value"], 5)
        rows = [line.split("\t") for line in
                self.nutgraf("entity", "list", "-n", "5", "--format", "tsv").out.splitlines()]
        self.assertEqual([(int(row[0]), row[1], row[2], row[3]) for row in rows],
                         [(record["articles"], record["kind"], record["id"], record["name"])
                          for record in records])
        text = self.nutgraf("entity", "list", "-n", "5").out
        for record in records:
            self.assertRegex(text, rf"(?m)^ *{record['articles']}  .*\(#{record['id']}\)")

    def test_show_has_what_the_index_has_too(self):
        record = self.ok(self.nutgraf("entity", "show", "huawei", "--json")).json()
        self.assertEqual(record["articles"], len(self.ids("org:#huawei")))
        self.assertEqual(record["index"]["articles"], 40)
        self.assertNotIn("huawei", [entity["id"] for entity in record["beside"]])
        out = self.ok(self.nutgraf("entity", "show", "huawei")).out
        self.assertIn(f"{record['articles']} of 40 articles: org:#huawei", out)
        self.assertIn(record["recent"][0]["key"], out)

    def test_one_that_only_the_index_knows_is_shown_by_its_id(self):
        unlisted = next(record for record in self.listed("-n", "1000") if record["id"][0] == "~")
        record = self.ok(self.nutgraf("entity", "show", unlisted["id"], "--json")).json()
        self.assertEqual((record["name"], record["articles"]),
                         (unlisted["name"], unlisted["articles"]))
        result = self.ok(self.nutgraf("entity", "show", "huawej"), nothing)
        self.assertIn('Is "huawei" meant?', result.err)


class Search(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index = sample_index()

    def test_every_name_of_one_finds_the_same_articles(self):
        expected = self.ids("org:huawei")
        self.assertGreater(len(expected), 5)
        for query in ('org:"Huawei Technologies"', "org:华为", "org:#huawei", "org:Хуавэй"):
            self.assertEqual(self.ids(query), expected, query)
        self.assertEqual(self.ids("", "--org", "#huawei"), expected)

    def test_the_mention_is_marked_where_the_query_named_it(self):
        answer = self.nutgraf("search", "--json", "--", "org:华为").json()
        marked = {hit["title"]["text"][begin:end]
                  for hit in answer["hits"] for begin, end in hit["title"]["marks"]}
        self.assertIn("Huawei", marked)

    def test_hits_say_who_they_are_about(self):
        hit = self.nutgraf("search", "--json", "-n", "1", "--", "title:huawei").json()["hits"][0]
        entities = {entity["id"]: entity for entity in hit["entities"]}
        self.assertEqual(entities["huawei"]["kind"], "org")
        self.assertGreater(entities["huawei"]["relevance"], 30)

    def test_one_that_nobody_knows_is_looked_for_by_its_words(self):
        answer = self.nutgraf("search", "--json", "--", 'org:"B&R Telecom"').json()
        self.assertGreater(answer["total"]["value"], 0)

    def test_a_body_is_found_with_all_that_is_under_it(self):
        government = set(self.ids("under:#us-gov"))
        self.assertEqual(set(self.ids('under:"US government"')), government)
        self.assertGreater(government, set(self.ids("org:#us-gov")))
        congress = set(self.ids("under:#us-congress"))
        self.assertLessEqual(set(self.ids("org:#us-senate")), congress)
        self.assertGreater(congress, set(self.ids("org:#us-congress")))

    def test_what_an_article_is_about_it_names_with_a_relevance_of_50(self):
        answer = self.nutgraf("search", "--json", "--all", "--no-collapse", "--", "org:huawei").json()
        relevance = {hit["id"]: entity["relevance"] for hit in answer["hits"]
                     for entity in hit["entities"] if entity["id"] == "huawei"}
        self.assertEqual(set(self.ids("about:huawei")),
                         {id for id, number in relevance.items() if number >= 50})
        self.assertLess(len(self.ids("about:huawei")), len(self.ids("org:huawei")))

    def test_a_name_finds_articles_that_have_another_name_of_the_same(self):
        answer = self.nutgraf("search", "--json", "--all", "--no-collapse", "--", "华为").json()
        self.assertEqual(answer["query"]["expansions"],
                         [{"from": '"华 为"', "kind": "entity", "to": ["org:#huawei"],
                           "name": "Huawei"}])
        self.assertIn("en", {hit["lang"] for hit in answer["hits"]})
        self.assertEqual(answer["hits"][0]["lang"], "zh", "what has the word itself comes first")
        self.assertEqual({hit["id"] for hit in answer["hits"]},
                         set(self.ids("华为 OR org:huawei", "--no-entities")))
        alone = self.nutgraf("search", "--json", "--no-entities", "--", "华为").json()
        self.assertEqual({hit["lang"] for hit in alone["hits"]}, {"zh"})
        self.assertEqual(alone["query"]["expansions"], [])
        self.assertEqual(self.ids("-华为"), self.ids("-华为", "--no-entities"))
        self.assertEqual(self.ids("华为", "--plain"), self.ids("华为", "--no-entities"))

    def test_ordinary_words_find_themselves_alone(self):
        for word in ("apple", "may", "target", "who", "visa", "shell", "orange", "gap", "sun",
                     "time", "independent", "labour", "treasury", "commission", "china", "senator",
                     "bank", "police", "republicans", "smith"):
            expansions = self.nutgraf("search", "--json", "--", word).json()["query"]["expansions"]
            self.assertEqual(expansions, [], word)

    def test_a_name_of_several_says_how_many_articles_each_has(self):
        answer = self.nutgraf("search", "--json", "--", "org:labour").json()
        senses = answer["query"]["notes"][0]["senses"]
        self.assertGreater(len(senses), 1)
        for sense in senses:
            count = self.nutgraf("count", "--", sense["q"]).out.strip()
            self.assertEqual(count, str(sense["articles"]), sense)
        self.assertIn(f"{senses[0]['articles']} article", answer["query"]["notes"][0]["message"])

    def test_explain_says_where_and_why_an_article_mentions_an_entity(self):
        first = self.ids("title:huawei")[0]
        out = self.nutgraf("explain", "org:华为", "--doc", first).out
        self.assertRegex(out, r'title \d+-\d+  "Huawei": Huawei \(#huawei\) of \w+\.ent:\d+, by name: ')
        self.assertIn("the gazetteer lists it as a name that means little else", out)

    def test_an_unknown_party_is_refused_where_the_query_is_strict(self):
        self.ok(self.nutgraf("search", "--strict", "--", "party:nosuchparty"), error)


class Gazetteer(ProgramTest):
    def test_a_changed_gazetteer_is_noticed_and_rebuild_makes_it_current(self):
        self.ok(self.indexer("add", support.sample))
        program = support.programs / "entities.bin"
        self.assertTrue(program.is_file())
        unchanged = self.ok(self.indexer("rebuild", "--entities"))
        self.assertIn("nothing to rebuild", unchanged.err)
        expected = self.ids("org:huawei")
        self.ok(self.indexer("rebuild"))
        self.assertEqual(self.ids("org:huawei"), expected)

    def test_a_damaged_gazetteer_is_refused_by_name(self):
        bad = self.write("bad.bin", b"not a gazetteer")
        result = self.indexer("add", "--gazetteer", bad, support.sample)
        self.assertEqual(result.status, error)
        self.assertIn("bad.bin", result.err)


if __name__ == "__main__":
    support.main()
