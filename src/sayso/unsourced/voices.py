"""Whose word each sentence is: a source's, partly a source's, or the report's own.

By the letter: a sentence is a source's where an attribution covers it. A sentence that goes on with what a source said
but does not say so ("He said it was shut. It would open on Monday.") is the report's own word, for the report has taken
it over.

Known gap: finite verbs are told by a list and an ending, so that an own clause without one of these goes unnoticed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.attributions.marks import Quotation, merged
from sayso.schema import Attribution, Span, Voice
from sayso.unsourced.lexicon import FINITE, MANY, SUBORDINATE

WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
"""What is counted as a word."""

SURE_MIN, SURE_OF_MANY = 0.3, 0.5
"""An attribution without quotation marks must be so sure to count; the second, if its source is a mere number.

Swept 0-0.7 on PolNeAR dev against voices by its own attributions: own voice F1 84.1 up to 0.3, 81.8 at 0.5. Re-run
``python -m evals.unsourced_report --voices`` with another tagger.
"""

_MANY = re.compile(rf"(?:{MANY})", re.IGNORECASE)

COVERED_MIN = 0.2
"""A sentence of which a source has less than this share of the words is the report's own."""

CLAUSE_MIN = 5
"""Words; a shorter rest beside an attribution is no assertion of its own ("on Monday", "who is 84")."""

REST_MAX, REST_SHARE = 10, 0.6
"""A rest of so many words and of such a share of its sentence is the report's own even if no verb is seen in it."""

_FINITE = re.compile(rf"\b(?:{FINITE})\b|(?<!\bthe )(?<!\ba )(?<!\ban )\b[a-z]{{2,}}ed\b", re.IGNORECASE)
_SUBORDINATE = re.compile(rf"\b(?:{SUBORDINATE})\b", re.IGNORECASE)
_EDGE = re.compile(r"[,;:()–—]|\s-\s")


def voices_of(
    text: str, sentences: Sequence[Span], attributions: Sequence[Attribution], quotations: Sequence[Quotation] = ()
) -> list[Voice]:
    """Say whose word each sentence is.

    Quotations that nobody is found to have spoken count only where the whole sentence stands in them, for then nothing
    is left that the report could assert; so do fragments, which are such quotations.
    Thoughts and plans count only where they and the statements cover their sentence: what somebody fears or refuses to
    do is told by the report beside its other assertions.

    :param sentences: sorted spans that do not overlap.
    :param quotations: of the text; one whose mark never closes in its only paragraph proves nothing.
    :return: one for each sentence.
    """
    counted = [a for a in attributions if counts(text, a)]
    said = Cover(p for a in counted if a.act == "statement" for p in pieces_of(a))
    told = Cover(p for a in counted for p in pieces_of(a))
    fragments = (p for a in attributions if a.form == "fragment" for p in a.content)
    marked = (p for q in quotations if q.depth == 0 and (q.closed or len(q.pieces) > 1) for p in q.pieces)
    quoted = Cover((*told.pieces, *fragments, *marked))
    return [_voice(text, sentence, said, told, quoted) for sentence in sentences]


def counts(text: str, attribution: Attribution) -> bool:
    """Say whether a sentence can rest on an attribution."""
    if attribution.form != "indirect":
        return attribution.form != "fragment"
    many = len(attribution.source) == 1 and _MANY.fullmatch(text, *attribution.source[0])
    return attribution.confidence >= (SURE_OF_MANY if many else SURE_MIN)


def pieces_of(attribution: Attribution) -> Iterable[Span]:
    """Give all pieces of an attribution: who says, that they say, and what."""
    return (*attribution.source, *attribution.cue, *attribution.content)


class Cover:
    """What some spans cover together; asking costs the logarithm of their number."""

    def __init__(self, pieces: Iterable[Span]) -> None:
        self.pieces = merged(pieces)
        self._starts = [piece.start for piece in self.pieces]
        self._ends = [piece.end for piece in self.pieces]

    def rest(self, span: Span) -> list[Span]:
        """Give the parts of a span that are not covered, in order."""
        low, high = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        out, at = [], span.start
        for piece in self.pieces[low:high]:
            if piece.start > at:
                out.append(Span(at, piece.start))
            at = piece.end
        if at < span.end:
            out.append(Span(at, span.end))
        return out


def _voice(text: str, sentence: Span, said: Cover, told: Cover, quoted: Cover) -> Voice:
    rests = told.rest(sentence)
    words = len(WORD.findall(text, *sentence))
    if rests == [sentence]:
        return "attributed" if words and not _words(text, quoted.rest(sentence)) else "own"
    rest = _words(text, rests)
    if not rest or not words:
        return "attributed"
    if words - rest >= COVERED_MIN * words and not _asserts(text, sentence, rests, rest, words):
        return "attributed"
    return "partly attributed" if words - _words(text, said.rest(sentence)) >= COVERED_MIN * words else "own"


def _words(text: str, spans: Iterable[Span]) -> int:
    return sum(len(WORD.findall(text, *span)) for span in spans)


def _asserts(text: str, sentence: Span, rests: Sequence[Span], rest: int, words: int) -> bool:
    """Say whether what no source covers asserts something by itself.

    Whether a verb is one of a main clause depends on its sentence alone, not on what is covered, so that one
    attribution more never takes a sentence from its source.
    """
    if rest >= REST_MAX and rest >= REST_SHARE * words:
        return True
    return any(
        len(WORD.findall(text, *part)) >= CLAUSE_MIN
        and any(_is_main(text, sentence, verb.start()) for verb in _FINITE.finditer(text, *part))
        for part in rests
    )


_CLAUSE_MAX = 120
"""Code points before a verb in which the head of its clause is looked for."""


def _is_main(text: str, sentence: Span, verb: int) -> bool:
    """Say whether a verb stands in a main clause: no subordinating word between it and the stop before it."""
    before = text[max(sentence.start, verb - _CLAUSE_MAX) : verb]
    edge = 0
    for match in _EDGE.finditer(before):
        edge = match.end()
    return _SUBORDINATE.search(before, edge) is None
