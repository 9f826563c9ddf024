"""What has to follow when statements come, go or are superseded: full text, and what was found between articles."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from sqlalchemy import Connection, select

from sayso.store.rows import in_batches
from sayso.store.tables import article, statement

_MATCHERS = ("match_copies", "match_speakers", "match_claims", "match_stories")


def matchers() -> list[ModuleType]:
    """Give the modules that find things between articles, in the order in which they build on each other."""
    return [module for name in _MATCHERS if (module := _module(name)) is not None]


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(f"sayso.store.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"sayso.store.{name}":
            raise
        return None


def create(connection: Connection) -> None:
    """Make what full-text search needs beside the tables."""
    if (full_text := _module("full_text")) is not None:
        full_text.create(connection)


def insert(connection: Connection, statements: Sequence[int]) -> None:
    """Make new statements findable by their words.

    :param statements: values of ``statement.key``.
    """
    if statements and (full_text := _module("full_text")) is not None:
        full_text.insert(connection, statements)


def rebuild(connection: Connection) -> None:
    """Make full-text search anew from the statements."""
    if (full_text := _module("full_text")) is not None:
        full_text.rebuild(connection)


def drop(connection: Connection, articles: Sequence[int]) -> None:
    """Forget what was derived from articles that are about to be superseded or removed.

    :param articles: values of ``article.key``.
    """
    matched = [
        key
        for batch in in_batches(articles)
        for key in connection.scalars(select(article.c.key).where(article.c.key.in_(batch), article.c.matched))
    ]
    if matched:
        for matcher in matchers():
            matcher.unmatch(connection, matched)
    if (full_text := _module("full_text")) is not None:
        for batch in in_batches(articles, 50):
            keys = connection.scalars(select(statement.c.key).where(statement.c.article.in_(batch))).all()
            if keys:
                full_text.delete(connection, keys)


def judged(connection: Connection, ids: Sequence[str]) -> None:
    """Derive again what judgements about these public ids touch."""
    for matcher in matchers():
        matcher.judged(connection, ids)


def restore(connection: Connection, key: int) -> None:
    """Make the statements of an article findable again that was superseded and is not any more."""
    insert(connection, connection.scalars(select(statement.c.key).where(statement.c.article == key)).all())


def sound(connection: Connection) -> bool:
    """Say whether full-text search holds the words of the statements, and no others."""
    full_text = _module("full_text")
    return full_text is None or bool(full_text.sound(connection))
