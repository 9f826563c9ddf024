from __future__ import annotations

import numpy as np

from sayso.attributions.decode import Marked
from sayso.attributions.link import CONTENT, CUE, SOURCE, Linked
from sayso.attributions.link import link as link_words

WIDTH = 8


def link(spans: list[Marked], rows: np.ndarray, words: str = "") -> list[Linked]:
    return link_words(spans, rows, lambda span: words)


def vectors(words: int) -> np.ndarray:
    """Room for link vectors: row 0 is "no source", row 1 + w is word w; four parts of WIDTH."""
    return np.zeros((1 + words, 4 * WIDTH), dtype=np.float32)


def put(rows: np.ndarray, word: int, part: int, axis: int, value: float = 9) -> None:
    rows[1 + word, part * WIDTH + axis] = value


def test_a_content_goes_to_the_cue_it_asks_for_not_to_the_nearest() -> None:
    # X(0) who said(1) A(2) denied(3) B(4)
    spans = [
        Marked(SOURCE, 0, 0, 1.0),
        Marked(CUE, 1, 1, 1.0),
        Marked(CONTENT, 2, 2, 1.0),
        Marked(CUE, 3, 3, 1.0),
        Marked(CONTENT, 4, 4, 1.0),
    ]
    rows = vectors(5)
    put(rows, 2, 0, 0)
    put(rows, 1, 1, 0)
    put(rows, 4, 0, 1)
    put(rows, 3, 1, 1)
    for cue in (1, 3):
        put(rows, cue, 2, 2)
    put(rows, 0, 3, 2)
    first, second = link(spans, rows)
    assert (first.cue, first.contents) == (spans[1], (spans[2],))
    assert (second.cue, second.contents) == (spans[3], (spans[4],))
    assert first.source == second.source == spans[0]
    assert first.sure > 0.9


def test_a_cue_may_have_no_source() -> None:
    spans = [Marked(SOURCE, 0, 0, 1.0), Marked(CUE, 1, 1, 1.0), Marked(CONTENT, 2, 2, 1.0)]
    rows = vectors(3)
    put(rows, 1, 2, 0)
    put(rows, -1, 3, 0)
    (only,) = link(spans, rows)
    assert only.source is None


def test_pieces_of_one_content_stay_pieces() -> None:
    spans = [Marked(CONTENT, 0, 0, 1.0), Marked(CUE, 1, 1, 1.0), Marked(CONTENT, 2, 2, 0.7)]
    (only,) = link(spans, vectors(3))
    assert only.contents == (spans[0], spans[2])
    assert only.sure == 0.7


def test_a_cue_that_no_content_asks_for_is_dropped_and_a_content_without_cue_is_kept() -> None:
    assert link([Marked(CUE, 0, 0, 1.0)], vectors(1)) == []
    (only,) = link([Marked(CONTENT, 0, 0, 0.8)], vectors(1))
    assert only.cue is None


def test_a_full_stop_inside_the_marks_points_back_and_a_comma_forward() -> None:
    # said(0) "…"(1) said(2)
    spans = [Marked(CUE, 0, 0, 1.0), Marked(CONTENT, 1, 1, 1.0), Marked(CUE, 2, 2, 1.0)]
    for words, cue in (("“It was never safe.”", spans[0]), ("“Open,”", spans[2])):
        (only,) = link(spans, vectors(3), words)
        assert only.cue == cue
