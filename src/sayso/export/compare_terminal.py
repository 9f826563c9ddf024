"""Two articles side by side, for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.claims.nested import inside
from sayso.export.cited import date_words, outlet_words, quoted, speaker_words
from sayso.export.claim_terminal import edited
from sayso.export.look import Look
from sayso.export.spread_words import counted
from sayso.export.story_terminal import copy_words
from sayso.schema import ComparisonView, Counterpart, Entry, Statement

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_PASSAGES_SHOWN = 5
_ONLY_SHOWN = 30


def render(view: ComparisonView, look: Look) -> str:
    """Give the whole view as text."""
    from rich.padding import Padding
    from rich.text import Text

    from sayso.export.terminal import draw

    bold, dim = ("bold", "dim") if look.colour else ("", "")
    parts: list[RenderableType] = [_entry("left ", view.left, look), _entry("right", view.right, look)]

    def section(title: str, lines: Sequence[RenderableType]) -> None:
        if lines:
            parts.extend((Text(""), Text(title, style=bold)))
            parts.extend(Padding(line, (0, 0, 0, 2)) for line in lines)

    if view.copy is not None:
        shares = f"{view.copy.left_share:.0%} and {view.copy.right_share:.0%}"
        if view.copy.left != view.left.id:
            shares = f"{view.copy.right_share:.0%} and {view.copy.left_share:.0%}"
        entries = {view.left.id: view.left, view.right.id: view.right}
        lines: list[RenderableType] = [
            Text(look.fit(f"{copy_words(view.copy, entries)}")),
            Text(f"{shares} of their words, in {counted(len(view.passages), 'passage')}", style=dim),
        ]
        longest = sorted(view.passages, key=lambda one: (one.left.start - one.left.end, one.left.start))
        for passage in sorted(longest[:_PASSAGES_SHOWN], key=lambda one: one.left.start):
            lines.append(Text(quoted(passage.left_text, look, 240), style="green" if look.colour else ""))
        section("Text that both have", lines)
    section("Where they contradict each other", _pairs(view.conflicting, look))
    section("What both report", _pairs(view.same, look))
    section(f"Only in {look.fit(outlet_words(view.left))} (left)", _only(view.only_left, look))
    section(f"Only in {look.fit(outlet_words(view.right))} (right)", _only(view.only_right, look))
    return draw(parts, look)


def _entry(side: str, entry: Entry, look: Look) -> Text:
    from rich.text import Text

    text = Text(f"{side}  ", style="dim" if look.colour else "")
    text.append(look.fit(entry.title or "an article without title"), style="bold" if look.colour else "")
    facts = [outlet_words(entry), date_words(entry.published), f"{entry.words:,} words", entry.id]
    text.append(look.dot + look.dot.join(look.fit(fact) for fact in facts), style="not bold")
    return text


def _pairs(pairs: Sequence[Counterpart], look: Look) -> list[RenderableType]:
    from rich.text import Text

    found: list[RenderableType] = []
    for number, one in enumerate(pairs):
        found += [Text("")] if number else []
        found += _pair(one, look)
    return found


def _pair(one: Counterpart, look: Look) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    dim = "dim" if look.colour else ""
    lines: list[RenderableType] = []
    if one.comparison is not None and one.relation == "conflicting":
        against = [f"{a.name}: {a.left or '–'} against {a.right or '–'}" for a in one.comparison.aspects
                   if a.agreement == "contrary"]  # fmt: skip
        if one.comparison.left != one.left.id:
            against = [f"{a.name}: {a.right or '–'} against {a.left or '–'}" for a in one.comparison.aspects
                       if a.agreement == "contrary"]  # fmt: skip
        why = "; ".join(against) or ", ".join(one.comparison.matters)
        if why:
            lines.append(Text(look.fit(why), style="bold red" if look.colour else ""))
    left, right = one.left, one.right
    alike = look.fit(left.text) == look.fit(right.text) and speaker_words(left) == speaker_words(right)
    sides = [("both ", left, f"{left.id}, {right.id}")] if alike else []
    for side, statement, ids in sides or [("left ", left, left.id), ("right", right, right.id)]:
        text = Text(f"{side} ", style=dim)
        text.append(quoted(statement.text, look, 240), style="not dim")
        text.append(f" {look.fit(speaker_words(statement))}{look.dot}{ids}", style=dim)
        lines.append(text)
    if one.variant is not None and one.variant.rewording != "same":
        changed = f", changes {' and '.join(one.variant.alters)}" if one.variant.alters else ""
        lines.append(Text(f"      {one.variant.rewording}{changed}:", style=dim))
        lines.append(Padding(edited(one.variant, look), (0, 0, 0, 6)))
    return lines


def _only(statements: Sequence[Statement], look: Look) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    found: list[RenderableType] = []
    dim = "dim" if look.colour else ""
    outer = inside(statements)
    whole = [one for one in statements if one.id not in outer]
    for statement in whole[:_ONLY_SHOWN]:
        text = Text(f"{look.fit(speaker_words(statement))}: ", style="bold" if look.colour else "")
        text.append(quoted(statement.text, look, 240), style="not bold")
        text.append(f" {statement.id}", style="not bold dim" if look.colour else "")
        found.append(text)
        for inner in (one for one in statements if outer.get(one.id) == statement.id):
            words = f"inside it, {speaker_words(inner)}: {quoted(inner.text, look, 120)} {inner.id}"
            found.append(Padding(Text(look.fit(words), style=dim), (0, 0, 0, 2)))
    if len(whole) > _ONLY_SHOWN:
        found.append(Text(f"and {len(whole) - _ONLY_SHOWN} more"))
    return found
