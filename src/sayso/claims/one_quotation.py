"""Whether two wordings are of one quotation: how long a run they share, how much of the shorter, by whom, how near in time.

A logistic regression with four features, few enough to be read. It was fitted on the design half of
``evals/variant_pairs.json`` (148 pairs; F1 0.88 in ten-fold cross-validation, against 0.80 with the longest run anywhere
in place of the longest run in quotation marks): ``evals/variants.py --fit`` fits it again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.claims.dates import day_of
from sayso.claims.laid_out import Laid, runs_of
from sayso.claims.name_keys import sought_by
from sayso.claims.wording import Wording
from sayso.claims.words import stem_of, weight_of

RUN, COVERED, SPEAKER, NEAR, BIAS = 2.80, 4.57, 0.78, 0.74, -8.51
THRESHOLD = 0.45
NEAR_DAYS = 4
QUOTED_MIN = 0.5
"""How much the quoted words of a statement must tell for them alone to be counted."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two wordings being of one quotation.

    :param run: weight of the longest run of words that both have, in order, in quotation marks in one of them at least.
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
    matched = (*laid.pairs, *laid.moved)
    runs = [
        sum(less.weights[i] for i, j in run if less.quoted[i] or full.quoted[j])
        for run in (*runs_of(laid.pairs), *runs_of(laid.moved))
    ]
    tells = [weight_of(stem) if (stem := stem_of(key)) else 0.0 for key in less.keys]
    found = {i for i, _ in matched}
    covered = _part(tells, found, [True] * len(less))
    if sum(told for told, quoted in zip(tells, less.quoted, strict=True) if quoted) >= QUOTED_MIN:
        covered = max(covered, _part(tells, found, less.quoted))
    return Likeness(max(runs, default=0.0), covered, _speakers(less, full), _near(less, full))


def _part(tells: list[float], found: set[int], among: tuple[bool, ...] | list[bool]) -> float:
    total = sum(told for told, counts in zip(tells, among, strict=True) if counts)
    return sum(told for i, told in enumerate(tells) if among[i] and i in found) / total if total else 0.0


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
    return 1.0 if abs((left - right).days) <= NEAR_DAYS else 0.0
