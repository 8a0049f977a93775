#!/usr/bin/env python3
"""How far the readers of feeds agree with what two test suites of others expect, as plain text.

    ./run bench formats             the table of docs/formats.md
    ./run bench formats --errors    every value that differs, with the file it is of

Compared are title, body, id, link, date, author and language of the items, and the title of the feed
as their source. Many files of the suites hold an item with nothing but a date, or no item at all; such
an item is given a title and such a feed an item before they are read, since an article must say
something. Not compared is what no article has: types, lengths, licences, coordinates.
"""

import argparse
import ast
import collections
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

root = pathlib.Path(__file__).resolve().parents[2]
programs = pathlib.Path(os.environ.get("NUTGRAF_BIN", root / "build" / "release" / "bin")).resolve()
reference = pathlib.Path(os.environ.get("NUTGRAF_REFERENCE", root.parent / "shared"))
feeds = reference / "data" / "feeds"

# What is looked at of an expectation, and where an article has it.
field_of = {
    "title": "title", "title_detail": "title",
    "description": "text", "summary": "text", "summary_detail": "text", "content": "text",
    "id": "id", "guid": "id", "link": "url",
    "published_parsed": "date", "publishedParsed": "date", "pubDateParsed": "date",
    "issued_parsed": "date", "date_parsed": "date",
    "author": "author", "language": "lang",
}
placeholder = "An item without words"
# These served the suites over HTTP; a file has no address.
served_from = "http://127.0.0.1:8097/"

Expected = collections.namedtuple("Expected", "suite file item field value")


class Text(html.parser.HTMLParser):
    """The text of HTML, without what no one sees."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, _attributes):
        self.hidden += tag in ("script", "style")
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style") and self.hidden > 0
        self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def plain(value):
    parser = Text()
    parser.feed(value)
    parser.close()
    return squeezed("".join(parser.parts))


def squeezed(value):
    """Without white space: where a tag leaves some is for each reader to say."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", value))


# --- what the suites expect

def feedparser_expectations():
    folder = feeds / "feedparser"
    for path in sorted(folder.rglob("*.xml")):
        raw = path.read_bytes()
        for encoding in ("utf-8", "utf-16", "utf-32", "latin-1"):
            try:
                head = raw.decode(encoding)
            except UnicodeError:
                continue
            if "Expect:" in head:
                break
        line = re.search(r"Expect:\s*(.*)", head)
        if line:
            yield from of_condition(path, line[1].strip())


def of_condition(path, condition):
    """The comparisons of values in a Python condition."""
    try:
        tree = ast.parse(condition, mode="eval")
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and \
                isinstance(node.ops[0], ast.Eq):
            keys = keys_of(node.left)
            try:
                value = ast.literal_eval(node.comparators[0])
            except ValueError:
                continue
            if keys and value is not None:
                yield from of_keys(path, keys, value)


def keys_of(node):
    keys = []
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        keys.append(node.attr if isinstance(node, ast.Attribute) else
                    getattr(node.slice, "value", None))
        node = node.value
    return [node.id, *reversed(keys)] if isinstance(node, ast.Name) else []


def of_keys(path, keys, value):
    if keys[0] == "feed" and keys[1] in ("title", "title_detail") and keys[-1] in ("title", "value"):
        yield Expected("feedparser", path, 0, "source", value)
    if keys[0] != "entries" or len(keys) < 3 or not isinstance(keys[1], int):
        return
    field = field_of.get(keys[2])
    if len(keys) > 3 and keys[-1] != "value":
        field = {"language": "lang"}.get(keys[-1]) if keys[2] in ("content", "title_detail") else None
    if field == "date":
        value = "{:04}-{:02}-{:02}".format(*value[:3])
    if field and isinstance(value, str):
        yield Expected("feedparser", path, keys[1], field, value)


def gofeed_expectations():
    folder = feeds / "gofeed" / "testdata"
    for path in sorted(folder.rglob("*.xml")):
        expected = path.with_suffix(".json")
        if not expected.is_file():
            continue
        feed = json.loads(expected.read_text())
        if feed.get("title"):
            yield Expected("gofeed", path, 0, "source", feed["title"])
        for number, item in enumerate(feed.get("items") or feed.get("entries") or []):
            for key, value in item.items():
                field = field_of.get(key)
                if isinstance(value, dict):
                    value = value.get("value") or value.get("name")
                if field == "date" and value:
                    value = value[:10]
                if field and isinstance(value, str) and value:
                    yield Expected("gofeed", path, number, field, value)


# --- what Nutgraf reads

def read(path, folder):
    """The articles of a file, refused ones as None, each with words and each feed with an item."""
    content = with_words(path.read_bytes())
    copy = pathlib.Path(folder) / path.name
    copy.write_bytes(content)
    done = subprocess.run([programs / "nutgraf-indexer", "read", "--format", "feed", copy],
                          capture_output=True, check=False, timeout=60)
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(f"{path}: nutgraf-indexer ended with {done.returncode}.")
    return [json.loads(line) for line in done.stdout.splitlines()]


