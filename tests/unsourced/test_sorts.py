from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Sort
from sayso.unsourced.account import account
from sayso.unsourced.sorts import ASSERTS, LONG, sort_of


@pytest.mark.parametrize(
    ("sort", "sentence"),
    [
        ("figure", "Some 2,100 families lost their homes."),
        ("figure", "The levy will cost owners £4.5m."),
        ("figure", "Dozens of boats were lost."),
        ("figure", "Rovers climb to sixth."),
        ("event", "The bridge collapsed on 4 March 2023 at 6.30 p.m."),
        ("event", "Foss, 58, drowned in the harbour."),
        ("event", "The 40-year-old drove off the mole."),
        ("event", "The report has not been published."),
        ("motive", "The council shut the bridge because the mayor disliked it."),
        ("motive", "Villagers fear the worst."),
        ("superlative", "It was the biggest flood since 1904."),
        ("superlative", "The bridge is the only way out of the town."),
        ("scene", "What we know so far"),
        ("scene", "14:32"),
        ("scene", "By Tove Maddern"),
        ("scene", "This interview has been edited for length."),
        ("scene", "The ministry did not respond to requests for comment."),
        ("scene", "The trial, which is expected to last two weeks, continues."),
        ("scene", "Not everyone is persuaded."),
        ("background", "Holm graduated from Ostrel Polytechnic."),
        ("background", "The town is home to a herring market."),
        ("question", "Would they really go?"),
        ("question", "“Who shut it?”"),
    ],
)
def test_sorts(sort: Sort, sentence: str) -> None:
    assert sort_of(sentence) == sort


@pytest.mark.parametrize("sentence", ["The latest forest protest is over.", "In the west the rest was a test."])
def test_words_that_only_look_like_superlatives(sentence: str) -> None:
    assert sort_of(sentence) == "event"


def test_only_what_can_be_checked_is_unsourced() -> None:
    text = "A bridge at night\n\nThe bridge collapsed on Monday. Why now?"
    found = account(Article(text, paragraphs_of(text)), (), ())
    assert [(s.voice, s.sort) for s in found.sentences] == [("own", "scene"), ("own", "event"), ("own", "question")]
    assert [span.of(text) for span in found.unsourced] == ["The bridge collapsed on Monday."]


@given(st.text(max_size=400))
def test_any_text_has_a_sort(text: str) -> None:
    assert sort_of(text) in {*ASSERTS, "scene", "background", "question"}


@given(st.text(max_size=400))
def test_any_text_has_an_account(text: str) -> None:
    found = account(Article(text, paragraphs_of(text)), (), ())
    assert all(one.voice == "own" and one.sort for one in found.sentences)


def test_the_end_of_what_is_too_long_decides() -> None:
    assert sort_of("word " * LONG + "and why?") == "question"
