"""Cells of the space of vectors: a fixed set that ships, so that near statements are found by an index on one number.

Each statement lies in the cell whose middle is nearest, and in a period by its article's date. Both make one number,
``place``: cells first, so that a range of places is one cell over a stretch of time. The middles never change with what
is added. So it does not matter in which order statements come, and nothing has to be built anew; and the same plain
index serves in every database, within its transactions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from sayso.claims.encoder import Vectors, cosines
from sayso.errors import ModelMissing

PERIODS = 4096
"""Places of one cell: 0 for what has no date, then one for each ``PERIOD_DAYS`` from 1900 on."""
PERIOD_DAYS = 32
_FIRST = date(1900, 1, 1).toordinal()


class Cells:
    """The cells of a model folder: ``cells.npy``.

    :raises ModelMissing: if the file is absent.
    """

    def __init__(self, folder: Traversable) -> None:
        held = folder / "cells.npy"
        if not held.is_file():
            raise ModelMissing(f"expected cells.npy in {folder}", hint="reinstall sayso")
        with held.open("rb") as file:
            self._middles: Vectors = np.load(file, allow_pickle=False)

    def __len__(self) -> int:
        return len(self._middles)

    def near(self, vectors: Vectors, count: int) -> NDArray[np.int64]:
        """Give the cells nearest to each vector, the nearest first.

        :param vectors: int8, shape (n, width).
        :return: shape (n, count).
        """
        count = min(count, len(self))
        out = np.zeros((len(vectors), count), dtype=np.int64)
        for start in range(0, len(vectors), 512):
            # Of two equally near cells the first comes first.
            closeness = cosines(vectors[start : start + 512], self._middles) - np.arange(len(self)) * 1e-12
            some = np.argpartition(-closeness, count - 1, axis=1)[:, :count]
            order = np.argsort(-np.take_along_axis(closeness, some, axis=1), axis=1)
            out[start : start + 512] = np.take_along_axis(some, order, axis=1)
        return out


def period_of(day: int | None) -> int:
    """Give the period of a day; 0 for none, the first for all days before 1900."""
    return 0 if day is None else max(0, day - _FIRST) // PERIOD_DAYS + 1


def place_of(cell: int, day: int | None) -> int:
    """Give the number by which a statement is indexed."""
    return int(cell) * PERIODS + period_of(day)


def ranges_of(cells: Sequence[int], first: int | None = None, last: int | None = None) -> list[tuple[int, int]]:
    """Give the ranges of places, ends included, that hold some cells' statements.

    :param first, last: days between which an article must be dated; both ``None`` for all, with and without a date.
    """
    if first is None and last is None:
        return [(int(cell) * PERIODS, int(cell) * PERIODS + PERIODS - 1) for cell in sorted(set(cells))]
    low = period_of(first) if first is not None else 1
    high = period_of(last) if last is not None else PERIODS - 1
    return [(int(cell) * PERIODS + low, int(cell) * PERIODS + high) for cell in sorted(set(cells))]


@lru_cache(maxsize=1)
def shipped() -> Cells:
    """Load the cells that ship with the package; loaded once a process."""
    return Cells(files("sayso") / "models" / "meaning")


def cells_near(vector: Vectors, count: int) -> list[int]:
    """Give the cells nearest to one vector; ``ranges_of`` tells where their statements are indexed."""
    return [int(cell) for cell in shipped().near(vector[None], count)[0]]
