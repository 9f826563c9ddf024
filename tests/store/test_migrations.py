"""The tables that migrations make are the tables that the code uses."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from corpus_samples import reading
from sqlalchemy import Connection, inspect

from sayso.store import migrations, schema_version
from sayso.store.checking import check
from sayso.store.store import Store
from sayso.store.tables import metadata


def _differences(connection: Connection) -> list[object]:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        # The index of words is made by commands of each database, and checked by `full_text.sound`.
        return kind != "table" or not (name or "").startswith(("statement_text", migrations.VERSION_TABLE))

    context = MigrationContext.configure(
        connection,
        opts={"compare_type": True, "compare_server_default": True, "include_name": ours, "target_metadata": metadata},
    )
    return list(compare_metadata(context, metadata))


def test_migrations_make_the_tables_that_the_code_uses(store: Store) -> None:
    with store.reading_connection() as connection:
        assert _differences(connection) == []
        assert schema_version.version_of(connection) == migrations.REVISIONS[-1]


def test_the_list_of_versions_is_that_of_the_files() -> None:
    config = Config()
    config.set_main_option("script_location", "sayso.store:migrations")
    script = ScriptDirectory.from_config(config)
    assert tuple(one.revision for one in reversed(list(script.walk_revisions()))) == migrations.REVISIONS


def test_migrating_what_is_up_to_date_changes_nothing(store: Store) -> None:
    entry = store.add(reading(1)).entry
    assert store.migrate() == (migrations.REVISIONS[-1], migrations.REVISIONS[-1])
    assert store.entry(entry.id) == entry
    assert check(store).problems == ()


def test_an_empty_database_gets_all_tables(where: str) -> None:
    with Store.unchecked(where, create=True) as store:
        assert store.migrate() == (None, migrations.REVISIONS[-1])
        with store.reading_connection() as connection:
            assert set(metadata.tables) <= set(inspect(connection).get_table_names())


def _open(where: str) -> str:
    with Store.open(where) as store:
        return store.add(reading(1)).what


def test_two_processes_may_make_one_corpus_at_once(where: str) -> None:
    reading(1)
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert sorted(pool.map(_open, [where] * 3, chunksize=1)) == ["new", "unchanged", "unchanged"]
    with Store.open(where) as store:
        assert check(store).problems == ()


def test_migrations_do_not_follow_references_while_they_copy_tables(tmp_path: Path) -> None:
    """SQLite would delete the rows that refer to a table when it is dropped to be made anew."""
    from sayso.store import engine

    with Store.open(tmp_path / "corpus.sqlite") as store:
        store.add(reading(1))
        with engine.altering(store.engine) as connection:
            connection.exec_driver_sql("CREATE TABLE page_new AS SELECT * FROM page")
            connection.exec_driver_sql("DROP TABLE page")
            connection.exec_driver_sql(
                "CREATE TABLE page (key INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, url TEXT)"
            )
            connection.exec_driver_sql("INSERT INTO page SELECT * FROM page_new")
            connection.exec_driver_sql("DROP TABLE page_new")
        report = check(store)
        assert (report.problems, report.articles) == ((), 1)
        with store.reading_connection() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
