"""The rest of the sentence around a content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.around import AFTER_MAX, BEFORE_MAX, around
from sayso.schema import Span

CASES = [
    # text, content, before, after
    ("The mayor denied that the mill leaks. It rained.", "that the mill leaks", "The mayor denied", "."),
    ("It rained.\nFenn has scrapped a new ferry, he says.\nGood.", "a new ferry", "Fenn has scrapped", ", he says."),
    ("A heading without an end\nThe mill leaks", "The mill leaks", "", ""),
    ("It rained. “The ferry stays shut,” said Fenn. He left.", "“The ferry stays shut,”", "", "said Fenn."),
    ("It rained. The ferry stays shut. Fenn left.", "The ferry stays shut.", "", ""),
    ("Dr. Ruud said the mill leaks", "the mill leaks", "Ruud said", ""),
    ("Why? he asked. “Who knows!” That was all.", "“Who knows!”", "", ""),
]


@pytest.mark.parametrize(("text", "content", "before", "after"), CASES)
def test_only_its_own_sentence_counts(text: str, content: str, before: str, after: str) -> None:
    start = text.index(content)
    found = around(text, [Span(start, start + len(content))])
    assert found[0] == before
    assert found[1] == after


def test_long_sentences_are_cut_between_words() -> None:
    text = "word " * 100 + "the mill leaks" + " word" * 100
    start = text.index("the mill")
    before, after = around(text, [Span(start, start + 14)])
    assert set(before.split()) == set(after.split()) == {"word"}
    assert 0 < len(before) <= BEFORE_MAX
    assert 0 < len(after) <= AFTER_MAX


def test_pieces_are_taken_from_the_first_to_the_last() -> None:
    text = "He said “the mill” was old, but “it leaks” today."
    first, last = text.index("“the"), text.index("“it")
    assert around(text, [Span(first, first + 10), Span(last, last + 10)]) == ("He said", "today.")


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_any_text_has_some_around(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    before, after = around(text, [Span(start, end)])
    assert len(before) <= BEFORE_MAX
    assert len(after) <= AFTER_MAX
    assert "\n" not in before + after
