"""Two mentions of one article: how likely the later is the same one as the earlier.

Their vectors are multiplied (``Words.ask`` of the one, ``Words.answer`` of the other), and what is plainly seen of the
pair is added, with weights learned together with the vectors (training/heads.py): how far apart they are, which words
they share, whether one is in quotation marks, whether kind, number and "he" or "she" agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from sayso.attributions.evidence import KINDS, VECTOR, Floats, Words
from sayso.errors import ModelMismatch

CLASSES = ("name", "noun", "I", "we", "you", "he", "she", "it", "they", "who", "this", "one")
"""Names, common nouns, and the pronouns by what they can stand for; "one" for all others."""
_PRONOUNS = {
    "I": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours yourself yourselves",
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves themself",
    "who": "who whom whose which that",
    "this": "this these those",
}
_CLASS_OF = {word: CLASSES.index(name) for name, words in _PRONOUNS.items() for word in words.split()}
NAME, NOUN, ONE = 0, 1, CLASSES.index("one")

RELATIONS = 8
"""How the words of two mentions relate: nothing shared; the same name; a name and its last word; a name and its first
word; two names with the same last word; two with the same first word; a name and its initials; the same noun.
"""
TABLES = {
    "classes": (len(CLASSES), len(CLASSES)),
    "apart": (len(CLASSES), 12),
    "paragraphs": (len(CLASSES), 6),
    "between": (len(CLASSES), 6),
    "quoted": (len(CLASSES), 5),
    "relation": (len(CLASSES), RELATIONS),
}
"""What is looked up for a pair, and the shape of each table of weights; a row for each class that asks."""
OFFSETS = dict(zip(TABLES, np.cumsum([0, *map(prod, TABLES.values())]).tolist(), strict=False))
WEIGHTS = sum(map(prod, TABLES.values()))
AGREEMENTS = 3
"""Kind, number, and "he" or "she"; one weight each for each class that asks."""

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president senator sen rep governor gov mayor minister judge"
    " justice captain capt general gen colonel col sergeant sgt lieutenant lt officer king queen prince princess pope"
    " the st".split()
)
_SHE, _HE = frozenset(("mrs", "ms", "miss", "lady")), frozenset(("mr", "sir"))
_GLUE = re.compile(r"[-–.’'&]")


class Pairs:
    """The mentions of an article, compared two at a time.

    Words are learnt about when they are first asked for; nothing depends on the order of the questions.

    :raises ModelMismatch: if the model's weights are for other tables than these.
    """

    def __init__(self, words: Words) -> None:
        if words.pairing.table.shape != (WEIGHTS,) or words.pairing.agreements.shape != (len(CLASSES), AGREEMENTS):
            raise ModelMismatch(
                f"the model weighs pairs by {words.pairing.table.size} values, expected {WEIGHTS}",
                hint="train its heads anew: python -m training.heads",
            )
        count = len(words)
        self.words = words
        self._pairing = words.pairing
        self._parts = words.parts()
        self._kinds = words.kinds()
        self._kind = self._kinds.argmax(axis=1)
        self._plural, self._she, self._she_alone = words.plural(), words.she(), words.she()
        ordinals = np.zeros((len(KINDS), count + 1), np.int32)
        ordinals[self._kind, np.arange(1, count + 1)] = 1
        self._before: NDArray[np.int32] = ordinals.cumsum(axis=1, dtype=np.int32)
        self._known = np.zeros(count, np.bool_)
        self._class = np.zeros(count, np.int64)
        self._names = np.full((4, count), -1, np.int64)  # all words, first, last, initials: numbers of strings
        self._long = np.zeros(count, np.bool_)
        self._numbers: dict[str, int] = {}

    def antecedents(self, word: int, candidates: Sequence[int] | NDArray[np.int64]) -> Floats:
        """Score candidates (heads of mentions, as word indexes) for being the same one as the head ``word``.

        :return: float32, shape (candidates,); log-odds against "nobody mentioned so far": above 0 a candidate is
            likelier than that, and a softmax over them and a 0 gives probabilities.
        """
        others = np.asarray(candidates, np.int64)
        weights, words = self._pairing, self.words
        looked_up = weights.table[self.lookups(word, others)].sum(axis=1)
        agreed = self.agreements(word, others) @ weights.agreements[self.class_of(word)]
        ask = words.ask[word].astype(np.float32)
        likeness = words.answer[others].astype(np.float32) @ ask
        nobody = float(ask @ weights.nobody) / VECTOR**0.5 + float(weights.nobody_classes[self.class_of(word)])
        scores: Floats = likeness / np.float32(VECTOR**0.5) + looked_up + agreed - np.float32(nobody)
        return scores

    def class_of(self, word: int) -> int:
        """Give the index in ``CLASSES`` of what a head is."""
        self._learn(word)
        return int(self._class[word])

    def she_of(self, word: int) -> float:
        """Give the probability that a person is spoken of as "she" and not "he", by the whole name and its title."""
        self._learn(word)
        return float(self._she[word])

    def name_of(self, word: int) -> list[int]:
        """Give the words of the name that a head belongs to, titles too; the word alone where it is no name."""
        return self._run(word) if self._parts[word] == "PROPN" else [word]

    def lookups(self, word: int, others: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give where to look in the table of weights; int64, shape (others, tables)."""
        relation = self.relation(word, others)
        asker, words = self.class_of(word), self.words
        apart = word - others
        stretches = words.stretch[word] - words.stretch[others]
        mine, theirs = words.quoted[word], words.quoted[others]
        kinds = self._kind[others]
        between = np.abs(self._before[kinds, word] - self._before[kinds, others])
        found = (
            asker * len(CLASSES) + self._class[others],
            asker * 12 + np.where(apart < 0, 11, _bits(np.abs(apart)).clip(max=10)),
            asker * 6 + np.where(stretches < 0, 5, _bits(np.abs(stretches)).clip(max=4)),
            asker * 6 + _bits(between).clip(max=5),
            asker * 5 + np.where(mine == theirs, 3 * int(mine >= 0), np.where(mine < 0, 2, np.where(theirs < 0, 1, 4))),
            asker * RELATIONS + relation,
        )
        return np.stack([offset + one for offset, one in zip(OFFSETS.values(), found, strict=True)], axis=1)

    def agreements(self, word: int, others: NDArray[np.int64]) -> Floats:
        """Say how well kind, number and "he" or "she" agree; float32, shape (others, 3), near 0 where it is unclear."""
        kind = self._kinds[others, 1:] @ self._kinds[word, 1:]
        number = (2 * self._plural[others] - 1) * (2 * self._plural[word] - 1)
        she = (2 * self._she[others] - 1) * (2 * self._she[word] - 1) * self._kinds[others, 1] * self._kinds[word, 1]
        out: Floats = np.stack([kind, number, she], axis=1)
        return out

    def relation(self, word: int, others: NDArray[np.int64]) -> NDArray[np.int64]:
        """Say how the words of two mentions relate: 0 to 7, see ``RELATIONS``; int64, shape (others,)."""
        for other in [word, *others[~self._known[others]].tolist()]:
            self._learn(other)
        all_, first, last, initials = self._names[:, others]
        mine = self._names[:, word]
        classes = self._class[others]
        if self._class[word] == NOUN:
            return np.where((classes == NOUN) & (last == mine[2]), 7, 0)
        if self._class[word] != NAME:
            return np.zeros(len(others), np.int64)
        short = ~self._long[others] | ~self._long[word]
        tests = (
            all_ == mine[0],
            (last == mine[2]) & short,
            (first == mine[1]) & short,
            last == mine[2],
            first == mine[1],
            (all_ == mine[3]) | (initials == mine[0]),
        )
        return np.where(classes == NAME, np.select(tests, list(range(1, 7)), 0), 0)

    def _learn(self, word: int) -> None:
        if self._known[word]:
            return
        self._known[word] = True
        own = self._say(word)
        kind = _CLASS_OF.get(own)
        if self._parts[word] == "PROPN":
            self._class[word] = NAME
            run = self._run(word)
            name = [self._say(i) for i in run]
            self._she[word] = self._she_alone[run].mean()
            if not _SHE.isdisjoint(name) or not _HE.isdisjoint(name):
                self._she[word] = float(not _SHE.isdisjoint(name))
            name = [one for one in name if one not in _TITLES] or name
            initials = "".join(one[0] for one in name) if len(name) > 1 else ""
            keys = (" ".join(name), name[0], name[-1], initials)
            self._long[word] = len(name) > 1
        elif kind is not None and (own not in ("that", "this", "these", "those") or self._parts[word] == "PRON"):
            self._class[word] = kind
            return
        else:
            self._class[word] = ONE if self._parts[word] in ("PRON", "DET") else NOUN
            keys = (own, own, own.removesuffix("s"), "")
        self._names[:, word] = [self._numbers.setdefault(key, len(self._numbers)) if key else -2 for key in keys]

    def _run(self, word: int) -> list[int]:
        """Find the words of the name that a word belongs to."""
        out = [word]
        for step in (-1, 1):
            index = word + step
            while 0 <= index < len(self._parts) and abs(index - word) < 8 and self._joined(index, index - step):
                if self._parts[index] == "PROPN":
                    out.append(index)
                index += step
        return sorted(out)

    def _joined(self, index: int, near: int) -> bool:
        """Say whether a name goes on: a name's word, or a sign inside it, in the same stretch."""
        words = self.words
        if words.stretch[index] != words.stretch[near]:
            return False
        left, right = min(index, near), max(index, near)
        glued = bool(words.spans[left, 1] == words.spans[right, 0])
        sign = _GLUE.match(words.text, int(words.spans[index, 0])) is not None
        if self._parts[index] == "PROPN":
            return bool(self._parts[near] == "PROPN" or glued or self._say(near) == ".")
        return sign and glued and self._say(index)[:1] != "'" and self._say(index)[:1] != "’"

    def _say(self, word: int) -> str:
        start, end = self.words.spans[word]
        return self.words.text[start:end].casefold()


def _bits(numbers: NDArray[np.int32] | NDArray[np.int64]) -> NDArray[np.int64]:
    """Give 0 for 0, 1 for 1, 2 for 2 to 3, 3 for 4 to 7 and so on."""
    out: NDArray[np.int64] = np.frexp(numbers.astype(np.float64))[1].astype(np.int64)
    return out
