"""Where the corpus is: a file, or a PostgreSQL database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError

VARIABLE = "SAYSO_STORE"
FILE_NAME = "corpus.sqlite"
_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Place:
    """One of the two is set.

    :param path: of a SQLite file.
    :param url: of a PostgreSQL database, as ``postgresql://user:password@host:port/name``.
    """

    path: Path | None = None
    url: str | None = None

    def __str__(self) -> str:
        """Name the place for people, without a password."""
        return str(self.path) if self.path is not None else _without_password(self.url or "")

    def __repr__(self) -> str:
        return f"Place({str(self)!r})"


def place_of(where: str | Path | None) -> Place:
    """Find out what is meant.

    :param where: a path, or a URL that begins with ``postgresql://``. ``None``: what ``SAYSO_STORE`` says, else
        ``corpus.sqlite`` in the user's data folder.
    :raises InputError: for a URL of another kind.
    """
    if where is None:
        where = os.environ.get(VARIABLE, "").strip() or None
    if where is None:
        from platformdirs import user_data_path

        return Place(path=user_data_path("sayso", appauthor=False) / FILE_NAME)
    if isinstance(where, Path):
        return Place(path=where)
    for scheme in _SCHEMES:
        if where.lower().startswith(scheme):
            return Place(url="postgresql+psycopg://" + where[len(scheme) :])
    if where.lower().startswith("sqlite:///"):
        where = where[len("sqlite:///") :]
    elif "://" in where:
        raise InputError(
            f"expected a file or a postgresql:// address, found {_without_password(where)}",
            hint="such as --store news.sqlite or --store postgresql://me@localhost/news",
        )
    if not where or "\0" in where:
        raise InputError("expected a file for the corpus, found an empty name", hint="such as --store news.sqlite")
    return Place(path=Path(where).expanduser())


def _without_password(url: str) -> str:
    """Hide what stands between the user's name and the host, and options that may hold a password."""
    scheme, mark, rest = url.partition("://")
    rest = rest.partition("?")[0]
    user, at, host = rest.rpartition("@")
    name, colon, _ = user.partition(":")
    scheme = scheme.removesuffix("+psycopg")
    return f"{scheme}{mark}{name}{':***' if colon else ''}{at}{host}"
