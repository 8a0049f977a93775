#!/usr/bin/env python3
"""How fast the release programs index and search.

    ./run bench                       both, as a table
    ./run bench search --json FILE    one of them, also as JSON

Indexed are the reference collection of transcripts, where it is present, and invented articles.
"""

import argparse
import contextlib
import dataclasses
import http.client
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

root = pathlib.Path(__file__).resolve().parents[2]
programs = pathlib.Path(os.environ.get("NUTGRAF_BIN", root / "build" / "release" / "bin")).resolve()
reference = pathlib.Path(os.environ.get("NUTGRAF_REFERENCE", root.parent / "shared"))
text_fields = ("title", "headline", "standfirst", "body", "text", "content")

query_kinds = {
    "common word": {"q": "the"},
    "rare word": {"q": "{rare}"},
    "AND": {"q": "{middle} {other}"},
    "OR": {"q": "{middle} OR {other}"},
    "phrase": {"q": '"of the"'},
    "prefix": {"q": "{start}*"},
    "newest first": {"q": "the", "sort": "newest"},
}


@dataclasses.dataclass
class Collection:
    """Articles in one file of JSON lines, and what is known of their text."""

    name: str
    path: pathlib.Path
    articles: int
    text_bytes: int
    words: dict  # The words that stand in for the placeholders of queries.


