"""The independent origins of a claim, for a terminal: how many, whom, and what became of every report.

Signs say what a colour would: ``✓`` counted, ``?`` counted in the most only, ``=`` repeats one that is counted, ``–``
not counted; in ASCII ``+``, ``?``, ``=``, ``-``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.export.cited import chain_words, date_words, outlet_words
from sayso.export.look import Look
from sayso.schema import Origin, Origins, Report, Statement

if TYPE_CHECKING:
    from rich.console import RenderableType

REPORTS_MAX = 8
"""Reports shown of each origin, unless all are asked for."""
_SIGNS = {"yes": "✓", "maybe": "?", "repeat": "=", "no": "–"}
_SIGNS_ASCII = {"yes": "+", "maybe": "?", "repeat": "=", "no": "-"}
_STYLES = {"yes": "bold green", "maybe": "yellow", "repeat": "dim", "no": "dim"}
_BESIDE_COLUMNS_MIN = 90
_OUTLETS = 5


def render(
    origins: Origins,
    statements: Iterable[Statement],
    look: Look | None = None,
    *,
    reports_max: int | None = REPORTS_MAX,
) -> str:
    """Give the whole view as text.

    :param statements: those of ``origins.reports``.
    :param reports_max: rows shown of each origin, in which reports that repeat for one reason share a row; ``None``
        gives every report a row of its own.
    """
    from sayso.export.terminal import draw

    look = look or Look()
    return draw(view(origins, statements, look, reports_max=reports_max), look)


def headline(origins: Origins) -> str:
    """Give the numbers in one line, as an editor would say them."""
    counts: Counter[str] = Counter(report.counts for report in origins.reports)
    reports = _counted(len(origins.reports), "report")
    if origins.most == 0:
        found = "No origin at all" if origins.circles else "No origin for it"
    elif origins.least == origins.most:
        found = _counted(origins.least, "independent origin")
    else:
        found = f"At least {origins.least}, at most {origins.most} independent origins"
    tail = [f"{counts[sort]:,} {words}" for sort, words in (("repeat", "repeat"), ("no", "not for it")) if counts[sort]]
    return f"{found} behind {reports}" + (f" ({', '.join(tail)})" if tail else "")


def view(
    origins: Origins, statements: Iterable[Statement], look: Look, *, reports_max: int | None = REPORTS_MAX
) -> list[RenderableType]:
    """Give the parts of the view, top to bottom, to stand among others."""
    from rich.text import Text

    known = {statement.id: statement for statement in statements}
    parts: list[RenderableType] = [Text(headline(origins), style="bold")]
    if origins.least != origins.most:
        parts.append(
            Text(
                "Least: if all that may be one are one. Most: if all that may be different are different.", style="dim"
            )
        )
    for circle in origins.circles:
        arrow = " -> " if look.plain else " → "
        ring = arrow.join(look.fit(name) for name in (*circle.names, circle.names[0]))
        parts += [Text(""), Text(f"Circular: {ring}, each citing the next.", style="bold yellow")]
        parts.append(Text(f"  shown by {', '.join(map(look.fit, circle.statements))}", style="dim"))
    of_origin: dict[str | None, list[Report]] = defaultdict(list)
    for report in origins.reports:
        of_origin[report.origin].append(report)
    counted = {report.origin for report in origins.reports if report.counts == "yes"}
    names = {origin.id: _name(origin, look) for origin in origins.origins}
    for origin in origins.origins:
        parts += [Text(""), _head(origin, origin.id in counted, names, look)]
        parts.append(_reports(of_origin[origin.id], known, look, reports_max))
    if of_origin[None]:
        parts += [Text(""), Text("Not counted", style="bold")]
        parts.append(_reports(of_origin[None], known, look, reports_max))
    return parts


def _head(origin: Origin, counted: bool, names: Mapping[str, str], look: Look) -> RenderableType:
    from rich.text import Text

    head = Text(f"{origin.id}  ", style="bold green" if counted else "bold yellow")
    head.append(names[origin.id], style="bold")
    if not counted:
        others = [f"{id} {names[id]}" for id in origin.possibly[:3] if id in names]
        more = f" or {len(origin.possibly) - 3} more" if len(origin.possibly) > 3 else ""
        head.append(
            f"{look.dot}perhaps one of its own, perhaps {' or '.join(others)}{more}" if others else f"{look.dot}perhaps"
        )
    return head


def _name(origin: Origin, look: Look) -> str:
    name = look.fit(origin.name)
    if origin.own:
        return f"what a reporter of {name} saw"
    if origin.named:
        return name
    return f"“{name}”, without a name" if not look.plain else f'"{name}", without a name'


def _reports(
    reports: Sequence[Report], known: Mapping[str, Statement], look: Look, reports_max: int | None
) -> RenderableType:
    """Give reports one a row; the counted first, of the others the first ones."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    shown = sorted(reports, key=lambda report: report.counts not in ("yes", "maybe"))
    rows = [[report] for report in shown] if reports_max is None else _alike(shown)
    cut = len(rows) if reports_max is None else reports_max
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    beside = look.width >= _BESIDE_COLUMNS_MIN
    table.add_column(no_wrap=True, width=3)
    if beside:
        table.add_column(width=min(34, look.width // 3), overflow="fold")
    table.add_column(overflow="fold")
    signs = _SIGNS_ASCII if look.plain else _SIGNS
    for row in rows[:cut]:
        where = Text(_where(row, known, look))
        why = Text(look.fit(row[0].reason))
        ids = [report.statement for report in row[:3]] + ["…" if not look.plain else "..."] * (len(row) > 3)
        why.append(f"  {', '.join(map(look.fit, ids))}", style="dim")
        if row[0].because:
            why.append(f" (see {', '.join(map(look.fit, row[0].because[:3]))})", style="dim")
        statement = known.get(row[0].statement)
        if row[0].counts in ("yes", "maybe") and statement is not None and statement.chain:
            arrow = " > " if look.plain else " › "
            why.append("\n" + look.fit(arrow.join(chain_words(statement))), style="dim")
        sign = Text(f" {signs[row[0].counts]}", style=_STYLES[row[0].counts])
        if beside:
            table.add_row(sign, where, why)
        else:
            table.add_row(sign, Text("\n").join([where, why]))
    parts: list[RenderableType] = [Padding(table, (0, 0, 0, 2))]
    if len(rows) > cut:
        left = sum(map(len, rows[cut:]))
        parts.append(Text(f"     and {left:,} more report{'s' * (left != 1)}", style="dim"))
    return Group(*parts)


def _alike(reports: Sequence[Report]) -> list[list[Report]]:
    """Put those together that were not counted for one and the same reason."""
    rows: dict[tuple[str, ...], list[Report]] = {}
    for report in reports:
        own = () if report.counts in ("repeat", "no") else (report.statement,)
        rows.setdefault((report.counts, report.reason, *own), []).append(report)
    return list(rows.values())


def _where(row: Sequence[Report], known: Mapping[str, Statement], look: Look) -> str:
    """Give outlet and date of one report, or the outlets of several."""
    first = known.get(row[0].statement)
    if len(row) == 1:
        if first is None:
            return look.fit(row[0].statement)
        return f"{look.fit(outlet_words(first))}, {look.fit(date_words(first.published))}"
    found = dict.fromkeys(look.fit(outlet_words(s)) for report in row if (s := known.get(report.statement)))
    names = list(found)
    more = f" and {len(names) - _OUTLETS} more" if len(names) > _OUTLETS else ""
    return f"{len(row):,} reports: {', '.join(names[:_OUTLETS])}{more}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
