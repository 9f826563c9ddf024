from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Shares, Span, Speaker
from sayso.unsourced.account import account

SPEAKERS = (Speaker("S1", "Ada Holm", "person", named=True), Speaker("S2", "driver", "person"))


def shares(text: str, *attributions: Attribution) -> Shares:
    return account(Article(text, paragraphs_of(text)), attributions, SPEAKERS).shares


def at(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


def test_named_anonymous_and_no_sources() -> None:
    text = "Holm said it broke. A driver said it sank. It rained all night."
    first = Attribution("A1", at(text, "Holm"), at(text, "said"), at(text, "it broke"), "indirect", speaker="S1")
    second = Attribution(
        "A2", at(text, "A driver"), at(text, "said it sank"), at(text, "it sank"), "indirect", speaker="S2"
    )
    found = shares(text, first, second)
    assert (found.named, found.anonymous, found.none) == pytest.approx((4 / 13, 5 / 13, 4 / 13))


def test_it_is_said_is_anonymous() -> None:
    text = "It is said that it sank."
    one = Attribution("A1", (), at(text, "is said"), at(text, "that it sank"), "indirect")
    assert shares(text, one) == Shares(0.0, 1.0, 0.0)


def test_words_rest_on_the_one_who_is_said_to_have_said_them() -> None:
    text = "Holm said: a driver told her it had sunk in the harbour."
    outer = Attribution(
        "A1",
        at(text, "Holm"),
        at(text, "said"),
        at(text, "a driver told her it had sunk in the harbour"),
        "indirect",
        speaker="S1",
    )
    inner = Attribution(
        "A2",
        at(text, "a driver"),
        at(text, "told her"),
        at(text, "it had sunk in the harbour"),
        "indirect",
        speaker="S2",
        nested_in="A1",
    )
    found = shares(text, outer, inner)
    assert (found.named, found.anonymous) == pytest.approx((6 / 12, 6 / 12))
    nameless = Attribution("A2", (), inner.cue, inner.content, "indirect", nested_in="A1")
    assert shares(text, outer, nameless) == Shares(1.0, 0.0, 0.0)


def test_words_that_belong_to_nobody_go_with_their_attributed_sentence() -> None:
    text = "Holm said on Monday it broke."
    one = Attribution("A1", at(text, "Holm"), at(text, "said"), at(text, "it broke"), "indirect", speaker="S1")
    assert shares(text, one) == Shares(1.0, 0.0, 0.0)


@pytest.mark.parametrize("name", ["AUTHOR", "Tove Maddern"])
def test_what_the_author_says_is_the_reports_own_word(name: str) -> None:
    text = "We think it sank in the harbour on Monday."
    one = Attribution("A1", at(text, "We"), at(text, "think"), at(text, "it sank"), "indirect", speaker="S1")
    article = Article(text, paragraphs_of(text), author="Tove Maddern")
    found = account(article, (one,), (Speaker("S1", name, "person"),))
    assert found.shares == Shares(0.0, 0.0, 1.0)
    assert [sentence.voice for sentence in found.sentences] == ["own"]


def test_no_words_no_shares() -> None:
    assert shares("") == Shares(0.0, 0.0, 0.0)
    assert shares("…\n\n—") == Shares(0.0, 0.0, 0.0)


@given(
    st.text(max_size=200),
    st.lists(st.tuples(st.integers(0, 220), st.integers(0, 60), st.sampled_from(("S1", "S2", "S9", None))), max_size=6),
)
def test_shares_of_any_text_add_up(text: str, pieces: list[tuple[int, int, str | None]]) -> None:
    attributions = [
        Attribution(
            f"A{i}", (), (), (Span(min(start, len(text)), min(start + size, len(text))),), "direct", speaker=speaker
        )
        for i, (start, size, speaker) in enumerate(pieces)
    ]
    found = shares(text, *attributions)
    total = found.named + found.anonymous + found.none
    assert total == pytest.approx(1.0) or (total == 0.0 and not any(c.isalnum() or c == "_" for c in text))
    assert min(found.named, found.anonymous, found.none) >= 0.0
