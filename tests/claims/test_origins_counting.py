"""How the origins of a claim are counted, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from sayso.claims.families import families_of
from sayso.claims.origins import origins_of
from sayso.schema import Copy, Judgement, Origins, Report, Shared, Span, Statement, Teller

FAMILIES = families_of([("Skelby Echo", "Vale Media"), ("Ludbridge Echo", "Vale Media")])
TEXT = "The bridge at Mittelau is closed."


def person(name: str, **more: Any) -> Teller:
    return Teller(label=f"S-{name}", name=name, kind="person", named=True, **more)


def nameless(name: str, **more: Any) -> Teller:
    return Teller(label=f"S-{name}", name=name, kind="person", named=False, **more)


def body(name: str, *, named: bool = True) -> Teller:
    return Teller(label=f"S-{name}", name=name, kind="organisation", named=named)


def paper(name: str, *, named: bool = False) -> Teller:
    return Teller(label=f"S-{name}", name=name, kind="document", named=named)


def says(article: str, publisher: str | None, *chain: Teller, place: int = 0, **more: Any) -> Statement:
    """Make a statement; the time of publication follows the article's number."""
    values: dict[str, Any] = {"text": TEXT, "form": "indirect" if chain else "unsourced"} | more
    return Statement(
        id=f"{article}#A{place}",
        article=article,
        content=(Span(place * 100, place * 100 + 33),),
        chain=chain,
        publisher=publisher,
        published=f"2024-03-0{article[1:]}T08:00:00Z",
        **values,
    )


def count(*statements: Statement, **more: Any) -> Origins:
    return origins_of(statements, more.pop("copies", ()), FAMILIES, more.pop("judgements", ()), **more)


def numbers(found: Origins) -> tuple[int, int]:
    return found.least, found.most


def report_of(found: Origins, id: str) -> Report:
    return next(report for report in found.reports if report.statement == id)


def copied(left: str, right: str, direction: Any = "not known", share: float = 1.0) -> Copy:
    return Copy(left, right, (Shared(Span(0, 33), Span(0, 33)),), 9, share, share, direction)


@pytest.mark.parametrize(
    ("chains", "least", "most"),
    [
        ([[person("Edda Holm")], [person("Sem Radek")]], 2, 2),
        ([[person("Dragan Ilvesh")], [person("Ilvesh")]], 1, 1),
        ([[person("Mira Ilvesh")], [person("Dragan Ilvesh")], [person("Ilvesh")]], 2, 2),
        ([[person("Jonas Brel", role="chemist")], [person("Jonas Brel", role="mayor of Mittelau")]], 2, 2),
        ([[person("Jonas Brel", role="chemist")], [person("Jonas Brel")]], 1, 1),
        ([[person("Jonas Brel", identity="P1")], [person("Jonas Brel", identity="P2")]], 2, 2),
        ([[person("J. Brel")], [person("Jonas Brel")]], 1, 1),
        ([[nameless("nurse")], [nameless("admiral")]], 2, 2),
        ([[nameless("official")], [nameless("senior official")]], 1, 2),
        ([[nameless("source")], [nameless("nurse")], [nameless("admiral")]], 2, 3),
        ([[nameless("nurse")], [person("Hanne Ruud")]], 1, 2),
        ([[nameless("nurse")], [person("Hanne Ruud", role="transport minister")]], 2, 2),
        ([[nameless("nurse")], [nameless("admiral")], [person("Hanne Ruud")]], 2, 3),
        ([[body("police", named=False)], [body("police", named=False)]], 1, 1),
        ([[body("Interior Ministry")], [body("ministry of the interior", named=False)]], 1, 1),
        ([[body("Interior Ministry")], [person("Gerhild Tomcek", role="interior minister")]], 1, 2),
        ([[body("Interior Ministry")], [body("Halden Chemie")]], 2, 2),
        ([[body("government", named=False)], [person("Hanne Ruud", role="transport minister")]], 1, 2),
        ([[body("police", named=False)], [person("Hanne Ruud", role="nurse")]], 2, 2),
        ([[body("fire brigade", named=False)], [person("Albin Kros", affiliation="Ostrel fire brigade")]], 1, 2),
        ([[paper("survey")], [paper("survey by the Halm Institute", named=True)], [body("Halm Institute")]], 1, 1),
        ([[paper("internal memo")], [person("Dermot Vale")]], 2, 2),
        ([[paper("reports")], [person("Dermot Vale")]], 1, 2),
        ([[], [person("Dermot Vale")]], 1, 2),
        ([[], []], 1, 2),
        ([[body("Channel 24 News")], [person("Dermot Vale")]], 1, 2),
    ],
)
def test_who_is_one_with_whom(chains: Sequence[Sequence[Teller]], least: int, most: int) -> None:
    outlets = ("Harbour Post", "Calder Courier", "Radio Ellary")
    found = count(*(says(f"a{i + 1}", outlets[i], *chain) for i, chain in enumerate(chains)))
    assert numbers(found) == (least, most)


