#!/usr/bin/env python3
"""Every form of the query language on articles that can be read through, as golden answers.

A file of tests/golden/queries is blocks of lines, a name and values with tabs between: `query` is
the question, the others are the answer of /api/v1/search:

    read     what the query is read as (query.parsed)
    expands  one of query.expansions: from, kind, to, and the name of an entity
    note     one of query.notes: severity, byte position, sentence, suggestion
    refused  the status and the sentence of an error
    finds    how many articles, and which, in order; of most of the archive only the first, and
    not      those that are not found
    marks    what is marked in the first hit: in its headline, then in each snippet, which is named
             by the number of its paragraph
    strict   the status and the sentence that `strict` answers with instead

Articles are named by what tells them apart, stories are not folded, and the days that a query
counts from today are named. The lines that begin with "#" and the questions are written by hand;
./run golden writes the answers.
"""

import contextlib
import datetime
import os
import re
import urllib.parse

import support
import web
from support import Daemon, ProgramTest, error, found, nothing

golden = support.root / "tests" / "golden" / "queries"
is_to_write = os.environ.get("NUTGRAF_GOLDEN") == "write"
first_of_many = 5
every_typed = 12

# The days on which the articles of the reference folder were published.
days_of_seeds = {"000": "2019-03-29", "001": "2019-03-12", "002": "2019-04-17",
                 "003": "2019-05-05", "004": "2019-04-30"}


def utc_today():
    return datetime.datetime.now(datetime.timezone.utc).date()


def without_today(line, today):
    names = {0: "<today>", 1: "<yesterday>", 6: "<6 days ago>", 7: "<7 days ago>"}
    for days, name in names.items():
        line = line.replace(str(today - datetime.timedelta(days)), name)
    return line


def line_of(name, *values):
    return "\t".join([name, *map(str, values)])


def notes(query):
    for expansion in query["expansions"]:
        yield line_of("expands", expansion["from"], expansion["kind"], *expansion["to"],
                      *filter(None, [expansion.get("name")]))
    for note in query["notes"]:
        yield line_of("note", note["severity"], note["position"], note["message"],
                      *filter(None, [note.get("suggestion")]))


def marks(hit):
    texts = [("title", hit["title"]), *((piece["paragraph"], piece) for piece in hit["snippets"])]
    values = []
    for name, text in texts:
        marked = [f"[{text['text'][begin:end]}]" for begin, end in text["marks"]]
        values += [name, *marked] if marked else []
    return [line_of("marks", *values)] if values else []


def refusal(name, answer):
    return line_of(name, answer.status, answer.json()["detail"])


