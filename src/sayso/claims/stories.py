"""Articles about one event: how near two articles are, and which of them make a story.

An article is held by what its title and first words say (a vector), by the names there, and by its day. Two are kin if
these are near, and more so where both say the same. Stories are grown from the nearest pairs on, and two groups
join only while their articles are near to each other on average: a row of articles of which each is near to the next
makes no story of the first and the last.
"""

from __future__ import annotations

import hashlib
import heapq
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.encoder import Vectors, unit
from sayso.schema import Story

DAYS_MAX = 5
"""Articles further apart in time are no kin."""
KIN_MIN = 0.5
"""Less near pairs are not kept."""
JOIN_MIN = 0.6
"""Groups whose articles are less near on average stay apart; set after reading 100 pairs around it."""
_STRANGERS = 0.3
"""What a pair that was not kept counts for in an average."""
_DAY = 0.02
_NAMES = 0.15
_NAMES_USUAL = 0.3
_CLAIM = 0.06
_CLAIMS_MAX = 3
_UNDATED_DAYS = 3
_LEAD_WORDS = 60
_NAME_LETTERS = 3000

_NAME = re.compile(r"(?<![.!?:”\"\n] )(?<=[^\n])\b[A-Z][\w’'-]+")
_NO_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr sen rep gov president prime minister secretary senator governor
    mayor judge justice general officer director chairman chief king queen prince pope house senate congress parliament
    court police government state states united city county national federal north south east west new news the a an in
    on at of and for but he she it they we i his her their you this that as if when while after before since not no
    reuters ap afp getty images photo file
    """.split()
)


@dataclass(frozen=True, slots=True)
class Gist:
    """What an article is about.

    :param article: its id.
    :param vector: int8, of title and lead.
    :param names: words of the names in its beginning, folded.
    :param day: when it was published, as the ordinal of a date; ``None`` where that is not known.
    """

    article: str
    vector: Vectors
    names: frozenset[str]
    day: int | None


def words_of_gist(title: str | None, text: str) -> str:
    """Give the words that tell what an article is about: its title, and the first words of its text."""
    head = " ".join((title or "").split())
    lead = " ".join(text[:_NAME_LETTERS].split()[: _LEAD_WORDS + 30])
    if head and lead.casefold().startswith(head.casefold()):
        lead = lead[len(head) :]
    return f"{head[:300]}. {' '.join(lead.split()[:_LEAD_WORDS])}".strip(". ")


def names_of(text: str) -> frozenset[str]:
    """Give the words of names in the beginning of a text: capitals that no sentence begins with."""
    found = (match.group().casefold().replace("’", "'") for match in _NAME.finditer(text[:_NAME_LETTERS]))
    return frozenset(name for word in found if len(name := word.removesuffix("'s")[:40]) > 1) - _NO_NAMES


def kinship(left: Gist, right: Gist, claims: int = 0) -> float:
    """Say how surely two articles are about one event; the same whichever comes first.

    :param claims: how much both say: statements of one that say the same as one of the other.
    :return: in [0, 1]; 0 for what is too far apart in time.
    """
    days = _UNDATED_DAYS if left.day is None or right.day is None else abs(left.day - right.day)
    if days > DAYS_MAX:
        return 0.0
    cosine = float((unit(left.vector[None]) @ unit(right.vector[None]).T)[0, 0])
    shared = len(left.names & right.names)
    overlap = shared / max(1.0, math.sqrt(len(left.names) * len(right.names)))
    score = cosine + _NAMES * (min(overlap, 0.6) - _NAMES_USUAL) - _DAY * days
    score += _CLAIM * min(claims, _CLAIMS_MAX)
    return round(min(max(score, 0.0), 1.0), 4)


def group(articles: Iterable[str], kin: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Part articles into groups that are about one event each.

    The pair of groups with the highest average joins first; of equal ones that with the smallest ids. So the result
    does not depend on the order of anything.

    :param kin: pairs of articles, ``left < right``, and how near they are.
    :return: groups of two and more, each sorted, in order.
    """
    members = {id: [id] for id in articles}
    sums: dict[str, dict[str, tuple[float, int]]] = {id: {} for id in members}
    for (left, right), score in kin.items():
        sums[left][right] = sums[right][left] = (score, 1)
    heap = [(-score, left, right, 1, 1) for (left, right), score in kin.items()]
    heapq.heapify(heap)
    while heap:
        score, left, right, left_size, right_size = heapq.heappop(heap)
        if -score < JOIN_MIN:
            break
        if len(members.get(left, ())) != left_size or len(members.get(right, ())) != right_size:
            continue  # one of the two has grown or gone since
        into, gone = (left, right) if left < right else (right, left)
        members[into] += members.pop(gone)
        for other, (total, pairs) in sums.pop(gone).items():
            del sums[other][gone]
            if other == into:
                continue
            before = sums[into].get(other, (0.0, 0))
            sums[into][other] = sums[other][into] = (before[0] + total, before[1] + pairs)
        size = len(members[into])
        for other, (total, pairs) in sums[into].items():
            every = size * len(members[other])
            average = round((total + _STRANGERS * (every - pairs)) / every, 9)
            first, second = sorted((into, other))
            heapq.heappush(heap, (-average, first, second, len(members[first]), len(members[second])))
    return sorted(tuple(sorted(ids)) for ids in members.values() if len(ids) > 1)


def story_of(
    ids: Sequence[str],
    titles: Mapping[str, str | None],
    dates: Mapping[str, str | None],
    kin: Mapping[tuple[str, str], float],
) -> Story:
    """Make the story of a group.

    :param dates: ISO dates; ``None`` for what is none.
    """
    order = sorted(ids, key=lambda id: (not dates.get(id), dates.get(id) or "", id))
    known = [date for id in order if (date := dates.get(id))]
    nearness = {
        id: sum(kin.get((min(id, other), max(id, other)), _STRANGERS) for other in ids if other != id) for id in ids
    }
    middle = min(order, key=lambda id: (-round(nearness[id], 6), not titles.get(id), id))
    return Story(
        id="E" + hashlib.sha256(f"story of {order[0]}".encode()).hexdigest()[:10],
        title=titles.get(middle),
        articles=tuple(order),
        first=known[0] if known else None,
        last=known[-1] if known else None,
    )
