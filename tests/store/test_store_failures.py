"""What goes wrong outside, and what is said about it. Every failure here is a real one."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus_samples import reading
from sqlalchemy import event

from sayso.errors import (
    InputError,
    NotFound,
    SchemaTooNew,
    SchemaTooOld,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreUnreachable,
)
from sayso.store import migrations, schema_version
from sayso.store.checking import check
from sayso.store.place import place_of
from sayso.store.store import Store


def run(program: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own."""
    command = [sys.executable, "-c", textwrap.dedent(program), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]


# Room


def test_a_full_disk_is_said_to_be_full_and_nothing_is_left_in_halves(tmp_path: Path) -> None:
    """SQLite's own limit of pages gives what a full disk gives: SQLITE_FULL."""
    where = tmp_path / "corpus.sqlite"
    with Store.open(where):
        pass
    with Store.open(where) as store:
        event.listen(store.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 150"))
        store.engine.dispose()
        added = 0
        with pytest.raises(StoreFull, match="run it again"):  # noqa: PT012
            for number in range(300):
                store.add(reading(number % 40), body=os.urandom(20_000))
                added += 1
        assert 0 < added < 40
        assert len(list(store.entries())) == added
    with Store.open(where) as store:
        assert check(store).problems == ()
        assert store.add(reading(added)).what == "new"


def test_a_limit_on_file_sizes_is_said_to_be_one(tmp_path: Path) -> None:
    where = tmp_path / "corpus.sqlite"
    program = """
        import os, resource, sys
        from sayso import attribute
        from sayso.errors import StoreFull
        from sayso.store.store import Store
        from corpus_samples import reading
        with Store.open(sys.argv[1]) as store:
            store.add(reading(0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
            try:
                for number in range(1, 40):
                    store.add(reading(number), body=os.urandom(30_000))
            except StoreFull as error:
                print(error)
    """
    done = run(program, str(where), cwd=Path(__file__).parent)
    assert "no room left" in done.stdout or "could not be written" in done.stdout, done.stderr
    with Store.open(where) as store:
        report = check(store)
        assert report.problems == ()
        assert 0 < report.articles < 40
        for number in range(40):
            store.add(reading(number))
        assert check(store).articles == 40


def test_a_copy_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    where = tmp_path / "corpus.sqlite"
    with Store.open(where) as store:
        for number in range(10):
            store.add(reading(number), body=os.urandom(50_000))
    program = """
        import resource, sys
        from pathlib import Path
        from sayso.errors import StoreError
        from sayso.store.backup import backup
        from sayso.store.store import Store
        with Store.open(sys.argv[1]) as store:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
            try:
                backup(store, Path(sys.argv[2]))
            except StoreError as error:
                print(type(error).__name__, error)
    """
    done = run(program, str(where), str(tmp_path / "copy.sqlite"))
    assert done.stdout.startswith("StoreFull"), done.stdout + done.stderr
    assert str(tmp_path / "copy.sqlite") in done.stdout
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"corpus"}


# Locks


def test_a_writer_that_takes_too_long_is_not_waited_for_for_ever(where: str) -> None:
    with Store.open(where) as store, Store.open(where, wait_s=0.2) as other:
        store.add(reading(1))
        with store.writing():
            assert [entry.title for entry in other.entries()] == [reading(1).article.title]  # readers are not held up
            with pytest.raises(StoreBusy, match="locked") as caught:
                other.add(reading(2))
            assert "try again" in str(caught.value)
        assert other.add(reading(2)).what == "new"
        assert check(other).problems == ()


