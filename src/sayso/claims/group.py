"""Statements that are one claim, from what is known of pairs of them.

Conventions. A group has a **centre**, the statement that is the same as most others, and **members**: each is the same
as the centre itself, and as most of the members before it. So nothing drifts: that A is the same as B and B
as C does not make C one with A. What contradicts the centre is **against**: with its whole group, where it has one. A
claim is a group with what is against it, so its conflicts are found in one place; what is against it does not
support it.

A person's verdicts come first. Statements judged one are taken as one; two judged apart never share a group, nor
stands one against the other.

The result depends on the pairs alone, not on their order, and of each connected set of statements on that set alone.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.schema import Judgement
from sayso.schema.matches import Relation

MEMBER_SHARE = 0.5
"""Of more than this part of the members before it a new one must be the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What is known of two statements.

    :param left, right: their ids.
    :param relation: how their contents stand to each other; only ``same`` and ``conflicting`` count here.
    :param score: how sure, in [0, 1].
    """

    left: str
    right: str
    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """One claim: statements by id.

    :param centre: the one that the others are held against.
    :param members: with the centre, in the given order.
    :param against: those that contradict it, in the given order.
    """

    centre: str
    members: tuple[str, ...]
    against: tuple[str, ...] = ()


def grouped(order: Sequence[str], pairs: Iterable[Pair], verdicts: Iterable[Judgement] = ()) -> list[Group]:
    """Put statements together that are one claim, or contradict one.

    :param order: all statements, as they were published.
    :param pairs: any of them; others than of these statements are passed over.
    :param verdicts: judgements that hold; the newest last.
    :return: groups of at least two statements, by their first ones.
    """
    place = {id: index for index, id in enumerate(order)}
    held = [pair for pair in pairs if pair.left in place and pair.right in place]
    ones = _ones(place, [one for one in verdicts if one.subject in place and one.other in place])
    links = _Links(ones, held)
    groups = _against(_stars(ones, links, place), ones, links)
    found = [
        Group(
            _centre(group.centre, ones, links, place),
            _named(group.members, ones, place),
            _named(group.against, ones, place),
        )
        for group in groups
    ]
    return sorted((g for g in found if len(g.members) + len(g.against) > 1), key=lambda g: place[_first(g, place)])


def _first(group: Group, place: Mapping[str, int]) -> str:
    return min((*group.members, *group.against), key=place.__getitem__)


@dataclass(frozen=True, slots=True)
class _Ones:
    """Statements taken as one by verdicts.

    :param of: the number of the one that a statement belongs to.
    :param held: the statements of each one, in order.
    :param apart: pairs of ones that are judged apart.
    """

    of: dict[str, int]
    held: list[list[str]]
    apart: frozenset[tuple[int, int]]

    def part(self, left: int, right: int) -> bool:
        return (min(left, right), max(left, right)) in self.apart


def _ones(place: Mapping[str, int], verdicts: Sequence[Judgement]) -> _Ones:
    """Join what is judged one; where verdicts cannot all hold, the newer ones do."""
    top = {id: id for id in place}

    def root(id: str) -> str:
        while top[id] != id:
            top[id] = top[top[id]]
            id = top[id]
        return id

    apart: defaultdict[str, set[str]] = defaultdict(set)
    for verdict in reversed(verdicts):
        if verdict.decision not in ("same claim", "not the same claim") or verdict.other is None:
            continue
        left, right = root(verdict.subject), root(verdict.other)
        if left == right:
            continue
        if verdict.decision == "not the same claim":
            apart[left].add(right)
            apart[right].add(left)
        elif right not in apart[left]:
            # The earlier statement stands for both, so that numbers follow the order of publication.
            left, right = sorted((left, right), key=place.__getitem__)
            top[right] = left
            for other in apart.pop(right, set()):
                apart[other].discard(right)
                apart[other].add(left)
                apart[left].add(other)
    numbers: dict[str, int] = {}
    held: list[list[str]] = []
    of: dict[str, int] = {}
    for id in place:
        number = numbers.setdefault(root(id), len(held))
        if number == len(held):
            held.append([])
        held[number].append(id)
        of[id] = number
    pairs = {(min(numbers[a], numbers[b]), max(numbers[a], numbers[b])) for a, others in apart.items() for b in others}
    return _Ones(of, held, frozenset(pairs))


class _Links:
    """Which ones are the same, and which contradict each other; the surest pair of each two decides how sure."""

    def __init__(self, ones: _Ones, pairs: Iterable[Pair]) -> None:
        self.same: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self.against: defaultdict[int, set[int]] = defaultdict(set)
        self.each: defaultdict[str, int] = defaultdict(int)
        """How much each statement by itself is the same as others."""
        for pair in pairs:
            left, right = ones.of[pair.left], ones.of[pair.right]
            # Whole numbers: sums of them do not depend on the order.
            score = round(pair.score * 1_000_000)
            if pair.relation == "same":
                self.each[pair.left] += score
                self.each[pair.right] += score
            if left == right or ones.part(left, right):
                continue
            if pair.relation == "same":
                for a, b in ((left, right), (right, left)):
                    self.same[a][b] = max(self.same[a].get(b, 0), score)
            elif pair.relation == "conflicting":
                self.against[left].add(right)
                self.against[right].add(left)
        for one, others in self.same.items():
            self.against[one] -= others.keys()


@dataclass(slots=True)
class _Star:
    """A group while it is made, by the numbers of its ones."""

    centre: int
    members: list[int]
    against: list[int]


def _stars(ones: _Ones, links: _Links, place: Mapping[str, int]) -> list[_Star]:
    """Take the one that is the same as most, with what is the same as it; then again from what is left."""
    strength = {one: sum(links.same[one].values()) if one in links.same else 0 for one in range(len(ones.held))}
    heap = [(-strong, one) for one, strong in strength.items()]
    heapq.heapify(heap)
    free = set(strength)
    out: list[_Star] = []
    while heap:
        strong, centre = heapq.heappop(heap)
        if centre not in free or -strong != strength[centre]:
            continue
        members = [centre]
        near = {one: score for one, score in links.same.get(centre, {}).items() if one in free}
        for one in sorted(near, key=lambda one: (-near[one], one)):
            theirs = links.same[one]
            agreeing = sum(member in theirs for member in members)
            if agreeing > MEMBER_SHARE * len(members) and not any(ones.part(one, member) for member in members):
                members.append(one)
        free.difference_update(members)
        for member in members:
            for one, score in links.same.get(member, {}).items():
                if one in free:
                    strength[one] -= score
                    heapq.heappush(heap, (-strength[one], one))
        out.append(_Star(centre, sorted(members), []))
    return out


def _against(stars: list[_Star], ones: _Ones, links: _Links) -> list[_Star]:
    """Put groups that contradict the centre of a larger one with it; none twice, and none with two."""
    home = {one: star for star in stars for one in star.members}
    rank = {id(star): index for index, star in enumerate(sorted(stars, key=lambda s: (-_size(s, ones), s.members)))}
    taken: set[int] = set()
    out = []
    for star in sorted(stars, key=lambda star: rank[id(star)]):
        if id(star) in taken:
            continue
        taken.add(id(star))
        out.append(star)
        for other in sorted(
            {id(home[one]): home[one] for one in links.against.get(star.centre, ())}.values(),
            key=lambda other: rank[id(other)],
        ):
            inside = [*star.members, *star.against]
            if id(other) not in taken and not any(ones.part(a, b) for a in inside for b in other.members):
                taken.add(id(other))
                star.against = sorted([*star.against, *other.members])
    return out


def _size(star: _Star, ones: _Ones) -> int:
    return sum(len(ones.held[one]) for one in star.members)


def _centre(one: int, ones: _Ones, links: _Links, place: Mapping[str, int]) -> str:
    return min(ones.held[one], key=lambda id: (-links.each.get(id, 0), place[id]))


def _named(numbers: Collection[int], ones: _Ones, place: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted((id for one in numbers for id in ones.held[one]), key=place.__getitem__))
