"""Two wordings laid side by side: which words of one are which words of the other.

rapidfuzz finds the longest common subsequence of the content words, the matches are drawn together around its heaviest
run as for echoes, function words are matched between them, and stray matches are taken away. Other than a fragment, a
wording may be joined from pieces that stand far apart, so the distance between two pieces costs nothing: each has to
be worth something by itself. Pieces that stand in another order are found last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.claims.wording import STOP_WEIGHT, Wording
from sayso.echoes.align import drawn_together

BLOCK_WEIGHT_MIN = 1.6
"""What a run of matches must weigh to stand by itself: a content word and two others."""
NEAR = 3
"""How many words may lie between a run and the next, on each side, for the one to hold the other."""
FILL_MAX = 12
"""How many words between two content words that match are searched for matches of their function words."""
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
    letters: dict[str, str] = {}
    for code in (*one.codes, *other.codes):
        letters.setdefault(code, chr(len(letters) + 1))
    here = "".join(map(letters.__getitem__, one.codes))
    there = "".join(map(letters.__getitem__, other.codes))
    weights = dict(zip(here, one.weights, strict=True))
    pairs = _without_strays(_filled(_anchors(here, there, weights), here, there), one)
    return Laid(tuple(pairs), tuple(_moved(pairs, one, here, there)))


def _anchors(here: str, there: str, weights: dict[str, float]) -> list[tuple[int, int]]:
    """Match the content words; of texts that have none in common, all words."""
    own = [place for place, letter in enumerate(here) if weights[letter] > STOP_WEIGHT]
    other = [place for place, letter in enumerate(there) if weights.get(letter, 0.0) > STOP_WEIGHT]
    pairs = _common("".join(here[i] for i in own), "".join(there[j] for j in other), weights)
    if pairs:
        return [(own[i], other[j]) for i, j in pairs]
    return _common(here, there, weights)


def _common(here: str, there: str, weights: dict[str, float]) -> list[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    pairs = [
        (block.a + step, block.b + step)
        for block in LCSseq.opcodes(here, there).as_matching_blocks()
        for step in range(block.size)
    ]
    return drawn_together(pairs, here, there, weights) if pairs and weights else pairs


def _filled(anchors: list[tuple[int, int]], here: str, there: str) -> list[tuple[int, int]]:
    """Match the other words between the content words: first those that stand right beside a match."""
    out: list[tuple[int, int]] = []
    bounds = [(-1, -1), *anchors, (len(here), len(there))]
    for (i, j), (stop_i, stop_j) in pairwise(bounds):
        if i >= 0:
            out.append((i, j))
        i, j = i + 1, j + 1
        while i < stop_i and j < stop_j and here[i] == there[j]:
            out.append((i, j))
            i, j = i + 1, j + 1
        behind: list[tuple[int, int]] = []
        while i < stop_i and j < stop_j and here[stop_i - 1] == there[stop_j - 1]:
            stop_i, stop_j = stop_i - 1, stop_j - 1
            behind.append((stop_i, stop_j))
        if 0 < stop_i - i <= FILL_MAX and 0 < stop_j - j <= FILL_MAX:
            out += [(i + a, j + b) for a, b in _common(here[i:stop_i], there[j:stop_j], {})]
        out += reversed(behind)
    return out


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
    if runs and not any(kept):
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
            if (
                found < 0
                or any(taken[found : found + size])
                or sum(one.weights[start : start + size]) < BLOCK_WEIGHT_MIN
            ):
                start += 1
                continue
            out += [(start + step, found + step) for step in range(size)]
            taken[found : found + size] = [True] * size
            start += size
    return out
