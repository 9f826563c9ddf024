"""What the encoder says of a word, asked by the word's place in the wording: one more voice beside the rules."""

from __future__ import annotations

import numpy as np

from sayso.attributions.evidence import Words
from sayso.attributions.pairs import Pairs
from sayso.speakers.wording import Wording

SURE = 0.5
"""From which probability on a word heads a mention."""


class Learned:
    """The evidence of one article, by the words of its wording.

    :ivar nouns: places of common nouns that head a mention of a person or body, with what they name.
    """

    def __init__(self, wording: Wording, words: Words) -> None:
        self._words = words
        self._pairs = Pairs(words)
        starts = words.spans[:, 0]
        mine = np.asarray(wording.starts, np.int64)
        place = np.searchsorted(starts, mine, side="right") - 1
        inside = (place >= 0) & (words.spans[np.maximum(place, 0), 1] > mine) if len(starts) else mine < 0
        self._place: list[int] = np.where(inside, place, -1).tolist()
        self._kinds = words.kinds()
        self._she = words.she()
        self._plural = words.plural()
        self.nouns = self._nouns(wording)

    def _nouns(self, wording: Wording) -> dict[int, str]:
        if not len(self._words):
            return {}
        parts = self._words.parts()
        kind = self._kinds.argmax(axis=1)
        sure = self._kinds[:, 0] < 1 - SURE
        people = sure & (parts == "NOUN") & (kind == 1)
        bodies = sure & (parts == "NOUN") & (kind == 2)
        out: dict[int, str] = {}
        for place, word in enumerate(self._place):
            if word >= 0 and people[word]:
                out[place] = "group" if self._plural[word] > 0.5 else "person"
            elif word >= 0 and bodies[word]:
                out[place] = "group" if self._plural[word] > 0.5 else "organisation"
        return out

    def kinds(self, word: int) -> dict[str, float]:
        """Give how likely a word heads no mention (``none``), one of a person, one of an organisation or place."""
        place = self._place[word]
        if place < 0:
            return {}
        row = self._kinds[place]
        return {
            "person": float(row[1]),
            "organisation": float(row[2] + row[3]),
            "none": float(row[0]),
            "other": float(row[4:].sum()),
        }

    def she(self, word: int) -> float:
        """Give the probability that the person a word stands for is spoken of as "she"; 0.5 where nothing is known."""
        place = self._place[word]
        return float(self._she[place]) if place >= 0 else 0.5

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
