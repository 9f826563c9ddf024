"""How two times stand to each other: equal, one vaguer, compatible, contrary.

Days that were counted from the day of publication may be a day off: a report of Tuesday's news in another time zone
says Monday. Such a difference is ``unclear``, not contrary.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sayso.claims.dates import When
from sayso.schema.matches import Agreement

NEAR_DAYS = 1
NEAR_MINUTES = 15


def agree(left: When, right: When) -> Agreement:
    """Compare two times; the same whichever comes first.

    ``unclear`` where one of them could not be resolved and they are not written alike, ``apart`` where an hour meets a
    day.
    """
    if (left.clock is None) != (right.clock is None):
        return "apart"
    if left.clock is not None and right.clock is not None:
        gap = abs(left.clock - right.clock)
        gap = min(gap, 1440 - gap)
        return "equal" if not gap else "vaguer" if gap <= NEAR_MINUTES else "unclear"
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return _unresolved(left, right)
    a, b = (left.start, left.end), (right.start, right.end)
    alike = left.bound == right.bound or {left.bound, right.bound} <= {"in", "for"}
    if a == b:
        return "equal" if alike else "compatible"
    if (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]):
        return "vaguer"
    if a[0] <= b[1] and b[0] <= a[1]:
        return "compatible"
    if not alike or left.bound in ("since", "until", "after", "before", "for"):
        return "compatible"
    apart = max(a[0], b[0]) - min(a[1], b[1])
    if (left.relative or right.relative) and apart <= timedelta(days=NEAR_DAYS):
        return "unclear"
    return "contrary"


def agree_all(left: Sequence[When], right: Sequence[When]) -> Agreement:
    """Compare all times of two statements: the best that any two of them make, hours aside where days are named.

    "On Monday, two years after 2015" against "on Monday": one shared time is enough not to be contrary.
    """
    if not left and not right:
        return "equal"
    if not left or not right:
        return "unclear"
    ranks: dict[Agreement, int] = {"equal": 0, "vaguer": 1, "compatible": 2, "unclear": 3, "contrary": 4, "apart": 5}
    names: list[Agreement] = list(ranks)
    best = min(ranks[agree(a, b)] for a in left[:20] for b in right[:20])
    return names[best] if names[best] != "apart" else "unclear"


def _unresolved(left: When, right: When) -> Agreement:
    if left.key and left.key == right.key:
        return "equal"
    days = left.granularity == right.granularity == "day"
    numbers = left.key[:1].isdecimal() and right.key[:1].isdecimal()
    return "contrary" if days and numbers and left.key[-5:] != right.key[-5:] else "unclear"
