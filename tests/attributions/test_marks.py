"""Quotation marks of every make, as found on real pages; the texts are ours."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attributions.marks import Quotations, quotations_of
from sayso.paragraphs import paragraphs_of
from sayso.schema import Span


def found(text: str, depth: int | None = 0) -> list[list[str]]:
    return [
        [piece.of(text) for piece in q.pieces]
        for q in quotations_of(text, paragraphs_of(text))
        if depth is None or q.depth == depth
    ]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        pytest.param('He said, "I don\'t know," and "left".', ['"I don\'t know,"', '"left"'], id="straight"),
        pytest.param("“It is shut,” she said. “For good.”", ["“It is shut,”", "“For good.”"], id="curly"),
        pytest.param("''It is shut,'' he said.", ["''It is shut,''"], id="two single for a double"),
        pytest.param("„Zu“, sagte er. «Fermé», dit-elle. »Lukket«", ["„Zu“", "«Fermé»", "»Lukket«"], id="guillemets"),
        pytest.param("Olsen tweeted,”The pier is shut.”", ["”The pier is shut.”"], id="wrong way, no space"),
        pytest.param('He wrote,"no space"and left "again".', ['"no space"', '"again"'], id="missing spaces"),
        pytest.param(
            "She said: 'It's the players' fault, isn't it?' and 'why'.",
            ["'It's the players' fault, isn't it?'", "'why'"],
            id="single, with apostrophes and a possessive",
        ),
        pytest.param(
            "‘Beaten’ crews ‘are selling boats’ and the skippers’ wives are ‘past caring’",
            ["‘Beaten’", "‘are selling boats’", "‘past caring’"],
            id="headline in single marks",
        ),
        pytest.param("Back in the ’90s and '80s it was rock 'n' roll, y'all.", [], id="apostrophes are no marks"),
        pytest.param("The dogs' owners' club's rules", [], id="possessives are no marks"),
        pytest.param("It is “not our [council’s] job” now", ["“not our [council’s] job”"], id="editorial insertion"),
        pytest.param("He said “we are done and left.", ["“we are done and left."], id="never closed"),
        pytest.param(
            "gave the “keys to them and are “refusing to row.”",
            ["“keys to them and are “refusing to row.”"],
            id="opened twice, closed once",
        ),
        pytest.param('The "so-called "experts"" left', ['"so-called "experts""'], id="straight in straight"),
        pytest.param("", [], id="empty"),
        pytest.param('"', ['"'], id="one mark alone"),
    ],
)
def test_one_paragraph(text: str, quotations: list[str]) -> None:
    assert found(text) == [[q] for q in quotations]


def test_quotes_in_quotes_are_deeper() -> None:
    text = "“She said ‘no way’ to me,” he said."
    assert found(text, None) == [["“She said ‘no way’ to me,”"], ["‘no way’"]]
    assert [q.depth for q in quotations_of(text, paragraphs_of(text))] == [0, 1]


def test_a_mark_opens_every_paragraph_and_closes_the_last() -> None:
    text = "He said: “One.\n\n“Two ‘deux’.\n\n“Three.”\n\nFour."
    first, inner = quotations_of(text, paragraphs_of(text))
    assert [p.of(text) for p in first.pieces] == ["“One.", "“Two ‘deux’.", "“Three.”"]
    assert first.closed
    assert inner.depth == 1


def test_an_unclosed_quotation_ends_with_its_paragraph_when_the_next_opens_none() -> None:
    text = "He said: “One.\n\nTwo."
    (only,) = quotations_of(text, paragraphs_of(text))
    assert not only.closed
    assert [p.of(text) for p in only.pieces] == ["“One."]


def test_what_stands_in_marks_is_covered() -> None:
    text = 'a "b “c” d" e'
    quotations = Quotations(quotations_of(text, paragraphs_of(text)))
    assert quotations.covers(Span(2, 11))
    assert not quotations.covers(Span(0, 4))
    assert [q.depth for q in quotations.inside(Span(2, 11)).all] == [1]


@given(st.text(st.sampled_from("ab ,.\n\"'“”‘’«»„`s"), max_size=120))
def test_any_marks_give_pieces_within_paragraphs(text: str) -> None:
    paragraphs = paragraphs_of(text)
    for quotation in quotations_of(text, paragraphs):
        assert list(quotation.pieces) == sorted(quotation.pieces)
        for piece in quotation.pieces:
            assert piece.start < piece.end
            assert any(p.start <= piece.start and piece.end <= p.end for p in paragraphs)


@given(st.text(st.sampled_from("ab ,.\n\"'“”‘’«»„`s"), max_size=80))
def test_outermost_quotations_do_not_overlap(text: str) -> None:
    pieces = sorted(p for q in quotations_of(text, paragraphs_of(text)) if q.depth == 0 for p in q.pieces)
    assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))
