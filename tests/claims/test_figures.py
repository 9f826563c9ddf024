"""Figures: what is one, what it counts, how far its words reach; and how two of them agree."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.figure_agreement import agree, agree_all
from sayso.claims.figures import figures_in
from sayso.claims.tokens import tokens_of


def ranges(text):
    return [(f.low, f.high, f.unit) for f in figures_in(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5,000 soldiers have left", 5000, 5000, "soldiers"),
        ("five thousand soldiers have left", 5000, 5000, "soldiers"),
        ("5k people came", 5000, 5000, "people"),
        ("a hundred and fifty thousand Ostrel voters", 150_000, 150_000, "voters"),
        ("two and a half million refugees", 2_500_000, 2_500_000, "refugees"),
        ("half a million people", 500_000, 500_000, "people"),
        ("a dozen boats sank", 12, 12, "boats"),
        ("twenty-five ferries", 25, 25, "ferries"),
        ("about 5,000 people", 4500, 5500, "people"),
        ("nearly 5,000 people", 4500, 5000, "people"),
        ("at least 12 people", 12, math.inf, "people"),
        ("12 or more people", 12, math.inf, "people"),
        ("up to 40 boats", 0, 40, "boats"),
        ("no more than 40 boats", 0, 40, "boats"),
        ("between 10 and 20 boats", 10, 20, "boats"),
        ("10 to 20 boats", 10, 20, "boats"),
        ("10-20 boats", 10, 20, "boats"),
        ("five or six boats", 5, 6, "boats"),
        ("thousands of boats", 1500, 1e5, "boats"),
        ("tens of thousands of boats", 15_000, 1e6, "boats"),
        ("several hundred boats", 300, 1200, "boats"),
        ("two of the five boats", 2, 2, "boats"),
        ("$3.5bn in aid", 3.5e9, 3.5e9, "dollars"),
        ("$10 to $20 million", 1e7, 2e7, "dollars"),
        ("US$40 a head", 40, 40, "dollars"),
        ("three million pounds", 3e6, 3e6, "pounds"),
        ("two-thirds of voters", 200 / 3, 200 / 3, "percent"),
        ("half of the town", 50, 50, "percent"),
        ("1/2 of the town", 50, 50, "percent"),
        ("one in four people", 25, 25, "percent"),
        ("20 per cent of the town", 20, 20, "percent"),
        ("more than half of the town", 50, 100, "percent"),
        ("12 km from here", 12, 12, "kilometres"),
        ("a few miles from here", 2, 10, "miles"),
        ("a 20-year-old ferryman", 20, 20, "years old"),
        ("aged 45", 45, 45, "years old"),
        ("won 3-2 on the day", 2, 3, "score"),
        ("by 5 to 4", 4, 5, "score"),
        ("the third round", 3, 3, "round"),
        ("more than 2000 people", 2000, math.inf, "people"),
    ],
)
def test_figure(text, low, high, unit):
    [figure] = figures_in(text)
    assert (figure.low, figure.high, figure.unit) == (pytest.approx(low), pytest.approx(high), unit)


@pytest.mark.parametrize(
    "text",
    [
        "in 2015", "the 2015 election", "March 3, 2015", "on 3 March", "at 3:30 p.m.", "no one knows", "one of them",
        "in the 1990s", "Falcon 737 crashed", "9/11", "on 3/16", "2015-16", "Article 5", "a man", "It may be", "", "…",
        "the 19th century", "in half an hour", "COVID-19", "9" * 5000,
    ],
)  # fmt: skip
def test_no_figure(text):
    assert figures_in(text) == []


def test_what_became_of_those_counted():
    dead, hurt = figures_in("12 people were killed and 30 were wounded")
    assert (dead.fate, hurt.fate) == ("dead", "hurt")


def test_a_share_has_a_whole():
    [share] = figures_in("48 percent of registered voters")
    assert share.whole == "voters"


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        ("5,000 soldiers", "five thousand soldiers", "equal"),
        ("thousands of soldiers", "5,000 soldiers", "vaguer"),
        ("more than 4,000 soldiers", "5,000 soldiers", "vaguer"),
        ("more than 4,000 soldiers", "400,000 soldiers", "compatible"),
        ("about 5,000 soldiers", "4,870 soldiers", "vaguer"),
        ("5,000 soldiers", "4,870 soldiers", "vaguer"),
        ("5,000 soldiers", "5,000 people", "vaguer"),
        ("5,000 soldiers", "7,000 soldiers", "contrary"),
        ("20 people", "22 people", "contrary"),
        ("up to 500 people", "20 people", "compatible"),
        ("half of voters", "52 percent of voters", "vaguer"),
        ("7 percent of voters", "7.4 percent of voters", "vaguer"),
        ("7 percent of voters", "9 percent of voters", "contrary"),
        ("7 percent of voters", "9 percent of women", "apart"),
        ("300 miles", "480 km", "vaguer"),
        ("two years", "24 months", "equal"),
        ("3-2", "2-3", "equal"),
        ("3-2", "3-1", "contrary"),
        ("12 boats", "12 miles", "apart"),
        ("12 people were killed", "30 people were wounded", "apart"),
        ("$5 million", "$5,000,000", "equal"),
        ("$5", "€5", "apart"),
    ],
)
def test_agreement(left, right, agreement):
    [one], [other] = figures_in(left), figures_in(right)
    assert agree(one, other) == agree(other, one) == agreement


def test_all_figures_of_two_statements():
    left = figures_in("12 people were killed and 30 were wounded in 4 boats")
    assert agree_all(left, figures_in("30 people were hurt and 12 were killed")) in ("equal", "vaguer")
    assert agree_all(left, figures_in("13 people were killed and 30 were wounded")) == "contrary"
    assert agree_all(left, []) == "unclear"


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            "five 5 5,000 1.2 million - to between and a half of third $ % dozen thousand more than or in 1/2 : . / 2015 k th people".split()
        )
    ).map(" ".join)
)
def test_any_text(text):
    figures = figures_in(text)
    tokens = tokens_of(text)
    assert figures == figures_in(tokens)
    for figure in figures:
        assert figure.words == figure.span.of(text)
        assert 0 <= figure.low <= figure.high
        assert agree(figure, figure) == "equal"
    for one, other in pairwise(figures):
        assert one.span.end <= other.span.start
        assert agree(one, other) == agree(other, one)
    assert agree_all(figures, figures) == "equal"