def with_words(content):
    """The file with a title in items that have none, unless it is of a wide character set."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff", b"\0\0", b"<\0", b"\0<"):
        return content
    words = placeholder.encode()

    def completed(match):
        name, inside = match[2], match[4]
        if re.search(rb"<(\w+:)?title\b", inside, re.IGNORECASE):
            return match[0]
        own = b"title" if b":" not in name else name.split(b":")[0] + b":title"
        return match[1] + b"<%s>%s</%s>" % (own, words, own) + inside + match[5]

    item = rb"(<((\w+:)?(?:item|entry))(?:\s[^>]*)?(?<!/)>)(.*?)(</\2\s*>)"
    comment = re.search(rb"\A.*?-->", content, re.DOTALL)
    head, body = (comment[0], content[comment.end():]) if comment else (b"", content)
    if not re.search(rb"<(\w+:)?(item|entry)\b", body, re.IGNORECASE):
        for closing, added in ((rb"</channel>", b"<item><title>%s</title></item>"),
                               (rb"</feed>", b"<entry><title>%s</title></entry>"),
                               (rb"</(\w+):feed>", rb"<\1:entry><\1:title>%s</\1:title></\1:entry>")):
            body = re.sub(closing, (added % words).replace(b"\\1", b"\\g<1>") + b"\\g<0>", body,
                          flags=re.IGNORECASE)
    return head + re.sub(item, completed, body, flags=re.DOTALL | re.IGNORECASE)


def values_of(article, field):
    """What an article has for a field; any of them may be what is expected."""
    if field == "text":
        standfirst, body = article.get("standfirst", ""), article.get("body", "")
        return [body, standfirst, standfirst + body]
    if field == "date":
        return [article.get("published", {}).get("from", "")]
    if field == "author":
        names = article.get("byline", [])
        return [", ".join(names), *names[:1]]
    value = article.get(field, "")
    return ["" if value == placeholder else value]


def agrees(expected, article):
    if article is None:  # Refused: a picture and no word.
        return expected.field in ("title", "text") and not plain(expected.value)
    wanted = {squeezed(expected.value), plain(expected.value)}
    if expected.field == "lang":
        wanted = {expected.value.lower().split("-")[0]}
    return any(squeezed(value) in wanted for value in values_of(article, expected.field))


# --- the table

def is_out_of_scope(expected):
    """Why an expectation is not compared; empty when it is."""
    if served_from in expected.value:
        return "an address relative to the server of the suite"
    if expected.file.name.startswith("http_") and expected.field in ("id", "lang"):
        return "a header of HTTP, which a file does not have"
    if expected.field == "author" and "@" in expected.value:
        return "an author with an address, of which an article keeps the name"
    return ""


def measure(expectations, tell=lambda expected, found: None):
    """Counts of (agree, all) by suite and field, and of what is left out, by reason."""
    counts, left_out = collections.defaultdict(lambda: [0, 0]), collections.Counter()
    articles = {}
    with tempfile.TemporaryDirectory(prefix="nutgraf-formats-") as folder:
        for expected in expectations:
            if reason := is_out_of_scope(expected):
                left_out[reason] += 1
                continue
            if expected.file not in articles:
                articles[expected.file] = read(expected.file, folder)
            items = articles[expected.file]
            article = items[expected.item] if expected.item < len(items) else None
            count = counts[expected.suite, expected.field]
            count[1] += 1
            count[0] += agrees(expected, article)
            if not agrees(expected, article):
                tell(expected, article and values_of(article, expected.field))
    return counts, left_out


def expectations():
    yield from feedparser_expectations()
    yield from gofeed_expectations()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="print every value that differs")
    arguments = parser.parse_args()
    if not feeds.is_dir():
        sys.exit(f"There is no folder data/feeds in the reference folder {reference}.")

    def tell(expected, found):
        if arguments.errors:
            print(f"{expected.file.relative_to(feeds)} {expected.field} of {expected.item}\n"
                  f"    expected {expected.value!r}\n    found    {found!r}")

    started = time.monotonic()
    counts, left_out = measure(expectations(), tell)
    print(f"{'suite':<12} {'field':<8} {'agree':>6} {'of':>6}")
    for (suite, field), (agree, all_) in sorted(counts.items()):
        print(f"{suite:<12} {field:<8} {agree:>6} {all_:>6} {agree / all_:>7.1%}")
    agree, all_ = (sum(count[i] for count in counts.values()) for i in (0, 1))
    print(f"{'together':<21} {agree:>6} {all_:>6} {agree / all_:>7.1%}")
    for reason, count in left_out.most_common():
        print(f"left out: {count} with {reason}")
    print(f"{time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
