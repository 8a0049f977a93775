#!/usr/bin/env python3
"""What nutgraf-indexer prints: help, complaints, and nothing that commands a terminal."""

import json

import support
from support import ProgramTest, dangerous, error, found


class CommandLine(ProgramTest):
    def test_help_shows_examples_first(self):
        for program in ("nutgraf-indexer", "nutgraf", "nutgraf-searchd"):
            with self.subTest(program):
                text = self.ok(support.run(program, "--help")).out
                self.assertLess(text.index("Examples:"), text.index("Usage:"))

    def test_a_slip_gets_a_suggestion(self):
        cases = [
            (["ad", "x"], 'There is no verb "ad". Is "add" meant?'),
            (["rebiuld"], 'There is no verb "rebiuld". Is "rebuild" meant?'),
            (["add", "--sorce", "x", "y"], 'There is no flag "--sorce". Is "--source" meant?'),
            (["add", "--dryrun", "y"], 'There is no flag "--dryrun". Is "--dry-run" meant?'),
            (["stats", "--jsn"], 'There is no flag "--jsn". Is "--json" meant?'),
        ]
        for words, sentence in cases:
            with self.subTest(words):
                result = self.ok(self.indexer(*words), error)
                self.assertIn(sentence, result.err)
                self.assertEqual(result.out, "")

    def test_an_unknown_format_gets_a_suggestion(self):
        file = self.write("a.jsonl", '{"title": "x"}\n')
        for verb in ("add", "read"):
            for typed, meant in (("jsnol", "jsonl"), ("txt", "text")):
                with self.subTest(verb=verb, format=typed):
                    result = self.ok(self.indexer(verb, "--format", typed, file), error)
                    self.assertIn(typed, result.err)
                    self.assertIn(f'Is "{meant}" meant?', result.err)
        self.assertFalse(self.index.exists())

    def test_what_is_missing_or_wrong_is_said_with_exit_2(self):
        cases = [
            ([], "--help"),
            (["add"], "PATH"),
            (["remove"], "ID"),
            (["add", "--published", "soon", self.write("b.txt", "x")], '"soon" is not a date'),
            (["add", "--progress", "sometimes", "x"], "sometimes"),
            (["restore"], "DIR"),
            (["backup"], "DIR"),
            (["watch"], "FOLDER"),
            (["takedown"], 'There is no verb "takedown".'),
        ]
        for words, part in cases:
            with self.subTest(words):
                self.assertIn(part, self.ok(self.indexer(*words), error).err)

    def test_the_version_is_printed(self):
        self.assertRegex(self.ok(self.indexer("--version")).out, r"^\d+\.\d+\.\d+\n$")


class Terminals(ProgramTest):
    nasty = "\x1b]52;c;eA==\x07\x1b[31m\x9b2J\u202egnp\u2066\x7f"

    def harmless(self, result):
        for text in (result.out, result.err):
            self.assertIsNone(dangerous.search(text), repr(text))
        return result

    def test_controls_in_names_ids_and_titles_never_reach_it(self):
        nasty_file = self.write(f"f/{self.nasty}.txt", "A headline of four\nAnd a text.\n")
        bad_file = self.write(f"g/{self.nasty}.jsonl",
                              "{bad\n" + json.dumps({self.nasty: 1}) + "\n")
        record = {"id": self.nasty, "title": self.nasty, "body": "Words " + self.nasty,
                  "source": self.nasty, "lang": self.nasty, "date": self.nasty}
        articles = self.write_articles("a.jsonl", record)
        same_id = self.write_articles("b.jsonl", {**record, "body": "other"})
        cases = [
            (["add", nasty_file], found),
            (["add", bad_file], error),
            (["add", articles, same_id], error),
            (["add", "--progress", "json", bad_file], error),
            (["add", self.folder / ("absent" + self.nasty)], error),
            (["add", "--format", self.nasty, articles], error),
            (["add", "--published", self.nasty, articles], error),
            (["add", "--" + self.nasty, articles], error),
            ([self.nasty], error),
            (["remove", self.nasty + "absent"], 1),
            (["read", articles], found),
            (["stats"], found),
            (["stats", "--json"], found),
            (["verify"], found),
            (["remove", self.nasty], None),
        ]
        for words, status in cases:
            with self.subTest([str(word) for word in words]):
                result = self.harmless(self.indexer(*words))
                if status is not None:
                    self.assertEqual(result.status, status, result.err)

    def test_controls_in_the_name_of_the_index_never_reach_it(self):
        for verb in (["stats"], ["verify"], ["remove", "x"]):
            self.harmless(support.run("nutgraf-indexer", "--index", self.folder / self.nasty,
                                      *verb))
        self.harmless(support.run("nutgraf-indexer", "stats", NUTGRAF_INDEX=f"/{self.nasty}"))
        self.harmless(support.run("nutgraf-indexer", "stats", NUTGRAF_CONFIG=f"/{self.nasty}"))


if __name__ == "__main__":
    support.main()
