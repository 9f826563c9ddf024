"""Quotation marks as the web really has them, to quotations.

Which way a mark faces is only a hint: content systems turn marks round, drop the space before them, open a mark
in every paragraph and close it in the last, or never close it. So each mark is judged by what stands on its two
sides, and the glyph breaks ties. One pass, linear in the text.

Known gaps: a plural possessive inside a single-quoted passage that has no other closing mark ends the passage early;
feet and inches are read as marks when a space follows an opening one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.schema import Span

OPENING = "“„‟«‘‚‛‹`"
CLOSING = "”»’›´"
DOUBLE = '"“”„‟«»＂'
SINGLE = "'‘’‚‛‹›`´"

DEPTH_MAX = 6
"""Marks that would open a quotation deeper than this are passed over."""

_MARK = re.compile(r"''|``|[\"“”„‟«»＂'‘’‚‛‹›`´]")
_BEFORE_OPENING = set("([{—–-/…:=>") | set(OPENING)
_AFTER_CLOSING = set(".,;:!?)]}—–-/…") | set(CLOSING)
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|[0-9]{2}s?)\b", re.IGNORECASE)

# A plural possessive stands before a noun; these words are none.
_NO_NOUN = re.compile(
    r"(?:and|or|but|the|an?|he|she|it|they|we|is|are|was|were|has|have|had|in|on|at|to|for|from|of|by|with|as|that|who|which"
    r"|when|while|after|before|because|if|said|says|told|added|will|would)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the words between marks, with the marks.

    :param pieces: one span a paragraph, marks included, in order.
    :param depth: 0 for an outermost quotation, 1 for one inside it, and so on.
    :param closed: whether its last mark closes.
    """

    pieces: tuple[Span, ...]
    depth: int
    closed: bool

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Offset after the closing mark."""
        return self.pieces[-1].end


@dataclass(slots=True)
class _Open:
    start: int
    double: bool
    depth: int
    pieces: list[Span]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    glyph: str
    double: bool
    opens: bool
    closes: bool
    possible_possessive: bool


def quotations_of(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Find the quotations of a text.

    A double mark left open at the end of a paragraph runs on when the next paragraph opens with a double mark; else the
    quotation ends with its paragraph.

    :param paragraphs: sorted spans that do not overlap.
    :return: sorted by start, outer before inner.
    """
    out: list[Quotation] = []
    running: _Open | None = None
    for paragraph in paragraphs:
        marks = _marks(text, paragraph)
        opened: list[_Open] = []
        index = 0
        if running is not None:
            if marks and marks[0].start == paragraph.start and marks[0].double:
                running.start = paragraph.start
                opened.append(running)
                index = 1
            else:
                out.append(Quotation(tuple(running.pieces), running.depth, closed=False))
            running = None
        while index < len(marks):
            _step(marks, index, opened, out)
            index += 1
        for depth in range(len(opened) - 1, -1, -1):
            left = opened[depth]
            left.pieces.append(Span(left.start, paragraph.end))
            if depth == 0 and left.double:
                running = left
            elif left.double or left.depth:
                out.append(Quotation(tuple(left.pieces), left.depth, closed=False))
    if running is not None:
        out.append(Quotation(tuple(running.pieces), running.depth, closed=False))
    return sorted(out, key=lambda q: (q.start, -q.end))


