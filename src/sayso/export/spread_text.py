"""How a claim spread, for a terminal: day by day, each page with those it has the claim from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.cited import quoted
from sayso.export.look import Look
from sayso.export.spread_groups import Shown, grouped, ways_in
from sayso.export.spread_layout import day_and_time
from sayso.export.spread_words import counted, reach_of, way_words
from sayso.export.tellers import Shape
from sayso.schema import ClaimView, Passing, Report, Spread, Statement, Station

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def drawn(view: ClaimView, look: Look, *, every: bool = False) -> list[RenderableType]:
    """Give the parts of the view, top to bottom.

    :param every: show each page with its words and reasons, not many copies in one line.
    """
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = []
    ways = ways_in(view)
    reports = _Reports(view)
    names = {station.id: station for station in view.spread.stations}
    dim = "dim" if look.colour else ""
    pages = [Shown(page) for page in view.spread.pages] if every else grouped(view)
    day = None
    for shown in pages:
        page = shown.page
        its_day, clock = day_and_time(page.published)
        if its_day != day:
            parts.append(Text(look.fit(its_day), style="bold" if look.colour else ""))
            day = its_day
        its_ways = _ways(page, ways, names, look)
        if shown.brief:
            parts.append(Padding(_brief(page, clock, its_ways, reports.of(page), look), (0, 0, 0, 2)))
            continue
        parts.append(Padding(_page(page, clock, look), (0, 0, 0, 2)))
        parts += (Padding(Text(way), (0, 0, 0, 8)) for way in its_ways)
        for statement in reports.of(page):
            parts += (Padding(line, (0, 0, 0, 8)) for line in reports.lines(statement, look))
        if shown.copies:
            parts.append(Padding(Text(look.fit(_copies(shown)), style=dim), (0, 0, 0, 8)))
    if any(shown.brief for shown in pages):
        words = "One line: a page that repeats what others are counted for; --all shows its words and why"
        parts.append(Text(look.fit(words), style=dim))
    return parts


def sources(spread: Spread, look: Look) -> list[RenderableType]:
    """List the origins and tellers, those that lead to most pages first."""
    from rich.text import Text

    reach = reach_of(spread)
    found = [station for station in spread.stations if station.kind != "page" and reach[station.id]]
    parts: list[RenderableType] = []
    for station in sorted(found, key=lambda one: (one.kind != "origin", -reach[one.id])):
        mark = look.mark(_shape(station), named=station.named)
        text = Text(f"{mark} ")
        text.append(look.fit(station.label), style="bold" if look.colour else "")
        facts = ["" if station.named else "unnamed", station.note, "passed it on" if station.kind == "teller" else ""]
        facts.append(f"leads to {counted(reach[station.id], 'page')}")
        text.append(", " + ", ".join(look.fit(fact) for fact in facts if fact))
        parts.append(text)
    return parts


def _shape(station: Station) -> Shape:
    return station.shape if station.shape in ("organisation", "document") else "person"


def _page(page: Station, clock: str, look: Look) -> Text:
    from rich.text import Text

    text = Text(f"{clock or '     '} ")
    text.append(look.fit(page.label) or "a page without outlet", style="bold" if look.colour else "")
    if page.against:
        text.append(f"{look.dot}contradicts the claim", style="bold red" if look.colour else "")
    if page.note:
        text.append(f"{look.dot}{look.fit(page.note)}", style="dim" if look.colour else "")
    return text


def _ways(page: Station, ways: dict[str, list[Passing]], names: dict[str, Station], look: Look) -> list[str]:
    arrow = "<- " if look.plain else "← "
    found = [way_words(one, ways, names) for one in ways.get(page.id, ())] or ["names no source"]
    return [look.fit(f"{arrow}{way}") for way in found]


def _brief(page: Station, clock: str, ways: Sequence[str], statements: Sequence[Statement], look: Look) -> Text:
    """Draw a page that only repeats on one line."""
    from rich.text import Text

    text = Text(f"{clock or '     '} ")
    text.append(look.fit(page.label) or "a page without outlet", style="bold" if look.colour else "")
    text.append(f" {ways[0]}" + (f" and {len(ways) - 1} more" if len(ways) > 1 else ""))
    more = f" and {len(statements) - 1} more" if len(statements) > 1 else ""
    text.append(f"{look.dot}{statements[0].id}{more}" if statements else "", style="dim" if look.colour else "")
    return text


def _copies(shown: Shown) -> str:
    """Say how many pages have the words of one, and which had them first and last."""
    day, _ = day_and_time(shown.page.published)

    def when(page: Station) -> str:
        its_day, clock = day_and_time(page.published)
        if not page.published:
            return f"{page.label or 'a page without outlet'}, undated"
        moment = ", ".join(word for word in (its_day if its_day != day else "", clock) if word)
        return f"{page.label or 'a page without outlet'}{f', {moment}' if moment else ''}"

    first, last = shown.copies[0], shown.copies[-1]
    return (
        f"{counted(len(shown.copies), 'more page')} with the same words, all repeats: first {when(first)},"
        f" last {when(last)}; --all shows each"
    )


class _Reports:
    """The reports of a claim with what each adds, those inside another with that one."""

    def __init__(self, view: ClaimView) -> None:
        self._statements = {statement.id: statement for statement in view.statements}
        self._reports = {one.statement: one for one in view.origins.reports} if view.origins is not None else {}
        self._outer = {one.statement: one.of for one in view.inside}
        self._inner: defaultdict[str, list[Statement]] = defaultdict(list)
        for one in view.inside:
            self._inner[one.of].append(self._statements[one.statement])

    def of(self, page: Station) -> list[Statement]:
        """Give the reports of a page."""
        return [self._statements[id] for id in page.statements if id in self._statements and id not in self._outer]

    def lines(self, statement: Statement, look: Look) -> list[Text]:
        """Draw a report: its words, what it adds and why, and what stands inside it.

        What it adds is the most that it or anything inside it does: where a paper passes on what a ministry says, the
        ministry is counted.
        """
        from rich.text import Text

        dim = "dim" if look.colour else ""
        inner = self._inner[statement.id]
        held = [self._reports[one.id] for one in (statement, *inner) if one.id in self._reports]
        most = min(held, key=lambda one: _RANK[one.counts], default=None)
        lines = [Text(quoted(statement.text, look, 220), style="green" if look.colour else "")]
        lines.append(Text(look.fit(look.dot.join([statement.id, *_adds(most)])), style=dim))
        for one in inner:
            report = self._reports.get(one.id)
            # Another origin than that of the whole must not be lost.
            own = _adds(report) if report is not most and report and most and report.origin != most.origin else []
            facts = look.dot.join([f"inside it: {quoted(one.text, look, 120)} {one.id}", *own])
            lines.append(Text(look.fit(facts), style=dim))
        return lines


def _adds(report: Report | None) -> list[str]:
    return [f"{_COUNTS[report.counts]}: {report.reason}"] if report is not None else []


_COUNTS = {"yes": "counts", "repeat": "repeats", "maybe": "counts at most", "no": "does not count"}
_RANK = {"yes": 0, "maybe": 1, "repeat": 2, "no": 3}
