"""How two places stand to each other: equal, one within the other, or apart."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.places import Place
from sayso.schema.matches import Agreement


def agree(left: Place, right: Place) -> Agreement:
    """Compare two places; the same whichever comes first.

    ``vaguer`` where one lies in the other, ``contrary`` where neither can, ``unclear`` where one of them is in no
    gazetteer: then it may lie in the other.
    """
    if left.name.casefold() == right.name.casefold():
        apart = left.within and right.within and left.sort == right.sort and left.within[0] != right.within[0]
        return (
            "contrary"
            if apart and left.within[0] not in right.within and right.within[0] not in left.within
            else "equal"
        )
    if left.name in right.within or right.name in left.within:
        return "vaguer"
    if left.words.casefold() in right.words.casefold() or right.words.casefold() in left.words.casefold():
        return "vaguer"
    if "continent" in (left.sort, right.sort):
        return "unclear"  # the Middle East and Latin America are in no list
    if "state" in (left.sort, right.sort) and set(left.within) & set(right.within) and left.sort != right.sort:
        return "unclear"  # London and England: of cities outside the United States only the country is known
    if "other" in (left.sort, right.sort):
        both = left.sort == right.sort
        return "contrary" if both and left.locative and right.locative else "unclear"
    return "contrary"


def agree_all(left: Sequence[Place], right: Sequence[Place]) -> Agreement:
    """Compare all places of two statements: the best that any two of them make; locative ones where both have them."""
    if not left and not right:
        return "equal"
    left = [place for place in left if place.locative] or left
    right = [place for place in right if place.locative] or right
    if not left or not right:
        return "unclear"
    ranks: dict[Agreement, int] = {"equal": 0, "vaguer": 1, "compatible": 2, "unclear": 3, "contrary": 4}
    names: list[Agreement] = list(ranks)
    best = names[min(ranks[agree(a, b)] for a in left[:20] for b in right[:20])]
    if best == "contrary" and not (any(p.locative for p in left) and any(p.locative for p in right)):
        return "unclear"
    return best
