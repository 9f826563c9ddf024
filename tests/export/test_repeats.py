from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import DIFFERENCES, TEXTS

from sayso.export.repeats import Piece, in_words, pieces
from sayso.schema import Difference


def test_changed_added_and_dropped_words_stand_where_they_belong() -> None:
    statement = "they were told to run and leave everything behind them"
    words = "‘ordered to run and abandon everything’ today"
    differences = (
        Difference("changed", "ordered", "told"),
        Difference("changed", "abandon", "leave"),
        Difference("dropped", "", "behind them"),
        Difference("added", "today", ""),
    )
    assert pieces(words, statement, differences) == [
        Piece(None, "‘"),
        Piece("changed", "ordered", "told"),
        Piece(None, " to run and "),
        Piece("changed", "abandon", "leave"),
        Piece(None, " everything’ "),
        Piece("dropped", "", "behind them"),
        Piece("added", "today", ""),
    ]


def test_a_word_that_is_dropped_is_missed_after_the_word_before_it() -> None:
    found = pieces("it may close soon", "it may well close very soon", (Difference("dropped", "", "well"),))
    assert found == [Piece(None, "it may "), Piece("dropped", "", "well"), Piece(None, "close soon")]


def test_differences_in_words() -> None:
    said = [in_words(Difference(kind, "a", "b")) for kind in ("dropped", "added", "changed", "moved")]
    assert said == ["“b” dropped", "“a” added", "“a” for “b”", "“a” moved"]


@given(TEXTS, TEXTS, DIFFERENCES)
def test_any_pieces_joined_are_the_words(words: str, statement: str, differences: tuple[Difference, ...]) -> None:
    found = pieces(words, statement, differences)
    assert "".join(piece.here for piece in found) == words
    assert sum(piece.kind is not None for piece in found) == len(differences)


@given(st.text(), DIFFERENCES)
def test_any_difference_has_words(words: str, differences: tuple[Difference, ...]) -> None:
    assert all("“" in in_words(difference) for difference in differences)