def test_another_process_may_hold_the_file(tmp_path: Path) -> None:
    where = tmp_path / "corpus.sqlite"
    with Store.open(where, wait_s=0.1) as store:
        program = (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN EXCLUSIVE');"
            "print('held', flush=True); sys.stdin.read()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program, str(where)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            with pytest.raises(StoreBusy):
                store.add(reading(1))
            with pytest.raises(StoreBusy):
                store.match()
        assert store.add(reading(1)).what == "new"


# Places


def test_without_a_corpus_one_is_told_so(tmp_path: Path) -> None:
    where = tmp_path / "none.sqlite"
    with pytest.raises(NotFound, match=f"no corpus at {where}"):
        Store.open(where, create=False)
    assert not where.exists()
    where.touch()
    with pytest.raises(NotFound):
        Store.open(where, create=False)


def test_an_empty_database_is_no_corpus_yet(new_database: Callable[[], str]) -> None:
    where = new_database()
    with pytest.raises(NotFound, match="no corpus at postgresql://"):
        Store.open(where, create=False)
    with Store.open(where) as store:
        assert store.add(reading(1)).what == "new"


def test_the_folder_is_made(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a" / "b" / "corpus.sqlite") as store:
        assert store.add(reading(1)).what == "new"


def test_a_folder_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="found the folder"):
        Store.open(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnreachable, match="cannot be made"):
        Store.open(tmp_path / "file" / "corpus.sqlite")


@pytest.mark.parametrize("bytes_", [b"just words, no database at all", b"\0" * 5000, b"<html>" * 9000])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, bytes_: bytes) -> None:
    where = tmp_path / "page.html"
    where.write_bytes(bytes_)
    with pytest.raises(StoreDamaged, match="no corpus, or it is damaged"):
        Store.open(where)
    assert where.read_bytes() == bytes_


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    where = tmp_path / "history.sqlite"
    with sqlite3.connect(where) as connection:
        connection.execute("CREATE TABLE visits (url TEXT)")
    connection.close()
    with pytest.raises(StoreDamaged, match="another program"):
        Store.open(where)
    with pytest.raises(StoreDamaged, match="another program"), Store.unchecked(where) as store:
        store.migrate()
    with sqlite3.connect(where) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("visits",)]
    connection.close()


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    where = tmp_path / "corpus.sqlite"
    with Store.open(where) as store:
        for number in range(20):
            store.add(reading(number), body=os.urandom(5000))
    raw = bytearray(where.read_bytes())
    for page in range(30, len(raw) // 4096, 7):
        raw[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    where.write_bytes(raw)
    try:
        with Store.open(where) as store:
            problems = check(store).problems
    except StoreDamaged as error:
        assert "backup" in str(error)  # noqa: PT017  (either is a clear answer)
    else:
        assert problems


@pytest.mark.parametrize("locked", ["folder", "file"])
def test_what_may_not_be_written_is_said_so(tmp_path: Path, locked: str) -> None:
    folder = tmp_path / "read-only"
    folder.mkdir()
    where = folder / "corpus.sqlite"
    if locked == "file":
        with Store.open(where):
            pass
        where.chmod(0o444)
    folder.chmod(0o555)
    program = """
        import os, sys, tempfile
        from sayso.errors import StoreUnreachable
        from sayso.store.store import Store
        with tempfile.TemporaryDirectory() as folder, Store.open(folder + "/corpus.sqlite"):
            pass  # so that all that is needed is loaded
        if os.geteuid() == 0:
            os.setgroups([]); os.setgid(65534); os.setuid(65534)  # root may write everywhere
        try:
            with Store.open(sys.argv[1]) as store:
                store.judge("note", "000000000000", note="x", author="x")
        except StoreUnreachable as error:
            print("told:", error)
    """
    for parent in tmp_path.parents:
        if parent.is_relative_to("/tmp") and parent != Path("/tmp") and os.geteuid() == 0:
            parent.chmod(parent.stat().st_mode | 0o055)
    tmp_path.chmod(0o755)
    try:
        done = run(program, str(where))
    finally:
        folder.chmod(0o755)
    assert done.stdout.startswith("told:"), done.stdout + done.stderr
    assert "written" in done.stdout or "opened" in done.stdout


# PostgreSQL


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ("postgresql://me:hush@127.0.0.1:1/news", StoreUnreachable),
        ("postgresql://me:hush@127.0.0.1:70000/news", StoreUnreachable),
        ("postgresql://me:hush@127.0.0.1:x/news", StoreUnreachable),
        ("postgresql://me:hush@[::1/news", StoreUnreachable),
        ("postgresql://me:hush@no-such-host.invalid/news", StoreUnreachable),
        ("postgresql://me@127.0.0.1:1/news?password=hush", StoreUnreachable),
        ("postgresql://me:hush@127.0.0.1:1/news?no_such_option=1", StoreUnreachable),
        ("mysql://me:hush@127.0.0.1/news", InputError),
        ("https://me:hush@a.example/corpus.sqlite", InputError),
        ("", InputError),
        ("a\0b", InputError),
    ],
)
def test_a_bad_address_is_explained_without_its_password(where: str, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        Store.open(where, wait_s=2)
    assert "hush" not in str(caught.value)
    assert "hush" not in repr(place_of(where)) if error is StoreUnreachable else True


def test_a_database_that_is_not_there_is_said_so(new_database: Callable[[], str]) -> None:
    with pytest.raises(StoreUnreachable, match="does not exist"):
        Store.open(new_database().replace("/corpus_", "/no_such_"))


def test_without_its_driver_postgresql_is_said_to_need_it() -> None:
    program = """
        import sys
        sys.modules["psycopg"] = None
        from sayso.errors import StoreUnreachable
        from sayso.store.store import Store
        try:
            Store.open("postgresql://localhost/news")
        except StoreUnreachable as error:
            print(error)
    """
    assert "pip install 'sayso[postgresql]'" in run(program).stdout


# Versions of the tables


def test_a_corpus_of_a_later_version_is_left_alone(where: str) -> None:
    with Store.open(where) as store, store.writing() as connection:
        connection.exec_driver_sql(f"UPDATE {migrations.VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(SchemaTooNew, match="later Sayso"):
        Store.open(where)
    with pytest.raises(SchemaTooNew), Store.unchecked(where) as store:
        store.migrate()


def test_a_corpus_of_an_earlier_version_is_to_be_migrated(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(where) as store:
        store.add(reading(1))
    monkeypatch.setattr(schema_version, "REVISIONS", (*migrations.REVISIONS, "9999"))
    monkeypatch.setattr(schema_version, "HEAD", "9999")
    with pytest.raises(SchemaTooOld, match="earlier Sayso") as caught:
        Store.open(where)
    assert "sayso db migrate" in str(caught.value)
