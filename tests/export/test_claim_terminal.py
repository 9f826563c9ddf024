"""A claim in a terminal: what stands inside another is shown there, and forty copies fit a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.families import families_of
from sayso.claims.nested import inside
from sayso.claims.origins import origins_of
from sayso.claims.spread import spread_of
from sayso.export.claim_terminal import render
from sayso.export.look import Look
from sayso.export.spread_groups import grouped
from sayso.schema import Claim, ClaimView, Conflict, Copy, Entry, Inside, Shared, Span, Statement, Teller
from sayso.schema.values import Act

MARA = Teller("S1", "Mara Voss", "person", True, "harbour master")
RADEK = Teller("S2", "Jon Radek", "person", True, "baker")
COURIER = Teller("S3", "Harbour Watch", "organisation", True)
DAM = "the dam above Calder broke on Monday"


def entry(number: int, published: str | None) -> Entry:
    id, outlet = f"{number:012x}", f"Outlet {number}"
    url = f"https://o{number}.example/"
    return Entry(
        id, url, 1, True, f"Title {number}", url, outlet, None, None, published, "en", "2032-01-01", 99, "fast"
    )


def said(
    of: Entry, *chain: Teller, text: str = DAM, label: str = "A1", start: int = 0, act: Act = "statement"
) -> Statement:
    return Statement(
        id=f"{of.id}#{label}",
        article=of.id,
        content=(Span(start, 100),),
        text=text,
        form="indirect",
        act=act,
        chain=chain,
        nested_in=f"{of.id}#A1" if label != "A1" else None,
        publisher=of.publisher,
        published=of.published,
    )


def copied(giver: Entry, taker: Entry) -> Copy:
    left, right = sorted((giver.id, taker.id))
    way = "left from right" if left == taker.id else "right from left"
    return Copy(left, right, (Shared(Span(0, 400), Span(0, 400)),), 60, 0.9, 0.9, way, "it is later")


def view(
    entries: Sequence[Entry], statements: Sequence[Statement], *copies: Copy, against: tuple[str, ...] = ()
) -> ClaimView:
    claim = Claim("C0123456789", statements[0].id, tuple(one.id for one in statements), against=against)
    counted = origins_of(statements, copies, families_of(), against=against)
    by_id = {one.id: one for one in entries}
    return ClaimView(
        claim,
        tuple(statements),
        tuple(entries),
        spread_of(claim, statements, by_id, copies, counted),
        counted,
        inside=tuple(Inside(*pair) for pair in inside(statements, against).items()),
    )


def shown(of: ClaimView, *, every: bool = False) -> str:
    return " ".join(render(of, Look(80), every=every).split())


def hoax(pages: int, *, text: str = DAM) -> ClaimView:
    """One page that somebody told, and the rest copied it a minute later each, from each other in turn."""
    entries = [entry(n, f"2031-03-04T{7 + n // 60:02}:{n % 60:02}") for n in range(pages)]
    statements = [said(one, MARA, text=text if number > 3 else DAM) for number, one in enumerate(entries)]
    copies = [copied(giver, taker) for number, taker in enumerate(entries) for giver in entries[:number]]
    return view(entries, statements, *copies)


def test_what_stands_inside_is_told_there_and_counted_once() -> None:
    page = entry(1, "2031-03-04")
    firm = Teller("S9", "Calder Water", "organisation", True)
    outer = said(page, MARA, text=f"Calder Water knew that {DAM}")
    found = shown(view([page], [outer, said(page, MARA, firm, label="A2", start=40, act="thought")]))
    assert "C0123456789 · 1 report ·" in found
    assert "Mara Voss, 1 report" in found
    assert f"{outer.id} · counts: The first report that has it from Mara Voss." in found
    assert f"inside it: “{DAM}” {page.id}#A2 " in f"{found} "
    assert found.count("repeats:") == 0


def test_whom_the_inner_statement_leads_to_is_not_lost() -> None:
    """A paper passes on what a ministry says: the report counts, by the ministry, and only once."""
    page = entry(1, "2031-03-04")
    ministry = Teller("S8", "Calder Ministry", "organisation", True)
    of = view([page], [said(page, COURIER), said(page, COURIER, ministry, label="A2", start=40)])
    assert of.origins is not None
    assert [(one.name, len(one.statements)) for one in of.origins.origins] == [("Calder Ministry", 2)]
    found = shown(of)
    assert "Calder Ministry, 1 report" in found
    assert f"{page.id}#A1 · counts: The first report that has it from Calder Ministry" in found
    assert "has it from Harbour Watch, who has it from Calder Ministry" in found


def test_an_inner_statement_with_an_origin_of_its_own_says_so() -> None:
    """Somebody is said to believe what another has said: whoever believes it has not told it, the other has."""
    page = entry(1, "2031-03-04")
    of = view(
        [page],
        [said(page, COURIER, MARA, act="thought"), said(page, COURIER, MARA, RADEK, label="A2", start=40)],
    )
    assert of.origins is not None
    assert of.inside == (Inside(f"{page.id}#A2", f"{page.id}#A1"),)
    found = shown(of)
    for origin in of.origins.origins:
        assert origin.name in found
    assert "has it from Harbour Watch, who has it from Mara Voss, who has it from Jon Radek" in found
    assert found.count("counts: ") == len([one for one in of.origins.reports if one.counts == "yes"])


def test_what_reports_disagree_in_is_told_of_each_report_once() -> None:
    page, later = entry(1, "2031-03-04"), entry(2, "2031-03-05")
    statements = [said(page, MARA), said(page, MARA, label="A2", start=40), said(later, RADEK)]
    of = view([page, later], statements, against=(statements[2].id,))
    conflicts = tuple(
        Conflict("number", one.id, statements[2].id, "forty boats", "sixty boats") for one in statements[:2]
    )
    found = shown(replace(of, conflicts=conflicts))
    assert f"“forty boats” Outlet 1 · {page.id}#A1 “sixty boats” Outlet 2 · {later.id}#A1" in found


def test_many_copies_are_one_line() -> None:
    of = hoax(40)
    (first,) = grouped(of)
    assert len(first.copies) == 39
    found = shown(of)
    assert "39 more pages with the same words, all repeats: first Outlet 1, 07:01, last Outlet 39, 07:39" in found
    assert len(render(of, Look(80)).splitlines()) < 24
    every = shown(of, every=True)
    assert "more pages" not in every
    assert all(f"Outlet {n} " in every for n in range(40))


def test_few_copies_are_shown_one_by_one() -> None:
    assert [len(one.copies) for one in grouped(hoax(3))] == [0, 0, 0]
    assert [len(one.copies) for one in grouped(hoax(4))] == [3]


def test_copies_with_other_words_are_shown() -> None:
    of = hoax(8, text="the bridge at Ostrel was shut after the ice came")
    assert len(grouped(of)[0].copies) == 3
    assert len(grouped(of)) == 5
    assert len(grouped(hoax(8, text=f"CALDER, 4 March (Desk) - {DAM}"))[0].copies) == 7


def test_a_copy_that_adds_somebody_or_denies_it_is_shown() -> None:
    entries = [entry(n, f"2031-03-04T07:{n:02}") for n in range(8)]
    statements = [said(one, MARA) for one in entries]
    statements.append(said(entries[5], RADEK, label="A9", text="the dam has broken", start=100))
    copies = [copied(entries[0], taker) for taker in entries[1:]]
    of = view(entries, statements, *copies, against=(statements[6].id,))
    assert [one.page.label for one in grouped(of)] == ["Outlet 0", "Outlet 5", "Outlet 6"]
    assert "8 reports · 8 pages from 8 outlets" in shown(of)
    assert "1 page against it" in shown(of)


def test_pages_that_only_repeat_are_a_line_each_if_there_are_many() -> None:
    entries = [entry(n, f"2031-03-04T07:{n:02}") for n in range(12)]
    entries.append(entry(12, None))
    statements = [said(one, RADEK if number == 7 else MARA) for number, one in enumerate(entries)]
    of = view(entries, statements)
    assert [one.page.label for one in grouped(of) if not one.brief] == ["Outlet 0", "Outlet 7"]
    found = render(of, Look(80))
    assert f"  07:03 Outlet 3 ← has it from Mara Voss · {statements[3].id}\n" in found
    assert f"        Outlet 12 ← has it from Mara Voss · {statements[12].id}\n" in found
    assert all(one.id in found for one in statements)
    assert "One line: a page that repeats" in found
    assert "One line" not in render(of, Look(80), every=True)
    assert not any(one.brief for one in grouped(view(entries[:6], statements[:6])))


def test_very_many_origins_are_counted() -> None:
    entries = [entry(n, f"2031-03-04T07:{n:02}") for n in range(20)]
    people = [Teller("S1", f"Ada {chr(65 + n)}orn", "person", True) for n in range(20)]
    of = view(entries, [said(one, who) for one, who in zip(entries, people, strict=True)])
    assert "20 independent origins" in shown(of)
    assert "● Ada Lorn, 1 report and 8 more, --all shows each" in shown(of)
    assert "● Ada Torn, 1 report" in shown(of, every=True)
