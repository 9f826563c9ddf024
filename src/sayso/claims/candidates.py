"""Which statements are worth comparing: those whose vectors are close, in the cells around each other.

Two statements are candidates if, by their vectors alone,

- they are within ``WINDOW_DAYS`` of each other, each lies in one of the ``PROBES`` cells nearest to the other
  (``PROBES_UNDATED`` where one has no date), and their cosine is at least ``NEAR``; or
- they lie in the same cell and their cosine is at least ``FAR``, whenever they were published.

Both are symmetrical, and need nothing but the two statements; so it does not matter which came first, nor what else the
corpus holds. Most statements that say the same are published within days, and the index is sorted by time within a
cell: so what a new article costs follows the news of its weeks, not the age of the corpus. A statement that comes back
after years is found where it comes back nearly word for word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.claims.cells import PERIODS, Cells, place_of, ranges_of
from sayso.claims.encoder import Vectors, cosines

PROBES = 32
"""Of 4,096 cells. Finds 95 % of the pairs from ``NEAR`` on; 16 find 91 % (benchmarks/meaning.py)."""
PROBES_UNDATED = 8
"""What has no date is held against all times, so in fewer cells: else a tenth without dates would take most of the
time. Finds 84 % of the pairs."""
WINDOW_DAYS = 30
NEAR = 0.7
"""All but one of the 92 design pairs that are the same lie above it."""
FAR = 0.88


@dataclass(frozen=True, slots=True)
class Placed:
    """Statements with their vectors, and where they are indexed.

    :param keys: of the statements.
    :param places: of each, as ``cells.place_of`` gives them.
    :param vectors: int8, shape (statements, width).
    :param near: the cells nearest to each, shape (statements, PROBES); empty where they are not needed.
    """

    keys: Sequence[int]
    places: Sequence[int]
    vectors: Vectors
    near: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements that are worth comparing.

    :param new, other: their keys.
    :param similarity: the cosine of their vectors.
    :param same_cell: whether they lie in one cell.
    """

    new: int
    other: int
    similarity: float
    same_cell: bool


def placed(keys: Sequence[int], days: Sequence[int | None], vectors: Vectors, cells: Cells) -> Placed:
    """Give each statement its place."""
    near = cells.near(vectors, PROBES)
    return Placed(keys, [place_of(int(cell), day) for cell, day in zip(near[:, 0], days, strict=True)], vectors, near)


def ranges_around(new: Placed, days: Sequence[int | None]) -> list[tuple[int, int]]:
    """Give the ranges of places that candidates of new statements lie in: ends included, in order, none overlapping."""
    wanted: set[tuple[int, int]] = set()
    for near, place, day in zip(new.near.tolist(), new.places, days, strict=True):
        if day is None:
            wanted.update(ranges_of(near[:PROBES_UNDATED]))
        else:
            wanted.update(ranges_of(near, day - WINDOW_DAYS, day + WINDOW_DAYS))
            wanted.update((cell * PERIODS, cell * PERIODS) for cell in near[:PROBES_UNDATED])
            wanted.update(ranges_of([place // PERIODS]))
    return _merged(wanted)


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if out and low <= out[-1][1] + 1:
            out[-1] = out[-1][0], max(high, out[-1][1])
        else:
            out.append((low, high))
    return out


def candidates(new: Placed, others: Placed, cells: Cells) -> list[Candidate]:
    """Give the pairs of a new statement and another (new or not) that are worth comparing, each once.

    Days are known to the period only: ``is_near`` decides with the days themselves.
    """
    if not new.keys or not others.keys:
        return []
    near_new = new.near.tolist()
    seekers: defaultdict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(near_new):
        for cell in row:
            seekers[cell].append(index)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(others.places):
        members[place // PERIODS].append(index)
    hits: list[tuple[int, int, float]] = []
    for cell, seeking in seekers.items():
        held = members.get(cell)
        if held:
            found = cosines(new.vectors[seeking], others.vectors[held])
            rows, columns = np.nonzero(found >= NEAR)
            hits += (
                (seeking[row], held[column], float(found[row, column]))
                for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
            )
    hit = sorted({other for _, other, _ in hits})
    near_other = dict(zip(hit, cells.near(others.vectors[hit], PROBES).tolist(), strict=True))
    out: dict[tuple[int, int], Candidate] = {}
    for one, other, cosine in hits:
        left, right = new.keys[one], others.keys[other]
        if left == right:
            continue
        cell, place = new.places[one] // PERIODS, others.places[other]
        same_cell = cell == place // PERIODS
        probes = _probes(new.places[one], place)
        mutual = cell in near_other[other][:probes] and place // PERIODS in near_new[one][:probes]
        if mutual or (same_cell and cosine >= FAR):
            out.setdefault((min(left, right), max(left, right)), Candidate(left, right, round(cosine, 4), same_cell))
    return list(out.values())


def _probes(left: int, right: int) -> int:
    """Say in how many of the cells nearest to each other two statements may lie; period 0 is for no date."""
    one, other = left % PERIODS, right % PERIODS
    if not one or not other:
        return PROBES_UNDATED
    return PROBES if abs(one - other) <= 1 else 0


def is_near(candidate: Candidate, left: int | None, right: int | None) -> bool:
    """Say whether two statements are candidates by their days.

    :param left, right: days of publication, as ordinals; ``None`` where there is none.
    """
    if left is None or right is None or abs(left - right) <= WINDOW_DAYS:
        return True
    return candidate.same_cell and candidate.similarity >= FAR
