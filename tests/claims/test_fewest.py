"""The least number of origins is the size of a smallest cover by groups of what may be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.callings import lies_on_the_way, may_be_one
from sayso.claims.fewest import Standing, fewest

PLACES = st.sampled_from(
    [(), ("a",), ("a", "b"), ("a", "c"), ("a", "b", "d"), ("a", "b", "e"), ("a", "c", "f"), ("g",)]
)
STANDINGS = st.builds(Standing, PLACES, alone=st.booleans(), person=st.booleans())


def compatible(one: Standing, other: Standing) -> bool:
    """Say what the module says in words, without a tree."""
    if one.alone and other.alone:
        return False
    if not one.alone and not other.alone:
        return may_be_one(one.place, other.place)
    named, nameless = (one, other) if one.alone else (other, one)
    if lies_on_the_way(nameless.place, named.place):
        return True
    return lies_on_the_way(named.place, nameless.place) and named.person and nameless.person


def partitions(items: Sequence[int]) -> Iterator[list[list[int]]]:
    if not items:
        yield []
        return
    first, rest = items[0], items[1:]
    for groups in partitions(rest):
        for i, group in enumerate(groups):
            yield [*groups[:i], [first, *group], *groups[i + 1 :]]
        yield [[first], *groups]


def least(origins: Sequence[Standing]) -> int:
    return min(
        len(groups)
        for groups in partitions(range(len(origins)))
        if all(compatible(origins[a], origins[b]) for group in groups for a in group for b in group if a < b)
    )


def groups_of(origins: Sequence[Standing]) -> int:
    return sum(i == stands for i, stands in enumerate(fewest(origins)))


@given(st.lists(STANDINGS, max_size=7))
def test_it_is_the_smallest_cover(origins: list[Standing]) -> None:
    assert groups_of(origins) == least(origins)


@given(st.lists(STANDINGS, max_size=40), STANDINGS)
def test_one_more_never_lowers_it_and_raises_it_by_one_at_most(origins: list[Standing], more: Standing) -> None:
    assert groups_of(origins) <= groups_of([*origins, more]) <= groups_of(origins) + 1


@given(st.lists(STANDINGS, max_size=20), st.randoms())
def test_the_order_does_not_matter(origins: list[Standing], random: object) -> None:
    mixed = list(origins)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert groups_of(mixed) == groups_of(origins)


@given(st.lists(STANDINGS, min_size=1, max_size=20))
def test_who_stands_for_others_stands_for_itself(origins: list[Standing]) -> None:
    stands = fewest(origins)
    assert all(stands[i] == i for i in stands)


def test_a_nurse_is_no_admiral_but_either_may_be_the_source() -> None:
    nurse, admiral, source = (("anybody", "medical"), ("anybody", "official", "military"), ("anybody",))
    assert groups_of([Standing(place, alone=False) for place in (nurse, admiral, source)]) == 2


def test_somebody_of_whom_nothing_is_said_may_be_one_of_them_only() -> None:
    nurse, admiral = ("anybody", "medical"), ("anybody", "official", "military")
    named = Standing(("anybody",), alone=True)
    assert groups_of([named, Standing(nurse, alone=False), Standing(admiral, alone=False)]) == 2
