"""Tag scores to the best legal sequence of tags, and that to spans with how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.attributions.tagger import Scores
from sayso.attributions.tags import OUTSIDE, ROLES, TAGS, legal, role_of

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
    words = len(scores)
    back = np.zeros((words, len(TAGS)), dtype=np.intp)
    total = scores[0] + np.where(_STARTS, np.float32(0), NEVER)
    columns = np.arange(len(TAGS))
    by_next = np.ascontiguousarray(moves.T)
    for word in range(1, words):
        reach = by_next + total
        best = reach.argmax(axis=1)
        back[word] = best
        total = reach[columns, best] + scores[word]
    total = total + np.where(_ENDS, np.float32(0), NEVER)
    path = np.zeros(words, dtype=np.intp)
    path[-1] = total.argmax()
    for word in range(words - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path


def posteriors(scores: Scores, moves: Scores) -> Scores:
    """Give each word's probability of each tag, over all legal sequences (forward-backward, scaled).

    :param scores, moves: as for ``viterbi``.
    :return: float32, shape (words, tags); rows sum to 1.
    Source: Rabiner, A tutorial on hidden Markov models, 1989, section V.A.
    """
    words = len(scores)
    step = np.exp(moves.astype(np.float64))
    emit = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64))
    forward = np.zeros((words, len(TAGS)))
    forward[0] = emit[0] * _STARTS
    forward[0] /= forward[0].sum()
    for word in range(1, words):
        now = (forward[word - 1] @ step) * emit[word]
        forward[word] = now / now.sum()
    backward = np.zeros_like(forward)
    backward[-1] = _ENDS
    for word in range(words - 1, 0, -1):
        now = step @ (emit[word] * backward[word])
        backward[word - 1] = now / now.sum()
    both = forward * backward
    return np.asarray(both / both.sum(axis=1, keepdims=True), dtype=np.float32)


def spans_of(path: NDArray[np.intp], chances: Scores) -> list[Marked]:
    """Cut a legal sequence of tags into spans, in reading order.

    :param chances: from ``posteriors``; a span is as sure as the surer doubt of its two ends.
    """
    out: list[Marked] = []
    word = 0
    while word < len(path):
        if path[word] == OUTSIDE:
            word += 1
            continue
        role, first = role_of(int(path[word])), word
        while (path[word] - 1) % 4 not in (2, 3):  # until END or SINGLE
            word += 1
        sure = float(min(chances[first, path[first]], chances[word, path[word]]))
        out.append(Marked(role, first, word, sure))
        word += 1
    return out


def decode(scores: Scores, moves: Scores) -> list[Marked]:
    """Give the spans of one stretch of text.

    :param moves: from ``closed``.
    """
    if not len(scores):
        return []
    path = viterbi(scores, moves)
    if not path.any():
        return []
    return spans_of(path, posteriors(scores, moves))


__all__ = ["ROLES", "Marked", "closed", "decode", "posteriors", "spans_of", "viterbi"]
