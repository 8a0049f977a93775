#!/usr/bin/env python3
"""How fast the daemon suggests what a query that is being typed may become.

    ./run bench suggest

Indexed is the reference collection of transcripts. Typed are its words, letter by letter, alone and
behind another word; the same ones for a seed.
"""

import argparse
import pathlib
import random
import statistics
import sys
import tempfile
import urllib.parse

import run as bench

letters = range(1, 8)


def words_of(path):
    """The words that at least five articles hold, sorted."""
    articles = {}
    for text in bench.texts_in(path):
        for word in set(text.lower().split()):
            if word.isascii() and word.isalpha() and len(word) > max(letters):
                articles[word] = articles.get(word, 0) + 1
    return sorted(word for word, count in articles.items() if count >= 5)


def measured(port, typed):
    """The milliseconds that each text took, over one connection."""
    took = []
    for text in typed:
        target = "/api/v1/suggest?" + urllib.parse.urlencode({"q": text})
        seconds, answer = bench.ask_repeatedly(port, target, 1)
        took.append(seconds[0] * 1000)
        assert "suggestions" in answer
    return took


def row(name, took):
    return [name, f"{statistics.median(took):.2f}", f"{statistics.quantiles(took, n=20)[-1]:.2f}",
            f"{max(took):.2f}"]


def main():
    parser = argparse.ArgumentParser(prog="./run bench suggest", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="which words are typed (1)")
    parser.add_argument("--words", type=int, default=200, help="how many (200)")
    given = parser.parse_args()
    path = bench.reference / "data" / "news" / "pm-transcripts.jsonl"
    if not path.is_file():
        print(f"skipped: there is no {path.name} in the reference folder", file=sys.stderr)
        return
    words = words_of(path)
    choice = random.Random(given.seed).sample(words, min(given.words, len(words)))
    with tempfile.TemporaryDirectory(prefix="nutgraf-bench-") as folder:
        index = pathlib.Path(folder) / "index"
        bench.index_once(bench.collection("pm-transcripts", path), index)
        with bench.daemon(index) as port:
            measured(port, choice[:20])  # Warms what can be warmed.
            rows = [row(f"{count} letters", measured(port, [word[:count] for word in choice]))
                    for count in letters]
            rows.append(row("two words", measured(port, [f"{one} {other[:4]}" for one, other in
                                                         zip(choice, reversed(choice))])))
    print(f"{len(choice)} words, seed {given.seed}; milliseconds over HTTP, with the connection\n")
    print(bench.table(["typed", "median", "p95", "most"], rows))


if __name__ == "__main__":
    main()
