"""Which version of the tables a corpus has, and bringing it up to date."""

from __future__ import annotations

from sqlalchemy import Connection, column, inspect, select, table

from sayso.errors import SchemaTooNew, SchemaTooOld, StoreDamaged
from sayso.store.migrations import REVISIONS, VERSION_TABLE
from sayso.store.place import Place

HEAD = REVISIONS[-1]


def version_of(connection: Connection) -> str | None:
    """Give the version of the tables; ``None`` where there are none of ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    return None if found is None else str(found)


def check_version(connection: Connection, place: Place) -> bool:
    """Say whether there are tables, after making sure that they are of this version.

    :raises SchemaTooNew: if a later Sayso made them.
    :raises SchemaTooOld: if they have to be brought up to date first.
    :raises StoreDamaged: if a SQLite file has tables, and none of ours.
    """
    version = version_of(connection)
    if version is None:
        if connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
            raise StoreDamaged(f"{place} is the database of another program", hint="name another file with --store")
        return False
    if version == HEAD:
        return True
    if version in REVISIONS:
        raise SchemaTooOld(
            f"{place} was made by an earlier Sayso (tables {version}; this one has {HEAD})",
            hint="`sayso db backup FILE`, then `sayso db migrate`",
        )
    raise SchemaTooNew(
        f"{place} was made by a later Sayso (tables {version}; this one knows up to {HEAD})", hint="install that Sayso"
    )


def migrate(connection: Connection) -> tuple[str | None, str]:
    """Bring the tables to the newest version, or make them.

    :param connection: inside a transaction that writes; all or nothing.
    :return: the version before and after.
    """
    from alembic import command
    from alembic.config import Config

    before = version_of(connection)
    config = Config()
    config.set_main_option("script_location", "sayso.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return before, HEAD
