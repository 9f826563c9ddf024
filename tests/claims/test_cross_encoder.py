"""The model that reads two statements together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from claim_samples import said
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.cross_encoder import CrossEncoder, Read, shipped, words_of
from sayso.errors import ModelMissing
from sayso.schema import Span

PAIRS = [
    ("the harbour in Calder will be closed until May", "Calder’s harbour stays shut till May"),
    ("the harbour in Calder will be closed until May", "the school in Ostrel has a new roof"),
    ("Fenn wants the mill sold", "the council sold the mill in 2019"),
]


def test_other_words_for_one_thing_are_nearer_the_same_than_another_thing() -> None:
    same, other, plan = shipped().read(PAIRS)
    assert same.same > 0.5 > plan.same
    assert other.same < 0.1


def test_what_is_said_of_a_pair_depends_on_nothing_else() -> None:
    together = shipped().read(PAIRS + [(right, left) for left, right in PAIRS])
    assert together[:3] == together[3:] == [shipped().read([pair])[0] for pair in PAIRS]
    assert shipped().read([]) == []


def test_a_statement_is_read_with_its_speaker_and_its_sentence() -> None:
    text = "On Monday Ines Fenn denied that the mill leaks. It does."
    content = "that the mill leaks"
    start = text.index(content)
    statement = replace(said(content), content=(Span(start, start + len(content)),))
    assert words_of(statement, text).endswith("On Monday Ines Fenn denied « that the mill leaks » .")
    assert words_of(statement, "").endswith(content)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=2000), st.text(max_size=2000))
def test_any_texts_can_be_read(one: str, other: str) -> None:
    found = shipped().read([(one, other)])[0]
    assert sum((found.same, found.related, found.different, found.conflicting)) == pytest.approx(1)
    assert isinstance(found, Read)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"card\.json"):
        CrossEncoder(tmp_path)
