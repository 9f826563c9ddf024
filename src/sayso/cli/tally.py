"""What came into the corpus, counted: written in batches as it comes, and summed up at the end."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from sayso.cli.adding import Outcome
from sayso.cli.reader import failure_of
from sayso.schema import Added

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.store.store import Store

_BATCH = 20
"""Articles in one transaction: enough to make commits cheap, few enough to lose little to a power cut."""
_WAIT_S = 2.0
"""Nothing that was read waits longer to be written, unless its successor takes longer to read."""
_VERSIONS_TOLD = 20

What = Literal["new", "version", "unchanged", "same text"]


class Tally:
    """Takes what was read, writes it, and counts.

    :param settled: is told of each page when it is safe, or known not to come.
    """

    def __init__(self, store: Store, settled: Callable[[Outcome, Added | None], None]) -> None:
        self._store = store
        self._settled = settled
        self._waiting: list[Outcome] = []
        self._since = 0.0
        self.counts: Counter[What] = Counter()
        self.changed = 0
        self.refused: Counter[str] = Counter()
        self.failed = 0
        self.versions: list[tuple[str, Added]] = []

    @property
    def in_all(self) -> int:
        """How many pages were settled."""
        return sum(self.counts.values()) + sum(self.refused.values()) + self.failed

    @property
    def added(self) -> int:
        """How many articles the corpus gained, versions of pages included."""
        return self.counts["new"] + self.counts["version"] + self.counts["same text"]

    @property
    def bad(self) -> int:
        """How many pages did not come in."""
        return sum(self.refused.values()) + self.failed

    def put(self, outcome: Outcome) -> None:
        """Take one page."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(outcome)
        if len(self._waiting) >= _BATCH or time.monotonic() - self._since > _WAIT_S:
            self.flush()

    def flush(self) -> None:
        """Write what waits.

        :raises StoreError: if the store cannot go on.
        """
        from sayso.store import arrivals

        waiting = self._waiting
        prepared = [one.prepared for one in waiting if one.prepared is not None]
        written = iter(arrivals.write(self._store, prepared) if prepared else ())
        self._waiting = []
        with self._store.writing() as connection:
            arrivals.accept(connection, (one.name for one in waiting))
            arrivals.refuse(connection, ((one.name, one.rejected) for one in waiting if one.rejected is not None))
        for one in waiting:
            self._count(one, next(written) if one.prepared is not None else None)

    def _count(self, outcome: Outcome, written: Added | Exception | None) -> None:
        if isinstance(written, Exception):
            outcome = replace(outcome, failure=failure_of(written))
        if outcome.rejected is not None:
            self.refused[outcome.rejected.reason] += 1
        elif outcome.failure is not None:
            self.failed += 1
        elif outcome.held is not None:
            self.counts["unchanged"] += 1
        elif isinstance(written, Added):
            self.counts[written.what] += 1
            self.changed += len(written.changes)
            if written.what == "version" and len(self.versions) < _VERSIONS_TOLD:
                self.versions.append((outcome.name, replace(written, changes=())))
        self._settled(outcome, written if isinstance(written, Added) else None)

    def summary(self) -> list[str]:
        """Say in lines what came of it."""
        counts = self.counts
        if not self.in_all:
            return []
        lines = [f"{number(self.added, 'article')} added"]
        parts = []
        if counts["version"]:
            changed = number(self.changed, "statement")
            parts.append(f"{number(counts['version'], 'new version')} of a known page ({changed} changed)")
        if counts["same text"]:
            parts.append(f"{counts['same text']:,} with the text of an article at another address")
        lines[0] += f": {'; '.join(parts)}" if parts else ""
        if counts["unchanged"]:
            lines.append(f"{number(counts['unchanged'], 'page')} unchanged")
        if self.bad:
            reasons = [f"{count:,} {reason}" for reason, count in self.refused.most_common()]
            reasons += [f"{self.failed:,} failed"] if self.failed else []
            lines.append(f"{number(self.bad, 'page')} not added: {', '.join(reasons)}")
        return lines


def number(count: int, noun: str) -> str:
    """Give a number with its noun, in the plural where it is due."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
