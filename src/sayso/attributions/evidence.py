"""What the encoder knows of a word besides its tag: is it the head of a mention, of what, and who else it may be.

Layers trained on top of the tagger's encoder (training/heads.py) give each word of the outer paragraphs a row of scores
and two vectors. A *head* here is the word a mention hangs on: "Holm" of "Holm", "mayor" of "the mayor of Esker, who
resigned", "his" of "his lawyer" (and "lawyer" of the whole). Of a person's name it is the last word ("Holm" of
"Mayor Ada Holm"). Two mentions are compared in ``pairs.py``. A model without such layers gives no ``Words``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from sayso.attributions.marks import Quotation
from sayso.schema import Span

KINDS = ("none", "person", "organisation", "place", "event", "time", "thing")
"""What a mention is; ``none`` for a word that is the head of no mention."""
PARTS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ"),
    *("SYM", "VERB", "X"),
)
"""Parts of speech, those of Universal Dependencies."""
PLURAL = len(KINDS) + len(PARTS)
"""Column of the log-odds that a noun, name or pronoun is plural."""
SHE = PLURAL + 1
"""Column of the log-odds that a person is spoken of as "she" and not "he". A weak hint, never a certainty."""
SCORES = SHE + 1
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
_AFTER = frozenset(("ADP", "SCONJ", "PUNCT", "VERB", "AUX", "CCONJ"))
_INNER = frozenset("-–'’\"“”‘.&")
VECTOR = 64
"""Width of one vector; a word asks with one and answers with the other."""

Form = Literal["name", "noun", "pronoun"]
Half = NDArray[np.float16]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """Weights of what is seen of two mentions besides their vectors; learned with them, from the model's card.

    :param table: float32, shape (pairs.WEIGHTS,); looked up for the classes of a pair, its distance and so on.
    :param agreements: float32, shape (groups, agreements).
    :param nobody: float32, shape (VECTOR,); the answer of "nobody mentioned so far".
    :param nobody_classes: float32, shape (classes,); added to it for each class of mention that asks.
    """

    table: Floats
    agreements: Floats
    nobody: Floats
    nobody_classes: Floats

    @classmethod
    def of_card(cls, card: Mapping[str, Any]) -> Pairing | None:
        """Read the card's ``pairing``; ``None`` where the model has none."""
        found = card.get("pairing")
        if found is None:
            return None
        return cls(*(np.asarray(found[field], np.float32) for field in cls.__slots__))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one article, in order, with what the heads say of each.

    :param text: the article's text.
    :param spans: int64, shape (words, 2); half-open code-point offsets into ``text``.
    :param stretch: int32, shape (words,); the paragraph (or part of a long one) that the word is in.
    :param scores: float16, shape (words, SCORES): ``KINDS``, then ``PARTS``, ``PLURAL``, ``SHE``.
    :param ask, answer: float16, shape (words, VECTOR).
    :param quoted: int32, shape (words,); which longer quotation the word stands in, -1 outside of all.
    """

    text: str
    spans: NDArray[np.int64]
    stretch: NDArray[np.int32]
    scores: Half
    ask: Half
    answer: Half
    pairing: Pairing
    quoted: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.spans)

    def inside(self, span: Span) -> range:
        """Give the indexes of the words that overlap a span."""
        first = int(np.searchsorted(self.spans[:, 1], span.start, side="right"))
        return range(first, max(first, int(np.searchsorted(self.spans[:, 0], span.end, side="left"))))

    def kinds(self, words: Sequence[int] | slice = slice(None)) -> Floats:
        """Give the probability of each of ``KINDS``; float32, shape (words, kinds)."""
        return _softmax(self.scores[words, : len(KINDS)].astype(np.float32))

    def heads(self, least: float = 0.5) -> NDArray[np.int64]:
        """Find the words that are heads of mentions with at least this probability."""
        return np.flatnonzero(1 - self.kinds()[:, 0] >= least)

    def parts(self, words: Sequence[int] | slice = slice(None)) -> NDArray[np.str_]:
        """Name the part of speech of each word, one of ``PARTS``; shape (words,)."""
        parts: NDArray[np.str_] = np.array(PARTS)[self.scores[words, len(KINDS) : PLURAL].argmax(axis=1)]
        return parts

    def plural(self) -> Floats:
        """Give the probability that each word is plural; float32, shape (words,)."""
        return _sigmoid(self.scores[:, PLURAL])

    def she(self) -> Floats:
        """Give the probability that each person is spoken of as "she" and not "he"; float32, shape (words,)."""
        return _sigmoid(self.scores[:, SHE])

    def kind_of(self, word: int) -> tuple[str, float]:
        """Say what the mention is that hangs on this word, and with which probability if it is the head of one."""
        odds = self.kinds([word])[0, 1:]
        best = int(odds.argmax())
        return KINDS[1 + best], float(odds[best] / odds.sum())

    def part_of(self, word: int) -> str:
        """Name the part of speech, one of ``PARTS``."""
        return PARTS[int(self.scores[word, len(KINDS) : PLURAL].argmax())]

    def form_of(self, word: int) -> Form:
        """Say whether the mention that hangs on this word is a name, a common noun or a pronoun."""
        part = self.part_of(word)
        return "name" if part == "PROPN" else "pronoun" if part in ("PRON", "DET") else "noun"

    def head_of(self, span: Span) -> int | None:
        """Find the word that the mention of a span hangs on; ``None`` if no word overlaps the span.

        The last head before what follows a noun (a preposition, a comma, a verb, "who").
        On GUM's gold mentions of people and organisations, right for 98 % (88 % of those longer than three words).
        """
        inside = self.inside(span)
        if not inside:
            return None
        some = slice(inside.start, inside.stop)
        sure, parts = 1 - self.kinds(some)[:, 0], self.parts(some)
        best = None
        for place, part in enumerate(parts.tolist()):
            if best is not None:
                start, end = self.spans[inside.start + place]
                words = self.text[start:end].casefold()
                if words in _RELATIVE or (part in _AFTER and words not in _INNER):
                    break
            if sure[place] >= 0.5:
                best = place
        return inside[int(sure.argmax()) if best is None else best]


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What one run of the tagger gave.

    :param stretch: which stretch it was.
    :param spans: int64, shape (words, 2); offsets into the article's text.
    :param rows: float16, shape (words, SCORES + 2 x VECTOR).
    """

    stretch: int
    spans: NDArray[np.int64]
    rows: Half


