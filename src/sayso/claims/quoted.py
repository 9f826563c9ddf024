"""Where a text has the words of others: in quotation marks, as a post from a network, set off behind a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.schema import Span

_MARK_OR_BREAK = re.compile(r'["\u201c\u201d\u201e\u00ab\u00bb]|\n[ \t]*\n')
_OPENING, _CLOSING = '"\u201c\u201e\u00ab', '"\u201d\u00bb'
_PARAGRAPH = re.compile(r"[^\n]+")
# "— Ada Fenn (@adafenn) March 4, 2024", as networks have it under what they let pages show.
_POST = re.compile(r"[-\u2010-\u2015] ?[^\n(]{1,60}\(@\w{1,30}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}")


def quoted_in(text: str) -> list[Span]:
    """Find the words of others in a text.

    Double quotation marks; the end of a paragraph ends what is never closed. A post with its signature, without
    quotation marks, from the beginning of its paragraph or the end of the post before it. A paragraph behind one that
    ends in a colon, where quotations are set off and marks left out.

    :return: spans sorted by start, apart from each other.
    """
    out: list[Span] = []
    for span in sorted([*_in_marks(text), *_set_off(text)]):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def part_inside(marks: Sequence[Span], spans: Sequence[Span]) -> float:
    """Say what part of the letters of some spans lies in others, in [0, 1].

    :param marks: sorted, apart from each other.
    """
    starts = [mark.start for mark in marks]
    inside = 0
    for span in spans:
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(marks) and marks[at].start < span.end:
            inside += max(0, min(span.end, marks[at].end) - max(span.start, marks[at].start))
            at += 1
    return inside / max(1, sum(span.end - span.start for span in spans))


def _in_marks(text: str) -> Iterator[Span]:
    start = -1
    for match in _MARK_OR_BREAK.finditer(text):
        mark = match.group()[0]
        if start < 0 and mark in _OPENING:
            start = match.start()
        elif start >= 0 and (mark in _CLOSING or mark == "\n"):
            yield Span(start, match.end())
            start = -1
    if start >= 0:
        yield Span(start, len(text))


def _set_off(text: str) -> Iterator[Span]:
    behind_colon = False
    for match in _PARAGRAPH.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        if behind_colon:
            yield Span(*match.span())
        start = match.start()
        for post in _POST.finditer(text, *match.span()):
            yield Span(start, post.end())
            start = post.end()
        behind_colon = words.endswith(":")
