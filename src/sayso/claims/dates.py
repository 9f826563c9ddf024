"""When, in a statement: "Monday", "last week", "on March 3", "by 2030", as days counted from the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.claims.date_grammar import found_at, looks_ahead
from sayso.claims.date_words import MONTHS, TRIGGERS, WEEKDAYS, Granularity
from sayso.claims.days import date_of
from sayso.claims.tokens import Tokens, tokens_of
from sayso.schema import Span

Bound = Literal["in", "by", "before", "since", "after", "until", "for"]
"""How what is said lies to the time that is named: ``in`` it, ``by`` its end, ``before``, ``since``, ``after``,
``until`` it; ``for`` where it lasts as long."""

_BOUNDS: dict[str, Bound] = {
    "by": "by", "before": "before", "since": "since", "after": "after", "until": "until", "till": "until",
    "through": "until", "from": "since", "for": "for",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """One time that a statement names.

    :param span: where its words stand.
    :param words: those words.
    :param start, end: first and last day; ``None`` where the day of publication would have to be known.
    :param granularity: how wide it is.
    :param bound: how what is said lies to it.
    :param key: the expression without what only grammar asks, so that two that were not resolved can be compared.
    :param clock: minutes after midnight, for hours; ``None`` for the rest.
    :param relative: whether it was counted from the day of publication.
    """

    span: Span
    words: str
    start: date | None
    end: date | None
    granularity: Granularity
    bound: Bound = "in"
    key: str = ""
    clock: int | None = None
    relative: bool = False


def dates_in(text: str | Tokens, published: str | None = None) -> list[When]:
    """Find the times that a statement names, in order; they never overlap.

    :param published: the day of publication, ISO 8601; other forms are as good as none.
    """
    tokens = tokens_of(text)
    words = tokens.words
    if TRIGGERS.isdisjoint(words) and not any(word[0].isdecimal() for word in words):
        return []
    today = date_of(published)
    out: list[When] = []
    place = 0
    while place < len(words):
        word = words[place]
        dated = word in WEEKDAYS or word in MONTHS or word[0].isdecimal()
        found = found_at(tokens, place, today, dated and looks_ahead(tokens, place))
        if found is None:
            place += 1
            continue
        first = found.first if found.first >= 0 else place
        bound, begin = _bound(tokens, first)
        span = tokens.span(begin, found.last)
        days = found.days
        out.append(
            When(
                span, span.of(tokens.text), days[0] if days else None, days[1] if days else None, found.granularity,
                bound, found.key, found.clock, found.relative,
            )
        )  # fmt: skip
        place = found.last + 1
    return out


def _bound(tokens: Tokens, first: int) -> tuple[Bound, int]:
    place = first - 1
    if tokens.word(place) == "the":
        place -= 1
    word = tokens.word(place)
    if word in _BOUNDS:
        return _BOUNDS[word], place
    if word in ("in", "on", "during", "at"):
        return "in", place
    return "in", first


__all__ = ["Bound", "Granularity", "When", "dates_in"]
