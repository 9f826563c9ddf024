"""Outlets that cite each other, found as cycles among who cites whom."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence


def components(arrows: Sequence[Sequence[int]]) -> list[int]:
    """Number the strongly connected components of a graph, each after all that its arrows lead to.

    :param arrows: for each node, those that it leads to.
    :return: for each node the number of its component: 0 has no arrow to another component.
    Source: Tarjan, Depth-first search and linear graph algorithms, 1972; with a stack of its own, since chains may be
    longer than Python's.
    """
    number = [-1] * len(arrows)
    seen = [-1] * len(arrows)
    low = [0] * len(arrows)
    waiting: list[int] = []
    on_the_way = [False] * len(arrows)
    count = clock = 0
    for root in range(len(arrows)):
        if seen[root] >= 0:
            continue
        steps: list[tuple[int, Iterator[int]]] = []
        entered = root
        while True:
            if entered >= 0:
                seen[entered] = low[entered] = clock
                clock += 1
                waiting.append(entered)
                on_the_way[entered] = True
                steps.append((entered, iter(arrows[entered])))
                entered = -1
            node, left = steps[-1]
            for other in left:
                if seen[other] < 0:
                    entered = other
                    break
                if on_the_way[other]:
                    low[node] = min(low[node], seen[other])
            if entered >= 0:
                continue
            steps.pop()
            if low[node] == seen[node]:
                while True:
                    member = waiting.pop()
                    on_the_way[member] = False
                    number[member] = count
                    if member == node:
                        break
                count += 1
            if not steps:
                break
            low[steps[-1][0]] = min(low[steps[-1][0]], low[node])
    return number


def shortest_circles(cites: Mapping[str, Mapping[str, str]]) -> list[tuple[str, ...]]:
    """Give one circle for each set of nodes that all lead to each other: a shortest one through its first.

    :param cites: for each node those that it cites, with whatever shows it; in the order in which circles are to be
        looked for.
    :return: nodes in the order of citing; the last cites the first.
    """
    names = list(dict.fromkeys([*cites, *(cited for those in cites.values() for cited in those)]))
    place = {name: i for i, name in enumerate(names)}
    arrows = [[place[cited] for cited in cites.get(name, ()) if cited != name] for name in names]
    number = components(arrows)
    found: dict[int, tuple[str, ...]] = {}
    for start in range(len(names)):
        if number[start] not in found and (circle := _back_to(start, arrows, number)):
            found[number[start]] = tuple(names[i] for i in circle)
    return list(found.values())


def _back_to(start: int, arrows: Sequence[Sequence[int]], number: Sequence[int]) -> list[int]:
    before: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in arrows[node]:
            if other == start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if number[other] == number[start] and other not in before:
                before[other] = node
                queue.append(other)
    return []
