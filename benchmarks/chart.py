"""Speed against accuracy as an SVG picture, readable by day and by night; drawn by ``peers.py --chart``."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 820, 420
LEFT, TOP, RIGHT, BOTTOM = 64, 56, 24, 60
SPEEDS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
PEOPLE = {"exact": 73.4, "linked": 74.7}
"""How far two annotators agree with each other, on 20 other articles (docs/results/tagger.md)."""
STYLE = """
 text{font:14px system-ui,sans-serif;fill:#222}
 .small{font-size:12px;fill:#555} .title{font-size:16px;font-weight:600} .line{stroke:#ccc}
 .people{stroke:#777;stroke-dasharray:5 4}
 .exact{fill:#0b62a4} .linked{fill:none;stroke:#c4501b;stroke-width:2.5} .join{stroke:#999}
 @media (prefers-color-scheme: dark){
  .ground{fill:#14171a} text{fill:#eee} .small{fill:#aaa} .line{stroke:#3a3f44} .people{stroke:#999}
  .exact{fill:#5cb2f0} .linked{stroke:#ff9a66} .join{stroke:#777}}
"""


@dataclass(frozen=True, slots=True)
class Point:
    """One reader of texts.

    :param speed: words per second on one core.
    :param exact, linked: F1 in per cent.
    """

    name: str
    speed: float
    exact: float
    linked: float


def drawn(points: Sequence[Point]) -> str:
    """Draw a filled disc for mean exact F1 and a ring for linked F1 of each, over words per second."""
    fastest = max([SPEEDS[-1], *(p.speed for p in points)])
    slowest = min([SPEEDS[0], *(p.speed for p in points)])

    def x(speed: float) -> float:
        share = math.log(speed / slowest) / math.log(fastest / slowest)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(score: float) -> float:
        return HEIGHT - BOTTOM - score / 100 * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t">',
        '<title id="t">' + escape("; ".join(_said(p) for p in points)) + "</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text class="title" x="{LEFT}" y="24">Who says what: speed and accuracy on the same texts, one core</text>',
        f'<circle class="exact" cx="{LEFT + 6}" cy="40" r="5"/><text class="small" x="{LEFT + 16}" y="44">'
        "mean exact F1 of source, cue, content</text>",
        f'<circle class="linked" cx="{LEFT + 276}" cy="40" r="5"/><text class="small" x="{LEFT + 286}" y="44">'
        "F1 of whole attributions</text>",
    ]
    for score in range(0, 101, 20):
        parts.append(f'<path class="line" d="M{LEFT} {y(score):.1f}H{WIDTH - RIGHT}"/>')
        parts.append(f'<text class="small" x="{LEFT - 8}" y="{y(score) + 4:.1f}" text-anchor="end">{score}</text>')
    for speed in SPEEDS:
        parts.append(f'<path class="line" d="M{x(speed):.1f} {HEIGHT - BOTTOM}v5"/>')
        parts.append(
            f'<text class="small" x="{x(speed):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{speed:,}</text>'
        )
    parts.append(
        f'<text class="small" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 16}" text-anchor="middle">'
        "words per second on one core (farther right is faster)</text>"
    )
    people = PEOPLE["exact"]
    parts.append(f'<path class="people" d="M{LEFT} {y(people):.1f}H{WIDTH - RIGHT}"/>')
    parts.append(f'<text class="small" x="{x(10_000):.1f}" y="{y(people) - 6:.1f}">two people among themselves</text>')
    for p in points:
        at = x(p.speed)
        parts.append(f'<path class="join" d="M{at:.1f} {y(p.exact):.1f}V{y(p.linked):.1f}"/>')
        parts.append(f'<circle class="exact" cx="{at:.1f}" cy="{y(p.exact):.1f}" r="6"/>')
        parts.append(f'<circle class="linked" cx="{at:.1f}" cy="{y(p.linked):.1f}" r="6"/>')
        end = at > WIDTH - 160
        parts.append(
            f'<text x="{at + (-12 if end else 12):.1f}" y="{y(min(p.exact, p.linked)) + 20:.1f}" '
            f'text-anchor="{"end" if end else "start"}">{escape(p.name)}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _said(point: Point) -> str:
    return f"{point.name}: {point.speed:,.0f} words per second, exact {point.exact:.1f}, linked {point.linked:.1f}"