def test_a_chain_that_ends_in_an_outlet_goes_on_with_its_page() -> None:
    found = count(says("a1", "Harbour Post", person("Edda Holm")), says("a2", "Calder Courier", body("Harbour Post")))
    assert numbers(found) == (1, 1)
    assert report_of(found, "a2#A0").counts == "repeat"
    assert report_of(found, "a2#A0").because == ("a1#A0",)
    assert "Harbour Post" in report_of(found, "a2#A0").reason


def test_short_names_and_domains_are_the_outlets() -> None:
    found = count(
        says("a1", "The Harbour Post", person("Edda Holm")),
        says("a2", "Calder Courier", body("Post")),
        says("a3", None, body("harbourpost.example"), url="https://quay.example/a3"),
    )
    assert numbers(found) == (1, 1)


def test_outlets_that_cite_each_other_are_no_origin() -> None:
    found = count(
        says("a1", "Harbour Post", body("Calder Courier")), says("a2", "Calder Courier", body("Harbour Post"))
    )
    assert numbers(found) == (0, 0)
    assert [circle.names for circle in found.circles] == [("Harbour Post", "Calder Courier")]
    assert {report.counts for report in found.reports} == {"no"}


def test_a_loop_rests_on_who_began_it() -> None:
    found = count(
        says("a1", "Harbour Post", nameless("docker")),
        says("a2", "Calder Courier", body("Harbour Post")),
        says("a3", "Harbour Post", body("Calder Courier")),
    )
    assert numbers(found) == (1, 1)
    assert len(found.circles) == 1


def test_a_copy_is_its_original() -> None:
    found = count(
        says("a1", "Harbour Post", nameless("docker")),
        says("a2", "Calder Courier", nameless("docker")),
        copies=[copied("a1", "a2", "right from left")],
    )
    assert numbers(found) == (1, 1)
    assert "same words" in report_of(found, "a2#A0").reason


def test_a_lead_is_the_source_that_the_article_names() -> None:
    found = count(
        says("a1", "Harbour Post"),
        says("a1", "Harbour Post", nameless("docker"), place=1),
        says("a1", "Harbour Post", person("Sem Radek"), place=2),
    )
    assert numbers(found) == (1, 1)
    assert [report.counts for report in found.reports] == ["repeat", "repeat", "yes"]


def test_outlets_of_one_publisher_count_once() -> None:
    found = count(says("a1", "Skelby Echo"), says("a2", "Ludbridge Echo"), says("a3", "Harbour Post"))
    assert numbers(found) == (1, 2)


def test_what_a_reporter_saw_is_an_origin_for_each_publisher() -> None:
    seen = "A Harbour Post reporter saw that the bridge at Mittelau was closed."
    found = count(
        says("a1", "Harbour Post", text=seen),
        says("a2", "Calder Courier", person("Sem Radek")),
        says("a3", "Skelby Echo", text="I saw that the bridge was closed."),
        says("a4", "Ludbridge Echo", text="Our reporter saw that the bridge was closed."),
        says("a5", "Radio Ellary", text=seen),
    )
    assert numbers(found) == (3, 3)
    assert [origin.own for origin in found.origins] == [True, False, True]


@pytest.mark.parametrize("polarity", ["denied", "questioned"])
def test_who_denies_or_doubts_is_no_origin(polarity: Any) -> None:
    found = count(
        says("a1", "Harbour Post", person("Edda Holm")), says("a2", "Radio Ellary", body("Rail"), polarity=polarity)
    )
    assert numbers(found) == (1, 1)
    assert report_of(found, "a2#A0").origin is None


def test_who_says_the_contrary_is_no_origin() -> None:
    found = count(
        says("a1", "Harbour Post", person("Edda Holm")),
        says("a2", "Radio Ellary", person("Sem Radek")),
        against=["a2#A0"],
    )
    assert numbers(found) == (1, 1)
    assert report_of(found, "a2#A0").reason == "Sem Radek says the contrary: no origin for the claim."


