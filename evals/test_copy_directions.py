"""The direction of copies stays above pinned floors, on both halves of the labelled pairs."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from evals.copy_directions import Half, Score, agreement, answer, earlier, labelled, labels_of, measure, score_of
from sayso.schema.matches import Direction

DATA = Path(os.environ["SAYSO_DATA"]) if os.environ.get("SAYSO_DATA") else None
FLOORS: dict[Half, dict[str, float]] = {
    "design": {"all": 0.91, "two sites": 0.90, "no house text": 0.88, "house text": 0.94},
    "held-out": {"all": 0.79, "two sites": 0.56, "no house text": 0.63, "house text": 0.82},
}
"""Right answers: a pair or two under the measured."""
DIRECTED_WRONG = {"design": 0, "held-out": 2}
"""How many of the answers that one has it from the other may be wrong."""

corpus = pytest.mark.skipif(
    DATA is None or not (DATA / "corpus" / "articles.jsonl.gz").exists(),
    reason="no corpus/articles.jsonl.gz in SAYSO_DATA (ramybaly/Article-Bias-Prediction)",
)


@pytest.mark.corpus
@corpus
@pytest.mark.parametrize("half", ["design", "held-out"])
def test_labelled_pairs(half: Half) -> None:
    assert DATA is not None
    pairs = labelled(DATA, half)
    found = measure(pairs, [answer(pair)[0] for pair in pairs])
    baseline = measure(pairs, [earlier(pair) for pair in pairs])
    for part, least in FLOORS[half].items():
        assert found[part].accuracy >= least, part
        assert found[part].accuracy > baseline[part].accuracy, part
    assert found["all"].directed - found["all"].directed_right <= DIRECTED_WRONG[half]


def test_labels_are_whole() -> None:
    rows = labels_of("design") + labels_of("held-out")
    assert len({(row["left"], row["right"]) for row in rows}) == len(rows)
    assert all(row["left"] < row["right"] and row["label"] in row["passes"] for row in rows)
    assert {row["label"] for row in rows if row["ground"] in ("house", "speech", "document", "quotation")} == {
        "from a third"
    }
    assert Counter(row["half"] for row in rows).keys() == {"design", "held-out"}


def test_scores() -> None:
    labels: list[Direction] = ["left from right", "left from right", "from a third", "from a third", "right from left"]
    given: list[Direction] = ["left from right", "right from left", "from a third", "not known", "from a third"]
    found = score_of(labels, given)
    assert found == Score(5, 2, 1, 2, 1, 3, 2, 1)
    assert found.accuracy == 0.4
    assert score_of([], []).accuracy == 0.0


def test_agreement() -> None:
    twice = [{"passes": ["a", "a"]}, {"passes": ["b", "b"]}, {"passes": ["a", "b"]}, {"passes": ["b", "a"]}]
    assert agreement([*twice, {"passes": ["a"]}]) == (2, 4, 0.0)
    assert agreement([{"passes": ["a"]}]) == (0, 0, 0.0)
