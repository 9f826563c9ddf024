"""A text as words with their sentences: what every rule about names and phrases looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.schema import Span
from sayso.speakers.lexicon import ABBREVIATIONS

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:-\w+)*|[^\W_]+(?:[-&][^\W_]+|[’'](?![sS]\b)[^\W_]+)*|[’'][sS]\b|[^\w\s]"
)
_ENDS = frozenset(".!?…")
_CLOSES = frozenset("\"”’'»)]")
_UNSTRESSED = frozenset(
    "with from over after before about into under amid than that this when what will have been".split()
)
POSSESSIVE = frozenset(("’s", "'s", "’S", "'S"))


class Wording:
    """The words of a text. All lists but the last three are of one length; a word is known by its index.

    :ivar starts: offset of each word's first character.
    :ivar ends: offset after its last.
    :ivar words: as written.
    :ivar lower: in lower case, apostrophes straight.
    :ivar capital: whether it begins with a capital letter.
    :ivar first: for each sentence, the index of its first word; then the number of words.
    :ivar paragraph: for each sentence, the index of its paragraph.
    :ivar heads: the sentences set as headings, where capitals tell nothing.
    """

    __slots__ = ("capital", "ends", "first", "heads", "lower", "paragraph", "starts", "text", "words")

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        spans = [*map(re.Match.span, _WORD.finditer(text))]
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        self.lower = [word.replace("’", "'") for word in map(str.lower, self.words)]
        self.capital = [word[0].isupper() for word in self.words]
        self.first, self.paragraph = self._sentences(paragraphs)
        self.heads = self._headings()

    def _sentences(self, paragraphs: Sequence[Span]) -> tuple[list[int], list[int]]:
        words, size = self.words, len(self.words)
        begins = {0: 0} if size else {}
        for number, paragraph in enumerate(paragraphs):
            begins[bisect_left(self.starts, paragraph.start)] = number
        begins.pop(size, None)
        opened = set(begins)
        after = 0
        for index in [i for i, word in enumerate(words) if word in _ENDS]:
            before = words[index - 1] if index else ""
            short = (len(before) == 1 and before.isupper()) or before.lower() in ABBREVIATIONS
            if words[index] == "." and short:
                continue
            after = max(after, index + 1)  # a run of marks is gone through once
            while after < size and (words[after] in _CLOSES or words[after] in _ENDS) and after not in begins:
                after += 1
            if after < size and not words[after][0].islower():
                opened.add(after)
        first = sorted(opened)
        marks = sorted(begins)
        numbers = [begins[marks[bisect_right(marks, start) - 1]] for start in first]
        return [*first, size], numbers

    def _headings(self) -> set[int]:
        """Find sentences nearly all of whose words have a capital."""
        out = set()
        for number, (start, stop) in enumerate(pairwise(self.first)):
            if stop - start >= HEADING_MIN and sum(self.capital[start:stop]) >= HEADING_SHARE / 2 * (stop - start):
                long = [i for i in range(start, stop) if self._is_long(i)]
                stopped = self.words[stop - 1] == "."
                alone = number == 0 and self.paragraph[1:2] not in ([], [0])
                share = STOPPED_SHARE if stopped else HEADING_SHARE
                least = STOPPED_MIN if stopped and not alone else HEADING_MIN
                if len(long) >= least and sum(self.capital[i] for i in long) >= share * len(long):
                    out.add(number)
        return out

    def _is_long(self, index: int) -> bool:
        word = self.words[index]
        return len(word) > 3 and word[0].isalpha() and self.lower[index] not in _UNSTRESSED

    def __len__(self) -> int:
        return len(self.words)

    def sentence(self, word: int) -> int:
        """Give the index of a word's sentence."""
        return bisect_right(self.first, word) - 1

    def bounds(self, word: int) -> tuple[int, int]:
        """Give the half-open range of the words of a word's sentence."""
        number = min(self.sentence(word), len(self.first) - 2)
        return self.first[number], self.first[number + 1]

    def range_of(self, span: Span) -> tuple[int, int]:
        """Give the half-open range of the words that a span touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, stop: int) -> Span:
        """Give the span of the words ``first`` to ``stop`` (exclusive)."""
        return Span(self.starts[first], self.ends[stop - 1])

    def phrase(self, first: int, stop: int) -> str:
        """Give words as written, white space made single."""
        return " ".join(self.text[self.starts[first] : self.ends[stop - 1]].split()) if stop > first else ""


HEADING_MIN = 4
"""Fewer long words are too few to tell a heading."""
HEADING_SHARE = 0.7
"""From which share of long words with capitals on a sentence is set as a heading."""
STOPPED_SHARE, STOPPED_MIN = 0.95, 6
"""The same for one that ends with a full stop: a sentence may be full of names."""
