#!/usr/bin/env python3
"""How well organisations and persons are recognised in texts annotated by others, and how fast.

    ./run bench entities                 the figures of docs/entities.md
    ./run bench entities --errors train  what is missed and what is extra, sentence by sentence

Compared are names only, never descriptions ("the company"), with CrossNER politics of the reference
collection, and the names' borders with the proper nouns of GUM news, which has no kinds.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
programs = pathlib.Path(os.environ.get("NUTGRAF_BIN", root / "build" / "release" / "bin")).resolve()
reference = pathlib.Path(os.environ.get("NUTGRAF_REFERENCE", root.parent / "shared"))

# CrossNER's kinds in ours; what is neither is no mention, so that finding one there is an error.
kinds = {
    "person": "person",
    "politician": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
}
no_space_before = {",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'"}
no_space_after = ("(", "[", "$", "£", "€")


class Sentence:
    """Annotated words put together as a text, with the names in it as [begin, end) of bytes."""

    def __init__(self, words, labels):
        self.text = ""
        self.spans = []
        for i, word in enumerate(words):
            # "Berlusconi ' s" is a possessive.
            is_possessive = word == "s" and i > 0 and words[i - 1] in ("'", "’")
            is_joined = (word in no_space_before or is_possessive or
                         self.text[-1:] in no_space_after)
            if self.text and not is_joined:
                self.text += " "
            begin = len(self.text.encode())
            self.text += word
            self.spans.append((begin, len(self.text.encode())))
        self.names = set()
        begin = None
        for i, label in enumerate([*labels, "O"]):
            if begin is not None and not label.startswith("I-"):
                kind = kinds.get(labels[begin][2:])
                if kind:
                    self.names.add((self.spans[begin][0], self.spans[i - 1][1], kind))
                begin = None
            if label.startswith("B-"):
                begin = i


def crossner(part):
    """The sentences of a part of CrossNER politics."""
    path = reference / "data" / "entities" / "crossner-politics" / f"{part}.txt"
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line] for block in blocks]
    return [Sentence([row[0] for row in block], [row[1] for row in block]) for block in rows]


def analysed(texts):
    """What `nutgraf-indexer analyse` finds in each text, in their order."""
    with tempfile.TemporaryDirectory(prefix="nutgraf-bench-") as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(pathlib.Path(folder, f"{number:06}.txt"))
            paths[-1].write_text(text, encoding="utf-8")
        run = subprocess.run([programs / "nutgraf-indexer", "analyse", "--raw", *paths],
                             capture_output=True, check=True)
        return [json.loads(line)["mentions"] for line in run.stdout.decode().splitlines()]


def names(mentions):
    """The names among the mentions; an official is a person here."""
    return {(m["begin"], m["end"], "organisation" if m["kind"] == "org" else "person")
            for m in mentions if not m.get("nominal")}


def overlaps(name, others):
    return any(name[2] == o[2] and name[0] < o[1] and o[0] < name[1] for o in others)


def figures(right_found, found, right_wanted, wanted):
    precision = 100 * right_found / found if found else 0.0
    recall = 100 * right_wanted / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def compare(part):
    sentences = crossner(part)
    found = [names(mentions) for mentions in analysed([s.text for s in sentences])]
    print(f"CrossNER politics {part}: {len(sentences)} sentences")
    print("  kind          names  precision  recall    F1   F1 of overlapping")
    for kind in ("person", "organisation"):
        counts = collections.Counter()
        for sentence, mentions in zip(sentences, found):
            wanted = {n for n in sentence.names if n[2] == kind}
            claimed = {n for n in mentions if n[2] == kind}
            counts["wanted"] += len(wanted)
            counts["claimed"] += len(claimed)
            counts["exact"] += len(wanted & claimed)
            counts["claimed near"] += sum(overlaps(n, wanted) for n in claimed)
            counts["wanted near"] += sum(overlaps(n, claimed) for n in wanted)
        exact = figures(counts["exact"], counts["claimed"], counts["exact"], counts["wanted"])
        near = figures(counts["claimed near"], counts["claimed"], counts["wanted near"],
                       counts["wanted"])
        print(f"  {kind:12} {counts['wanted']:6}  {exact[0]:9.1f}  {exact[1]:6.1f}  {exact[2]:4.1f}"
              f"  {near[2]:4.1f}")


def show_errors(part):
    sentences = crossner(part)
    for sentence, mentions in zip(sentences, analysed([s.text for s in sentences])):
        text = sentence.text.encode()
        claimed = names(mentions)
        lines = [(f"  missing {kind}: {text[begin:end].decode()}", begin)
                 for begin, end, kind in sentence.names - claimed]
        lines += [(f"  extra {kind}: {text[begin:end].decode()}", begin)
                  for begin, end, kind in claimed - sentence.names]
        if lines:
            print(sentence.text)
            print("\n".join(line for line, _ in sorted(lines, key=lambda line: line[1])))


def gum_text(path):
    """A text of GUM news, and of each of its words the bytes and whether it is a proper noun."""
    text, words = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 5:
            text += "\n\n" if line in ("</p>", "</head>") else ""
            continue
        word = columns[0].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        is_joined = word in no_space_before or text[-1:] in (*no_space_after, "\n", "")
        text += word if is_joined else " " + word
        end = len(text.encode())
        words.append((end - len(word.encode()), end, columns[1].startswith("NP")))
    return text, words


def compare_borders():
    folder = reference / "data" / "entities" / "gum-news"
    texts = [gum_text(path) for path in sorted(folder.glob("*.xml"))]
    found = [names(mentions) for mentions in analysed([text for text, _ in texts])]
    total = whole = pure = 0
    for (_, words), mentions in zip(texts, found):
        begins = {begin: i for i, (begin, _, _) in enumerate(words)}
        ends = {end: i for i, (_, end, _) in enumerate(words)}
        for begin, end, _ in mentions:
            total += 1
            if begin not in begins or end not in ends:
                continue
            whole += 1
            pure += words[begins[begin]][2] and words[ends[end]][2]
    print(f"GUM news: {len(texts)} texts, {total} names; of these")
    print(f"  {100 * whole / total:.1f} % begin and end where words do")
    print(f"  {100 * pure / total:.1f} % begin and end with a proper noun")


def measure_speed():
    path = reference / "data" / "news" / "pm-transcripts.jsonl"
    if not path.is_file():
        print("skipped: there is no pm-transcripts.jsonl in the reference folder", file=sys.stderr)
        return
    bench = programs.parent / "tests" / "bench" / "analysis_bench"
    subprocess.run([bench, programs / "entities.bin", path], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", choices=("train", "dev"), help="show the errors of one part")
    wanted = parser.parse_args()
    if not (reference / "data" / "entities").is_dir():
        sys.exit(f"skipped: there is no folder data/entities in {reference}")
    if wanted.errors:
        show_errors(wanted.errors)
        return
    compare("train")
    compare("dev")
    compare_borders()
    measure_speed()


if __name__ == "__main__":
    main()
