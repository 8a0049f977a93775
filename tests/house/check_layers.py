#!/usr/bin/env python3
"""Checks who includes whom against layers.txt, and the house rules on includes and headers.

    check_layers.py [--root FOLDER] [--layers FILE]

prints each breach as `file:line: sentence`. Exit status: 0 none, 1 breaches, 2 layers.txt itself
is wrong.
"""

import argparse
import dataclasses
import fnmatch
import pathlib
import re
import sys

HOUSE = pathlib.Path(__file__).resolve().parent
FOLDERS = ("base", "analyzers", "indexer", "searchd")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMENT_OR_TEXT = re.compile(
    r"//[^\n]*"
    r"|/\*.*?\*/"
    r'|R"([^()\\\s]*)\(.*?\)\1"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.S,
)


class BadTable(Exception):
    """layers.txt cannot be read, or names what it never declared."""


@dataclasses.dataclass
class Grant:
    """What a room, or the files of a pattern, may do."""

    includes: list = dataclasses.field(default_factory=list)
    libraries: list = dataclasses.field(default_factory=list)


class Layers:
    """The table in layers.txt."""

    def __init__(self, text):
        self.libraries, self.rooms, self.files, self.everywhere = {}, {}, [], []
        self._grant = None
        for number, line in logical_lines(text):
            try:
                self._read(line)
            except BadTable as error:
                raise BadTable(f"layers.txt:{number}: {error}") from None
        self._check_names()

    def _read(self, line):
        head, _, rest = line.partition(":")
        kind, *names = head.split()
        if kind == "library" and len(names) == 1:
            self.libraries[names[0]] = rest.split()
        elif kind == "everywhere" and not names:
            self.everywhere += rest.split()
        elif kind == "room" and len(names) == 1 and not rest:
            self._grant = self.rooms[names[0]] = Grant()
        elif kind == "file" and names and not rest:
            self._grant = Grant()
            self.files += [(name, self._grant) for name in names]
        elif kind == "may" and self._grant is not None and names in (["include"], ["use"]):
            grant = self._grant
            (grant.includes if names == ["include"] else grant.libraries).extend(rest.split())
        else:
            raise BadTable(f'"{line.strip()}" is not a line of this table.')

    def _check_names(self):
        grants = list(self.rooms.values()) + [grant for _, grant in self.files]
        for name in self.everywhere + [name for grant in grants for name in grant.libraries]:
            if name not in self.libraries:
                raise BadTable(f'layers.txt: there is no library "{name}".')
        for name in [name for grant in grants for name in grant.includes]:
            if name != "*" and self.room_of(name) is None and name not in self.rooms:
                raise BadTable(f'layers.txt: there is no room "{name}".')
        for pattern, _ in self.files:
            if self.room_of(pattern) is None:
                raise BadTable(f'layers.txt: "{pattern}" lies in no room.')

    def room_of(self, path):
        """The room with the longest path that holds `path`; None when no room does.

        A room that has rooms inside owns the files directly in it only, so that a folder nobody
        declared is noticed.
        """
        inside = [room for room in self.rooms if path.startswith(room + "/")]
        room = max(inside, key=len, default=None)
        if room is None:
            return None
        has_rooms = any(other.startswith(room + "/") for other in self.rooms)
        return None if has_rooms and "/" in path[len(room) + 1 :] else room

    def library_of(self, header):
        for library, patterns in self.libraries.items():
            for pattern in patterns:
                if header == pattern or (pattern.endswith("/") and header.startswith(pattern)):
                    return library
        return None

    def grants(self, path):
        """What applies to the file `path`: its room's grant and those of its name."""
        return [self.rooms[self.room_of(path)]] + [
            grant for pattern, grant in self.files if fnmatch.fnmatchcase(path, pattern)
        ]

    def may_include(self, path, header):
        room = self.room_of(header)
        return room == self.room_of(path) or any(
            allowed in ("*", room) or fnmatch.fnmatchcase(header, allowed)
            for grant in self.grants(path)
            for allowed in grant.includes
        )

    def may_use(self, path, library):
        return library in self.everywhere or any(
            library in grant.libraries for grant in self.grants(path)
        )


def logical_lines(text):
    """(number, line) without comments; an indented line without "may" goes on with the last."""
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#", 1)[0].rstrip()
        if not line:
            continue
        if line[0].isspace() and not line.split()[0] == "may" and lines:
            lines[-1] = (lines[-1][0], lines[-1][1] + " " + line.strip())
        else:
            lines.append((number, line))
    return lines


