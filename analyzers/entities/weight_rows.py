#!/usr/bin/env python3
"""Makes rows of C++ of a table of weights: `weight_rows.py weights.tsv weight_rows.inc`."""

import pathlib
import re
import sys

most_weights = 300  # More could no longer be explained to the one who wonders.


def rows(text, name):
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        place = f"{name}:{number}"
        if len(fields) != 4:
            sys.exit(f"{place}: A row is a clue, two numbers and a reason, with tabs between them.")
        clue, organisation, person, reason = fields
        if not re.fullmatch(r"[a-z_]+", clue):
            sys.exit(f'{place}: "{clue}" is no name of a clue.')
        for number_text in (organisation, person):
            if not re.fullmatch(r"-?\d+(\.\d+)?", number_text):
                sys.exit(f'{place}: "{number_text}" is no number.')
        if not reason.strip():
            sys.exit(f"{place}: Say why.")
        yield clue, organisation, person, reason.replace("\\", "\\\\").replace('"', '\\"')


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    found = list(rows(source.read_text(encoding="utf-8"), source.name))
    if len(found) > most_weights:
        sys.exit(f"{source.name}: {len(found)} weights are more than {most_weights}.")
    target.write_text("".join(f'Weight{{Clue::{clue}, {organisation}, {person}, "{reason}"}},\n'
                              for clue, organisation, person, reason in found), encoding="utf-8")


if __name__ == "__main__":
    main()
