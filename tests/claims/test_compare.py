from __future__ import annotations

import pytest
from claim_samples import compare, said
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims import cross_encoder
from sayso.claims.compare import decide, weigh
from sayso.claims.cross_encoder import words_of
from sayso.claims.encoder import cosines, shipped
from sayso.claims.facts import facts_of
from sayso.schema import Statement
from sayso.schema.matches import AspectName, Comparison


def compared(left: Statement, right: Statement) -> Comparison:
    vectors = shipped().encode([left.text, right.text])
    pair = weigh(facts_of(left), facts_of(right), float(cosines(vectors[:1], vectors[1:])[0, 0]))
    words = words_of(left, ""), words_of(right, "")
    return decide(pair, cross_encoder.shipped().read([words])[0] if pair.worth_reading else None)


def agreement(result: Comparison, name: AspectName) -> str:
    return next((aspect.agreement for aspect in result.aspects if aspect.name == name), "none")


SAME = [
    ("the ferry to Pellam will stay shut until Friday", "the Pellam ferry will stay shut until Friday"),
    ("5,000 people marched through Calder on Sunday", "five thousand people marched through Calder on Sunday"),
    ("thousands of people marched through Calder on Sunday", "5,000 people marched through Calder on Sunday"),
    ("the bridge in Ostrel was closed on March 3", "the bridge in Ostrel was closed on Sunday"),
    (
        "“We warned the harbour board about the crane in January,”",
        "“We had warned the harbour board about the crane in January”",
    ),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_other_words_for_the_same_are_the_same(left: str, right: str) -> None:
    assert compared(said(left), said(right)).relation == "same"


CONFLICTING = [
    ("12 people died in the ferry fire at Pellam", "15 people died in the ferry fire at Pellam", "number"),
    ("the library in Calder will open on March 12", "the library in Calder will open on March 19", "time"),
    ("the minister met the rebels in Norway on Monday", "the minister met the rebels in Kenya on Monday", "place"),
    ("the mayor knew about the leak at the mill", "the mayor did not know about the leak at the mill", "polarity"),
    (
        "Jonas Ruud ordered the police to clear the square in Calder",
        "Petra Halvorsen ordered the police to clear the square in Calder",
        "speaker",
    ),
]


@pytest.mark.parametrize(("left", "right", "matter"), CONFLICTING)
def test_what_cannot_both_be_so_is_in_conflict(left: str, right: str, matter: str) -> None:
    result = compared(said(left), said(right))
    assert result.relation == "conflicting"
    assert result.matters == (matter,)


def test_a_denial_contradicts_what_it_denies() -> None:
    claim = "he took money from the harbour board"
    affirmed = said(claim, by="Hanne Vik", means=[("he", "Miro Castell")])
    denied = said(f"that {claim}", by="Miro Castell", polarity="denied", means=[("he", "Miro Castell")])
    result = compared(affirmed, denied)
    assert (result.relation, result.matters) == ("conflicting", ("polarity",))


def test_a_denied_negation_affirms() -> None:
    result = compared(
        said("that the dam was not safe", polarity="denied"), said("the dam was safe and always has been")
    )
    assert agreement(result, "polarity") != "contrary"


def test_a_vaguer_number_is_no_conflict() -> None:
    result = compared(said("thousands were without power in Tilsen"), said("5,000 were without power in Tilsen"))
    assert agreement(result, "how many") == "vaguer"
    assert result.matters == ()


def test_whom_a_pronoun_means_counts() -> None:
    named = said("Owen Tarr will resign as fire chief before the inquiry reports")
    meant = said("he will resign as fire chief before the inquiry reports", means=[("he", "Owen Tarr")])
    other = said("he will resign as fire chief before the inquiry reports", means=[("he", "Jonas Ruud")])
    assert agreement(compared(named, meant), "who") == "equal"
    assert compared(named, meant).relation == "same"
    assert compared(named, other).relation != "same"


def test_i_is_the_speaker() -> None:
    quoted = said("“I never signed the contract with the ferry company,”", by="Lidia Brandt", form="direct")
    told = said(
        "she never signed the contract with the ferry company", by="Lidia Brandt", means=[("she", "Lidia Brandt")]
    )
    assert compared(quoted, told).relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the ferry to Pellam will stay shut until Friday", "schools in Tilsen teach chess to all ten-year-olds"),
        ("the price of bread rose in the spring", "a concert hall is to be built beside the old mill"),
    ],
)
def test_other_matters_are_different(left: str, right: str) -> None:
    assert compared(said(left), said(right)).relation == "different"


_WORDS = st.sampled_from(
    "the ferry Pellam 12 15 people died not on Monday March 3 in Calder Ostrel will may thousands “ ” … he was".split()
)
_TEXTS = st.one_of(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), st.text(max_size=60))


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _TEXTS, st.sampled_from(["2024-03-04", "2050-01-01", "3/16", "", None]), st.floats(-1, 1))
def test_comparing_is_symmetrical_and_takes_any_text(left: str, right: str, published: str | None, near: float) -> None:
    a, b = said(left or "x", published=published, id="aa#A1"), said(right or "x", id="bb#A1", polarity="denied")
    assert compare(facts_of(a), facts_of(b), near) == compare(facts_of(b), facts_of(a), near)
