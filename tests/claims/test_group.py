from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.group import Group, Pair, grouped
from sayso.schema import Judgement


def same(left: str, right: str, score: float = 0.8) -> Pair:
    return Pair(left, right, "same", score)


def against(left: str, right: str, score: float = 0.8) -> Pair:
    return Pair(left, right, "conflicting", score)


def verdict(decision: str, left: str, right: str, number: int = 1) -> Judgement:
    return Judgement(f"J{number}", decision, left, right, None, "Ada", "2024-03-04")  # type: ignore[arg-type]


def test_neighbours_of_neighbours_are_not_one_claim() -> None:
    found = grouped("abcd", [same("a", "b"), same("b", "c"), same("c", "d")])
    assert not any({"a", "c"} <= set(group.members) or {"b", "d"} <= set(group.members) for group in found)
    assert [group.members for group in grouped("abc", [same("a", "b", 0.9), same("b", "c")])] == [("a", "b")]


def test_all_members_are_the_same_as_the_centre() -> None:
    found = grouped("abc", [same("a", "b"), same("b", "c"), same("a", "c")])
    assert found == [Group("a", ("a", "b", "c"))]


def test_what_contradicts_stands_against_with_its_group() -> None:
    pairs = [same("a", "b"), same("b", "e"), same("a", "e"), same("c", "d"), against("a", "c")]
    assert grouped("abcde", pairs) == [Group("a", ("a", "b", "e"), ("c", "d"))]


def test_two_that_only_contradict_are_a_claim_with_a_conflict() -> None:
    assert grouped("ab", [against("a", "b")]) == [Group("a", ("a",), ("b",))]


def test_a_group_stands_against_one_claim_only() -> None:
    pairs = [against("a", "c"), against("b", "c")]
    assert grouped("abc", pairs) == [Group("a", ("a",), ("c",))]


def test_single_statements_are_no_claim() -> None:
    assert grouped("ab", []) == []


def test_verdicts_come_first() -> None:
    pairs = [same("a", "b", 0.99), against("c", "d")]
    apart = [verdict("not the same claim", "a", "b"), verdict("not the same claim", "c", "d", 2)]
    assert grouped("abcd", pairs, apart) == []
    assert grouped("abcd", [], [verdict("same claim", "a", "d")]) == [Group("a", ("a", "d"))]


def test_the_newer_of_two_verdicts_holds() -> None:
    one, other, third = (
        verdict("same claim", "a", "b"),
        verdict("same claim", "b", "c", 2),
        verdict("not the same claim", "a", "c", 3),
    )
    assert grouped("abc", [], [one, other, third]) == [Group("b", ("b", "c"))]
    assert grouped("abc", [], [one, other]) == [Group("a", ("a", "b", "c"))]


_IDS = "abcdefghij"
_PAIRS = st.lists(
    st.tuples(
        st.sampled_from(_IDS), st.sampled_from(_IDS), st.sampled_from(["same", "conflicting"]), st.floats(0.5, 1)
    ).filter(lambda pair: pair[0] < pair[1]),
    unique_by=lambda pair: pair[:2],
    max_size=30,
).map(lambda rows: [Pair(*row) for row in rows])
_VERDICTS = st.lists(
    st.tuples(
        st.sampled_from(["same claim", "not the same claim"]), st.sampled_from(_IDS), st.sampled_from(_IDS)
    ).filter(lambda row: row[1] != row[2]),
    max_size=4,
).map(lambda rows: [verdict(*row, number) for number, row in enumerate(rows, 1)])


@given(_PAIRS, _VERDICTS, st.randoms())
def test_order_of_pairs_does_not_matter(pairs: list[Pair], verdicts: list[Judgement], luck: random.Random) -> None:
    found = grouped(_IDS, pairs, verdicts)
    shuffled = [Pair(p.right, p.left, p.relation, p.score) if luck.random() < 0.5 else p for p in pairs]
    luck.shuffle(shuffled)
    assert grouped(_IDS, shuffled, verdicts) == found


@given(_PAIRS, _VERDICTS)
def test_nobody_is_in_two_groups_nor_with_whom_they_are_judged_apart(
    pairs: list[Pair], verdicts: list[Judgement]
) -> None:
    found = grouped(_IDS, pairs, verdicts)
    every = [id for group in found for id in (*group.members, *group.against)]
    assert len(every) == len(set(every))
    if verdicts and verdicts[-1].decision == "not the same claim":
        last = verdicts[-1]
        assert not any({last.subject, last.other} <= {*group.members, *group.against} for group in found)


@given(_PAIRS)
def test_every_member_is_the_same_as_the_centre(pairs: list[Pair]) -> None:
    alike = {frozenset((p.left, p.right)) for p in pairs if p.relation == "same"}
    for group in grouped(_IDS, pairs):
        assert all(frozenset((group.centre, id)) in alike for id in group.members if id != group.centre)


@given(_PAIRS, _PAIRS)
def test_sets_that_nothing_connects_do_not_touch_each_other(left: list[Pair], right: list[Pair]) -> None:
    other = [Pair(p.left.upper(), p.right.upper(), p.relation, p.score) for p in right]
    whole = grouped(_IDS + _IDS.upper(), left + other)
    assert whole == grouped(_IDS, left) + grouped(_IDS.upper(), other)