def _step(marks: list[_Mark], index: int, opened: list[_Open], out: list[Quotation]) -> None:
    """Let one mark open or close a quotation, given those that are open."""
    mark = marks[index]
    inside = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth].double == mark.double), None)
    if inside is None:
        closing = False
    elif mark.opens != mark.closes:
        closing = mark.closes
    else:
        closing = mark.glyph not in OPENING or mark.glyph in "“"
    if closing and inside is not None:
        if not mark.double and _possessive(marks, index):
            return
        for left in reversed(opened[inside + 1 :]):
            if left.double:  # a single mark that never closed was an apostrophe
                out.append(Quotation((*left.pieces, Span(left.start, mark.end)), left.depth, closed=False))
        left = opened[inside]
        del opened[inside:]
        out.append(Quotation((*left.pieces, Span(left.start, mark.end)), left.depth, closed=True))
    elif mark.opens or (mark.double and not mark.closes) or (mark.double and inside is None and mark.glyph != "”"):
        if len(opened) == DEPTH_MAX or (not mark.double and not _closes_later(marks, index)):
            return
        opened.append(_Open(mark.start, mark.double, len(opened), []))


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """List the marks of a paragraph that are no apostrophes, with what their neighbours allow them to be."""
    out = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        glyph, (start, end) = match.group(), match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        double = len(glyph) == 2 or glyph in DOUBLE
        if not double:
            if before.isalnum() and after.isalnum():
                continue  # don't
            if glyph in "'’" and not before.isalnum() and before not in ".,!?…" and _CLIPPED.match(text, end):
                continue  # ’90s, 'em
        opens = (before.isspace() or before in _BEFORE_OPENING or before in "\"'") and not after.isspace()
        closes = (after.isspace() or after in _AFTER_CLOSING or after in "\"'") and not before.isspace()
        if opens and closes:  # between marks or dashes: the side with the white space decides
            if before.isspace() or start == paragraph.start:
                closes = False
            elif after.isspace() or end == paragraph.end:
                opens = False
        possessive = not double and before in "sxzSXZ" and after == " " and not _NO_NOUN.match(text, end + 1)
        out.append(_Mark(start, end, glyph, double, opens, closes, possessive))
    return out


def _closes_later(marks: list[_Mark], index: int) -> bool:
    """Say whether a single mark has a partner in its paragraph; looks a bounded number of marks ahead."""
    return any(m.closes and not m.double for m in marks[index + 1 : index + 40])


def _possessive(marks: list[_Mark], index: int) -> bool:
    """Say whether a single mark that could close is rather a plural possessive: another closes before the next
    opens.
    """
    mark = marks[index]
    if mark.glyph not in "'’" or not mark.possible_possessive:
        return False
    for later in marks[index + 1 : index + 40]:
        if later.double:
            continue
        return later.closes and not later.opens
    return False


class Quotations:
    """The quotations of a text, to be asked what lies where. Each question costs the logarithm of their number.

    :param found: from ``quotations_of``.
    """

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.all = list(found)
        self.outer = [q for q in found if q.depth == 0]
        self._starts = [q.start for q in self.all]
        self._quoted = merged(piece for q in self.all for piece in q.pieces)
        self._quoted_starts = [span.start for span in self._quoted]
        self.pieces = sorted(piece for q in self.outer for piece in q.pieces)
        """Every piece of an outermost quotation, in order; they do not overlap."""
        self._piece_starts = [piece.start for piece in self.pieces]

    def covers(self, span: Span) -> bool:
        """Say whether a span stands in quotation marks from end to end."""
        index = bisect_right(self._quoted_starts, span.start) - 1
        return index >= 0 and span.end <= self._quoted[index].end

    def touches(self, span: Span) -> bool:
        """Say whether any of a span stands in quotation marks."""
        index = bisect_left(self._quoted_starts, span.end) - 1
        return index >= 0 and span.start < self._quoted[index].end

    def near(self, span: Span) -> list[Span]:
        """Give the outermost pieces that touch a span or are next to it."""
        low = max(0, bisect_right(self._piece_starts, span.start) - 1)
        return self.pieces[low : bisect_right(self._piece_starts, span.end) + 1]

    def inside(self, span: Span) -> Quotations:
        """Give the quotations that lie within a span but are not the span itself, marks and stops apart."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return Quotations([q for q in self.all[low:high] if q.end <= span.end and not _is_whole(q, span)])


def _is_whole(quotation: Quotation, span: Span) -> bool:
    return quotation.depth == 0 and (quotation.start <= span.start + 1 or quotation.end >= span.end - 1)


def merged(pieces: Iterable[Span]) -> list[Span]:
    """Join pieces that overlap or touch; sorted."""
    out: list[Span] = []
    for piece in sorted(pieces):
        if out and piece.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return out
