"""Texts to word pieces, each word only once: news says the same words again and again.

The tokenizer's pieces of a word depend on that word alone, so those of words seen before are looked up. That holds
for *plain* texts, of letters and marks whose parting into words needs no second look; others go through it whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np

from sayso.attributions.tokens import Tokens, kind_of, tokens_of

_MARKS = r"!-/:-@\[-`{-~¡§«¶·»¿‘’“”–—…•"
_WORD = re.compile(rf"[{_MARKS}]|[^{_MARKS}\s]+")
_PLAIN = re.compile(r"[\t\n\r -Z\\-~\xa0-\xac\xae-\u017f‘’“”–—…•€]*")
"""No "[": the tokenizer's special pieces are spelled with it."""
WORDS_MAX = 1 << 15
"""How many words are remembered, about 10 MB."""
LONG = 40
"""Code points; longer words are not remembered."""


class Pieces:
    """A tokenizer with a memory. Its results do not depend on what it remembers.

    :param tokenizer: a ``tokenizers.Tokenizer`` that lowers case and parts words at white space and punctuation.
    """

    def __init__(self, tokenizer: Any) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, list[int]]] = {}  # of each word the kind of its letters, and its pieces
        begin, end = tokenizer.encode("").ids
        self._begin, self._end = int(begin), int(end)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Tokenise each text, with the first and last special piece."""
        parted = [_WORD.findall(text) if _PLAIN.fullmatch(text) else None for text in texts]
        known = self._known
        if not all(map(known.__contains__, chain.from_iterable(filter(None, parted)))):
            known = self._learnt(set(chain.from_iterable(filter(None, parted))))
        out = []
        for text, words in zip(texts, parted, strict=True):
            if words is None or not all(found := [*map(known.get, words)]):
                out.append(self._whole(text))
            else:
                out.append(self._joined(text, found))  # type: ignore[arg-type]
        return out

    def _learnt(self, words: set[str]) -> dict[str, tuple[int, list[int]]]:
        """Give a memory that holds all of some words, but for those that the tokenizer parts otherwise."""
        known = self._known
        new = [word for word in words.difference(known) if len(word) <= LONG]
        if not new:
            return known
        if len(known) + len(new) > WORDS_MAX:
            known = self._known = {}
            new = [word for word in words if len(word) <= LONG]
        encoding = self._tokenizer.encode(" ".join(new), add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in new]
        if len(set(encoding.word_ids)) == len(new):
            for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
                pieces[word].append(piece)
            known.update((word, (2 * kind_of(word), of)) for word, of in zip(new, pieces, strict=True))
        return known

    def _joined(self, text: str, words: list[tuple[int, list[int]]]) -> Tokens:
        each = [pieces for _, pieces in words]
        pieces = np.array([self._begin, *chain.from_iterable(each), self._end], dtype=np.int64)
        widths = np.array([*map(len, each)], dtype=np.int64)
        ends = widths.cumsum()
        spans = np.array([*chain.from_iterable(map(re.Match.span, _WORD.finditer(text)))], dtype=np.int64)
        spans = spans.reshape(-1, 2)
        kinds = np.array([kind for kind, _ in words], dtype=np.int64)
        kinds[:1] += 1  # what stands before the text counts as white space
        kinds[1:] += spans[1:, 0] > spans[:-1, 1]
        shapes = np.zeros(len(pieces), dtype=np.int64)
        shapes[1:-1] = kinds.repeat(widths)
        return Tokens(pieces, shapes, ends - widths + 1, spans)

    def _whole(self, text: str) -> Tokens:
        # A lone surrogate cannot pass into the tokenizer; one code point takes its place, so offsets hold.
        clean = text if _encodable(text) else text.encode("utf8", "replace").decode("utf8")
        return tokens_of(text, self._tokenizer.encode(clean))


def _encodable(text: str) -> bool:
    try:
        text.encode("utf8")
    except UnicodeEncodeError:
        return False
    return True
