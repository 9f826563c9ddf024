"""Where the paragraphs of a text lie."""

from __future__ import annotations

import re

from sayso.schema import Span

LINE = re.compile("[^\n\v\f\r\x85\u2028\u2029]+")
"""What stands between mandatory line breaks: LF, VT, FF, CR, NEL, LS, PS.

Source: Unicode UAX #14, classes BK, CR, LF and NL.
"""


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Split a text at its line breaks, in time linear in its length.

    A single line break parts paragraphs as a blank line does: text pasted from a browser has one or the other.

    :return: spans into ``text``, in order and apart, each stripped of white space at both ends and never empty;
        together they cover every character that is not white space.
    """
    return tuple(span for line in LINE.finditer(text) if (span := _stripped(line)) is not None)


def _stripped(line: re.Match[str]) -> Span | None:
    words = line.group()
    without_head = words.lstrip()
    if not without_head:
        return None
    return Span(line.end() - len(without_head), line.start() + len(words.rstrip()))
