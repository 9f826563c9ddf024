"""How a claim spread: from origins through tellers to pages, as far as chains, copies and dates tell.

A page that copied another is joined to that one, not to the tellers in the words it copied; pages that have their words
from one wire are joined to the wire. A page that names the outlet of an earlier page as its source is joined to that
page. Everything else follows the chains. Where the origins have been counted, the picture agrees with the count: what
was taken for one origin is one station. Else a speaker with a name is one station in all articles, a nameless one is
one in each: two "officials" are not taken for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sayso.claims.citing import names_of
from sayso.claims.moments import moment_of
from sayso.claims.nested import inside
from sayso.schema import Claim, Copy, Entry, Origins, Passing, Span, Spread, Statement, Station, Teller
from sayso.schema.asking import Handing, StationKind
from sayso.schema.values import Channel

_LATEST = (1, datetime.max)


@dataclass(slots=True)
class _Draft:
    """A station in the making."""

    kind: StationKind
    teller: Teller | None
    entry: Entry | None
    statements: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Edge:
    """A passing in the making; the first to be found says how and why."""

    channel: Channel | None
    reason: str
    statements: list[str] = field(default_factory=list)


def spread_of(
    claim: Claim,
    statements: Sequence[Statement],
    entries: Mapping[str, Entry],
    copies: Iterable[Copy] = (),
    origins: Origins | None = None,
) -> Spread:
    """Work out how a claim spread.

    :param claim: the claim.
    :param statements: of it.
    :param entries: of their articles, by id.
    :param copies: between these articles.
    :param origins: of the claim, if they have been counted.
    """
    return _Drawing(claim, statements, entries, copies, origins).spread()


class _Drawing:
    """Collects stations and passings; keys name stations until they get their ids."""

    def __init__(
        self,
        claim: Claim,
        statements: Sequence[Statement],
        entries: Mapping[str, Entry],
        copies: Iterable[Copy],
        origins: Origins | None,
    ) -> None:
        self._claim = claim
        self._against = frozenset(claim.against)
        self._reports = {one.statement: one for one in origins.reports} if origins is not None else {}
        self._origins = {one.id: one for one in origins.origins} if origins is not None else {}
        self._entries = entries
        self._by_name = {_folded(one.name): id for id, one in self._origins.items() if one.named and not one.own}
        self._by_article: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in sorted(statements, key=lambda one: one.id):
            self._by_article[statement.article].append(statement)
        self._inside = inside(statements, self._against)
        self._times = {id: _time(entries[id]) for id in self._by_article}
        self._order = sorted(self._by_article, key=lambda id: (*self._times[id], id))
        self._outlets = {id: {_folded(name) for name in names_of(entries[id])} for id in self._order}
        self._copies: defaultdict[str, list[Copy]] = defaultdict(list)
        for copy in copies:
            if copy.left in self._by_article and copy.right in self._by_article:
                self._copies[copy.left].append(copy)
                self._copies[copy.right].append(copy)
        self._stations: dict[str, _Draft] = {}
        self._edges: dict[tuple[str, str, Handing], _Edge] = {}

    def spread(self) -> Spread:
        for id in self._order:
            page = self._stations[f"page {id}"] = _Draft("page", None, self._entries[id])
            page.statements += (statement.id for statement in self._by_article[id])
        for id in self._order:
            if not self._copied(id):
                start = self._wire(id) or f"page {id}"
                for statement in self._leading(id):
                    self._follow(id, statement, start)
        return self._numbered()

    def _leading(self, id: str) -> list[Statement]:
        """Give the statements of a page to follow: of those inside each other the ones that lead furthest."""
        mine = {statement.id: statement for statement in self._by_article[id]}
        # Whom the outer one says to want or believe something is nobody that the page has the claim from.
        further = {
            inner: outer
            for inner, outer in self._inside.items()
            if inner in mine and mine[inner].act == "statement" and len(mine[inner].chain) > len(mine[outer].chain)
        }
        return [
            s for s in mine.values() if s.id in further or (s.id not in self._inside and s.id not in further.values())
        ]

    def _copied(self, id: str) -> bool:
        """Join a page to the one whose words it has; say whether there is one."""
        because = {page for statement in self._by_article[id] if (page := self._because(statement)) is not None}
        best: tuple[tuple[object, ...], str, Copy] | None = None
        for copy in self._copies[id]:
            other = copy.right if copy.left == id else copy.left
            if not self._holds_claim(copy, id) or not self._taken_from(copy, id, other):
                continue
            rank = (other not in because, -copy.words, *self._times[other], other)
            if best is None or rank < best[0]:
                best = (rank, other, copy)
        if best is None:
            return False
        _, other, copy = best
        known = copy.direction in ("left from right", "right from left")
        said = copy.reason if known and copy.reason else ""
        first = "" if known else "; which had them first is not known"
        reason = said or f"{copy.words} words in common{first}"
        ids = [statement.id for statement in self._by_article[id]]
        self._join(f"page {other}", f"page {id}", "copied", None, reason, ids)
        return True

    def _taken_from(self, copy: Copy, id: str, other: str) -> bool:
        """Say whether ``id`` has the words from ``other``; where that is not known, from the one that is earlier."""
        if copy.direction in ("left from right", "right from left"):
            return (copy.direction == "left from right") == (copy.left == id)
        if copy.direction == "from a third":
            return False
        here, there = self._times[id], self._times[other]
        if here[0] or there[0]:
            return not there[0] and bool(here[0])  # the undated is the copy of the dated
        return (there, other) < (here, id)

    def _wire(self, id: str) -> str | None:
        """Join a page to the agency whose text it shares with others, and give that station."""
        credits = sorted(
            (-copy.words, copy.credit)
            for copy in self._copies[id]
            if copy.credit and copy.direction == "from a third" and self._holds_claim(copy, id)
        )
        if not credits or _folded(credits[0][1]) in self._outlets[id]:
            return None
        wire = Teller("", credits[0][1], kind="organisation", named=True)
        shown = self._by_article[id][0]
        cited = self._page_of(wire, id)
        source = f"page {cited}" if cited is not None else self._teller(wire, shown, "origin")
        reason = f"shares {-credits[0][0]} words with other pages, all from {wire.name}"
        self._join(source, f"page {id}", "copied", None, reason, [one.id for one in self._by_article[id]])
        return source

    def _holds_claim(self, copy: Copy, id: str) -> bool:
        spans = [shared.left if copy.left == id else shared.right for shared in copy.passages]
        return not spans or any(
            _overlap(piece, span) for statement in self._by_article[id] for piece in statement.content for span in spans
        )

    def _follow(self, id: str, statement: Statement, target: str) -> None:
        """Join a page to its tellers, nearest first, out to the origin or to a page of one of them.

        :param target: the station that the nearest teller told: the page, or the wire that the page carries.
        """
        if target.startswith("page ") and target != f"page {id}":
            return  # the wire's own page tells its chain
        says = "as the text says"
        for place, teller in enumerate(statement.chain):
            if self._is_own(teller, id) and place < len(statement.chain) - 1:
                continue  # the page's own outlet
            cited = self._page_of(teller, id, statement)
            channel = teller.channel
            if cited is not None:
                reason = f"names {teller.name} as its source, whose own page is earlier"
                if target != f"page {cited}":
                    self._join(f"page {cited}", target, "cited", channel, reason, [statement.id])
                target, says = f"page {cited}", f"as {_outlet(self._entries[id]) or 'another page'} says"
                continue
            last = place == len(statement.chain) - 1
            source = self._teller(teller, statement, "origin" if last else "teller")
            if source == target:
                continue
            if target in self._stations and self._stations[target].kind == "origin":
                self._stations[target].kind = "teller"
            self._join(source, target, "told", channel, says, [statement.id])
            target = source

    def _is_own(self, teller: Teller, id: str) -> bool:
        """Say whether a teller is the outlet of the page, by its whole name or its end: the Argus, of Ludbridge."""
        name = _folded(teller.name)
        ends = bool(name) and teller.kind != "person"
        return any(outlet == name or (ends and outlet.endswith(f" {name}")) for outlet in self._outlets[id])

    def _because(self, statement: Statement) -> str | None:
        """Give the article whose report is the reason why a statement does not count by itself."""
        report = self._reports.get(statement.id)
        if report is None or report.counts != "repeat" or not report.because:
            return None
        article = report.because[0].partition("#")[0]
        return article if article in self._by_article and article != statement.article else None

    def _page_of(self, teller: Teller, id: str, statement: Statement | None = None) -> str | None:
        """Find the earliest page of an outlet that is named as a teller."""
        name = _folded(teller.name)
        because = self._because(statement) if statement is not None else None
        if because is not None and any(_within(name, outlet) for outlet in self._outlets[because]):
            return because
        if not teller.named:
            return None
        for other in self._order:
            if other != id and name in self._outlets[other]:
                before = not self._times[other][0] and self._times[other] <= self._times[id]
                return other if before and self._by_article[other] else None
        return None

    def _teller(self, teller: Teller, statement: Statement, kind: StationKind) -> str:
        report = self._reports.get(statement.id)
        origin = self._origins.get(report.origin or "") if report is not None and kind == "origin" else None
        if origin is None and teller.named:
            origin = self._origins.get(self._by_name.get(_folded(teller.name), ""))
        if origin is not None and not origin.own:
            key = f"origin {origin.id}"
            teller = replace(teller, name=origin.name, kind=origin.kind or teller.kind, named=origin.named)
        elif teller.identity is not None:
            key = teller.identity
        elif teller.named:
            key = f"name {_folded(teller.name)}"
        else:
            key = f"{statement.article}#{teller.label}"
        held = self._stations.get(key)
        if held is None:
            held = self._stations[key] = _Draft(kind, teller, None)
        elif kind == "teller":
            held.kind = "teller"  # it has the claim from somebody, as one article knows
        if held.teller is not None and len(teller.name) > len(held.teller.name):
            held.teller = replace(held.teller, name=teller.name)
        held.statements.append(statement.id)
        return key

    def _join(
        self, source: str, target: str, how: Handing, channel: Channel | None, reason: str, statements: list[str]
    ) -> None:
        self._edges.setdefault((source, target, how), _Edge(channel, reason)).statements.extend(statements)

    def _numbered(self) -> Spread:
        """Give stations their ids: origins, tellers, pages; each in the order in which the first page has them."""
        kinds: dict[StationKind, int] = {"origin": 0, "teller": 1, "page": 2}
        keys = sorted(self._stations, key=lambda key: kinds[self._stations[key].kind])
        ids = {key: f"N{number}" for number, key in enumerate(keys, 1)}
        reached = {target for _, target, _ in self._edges}
        stations = [self._station(ids[key], self._stations[key], key in reached) for key in keys]
        place = {id: number for number, id in enumerate(ids.values())}
        passings = [
            Passing(ids[source], ids[target], how, edge.reason, edge.channel, tuple(dict.fromkeys(edge.statements)))
            for (source, target, how), edge in self._edges.items()
        ]
        passings.sort(key=lambda one: (place[one.target], place[one.source], one.how, one.channel or ""))
        return Spread(self._claim.id, tuple(stations), tuple(passings))

    def _station(self, id: str, draft: _Draft, reached: bool) -> Station:
        statements = tuple(dict.fromkeys(draft.statements))
        if draft.entry is not None:
            entry = draft.entry
            return Station(
                id, "page", _outlet(entry), entry.title or "", article=entry.id, url=entry.url, statements=statements,
                published=None if self._times[entry.id][0] else entry.published, sourced=reached,
                against=bool(statements) and all(one in self._against for one in statements),
            )  # fmt: skip
        assert draft.teller is not None
        teller = draft.teller
        note = ", ".join(fact for fact in (teller.role, teller.affiliation) if fact)
        return Station(id, draft.kind, teller.name, note, shape=teller.kind, named=teller.named, statements=statements)


def _time(entry: Entry) -> tuple[int, datetime]:
    moment = moment_of(entry)
    return _LATEST if moment is None else (0, moment.middle.replace(tzinfo=None))


def _outlet(entry: Entry) -> str:
    names = names_of(entry)
    return (entry.publisher or "").strip() or (names[0] if names else "")


def _folded(name: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _within(name: str, outlet: str) -> bool:
    """Say whether one name is the other, or some of its words."""
    words, others = set(name.split()), set(outlet.split())
    return bool(words and others) and (words <= others or others <= words)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
