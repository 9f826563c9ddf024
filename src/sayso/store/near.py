"""Statements whose meaning is near to that of some words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Row, select

from sayso.errors import ModelMissing
from sayso.schema import Filters
from sayso.store.number_list import as_table
from sayso.store.tables import meaning

if TYPE_CHECKING:
    from sayso.claims.encoder import Vectors

PROBES = (8, 16, 32, 64, 256)
"""How many of the nearest cells are looked into: more while they hold fewer than ``ENOUGH`` statements."""
ENOUGH = 4000


@dataclass(frozen=True, slots=True)
class Near:
    """One statement that is near.

    :param key: ``statement.key``.
    :param similarity: cosine.
    """

    key: int
    similarity: float


def vector_of_words(words: str) -> Vectors | None:
    """Give the vector of what is searched for; ``None`` without the model of meaning, or without words."""
    if not words.strip():
        return None
    from sayso.claims import encoder

    try:
        vectors = encoder.shipped().encode([words])
    except ModelMissing:
        return None
    found: Vectors = vectors[0]
    return found


def near(connection: Connection, vector: Vectors, filters: Filters, count: int) -> list[Near]:
    """Give the statements nearest to a vector among those in the nearest cells, nearest first.

    :param filters: of these only the dates narrow the search.
    """
    from sayso.claims.cells import PERIODS, cells_near, period_of
    from sayso.claims.days import day_of

    first = period_of(day_of(_start(filters.since))) if filters.since else 0
    last = period_of(day_of(_end(filters.until))) if filters.until else PERIODS - 1
    if filters.since or filters.until:
        first = max(first, 1)  # the undated pass no dates
    cells = cells_near(vector, PROBES[-1])
    rows: list[Row[int, bytes]] = []
    done = 0
    for upto in PROBES:
        lows = as_table(connection, [cell * PERIODS for cell in cells[done:upto]])
        inside = meaning.c.cell.between(lows.c.value + first, lows.c.value + last)
        query = select(meaning.c.statement, meaning.c.vector).select_from(lows).join(meaning, inside)
        rows += connection.execute(query).all()
        done = upto
        if len(rows) >= ENOUGH:
            break
    return _nearest(rows, vector, count)


def near_among(connection: Connection, vector: Vectors, keys: Sequence[int], count: int) -> list[Near]:
    """Sort the statements of ``keys`` by how near they are."""
    wanted = as_table(connection, keys)
    query = select(meaning.c.statement, meaning.c.vector).join(wanted, wanted.c.value == meaning.c.statement)
    return _nearest(connection.execute(query).all(), vector, count)


def _nearest(rows: Sequence[Row[int, bytes]], vector: Vectors, count: int) -> list[Near]:
    import numpy as np

    from sayso.claims.encoder import unit

    width = len(vector)
    rows = [row for row in rows if len(row[1]) == width]
    if not rows:
        return []
    held = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.int8).reshape(-1, width)
    cosines = unit(held) @ unit(vector[None])[0]
    keys = np.array([row[0] for row in rows])
    order = np.lexsort((-keys, -np.round(cosines, 4)))[:count]
    return [Near(int(keys[at]), float(cosines[at])) for at in order]


def _start(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _end(date: str) -> str:
    import calendar

    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:7]))[1]:02}"
    return date
