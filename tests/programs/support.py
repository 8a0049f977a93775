"""What the program tests share: scratch folders, running programs, and a daemon of one's own.

The programs are found by NUTGRAF_BIN, by default build/release/bin.
"""

import atexit
import contextlib
import dataclasses
import functools
import json
import os
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unittest

root = pathlib.Path(__file__).resolve().parents[2]
programs = pathlib.Path(os.environ.get("NUTGRAF_BIN", root / "build" / "release" / "bin")).resolve()
reference = pathlib.Path(os.environ.get("NUTGRAF_REFERENCE", root.parent / "shared"))
sample = root / "corpus" / "sample"
is_long = bool(os.environ.get("NUTGRAF_LONG"))

found, nothing, error, interrupted = 0, 1, 2, 130

# C0 but line feed and tab, DEL, C1, and what reorders text; what no terminal may be sent.
dangerous = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def environment(**more):
    """The caller's environment without what would change an answer."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("NUTGRAF_", "XDG_"))
            and name not in ("NO_COLOR", "FORCE_COLOR")}
    kept.update(HOME="/nonexistent", LC_ALL="C.UTF-8", PAGER="cat")
    kept.update(more)
    return kept


@dataclasses.dataclass
class Run:
    """How one run of a program ended."""

    status: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)

    def records(self):
        return [json.loads(line) for line in self.out.split("\n") if line]


def run(program, *words, stdin=b"", timeout=180, **env):
    """Runs a program to its end. Output that is not UTF-8 is an error of the program."""
    done = subprocess.run([programs / program, *words], input=stdin, capture_output=True,
                          timeout=timeout, env=environment(**env), check=False)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def start(program, *words, **options):
    """Starts a program that the caller ends."""
    return subprocess.Popen([programs / program, *words], env=environment(), **options)


class ProgramTest(unittest.TestCase):
    """A test with a scratch folder and, not made yet, an index in it."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="nutgraf-test-", ignore_cleanup_errors=True)
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.index = self.folder / "index"

    def indexer(self, *words, **options):
        return run("nutgraf-indexer", "--index", self.index, *words, **options)

    def nutgraf(self, *words, **options):
        return run("nutgraf", "--index", self.index, *words, **options)

    def ok(self, result, status=found):
        """Expects an exit status, showing what the program said otherwise."""
        self.assertEqual(result.status, status, f"stdout: {result.out}\nstderr: {result.err}")
        return result

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_articles(self, name, *articles):
        return self.write(name, json_lines(articles))

    def ids(self, query="", *words):
        return sorted(self.nutgraf("search", "-l", "--all", "--no-collapse", *words, "--",
                                   query).out.split())


def json_lines(records):
    return "".join(json.dumps(record) + "\n" for record in records)


def generated(count, first=1, seed=1):
    """Invented articles as JSON lines."""
    command = [sys.executable, root / "corpus" / "generate", str(count), "--start", str(first),
               "--seed", str(seed)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def zstandard_frame(content):
    """The bytes as one frame of uncompressed blocks (RFC 8878, section 3.1.1)."""
    single_segment_with_four_byte_size = 0xA0
    frame = b"\x28\xb5\x2f\xfd" + bytes([single_segment_with_four_byte_size])
    frame += struct.pack("<I", len(content))
    size = 64 * 1024
    blocks = [content[begin:begin + size] for begin in range(0, len(content), size)] or [b""]
    for number, block in enumerate(blocks):
        is_last = number == len(blocks) - 1
        frame += struct.pack("<I", len(block) << 3 | is_last)[:3] + block
    return frame


@functools.cache
def scratch_for_all():
    folder = tempfile.mkdtemp(prefix="nutgraf-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return pathlib.Path(folder)


@functools.cache
def sample_index():
    """An index of corpus/sample that tests only read."""
    index = scratch_for_all() / "sample"
    result = run("nutgraf-indexer", "--index", index, "add", sample)
    if result.status != found:
        raise RuntimeError(result.err)
    return index


def seeds_or_skip(test):
    """The folder of real articles; the test is skipped, saying so, where it is absent."""
    seeds = reference / "seeds"
    if not seeds.is_dir():
        test.skipTest(f"there is no folder seeds in the reference folder {reference}")
    return seeds


class Daemon:
    """nutgraf-searchd on a port of its own; a context that ends it."""

    def __init__(self, index, *words, **options):
        self.log_file = tempfile.TemporaryFile(prefix="nutgraf-log-")
        self.process = start("nutgraf-searchd", "--index", index, "--listen", "127.0.0.1:0", *words,
                             stdout=subprocess.PIPE, stderr=self.log_file, **options)
        line = self.process.stdout.readline().decode()
        match = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)\n", line)
        if not match:
            self.process.kill()
            self.process.wait()
            raise RuntimeError(f"The daemon did not start: {line!r} {self.log()}")
        self.port = int(match[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            self.end()
        self.process.stdout.close()
        self.log_file.close()

    def end(self, timeout=20):
        """Asks it to stop; returns its exit status."""
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGTERM)
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    def log(self):
        """What it logged so far, as bytes."""
        return os.pread(self.log_file.fileno(), 1 << 26, 0)


def main():
    unittest.main(module="__main__", verbosity=2)
