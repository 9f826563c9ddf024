"""The whole corpus as lines of JSON, and back.

What was added goes out: articles with their readings and the bytes of their pages, all versions, judgements, owners of
outlets, feeds, and what was refused. What was found between articles does not: it is found again, the same, from these.

The first line says what the file is; each other line is one thing, its ``sort`` first. A corpus goes out as it was at
one moment, in the order in which it was added, so that the copy's own export is the same, byte for byte.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, insert, select, update

from sayso.encode import from_builtins
from sayso.errors import BadReading, InputError
from sayso.store import adding
from sayso.store.adding import Incoming, Prepared
from sayso.store.packed import unpack
from sayso.store.rows import in_batches
from sayso.store.store import Store
from sayso.store.tables import article, body, family, feed, feed_item, judgement, page, rejection

FORMAT = 1
"""Of the file; another number means that an older Sayso cannot read it."""
_IN_ONE_TRANSACTION = 20
OTHERS: dict[str, Table] = {
    "family": family,
    "feed": feed,
    "feed_item": feed_item,
    "rejection": rejection,
    "judgement": judgement,
}
Told = Callable[[int], None]
"""Told after each article how many are done."""


@dataclass(slots=True)
class Counts:
    """What an import did.

    :param articles: that are new now.
    :param there: that were there already.
    :param others: judgements, feeds and so on that are new, by sort.
    """

    articles: int = 0
    there: int = 0
    others: dict[str, int] = field(default_factory=dict)


def export_lines(store: Store) -> Iterator[bytes]:
    """Give the corpus, one line at a time."""
    with store.reading_connection() as connection:
        yield _line({"sort": "sayso corpus", "format": FORMAT})
        for row in articles_of(connection):
            head = {
                "sort": "article", "id": row.id, "page": row.name, "page_url": row.page_url, "version": row.version,
                "added": row.added, "fetched": row.fetched,
            }  # fmt: skip
            raw = unpack(row.reading)
            bytes_of = None if row.compressed is None else base64.b64encode(unpack(row.compressed))
            held = b"null" if bytes_of is None else b'"' + bytes_of + b'"'
            yield _line(head)[:-2] + b',"reading":' + raw + b',"body":' + held + b"}\n"
        for sort in OTHERS:
            yield from (_line({"sort": sort, **row}) for row in rows_of(connection, sort))


def articles_of(connection: Connection) -> Iterator[Any]:
    """Give all articles with page, packed reading and packed body, in the order in which they were added."""
    query = (
        select(
            article.c.id, article.c.version, article.c.current, article.c.added, article.c.fetched, article.c.reading,
            page.c.name, page.c.url.label("page_url"), body.c.compressed,
        )
        .join(page, page.c.key == article.c.page)
        .outerjoin(body, body.c.key == article.c.body)
        .order_by(article.c.key)
    )  # fmt: skip
    yield from connection.execution_options(yield_per=100).execute(query)


def rows_of(connection: Connection, sort: str) -> Iterator[dict[str, Any]]:
    """Give the rows of one of the other tables, in an order that does not depend on the database."""
    table = OTHERS[sort]
    order = [table.c.key] if "key" in table.c else list(table.primary_key.columns)
    rows = [dict(row._mapping) for row in connection.execute(select(table).order_by(*order))]
    if "key" not in table.c:
        names = [column.name for column in table.primary_key.columns]
        rows.sort(key=lambda row: [str(row[name]).encode("utf-8", "surrogatepass") for name in names])
    for row in rows:
        row.pop("key", None)
        yield row


def import_lines(store: Store, lines: Iterable[bytes], told: Told | None = None) -> Counts:
    """Add what another corpus exported. What is there already stays as it is, so that it may be done twice.

    :raises InputError: if it is no such file; what was before the line that is wrong is in the corpus then.
    :raises BadReading: if a reading contradicts itself.
    """
    return take_in(store, _read(lines), told)


@dataclass(frozen=True, slots=True)
class Arriving:
    """One article of an export.

    :param prepared: ready to be written.
    :param facts: version, added and fetched, as they were.
    """

    prepared: Prepared
    facts: dict[str, Any]


def arriving(row: dict[str, Any], where: str) -> Arriving:
    """Check one article of an export.

    :param row: id, page, page_url, version, added, fetched, reading (JSON form) and body (bytes or ``None``).
    :param where: for messages, such as ``"line 17"``.
    :raises InputError: if something is missing or is no such thing.
    """
    try:
        reading = from_builtins(row["reading"])
        facts = {name: row[name] for name in ("version", "added", "fetched")}
        name, address = row["page"], row["page_url"]
        content = row["body"]
        if not isinstance(name, str) or not isinstance(facts["version"], int) or not isinstance(facts["added"], str):
            raise TypeError("page, version or added")
        prepared = adding.prepare(Incoming(reading, content, address, facts["fetched"]))
    except (KeyError, TypeError) as error:
        raise InputError(f"{where}: expected an article of a corpus; wrong or missing: {error}") from error
    except BadReading as error:
        raise BadReading(f"{where}: {error.message}", hint=error.hint) from error
    return Arriving(replace(prepared, page=name), facts)


def take_in(store: Store, items: Iterable[Arriving | tuple[str, dict[str, Any]]], told: Told | None = None) -> Counts:
    """Write articles and rows of other tables, some in one transaction."""
    counts = Counts()
    ours: set[str] = set()  # pages that this import made, whose versions keep their numbers
    for batch in in_batches(items, _IN_ONE_TRANSACTION):
        with store.writing() as connection:
            for item in batch:
                if isinstance(item, Arriving):
                    _take_article(connection, item, ours, counts)
                elif _take_row(connection, *item):
                    counts.others[item[0]] = counts.others.get(item[0], 0) + 1
        if told is not None:
            told(counts.articles + counts.there)
    return counts


def _take_article(connection: Connection, item: Arriving, ours: set[str], counts: Counts) -> None:
    name = item.prepared.page
    fresh = connection.scalar(select(page.c.key).where(page.c.name == name)) is None
    added = adding.add(connection, item.prepared)
    if added.what == "unchanged":
        counts.there += 1
        return
    counts.articles += 1
    if fresh:
        ours.add(name)
    facts = item.facts if name in ours else {key: item.facts[key] for key in ("added", "fetched")}
    connection.execute(update(article).where(article.c.id == added.entry.id).values(**facts))


def _take_row(connection: Connection, sort: str, row: dict[str, Any]) -> bool:
    """Insert a row unless one like it is there; say whether it is new."""
    table = OTHERS[sort]
    values = {name: row.get(name) for name in table.c.keys() if name != "key"}  # noqa: SIM118
    if sort == "judgement":
        # Undone or not: a verdict that was exported twice is the same verdict.
        known = ["decision", "subject", "other", "author", "made"]
    else:
        known = [column.name for column in table.primary_key.columns]
    same = [table.c[name].is_(None) if values[name] is None else table.c[name] == values[name] for name in known]
    if connection.execute(select(*table.primary_key.columns).where(*same)).first() is not None:
        return False
    connection.execute(insert(table).values(**values))
    return True


def _line(record: dict[str, Any]) -> bytes:
    return msgspec.json.encode(record) + b"\n"


def _read(lines: Iterable[bytes]) -> Iterator[Arriving | tuple[str, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise InputError(f"line {number}: expected JSON ({error})", hint=_HINT) from error
        sort = record.get("sort") if isinstance(record, dict) else None
        if number == 1:
            check_head(record)
        elif sort == "article":
            try:
                held = record.get("body")
                record["body"] = None if held is None else base64.b64decode(held, validate=True)
            except (TypeError, binascii.Error) as error:
                raise InputError(f"line {number}: the page's bytes are not base64 ({error})") from error
            yield arriving(record, f"line {number}")
        elif sort in OTHERS:
            yield sort, check_row(sort, record, f"line {number}")
        else:
            raise InputError(f"line {number}: expected one of article, {', '.join(OTHERS)}; found {sort!r}")


def check_head(record: Any) -> None:
    """Check the first line.

    :raises InputError: if it is not that of an export that this version can read.
    """
    if not isinstance(record, dict) or record.get("sort") != "sayso corpus":
        raise InputError("expected what `sayso export` wrote", hint=_HINT)
    if record.get("format") != FORMAT:
        raise InputError(f"expected an export in format {FORMAT}, found {record.get('format')!r}", hint="update Sayso")


def check_row(sort: str, row: dict[str, Any], where: str) -> dict[str, Any]:
    """Check that a row has what its table needs, of the right type.

    :raises InputError: if it has not.
    """
    for column in OTHERS[sort].c:
        value = row.get(column.name)
        if column.name == "key":
            continue
        if value is None and not column.nullable:
            raise InputError(f"{where}: a {sort} without {column.name}")
        if value is not None and not isinstance(value, column.type.python_type):
            kind = column.type.python_type.__name__
            raise InputError(f"{where}: expected {column.name} of a {sort} as {kind}, found {value!r}"[:300])
    return row


_HINT = "`sayso add` takes pages and articles"
