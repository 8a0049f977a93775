#!/usr/bin/env python3
"""nutgraf-indexer --sitemap: dates for the pages that a sitemap lists."""

import gzip

import support
from support import ProgramTest, error

address = "https://c.example/cranes"
text = "The cranes of the harbour stood still on Friday, and nobody came to move them. " * 4


def sitemap(url=address):
    return (f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www."
            f"google.com/schemas/sitemap-news/0.9'><url><loc>{url}</loc><news:news>"
            "<news:publication><news:name>The Courier</news:name><news:language>en</news:language>"
            "</news:publication><news:publication_date>2019-05-10</news:publication_date>"
            "<news:title>Cranes</news:title></news:news></url></urlset>")


class Sitemaps(ProgramTest):
    def setUp(self):
        super().setUp()
        self.page = self.write("pages/cranes.html",
                               f"<!DOCTYPE html><link rel='canonical' href='{address}'>"
                               f"<article><h1>Cranes of the harbour</h1><p>{text}</p></article>")
        self.sitemap = self.write("maps/news.xml.gz", gzip.compress(sitemap().encode()))

    def test_a_page_gets_its_date_from_the_sitemap(self):
        read = self.ok(self.indexer("read", "--sitemap", self.sitemap, self.page)).records()[0]
        self.assertEqual(read["published"],
                         {"from": "2019-05-10", "to": "2019-05-10", "basis": "metadata"})
        self.assertEqual((read["title"], read["source"], read["lang"]),
                         ("Cranes of the harbour", "The Courier", "en"))

    def test_what_came_undated_is_dated_when_it_is_added_again(self):
        self.ok(self.indexer("add", self.page))
        self.assertEqual(len(self.ids("date:undated")), 1)
        again = self.ok(self.indexer("add", "--sitemap", self.folder / "maps", self.page))
        self.assertIn("replaced 1", again.err)
        self.assertEqual(len(self.ids("date:2019-05-10")), 1)

    def test_the_sitemap_comes_before_what_the_run_says_of_undated_articles(self):
        self.ok(self.indexer("add", "--sitemap", self.sitemap, "--published", "2001",
                             "--source", "Nobody", self.page))
        self.assertEqual(len(self.ids("date:2019")), 1)
        self.assertEqual(len(self.ids('source:"The Courier"')), 1)

    def test_a_sitemap_among_the_pages_is_refused_with_what_to_do(self):
        self.write("pages/sitemap.xml", sitemap())
        refused = self.ok(self.indexer("add", self.folder / "pages"), error)
        self.assertIn('sitemap.xml: refused: A sitemap holds no articles; "--sitemap" takes dates',
                      refused.err)
        self.assertEqual(len(self.ids()), 1)

    def test_what_is_no_sitemap_is_refused_before_anything_is_added(self):
        refused = self.ok(self.indexer("add", "--sitemap", self.page, self.page), error)
        self.assertIn('cranes.html" is no sitemap.', refused.err)
        self.assertEqual(self.ids(), [])


if __name__ == "__main__":
    support.main()
