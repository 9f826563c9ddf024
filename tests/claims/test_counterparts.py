"""Which pairs of two articles' statements are shown."""

from __future__ import annotations

from sayso.claims.counterparts import best_pairs, left_over
from sayso.schema import Comparison, Counterpart, Span, Statement


def said(article: str, label: str, start: int, end: int, within: str | None = None) -> Statement:
    return Statement(
        f"{article}#{label}",
        article,
        (Span(start, end),),
        "x" * (end - start),
        "indirect",
        nested_in=f"{article}#{within}" if within else None,
    )


def pair(left: Statement, right: Statement, score: float | None = 0.9) -> Counterpart:
    compared = Comparison(left.id, right.id, "same", score, 0.9) if score is not None else None
    return Counterpart(left, right, "same", compared)


WHOLE, PART = said("a", "A1", 0, 58), said("a", "A2", 27, 58, "A1")
OTHER, ITS_PART = said("b", "A1", 0, 62), said("b", "A2", 31, 62, "A1")


def test_of_wholes_and_parts_the_two_wholes_are_shown() -> None:
    whole = pair(WHOLE, OTHER, 0.7)
    every = [whole, pair(WHOLE, ITS_PART), pair(PART, OTHER), pair(PART, ITS_PART, 0.99)]
    assert best_pairs(every) == [whole]


def test_where_one_side_has_no_whole_the_surer_pair_is_shown() -> None:
    surer = pair(PART, OTHER, 0.95)
    assert best_pairs([pair(WHOLE, OTHER, 0.6), surer]) == [surer]


def test_what_both_say_twice_is_two_pairs_and_not_four() -> None:
    again, there = said("a", "A9", 100, 158), said("b", "A9", 104, 166)
    every = [pair(WHOLE, OTHER), pair(WHOLE, there), pair(again, OTHER), pair(again, there)]
    assert best_pairs(every) == [every[0], every[3]]


def test_what_one_says_twice_is_shown_twice() -> None:
    again = said("a", "A9", 100, 158)
    every = [pair(WHOLE, OTHER), pair(again, OTHER, 0.5)]
    assert best_pairs(every) == every


def test_what_was_compared_comes_before_what_a_claim_joins() -> None:
    compared = pair(PART, OTHER, 0.5)
    assert best_pairs([pair(WHOLE, OTHER, None), compared]) == [compared]


def test_it_does_not_matter_which_is_the_left_one() -> None:
    again, there = said("a", "A9", 100, 158), said("b", "A9", 104, 162)
    every = [(WHOLE, OTHER), (PART, OTHER), (WHOLE, ITS_PART), (again, there), (again, ITS_PART), (PART, there)]
    one = {(p.left.id, p.right.id) for p in best_pairs(pair(*both) for both in every)}
    other = {(p.right.id, p.left.id) for p in best_pairs(pair(right, left) for left, right in every)}
    assert one == other


def test_two_with_the_same_words_do_not_lose_each_other() -> None:
    twin = said("a", "A3", 0, 58)
    assert best_pairs([pair(twin, OTHER), pair(WHOLE, OTHER)]) == [pair(WHOLE, OTHER)]


def test_what_stands_inside_a_shown_one_is_not_left_over() -> None:
    free = said("a", "A7", 70, 90)
    assert left_over([WHOLE, PART, free], [WHOLE]) == [free]
    assert left_over([WHOLE, PART, free], [PART]) == [WHOLE, free]
