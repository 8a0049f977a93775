#!/usr/bin/env python3
"""What nutgraf prints for searches over corpus/sample, run as a program."""

import os
import re
import signal
import subprocess

import support
from support import ProgramTest, error, found, nothing, sample_index


class SampleTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index = sample_index()

    def search(self, *words, status=found, **env):
        return self.ok(self.nutgraf("search", *words, **env), status)


class Formats(SampleTest):
    def test_text_is_for_people(self):
        text = self.search("huawei", "-n", "2").out
        self.assertRegex(text, r"(?m)^ 1  \S")
        self.assertRegex(text, r"(?m)^ 2  \S")
        self.assertRegex(text, r"(?m)^    .* · \d+ \w+ \d{4}.*  [0-9a-f]{16}$")
        self.assertRegex(text, r"\n2 of \d+ stories; --limit N or --all shows more\.\n$")
        self.assertLessEqual(max(map(len, text.split("\n"))), 100)

    def test_oneline_is_key_date_source_headline(self):
        lines = self.search("huawei", "--format", "oneline", "--all",
                            "--no-collapse").out.splitlines()
        for line in lines:
            self.assertRegex(line,
                             r"^[0-9a-f]{16}  (\d{4}-\d\d-\d\d(\.\.\S+)?|undated   )  .{18}  \S")
        self.assertEqual(len(lines), int(self.search("-c", "huawei").out))

    def test_tsv_has_seven_fields_a_line(self):
        for line in self.search("huawei", "--format", "tsv", "--all").out.splitlines():
            fields = line.split("\t")
            self.assertEqual(len(fields), 7, line)
            self.assertRegex(fields[0], r"^\d+\.\d{3}$")
            self.assertRegex(fields[3], r"^[0-9a-f]{16}$")

    def test_json_is_one_object_of_the_shape_the_api_promises(self):
        for words in (["--json"], ["--format", "json"]):
            result = self.search("huawei ban", *words)
            self.assertEqual(result.out.count("\n"), 1)
            answer = result.json()
            self.assertEqual(answer["version"], 1)
            self.assertEqual(answer["query"]["input"], "huawei ban")
            for name in ("parsed", "expansions", "notes"):
                self.assertIn(name, answer["query"])
            self.assertEqual(answer["stories"], len(answer["hits"]))
            self.assertEqual(answer["total"], {"value": 6, "relation": "eq"})
            self.assertEqual(answer["index"], {"revision": 40, "articles": 40})
            for hit in answer["hits"]:
                self.assertLessEqual({"id", "key", "title", "byline", "score", "snippets"},
                                     set(hit))
                self.assertRegex(hit["key"], r"^[0-9a-f]{16}$")
                self.assertNotIn(None, hit.values())
            scores = [hit["score"] for hit in answer["hits"]]
            self.assertEqual(scores, sorted(scores, reverse=True))

    def test_marks_select_the_right_words_in_any_script(self):
        cases = [("huawei", r"huawei('s)?|华为|хуавэ\w+", 20), ("Sicherheitsrisiko", "sicherheitsrisik\\w*", 1),
                 ("d’interdiction", "d.interdiction|interdiction", 1), ("5G", "5g", 5),
                 ('"national security"', "national security", 1), ("商用", "商用", 1)]
        for query, pattern, at_least in cases:
            with self.subTest(query):
                words = []
                for hit in self.search(query, "--json", "--all").json()["hits"]:
                    for marked in [hit["title"], *hit["snippets"]]:
                        last = 0
                        for begin, end in marked["marks"]:
                            self.assertLessEqual(last, begin, "marks are sorted and disjoint")
                            words.append(marked["text"][begin:end])
                            last = end
                self.assertGreaterEqual(len(words), at_least)
                for word in words:
                    self.assertRegex(word.lower(), f"^({pattern})$")

    def test_jsonl_is_one_hit_a_line(self):
        result = self.search("huawei", "--format", "jsonl", "--all", "--no-collapse")
        hits = result.records()
        self.assertEqual(len(hits), int(self.search("-c", "huawei").out))
        self.assertEqual({hit["version"] for hit in hits}, {1})

    def test_ids_counts_and_silence(self):
        ids = self.search("-l", "huawei", "--all", "--no-collapse").out
        self.assertEqual(self.search("-l", "-0", "huawei", "--all", "--no-collapse").out, ids.replace("\n", "\0"))
        self.assertEqual(int(self.search("--count", "huawei").out), ids.count("\n"))
        self.assertEqual(self.ok(self.nutgraf("count", "huawei")).out, f"{ids.count(chr(10))}\n")
        silent = self.search("-q", "huawei")
        self.assertEqual((silent.out, silent.err), ("", ""))


