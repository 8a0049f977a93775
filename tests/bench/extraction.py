#!/usr/bin/env python3
"""How well the text of an article is told from the page around it, on pages whose text is known.

    ./run bench extraction            the figures of docs/formats.md
    ./run bench extraction --pages    every page, worst first

Both texts are cut into shingles of four words in a row; precision is the share of ours that are
expected, recall the share of the expected that are ours, F1 their harmonic mean, averaged over pages.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time

from formats import Text

root = pathlib.Path(__file__).resolve().parents[2]
programs = pathlib.Path(os.environ.get("NUTGRAF_BIN", root / "build" / "release" / "bin")).resolve()
reference = pathlib.Path(os.environ.get("NUTGRAF_REFERENCE", root.parent / "shared"))
pages = reference / "data" / "html" / "readability" / "test" / "test-pages"
shingle_words = 4


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    if len(words) < shingle_words:
        return {tuple(words)} if words else set()
    return {tuple(words[i:i + shingle_words]) for i in range(len(words) - shingle_words + 1)}


def expected_text(folder):
    parser = Text()
    parser.feed((folder / "expected.html").read_text())
    parser.close()
    return "".join(parser.parts)


def read_text(folder):
    done = subprocess.run([programs / "nutgraf-indexer", "read", "--format", "html",
                           folder / "source.html"], capture_output=True, check=False, timeout=120)
    return json.loads(done.stdout).get("body", "") if done.stdout else ""


def measure(folder):
    """Precision, recall and F1 of a page."""
    wanted, found = shingles(expected_text(folder)), shingles(read_text(folder))
    if not wanted or not found:
        return (0.0, 0.0, float(not wanted and not found))
    common = len(wanted & found)
    precision, recall = common / len(found), common / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def measured():
    return {folder.name: measure(folder) for folder in sorted(pages.iterdir())
            if (folder / "source.html").is_file()}


def mean(results, place):
    return sum(result[place] for result in results.values()) / len(results)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", action="store_true", help="print every page")
    arguments = parser.parse_args()
    if not pages.is_dir():
        sys.exit(f"There is no folder of pages in the reference folder {reference}.")
    started = time.monotonic()
    results = measured()
    if arguments.pages:
        for name, (precision, recall, f1) in sorted(results.items(), key=lambda row: row[1][2]):
            print(f"{name:<45} {precision:6.3f} {recall:6.3f} {f1:6.3f}")
    print(f"{len(results)} pages: precision {mean(results, 0):.3f}, recall {mean(results, 1):.3f}, "
          f"F1 {mean(results, 2):.3f}; {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
