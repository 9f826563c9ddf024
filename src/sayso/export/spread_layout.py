"""Where everything stands in the picture of a claim's spread.

Time flows down: each page has a row. Left of the pages stand those who told them, further left the origins. Copies and
citations between pages are arcs to the right. Boxes and rows have fixed sizes and never overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.export.cited import date_words
from sayso.schema import Passing, Spread, Station

WIDTH_MIN = 1000.0
MARGIN = 28.0
ROW = 44.0
BOX_HEIGHT = 40.0
BOX_GAP = 12.0
HEADING = 34.0
PAGES_MAX = 150
"""More pages than this are counted, not drawn."""
_ORIGIN_WIDTH = 220.0
_TELLER_WIDTH = 180.0
_BETWEEN = 84.0
_ARCS = 96.0
_WORDS_MIN = 460.0  # beside a page's dot


@dataclass(frozen=True, slots=True)
class Placed:
    """One station and where it stands.

    :param x, y: of a box, its upper left corner; of a page, its dot.
    :param width: of a box, or of the words beside a dot.
    """

    station: Station
    x: float
    y: float
    width: float

    @property
    def middle(self) -> float:
        """The height that lines meet it at."""
        return self.y if self.station.kind == "page" else self.y + BOX_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A day, or the heading of the undated."""

    words: str
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything with its place.

    :param placed: by id of the station.
    :param lines: passings both of whose ends are drawn.
    :param width: of the picture.
    :param spine: x of the line that the pages stand on.
    :param top, bottom: of the drawing.
    :param left_out: pages that are not drawn.
    """

    placed: dict[str, Placed]
    headings: tuple[Heading, ...]
    lines: tuple[Passing, ...]
    width: float
    spine: float
    top: float
    bottom: float
    left_out: int


def layout(spread: Spread, top: float) -> Layout:
    """Place the stations of a spread below ``top``."""
    pages = spread.pages[:PAGES_MAX]
    lines = _reaching(spread, {page.id for page in pages})
    used = {end for line in lines for end in (line.source, line.target)}
    origins = [station for station in spread.stations if station.kind == "origin" and station.id in used]
    tellers = [station for station in spread.stations if station.kind == "teller" and station.id in used]
    spine = MARGIN + 8
    if origins:
        spine += _ORIGIN_WIDTH + _BETWEEN
    if tellers:
        spine += _TELLER_WIDTH + _BETWEEN
    shown = {page.id for page in pages}
    arcs = _ARCS if any(line.source in shown and line.target in shown for line in lines) else 0.0
    width = max(WIDTH_MIN, spine + 16 + _WORDS_MIN + arcs + MARGIN)
    placed: dict[str, Placed] = {}
    headings, bottom = _rows(pages, (spine, width - MARGIN - arcs - spine - 16), top, placed)
    x = spine - _BETWEEN - _TELLER_WIDTH
    heights = _heights(lines, placed)
    for column, left, box in ((tellers, x, _TELLER_WIDTH), (origins, MARGIN, _ORIGIN_WIDTH)):
        middles = _spaced([heights.get(one.id, top) for one in column], top + BOX_HEIGHT / 2, BOX_HEIGHT + BOX_GAP)
        order = sorted(range(len(column)), key=lambda at: (heights.get(column[at].id, top), at))
        for middle, at in zip(middles, order, strict=True):
            placed[column[at].id] = Placed(column[at], left, middle - BOX_HEIGHT / 2, box)
            bottom = max(bottom, middle + BOX_HEIGHT / 2)
        heights |= {one.id: placed[one.id].middle for one in column}
    return Layout(placed, headings, lines, width, spine, top, bottom, len(spread.pages) - len(pages))


def day_and_time(published: str | None) -> tuple[str, str]:
    """Part the time of publication: ``("4 March 2031", "07:15")``."""
    if not published:
        return "Undated", ""
    clock = published[11:16] if len(published) >= 16 and published[13] == ":" else ""
    return date_words(published[:10]), clock


def _rows(
    pages: Sequence[Station], across: tuple[float, float], top: float, placed: dict[str, Placed]
) -> tuple[tuple[Heading, ...], float]:
    """Place the pages one under the other, with a heading before each day.

    :param across: x of the dots, and the width of the words.
    """
    headings: list[Heading] = []
    y = top
    day = ""
    for page in pages:
        its_day, _ = day_and_time(page.published)
        if its_day != day:
            y += 12 if headings else 0
            headings.append(Heading(its_day, y + 16))
            y += HEADING
            day = its_day
        placed[page.id] = Placed(page, across[0], y + ROW / 2, across[1])
        y += ROW
    return tuple(headings), y


def _reaching(spread: Spread, pages: set[str]) -> tuple[Passing, ...]:
    """Keep the passings that lead to a page that is drawn."""
    hidden = {page.id for page in spread.pages} - pages
    usable = [one for one in spread.passings if one.source not in hidden and one.target not in hidden]
    into: defaultdict[str, list[Passing]] = defaultdict(list)
    for passing in usable:
        into[passing.target].append(passing)
    seen: set[str] = set()
    edge = sorted(pages)
    while edge:
        id = edge.pop()
        if id not in seen:
            seen.add(id)
            edge += (passing.source for passing in into[id])
    return tuple(one for one in usable if one.target in seen)


def _heights(lines: Sequence[Passing], placed: dict[str, Placed]) -> dict[str, float]:
    """Give the height at which each station would best stand: amid those that it told."""
    heights = {id: one.middle for id, one in placed.items()}
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.source not in placed:
            targets[line.source].append(line.target)
    for _ in range(4):  # tellers who told tellers settle in a few rounds
        for source, ends in targets.items():
            known = [heights[end] for end in ends if end in heights]
            if known:
                heights[source] = sum(known) / len(known)
    return heights


def _spaced(wanted: Sequence[float], least: float, gap: float) -> list[float]:
    """Give places in rising order, as near to the wanted ones as they can be while ``gap`` apart.

    Pools neighbours that are too close around their common mean (isotonic regression by pool adjacent violators).
    """
    pools: list[tuple[float, int]] = []  # mean of wanted places less their offsets, and how many
    for number, place in enumerate(sorted(wanted)):
        mean, size = place - number * gap, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    found: list[float] = []
    for mean, size in pools:
        first = len(found)
        found += (mean + (first + at) * gap for at in range(size))
    lift = max(0.0, least - found[0]) if found else 0.0
    if lift:  # push down only as far as needed
        for at, place in enumerate(found):
            found[at] = max(place, least + at * gap)
    return found
