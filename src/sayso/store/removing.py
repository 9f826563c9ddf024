"""Taking an article out of the corpus."""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, func, select, update

from sayso.store import indexes
from sayso.store.tables import article, body, page


def remove(connection: Connection, key: int) -> None:
    """Drop an article with all that hangs on it.

    If the page has an earlier version, that is current again, and has to be matched again. Judgements are kept: they
    say who decided what about an article that is gone.

    :param connection: inside a transaction that writes.
    :param key: ``article.key``.
    """
    gone = connection.execute(
        select(article.c.page, article.c.body, article.c.current, article.c.text_hash).where(article.c.key == key)
    ).one()
    indexes.drop(connection, (key,))
    connection.execute(delete(article).where(article.c.key == key))
    _point_to_next(connection, gone.text_hash)
    if gone.current:
        last = select(func.max(article.c.version)).where(article.c.page == gone.page).scalar_subquery()
        back = connection.scalar(select(article.c.key).where(article.c.page == gone.page, article.c.version == last))
        if back is not None:
            connection.execute(update(article).where(article.c.key == back).values(current=True, matched=False))
            indexes.restore(connection, back)
    connection.execute(delete(page).where(page.c.key == gone.page, ~exists().where(article.c.page == gone.page)))
    if gone.body is not None:
        connection.execute(delete(body).where(body.c.key == gone.body, ~exists().where(article.c.body == gone.body)))


def _point_to_next(connection: Connection, text_hash: str) -> None:
    """Let the earliest article that is left with a text be the one that those of other pages repeat."""
    query = select(article.c.key, article.c.page).where(article.c.text_hash == text_hash).order_by(article.c.key)
    first = connection.execute(query.limit(1)).first()
    if first is not None:
        others = update(article).where(article.c.text_hash == text_hash)
        connection.execute(others.where(article.c.page == first.page).values(same_text_as=None))
        connection.execute(others.where(article.c.page != first.page).values(same_text_as=first.key))
