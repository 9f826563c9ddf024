"""The words and sentences of a text, to be asked what stands where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.schema import Span

_WORD = re.compile(r"[^\W_]+(?:(?:[-&]|['’](?!s\b))[^\W_]+)*(?:['’]s\b)?")
_POSSESSIVE = frozenset(("'s", "’s"))
_ABBREVIATED = frozenset(
    """
    mr mrs ms dr prof sen sens rep reps gov gen lt col sgt capt cmdr maj adm st jr sr rev hon jan feb mar apr jun jul
    aug sept sep oct nov dec
    """.split()
)
_ATTACHED = frozenset("\"'“”‘’«»„& \t\u00a0\n")


class Words:
    """Words with their places, and the sentences they stand in.

    :param sentences: sorted spans that do not overlap.
    """

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        spans = [*map(re.Match.span, _WORD.finditer(text))]
        whole = [text[start:end] for start, end in spans]
        self.starts = [start for start, _ in spans]
        self.possessive = [
            word[-2:] in _POSSESSIVE and text[end : end + 1] != "_" for word, (_, end) in zip(whole, spans, strict=True)
        ]
        self.ends = [end - 2 * short for (_, end), short in zip(spans, self.possessive, strict=True)]
        """End of each word, without a possessive ``’s``."""
        self.words = [word[:-2] if short else word for word, short in zip(whole, self.possessive, strict=True)]
        """Each word as it stands, without a possessive ``’s``."""
        self.lower = [word.lower() for word in self.words]
        self.sentences = list(sentences)
        self._sentence_starts = [s.start for s in sentences]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Index of the first word that ends after an offset."""
        return bisect_right(self.ends, offset)

    def sentence(self, offset: int) -> int:
        """Index of the sentence an offset stands in."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def joined(self, index: int) -> bool:
        """Say whether a word follows the one before it with nothing but white space and quotation marks between."""
        if not 0 < index < len(self.words):
            return False
        end = self.ends[index - 1] + 2 * self.possessive[index - 1]
        gap = self.text[end : min(self.starts[index], end + 6)]
        return gap == " " or (
            _ATTACHED.issuperset(gap) or (gap[:1] == "." and gap[1:] == " " and self.lower[index - 1] in _ABBREVIATED)
        )

    def span(self, first: int, last: int) -> Span:
        """The span of words ``first`` to ``last``, both included."""
        return Span(self.starts[first], self.ends[last])

    def capital(self, index: int) -> bool:
        """Say whether a word begins with a capital."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()
