"""Whom a bare number means: "one said", "the other added", "both deny it"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.speakers.findings import Finding
from sayso.speakers.nouns import SORTS
from sayso.speakers.phrases import singular

if TYPE_CHECKING:
    from sayso.speakers.roster import Roster

SENTENCES_BACK = 3
"""How far back the noun is looked for that "one" counts."""
NOUNS_BACK = 12
MENTIONS_BACK = 24
_ONE = frozenset("one another other second third fourth".split())
_MODALS = frozenset("would could can may might should must".split())
"""After these "one" is anybody."""
_BOTH = frozenset("both neither".split())
_PAIR = frozenset("two pair duo couple partners".split())
_BEFORE = frozenset("the a an yet still only".split())


def one_counted(roster: Roster, first: int, stop: int) -> Finding | None:
    """Take "one" or "the other" for one more of those named last in the plural; ``None`` for other words."""
    lower = roster.wording.lower
    while first < stop - 1 and lower[first] in _BEFORE:
        first += 1
    if stop - first != 1 or lower[first] not in _ONE:
        return None
    modal = lower[stop : stop + 1] and lower[stop] in _MODALS
    if lower[first] == "one" and (modal or lower[first - 1] == "the"):
        return None
    begin = roster.wording.first[max(0, roster.wording.sentence(first) - SENTENCES_BACK)]
    place = bisect_left(roster.heads, first)
    for head in reversed(roster.heads[max(0, place - NOUNS_BACK) : place]):
        if head < begin:
            break
        one = singular(lower[head])
        if one is None or SORTS.get(one) != "person" or roster.name_over(head) is not None:
            continue
        index = roster.add(f"{lower[first]} {one}", "person", named=False, anew=True)
        roster.call(index, one, [])
        span = roster.wording.span(head, head + 1)
        return Finding(index, "one of them", f"One of the {lower[head]}, not named.", mentions=(span,))
    return None


def both_of(roster: Roster, first: int, stop: int) -> Finding | None:
    """Take "both" or "the pair" for the two speakers that the text joined last; ``None`` where it joined none."""
    wording = roster.wording
    words = wording.lower[first:stop]
    alone = len(words) == 1 and words[0] in _BOTH
    pair = len(words) == 2 and words[0] == "the" and words[1] in _PAIR
    if not alone and not pair:
        return None
    place = bisect_left(roster.trail, (first, -1))
    for _, index in reversed(roster.trail[max(0, place - MENTIONS_BACK) : place]):
        entity = roster.entities[index]
        if len(entity.parts) == 2:
            return Finding(
                index, "both", f"The text speaks of {entity.name} together.", mentions=tuple(entity.mentions[:1])
            )
    return None
