"""An article made ready for the corpus: all that takes time, done before the write lock is taken."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sayso.claims.identifying_names import identifying_names
from sayso.claims.name_keys import sought_by
from sayso.claims.offices import office_held
from sayso.claims.statements import statements_of
from sayso.errors import BadReading
from sayso.schema import Entry, Reading, Span, Statement
from sayso.store.addresses import page_name
from sayso.store.packed import digest, digest_of_text, pack, pack_reading
from sayso.store.rows import spans_column, speaks_of_column
from sayso.store.storable import indexable, storable

Values = dict[str, Any]
"""Columns of one row, by name."""
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
    """An article ready to be written.

    :param page: the name of its page.
    :param tellers: rows for its speakers, but for ``article``.
    :param statements: rows for its statements, but for ``article``; ``teller`` is an index into ``tellers``.
    :param hops: rows for their chains; ``statement`` and ``teller`` are indexes into the two above.
    """

    incoming: Incoming
    page: str
    text_hash: str
    words: int
    packed_reading: bytes
    packed_body: bytes | None
    body_hash: str | None
    tellers: tuple[Values, ...]
    statements: tuple[Values, ...]
    hops: tuple[Values, ...]


def prepare(incoming: Incoming) -> Prepared:
    """Check, name, hash, compress, and write out the rows; touches no database.

    :raises BadReading: if parts of the reading do not fit together.
    """
    reading = incoming.reading
    _check(reading)
    text_hash = digest_of_text(reading.article.text)
    statements = statements_of(_draft(reading), reading)
    places = {speaker.id: place for place, speaker in enumerate(reading.speakers)}
    return Prepared(
        incoming,
        page=storable(page_name(reading.article.url, incoming.address, text_hash)),
        text_hash=text_hash,
        words=len(reading.article.text.split()),
        packed_reading=pack_reading(reading),
        packed_body=None if incoming.body is None else pack(incoming.body),
        body_hash=None if incoming.body is None else digest(incoming.body),
        tellers=tuple(_teller_rows(reading)),
        statements=tuple(_statement_row(one, places) for one in statements),
        hops=tuple(_hop_rows(statements, places)),
    )


def _draft(reading: Reading) -> Entry:
    """Stand in for the entry, of which the rows take nothing."""
    return Entry(
        id="",
        page="",
        version=1,
        current=True,
        title=None,
        url=None,
        publisher=None,
        author=None,
        section=None,
        published=None,
        language=None,
        added="",
        words=0,
        profile=reading.model.name,
    )


def _teller_rows(reading: Reading) -> Iterable[Values]:
    text = reading.article.text
    names = identifying_names(reading.speakers, text)
    for speaker in reading.speakers:
        name = names.get(speaker.id, "")
        yield {
            "label": speaker.id,
            "name": storable(speaker.name),
            "known_as": storable(name) if name not in ("", speaker.name) else None,
            "last_word": indexable(sought_by(name, speaker.kind)),
            "office": indexable(office_held(speaker, text)),
            "kind": speaker.kind,
            "named": speaker.named,
            "role": storable(speaker.role),
            "affiliation": storable(speaker.affiliation),
        }


def _statement_row(one: Statement, places: dict[str, int]) -> Values:
    return {
        "label": one.id.partition("#")[2],
        "start": min((span.start for span in one.content), default=0),
        "content": spans_column(one.content),
        "text": storable(one.text),
        "form": one.form,
        "act": one.act,
        "polarity": one.polarity,
        "confidence": one.confidence,
        "knows": one.knows,
        "nested_in": one.nested_in.partition("#")[2] if one.nested_in else None,
        "teller": places[one.speaker.label] if one.speaker else None,
        "speaks_of": speaks_of_column(one.speaks_of),
    }


def _hop_rows(statements: Iterable[Statement], places: dict[str, int]) -> Iterable[Values]:
    """Give the chains that the statement's own row does not tell already."""
    for number, one in enumerate(statements):
        if len(one.chain) > 1 or any(teller.channel for teller in one.chain):
            for position, teller in enumerate(one.chain):
                place = places[teller.label]
                yield {"statement": number, "position": position, "teller": place, "channel": teller.channel}


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
