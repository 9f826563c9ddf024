"""``sayso family``: outlets of one publisher."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from sayso.cli.main import app

RUNNER = CliRunner()


def run(where: Path, *words: str) -> tuple[int, str]:
    result = RUNNER.invoke(app, ["family", *words, "--store", str(where / "corpus.sqlite")])
    return result.exit_code, result.output


def test_owners_are_added_listed_and_removed(tmp_path: Path) -> None:
    assert run(tmp_path, "add", "Skelby Echo", "Vale Media") == (0, "Skelby Echo belongs to Vale Media.\n")
    run(tmp_path, "add", "www.ludbridgeecho.example", "Vale Media")
    assert run(tmp_path, "list") == (
        0,
        "Skelby Echo\tVale Media\tadded\nwww.ludbridgeecho.example\tVale Media\tadded\n",
    )
    code, listed = run(tmp_path, "list", "Ludbridge Echo")
    assert (code, listed.count("\n")) == (0, 2)
    assert "Reuters\tThomson Reuters\tagency\n" in run(tmp_path, "list", "--all")[1]
    assert run(tmp_path, "remove", "Skelby Echo")[0] == 0
    code, said = run(tmp_path, "remove", "Skelby Echo")
    assert code == 1
    assert "sayso family list" in said


def test_an_outlet_of_nobody_counts_for_itself(tmp_path: Path) -> None:
    run(tmp_path, "add", "Skelby Echo", "Vale Media")
    code, said = run(tmp_path, "list", "Quay Mail")
    assert code == 0
    assert "counts for itself" in said
