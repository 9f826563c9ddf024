"""Ids as people type them: the whole id, or as much of its beginning as only one has."""

from __future__ import annotations

import re

from sqlalchemy import Connection, Table, select

from sayso.errors import InputError, NotFound
from sayso.store.tables import article, claim, story

_SHOWN = 5
_LETTERS_MIN = 4
_DIGITS = {"article": (article, "", 12), "claim": (claim, "C", 10), "story": (story, "E", 10)}


def find_id(connection: Connection, sort: str, typed: str) -> tuple[str, int]:
    """Find the article, claim or story that an id, or its beginning, names.

    :param sort: ``article``, ``claim`` or ``story``.
    :return: the whole id, and the key of the row.
    :raises InputError: if it cannot be the beginning of such an id, or several have it.
    :raises NotFound: if none has.
    """
    table, letter, digits = _DIGITS[sort]
    wanted = typed.strip()
    wanted = wanted[:1].upper() + wanted[1:].lower() if letter else wanted.lower()
    if not re.fullmatch(rf"{letter}[0-9a-f]{{{_LETTERS_MIN - len(letter)},{digits}}}", wanted):
        example = letter + "1a2b3c4d5e6f"[:digits]
        raise InputError(
            f"expected the id of {_a(sort)}, found {typed!r}",
            hint=f"such as {example}, or its first letters; {_WHERE[sort]}",
        )
    found = _beginning(connection, table, wanted)
    if not found:
        raise NotFound(f"there is no {sort} {wanted} in the corpus", hint=_WHERE[sort])
    exact = [one for one in found if one[0] == wanted]
    if len(found) > 1 and not exact:
        shown = ", ".join(id for id, _ in found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise InputError(f"{wanted} is the beginning of several ids", hint=f"give more of one: {shown}")
    return (exact or found)[0]


_WHERE = {
    "article": "`sayso status --list` and `sayso search` show them",
    "claim": "`sayso claim` lists those reported most, `sayso search` shows which claim a statement belongs to",
    "story": "`sayso story` lists the latest",
}


def _beginning(connection: Connection, table: Table, wanted: str) -> list[tuple[str, int]]:
    # A range instead of LIKE: both databases use the index for it. "g" is the first letter behind hex digits.
    query = (
        select(table.c.id, table.c.key)
        .where(table.c.id >= wanted, table.c.id < wanted + "g")
        .order_by(table.c.id)
        .limit(_SHOWN + 1)
    )
    return [(row.id, row.key) for row in connection.execute(query)]


def _a(sort: str) -> str:
    return f"an {sort}" if sort[0] in "aeiou" else f"a {sort}"
