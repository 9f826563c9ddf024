"""Asking for less: where hardly a statement holds all words of a query, those that hold two of the most telling.

``the escaped murderers were helped by somebody who works in the prison`` is a claim in somebody's own words. No
statement holds all of them, but one with *escaped* and *prison* is worth a look.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from sayso.store.query import Query
from sayso.store.ranking import telling

TELLING = 4
"""Of so many words, the rarest in news, two are asked for; of two words one."""


def relaxed(query: Query) -> Query | None:
    """Give a query that asks for fewer of the words; ``None`` where that makes no sense.

    Two of *n* are held exactly if one of every *n* - 1 is: so it is a query like any other.
    """
    told = {group: max(map(telling, group)) for group in query.groups}
    rarest = sorted((group for group in told if told[group] > 0), key=lambda group: -told[group])[:TELLING]
    if query.exact or not rarest or len(query.groups) < 2:
        return None
    size = max(len(rarest) - 1, 1) if len(rarest) != 2 else 2
    groups = tuple(tuple(term for group in some for term in group) for some in combinations(rarest, size))
    return replace(query, groups=groups)