class Statuses(SampleTest):
    def test_they_are_those_of_grep(self):
        cases = [
            (["search", "huawei"], found), (["search", "nosuchwordatall"], nothing),
            (["search", "-q", "nosuchwordatall"], nothing), (["count", "nosuchwordatall"], nothing),
            (["search", "-c", "nosuchwordatall"], nothing), (["show", "nobody"], nothing),
            (["explain", "nosuchwordatall"], nothing),
            (["search", "--strict", "date:never"], error),
            (["search", "huawei", "--sort", "best"], error),
            (["search", "--from", "soon", "x"], error),
            (["search", "--tz", "Europe/Londn", "x"], error),
            (["search", "--tz", "Europe/London", "huawei"], found),
            (["search", "--limit", "many", "x"], error), (["help", "quary"], error), ([], error),
            (["search", "huawei", "--format", "xml"], error), (["status"], found),
            (["help"], found),
        ]
        for words, status in cases:
            with self.subTest(words):
                result = self.ok(self.nutgraf(*words), status)
                if status == error:
                    self.assertEqual(result.out, "")
                    self.assertRegex(result.err, r"^nutgraf: .*[.)]\n$")

    def test_a_misspelt_word_that_finds_nothing_is_met_with_another_spelling(self):
        result = self.ok(self.nutgraf("search", "huawai"), nothing)
        self.assertRegex(result.err, r'Is "huawei" meant\? It finds [1-9][0-9]*\.\n$')

    def test_without_an_index_the_remedy_is_named(self):
        for verb in (["search", "x"], ["count", "x"], ["show", "x"], ["explain", "x"], ["status"]):
            with self.subTest(verb):
                result = self.ok(support.run("nutgraf", "--index", self.folder / "none", *verb),
                                 error)
                self.assertIn("There is no index in", result.err)

    def test_a_reader_that_has_left_is_no_matter(self):
        for words in (["search", "security"], ["search", "--json"], ["search", "-l"], ["help"]):
            with self.subTest(words):
                reading, writing = os.pipe()
                os.close(reading)
                process = support.start("nutgraf", "--index", self.index, *words, stdout=writing,
                                        stderr=subprocess.PIPE)
                os.close(writing)
                self.assertEqual(process.communicate(timeout=30)[1], b"")
                self.assertEqual(process.returncode, -signal.SIGPIPE)

    def test_slips_get_suggestions(self):
        cases = [(["serch", "x"], '"search"'), (["search", "--jsn", "x"], '"--json"'),
                 (["help", "quary"], '"query"'), (["search", "x", "--sort", "newst"], '"newest"'),
                 (["search", "x", "--format", "jsonn"], '"json"'),
                 (["status", "--jsno"], '"--json"')]
        for words, meant in cases:
            with self.subTest(words):
                self.assertIn(f"Is {meant} meant?", self.ok(self.nutgraf(*words), error).err)


class Queries(SampleTest):
    def found_ids(self, *words):
        return self.nutgraf("search", "-l", "--all", "--no-collapse", *words).out.splitlines()

    def test_newest_and_oldest_first_are_by_date(self):
        for order, is_newest in (("newest", True), ("oldest", False)):
            hits = self.search("--sort", order, "--all", "--json", "huawei").json()["hits"]
            dates = [hit["published"]["from"] for hit in hits if "published" in hit]
            self.assertGreater(len(dates), 5)
            self.assertEqual(dates, sorted(dates, reverse=is_newest))

    def test_dates_sources_and_languages_narrow(self):
        hits = self.search("--from", "2019", "--to", "2019-12", "--all", "--json").json()["hits"]
        self.assertEqual({hit["published"]["from"][:4] for hit in hits}, {"2019"})
        hits = self.search("--source", "Courier", "--source", "Le Fanal", "--all",
                           "--json").json()["hits"]
        self.assertEqual({hit["source"] for hit in hits}, {"Courier", "Le Fanal"})
        hits = self.search("--lang", "fr", "--all", "--json").json()["hits"]
        self.assertEqual({hit["lang"] for hit in hits}, {"fr"})

    def test_any_finds_what_either_word_finds(self):
        either = set(self.found_ids("huawei")) | set(self.found_ids("strike"))
        self.assertEqual(set(self.found_ids("--any", "huawei", "strike")), either)
        self.assertLess(len(self.found_ids("huawei", "strike")), len(either))

    def test_plain_takes_every_character_as_text(self):
        answer = self.nutgraf("search", "--plain", "--json", 'huawei OR (title:"x').json()
        self.assertEqual(answer["query"]["notes"], [])
        self.assertEqual(answer["total"]["value"], 0)

    def test_a_query_never_fails_unless_it_is_to_be_strict(self):
        for query in ('"open', "(huawei", "huawei)", "title:", "OR OR", "date:never huawei", "*",
                      "-"):
            with self.subTest(query):
                self.assertIn(self.nutgraf("search", "--", query).status, (found, nothing))
        result = self.search("--strict", "huawei date:never", status=error)
        self.assertIn('"never" is not a date like', result.err)

    def test_what_a_name_also_finds_is_said(self):
        self.assertEqual(self.search("huawei").err.splitlines()[-1],
                         '"huawei" also finds org:#huawei; --no-entities finds the words alone.')
        self.assertEqual(self.search("huawei", "--no-entities", "--all").err, "")

    def test_the_limit_holds(self):
        self.assertEqual(len(self.search("-l", "-n", "3", "huawei").out.splitlines()), 3)
        self.assertEqual(len(self.search("-l").out.splitlines()), 20)


