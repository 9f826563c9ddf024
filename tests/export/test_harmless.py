from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from strategies import TEXTS

from sayso.export.harmless import disarm, encodable, for_terminal, one_line


@given(TEXTS)
def test_disarm_keeps_the_length_and_every_harmless_character(text: str) -> None:
    shown = disarm(text)
    assert len(shown) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, shown, strict=True))


@pytest.mark.parametrize("code", [*range(0x09), 0x1B, 0x7F, 0x90, 0x9B, 0x9D, 0x202E, 0x2066, 0xE0041, 0xD800])
def test_what_drives_a_display_is_replaced(code: int) -> None:
    assert disarm(f"a{chr(code)}b") == "a\ufffdb"


@given(TEXTS)
def test_a_terminal_gets_one_line_without_control_characters(text: str) -> None:
    shown = for_terminal(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(TEXTS)
def test_a_terminal_without_unicode_gets_what_it_can_show(text: str) -> None:
    assert for_terminal(text, encoding="ascii").isascii()
    for_terminal(text, encoding="latin-1").encode("latin-1")


def test_joiners_that_emoji_need_stay() -> None:
    assert for_terminal("👩‍👩‍👧 نمی‌خواهم") == "👩‍👩‍👧 نمی‌خواهم"


def test_a_tower_of_accents_is_cut() -> None:
    assert for_terminal("e" + "\u0301" * 500) == "e" + "\u0301" * 4
    assert for_terminal("ệ") == "ệ"


def test_typography_becomes_ascii_where_it_must() -> None:
    assert for_terminal("“It’s — 5…”", encoding="ascii") == '"It\'s -- 5..."'


@given(TEXTS)
def test_encodable_text_is_utf_8(text: str) -> None:
    encodable(text).encode()


def test_whole_surrogate_pairs_are_one_character() -> None:
    assert encodable("\ud83d\ude00 \ud800") == "😀 \ufffd"


def test_one_line_has_no_runs_of_space() -> None:
    assert one_line(" a\n\n b\u00a0c\t") == "a b c"
