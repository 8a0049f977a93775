#!/usr/bin/env python3
"""nutgraf batch: every query of a file, answered in order."""

import json
import re

import support
from support import ProgramTest, error, found, nothing, sample_index


class Batch(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index = sample_index()

    def batch(self, content, *words, status=found):
        return self.ok(self.nutgraf("batch", self.write("queries.tsv", content), *words), status)

    def test_each_line_has_its_answer_in_order(self):
        answers = self.batch("one\thuawei\ntwo\tnosuchword\nthree\t\"5g network\"\n").records()
        self.assertEqual([answer["id"] for answer in answers], ["one", "two", "three"])
        for answer, query in zip(answers, ("huawei", "nosuchword", '"5g network"')):
            alone = self.nutgraf("search", "--no-collapse", "--json", "--", query).json()
            self.assertEqual(answer["total"], alone["total"])
            self.assertEqual([hit["id"] for hit in answer["hits"]],
                             [hit["id"] for hit in alone["hits"]])
            self.assertEqual(answer["query"]["input"], query)

    def test_a_trec_run_has_six_columns_ranks_from_one_and_falling_scores(self):
        lines = self.batch("q 1\thuawei\n", "--format", "trec", "-n", "5").out.splitlines()
        self.assertEqual(len(lines), 5)
        columns = [line.split(" ") for line in lines]
        for rank, row in enumerate(columns, start=1):
            self.assertEqual(len(row), 6, row)
            self.assertEqual((row[0], row[1], row[3], row[5]), ("q%201", "Q0", str(rank), "nutgraf"))
        scores = [float(row[4]) for row in columns]
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_filters_and_limits_hold_for_every_query(self):
        content = "a\thuawei\nb\tban\n"
        for answer in self.batch(content, "--lang", "en", "-n", "3").records():
            self.assertLessEqual(len(answer["hits"]), 3)
            self.assertEqual({hit["lang"] for hit in answer["hits"]}, {"en"})

    def test_plain_takes_every_character_as_text(self):
        [answer] = self.batch('a\thuawei AND (ban\n', "--plain", "--any").records()
        self.assertEqual(answer["query"]["notes"], [])
        self.assertGreater(answer["total"]["value"], 10)

    def test_a_question_is_asked_without_its_stop_words_and_says_so(self):
        [answer] = self.batch("a\twhat is the ban of huawei\n", "--plain", "--any").records()
        self.assertEqual(answer["query"]["left_out"], ["what", "is", "the", "of"])
        self.assertEqual(answer["query"]["parsed"], "ban OR huawei")
        [short] = self.batch("a\tthe ban\n", "--plain", "--any").records()
        self.assertNotIn("left_out", short["query"])

    def test_neighbours_change_the_order_and_not_what_is_found(self):
        content = "a\twhat was the huawei ban about\n"
        [plain] = self.batch(content, "--any").records()
        [other] = self.batch(content, "--any", "--rerank", "neighbours").records()
        self.assertEqual(plain["total"], other["total"])
        self.assertNotEqual([hit["score"] for hit in plain["hits"]],
                            [hit["score"] for hit in other["hits"]])
        result = self.batch(content, "--rerank", "best", status=error)
        self.assertIn("neighbours", result.err)

    def test_a_line_that_cannot_be_read_is_reported_and_costs_nothing_else(self):
        result = self.batch("a\thuawei\nno tab here\n\nb\tban\n", status=error)
        self.assertEqual([answer["id"] for answer in result.records()], ["a", "b"])
        self.assertRegex(result.err, r"queries\.tsv:2: There is no tab behind an id")

    def test_a_refused_query_is_reported_with_its_line(self):
        result = self.batch("a\t(huawei\nb\thuawei\n", "--strict", status=error)
        self.assertEqual([answer["id"] for answer in result.records()], ["b"])
        self.assertRegex(result.err, r"queries\.tsv:1: \S")

    def test_standard_input_and_lines_from_elsewhere(self):
        result = self.ok(self.nutgraf("batch", "-", stdin=b"a\thuawei\r\n"))
        self.assertEqual(json.loads(result.out)["query"]["input"], "huawei")

    def test_nothing_found_and_no_file(self):
        self.batch("a\tnosuchword\n", status=nothing)
        result = self.ok(self.nutgraf("batch", self.folder / "missing.tsv"), error)
        self.assertTrue(re.search(r'missing\.tsv" could not be read', result.err), result.err)


if __name__ == "__main__":
    support.main()
