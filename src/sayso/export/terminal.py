"""``terminal``: on whose say-so at a glance, the report with its statements marked in place, then who says what.

Every mark has a sign as well as a colour, so the view reads the same in a pipe, on paper or to the colour-blind:
``⟦¹what is said⟧``, ``{¹who says it}``, ``‹¹the words that say so›``, ``⟪∅ on nobody's word⟫``; in ASCII ``[1:…]``,
``{1:…}``, ``<1:…>``, ``((no source: …))``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.export.dates import spoken
from sayso.export.glance import glance
from sayso.export.look import Look
from sayso.export.terminal_list import listed
from sayso.export.terminal_text import prose
from sayso.export.terminal_top import top
from sayso.schema import Reading

if TYPE_CHECKING:
    from rich.console import RenderableType

SUFFIX = ".txt"
HEAD = ""
BETWEEN = "\n"
TAIL = ""

# A line of prose longer than this is hard to read, however wide the window is.
_PROSE_COLUMNS_MAX = 100


def render(reading: Reading, *, look: Look | None = None) -> str:
    """Give the whole view as text, with colour codes if the look has colour."""
    return part(reading, 1, look=look)


def part(reading: Reading, number: int, *, look: Look | None = None) -> str:
    """Give one reading's view; ``number`` counts the readings of one output."""
    look = look or Look()
    return draw(view(reading, look), look)


def draw(renderables: list[RenderableType], look: Look) -> str:
    """Turn renderables into text, whatever the environment says about colours."""
    import io

    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=max(look.width, 20),
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    with console.capture() as capture:
        for renderable in renderables:
            console.print(renderable, crop=False)
    # Rich pads every line of a table to the full width.
    return "".join(line.rstrip(" ") + "\n" for line in capture.get().split("\n")[:-1])


def view(reading: Reading, look: Look) -> list[RenderableType]:
    """Give the parts of the view, top to bottom."""
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    article = reading.article
    seen = glance(reading)
    parts: list[RenderableType] = []
    columns = min(look.width, _PROSE_COLUMNS_MAX)

    def add(renderable: RenderableType, *, above: int = 0) -> None:
        parts.append(Padding(renderable, (above, max(0, look.width - columns), 0, 0)))

    if article.title:
        add(Text(look.fit(article.title), style="bold"))
    published = spoken(article.published) if article.published else None
    facts = [f for f in (article.publisher, article.author, published, article.section) if f]
    if facts:
        add(Text(look.dot.join(look.fit(fact) for fact in facts)))
    if place := article.url or article.id:
        add(Text(look.fit(place), style="dim"))
    for renderable in top(reading, seen, look, columns):
        add(renderable, above=1 if parts else 0)
    line = Rule(characters="-" if look.plain else "─", style="dim")
    if parts:
        parts += [Text(""), line]
    for index, text in enumerate(prose(reading, look)):
        add(text, above=1 if index or parts else 0)
    parts += [Text(""), line]
    parts += listed(reading, seen, look)
    return parts
