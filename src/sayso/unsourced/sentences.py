"""Where the sentences of a text lie.

nupunkt finds the ends; what it was not made for is mended here: quotations that a cue follows, titles after an opening
mark, times of day and abbreviations that end a sentence, and words without end. Measured by ``evals/sentence_ends.py``.

Known gaps: a sentence that ends in an abbreviation or initial is parted from the next only where the next begins with a
word that seldom begins a name; with no space after the full stop, no end is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.schema import Span
from sayso.unsourced.lexicon import AFTER_TIME, LOWER_BRANDS, LOWER_SHORT, NEVER_ENDS, SAYING, STARTERS, TITLES

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

LONG = 240
"""Code points without white space; nupunkt's time grows with the square of such a run, and no word is so long."""

_LONG = re.compile(rf"\S{{{LONG},}}")
_MARKS = "\"'“”„‟«»‘’‚‛‹›`´"
_END = re.compile(rf"[.!?…][{_MARKS})\]]{{0,3}}(?:\[\d{{1,3}}\])*\s+")
_OPEN = rf"[{_MARKS}(\[]{{0,3}}"
_STARTS = re.compile(rf"[{_MARKS}(\[*_―—–•·@#-]{{0,4}}\s?(?:[^\W_a-z]|\d|[a-z]\)|{LOWER_BRANDS})")
_STARTER = re.compile(rf"{_OPEN}(?:{STARTERS})\b")
_CAPITAL = re.compile(rf"{_OPEN}[A-Z]")
_TIME = re.compile(r"\d?[ap]\.m\.")
_AFTER_TIME = re.compile(rf"{_OPEN}(?:{AFTER_TIME})\b")
_INITIALS = re.compile(r"(?:[A-Z]\.)+|[A-Z]\.-?[A-Z]\.")
_TITLE = re.compile(rf"(?:{TITLES})\.")
_NEVER_ENDS = re.compile(rf"(?:{NEVER_ENDS})\.")
_LOWER_SHORT = re.compile(rf"[a-z]\.|(?:{LOWER_SHORT})\.")
_ENUMERATOR = re.compile(r"\W{0,3}(?:\d{1,3}|[A-Za-z])[.)]\s+")
_CUE = re.compile(
    rf"(?:(?!(?:{STARTERS})\s)[A-Z][\w.’'-]{{0,24}}\s+){{1,4}}(?:{SAYING})\b|(?:I|We|He|She|They)\s+(?:{SAYING})\b"
)
_WORD = 24
"""Code points; the longest word before a full stop that is looked at."""


def sentences_of(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Split paragraphs into sentences, in time linear in the text.

    A sentence of a quotation is one by itself; the cue belongs to the part of the quotation that it follows.

    :param paragraphs: sorted spans that do not overlap.
    :return: spans into ``text``, in order and apart, stripped of white space; together they cover every character of
        the paragraphs that is not white space.
    """
    return [sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph)]


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    words = paragraph.of(text)
    start = 0
    for cut in [*_cuts(words), len(words)]:
        part = words[start:cut]
        bare = part.strip()
        if bare:
            head = start + len(part) - len(part.lstrip())
            yield Span(paragraph.start + head, paragraph.start + head + len(bare))
        start = cut


def _cuts(words: str) -> list[int]:
    """Give where sentences begin in a paragraph, but for the first; sorted."""
    ends = list(_END.finditer(words))
    if not ends:
        return []
    found = {start for start, _ in _punkt().span_tokenize(_LONG.sub(_filler, words))}
    cuts: list[int] = []
    for end in ends:
        if _parts(words, end, end.end() in found) and not _ENUMERATOR.fullmatch(words, (cuts or [0])[-1], end.end()):
            cuts.append(end.end())
    return cuts


def _filler(match: re.Match[str]) -> str:
    return "x" * len(match.group())


def _parts(words: str, end: re.Match[str], found: bool) -> bool:
    """Say whether an end parts two sentences.

    :param found: what nupunkt says.
    """
    cut = end.end()
    if not _STARTS.match(words, cut):
        return False
    glyph = words[end.start()]
    if glyph != ".":
        quoted = words[end.start() + 1] in _MARKS
        return found and not (quoted and _CUE.match(words, cut))
    word = words[max(0, end.start() - _WORD) : end.start() + 1].split()[-1].lstrip(_MARKS + "([")
    if _INITIALS.fullmatch(word):
        return word not in ("P.S.", "P.P.S.") and _STARTER.match(words, cut) is not None
    if _TIME.fullmatch(word):
        return _CAPITAL.match(words, cut) is not None and not _AFTER_TIME.match(words, cut)
    if _TITLE.fullmatch(word) or _NEVER_ENDS.fullmatch(word):
        return False
    if word == "no.":
        return _CAPITAL.match(words, cut) is not None
    return (
        found
        or words[end.start() + 1] == "["
        or _STARTER.match(words, cut) is not None
        or (word.islower() and _LOWER_SHORT.fullmatch(word) is None and word[:-1].isalpha())
    )


@cache
def _punkt() -> PunktSentenceTokenizer:
    """Load nupunkt's English model, once: it is part of the package and never changes."""
    from nupunkt import load

    return load("default")
