"""Where and when a report was filed, as its first words say: "TARN QUAY, 12 May 2024 (Sea Wire) — …"."""

from __future__ import annotations

import re

from sayso.pages.day_order import DayReader

_PLACE = r"[^\W\d_][\w’'\-]*\.?"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:,? {_PLACE}){{0,4}}?)(?:, | \()"
    r"(?P<day>\d\d?(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d|[A-Z][a-z]{2,8}\.? \d\d?,? (?:19|20)\d\d)\)?"
    r"(?: \([^()]{2,40}\))?\s?(?:[—–]|-{1,2} )"
)
_NO_PLACE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|in|by|from|since|until|till|after|before|updated|published|"
    r"dated|the|a)\b",
    re.IGNORECASE,
)


def dateline_day(text: str, reader: DayReader | None = None) -> str | None:
    """Read the day of a dateline that begins a report: "TARN QUAY, 12 May 2024 (Sea Wire) — …"."""
    found = _DATELINE.match(text[:160])
    if found is None or _NO_PLACE.search(found["place"]) or not _all_capital(found["place"]):
        return None
    return (reader or DayReader()).read(found["day"])


def _all_capital(place: str) -> bool:
    return all(word[0].isupper() for word in place.split())