def test_who_is_said_to_want_it_has_not_told_it() -> None:
    found = count(says("a1", "Harbour Post", person("Edda Holm"), person("Hanne Ruud"), act="plan"))
    assert [origin.name for origin in found.origins] == ["Edda Holm"]


def test_an_outlet_rests_on_what_it_says_of_the_matter() -> None:
    cites = says("a2", "Calder Courier", body("Harbour Post"))
    theirs = says("a1", "Harbour Post", person("Edda Holm"))
    found = count(cites, beside=[theirs])
    assert [origin.name for origin in found.origins] == ["Edda Holm"]
    assert [report.statement for report in found.reports] == ["a2#A0"]


def judged(decision: Any, subject: str, other: str, **more: Any) -> Judgement:
    return Judgement("J1", decision, subject, other, None, "Ada", "2024-04-01", **more)


def test_a_dependent_report_adds_nothing() -> None:
    two = (says("a1", "Harbour Post", person("Edda Holm")), says("a2", "Radio Ellary", person("Sem Radek")))
    for subject, other in (("a2#A0", "a1#A0"), ("a2", "a1")):
        found = count(*two, judgements=[judged("dependent", subject, other)])
        assert numbers(found) == (1, 1)
        assert "J1" in report_of(found, "a2#A0").because
    undone = judged("dependent", "a2", "a1", undone="2024-04-02", undone_by="Ada")
    assert count(*two, judgements=[undone]) == count(*two)


def test_people_say_who_is_one_and_who_is_not() -> None:
    two = (says("a1", "Harbour Post", nameless("official")), says("a2", "Radio Ellary", nameless("official")))
    ids = ("a1#S-official", "a2#S-official")
    assert numbers(count(*two)) == (1, 2)
    assert numbers(count(*two, judgements=[judged("same speaker", *ids)])) == (1, 1)
    assert numbers(count(*two, judgements=[judged("not the same speaker", *ids)])) == (2, 2)


def test_namesakes_by_a_persons_word() -> None:
    two = (says("a1", "Harbour Post", person("Jonas Brel")), says("a2", "Radio Ellary", person("Jonas Brel")))
    verdict = judged("not the same speaker", "a1#S-Jonas Brel", "a2#S-Jonas Brel")
    assert (numbers(count(*two)), numbers(count(*two, judgements=[verdict]))) == ((1, 1), (2, 2))


def test_nothing_has_no_origin() -> None:
    assert count() == Origins(0, 0, (), (), ())


def test_hostile_names_and_dates_do_no_harm() -> None:
    ugly = ("", " ", "\x00", "; ; ;", "the", "a" * 100_000, "‮", "https://[", "-", "’s", ";".join("abc" * 50))
    statements = [
        says(f"a{i % 9 + 1}", name, person(name), body(name), nameless(name), place=i, url="http://[")
        for i, name in enumerate(ugly)
    ]
    found = count(*statements, credits={"a1": "\ud800"})
    assert found.least <= found.most <= len(statements)


@pytest.mark.parametrize("sort", ["named", "bare", "citing", "nameless", "chain", "mixed"])
def test_ten_thousand_reports(sort: str) -> None:
    size = 10_000
    one = person("Edda Holm")
    chains: list[tuple[Teller, ...]] = []
    for i in range(size):
        kinds = {
            "named": (person(f"Ann Number{i}"),),
            "bare": (),
            "citing": (body("Outlet 0 News"),) if i else (one,),
            "nameless": (nameless("official"),),
            "chain": (body(f"Outlet {i - 1} News"),) if i else (one,),
        }
        chains.append(kinds[sort] if sort != "mixed" else list(kinds.values())[i % 4])
    statements = [
        Statement(
            id=f"{i:012x}#A1",
            article=f"{i:012x}",
            content=(Span(0, 33),),
            text=TEXT,
            form="indirect",
            chain=chain,
            publisher=f"Outlet {i} News",
            published="2024-03-01",
        )
        for i, chain in enumerate(chains)
    ]
    found = count(*statements)
    expected = {"named": (size, size), "bare": (1, size), "citing": (1, 1), "nameless": (1, size), "chain": (1, 1)}
    assert sort == "mixed" or numbers(found) == expected[sort]
    assert len(found.reports) == size
