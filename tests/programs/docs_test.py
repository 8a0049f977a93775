"""Holds the pages of docs/ to what they say: how many articles of the sample each query finds, and
that what can be tried works."""

import os
import re
import subprocess
import tempfile
import unittest

import support

row_form = re.compile(r"^\| `(?P<query>(?:[^`\\]|\\.)+)` \| .* \| (?P<count>\d+) \|$")


def documented_queries():
    """Pairs of query and count from the tables of the page."""
    page = (support.root / "docs" / "query-language.md").read_text(encoding="utf-8")
    rows = (row_form.match(line) for line in page.splitlines())
    return [(row["query"].replace("\\|", "|"), int(row["count"])) for row in rows if row]


class QueryLanguagePage(unittest.TestCase):
    def test_every_example_finds_what_the_page_says(self):
        queries = documented_queries()
        self.assertGreater(len(queries), 30)
        for query, count in queries:
            with self.subTest(query=query):
                answer = support.run("nutgraf", "--index", support.sample_index(), "count",
                                     "--strict", "--", query)
                self.assertEqual(answer.out.strip(), str(count), answer.err)


class AlertsPage(unittest.TestCase):
    def test_what_can_be_tried_works(self):
        page = (support.root / "docs" / "alerts.md").read_text(encoding="utf-8")
        script = re.search(r"^```sh\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)[1]
        path = f"{support.programs}:{os.environ['PATH']}"
        with tempfile.TemporaryDirectory(prefix="nutgraf-test-") as folder:
            done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, text=True,
                                  timeout=240, check=False,
                                  env=support.environment(PATH=path, SAMPLE=support.sample))
        self.assertEqual(done.returncode, 0, done.stderr)
        counts = re.findall(r"^(\w+): (\d+) matches, each in the feed once$", done.stdout, re.M)
        self.assertEqual([name for name, _ in counts], ["telecoms", "trade", "everything"])
        self.assertTrue(all(int(count) for _, count in counts), counts)


if __name__ == "__main__":
    support.main()
