from __future__ import annotations

import re

import pytest
from foam import FOAM
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from strategies import readings

from samples import BRIDGE, EVIL, reading_of
from sayso.errors import InputError
from sayso.export.explain import explain
from sayso.export.look import Look
from sayso.schema import Reading


def test_it_says_which_rule_which_words_and_who_came_second() -> None:
    text = explain(FOAM, "A5", look=Look(width=100))
    assert "Speaker     Lorry driver, unnamed (person, S3)\n" in text
    assert "Because     pronoun: “He” is the nearest person who fits\n" in text
    assert "score 0.81; next best: Jonas Brel, score 0.12\n" in text
    assert re.search(r"Led by +…\S.* Anneke Strand met \[a lorry driver\] at the edge of", text)
    assert re.search(r"Mentioned +….*, “\[He\] told me", text)


def test_it_shows_the_words_that_are_evidence_for_the_chain() -> None:
    text = explain(FOAM, "A5", look=Look(width=100))
    assert "Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page\n" in text
    assert "○─interview─▶●─TV─▶■─TV─▶▤  third hand\n" in text
    assert re.search(
        r"Anneke Strand, reporter, Veldria One, TV, from:\n +….*\[Veldria One reporter Anneke Strand\]", text
    )
    assert "was there (“he got out through the window”)" in text


def test_an_echo_says_what_it_repeats() -> None:
    text = explain(FOAM, "A2", look=Look(width=100))
    assert re.search("Stands +repeats A7: altered\n +“and leave everything” dropped\n +“have been” added\n", text)


def test_a_reading_without_reasons_says_so() -> None:
    assert "the reading keeps no reason" in explain(BRIDGE, "A1")


def test_capitals_do_not_matter() -> None:
    assert explain(FOAM, "a5") == explain(FOAM, "A5")


def test_an_unknown_id_names_those_that_there_are() -> None:
    with pytest.raises(InputError, match=r"no attribution A9: this text has A1, A2, A3, A4, A5, A6$"):
        explain(BRIDGE, "A9")
    with pytest.raises(InputError, match=r"no attribution A99: this text has A1 to A19$"):
        explain(FOAM, "A99")
    with pytest.raises(InputError, match=r"no attribution A1: nothing in this text is attributed to anybody$"):
        explain(reading_of("Calm."), "A1")


def test_hostile_text_cannot_drive_the_terminal() -> None:
    for look in (Look(), Look(encoding="ascii")):
        for a in EVIL.attributions:
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", explain(EVIL, a.id, look=look))


@given(readings(), st.sampled_from([20, 80, 120]), st.sampled_from(["utf-8", "ascii"]))
def test_any_attribution_can_be_explained_in_any_terminal(reading: Reading, width: int, encoding: str) -> None:
    for a in reading.attributions:
        text = explain(reading, a.id, look=Look(width=width, encoding=encoding))
        text.encode(encoding)
        assert max(map(cell_len, text.split("\n"))) <= width
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
