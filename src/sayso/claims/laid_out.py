"""Two wordings laid side by side: which words of one are which words of the other.

rapidfuzz finds the longest common subsequence, the matches are drawn together around its heaviest run as for echoes, and
stray matches are taken away. Other than a fragment, a wording may be joined from pieces that stand far apart, so the
distance between two pieces costs nothing: each has to be worth something by itself. Pieces that stand in another order
are found last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.claims.wording import Wording
from sayso.echoes.align import drawn_together

BLOCK_WEIGHT_MIN = 1.6
"""What a run of matches must weigh to stand by itself: a content word and two others."""
NEAR = 3
"""How many words may lie between a run and the next, on each side, for the one to hold the other."""
MOVED_MIN = 3
"""How many words a piece must have to be sought in another order."""


@dataclass(frozen=True, slots=True)
class Laid:
    """How one wording lies on another.

    :param pairs: (place in the one, place in the other) of words in order; increasing in both.
    :param moved: the same of pieces that stand in another order; sorted by place in the one.
    """

    pairs: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...] = ()


def lay(one: Wording, other: Wording) -> Laid:
    """Lay one wording on another; both are bounded in length."""
    from rapidfuzz.distance import LCSseq

    letters: dict[str, str] = {}
    for code in (*one.codes, *other.codes):
        letters.setdefault(code, chr(len(letters) + 1))
    here = "".join(map(letters.__getitem__, one.codes))
    there = "".join(map(letters.__getitem__, other.codes))
    pairs = [
        (block.a + step, block.b + step)
        for block in LCSseq.opcodes(here, there).as_matching_blocks()
        for step in range(block.size)
    ]
    if not pairs:
        return Laid(())
    weights = dict(zip(here, one.weights, strict=True))
    pairs = _without_strays(drawn_together(pairs, here, there, weights), one)
    return Laid(tuple(pairs), tuple(_moved(pairs, one, here, there)))


def runs_of(pairs: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> list[list[tuple[int, int]]]:
    """Cut matches into runs in which nothing lies between one and the next, on either side."""
    out: list[list[tuple[int, int]]] = []
    for pair in pairs:
        if out and out[-1][-1] == (pair[0] - 1, pair[1] - 1):
            out[-1].append(pair)
        else:
            out.append([pair])
    return out


def _without_strays(pairs: list[tuple[int, int]], one: Wording) -> list[tuple[int, int]]:
    """Take away runs that are worth little and stand by themselves."""
    runs = runs_of(pairs)
    weights = [sum(one.weights[i] for i, _ in run) for run in runs]
    kept = [weight >= BLOCK_WEIGHT_MIN for weight in weights]
    if not any(kept):
        best = max(range(len(runs)), key=weights.__getitem__)
        kept[best] = True
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            if kept[neighbour] and not kept[index]:
                first, second = sorted((runs[index], runs[neighbour]))
                gaps = second[0][0] - first[-1][0] - 1, second[0][1] - first[-1][1] - 1
                kept[index] = max(gaps) <= NEAR and (weights[index] >= 1.0 or min(gaps) <= 1)
    return [pair for run, keep in zip(runs, kept, strict=True) for pair in run if keep]


def _moved(pairs: list[tuple[int, int]], one: Wording, here: str, there: str) -> list[tuple[int, int]]:
    """Find pieces without a match that stand elsewhere in the other, longest first at each place."""
    taken = [False] * len(there)
    for _, j in pairs:
        taken[j] = True
    out: list[tuple[int, int]] = []
    bounds = [(-1, -1), *pairs, (len(here), len(there))]
    for (left, _), (right, _) in pairwise(bounds):
        start = left + 1
        while right - start >= MOVED_MIN:
            size = 0
            for stop in range(start + MOVED_MIN, right + 1):
                if there.find(here[start:stop]) < 0:
                    break
                size = stop - start
            found = there.find(here[start : start + size]) if size else -1
            if found < 0 or any(taken[found : found + size]) or sum(one.weights[start : start + size]) < BLOCK_WEIGHT_MIN:
                start += 1
                continue
            out += [(start + step, found + step) for step in range(size)]
            taken[found : found + size] = [True] * size
            start += size
    return out
