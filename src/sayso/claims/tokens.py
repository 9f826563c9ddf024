"""A statement as tokens: words, figures and marks, each with its place.

Figures, dates, places, negations and doubt are all sought in the same tokens, so a statement is taken apart once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.schema import Span

# Groups of three digits, other digits, U.S., words with their apostrophes, any other visible character by itself.
_TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, in order.

    :param text: the text.
    :param starts, ends: where each begins and ends, in code points.
    :param words: each in lower case, with straight apostrophes.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, place: int) -> str:
        """Give a token as it is written; empty outside the text."""
        return self.text[self.starts[place] : self.ends[place]] if 0 <= place < len(self.words) else ""

    def word(self, place: int) -> str:
        """Give a token in lower case; empty outside the text."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def joined(self, place: int) -> bool:
        """Say whether nothing stands between a token and the one before it."""
        return 0 < place < len(self.words) and self.ends[place - 1] == self.starts[place]

    def span(self, first: int, last: int) -> Span:
        """Give the span from one token up to and with another."""
        return Span(self.starts[first], self.ends[last])


def tokens_of(text: str | Tokens) -> Tokens:
    """Take a text apart; what is apart already is given back."""
    if isinstance(text, Tokens):
        return text
    found = list(_TOKEN.finditer(text))
    return Tokens(
        text,
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
        tuple(match[0].lower().replace("’", "'") for match in found),
    )
