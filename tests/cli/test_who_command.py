"""The command `sayso who`, on a corpus of invented pages."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.export.look import Look
from sayso.export.who_terminal import render
from sayso.store.said import said
from sayso.store.store import Store
from sayso.store.who import find

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from spoken import Said, page

HOSTILE = "Ev\x1b[31mil \u202eHolm\u0007"
DREDGING = "The dredging of the harbour of Ostrel will cost nine million crowns and end in the autumn"
PAGES = [
    page("Tarn Post", "2024-03-01", Said("Ben Wallis", DREDGING, "harbour minister")),
    page("Ostrel Echo", "2024-03-02", Said("Benjamin Wallis", DREDGING + ", and not a day later")),
    page("Kallio Times", "2024-03-03", Said("Wallis", DREDGING, through="Ostrel Echo")),
    page("Lom Star", "2024-03-06", Said("Ben Wallis", "The ferry is safe in every wind")),
    page("Tarn Post", "2021-03-04", Said("Petra Wallis", "=2+3 is a sum", "teacher")),
    page("Sund \x1b[2JMail", "2024-03-05", Said(HOSTILE, "All\r\nis \x9b31mwell <b>", "mayor\x1b]0;x\x07")),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("who") / "corpus.sqlite"
    with Store.open(path) as store:
        for one in PAGES:
            store.add(one)
        store.match()
    return path


def who(corpus: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["who", *arguments, "--store", str(corpus)])


def test_an_account_fits_80_columns(corpus: Path) -> None:
    shown = who(corpus, "ben", "wallis", "--format", "terminal", "--width", "80")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert lines[0].startswith("Ben Wallis · P")
    assert lines[1] == "person · 4 articles · 2024-03"
    assert lines[2] == "also  Benjamin Wallis, Wallis"
    assert lines[3] == "role  harbour minister · 2024-03 · 1 article"
    assert "4 reports of 2 things said" in lines
    assert any("claim C" in line and "3 reports, 3 outlets" in line for line in lines)
    assert "4 March 2021" not in shown.stdout
    assert "~ the article has the last name only" in shown.stdout
    assert "shortened" in shown.stdout


def test_namesakes_are_named(corpus: Path) -> None:
    shown = who(corpus, "wallis", "--format", "terminal")
    assert "others of that name: sayso who ID" in shown.stdout
    assert "Petra Wallis · teacher · 1 article" in shown.stdout
    rows = who(corpus, "wallis", "--format", "csv")
    assert "others of that name" in rows.stderr
    assert "Petra Wallis" in rows.stderr


def test_formats_for_programs(corpus: Path) -> None:
    account = json.loads(who(corpus, "Ben Wallis", "--format", "json").stdout)
    assert account["identity"]["name"] == "Ben Wallis"
    saying, ferry = account["sayings"]
    assert [one["called"] for one in saying["wordings"]] == ["name", "name", "last name"]
    assert saying["wordings"][2]["second_hand"] is True
    lines = who(corpus, "Ben Wallis").stdout.splitlines()
    assert [json.loads(line)["claim"] for line in lines] == [saying["claim"], ferry["claim"]]
    rows = list(csv.DictReader(io.StringIO(who(corpus, "Ben Wallis", "-f", "csv").stdout)))
    assert [(row["saying"], row["wording"], row["outlet"]) for row in rows] == [
        ("1", "1", "Ostrel Echo"),
        ("1", "2", "Tarn Post"),
        ("1", "3", "Kallio Times"),
        ("2", "1", "Lom Star"),
    ]


def test_no_cell_is_a_formula(corpus: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(who(corpus, "Petra Wallis", "-f", "csv").stdout))
    assert not row["text"].startswith("=")


def test_who_is_quoted_most(corpus: Path) -> None:
    shown = who(corpus, "--format", "terminal")
    assert "Ben Wallis · harbour minister · 4 articles · 2024-03" in shown.stdout.splitlines()[0]
    rows = list(csv.DictReader(io.StringIO(who(corpus, "-f", "csv", "-n", "2").stdout)))
    assert len(rows) == 2
    assert rows[0]["articles"] == "4"


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "csv"])
def test_hostile_names_are_harmless_on_screen(corpus: Path, form: str) -> None:
    for arguments in (["--format", form], ["evil holm", "--format", form], [HOSTILE, "--format", form]):
        found = who(corpus, *arguments)
        assert "\x1b" not in found.stderr
        assert "\x9b" not in found.stderr
        if form == "terminal":
            assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(found.stdout)


def test_a_plain_terminal_gets_ascii(corpus: Path) -> None:
    with Store.open(corpus) as store:
        (minister,) = find(store, "Ben Wallis")
        shown = render(said(store, minister), Look(60, False, "ascii"))
    assert shown.isascii()
    assert all(len(line) <= 60 for line in shown.splitlines())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["Pelle Nobody"], 1, "nobody is known as"),
        (["Ben Walis"], 1, "near: Ben Wallis"),
        (["000000000000#S1"], 1, "there is no speaker"),
        (["Ben Wallis", "--since", "soon"], 1, "expected a date"),
        (["Ben Wallis", "--about", "000000000000#A1"], 1, "there is no statement"),
        (["Ben Wallis", "--format", "html"], 2, "is none of"),
        (["Ben Wallis", "--limit", "-1"], 2, "limit"),
    ],
)
def test_what_goes_wrong_is_said(corpus: Path, arguments: list[str], code: int, words: str) -> None:
    found = who(corpus, *arguments)
    assert found.exit_code == code
    assert words in found.stderr


def test_on_a_subject_and_by_outlet(corpus: Path) -> None:
    shown = who(corpus, "Ben Wallis", "--about", "dredging", "--outlet", "echo", "--format", "terminal")
    assert "on “dredging”" in shown.stdout
    assert "nearness" in shown.stdout
    assert "Tarn Post" not in shown.stdout
    assert "0 reports" in who(corpus, "Ben Wallis", "--until", "2023", "--format", "terminal").stdout
