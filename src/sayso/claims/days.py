"""Publication times as days."""

from __future__ import annotations

from datetime import date

YEARS = 1600, 2199
"""The first and the last year that news can be of; other dates are mistakes."""


def date_of(published: str | None) -> date | None:
    """Give the day on which a page says that it was published, in its own time zone: what *today* means in it.

    :param published: ISO 8601, with or without a time.
    :return: ``None`` where there is none that can be read, or none that news has.
    """
    try:
        found = date.fromisoformat((published or "").strip()[:10])
    except ValueError:
        return None
    return found if YEARS[0] <= found.year <= YEARS[1] else None


def day_of(published: str | None) -> int | None:
    """Give the same day as a number, counted from the year 1."""
    found = date_of(published)
    return None if found is None else found.toordinal()
