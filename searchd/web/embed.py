#!/usr/bin/env python3
"""Writes the files of the web pages down as one C++ source, so that the daemon carries them.

    embed.py OUTPUT FILE...

Style sheets are joined into one file, style.css, in the order in which they are named. The same
files give the same source.
"""

import hashlib
import pathlib
import sys

CHUNK = 8000  # Bytes; compilers may refuse a literal beyond 64 KiB.
DELIMITER = "web"

HEAD = """\
// Written by searchd/web/embed.py; not to be edited.
#include "searchd/render/embedded.h"

#include <array>

namespace nutgraf::render {

using namespace std::string_view_literals;

// A table of data.
std::span<const EmbeddedFile> embedded_files() {  // NOLINT(readability-function-size)
    static constexpr std::array files = {
"""

TAIL = """\
    };
    return files;
}

}  // namespace nutgraf::render
"""


def chunks(text):
    """The text as raw string literals, one a line, which the compiler joins."""
    if f'){DELIMITER}"' in text:
        raise ValueError("it holds the end of a raw string")
    return "\n".join(
        f'R"{DELIMITER}({text[at:at + CHUNK]}){DELIMITER}"' for at in range(0, max(len(text), 1), CHUNK)
    )


def contents(paths):
    """The content of each file to be served by its name; that of the style sheets joined."""
    files = {}
    for path in paths:
        name = "style.css" if path.suffix == ".css" else path.name
        separator = "\n" if name in files else ""
        files[name] = files.get(name, "") + separator + path.read_text(encoding="utf-8")
    return files


def entry(name, text):
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return f'EmbeddedFile{{"{name}"sv, "{digest}"sv,\n{chunks(text)}sv}},\n'


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    output, *paths = map(pathlib.Path, arguments)
    try:
        entries = [entry(name, text) for name, text in sorted(contents(paths).items())]
    except (OSError, ValueError) as error:
        sys.exit(f"embed.py: cannot embed the files: {error}")
    output.write_text(HEAD + "".join(entries) + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
