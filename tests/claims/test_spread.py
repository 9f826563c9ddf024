"""Who had a claim when, and from whom."""

from __future__ import annotations

import random

from sayso.claims.spread import spread_of
from sayso.schema import Claim, Copy, Entry, Origin, Origins, Report, Shared, Span, Spread, Statement, Teller
from sayso.schema.values import Act

MARA = Teller("S1", "Mara Voss", "person", True, "harbour master")
OFFICIAL = Teller("S2", "local official", "person", False)


def entry(id: str, outlet: str, published: str | None) -> Entry:
    return Entry(
        id,
        id,
        1,
        True,
        f"Title {id}",
        f"https://{id}.example/",
        outlet,
        None,
        None,
        published,
        "en",
        "2032-01-01",
        9,
        "fast",
    )


def told(of: Entry, *chain: Teller) -> Statement:
    form = "indirect" if chain else "unsourced"
    return Statement(f"{of.id}#A1", of.id, (Span(10, 50),), "the dam broke", form, chain=chain)


def shared(taker: str, giver: str, *, words: int = 60, credit: str | None = None, place: int = 0) -> Copy:
    left, right = sorted((taker, giver))
    direction = "left from right" if left == taker else "right from left"
    span = Span(place, place + 60)
    return Copy(
        left, right, (Shared(span, span),), words, 0.5, 0.5, "from a third" if credit else direction, "because", credit
    )


def spread(statements: list[Statement], entries: list[Entry], *copies: Copy, origins: Origins | None = None) -> Spread:
    claim = Claim("C0123456789", statements[0].id, tuple(one.id for one in statements))
    return spread_of(claim, statements, {one.id: one for one in entries}, copies, origins)


def ways(found: Spread) -> list[tuple[str, str, str]]:
    names = {station.id: station.label for station in found.stations}
    return [(names[one.source], one.how, names[one.target]) for one in found.passings]


def test_from_the_origin_through_tellers_to_pages_in_order_of_time() -> None:
    first, second = entry("a", "Calder Courier", "2031-03-04T09:00"), entry("b", "Daily Pennant", "2031-03-04T07:00")
    undated = entry("c", "Blog", None)
    wire = Teller("S9", "Desk Wire", "organisation", True)
    found = spread([told(first, MARA), told(second, wire, MARA), told(undated)], [first, second, undated])
    assert [page.label for page in found.pages] == ["Daily Pennant", "Calder Courier", "Blog"]
    assert [(one.label, one.kind) for one in found.stations if one.kind != "page"] == [
        ("Mara Voss", "origin"),
        ("Desk Wire", "teller"),
    ]
    assert ways(found) == [
        ("Mara Voss", "told", "Desk Wire"),
        ("Desk Wire", "told", "Daily Pennant"),
        ("Mara Voss", "told", "Calder Courier"),
    ]
    assert [page.sourced for page in found.pages] == [True, True, False]


def test_a_copy_is_joined_to_the_page_it_copied() -> None:
    first, second = entry("a", "Calder Courier", "2031-03-04"), entry("b", "Daily Pennant", "2031-03-05")
    statements = [told(first, MARA), told(second, MARA)]
    found = spread(statements, [first, second], shared("b", "a"))
    assert ways(found) == [("Mara Voss", "told", "Calder Courier"), ("Calder Courier", "copied", "Daily Pennant")]
    assert found.passings[-1].reason == "because"
    elsewhere = spread(statements, [first, second], shared("b", "a", place=300))
    assert ("Mara Voss", "told", "Daily Pennant") in ways(elsewhere)  # other words than the claim's were copied


def test_a_page_that_names_another_outlet_cites_its_page() -> None:
    first, second = entry("a", "The Calder Courier", "2031-03-04"), entry("b", "Daily Pennant", "2031-03-05")
    courier = Teller("S3", "Calder Courier", "organisation", True)
    found = spread([told(first, MARA), told(second, courier, MARA)], [first, second])
    assert ways(found) == [
        ("Mara Voss", "told", "The Calder Courier"),
        ("The Calder Courier", "cited", "Daily Pennant"),
    ]
    # What is published later cannot be the source.
    found = spread([told(first, MARA), told(second, courier, MARA)], [first, entry("b", "Daily Pennant", "2031-03-03")])
    assert ("Calder Courier", "told", "Daily Pennant") in ways(found)


def test_pages_with_the_text_of_one_wire_have_it_from_the_wire() -> None:
    first, second = entry("a", "Calder Courier", "2031-03-04"), entry("b", "Daily Pennant", "2031-03-05")
    found = spread([told(first, MARA), told(second, MARA)], [first, second], shared("a", "b", credit="VTA"))
    assert sorted(ways(found)) == [
        ("Mara Voss", "told", "VTA"),
        ("VTA", "copied", "Calder Courier"),
        ("VTA", "copied", "Daily Pennant"),
    ]


