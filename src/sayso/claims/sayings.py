"""Reports of what one speaker said, put together where they report the same: wordings side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.schema import Called, StatementForm

LATE = "9999"
"""Sorts after every date."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One statement of a speaker, as far as it takes to put it among the others.

    :param key: ``statement.key``.
    :param claim: key of the claim it belongs to; ``None`` where it is like no other.
    :param against: whether it contradicts that claim.
    :param size: of its words in code points.
    :param published: a date that sorts; ``None`` where it is not known.
    :param outlet: who published it.
    :param called: by what the speaker was known.
    """

    key: int
    claim: int | None
    against: bool
    size: int
    form: StatementForm
    confidence: float
    published: str | None
    outlet: str
    called: Called

    @property
    def date(self) -> str:
        """The date to sort by."""
        return self.published or LATE


def sayings_of(heard: Iterable[Heard]) -> list[list[Heard]]:
    """Put reports of one claim together; in order of their first reports, each with its fullest wording in front."""
    groups: defaultdict[tuple[bool, int], list[Heard]] = defaultdict(list)
    for one in heard:
        groups[(True, one.key) if one.claim is None else (False, one.claim)].append(one)
    found = [fullest_first(group) for group in groups.values()]
    return sorted(found, key=lambda group: min((one.date, one.key) for one in group))


def fullest_first(group: Sequence[Heard]) -> list[Heard]:
    """Sort by date, and put the fullest in front: the longest of those with words in quotation marks, else of all."""
    if len(group) == 1:
        return list(group)
    ordered = sorted(group, key=lambda one: (one.date, one.key))
    quoted = [one for one in ordered if one.form in ("direct", "mixed") and not one.against]
    fullest = max(quoted or [one for one in ordered if not one.against] or ordered, key=lambda one: one.size)
    return [fullest, *(one for one in ordered if one is not fullest)]


def outlets_of(heard: Iterable[Heard]) -> tuple[tuple[str, int], ...]:
    """Count the reports of each outlet, the most first."""
    counts = Counter(one.outlet for one in heard)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
