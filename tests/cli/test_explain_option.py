"""``sayso read --explain``, in processes of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_read import BAD, PAGE, in_terminal, reading, sayso

from sayso import Reading
from sayso.export.explain import explain
from sayso.export.look import Look

__all__ = ["reading"]  # the fixture


def test_a_pipe_gets_the_explanation_as_text(reading: Reading) -> None:
    done = sayso("read", PAGE, "--explain", "A1", "--width", "90")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == explain(reading, "A1", look=Look(width=90))


def test_a_terminal_gets_it_in_colour(reading: Reading) -> None:
    assert in_terminal("read", PAGE, "--explain", "A1") == explain(reading, "A1", look=Look(width=80, colour=True))


def test_an_unknown_id_fails_and_names_those_that_there_are(reading: Reading) -> None:
    done = sayso("read", PAGE, "--explain", "A999")
    assert (done.returncode, done.stdout) == (1, b"")
    assert f"{PAGE}: no attribution A999: this text has A1" in done.stderr.decode()
    assert reading.attributions[-1].id in done.stderr.decode()


@pytest.mark.parametrize("name", ["json", "html", "csv"])
def test_an_explanation_has_no_other_format(name: str) -> None:
    done = sayso("read", PAGE, "--explain", "A1", "--format", name)
    assert done.returncode == 2
    assert b"text for people" in done.stderr


def test_a_refused_page_is_refused_as_ever() -> None:
    done = sayso("read", BAD, "--explain", "A1")
    assert done.returncode == 1
    assert b"refused" in done.stderr


def test_it_can_be_written_to_a_file(tmp_path: Path, reading: Reading) -> None:
    assert sayso("read", PAGE, "--explain", "A1", "--out", tmp_path / "why.txt", "--width", "90").returncode == 0
    assert (tmp_path / "why.txt").read_text(encoding="utf-8") == explain(reading, "A1", look=Look(width=90))
