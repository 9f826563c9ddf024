"""Where in a statement the words stand that somebody searched for."""

from __future__ import annotations

import re

from sayso.echoes.inflection import stem
from sayso.schema import Span
from sayso.store.query import Query, Term, fold

_WORD = re.compile(r"[^\W_]+")
_LETTERS_MAX = 20_000


def highlights(text: str, query: Query) -> tuple[Span, ...]:
    """Give the spans of the words and phrases of a query in a text, in order.

    The index stems by another algorithm, so a rare form may be found and not be marked.
    """
    places = [Span(*match.span()) for match in _WORD.finditer(text[:_LETTERS_MAX])]
    stems = [stem(fold(place.of(text))) for place in places]
    terms = {term for group in query.groups for term in group}
    found: set[Span] = set()
    for term in terms:
        wanted = _stems(term)
        size = len(wanted)
        for at in range(len(stems) - size + 1):
            if stems[at] == wanted[0] and stems[at : at + size] == wanted:
                found.add(Span(places[at].start, places[at + size - 1].end))
    return _apart(sorted(found))


def _stems(term: Term) -> list[str]:
    return [stem(word) for word in term.words]


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Join spans that overlap."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
