"""The index of words, the same in SQLite and PostgreSQL."""

from __future__ import annotations

import pytest
from spoken import Said, page
from sqlalchemy import select

from sayso.schema import Filters
from sayso.store import filtering, full_text
from sayso.store.query import Query, parse
from sayso.store.store import Store
from sayso.store.tables import statement

WORDS = (
    "The bridges were flooded on 5,000 acres, the U.S. envoy told us",
    "Don't cross the café bridge",
    "Nobody saw it. OR NEAR(",
    "Ein Wort: ÜBERMUT, and 日本 too",
)


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(page("The Ostrel Gazette", "2031-03-04", *(Said("Mara Voss", words) for words in WORDS)))
    store.add(page("Calder Ünïon", "3/16", Said("a clerk", "The bridge is shut", named=False, kind="person")))
    return store


def found(store: Store, typed: str) -> list[str]:
    """The statements that match, by their words' beginnings, sorted."""
    with store.reading_connection() as connection:
        keys = full_text.matches(connection, parse(typed), 50).keys
        texts = [connection.scalar(select(statement.c.text).where(statement.c.key == key)) or "" for key in keys]
    return sorted(" ".join(text.strip("“”").split()[:2]) for text in texts)


QUERIES = [
    ("bridge", ["Don't cross", "The bridge", "The bridges"]),
    ("BRIDGING", ["Don't cross", "The bridge", "The bridges"]),
    ("flood OR cafe", ["Don't cross", "The bridges"]),
    ("bridge -café", ["The bridge", "The bridges"]),
    ('"5,000 acres"', ["The bridges"]),
    ("acres 5,000", ["The bridges"]),
    ('"acres 5,000"', []),
    ("u.s.", ["The bridges"]),
    ("don't", ["Don't cross"]),
    ("voss bridge", ["Don't cross", "The bridges"]),
    ("ubermut 日本", ["Ein Wort:"]),
    ("the", ["Don't cross", "The bridge", "The bridges"]),
    ('NEAR( * ^ : {text} " - +', []),
    ("nobody near", ["Nobody saw"]),
    ("'; DROP TABLE statement; --", []),
    ("zqfdirect", []),
    ("% _ \\ \x00", ["Don't cross", "Ein Wort:", "Nobody saw", "The bridge", "The bridges"]),
]
FILTERS = [
    (Filters(speaker="voss"), 4),
    (Filters(speaker="Mara Voss"), 4),
    (Filters(speaker="Mara Reed"), 0),
    (Filters(outlet="ostrel gazette"), 4),
    (Filters(outlet="ÜNÏON"), 1),
    (Filters(outlet="Gaz"), 0),
    (Filters(named=False), 1),
    (Filters(named=True, kind="person"), 4),
    (Filters(kind="document"), 0),
    (Filters(form="direct"), 5),
    (Filters(act="plan"), 0),
    (Filters(since="2031"), 4),
    (Filters(since="2031-03-04", until="2031-03"), 4),
    (Filters(since="2031-03-05"), 0),
    (Filters(until="2031-02"), 0),
    (Filters(until="2999"), 4),
]


def test_both_databases_find_the_same(filled: Store) -> None:
    for typed, expected in QUERIES:
        assert (typed, found(filled, typed)) == (typed, expected)


def test_filters(filled: Store) -> None:
    with filled.reading_connection() as connection:
        for filters, count in FILTERS:
            narrowed = filtering.narrow(connection, filters)
            assert narrowed.nothing <= (count == 0)
            if narrowed.nothing:
                continue
            keys = full_text.matches(connection, Query(), 50, facets=narrowed.facets).keys
            assert (filters, len(filtering.passing(connection, keys, narrowed))) == (filters, count)
            every = list(connection.scalars(select(statement.c.key)))
            conditions = (*narrowed.conditions, *filtering.exactly(filters))
            without_index = filtering.Narrowed(narrowed.facets, conditions)
            assert len(filtering.passing(connection, every, without_index)) == count


def test_the_index_keeps_in_step(filled: Store) -> None:
    def sound() -> bool:
        with filled.writing() as connection:
            return full_text.sound(connection)

    assert sound()
    first, _ = list(filled.entries())
    filled.remove(first.id)
    assert sound()
    assert found(filled, "bridge") == ["The bridge"]
    with filled.writing() as connection:
        keys = list(connection.scalars(select(statement.c.key)))
        full_text.insert(connection, keys)
        full_text.insert(connection, keys)
    assert sound()
    with filled.writing() as connection:
        full_text.delete(connection, keys)
        full_text.delete(connection, keys)
        assert not full_text.sound(connection)
        full_text.rebuild(connection)
        full_text.optimise(connection)
    assert sound()


def test_a_text_of_many_words_is_taken(store: Store) -> None:
    words = " ".join(f"word{number}" for number in range(60_000)) + " " + "x" * 5000
    store.add(page("The Ostrel Gazette", "2031-03-04", Said("Mara Voss", words)))
    assert found(store, "word7") == ["word0 word1"]


def test_very_common_words_are_capped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "CANDIDATES", 5)
    store.add(page("The Post", "2031-03-04", *(Said("Mara Voss", f"The dam number {n} holds") for n in range(12))))
    with store.reading_connection() as connection:
        first = full_text.matches(connection, parse("dam"), 50)
        assert (len(first.keys), first.capped) == (5, True)
        second = full_text.matches(connection, parse("dam"), 50, before=first.least)
        third = full_text.matches(connection, parse("dam"), 50, before=second.least)
        assert (len(third.keys), third.capped) == (2, False)
        assert len({*first.keys, *second.keys, *third.keys}) == 12
