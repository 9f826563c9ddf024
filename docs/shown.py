"""Runs what the documents show, and puts what came out in its place.

In a document, ``sh`` blocks are for reading. These are run, in order, in a folder of its own that holds a copy
of ``examples/`` and ``evals/stories/``:

- ``console``: each line that begins with ``$ `` is a command; what follows it is what it prints. Commands run on a
  terminal of 80 columns without colours, so that ``sayso read`` shows there what it shows a reader. A command that fails
  must be followed by ``$ echo $?``.
- ``python``: the blocks of one document share their names. If a ``text`` block follows, it is what the block prints.

``<!-- show: first 9, from No. 5, last 3 -->`` on the line before a block shows of each output so many lines, with ``…`` for
what is left out; ``from No. 5`` shows five lines from the first that begins with "No.".
"""

from __future__ import annotations

import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
COLUMNS = 80
SHOWN_FOLDERS = ("examples", "evals/stories")
"""What the documents' commands read."""

_BLOCK = re.compile(
    r"(?:^<!-- show: (?P<show>[^\n]*) -->\n)?^```(?P<kind>console|python)\n(?P<body>.*?)^```$"
    r"(?:\n\n?```text\n(?P<answer>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_SHOW = re.compile(r"(?P<what>first|last|from (?P<word>\S+)) (?P<count>\d+)")
# A processor with other instructions sums int8 a little differently, and a confidence moves with it.
_NUMBER = re.compile(r"(?<![\w.])[01]\.\d{1,3}(?![\w.])")
NUMBER_SLACK = 0.05


class Broken(Exception):
    """A command or a block of a document that does not run."""


def regenerated(document: Path) -> str:
    """Give the text of a document with every output as it is now.

    :raises Broken: naming the command or the block that fails.
    """
    text = document.read_text(encoding="utf8")
    names: dict[str, Any] = {"__name__": "__main__"}
    with tempfile.TemporaryDirectory(prefix="sayso-docs-") as folder:
        for held in SHOWN_FOLDERS:
            shutil.copytree(ROOT / held, Path(folder) / held)
        # Where a command would show the folder's name, every run must show the same.
        with chdir(folder):
            return _BLOCK.sub(lambda block: _again(block, document, names), text)


def same(shown: str, now: str) -> bool:
    """Tell whether two texts are the same but for small differences of confidence."""
    if _NUMBER.sub("0.0", shown) != _NUMBER.sub("0.0", now):
        return False
    pairs = zip(_NUMBER.findall(shown), _NUMBER.findall(now), strict=True)
    return all(abs(float(a) - float(b)) <= NUMBER_SLACK for a, b in pairs)


def _again(block: re.Match[str], document: Path, names: dict[str, Any]) -> str:
    show = block["show"]
    head = f"<!-- show: {show} -->\n" if show is not None else ""
    if block["kind"] == "console":
        return f"{head}```console\n{_session(block['body'], show, document)}```"
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            exec(compile(block["body"], str(document), "exec"), names)
    except Exception as error:
        raise Broken(f"{document.name}: this block fails with {error!r}:\n{block['body']}") from error
    out = f"{head}```python\n{block['body']}```"
    if block["answer"] is None:
        return out
    return f"{out}\n\n```text\n{_cut(printed.getvalue(), show)}```"


def _session(body: str, show: str | None, document: Path) -> str:
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    out = ""
    code = 0
    for command, following in zip(commands, [*commands[1:], ""], strict=True):
        code, printed = _run(command, code)
        if "Traceback (most recent call last)" in printed or (code and following != "echo $?"):
            raise Broken(f"{document.name}: `{command}` ended with {code}:\n{printed}")
        out += f"$ {command}\n{_cut(printed, show)}"
    return out


def _run(command: str, code_before: int) -> tuple[int, str]:
    """Run one command on a terminal of its own; give its exit code and what it printed."""
    environment = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
        "COLUMNS": str(COLUMNS),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "HOME": os.getcwd(),
    }
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            ["bash", "-c", f"(exit {code_before})\n{command}"],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
            env=environment,
        )
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:  # the other end is closed
            pass
        return process.wait(), b"".join(pieces).decode("utf8", "replace").replace("\r\n", "\n")
    finally:
        os.close(ours)


def _cut(printed: str, show: str | None) -> str:
    # A progress bar leaves an empty line on a terminal that cannot take it away again.
    lines = [line.rstrip() for line in printed.strip("\n").splitlines()]
    if show is not None:
        kept = {place for part in show.split(", ") for place in _places(part, lines)}
        places = sorted(kept & set(range(len(lines))))
        cut: list[str] = []
        last = -1
        for place in [*places, len(lines)]:
            if place == last + 2:
                cut.append(lines[last + 1])  # the sign would save nothing
            elif place > last + 1:
                cut.append("…")
            cut += lines[place : place + 1]
            last = place
        lines = cut
    return "".join(line + "\n" for line in lines)


def _places(part: str, lines: list[str]) -> range:
    wanted = _SHOW.fullmatch(part)
    if wanted is None:
        raise Broken(f"expected “first N”, “last N” or “from WORD N”, found “{part}”")
    count = int(wanted["count"])
    if wanted["what"] == "first":
        return range(count)
    if wanted["what"] == "last":
        return range(len(lines) - count, len(lines))
    start = next((i for i, line in enumerate(lines) if line.startswith(wanted["word"])), None)
    if start is None:
        raise Broken(f"no line of the output begins with “{wanted['word']}”")
    return range(start, start + count)
