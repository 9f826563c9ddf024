"""People's verdicts: signed, dated, never overwritten; undone, not deleted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

from sqlalchemy import Connection, Row, insert, select, update

from sayso.errors import Conflict, InputError, NotFound
from sayso.schema import Decision, Judgement
from sayso.store.storable import storable
from sayso.store.subjects import Subject, subject_of
from sayso.store.successors import successors
from sayso.store.tables import article, claim, judgement, statement, teller

_CONTRARY: dict[Decision, Decision] = {
    "same claim": "not the same claim",
    "not the same claim": "same claim",
    "same speaker": "not the same speaker",
    "not the same speaker": "same speaker",
}
_NOTE_MAX = 10_000


def judgements(connection: Connection, *, undone: bool = True) -> list[Judgement]:
    """Give all judgements, word for word, in the order in which they were made.

    :param undone: whether to give those too that were undone.
    """
    query = select(judgement).order_by(judgement.c.key)
    if not undone:
        query = query.where(judgement.c.undone.is_(None))
    return [_judgement_of(row) for row in connection.execute(query)]


def standing(connection: Connection, decisions: Collection[Decision] | None = None) -> list[Judgement]:
    """Give the judgements that hold, about what the corpus holds now. This is what matching respects.

    A verdict on a statement, speaker or article of a page that has another text now is given with the ids of the
    newest version, where that has the same words or name. Else, and where the article was removed, it is left out here
    and stays on record.

    :param decisions: only these; ``None`` for all.
    """
    held = [one for one in judgements(connection, undone=False) if decisions is None or one.decision in decisions]
    now = successors(connection, (id for one in held for id in (one.subject, one.other) if id is not None))
    found = []
    for one in held:
        subject, other = now.get(one.subject), None if one.other is None else now.get(one.other)
        if subject is not None and subject != other and (one.other is None) == (other is None):
            found.append(replace(one, subject=subject, other=other))
    return found


def judge(
    connection: Connection, decision: Decision, subject: str, other: str | None, note: str | None, author: str
) -> Judgement:
    """Write a verdict down. The same verdict by the same author is not written twice.

    For a claim its wording is judged, for a speaker across articles its first article's: these ids last.

    :raises InputError: if the ids do not fit the decision, or a note is empty.
    :raises NotFound: if the corpus does not hold them.
    :raises Conflict: if the contrary verdict holds.
    """
    author, note = author.strip(), (note or "").strip() or None
    if decision not in get_args(Decision):
        raise InputError(f"expected one of {', '.join(get_args(Decision))}, found {decision!r}")
    if not author:
        raise InputError("a judgement has to be signed", hint="say who decides with --by NAME")
    if decision == "note" and note is None:
        raise InputError("expected the words of a note, found none")
    if len(note or "") > _NOTE_MAX or len(author) > 200:
        raise InputError(f"expected a note of at most {_NOTE_MAX:,} characters and a name of at most 200")
    left = _for(decision, connection, subject)
    right = None if other is None else _for(decision, connection, other)
    if (right is None) != (decision == "note"):
        raise InputError("a note is on one thing, a verdict on two")
    if right is not None and right.id == left.id:
        raise InputError(f"expected two different ids, found {left.id} twice")
    pair = {left.id, right.id if right else None}
    for held in judgements(connection, undone=False) if right is not None else ():
        if {held.subject, held.other} != pair:
            continue
        if held.decision == _CONTRARY.get(decision):
            raise Conflict(
                f"{held.id} by {held.author} says the contrary: {held.decision}",
                hint=f"take that back first: `sayso link --undo {held.id}`",
            )
        if held.decision == decision and held.author == author and held.note == note and held.subject == left.id:
            return held
    values = {
        "decision": decision,
        "subject": left.id,
        "other": right.id if right else None,
        "note": storable(note),
        "author": storable(author),
        "made": _now(),
    }
    key = connection.execute(insert(judgement).values(**values).returning(judgement.c.key)).scalar_one()
    return Judgement(f"J{key}", **values)  # type: ignore[arg-type]


def undo(connection: Connection, id: str, author: str) -> Judgement:
    """Take a verdict back; it stays on record.

    :raises InputError: if it is no id of a judgement.
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
    values = {"undone": _now(), "undone_by": storable(author.strip()) or "?"}
    connection.execute(update(judgement).where(judgement.c.key == row.key).values(**values))
    return _judgement_of(connection.execute(select(judgement).where(judgement.c.key == row.key)).one())


def _judgement_of(row: Row[*tuple[Any, ...]]) -> Judgement:
    return Judgement(
        f"J{row.key}", row.decision, row.subject, row.other, row.note, row.author, row.made, row.undone, row.undone_by
    )


def _for(decision: Decision, connection: Connection, id: str) -> Subject:
    """Find what is judged, and whether that can be judged so.

    :raises InputError: if not.
    """
    found = subject_of(connection, id)
    if decision.endswith("claim"):
        if found.sort == "claim":
            return _wording(connection, found)
        fits, expected = found.sort == "statement", "statements, such as 9f3a0c12ab34#A7, or claims"
    elif decision.endswith("speaker"):
        if found.sort == "identity":
            return _first_speaker(connection, found)
        fits, expected = found.sort == "speaker", "speakers, such as 9f3a0c12ab34#S2"
    elif decision == "dependent":
        fits, expected = found.sort in ("statement", "article"), "statements or articles"
    else:
        fits, expected = True, ""
    if not fits:
        raise InputError(f"expected two {expected}, found {id}")
    return found


def _wording(connection: Connection, found: Subject) -> Subject:
    row = connection.execute(
        select(statement.c.key, statement.c.label, article.c.id)
        .join(claim, claim.c.wording == statement.c.key)
        .join(article, article.c.key == statement.c.article)
        .where(claim.c.key == found.key)
    ).one()
    return Subject(f"{row.id}#{row.label}", "statement", row.key)


def _first_speaker(connection: Connection, found: Subject) -> Subject:
    row = connection.execute(
        select(teller.c.key, teller.c.label, article.c.id)
        .join(article, article.c.key == teller.c.article)
        .where(teller.c.identity == found.key)
        .order_by(teller.c.key)
        .limit(1)
    ).first()
    if row is None:
        raise NotFound(f"there is no article with the speaker {found.id}")
    return Subject(f"{row.id}#{row.label}", "speaker", row.key)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
