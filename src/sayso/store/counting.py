"""How much a corpus holds, of what, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select, text

from sayso.store import matching, watching
from sayso.store.store import Store
from sayso.store.tables import (
    article,
    body,
    claim,
    copy,
    feed_item,
    identity,
    judgement,
    page,
    rejection,
    statement,
    story,
)
from sayso.store.watching import Watched

_OUTLETS = 10
_BESIDE = ("", "-wal", "-shm")
"""Ends of the names of the files that SQLite keeps."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a corpus holds.

    :param place: where it is, without passwords.
    :param size_bytes: on disk; ``None`` where that cannot be known.
    :param articles: current ones; ``versions``: superseded ones beside them.
    :param same_text: current articles that have the text of an earlier one at another address.
    :param waiting: current articles that were not held against the rest yet.
    :param statements: of all versions; ``unsourced``: those that stand on nobody's word.
    :param speakers: across articles, as far as matched.
    :param copies: pairs of articles that share text.
    :param bodies: pages kept as they came.
    :param judgements: that hold; ``undone``: those taken back.
    :param published: first and last date of publication; ``None`` where no article has one.
    :param added: when the first and the last article were added.
    :param undated: current articles without a date.
    :param outlets: those with most articles, with how many.
    :param refused: pages that are refused as of now, by reason.
    :param feeds: those that are followed.
    :param items: what they named; ``items_waiting``: those of them still to be fetched.
    """

    place: str
    size_bytes: int | None
    articles: int
    versions: int
    same_text: int
    waiting: int
    statements: int
    unsourced: int
    speakers: int
    claims: int
    stories: int
    copies: int
    bodies: int
    judgements: int
    undone: int
    published: tuple[str, str] | None
    added: tuple[str, str] | None
    undated: int
    outlets: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, int], ...]
    feeds: tuple[Watched, ...]
    items: int
    items_waiting: int


def status_of(store: Store) -> Status:
    """Count everything, as it is at one moment."""
    with store.reading_connection() as connection:
        return Status(
            place=str(store.place),
            size_bytes=_size_bytes(connection, store.place.path),
            articles=_count(connection, article, article.c.current),
            versions=_count(connection, article, article.c.current.is_(False)),
            same_text=_count(connection, article, article.c.current, article.c.same_text_as.is_not(None)),
            waiting=matching.unmatched(connection),
            statements=_count(connection, statement),
            unsourced=_count(connection, statement, statement.c.form == "unsourced"),
            speakers=_count(connection, identity),
            claims=_count(connection, claim),
            stories=_count(connection, story),
            copies=_count(connection, copy),
            bodies=_count(connection, body),
            judgements=_count(connection, judgement, judgement.c.undone.is_(None)),
            undone=_count(connection, judgement, judgement.c.undone.is_not(None)),
            published=_range(connection, article.c.published, article.c.current, article.c.published != ""),
            added=_range(connection, article.c.added),
            undated=_count(connection, article, article.c.current, func.coalesce(article.c.published, "") == ""),
            outlets=_most(connection, article.c.publisher, article.c.current),
            refused=_most(connection, rejection.c.reason),
            feeds=tuple(watching.watched(connection)),
            items=_count(connection, feed_item),
            items_waiting=_count(connection, feed_item, feed_item.c.pending),
        )


def waiting(store: Store) -> tuple[int, int]:
    """Count the current articles, and those of them that were not held against the rest yet."""
    with store.reading_connection() as connection:
        return _count(connection, article, article.c.current), matching.unmatched(connection)


def versions_at(connection: Connection, names: list[str]) -> list[str]:
    """Give the ids of all versions of the pages of these names, the latest version of each first."""
    query = (
        select(article.c.id)
        .join(page, page.c.key == article.c.page)
        .where(page.c.name.in_(names))
        .order_by(page.c.key, article.c.version.desc())
    )
    return [str(id) for id in connection.scalars(query)]


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _range(connection: Connection, column: ColumnElement[Any], *where: ColumnElement[bool]) -> tuple[str, str] | None:
    first, last = connection.execute(select(func.min(column), func.max(column)).where(*where)).one()
    return None if first is None else (str(first), str(last))


def _most(
    connection: Connection, column: ColumnElement[Any], *where: ColumnElement[bool]
) -> tuple[tuple[str, int], ...]:
    """Give the most frequent values of a column, with how often each is there."""
    number = func.count().label("number")
    query = (
        select(column, number)
        .where(column.is_not(None), *where)
        .group_by(column)
        .order_by(number.desc(), column)
        .limit(_OUTLETS)
    )
    return tuple((str(value), int(count)) for value, count in connection.execute(query))


def _size_bytes(connection: Connection, path: Path | None) -> int | None:
    if path is None:
        found = connection.scalar(text("SELECT pg_database_size(current_database())"))
        return None if found is None else int(found)
    files = [path.with_name(path.name + end) for end in _BESIDE]
    return sum(file.stat().st_size for file in files if file.exists())
