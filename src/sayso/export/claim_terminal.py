"""A claim for people: what is claimed, on whose word, who had it when, and where reports disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.cited import date_words, outlet_words, quoted
from sayso.export.look import Look
from sayso.export.rows import shorten
from sayso.export.spread_text import drawn, sources
from sayso.export.spread_words import counted, origins_words, summary_of
from sayso.schema import ClaimLine, ClaimView, Edit, Judgement, Origins, Statement, Variant

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


NAMES_SHOWN = 8
"""More outlets than this with one wording are counted."""
ORIGINS_SHOWN = 12
"""More origins than this are counted; those that count in the least come first."""


def render(view: ClaimView, look: Look, *, every: bool = False) -> str:
    """Give the whole view as text.

    :param every: show each page and origin with words and reasons, however many there are.
    """
    from rich.text import Text

    from sayso.export.terminal import draw

    by_id = {statement.id: statement for statement in view.statements}
    wording = by_id[view.claim.wording]
    bold, dim = ("bold", "dim") if look.colour else ("", "")
    quoted = '"{}"' if look.plain else "“{}”"
    parts: list[RenderableType] = [Text(quoted.format(look.fit(wording.text).strip('“”"')), style=bold)]
    apart = {*view.claim.against, *(one.statement for one in view.inside)}
    reports = sum(one.id not in apart for one in view.statements)
    head = [f"claim {view.claim.id}", counted(reports, "report"), summary_of(view.spread)]
    parts.append(Text(look.fit(" · ".join(head)).replace(" · ", look.dot), style=dim))
    if view.stories:
        parts.append(Text(look.fit("in " + ", ".join(f"story {id}" for id in view.stories)), style=dim))

    def section(title: str, lines: Sequence[RenderableType]) -> None:
        if lines:
            parts.extend((Text(""), Text(title, style=bold), *lines))

    if view.origins is not None:
        section(_title(view.origins), _origins(view, view.origins, look, every=every))
    else:
        section("On whose word", sources(view.spread, look))
    section("Where reports disagree", _conflicts(view, look))
    section("Wordings", _variants(view, look, every=every))
    section("Who had it when, from whom", drawn(view, look, every=every))
    section("Notes", [Text(look.fit(_note(one))) for one in view.notes])
    return draw(parts, look)


def render_list(lines: Sequence[ClaimLine], look: Look) -> str:
    """Give a list of claims, one under the other."""
    from rich.padding import Padding
    from rich.text import Text

    from sayso.export.terminal import draw

    if not lines:
        return "No claim in the corpus has two reports.\n"
    parts: list[RenderableType] = []
    for line in lines:
        parts.append(Text(look.fit(shorten(line.text, 240)), style="bold" if look.colour else ""))
        against = f", {line.against:,} against it" if line.against else ""
        where = f"in {counted(line.articles, 'article')} of {counted(line.outlets, 'outlet')}"
        facts = [line.claim, f"{counted(line.reports, 'report')}{against}, {where}"]
        if line.first:
            first, last = date_words(line.first[:10]), date_words((line.last or line.first)[:10])
            facts.append(first if first == last else f"{first} to {last}")
        parts.append(Padding(Text(look.fit(look.dot.join(facts)), style="dim" if look.colour else ""), (0, 0, 1, 2)))
    return draw(parts, look)


def _title(origins: Origins) -> str:
    return f"On whose word: {origins_words(origins)}"


def _origins(view: ClaimView, origins: Origins, look: Look, *, every: bool) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    found: list[RenderableType] = []
    names = {origin.id: origin.name for origin in origins.origins}
    outer = {one.statement: one.of for one in view.inside}
    shown = origins.origins
    if not every and len(shown) > ORIGINS_SHOWN:
        shown = tuple(sorted(shown, key=lambda origin: bool(origin.possibly))[:ORIGINS_SHOWN])
    for origin in shown:
        shape = "page" if origin.own else origin.kind if origin.kind in ("organisation", "document") else "person"
        text = Text(f"{look.mark(shape, named=origin.named)} ")
        text.append(look.fit(origin.name), style="bold" if look.colour else "")
        facts = [counted(len({outer.get(id, id) for id in origin.statements}), "report")]
        if origin.own:
            facts.insert(0, "own observation")
        elif not origin.named:
            facts.insert(0, "unnamed")
        text.append(", " + ", ".join(facts))
        found.append(text)
        if origin.possibly:
            others = ", ".join(names[id] for id in origin.possibly[:3] if id in names)
            more = f" and {len(origin.possibly) - 3} more" if len(origin.possibly) > 3 else ""
            words = f"possibly the same as {others}{more}"
            found.append(Padding(Text(look.fit(words), style="dim" if look.colour else ""), (0, 0, 0, 2)))
    if left := len(origins.origins) - len(shown):
        found.append(Text(f"and {left:,} more, --all shows each", style="dim" if look.colour else ""))
    for circle in origins.circles:
        arrow = " -> " if look.plain else " → "
        words = arrow.join((*circle.names, circle.names[0]))
        found.append(Text(look.fit(f"in a circle: {words}"), style="bold red" if look.colour else ""))
    return found


def _conflicts(view: ClaimView, look: Look) -> list[RenderableType]:
    """Show each matter once, with everything that is said about it and by which outlets."""
    from rich.padding import Padding
    from rich.text import Text

    outlets = {statement.id: outlet_words(statement) for statement in view.statements}
    outer = {one.statement: one.of for one in view.inside}
    said: dict[str, dict[str, list[str]]] = {}
    for one in view.conflicts:
        for inner, words in ((one.left, one.left_words), (one.right, one.right_words)):
            id = outer.get(inner, inner)
            ids = said.setdefault(one.matter, {}).setdefault(words, [])
            if id not in ids:
                ids.append(id)
    found: list[RenderableType] = []
    for matter, sides in said.items():
        found.append(Text(f"{matter}:", style="bold red" if look.colour else ""))
        for words, ids in sides.items():
            names = ", ".join(dict.fromkeys(outlets.get(id, id) for id in ids))
            text = Text(quoted(words or "?", look, 120))
            text.append(f"  {look.fit(names)}{look.dot}{', '.join(ids[:3])}", style="dim" if look.colour else "")
            found.append(Padding(text, (0, 0, 0, 2)))
    return found


def _variants(view: ClaimView, look: Look, *, every: bool) -> list[RenderableType]:
    """Show each other wording against the fullest of its quotation, with what differs marked."""
    from rich.padding import Padding
    from rich.text import Text

    by_id = {statement.id: statement for statement in view.statements}
    groups: dict[str, list[Variant]] = {}
    for variant in view.variants:
        if variant.statement != variant.fullest and variant.statement in by_id and variant.fullest in by_id:
            groups.setdefault(variant.fullest, []).append(variant)
    dim = "dim" if look.colour else ""
    found: list[RenderableType] = []
    for fullest, variants in groups.items():
        text = Text(shorten(look.fit(by_id[fullest].text), 400))
        text.append(f"  {look.fit(outlet_words(by_id[fullest]))}{look.dot}{fullest}", style=dim)
        found.append(text)
        same = {one.statement for one in variants if one.rewording == "same" and not one.alters}
        if same:
            names = _names([one for id, one in by_id.items() if id in same], every=every)
            found.append(Padding(Text(look.fit(f"word for word: {names}"), style=dim), (0, 0, 0, 2)))
        alike: dict[tuple[Edit, ...], list[Variant]] = {}
        for variant in variants:
            if variant.rewording != "same" or variant.alters:
                alike.setdefault(variant.edits, []).append(variant)
        for variant, *others in alike.values():
            head = variant.rewording + (f", changes {' and '.join(variant.alters)}" if variant.alters else "")
            names = _names([by_id[one.statement] for one in (variant, *others)], every=every)
            head += f"  {names}{look.dot}{variant.statement}"
            head += f" and {len(others)} more" if others else ""
            style = ("bold red" if variant.alters else "dim") if look.colour else ""
            found.append(Padding(Text(look.fit(head), style=style), (0, 0, 0, 2)))
            found.append(Padding(edited(variant, look), (0, 0, 0, 4)))
    return found


def _names(statements: Sequence[Statement], *, every: bool) -> str:
    """List outlets, the first few of many."""
    outlets = list(dict.fromkeys(map(outlet_words, statements)))
    shown = outlets if every or len(outlets) <= NAMES_SHOWN + 1 else outlets[:NAMES_SHOWN]
    more = f" and {len(outlets) - len(shown)} more" if len(shown) < len(outlets) else ""
    return ", ".join(shown) + more


def edited(variant: Variant, look: Look) -> Text:
    """Write a wording with what differs from the fullest: [-dropped-] {+added+}, as word diffs do."""
    from rich.text import Text

    text = Text()
    for edit in variant.edits:
        if text.plain and not text.plain.endswith(" "):
            text.append(" ")
        _append(text, edit, look)
    return text


def _append(text: Text, edit: Edit, look: Look) -> None:
    here, there = look.fit(edit.here), look.fit(edit.there)
    loud = edit.alters is not None
    if edit.kind == "kept":
        text.append(shorten(here, 160))
        return
    if there:
        words = shorten(there, 80)
        style = ("strike bold red" if loud else "strike dim") if look.colour else ""
        text.append(words if look.colour else f"[-{words}-]", style=style)
    if here:
        if there:
            text.append(" ")
        style = ("bold red" if loud else "green") if look.colour else ""
        text.append(here if look.colour else f"{{+{here}+}}", style=style)


def _note(one: Judgement) -> str:
    about = f"{one.subject} and {one.other}" if one.other else one.subject
    said = f": {one.note}" if one.note else ""
    return f"{one.id} {one.decision} ({about}) by {one.author}, {date_words(one.made[:10])}{said}"
