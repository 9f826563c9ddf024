"""What a search found, for a terminal and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.cited import chain_words, date_words, speaker_words
from sayso.export.flat import Cell
from sayso.export.look import Look
from sayso.export.statement_row import COLUMNS as STATEMENT_COLUMNS
from sayso.export.statement_row import row_of as statement_row
from sayso.schema import Hit, Span
from sayso.schema.asking import NEAR_MIN

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

COLUMNS: dict[str, type] = {
    "rank": int, **STATEMENT_COLUMNS, "claim": str, "reports": int, "by_words": bool, "similarity": float,
    "score": float,
}  # fmt: skip
_AROUND = 110
_LENGTH = 320


def row_of(hit: Hit, rank: int) -> dict[str, Cell]:
    """Give one hit as a row."""
    return {
        "rank": rank,
        **statement_row(hit.statement),
        "claim": hit.claim,
        "reports": hit.reports,
        "by_words": hit.by_words,
        "similarity": None if hit.similarity is None else round(hit.similarity, 3),
        "score": round(hit.score, 6),
    }


def render(hits: Sequence[Hit], look: Look, *, first: int = 1, more: bool = False, capped: bool = False) -> str:
    """Give hits for people.

    :param first: the rank of the first.
    :param more: whether there are more behind the last.
    :param capped: whether only the latest added of very many were ranked.
    """
    from rich.padding import Padding
    from rich.text import Text

    from sayso.export.terminal import draw

    parts: list[RenderableType] = []
    for rank, hit in enumerate(hits, first):
        if parts:
            parts.append(Text(""))
        head = Text(f"{rank}  ", style="dim" if look.colour else "")
        head.append(look.fit(speaker_words(hit.statement)), style="bold" if look.colour else "")
        parts.append(head)
        words = excerpt(hit.statement.text, hit.words, look)
        lines: list[Text] = [words, _way(hit, look), _facts(hit, look)]
        parts += [Padding(line, (0, 0, 0, len(str(rank)) + 2)) for line in lines]
    if more or capped:
        notes = []
        if more:
            notes.append(f"More: --offset {first - 1 + len(hits)}")
        if capped:
            notes.append("so many hold these words that only the latest added were ranked")
        parts += [Text(""), Text(look.dot.join(notes) + ".", style="dim" if look.colour else "")]
    return draw(parts, look) if parts else "Nothing found.\n"


def excerpt(text: str, marked: Sequence[Span], look: Look) -> Text:
    """Give the words around what was searched for, marked: bold in colour, else between asterisks."""
    from rich.text import Text

    start, end = 0, len(text)
    if len(text) > _LENGTH:
        start = max(0, marked[0].start - _AROUND) if marked else 0
        end = min(len(text), start + _LENGTH)
        start = text.rfind(" ", 0, start) + 1 if start else 0
        cut = text.rfind(" ", start, end)
        end = cut if end < len(text) and cut > start else end
    out = Text("… " if start and not look.plain else "... " if start else "")
    at = start
    for span in marked:
        if span.start < at or span.end > end:
            continue
        out.append(_fit(text[at : span.start], look))
        words = _fit(text[span.start : span.end], look)
        out.append(words if look.colour else f"*{words}*", style="bold green" if look.colour else "")
        at = span.end
    out.append(_fit(text[at:end], look))
    if end < len(text):
        out.append(" ..." if look.plain else " …")
    return out


def _fit(text: str, look: Look) -> str:
    """Make a piece safe, keeping a space at its ends."""
    core = look.fit(text)
    if not core:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + core + (" " if text[-1].isspace() else "")


def _way(hit: Hit, look: Look) -> Text:
    from rich.text import Text

    arrow = " -> " if look.plain else " → "
    steps = [look.fit(step) for step in chain_words(hit.statement)]
    way = arrow.join(steps[1:] if len(steps) > 1 else steps)
    return Text(f"{arrow.strip()} {way}{look.dot}{look.fit(date_words(hit.statement.published))}")


def _facts(hit: Hit, look: Look) -> Text:
    from rich.text import Text

    facts = [hit.statement.id, hit.statement.form]
    if hit.statement.act != "statement":
        facts.append(hit.statement.act)
    if hit.statement.polarity != "affirmed":
        facts.append(hit.statement.polarity)
    if hit.claim is not None:
        facts.append(f"claim {hit.claim}: {hit.reports} statements")
    if not hit.by_words and hit.similarity is not None and hit.similarity >= NEAR_MIN:
        facts.append(f"near in meaning ({hit.similarity:.2f})")
    elif not hit.by_words and hit.words:
        facts.append("some of the words")
    return Text(look.dot.join(look.fit(fact) for fact in facts), style="dim" if look.colour else "")
