"""Which statements of a claim stand inside another, and so are no reports of their own."""

from __future__ import annotations

import itertools

from sayso.claims.nested import inside
from sayso.schema import Span, Statement, Teller
from sayso.schema.values import Polarity

MEMO = Teller("S1", "internal memo", "document")
HOLM = Teller("S2", "Ada Holm", "person", True)
MINISTRY = Teller("S3", "the ministry", "organisation", True)


def said(
    label: str,
    *content: tuple[int, int],
    chain: tuple[Teller, ...] = (MEMO,),
    within: str | None = None,
    polarity: Polarity = "affirmed",
    article: str = "a",
) -> Statement:
    return Statement(
        id=f"{article}#{label}",
        article=article,
        content=tuple(Span(*piece) for piece in content),
        text="words",
        form="indirect",
        polarity=polarity,
        chain=chain,
        nested_in=f"{article}#{within}" if within else None,
    )


def test_the_inner_statement_is_no_report_of_its_own() -> None:
    outer, inner = said("A1", (0, 58)), said("A2", (27, 58), chain=(MEMO, HOLM), within="A1")
    assert inside([outer, inner]) == {"a#A2": "a#A1"}


def test_what_lies_within_the_words_of_another_is_inside_without_a_mark() -> None:
    outer = said("A1", (0, 20), (40, 58))
    assert inside([outer, said("U1", (41, 58), chain=())]) == {"a#U1": "a#A1"}
    assert inside([outer, said("A2", (2, 10), (41, 50))]) == {"a#A2": "a#A1"}
    assert inside([outer, said("A2", (10, 50))]) == {}


def test_whom_the_outer_one_passes_on_is_the_same_report() -> None:
    paper = said("A1", (0, 58), chain=(HOLM,))
    assert inside([paper, said("A2", (27, 58), chain=(HOLM, MINISTRY), within="A1")]) == {"a#A2": "a#A1"}


def test_whom_the_outer_one_does_not_pass_on_is_a_report_of_its_own() -> None:
    paper = said("A1", (0, 58), chain=(HOLM,))
    assert inside([paper, said("A2", (27, 58), chain=(MINISTRY,), within="A1")]) == {}


def test_what_is_denied_inside_what_is_affirmed_is_a_report_of_its_own() -> None:
    outer = said("A1", (0, 58))
    assert inside([outer, said("A2", (27, 58), polarity="denied", within="A1")]) == {}
    inner = said("A2", (27, 58), within="A1")
    assert inside([outer, inner], against=["a#A2"]) == {}
    assert inside([outer, inner], against=["a#A1", "a#A2"]) == {"a#A2": "a#A1"}


def test_all_are_inside_the_outermost_whatever_the_order() -> None:
    those = [
        said("A1", (0, 58)),
        said("A2", (10, 58), within="A1"),
        said("A3", (20, 58), within="A2"),
        said("A4", (70, 90)),
        said("A1", (0, 58), article="b"),
    ]
    for order in itertools.permutations(those):
        assert inside(order) == {"a#A2": "a#A1", "a#A3": "a#A1"}


def test_two_with_the_same_words_are_one_report() -> None:
    assert inside([said("A2", (0, 58)), said("A1", (0, 58))]) == {"a#A2": "a#A1"}
    assert inside([said("A1", (0, 58), within="A2"), said("A2", (0, 58))]) == {"a#A1": "a#A2"}
    assert inside([said("A1", (0, 58)), said("A2", (0, 58), chain=(HOLM,))]) == {}
