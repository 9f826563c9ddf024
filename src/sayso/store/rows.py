"""Rows of the corpus as records."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from sayso.schema import Entry, Named, Span, Statement, Teller
from sayso.store.tables import article, hop, identity, page, statement, teller

Item = TypeVar("Item")
_IN_ONE_QUERY = 500
"""Keys in one list: databases allow thousands, but long lists are slow to parse."""
_ARTICLE = re.compile(r"[0-9a-f]{12}")

_first = article.alias("first")


def in_batches(items: Iterable[Item], size: int = _IN_ONE_QUERY) -> Iterator[list[Item]]:
    """Cut into lists of at most ``size``."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def entry_query() -> Select[*tuple[Any, ...]]:
    """Ask for entries, in no order; narrow and sort by columns of ``tables.article``. Each row is for ``entry_of``."""
    a = article.c
    return (
        select(
            *(a.key, a.id, page.c.name.label("page"), a.version, a.current, a.title, a.url, a.publisher, a.author),
            *(a.section, a.published, a.language, a.added, a.words, a.profile, _first.c.id.label("same_text_as")),
            a.fetched,
        )
        .join(page, page.c.key == a.page)
        .outerjoin(_first, _first.c.key == a.same_text_as)
    )


def entry_of(row: Row[*tuple[Any, ...]]) -> Entry:
    """Make an entry of a row of ``entry_query``."""
    values = dict(row._mapping)
    del values["key"]
    return Entry(**values)


def entries_by_key(connection: Connection, keys: Iterable[int]) -> dict[int, Entry]:
    """Give entries by ``article.key``, in the order of the keys; keys that are not there are left out."""
    wanted = list(dict.fromkeys(keys))
    found: dict[int, Entry] = {}
    for batch in in_batches(wanted):
        for row in connection.execute(entry_query().where(article.c.key.in_(batch))):
            found[row.key] = entry_of(row)
    return {key: found[key] for key in wanted if key in found}


def article_keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Give ``article.key`` by id; ids that are not there are left out."""
    found: dict[str, int] = {}
    for batch in in_batches(dict.fromkeys(filter(_ARTICLE.fullmatch, ids))):
        query = select(article.c.id, article.c.key).where(article.c.id.in_(batch))
        found.update((row.id, row.key) for row in connection.execute(query))
    return found


def statement_keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Give ``statement.key`` by public id, such as ``ARTICLE#A7``; ids that are not there are left out."""
    wanted = set(ids)
    found: dict[str, int] = {}
    for batch in in_batches({of for id in wanted if _ARTICLE.fullmatch(of := id.partition("#")[0])}, 100):
        query = (
            select(article.c.id, statement.c.label, statement.c.key)
            .join(article, article.c.key == statement.c.article)
            .where(article.c.id.in_(batch))
        )
        for row in connection.execute(query):
            if (id := f"{row.id}#{row.label}") in wanted:
                found[id] = row.key
    return found


def statements_by_key(connection: Connection, keys: Iterable[int]) -> dict[int, Statement]:
    """Give statements by ``statement.key``, in the order of the keys; keys that are not there are left out."""
    wanted = list(dict.fromkeys(keys))
    found: dict[int, Statement] = {}
    for batch in in_batches(wanted):
        found.update(_statements(connection, statement.c.key.in_(batch)))
    return {key: found[key] for key in wanted if key in found}


def statements_in(connection: Connection, articles: Iterable[int]) -> dict[int, Statement]:
    """Give all statements of some articles, by ``statement.key``; by article, then in the article's order.

    :param articles: values of ``article.key``.
    """
    found: dict[int, Statement] = {}
    for batch in in_batches(dict.fromkeys(articles), 50):
        found.update(_statements(connection, statement.c.article.in_(batch)))
    return found


def _statements(connection: Connection, which: ColumnElement[bool]) -> dict[int, Statement]:
    s, a, t = statement.c, article.c, teller.c
    rows = connection.execute(
        select(
            *(s.key, s.label, s.content, s.text, s.form, s.act, s.polarity, s.confidence, s.knows, s.nested_in),
            *(s.teller, s.speaks_of, a.id.label("article"), a.title, a.url, a.publisher, a.published),
        )
        .join(article, a.key == s.article)
        .where(which)
        .order_by(s.key)
    ).all()
    query = select(hop.c.statement, hop.c.teller, hop.c.channel).join(statement, s.key == hop.c.statement).where(which)
    hops: defaultdict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in connection.execute(query.order_by(hop.c.statement, hop.c.position)):
        hops[row.statement].append(row)
    tellers: dict[int, dict[str, Any]] = {}
    needed = {row.teller for row in rows if row.teller is not None}
    needed.update(one.teller for chain in hops.values() for one in chain)
    for batch in in_batches(needed):
        identified = (
            select(t.key, t.label, t.name, t.kind, t.named, t.role, t.affiliation, identity.c.id.label("identity"))
            .outerjoin(identity, identity.c.key == t.identity)
            .where(t.key.in_(batch))
        )
        for one in connection.execute(identified).mappings():
            values: dict[str, Any] = {**one}
            tellers[values.pop("key")] = values
    return {row.key: _statement_of(row, hops.get(row.key, ()), tellers) for row in rows}


def _statement_of(
    row: Row[*tuple[Any, ...]], hops: Collection[Row[*tuple[Any, ...]]], tellers: dict[int, dict[str, Any]]
) -> Statement:
    if hops:
        chain = tuple(Teller(**tellers[one.teller], channel=one.channel) for one in hops)
    else:
        chain = (Teller(**tellers[row.teller]),) if row.teller is not None else ()
    return Statement(
        id=f"{row.article}#{row.label}",
        article=row.article,
        content=spans_of(row.content),
        text=row.text,
        form=row.form,
        act=row.act,
        polarity=row.polarity,
        confidence=row.confidence,
        knows=row.knows,
        chain=chain,
        nested_in=f"{row.article}#{row.nested_in}" if row.nested_in else None,
        speaks_of=tuple(Named(Span(s, e), name) for s, e, name in json.loads(row.speaks_of or "[]")),
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
    )


def spans_of(column: str) -> tuple[Span, ...]:
    """Read the column ``statement.content``."""
    return tuple(Span(start, end) for start, end in json.loads(column))


def spans_column(spans: Sequence[Span]) -> str:
    """Write the column ``statement.content``."""
    return json.dumps(spans, separators=(",", ":"))


def speaks_of_column(named: Sequence[Named]) -> str | None:
    """Write the column ``statement.speaks_of``; non-ASCII is escaped, so any text will do."""
    return json.dumps([[*one.span, one.name] for one in named], separators=(",", ":")) if named else None