def words_from(text: str, heard: Sequence[Heard], pairing: Pairing | None) -> Words | None:
    """Put the runs of one article together; ``None`` where there are none."""
    if pairing is None or not heard:
        return None
    rows = np.concatenate([one.rows for one in heard])
    return Words(
        text,
        np.concatenate([one.spans for one in heard]),
        np.repeat(np.array([one.stretch for one in heard], np.int32), [len(one.spans) for one in heard]),
        rows[:, :SCORES],
        rows[:, SCORES : SCORES + VECTOR],
        rows[:, SCORES + VECTOR :],
        pairing,
        np.full(len(rows), -1, np.int32),
    )


QUOTATION_MIN = 25
"""Code points of the shortest quotation that counts as somebody's speech here, marks included; not a word in quotes."""


def quoted(spans: NDArray[np.int64], quotations: Sequence[Quotation]) -> NDArray[np.int32]:
    """Number the outermost quotations, and say in which each word stands; -1 outside.

    :param spans: int64, shape (words, 2), ascending.
    """
    out = np.full(len(spans), -1, np.int32)
    for number, quotation in enumerate(quotations):
        if quotation.depth == 0 and quotation.end - quotation.start >= QUOTATION_MIN:
            for piece in quotation.pieces:
                first, stop = np.searchsorted(spans[:, 0], piece)
                out[first:stop] = number
    return out


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def _sigmoid(scores: Half) -> Floats:
    out: Floats = np.reciprocal(np.exp(-scores.astype(np.float32)) + np.float32(1))
    return out
