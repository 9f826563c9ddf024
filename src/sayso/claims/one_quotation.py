"""Whether two wordings are of one quotation: how long a run they share, how much of the shorter, by whom, how near.

A logistic regression with four features, few enough to be read, fitted on the design half of the labelled pairs and on
70 pairs that its first version was unsure of: ``python -m evals.variants --fit``. Tried on the same pairs in ten-fold
cross-validation: the longest run anywhere in place of the longest in quotation marks, F1 0.80 in place of 0.88; names
counting in full, 0.86 in place of 0.91; more features, no gain.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.claims.days import day_of
from sayso.claims.laid_out import Laid, runs_of
from sayso.claims.name_keys import sought_by
from sayso.claims.wording import Wording

RUN, COVERED, SPEAKER, NEAR, BIAS = 3.42, 4.51, 1.20, 1.05, -9.64
THRESHOLD = 0.45
NEAR_DAYS = 4
NAME_WEIGHT = 0.3
"""What a word of a name counts in a run, beside 1 for another content word."""
QUOTED_MIN = 0.5
"""How much the quoted words of a statement must tell for them alone to be counted."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two wordings being of one quotation.

    :param run: weight of the longest run of words that both have, in order, in quotation marks in one of them at least;
        names count little.
    :param covered: part of what the shorter wording tells that the other has too, in [0, 1]; of its quoted words where
        those have more of it.
    :param speaker: 1 for the same speaker, -1 for another, 0 where one is not named.
    :param near: 1 if published within ``NEAR_DAYS`` of each other, 0 if not, 0.5 where a day is not known.
    """

    run: float
    covered: float
    speaker: float
    near: float

    @property
    def probability(self) -> float:
        """Say how likely the two are one quotation, in [0, 1]."""
        if not self.run:
            return 0.0
        z = RUN * math.log1p(self.run) + COVERED * self.covered + SPEAKER * self.speaker + NEAR * self.near + BIAS
        return 1 / (1 + math.exp(-z))


def likeness(less: Wording, full: Wording, laid: Laid) -> Likeness:
    """Measure how two wordings stand to each other.

    :param laid: how ``less`` lies on ``full``.
    """
    runs = [
        sum(_evidence(less, full, i, j) for i, j in run if less.quoted[i] or full.quoted[j])
        for run in (*runs_of(laid.pairs), *runs_of(laid.moved))
    ]
    found = {i for i, _ in (*laid.pairs, *laid.moved)}
    return Likeness(max(runs, default=0.0), _covered(less, found), _speakers(less, full), _near(less, full))


def _evidence(less: Wording, full: Wording, i: int, j: int) -> float:
    """Say what a match is worth: two statements may well share a name and be no quotation of each other."""
    return NAME_WEIGHT if less.is_name(i) and full.is_name(j) else less.weights[i]


def most_likely(less: Wording, full: Wording) -> float:
    """Say how likely two wordings are one quotation at most, from the words that both have, whatever their order."""
    if not (any(less.quoted) or any(full.quoted)):
        return 0.0
    theirs = set(full.codes)
    shared = {i for i, code in enumerate(less.codes) if code in theirs}
    run = sum(less.weights[i] for i in shared)
    return Likeness(run, _covered(less, shared), _speakers(less, full), _near(less, full)).probability


def _covered(less: Wording, found: set[int]) -> float:
    """Give what part of all that a wording tells, or of its quoted words if they have more of it, some words are."""
    told = sum(less.tells)
    covered = sum(less.tells[i] for i in found) / told if told else 0.0
    quoted = sum(tells for tells, inside in zip(less.tells, less.quoted, strict=True) if inside)
    if quoted >= QUOTED_MIN:
        covered = max(covered, sum(less.tells[i] for i in found if less.quoted[i]) / quoted)
    return covered


def _speakers(one: Wording, other: Wording) -> float:
    left, right = one.statement.speaker, other.statement.speaker
    if left is None or right is None:
        return 0.0
    if left.identity is not None and right.identity is not None:
        return 1.0 if left.identity == right.identity else -1.0
    keys = sought_by(left.name, "person"), sought_by(right.name, "person")
    if not all(keys):
        return 0.0
    return 1.0 if keys[0] == keys[1] else -1.0


def _near(one: Wording, other: Wording) -> float:
    left, right = day_of(one.statement.published), day_of(other.statement.published)
    if left is None or right is None:
        return 0.5
    return 1.0 if abs(left - right) <= NEAR_DAYS else 0.0
