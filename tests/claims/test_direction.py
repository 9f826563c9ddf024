"""Which of two articles has words from the other: each kind of evidence, and what stands against it."""

from __future__ import annotations

import pytest
from copy_samples import BARE, FURTHER, MORE, OWN, SPEECH, entry
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.citing import first_by, names_of, told_by
from sayso.claims.direction import Side, direction_of
from sayso.claims.moments import later_by, moment_of
from sayso.schema import Span

WHOLE = [(Span(0, 100), Span(0, 100))]
NOTE = "Ada Fenn writes about harbours and has done so since the ice plant was built."


def side(number: int, publisher: str | None, text: str = BARE, **facts: object) -> Side:
    return Side(entry(number, publisher, **facts), text)


@pytest.mark.parametrize(
    "words",
    [
        "This article was originally published by the Calder Post.",
        "The collapse was first reported by the Calder Post.",
        "Republished with permission from The Calder Post.",
        "This story appeared in the Calder Post.",
        "Originally published by Calder Post",
        "The Calder Post first reported the collapse.",
        "Read the full story at calderpost.example.",
    ],
)
def test_who_had_it_first(words: str) -> None:
    left = side(1, "The Calder Post", url="https://www.calderpost.example/1", published="2024-03-01T08:00:00Z")
    right = side(2, "Marrow Daily", f"{BARE}\n\n{words}", published="2024-03-02T08:00:00Z")
    direction, reason = direction_of(left, right, WHOLE)
    assert direction == "right from left"
    assert reason.startswith("Marrow Daily says that The Calder Post had it first: “")
    assert direction_of(right, left, WHOLE) == ("left from right", reason)


@pytest.mark.parametrize(
    "words",
    [
        "Brandt told the Calder Post that she would stay.",
        "According to people who spoke there and according to the Calder Post, she left.",
        "The Calder Post's reporter knew; the Calder Post reported it on Sunday.",
        "She left, the document obtained by the Calder Post says.",
        "She left (via Calder Post).",
        "Source: Calder Post",
        "The editorial in the Calder Post asks her to go.",
    ],
)
def test_who_is_named_as_a_source(words: str) -> None:
    direction, reason = direction_of(side(1, "Calder Post (Web)"), side(2, "Marrow Daily", f"{BARE} {words}"), WHOLE)
    assert direction == "right from left"
    assert "names Calder Post (Web) as a source" in reason


@pytest.mark.parametrize(
    "words",
    [
        "The Calder Post is a newspaper.",
        "Brandt told the Calder Postman that she would stay.",
        "A post in Calder was told.",
        "She delivered the calder post.",
    ],
)
def test_an_outlet_may_be_mentioned(words: str) -> None:
    one = entry(1, "Calder Post")
    assert first_by(words, one) is None
    assert told_by(words, one) is None


def test_a_source_published_later_is_none() -> None:
    left = side(1, "Calder Post", published="2024-03-09")
    right = side(2, "Marrow Daily", f"{BARE} Brandt told the Calder Post so.", published="2024-03-01")
    direction, reason = direction_of(left, right, WHOLE)
    assert direction == "not known"
    assert reason.endswith("But Calder Post was published 8 days later.")


def test_each_may_name_the_other() -> None:
    left = side(1, "Calder Post", f"{BARE} Brandt told the Marrow Daily so.")
    right = side(2, "Marrow Daily", f"{BARE} Brandt told the Calder Post so.")
    direction, reason = direction_of(left, right, WHOLE)
    assert direction == "not known"
    assert reason.startswith("Each names the other")


def test_an_agencys_text_with_one_credit_leaves_it_open() -> None:
    left = side(1, "Calder Post", f"OSTREL (AP) — {BARE}", published="2024-03-01")
    direction, reason = direction_of(left, side(2, "Marrow Daily", published="2024-03-09"), WHOLE)
    assert direction == "not known"
    assert "Calder Post credits Associated Press" in reason
    assert "may have the words from the agency or from the other" in reason


def test_two_agencies_do_not_have_it_from_their_clients() -> None:
    left = side(1, "Associated Press", published="2024-03-01T08:00:00Z")
    right = side(2, "Calder Post", f"{BARE}\n\nThe Associated Press contributed to this report.")
    assert direction_of(left, right, WHOLE)[0] == "right from left"
    assert direction_of(right, left, WHOLE)[0] == "left from right"


def test_one_outlet_that_often_credits_an_agency() -> None:
    tail = "\n\nThe Associated Press contributed to this report."
    left = side(1, "Calder Post", BARE + tail, published="2024-03-01")
    right = side(2, "Calder Post", OWN + MORE + BARE[:200] + tail, published="2024-03-09")
    direction, reason = direction_of(left, right, [(Span(0, 200), Span(len(OWN + MORE), len(OWN + MORE) + 200))])
    assert direction == "not known"
    assert reason.startswith("Both are by Calder Post, 8 days apart")


