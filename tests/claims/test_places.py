"""Places of a statement, with what they lie in, and how two of them agree."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.gazetteer import gazetteer
from sayso.claims.place_agreement import agree, agree_all
from sayso.claims.places import places_in


@pytest.mark.parametrize(
    ("text", "name", "inside"),
    [
        ("in Karveth", "Karveth", None),
        ("near Old Karveth on Monday", "Old Karveth", None),
        ("the U.S. army", "United States", "North America"),
        ("in Atlanta, Ga., on Monday", "Atlanta", "Georgia"),
        ("a firm from Austin, Texas", "Austin", "Texas"),
        ("They met in Portland, Ore.", "Portland", "Oregon"),
        ("They met in Portland, Maine", "Portland", "Maine"),
        ("near St. Louis", "St. Louis", "Missouri"),
        ("the northern city of Mosul", "Mosul", "Iraq"),
        ("lives in Port-au-Prince", "Port-au-Prince", "Haiti"),
        ("in Bosnia and Herzegovina", "Bosnia and Herzegovina", "Europe"),
        ("the South Side of Chicago", "Chicago", "Illinois"),
        ("England will play", "England", "United Kingdom"),
        ("back to D.C.", "Washington", "United States"),
    ],
)
def test_place(text, name, inside):
    [place] = places_in(text)
    assert place.name == name
    assert inside is None or inside in place.within


def test_two_places():
    assert [place.name for place in places_in("in Paris and London")] == ["Paris", "London"]


@pytest.mark.parametrize(
    "text",
    ["Michael Jordan said so", "Washington Post", "tell us", "In March", "Charlotte Brown left", "it is nice", ""],
)
def test_no_place(text):
    assert places_in(text) == []


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        ("in Paris", "in Paris, France", "equal"),
        ("in Paris", "in France", "vaguer"),
        ("in Paris", "in Europe", "vaguer"),
        ("in Paris", "in London", "contrary"),
        ("in London", "in England", "unclear"),
        ("in Portland, Maine", "in Portland, Oregon", "contrary"),
        ("in Karveth", "in France", "unclear"),
        ("in Karveth", "in Ostrel", "contrary"),
        ("in Karveth", "in Old Karveth", "vaguer"),
        ("in Syria", "in the Middle East", "unclear"),
    ],
)
def test_agreement(left, right, agreement):
    [one], [other] = places_in(left), places_in(right)
    assert agree(one, other) == agree(other, one) == agreement


def test_all_places_of_two_statements():
    left = places_in("in Paris and London")
    assert agree_all(left, places_in("in London")) == "equal"
    assert agree_all(left, places_in("in Rome")) == "contrary"
    assert agree_all(left, []) == "unclear"


def test_the_gazetteer_is_whole():
    names = gazetteer()
    assert len(names.known) > 7000
    assert names.find("Georgia").sort == "state"
    assert names.find("New York").sort == "city"
    assert all(place.name for place in names.known.values())


WORDS = "in near Paris , Ga . Texas Karveth U.S. St of and - the Washington Post New York May US 's".split()


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text(text):
    found = places_in(text)
    for place in found:
        assert place.words == place.span.of(text)
        assert place.name
        assert agree(place, place) == "equal"
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
        assert agree(one, other) == agree(other, one)
