"""The whole corpus as a folder of Parquet tables, and back.

``articles`` (with the text, and the reading as JSON), ``judgements``, ``families``, ``feeds``, ``feed_items`` and
``rejections`` make the corpus again. ``statements``, ``copies``, ``claims``, ``stories`` and ``speakers`` are there to
be queried: they are derived, and are not read back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from sayso.errors import InputError
from sayso.store import transfer
from sayso.store.arrow import arrow
from sayso.store.packed import unpack
from sayso.store.rows import in_batches
from sayso.store.store import Store
from sayso.store.tables import (
    article,
    claim,
    claim_statement,
    copy,
    identity,
    statement,
    story,
    story_article,
    teller,
)
from sayso.store.transfer import Arriving, Counts, Told

_ROWS = 500
_KINDS = {str: "string", int: "int64", float: "float64", bool: "bool_", bytes: "binary"}
_ARTICLES: dict[str, type] = {
    "id": str, "page": str, "page_url": str, "version": int, "current": bool, "title": str, "url": str,
    "publisher": str, "author": str, "section": str, "published": str, "language": str, "added": str, "fetched": str,
    "text": str, "reading": str, "body": bytes,
}  # fmt: skip
_FILES = {
    "family": "families",
    "feed": "feeds",
    "feed_item": "feed_items",
    "rejection": "rejections",
    "judgement": "judgements",
}


def export_folder(store: Store, folder: Path, told: Told | None = None) -> dict[str, int]:
    """Write the tables into a folder, which is made.

    :return: rows of each table.
    :raises InputError: if the folder cannot be written.
    :raises ConfigError: if pyarrow is not installed.
    """
    arrow()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with store.reading_connection() as connection:
            counts = {"articles": _write(folder / "articles.parquet", _ARTICLES, _articles(connection, told))}
            for sort, name in _FILES.items():
                table = transfer.OTHERS[sort]
                columns = {column.name: column.type.python_type for column in table.c if column.name != "key"}
                counts[name] = _write(folder / f"{name}.parquet", columns, transfer.rows_of(connection, sort))
            for name, (columns, query) in _derived().items():
                rows = connection.execution_options(yield_per=_ROWS).execute(query)
                counts[name] = _write(folder / f"{name}.parquet", columns, (dict(row._mapping) for row in rows))
    except OSError as error:
        raise InputError(f"cannot write {folder}: {error.strerror or error}", hint="name another folder") from error
    return counts


def import_folder(store: Store, folder: Path, told: Told | None = None) -> Counts:
    """Add what ``export_folder`` wrote.

    :raises InputError: if it is no such folder.
    """
    if not (folder / "articles.parquet").is_file():
        raise InputError(f"expected a folder with articles.parquet, found none in {folder}")
    return transfer.take_in(store, _read(folder), told)


def _articles(connection: Connection, told: Told | None) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(transfer.articles_of(connection), 1):
        raw = unpack(row.reading)
        found = json.loads(raw)["article"]
        yield {
            **{name: found.get(name) for name in ("title", "url", "publisher", "author", "section", "published")},
            "language": found.get("language"), "text": found["text"], "id": row.id, "page": row.name,
            "page_url": row.page_url, "version": row.version, "current": row.current, "added": row.added,
            "fetched": row.fetched, "reading": raw.decode(),
            "body": None if row.compressed is None else unpack(row.compressed),
        }  # fmt: skip
        if told is not None:
            told(number)


def _derived() -> dict[str, tuple[dict[str, type], Any]]:
    """Give, for each derived table, its columns and the query for its rows."""
    left, right = article.alias("left_side"), article.alias("right_side")
    said = select(
        article.c.id.label("article"), statement.c.label, statement.c.text, statement.c.form, statement.c.act,
        statement.c.polarity, statement.c.confidence, statement.c.knows, statement.c.nested_in,
        statement.c.content.label("spans"), teller.c.label.label("speaker_label"), teller.c.name.label("speaker"),
        teller.c.kind.label("speaker_kind"), teller.c.named.label("speaker_named"), teller.c.role.label("speaker_role"),
        teller.c.affiliation.label("speaker_affiliation"), identity.c.id.label("speaker_id"), claim.c.id.label("claim"),
        claim_statement.c.against, article.c.publisher, article.c.published, article.c.current,
    ).join(article, article.c.key == statement.c.article)  # fmt: skip
    said = (
        said.outerjoin(teller, teller.c.key == statement.c.teller)
        .outerjoin(identity, identity.c.key == teller.c.identity)
        .outerjoin(claim_statement, claim_statement.c.statement == statement.c.key)
        .outerjoin(claim, claim.c.key == claim_statement.c.claim)
        .order_by(statement.c.key)
    )
    shared = (
        select(
            left.c.id.label("left"), right.c.id.label("right"), copy.c.words, copy.c.left_share, copy.c.right_share,
            copy.c.direction, copy.c.reason, copy.c.credit, copy.c.passages,
        )
        .join(left, left.c.key == copy.c.left_article)
        .join(right, right.c.key == copy.c.right_article)
        .order_by(left.c.id, right.c.id)
    )  # fmt: skip
    wording = article.alias("wording")
    claims = (
        select(
            claim.c.id, wording.c.id.label("article"), statement.c.label, statement.c.text, claim.c.first, claim.c.last,
            claim.c.size,
        )
        .join(statement, statement.c.key == claim.c.wording)
        .join(wording, wording.c.key == statement.c.article)
        .order_by(claim.c.id)
    )  # fmt: skip
    told = (
        select(story.c.id, story.c.title, story.c.first, story.c.last, article.c.id.label("article"))
        .join(story_article, story_article.c.story == story.c.key)
        .join(article, article.c.key == story_article.c.article)
        .order_by(story.c.id, article.c.id)
    )
    people = select(identity.c.id, identity.c.name, identity.c.kind).order_by(identity.c.id)
    text = str
    return {
        "statements": (
            {name: text for name in said.selected_columns.keys()}  # noqa: C420, SIM118
            | {"confidence": float, "speaker_named": bool, "against": bool, "current": bool},
            said,
        ),
        "copies": (
            {
                "left": text, "right": text, "words": int, "left_share": float, "right_share": float,
                "direction": text, "reason": text, "credit": text, "passages": text,
            },
            shared,
        ),
        "claims": (
            {"id": text, "article": text, "label": text, "text": text, "first": text, "last": text, "size": int},
            claims,
        ),
        "stories": ({"id": text, "title": text, "first": text, "last": text, "article": text}, told),
        "speakers": ({"id": text, "name": text, "kind": text}, people),
    }  # fmt: skip


def _write(path: Path, columns: Mapping[str, type], rows: Iterable[dict[str, Any]]) -> int:
    """Write a table a few hundred rows at a time; it appears when it is complete."""
    pyarrow, parquet = arrow()
    schema = pyarrow.schema([(name, getattr(pyarrow, _KINDS[kind])()) for name, kind in columns.items()])
    part = path.with_name(path.name + ".part")
    count = 0
    try:
        with parquet.ParquetWriter(part, schema, compression="zstd") as writer:
            for batch in in_batches(rows, _ROWS):
                values = [{name: row.get(name) for name in columns} for row in batch]
                writer.write_table(pyarrow.Table.from_pylist(values, schema=schema))
                count += len(batch)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _read(folder: Path) -> Iterator[Arriving | tuple[str, dict[str, Any]]]:
    for number, row in enumerate(_rows(folder / "articles.parquet"), 1):
        where = f"articles.parquet, row {number}"
        try:
            row["reading"] = json.loads(row["reading"])
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{where}: expected a reading as JSON ({error})") from error
        yield transfer.arriving(row, where)
    for sort, name in _FILES.items():
        path = folder / f"{name}.parquet"
        if path.is_file():
            for number, row in enumerate(_rows(path), 1):
                yield sort, transfer.check_row(sort, row, f"{path.name}, row {number}")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    pyarrow, parquet = arrow()
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=100):
                yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{path} cannot be read as Parquet: {error}") from error
