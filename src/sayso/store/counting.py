"""How much a corpus holds."""

from __future__ import annotations

from sqlalchemy import func, select

from sayso.store import matching
from sayso.store.store import Store
from sayso.store.tables import article


def waiting(store: Store) -> tuple[int, int]:
    """Count the current articles, and those of them that were not held against the rest yet."""
    with store.reading_connection() as connection:
        held = connection.scalar(select(func.count()).select_from(article).where(article.c.current))
        return held or 0, matching.unmatched(connection)
