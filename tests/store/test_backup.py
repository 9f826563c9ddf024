"""Copies of a corpus while others write."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus_samples import reading

from sayso.errors import InputError, StoreUnreachable
from sayso.store.backup import backup
from sayso.store.checking import check
from sayso.store.store import Store


def test_a_copy_made_while_others_write_is_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "corpus.sqlite") as store:
        for number in range(10):
            store.add(reading(number))
        stop = threading.Event()

        def write() -> None:
            number = 10
            while not stop.is_set() and number < 40:
                store.add(reading(number % 40))
                number += 1

        for number in range(40):
            reading(number)
        writer = threading.Thread(target=write)
        writer.start()
        sizes = [backup(store, tmp_path / f"copy-{n}.sqlite") for n in range(3)]
        stop.set()
        writer.join()
        held = {entry.id for entry in store.entries()}
        for number, size in enumerate(sizes):
            assert size > 10_000
            with Store.open(tmp_path / f"copy-{number}.sqlite", create=False) as copy:
                report = check(copy)
                assert report.problems == ()
                assert report.articles >= 10
                assert {entry.id for entry in copy.entries()} <= held
                assert copy.add(reading(0)).what == "unchanged"


def test_a_copy_is_a_corpus_of_its_own(tmp_path: Path) -> None:
    with Store.open(tmp_path / "corpus.sqlite") as store:
        store.add(reading(1), body=b"page")
        made = store.judge("note", next(store.entries()).id, note="odd", author="x")
        store.match()
        backup(store, tmp_path / "copy.sqlite")
        store.add(reading(2))
        with Store.open(tmp_path / "copy.sqlite") as copy:
            assert [entry.title for entry in copy.entries()] == [reading(1).article.title]
            assert copy.judgements() == [made]
            assert copy.match() == 0


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    with Store.open(tmp_path / "corpus.sqlite") as store:
        (tmp_path / "copy.sqlite").write_text("mine")
        with pytest.raises(InputError, match="is there already"):
            backup(store, tmp_path / "copy.sqlite")
        assert (tmp_path / "copy.sqlite").read_text() == "mine"
        with pytest.raises(StoreUnreachable, match="no-such"):
            backup(store, tmp_path / "no-such" / "copy.sqlite")
        assert sorted(p.name for p in tmp_path.iterdir() if "corpus" not in p.name) == ["copy.sqlite"]


def test_postgresql_has_a_tool_of_its_own(new_database: Callable[[], str], tmp_path: Path) -> None:
    with Store.open(new_database()) as store, pytest.raises(InputError, match="pg_dump"):
        backup(store, tmp_path / "copy")
