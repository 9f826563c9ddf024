"""A story for people: its articles in order of time, what several of them report, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.cited import date_words, outlet_words, quoted
from sayso.export.look import Look
from sayso.export.spread_layout import day_and_time
from sayso.export.spread_words import counted
from sayso.schema import ClaimLine, Copy, Entry, StoryLine, StoryView

if TYPE_CHECKING:
    from rich.console import RenderableType


def render(view: StoryView, look: Look) -> str:
    """Give the whole view as text."""
    from rich.padding import Padding
    from rich.text import Text

    from sayso.export.terminal import draw

    bold, dim = ("bold", "dim") if look.colour else ("", "")
    facts = [f"story {view.story.id}", counted(len(view.entries), "article"), _dates(view.story.first, view.story.last)]
    parts: list[RenderableType] = [
        Text(look.fit(view.story.title or "a story without title"), style=bold),
        Text(look.dot.join(look.fit(fact) for fact in facts), style=dim),
        Text(""),
    ]
    day = ""
    for entry in view.entries:
        its_day, clock = day_and_time(entry.published)
        if its_day != day:
            parts.append(Text(look.fit(its_day), style=bold))
            day = its_day
        line = Text(f"{clock or '     '} ")
        line.append(look.fit(outlet_words(entry)), style=bold)
        line.append(f"{look.dot}{look.fit(entry.title or '')}{look.dot}{entry.id}", style=dim)
        parts.append(Padding(line, (0, 0, 0, 2)))
    if view.claims:
        parts += [Text(""), Text("What several of them report", style=bold)]
        parts += (Padding(line, (0, 0, 0, 2)) for one in view.claims[:20] for line in _claim(one, look))
        if len(view.claims) > 20:
            parts.append(Padding(Text(f"and {len(view.claims) - 20} more", style=dim), (0, 0, 0, 2)))
    if view.copies:
        parts += [Text(""), Text("Text that they share", style=bold)]
        by_id = {entry.id: entry for entry in view.entries}
        most = sorted(view.copies, key=lambda one: (-one.words, one.left, one.right))
        parts += (Padding(Text(look.fit(copy_words(one, by_id))), (0, 0, 0, 2)) for one in most[:20])
        if len(most) > 20:
            parts.append(Padding(Text(f"and {len(most) - 20} more pairs", style=dim), (0, 0, 0, 2)))
    return draw(parts, look)


def render_list(lines: Sequence[StoryLine], look: Look) -> str:
    """Give a list of stories."""
    from rich.padding import Padding
    from rich.text import Text

    from sayso.export.terminal import draw

    if not lines:
        return "No two articles in the corpus are about one event.\n"
    parts: list[RenderableType] = []
    for line in lines:
        told = line.story
        parts.append(Text(look.fit(told.title or "a story without title"), style="bold" if look.colour else ""))
        outlets = ", ".join(line.outlets[:4]) + (f" and {len(line.outlets) - 4} more" if len(line.outlets) > 4 else "")
        facts = [told.id, counted(len(told.articles), "article"), _dates(told.first, told.last), outlets]
        words = look.dot.join(look.fit(fact) for fact in facts if fact)
        parts.append(Padding(Text(words, style="dim" if look.colour else ""), (0, 0, 1, 2)))
    return draw(parts, look)


def copy_words(copy: Copy, entries: dict[str, Entry]) -> str:
    """Say what two articles share, and which has it from which."""
    left, right = (outlet_words(entries[id]) for id in (copy.left, copy.right))
    taken, given = (right, left) if copy.direction == "right from left" else (left, right)
    words = {
        "left from right": f"{taken} has {counted(copy.words, 'word')} of {given}",
        "right from left": f"{taken} has {counted(copy.words, 'word')} of {given}",
        "from a third": f"{left} and {right} share {counted(copy.words, 'word')} of {copy.credit or 'a third text'}",
    }.get(copy.direction, f"{left} and {right} share {counted(copy.words, 'word')}")
    return f"{words}: {copy.reason}" if copy.reason else words


def _claim(line: ClaimLine, look: Look) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    facts = f"{line.claim}: {counted(line.articles, 'article')} of the story"
    if line.against:
        facts += f", {line.against:,} against it"
    return [
        Text(quoted(line.text, look, 200), style="green" if look.colour else ""),
        Padding(Text(facts, style="dim" if look.colour else ""), (0, 0, 0, 2)),
    ]


def _dates(first: str | None, last: str | None) -> str:
    if not first:
        return "undated"
    begin, end = date_words(first[:10]), date_words((last or first)[:10])
    return begin if begin == end else f"{begin} to {end}"
