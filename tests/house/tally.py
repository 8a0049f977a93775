#!/usr/bin/env python3
"""Counts test cases, not executables, in what `meson test` logged.

    tally.py build/release

prints a line for each suite and, last, `N passed, N failed`. It exits with 1 when something
failed or nothing ran.
"""

import argparse
import dataclasses
import json
import pathlib
import re
import sys

DOCTEST = re.compile(
    r"\[doctest\] test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed(?: \| +(\d+) skipped)?"
)
UNITTEST = re.compile(
    r"^Ran (\d+) tests? in [^\n]*\n\s*^(?:OK|FAILED|NO TESTS RAN)\b *(?:\((.*)\))?", re.M
)
# Node's own test runner, in the format "tap" and in "spec".
NODE = re.compile(
    r"^(?:#|ℹ) tests (\d+)\n(?:(?:#|ℹ) suites \d+\n)?(?:#|ℹ) pass (\d+)\n(?:#|ℹ) fail (\d+)\n"
    r"(?:#|ℹ) cancelled (\d+)\n(?:#|ℹ) skipped (\d+)\n(?:#|ℹ) todo (\d+)$",
    re.M,
)
NODE_SKIP = re.compile(r"^ *(?:ok \d+ - .*|﹣ .*?) # (?:SKIP\b)? *(.*?) *$", re.M)
# As printed by itself, by doctest's MESSAGE and by `unittest --verbose`.
REASON = re.compile(
    r"^\s*(?:\S+: MESSAGE: )?skipped: (.+?)\s*$|\.\.\. skipped (['\"])(.*)\2\s*$", re.M
)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# doctest counts what these leave out as skipped, though nobody meant it to run.
FILTERS = re.compile(r"--?(?:dt-)?(?:tc|tce|ts|tse|sf|sfe|test-case|test-suite|source-file)\b")


@dataclasses.dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self):
        text = f"{self.passed} passed, {self.failed} failed"
        return text + f", {self.skipped} skipped" if self.skipped else text


def counts(entry):
    """The counts of one line of testlog.json."""
    output = output_of(entry)
    total = doctest_counts(entry, output) + unittest_counts(output) + node_counts(output)
    result = entry.get("result", "ERROR")
    if total == Counts():
        return counts_without_summary(result)
    # A leak found at exit, a crash after the last case, a time limit.
    if result not in ("OK", "SKIP", "EXPECTEDFAIL") and not total.failed:
        total.failed = 1
    return total


def output_of(entry):
    text = (entry.get("stdout") or "") + "\n" + (entry.get("stderr") or "")
    return COLOUR.sub("", text).replace("\r\n", "\n")


def counts_without_summary(result):
    if result == "SKIP":
        return Counts(skipped=1)
    return Counts(passed=1) if result in ("OK", "EXPECTEDFAIL") else Counts(failed=1)


def doctest_counts(entry, output):
    total = Counts()
    filtered = any(FILTERS.match(word) for word in entry.get("command") or [])
    for ran, passed, failed, skipped in DOCTEST.findall(output):
        if int(ran) == 0:
            total += Counts(failed=1)
            continue
        left_out = 0 if filtered else int(skipped or 0)
        total += Counts(int(passed), int(failed), left_out)
    if DOCTEST.search(output):
        # A case that says it skips itself and returns has passed as far as doctest knows.
        said_so = min(len(reasons(output)), total.passed)
        total += Counts(passed=-said_so, skipped=said_so)
    return total


def unittest_counts(output):
    total = Counts()
    for ran, remarks in UNITTEST.findall(output):
        remark = {
            name: int(number) for name, number in re.findall(r"([a-z ]+)=(\d+)", remarks or "")
        }
        remark = {name.strip(): number for name, number in remark.items()}
        failed = sum(remark.get(name, 0) for name in ("failures", "errors", "unexpected successes"))
        skipped = remark.get("skipped", 0)
        if not int(ran) and not failed and not skipped:
            failed = 1
        total += Counts(max(0, int(ran) - failed - skipped), failed, skipped)
    return total


def node_counts(output):
    """Those that end for no reason of their own, or are still to be done, have failed; so have
    those that are skipped and do not say why."""
    total = Counts()
    for ran, passed, failed, cancelled, skipped, todo in NODE.findall(output):
        total += Counts(int(passed), int(failed) + int(cancelled) + int(todo), int(skipped))
        if not int(ran):
            total += Counts(failed=1)
    silent = max(0, total.skipped - len(node_reasons(output)))
    return total + Counts(failed=silent, skipped=-silent)


def node_reasons(output):
    if not NODE.search(output):
        return []
    return [reason for reason in NODE_SKIP.findall(output) if reason]


def reasons(output):
    return [plain or quoted for plain, _, quoted in REASON.findall(output)] + node_reasons(output)


def read_log(build):
    """The entries of testlog.json in the order they ended; none when meson wrote no log."""
    path = pathlib.Path(build) / "meson-logs" / "testlog.json"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def report(entries):
    """The lines to print before the total, and the total."""
    total, lines, skips = Counts(), [], []
    for entry in sorted(entries, key=lambda entry: entry["name"]):
        found = counts(entry)
        total += found
        note = "" if entry["result"] in ("OK", "FAIL", "SKIP") else f"  {entry['result']}"
        lines.append(f"{entry['name']:<40} {found}{note}")
        skips += [f"skipped: {reason} ({entry['name']})" for reason in reasons(output_of(entry))]
    return lines + list(dict.fromkeys(skips)), total


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="a meson build folder whose tests have run")
    parser.add_argument("--sums", help="append the three numbers to this file, print no total")
    options = parser.parse_args()
    lines, total = report(read_log(options.build))
    print("\n".join([""] + lines))
    if not total.passed and not total.failed:
        print("No test ran.")
    if options.sums:
        with open(options.sums, "a", encoding="utf-8") as sums:
            print(total.passed, total.failed, total.skipped, file=sums)
    else:
        print(total)
    return 0 if total.passed and not total.failed else 1


if __name__ == "__main__":
    sys.exit(main())
