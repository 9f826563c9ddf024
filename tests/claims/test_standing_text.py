"""Text that an outlet has standing, told by what stands around it."""

from __future__ import annotations

import pytest
from copy_samples import BARE, FURTHER, MORE, OWN, REWRITTEN, SPEECH
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.standing_text import is_list, speak_of_others
from sayso.schema import Span

NOTE = "Ada Fenn writes about harbours and has done so since the ice plant was built."
REPORT = f"{BARE}\n\n{SPEECH}"
OTHER = f"{OWN}\n\n{MORE}\n\n{FURTHER}"


def behind(text: str) -> tuple[str, list[Span]]:
    whole = f"{text}\n\n{NOTE}"
    return whole, [Span(len(whole) - len(NOTE), len(whole))]


@pytest.mark.parametrize(
    ("other", "others"), [(OTHER, True), (f"{REWRITTEN}\n\n{FURTHER}", False), (MORE, False), ("", False)]
)
def test_what_is_not_shared_says_of_what_they_speak(other: str, others: bool) -> None:
    here, there = behind(REPORT), behind(other)
    assert speak_of_others(*here, *there) is others
    assert speak_of_others(*there, *here) is others


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Pellam: " + ", ".join(["Ada Fenn", "Owen Tarr", "Hanne Vik"] * 4), True),
        ("Ada Fenn, Owen Tarr", False),
        (BARE, False),
        ("1, 2, 3, 4", False),
        ("", False),
    ],
)
def test_lists_have_capitals(words: str, listed: bool) -> None:
    assert is_list(f"The members: {words}", [Span(13, 13 + len(words))]) is listed


@given(st.text(max_size=200), st.text(max_size=200), st.integers(0, 99), st.integers(0, 99))
def test_either_way_round(left: str, right: str, start: int, end: int) -> None:
    here = [Span(min(start, end, len(left)), min(max(start, end), len(left)))]
    there = [Span(0, min(end, len(right)))]
    assert speak_of_others(left, here, right, there) == speak_of_others(right, there, left, here)
