from __future__ import annotations

from claim_samples import compare, said

from sayso.claims.conflicts import conflicts_of
from sayso.claims.facts import facts_of
from sayso.schema import Statement
from sayso.schema.matches import Comparison, Conflict


def compared(left: Statement, right: Statement) -> Comparison:
    return compare(facts_of(left), facts_of(right), 0.95)


def test_the_words_of_both_sides_are_shown() -> None:
    first = said("12 people died in the ferry fire at Pellam", id="bb#A1")
    second = said("15 people died in the ferry fire at Pellam", id="aa#A1")
    found = conflicts_of([first, second], [compared(first, second)])
    assert found == [Conflict("number", "bb#A1", "aa#A1", "12 people", "15 people")]


def test_a_denial_is_shown_as_one() -> None:
    first = said("that the dam was safe", id="aa#A1")
    second = said("that the dam was safe", id="bb#A1", polarity="denied")
    found = conflicts_of([first, second], [compared(first, second)])
    assert [(one.matter, one.right_words) for one in found] == [("polarity", "denied: that the dam was safe")]


def test_one_quotation_of_two_speakers_is_a_conflict_of_speakers() -> None:
    words = "“The harbour board has lied to the fishermen of Pellam for years,”"
    first = said(words, by="Ada Fenn", form="direct", id="aa#A1")
    second = said(words, by="Owen Tarr", form="direct", id="bb#A1")
    third = said(words, by="Tarr", form="direct", id="cc#A1")
    found = conflicts_of([first, second], [])
    assert found == [Conflict("speaker", "aa#A1", "bb#A1", "Ada Fenn", "Owen Tarr")]
    assert conflicts_of([second, third], []) == []


def test_what_two_people_say_in_their_own_words_is_none() -> None:
    first = said("“The harbour board has lied to the fishermen of Pellam for years,”", form="direct", id="aa#A1")
    second = said("“For years they told the fishermen nothing but lies,”", by="Owen Tarr", form="direct", id="bb#A1")
    assert conflicts_of([first, second], []) == []
