"""One article into the corpus, in one transaction."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from sayso.claims.statements import statements_of
from sayso.schema import Added, Entry, Statement
from sayso.store import indexes
from sayso.store.packed import unpack_reading
from sayso.store.preparing import Incoming, Prepared, Values, prepare
from sayso.store.rows import entries_by_key
from sayso.store.storable import indexable, storable
from sayso.store.tables import article, body, hop, page, statement, teller
from sayso.store.versions import Place, make_room, moment, place_of, versions_of

__all__ = ["Incoming", "Prepared", "add", "prepare"]

_ID_DIGITS = 12


def add(connection: Connection, prepared: Prepared) -> Added:
    """Write one article, if it is not there yet.

    :param connection: inside a transaction that writes.
    """
    incoming = prepared.incoming
    page_key = connection.scalar(select(page.c.key).where(page.c.name == prepared.page))
    place = Place()
    if page_key is None:
        page_key = _insert(connection, page, name=prepared.page, url=_address(incoming))
    else:
        held = versions_of(connection, page_key)
        place = place_of(held, prepared.text_hash, moment(incoming.fetched))
        if place.held is not None:
            return Added(entries_by_key(connection, (place.held,))[place.held], "unchanged")
    make_room(connection, place)
    if place.before is not None and not place.after:
        indexes.drop(connection, (place.before.key,))
        supersede = update(article).where(article.c.key == place.before.key)
        connection.execute(supersede.values(current=False, matched=False))
    same_text = _same_text(connection, prepared.text_hash, page_key)
    entry = _entry(connection, prepared, place, same_text)
    key = _insert_article(connection, prepared, entry, page_key, same_text)
    statements = _insert_statements(connection, prepared, key)
    if entry.current:
        indexes.insert(connection, statements)
    if place.before is None:
        return Added(entry, "version" if place.after else "new" if same_text is None else "same text")
    from sayso.claims.changes import changes_between

    before = _statements_as_read(connection, place.before.key)
    return Added(entry, "version", changes_between(before, statements_of(entry, incoming.reading)))


def _address(incoming: Incoming) -> str | None:
    return storable(incoming.address or incoming.reading.article.url)


def _same_text(connection: Connection, text_hash: str, page_key: int) -> int | None:
    """Find the first article that has this text at another address."""
    query = select(article.c.key, article.c.page).where(article.c.text_hash == text_hash).order_by(article.c.key)
    first = connection.execute(query.limit(1)).first()
    return None if first is None or first.page == page_key else int(first.key)


def _entry(connection: Connection, prepared: Prepared, place: Place, same_text: int | None) -> Entry:
    found = prepared.incoming.reading.article
    return Entry(
        id=_new_id(connection, prepared),
        page=prepared.page,
        version=place.number,
        current=not place.after,
        title=storable(found.title),
        url=storable(found.url),
        publisher=indexable(found.publisher),
        author=storable(found.author),
        section=storable(found.section),
        published=indexable(found.published),
        language=storable(found.language),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        words=prepared.words,
        profile=storable(prepared.incoming.reading.model.name),
        same_text_as=connection.scalar(select(article.c.id).where(article.c.key == same_text)) if same_text else None,
        fetched=storable(prepared.incoming.fetched),
    )


def _new_id(connection: Connection, prepared: Prepared) -> str:
    """Make the id of page and text. Where the page had this text before, or two hashes are one, go on counting."""
    for count in itertools.count():
        named = f"{prepared.page}\n{prepared.text_hash}" + (f"\n{count}" if count else "")
        id = hashlib.sha256(named.encode()).hexdigest()[:_ID_DIGITS]
        if connection.scalar(select(article.c.key).where(article.c.id == id)) is None:
            return id
    raise AssertionError("counting has no end")


def _insert(connection: Connection, table: Table, **values: Any) -> int:
    key = connection.execute(insert(table).values(**values).returning(table.c.key)).scalar_one()
    assert isinstance(key, int)
    return key


def _insert_article(
    connection: Connection, prepared: Prepared, entry: Entry, page_key: int, same_text: int | None
) -> int:
    body_key: int | None = None
    if prepared.packed_body is not None:
        body_key = connection.scalar(select(body.c.key).where(body.c.hash == prepared.body_hash))
        if body_key is None:
            assert prepared.incoming.body is not None
            body_key = _insert(
                connection,
                body,
                hash=prepared.body_hash,
                size_bytes=len(prepared.incoming.body),
                compressed=prepared.packed_body,
            )
    return _insert(
        connection,
        article,
        id=entry.id,
        page=page_key,
        version=entry.version,
        current=entry.current,
        body=body_key,
        text_hash=prepared.text_hash,
        same_text_as=same_text,
        title=entry.title,
        url=entry.url,
        publisher=entry.publisher,
        author=entry.author,
        section=entry.section,
        published=entry.published,
        language=entry.language,
        added=entry.added,
        fetched=entry.fetched,
        words=entry.words,
        profile=entry.profile,
        reading=prepared.packed_reading,
        matched=False,
    )


def _insert_statements(connection: Connection, prepared: Prepared, article_key: int) -> list[int]:
    """Write speakers, statements and chains; give the statements' keys."""
    of = {"article": article_key}
    tellers = _insert_all(connection, teller, [{**row, **of} for row in prepared.tellers])
    rows = [{**row, **of, "teller": _key(tellers, row["teller"])} for row in prepared.statements]
    statements = _insert_all(connection, statement, rows)
    if prepared.hops:
        hops = [
            {**row, "statement": statements[row["statement"]], "teller": tellers[row["teller"]]}
            for row in prepared.hops
        ]
        connection.execute(insert(hop), hops)
    return statements


def _key(keys: Sequence[int], place: int | None) -> int | None:
    return None if place is None else keys[place]


def _insert_all(connection: Connection, table: Table, rows: list[Values]) -> list[int]:
    """Write rows and give their keys, in the same order."""
    if not rows:
        return []
    query = insert(table).returning(table.c.key, sort_by_parameter_order=True)
    return list(connection.execute(query, rows).scalars())


def _statements_as_read(connection: Connection, key: int) -> list[Statement]:
    entry = entries_by_key(connection, (key,))[key]
    packed = connection.scalar(select(article.c.reading).where(article.c.key == key))
    assert packed is not None
    return statements_of(replace(entry, current=False), unpack_reading(packed))
