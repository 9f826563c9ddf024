"""Passages that words may be repeated from, to be asked which of them has the words of a fragment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.echoes.align import Alignment, align
from sayso.echoes.words import OTHER, Words
from sayso.schema import Span

RARE, PLACES = 4, 8
"""A fragment is looked for around the rarest of its words, and around so many places of each."""
CLOSER = 4
"""Of the places found so many are aligned; the others share fewer words with the fragment."""
SLACK = 6
"""A passage laid under a fragment has so many words to spare on each side, and as many again as the fragment has."""

_KNOWN = re.compile(f"[^{OTHER}]")


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that has the words of a fragment, or some of them.

    :param owner: whose passage, as given to ``Passages``.
    :param words: the part of the passage under the fragment.
    :param alignment: of the fragment with that part.
    """

    owner: int
    words: Words
    alignment: Alignment

    @property
    def spans(self) -> list[Span]:
        """Where the matched words stand, in the order of the fragment, moved ones last."""
        return [self.words.span(j) for _, j in (*self.alignment.pairs, *self.alignment.moved)]


class Passages:
    """Passages of one text one behind the other, with the places of each word that a fragment has.

    :param text: all words of the text.
    :param passages: whose each is, and from which word up to which its pieces run; the pieces are read as one run.
    """

    def __init__(self, text: Words, passages: Iterable[tuple[int, Iterable[tuple[int, int]]]]) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {}
        self._index: list[int] = []
        self._starts: list[int] = []
        self._owners: list[int] = []
        codes: list[str] = []
        for owner, pieces in passages:
            self._starts.append(len(self._index))
            self._owners.append(owner)
            for low, high in pieces:
                self._index.extend(range(low, high))
                codes.append(text.codes[low:high])
        self._codes = "".join(codes)
        for found in _KNOWN.finditer(self._codes):
            self._places.setdefault(found.group(), []).append(found.start())

    def matches(self, fragment: Words, weights: dict[str, float]) -> list[Match]:
        """Give the passages around the rarest words of a fragment, best first.

        :param weights: by code point; see ``Lexis``.
        """
        from rapidfuzz.distance import LCSseq

        size, places = len(fragment), self._places
        known = [
            (weights[code] < 1, len(places[code]), i, code) for i, code in enumerate(fragment.codes) if code in places
        ]
        windows: dict[tuple[int, int], int] = {}
        for _, _, i, code in sorted(known)[:RARE]:
            for place in places[code][:PLACES]:
                index = bisect_right(self._starts, place) - 1
                low = max(self._starts[index], place - i - SLACK - size)
                end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._index)
                windows.setdefault((low, min(end, place - i + 2 * size + SLACK)), index)
        ranked = sorted(
            windows.items(),
            key=lambda item: (-LCSseq.similarity(fragment.codes, self._codes[slice(*item[0])]), item[0]),
        )
        out: dict[tuple[int, int], Match] = {}
        for (low, high), index in ranked[:CLOSER]:
            words = self._words(low, high)
            found = align(fragment, words, weights)
            if found.pairs:
                out.setdefault((index, words.starts[found.pairs[0][1]]), Match(self._owners[index], words, found))
        return sorted(out.values(), key=lambda match: -match.alignment.score)

    def _words(self, low: int, high: int) -> Words:
        index = self._index[low:high]
        return Words(
            [self._text.starts[i] for i in index], [self._text.surfaces[i] for i in index], self._codes[low:high]
        )

    def have(self, words: Words) -> bool:
        """Say whether the stems of some words stand in the passages, one behind the other."""
        return words.codes in self._codes

    def count(self, code: str) -> int:
        """Say how often a stem stands in the passages."""
        return len(self._places.get(code, ()))