class Asker:
    """Asks a daemon, and tells the answers as lines."""

    def __init__(self, port, short_name):
        self.port = port
        self.short_name = short_name
        self.client = web.connection(port)
        self.articles = set(self.names(self.search("*").json()))

    def search(self, query, **more):
        parameters = {"q": query, "limit": 100, "collapse": "none", **more}
        target = "/api/v1/search?" + urllib.parse.urlencode(parameters)
        return web.ask_on(self.client, target)

    def names(self, answer):
        return [self.short_name(hit["id"]) for hit in answer["hits"]]

    def answer(self, query):
        """The lines of the answer, asked within one day."""
        while True:
            today = utc_today()
            lines = list(self.lines(query))
            if utc_today() == today:
                return [without_today(line, today) for line in lines]

    def lines(self, query):
        result = self.search(query)
        if result.status != 200:
            yield refusal("refused", result)
            return
        answer = result.json()
        yield line_of("read", answer["query"]["parsed"])
        yield from notes(answer["query"])
        yield from self.finds(answer)
        for hit in answer["hits"][:1]:
            yield from marks(hit)
        yield from self.strictly(query, answer)

    def finds(self, answer):
        names = self.names(answer)
        assert answer["total"] == {"value": len(names), "relation": "eq"}
        if len(names) <= max(len(self.articles) // 2, first_of_many):
            yield line_of("finds", len(names), *names)
            return
        yield line_of("finds", len(names), *names[:first_of_many], "...")
        if len(names) < len(self.articles):
            yield line_of("not", *sorted(self.articles - set(names)))

    def strictly(self, query, answer):
        """Where a note is an error it is refused; else strictness changes nothing."""
        result = self.search(query, strict="true")
        if any(note["severity"] == "error" for note in answer["query"]["notes"]):
            assert result.status == 400, query
            yield refusal("strict", result)
        else:
            assert self.names(result.json()) == self.names(answer), query


def blocks(text):
    """Each piece of a file: the lines to keep, the question, which may be None, and the answer."""
    for block in text.rstrip("\n").split("\n\n"):
        lines = block.split("\n")
        at = next((at for at, line in enumerate(lines) if re.match(r"query(\t|$)", line)), None)
        if at is None:
            yield lines, None, []
        else:
            yield lines[:at + 1], lines[at].partition("\t")[2], lines[at + 1:]


class GoldenQueries(ProgramTest):
    def check(self, name, index, short_name):
        """Compares a file with the answers, or writes them into it."""
        alerts = self.folder / "alerts.db"
        self.ok(support.run("nutgraf", "--index", index, "alert", "--alerts", alerts, "add",
                            "telecoms", "title:huawei"))
        file = golden / name
        asked = list(blocks(file.read_text(encoding="utf-8")))
        with Daemon(index, "--alerts", alerts) as daemon:
            asker = Asker(daemon.port, short_name)
            with contextlib.closing(asker.client):
                answers = [[] if query is None else asker.answer(query) for _, query, _ in asked]
        if is_to_write:
            written = ["\n".join([*kept, *answer]) + "\n"
                       for (kept, _, _), answer in zip(asked, answers)]
            file.write_text("\n".join(written), encoding="utf-8")
            self.skipTest("golden files rewritten")
        for (_, query, expected), answer in zip(asked, answers):
            with self.subTest(query):
                self.assertEqual("\n".join(answer), "\n".join(expected))
        self.check_typed(index, alerts, short_name, asked)

    def check_typed(self, index, alerts, short_name, asked):
        """Typed, some of the questions find the same in the same order, and what the API refuses is
        refused with the same sentence and the status 2."""
        def typed(query, *words):
            return support.run("nutgraf", "--index", index, "search", "--alerts", alerts, "-l",
                               "--all", "--no-collapse", *words, "--", query)

        answers = [(query, dict(line.split("\t", 1) for line in lines))
                   for _, query, lines in asked if query is not None]
        for query, lines in [pair for pair in answers if "finds" in pair[1]][::every_typed]:
            count, *names = lines["finds"].split("\t")
            result = typed(query)
            found_names = [short_name(line) for line in result.out.splitlines()]
            with self.subTest(typed=query):
                self.assertEqual(result.status, found if names else nothing)
                self.assertEqual(len(found_names), int(count))
                self.assertEqual(found_names[:first_of_many], names[:first_of_many])
        for query, lines in answers:
            refused = lines.get("refused", lines.get("strict"))
            if refused:
                result = typed(query, "--strict")
                with self.subTest(strictly_typed=query):
                    self.assertEqual((result.status, result.out), (error, ""))
                    self.assertIn(f"nutgraf: {refused.partition(chr(9))[2]}", result.err)

    def test_the_sample_answers_as_written(self):
        def short_name(identity):
            return identity.removeprefix("sample/text/").removesuffix(".txt")

        self.check("sample.tsv", support.sample_index(), short_name)

    def test_five_real_articles_answer_as_written(self):
        self.ok(self.indexer("add", support.seeds_or_skip(self)))
        self.check("seeds.tsv", self.index, number_of)

    def test_they_answer_as_written_when_their_days_are_known(self):
        seeds = support.seeds_or_skip(self)
        for number, day in days_of_seeds.items():
            self.ok(self.indexer("add", "--published", day, *seeds.glob(f"{number}_*.txt")))
        self.check("dated_seeds.tsv", self.index, number_of)


def number_of(identity):
    """That begins the name of the file of a real article."""
    return identity.rsplit("/", 1)[-1].split("_")[0]


if __name__ == "__main__":
    support.main()
