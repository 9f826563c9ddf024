"""The picture of a spread: well formed, harmless, and nothing over anything else."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.look import Look
from sayso.export.spread_groups import grouped
from sayso.export.spread_layout import BOX_HEIGHT, ROW, layout
from sayso.export.spread_svg import render
from sayso.export.spread_text import drawn
from sayso.export.terminal import draw
from sayso.schema import Claim, ClaimView, Origin, Origins, Passing, Report, Spread, Statement, Station

HOSTILE = "<script>alert(1)</script>&\"'\x00\x1b[31m\u202e\ud800" + "x" * 300
names = st.text(st.characters(), max_size=60) | st.just(HOSTILE)


@st.composite
def spreads(draw: st.DrawFn) -> Spread:
    origins = [
        Station(
            f"N{n}",
            "origin",
            draw(names),
            draw(names),
            draw(st.sampled_from([None, "person", "document", "other"])),
            draw(st.booleans()),
        )
        for n in range(1, draw(st.integers(0, 5)) + 1)
    ]
    tellers = [
        Station(f"N{len(origins) + n}", "teller", draw(names), named=draw(st.booleans()))
        for n in range(1, draw(st.integers(0, 4)) + 1)
    ]
    before = len(origins) + len(tellers)
    pages = [
        Station(
            f"N{before + n}", "page", draw(names), draw(names), article=f"a{n}", against=draw(st.booleans()),
            published=draw(st.sampled_from([None, "2031-03-04", "2031-03-04T07:15", "2031-03-05T23:59:00+01:00"])),
            url=draw(st.sampled_from([None, "https://a.example/1", "javascript:alert(1)", 'https://a.example/"><script>'])),
        )
        for n in range(1, draw(st.integers(1, 40)) + 1)
    ]  # fmt: skip
    pages.sort(key=lambda page: (page.published is None, page.published or ""))
    every = [*origins, *tellers, *pages]
    ends = st.sampled_from([station.id for station in every])
    passings = [
        Passing(source, target, draw(st.sampled_from(["told", "cited", "copied"])), draw(names))
        for source, target in draw(st.lists(st.tuples(ends, ends), max_size=60))
        if source != target
    ]
    return Spread("C0123456789", tuple(every), tuple(passings))


@settings(max_examples=60, deadline=None)
@given(spreads(), names)
def test_any_spread_is_well_formed_and_harmless(spread: Spread, wording: str) -> None:
    drawing = render(spread, wording)
    root = ElementTree.fromstring(drawing)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= set("svg title desc style rect defs marker path text tspan g a circle".split())
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name == "href":
                assert value.startswith(("http://", "https://"))
    assert "url(" not in re.sub(r"url\(#(?:told|cited|copied)-C0123456789\)", "", drawing)
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert root.find("{http://www.w3.org/2000/svg}desc") is not None
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", drawing)


@settings(max_examples=60, deadline=None)
@given(spreads())
def test_nothing_stands_on_anything_else(spread: Spread) -> None:
    plan = layout(spread, 100.0)
    boxes = [one for one in plan.placed.values() if one.station.kind != "page"]
    rows = [one for one in plan.placed.values() if one.station.kind == "page"]
    assert len(rows) == len(spread.pages)
    for index, one in enumerate(boxes):
        assert one.y >= plan.top - 0.01
        assert one.y + BOX_HEIGHT <= plan.bottom + 0.01
        for other in boxes[index + 1 :]:
            apart = abs(one.y - other.y) >= BOX_HEIGHT + 1
            assert apart or one.x + one.width < other.x or other.x + other.width < one.x
        assert one.x + one.width < plan.spine
    heights = sorted(one.y for one in rows)
    assert all(later - earlier >= ROW - 0.01 for earlier, later in itertools.pairwise(heights))
    for heading in plan.headings:
        assert all(abs(heading.y - y) > 12 for y in heights)


@settings(max_examples=30, deadline=None)
@given(spreads())
def test_the_terminal_shows_every_page(spread: Spread) -> None:
    view = ClaimView(Claim(spread.claim, "", ()), (), (), spread)
    shown = draw(drawn(view, Look(80), every=True), Look(80))
    assert "\x1b" not in shown
    assert shown.count("\n") >= len(spread.pages)


@settings(max_examples=60, deadline=None)
@given(
    spreads(), st.lists(st.sampled_from(["the dam broke", "the dam  broke, it is said", "bread is dear"]), min_size=40)
)
def test_every_page_is_shown_or_counted_once(spread: Spread, texts: list[str]) -> None:
    """Whatever copied whatever, in rings too."""
    statements = tuple(
        Statement(f"{page.article}#A1", page.article or "", (), text, "direct")
        for page, text in zip(spread.pages, texts, strict=False)
    )
    stations = tuple(
        replace(one, statements=(f"{one.article}#A1",)) if one.kind == "page" else one for one in spread.stations
    )
    reports = tuple(Report(one.id, "O1", "repeat", "") for one in statements)
    view = ClaimView(
        Claim(spread.claim, "", ()),
        statements,
        (),
        replace(spread, stations=stations),
        Origins(1, 1, (Origin("O1", "Ada Holm"),), reports),
    )
    found = grouped(view)
    shown = [page.id for one in found for page in (one.page, *one.copies)]
    assert sorted(shown) == sorted(page.id for page in spread.pages)
    order = [page.id for page in spread.pages]
    assert [one.page.id for one in found] == sorted((one.page.id for one in found), key=order.index)
    draw(drawn(view, Look(80)), Look(80))


def test_very_many_pages_are_counted_not_drawn() -> None:
    pages = tuple(
        Station(f"N{n}", "page", f"Outlet {n}", article=f"a{n}", published="2031-03-04") for n in range(1, 401)
    )
    drawing = render(Spread("C0123456789", pages, ()), "The dam broke")
    assert "and 250 more pages, not drawn" in drawing
    assert "400 pages from 400 outlets" in drawing
