from __future__ import annotations

import pytest

from sayso.echoes.echo import echo
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, HeadlineCheck, Span

TEXT = """Pell said that the old harbour crane by the fish quay may fall into the basin.

The harbourmaster, Ines Roth, said: “We are at the end of our rope and the end of our money.”

The council plans to sell the fish market to a brewery.

The swing bridge was painted green on Monday and the gulls left the island.

Her play, “The Gull”, opens tonight with the “wet paint” club."""


def attributions() -> list[Attribution]:
    def span(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words))

    return [
        Attribution(
            "A1",
            (span("Pell"),),
            (span("said"),),
            (span("that the old harbour crane by the fish quay may fall into the basin"),),
            "indirect",
        ),
        Attribution(
            "A2",
            (span("The harbourmaster, Ines Roth"),),
            (span("said: “")[:1] and Span(TEXT.index("said: “"), TEXT.index("said: “") + 4),),
            (span("“We are at the end of our rope and the end of our money.”"),),
            "direct",
        ),
        Attribution(
            "A3",
            (span("The council"),),
            (span("plans"),),
            (span("to sell the fish market to a brewery"),),
            "indirect",
            act="plan",
        ),
    ]


def checks(title: str | None, text: str = TEXT) -> list[HeadlineCheck]:
    return list(echo(Article(text=text, paragraphs=paragraphs_of(text), title=title), attributions()).headline)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbour ‘at the end of our rope’", [("‘at the end of our rope’", "verbatim", "A2", ())]),
        ("Harbour 'at the end of its rope'", [("'at the end of its rope'", "altered", "A2", ())]),
        ("Harbour “in ruins”, says Roth", [("“in ruins”", "not found", None, ())]),
        # The report has it, but leaves it to nobody.
        ("Bridge ‘painted green’", [("‘painted green’", "verbatim", None, ())]),
        (
            "Two scraps: ‘end of our money’, ‘end of our rope’",
            [("‘end of our money’", "verbatim", "A2", ()), ("‘end of our rope’", "verbatim", "A2", ())],
        ),
        ("How ‘The Gull’ came to town", []),  # a name, in the report too
        ("A plain word", []),
        ("", []),
        (None, []),
    ],
)
def test_scraps(title: str | None, expected: list[tuple[str, str, str | None, tuple[str, ...]]]) -> None:
    assert [(c.span.of(title or ""), c.verdict, c.attribution, c.lost) for c in checks(title)] == expected
    assert all(check.quoted for check in checks(title))


@pytest.mark.parametrize(
    ("title", "lost"),
    [
        ("Old harbour crane falls into basin", ("source", "hedge")),
        ("Old harbour crane may fall into basin", ("source",)),
        ("Old harbour crane falls into basin, says engineer", ("hedge",)),
        ("Pell: old harbour crane falls into basin", ("hedge",)),
        ("Report: old harbour crane could fall into basin", ()),
        ("Fish market to be sold to brewery", ()),  # a plan stays a plan
    ],
)
def test_claims_and_what_they_leave_out(title: str, lost: tuple[str, ...]) -> None:
    (check,) = checks(title)
    assert not check.quoted
    assert check.attribution in ("A1", "A3")
    assert check.verdict == "altered"
    assert check.lost == lost


@pytest.mark.parametrize(
    "title",
    [
        "Will the old harbour crane fall into the basin?",  # asks
        "What the old harbour crane tells of the basin",
        "Harbour festival begins with crane race",  # another matter
        "Old harbour cat falls asleep",
        "Ines Roth",
    ],
)
def test_what_is_no_claim_is_left_alone(title: str) -> None:
    assert checks(title) == []


def test_a_claim_in_the_reports_own_words_rests_on_nobody() -> None:
    (check,) = checks("Swing bridge painted green as gulls leave island")
    assert (check.attribution, check.quoted, check.lost) == (None, False, ())


def test_a_clause_is_checked_where_the_whole_rests_on_nothing() -> None:
    title = "Fury and tears among boatmen’s families as old harbour crane falls into basin"
    (check,) = checks(title)
    assert check.span.of(title) == "old harbour crane falls into basin"


def test_a_title_does_not_rest_on_itself() -> None:
    title = "Swing bridge painted green by night"
    assert checks(title, title + "\n\nA cat slept.") == []


def test_spans_point_into_the_title() -> None:
    title = "  Live - Crane latest: ‘end of our rope’ at harbour  "
    (check,) = checks(title)
    assert check.span.of(title) == "‘end of our rope’"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Harbour crane by fish quay ‘may fall into the basin’, court told",
            [("Harbour crane by fish quay ‘may fall into the basin’", ()), ("‘may fall into the basin’", ())],
        ),
        (
            "Harbour crane by fish quay ‘may fall into the basin’",
            [("Harbour crane by fish quay ‘may fall into the basin’", ("source",)), ("‘may fall into the basin’", ())],
        ),
        ("Old harbour crane to go as council ‘at the end of our rope’", [("‘at the end of our rope’", ())]),
    ],
)
def test_a_claim_with_a_quotation_in_it_rests_where_the_quotation_does(
    title: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(check.span.of(title), check.lost) for check in checks(title)] == expected
