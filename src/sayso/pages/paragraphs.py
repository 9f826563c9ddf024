"""Cut a pasted page into the paragraphs it shows, each a slice of the page.

A browser's copy puts each paragraph on a line of its own, with or without blank lines between. Mail and text
browsers break lines at 70 to 80 columns instead; there a paragraph is several lines, found by asking whether
the first word of the next line would still have fitted. Nothing is changed: a paragraph that was broken over
lines keeps its line ends.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from sayso.schema import Span

# What a browser, a mail program or a word processor may end a line with.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"[*•·‣◦▪●■○►▸+](?:[ \t\u00a0]+|$)")
_BLANKS = " \t\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\u3000\u2002\u2003\u2009\u202f\x1f"

_WRAP_WIDTHS = range(45, 101)
"""Columns at which a hard-wrapped line may end: mail (72), text browsers (80), and some room on both sides."""


class Paragraph(NamedTuple):
    """One paragraph of a page.

    :param span: into the page, without surrounding blanks and without a list bullet.
    :param text: the words of ``span``.
    :param bullet: it stood behind a list bullet.
    :param gap: a blank line stands before it.
    """

    span: Span
    text: str
    bullet: bool
    gap: bool


class _Row(NamedTuple):
    start: int
    end: int
    indent: int
    bullet: bool
    gap: bool


def cut(page: str) -> list[Paragraph]:
    """Cut ``page`` into paragraphs, in order. Time and memory are linear in its length."""
    rows = _rows(page)
    width = _wrap_width(page, rows)
    paragraphs: list[Paragraph] = []
    first = 0
    for i, row in enumerate(rows):
        if width and i + 1 < len(rows) and _goes_on(page, row, rows[i + 1], rows[first], width):
            continue
        head = rows[first]
        span = Span(head.start, row.end)
        paragraphs.append(Paragraph(span, page[head.start : row.end], head.bullet, head.gap))
        first = i + 1
    return paragraphs


def _rows(page: str) -> list[_Row]:
    """Give the lines that hold anything, trimmed; ``gap`` says that an empty line stands before."""
    rows: list[_Row] = []
    previous_end = 0
    for match in _LINE.finditer(page):
        raw = match.group()
        text = raw.lstrip(_BLANKS)
        start = match.end() - len(text)
        text = text.rstrip(_BLANKS)
        bullet = False
        while text and (found := _BULLET.match(text)):
            bullet = True
            start += found.end()
            text = text[found.end() :]
        if not text:
            continue
        breaks = page.count("\n", previous_end, match.start()) or page.count("\r", previous_end, match.start())
        rows.append(_Row(start, start + len(text), start - match.start(), bullet, breaks > 1))
        previous_end = match.end()
    return rows


def _wrap_width(page: str, rows: list[_Row]) -> int:
    """Give the column at which the page's lines were broken, or 0 where they were not.

    The sign of a broken line is a next line that starts with a small letter, with no blank line between. It has
    to hold for at least four in ten of the lines long enough to have been broken, and three times: a list of
    links or a poem does not reach that.
    """
    longest = broken = whole = 0
    for row, after in pairwise(rows):
        length = row.indent + row.end - row.start
        if after.gap or after.bullet or length not in _WRAP_WIDTHS:
            whole += length > _WRAP_WIDTHS[-1]
            continue
        if page[after.start].islower() and page[row.end - 1] not in ".!?:":
            broken += 1
            longest = max(longest, length)
        else:
            whole += 1
    return longest if broken >= 3 and broken >= 0.4 * (broken + whole) else 0


def _goes_on(page: str, row: _Row, after: _Row, head: _Row, width: int) -> bool:
    """Say whether ``row`` was broken only because the first word of ``after`` did not fit."""
    if after.gap or after.bullet or (after.indent > row.indent and not head.bullet):
        return False
    length = row.indent + row.end - row.start
    if length > width:
        return False
    word_end = page.find(" ", after.start, after.end)
    word = (word_end if word_end >= 0 else after.end) - after.start
    return length + 1 + word > width
