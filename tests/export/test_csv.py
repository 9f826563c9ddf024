from __future__ import annotations

import csv
import io
import json

import pytest
from foam import FOAM
from hypothesis import given
from strategies import readings

from samples import BRIDGE, EVIL
from sayso.export import csv as form
from sayso.schema import Reading


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_for_each_attribution() -> None:
    found = table(form.render(BRIDGE))
    assert [row["attribution"] for row in found] == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert found[0]["source"] == "Ada Quill, the mayor of Tarnmouth"
    assert found[0]["speaker"] == "Ada Quill"
    assert found[0]["content_spans"] == "0:33 74:104"
    assert found[2]["nested_in"] == "A2"
    assert found[4]["polarity"] == "denied"
    assert found[5]["act"] == "plan"


def test_the_chain_stands_there_in_words_and_for_programs() -> None:
    row = table(form.render(FOAM))[4]
    assert row["told"] == "Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page"
    assert [(hop["name"], hop["channel"]) for hop in json.loads(row["chain"])] == [
        ("Veldria One", "TV"), ("Anneke Strand", "TV"), ("lorry driver", "interview"),
    ]  # fmt: skip
    assert (row["speaker_kind"], row["speaker_named"], row["hand"]) == ("person", "no", "third hand")
    assert (row["channel"], row["knows"]) == ("interview", "was there")
    assert table(form.render(FOAM))[1]["verdict"] == "altered"


@given(readings())
def test_any_reading_is_a_table_that_no_spreadsheet_runs(reading: Reading) -> None:
    text = form.render(reading)
    text.encode()
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert len(found) == 1 + len(reading.attributions)
    for row in found:
        assert len(row) == len(form.COLUMNS)
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1"])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert form.guard(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "plain", "1-2", "“=1”", "a=b"])
def test_other_cells_stay(cell: str) -> None:
    assert form.guard(cell) == cell


def test_no_escape_sequence_survives() -> None:
    assert "\x1b" not in form.render(EVIL)
    assert "\x9b" not in form.render(EVIL)
