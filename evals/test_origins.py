"""Origins of the constructed stories: what comes out right stays right.

Floors are what was measured when this was written (``docs/results/origins.md``); the answers are older than the code.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.origins import totals
from evals.stories import STORIES, Counted, answer_of, counted, names, rows_of
from sayso.config import Profile

FLOORS: dict[Profile, dict[str, int]] = {
    "accurate": {
        "least, statements given": 19,
        "most, statements given": 20,
        "circles, statements given": 23,
        "both, claim found": 10,
    },
    "fast": {
        "least, statements given": 18,
        "most, statements given": 21,
        "circles, statements given": 23,
        "both, claim found": 9,
    },
}


@pytest.fixture(scope="module")
def results(profile: Profile, tmp_path_factory: pytest.TempPathFactory) -> list[Counted]:
    folder: Path = tmp_path_factory.mktemp(f"stories-{profile}")
    return [one for name in names() for one in counted(name, profile, folder)]


def test_least_and_most_do_not_fall_below_what_was_measured(results: list[Counted], profile: Profile) -> None:
    measured = totals(results)
    assert {what: measured[what] for what, floor in FLOORS[profile].items() if measured[what] < floor} == {}


def test_wherever_counted_the_least_is_not_above_the_most(results: list[Counted]) -> None:
    assert all(one.given.least <= one.given.most for one in results)


@pytest.mark.parametrize("name", names())
def test_answers_fit_their_articles(name: str) -> None:
    texts = {row["id"]: row["text"] for row in rows_of(name)}
    assert 5 <= len(texts) <= 40
    for claim in answer_of(name)["claims"]:
        assert 0 <= claim["least"] <= claim["most"]
        for mark in (*claim["statements"], *claim["against"]):
            assert texts[mark["article"]].count(mark["words"]) == 1, (mark["article"], mark["words"])


def test_there_are_enough_stories() -> None:
    assert len(list(STORIES.glob("*/articles.jsonl"))) == len(names()) >= 12
