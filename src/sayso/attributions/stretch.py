"""Stretches of text that the tagger reads at once: a paragraph, or the sentences of one that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.schema import Span

LONG = 1200
"""Code points; about 300 word pieces. Longer paragraphs are cut, at sentence ends where there are any."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[]{0,3}[A-Z0-9À-Þ])")
_WHITE = re.compile(r"\s")


def stretches(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Cut each span into stretches of at most ``LONG`` code points.

    The cut falls after the last sentence end in reach, else after the last white space, else anywhere.
    """
    for span in spans:
        start = span.start
        while span.end - start > LONG:
            cut = _cut(text, start, start + LONG)
            yield Span(start, cut)
            start = cut
        if start < span.end:
            yield Span(start, span.end)


def _cut(text: str, start: int, stop: int) -> int:
    least = start + (stop - start) // 3
    cut = 0
    for match in _SENTENCE_END.finditer(text, least, stop):
        cut = match.end()
    if cut:
        return cut
    for match in _WHITE.finditer(text, least, stop):
        cut = match.end()
    return cut or stop
