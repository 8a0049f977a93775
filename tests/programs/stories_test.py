#!/usr/bin/env python3
"""Stories: near copies as one hit, by query, by verb, by address and as a page."""

import html
import re
import unittest

import support
from support import Daemon, error, found, nothing, sample_index
from web import ask, expect_problem, expect_security, search

# The Senate resolution: three papers, of which the Courier was first.
senate = "s_a97e00afe77067cb"
courier = senate.removeprefix("s_")


class CommandLine(unittest.TestCase):
    def nutgraf(self, *words):
        return support.run("nutgraf", "--index", sample_index(), *words)

    def search(self, *words):
        return self.nutgraf("search", "--json", "--all", *words).json()

    def test_each_story_is_one_hit_unless_every_copy_is_asked_for(self):
        stories, articles = self.search("*"), self.search("--no-collapse", "*")
        self.assertEqual((stories["total"]["value"], stories["stories"]), (40, 33))
        self.assertEqual(len(stories["hits"]), 33)
        self.assertEqual((len(articles["hits"]), articles["stories"]), (40, 40))
        self.assertEqual(sum(1 + hit["story"]["copies"] for hit in stories["hits"]), 40)
        self.assertEqual(self.nutgraf("search", "-c", "*").out, "40\n")
        text = self.nutgraf("search", "senate resolution").out
        self.assertIn(f"+2 copies: nutgraf story {senate}", text)

    def test_a_story_is_printed_by_date_and_its_changes(self):
        for name in (senate, courier, "courier-2019-0329"):
            result = self.nutgraf("story", name)
            self.assertEqual(result.status, found, result.err)
            lines = result.out.splitlines()
            self.assertEqual(len(lines), 3)
            self.assertTrue(lines[0].startswith(courier + "  2019-03-29"), lines[0])
        record = self.nutgraf("story", senate, "--json").json()
        self.assertEqual((record["first"], len(record["copies"])), (courier, 3))
        changes = self.nutgraf("story", senate, "--changes").out
        self.assertRegex(changes, r"\nFrom a97e00afe77067cb to [0-9a-f]{16}\n")
        self.assertTrue(re.search(r"^- ", changes, re.M) and re.search(r"^\+ ", changes, re.M))

    def test_what_is_not_there_is_nothing(self):
        self.assertEqual(self.nutgraf("story", "s_0123456789abcdef").status, nothing)
        self.assertEqual(self.nutgraf("story", senate, "--after", "nobody").status, nothing)
        self.assertEqual(self.nutgraf("story").status, error)


class Changes(support.ProgramTest):
    def test_removing_and_replacing_groups_anew_and_a_rebuild_agrees(self):
        words = " ".join(f"word{i}" for i in range(60))
        copies = [{"id": f"copy-{i}", "title": f"Paper {i}", "body": words + f" by paper {i}",
                   "published": f"2019-05-0{i + 1}"} for i in range(4)]
        self.ok(self.indexer("add", self.write_articles("a.jsonl", *copies)))

        def stories():
            hits = self.nutgraf("search", "--no-collapse", "--all", "--json", "*").json()["hits"]
            return {hit["id"]: (hit["story"]["id"], hit["story"]["copies"]) for hit in hits}

        before = stories()
        self.assertEqual(len(set(before.values())), 1)
        self.assertEqual(before["copy-0"][1], 3)
        self.assertEqual(self.ids("is:original"), ["copy-0"])
        self.ok(self.indexer("remove", "copy-0"))
        self.assertEqual(self.ids("is:original"), ["copy-1"])
        self.ok(self.indexer("add", self.write_articles(
            "b.jsonl", dict(copies[1], body="Something else altogether."))))
        self.assertEqual(self.ids("is:original"), ["copy-1", "copy-2"])
        after = stories()
        self.assertEqual([after[f"copy-{i}"][1] for i in (1, 2, 3)], [0, 1, 1])
        for verb in ("compact", "rebuild", "verify"):
            self.ok(self.indexer(verb))
            self.assertEqual(stories(), after, verb)


