"""How a claim spread, for a terminal: day by day, each page with those it has the claim from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.export.cited import quoted
from sayso.export.look import Look
from sayso.export.spread_layout import day_and_time
from sayso.export.spread_words import counted, reach_of, way_words
from sayso.export.tellers import Shape
from sayso.schema import Passing, Report, Spread, Statement, Station

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def drawn(
    spread: Spread, look: Look, statements: dict[str, Statement], reports: dict[str, Report]
) -> list[RenderableType]:
    """Give the parts of the view, top to bottom.

    :param statements: of the claim, by id.
    :param reports: what each adds to the number of origins, by id of the statement.
    """
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = []
    into: defaultdict[str, list[Passing]] = defaultdict(list)
    for passing in spread.passings:
        into[passing.target].append(passing)
    stations = {station.id: station for station in spread.stations}
    day = None
    for page in spread.pages:
        its_day, clock = day_and_time(page.published)
        if its_day != day:
            parts.append(Text(look.fit(its_day), style="bold" if look.colour else ""))
            day = its_day
        parts.append(Padding(_page(page, clock, look), (0, 0, 0, 2)))
        arrow = "<- " if look.plain else "← "
        ways = [f"{arrow}{way_words(one, into, stations)}" for one in into[page.id]] or [f"{arrow}names no source"]
        parts += (Padding(Text(look.fit(way)), (0, 0, 0, 8)) for way in ways)
        for id in page.statements:
            parts += (Padding(line, (0, 0, 0, 8)) for line in _statement(statements.get(id), reports.get(id), look))
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


def _statement(statement: Statement | None, report: Report | None, look: Look) -> list[Text]:
    from rich.text import Text

    if statement is None:
        return []
    lines = [Text(quoted(statement.text, look, 220), style="green" if look.colour else "")]
    facts = [statement.id]
    if report is not None:
        facts.append(f"{_COUNTS[report.counts]}: {report.reason}")
    lines.append(Text(look.fit(look.dot.join(facts)), style="dim" if look.colour else ""))
    return lines


_COUNTS = {"yes": "counts", "repeat": "repeats", "maybe": "counts at most", "no": "does not count"}
