"""Text that two articles share: how much, where, and which of them has it from the other.

Two texts share a copy if they have at least ``RUNS`` runs of eight words in common, if at least half of the shorter
stands in the other, or if at least ``REWRITTEN`` of its words, a fifth of it, do: rewriting leaves few runs whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from sayso.claims.direction import Side, judged
from sayso.claims.overlap import Passage, passages_of, shared_runs
from sayso.claims.sketch import RUN, Words, words_of
from sayso.schema import Entry, Span
from sayso.schema.matches import Copy, Shared

RUNS = 50
"""Distinct shared runs of eight words that make a copy: 57 words on end, or more in pieces."""
REWRITTEN, REWRITTEN_SHARE = 100, 0.2
"""Shared words that make one with fewer runs, and their least part of the shorter text."""
WHOLE_SHARE, WHOLE = 0.5, 20
"""The part of the shorter text that makes one however short the text is, and the least number of words."""


@dataclass(frozen=True)
class Compared(Side):
    """An article ready to be held against many others: what is worked out for one is kept for the next.

    :param known: as ``words_of`` takes it.
    """

    known: dict[str, int] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def words(self) -> Words:
        """Its words as they are compared."""
        return words_of(self.text, self.known)


def copy_of(left: Entry, left_text: str, right: Entry, right_text: str) -> Copy | None:
    """Find what two articles share; ``None`` if it is no copy.

    Linear in the texts. The order of the two does not matter: ``Copy.left`` is the one with the lower id.
    """
    return compare(Compared(left, left_text), Compared(right, right_text))


def compare(one: Compared, other: Compared) -> Copy | None:
    """Find what two articles share, as ``copy_of`` does."""
    left, right = sorted((one, other), key=lambda side: side.entry.id)
    passages = shared_passages(left.words, right.words)
    if not passages:
        return None
    spans = [(_span(left.words, p.left), _span(right.words, p.right)) for p in passages]
    direction, reason, by_agency = judged(left, right, spans)
    words = sum(p.words for p in passages)
    # What is a speaker's, or an outlet's standing text, is no agency's, though one contributed to the rest.
    credit = (left.crediting() or right.crediting()) if by_agency or direction != "from a third" else None
    return Copy(
        left=left.entry.id,
        right=right.entry.id,
        passages=tuple(Shared(*pair) for pair in spans),
        words=words,
        left_share=words / len(left.words),
        right_share=words / len(right.words),
        direction=direction,
        reason=reason,
        credit=credit.agency if credit else None,
    )


def shared_passages(left: Words, right: Words) -> list[Passage]:
    """Give the stretches that two texts share; none if they make no copy."""
    runs = shared_runs(left, right)
    if not runs:
        return []
    passages = [p for p in passages_of(left, right) if p.words >= RUN]
    if runs >= RUNS:
        return passages
    words, shorter = sum(p.words for p in passages), min(len(left), len(right))
    rewritten = words >= REWRITTEN and words >= REWRITTEN_SHARE * shorter
    return passages if rewritten or (words >= WHOLE and words >= WHOLE_SHARE * shorter) else []


def _span(words: Words, part: tuple[int, int]) -> Span:
    return Span(int(words.spans[part[0], 0]), int(words.spans[part[1] - 1, 1]))
