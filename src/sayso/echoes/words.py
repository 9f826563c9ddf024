"""Words as they are compared: by their letters, and by their stem as one code point.

One code point a stem makes a passage a string, and a string is what the aligning library is fastest with.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.echoes.inflection import IRREGULAR, LIGHT, NEGATIONS, NUMBERS, STOP, stem
from sayso.schema import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*")

STOP_WEIGHT, LIGHT_WEIGHT = 0.3, 0.6
"""What a function word weighs, and one that tells little, beside 1 for another."""
OTHER = "\0"
"""The code of every word that no fragment has."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, or of a part of it.

    :param starts: where each begins.
    :param surfaces: each as it is written.
    :param codes: one code point a word; equal for equal stems, but for ``OTHER``.
    """

    starts: Sequence[int]
    surfaces: Sequence[str]
    codes: str

    def __len__(self) -> int:
        return len(self.codes)

    def span(self, place: int) -> Span:
        """Give where a word stands."""
        return Span(self.starts[place], self.starts[place] + len(self.surfaces[place]))

    def cut(self, start: int, stop: int) -> Words:
        """Give the words from one place up to another."""
        return Words(self.starts[start:stop], self.surfaces[start:stop], self.codes[start:stop])


class Lexis:
    """The stems of the fragments of one article, each with its code point and weight.

    Only words that share a beginning with a word of a fragment are ever stemmed: that is what keeps reading a long
    report for a few fragments cheap.
    """

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        """By code point; 1 for content words, less for others."""
        self._of_surface: dict[str, str] = {}
        self._of_stem: dict[str, str] = {}
        self._beginnings: set[str] = set()

    def learn(self, text: str, start: int = 0, end: int | None = None) -> Words:
        """Find the words of a fragment, between two offsets of a text."""
        starts, surfaces = _found(text, start, len(text) if end is None else end)
        return Words(starts, surfaces, "".join(map(self._learned, surfaces)))

    def _learned(self, surface: str) -> str:
        code = self._of_surface.get(surface)
        if code is None:
            key = key_of(surface)
            root = stem(key)
            code = self._of_stem.get(root)
            if code is None:
                # Past the last code point stems share one; a text of a million different words is no article.
                code = self._of_stem[root] = chr(min(len(self._of_stem) + 1, sys.maxunicode))
                self.weights[code] = _weight(key)
            self._of_surface[surface] = code
            self._beginnings |= {key[:3], root[:3]}
        return code

    def words(self, text: str) -> Words:
        """Find the words of the report itself, after all fragments were learnt."""
        starts, surfaces = _found(text, 0, len(text))
        known = dict(self._of_surface)
        for surface in set(surfaces).difference(known):
            known[surface] = self._known(key_of(surface))
        return Words(starts, surfaces, "".join(map(known.__getitem__, surfaces)))

    def _known(self, key: str) -> str:
        root = IRREGULAR.get(key)
        if root is None:
            if key[:3] not in self._beginnings and "'" not in key and key != "cannot":
                return OTHER
            root = stem(key)
        return self._of_stem.get(root, OTHER)

    def content(self, words: Words) -> int:
        """Count the content words of a fragment."""
        return sum(self.weights[code] == 1.0 for code in words.codes)

    def capital(self, words: Words) -> bool:
        """Say whether all content words of a fragment begin with capitals or figures, as in titles and names."""
        content = [s for s, code in zip(words.surfaces, words.codes, strict=True) if self.weights[code] == 1.0]
        return bool(content) and not any(surface[0].islower() for surface in content)


def _weight(key: str) -> float:
    if key in STOP or is_negation(key) or (len(key) == 1 and key.isalpha()):
        return STOP_WEIGHT
    return LIGHT_WEIGHT if key in LIGHT or key.partition("'")[0] in LIGHT else 1.0


def _found(text: str, start: int, end: int) -> tuple[list[int], list[str]]:
    return [match.start() for match in _WORD.finditer(text, start, end)], _WORD.findall(text, start, end)


def key_of(word: str) -> str:
    """Give the form in which words are compared letter by letter."""
    key = word.casefold().replace("’", "'")
    return key.replace(",", "") if key[0].isdigit() else key


def is_number(word: str) -> bool:
    """Say whether a word is a number, in figures or letters."""
    return word[0].isdigit() or word.casefold() in NUMBERS


def is_negation(key: str) -> bool:
    """Say whether a word turns a statement into its opposite."""
    return key in NEGATIONS or key.endswith("n't")


def negated(text: str, start: int) -> bool:
    """Say whether one of the three words before an offset is a negation, in the same clause."""
    before = text[max(0, start - 40) : start]
    before = before[max(before.rfind(mark) for mark in ".!?;:") + 1 :]
    return any(is_negation(key_of(word)) for word in _WORD.findall(before)[-3:])
