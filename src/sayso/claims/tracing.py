"""What each report of a claim rests on: another report, an outlet's, or nothing but the end of its own chain."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.claims.callings import ANYBODY, may_be_one
from sayso.claims.chain_ends import End, ends_of, is_one_of_more, passed_on
from sayso.claims.circles import components, shortest_circles
from sayso.claims.copied import copied_pairs, mostly_from, takers
from sayso.claims.newsrooms import Newsrooms
from sayso.claims.publication import publication_order
from sayso.claims.union import Union
from sayso.schema import Circle, Copy, Judgement, Statement

Rule = Literal[
    "own", "judged", "copy", "outer", "cites", "through", "lead", "same article", "same publisher", "reprint"
]
"""Why a report rests on others.

- ``own``: it does not; its chain ends in who is counted.
- ``judged``: a person says so.
- ``copy``: the same words stand there.
- ``outer``: what it reports is a statement of its own.
- ``cites``: its chain ends in an outlet whose page is there.
- ``through``: somebody nameless told an outlet whose page is there.
- ``lead``: the article names further down whom it describes first.
- ``same article``: the article names its source elsewhere.
- ``same publisher``: an outlet of the publisher names the source.
- ``reprint``: most of the article is another's.
"""

_WORD = 3
_OF_NEWSROOMS = ("word", "eyes", "nameless")


@dataclass(frozen=True, slots=True)
class Trace:
    """What one statement rests on.

    :param rule: why.
    :param on: indexes of the statements; empty for ``own``.
    :param because: ids besides those, such as of a judgement.
    :param outlet: key of the outlet that is cited.
    """

    rule: Rule
    on: tuple[int, ...] = ()
    because: tuple[str, ...] = ()
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Traces:
    """What every report of a claim rests on.

    :param ends: of each statement's own chain.
    :param traces: of each statement.
    :param leads_to: for each statement those whose own ends it leads to, itself where it rests on nothing else; empty
        where it leads into a circle.
    :param circles: of outlets that cite each other.
    :param twins: pairs of copies of which nothing says which is the original, the one that was taken for it first.
    """

    ends: list[tuple[End, ...]]
    traces: list[Trace]
    leads_to: list[frozenset[int]]
    circles: tuple[Circle, ...]
    twins: list[tuple[int, int]]


def trace(
    statements: Sequence[Statement],
    copies: Sequence[Copy],
    rooms: Newsrooms,
    judgements: Sequence[Judgement],
    *,
    beside: int = 0,
) -> Traces:
    """Follow the chains of a claim's reports across articles.

    :param statements: those that assert the claim, in the order of publication.
    :param judgements: those that hold.
    :param beside: so many at the end are not of the claim: outlets that are cited may rest on them, nothing else.
    """
    ends = [ends_of(statement, rooms) for statement in statements]
    tracing = _Tracing(statements, ends, rooms, len(statements) - beside)
    traces = tracing.traces(copies, judgements)
    circles = _circles(statements[: len(statements) - beside], rooms)
    return Traces(ends, traces, _followed(traces, ends), circles, tracing.twins)


class _Tracing:
    def __init__(
        self, statements: Sequence[Statement], ends: Sequence[tuple[End, ...]], rooms: Newsrooms, told: int
    ) -> None:
        self.statements, self.ends, self.rooms = statements, ends, rooms
        self.of_article: dict[str, list[int]] = defaultdict(list)
        self.of_outlet: dict[str, list[int]] = defaultdict(list)
        self.of_family: dict[str, list[int]] = defaultdict(list)
        for i, statement in enumerate(statements):
            for outlet in {rooms.page(statement.article), rooms.writer(statement.article)}:
                # What an outlet says of the claim comes before what it says of the matter.
                if i < told or not self.of_outlet[outlet] or self.of_outlet[outlet][0] >= told:
                    self.of_outlet[outlet].append(i)
            if i >= told:
                continue
            self.of_article[statement.article].append(i)
            self.of_family[rooms.family(rooms.writer(statement.article))].append(i)
        self.place = {statement.id: i for i, statement in enumerate(statements)}
        self.inner = _inner(statements[:told], self.place)
        self.pages: dict[tuple[str, bool, int], tuple[int, ...]] = {}
        self.moments: dict[tuple[str, bool], list[str]] = {}
        self.by_moment: dict[tuple[str, bool], tuple[list[int], list[int]]] = {}
        self.told = told
        self.copied: dict[int, int] = {}
        self.group: dict[int, frozenset[int]] = {}
        self.mostly: Mapping[str, Sequence[str]] = {}
        self.judged: dict[int, Trace] = {}
        self.twins: list[tuple[int, int]] = []
        # The first of each publisher's reports that names somebody, and that cites another publisher.
        self.first_telling = {
            family: next((i for i in those if self.tells(i)), -1) for family, those in self.of_family.items()
        }
        self.first_citing = {
            family: next((i for i in those if self.cites_others(i, family)), -1)
            for family, those in self.of_family.items()
        }

    def sort(self, i: int) -> str:
        return self.ends[i][0].sort

    def tells(self, i: int) -> bool:
        return self.sort(i) not in ("word", "cites")

    def cites_others(self, i: int, family: str) -> bool:
        return self.sort(i) == "cites" and all(self.rooms.family(end.outlet) != family for end in self.ends[i])

    def traces(self, copies: Sequence[Copy], judgements: Sequence[Judgement]) -> list[Trace]:
        self.mostly = mostly_from(copies, self.of_article)
        self.copied = self._copied(copies)
        self.judged = self._judged(judgements)
        # What is judged of one copy holds for the words, wherever they stand.
        for i, first in sorted(self.copied.items()):
            if i in self.judged and first not in self.judged[i].on:
                self.judged.setdefault(first, self.judged[i])
        while True:
            traces = [self._trace(i) for i in range(len(self.statements))]
            # Where a report is judged to rest on one that rests on it, both are one as it is.
            number = components(_arrows(traces))
            rings: dict[int, int] = {}
            for i, found in self.judged.items():
                if number[i] == number[found.on[0]]:
                    rings[number[i]] = min(i, rings.get(number[i], i))
            if not rings:
                return traces
            for i in rings.values():
                del self.judged[i]

    def _copied(self, copies: Sequence[Copy]) -> dict[int, int]:
        """Give for each copied statement the one that it is a copy of: one that names its source and is none."""
        pairs = copied_pairs(self.statements[: self.told], copies)
        taken = takers(pairs)
        union = Union(len(self.statements))
        for left, right, _ in pairs:
            union.join(left, right)
        members: dict[int, list[int]] = defaultdict(list)
        for i in sorted({i for left, right, _ in pairs for i in (left, right)}):
            members[union.find(i)].append(i)
        root: dict[int, int] = {}
        for those in members.values():
            pages = {self.rooms.page(self.statements[i].article) for i in those}
            pages.update(self.rooms.writer(self.statements[i].article) for i in those)
            rank = {i: (self._rank(i, pages) >= _WORD, i in taken, self._rank(i, pages)) for i in those}
            best = min(rank.values())
            equal = [i for i in those if rank[i] == best]
            # By name before date, so that one more copy of the one does not make an original of it.
            first = min(
                equal, key=lambda i: (not self._rests_outside(i, those), self.ends[i][0].name, self._moment(i), i)
            )
            root.update((i, first) for i in those if i != first)
            # Of any of these the words may be: what one newsroom knows, the others' may be.
            self.twins += ((first, i) for i in those if i != first and self._is_twin(first, i, equal))
            self.group[first] = frozenset(those)
        return root

    def _is_twin(self, first: int, i: int, equal: Collection[int]) -> bool:
        """Tell whether what the two copies rest on is one: the same name, or what one newsroom or the other knows."""
        one, other = self.ends[first][0], self.ends[i][0]
        if one.sort != other.sort:
            return False
        return one.name == other.name or (one.sort in _OF_NEWSROOMS and i in equal)

    def _rank(self, i: int, pages: Collection[str]) -> int:
        """Say how little a report of copied words tells of where they are from; nothing, if that it is from a copy."""
        sort = self.sort(i)
        if sort == "cites":
            return _WORD + 1 if any(end.outlet in pages for end in self.ends[i]) else _WORD - 1
        return {"word": _WORD, "nameless": 1}.get(sort, 0)

    def _rests_outside(self, i: int, those: Collection[int]) -> bool:
        """Tell whether one of several copies rests on more than these."""
        found = self._by_end(i)
        return found.rule != "own" and not set(found.on) <= set(those)

    def _moment(self, i: int) -> str:
        return publication_order(self.statements[i])[0]

    def _judged(self, judgements: Sequence[Judgement]) -> dict[int, Trace]:
        found: dict[int, Trace] = {}
        for judgement in judgements:
            if judgement.decision != "dependent" or judgement.other is None:
                continue
            on = tuple(self._meant(judgement.other)[:1])
            for i in self._meant(judgement.subject):
                if on and i not in on:
                    found.setdefault(i, Trace("judged", on, (judgement.id,)))
        return found

    def _meant(self, id: str) -> list[int]:
        """Give the statements that an id means: of a statement, an article, or a speaker of an article."""
        if id in self.place:
            return [self.place[id]]
        article, mark, label = id.partition("#")
        those = self.of_article.get(article, [])
        if not mark:
            return those
        return [i for i in those if self.statements[i].chain and self.statements[i].chain[-1].label == label]

    def _trace(self, i: int) -> Trace:
        if i in self.judged:
            return self.judged[i]
        if i in self.copied:
            return Trace("copy", (self.copied[i],))
        if i in self.inner:
            return Trace("outer", (self.inner[i],))
        found = self._by_end(i)
        # An original does not rest on its copies.
        return found if found.rule == "cites" or not set(found.on) <= self.group.get(i, set()) else Trace("own")

    def _by_end(self, i: int) -> Trace:
        """Say what a report rests on by the end of its own chain."""
        article = self.statements[i].article
        cited = [end.outlet for end in self.ends[i] if end.sort == "cites"]
        if cited:
            pages = [self._of(outlet, article, self._until(i)) for outlet in cited]
            on = pages[0] if len(pages) == 1 else tuple(dict.fromkeys(j for page in pages for j in page))
            return Trace("cites", on, outlet=cited[0]) if on else Trace("own", outlet=cited[0])
        end = self.ends[i][0]
        if end.sort == "nameless":
            return self._of_nameless(i, end)
        return self._of_word(i) if end.sort == "word" else Trace("own")

    def _until(self, i: int) -> str:
        """Give the last moment at which a page that this one cites can have stood; a day without a time is its noon."""
        moment = self._moment(i)
        if len((self.statements[i].published or "").strip()) <= len("2024-01-31"):
            return moment[:10] + "T99"
        return max(moment, moment[:10] + "T12:00:00")

    def _of(self, outlet: str, article: str, until: str, *, telling: bool = False) -> tuple[int, ...]:
        """Give the reports of an outlet that stood by then: one and the same object for all whom they stood for.

        All of them, if none did: then the dates are wrong, or it cites a page that is not here.
        """
        if (outlet, telling) not in self.moments:
            those = [j for j in self.of_outlet.get(outlet, ()) if not telling or self.tells(j)]
            dated = sorted((self._moment(j), j) for j in those if not self._moment(j).startswith("~"))
            self.moments[outlet, telling] = [moment for moment, _ in dated]
            rest = [j for j in those if self._moment(j).startswith("~")]
            self.by_moment[outlet, telling] = ([j for _, j in dated], rest)
        cut = bisect_right(self.moments[outlet, telling], until)
        key = (outlet, telling, cut)
        if key not in self.pages:
            dated_of, rest = self.by_moment[outlet, telling]
            self.pages[key] = tuple(sorted(dated_of[:cut] + rest)) or tuple(dated_of)
        if outlet not in (self.rooms.page(article), self.rooms.writer(article)):
            return self.pages[key]
        return tuple(j for j in self.pages[key] if self.statements[j].article != article)

    def _of_nameless(self, i: int, end: End) -> Trace:
        article = self.statements[i].article
        if end.through and (on := self._of(end.outlet, article, self._until(i), telling=True)):
            return Trace("through", on, outlet=end.outlet)
        if not is_one_of_more(end) and end.teller and end.teller.kind in ("person", None):
            for j in self.of_article[article]:
                if j > i and self._may_name(end, self.ends[j]):
                    return Trace("lead", (j,))
        for other in self.mostly.get(article, ()):
            for j in self.of_article[other]:
                if self.sort(j) == "nameless" and self.ends[j][0].place == end.place:
                    return Trace("reprint", (j,))
        return Trace("own")

    @staticmethod
    def _may_name(end: End, others: Sequence[End]) -> bool:
        other = others[0]
        if (
            len(others) > 1
            or other.sort != "named"
            or other.teller is None
            or other.teller.kind not in ("person", None)
        ):
            return False
        return other.place == ANYBODY or may_be_one(end.place, other.place)

    def _of_word(self, i: int) -> Trace:
        article = self.statements[i].article
        here = tuple(j for j in self.of_article[article] if self.sort(j) != "word")
        if here:
            return Trace("same article", here)
        family = self.rooms.family(self.rooms.writer(article))
        if (j := self.first_telling.get(family, -1)) >= 0:
            return Trace("same publisher", (j,))
        # What it cites later cannot be what it had before.
        if (j := self.first_citing.get(family, -1)) >= 0 and self._moment(j) < self._moment(i):
            return Trace("same publisher", (j,))
        for other in self.mostly.get(article, ()):
            told = [j for j in self.of_article[other] if self.sort(j) != "word"]
            if those := told or self.of_article[other]:
                return Trace("reprint", (those[0],))
        return Trace("own")


def _inner(statements: Sequence[Statement], place: Mapping[str, int]) -> dict[int, int]:
    """Give for each statement that reports another of the claim the first of those.

    Whom somebody says to want or believe something has not said so.
    """
    found: dict[int, int] = {}
    for i, statement in enumerate(statements):
        if statement.act != "statement":
            continue
        outer = place.get(statement.nested_in or "", i)
        if outer != i:
            found.setdefault(outer, i)
    return found


def _arrows(traces: Sequence[Trace]) -> list[list[int]]:
    """Give what rests on what as a graph.

    Outlets that many cite are nodes of their own, behind the statements, so that the arrows are as many as the
    statements and not their square.
    """
    arrows: list[list[int]] = []
    hubs: dict[int, tuple[int, tuple[int, ...]]] = {}  # by identity: to hash them would take their length each time
    for found in traces:
        if len(found.on) > 1:
            arrows.append([len(traces) + hubs.setdefault(id(found.on), (len(hubs), found.on))[0]])
        else:
            arrows.append(list(found.on))
    return arrows + [list(on) for _, on in hubs.values()]


def _followed(traces: Sequence[Trace], ends: Sequence[tuple[End, ...]]) -> list[frozenset[int]]:
    """Follow what rests on what to its ends."""
    size = len(traces)
    arrows = _arrows(traces)
    number = components(arrows)
    count = max(number, default=-1) + 1
    members: list[list[int]] = [[] for _ in range(count)]
    for node, component in enumerate(number):
        members[component].append(node)
    reached: list[frozenset[int]] = []
    for those in members:
        found_here = {i for i in those if i < size and traces[i].rule == "own"}
        below = {number[j] for i in those for j in arrows[i]} - {number[those[0]]}
        sets = [reached[component] for component in below]
        if not found_here and len(sets) == 1:
            reached.append(sets[0])  # shared, so that long chains cost no more than short ones
            continue
        leads = frozenset(found_here).union(*sets)
        # A ring in which nobody cites an outlet, or somebody says more than that, is one report that is told in
        # several; only outlets that cite each other are none.
        mine = [i for i in those if i < size]
        telling = [i for i in mine if ends[i][0].sort not in ("word", "cites")]
        if not leads and mine and not below and (telling or not any(traces[i].rule == "cites" for i in mine)):
            leads = frozenset((min(telling or mine),))
        reached.append(leads)
    return [reached[number[i]] for i in range(size)]


def _circles(statements: Sequence[Statement], rooms: Newsrooms) -> tuple[Circle, ...]:
    cites: dict[str, dict[str, str]] = defaultdict(dict)
    for statement in statements:
        page = rooms.page(statement.article)
        for outlet in passed_on(statement, rooms):
            cites[page].setdefault(outlet, statement.id)
    return tuple(
        Circle(
            names=tuple(rooms.names[outlet] for outlet in circle),
            statements=tuple(cites[one][other] for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)),
        )
        for circle in shortest_circles(cites)
    )
