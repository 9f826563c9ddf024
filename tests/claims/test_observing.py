"""Whose eyes a sentence of the report's own voice speaks of."""

from __future__ import annotations

import pytest

from sayso.claims.observing import observed


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("I counted thirty-eight soldiers at the crossing.", ""),
        ("We saw the crane fall.", ""),
        ("Our reporter saw that the bridge was closed.", ""),
        ("A reporter at the scene saw smoke.", ""),
        ("The crowd, seen by this newspaper, was small.", ""),
        ("A Veldria One reporter saw some forty soldiers in two rows.", "Veldria One"),
        ("Soldiers were at the crossing, a reporter of The Ostrel Post saw.", "Ostrel Post"),
        ("The bridge is closed.", None),
        ("The minister saw the bridge.", None),
        ("It was a crane that nobody had inspected.", None),
    ],
)
def test_signs_of_having_been_there(text: str, whose: str | None) -> None:
    assert observed(text) == whose


def test_long_runs_of_capitals_take_no_time() -> None:
    assert observed("A " + "Big " * 100_000 + "reporter") is None
