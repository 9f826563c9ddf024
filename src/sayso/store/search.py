"""Searching the corpus: by words and by meaning together, with filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.errors import InputError
from sayso.schema import Filters, Hit
from sayso.schema.asking import NEAR_MIN
from sayso.store import filtering, full_text, near, ranking
from sayso.store.filtering import Narrowed
from sayso.store.highlights import highlights
from sayso.store.number_list import as_table
from sayso.store.query import Query, parse
from sayso.store.relaxing import relaxed
from sayso.store.rows import entries_by_key, in_batches, statements_by_key
from sayso.store.store import Store
from sayso.store.tables import article, claim, claim_statement, statement, teller

if TYPE_CHECKING:
    from sayso.claims.encoder import Vectors

RANKED = 200
"""Statements that each of the two ways finds and that are put in order together; behind them it goes on by words."""
_FEW = 20
"""With fewer statements than this that hold all words, those that hold some are looked at too."""
_ROUNDS_MAX = 4
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search finds.

    :param hits: best first.
    :param more: whether there are more behind them.
    :param capped: whether so many statements hold the words that only the latest added were ranked.
    """

    hits: tuple[Hit, ...]
    more: bool = False
    capped: bool = False


def search(
    store: Store, words: str = "", *, filters: Filters | None = None, limit: int = 20, offset: int = 0
) -> Answer:
    """Find statements by words and meaning.

    What the words find and what is near in meaning is put in one order (``ranking``). A query with a phrase in
    quotation marks or a word to leave out asks for the words themselves: nothing else is then found. Without words,
    what passes the filters is given, the latest published first.

    :param words: such as ``flood Ostrel OR Calder``, ``"no danger" -drill``.
    :raises InputError: if there is nothing to search for, or a date is none.
    """
    filters = filters or Filters()
    query = parse(words)
    if not query.groups and filters.empty:
        raise InputError("nothing to search for", hint="give words, or a filter such as --speaker")
    if limit < 1 or offset < 0 or limit + offset > _MOST:
        raise InputError(
            f"expected a limit from 1 on and no more than {_MOST:,} hits in all, found {limit} from {offset}"
        )
    depth = max(RANKED, limit + offset + 1)
    with store.reading_connection() as connection:
        narrowed = filtering.narrow(connection, filters)
        if narrowed.nothing:
            return Answer(())
        if not query.groups:
            keys, capped = _latest(connection, narrowed, depth)
            return _answer(connection, query, _Found(keys, {}, capped), limit, offset)
        vector = near.vector_of_words(query.text)
        found = _in_order(connection, query, filters, narrowed, _by_words(connection, query, narrowed, depth), vector)
        return _answer(connection, query, found, limit, offset)


@dataclass(frozen=True, slots=True)
class _Found:
    """Keys in their order, how near those are that were compared, and whether there are more than were ranked."""

    keys: list[int]
    similar: dict[int, float]
    capped: bool
    by_words: frozenset[int] = frozenset()
    scores: Mapping[int, float] = field(default_factory=dict)


def _by_words(connection: Connection, query: Query, narrowed: Narrowed, depth: int) -> _Found:
    keys: list[int] = []
    before: int | None = None
    capped = False
    for _ in range(_ROUNDS_MAX):
        matches = full_text.matches(connection, query, depth * 2, facets=narrowed.facets, before=before)
        passing = filtering.passing(connection, matches.keys, narrowed)
        if len(keys) + len(passing) < depth and len(matches.keys) == depth * 2:
            # The conditions let few of the best pass: look at all candidates.
            matches = full_text.matches(connection, query, full_text.CANDIDATES, facets=narrowed.facets, before=before)
            passing = filtering.passing(connection, matches.keys, narrowed)
        keys += (key for key in matches.keys if key in passing)
        capped |= matches.capped
        if len(keys) >= depth or not matches.capped or matches.least is None:
            break
        before = matches.least
    return _Found(keys[:depth], {}, capped, frozenset(keys))


