#!/usr/bin/env python3
"""What is built to exhaust a reader is stopped and reported; any bytes are read or refused.

NUTGRAF_LONG=1 streams a gigabyte where else 100 MB do, and reads 10,000 random files instead of
1,000; NUTGRAF_SEED repeats the files.
"""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import struct
import subprocess
import tarfile
import time
import zipfile
import zlib

import support
from support import ProgramTest, error, found, nothing

megabyte = 1 << 20
streamed = 1024 * megabyte if support.is_long else 100 * megabyte
random_files = 10_000 if support.is_long else 1_000
seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))
values_size = (60 if support.is_long else 20) * megabyte
bombed_formats = ["jsonl", "csv", "text"]
if support.is_long:
    bombed_formats += ["warc", "arc", "mail", "sgml", "wire", "html", "json", "feed", "nitf"]
most_memory = 256 * megabyte
most_seconds = 5  # Of processor time, for a bomb.


class Measured:
    """One run of `read` over a file, or over what is written to it, and what it took."""

    def __init__(self, test, name, *words):
        self.said = test.folder / "said"
        self.printed = test.folder / "printed"
        with open(self.said, "wb") as said, open(self.printed, "wb") as printed:
            self.process = support.start("nutgraf-indexer", "read", *words, name,
                                         stdin=subprocess.PIPE, stdout=printed, stderr=said)

    def write(self, beginning, piece):
        """Writes a piece again and again behind a beginning, for as long as it is read."""
        block = piece * (megabyte // len(piece))
        try:
            self.process.stdin.write(beginning)
            for _ in range(streamed // len(block) + 1):
                self.process.stdin.write(block)
        except BrokenPipeError:
            pass  # It has seen enough.

    def end(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.memory = 0
        while os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            self.memory = max(self.memory, self.peak())
            time.sleep(0.01)
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = usage.ru_utime + usage.ru_stime
        return self

    def peak(self):
        """Its largest memory so far; what the system tells in the end counts this process as well."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            lines = [line.split() for line in status if line.startswith("VmHWM:")]
        return int(lines[0][1]) * 1024 if lines else 0

    def err(self):
        return self.said.read_text()


def repeated(byte, count):
    """A Zstandard frame of so many blocks of 128 KiB of one byte, four bytes each (RFC 8878)."""
    smallest_window, largest_block = (17 - 10) << 3, 128 * 1024
    blocks = b"".join(struct.pack("<I", largest_block << 3 | 1 << 1 | (number == count - 1))[:3] +
                      byte for number in range(count))
    return b"\x28\xb5\x2f\xfd\x00" + bytes([smallest_window]) + blocks


def with_dictionary_of_4_gigabytes(xz):
    """The same stream of xz with another size in the header of its first block, and its sum."""
    content, header = bytearray(xz), 12
    end = header + (content[header] + 1) * 4
    content[header + 4] = 40
    content[end - 4:end] = struct.pack("<I", zlib.crc32(bytes(content[header:end - 4])))
    return bytes(content)


def zipped(name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return file.getvalue()


def tarred(name, content):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as packed:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        packed.addfile(entry, io.BytesIO(content))
    return file.getvalue()


class Bombs(ProgramTest):
    def stopped(self, name, content, reason, *words):
        result = Measured(self, self.write(name, content), *words).end()
        with self.subTest(name=name, words=words):
            self.assertEqual(result.process.returncode, error, result.err())
            self.assertRegex(result.err(), ": refused: .*(" + reason + ")")
            self.assertLess(result.memory, most_memory)
            self.assertLess(result.seconds, most_seconds)

    def test_what_unpacks_to_gigabytes_is_stopped_and_reported(self):
        lines, letters = b"\n" * 64 * megabyte, b"x" * 64 * megabyte
        bombs = {
            "letters.zst": repeated(b"x", 32 * 1024), "lines.zst": repeated(b"\n", 32 * 1024),
            "letters.gz": gzip.compress(letters, 9) * 16, "lines.gz": gzip.compress(lines, 9) * 16,
            "letters.bz2": bz2.compress(letters) * 16, "lines.bz2": bz2.compress(lines) * 16,
            "letters.xz": lzma.compress(letters, preset=0) * 16,
            "lines.xz": lzma.compress(lines, preset=0) * 16,
        }
        for name, content in bombs.items():
            for format_name in bombed_formats:
                self.stopped(name, content, r"exhaust a reader|larger than|more than|longer than|"
                             "not well formed|NUL|belong to no record|should begin|not JSON|"
                             "Start tag", "--format", format_name)

    def test_packed_files_of_packed_files_are_not_unpacked_for_ever(self):
        letters = b"x" * 100 * megabyte
        for name, content, reason in [
                ("a.zip", zipped("a.jsonl", letters), "exhaust a reader"),
                ("b.zip", zipped("a.zip", zipped("a.jsonl", letters)), "packed twice over"),
                ("c.zip", zipped("a.jsonl.zst", repeated(b"\n", 32 * 1024)), "exhaust a reader"),
                ("d.tar", tarred("a.jsonl.gz", gzip.compress(letters)), "exhaust a reader"),
                ("e.tar.gz", gzip.compress(tarred("a.jsonl", letters)), "exhaust a reader"),
                ("f.gz", gzip.compress(gzip.compress(gzip.compress(letters))), "no format|NUL"),
        ]:
            self.stopped(name, content, reason)

    def test_a_stream_that_asks_for_gigabytes_of_memory_gets_none(self):
        xz = with_dictionary_of_4_gigabytes(lzma.compress(b"x" * 64 * megabyte, preset=0))
        self.stopped("a.jsonl.xz", xz, "takes more than 136 MiB of memory")


class Sizes(ProgramTest):
    def test_records_without_end_are_refused_in_bounded_memory(self):
        words = b"word "
        cases = [
            ("jsonl", b'{"id":"1","body":"', words, "The line is longer than"),
            ("json", b'{"id":"1","body":"', words, "one JSON value of more than"),
            ("text", b"", words, "The article's text is larger than"),
            ("html", b"<p>", words, "The page is larger than"),
            ("feed", b"<rss><channel><item><description>", words, "takes more than 48 MiB"),
            ("nitf", b"<nitf><head>", b"<a>b</a>", "takes more than 48 MiB"),
            ("csv", b"id,title\n", words, "The row is longer than"),
            ("csv", b"id,title\n", b",", "more than 10000 values"),
            ("csv", b'id,title\n"', words, "never closed"),
            ("csv", b"", b"a,", "more than 10000 values"),
            ("mail", b"Subject: ", words, "The mail is larger than"),
            ("sgml", b"<REUTERS>", words, "ends inside this REUTERS element"),
            ("wire", b"\x01", words, "text is larger than"),
            ("warc", b"WARC/1.0\r\nContent-Length: 9999999999\r\n\r\n", words, "larger than"),
            ("arc", b"http://c.example/ 192.0.2.1 20190510010000 text/html 9999999999\n", words,
             "larger than"),
        ]
        for format_name, beginning, piece, reason in cases:
            with self.subTest(format=format_name, piece=piece):
                result = Measured(self, "-", "--format", format_name)
                result.write(beginning, piece)
                result.end()
                self.assertEqual(result.process.returncode, error, result.err())
                self.assertIn(reason, result.err())
                self.assertLess(result.memory, most_memory)

    def test_a_record_of_millions_of_values_is_refused_in_bounded_memory(self):
        pieces = [b",0", b",[]", b',""']
        for name, pieces, reason in (
                # Records took hours: the library looks through all that it has kept for each.
                ("a.jsonl", [*pieces, b",{}", b',{"a":[0]}'], "more than 100000 values"),
                ("a.json", pieces, "more than 1000000 values")):
            for piece in pieces:
                with self.subTest(name=name, piece=piece):
                    content = b"[0" + piece * (values_size // len(piece)) + b"]"
                    result = Measured(self, self.write(name, content)).end()
                    self.assertEqual(result.process.returncode, error)
                    self.assertIn(reason, result.err())
                    self.assertLess(result.memory, most_memory)


class RandomBytes(ProgramTest):
    beginnings = [b"", b"<rss><channel><item><title>", b"WARC/1.0\r\n", b"<!DOCTYPE html><p>",
                  b"{\n", b'{"title":"', b"Subject: a\n\n", b"id,title\n1,", b"filedesc://a ",
                  b"PK\x03\x04", b"\xfd7zXZ\x00", b"BZh9", b"\x28\xb5\x2f\xfd", b"\x1f\x8b\x08",
                  b"<nitf><body>", b"<newsMessage>", b"<REUTERS><TITLE>", b"\x01"]

    def file(self, choice):
        """Some bytes behind the beginning of a format; half of them without what no text has."""
        content = choice.choice(self.beginnings) + choice.randbytes(choice.randint(1, 3000))
        return content.replace(b"\0", b" ") if choice.random() < 0.5 else content

    def test_each_file_is_read_as_json_or_refused(self):
        print(f"NUTGRAF_SEED={seed}", flush=True)
        choice = random.Random(seed)
        for number in range(random_files):
            self.write(f"files/{number:05}", self.file(choice))
        result = support.run("nutgraf-indexer", "read", self.folder / "files", timeout=600)
        self.assertIn(result.status, (found, nothing, error), result.err[-2000:])
        for record in result.records():
            self.assertEqual(record["version"], 1)
            record_text = json.dumps(record, ensure_ascii=False)
            record_text.encode()  # No half of a surrogate.
        print(f"{len(result.records())} articles, {result.err.count(': refused: ')} refusals of "
              f"{random_files} files", flush=True)
        told = result.err + result.out
        self.assertGreater(len(result.records()), random_files / 50)
        self.assertGreater(told.count(": refused: "), random_files / 50)


if __name__ == "__main__":
    support.main()
