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
    """Give ``viterbi`` of several stretches, a word of all of them at a time: the same, five times as fast.

    :param each: the longest first; each has at least one word.
    """
    lengths, scores = _side_by_side(each)
    words, count = scores.shape[:2]
    still = _still(lengths)
    totals = np.empty_like(scores)
    totals[0] = scores[0] + np.where(_STARTS, np.float32(0), NEVER)
    from_last = moves[:, None, :]
    for word in range(1, words):
        n = still[word]
        # Only the best score now; where it came from is asked again below, for the tags that are on a path.
        np.add((totals[word - 1, :n].T[:, :, None] + from_last).max(axis=0), scores[word, :n], out=totals[word, :n])
    path = np.zeros((words, count), dtype=np.intp)
    every = np.arange(count)
    path[lengths - 1, every] = (totals[lengths - 1, every] + np.where(_ENDS, np.float32(0), NEVER)).argmax(axis=1)
    by_next = np.ascontiguousarray(moves.T)
    for word in range(words - 1, 0, -1):
        n = still[word]
        path[word - 1, :n] = (by_next[path[word, :n]] + totals[word - 1, :n]).argmax(axis=1)
    return [path[:length, index] for index, length in enumerate(lengths)]


def posteriors_each(each: Sequence[Scores], moves: Scores) -> list[Scores]:
    """Give ``posteriors`` of several stretches.

    :param each: the longest first; each has at least one word.
    """
    lengths, scores = _side_by_side(each)
    words, count = scores.shape[:2]
    still = _still(lengths)
    step = np.exp(moves.astype(np.float64))
    back_step = np.ascontiguousarray(step.T)
    emit = np.exp((scores - scores.max(axis=2, keepdims=True)).astype(np.float64))
    forward = np.zeros((words, count, len(TAGS)))
    first = emit[0] * _STARTS
    forward[0] = first / first.sum(axis=1, keepdims=True)
    for word in range(1, words):
        n = still[word]
        now = (forward[word - 1, :n] @ step) * emit[word, :n]
        np.divide(now, now.sum(axis=1, keepdims=True), out=forward[word, :n])
    backward = np.zeros_like(forward)
    backward[lengths - 1, np.arange(count)] = _ENDS
    for word in range(words - 1, 0, -1):
        n = still[word]
        now = (emit[word, :n] * backward[word, :n]) @ back_step
        np.divide(now, now.sum(axis=1, keepdims=True), out=backward[word - 1, :n])
    out = []
    for index, length in enumerate(lengths):
        both = forward[:length, index] * backward[:length, index]
        out.append(np.asarray(both / both.sum(axis=1, keepdims=True), dtype=np.float32))
    return out


def _side_by_side(each: Sequence[Scores]) -> tuple[NDArray[np.intp], Scores]:
    """Give the lengths, and all scores in one array of shape (words of the longest, stretches, tags)."""
    lengths = np.array([len(scores) for scores in each])
    out = np.zeros((lengths[0], len(each), len(TAGS)), dtype=np.float32)
    for index, scores in enumerate(each):
        out[: len(scores), index] = scores
    return lengths, out


def _still(lengths: NDArray[np.intp]) -> list[int]:
    """Count, for each word, the stretches that have it; they come first."""
    return [int(n) for n in (lengths[:, None] > np.arange(lengths[0])).sum(axis=0)]


def spans_of(path: NDArray[np.intp], chances: Scores) -> list[Marked]:
    """Cut a legal sequence of tags into spans, in reading order.

    :param chances: from ``posteriors``; a span is as sure as the less sure of its two ends.
    """
    out: list[Marked] = []
    word = 0
    while word < len(path):
        if path[word] == OUTSIDE:
            word += 1
            continue
        role, first = role_of(int(path[word])), word
        while place_of(int(path[word])) not in (END, SINGLE):
            word += 1
        sure = float(min(chances[first, path[first]], chances[word, path[word]]))
        out.append(Marked(role, first, word, sure))
        word += 1
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
