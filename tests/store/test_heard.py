"""What a speaker said last, read by itself, is the end of all that they said; in both databases."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from spoken import Said, page
from sqlalchemy import select

from sayso.claims.sayings import outlets_of, sayings_of
from sayso.schema import Filters, Form
from sayso.store.heard import Statements
from sayso.store.said import Asked, said
from sayso.store.store import Store
from sayso.store.tables import identity
from sayso.store.who import find

CLAIMED = "The dredging of the harbour of Ostrel will cost nine million crowns and end in the autumn"
THINGS = ("ferry", "bridge", "mill", "crane", "school", "lighthouse", "market", "railway")
FILTERS = (
    Filters(),
    Filters(form="direct"),
    Filters(act="plan"),
    Filters(since="2024-03-03", until="2024-03"),
    Filters(outlet="Outlet 1", form="indirect"),
    Filters(outlet="nowhere"),
)


def filled(store: Store, *, dated: bool) -> Store:
    """Put somebody into forty articles: several on one day, some without one, some of one claim."""
    chance = random.Random(7)
    for number in range(40):
        day = f"2024-03-{chance.randint(1, 9):02}" if dated and chance.random() < 0.8 else None
        words = [
            f"The {THINGS[number % 8]} of pier {number * 3 + n} was {chance.choice(THINGS)} number {chance.random()}"
            for n in range(chance.randint(1, 3))
        ]
        if number % 4 == 0:
            words.append(CLAIMED)
        forms: list[Form] = ["direct", "indirect"]
        speaking = [
            Said("Ben Wallis", one, "harbour minister", form=chance.choice(forms), act=chance.choice(["plan", "statement"]))
            for one in words
        ]  # fmt: skip
        store.add(page(f"Outlet {number % 5}" if number % 6 else "", day, *speaking))
    store.match()
    return store


@pytest.mark.parametrize("dated", [True, False])
def test_the_latest_are_the_end_of_all(store: Store, dated: bool) -> None:
    filled(store, dated=dated)
    who = find(store, "Ben Wallis")[0]
    for filters in FILTERS:
        with store.reading_connection() as connection:
            key = connection.scalar(select(identity.c.key).where(identity.c.id == who.id))
            assert key is not None
            statements = Statements(connection, key, who, filters)
            every = statements.heard(statements.keys())
            groups = sayings_of(every)
            assert statements.count == len(every)
            assert statements.outlets() == outlets_of(every)
            for limit in (1, 2, 7, 30, len(groups) - 1, len(groups), len(groups) + 5):
                keys, count = statements.latest(max(1, limit))
                known = [group for group in groups if any(one.published for one in group)] or groups
                wanted = groups if len(groups) <= limit else known[-max(1, limit) :]
                assert count == len(groups)
                assert sayings_of(statements.heard(keys)) == wanted


def test_the_sum_is_of_all_whatever_is_shown(store: Store) -> None:
    filled(store, dated=True)
    who = find(store, "Ben Wallis")[0]
    every, some = said(store, who, Asked(limit=0)), said(store, who, Asked(limit=3))
    assert (some.statements, some.outlets) == (every.statements, every.outlets)
    assert sum(len(one.wordings) for one in every.sayings) == every.statements
    assert Counter(dict(some.outlets)).total() == some.statements
    assert 1 <= len(some.sayings) <= 3
    assert every.left_out == 0
    assert some.left_out >= len(every.sayings) - 3 > 10
