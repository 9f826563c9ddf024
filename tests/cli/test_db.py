"""``sayso db``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner

import sayso
from sayso.cli.main import app
from sayso.store import schema_version
from sayso.store.store import Store
from sayso.store.tables import statement

TEXT = "The bridge in Ostrel is closed, Mayor Ada Fenn said on Monday. Two boats were lost."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    where = tmp_path / "corpus.sqlite"
    with Store.open(where) as opened:
        opened.add(sayso.attribute(TEXT, profile="fast"), body=TEXT.encode())
    return where


def run(*arguments: object, **environment: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [str(one) for one in arguments], env=environment)
    return done.exit_code, done.stdout, done.stderr


def test_a_whole_corpus_is_well(store: Path) -> None:
    code, out, err = run("db", "check", "--store", store)
    assert (code, err) == (0, "")
    assert out.startswith(f"{store}: 1 articles, ")
    assert "all is well" in out
    assert "1 articles have not been held against the rest yet" in out


def test_what_is_wrong_is_told_and_fails(store: Path) -> None:
    with Store.open(store) as opened, opened.writing() as connection:
        connection.execute(update(statement).values(text="\x1b[31mother"))
    code, out, err = run("db", "check", "--store", store)
    assert code == 1
    assert "#A1: its span does not give its words in the text" in out
    assert "problems in 1 articles" in err
    assert "\x1b" not in out


def test_the_environment_names_the_corpus(store: Path) -> None:
    assert run("db", "check", SAYSO_STORE=str(store))[0] == 0
    code, _, err = run("db", "check", SAYSO_STORE=str(store.with_name("other.sqlite")))
    assert code == 1
    assert "there is no corpus at" in err


def test_the_user_s_own_corpus_is_where_nothing_else_is_said(tmp_path: Path) -> None:
    code, _, err = run("db", "check", XDG_DATA_HOME=str(tmp_path), SAYSO_STORE="")
    assert code == 1
    if os.name == "posix":
        assert str(tmp_path / "sayso" / "corpus.sqlite") in err


def test_a_copy_is_made_once(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    code, out, _ = run("db", "backup", copy, "--store", store)
    assert code == 0
    assert out.startswith(f"Copied {store} to {copy} (")
    assert run("db", "check", "--store", copy)[0] == 0
    code, _, err = run("db", "backup", copy, "--store", store)
    assert code == 1
    assert "is there already" in err


def test_all_that_was_derived_can_be_derived_anew(store: Path) -> None:
    from sayso.store import full_text

    with Store.open(store) as opened, opened.writing() as connection:
        full_text.delete(connection, list(connection.scalars(select(statement.c.key))))
    code, out, _ = run("db", "check", "--store", store)
    assert code == 1
    assert out == "full text: does not hold the words of the statements; `sayso db rematch` makes it anew\n"
    code, out, _ = run("db", "rematch", "--store", store)
    assert (code, out) == (0, f"{store}: 1 articles matched anew.\n")
    code, out, _ = run("db", "check", "--store", store)
    assert code == 0
    assert "held against the rest" not in out


def test_what_is_up_to_date_is_said_to_be(store: Path) -> None:
    assert run("db", "migrate", "--store", store)[1] == f"{store} is up to date (tables 0001).\n"
    code, _, err = run("db", "migrate", "--store", store.with_name("none.sqlite"))
    assert code == 1
    assert "there is no corpus" in err


def test_a_password_is_never_shown() -> None:
    code, out, err = run("db", "check", "--store", "postgresql://me:hush@127.0.0.1:1/news")
    assert code == 1
    assert "postgresql://me:***@127.0.0.1:1/news" in err
    assert "hush" not in out + err


def test_a_command_is_needed() -> None:
    assert run("db")[0] == 2


def test_a_corpus_of_an_earlier_version_can_be_copied_before_it_is_migrated(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema_version, "REVISIONS", (*schema_version.REVISIONS, "9999"))
    monkeypatch.setattr(schema_version, "HEAD", "9999")
    code, _, err = run("db", "check", "--store", store)
    assert code == 1
    assert "`sayso db backup FILE`, then `sayso db migrate`" in err
    assert run("db", "backup", tmp_path / "copy.sqlite", "--store", store)[0] == 0
    monkeypatch.undo()
    assert run("db", "check", "--store", tmp_path / "copy.sqlite")[0] == 0
