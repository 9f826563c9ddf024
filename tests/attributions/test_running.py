from __future__ import annotations

from sayso.attributions.draft import Draft
from sayso.attributions.marks import Quotations, quotations_of
from sayso.attributions.running import run_on
from sayso.paragraphs import paragraphs_of
from sayso.schema import Span


def test_pieces_that_are_let_out_to_one_mark_become_one() -> None:
    text = 'Pell said “we went home" today'
    mark = text.index('"')
    draft = Draft((Span(0, 4),), (Span(5, 9),), (Span(10, mark), Span(mark, len(text))), 1.0)
    paragraphs = paragraphs_of(text)
    (mended,) = run_on(text, paragraphs, [draft], Quotations(quotations_of(text, paragraphs)))
    assert mended.content == (Span(10, len(text)),)


def test_a_content_a_stop_short_of_its_mark_is_let_out() -> None:
    text = "Pell said “we went home.”"
    draft = Draft((Span(0, 4),), (Span(5, 9),), (Span(11, 23),), 1.0)
    paragraphs = paragraphs_of(text)
    (mended,) = run_on(text, paragraphs, [draft], Quotations(quotations_of(text, paragraphs)))
    assert mended.content == (Span(10, len(text)),)
