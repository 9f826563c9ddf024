"""A check finds what was changed behind the corpus's back."""

from __future__ import annotations

import zlib

import pytest
from corpus_samples import reading
from sqlalchemy import delete, insert, select, update

from sayso.store import checking
from sayso.store.checking import check
from sayso.store.store import Store
from sayso.store.tables import article, body, hop, page, statement, teller


@pytest.fixture
def id(store: Store) -> str:
    store.add(reading(2))
    return store.add(reading(1), body=b"<html>").entry.id


def _said(store: Store) -> list[tuple[str, str]]:
    return [(one.where, one.what) for one in check(store).problems]


def test_a_whole_corpus_has_no_problems(store: Store, id: str) -> None:
    told: list[tuple[int, int]] = []
    report = check(store, lambda done, total: told.append((done, total)))
    assert report.problems == ()
    assert (report.articles, report.bodies, report.unmatched) == (2, 1, 2)
    assert told == [(2, 2)]


def test_statements_that_are_gone_are_missed(store: Store, id: str) -> None:
    with store.writing() as connection:
        key = connection.scalar(select(article.c.key).where(article.c.id == id))
        connection.execute(delete(statement).where(statement.c.article == key, statement.c.label == "A1"))
    assert any(where == id and what.startswith("lacks 1 of the ") for where, what in _said(store))


def test_half_an_article_is_found(store: Store, id: str) -> None:
    with store.writing() as connection:
        key = connection.scalar(select(article.c.key).where(article.c.id == id))
        connection.execute(delete(teller).where(teller.c.article == key))
    said = [what for where, what in _said(store) if where == id]
    assert f"has 0 of the {len(reading(1).speakers)} speakers of its reading" in said
    assert any(what.startswith("lacks") for what in said)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (update(statement).where(statement.c.label == "A1").values(text="other words"), "span does not give its words"),
        (update(statement).where(statement.c.label == "A1").values(content="[[0,1]]"), "span does not give its words"),
        (update(statement).where(statement.c.label == "U1").values(label="U99"), "is not in the reading"),
        (update(article).values(text_hash="0"), "its text is not what was put in"),
        (update(article).values(reading=b"?"), "its reading cannot be read"),
        (update(article).values(reading=zlib.compress(b"{}")), "its reading cannot be read"),
        (update(article).values(version=3, current=False), "is not marked as the newest version"),
        (update(article).values(current=False, matched=True), "takes part in what is found"),
        (update(body).values(compressed=zlib.compress(b"<head>")), "is not what was put in"),
        (update(body).values(compressed=b"?"), "damaged"),
        (insert(page).values(name="a.example"), "is a page without an article"),
        (insert(hop).from_select(
            ["statement", "position", "teller", "channel"],
            select(statement.c.key, 90, statement.c.teller, None).where(statement.c.teller.is_not(None)),
        ), "its chain is not that of the reading"),
    ],
)  # fmt: skip
def test_every_other_change_is_found(store: Store, id: str, change: object, what: str) -> None:
    with store.writing() as connection:
        connection.execute(change)  # type: ignore[call-overload]
    assert any(what in said for _, said in _said(store)), _said(store)


def test_an_index_of_words_that_lags_behind_is_found(store: Store, id: str) -> None:
    from sayso.store import full_text

    with store.writing() as connection:
        full_text.delete(connection, list(connection.scalars(select(statement.c.key).limit(1))))
    assert "full text" in dict(_said(store))


def test_no_more_problems_are_given_than_asked_for(store: Store, id: str) -> None:
    with store.writing() as connection:
        connection.execute(update(statement).values(text="other words"))
    assert len(checking.check(store, problems_max=3).problems) == 3
