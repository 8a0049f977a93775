#!/usr/bin/env python3
"""How well questions are answered on public test collections, beside plain BM25.

    ./run bench relevance                    the figures of docs/ranking.md
    ./run bench relevance --rerank neighbours
    ./run bench relevance --part even        half of the questions only

The collections lie in the reference folder. Every question is an OR of its words: what is measured is
`nutgraf batch --plain --any`, and flags that are not this program's are handed to it.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import plain_bm25
import trec_measures

root = pathlib.Path(__file__).resolve().parents[2]
programs = pathlib.Path(os.environ.get("NUTGRAF_BIN", root / "build" / "release" / "bin")).resolve()
reference = pathlib.Path(os.environ.get("NUTGRAF_REFERENCE", root.parent / "shared"))
depth = 1000  # Of a run, as in TREC.


class TestCollection:
    """Articles, questions and judgements of one folder."""

    def __init__(self, folder, part):
        self.name = folder.name
        with open(folder / "docs.jsonl", encoding="utf-8") as lines:
            self.articles = [json.loads(line) for line in lines]
        self.questions = folder / "queries.tsv"
        judgements = trec_measures.judgements_in(folder / "qrels.trec")
        self.judgements = {question: grades for question, grades in judgements.items()
                           if is_in_part(question, part)}

    def plain_run(self):
        index = plain_bm25.PlainIndex(
            {article["id"]: f"{article['title']}\n{article['text']}" for article in self.articles})
        with open(self.questions, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t", 1) for line in lines]
        return {name: best(index.scores(text)) for name, text in rows}

    def our_run(self, folder, flags):
        """What `nutgraf batch` answers, and the seconds it took."""
        index = folder / self.name
        written = folder / f"{self.name}.jsonl"
        with open(written, "w", encoding="utf-8") as file:
            for article in self.articles:
                json.dump({"id": article["id"], "title": article["title"],
                           "body": article["text"]}, file)
                file.write("\n")
        run_program("nutgraf-indexer", "--index", index, "add", "--progress", "never",
                    "--allow-rejects", written)  # Some articles are empty.
        started = time.monotonic()
        answer = run_program("nutgraf", "--index", index, "batch", self.questions, "--plain", "--no-collapse",
                             "--any", "--limit", depth, "--format", "trec", *flags)
        return run_in(answer), time.monotonic() - started


def is_in_part(question, part):
    """Whether a question belongs to a part; the parts are told by whether its number is even."""
    return part == "all" or (part == "even") == (int(question) % 2 == 0)


def best(scores):
    return {name: scores[name] for name in trec_measures.ranked(scores)[:depth]}


def run_program(name, *words):
    result = subprocess.run([programs / name, *map(str, words)], capture_output=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{name} failed: {result.stderr.decode().strip()}")
    return result.stdout.decode()


def run_in(text):
    """The run of lines of TREC's form."""
    run = collections.defaultdict(dict)
    for line in text.splitlines():
        question, _, article, _, score, _ = line.split()
        run[question][article] = float(score)
    return run


def print_row(name, engine, measures):
    figures = "  ".join(f"{measures[measure]:{max(len(measure), 5)}.3f}"
                        for measure in trec_measures.names)
    print(f"{name:8}  {engine:10}  {figures}")


def main():
    parser = argparse.ArgumentParser(prog="./run bench relevance", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("all", "even", "odd"), default="all",
                        help="of the questions, by their numbers")
    parser.add_argument("--json", metavar="FILE", type=pathlib.Path,
                        help="write the figures there too")
    wanted, flags = parser.parse_known_args()
    folders = sorted((reference / "data" / "relevance").glob("*/qrels.trec"))
    if not folders:
        sys.exit(f"skipped: there is no collection in data/relevance of {reference}")
    heads = "  ".join(f"{name:>5}" for name in trec_measures.names)
    print(f"{'':8}  {'':10}  {heads}")
    rows = collections.defaultdict(list)
    took = 0.0
    with tempfile.TemporaryDirectory(prefix="nutgraf-bench-") as folder:
        for judged in folders:
            given = TestCollection(judged.parent, wanted.part)
            ours, seconds = given.our_run(pathlib.Path(folder), flags)
            took += seconds
            for engine, run in (("plain BM25", given.plain_run()), ("nutgraf", ours)):
                rows[engine].append(trec_measures.mean_measures(run, given.judgements))
                print_row(given.name, engine, rows[engine][-1])
    means = {engine: trec_measures.mean_of(measured) for engine, measured in rows.items()}
    for engine, mean in means.items():
        print_row("mean", engine, mean)
    more = {name: 100 * (means["nutgraf"][name] / means["plain BM25"][name] - 1)
            for name in trec_measures.names}
    print("nutgraf against plain BM25: " +
          ", ".join(f"{name} {value:+.1f} %" for name, value in more.items()) +
          f"; its questions took {took:.1f} s")
    if wanted.json:
        wanted.json.write_text(json.dumps({"version": 1, "part": wanted.part, "flags": flags,
                                           "means": means}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
