"""Two runs of words laid side by side: which words of a fragment are which words of a statement.

rapidfuzz finds the longest common subsequence. That one leaves open which of several equal words is meant and may
scatter the match over the passage, so it is then drawn together around its heaviest run and cut where it frays.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.echoes.words import Words, is_number, key_of

GAP = 0.12
"""What a word of the statement between two matched ones costs, beside 1 for a content word; swept on the pairs."""
INFLECTED, MOVED = 0.92, 0.7
"""What a match is worth in another form, and in another place, beside 1 for the same word in its place."""
SWAPPED_NUMBER, SWAPPED = 0.5, 0.2
"""What another word in the very place of one is worth, between two matched ones: a number for a number, or any."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a fragment lies on a passage.

    :param pairs: (place in the fragment, place in the passage) of words in order; strictly increasing in both.
    :param moved: the same of words that stand elsewhere in the passage; sorted by place in the fragment.
    :param score: at most 1, which is: word for word.
    :param ordered: how many content words they share in order.
    :param evidence: the same with those moved.
    """

    pairs: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]
    score: float
    ordered: int
    evidence: int


NOTHING = Alignment((), (), 0.0, 0, 0)


def align(fragment: Words, passage: Words, weights: dict[str, float]) -> Alignment:
    """Lay a fragment on a passage not much longer than itself.

    Time grows with the product of both lengths, in 64 steps at once; callers bound them.

    :param weights: by code point; see ``Lexis``.
    """
    from rapidfuzz.distance import LCSseq

    here, there = fragment.codes, passage.codes
    pairs = [
        (block.a + step, block.b + step)
        for block in LCSseq.opcodes(here, there).as_matching_blocks()
        for step in range(block.size)
    ]
    if not pairs:
        return NOTHING
    pairs = _heaviest(drawn_together(pairs, here, there, weights), here, weights)
    moved = _moved(pairs, here, there, weights)
    total = sum(weights[code] for code in here)
    worth = 0.0
    for places, value in ((pairs, 1.0), (moved, MOVED)):
        for i, j in places:
            same = fragment.surfaces[i] == passage.surfaces[j] or key_of(fragment.surfaces[i]) == key_of(
                passage.surfaces[j]
            )
            worth += weights[here[i]] * value * (1.0 if same else INFLECTED)
    swapped = _swapped(pairs, moved)
    for i, j in swapped:
        numbers = is_number(fragment.surfaces[i]) and is_number(passage.surfaces[j])
        worth += weights[here[i]] * (SWAPPED_NUMBER if numbers else SWAPPED)
    skipped = pairs[-1][1] - pairs[0][1] + 1 - len(pairs) - len(swapped)
    skipped -= sum(pairs[0][1] < j < pairs[-1][1] for _, j in moved)
    ordered = sum(weights[here[i]] == 1.0 for i, _ in pairs)
    evidence = ordered + sum(weights[here[i]] == 1.0 for i, _ in moved)
    return Alignment(tuple(pairs), tuple(moved), (worth - GAP / 2 * skipped) / total, ordered, evidence)


def _swapped(pairs: list[tuple[int, int]], moved: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find the places where one word stands for one other between two matched ones."""
    taken = {i for i, _ in moved}, {j for _, j in moved}
    return [
        (i + 1, j + 1)
        for (i, j), after in pairwise(pairs)
        if after == (i + 2, j + 2) and i + 1 not in taken[0] and j + 1 not in taken[1]
    ]


def drawn_together(
    pairs: list[tuple[int, int]], here: str, there: str, weights: dict[str, float]
) -> list[tuple[int, int]]:
    """Move each match as near to the heaviest run as an equal word allows."""
    best, weight, run, begin = 0, 0.0, 0.0, 0
    for index, (i, j) in enumerate(pairs):
        if index and (i - 1, j - 1) != pairs[index - 1]:
            run, begin = 0.0, index
        run += weights[here[i]]
        if run > weight:
            best, weight = begin, run
    out = list(pairs)
    for index in range(best + 1, len(out)):
        i, j = out[index]
        out[index] = (i, there.find(here[i], out[index - 1][1] + 1, j + 1))
    for index in range(best - 1, -1, -1):
        i, j = out[index]
        out[index] = (i, there.rfind(here[i], j, out[index + 1][1]))
    return out


def _heaviest(pairs: list[tuple[int, int]], here: str, weights: dict[str, float]) -> list[tuple[int, int]]:
    """Keep the stretch of matches that is worth most after paying for the words skipped in it."""
    best, top, total, begin = (0, 1), 0.0, 0.0, 0
    for index, (i, j) in enumerate(pairs):
        if index:
            total -= GAP * (j - pairs[index - 1][1] - 1)
            if total <= 0:
                total, begin = 0.0, index
        total += weights[here[i]]
        if total > top:
            best, top = (begin, index + 1), total
    return pairs[slice(*best)]


def _moved(pairs: list[tuple[int, int]], here: str, there: str, weights: dict[str, float]) -> list[tuple[int, int]]:
    """Find words of the fragment without a match elsewhere in the passage: whole runs first, then content words."""
    matched = {i for i, _ in pairs}
    used = {j for _, j in pairs}
    out: list[tuple[int, int]] = []
    start = 0
    while start < len(here):
        if start in matched:
            start += 1
            continue
        stop = start
        while stop < len(here) and stop not in matched:
            stop += 1
        whole = there.find(here[start:stop]) if stop - start > 1 else -1
        if whole >= 0 and used.isdisjoint(range(whole, whole + stop - start)):
            found = [(start + step, whole + step) for step in range(stop - start)]
        else:
            found = []
            for i in range(start, stop):
                j = there.find(here[i]) if weights[here[i]] == 1.0 else -1
                while j in used:
                    j = there.find(here[i], j + 1)
                if j >= 0:
                    found.append((i, j))
                    used.add(j)
        if sum(weights[here[i]] for i, _ in found) >= 1.0:
            out += found
            used.update(j for _, j in found)
        else:
            used.difference_update({j for _, j in found})
        start = stop
    return out
