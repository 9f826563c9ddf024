"""``svg``: how a claim spread, as one picture: origins on the left, pages down the time on the right.

One file without scripts, fonts or anything else from outside; light and dark by the reader's setting; a title, a
description and a tooltip for each mark, for those who listen or ask why. Everything from pages is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.export.cited import quoted
from sayso.export.harmless import for_html
from sayso.export.identity import web_address
from sayso.export.look import Look
from sayso.export.spread_layout import BOX_HEIGHT, MARGIN, WIDTH_MIN, Layout, Placed, day_and_time, layout
from sayso.export.spread_words import counted, page_source, reach_of, reasons_of, station_words, summary_of
from sayso.export.text_width import clean, fit, width_px, wrapped
from sayso.schema import Origins, Passing, Spread

_LIGHT = {
    "paper": "#ffffff", "ink": "#1f2328", "muted": "#59636e", "told": "#6e7781", "copied": "#bc4c00",
    "cited": "#8250df", "box": "#f6f8fa", "edge": "#818b98", "dot": "#0969da", "none": "#b35900",
    "against": "#cf222e",
}  # fmt: skip
_DARK = {
    "paper": "#0d1117", "ink": "#f0f6fc", "muted": "#9ea7b3", "told": "#8b949e", "copied": "#f0883e",
    "cited": "#ab7df8", "box": "#161b22", "edge": "#6e7681", "dot": "#4493f8", "none": "#e3a008",
    "against": "#ff7b72",
}  # fmt: skip
_MARKS = {"person": "●", "organisation": "■", "document": "◆"}
_OPEN_MARKS = {"person": "○", "organisation": "□", "document": "◇"}
_AGAINST = "contradicts the claim"
_LEGEND_HEIGHT = 58.0


def render(spread: Spread, wording: str, origins: Origins | None = None) -> str:
    """Draw a spread.

    :param wording: the claim in its own words.
    :param origins: how many independent origins it has, if that was worked out.
    """
    head = wrapped(quoted(wording, Look(), 2000), 19, WIDTH_MIN - 2 * MARGIN, 3, bold=True)
    facts = wrapped(summary_of(spread, origins), 14, WIDTH_MIN - 2 * MARGIN, 2)
    top = MARGIN + 18 + 26 * len(head) + 20 * len(facts) + 34
    plan = layout(spread, top)
    width = plan.width
    left_out = 30.0 if plan.left_out else 0.0
    height = plan.bottom + left_out + _LEGEND_HEIGHT + MARGIN
    label = "".join(c for c in spread.claim if c.isalnum())[:40]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" role="img" aria-labelledby="t-{label} d-{label}" lang="en">',
        f'<title id="t-{label}">How a claim spread: {for_html(fit(wording, 10, 1400))}</title>',
        f'<desc id="d-{label}">{for_html(" ".join(reasons_of(spread, origins))[:20_000])}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
        _heads(label),
        _text(MARGIN, MARGIN + 8, "HOW THIS CLAIM SPREAD", "kicker"),
    ]
    y = MARGIN + 34
    for line in head:
        parts.append(_text(MARGIN, y, line, "wording"))
        y += 26
    for line in facts:
        parts.append(_text(MARGIN, y, line, "facts"))
        y += 20
    parts += _columns(plan)
    if plan.placed:
        bottom = max(one.y for one in plan.placed.values() if one.station.kind == "page")
        parts.append(f'<path class="spine" d="M{plan.spine:.1f} {plan.top:.1f}V{bottom + 16:.1f}"/>')
    parts += (_text(plan.spine + 16, heading.y, heading.words, "day") for heading in plan.headings)
    parts += (_line(one, plan, label) for one in plan.lines)
    reach = reach_of(spread)
    joined = {end for line in plan.lines if line.how != "told" for end in (line.source, line.target)}
    for id, one in plan.placed.items():
        if one.station.kind == "page":
            parts.append(_page(one, page_source(spread, one.station), joined=id in joined))
        else:
            parts.append(_box(one, reach[id]))
    if plan.left_out:
        words = f"and {plan.left_out:,} more pages, not drawn"
        parts.append(_text(plan.spine + 16, plan.bottom + 20, words, "facts"))
    parts += _legend(plan, height - MARGIN - 14)
    parts.append("</svg>\n")
    return "\n".join(parts)


def _style() -> str:
    def colours(of: Mapping[str, str]) -> str:
        return (
            f".paper{{fill:{of['paper']}}}text{{fill:{of['ink']}}}.kicker,.facts,.note,.clock,.column"
            f"{{fill:{of['muted']}}}.box{{fill:{of['box']};stroke:{of['edge']}}}.spine{{stroke:{of['edge']}}}"
            f".dot-told{{fill:{of['dot']};stroke:{of['dot']}}}.dot-none{{fill:{of['paper']};stroke:{of['none']}}}"
            f".leader{{stroke:{of['edge']}}}"
            f".word-none{{fill:{of['none']}}}.against{{fill:{of['against']}}}"
            + "".join(
                f".{how}{{stroke:{of[how]}}}.head-{how},.word-{how}{{fill:{of[how]}}}"
                for how in ("told", "copied", "cited")
            )
            + "".join(f".dot-{how}{{fill:{of[how]};stroke:{of[how]}}}" for how in ("copied", "cited"))
        )

    return (
        "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;font-size:13px;"
        "unicode-bidi:isolate}.kicker,.column{font-size:11px;letter-spacing:.08em}.wording{font-size:19px;"
        "font-weight:600}.facts{font-size:14px}.day{font-size:13px;font-weight:700}.name{font-weight:600}"
        ".note{font-size:12px}.clock{font-size:12px}.box{stroke-width:1.2}.unnamed{stroke-dasharray:4 3}"
        ".line{fill:none;stroke-width:1.6;opacity:.85}.copied{stroke-dasharray:5 3}.spine{stroke-width:1;opacity:.5}"
        ".dot{stroke-width:2}"
        ".leader{stroke-width:1;opacity:.5;stroke-dasharray:1 4}a{text-decoration:none}"
        "a:hover .name{text-decoration:underline}"
        f"{colours(_LIGHT)}@media (prefers-color-scheme:dark){{{colours(_DARK)}}}"
    )


def _heads(label: str) -> str:
    """Give the heads of arrows."""
    return "<defs>" + "".join(
        f'<marker id="{how}-{label}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
        f' markerUnits="userSpaceOnUse" orient="auto"><path class="head-{how}" d="M0 0.6L8 4L0 7.4Z"/></marker>'
        for how in ("told", "copied", "cited")
    ) + "</defs>"  # fmt: skip


def _text(x: float, y: float, words: str, kind: str, more: str = "") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{more}>{for_html(words)}</text>'


def _columns(plan: Layout) -> list[str]:
    found = []
    for kind, words in (("origin", "ORIGINS"), ("teller", "TOLD BY")):
        boxes = [one for one in plan.placed.values() if one.station.kind == kind]
        if boxes:
            found.append(_text(boxes[0].x, plan.top - 12, words, "column"))
    return [*found, _text(plan.spine + 16, plan.top - 12, "PAGES", "column")] if plan.placed else found


def _box(one: Placed, pages: int) -> str:
    station = one.station
    marks = _MARKS if station.named else _OPEN_MARKS
    mark = marks.get(station.shape or "person", marks["person"])
    facts = [
        "" if station.named else "unnamed",
        station.note,
        f"leads to {counted(pages, 'page')}" if pages > 1 else "",
    ]
    note = " · ".join(fact for fact in facts if fact)
    name_y = one.y + (17 if note else 25)
    parts = [
        f"<g><title>{for_html(station_words(station))}</title>",
        f'<rect class="box{"" if station.named else " unnamed"}" x="{one.x:.1f}" y="{one.y:.1f}" rx="6"'
        f' width="{one.width:.0f}" height="{BOX_HEIGHT:.0f}"/>',
        _text(one.x + 10, name_y, f"{mark} {fit(station.label, 13, one.width - 38, bold=True)}", "name"),
    ]
    if note:
        parts.append(_text(one.x + 10, one.y + 33, fit(note, 12, one.width - 20), "note"))
    return "".join(parts) + "</g>"


def _page(one: Placed, source: tuple[str, str], *, joined: bool) -> str:
    """Draw a page: its dot, when, which outlet, from whom; under it the title.

    :param joined: whether an arc begins or ends here; a faint line leads the eye to it.
    """
    station = one.station
    kind, words = source
    _, clock = day_and_time(station.published)
    left, right = one.x + 16, one.x + 16 + one.width
    words = fit(words, 12, one.width * 0.45)
    room = one.width - (46 if clock else 0) - width_px(words, 12) - 16
    room -= width_px(_AGAINST, 12) + 8 if station.against else 0
    name = for_html(fit(station.label or "a page without outlet", 13, room, bold=True))
    link = web_address(station.url)
    if link:
        name = f'<a href="{for_html(link)}" rel="noopener noreferrer">{name}</a>'
    spans = [f'<tspan class="clock">{for_html(clock)}</tspan>' if clock else ""]
    gap = ' dx="8"' if clock else ""
    spans.append(f'<tspan class="name"{gap}>{name}</tspan>')
    spans.append(f'<tspan class="note word-{kind}" dx="8">{for_html(words)}</tspan>' if words else "")
    spans.append(f'<tspan class="note against" dx="8">{_AGAINST}</tspan>' if station.against else "")
    parts = [f"<g><title>{for_html(station_words(station))}</title>"]
    if joined:
        taken = width_px(f"{clock} {clean(station.label)} {words}", 13, bold=True) + 40
        taken += width_px(_AGAINST, 13) if station.against else 0
        if left + taken < right:
            parts.append(f'<path class="leader" d="M{left + taken:.1f} {one.y:.1f}H{right:.1f}"/>')
    parts.append(f'<circle class="dot dot-{kind}" cx="{one.x:.1f}" cy="{one.y:.1f}" r="4.5"/>')
    parts.append(f'<text x="{left:.1f}" y="{one.y - 3:.1f}">{"".join(spans)}</text>')
    if station.note:
        parts.append(_text(left, one.y + 14, fit(station.note, 12, one.width), "note"))
    return "".join(parts) + "</g>"


def _line(passing: Passing, plan: Layout, label: str) -> str:
    source, target = plan.placed[passing.source], plan.placed[passing.target]
    if source.station.kind == "page" and target.station.kind == "page":
        # An arc to the right of the words; the longer the way, the further out.
        x = source.x + 16 + source.width + 6
        start, end = source.y + 4, target.y - 4 if target.y > source.y else target.y + 4
        out = min(84.0, 22.0 + abs(end - start) ** 0.5 * 3.2)
        path = f"M{x:.1f} {start:.1f}C{x + out:.1f} {start:.1f} {x + out:.1f} {end:.1f} {x + 2:.1f} {end:.1f}"
    elif target.station.kind == "page":
        path = _curve(source.x + source.width, source.middle, target.x - 8, target.y)
    elif source.station.kind == "page":
        path = _curve(source.x - 8, source.y, target.x + target.width, target.middle)
    elif source.x < target.x:
        path = _curve(source.x + source.width, source.middle, target.x, target.middle)
    else:  # in one column: around its left side
        left = target.x - 26
        path = (
            f"M{source.x:.1f} {source.middle:.1f}C{left:.1f} {source.middle:.1f} {left:.1f} {target.middle:.1f}"
            f" {target.x:.1f} {target.middle:.1f}"
        )
    channel = f" ({passing.channel})" if passing.channel else ""
    why = for_html(clean(f"{source.station.label} → {target.station.label}{channel}: {passing.reason}"))
    return (
        f'<path class="line {passing.how}" d="{path}" marker-end="url(#{passing.how}-{label})">'
        f"<title>{why}</title></path>"
    )


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = (to_x - x) * 0.5
    return f"M{x:.1f} {y:.1f}C{x + bend:.1f} {y:.1f} {to_x - bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"


def _legend(plan: Layout, y: float) -> list[str]:
    """Explain what is drawn, and nothing else."""
    found: list[str] = []
    x = MARGIN
    hows = {line.how for line in plan.lines}
    for how, words in (("told", "told"), ("cited", "cited as source"), ("copied", "copied words")):
        if how in hows:
            found.append(f'<path class="line {how}" d="M{x:.1f} {y - 4:.1f}h26"/>')
            found.append(_text(x + 32, y, words, "note"))
            x += 48 + width_px(words, 12)
    if any(one.station.kind == "page" and not one.station.sourced for one in plan.placed.values()):
        found.append(f'<circle class="dot dot-none" cx="{x + 5:.1f}" cy="{y - 4:.1f}" r="4.5"/>')
        found.append(_text(x + 16, y, "names no source", "note"))
        x += 32 + width_px("names no source", 12)
    boxes = [one.station for one in plan.placed.values() if one.station.kind != "page"]
    if boxes:
        words = "● person  ■ organisation  ◆ document"
        if any(not station.named for station in boxes):
            words += "  ○ □ ◇ without a name"
        found.append(_text(x, y, words, "note"))
    return found
