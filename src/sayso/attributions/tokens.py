"""A paragraph as the tagger sees it: word pieces, the shape of each, and the words that spans are made of.

The tokenizer is uncased and forgets white space, yet a capital tells a name from a noun and a space tells an opening
straight quotation mark from a closing one. Both come back as the *shape* of each piece. Training uses this module too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHAPES = 16
"""Shapes are 0 (special piece) or 2 x kind + (white space before), kind in 1..7."""

_LOWER, _TITLE, _UPPER, _MIXED, _DIGIT, _MARK, _OTHER = range(1, 8)


@dataclass(frozen=True, slots=True)
class Tokens:
    """One stretch of text, tokenised.

    :param pieces: int64, shape (pieces,); ids in the tokenizer's vocabulary, with its first and last special piece.
    :param shapes: int64, shape (pieces,), values below ``SHAPES``.
    :param first: int64, shape (words,); index into ``pieces`` of the first piece of each word.
    :param spans: int64, shape (words, 2); half-open code-point offsets of each word.
    """

    pieces: NDArray[np.int64]
    shapes: NDArray[np.int64]
    first: NDArray[np.int64]
    spans: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first)

    def part(self, word: int, stop: int, begin: int, end: int) -> Tokens:
        """Give words ``word`` to ``stop`` alone: pieces ``begin`` to ``end`` between the special pieces."""
        return Tokens(
            np.concatenate((self.pieces[:1], self.pieces[begin:end], self.pieces[-1:])),
            np.concatenate((self.shapes[:1], self.shapes[begin:end], self.shapes[-1:])),
            self.first[word:stop] - begin + 1,
            self.spans[word:stop],
        )


def shape_of(word: str, spaced: bool) -> int:
    """Give the shape of a word: its letter case or kind of sign, and whether white space stands before it."""
    if word.islower():
        kind = _LOWER
    elif word.isupper():
        kind = _UPPER if len(word) > 1 else _TITLE
    elif word.istitle():
        kind = _TITLE
    elif word.isalpha():
        kind = _MIXED
    elif word[0].isdigit():
        kind = _DIGIT
    elif not word[0].isalnum():
        kind = _MARK
    else:
        kind = _OTHER
    return 2 * kind + spaced


def tokens_of(text: str, encoding: Any) -> Tokens:
    """Build the tagger's view of ``text``.

    :param encoding: the ``tokenizers.Encoding`` of exactly this text, with special pieces.
    """
    words = encoding.word_ids
    offsets = encoding.offsets
    shapes = np.zeros(len(words), dtype=np.int64)
    first: list[int] = []
    spans: list[tuple[int, int]] = []
    last: int | None = None
    for index, word in enumerate(words):
        if word is None:
            last = None
            continue
        start, end = offsets[index]
        if word != last:
            last = word
            first.append(index)
            spans.append((start, end))
        else:
            spans[-1] = (spans[-1][0], end)
    for position, (start, end) in enumerate(spans):
        begin = first[position]
        stop = first[position + 1] if position + 1 < len(first) else len(words) - 1
        shapes[begin:stop] = shape_of(text[start:end] or " ", start == 0 or text[start - 1].isspace())
    return Tokens(
        pieces=np.asarray(encoding.ids, dtype=np.int64),
        shapes=shapes,
        first=np.asarray(first, dtype=np.int64),
        spans=np.asarray(spans, dtype=np.int64).reshape(-1, 2),
    )
