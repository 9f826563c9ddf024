from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.paragraphs import paragraphs_of
from sayso.schema import Span
from sayso.unsourced.sentences import LONG, sentences_of


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["U.S. Sen. Ada Holm and Lt. Gen. Oskar Lind came.", "Nobody else did."],
        ["He lives in the U.S.", "She does not."],
        ["“Is it shut?” Brel asked.", "Nobody answered."],
        ["“Is it shut?”", "Nobody knew."],
        ["“It is shut.", "Nobody knows why,” the mayor said."],
        ["The doors open at 9 a.m.", "Tickets cost 4 crowns."],
        ["The ferry leaves at 7:30 a.m. Monday and costs 2.50 crowns."],
        ["She waited...", "Nothing came."],
        ["The answer was no.", "“No,” she said again."],
        ["1. The bridge is shut.", "2. The road is not."],
        ["He asked for rope, lamps, etc. and got none."],
        ["The case, Holm v. Marsh, opened on Jan. 4.", "It closed on Feb. 9."],
        ["Mr. Lind (D-Ostrel, N.Y.) and Karvel Inc. did not agree."],
    ],
)
def test_hard_ends(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_paragraph_ends_a_sentence() -> None:
    assert split("What we know so far\n\n14:32\nThe road is shut") == [
        "What we know so far",
        "14:32",
        "The road is shut",
    ]


def test_a_quotation_over_paragraphs_is_split_like_other_text() -> None:
    text = "“We saw it come. We ran.\n\n“Then it stopped,” said Foss. He left."
    assert split(text) == ["“We saw it come.", "We ran.", "“Then it stopped,” said Foss.", "He left."]


def test_a_cue_left_over_stays_with_its_quotation() -> None:
    assert split("“I will not go.” he said. “Nor will she.”") == ["“I will not go.” he said.", "“Nor will she.”"]


def test_words_without_end_do_not_stop_the_splitter() -> None:
    text = "It was late. Then " + "?x" * LONG + ". He left."
    assert split(text)[0] == "It was late."
    assert split(text)[-1].endswith("He left.")


PIECES = [
    "Mr. ",
    "U.S. ",
    "He ",
    "went",
    ". ",
    "? ",
    "! ",
    "… ",
    "“",
    "”",
    "'",
    '"',
    "(",
    ")",
    "no. ",
    "9 a.m. ",
    "[1] ",
    "x" * 300,
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "é", "👩‍🚒 ", "\x00"]), max_size=40).map("".join),
)


@given(texts)
def test_sentences_cover_all_but_white_space_and_never_overlap(text: str) -> None:
    paragraphs = paragraphs_of(text)
    sentences = sentences_of(text, paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    covered = {i for span in sentences for i in range(*span)}
    assert covered >= {i for p in paragraphs for i in range(*p) if not text[i].isspace()}
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in sentences)
    assert all(any(p.start <= s.start and s.end <= p.end for p in paragraphs) for s in sentences)


@given(texts, texts)
def test_what_stands_in_one_paragraph_does_not_change_another(first: str, second: str) -> None:
    alone = [span.of(first) for span in sentences_of(first, paragraphs_of(first))]
    both = first + "\n\n" + second
    assert [s.of(both) for s in sentences_of(both, paragraphs_of(both))][: len(alone)] == alone


def test_no_paragraph_no_sentence() -> None:
    assert sentences_of("Words.", []) == []
    assert sentences_of("Words.", [Span(0, 6)]) == [Span(0, 6)]