def texts_in(path):
    """The text of each article of a file of JSON lines, its fields with a space between them."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield " ".join(record[field] for field in text_fields
                           if isinstance(record.get(field), str))


def collection(name, path):
    articles = text_bytes = 0
    frequencies = {}
    for text in texts_in(path):
        articles += 1
        text_bytes += len(text.encode())
        for word in set(text.lower().split()):
            if word.isascii() and word.isalpha() and len(word) > 4:
                frequencies[word] = frequencies.get(word, 0) + 1
    # By how many articles hold them: the same collection always gives the same words.
    ranked = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    rare = next(word for word in ranked if frequencies[word] <= 5)
    words = {"middle": ranked[40], "other": ranked[60], "rare": rare, "start": ranked[100][:4]}
    return Collection(name, path, articles, text_bytes, words)


def collections(folder, count):
    """Those that can be measured here; a word about those that cannot."""
    transcripts = reference / "data" / "news" / "pm-transcripts.jsonl"
    if transcripts.is_file():
        yield collection("pm-transcripts", transcripts)
    else:
        print(f"skipped: there is no {transcripts.name} in the reference folder", file=sys.stderr)
    path = folder / "generated.jsonl"
    with open(path, "wb") as file:
        subprocess.run([sys.executable, root / "corpus" / "generate", str(count), "--seed", "1"],
                       stdout=file, check=True)
    yield collection(f"generated, {count:,}", path)


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def index_once(given, index):
    """Indexes into a new folder: seconds, seconds of processor, and peak memory in bytes."""
    command = [programs / "nutgraf-indexer", "--index", index, "add", "--progress", "never",
               given.path]
    started = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        raise SystemExit(f"The indexer failed: {said}")
    return elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def spread(values, scale=1.0):
    """Median, least and most."""
    values = [value * scale for value in values]
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def measure_indexing(given, folder, runs):
    seconds, processor, memory, index = [], [], [], None
    for number in range(runs):
        index = folder / f"{given.path.stem}-{number}"
        elapsed, busy, peak = index_once(given, index)
        seconds.append(elapsed)
        processor.append(busy)
        memory.append(peak)
    databases, journal = size_of(index / "live"), size_of(index / "articles")
    return {
        "collection": given.name, "articles": given.articles, "text_bytes": given.text_bytes,
        "runs": runs,
        "articles_per_second": spread([given.articles / s for s in seconds]),
        "articles_per_processor_second": spread([given.articles / s for s in processor]),
        "megabytes_of_text_per_second": spread([given.text_bytes / s / 1e6 for s in seconds]),
        "peak_megabytes": spread(memory, 1e-6),
        "databases_to_text": databases / given.text_bytes,
        "journal_to_text": journal / given.text_bytes,
    }


@contextlib.contextmanager
def daemon(index):
    """A daemon over the index; gives its port."""
    process = subprocess.Popen([programs / "nutgraf-searchd", "--index", index, "--listen",
                                "127.0.0.1:0"],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield int(process.stdout.readline().decode().rsplit(":", 1)[1])
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def ask_repeatedly(port, target, times):
    """The seconds each of some requests on one connection took."""
    took = []
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as client:
        for _ in range(times):
            started = time.perf_counter()
            client.request("GET", target)
            answer = client.getresponse()
            body = answer.read()
            took.append(time.perf_counter() - started)
            if answer.status != 200:
                raise SystemExit(f"{target} was answered with {answer.status}: {body.decode()}")
    return took, json.loads(body)


def requests_per_second(port, target, connections, times):
    clients = [threading.Thread(target=ask_repeatedly, args=(port, target, times // connections))
               for _ in range(connections)]
    started = time.perf_counter()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return times // connections * connections / (time.perf_counter() - started)


def measure_searches(given, index, times):
    rows = []
    with daemon(index) as port:
        for kind, parameters in query_kinds.items():
            asked = {**parameters, "q": parameters["q"].format(**given.words), "limit": 10}
            target = "/api/v1/search?" + urllib.parse.urlencode(asked)
            ask_repeatedly(port, target, 20)  # Warms what can be warmed.
            took, answer = ask_repeatedly(port, target, times)
            rows.append({
                "collection": given.name, "kind": kind, "query": asked["q"],
                "found": answer["total"]["value"],
                "requests": times, "median_ms": statistics.median(took) * 1000,
                "p95_ms": statistics.quantiles(took, n=20)[-1] * 1000,
                "per_second_1": requests_per_second(port, target, 1, times),
                "per_second_4": requests_per_second(port, target, 4, times),
            })
    return rows


def measure_likes(given, index, times):
    """How long the articles like one take to find, over HTTP, for articles all through the index."""
    with daemon(index) as port:
        _, answer = ask_repeatedly(port, "/api/v1/search?q=the&limit=100&sort=oldest", 1)
        keys = [hit["key"] for hit in answer["hits"]]
        took = []
        for number in range(times):
            target = f"/api/v1/articles/{keys[number % len(keys)]}/similar"
            took += ask_repeatedly(port, target, 1)[0]
    return {"collection": given.name, "requests": times,
            "median_ms": statistics.median(took) * 1000,
            "p95_ms": statistics.quantiles(took, n=20)[-1] * 1000, "max_ms": max(took) * 1000}


def table(heads, rows):
    """Aligned columns: the first to the left, the others to the right."""
    texts = [heads, *rows]
    widths = [max(len(row[column]) for row in texts) for column in range(len(heads))]
    return "\n".join("  ".join(text.ljust(width) if column == 0 else text.rjust(width)
                               for column, (text, width) in enumerate(zip(row, widths)))
                     for row in texts)


def with_spread(values, form):
    return f"{values['median']:{form}} ({values['min']:{form}}–{values['max']:{form}})"


def print_indexing(rows):
    print("\nIndexing: median (least–most)\n")
    heads = ["collection", "text MB", "articles/s", "per CPU-s", "MB/s", "peak MB",
             "databases/text", "journal/text"]
    print(table(heads, [[
        row["collection"], f"{row['text_bytes'] / 1e6:.1f}",
        with_spread(row["articles_per_second"], ".0f"),
        with_spread(row["articles_per_processor_second"], ".0f"),
        with_spread(row["megabytes_of_text_per_second"], ".2f"),
        with_spread(row["peak_megabytes"], ".0f"),
        f"{row['databases_to_text']:.2f}", f"{row['journal_to_text']:.2f}"] for row in rows]))


def print_searches(rows):
    print("\nSearching over HTTP, 10 hits with snippets; requests/s with 1 and 4 connections\n")
    heads = ["collection, kind", "found", "median ms", "p95 ms", "1", "4"]
    print(table(heads, [[
        f"{row['collection']}: {row['kind']}, {row['query']}", f"{row['found']:,}",
        f"{row['median_ms']:.2f}",
        f"{row['p95_ms']:.2f}", f"{row['per_second_1']:.0f}", f"{row['per_second_4']:.0f}"]
                        for row in rows]))


def print_likes(rows):
    print("\nSimilar articles over HTTP, 10 of them\n")
    heads = ["collection", "median ms", "p95 ms", "most ms"]
    print(table(heads, [[row["collection"], f"{row['median_ms']:.1f}", f"{row['p95_ms']:.1f}",
                         f"{row['max_ms']:.1f}"] for row in rows]))


def main():
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["index", "search", "all"], default="all")
    parser.add_argument("--json", metavar="FILE", type=pathlib.Path,
                        help="write the figures there too")
    parser.add_argument("--articles", type=int, default=10_000, help="invented ones (10,000)")
    parser.add_argument("--runs", type=int, default=3, help="of the indexer (3)")
    parser.add_argument("--requests", type=int, default=200, help="of each kind (200)")
    given = parser.parse_args()
    load, cores = os.getloadavg()[0], os.cpu_count()
    print(f"{cores} cores, load {load:.1f} before the start" + ("; the machine is not quiet"
                                                                if load > 0.5 else ""))
    result = {"version": 1, "cores": cores, "load_before": load, "indexing": [], "searching": [],
              "likes": []}
    with tempfile.TemporaryDirectory(prefix="nutgraf-bench-") as name:
        folder = pathlib.Path(name)
        for collected in collections(folder, given.articles):
            runs = given.runs if given.what != "search" else 1
            indexed = measure_indexing(collected, folder, runs)
            if given.what != "search":
                result["indexing"].append(indexed)
            if given.what != "index":
                index = folder / f"{collected.path.stem}-{runs - 1}"
                result["searching"] += measure_searches(collected, index, given.requests)
                result["likes"].append(measure_likes(collected, index, given.requests))
    if result["indexing"]:
        print_indexing(result["indexing"])
    if result["searching"]:
        print_searches(result["searching"])
        print_likes(result["likes"])
    if given.json:
        given.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
