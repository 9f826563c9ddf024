from __future__ import annotations

import json

from hypothesis import given
from strategies import readings

from samples import BRIDGE, EVIL
from sayso.export import json as form
from sayso.export import jsonl
from sayso.schema import Reading


@given(readings())
def test_a_reading_comes_back_from_json(reading: Reading) -> None:
    assert Reading.from_dict(json.loads(form.render(reading))) == reading


@given(readings())
def test_a_line_is_one_reading_in_valid_utf_8(reading: Reading) -> None:
    line = jsonl.render(reading)
    assert line.endswith("\n")
    assert line.encode().count(b"\n") == 1
    assert Reading.from_dict(json.loads(line)) == reading


def test_several_readings_make_an_array() -> None:
    text = form.HEAD + form.part(BRIDGE, 1) + form.BETWEEN + form.part(EVIL, 2) + form.TAIL
    assert [Reading.from_dict(data) for data in json.loads(text)] == [BRIDGE, EVIL]


def test_no_reading_makes_an_empty_array() -> None:
    assert json.loads(form.HEAD + form.TAIL) == []
