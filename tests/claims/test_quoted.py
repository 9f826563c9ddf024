"""Where a text has the words of others."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.quoted import part_inside, quoted_in
from sayso.schema import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said: "It rose." Then she left.', ['"It rose."']),
        ("“It rose,” she said. “It fell.”", ["“It rose,”", "“It fell.”"]),
        ("“It rose.\n\n“It fell,” she said.", ["“It rose.\n\n“It fell,”"]),
        ("«It rose», „it fell“.", ["«It rose»", "„it fell“."]),
        ("It's the Smiths' bridge.", []),
        ("It rose. — Ada Fenn (@adafenn) March 4, 2024", ["It rose. — Ada Fenn (@adafenn) March 4, 2024"]),
        ("Late.\n\nIt rose. - Ada (@ada) May 4, 2024\n\nShe left.", ["It rose. - Ada (@ada) May 4, 2024"]),
        ("The office's statement:\n\nIt rose.\n\nShe left.", ["It rose."]),
        ("She left:", []),
        ("", []),
    ],
)
def test_words_of_others(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quoted_in(text)] == quoted


def test_two_posts_in_one_paragraph() -> None:
    text = "It rose. — Ada (@ada) May 4, 2024 It fell. — Ada (@ada) May 5, 2024 She left."
    (found,) = quoted_in(text)
    assert found.of(text) == text.removesuffix(" She left.")


def test_part_inside() -> None:
    marks = [Span(0, 10), Span(20, 30)]
    assert part_inside(marks, [Span(5, 25)]) == 0.5
    assert part_inside(marks, [Span(0, 10), Span(40, 50)]) == 0.5
    assert part_inside([], [Span(0, 10)]) == 0.0
    assert part_inside(marks, []) == 0.0


@given(st.text(alphabet='ab:"“”\n—(@) M4,2024', max_size=80))
def test_spans_lie_apart_and_in_the_text(text: str) -> None:
    found = quoted_in(text)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end < other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ['"', "“", "a:\n", "— Ada (@ada", "- (@", "x (@a) May 4, 2024 "])
def test_long_texts_take_no_longer(piece: str) -> None:
    assert quoted_in(piece * 100_000) is not None
