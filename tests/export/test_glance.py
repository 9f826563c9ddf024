from __future__ import annotations

import pytest
from foam import FOAM
from hypothesis import given
from hypothesis import strategies as st
from strategies import readings

from samples import reading_of
from sayso.export.glance import glance, percentages
from sayso.schema import Reading


def test_the_report_in_a_few_lines() -> None:
    seen = glance(FOAM)
    assert seen.lines == (
        "15 statements by 10 sources, 5 of them unnamed.",
        "8 at first hand, 4 at second hand, 3 at third hand or further.",
        "4 of 15 say how the source knows.",
    )
    assert seen.findings == (
        "Headline: 3 quoted scraps (1 verbatim, 2 altered) and 1 claim; in 1 somebody’s word became a fact.",
        "1 sentence asserts something on nobody’s word.",
    )


def test_the_headline_rests_on_statements() -> None:
    assert [(c.words, c.number, c.who) for c in glance(FOAM).headline][:2] == [
        ("‘Like glue’", 12, "Petra Halvorsen, Veldrian Transport Minister"),
        ("‘is swallowing cars whole’", 5, "Lorry driver, unnamed"),
    ]


def test_a_sentence_on_nobody_s_word_says_what_it_gives() -> None:
    assert [bare.sort for bare in glance(FOAM).bare] == ["an event"]


def test_nothing_said_is_nothing_counted() -> None:
    seen = glance(reading_of("The sea was calm."))
    assert seen.lines == seen.findings == ()


@pytest.mark.parametrize(
    ("shares", "figures"),
    [((1 / 3, 1 / 3, 1 / 3), [34, 33, 33]), ((0.005, 0.985, 0.01), [1, 98, 1]), ((0, 0, 0), [0, 0, 0])],
)
def test_percentages_make_a_hundred(shares: tuple[float, ...], figures: list[int]) -> None:
    assert percentages(*shares) == figures


@given(st.floats(0, 1), st.floats(0, 1))
def test_any_percentages_make_a_hundred(first: float, second: float) -> None:
    second = second * (1 - first)
    assert sum(percentages(first, second, 1 - first - second)) == 100


@given(readings())
def test_any_reading_can_be_counted(reading: Reading) -> None:
    seen = glance(reading)
    assert len(seen.rows) == len(reading.attributions)
    assert len(seen.bare) == len(reading.unsourced)
    assert len(seen.headline) == len(reading.headline)
