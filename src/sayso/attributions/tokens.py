"""A paragraph as the tagger sees it: word pieces, the shape of each, and the words that spans are made of.

The tokenizer is uncased and forgets white space, yet a capital tells a name from a noun and a space tells an opening
straight quotation mark from a closing one. Both come back as the *shape* of each piece. Training uses this module too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
    return 2 * kind_of(word) + spaced


@lru_cache(maxsize=32768)
def kind_of(word: str) -> int:
    """Give the kind in which a word's letters or sign are shaped, in 1..7."""
    if word.islower():
        return _LOWER
    if word.isupper():
        return _UPPER if len(word) > 1 else _TITLE
    if word.istitle():
        return _TITLE
    if word.isalpha():
        return _MIXED
    if word[0].isdigit():
        return _DIGIT
    return _OTHER if word[0].isalnum() else _MARK


def tokens_of(text: str, encoding: Any) -> Tokens:
    """Build the tagger's view of ``text``.

    :param encoding: the ``tokenizers.Encoding`` of exactly this text, with special pieces.
    """
    pieces = np.array(encoding.ids, dtype=np.int64)
    words = encoding.word_ids
    # A special piece has no word; beside the first and last there is one where the text spells it out.
    owner = np.array([-1 if word is None else word for word in words], dtype=np.int64)
    begins = owner != -1
    begins[1:] &= owner[1:] != owner[:-1]
    first = np.flatnonzero(begins)
    lasts = owner != -1
    lasts[:-1] &= owner[1:] != owner[:-1]
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    spans = np.stack((offsets[first, 0], offsets[lasts, 1]), axis=1)
    shapes = np.zeros(len(pieces), dtype=np.int64)
    if len(first):
        before = "  " + text  # what stands before the text counts as white space
        known = [2 * kind_of(text[start:end] or " ") + before[start + 1].isspace() for start, end in spans.tolist()]
        widths = np.diff(first, append=len(pieces) - 1)
        shapes[first[0] : len(pieces) - 1] = np.repeat(np.array(known, dtype=np.int64), widths)
    return Tokens(pieces=pieces, shapes=shapes, first=first, spans=spans)
