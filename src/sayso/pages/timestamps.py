"""Times as machines write them in pages, to ISO 8601 with only what the page gives."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sayso.pages.datelines import Order, date_line

_ISO = re.compile(
    r"\s*(?P<day>\d{4}-?\d\d-?\d\d)"
    r"(?:(?:[T ]|\s+at\s+)\s*(?P<time>\d\d?:?\d\d(?::?\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
    r"\s*\Z",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*\Z")
YEAR_MIN = 1990


def timestamp(value: str, order: Order | None = None) -> str | None:
    """Read one time value: ISO 8601 in the shapes pages use, RFC 2822, seconds since 1970, or words.

    :param order: as in ``date_line``.
    :return: ISO 8601 with time of day and offset only where given; ``None`` for what is no time of the web's age.
    """
    value = value.strip()[:120]
    found = _ISO.match(value)
    if found is not None:
        return _iso(found)
    epoch = _EPOCH.match(value)
    if epoch is not None:
        return _checked(datetime.fromtimestamp(int(epoch[1]), UTC), "Z")
    if value[:4].rstrip(",").isalpha() and ":" in value:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            pass
        else:
            return _checked(moment, None)
    line = date_line(value, order)
    return line.published if line is not None and line.published and _in_range(int(line.published[:4])) else None


def precision(value: str) -> int:
    """Say how much a time tells: 1 the day, 2 also the time of day, 3 also the offset."""
    if "T" not in value:
        return 1
    return 3 if value.endswith("Z") or re.search(r"[+-]\d\d:\d\d\Z", value) else 2


def _iso(found: re.Match[str]) -> str | None:
    day = found["day"].replace("-", "")
    digits = (found["time"] or "").replace(":", "")
    try:
        if not digits:
            return _checked(datetime.strptime(day, "%Y%m%d"), None, day_only=True)
        digits = digits.zfill(4) if len(digits) <= 4 else digits.zfill(6)
        moment = datetime.strptime(day + digits.ljust(6, "0"), "%Y%m%d%H%M%S")
    except ValueError:
        return None
    zone = (found["zone"] or "").upper().replace(":", "")
    if zone in ("Z", "UTC", "GMT", "+0000", "-0000", "+00", "-00"):
        return _checked(moment, "Z")
    if zone:
        zone = zone.ljust(5, "0")
        return _checked(moment, f"{zone[:3]}:{zone[3:]}") if int(zone[1:3]) <= 14 else _checked(moment, "")
    return _checked(moment, "")


def _checked(moment: datetime, offset: str | None, *, day_only: bool = False) -> str | None:
    if not _in_range(moment.year):
        return None
    if day_only:
        return moment.date().isoformat()
    if offset is None:
        text = moment.isoformat(timespec="seconds")
        return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + offset


def _in_range(year: int) -> bool:
    return YEAR_MIN <= year <= datetime.now(UTC).year + 1
