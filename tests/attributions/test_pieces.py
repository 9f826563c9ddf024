from importlib.resources import files

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.attributions import pieces
from sayso.attributions.pieces import Pieces
from sayso.attributions.tokens import tokens_of

TOKENIZER = Tokenizer.from_str((files("sayso") / "models" / "accurate" / "tokenizer.json").read_text(encoding="utf8"))
PIECES = Pieces(TOKENIZER)
ODD = "aéßİ1.Ab\u0301\u0130\u200b\xad\xa0“”’—[]_²£中\U0001f600 \t\n\x00"


def check(texts: list[str], of: Pieces = PIECES) -> None:
    for text, found in zip(texts, of.tokens(texts), strict=True):
        whole = tokens_of(text, TOKENIZER.encode(text))
        for field in ("pieces", "shapes", "first", "spans"):
            expected, given_ = getattr(whole, field), getattr(found, field)
            assert expected.dtype == given_.dtype
            np.testing.assert_array_equal(expected, given_, err_msg=f"{field} of {text!r}")


@given(st.lists(st.text(st.sampled_from(ODD), max_size=20), max_size=4))
def test_a_word_at_a_time_is_the_same_as_whole(texts: list[str]) -> None:
    check(texts)


@given(st.lists(st.text(st.characters(codec="utf8"), max_size=20), max_size=4))
def test_any_text_is_the_same_as_whole(texts: list[str]) -> None:
    check(texts)


def test_special_pieces_spelled_out() -> None:
    check(["The [SEP] sign", "[CLS]", "[sic]", "", " "])


def test_long_words_and_a_full_memory(monkeypatch) -> None:
    monkeypatch.setattr(pieces, "WORDS_MAX", 4)
    few = Pieces(TOKENIZER)
    for _ in range(2):
        check(["The harbour office shut at noon.", "a" * 41, "a" * 300 + " pier", "Nobody left the pier’s café."], few)


def test_a_lone_surrogate() -> None:
    (found,) = PIECES.tokens(["the \ud800 pier"])
    assert found.spans.tolist()[-1] == [6, 10]
