"""The form of an attribution: from which parts of its content stand in quotation marks."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

from sayso.attributions.draft import Draft
from sayso.attributions.marks import Quotations
from sayso.schema import Form, Span

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


def form_of(text: str, draft: Draft, quotations: Quotations) -> Form:
    """Say whether the content is quoted whole (``direct``), in part (``mixed``) or not at all (``indirect``).

    :param quotations: of the text, or for a nested attribution those inside the piece of content around it: what a
        quoted man reports is indirect, however many marks stand round the whole.
    """
    if not draft.cue:
        return "fragment"
    if draft.verbatim:
        return "direct"
    inside = outside = 0
    for piece in draft.content:
        if quotations.covers(piece):
            inside += _WORD.search(text, piece.start, piece.end) is not None
            continue
        if not quotations.touches(piece):
            outside += _WORD.search(text, piece.start, piece.end) is not None
            continue
        for word in _WORD.finditer(text, piece.start, piece.end):
            if quotations.covers(Span(*word.span())):
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"


def piece_around(parent: Draft, child: Draft) -> Span:
    """Give the piece of a parent's content that holds a nested attribution."""
    return parent.content[max(0, bisect_right(parent.content, (child.start, sys.maxsize)) - 1)]
