"""Labelled pairs of statements: figures of both halves stay above pinned floors."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evals.claims import Measured, best_threshold, labelled, measure, rows_of

DATA = Path(os.environ["SAYSO_DATA"]) if "SAYSO_DATA" in os.environ else None
HELD = DATA is not None and (DATA / "corpus" / "articles.jsonl.gz").is_file()
FLOORS = {"design": {"same": 0.70, "accuracy": 0.72}, "held-out": {"same": 0.0, "accuracy": 0.0}}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not HELD, reason="no corpus/articles.jsonl.gz in SAYSO_DATA (ramybaly/Article-Bias-Prediction)"),
]


@pytest.fixture(scope="module")
def threshold() -> float:
    return best_threshold(labelled("design", DATA))


@pytest.fixture(scope="module", params=["design", "held-out"])
def half(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def measured(half: str, threshold: float) -> Measured:
    return measure(labelled(half, DATA), threshold)  # type: ignore[arg-type]


def test_halves_do_not_share_pairs() -> None:
    numbers = [{row["pair"] for row in rows_of(half)} for half in ("design", "held-out")]
    assert not numbers[0] & numbers[1]


def test_figures_stay_above_their_floors(half: str, measured: Measured) -> None:
    least = FLOORS[half]
    assert measured.scores["same"].f1 >= least["same"]
    assert measured.accuracy >= least["accuracy"]


def test_comparing_beats_a_threshold_on_the_vectors(measured: Measured) -> None:
    assert measured.scores["same"].f1 > measured.baseline.f1
