#!/usr/bin/env python3
"""The sample archive is the same articles in whatever format it comes."""

import bz2
import gzip
import json
import lzma

import sample_formats
import support
from support import ProgramTest

fields = ("id", "url", "title", "standfirst", "body", "published", "source", "byline", "section",
          "lang", "wire", "place")
other_names = {"headline": "title", "date": "published", "text": "body"}


def sample():
    """The articles of the sample under the import fields' own names, without other members."""
    lines = (support.sample / "archive.jsonl").read_text(encoding="utf-8").splitlines()
    articles = ({other_names.get(name, name): value for name, value in json.loads(line).items()}
                for line in lines)
    return [{name: value for name, value in article.items() if name in fields}
            for article in articles]


def reason_of(field, article):
    """What must be lost where an article has another value: the field, or less."""
    published = article.get("published", {})
    if field == "byline" and len(article.get("byline", [])) > 1:
        return "several authors"
    if field == "published" and published.get("from") != published.get("to"):
        return "months"
    return field


class SameContent(ProgramTest):
    def setUp(self):
        super().setUp()
        self.articles = sample()
        self.assertGreater(len(self.articles), 20)
        self.expected = self.read_files(sample_formats.json_lines(self.articles), "lines")

    def read_files(self, files, folder):
        for name, content in files.items():
            self.write(f"{folder}/{name}", content)
        return self.ok(self.indexer("read", self.folder / folder)).records()

    def assert_same(self, articles, lost):
        self.assertEqual(len(articles), len(self.expected))
        differing = set()
        for read, expected in zip(articles, self.expected):
            for field in fields:
                if read.get(field) == expected.get(field):
                    continue
                reason = reason_of(field, expected)
                self.assertIn(reason, lost, (expected["id"], read.get(field), expected.get(field)))
                differing.add(reason)
        # What is said to be lost must be, or the list is not true any more.
        self.assertEqual(differing, set(lost))

    def test_each_format_gives_the_same_articles(self):
        for form in sample_formats.formats:
            with self.subTest(form=form.name):
                files = form.write(self.articles)
                self.assert_same(self.read_files(files, form.name.replace(" ", "-")), form.lost)

    def test_compression_changes_nothing(self):
        content = sample_formats.json_lines(self.articles)["a.jsonl"]
        for suffix, packed in (("gz", gzip.compress(content)), ("bz2", bz2.compress(content)),
                               ("xz", lzma.compress(content)),
                               ("zst", support.zstandard_frame(content))):
            with self.subTest(suffix=suffix):
                self.assert_same(self.read_files({f"a.jsonl.{suffix}": packed}, suffix), {})


if __name__ == "__main__":
    support.main()
