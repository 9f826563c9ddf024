"""Labelled pairs of statements: figures of both halves stay above pinned floors."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evals.claims import Labelled, Measured, best_threshold, labelled, measure, rows_of

DATA = Path(os.environ["SAYSO_DATA"]) if "SAYSO_DATA" in os.environ else None
HELD = DATA is not None and (DATA / "corpus" / "articles.jsonl.gz").is_file()
FLOORS = {"design": {"same": 0.75, "accuracy": 0.76}, "held-out": {"same": 0.67, "accuracy": 0.69}}
"""Less than measured by what int8 sums differ from one kind of processor to another."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not HELD, reason="no corpus/articles.jsonl.gz in SAYSO_DATA (ramybaly/Article-Bias-Prediction)"),
]


@pytest.fixture(scope="module")
def design() -> list[Labelled]:
    return labelled("design", DATA)


@pytest.fixture(scope="module", params=["design", "held-out"])
def half(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def measured(half: str, design: list[Labelled]) -> Measured:
    pairs = design if half == "design" else labelled("held-out", DATA)
    return measure(pairs, best_threshold(design))


def test_halves_do_not_share_pairs() -> None:
    numbers = [{row["pair"] for row in rows_of(half)} for half in ("design", "held-out")]
    assert not numbers[0] & numbers[1]


def test_figures_stay_above_their_floors(half: str, measured: Measured) -> None:
    least = FLOORS[half]
    assert measured.scores["same"].f1 >= least["same"]
    assert measured.accuracy >= least["accuracy"]


def test_comparing_beats_a_threshold_on_the_vectors(measured: Measured) -> None:
    assert measured.scores["same"].f1 > measured.baseline.f1