def test_a_rerun_is_from_the_earlier() -> None:
    left, right = side(1, "Calder Post", published="2024-03-09"), side(2, "Calder Post", published="2024-03-01")
    direction, reason = direction_of(left, right, [(Span(0, len(BARE)), Span(0, len(BARE)))])
    assert (direction, reason) == (
        "left from right",
        "Both are by Calder Post; the later one, by 8 days, repeats the other.",
    )


def test_a_speakers_words_are_the_speakers() -> None:
    span = Span(0, len(SPEECH))
    left = side(1, "Calder Post", SPEECH, published="2024-03-09")
    right = side(2, "Marrow Daily", SPEECH, published="2024-03-01")
    assert direction_of(left, right, [(span, span)])[0] == "from a third"


def test_one_author_writes_for_two() -> None:
    left = side(1, "Calder Post", author="Ada Fenn; Jonas Ruud", published="2024-03-09")
    right = side(2, "Marrow Daily", author="By Hanne Vik and Ada Fenn", published="2024-03-01")
    direction, reason = direction_of(left, right, WHOLE)
    assert direction == "not known"
    assert reason == "Calder Post was published 8 days after Marrow Daily, but both are signed by Ada Fenn."


def test_background_is_repeated_for_years() -> None:
    texts = (f"{OWN}\n\n{BARE[:300]}", f"{BARE[:300]}\n\n{MORE} {SPEECH}")
    spans = [(Span(len(OWN) + 2, len(OWN) + 302), Span(0, 300))]
    left = side(1, "Calder Post", texts[0], published="2024-01-01")
    soon, late = (side(2, "Marrow Daily", texts[1], published=day) for day in ("2024-01-12", "2024-03-12"))
    assert direction_of(left, soon, spans)[0] == "right from left"
    direction, reason = direction_of(left, late, spans)
    assert direction == "not known"
    assert reason.startswith("Marrow Daily was published 71 days after Calder Post; so much later")


def test_an_agency_in_part_stands_in_the_way_of_order() -> None:
    left = side(1, "Calder Post", f"{BARE}\n\nReuters contributed to this report.", published="2024-03-09")
    direction, reason = direction_of(left, side(2, "Marrow Daily", published="2024-03-01"), WHOLE)
    assert direction == "not known"
    assert "but Calder Post credits Reuters" in reason


def test_an_outlets_standing_text_is_from_neither() -> None:
    texts = (f"{BARE}\n\n{SPEECH}\n\n{NOTE}", f"{OWN}\n\n{MORE}\n\n{FURTHER}\n\n{NOTE}")
    left_span, right_span = (Span(len(text) - len(NOTE), len(text)) for text in texts)
    left = side(1, "Calder Post", texts[0], published="2024-03-01", url="https://calderpost.example/1")
    right = side(2, "Guest Writer", texts[1], published="2024-03-02", url="https://calderpost.example/2")
    direction, reason = direction_of(left, right, [(left_span, right_span)])
    assert direction == "from a third"
    assert reason == "Both are by calderpost.example and speak of different things: the words are its standing text."
    elsewhere = side(2, "Marrow Daily", texts[1], published="2024-03-09")
    assert direction_of(left, elsewhere, [(left_span, right_span)])[0] == "right from left"


def test_an_outlets_list_is_from_neither() -> None:
    names = "Pellam: " + ", ".join(["Ada Fenn", "Owen Tarr", "Hanne Vik"] * 5)
    texts = (f"{names}\n\n{BARE}", f"{names}\n\n{MORE}")
    span = Span(0, len(names))
    left, right = (side(i, "Calder Post", text, published=f"2024-03-0{i}") for i, text in enumerate(texts, 1))
    direction, reason = direction_of(left, right, [(span, span)])
    assert (direction, reason) == ("from a third", "Both are by Calder Post, and the shared words are a list: its own.")


def test_an_outlet_goes_by_one_clock() -> None:
    texts = (f"{BARE}\n\n{MORE}\n\n{OWN}", f"{BARE[:500]}\n\n{MORE}")
    span = Span(len(BARE) + 2, len(BARE) + 2 + len(MORE)), Span(502, 502 + len(MORE))
    left, next_day, next_week = (
        side(1, "Calder Post", texts[0], published="2024-03-01"),
        side(2, "Calder Post", texts[1], published="2024-03-02"),
        side(2, "Calder Post", f"{texts[1]}\n\n{OWN}", published="2024-03-08"),
    )
    direction, reason = direction_of(left, next_day, [span])
    assert direction == "right from left"
    assert reason == "Both are by Calder Post; the later one, by 1 day, repeats the other."
    assert direction_of(left, next_week, [span])[0] == "not known"
    elsewhere = side(2, "Marrow Daily", texts[1], published="2024-03-02")
    assert direction_of(left, elsewhere, [span])[0] == "not known"


