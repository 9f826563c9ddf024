"""Publication times as days."""

from __future__ import annotations

from datetime import UTC, date, datetime


def day_of(published: str | None) -> int | None:
    """Give the day of a publication time, counted from the year 1; ``None`` where there is none that can be read.

    :param published: ISO 8601, with or without a time; one with an offset is taken in UTC.
    """
    if not published:
        return None
    try:
        if len(published) <= 10:
            return date.fromisoformat(published).toordinal()
        moment = datetime.fromisoformat(published)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date().toordinal()
    except (ValueError, OverflowError):
        return None
