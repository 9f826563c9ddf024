"""Tag scores to the best legal sequence of tags, and that to spans with how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.attributions.tagger import Scores
from sayso.attributions.tags import END, OUTSIDE, SINGLE, TAGS, legal, place_of, role_of

NEVER = np.float32(-1e4)
_MOVES, _STARTS, _ENDS = legal()


@dataclass(frozen=True, slots=True)
class Marked:
    """One span as the tagger has it.

    :param role: index into ``tags.ROLES``.
    :param first, last: words, both inclusive.
    :param sure: posterior probability that the span begins and ends here, in [0, 1].
    """

    role: int
    first: int
    last: int
    sure: float


def closed(moves: Scores) -> Scores:
    """Put the illegal moves of ``legal()`` out of reach."""
    return np.where(_MOVES, moves, NEVER).astype(np.float32, copy=False)


def viterbi(scores: Scores, moves: Scores) -> NDArray[np.intp]:
    """Find the legal sequence of tags with the highest score.

    :param scores: float32, shape (words, tags), at least one word.
    :param moves: float32, shape (tags, tags), from ``closed``.
    :return: shape (words,).
    Source: Forney, The Viterbi algorithm, 1973.
    """
    return viterbi_each([scores], moves)[0]


def posteriors(scores: Scores, moves: Scores) -> Scores:
    """Give each word's probability of each tag, over all legal sequences (forward-backward, scaled).

    :param scores, moves: as for ``viterbi``.
    :return: float32, shape (words, tags); rows sum to 1.
    Source: Rabiner, A tutorial on hidden Markov models, 1989, section V.A.
    """
    return posteriors_each([scores], moves)[0]


def viterbi_each(each: Sequence[Scores], moves: Scores) -> list[NDArray[np.intp]]:
    """Give ``viterbi`` of several stretches, a word of all of them at a time: the same, many times as fast.

    :param each: the longest first; each has at least one word.
    """
    lay = _Layout(each)
    totals = np.zeros((lay.words, lay.count, len(TAGS)), dtype=np.float32)
    totals[lay.word, lay.stretch] = np.concatenate(each)
    totals[0] += np.where(_STARTS, np.float32(0), NEVER)
    from_last = moves[:, None, :]
    sums = np.empty((len(TAGS), lay.count, len(TAGS)), dtype=np.float32)
    for before, now, n in zip(totals[:-1], totals[1:], lay.still[1:], strict=True):
        # Only the best score now; where it came from is asked again below, for the tags that are on a path.
        np.add(before[:n].T[:, :, None], from_last, out=sums[:, :n])
        now[:n] += np.maximum.reduce(sums[:, :n], axis=0)
    path = np.zeros((lay.words, lay.count), dtype=np.intp)
    last = lay.lengths - 1, np.arange(lay.count)
    path[last] = (totals[last] + np.where(_ENDS, np.float32(0), NEVER)).argmax(axis=1)
    by_next = np.ascontiguousarray(moves.T)
    for word in range(lay.words - 1, 0, -1):
        n = lay.still[word]
        path[word - 1, :n] = (by_next.take(path[word, :n], axis=0) + totals[word - 1, :n]).argmax(axis=1)
    return [path[:length, index] for index, length in enumerate(lay.lengths.tolist())]


SCALED = 3
"""Every so many words chances are scaled to sum to 1."""
LEAST = np.float32(-80)
"""A score this far below the best of its word counts as no lower: so chances stay above the least float64 between."""


def posteriors_each(each: Sequence[Scores], moves: Scores) -> list[Scores]:
    """Give ``posteriors`` of several stretches, forward and backward at once, side by side in one row of 2 x tags.

    :param each: the longest first; each has at least one word.
    """
    lay = _Layout(each)
    size = len(TAGS)
    scores = np.concatenate(each)
    chances = np.exp(np.maximum(scores - scores.max(axis=1, keepdims=True), LEAST).astype(np.float64))
    emit = np.zeros((lay.words, lay.count, 2 * size))
    emit[lay.word, lay.stretch, :size] = chances
    emit[lay.word_back, lay.stretch, size:] = chances
    step = np.zeros((2 * size, 2 * size))
    step[:size, :size] = np.exp(moves.astype(np.float64))
    step[size:, size:] = step[:size, :size].T
    coming = np.empty_like(emit)  # what the words before say of each word, and those after it
    coming[0] = np.concatenate((_STARTS, _ENDS))
    now = emit[0] * coming[0]
    for word, (here, to, n) in enumerate(zip(emit[1:], coming[1:], lay.still[1:], strict=True), start=1):
        now = np.matmul(now[:n], step, out=to[:n]) * here[:n]
        if word % SCALED == 0:
            halves = now.reshape(n, 2, size)
            halves /= halves.sum(axis=2, keepdims=True)
    both = coming[lay.word, lay.stretch, :size] * coming[lay.word_back, lay.stretch, size:] * chances
    both /= both.sum(axis=1, keepdims=True)
    out, ends = both.astype(np.float32), lay.lengths.cumsum().tolist()
    return [out[start:end] for start, end in zip([0, *ends], ends, strict=False)]


class _Layout:
    """Where the words of several stretches lie in arrays of shape (words of the longest, stretches, …).

    :param each: the longest first.
    :ivar word, stretch: the indexes of each word, all stretches in a row.
    :ivar word_back: the same as ``word``, counted from the last word of its stretch.
    :ivar still: for each word, how many stretches have it; they come first.
    """

    def __init__(self, each: Sequence[Scores]) -> None:
        self.lengths = np.array([len(scores) for scores in each])
        self.words, self.count = int(self.lengths[0]), len(each)
        ends = self.lengths.cumsum()
        self.stretch = np.arange(self.count).repeat(self.lengths)
        self.word = np.arange(ends[-1]) - (ends - self.lengths).repeat(self.lengths)
        self.word_back = self.lengths.repeat(self.lengths) - 1 - self.word
        self.still: list[int] = (self.lengths[:, None] > np.arange(self.words)).sum(axis=0).tolist()


def spans_of(path: NDArray[np.intp], chances: Scores) -> list[Marked]:
    """Cut a legal sequence of tags into spans, in reading order.

    :param chances: from ``posteriors``; a span is as sure as the less sure of its two ends.
    """
    out: list[Marked] = []
    tags = path.tolist()
    words = iter(np.flatnonzero(path != OUTSIDE).tolist())
    for first in words:
        last = first
        while place_of(tags[last]) not in (END, SINGLE):
            last = next(words)
        sure = float(min(chances[first, tags[first]], chances[last, tags[last]]))
        out.append(Marked(role_of(tags[first]), first, last, sure))
    return out


def decode(scores: Scores, moves: Scores) -> list[Marked]:
    """Give the spans of one stretch of text.

    :param moves: from ``closed``.
    """
    return decode_each([scores], moves)[0]


def decode_each(each: Sequence[Scores], moves: Scores) -> list[list[Marked]]:
    """Give the spans of several stretches of text.

    :param moves: from ``closed``.
    """
    out: list[list[Marked]] = [[] for _ in each]
    order = sorted((i for i in range(len(each)) if len(each[i])), key=lambda i: -len(each[i]))
    if not order:
        return out
    paths = dict(zip(order, viterbi_each([each[i] for i in order], moves), strict=True))
    order = [i for i in order if paths[i].any()]
    if not order:
        return out
    for i, chances in zip(order, posteriors_each([each[i] for i in order], moves), strict=True):
        out[i] = spans_of(paths[i], chances)
    return out
