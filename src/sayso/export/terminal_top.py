"""The top of the terminal view: on whose say-so, at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.export.glance import LOST, Checked, Glance, percentages
from sayso.export.look import Look
from sayso.export.repeats import Piece
from sayso.export.rows import shorten
from sayso.export.tellers import described, shape_of
from sayso.export.voices import Voice
from sayso.schema import Reading

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_VOICES_SHOWN = 8
_BARE_SHOWN = 6
_BAR_COLUMNS_MAX = 60
_BAR_BESIDE_COLUMNS_MIN = 48
_COLOURS = ("blue", "yellow", "dim")
_VERDICTS = {"verbatim": ("✓", "green"), "altered": ("≈", "yellow"), "not found": ("✗", "red")}


def top(reading: Reading, seen: Glance, look: Look, columns: int) -> Iterator[RenderableType]:
    """Give the blocks: shares and counts, voices, the headline check, the sentences on nobody's word."""
    shares = reading.shares
    drawn = bool(shares.named or shares.anonymous or shares.none)
    if not (drawn or seen.lines or seen.findings):
        return
    yield _first(reading, seen, look, columns)
    from rich.console import Group
    from rich.text import Text

    if seen.voices:
        yield _voices(seen, look, columns)
    if seen.headline:
        yield Group(Text("The headline, checked", style="bold"), _headline(seen, look, columns))
    if seen.bare:
        title = Text(look.fit("On nobody’s word"), style="bold")
        yield Group(title, _bare(reading, seen, look, columns))


def _first(reading: Reading, seen: Glance, look: Look, columns: int) -> Text:
    from rich.text import Text

    text = Text("On whose say-so?", style="bold")
    shares = reading.shares
    if shares.named or shares.anonymous or shares.none:
        figures = percentages(shares.named, shares.anonymous, shares.none)
        width = min(columns, _BAR_COLUMNS_MAX)
        lengths = _parts(figures, width)
        text.append("\n")
        for length, filling, colour in zip(lengths, look.fillings, _COLOURS, strict=True):
            text.append(filling * length, style=_plain(colour))
        what = ("on named sources", "on unnamed sources", look.fit("on the report’s own word"))
        for index, words in enumerate(what):
            # Three figures on one line where they fit, else one under the other.
            text.append("   " if index and columns >= 84 else "\n")
            text.append(look.fillings[index], style=_plain(_COLOURS[index]))
            text.append(f" {figures[index]} % ", style="not dim bold").append(words, style="not bold")
    for line in (*seen.lines, *seen.findings):
        text.append("\n" + look.fit(line), style="not bold")
    return text


def _plain(colour: str) -> str:
    return f"not bold {colour}"


def _parts(figures: list[int], width: int) -> list[int]:
    """Share out the columns of a bar; whatever is not nothing gets one."""
    lengths = [max(1, round(figure * width / 100)) if figure else 0 for figure in figures]
    while sum(lengths) > width:
        lengths[lengths.index(max(lengths))] -= 1
    return lengths


def _voices(seen: Glance, look: Look, columns: int) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    bar = min(24, columns // 4) if columns >= _BAR_BESIDE_COLUMNS_MIN else 0
    table.add_column(width=max(6, columns - bar - 12), overflow="fold")
    for width in (bar, 5, 4):
        table.add_column(width=width, justify="left" if width == bar else "right", no_wrap=True, overflow="crop")
    table.add_row(Text("Who is quoted", style="bold"), "", Text("words", style="dim"), Text("said", style="dim"))
    most = max(voice.share for voice in seen.voices) or 1.0
    for voice in seen.voices[:_VOICES_SHOWN]:
        named = voice.speaker is not None and voice.speaker.named
        length = min(bar, max(1, round(voice.share / most * bar))) if voice.words else 0
        filling, colour = (look.fillings[0], _COLOURS[0]) if named else (look.fillings[1], _COLOURS[1])
        drawn = Text(filling * length, style=colour)
        table.add_row(Text(_who(voice, look)), drawn, str(voice.words), str(voice.statements))
    if len(seen.voices) > _VOICES_SHOWN:
        table.add_row(Text(f"and {len(seen.voices) - _VOICES_SHOWN} more", style="dim"), "", "", "")
    return table


def _who(voice: Voice, look: Look) -> str:
    if voice.speaker is None:
        return f"{look.mark('person', named=False)} Nobody named"
    name = f"{look.mark(shape_of(voice.speaker), named=voice.speaker.named)} {described(voice.speaker)}"
    far = [hand for hand in voice.hands if hand != "first hand"]
    return look.fit(shorten(name, 90) + (f", {far[-1]}" if far else ""))


def _headline(seen: Glance, look: Look, columns: int) -> Table:
    from rich.text import Text

    table = _labelled(columns, 12)
    for checked in seen.headline:
        sign, colour = _VERDICTS[checked.check.verdict]
        verdict = checked.check.verdict if look.plain else f"{sign} {checked.check.verdict}"
        table.add_row(Text(verdict, style=colour), _edited(checked, look))
    return table


def _edited(checked: Checked, look: Look) -> Text:
    """Give words of the headline with what they made of the statement, in the notation of wdiff."""
    text = edited(checked.pieces, look)
    rests = (
        f"statement {checked.number}, {look.fit(shorten(checked.who, 70)) or 'nobody named'}"
        if checked.number is not None
        else "no statement in the text"
    )
    lost = [LOST[lost] for lost in checked.check.lost]
    text.append(f"\n{'rests on ' + rests}", style="dim")
    if lost:
        text.append("; " + look.fit("; ".join(lost)))
    return text


def edited(cut: tuple[Piece, ...] | list[Piece], look: Look) -> Text:
    """Give words with what they made of a statement: ``[-was-] {+is+}``, as ``wdiff`` writes it; ``{~moved~}``."""
    from rich.text import Text

    text = Text()
    for piece in cut:
        here, there = look.fit(piece.here), look.fit(piece.there)
        if piece.kind is None:
            before = " " if piece.here[:1].isspace() and text.plain and not text.plain.endswith(" ") else ""
            text.append(before + here + (" " if here and piece.here[-1:].isspace() else ""))
            continue
        if there and piece.kind in ("dropped", "changed"):
            text.append(f"[-{there}-]", style="red")
            text.append(" ")
        if piece.kind == "moved":
            text.append(f"{{~{here or there}~}}", style="blue")
        elif here:
            text.append(f"{{+{here}+}}", style="bold green")
    return text


def _bare(reading: Reading, seen: Glance, look: Look, columns: int) -> Table:
    from rich.text import Text

    table = _labelled(columns, 12)
    for bare in seen.bare[:_BARE_SHOWN]:
        words = look.fit(shorten(reading.text_of(bare.span), 200))
        table.add_row(Text(bare.sort or "a sentence", style="dim"), Text(words))
    if len(seen.bare) > _BARE_SHOWN:
        table.add_row("", Text(f"and {len(seen.bare) - _BARE_SHOWN} more, marked in the text", style="dim"))
    return table


def _labelled(columns: int, first: int) -> Table:
    """Give a grid of two columns: a label, and what it is for."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(width=min(first, columns // 3), overflow="fold")
    table.add_column(width=columns - min(first, columns // 3) - 1, overflow="fold")
    return table
