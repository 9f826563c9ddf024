"""A corpus out and in again: the same, whatever database it comes from or goes to."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from corpus_samples import article, reading, readings
from hypothesis import HealthCheck, given, settings
from spoken import Said, page
from sqlalchemy import insert, select

from sayso.errors import InputError
from sayso.store import full_text
from sayso.store.adding import Incoming
from sayso.store.checking import check
from sayso.store.families import add_family
from sayso.store.store import Store
from sayso.store.tables import feed, feed_item, rejection, story
from sayso.store.transfer import export_lines, import_lines
from sayso.store.transfer_parquet import export_folder, import_folder


def fill(store: Store) -> None:
    store.add(reading(1), body=b"<html>\x00\xff one", address="https://calderpost.example/news/1?x=1")
    store.add(reading(2), body=b"<html>two")
    changed = replace(reading(1), article=replace(article(1), text=article(1).text + "\n\nMore."))
    store.add(changed)
    store.add(page("Radio Ostrel", None, Said("Mara Voss", "Nobody was hurt and 41 people were brought home")))
    ids = [entry.id for entry in store.entries()]
    store.match()
    store.judge("note", ids[0], note="called — “they” stand by it", author="Hanne Vik")
    store.undo(store.judge("dependent", ids[0], ids[1], author="Owen Tarr").id, author="Ada Fenn")
    with store.writing() as connection:
        add_family(connection, "The Calder Post", "Ostrel Media")
        connection.execute(insert(feed).values(url="https://a.example/feed", failures=2, problem="gone"))
        connection.execute(
            insert(feed_item).values(
                feed="https://a.example/feed",
                url="https://a.example/1",
                seen="2031-03-04",
                pending=True,
                tries=0,
                reads=1,
            )
        )
        connection.execute(insert(rejection).values(page="x", reason="length", detail="12 words", at="2031-03-04"))


def test_lines_make_the_same_corpus_again(store: Store, tmp_path: Path, new_database: Callable[[], str]) -> None:
    fill(store)
    lines = list(export_lines(store))
    for where in (tmp_path / "copy.sqlite", new_database()):
        with Store.open(where) as copy:
            counts = import_lines(copy, lines)
            assert (counts.articles, counts.there) == (4, 0)
            assert counts.others == {"family": 1, "feed": 1, "feed_item": 1, "rejection": 1, "judgement": 2}
            assert list(export_lines(copy)) == lines
            assert list(copy.entries(versions=True)) == list(store.entries(versions=True))
            for entry in store.entries(versions=True):
                assert copy.reading(entry.id) == store.reading(entry.id)
                assert copy.body(entry.id) == store.body(entry.id)
            assert copy.judgements() == store.judgements()
            assert check(copy).problems == check(store).problems
            copy.match()
            with copy.writing() as connection:
                assert full_text.sound(connection)
            with copy.reading_connection() as ours, store.reading_connection() as theirs:
                found = select(story.c.id, story.c.title).order_by(story.c.id)
                assert ours.execute(found).all() == theirs.execute(found).all()
            again = import_lines(copy, lines)
            assert (again.articles, again.there, again.others) == (0, 4, {})
            assert list(export_lines(copy)) == lines


def test_parquet_makes_the_same_corpus_again(store: Store, tmp_path: Path) -> None:
    fill(store)
    counts = export_folder(store, tmp_path / "tables")
    assert counts["articles"] == 4
    assert counts["statements"] > 4
    assert counts["judgements"] == 2
    with Store.open(tmp_path / "copy.sqlite") as copy:
        assert import_folder(copy, tmp_path / "tables").articles == 4
        assert list(export_lines(copy)) == list(export_lines(store))


def test_parquet_is_read_by_others(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    fill(store)
    export_folder(store, tmp_path / "tables")
    table = parquet.read_table(tmp_path / "tables" / "statements.parquet").to_pylist()
    voss = next(row for row in table if row["speaker"] == "Mara Voss")
    assert voss["text"] == "“Nobody was hurt and 41 people were brought home”"
    assert (voss["publisher"], voss["published"], voss["form"], voss["speaker_named"]) == (
        "Radio Ostrel",
        None,
        "direct",
        True,
    )
    articles = parquet.read_table(tmp_path / "tables" / "articles.parquet").to_pylist()
    assert [row["body"] for row in articles][:2] == [b"<html>\x00\xff one", b"<html>two"]


@settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(readings(), readings())
def test_any_reading_comes_back(tmp_path_factory: pytest.TempPathFactory, one: object, other: object) -> None:
    folder = tmp_path_factory.mktemp("any")
    with Store.open(folder / "a.sqlite") as store, Store.open(folder / "b.sqlite") as copy:
        for found in (one, other):
            store.add(found, body=b"\x00")  # type: ignore[arg-type]
        lines = list(export_lines(store))
        import_lines(copy, lines)
        assert list(export_lines(copy)) == lines
        for entry in store.entries(versions=True):
            assert copy.reading(entry.id) == store.reading(entry.id)


def test_a_corpus_takes_in_another(tmp_path: Path) -> None:
    """What is there stays as it is; a page that both have gets the other's text as a version."""
    changed = replace(reading(1), article=replace(article(1), text=article(1).text + "\n\nMore."))
    with Store.open(tmp_path / "a.sqlite") as one, Store.open(tmp_path / "b.sqlite") as other:
        list(one.add_many([Incoming(reading(1)), Incoming(reading(3))]))
        list(other.add_many([Incoming(changed), Incoming(reading(3)), Incoming(reading(4))]))
        counts = import_lines(one, list(export_lines(other)))
        assert (counts.articles, counts.there) == (2, 1)
        assert [(e.version, e.current) for e in one.entries(versions=True)] == [
            (1, False),
            (1, True),
            (2, True),
            (1, True),
        ]


def bad(**changes: object) -> list[bytes]:
    record = {
        "sort": "article", "id": "x", "page": "p", "page_url": None, "version": 1, "added": "2031", "fetched": None,
        "reading": reading(1).to_dict(), "body": base64.b64encode(b"x").decode(), **changes,
    }  # fmt: skip
    return [b'{"sort":"sayso corpus","format":1}\n', json.dumps(record).encode()]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([b"hello"], "line 1: expected JSON"),
        ([b'{"id": "a", "text": "b"}'], "expected what `sayso export` wrote"),
        ([b'{"sort":"sayso corpus","format":2}'], "expected an export in format 1, found 2"),
        ([b'{"sort":"sayso corpus","format":1}', b'{"sort":"page"}'], "line 2: expected one of article"),
        (bad(version="one"), "line 2: expected an article"),
        (bad(body="***"), "line 2: the page's bytes are not base64"),
        (bad(reading={}), "line 2: not a reading"),
        (
            [b'{"sort":"sayso corpus","format":1}', b'{"sort":"feed","url":"u","failures":"many"}'],
            "line 2: expected failures of a feed as int",
        ),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, lines: list[bytes], message: str) -> None:
    with Store.open(tmp_path / "a.sqlite") as store, pytest.raises(InputError, match=message):
        import_lines(store, lines)
