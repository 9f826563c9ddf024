"""Connections to a corpus, and the differences between SQLite and PostgreSQL in making them.

Writers go one at a time: SQLite by ``BEGIN IMMEDIATE``, PostgreSQL by an advisory lock held until the transaction ends.
What one writer finds (is this page known? which version is the last?) so stays true until it commits. Readers are
never held up: SQLite keeps a write-ahead log, PostgreSQL versions of rows.

Source: SQLAlchemy 2 documentation, "SQLite: Serializable isolation / Savepoints / Transactional DDL".
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import InputError, StoreDamaged, StoreUnreachable
from sayso.store.place import Place

WRITES = "sayso_writes"
"""Execution option of a connection that is going to write."""
WAIT_S = 60.0
"""How long one waits for another writer. Adding an article takes milliseconds, matching a batch some seconds."""
_CONNECT_S = 10
# Any number that other programs in the same database do not happen to use: "sayso" in ASCII.
_LOCK = 0x736179736F


def engine_of(place: Place, *, wait_s: float = WAIT_S) -> Engine:
    """Make an engine; nothing is opened yet.

    :param wait_s: how long to wait for other writers.
    :raises StoreUnreachable: if the address is none, or the driver is not installed.
    """
    if place.path is not None:
        engine = create_engine(URL.create("sqlite", database=str(place.path)), connect_args={"timeout": wait_s})
        event.listen(engine, "connect", _set_up_sqlite)
    else:
        try:
            url = make_url(place.url or "")
            engine = create_engine(url, connect_args={"connect_timeout": _CONNECT_S}, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise StoreUnreachable(
                f"{place} needs the package psycopg, which is not installed",
                hint="pip install 'sayso[postgresql]'",
            ) from error
        except (ArgumentError, ValueError):  # what they say may hold the password
            raise StoreUnreachable(
                f"{place} is no database address", hint="it looks like postgresql://user:password@host:5432/name"
            ) from None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
        elif writes:
            connection.execute(
                text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": f"{int(wait_s * 1000)}ms"}
            )
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver would begin transactions by itself, and too late; see the source above.
    connection.isolation_level = None
    # Changing to the write-ahead log needs the file alone for a moment and does not wait for it.
    for attempt in range(50):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == 49:
                raise
            time.sleep(0.02)
    # A killed process loses nothing. After a power cut the last commits may be missing, each as a whole, and the file
    # is sound; FULL would wait for the disk at each article.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MiB
    connection.execute("PRAGMA temp_store = MEMORY")


@contextmanager
def altering(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that may change tables.

    SQLite changes columns by copying a table and dropping the old one, which would take along all rows that refer to
    it. So references are not followed meanwhile, and checked before the end.
    """
    with engine.execution_options(**{WRITES: True}).connect() as connection:
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if isinstance(raw, sqlite3.Connection) and raw.execute("PRAGMA foreign_key_check").fetchone():
                    raise StoreDamaged("rows refer to others that are not there; nothing was changed")
        finally:
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA foreign_keys = ON")


def prepare_folder(place: Place, *, create: bool) -> None:
    """Make the folder of a SQLite file, if ``create`` says so.

    :raises StoreUnreachable: if that is not allowed.
    :raises InputError: if the path is a folder itself.
    """
    if place.path is None:
        return
    if place.path.is_dir():
        raise InputError(
            f"expected a file for the corpus, found the folder {place}", hint=f"such as {place}/corpus.sqlite"
        )
    if not create:
        return
    try:
        place.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(
            f"the folder of {place} cannot be made: {error.strerror}", hint="name another place with --store"
        ) from error
