"""A progress bar on standard error, for work that tells how far it has come."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """A bar that is gone when the work is done; nothing where nobody would see it.

    :param label: what is going on, such as ``"Matching"``.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._progress: Progress | None = None
        self._bar: TaskID | None = None

    def __enter__(self) -> Self:
        """Show nothing yet: work that ends at once needs no bar."""
        return self

    def tell(self, done: int, total: int) -> None:
        """Move the bar; made to be handed on as a callback."""
        if self._progress is None:
            # A dumb terminal cannot take a bar away again.
            if done >= total or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
                return
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            self._progress = Progress(
                TextColumn(self._label),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True, highlight=False, markup=False, emoji=False),
                transient=True,
            )
            self._progress.start()
            self._bar = self._progress.add_task("", total=total)
        assert self._bar is not None
        self._progress.update(self._bar, completed=done, total=total)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()
