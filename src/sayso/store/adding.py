"""One article into the corpus: worked out before the write lock is taken, written in one transaction."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from sayso.claims.identifying_names import identifying_names
from sayso.claims.name_keys import sought_by
from sayso.claims.offices import office_held
from sayso.claims.statements import statements_of
from sayso.errors import BadReading
from sayso.schema import Added, Entry, Reading, Span, Statement
from sayso.store import indexes
from sayso.store.addresses import page_name
from sayso.store.packed import digest, digest_of_text, pack, pack_reading, unpack_reading
from sayso.store.rows import entries_by_key, spans_column, speaks_of_column
from sayso.store.storable import storable
from sayso.store.tables import article, body, hop, page, statement, teller

_ID_DIGITS = 12
_ATTRIBUTION = re.compile(r"A[0-9]{1,9}")
_SPEAKER = re.compile(r"S[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way into the corpus.

    :param reading: what was read in it.
    :param body: the bytes as they came, before anything was decoded.
    :param address: where they came from; the page may give itself another.
    :param fetched: when, ISO 8601 in UTC, where that is known.
    """

    reading: Reading
    body: bytes | None = None
    address: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be written: all that takes time is done."""

    incoming: Incoming
    page: str
    text_hash: str
    packed_reading: bytes
    packed_body: bytes | None
    body_hash: str | None


def prepare(incoming: Incoming) -> Prepared:
    """Check, name, hash and compress; touches no database.

    :raises BadReading: if parts of the reading do not fit together.
    """
    _check(incoming.reading)
    found = incoming.reading.article
    text_hash = digest_of_text(found.text)
    return Prepared(
        incoming,
        page=storable(page_name(found.url, incoming.address, text_hash)),
        text_hash=text_hash,
        packed_reading=pack_reading(incoming.reading),
        packed_body=None if incoming.body is None else pack(incoming.body),
        body_hash=None if incoming.body is None else digest(incoming.body),
    )


def add(connection: Connection, prepared: Prepared) -> Added:
    """Write one article, if it is not there yet.

    :param connection: inside a transaction that writes.
    """
    page_key = connection.scalar(select(page.c.key).where(page.c.name == prepared.page))
    before: int | None = None
    version = 1
    if page_key is None:
        page_key = _insert(connection, page, name=prepared.page, url=_address(prepared.incoming))
    else:
        held = select(article.c.key).where(article.c.page == page_key, article.c.text_hash == prepared.text_hash)
        key = connection.scalar(held)
        if key is not None:
            return Added(entries_by_key(connection, (key,))[key], "unchanged")
        before = connection.scalar(select(article.c.key).where(article.c.page == page_key, article.c.current))
        version += connection.scalar(select(func.max(article.c.version)).where(article.c.page == page_key)) or 0
    entry, same_text = _entry(connection, prepared, version)
    if before is not None:
        indexes.drop(connection, (before,))
        connection.execute(update(article).where(article.c.key == before).values(current=False, matched=False))
    key = _insert_article(connection, prepared, entry, page_key, same_text)
    statements = statements_of(entry, prepared.incoming.reading)
    keys = _insert_statements(connection, prepared.incoming.reading, statements, key)
    indexes.insert(connection, keys)
    if before is not None:
        from sayso.claims.changes import changes_between

        return Added(entry, "version", changes_between(_statements_as_read(connection, before), statements))
    return Added(entry, "new" if same_text is None else "same text")


def _check(reading: Reading) -> None:
    """Refuse a reading, from a file perhaps, whose spans or ids would make a corpus that contradicts itself."""
    size = len(reading.article.text)
    ids = [attribution.id for attribution in reading.attributions]
    speakers = [speaker.id for speaker in reading.speakers]
    if len(set(ids)) < len(ids) or len(set(speakers)) < len(speakers):
        raise BadReading("not a reading: two attributions or two speakers have one id")
    if not all(map(_ATTRIBUTION.fullmatch, ids)) or not all(map(_SPEAKER.fullmatch, speakers)):
        raise BadReading("not a reading: ids of attributions look like A7, of speakers like S2")
    spans: list[Span] = [*reading.unsourced]
    for attribution in reading.attributions:
        spans += (*attribution.source, *attribution.cue, *attribution.content)
        if not math.isfinite(attribution.confidence):
            raise BadReading(f"not a reading: the confidence of {attribution.id} is no number")
    for speaker in reading.speakers:
        spans += speaker.mentions
    if any(not 0 <= start <= end <= size for start, end in spans):
        raise BadReading("not a reading: a span lies outside the article's text")


def _address(incoming: Incoming) -> str | None:
    return storable(incoming.address or incoming.reading.article.url)


def _entry(connection: Connection, prepared: Prepared, version: int) -> tuple[Entry, int | None]:
    """Make the entry, and find the first article that has this text at another address."""
    found = prepared.incoming.reading.article
    same = connection.execute(
        select(article.c.key, article.c.same_text_as)
        .where(article.c.text_hash == prepared.text_hash)
        .order_by(article.c.key)
        .limit(1)
    ).first()
    same_text = None if same is None else same.same_text_as or same.key
    same_id = connection.scalar(select(article.c.id).where(article.c.key == same_text)) if same_text else None
    entry = Entry(
        id=_new_id(connection, prepared),
        page=prepared.page,
        version=version,
        current=True,
        title=storable(found.title),
        url=storable(found.url),
        publisher=storable(found.publisher),
        author=storable(found.author),
        section=storable(found.section),
        published=storable(found.published),
        language=storable(found.language),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        words=len(found.text.split()),
        profile=storable(prepared.incoming.reading.model.name),
        same_text_as=same_id,
        fetched=storable(prepared.incoming.fetched),
    )
    return entry, same_text


def _new_id(connection: Connection, prepared: Prepared) -> str:
    """Make the id of page and text; if another article has it already, take the next digits of the same hash."""
    digits = hashlib.sha256(f"{prepared.page}\n{prepared.text_hash}".encode()).hexdigest()
    for start in range(0, len(digits) - _ID_DIGITS, _ID_DIGITS):
        id = digits[start : start + _ID_DIGITS]
        if connection.scalar(select(article.c.key).where(article.c.id == id)) is None:
            return id
    raise AssertionError("five hashes of 48 bits each are taken")


def _insert(connection: Connection, table: Any, **values: Any) -> int:
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
        current=True,
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


def _insert_statements(
    connection: Connection, reading: Reading, statements: Sequence[Statement], article_key: int
) -> list[int]:
    """Write speakers, statements and chains; give the statements' keys."""
    tellers: dict[str, int] = {}
    if reading.speakers:
        names = identifying_names(reading.speakers, reading.article.text)
        rows = [
            {
                "article": article_key,
                "label": storable(speaker.id),
                "name": storable(speaker.name),
                "known_as": storable(name) if (name := names.get(speaker.id, "")) not in ("", speaker.name) else None,
                "last_word": storable(sought_by(name, speaker.kind)),
                "office": storable(office_held(speaker, reading.article.text)),
                "kind": speaker.kind,
                "named": speaker.named,
                "role": storable(speaker.role),
                "affiliation": storable(speaker.affiliation),
            }
            for speaker in reading.speakers
        ]
        found = connection.execute(insert(teller).returning(teller.c.key, sort_by_parameter_order=True), rows)
        tellers = dict(zip((speaker.id for speaker in reading.speakers), found.scalars(), strict=True))
    if not statements:
        return []
    keys = connection.execute(
        insert(statement).returning(statement.c.key, sort_by_parameter_order=True),
        [
            {
                "article": article_key,
                "label": storable(one.id.partition("#")[2]),
                "start": min((span.start for span in one.content), default=0),
                "content": spans_column(one.content),
                "text": storable(one.text),
                "form": one.form,
                "act": one.act,
                "polarity": one.polarity,
                "confidence": one.confidence,
                "knows": one.knows,
                "nested_in": storable(one.nested_in.partition("#")[2]) if one.nested_in else None,
                "teller": tellers[one.speaker.label] if one.speaker else None,
                "speaks_of": speaks_of_column(one.speaks_of),
            }
            for one in statements
        ],
    ).scalars()
    found_keys = list(keys)
    hops = [
        {"statement": key, "position": position, "teller": tellers[one.label], "channel": one.channel}
        for key, made in zip(found_keys, statements, strict=True)
        if len(made.chain) > 1 or any(one.channel for one in made.chain)
        for position, one in enumerate(made.chain)
    ]
    if hops:
        connection.execute(insert(hop), hops)
    return found_keys


def _statements_as_read(connection: Connection, key: int) -> list[Statement]:
    entry = entries_by_key(connection, (key,))[key]
    packed = connection.scalar(select(article.c.reading).where(article.c.key == key))
    assert packed is not None
    return statements_of(replace(entry, current=False), unpack_reading(packed))
