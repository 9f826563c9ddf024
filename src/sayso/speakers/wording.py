"""A text as words with their sentences: what every rule about names and phrases looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.schema import Span
from sayso.speakers.lexicon import ABBREVIATIONS

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:-\w+)*|[^\W_]+(?:[-&][^\W_]+|[’'](?![sS]\b)[^\W_]+)*|[’'][sS]\b|[^\w\s]"
)
_ENDS = frozenset(".!?")
_CLOSES = frozenset("\"”’'»)]")


class Wording:
    """The words of a text. All lists are of one length; a word is known by its index.

    :ivar starts: offset of each word's first character.
    :ivar ends: offset after its last.
    :ivar words: as written.
    :ivar lower: in lower case.
    :ivar capital: whether it begins with a capital letter.
    :ivar sentence: index of its sentence.
    :ivar first: for each sentence, the index of its first word.
    :ivar paragraph: for each sentence, the index of its paragraph.
    """

    __slots__ = ("capital", "ends", "first", "lower", "paragraph", "sentence", "starts", "text", "words")

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.sentence: list[int] = []
        self.first: list[int] = []
        self.paragraph: list[int] = []
        for index, paragraph in enumerate(paragraphs):
            self._read(paragraph, index)
        self.lower = [word.lower() for word in self.words]
        self.capital = [word[0].isupper() for word in self.words]

    def _read(self, paragraph: Span, index: int) -> None:
        ended = True
        number = len(self.first) - 1
        words, starts, ends, sentence = self.words, self.starts, self.ends, self.sentence
        previous = ""
        for match in _WORD.finditer(self.text, paragraph.start, paragraph.end):
            word = match.group()
            if not previous or (ended and word not in _CLOSES and word not in _ENDS and not word[0].islower()):
                number += 1
                self.first.append(len(words))
                self.paragraph.append(index)
                ended = False
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            words.append(word)
            sentence.append(number)
            if word in _ENDS:
                short = word == "." and (
                    (len(previous) == 1 and previous.isupper()) or previous.lower() in ABBREVIATIONS
                )
                ended = not short
            elif ended and word[0].islower():
                ended = False
            previous = word

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Give the index of the first word that ends after an offset; the number of words if there is none."""
        return bisect_right(self.ends, offset)

    def range_of(self, span: Span) -> tuple[int, int]:
        """Give the half-open range of the words that a span touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, stop: int) -> Span:
        """Give the span of the words ``first`` to ``stop`` (exclusive)."""
        return Span(self.starts[first], self.ends[stop - 1])

    def phrase(self, first: int, stop: int) -> str:
        """Give words as written, white space made single."""
        return " ".join(self.text[self.starts[first] : self.ends[stop - 1]].split()) if stop > first else ""
