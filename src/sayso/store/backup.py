"""A copy of a corpus while others write."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.errors import InputError, StoreUnreachable
from sayso.store.failures import explained
from sayso.store.place import Place
from sayso.store.store import Store


def backup(store: Store, target: Path) -> int:
    """Copy a corpus in SQLite to a new file: one state of it, without gaps, ready to be used.

    It appears under its name when it is complete. Writers go on meanwhile; what they write is not in the copy.

    :return: the size of the copy, in bytes.
    :raises InputError: if there is a file already, or the corpus is in PostgreSQL.
    :raises StoreFull: if there is no room for it.
    """
    if store.place.path is None:
        raise InputError(
            f"{store.place} is in PostgreSQL, which has a tool of its own for copies",
            hint=f"pg_dump --format=custom --file={target} '{store.place}'",
        )
    if target.exists():
        raise InputError(f"{target} is there already", hint="name a new file, or remove that one")
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        # Unlike the backup API, which begins again whenever somebody has written, this reads one state of the file.
        # It may not run in a transaction.
        with explained(Place(path=target)), store.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("VACUUM INTO ?", (str(draft),))
        with open(draft, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(draft, target)
    except OSError as error:
        raise StoreUnreachable(f"{target} cannot be written: {error.strerror}", hint="name another file") from error
    finally:
        draft.unlink(missing_ok=True)
    return target.stat().st_size