class Served(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.daemon = cls.enterClassContext(Daemon(sample_index()))
        cls.port = cls.daemon.port

    def get(self, target):
        return ask(self.port, target)

    def test_rows_are_paged_and_each_story_comes_once(self):
        for sort in ("relevance", "newest", "oldest"):
            whole = search(self.port, "huawei", sort=sort, limit=100).json()
            self.assertEqual(len(whole["hits"]), whole["stories"])
            self.assertLess(whole["stories"], whole["total"]["value"])
            ids, cursor = [], {}
            while True:
                page = search(self.port, "huawei", sort=sort, limit=3, **cursor).json()
                ids += [hit["story"]["id"] for hit in page["hits"]]
                if "next_cursor" not in page:
                    break
                cursor = {"cursor": page["next_cursor"]}
            self.assertEqual(ids, [hit["story"]["id"] for hit in whole["hits"]])
            self.assertEqual(len(ids), len(set(ids)))

    def test_counts_are_of_articles_collapsed_or_not(self):
        counted = [search(self.port, "huawei", collapse=collapse, facets="source,year",
                          histogram="year").json() for collapse in ("story", "none")]
        for member in ("total", "facets", "histogram"):
            self.assertEqual(counted[0][member], counted[1][member])

    def test_a_story_has_its_copies_in_order_and_marks_what_changed(self):
        answer = self.get(f"/api/v1/stories/{senate}")
        record = answer.json()
        days = [copy["published"]["from"] for copy in record["copies"] if "published" in copy]
        self.assertEqual(days, sorted(days))
        self.assertEqual(record["first"], record["copies"][0]["key"])
        self.assertEqual(record["diff"]["before"], record["first"])
        changed = [row for row in record["diff"]["rows"] if row["kind"] == "changed"]
        self.assertTrue(changed)
        for row in changed:
            for side in (row["before"], row["after"]):
                self.assertTrue(all(0 <= a < b <= len(side["text"]) for a, b in side["marks"]))
        marks = [mark for row in changed for side in ("before", "after")
                 for mark in row[side]["marks"]]
        self.assertTrue(marks)
        last = record["copies"][-1]["key"]
        turned = self.get(f"/api/v1/stories/{senate}?before={last}&after={courier}").json()
        self.assertEqual((turned["diff"]["before"], turned["diff"]["after"]), (last, courier))

    def test_a_story_that_is_not_there_is_404_and_a_misspelt_parameter_400(self):
        expect_problem(self, self.get("/api/v1/stories/s_0123456789abcdef"), 404)
        expect_problem(self, self.get(f"/api/v1/stories/{senate}?after=nobody"), 404)
        expect_problem(self, self.get(f"/api/v1/stories/{senate}?befor=x"), 400)
        self.assertEqual(self.get("/stories/nonsense").status, 404)

    def test_the_page_of_results_lists_copies_and_leads_to_their_story(self):
        answer = self.get("/search?q=senate+resolution")
        page = answer.body.decode()
        self.assertIn("<summary>+2 copies</summary>", page)
        self.assertIn(f'href="/stories/{senate}"', page)
        self.assertIn("Show every copy", page)
        every = self.get("/search?q=senate+resolution&collapse=none").body.decode()
        self.assertIn("Show each story once", every)
        self.assertGreater(every.count('class="hit"'), page.count('class="hit"'))

    def test_the_page_of_a_story_lists_and_compares_without_a_script(self):
        answer = self.get(f"/stories/{senate}")
        self.assertEqual(answer.status, 200)
        expect_security(self, answer)
        page = answer.body.decode()
        self.assertEqual(page.count('<p class="length">'), 3)
        self.assertIn("<ins>", page)
        self.assertIn("<del>", page)
        other = re.search(rf'href="(/stories/{senate}\?before=[^"]*)#changes"', page)
        self.assertEqual(self.get(html.unescape(other[1])).status, 200)
        self.assertNotIn("style=", page)


if __name__ == "__main__":
    support.main()
