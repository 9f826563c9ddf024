"""``sayso who``: from a name as a person types it to the speakers that it may mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.claims.name_keys import may_be, organisation_key, person_name, words_of, words_sought
from sayso.claims.offices import office_of
from sayso.errors import NotFound
from sayso.schema import Identity
from sayso.store.identity_rows import identities_by_key
from sayso.store.rows import in_batches
from sayso.store.tables import article, identity, teller

if TYPE_CHECKING:
    from sayso.store.store import Store

NAMESAKES_MAX = 50
"""No more than so many speakers are given for a name: those in most articles."""
NEAR_NAMES = 5
_NEAR_SCORE = 75
_IDENTITY = re.compile(r"P[0-9a-f]{10}")
_SPEAKER = re.compile(r"([0-9a-f]{12})#(S[0-9]{1,9})")
_ASKED_MAX = 400


def find(store: Store, name: str, *, speakers: bool = True) -> list[Identity]:
    """Give the speakers that a name may mean, those in most articles first.

    :param name: a name, whole or in part, with or without a title; an office; an id of a speaker across articles
        (``P…``) or in one (``ARTICLE#S2``).
    :param speakers: whether to list their speakers in articles, which takes time for those in very many.
    :raises NotFound: if there is none; the hint names some whose names are near.
    """
    with store.reading_connection() as connection:
        found = identities_named(connection, name, speakers=speakers)
        if not found:
            message, hint = _nobody(connection, name)
            raise NotFound(message, hint=hint)
    return found


def identities_named(connection: Connection, name: str, *, speakers: bool = True) -> list[Identity]:
    """Give the speakers that a name may mean, as ``find`` does; empty if there is none."""
    return identities_by_key(connection, keys_named(connection, name), speakers=speakers)


def most_quoted(store: Store, limit: int) -> list[Identity]:
    """Give the speakers that are quoted in most articles."""
    with store.reading_connection() as connection:
        query = (
            select(teller.c.identity)
            .where(teller.c.identity.is_not(None))
            .group_by(teller.c.identity)
            .order_by(func.count().desc(), teller.c.identity)
            .limit(limit)
        )
        return identities_by_key(connection, connection.scalars(query).all(), speakers=False)


def keys_named(connection: Connection, name: str) -> list[int]:
    """Give ``identity.key`` of the speakers that a name may mean, those in most articles first."""
    name = name.strip()[:_ASKED_MAX]
    if _IDENTITY.fullmatch(name):
        return list(connection.scalars(select(identity.c.key).where(identity.c.id == name)))
    if speaker := _SPEAKER.fullmatch(name):
        query = (
            select(teller.c.identity)
            .join(article, article.c.key == teller.c.article)
            .where(article.c.id == speaker[1], teller.c.label == speaker[2], teller.c.identity.is_not(None))
        )
        return list(connection.scalars(query))
    found = _by_name(connection, name)
    if not found and (office := office_of(name)):
        found = _most_first(connection, _identities_where(connection, teller.c.office == office))
    return found[:NAMESAKES_MAX]


def _by_name(connection: Connection, name: str) -> list[int]:
    """Seek by all words that the name may be known by; names that say less than was asked are a last resort."""
    words = words_sought(name)
    query = (
        select(func.coalesce(teller.c.known_as, teller.c.name).label("name"), teller.c.identity)
        .where(teller.c.last_word.in_(sorted(words)), teller.c.identity.is_not(None))
        .distinct()
    )
    rows = connection.execute(query).all() if words else []
    asked = person_name(name)
    alike = {row.identity for row in rows if may_be(name, row.name)}
    same = {row.identity for row in rows if organisation_key(row.name) == organisation_key(name)}
    if asked.given and same and len(words_of(name)) > 1:
        # Asked for by a whole name, those who go by it come before those who may.
        return _most_first(connection, same) + _most_first(connection, alike - same)
    return _most_first(connection, alike)


def _identities_where(connection: Connection, condition: ColumnElement[bool]) -> set[int]:
    query = select(teller.c.identity).where(condition, teller.c.identity.is_not(None)).distinct()
    return {key for key in connection.scalars(query) if key is not None}


def _most_first(connection: Connection, keys: Collection[int]) -> list[int]:
    counts: Counter[int] = Counter()
    for batch in in_batches(keys):
        query = select(teller.c.identity, func.count()).where(teller.c.identity.in_(batch)).group_by(teller.c.identity)
        counts.update({row[0]: row[1] for row in connection.execute(query)})
    return sorted(keys, key=lambda key: (-counts[key], key))


def _nobody(connection: Connection, name: str) -> tuple[str, str]:
    """Say that nobody is known by a name, and who has a name near to it."""
    if speaker := _SPEAKER.fullmatch(name.strip()):
        named = connection.scalar(
            select(teller.c.name)
            .join(article, article.c.key == teller.c.article)
            .where(article.c.id == speaker[1], teller.c.label == speaker[2])
        )
        if named is None:
            return f"there is no speaker {name.strip()}", "a speaker's id looks like 9f3a0c12ab34#S2"
        return (
            f"{named!r} is not known in any other article",
            "the nameless, and names that may be several people's, are joined by a person only: `sayso link`",
        )
    near = near_names(connection, name)
    hint = f"near: {', '.join(near)}" if near else "`sayso who` without a name shows who is quoted most"
    return f"nobody is known as {name.strip()[:80]!r}", hint


def near_names(connection: Connection, name: str) -> list[str]:
    """Give names of known speakers that are spelled much like a name, or hold it; the nearest first."""
    from rapidfuzz import fuzz, process

    wanted = " ".join(words_of(name))
    if not wanted:
        return []
    known: Iterable[str] = connection.scalars(select(identity.c.name).distinct()).all()
    by_words = {held: " ".join(words_of(held)) for held in known}
    found = process.extract(wanted, by_words, scorer=fuzz.WRatio, limit=NEAR_NAMES, score_cutoff=_NEAR_SCORE)
    return [held for _, _, held in found]
