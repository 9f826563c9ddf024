"""How two figures stand to each other: equal, one vaguer, compatible, contrary.

The tolerance, in one place. A plain figure that is round ("5,000", "1.2 million", "7 percent" beside "7.4") may be a
finer one rounded: where rounding the finer one to the place of the rounder gives the rounder, and they differ by no
more than ``ROUNDED_MAX``, the rounder is vaguer. Counts under ``EXACT_BELOW`` are taken at their word: 20 dead and 22
dead are contrary. Hedged figures carry their own range (``figures.HEDGED_MIN``). "More than 4,000" is a fair way to
say 5,000, and hardly one to say 400,000: beyond ``BOUND_REACH`` times the bound the two are compatible, no more.
"""

from __future__ import annotations

import math

from sayso.claims.figures import Figure
from sayso.schema.matches import Agreement

ROUNDED_MAX = 0.05
EXACT_BELOW = 1000.0
BOUND_REACH = 2.0
_PERSONS = frozenset(
    """
    people persons person individuals humans men women children civilians soldiers troops officers residents victims
    migrants refugees protesters demonstrators fighters militants students workers passengers members employees voters
    citizens families patients police policemen inmates prisoners boys girls adults users lives dead killed
    """.split()
)
_METRES = {
    "miles": 1609.344, "kilometres": 1000.0, "metres": 1.0, "feet": 0.3048, "yards": 0.9144, "inches": 0.0254,
}  # fmt: skip
_SECONDS = {
    "seconds": 1.0, "minutes": 60.0, "hours": 3600.0, "days": 86400.0, "weeks": 604800.0, "months": 2629800.0,
    "years": 31557600.0, "decades": 315576000.0, "centuries": 3155760000.0,
}  # fmt: skip
_KILOS = {"kilograms": 1.0, "pounds": 0.4536, "tonnes": 1000.0, "ounces": 0.02835}
_SCALES = (_METRES, _SECONDS, _KILOS)


def agree(left: Figure, right: Figure) -> Agreement:
    """Compare two figures; the same whichever comes first.

    ``apart`` if they count different things, ``unclear`` if it is not said what one of them counts.
    """
    if left.sort != right.sort and not _both_bare(left, right):
        return "apart"
    factors = _common_scale(left, right)
    if factors is None:
        return "apart"
    if left.fate and right.fate and left.fate != right.fate:
        return "apart"
    if left.sort == "share" and left.whole and right.whole and _stem(left.whole) != _stem(right.whole):
        return "apart"
    result = _ranges(left, right, *factors)
    if result == "equal" and left.unit in _PERSONS and right.unit in _PERSONS and _stem(left.unit) != _stem(right.unit):
        return "vaguer"
    if (
        left.sort == right.sort
        and left.sort in ("count", "rank")
        and _stem(left.unit) != _stem(right.unit)
        and not left.fate == right.fate != ""
    ):
        # Soldiers are people, and all people may be more than the soldiers among them.
        return "unclear" if result == "contrary" or not (left.unit and right.unit) else result
    return result


def agree_all(left: list[Figure], right: list[Figure]) -> Agreement:
    """Compare all figures of two statements: contrary if what both count differs, else the weakest of those that meet.

    Each figure is held against the one of the other statement that is most like it, and none serves twice.
    """
    if not left and not right:
        return "equal"
    if not left or not right:
        return "unclear"
    ranks: dict[Agreement, int] = {"equal": 0, "vaguer": 1, "compatible": 2, "contrary": 3, "unclear": 4, "apart": 5}
    scored = sorted((ranks[agree(a, b)], i, j) for i, a in enumerate(left[:20]) for j, b in enumerate(right[:20]))
    met: list[int] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for rank, i, j in scored:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            met.append(rank)
    names: list[Agreement] = list(ranks)
    told = [rank for rank in met if rank <= 3]
    return names[max(told)] if told else names[min(met)]


def _both_bare(left: Figure, right: Figure) -> bool:
    """Say whether one of two counts lacks a unit, so that it may be of the other's sort."""
    return "count" in (left.sort, right.sort) and not (left.unit and right.unit)


def _common_scale(left: Figure, right: Figure) -> tuple[float, float] | None:
    """Give the factors that bring two figures to one unit; ``None`` where they count different things."""
    if not left.unit or not right.unit or _like(left.unit, right.unit):
        return 1.0, 1.0
    for scale in _SCALES:
        if left.unit in scale and right.unit in scale:
            return scale[left.unit], scale[right.unit]
    return None


def _like(left: str, right: str) -> bool:
    return _stem(left) == _stem(right) or (left in _PERSONS and right in _PERSONS)


def _stem(unit: str) -> str:
    if unit in ("people", "persons", "person", "individuals", "humans"):
        return "person"
    if unit in ("men", "women", "children"):
        return {"men": "man", "women": "woman", "children": "child"}[unit]
    return unit[:-1] if unit.endswith("s") and len(unit) > 3 else unit


def _ranges(left: Figure, right: Figure, left_factor: float, right_factor: float) -> Agreement:
    converted = left_factor != right_factor
    a = (left.low * left_factor, left.high * left_factor)
    b = (right.low * right_factor, right.high * right_factor)
    if a == b:
        return "equal"
    if "score" in (left.sort, right.sort):
        return "contrary"
    if a[0] == a[1] and b[0] == b[1]:
        return "vaguer" if _rounded(left, right, a[0], b[0], converted) else "contrary"
    for (low, high), (other_low, other_high) in ((a, b), (b, a)):
        if low <= other_low and other_high <= high:
            return "compatible" if _far(low, high, other_low, other_high) else "vaguer"
    if a[0] <= b[1] and b[0] <= a[1]:
        return "compatible"
    gap = max(a[0] - b[1], b[0] - a[1])
    return "compatible" if gap <= ROUNDED_MAX * max(a[0], b[0]) else "contrary"


def _far(low: float, high: float, other_low: float, other_high: float) -> bool:
    """Say whether a figure keeps to a bound that nobody would have chosen for it."""
    if math.isinf(high):
        return other_low > BOUND_REACH * low if math.isfinite(other_high) else False
    return low == 0.0 and other_high < high / BOUND_REACH


def _rounded(left: Figure, right: Figure, a: float, b: float, converted: bool) -> bool:
    """Say whether the rounder of two plain figures may be the other one rounded."""
    size = max(abs(a), abs(b))
    if converted or left.round_to != int(left.round_to) or right.round_to != int(right.round_to):
        near = abs(a - b) <= ROUNDED_MAX * size
        if converted:
            return near
    if "count" in (left.sort, right.sort) and size < EXACT_BELOW:
        return False
    step = max(left.round_to, right.round_to)
    return (
        left.round_to != right.round_to
        and abs(a - b) <= step / 2
        and (abs(a - b) <= ROUNDED_MAX * size or "share" in (left.sort, right.sort))
    )
