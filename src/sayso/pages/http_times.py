"""Times in HTTP headers, as seconds from now. Source: RFC 9110, section 10.2.3, and RFC 9111, section 5.2."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?([0-9]{1,9})", re.IGNORECASE)
_HEADER_MAX = 1_000


def wait_s(headers: Mapping[str, str], *, most_s: int) -> int | None:
    """Read Retry-After: seconds, or a date."""
    return _seconds(headers.get("retry-after"), most_s)


def fresh_s(headers: Mapping[str, str], *, most_s: int) -> int | None:
    """Read for how long an answer stays as it is: Cache-Control's max-age, else Expires."""
    control = headers.get("cache-control", "")[:_HEADER_MAX]
    if re.search(r"\b(?:no-cache|no-store)\b", control, re.IGNORECASE):
        return 0
    found = _MAX_AGE.search(control)
    if found is not None:
        return min(int(found[1]), most_s)
    return _seconds(headers.get("expires"), most_s, dates_only=True)


def _seconds(value: str | None, most_s: int, *, dates_only: bool = False) -> int | None:
    value = (value or "").strip()[:100]
    if re.fullmatch(r"[0-9]{1,9}", value):
        return None if dates_only else min(int(value), most_s)
    try:
        moment = parsedate_to_datetime(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        return max(0, min(int((moment - datetime.now(UTC)).total_seconds()), most_s))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
