"""When an article was published, as far as its page says, and which of two was surely the earlier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sayso.schema import Entry

AHEAD = timedelta(days=1)
"""How far a date may lie after the moment the article was added; clocks and time zones differ by less."""
_EARLIEST = date(1600, 1, 1)
# From New Zealand's summer time to Hawaii's: of two days without a time, the second but one is surely the later.
_EAST, _WEST = timedelta(hours=13), timedelta(hours=10)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ ]?(Z|[+-]\d{2}:?\d{2})?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time that something surely happened in.

    :param first, last: its ends, in UTC.
    :param day_only: whether no time of day is given.
    """

    first: datetime
    last: datetime
    day_only: bool

    @property
    def middle(self) -> datetime:
        """The moment in the middle: the day that is meant, where only a day is."""
        return self.first + (self.last - self.first) / 2


def moment_of(entry: Entry) -> Moment | None:
    """Read an article's time of publication.

    A day without a time is that day anywhere on earth, and so is a time without a zone.

    :return: ``None`` if there is none, if it is no date, or if it lies after the day on which the article was added.
    """
    written = (entry.published or "").strip()
    day = _DAY.match(written)
    if day is None:
        return None
    try:
        start = datetime(int(day[1]), int(day[2]), int(day[3]), tzinfo=UTC)
        if start.date() < _EARLIEST:
            return None
        if time := _TIME.fullmatch(written):
            start = start.replace(hour=int(time[1]), minute=int(time[2]), second=int(time[3] or 0))
            end = start if time[3] else start + timedelta(seconds=59)
            shift = _offset(time[4]) if time[4] else None
            east, west = (_EAST, _WEST) if shift is None else (shift, -shift)
            found = Moment(start - east, end + west, False)
        elif len(written) == len(day[0]):
            found = Moment(start - _EAST, start + timedelta(days=1) + _WEST, True)
        else:
            return None
        added = datetime.fromisoformat(entry.added)
    except (ValueError, OverflowError):
        return None
    added = added if added.tzinfo else added.replace(tzinfo=UTC)
    return found if found.first <= added + AHEAD else None


def later_by(earlier: Moment, later: Moment) -> timedelta | None:
    """Say by how much at least the second is later; ``None`` if it need not be."""
    gap = later.first - earlier.last
    return gap if gap > timedelta(0) else None


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta(0)
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return (1 if zone[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes)
