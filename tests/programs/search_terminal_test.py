#!/usr/bin/env python3
"""An article full of what commands or deceives a terminal does neither."""

import re

import support
from support import ProgramTest, dangerous, found

nasty = ("\x1b[2J\x1b]52;c;ZXZpbA==\x07\x1b]0;title\x1b\\ \x9b31m \x9d52;c;eA==\x9c \x1bP "
         "\x1bc \x08\x08 \r\x7f \u202egnp.exe\u202c \u2066\u2067\u2068\u2069 \u200e\u200f\u061c "
         "\x00 \x0e\x0f \x85 end")
colour = re.compile(r"\x1b\[[0-9;]*m")


class HostileArticle(ProgramTest):
    def setUp(self):
        super().setUp()
        every_control = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
        record = {"id": "evil" + nasty, "url": "https://x.example/" + nasty,
                  "title": "harbour " + nasty,
                  "body": f"harbour {nasty}\n\nharbour {every_control}\n\n{nasty} harbour.",
                  "source": "S" + nasty, "byline": ["B" + nasty], "section": nasty,
                  "standfirst": nasty, "wire": nasty, "place": nasty, "more" + nasty: nasty}
        self.write_articles("evil.jsonl", record, {**record, "id": "evil-2", "title": ""})
        self.ok(self.indexer("add", self.folder / "evil.jsonl"))

    def outputs(self):
        """Everything the program can print of the two articles."""
        query = nasty.replace("\0", "")  # No argument can hold a NUL.
        lines = self.nutgraf("search", "--format", "tsv", "harbour").out.splitlines()
        for form in ("text", "oneline", "tsv"):
            for more in ([], ["--color", "always"]):
                yield form, self.nutgraf("search", "--format", form, "harbour", *more)
        yield "ids", self.nutgraf("search", "-l", "harbour")
        for line in lines:
            key = line.split("\t")[3]
            for more in ([], ["--color", "always"], ["--query", query]):
                yield "show", self.nutgraf("show", key, *more)
        yield "query", self.nutgraf("search", "--", query)
        yield "quoted", self.nutgraf("search", "--", f'"{query}')
        yield "strict", self.nutgraf("search", "--strict", "--", f'title:("{query}')
        yield "field", self.nutgraf("search", "--", f"{query}:x")
        yield "explain", self.nutgraf("explain", "--", query)
        yield "explain doc", self.nutgraf("explain", "harbour", "--doc", query)
        yield "show absent", self.nutgraf("show", query)
        yield "status", self.nutgraf("status")
        yield "verb", self.nutgraf(query)
        yield "topic", self.nutgraf("help", query)
        yield "flag", self.nutgraf("search", "--" + query)
        yield "format", self.nutgraf("search", "--format", query, "x")
        yield "date", self.nutgraf("search", "--from", query, "x")

    def test_not_one_control_character_comes_out(self):
        for name, result in self.outputs():
            with self.subTest(name):
                for text in (result.out, result.err):
                    self.assertIsNone(dangerous.search(colour.sub("", text)), repr(text))

    def test_tsv_and_oneline_keep_to_one_line_an_article(self):
        for form in ("tsv", "oneline"):
            lines = self.ok(self.nutgraf("search", "--format", form, "harbour"), found).out
            self.assertEqual(lines.count("\n"), 2)

    def test_json_escapes_every_control_character(self):
        for words in (["search", "harbour", "--json"], ["search", "harbour", "--format", "jsonl"],
                      ["show", "evil-2", "--json"], ["status", "--json"],
                      ["index", "read", self.folder / "evil.jsonl"]):
            with self.subTest(words):
                result = self.ok(self.nutgraf(*words))
                self.assertIsNone(dangerous.search(result.out), repr(result.out))
                self.assertTrue(result.records())


if __name__ == "__main__":
    support.main()
