"""What is done with new articles, and what is not done twice."""

from __future__ import annotations

import pytest
from corpus_samples import reading, reading_of
from sqlalchemy import func, select
from test_versions import FIRST, SECOND, URL

from sayso.store import matching
from sayso.store.adding import Incoming
from sayso.store.checking import check
from sayso.store.rows import statements_in
from sayso.store.store import Store
from sayso.store.tables import article, metadata


def _matched(store: Store) -> list[bool]:
    with store.reading_connection() as connection:
        return list(connection.scalars(select(article.c.matched).order_by(article.c.key)))


def test_new_articles_are_matched_once(store: Store) -> None:
    list(store.add_many(Incoming(reading(n)) for n in range(6)))
    assert _matched(store) == [False] * 6
    told: list[tuple[int, int]] = []
    assert store.match(lambda done, total: told.append((done, total)), batch=4) == 6
    assert told == [(4, 6), (6, 6)]
    assert _matched(store) == [True] * 6
    assert store.match() == 0
    store.add(reading(7))
    assert store.match() == 1


def test_a_superseded_version_is_matched_no_more(store: Store) -> None:
    store.add(reading_of(FIRST, URL))
    store.match()
    store.add(reading_of(SECOND, URL))
    assert _matched(store) == [False, False]
    assert store.match() == 1
    assert _matched(store) == [False, True]


def _derived(store: Store) -> dict[str, int]:
    with store.reading_connection() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }


def test_matching_all_again_finds_the_same(store: Store) -> None:
    list(store.add_many(Incoming(reading(n)) for n in range(8)))
    store.match()
    before = _derived(store)
    assert store.rematch() == 8
    assert _derived(store) == before
    assert check(store).problems == ()


def test_a_batch_that_fails_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(reading(1))
    before = _derived(store)

    class Broken:
        @staticmethod
        def match(*_: object) -> None:
            raise ZeroDivisionError

    from sayso.store import indexes

    real = indexes.matchers
    monkeypatch.setattr(indexes, "matchers", lambda: [*real(), Broken])
    with pytest.raises(ZeroDivisionError):
        store.match()
    assert _derived(store) == before
    assert _matched(store) == [False]
    monkeypatch.undo()
    assert store.match() == 1


def test_statements_of_articles_can_be_asked_for_by_key(store: Store) -> None:
    list(store.add_many(Incoming(reading(n)) for n in range(3)))
    with store.reading_connection() as connection:
        keys = list(connection.scalars(select(article.c.key).order_by(article.c.key)))
        found = statements_in(connection, keys)
        assert list(found) == sorted(found)
        assert [one.article for one in found.values()] == sorted(
            (one.article for one in found.values()), key=[entry.id for entry in store.entries()].index
        )


def test_batches_are_smaller_where_matching_is_slow() -> None:
    assert [matching.next_size(10, took, 50) for took in (0.1, 2, 9)] == [20, 10, 5]
    assert matching.next_size(40, 0.1, 50) == 50
    assert matching.next_size(1, 99, 50) == 1
