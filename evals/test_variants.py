"""Variants of quotations stay above pinned floors, on both halves of the labelled pairs and on made ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evals.perturbed import CHANGES, Half
from evals.variants import best_threshold, labelled, measure, measure_made

DATA = Path(os.environ["SAYSO_DATA"]) if os.environ.get("SAYSO_DATA") else None
FLOORS: dict[Half, tuple[float, float, float]] = {"design": (0.88, 0.87, 0.86), "held out": (0.88, 0.78, 0.78)}
"""Precision and recall of "one quotation", and part of the rewordings that are right: two points under the measured."""
FLAGGED_FLOOR, WRONG_CEILING = 0.9, 0.1

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        DATA is None or not (DATA / "corpus" / "articles.jsonl.gz").exists(),
        reason="no corpus/articles.jsonl.gz in SAYSO_DATA",
    ),
]


@pytest.mark.parametrize("half", ["design", "held out"])
def test_labelled_pairs(half: Half) -> None:
    assert DATA is not None
    found = measure(labelled(DATA, half), best_threshold(labelled(DATA, "design")))
    precision, recall, rewording = FLOORS[half]
    assert found.precision >= precision
    assert found.recall >= recall
    assert found.rewording >= rewording
    assert found.f1 > found.baseline


def test_made_pairs() -> None:
    assert DATA is not None
    for what, (pairs, found, _, flagged, wrong) in measure_made(DATA, "held out", 60).items():
        assert pairs >= 30, what
        assert found >= 0.8 * pairs, what
        assert wrong <= WRONG_CEILING * pairs, what
        if CHANGES[what][1] is not None:
            assert flagged >= FLAGGED_FLOOR * found, what