def without_comments(text):
    """`text` with comments and literals blanked, line by line; include lines keep their path."""

    def blank(match):
        found = match.group()
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if found.startswith('"') and re.fullmatch(r"\s*#\s*include\s*", before):
            return found
        return "\n" * found.count("\n") or " "

    return COMMENT_OR_TEXT.sub(blank, text)


class Checker:
    """Gathers the breaches of the files under `root`."""

    def __init__(self, root, layers):
        self.root, self.layers, self.breaches = pathlib.Path(root), layers, []

    def check(self, path):
        """`path` is a file's place under the root, with slashes."""
        text = (self.root / path).read_text(encoding="utf-8", errors="replace")
        lines = without_comments(text).splitlines()
        room = self.layers.room_of(path)
        if room is None:
            self._breach(path, 1, f'"{path}" lies in no room of layers.txt')
            return
        includes = [
            (number, *match.groups())
            for number, line in enumerate(lines, 1)
            if (match := INCLUDE.match(line))
        ]
        for number, mark, header in includes:
            self._check_include(path, room, number, mark, header)
        if path.endswith(".h"):
            self._check_header(path, lines)
        else:
            self._check_own_header(path, includes)

    def _breach(self, path, number, sentence):
        self.breaches.append(f"{path}:{number}: {sentence}")

    def _check_include(self, path, room, number, mark, header):
        if mark == "<":
            self._check_foreign(path, room, number, header)
        elif header.startswith(".") or "/../" in header or "/" not in header:
            sentence = f'"{header}" must be written from the repository root'
            self._breach(path, number, sentence)
        elif self.layers.room_of(header) is None:
            self._breach(path, number, f'"{header}" lies in no room of layers.txt')
        elif not self.layers.may_include(path, header):
            target = self._target(path, header)
            self._breach(path, number, f"room {room} may not include {target} (layers.txt)")

    def _target(self, path, header):
        """The room of `header`; `header` itself where only some files of its room are allowed."""
        room = self.layers.room_of(header)
        allowed = [name for grant in self.layers.grants(path) for name in grant.includes]
        files = [name for name in allowed if name not in self.layers.rooms]
        return header if any(self.layers.room_of(name) == room for name in files) else room

    def _check_foreign(self, path, room, number, header):
        library = self.layers.library_of(header)
        if header == "iostream" and not path.endswith("/main.cc"):
            self._breach(path, number, "only main.cc may include <iostream>")
        elif header.startswith(tuple(folder + "/" for folder in FOLDERS + ("tests",))):
            self._breach(path, number, f'ours are written in quotes: "{header}"')
        elif library is None and re.search(r"[./]", header):
            self._breach(path, number, f"<{header}> belongs to no library in layers.txt")
        elif library is not None and not self.layers.may_use(path, library):
            where = self._places(room, library)
            self._breach(
                path, number, f"room {room} may not include <{header}>{where} (layers.txt)"
            )

    def _places(self, room, library):
        """Says which files of the room may, if some may."""
        names = [
            pattern
            for pattern, grant in self.layers.files
            if library in grant.libraries and self.layers.room_of(pattern) == room
        ]
        return f" outside {', '.join(names)}" if names else ""

    def _check_header(self, path, lines):
        if not any(re.match(r"\s*#\s*pragma\s+once\b", line) for line in lines):
            self._breach(path, 1, "the header lacks #pragma once")
        for number, line in enumerate(lines, 1):
            if re.search(r"\busing\s+namespace\b", line):
                self._breach(path, number, "a header may not say using namespace")

    def _check_own_header(self, path, includes):
        own = path[: -len(".cc")] + ".h"
        if (self.root / own).exists() and (not includes or includes[0][2] != own):
            number = includes[0][0] if includes else 1
            self._breach(path, number, f'the first include must be its own header, "{own}"')


def our_files(root):
    root = pathlib.Path(root)
    return sorted(
        file.relative_to(root).as_posix()
        for folder in FOLDERS
        for file in (root / folder).rglob("*")
        if file.suffix in (".h", ".cc") and file.is_file()
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", default=HOUSE.parent.parent, help="default: this repository")
    parser.add_argument("--layers", default=HOUSE / "layers.txt", help="default: ours")
    options = parser.parse_args()
    try:
        layers = Layers(pathlib.Path(options.layers).read_text(encoding="utf-8"))
    except BadTable as error:
        print(error, file=sys.stderr)
        return 2
    files = our_files(options.root)
    checker = Checker(options.root, layers)
    for path in files:
        checker.check(path)
    for breach in checker.breaches:
        print(breach)
    print(f"layers: {len(files)} files, {len(checker.breaches)} breaches")
    return 1 if checker.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
