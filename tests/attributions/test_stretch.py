from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.attributions.stretch import LONG, stretches
from sayso.schema import Span


@given(st.lists(st.sampled_from(["One two. ", "x" * 700, " ", "said “no.” Then ", "\t"]), max_size=12).map("".join))
def test_stretches_join_up_to_the_span(text: str) -> None:
    parts = list(stretches(text, [Span(0, len(text))]))
    assert "".join(p.of(text) for p in parts) == text
    assert all(0 < p.end - p.start <= LONG for p in parts)


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "The pier is shut today. " * 100
    parts = list(stretches(text, [Span(0, len(text))]))
    assert len(parts) > 1
    assert all(p.of(text).endswith(". ") for p in parts)
