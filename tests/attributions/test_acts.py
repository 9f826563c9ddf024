from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.attributions.acts import act_of, polarity_of
from sayso.attributions.draft import Draft
from sayso.schema import Span


def draft(text: str) -> tuple[str, Draft]:
    """Build a draft from "before|cue|content"."""
    before, cue, content = text.split("|")
    plain = before + cue + content
    a, b = len(before), len(before) + len(cue)
    begin = b + len(content) - len(content.lstrip(" :,"))
    return plain, Draft((), (Span(a, b),), (Span(begin, len(plain)),), 1.0)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("She |said| it rained", "statement"),
        ("She |believes| it rained", "thought"),
        ("She |wanted| to leave", "thought"),
        ("They |are worried about| the pier", "thought"),
        ("He |plans| to resign", "plan"),
        ("The board |decided| to sell", "plan"),
        ("He |announced plans| to sell", "statement"),
        ("He |expressed concern about| the pier", "statement"),
        ("She |said she hopes| it rains", "statement"),
        ("The study |found| that it rained", "statement"),
        ("He |hopes to announce| a sale", "thought"),
        ("He |tweeted| no", "statement"),
        ("Somebody |intervened| there", "statement"),
    ],
)
def test_act(text: str, act: str) -> None:
    assert act_of(*draft(text)) == act


def with_source(text: str) -> tuple[str, Draft]:
    """Build a draft from "source|cue|content"."""
    source, _cue, _content = text.split("|")
    plain, made = draft(text)
    return plain, replace(made, source=(Span(0, len(source)),))


@pytest.mark.parametrize(
    ("before", "polarity"), [("Did ", "questioned"), ("Hasn’t ", "questioned"), ("Yesterday ", "affirmed")]
)
def test_a_question_whether_it_was_said(before: str, polarity: str) -> None:
    plain, made = with_source("the mayor| say| the bridge was safe?")
    n = len(before)
    moved = Draft(
        *(tuple(Span(s.start + n, s.end + n) for s in spans) for spans in (made.source, made.cue, made.content)), 1.0
    )
    assert polarity_of(before + plain, moved) == polarity


def test_what_a_court_heard_was_said() -> None:
    assert act_of(*with_source("The court| heard| that the shop burned")) == "statement"
    assert act_of(*with_source("Neighbours| heard| that the shop burned")) == "thought"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [("Few| doubt| it", "affirmed"), ("No minister| believes| it", "denied"), ("Nobody| denied| it", "affirmed")],
)
def test_a_source_that_is_nobody_turns_the_polarity(text: str, polarity: str) -> None:
    assert polarity_of(*with_source(text)) == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("She |said| it rained", "affirmed"),
        ("She |denied| that it rained", "denied"),
        ("She |did not say| that it rained", "denied"),
        ("She has never |said| that it rained", "denied"),
        ("She did not |say| that it rained", "denied"),
        ("He |asked| whether it rained", "questioned"),
        ("He |asked| them to leave", "affirmed"),
        ("He |asked,| “Did it rain?”", "questioned"),
        ("He |questioned| the figures", "questioned"),
        ("He |doubts| the figures", "questioned"),
        ("The cat |sat and said| it rained", "affirmed"),
        ("They |rejected| the claim", "denied"),
        ("Holm |disagreed|: “It is open.”", "affirmed"),
        ("Holm |denied| “hiding the leak”", "denied"),
        ("Holm |did not say|: “It is open.”", "denied"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    assert polarity_of(*draft(text)) == polarity
