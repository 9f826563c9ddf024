"""Dates as an editor writes them."""

from __future__ import annotations

from datetime import datetime

# Not from the locale: the same reading reads the same everywhere.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(published: str) -> str:
    """Turn ISO 8601 into ``4 March 2031, 07:15 (+01:00)``, with no more than the page gave; else give it back."""
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return published
    words = f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    if "T" in published or " " in published.strip():
        words += f", {when:%H:%M}"
        zone = when.strftime("%z")
        if zone:
            words += " UTC" if when.utcoffset() is not None and not when.utcoffset() else f" ({zone[:3]}:{zone[3:5]})"
    return words
