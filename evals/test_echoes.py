"""Fragments and headlines told rightly on the labelled pairs: pinned, so that a change for the worse fails."""

from __future__ import annotations

import pytest

from evals.echo_pairs import VERDICTS, judge, load, table

FLOORS = {"verbatim": (97.0, 97.0), "altered": (98.0, 92.0), "not found": (92.0, 98.0)}
"""Precision and recall of each verdict, in percent. Raise them when passed by two; lower them with a reason."""


@pytest.fixture(scope="module")
def scores() -> dict[str, tuple[float, float, int]]:
    statements, pairs = load()
    return table(judge(pair, statements) for pair in pairs)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_floors(verdict: str, scores: dict[str, tuple[float, float, int]]) -> None:
    precision, recall, _ = scores[verdict]
    assert precision >= FLOORS[verdict][0]
    assert recall >= FLOORS[verdict][1]


def test_labels_are_whole() -> None:
    _, pairs = load()
    assert len(pairs) >= 200
    assert [pair["id"] for pair in pairs] == list(range(1, len(pairs) + 1))
    for pair in pairs:
        assert pair["set"] in ("tune", "check"), pair["id"]
        assert pair["kind"] in ("fragment", "headline", "claim"), pair["id"]
        assert (pair["verdict"] == "not found") == ("statement" not in pair), pair["id"]