def _latest(connection: Connection, narrowed: Narrowed, depth: int) -> tuple[list[int], bool]:
    """Give what passes the filters, the latest published first, the undated last."""
    dated: list[tuple[str, int]] = []
    before: int | None = None
    capped = False
    for _ in range(_ROUNDS_MAX):
        matches = full_text.matches(connection, Query(), full_text.CANDIDATES, facets=narrowed.facets, before=before)
        wanted = as_table(connection, matches.keys)
        query = (
            select(article.c.published, statement.c.key)
            .select_from(wanted)
            .join(statement, statement.c.key == wanted.c.value)
            .join(article, article.c.key == statement.c.article)
            .outerjoin(teller, teller.c.key == statement.c.teller)
            .where(*narrowed.conditions)
        )
        dated += ((row.published or "", row.key) for row in connection.execute(query))
        capped |= matches.capped
        if len(dated) >= depth or not matches.capped or matches.least is None:
            break
        before = matches.least
    dated.sort(key=lambda one: (not one[0].startswith(("1", "2")), _reversed(one[0]), one[1]))
    return [key for _, key in dated[:depth]], capped


def _reversed(date: str) -> tuple[int, ...]:
    return tuple(-ord(c) for c in date[:25])


def _in_order(
    connection: Connection,
    query: Query,
    filters: Filters,
    narrowed: Narrowed,
    found: _Found,
    vector: Vectors | None,
) -> _Found:
    """Put the best by words and the nearest in meaning in one order."""
    best = found.keys[:RANKED]
    if len(best) < _FEW and (less := relaxed(query)) is not None:
        best = list(dict.fromkeys(best + _by_words(connection, less, narrowed, RANKED).keys))
    similar: dict[int, float] = {}
    if vector is not None:
        similar = {one.key: one.similarity for one in near.near_among(connection, vector, best, len(best))}
        if not query.exact:
            conditions = (*narrowed.conditions, *filtering.exactly(filters))
            for one in _near(connection, filters, Narrowed(narrowed.facets, conditions), vector):
                if one.similarity >= NEAR_MIN:
                    similar.setdefault(one.key, one.similarity)
    together = dict.fromkeys([*best, *similar])
    scores = ranking.scores(connection, query, list(together), similar)
    place = {key: number for number, key in enumerate(together)}
    keys = sorted(together, key=lambda key: (-round(scores[key], 4), place[key]))
    rest = [key for key in found.keys[RANKED:] if key not in together]
    return _Found(keys + rest, similar, found.capped, found.by_words, scores)


def _near(connection: Connection, filters: Filters, narrowed: Narrowed, vector: Vectors) -> list[near.Near]:
    """Give what is near in meaning and passes the filters.

    Where few pass, all of them are compared; else those in the nearest cells.
    """
    if narrowed.facets.groups or narrowed.facets.names:
        few = full_text.matches(connection, Query(), full_text.CANDIDATES, facets=narrowed.facets)
        if not few.capped:
            found = near.near_among(connection, vector, few.keys, RANKED * 2)
            passing = filtering.passing(connection, [one.key for one in found], narrowed)
            return [one for one in found if one.key in passing][:RANKED]
    found = near.near(connection, vector, filters, RANKED * 2)
    passing = filtering.passing(connection, [one.key for one in found], narrowed)
    return [one for one in found if one.key in passing][:RANKED]


def _answer(connection: Connection, query: Query, found: _Found, limit: int, offset: int) -> Answer:
    keys = found.keys[offset : offset + limit]
    statements = statements_by_key(connection, keys)
    articles: dict[int, int] = {}
    claims: dict[int, tuple[str, int]] = {}
    for batch in in_batches(keys):
        rows = connection.execute(select(statement.c.key, statement.c.article).where(statement.c.key.in_(batch)))
        articles.update((row.key, row.article) for row in rows)
        grouped = (
            select(claim_statement.c.statement, claim.c.id, claim.c.size)
            .join(claim, claim.c.key == claim_statement.c.claim)
            .where(claim_statement.c.statement.in_(batch))
        )
        claims.update((row.statement, (row.id, row.size)) for row in connection.execute(grouped))
    entries = entries_by_key(connection, articles.values())
    hits = []
    for place, key in enumerate(keys):
        of, reports = claims.get(key, (None, 1))
        hits.append(
            Hit(
                statement=statements[key],
                entry=entries[articles[key]],
                words=highlights(statements[key].text, query),
                by_words=key in found.by_words,
                similarity=found.similar.get(key),
                score=found.scores.get(key, -1 - (offset + place) / _MOST),
                claim=of,
                reports=reports,
            )
        )
    return Answer(tuple(hits), len(found.keys) > offset + limit, found.capped)