def test_the_nameless_are_never_taken_for_one() -> None:
    first, second = entry("a", "Calder Courier", "2031-03-04"), entry("b", "Daily Pennant", "2031-03-05")
    found = spread([told(first, OFFICIAL), told(second, OFFICIAL)], [first, second])
    assert len([one for one in found.stations if one.kind == "origin"]) == 2


def test_what_was_counted_as_one_origin_is_one_station() -> None:
    first, second = entry("a", "Calder Courier", "2031-03-04"), entry("b", "Daily Pennant", "2031-03-05")
    statements = [told(first, MARA), told(second, OFFICIAL)]
    ids = tuple(one.id for one in statements)
    origins = Origins(
        1, 1, (Origin("O1", "Mara Voss", "person", statements=ids),),
        (Report(ids[0], "O1", "yes", ""), Report(ids[1], "O1", "repeat", "", (ids[0],))),
    )  # fmt: skip
    found = spread(statements, [first, second], origins=origins)
    assert [one.label for one in found.stations if one.kind == "origin"] == ["Mara Voss"]


def test_two_that_cite_each_other_do_not_hang() -> None:
    first, second = entry("a", "Calder Courier", "2031-03-04"), entry("b", "Daily Pennant", "2031-03-04")
    one = Teller("S1", "Daily Pennant", "organisation", True)
    other = Teller("S1", "Calder Courier", "organisation", True)
    found = spread([told(first, one), told(second, other)], [first, second])
    assert ("Calder Courier", "cited", "Daily Pennant") in ways(found)
    assert ("Daily Pennant", "cited", "Calder Courier") in ways(found)


def test_the_order_of_arguments_does_not_matter() -> None:
    entries = [entry(f"a{n}", f"Outlet {n}", f"2031-03-0{n % 5 + 1}" if n % 4 else None) for n in range(9)]
    statements = [told(one, OFFICIAL if n % 3 else MARA) for n, one in enumerate(entries)]
    copies = [shared("a3", "a1"), shared("a5", "a3"), shared("a7", "a8", credit="VTA"), shared("a2", "a6")]
    claim = Claim("C0123456789", statements[0].id, tuple(one.id for one in statements))
    expected = spread_of(claim, statements, {one.id: one for one in entries}, copies)
    for seed in range(5):
        random.Random(seed).shuffle(statements)
        random.Random(seed).shuffle(copies)
        assert spread_of(claim, statements, {one.id: one for one in entries}, copies) == expected


def nested(of: Entry, label: str, place: tuple[int, int], *chain: Teller, act: Act = "statement") -> Statement:
    within = f"{of.id}#A1" if label != "A1" else None
    return Statement(
        f"{of.id}#{label}", of.id, (Span(*place),), "the dam broke", "indirect", act, chain=chain, nested_in=within
    )


def test_of_statements_inside_each_other_the_one_that_leads_furthest_is_followed() -> None:
    page, paper = entry("a", "Calder Courier", "2031-03-04"), Teller("S3", "Harbour Watch", "organisation", True)
    outer, inner = nested(page, "A1", (0, 60), paper), nested(page, "A2", (20, 60), paper, MARA)
    reports = (Report(outer.id, "O1", "repeat", "outer"), Report(inner.id, "O1", "yes", "first"))
    origins = Origins(1, 1, (Origin("O1", "Mara Voss", "person", statements=(outer.id, inner.id)),), reports)
    found = spread([outer, inner], [page], origins=origins)
    assert ways(found) == [("Mara Voss", "told", "Harbour Watch"), ("Harbour Watch", "told", "Calder Courier")]
    assert found.pages[0].statements == (outer.id, inner.id)


def test_whom_somebody_says_to_know_it_is_not_drawn_as_telling_it() -> None:
    page, firm = entry("a", "Calder Courier", "2031-03-04"), Teller("S3", "Calder Water", "organisation", True)
    statements = [nested(page, "A1", (0, 60), MARA), nested(page, "A2", (20, 60), MARA, firm, act="thought")]
    assert ways(spread(statements, [page])) == [("Mara Voss", "told", "Calder Courier")]


def test_the_outlet_of_the_page_tells_nothing_under_its_short_name_either() -> None:
    page = entry("a", "Ludbridge Argus", "2031-03-04")
    argus = Teller("S4", "the Argus", "organisation", True)
    assert ways(spread([told(page, argus, MARA)], [page])) == [("Mara Voss", "told", "Ludbridge Argus")]
    child = Teller("S4", "Argus", "person", True)
    assert ways(spread([told(page, child, MARA)], [page]))[0] == ("Mara Voss", "told", "Argus")
