"""Circles among outlets that cite each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.circles import components, shortest_circles

GRAPHS = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, n - 1), max_size=4), min_size=n, max_size=n)
)


def reached(start: int, arrows: list[list[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = list(arrows[start])
    while waiting:
        if (node := waiting.pop()) not in seen:
            seen.add(node)
            waiting += arrows[node]
    return seen


@given(GRAPHS)
def test_a_component_is_all_that_lead_to_each_other(arrows: list[list[int]]) -> None:
    number = components(arrows)
    ways = [reached(i, arrows) for i in range(len(arrows))]
    for a in range(len(arrows)):
        for b in range(len(arrows)):
            assert (number[a] == number[b]) == (a == b or (b in ways[a] and a in ways[b]))
            if b in arrows[a]:
                assert number[b] <= number[a]


@given(GRAPHS)
def test_one_circle_for_each(arrows: list[list[int]]) -> None:
    cites = {str(i): dict.fromkeys(map(str, arrows[i]), "") for i in range(len(arrows))}
    found = shortest_circles(cites)
    for circle in found:
        assert len(circle) > 1
        assert all(other in cites[one] for one, other in zip(circle, (*circle[1:], circle[0]), strict=True))
    number = components(arrows)
    assert len(found) == len({n for n in number if number.count(n) > 1})


def test_circles_longer_than_the_stack() -> None:
    size = 50_000
    assert set(components([[(i + 1) % size] for i in range(size)])) == {0}
