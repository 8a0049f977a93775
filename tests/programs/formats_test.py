#!/usr/bin/env python3
"""What is read of the formats archives come in, over files that others made and judged."""

import sys

import support
from support import ProgramTest, error, found

sys.path.insert(0, str(support.root / "tests" / "bench"))
import extraction  # noqa: E402
import formats  # noqa: E402

# Refused with these reasons, each of which is true of the file.
true_reasons = ("neither a title nor a body", "is about articles and holds the text of none",
                "which belongs to no format", "not well formed", "Here a record should begin",
                "has no root element", "claims", "bytes belong to no record", "holds NUL bytes",
                "ends in the middle", "is damaged", "is larger than", "This is not JSON",
                "an article with the id", "The file is empty", "is given twice")


def folder_or_skip(test, *names):
    folder = support.reference.joinpath("data", *names)
    if not folder.is_dir():
        test.skipTest(f"there is no folder {'/'.join(names)} in the reference folder")
    return folder


class Feeds(ProgramTest):
    def test_they_are_read_as_two_other_suites_expect(self):
        folder_or_skip(self, "feeds")
        counts, _ = formats.measure(formats.expectations())
        agree, all_ = (sum(count[i] for count in counts.values()) for i in (0, 1))
        self.assertGreater(all_, 600)
        self.assertGreaterEqual(agree / all_, 0.98)


class Pages(ProgramTest):
    def test_the_text_of_an_article_is_told_from_its_page(self):
        folder_or_skip(self, "html", "readability")
        results = extraction.measured()
        self.assertGreater(len(results), 50)
        self.assertGreaterEqual(extraction.mean(results, 2), 0.80)


class EveryFile(ProgramTest):
    def test_it_is_read_or_refused_with_a_true_reason(self):
        for name in ("formats", "feeds"):
            folder = folder_or_skip(self, name)
            for path in sorted(folder.rglob("*")):
                if not path.is_file():
                    continue
                result = support.run("nutgraf-indexer", "read", path)
                with self.subTest(path.relative_to(folder)):
                    self.assertIn(result.status, (found, support.nothing, error), result.err)
                    for line in result.err.splitlines():
                        if ": refused: " in line:
                            self.assertTrue(any(reason in line for reason in true_reasons), line)


class Hostile(ProgramTest):
    def test_xml_reaches_no_file_and_never_grows(self):
        secret = self.write("secret.txt", "The secret words.")
        laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
        self.write("x.xml", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}'
                            f'<!ENTITY s SYSTEM "file://{secret}">'
                            f'<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>'
                            '<rss><channel><item><title>A &s; &l11; B</title></item></channel></rss>')
        result = support.run("nutgraf-indexer", "read", self.folder / "x.xml")
        self.assertEqual(result.records()[0]["title"], "A &s; &l11; B")

    def test_wrong_bytes_are_never_fatal(self):
        beginnings = {"a.rss": b"<rss><channel><item><title>", "b.warc": b"WARC/1.0\r\n",
                      "c.html": b"<!DOCTYPE html><p>", "d.json": b"{\n", "e.eml": b"Subject: ",
                      "f.csv": b"id,title\n", "g.arc": b"filedesc://", "h.zip": b"PK\x03\x04",
                      "i.xz": b"\xfd7zXZ\x00", "j.bz2": b"BZh9", "k.xml": b"<nitf>"}
        noise = bytes((i * i * 7 + i * 31) % 256 for i in range(20_000))
        for name, beginning in beginnings.items():
            with self.subTest(name):
                result = support.run("nutgraf-indexer", "read", self.write(name, beginning + noise))
                self.assertIn(result.status, (found, support.nothing, error), result.err)


if __name__ == "__main__":
    support.main()