class OtherVerbs(SampleTest):
    def test_an_article_is_shown_by_id_and_by_key(self):
        hit = self.search("huawei", "-n", "1", "--json").json()["hits"][0]
        by_id, by_key = (self.ok(self.nutgraf("show", name)).out
                         for name in (hit["id"], hit["key"]))
        self.assertEqual(by_id, by_key)
        self.assertIn(hit["key"], by_id)
        record = self.ok(self.nutgraf("show", hit["key"], "--json", "--query", "huawei")).json()
        self.assertEqual((record["version"], record["id"]), (1, hit["id"]))
        for begin, end in record["text"]["marks"]:
            self.assertRegex(record["text"]["text"][begin:end].lower(), "huawei")

    def test_a_query_is_explained(self):
        out = self.ok(self.nutgraf("explain", "telecom*")).out
        self.assertRegex(out, r"(?m)^read as   telecom\*$")
        self.assertRegex(out, r"(?m)^articles  \d+$")
        name = self.search("-l", "-n", "1", "huawei").out.strip()
        self.assertIn("matches with a score of",
                      self.ok(self.nutgraf("explain", "huawei", "--doc", name)).out)
        self.assertIn("does not match",
                      self.ok(self.nutgraf("explain", "perelet OR ptits", "--doc", name),
                              nothing).out)

    def test_an_explanation_is_the_record_of_the_api(self):
        name = self.search("-l", "-n", "1", "said:huawei").out.strip()
        record = self.ok(self.nutgraf("explain", "--json", "said:huawei", "--doc", name)).json()
        self.assertEqual((record["version"], record["query"]["parsed"]), (1, "said:huawei"))
        self.assertEqual(record["article"]["id"], name)
        self.assertTrue(record["article"]["matches"])
        sayings = record["article"]["speech"][0]["sayings"]
        self.assertGreater(len(sayings), 0)
        for saying in sayings:
            self.assertEqual(saying["speaker"]["id"], "huawei")
            self.assertRegex(saying["listed_at"], r"^\w+\.ent:\d+$")
        self.assertIn("speech of Huawei (#huawei)",
                      self.ok(self.nutgraf("explain", "said:huawei", "--doc", name)).out)
        self.assertEqual(self.nutgraf("explain", "--json", "nosuchwordatall").status, nothing)

    def test_who_finds_nothing_is_told_what_to_leave_out_and_what_may_be_meant(self):
        result = self.ok(self.nutgraf("search", "huawei", "xyzzyplugh"), nothing)
        self.assertRegex(result.err, r"Without xyzzyplugh it finds \d+: huawei")
        result = self.ok(self.nutgraf("search", "huawei", "--from", "2099"), nothing)
        self.assertRegex(result.err, r"Without --from it finds \d+\.")
        result = self.ok(self.nutgraf("search", "hauwie"), nothing)
        self.assertRegex(result.err, r'Is "huawei" meant\? It finds \d+\.')

    def test_status_is_what_the_indexer_says(self):
        self.assertEqual(self.nutgraf("status", "--json").json(),
                         self.indexer("stats", "--json").json())
        self.assertEqual(self.ok(self.nutgraf("index", "--version")).out,
                         self.nutgraf("--version").out)

    def test_help_has_its_topics(self):
        for topic, part in (("query", "title:"), ("dates", "date:2019-05"), ("formats", "jsonl"),
                            ("exit-codes", "130")):
            self.assertIn(part, self.ok(self.nutgraf("help", topic)).out)
        self.assertIn("Examples:", self.ok(self.nutgraf("help")).out)


class Colours(SampleTest):
    def test_flags_come_before_the_environment(self):
        cases = [
            (["--color", "always"], {}, True), (["--color", "never"], {}, False), ([], {}, False),
            ([], {"FORCE_COLOR": "1"}, True), ([], {"NO_COLOR": "1"}, False),
            ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
            (["--color", "always"], {"NO_COLOR": "1"}, True),
            (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ]
        for words, env, is_coloured in cases:
            for form in ("text", "oneline"):
                with self.subTest(words=words, env=env, format=form):
                    text = self.search("huawei", "--format", form, *words, **env).out
                    self.assertEqual("\x1b[" in text, is_coloured)
                    self.assertEqual(re.sub(r"\x1b\[[0-9;]*m", "", text).count("\x1b"), 0)

    def test_data_for_programs_is_never_coloured(self):
        for form in ("json", "jsonl", "tsv"):
            self.assertNotIn("\x1b", self.search("huawei", "--format", form, "--color",
                                                 "always").out)


if __name__ == "__main__":
    support.main()
