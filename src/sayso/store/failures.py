"""What goes wrong in a database, as errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from sayso.errors import InputError, StoreBusy, StoreDamaged, StoreError, StoreFull, StoreUnreachable
from sayso.store.place import Place

_NOTHING_LOST = "what was being written is not in the corpus; everything before it is"
_BUSY = "another process is writing; nothing was changed, so simply try again"


@contextmanager
def explained(place: Place) -> Iterator[None]:
    """Turn errors of the database into errors of the store.

    :raises StoreError: the kind that fits; errors that only a mistake of ours can cause pass as they are.
    """
    try:
        yield
    except IntegrityError:
        raise
    except ProgrammingError as error:
        if isinstance(error.orig, sqlite3.Error) or getattr(error.orig, "sqlstate", None):
            raise
        raise _postgresql_error(error.orig, place) from error  # an option of the address that there is not
    except DataError as error:
        raise InputError(f"{place} cannot take this value: {error.orig}") from error
    except DBAPIError as error:
        raise _error_of(error.orig, place) from error
    except sqlite3.Error as error:
        raise _error_of(error, place) from error
    except PoolTimeout as error:
        raise StoreBusy(f"no connection to {place} became free in time", hint="try again") from error


def _error_of(error: BaseException | None, place: Place) -> StoreError:
    if isinstance(error, sqlite3.Error):
        return _sqlite_error(error, place)
    return _postgresql_error(error, place)


def _sqlite_error(error: sqlite3.Error, place: Place) -> StoreError:
    """Source: https://www.sqlite.org/rescode.html; the lowest byte of a code is its kind."""
    code = getattr(error, "sqlite_errorcode", 0)
    kind = code & 0xFF
    name = getattr(error, "sqlite_errorname", "")
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(f"{place} is locked", hint=_BUSY)
    if kind == sqlite3.SQLITE_FULL:
        return StoreFull(
            f"there is no room left for {place}", hint=f"free some disk space and run it again; {_NOTHING_LOST}"
        )
    if kind in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return StoreDamaged(
            f"{place} is no corpus, or it is damaged ({error})",
            hint="name another file with --store, or put back a copy that `sayso db backup` made",
        )
    if kind == sqlite3.SQLITE_READONLY:
        return StoreUnreachable(f"{place} may not be written", hint="see who owns the file and its folder")
    if kind in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return StoreUnreachable(
            f"{place} cannot be opened",
            hint="the folder has to exist, and to be yours to write; SQLite keeps files beside it",
        )
    if code in (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_FSYNC):
        return StoreFull(
            f"{place} could not be written ({name})",
            hint=f"is the disk full, or a limit on file sizes reached? {_NOTHING_LOST}",
        )
    return StoreError(f"{place}: {error}", hint=f"SQLite says {name}" if name else None)


def _postgresql_error(error: BaseException | None, place: Place) -> StoreError:
    """Source: PostgreSQL documentation, appendix A: error codes. Class 08 is connections, 53 a lack of something."""
    state = str(getattr(error, "sqlstate", None) or "")
    said = " ".join(str(error).split())
    if state in ("55P03", "40P01", "40001", "57014"):
        return StoreBusy(f"{place} is locked", hint=_BUSY)
    if state in ("53100", "53200"):
        return StoreFull(f"{place} has no room left", hint=f"free some on its server and run it again; {_NOTHING_LOST}")
    if state == "53300":
        return StoreBusy(f"{place} takes no more connections", hint="try again later")
    if state in ("42501", "25006"):
        return StoreUnreachable(f"{place} may not be written by this user", hint="see the user's rights there")
    if state.startswith(("08", "28", "57")) or state in ("3D000", ""):
        return StoreUnreachable(
            f"{place} cannot be reached: {said}", hint="is the server running, and is the address right?"
        )
    return StoreError(f"{place}: {said}", hint=f"PostgreSQL says {state}")
