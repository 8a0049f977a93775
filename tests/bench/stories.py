#!/usr/bin/env python3
"""How well near copies are put together into stories, and at what price.

    ./run bench stories               precision, recall, articles a second, memory
    ./run bench stories --seed 7      other invented articles
    ./run bench stories --pairs       every pair that is wrong, with its overlap
    ./run bench stories --million     what grouping a million articles costs by itself

Invented are articles by corpus/generate; of some of them copies, with cuts, paragraphs moved about,
other headlines and a fifth of new text; and others that only repeat a part of one. Real are those of the
reference folder, whose copies are found by comparing every two, word for word. Counted are pairs:
precision is the share of the pairs found together that are copies, recall the share of copies found.
"""

import argparse
import collections
import csv
import importlib.machinery
import importlib.util
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from run import index_once, programs, reference, root

shingle_words = 4
least_containment, least_resemblance = 0.65, 0.2
common_shingle = 100  # One of more articles says nothing of any of them.

Named = collections.namedtuple("Named", "path name")


def load_generator():
    path = str(root / "corpus" / "generate")
    loader = importlib.machinery.SourceFileLoader("generate", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
    loader.exec_module(module)
    return module


class Newsroom:
    """Invents articles, their copies, and others that only look like them."""

    def __init__(self, seed):
        module = load_generator()
        self.random = random.Random(seed)
        self.generator = module.Generator(seed, ["en"])
        self.number = 0
        self.records, self.story_of = [], {}

    def fresh(self):
        self.number += 1
        self.generator.begin(self.number)
        return self.generator.original(self.number)

    def put(self, record, story):
        record = dict(record, id=f"article-{len(self.records):06}")
        self.records.append(record)
        self.story_of[record["id"]] = story

    def sentences(self, count):
        """So many sentences of an article of its own."""
        text = self.fresh()["body"].replace("\n\n", " ").split(". ")
        while len(text) < count:
            text += self.fresh()["body"].replace("\n\n", " ").split(". ")
        return [sentence.rstrip(".") + "." for sentence in text[:count]]

    def with_new_text(self, paragraphs, share):
        """The paragraphs with a share of their sentences replaced by others."""
        places = [(i, j) for i, paragraph in enumerate(paragraphs)
                  for j in range(len(paragraph.split(". ")))]
        chosen = self.random.sample(places, round(len(places) * share))
        other = self.sentences(len(chosen))
        cut = [[sentence.rstrip(".") + "." for sentence in paragraph.split(". ")]
               for paragraph in paragraphs]
        for (i, j), sentence in zip(chosen, other):
            cut[i][j] = sentence
        return [" ".join(sentences) for sentences in cut]

    def copy(self, original):
        paragraphs = original["body"].split("\n\n")
        draw = self.random.random
        if draw() < 0.5:  # Cut from the end, to no less than half.
            paragraphs = paragraphs[:max(1, len(paragraphs) - self.random.randint(0, len(paragraphs) // 2))]
        if draw() < 0.3:
            self.random.shuffle(paragraphs)
        if draw() < 0.5:
            paragraphs = self.with_new_text(paragraphs, 0.2)
        elif draw() < 0.3:  # A local paragraph on top of the rest.
            paragraphs.append(" ".join(self.sentences(2)))
        words = original["title"].split()
        self.random.shuffle(words)
        return dict(original, title=" ".join(words), body="\n\n".join(paragraphs),
                    source=self.random.choice(["Courier", "Ledger", "Post", "Register", "Echo"]))

    def lookalike(self, original):
        """An article of its own that repeats the background of another."""
        background = original["body"].split("\n\n")
        wanted = self.random.uniform(0.2, 0.4) * len(original["body"])
        while len(background) > 1 and len("\n\n".join(background)) > wanted:
            background.pop(0)
        own = " ".join(self.sentences(2 + round(len(original["body"]) * 0.7 / 100)))
        repeated = "\n\n".join(background)[-round(wanted):]
        return dict(original, title=self.fresh()["title"], body=own + "\n\n" + repeated)

    def write(self, stories):
        for story in range(stories):
            original = self.fresh()
            self.put(original, story)
            for _ in range(self.random.choice([0, 0, 1, 2, 5])):
                self.put(self.copy(original), story)
            if self.random.random() < 0.3:
                self.put(self.lookalike(original), stories + len(self.records))
        self.random.shuffle(self.records)


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i:i + shingle_words])) for i in range(len(words) - shingle_words + 1)}


def overlaps(texts):
    """Containment and resemblance of every two texts that share a shingle that is not common."""
    sets = [shingles(text) for text in texts]
    holders = collections.defaultdict(list)
    for number, found in enumerate(sets):
        for shingle in found:
            holders[shingle].append(number)
    shared = collections.Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= common_shingle:
            shared.update(itertools.combinations(numbers, 2))
    for (one, other), _ in shared.items():
        both = len(sets[one] & sets[other])
        least = min(len(sets[one]), len(sets[other]))
        yield one, other, both / least, both / (len(sets[one]) + len(sets[other]) - both)


