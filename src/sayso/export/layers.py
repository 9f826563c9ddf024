"""The text cut where attributions and unsourced sentences begin and end, so that overlapping ones can be drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.schema import Reading, Span

Role = Literal["content", "source", "cue", "bare"]
"""Of an attribution; ``bare`` is a sentence on nobody's word."""


class Mark(NamedTuple):
    """One piece of one attribution, or of one unsourced sentence, inside one paragraph.

    :param number: of the attribution or sentence, from 1, in the order of the reading.
    """

    span: Span
    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing begins or ends.

    :param marks: what covers it, outermost first.
    :param opens: those of ``marks`` that begin here, outermost first.
    :param closes: those of ``marks`` that end here, innermost first.
    """

    span: Span
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article and its segments, which tile ``span``."""

    span: Span
    segments: tuple[Segment, ...]


_ORDER: dict[Role, int] = {"bare": 0, "content": 1, "source": 2, "cue": 3}


def paragraphs(reading: Reading) -> Iterator[Paragraph]:
    """Cut each paragraph at the ends of the pieces in it. A piece over several paragraphs has a mark in each."""
    text = reading.article.text
    length = len(text)
    spans = [Span(max(0, s), min(e, length)) for s, e in reading.article.paragraphs] or [Span(0, length)]
    inside: list[list[Mark]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    for number, role, piece in _pieces(reading):
        # The paragraph before the first that starts at or after the piece may still hold its beginning.
        index = max(0, bisect_left(starts, piece.start + 1) - 1)
        while index < len(spans) and starts[index] < piece.end:
            start, end = max(piece.start, spans[index].start), min(piece.end, spans[index].end)
            if start < end:
                inside[index].append(Mark(Span(start, end), number, role))
            index += 1
    for span, marks in zip(spans, inside, strict=True):
        yield Paragraph(span, tuple(_segments(span, marks)))


def _pieces(reading: Reading) -> Iterator[tuple[int, Role, Span]]:
    for number, a in enumerate(reading.attributions, start=1):
        for piece in a.content:
            yield number, "content", piece
        for piece in a.source:
            yield number, "source", piece
        for piece in a.cue:
            yield number, "cue", piece
    for number, span in enumerate(reading.unsourced, start=1):
        yield number, "bare", span


def _segments(paragraph: Span, marks: list[Mark]) -> Iterator[Segment]:
    marks = sorted(marks, key=_outermost_first)
    cuts = sorted({paragraph.start, paragraph.end, *(m.span.start for m in marks), *(m.span.end for m in marks)})
    active: list[Mark] = []
    waiting = 0
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start]
        opens = []
        while waiting < len(marks) and marks[waiting].span.start == start:
            opens.append(marks[waiting])
            waiting += 1
        active += opens
        closes = tuple(mark for mark in reversed(active) if mark.span.end == end)
        yield Segment(Span(start, end), tuple(active), tuple(opens), closes)


def _outermost_first(mark: Mark) -> tuple[int, int, int, int]:
    return mark.span.start, -mark.span.end, _ORDER[mark.role], mark.number
