"""Holding new articles against the rest, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, func, select, update

from sayso.store import indexes
from sayso.store.tables import article, metadata, teller

Progress = Callable[[int, int], None]
"""Told after each batch: how many articles are done, and how many there are to do."""
BATCH = 50
FIRST_BATCH = 10
_SHORT_S, _LONG_S = 2.0, 6.0
"""How long others are to be kept from writing: commits are spread over more articles below, over fewer above."""
_KEPT = frozenset("page body article teller statement hop judgement rejection feed feed_item family".split())
"""Tables that are not derived; ``teller.identity`` is."""


def unmatched(connection: Connection) -> int:
    """Count the articles that have not been held against the rest."""
    query = select(func.count()).select_from(article).where(article.c.current, article.c.matched.is_(False))
    return connection.scalar(query) or 0


def next_size(size: int, took_s: float, most: int) -> int:
    """Give the size of the next batch, after how long one took; what is found does not depend on it."""
    if took_s < _SHORT_S:
        return min(2 * size, most)
    return max(size // 2, 1) if took_s > _LONG_S else size


def match_batch(connection: Connection, size: int = BATCH) -> int:
    """Hold the next articles against those before, in one transaction.

    :return: how many; 0 when there is nothing left to do.
    """
    keys: Sequence[int] = connection.scalars(
        select(article.c.key).where(article.c.current, article.c.matched.is_(False)).order_by(article.c.key).limit(size)
    ).all()
    if keys:
        for matcher in indexes.matchers():
            matcher.match(connection, keys)
        connection.execute(update(article).where(article.c.key.in_(keys)).values(matched=True))
    return len(keys)


def forget(connection: Connection) -> None:
    """Drop everything that was found between articles, so that all are matched again; make full-text search anew."""
    connection.execute(update(teller).where(teller.c.identity.is_not(None)).values(identity=None))
    for table in reversed(metadata.sorted_tables):
        if table.name not in _KEPT:
            connection.execute(delete(table))
    connection.execute(update(article).where(article.c.matched).values(matched=False))
    indexes.rebuild(connection)
