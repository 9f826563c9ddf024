"""Which words of two texts are the same words: shared runs first, then what was changed, cut or put in around them.

Every step is linear in the texts. Runs that stand several times in a text are paired in order, first with first, so
that a text of one word repeated is paired along one line and not with every place of the other. Between two shared
runs, and at the ends of each, rapidfuzz finds the longest common subsequence of a bounded number of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.claims.sketch import RUN, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BRIDGE = 60
"""Two shared stretches with at most so many other words between them, in both texts, may be one passage."""
SMALL = 12
"""With at most so many they are one in any case."""
KEPT_IN_BRIDGE = 0.3
"""Else if so large a part of the words between them is the same; swept 0.2-0.5 on edits of other articles."""
REACH = 40
"""So many words beyond an end are looked at in one step for more of the same."""
PRICE = 0.5
"""What a word that only one text has costs there, beside 1 for one that both have."""
WORTH = 3.0
"""What words beyond an end must be worth to be taken in."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two texts share, in words.

    :param left, right: half-open, into the words of each.
    :param words: how many of them are the same, in order.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    words: int


def shared_runs(left: Words, right: Words) -> int:
    """Count the runs of ``RUN`` words that both have, each once."""
    import numpy as np

    return len(np.intersect1d(left.distinct, right.distinct, assume_unique=True))


def passages_of(left: Words, right: Words) -> list[Passage]:
    """Find the stretches that two texts share, moved ones too.

    :return: sorted by ``left``; no word of either text stands in two of them.
    """
    blocks = _free(_blocks(left, right), len(left), len(right))
    chains = _chained(blocks, left, right)
    return _reaching(chains, left, right)


def _blocks(left: Words, right: Words) -> list[tuple[int, int, int]]:
    """Give (place in left, place in right, words) of each shared stretch without a change in it; they may overlap."""
    import numpy as np

    common = np.intersect1d(left.distinct, right.distinct, assume_unique=True)
    if not len(common):
        return []
    here, here_keys = _numbered(left.runs, common)
    there, there_keys = _numbered(right.runs, common)
    _, at_here, at_there = np.intersect1d(here_keys, there_keys, assume_unique=True, return_indices=True)
    i, j = here[at_here], there[at_there]
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    # Runs side by side in both texts are one stretch; so are those that overlap, with the same words between.
    breaks = np.flatnonzero((np.diff(i) > RUN) | (np.diff(j - i) != 0)) + 1
    first = np.concatenate(([0], breaks))
    last = np.concatenate((breaks, [len(i)])) - 1
    lengths = i[last] - i[first] + RUN
    return list(zip(i[first].tolist(), j[first].tolist(), lengths.tolist(), strict=True))


