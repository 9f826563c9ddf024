from __future__ import annotations

import re
from itertools import pairwise

from foam import FOAM
from hypothesis import given
from strategies import readings

from samples import BRIDGE
from sayso.export import brat
from sayso.export.harmless import encodable
from sayso.export.rows import rows
from sayso.schema import Reading


def test_a_span_over_a_line_break_is_split_there() -> None:
    line = next(line for line in brat.render(BRIDGE).splitlines() if line.startswith("T10\t"))
    assert line == (
        "T10\tContent 229 255;268 293;295 326\t"
        "“We looked at every bolt,” “We looked at them twice. “Then we wrote to the council.”"
    )


def test_relations_and_attributes_hold_the_rest() -> None:
    lines = brat.render(BRIDGE).splitlines()
    assert "R13\tNested-in Arg1:T7 Arg2:T4" in lines
    assert "A16\tPolarity T13 denied" in lines
    assert "R1\tSaid-by Arg1:T1 Arg2:T2" in lines
    assert "A1\tNamed T2" in lines


def test_chains_and_echoes_are_there() -> None:
    lines = brat.render(FOAM).splitlines()
    assert any(line.endswith("Verdict T2 altered") for line in lines)
    assert any(line.endswith("Hand T2 third-hand") for line in lines)
    assert any("\tRepeats Arg1:T2 Arg2:" in line for line in lines)
    assert any(line.endswith("A9, confidence 0.610: " + chain_of("A9")) for line in lines)
    assert lines[-1].split("\t")[1].startswith("Unsourced ")


def chain_of(id: str) -> str:
    return next(row.telling.words for row in rows(FOAM) if row.attribution.id == id)


def test_the_files_of_one_article() -> None:
    files = brat.files(BRIDGE)
    assert list(files) == [".ann", ".txt", "annotation.conf"]
    assert files[".txt"] == BRIDGE.article.text


@given(readings())
def test_any_annotation_names_the_words_at_its_place(reading: Reading) -> None:
    files = brat.files(reading)
    text = encodable(reading.article.text)
    ids = set()
    for line in files[".ann"].split("\n")[:-1]:
        name, fields, *words = line.split("\t")
        assert name not in ids
        ids.add(name)
        if name.startswith("T"):
            _, places = fields.split(" ", 1)
            spans = [tuple(map(int, place.split())) for place in places.split(";")]
            assert all(a[1] <= b[0] for a, b in pairwise(spans))
            assert words == [" ".join(text[start:end] for start, end in spans)]
            assert words[0].splitlines() == words
        else:
            assert set(re.findall(r"\bT\d+", fields)) <= ids
