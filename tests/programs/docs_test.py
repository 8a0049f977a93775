"""docs/query-language.md says how many articles of the sample each query finds; this holds it to
that."""

import re
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


if __name__ == "__main__":
    support.main()
