from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.echoes.inflection import stem
from sayso.echoes.words import OTHER, Lexis, key_of, negated


@pytest.mark.parametrize(
    "forms",
    [
        "steal steals stealing stole stolen",
        "take takes taking took taken",
        "flee flees fleeing fled",
        "agree agrees agreed agreeing",
        "stop stops stopped stopping",
        "carry carries carried carrying",
        "hope hopes hoped hoping",
        "pass passes passed passing",
        "demoralise demoralised demoralising demoralisation demoralized demoralization",
        "evacuate evacuates evacuated evacuation",
        "recover recovers recovered recovering recovery",
        "quick quickly",
        "happy happily",
        "bridge bridges",
        "bus buses",
        "ferry ferries ferry's",
        "is was were are been being",
        "isn't aren't cannot won't not",
        "man men",
        "seven 7",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["red reed", "bus busy", "mine mind", "news new", "wing win", "need ned"])
def test_other_words_do_not(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


@given(st.text(max_size=12))
def test_any_text_has_a_stem(text: str) -> None:
    assert isinstance(stem(text), str)


@given(st.lists(st.sampled_from("steal stole stolen take taken taking go went isn't we've the dog dogs ferry".split())))
def test_reading_gives_the_codes_that_learning_gave(words: list[str]) -> None:
    lexis = Lexis()
    learnt = lexis.learn(" ".join(words))
    assert lexis.words(" ".join(words)).codes == learnt.codes


def test_words_that_no_fragment_has_share_one_code() -> None:
    lexis = Lexis()
    lexis.learn("stolen boats")
    assert lexis.words("Steal a boat, a plane or a heron").codes.replace(OTHER, "").__len__() == 2


def test_keys() -> None:
    assert key_of("Can’t") == "can't"
    assert key_of("5,000") == "5000"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The wall is not ", True),
        ("It isn’t ", True),
        ("Not so. The wall is ", False),
        ("No wall that old was ever ", False),
    ],
)
def test_negation_before(before: str, expected: bool) -> None:
    assert negated(before + "“safe”", len(before)) == expected
