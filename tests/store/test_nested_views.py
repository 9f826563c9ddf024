"""What stands inside another statement, and what many pages have copied, as a person sees it; in both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spoken import Said, page

from sayso.export.claim_terminal import render
from sayso.export.compare_terminal import render as render_comparison
from sayso.export.look import Look
from sayso.export.spread_groups import grouped
from sayso.schema import Attribution, Hop, Reading, Span, Speaker
from sayso.store.store import Store
from sayso.store.views import claim_lines, claim_view, comparison_view

DAM = "that the great dam above Calder had been leaking into the harbour of Ostrel"
KNEW = f"the Calder Water Company knew in March {DAM}"


def nested(found: Reading) -> Reading:
    """Take the first statement apart: whose knowledge it is, is told inside it."""
    outer = found.attributions[0]
    start = found.article.text.index(DAM)
    company = Speaker("S9", "Calder Water Company", "organisation", True, None, None, (Span(start - 40, start - 20),))
    inner = Attribution(
        "A9", company.mentions, (), (Span(start, start + len(DAM)),), "indirect", "statement", "affirmed", 0.9, "S9",
        (*outer.chain, Hop("S9")), nested_in=outer.id,
    )  # fmt: skip
    return replace(found, attributions=(*found.attributions, inner), speakers=(*found.speakers, company))


@pytest.fixture
def leak(store: Store) -> Store:
    for outlet, day, who in (("Calder Courier", "4", "Mara Voss"), ("Radio Ostrel", "5", "Jon Radek")):
        said = Said(who, KNEW, form="indirect")
        store.add(nested(page(outlet, f"2031-03-0{day}T07:00", said, more=f"{outlet} has its seat in Vell.")))
    store.match()
    every = [one.id for one in store.entries()]
    first = f"{every[0]}#A1"
    for entry in every:
        for label in ("A1", "A9"):
            if (id := f"{entry}#{label}") != first:
                store.judge("same claim", first, id, author="Hanne Vik")
    store.match()
    return store


def test_a_sentence_is_one_report(leak: Store) -> None:
    line = claim_lines(leak)[0]
    view = claim_view(leak, line.claim)
    assert len(view.statements) == 4
    assert {(one.statement[-2:], one.of[-2:]) for one in view.inside} == {("A9", "A1")}
    assert (line.reports, line.articles, line.against) == (2, 2, 0)
    shown = " ".join(render(view, Look(80)).split())
    assert f"claim {line.claim} · 2 reports ·" in shown
    assert shown.count("inside it: “that the great dam above Calder") == 2
    assert shown.count(f"“{KNEW}”") == 2 + shown.startswith(f"“{KNEW}”")


def test_two_articles_share_a_sentence_once(leak: Store) -> None:
    left, right = (one.id for one in leak.entries())
    view = comparison_view(leak, left, right)
    (one,) = view.same
    assert (one.left.id, one.right.id) == (f"{left}#A1", f"{right}#A1")
    turned = comparison_view(leak, right, left)
    assert [(one.right.id, one.left.id) for one in turned.same] == [(f"{left}#A1", f"{right}#A1")]
    for label in ("A1", "A9"):
        assert not {f"{left}#{label}", f"{right}#{label}"} & {one.id for one in (*view.only_left, *view.only_right)}
    assert render_comparison(view, Look(80)).count("right ") == 2  # the article, and its statement


def test_a_hoax_of_forty_copies_fits_a_screen(store: Store) -> None:
    words = "A crocodile three metres long has escaped from the circus and swims in the canal at Ostrel"
    more = "".join(
        f"{who} of Vell walks there with {number} dogs every morning and has seen nothing but ducks and rain. "
        for number, who in enumerate(("Ada", "Bram", "Cora", "Dov", "Ena", "Finn", "Gwen"))
    )
    for number in range(40):
        said = Said("Timo Reck", words, channel="tweet", role="plumber")
        store.add(page(f"Outlet {number}", f"2024-03-04T{7 + number // 60:02}:{number % 60:02}", said, more=more))
    store.match()
    line = next(one for one in claim_lines(store) if "crocodile" in one.text)
    view = claim_view(store, line.claim)
    assert line.reports == len(view.entries) == 40
    assert sum(1 + len(one.copies) for one in grouped(view)) == 40
    shown = render(view, Look(80))
    assert len(shown.splitlines()) <= 30
    assert "39 more pages with the same words" in shown
    assert "word for word: Outlet 0, Outlet 1, " in shown
    assert "and 31 more" in shown
    every = render(view, Look(80), every=True)
    assert all(f"Outlet {number} ·" in every for number in range(40))