def _numbered(runs: NDArray[np.uint64], common: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the places of common runs, and a key for each: which run it is, and the how-manieth time it stands here."""
    import numpy as np

    which = np.searchsorted(common, runs)
    which[which == len(common)] = 0
    places = np.flatnonzero(common[which] == runs)
    which = which[places]
    order = np.argsort(which, kind="stable")
    which, places = which[order], places[order]
    new = np.concatenate(([True], which[1:] != which[:-1]))
    index = np.arange(len(which))
    times = index - np.maximum.accumulate(np.where(new, index, 0))
    return places, which * np.int64(1 << 32) + times


def _free(blocks: list[tuple[int, int, int]], left: int, right: int) -> list[tuple[int, int, int]]:
    """Give each word to one stretch, the longest first; what is left of the others is kept if it is a run still."""
    import numpy as np

    taken_left, taken_right = np.zeros(left, dtype=bool), np.zeros(right, dtype=bool)
    out = []
    for i, j, length in sorted(blocks, key=lambda b: (-b[2], b[0] + b[1], b[0])):
        taken = taken_left[i : i + length] | taken_right[j : j + length]
        if taken.any():
            edges = np.flatnonzero(taken)
            bounds = np.concatenate(([-1], edges, [length]))
            widest = int(np.argmax(np.diff(bounds)))
            start, stop = int(bounds[widest]) + 1, int(bounds[widest + 1])
            i, j, length = i + start, j + start, stop - start
            if length < RUN // 2:
                continue
        taken_left[i : i + length] = True
        taken_right[j : j + length] = True
        out.append((i, j, length))
    return sorted(out)


def _chained(blocks: list[tuple[int, int, int]], left: Words, right: Words) -> list[Passage]:
    """Join stretches that follow each other in both texts with little, or much the same, between them."""
    out: list[Passage] = []
    # Words of the right text that some stretch has: a passage of it does not reach over them.
    begun = {j for _, j, _ in blocks}
    after = dict(pairwise(sorted(begun)))
    last = -1
    for i, j, length in blocks:
        if out:
            before = out[-1]
            gap_left, gap_right = i - before.left[1], j - before.right[1]
            if after.get(last) == j and 0 <= gap_right <= BRIDGE and gap_left <= BRIDGE:
                same = _same(left, before.left[1], i, right, before.right[1], j)
                widest = max(gap_left, gap_right)
                if widest <= SMALL or same >= KEPT_IN_BRIDGE * widest:
                    out[-1] = Passage(
                        (before.left[0], i + length), (before.right[0], j + length), before.words + same + length
                    )
                    last = j
                    continue
        out.append(Passage((i, i + length), (j, j + length), length))
        last = j
    return out


def _same(left: Words, start: int, stop: int, right: Words, begin: int, end: int) -> int:
    """Count the words that two stretches have in common, in order."""
    if start == stop or begin == end:
        return 0
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(left.hashes[start:stop].tolist(), right.hashes[begin:end].tolist()))


def _reaching(passages: list[Passage], left: Words, right: Words) -> list[Passage]:
    """Take in words beyond the ends of each passage, up to the next one, while enough of them are the same."""
    by_right = sorted(range(len(passages)), key=lambda n: passages[n].right)
    out = list(passages)
    for rank, n in enumerate(by_right):
        passage = out[n]
        # Neighbours may have reached out before: bounds are those of the moment, so nothing is taken twice.
        low = (out[n - 1].left[1] if n else 0, out[by_right[rank - 1]].right[1] if rank else 0)
        high = (
            out[n + 1].left[0] if n + 1 < len(out) else len(left),
            out[by_right[rank + 1]].right[0] if rank + 1 < len(out) else len(right),
        )
        (i, j), before = _reach(left, right, (passage.left[0], passage.right[0]), low, -1)
        (k, m), behind = _reach(left, right, (passage.left[1], passage.right[1]), high, 1)
        out[n] = Passage((i, k), (j, m), passage.words + before + behind)
    return out


def _reach(
    left: Words, right: Words, start: tuple[int, int], bound: tuple[int, int], step: int
) -> tuple[tuple[int, int], int]:
    """Walk from an end as long as what is walked over is worth it.

    :param step: 1 onwards, -1 backwards.
    :return: the new end in both, and how many words were the same on the way.
    """
    from rapidfuzz.distance import LCSseq

    (i, j), found = start, 0
    while True:
        if step > 0:
            here = left.hashes[i : min(i + REACH, bound[0])].tolist()
            there = right.hashes[j : min(j + REACH, bound[1])].tolist()
        else:
            here = left.hashes[max(i - REACH, bound[0]) : i][::-1].tolist()
            there = right.hashes[max(j - REACH, bound[1]) : j][::-1].tolist()
        if not here or not there:
            return (i, j), found
        worth, best, same, end = 0.0, 0.0, 0, (0, 0, 0)
        x = y = 0
        for block in LCSseq.opcodes(here, there).as_matching_blocks():
            if not block.size:
                continue
            worth += block.size - PRICE * (block.a - x + block.b - y)
            same += block.size
            x, y = block.a + block.size, block.b + block.size
            if worth > best:
                best, end = worth, (x, y, same)
        if best < WORTH:
            return (i, j), found
        i, j, found = i + step * end[0], j + step * end[1], found + end[2]
