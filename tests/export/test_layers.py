from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from strategies import readings

from samples import BRIDGE
from sayso.export.layers import paragraphs
from sayso.schema import Reading


@given(readings())
def test_segments_tile_every_paragraph(reading: Reading) -> None:
    found = list(paragraphs(reading))
    if reading.article.paragraphs:
        assert [p.span for p in found] == list(reading.article.paragraphs)
    for paragraph in found:
        ends = [segment.span for segment in paragraph.segments]
        assert "".join(span.of(reading.article.text) for span in ends) == paragraph.span.of(reading.article.text)
        assert all(a.end == b.start for a, b in pairwise(ends))


@given(readings())
def test_a_character_has_the_marks_of_every_piece_over_it(reading: Reading) -> None:
    for paragraph in paragraphs(reading):
        for segment in paragraph.segments:
            expected = {
                (number, role)
                for number, a in enumerate(reading.attributions, start=1)
                for role, pieces in (("content", a.content), ("source", a.source), ("cue", a.cue))
                for piece in pieces
                if piece.start <= segment.span.start and segment.span.end <= piece.end
            } | {
                (number, "bare")
                for number, span in enumerate(reading.unsourced, start=1)
                if span.start <= segment.span.start and segment.span.end <= span.end
            }
            assert {(mark.number, mark.role) for mark in segment.marks} == expected


@given(readings())
def test_every_mark_opens_once_and_closes_once_in_its_paragraph(reading: Reading) -> None:
    for paragraph in paragraphs(reading):
        opened = [mark for segment in paragraph.segments for mark in segment.opens]
        closed = [mark for segment in paragraph.segments for mark in segment.closes]
        assert sorted(opened) == sorted(closed)
        for segment in paragraph.segments:
            assert list(segment.opens) == [mark for mark in segment.marks if mark in segment.opens]


def test_the_outer_statement_comes_first() -> None:
    second = list(paragraphs(BRIDGE))[1]
    inner = next(
        segment for segment in second.segments if segment.span.of(BRIDGE.article.text).startswith("the eastern")
    )
    assert [mark.number for mark in inner.marks] == [2, 3]
    assert [mark.number for mark in inner.closes] == [3, 2]


def test_a_content_over_two_paragraphs_has_a_mark_in_each() -> None:
    third, fourth = list(paragraphs(BRIDGE))[2:4]
    assert third.segments[-1].marks[0].number == 4
    assert [mark.number for mark in fourth.segments[0].marks] == [4]
