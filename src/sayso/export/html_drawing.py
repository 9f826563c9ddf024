"""The drawings of the HTML view: chains, marks and bars, as inline SVG.

A mark's shape says what somebody is and its filling whether there is a name, so nothing hangs on colour: a circle is a
person, a square an organisation or outlet, a sheet a document; full is named, hollow with a question mark is not.
Lengths are in pixels. Colours and strokes are in the style sheet: the content security policy allows no others.
"""

from __future__ import annotations

from unicodedata import east_asian_width

from sayso.export.harmless import for_html, one_line
from sayso.export.rows import shorten
from sayso.export.tellers import Shape, Teller, Telling
from sayso.schema import Shares

_WIDTH_MAX = 316  # a little more than an entry of the list has on a phone of 390 pixels: it is drawn smaller there
_HEIGHT = 24
_MARK = 8  # half of a mark's height
_LABEL_MAX = 30
_NARROW = frozenset("iIjlftr.,:;'’|!()[]- ")


def chain(telling: Telling) -> str:
    """Draw the stations of a chain from left to right, in as many rows as they need.

    Where somebody simply said it, and nothing stands between, there is nothing to draw but that one's mark.
    """
    if len(telling.tellers) == 2 and not telling.tellers[0].channel:
        return ""
    stations = [(teller, one_line(shorten(teller.label, _LABEL_MAX))) for teller in telling.tellers]
    widths = [min(_WIDTH_MAX, _MARK * 2 + 12 + _text_width(label, 12)) for _, label in stations]
    drawn, x, y, width = [], 0, 4, 0
    for index, (teller, label) in enumerate(stations):
        if index:
            channel = stations[index - 1][0].channel
            gap = max(24, _text_width(channel, 10) + 12)
            if x + gap + widths[index] > _WIDTH_MAX:
                x, y = 8, y + _HEIGHT + 8
            drawn.append(_arrow(channel, x, y + _HEIGHT // 2, gap))
            x += gap
        drawn.append(_station(teller, label, x, y, widths[index]))
        x += widths[index]
        width = max(width, x)
    height = y + _HEIGHT
    return (
        f'<svg class="chain" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        # The words beside it say the same.
        f' aria-hidden="true">{"".join(drawn)}</svg>'
    )


def mark(shape: Shape, *, named: bool) -> str:
    """Draw a mark by itself, to stand before a name."""
    return (
        f'<svg class="mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{_mark(shape, named)}</svg>'
    )


def bar(share: float, *, named: bool) -> str:
    """Draw a share as a bar."""
    kind = "named" if named else "anonymous"
    return (
        '<svg class="bar" width="100%" height="10" aria-hidden="true">'
        f'<line class="{kind}" x1="0" y1="5" x2="{_percent(share)}" y2="5"/></svg>'
    )


def share_bar(shares: Shares, words: str) -> str:
    """Draw the three shares in one bar: full, striped and empty."""
    first, second = shares.named, shares.named + shares.anonymous
    return (
        f'<svg class="shares" width="100%" height="22" role="img" aria-label="{for_html(words)}">'
        '<rect class="none" x="0" y="1" width="100%" height="20"/>'
        f'<line class="named" x1="0" y1="11" x2="{_percent(first)}" y2="11"/>'
        f'<line class="anonymous" x1="{_percent(first)}" y1="11" x2="{_percent(second)}" y2="11"/></svg>'
    )


def swatch(kind: str) -> str:
    """Draw one of the fillings of the bar of shares, for its key."""
    line = "" if kind == "none" else f'<line class="{kind}" x1="0" y1="8" x2="100%" y2="8"/>'
    return (
        '<svg class="shares swatch" width="18" height="16" aria-hidden="true">'
        f'<rect class="none" x="0" y="1" width="100%" height="14"/>{line}</svg>'
    )


def _station(teller: Teller, label: str, x: int, y: int, width: int) -> str:
    kind = "page" if teller.shape == "page" else "named" if teller.named else "anonymous"
    return (
        f'<g class="{kind}">'
        f'<rect class="box" x="{x + 0.5}" y="{y + 0.5}" width="{width - 1}" height="{_HEIGHT - 1}" rx="5"/>'
        f'<g transform="translate({x + 4} {y + 4})">{_mark(teller.shape, teller.named)}</g>'
        f'<text x="{x + 24}" y="{y + 16}">{for_html(label)}</text></g>'
    )


def _mark(shape: Shape, named: bool) -> str:
    kind = "named" if named else "anonymous"
    if shape == "page":
        return '<path class="sheet" d="M3 1.5h10v13H3zM5.5 5h5M5.5 8h5M5.5 11h5"/>'
    if shape == "document":
        drawn = f'<path class="sign {kind}" d="M3 1.5h6.5L13 5v9.5H3z"/>'
    elif shape == "organisation":
        drawn = f'<rect class="sign {kind}" x="2.5" y="2.5" width="11" height="11"/>'
    else:
        drawn = f'<circle class="sign {kind}" cx="8" cy="8" r="6"/>'
    return drawn if named else drawn + '<path class="ask" d="M6.3 6.6a1.8 1.8 0 1 1 2.7 1.6q-1 .5-1 1.5M8 11.4v.6"/>'


def _arrow(channel: str, x: int, y: int, length: int) -> str:
    end = x + length - 2
    line = f'<path class="arrow" d="M{x + 2} {y}H{end}M{end - 5} {y - 3.5}L{end} {y}L{end - 5} {y + 3.5}"/>'
    if not channel:
        return line
    return (
        f'<text class="by" x="{x + length / 2 - 2}" y="{y - 5}" text-anchor="middle">{for_html(channel)}</text>{line}'
    )


def _text_width(text: str, size: int) -> int:
    """Estimate how wide a text is in any common sans-serif face; a little too much rather than too little."""
    ems = 0.0
    for c in text:
        if east_asian_width(c) in "WF":
            ems += 1.05
        elif c in _NARROW:
            ems += 0.4
        else:
            ems += 0.76 if c.isupper() or c in "mw@%" else 0.62
    return round(ems * size)


def _percent(share: float) -> str:
    return f"{min(1.0, max(0.0, share)) * 100:.1f}%"
