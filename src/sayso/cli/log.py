"""What the reader of a run is told on standard error: refusals, failures, progress and a count at the end."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from sayso.cli.sink import cannot_write
from sayso.export.harmless import encodable, for_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from sayso.cli.adding import Outcome
    from sayso.cli.work import Done


class Log:
    """Messages, and a progress bar if there is somebody to see it.

    :param total: how many pages there are, where that is known.
    :param bar: there is more than one page, and results do not appear on the same screen.
    """

    def __init__(self, total: int | None, *, bar: bool) -> None:
        self._total = total
        self._wants_bar = bar
        self._pages = 0
        self._refused: Counter[str] = Counter()
        self._failed = 0
        self._progress: Progress | None = None
        self._bar: TaskID | None = None

    def __enter__(self) -> Self:
        """Start the bar."""
        # A dumb terminal cannot take a bar away again.
        if self._wants_bar and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            self._progress = Progress(
                TextColumn("reading"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True, highlight=False, markup=False, emoji=False),
                transient=True,
            )
            self._progress.start()
            self._bar = self._progress.add_task("", total=self._total)
        return self

    def tell(self, done: Done | Outcome) -> None:
        """Report one page: nothing when it was read."""
        self._pages += 1
        if done.rejected is not None:
            self._refused[done.rejected.reason] += 1
            self.say(f"sayso: {done.name}: refused, {done.rejected.reason}: {done.rejected.detail}")
        elif done.failure is not None:
            self._failed += 1
            self.say(f"sayso: {done.name}: {done.failure}")
        if self._progress is not None and self._bar is not None:
            self._progress.advance(self._bar)

    def summarise(self) -> None:
        """Say how many pages were refused, and why, if any were."""
        bad = sum(self._refused.values()) + self._failed
        if bad:
            reasons = [f"{n} {reason}" for reason, n in self._refused.most_common()]
            reasons += [f"{self._failed} failed"] if self._failed else []
            self.say(f"sayso: {self._pages - bad} of {self._pages} pages read; not read: {', '.join(reasons)}")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()

    def say(self, message: str) -> None:
        """Print a line, above the bar if there is one."""
        line = for_terminal(message, encoding=sys.stderr.encoding or "utf-8")
        if self._progress is not None:
            self._progress.console.print(line, soft_wrap=True)
        else:
            print(line, file=sys.stderr, flush=True)


class Refusals:
    """Refused and failed pages as JSONL, one object a line: ``page``, ``reason``, ``detail``."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        """Open the file, if one is wanted."""
        if self._path is not None:
            try:
                self._file = self._path.open("wb")
            except OSError as error:
                raise cannot_write(self._path, error) from error
        return self

    def put(self, done: Done | Outcome) -> None:
        """Write a line if the page was not read."""
        if self._file is None or (done.rejected is None and done.failure is None):
            return
        reason, detail = (
            ("failed", done.failure) if done.rejected is None else (done.rejected.reason, done.rejected.detail)
        )
        line = json.dumps({"page": done.name, "reason": reason, "detail": detail}, ensure_ascii=False)
        self._file.write(encodable(line).encode() + b"\n")
        self._file.flush()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


def echo(line: str, *, err: bool = False) -> None:
    """Print a line in which foreign text stands, as far as the terminal can show it, and so that it cannot steer it."""
    stream = sys.stderr if err else sys.stdout
    print(for_terminal(line, encoding=stream.encoding or "utf-8"), file=stream, flush=True)