def real_articles():
    """The articles of the reference folder as records; none where it is absent."""
    folder = reference / "data" / "news"
    transcripts = folder / "pm-transcripts.jsonl"
    if not transcripts.is_file():
        return []
    with open(transcripts, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    csv.field_size_limit(1 << 30)
    for path in sorted((folder / "wikinews-2019-2020" / "data").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as rows:
            records += [{"id": row["url"], "title": row["title"], "body": row["text"],
                         "published": row["date"]} for row in csv.DictReader(rows)]
    return records


def pairs_of(story_of):
    members = collections.defaultdict(list)
    for identity, story in story_of.items():
        members[story].append(identity)
    return {pair for found in members.values()
            for pair in itertools.combinations(sorted(found), 2)}


def joined(records, edges):
    """A story for each record: what edges join is one."""
    parent = {record["id"]: record["id"] for record in records}

    def root_of(identity):
        while parent[identity] != identity:
            identity = parent[identity]
        return identity

    for one, other in edges:
        parent[root_of(one)] = root_of(other)
    return {identity: root_of(identity) for identity in parent}


def stories_of(index):
    """The story of each article of an index."""
    command = [programs / "nutgraf", "--index", index, "search", "--no-collapse", "--all",
               "--format", "jsonl", "*"]
    answer = subprocess.run(command, capture_output=True, check=True, text=True)
    hits = [json.loads(line) for line in answer.stdout.splitlines()]
    return {hit["id"]: hit["story"]["id"] for hit in hits}


def measure(name, records, expected, folder):
    path = folder / f"{name}.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)
    index = folder / name
    elapsed, busy, peak = index_once(Named(path, name), index)
    found, wanted = pairs_of(stories_of(index)), pairs_of(expected)
    right = len(found & wanted)
    return {"collection": name, "articles": len(records), "copies": len(wanted),
            "precision": right / len(found) if found else 1.0,
            "recall": right / len(wanted) if wanted else 1.0,
            "articles_per_second": len(records) / elapsed,
            "articles_per_processor_second": len(records) / busy,
            "peak_megabytes": peak / 1e6,
            "wrong": sorted(found - wanted), "missed": sorted(wanted - found)}


def print_row(row, wants_pairs):
    print(f"{row['collection']}: {row['articles']:,} articles, {row['copies']:,} pairs of copies; "
          f"precision {row['precision']:.4f}, recall {row['recall']:.4f}; "
          f"{row['articles_per_second']:.0f} articles/s "
          f"({row['articles_per_processor_second']:.0f} a second of processor time), "
          f"peak {row['peak_megabytes']:.0f} MB, all of indexing")
    for kind in ("wrong", "missed") if wants_pairs else ():
        for one, other in row[kind]:
            print(f"  {kind}: {one} {other}")


def print_million(folder, articles):
    program = programs.parent / "tests" / "bench" / "stories_bench"
    answer = subprocess.run([program, folder / "million", str(articles)], capture_output=True,
                            check=True, text=True)
    row = json.loads(answer.stdout)
    size = sum(path.stat().st_size for path in (folder / "million").iterdir())
    print(f"by itself: {row['articles']:,} invented articles of 60 words, {row['in_stories']:,} of "
          f"them in stories of several; {row['articles'] / row['seconds']:.0f} articles a second of "
          f"processor time, {row['grouping_seconds'] / row['seconds']:.0%} of it grouping; peak "
          f"{row['peak_megabytes']} MB; {size / row['articles']:.0f} bytes an article on disk")


def main():
    parser = argparse.ArgumentParser(prog="./run bench stories", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=600, help="invented ones (600)")
    parser.add_argument("--pairs", action="store_true", help="print every pair that is wrong")
    parser.add_argument("--invented", action="store_true", help="leave the real articles out")
    parser.add_argument("--million", action="store_true",
                        help="measure what grouping a million articles costs by itself")
    parser.add_argument("--articles", type=int, default=1_000_000, help="of that (1,000,000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nutgraf-bench-") as name:
        folder = pathlib.Path(name)
        if given.million:
            print_million(folder, given.articles)
            return
        print(f"seed {given.seed}")
        newsroom = Newsroom(given.seed)
        newsroom.write(given.stories)
        print_row(measure("invented", newsroom.records, newsroom.story_of, folder), given.pairs)
        records = [] if given.invented else real_articles()
        if not records:
            print("skipped: real articles; there are none in the reference folder, or they were "
                  "left out", file=sys.stderr)
            return
        edges = [(records[one]["id"], records[other]["id"])
                 for one, other, containment, resemblance in
                 overlaps([record.get("body", "") for record in records])
                 if containment >= least_containment and resemblance >= least_resemblance]
        print_row(measure("real", records, joined(records, edges), folder), given.pairs)


if __name__ == "__main__":
    main()
