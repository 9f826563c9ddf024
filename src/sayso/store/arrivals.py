"""Pages on their way in: what is known of one before it is read, what was read written down, and what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from sayso.errors import StoreBusy, StoreDamaged, StoreFull, StoreUnreachable
from sayso.schema import Added, Article, Rejected
from sayso.store import adding, versions
from sayso.store.addresses import normalised, page_name
from sayso.store.packed import digest, digest_of_text
from sayso.store.rows import in_batches
from sayso.store.storable import storable
from sayso.store.store import Store
from sayso.store.tables import article, body, page, rejection

_NAME_MAX_BYTES = 2_000
"""PostgreSQL indexes 2,700."""
_START_CHARS = 400


def held_by_bytes(connection: Connection, found: bytes, address: str | None, fetched: str | None = None) -> str | None:
    """Give the id of the article that was read from these very bytes, if it stands on the same page.

    :param address: where the bytes came from; ``None`` for a file, whose bytes alone say which page it is.
    :param fetched: when, as for ``add``: a page may go back to the bytes that it had before.
    """
    query = (
        select(page.c.name, page.c.url, article.c.text_hash)
        .join(article, page.c.key == article.c.page)
        .join(body, body.c.key == article.c.body)
        .where(body.c.hash == digest(found))
        .order_by(article.c.key)
    )
    name = None if address is None else normalised(address)
    for row in connection.execute(query).all():
        if address is None or (name is not None and name in (row.name, normalised(row.url or ""))):
            return _held(connection, row.name, row.text_hash, fetched)
    return None


def held_by_text(connection: Connection, found: Article, address: str | None, fetched: str | None = None) -> str | None:
    """Give the id of the article that this very text on this page is: what ``add`` would call unchanged."""
    text_hash = digest_of_text(found.text)
    return _held(connection, storable(page_name(found.url, address, text_hash)), text_hash, fetched)


def _held(connection: Connection, name: str, text_hash: str, fetched: str | None) -> str | None:
    key = versions.held(connection, name, text_hash, fetched)
    return None if key is None else connection.scalar(select(article.c.id).where(article.c.key == key))


def write(store: Store, articles: Sequence[adding.Prepared]) -> list[Added | Exception]:
    """Add articles in one transaction; if it fails, each in its own, so that one bad article stops nobody.

    :return: in the same order, what adding each did, or what is wrong with it.
    :raises StoreError: if the store itself cannot go on.
    """
    try:
        with store.writing() as connection:
            return [adding.add(connection, prepared) for prepared in articles]
    except (StoreBusy, StoreDamaged, StoreFull, StoreUnreachable):
        raise
    except Exception as error:  # of one of them, whatever it is: the others have to get in
        if len(articles) == 1:
            return [error]
        return [one for prepared in articles for one in write(store, [prepared])]


def refuse(connection: Connection, refused: Iterable[tuple[str, Rejected]]) -> None:
    """Keep why pages were refused: for each page the last time.

    :param refused: names of pages, with the reasons.
    """
    last = {_name(name): rejected for name, rejected in refused}
    for batch in in_batches(last):
        connection.execute(delete(rejection).where(rejection.c.page.in_(batch)))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = [
        {"page": name, "reason": rejected.reason, "detail": storable(rejected.detail), "at": now}
        for name, rejected in last.items()
    ]
    if rows:
        connection.execute(insert(rejection), rows)


def accept(connection: Connection, names: Iterable[str]) -> None:
    """Forget that pages were refused before."""
    for batch in in_batches(map(_name, names)):
        connection.execute(delete(rejection).where(rejection.c.page.in_(batch)))


def _name(page: str) -> str:
    """Give a page's name as it can be indexed: the start of a long one, and what tells it from others."""
    name = storable(page)
    return name if len(name.encode()) <= _NAME_MAX_BYTES else f"{name[:_START_CHARS]}…{digest_of_text(name)[:16]}"
