from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.paragraphs import paragraphs_of

BREAKS = ["\n", "\r\n", "\r", "\n\n", "\n \t\n", "\v", "\f", "\x85", "\u2028", "\u2029"]
texts = st.one_of(st.text(), st.lists(st.sampled_from([*BREAKS, " ", "\xa0", "a", "said", "“No”", "😀"])).map("".join))


def words_of(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs_of(text)]


@pytest.mark.parametrize("line_break", BREAKS)
def test_every_kind_of_line_break_parts_paragraphs(line_break: str) -> None:
    assert words_of(f"The mill closed.{line_break}Nobody came.") == ["The mill closed.", "Nobody came."]


def test_white_space_around_a_paragraph_is_left_out_and_inside_it_is_kept() -> None:
    assert words_of("  One  two\t\n\n \xa0three ") == ["One  two", "three"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028 \xa0\r\n"])
def test_a_text_of_white_space_has_no_paragraphs(text: str) -> None:
    assert paragraphs_of(text) == ()


@given(texts)
def test_spans_cover_exactly_the_text_that_is_not_white_space(text: str) -> None:
    spans = paragraphs_of(text)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= covered
    for at in range(len(text)):
        if at not in covered:
            assert text[at].isspace()


@given(texts)
def test_spans_are_in_order_apart_and_stripped(text: str) -> None:
    spans = paragraphs_of(text)
    for left, right in pairwise(spans):
        assert left.end < right.start
    for span in spans:
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()
        assert not set(span.of(text)) & set("".join(BREAKS).replace(" ", "").replace("\t", ""))
