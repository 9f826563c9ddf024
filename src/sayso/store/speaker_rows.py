"""Speakers of articles as the database sums them up: those that look alike are one row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, and_, case, func, null, or_, select

from sayso.claims.lives import Appearance
from sayso.store.rows import in_batches
from sayso.store.tables import article, teller

CALLED = func.coalesce(teller.c.known_as, teller.c.name)
"""The name to hold against others."""
_LOOK = (
    *(teller.c.last_word, CALLED, teller.c.kind, teller.c.role, teller.c.affiliation),
    func.substr(func.coalesce(article.c.published, ""), 1, 7),
)
"""What speakers are summed up by; the last is the month."""
NO_DATE = "9999"
"""Sorts after every date."""
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
ALONE = "#"
"""Begins the block of a nameless speaker, who is in it alone; what follows is its key."""


@dataclass(slots=True)
class Row:
    """Speakers that look alike, as the database sums them up.

    :param month: the first seven characters of their date, whatever they are.
    :param identity: what they have now.
    :param teller: key of the one that a judgement is about, which stands in a row of its own; else ``None``.
    :param key: of the teller, where the row is one.
    """

    word: str
    appearance: Appearance
    month: str
    identity: int | None
    teller: int | None
    key: int | None = None


_Look = tuple[str, str, str | None, str | None, str | None, str, int | None]


def look_of(row: Row) -> _Look:
    """Give what the speakers of a row have in common."""
    look = row.appearance
    return row.word, look.name, look.kind, look.role, look.affiliation, row.month, row.identity


def keys_by_look(
    connection: Connection, words: Collection[str], judged: Collection[int], without: Collection[int]
) -> dict[_Look, list[int]]:
    """Give the keys of the speakers of blocks by what they look like; those that judgements are about stand alone."""
    found: defaultdict[_Look, list[int]] = defaultdict(list)
    for batch in in_batches(sorted(words)):
        query = (
            select(teller.c.key, *_LOOK, teller.c.identity)
            .join(article, article.c.key == teller.c.article)
            .where(article.c.current, teller.c.last_word.in_(batch))
        )
        if without:
            query = query.where(article.c.key.not_in(sorted(without)))
        for key, *look in connection.execute(query):
            if key not in judged:
                found[tuple(look)].append(key)
    return found


def rows_of(
    connection: Connection, words: Collection[str], judged: Collection[int], without: Collection[int]
) -> dict[str, list[Row]]:
    """Sum up the speakers of blocks by what they look like; those that a judgement is about stand alone.

    :param words: their last words; ``ALONE`` and its key for a nameless speaker.
    :param judged: keys of the speakers that judgements are about.
    :param without: articles that do not count any more.
    """
    judged_keys = sorted(judged)
    nameless = sorted(int(word.removeprefix(ALONE)) for word in words if word.startswith(ALONE))
    alone = case((teller.c.key.in_(judged_keys), teller.c.key), else_=null()) if judged_keys else null()
    first = func.min(
        func.coalesce(func.nullif(article.c.published, ""), NO_DATE) + " " + article.c.id + "#" + teller.c.label
    )
    query = (
        select(*_LOOK, teller.c.identity, func.max(alone), func.count(), func.max(teller.c.key), first)
        .join(article, article.c.key == teller.c.article)
        .where(article.c.current)
        .group_by(*_LOOK, teller.c.identity)
    )
    if judged_keys:
        query = query.group_by(alone)
    if without:
        query = query.where(article.c.key.not_in(sorted(without)))
    found: dict[str, list[Row]] = defaultdict(list)
    queries = [query.where(teller.c.last_word.in_(sorted(words)))]
    if nameless:
        queries.append(query.where(teller.c.key.in_(nameless)).group_by(teller.c.key))
    for one in queries:
        for word, name, kind, role, place, when, held, judged_key, count, key, least in connection.execute(one):
            known = when if _MONTH.fullmatch(when) else ""
            word = word or ALONE + str(key)
            row = Row(word, Appearance(name, kind, role, place, known, count, least), when, held, judged_key)
            if count == 1:
                row.key = key
            found[word].append(row)
    return found


def seen_as_two(connection: Connection, word: str) -> set[frozenset[str]]:
    """Give pairs of names that one article gives to two speakers, where one has a suffix such as "Jr."."""
    junior = teller.alias("junior")
    query = (
        select(func.coalesce(junior.c.known_as, junior.c.name), CALLED)
        .join(teller, and_(teller.c.article == junior.c.article, teller.c.key != junior.c.key))
        .where(
            junior.c.last_word == word,
            teller.c.last_word == word,
            or_(*(junior.c.name.ilike(f"% {suffix}%") for suffix in ("jr", "sr", "ii"))),
        )
        .distinct()
    )
    return {frozenset((one, other)) for one, other in connection.execute(query)}
