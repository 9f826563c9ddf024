"""Who speaks where the tagger gives no source, and what is nobody's word; what a short name of a place is not."""

from __future__ import annotations

import pytest

from sayso import Article, Attribution, Span
from sayso.paragraphs import paragraphs_of
from sayso.speakers.resolve import resolve
from sayso.speakers.roster import Roster, roster_of


def told(text: str, cue: str, content: str, source: str = "") -> tuple[str | None, Roster]:
    """Resolve one attribution whose pieces are given by their words."""

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    article = Article(text=text, paragraphs=paragraphs_of(text))
    roster = roster_of(article)
    attribution = Attribution("A1", source=at(source), cue=at(cue), content=at(content), form="indirect")
    found = resolve(article, [attribution], roster)[0].entity
    return (None if found is None else roster.entities[found].name), roster


def test_who_seems_to_think_is_the_subject_before() -> None:
    text = "Ana Reyes nodded at the plan and seemed to think the pier was safe."
    assert told(text, "to think", "the pier was safe")[0] == "Ana Reyes"


def test_the_noun_before_an_infinitive_is_who_is_to_do_it() -> None:
    text = "The party needs more voters to judge him ready."
    assert "voters" in str(told(text, "to judge", "him ready")[0])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor praised the so-called green wall.", "The mayor", "so-called", "green wall"),
        ("Ana Reyes took heat for selling the pier.", "Ana Reyes", "took heat for", "selling the pier"),
        ("Ana Reyes came under fire over the sale.", "Ana Reyes", "came under fire over", "the sale"),
    ],
)
def test_whom_others_blame_says_nothing(text: str, source: str, cue: str, content: str) -> None:
    assert told(text, cue, content, source)[0] is None


def test_who_draws_a_conclusion_says_it() -> None:
    text = "Ana Reyes drew a line and said the pier was safe."
    assert told(text, "said", "the pier was safe", "Ana Reyes")[0] == "Ana Reyes"


def test_a_convention_with_its_year_is_a_treaty() -> None:
    name, roster = told(
        "The 1962 Tarn Convention obliges towns to dredge.", "obliges", "towns to dredge", "Tarn Convention"
    )
    assert {e.kind for e in roster.entities if e.name == name} == {"document"}


def test_a_town_is_not_its_newspaper() -> None:
    text = "The mayor of Tarnmarrow said it was safe. The Tarnmarrow Courier reported that it was not."
    name, roster = told(text, "said", "it was safe", "The mayor of Tarnmarrow")
    assert [e.affiliation for e in roster.entities if e.name == name] == [None]