def test_words_that_one_outlet_was_told_are_its_own() -> None:
    told = f"{OWN}\n\n{SPEECH} she told the Calder Post."
    at = Span(len(OWN) + 2, len(OWN) + 2 + len(SPEECH))
    left, right = side(1, "Calder Post", SPEECH), side(2, "Marrow Daily", told)
    direction, reason = direction_of(left, right, [(Span(0, len(SPEECH)), at)])
    assert direction == "right from left"
    assert reason == "Marrow Daily names Calder Post as a source beside the shared words: “told the Calder Post”."


def test_an_outlet_that_is_named_for_other_words_is_not_their_source() -> None:
    told = f"{SPEECH}\n\n{BARE}\n\nThe bridge was told of in the Calder Post, and she told the Calder Post so."
    span = Span(0, len(SPEECH))
    left, right = side(1, "Calder Post", SPEECH), side(2, "Marrow Daily", told)
    assert direction_of(left, right, [(span, span)])[0] == "from a third"


def test_what_only_one_quotes_is_the_others_own() -> None:
    quoting = f"The Calder Post reports:\n\n{MORE}\n\n{BARE}"
    start = quoting.index(MORE)
    left, right = side(1, "Calder Post", MORE), side(2, "Marrow Daily", quoting)
    direction, _ = direction_of(left, right, [(Span(0, len(MORE)), Span(start, start + len(MORE)))])
    assert direction == "right from left"


@pytest.mark.parametrize("published", [None, "", "3/16", "2050-01-01", "2024", "2024-13-45", "yesterday", "0001-01-01"])
def test_without_a_usable_time_nothing_is_said(published: str | None) -> None:
    direction, reason = direction_of(
        side(1, "Calder Post", published="2024-03-01"), side(2, "Marrow Daily", published=published), WHOLE
    )
    assert direction == "not known"
    assert reason == "There is no usable time of publication for Marrow Daily, and neither names a source."


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        ("2024-03-01", "2024-03-01", None),
        ("2024-03-01", "2024-03-02", None),
        ("2024-03-01", "2024-03-03", 60),
        ("2024-03-01T08:00:00Z", "2024-03-01T08:30:00Z", 30),
        ("2024-03-01T08:00:00+01:00", "2024-03-01T08:00:00Z", 60),
        ("2024-03-01T08:00:00+0100", "2024-03-01 08:00:00Z", 60),
        ("2024-03-01T08:00:00", "2024-03-01T20:00:00", None),
        ("2024-03-01T08:00Z", "2024-03-01T08:00:59Z", None),
        ("2024-03-01T08:00:00Z", "2024-03-01", None),
        ("2024-03-01T08:00:00.123Z", "2024-03-04", 51 * 60),
    ],
)
def test_later_by_at_least(one: str, other: str, minutes: int | None) -> None:
    first, second = moment_of(entry(1, None, published=one)), moment_of(entry(2, None, published=other))
    assert first is not None
    assert second is not None
    gap = later_by(first, second)
    assert (None if gap is None else int(gap.total_seconds()) // 60) == minutes
    if gap is not None:
        assert later_by(second, first) is None


def test_names_of_an_outlet() -> None:
    assert names_of(entry(1, "The Calder Post Online News", url="https://www.calder.example/x")) == [
        "Calder Post Online News",
        "calder.example",
        "Calder Post",
    ]
    assert "AP" in names_of(entry(1, "Associated Press"))
    assert names_of(entry(1, "CBC News")) == ["CBC News", "CBC"]
    assert names_of(entry(1, "Calder News")) == ["Calder News"]
    assert names_of(entry(1, None)) == names_of(entry(1, "( - )", url="https://[")) == []


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=30), st.text(max_size=300))
def test_anything_goes(publisher: str, author: str, published: str, text: str) -> None:
    left = Side(entry(1, publisher, author=author, published=published), text)
    right = Side(entry(2, author, author=publisher, published="2024-01-01"), f"told {publisher} {text}")
    spans = [(Span(0, len(text)), Span(0, len(right.text)))]
    direction, reason = direction_of(left, right, spans)
    assert reason.endswith(".")
    turned = direction_of(right, left, [(b, a) for a, b in spans])[0]
    same = {"left from right": "right from left", "right from left": "left from right"}
    assert turned == same.get(direction, direction)
