"""Negations, opposites and doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.certainty import agree as agree_in_certainty
from sayso.claims.certainty import certainty_of, doubts_in
from sayso.claims.dates import dates_in
from sayso.claims.figures import figures_in
from sayso.claims.places import places_in
from sayso.claims.polarity import agree, clash, negations_in
from sayso.claims.tokens import tokens_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The council did not approve the budget", "The council approved the budget"),
        ("We will leave Karveth", "They will not leave Karveth"),
        ("The mayor denied taking money from the firm", "The mayor took money from the firm"),
        ("Prices rose in March by two percent", "Prices fell in March by two percent"),
        ("They accepted the plan of the council", "They rejected the plan of the council"),
        ("The ferryman was found guilty on Monday", "The ferryman was found not guilty on Monday"),
        ("The bridge is safe for lorries", "The bridge is unsafe for lorries"),
        ("No ferry left the port", "A ferry left the port"),
    ],
)
def test_contrary(left, right):
    assert agree(left, right) == agree(right, left) == "contrary"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The council did not approve the budget", "The budget was never approved by the council"),
        ("The council did not accept the plan", "The council rejected the plan"),
        ("Not only ferries but lorries were late", "Ferries and lorries were late"),
        ("There is no doubt that the bridge is safe", "The bridge is safe"),
    ],
)
def test_not_contrary(left, right):
    assert agree(left, right) == agree(right, left) == "equal"


def test_nothing_in_common():
    assert agree("The ferry sank", "Prices rose") == "unclear"


def test_reach_of_a_negation():
    text = "The ferry did not leave on Monday, but the bus did"
    [negation] = negations_in(text)
    assert (negation.words, negation.scope.of(text)) == ("not", "not leave on Monday,")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("He may leave", "possible"),
        ("In May he left", "plain"),
        ("He allegedly left", "alleged"),
        ("It is likely that he left", "likely"),
        ("We'll leave", "planned"),
        ("He left at will", "plain"),
        ("Will Harrow left", "planned"),  # a name at the start looks like a question
        ("It has been confirmed that he left", "certain"),
        ("He would leave if asked", "conditional"),
        ("He left", "plain"),
    ],
)
def test_certainty(text, level):
    assert certainty_of(text) == level


def test_certainties_agree():
    assert agree_in_certainty("plain", "plain") == "equal"
    assert agree_in_certainty("possible", "plain") == "vaguer"
    assert agree_in_certainty("plain", "certain") == "compatible"


WORDS = "not no longer never ferry left leave reject accept plan the council , but may will n't can't Will if guilty".split()
TEXTS = st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_text(left, right):
    for text in (left, right):
        for negation in negations_in(text):
            assert negation.words == negation.span.of(text)
            assert negation.scope.start <= negation.span.start <= negation.span.end <= negation.scope.end
        for doubt in doubts_in(text):
            assert doubt.words == doubt.span.of(text)
    assert agree(left, right) == agree(right, left)
    assert clash(tokens_of(left), tokens_of(left)) is None


def test_hostile_lengths():
    left, right = tokens_of("not leave " * 4_000), tokens_of("leave not " * 4_000)
    assert clash(left, right) is None or clash(left, right) == ("leave", "leave")
    for text in ("5-" * 4_000, "five hundred and " * 4_000, "In Paris, " * 4_000, "Monday " * 4_000):
        assert figures_in(text) is not None
        assert dates_in(text, "2024-03-04") is not None
        assert places_in(text) is not None
