"""Which outlets belong to one publisher: the table that ships, and what users add to it."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from sayso.claims.families import Families, families_of, outlet_key
from sayso.errors import InputError, NotFound
from sayso.store.storable import storable
from sayso.store.tables import family

_NAME_MAX = 200


def families(connection: Connection) -> Families:
    """Give the table of publishers: a user's rows come before those that ship."""
    return families_of(added(connection))


def added(connection: Connection) -> list[tuple[str, str]]:
    """Give the outlets that users added, with their owners, by owner and outlet."""
    rows = connection.execute(select(family.c.outlet, family.c.owner))
    return sorted(
        ((row.outlet, row.owner) for row in rows), key=lambda row: (row[1].casefold(), row[0].casefold(), row)
    )


def add_family(connection: Connection, outlet: str, owner: str) -> None:
    """Say who owns an outlet; what was said of it before is replaced.

    An outlet that is its own owner belongs to nobody else, whatever the table that ships says.

    :param outlet: its name, or the domain of its pages.
    :raises InputError: if a name has no letters, or is too long.
    """
    names = []
    for what, name in (("an outlet", outlet), ("an owner", owner)):
        name = " ".join((storable(name) or "").split())
        if not outlet_key(name) or len(name) > _NAME_MAX:
            raise InputError(f"expected {what}'s name of 1 to {_NAME_MAX} characters, found {name[:60]!r}")
        names.append(name)
    _delete(connection, names[0])
    connection.execute(insert(family).values(outlet=names[0], owner=names[1]))


def remove_family(connection: Connection, outlet: str) -> None:
    """Take back what a user said of an outlet; what ships holds again.

    :raises NotFound: if nobody said anything.
    """
    if not _delete(connection, outlet):
        raise NotFound(f"no owner of {outlet} was added", hint="`sayso family list` shows what was")


def _delete(connection: Connection, outlet: str) -> bool:
    key = outlet_key(outlet)
    same = [name for name, _ in added(connection) if outlet_key(name) == key]
    if same:
        connection.execute(delete(family).where(family.c.outlet.in_(same)))
    return bool(same)
