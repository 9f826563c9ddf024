from __future__ import annotations

import re

import pytest
from foam import FOAM
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from strategies import readings

from samples import BRIDGE, EVIL, reading_of
from sayso.export.look import Look
from sayso.export.rows import shorten
from sayso.export.terminal import render
from sayso.schema import Reading

STYLE = re.compile("\x1b\\[[0-9;]*m")


def test_signs_tell_contents_sources_and_cues_apart_without_colour() -> None:
    text = " ".join(render(BRIDGE, look=Look(width=100)).split())
    assert "⟦¹“The bridge will open on Monday,”⟧ ‹¹said› {¹Ada Quill, the mayor of Tarnmouth}," in text
    assert "⟦²that {³engineers} ‹³had warned him› ⟦³the eastern pier was “not fit for lorries”³⟧²⟧." in text
    assert "⟦⁴“Then we wrote to the council.”⟧" in text
    assert "\x1b" not in text


def test_signs_without_unicode_are_ascii() -> None:
    text = " ".join(render(BRIDGE, look=Look(width=100, encoding="ascii")).split())
    assert '[1:"The bridge will open on Monday,"] <1:said> {1:Ada Quill, the mayor of Tarnmouth},' in text
    assert text.isascii()


def test_colours_add_nothing_but_colours() -> None:
    for width in (80, 120):
        coloured = render(BRIDGE, look=Look(width=width, colour=True))
        assert "\x1b[" in coloured
        plain = render(BRIDGE, look=Look(width=width))
        assert [line.rstrip() for line in STYLE.sub("", coloured).split("\n")] == plain.split("\n")


def test_contents_sources_and_cues_have_colours_of_their_own() -> None:
    text = render(BRIDGE, look=Look(width=100, colour=True))
    styles = [
        re.search(f"(\x1b\\[[0-9;]*m){word}", text).group(1)  # type: ignore[union-attr]
        for word in ("“The bridge", "said", "Ada Quill")
    ]
    assert len(set(styles)) == 3


def test_the_environment_decides_nothing_here(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(BRIDGE, look=Look(width=80, colour=True))
    for name, value in (("NO_COLOR", "1"), ("COLUMNS", "40"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert render(BRIDGE, look=Look(width=80, colour=True)) == before


def test_the_list_names_everybody() -> None:
    text = render(BRIDGE, look=Look(width=120))
    assert "6 statements: 2 direct, 2 mixed, 2 indirect." in text
    assert re.search(r"\n5 +The council → this page +The council denied\n", text)
    assert re.search(r"\n +○─▶▤ +indirect, denied +that it had received a letter\n", text)
    assert re.search(r"\n6 +It → this page +It plans\n", text)


def test_the_head_gives_title_and_facts() -> None:
    first, second, third, *_ = render(BRIDGE, look=Look(width=120)).split("\n")
    assert first == "Bridge “will open on Monday”, says mayor"
    assert second == "The Tarnmouth Bell · Iris Fenn; Tom Oake · 4 March 2031, 07:15 (+01:00) · Local"
    assert third == BRIDGE.article.url


def test_a_text_without_statements_says_so() -> None:
    assert "No statement is attributed to anybody" in render(reading_of("The sea was calm."))


def test_hostile_text_cannot_drive_the_terminal() -> None:
    for look in (Look(), Look(encoding="ascii"), Look(encoding="latin-1")):
        text = render(EVIL, look=look)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    coloured = render(EVIL, look=Look(colour=True))
    assert "\x1b" not in STYLE.sub("", coloured)


WIDE = "「橋は月曜日に開通する」と市長は言った。👩‍👩‍👧 يقول العمدة é" * 6


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_wide_characters_stay_inside_the_columns(width: int) -> None:
    text = render(reading_of(WIDE, ("市長", "言った", "「橋は月曜日に開通する」", "direct")), look=Look(width=width))
    assert max(map(cell_len, text.split("\n"))) <= width


@given(readings(), st.sampled_from([20, 80, 120]), st.sampled_from(["utf-8", "ascii", "latin-1"]))
def test_any_reading_fits_any_terminal(reading: Reading, width: int, encoding: str) -> None:
    text = render(reading, look=Look(width=width, encoding=encoding))
    text.encode(encoding)
    assert max(map(cell_len, text.split("\n"))) <= width
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)


@pytest.mark.parametrize("width", [40, 60, 99])
def test_a_narrow_window_gets_everything_one_under_the_other(width: int) -> None:
    listed = render(BRIDGE, look=Look(width=width)).split("\n")
    at = listed.index("3 engineers → this page")
    assert listed[at + 1] == "  ○─▶▤  mixed · in 2"
    assert listed[at + 2] == "  engineers had warned him"
    assert listed[at + 3].startswith("  the eastern pier was “not")


def test_the_answer_stands_above_the_text() -> None:
    text = render(FOAM, look=Look(width=100))
    top, _, rest = text.partition("─" * 100)
    assert "\nOn whose say-so?\n" + "█" * 31 + "▒" * 19 + "·" * 10 + "\n" in top
    assert "█ 52 % on named sources   ▒ 31 % on unnamed sources   · 17 % on the report’s own word" in top
    assert "15 statements by 10 sources, 5 of them unnamed.\n" in top
    assert "8 at first hand, 4 at second hand, 3 at third hand or further.\n" in top
    assert re.search(r"● Petra Halvorsen, Veldrian Transport Minister +█+ +82 +1\n", top)
    assert re.search(r"○ Lorry driver, unnamed, third hand +▒+ +73 +3\n", top)
    assert "Foam is ⟦¹" in rest


def test_the_headline_is_checked_word_by_word() -> None:
    text = " ".join(render(FOAM, look=Look(width=100)).split())
    assert "≈ altered ‘[-was-] {+is+} swallowing cars whole’ rests on statement 5, Lorry driver, unnamed" in text
    assert "✓ verbatim ‘told to run’ rests on statement 7" in text
    assert "somebody’s word became a fact" in text


def test_sentences_on_nobody_s_word_are_marked_in_the_text() -> None:
    text = " ".join(render(FOAM, look=Look(width=100)).split())
    assert "⟪∅ Four ships lie off the mole" in text
    assert "((no source: Four ships" in " ".join(render(FOAM, look=Look(width=100, encoding="ascii")).split())


def test_a_statement_has_its_chain_in_words_and_drawn() -> None:
    text = render(FOAM, look=Look(width=80))
    assert " 5 Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page\n" in text
    assert "   ○─interview─▶●─TV─▶■─TV─▶▤  third hand · mixed · was there (“he got out\n" in text
    plain = render(FOAM, look=Look(width=80, encoding="ascii"))
    assert " 5 Lorry driver, unnamed -> told Veldria One's Anneke Strand -> on TV -> this\n" in plain
    assert "( )-interview->(@)-TV->[@]-TV->page" in plain


def test_an_altered_echo_shows_what_was_left_out_and_put_in() -> None:
    text = " ".join(render(FOAM, look=Look(width=80)).split())
    assert "“told to run [-and leave everything-] and whole streets {+have been+} “turned into glue.”" in text


def test_a_cut_at_an_ellipsis_has_one() -> None:
    assert shorten("“one two” … “three”", 15) == "“one two”…"
