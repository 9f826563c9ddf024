"""What the encoder says of a word, asked by the word's place in the wording: one more voice beside the rules."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.attributions.evidence import Floats, Words
from sayso.attributions.pairs import Pairs
from sayso.speakers.wording import Wording

SURE = 0.5
"""From which probability on a word heads a mention."""


class Learned:
    """The evidence of one article, by the words of its wording.

    :ivar nouns: places of common nouns that head a mention of a person or body, with what they name.
    """

    def __init__(self, wording: Wording, words: Words) -> None:
        self._pairs = Pairs(words)
        starts, mine = words.spans[:, 0], np.asarray(wording.starts, np.int64)
        if not len(starts):
            starts = np.zeros(1, np.int64) - 1
        place = np.searchsorted(starts, mine, side="right") - 1
        inside = (place >= 0) & (len(words) > 0)
        if len(words):
            inside &= words.spans[np.maximum(place, 0), 1] > mine
        self._place: list[int] = np.where(inside, place, -1).tolist()
        kinds = words.kinds()
        self._person: list[float] = kinds[:, 1].tolist()
        self._body: list[float] = (kinds[:, 2] + kinds[:, 3]).tolist()
        self._she: list[float] = words.she().tolist()
        self._place_more: list[float] = (kinds[:, 3] - kinds[:, 2]).tolist()
        self._none: list[float] = kinds[:, 0].tolist()
        self.nouns = self._nouns(words, kinds, place, inside) if len(words) else {}

    @staticmethod
    def _nouns(words: Words, kinds: Floats, place: NDArray[np.int64], inside: NDArray[np.bool_]) -> dict[int, str]:
        noun = (kinds[:, 0] < 1 - SURE) & (words.parts() == "NOUN")
        kind = kinds.argmax(axis=1)
        many = words.plural() > 0.5
        out: dict[int, str] = {}
        for code, name in ((1, "person"), (2, "organisation")):
            found = noun & (kind == code)
            for index in np.flatnonzero(inside & found[np.maximum(place, 0)]).tolist():
                out[index] = "group" if many[place[index]] else name
        return out

    def kinds(self, word: int) -> tuple[float, float, float]:
        """Give how likely a word heads no mention, one of a person, one of an organisation or place."""
        place = self._place[word]
        return (1.0, 0.0, 0.0) if place < 0 else (self._none[place], self._person[place], self._body[place])

    def place(self, word: int) -> float:
        """Give how much likelier a word heads a mention of a place than one of a body, in [-1, 1]."""
        place = self._place[word]
        return 0.0 if place < 0 else self._place_more[place]

    def she(self, word: int) -> float:
        """Give the probability that the person a word stands for is spoken of as "she"; 0.5 where nothing is known."""
        place = self._place[word]
        return self._she[place] if place >= 0 else 0.5

    def antecedents(self, word: int, candidates: list[int]) -> list[float]:
        """Score earlier heads for being the same one as a word: log-odds against nobody; 0 where nothing is known."""
        place = self._place[word]
        known = [(i, self._place[c]) for i, c in enumerate(candidates) if self._place[c] >= 0]
        out = [0.0] * len(candidates)
        if place < 0 or not known:
            return out
        scores = self._pairs.antecedents(place, [c for _, c in known])
        for (index, _), score in zip(known, scores.tolist(), strict=True):
            out[index] = score
        return out
