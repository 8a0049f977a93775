#!/usr/bin/env python3
"""The figures of ./run bench relevance: the measures and the plain engine, by hand."""

import math
import unittest

import plain_bm25
import relevance
import trec_measures
from trec_measures import mean_measures, measures_of, ranked


class Measures(unittest.TestCase):
    def check(self, ranking, grades, **expected):
        found = measures_of(ranking, grades)
        names = {"ap": "MAP", "p10": "P@10", "ndcg": "nDCG@10", "rr": "MRR", "recall": "recall@100"}
        for name, value in expected.items():
            self.assertAlmostEqual(found[names[name]], value, places=5, msg=f"{name} of {ranking}")

    def test_a_perfect_ranking_has_one_of_everything_but_precision(self):
        self.check(["a", "b"], {"a": 1, "b": 1}, ap=1, p10=0.2, ndcg=1, rr=1, recall=1)

    def test_each_measure_by_hand(self):
        # Relevant at ranks 2 and 4, a third one not found.
        self.check(["x", "a", "y", "b"], {"a": 1, "b": 1, "c": 1},
                   ap=(1 / 2 + 2 / 4) / 3, p10=0.2, rr=1 / 2, recall=2 / 3,
                   ndcg=(1 / math.log2(3) + 1 / math.log2(5)) /
                        (1 + 1 / math.log2(3) + 1 / math.log2(4)))

    def test_grades_are_gains_as_they_are(self):
        self.check(["b", "a"], {"a": 3, "b": 1},
                   ndcg=(1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)), ap=1)

    def test_what_lies_behind_the_cut_counts_for_the_mean_precision_alone(self):
        ranking = [f"x{i}" for i in range(10)] + ["a"]
        self.check(ranking, {"a": 2}, ap=1 / 11, p10=0, ndcg=0, rr=1 / 11, recall=1)
        ranking = [f"x{i}" for i in range(100)] + ["a"]
        self.check(ranking, {"a": 2}, ap=1 / 101, recall=0)

    def test_grades_of_nought_and_less_are_irrelevant(self):
        self.check(["a", "b"], {"a": 0, "b": -1, "c": 1}, ap=0, p10=0, ndcg=0, rr=0, recall=0)

    def test_a_question_without_an_answer_counts(self):
        judgements = {"1": {"a": 1}, "2": {"b": 1}}
        self.assertEqual(mean_measures({"1": {"a": 2.5}}, judgements)["MAP"], 0.5)

    def test_of_two_with_one_score_the_greater_name_comes_first(self):
        self.assertEqual(ranked({"10": 1.0, "9": 1.0, "3": 2.0}), ["3", "9", "10"])


class PlainEngine(unittest.TestCase):
    def test_words_are_stemmed_without_capitals_stop_words_and_possessives(self):
        self.assertEqual(plain_bm25.terms_in("The Bank's RATES, and the rating of 2.5"),
                         ["bank", "rate", "rate", "2.5"])

    def test_scores_by_hand(self):
        index = plain_bm25.PlainIndex({"a": "flood flood", "b": "flood wall", "c": "wall port sea"})
        self.assertAlmostEqual(index.mean_length, 7 / 3)
        rarity = math.log(1 + 1.5 / 2.5)  # In two of three.
        length = 0.25 + 0.75 * 2 / (7 / 3)
        scores = index.scores("the floods")
        self.assertEqual(set(scores), {"a", "b"})
        self.assertAlmostEqual(scores["a"], rarity * 2 / (2 + 1.2 * length))
        self.assertAlmostEqual(scores["b"], rarity * 1 / (1 + 1.2 * length))
        self.assertAlmostEqual(index.scores("flood flood")["b"], 2 * scores["b"])


class Runs(unittest.TestCase):
    def test_a_run_is_read_by_question_and_article(self):
        self.assertEqual(relevance.run_in("1 Q0 a 1 2.500000 nutgraf\n2 Q0 b 1 1.0 nutgraf\n"),
                         {"1": {"a": 2.5}, "2": {"b": 1.0}})

    def test_the_two_parts_are_all_questions(self):
        for question in ("1", "2", "30"):
            parts = [part for part in ("even", "odd") if relevance.is_in_part(question, part)]
            self.assertEqual(len(parts), 1, question)
            self.assertTrue(relevance.is_in_part(question, "all"))


if __name__ == "__main__":
    unittest.main()
