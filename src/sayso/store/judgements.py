"""People's verdicts: signed, dated, never overwritten."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from sayso.errors import Conflict, InputError, NotFound
from sayso.schema import Decision, Judgement
from sayso.store.storable import storable
from sayso.store.tables import judgement


def _judgement_of(row: Row[*tuple[Any, ...]]) -> Judgement:
    return Judgement(
        f"J{row.key}", row.decision, row.subject, row.other, row.note, row.author, row.made, row.undone, row.undone_by
    )


def judgements(connection: Connection, *, undone: bool = True) -> list[Judgement]:
    """Give all judgements in the order in which they were made, as they were made.

    :param undone: whether to give those too that were undone.
    """
    query = select(judgement).order_by(judgement.c.key)
    if not undone:
        query = query.where(judgement.c.undone.is_(None))
    return [_judgement_of(row) for row in connection.execute(query)]


def standing(connection: Connection, decisions: Collection[Decision] | None = None) -> list[Judgement]:
    """Give the judgements that hold, about what the corpus holds now. This is what matching respects.

    A verdict about a statement, speaker or article of a page that has another text now is given for the newest version,
    where that has the same words or name; else it is left out here, and kept.

    :param decisions: only these; ``None`` for all.
    """
    return [one for one in judgements(connection, undone=False) if decisions is None or one.decision in decisions]


def judge(
    connection: Connection, decision: Decision, subject: str, other: str | None, note: str | None, author: str
) -> Judgement:
    """Write a verdict down."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    key = connection.execute(
        insert(judgement)
        .values(
            decision=decision, subject=subject, other=other, note=storable(note), author=storable(author), made=made
        )
        .returning(judgement.c.key)
    ).scalar_one()
    return Judgement(f"J{key}", decision, subject, other, note, author, made)


def undo(connection: Connection, id: str, author: str) -> Judgement:
    """Take a verdict back; it stays on record.

    :raises NotFound: if there is none of this id.
    :raises Conflict: if it has been undone before.
    """
    if not (id.startswith("J") and id[1:].isascii() and id[1:].isdigit() and len(id) < 18):
        raise InputError(f"expected the id of a judgement, such as J3, found {id!r}")
    row = connection.execute(select(judgement).where(judgement.c.key == int(id[1:]))).first()
    if row is None:
        raise NotFound(f"there is no judgement {id}", hint="`sayso note --list` shows them")
    if row.undone is not None:
        raise Conflict(f"{id} was undone by {row.undone_by} on {row.undone}")
    values = {"undone": datetime.now(UTC).isoformat(timespec="seconds"), "undone_by": storable(author)}
    connection.execute(update(judgement).where(judgement.c.key == row.key).values(**values))
    return _judgement_of(connection.execute(select(judgement).where(judgement.c.key == row.key)).one())
