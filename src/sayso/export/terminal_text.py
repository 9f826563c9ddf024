"""The report in the terminal view, with signs around what is said, who says it and what nobody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.export.harmless import for_terminal
from sayso.export.layers import Mark, Role, paragraphs
from sayso.export.look import STYLES, Look
from sayso.schema import Reading

if TYPE_CHECKING:
    from rich.text import Text

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Later styles win, so the cue inside a content shows as a cue.
_ROLES: tuple[Role, ...] = ("bare", "content", "source", "cue")


def prose(reading: Reading, look: Look) -> list[Text]:
    """Give the marked paragraphs."""
    from rich.text import Text

    text_of = reading.article.text
    result = []
    for paragraph in paragraphs(reading):
        text = Text()
        inner: set[Mark] = set()  # contents that begin or end inside another: their closing sign needs its number
        for segment in paragraph.segments:
            contents = [mark for mark in segment.marks if mark.role == "content"]
            if len(contents) > 1:
                inner.update(contents)
            for mark in segment.opens:
                text.append(_opening(mark, look), style=_sign_style(mark.role))
            style = " ".join(STYLES[role] for role in _ROLES if any(mark.role == role for mark in segment.marks))
            if len(contents) > 1:
                style += " underline"
            text.append(for_terminal(segment.span.of(text_of), encoding=look.encoding), style=style)
            for mark in segment.closes:
                sign = look.signs[mark.role][1]
                if mark in inner:
                    sign = f"{mark.number}{sign}" if look.plain else str(mark.number).translate(_SUPERSCRIPT) + sign
                text.append(sign, style=_sign_style(mark.role))
        if text.plain.strip():
            result.append(text)
    return result


def key(reading: Reading, look: Look) -> str:
    """Say what the signs mean."""
    if look.plain:
        words = "Marks: [1:what is said] {1:who says it} <1:the words that say so>"
        return words + (" ((no source: on nobody's word))" if reading.unsourced else "")
    words = "Marks: ⟦¹what is said⟧ {¹who says it} ‹¹the words that say so›"
    return words + (" ⟪∅ on nobody’s word⟫" if reading.unsourced else "")


def _sign_style(role: Role) -> str:
    return "bold" if role == "bare" else STYLES[role].split()[-1]


def _opening(mark: Mark, look: Look) -> str:
    sign = look.signs[mark.role][0]
    if mark.role == "bare":
        return sign
    return f"{sign}{mark.number}:" if look.plain else sign + str(mark.number).translate(_SUPERSCRIPT)
