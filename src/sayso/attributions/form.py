"""The form of an attribution: from which parts of its content stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.attributions.draft import Draft
from sayso.attributions.marks import Quotation, quoted
from sayso.schema import Form, Span

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


def form_of(text: str, draft: Draft, parent: Draft | None, quotations: Sequence[Quotation]) -> Form:
    """Say whether the content is quoted whole (``direct``), in part (``mixed``) or not at all (``indirect``).

    Inside another attribution's quotation only the marks within that quotation count: what a quoted man reports is
    indirect, however many marks stand round the whole.
    """
    marks = quotations if parent is None else [q for q in quotations if _inside(q, parent)]
    spans = quoted(marks)
    starts = [span.start for span in spans]
    inside = outside = 0
    for piece in draft.content:
        for word in _WORD.finditer(text, piece.start, piece.end):
            index = bisect_right(starts, word.start()) - 1
            if index >= 0 and word.end() <= spans[index].end:
                inside += 1
            else:
                outside += 1
    if not draft.cue:
        return "fragment"
    if draft.verbatim or (inside and not outside):
        return "direct"
    return "mixed" if inside else "indirect"


def _inside(quotation: Quotation, parent: Draft) -> bool:
    """Say whether a quotation opens after the first mark of one of the parent's pieces, and closes within that
    piece.
    """
    return any(_holds(piece, quotation) for piece in parent.content)


def _holds(piece: Span, quotation: Quotation) -> bool:
    # A quotation that is the piece itself, but for a word or comma outside its marks, is the parent's own.
    if quotation.depth > 0:
        return piece.start <= quotation.start and quotation.end <= piece.end
    return piece.start + 1 < quotation.start and quotation.end < piece.end - 1
