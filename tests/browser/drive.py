#!/usr/bin/env python3
"""Runs a script of this folder with Node, and with the modules it needs.

    drive.py MODULES SCRIPT [WORD...]

MODULES is a folder outside the checkout, where the modules that package-lock.json names are put the
first time, and again when the lock file changes. What is missing is said in one sentence, and the
exit status is 2.
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
wanted = ("package.json", "package-lock.json", ".npmrc")


class Missing(Exception):
    """Something the browser tests cannot do without."""


def need(program):
    """The path of a program."""
    path = shutil.which(program)
    if not path:
        raise Missing(f"The browser tests need the program {program}, which is not installed; "
                      f"\"./run test\" installs it with apt-get.")
    return path


def install(modules):
    """Fetches the modules unless those at hand are the ones wanted."""
    contents = [(here / name).read_bytes() for name in wanted]
    digest = hashlib.sha256(b"\0".join(contents)).hexdigest()
    stamp = modules / "installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    need("npm")
    modules.mkdir(parents=True, exist_ok=True)
    for name, content in zip(wanted, contents):
        (modules / name).write_bytes(content)
    done = subprocess.run(["npm", "ci", "--prefer-offline"], cwd=modules, capture_output=True,
                          text=True, check=False)
    if done.returncode:
        raise Missing("\"npm ci\" could not fetch what tests/browser/package-lock.json names: "
                      + done.stderr.strip())
    stamp.write_text(digest, encoding="utf-8")


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    modules = pathlib.Path(arguments[0]).resolve()
    try:
        chromium = need("chromium")
        node = need("node")
        install(modules)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    sys.stdout.flush()
    environment = {**os.environ, "NUTGRAF_MODULES": str(modules), "NUTGRAF_CHROMIUM": chromium}
    os.execve(node, ["node", "--test-reporter=tap", here / arguments[1], *arguments[2:]],
              environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
