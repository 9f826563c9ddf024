"""What must hold for the number of origins of any claim, whatever its reports."""

from __future__ import annotations

import random as randomness
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.claims.families import Families, Known, families_of
from sayso.claims.origins import origins_of
from sayso.schema import Copy, Judgement, Origins, Shared, Span, Statement, Teller

PUBLISHERS = ("Harbour Post", "Calder Courier", "Radio Ellary", "VTA", "Skelby Echo", "Ludbridge Echo", None)
# Who is an outlet has to be known: that a name is one's is learnt from its first page at the latest, and changes what
# the reports that cite it are worth.
FAMILIES = families_of(
    [("Skelby Echo", "Vale Media"), ("Ludbridge Echo", "Vale Media")],
    known=[Known("VTA", "VTA", True, ()), Known("Calder Courier", "Calder Courier", False, ())],
)
TEXT = "The old bridge at Mittelau has been closed."


def teller(name: str, kind: str | None = "person", named: bool = True, **more: object) -> Teller:
    return Teller(label=f"S{name}", name=name, kind=kind, named=named, **more)  # type: ignore[arg-type]


TELLERS = (
    teller("Dragan Ilvesh", role="mayor of Mittelau"),
    teller("Ilvesh"),
    teller("Hanne Ruud", role="nurse"),
    teller("Petra Halvorsen", role="transport minister"),
    teller("Jost Amend", identity="P1"),
    teller("Amend", identity="P1"),
    teller("Jost Amend", identity="P2"),
    teller("Transport Ministry", "organisation"),
    teller("police", "group", named=False),
    teller("senior official", named=False),
    teller("another official", named=False),
    teller("nurse", named=False),
    teller("source", named=False),
    teller("residents", "group", named=False),
    teller("survey", "document", named=False),
    teller("survey by the Halm Institute", "document"),
    teller("Halm Institute", "organisation"),
    teller("tweet", "document", named=False, channel="tweet"),
    teller("reports", "document", named=False),
    teller("Harbour Post", "organisation"),
    teller("Calder Courier", "organisation"),
    teller("VTA", "organisation"),
    teller("Post", "organisation"),
    teller("Channel 24", "organisation"),
    teller("author", "group", named=False),
)
CHAINS = st.lists(st.sampled_from(TELLERS), max_size=2, unique_by=lambda t: t.label).map(tuple)
DATES = st.sampled_from(("2024-03-01T08:00:00+01:00", "2024-03-01T09:00:00Z", "2024-03-01", "2024-03-02", "3/16", None))
TEXTS = st.sampled_from((TEXT, "I saw that the bridge was closed.", "A VTA reporter saw that the bridge was closed."))


@st.composite
def reports(draw: st.DrawFn, size_max: int = 12) -> list[Statement]:
    """Make statements of one claim; several may stand in one article."""
    found = []
    of_article: dict[int, tuple[str | None, str | None]] = {}
    for number in range(draw(st.integers(1, size_max))):
        page = draw(st.integers(0, size_max))
        publisher, date = of_article.setdefault(page, (draw(st.sampled_from(PUBLISHERS)), draw(DATES)))
        chain, text = draw(CHAINS), draw(TEXTS)
        found.append(
            Statement(
                id=f"a{page:02}#A{number}",
                article=f"a{page:02}",
                content=(Span(number * 100, number * 100 + len(text)),),
                text=text,
                form="indirect" if chain else "unsourced",
                polarity=draw(st.sampled_from(("affirmed",) * 6 + ("denied", "questioned"))),
                knows=draw(st.sampled_from((None, None, "saw it"))),
                chain=chain,
                publisher=publisher,
                published=date,
            )
        )
    return found


def copy_between(left: Statement, right: Statement, direction: str = "not known", share: float = 1.0) -> Copy:
    one, other = (left, right) if left.article < right.article else (right, left)
    if one is right:
        direction = {"left from right": "right from left", "right from left": "left from right"}.get(
            direction, direction
        )
    passages = (Shared(one.content[0], other.content[0]),)
    return Copy(one.article, other.article, passages, 9, share, share, direction)  # type: ignore[arg-type]


@st.composite
def claims(draw: st.DrawFn) -> tuple[list[Statement], list[Copy], list[Judgement]]:
    """Make a claim with copies among its articles, and judgements about its statements and speakers."""
    statements = draw(reports())
    pairs = draw(st.lists(st.tuples(st.sampled_from(statements), st.sampled_from(statements)), max_size=3))
    ways = st.sampled_from(("left from right", "right from left", "from a third", "not known"))
    copies = {
        (copy.left, copy.right): copy
        for left, right in pairs
        if left.article != right.article
        for copy in [copy_between(left, right, draw(ways), draw(st.sampled_from((0.1, 0.9))))]
    }
    speakers = [f"{s.article}#{s.chain[-1].label}" for s in statements if s.chain]
    judgements = []
    for number in range(draw(st.integers(0, 2))):
        decision = draw(st.sampled_from(("dependent", "same speaker", "not the same speaker")))
        among = [s.id for s in statements] + [s.article for s in statements] if decision == "dependent" else speakers
        if among:
            subject, other = draw(st.sampled_from(among)), draw(st.sampled_from(among))
            judgements.append(Judgement(f"J{number + 1}", decision, subject, other, None, "Ada", "2024-04-01"))
    return statements, list(copies.values()), judgements


def count(
    statements: Sequence[Statement],
    copies: Sequence[Copy] = (),
    judgements: Sequence[Judgement] = (),
    families: Families = FAMILIES,
) -> Origins:
    return origins_of(statements, copies, families, judgements)


@given(claims(), st.data())
def test_a_copy_never_raises_it(
    claim: tuple[list[Statement], list[Copy], list[Judgement]], data: st.DataObject
) -> None:
    statements, copies, judgements = claim
    copied = data.draw(st.sampled_from(statements))
    taken = replace(
        copied,
        id="b00#A1",
        article="b00",
        # Of an outlet that others cite it would change what they rest on.
        publisher=data.draw(st.sampled_from(("Fresh Wind", None))),
        published=data.draw(DATES),
    )
    way = data.draw(st.sampled_from(("left from right", "not known")))
    before = count(statements, copies, judgements)
    after = count([*statements, taken], [*copies, copy_between(taken, copied, way)], judgements)
    assert after.least <= before.least
    assert after.most <= before.most


@given(claims())
def test_an_independent_first_hand_report_raises_the_most_by_one(
    claim: tuple[list[Statement], list[Copy], list[Judgement]],
) -> None:
    statements, copies, judgements = claim
    told = Statement(
        id="b00#A1",
        article="b00",
        content=(Span(0, 9),),
        text=TEXT,
        form="direct",
        chain=(teller("Wendell Aarnes"),),
        publisher="Fresh Wind",
        published="2024-03-01T08:30:00+01:00",
    )
    before, after = count(statements, copies, judgements), count([*statements, told], copies, judgements)
    assert after.most == before.most + 1
    assert before.least <= after.least <= before.least + 1


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    claim: tuple[list[Statement], list[Copy], list[Judgement]], random: randomness.Random
) -> None:
    statements, copies, judgements = claim
    mixed = [list(statements), list(copies)]
    for those in mixed:
        random.shuffle(those)
    assert count(mixed[0], mixed[1], judgements) == count(statements, copies, judgements)  # type: ignore[arg-type]


@given(claims())
def test_undoing_a_judgement_restores_it(claim: tuple[list[Statement], list[Copy], list[Judgement]]) -> None:
    statements, copies, judgements = claim
    undone = [replace(judgement, undone="2024-05-01", undone_by="Ada") for judgement in judgements]
    assert count(statements, copies, undone) == count(statements, copies)


@given(claims())
def test_a_dependent_report_never_raises_it(claim: tuple[list[Statement], list[Copy], list[Judgement]]) -> None:
    statements, copies, _ = claim
    for on in statements[1:]:
        judged = Judgement("J1", "dependent", statements[0].id, on.id, None, "Ada", "2024-04-01")
        assume(on.polarity == "affirmed")
        assert count(statements, copies, [judged]).most <= count(statements, copies).most


@given(claims())
def test_least_and_most_open_into_reports(claim: tuple[list[Statement], list[Copy], list[Judgement]]) -> None:
    statements, copies, judgements = claim
    found = count(statements, copies, judgements)
    assert 0 <= found.least <= found.most
    assert sorted(report.statement for report in found.reports) == sorted(s.id for s in statements)
    assert len(found.origins) == found.most
    assert sum(report.counts == "yes" for report in found.reports) == found.least
    assert sum(report.counts in ("yes", "maybe") for report in found.reports) == found.most
    assert (found.least >= 1) == any(report.origin for report in found.reports)
    assert all(report.reason.endswith(".") for report in found.reports)
    known = {origin.id for origin in found.origins}
    assert all(set(origin.possibly) <= known - {origin.id} for origin in found.origins)
    assert {report.origin for report in found.reports if report.counts in ("yes", "maybe")} == known


@given(claims(), st.permutations(range(14)))
def test_other_ids_change_nothing(
    claim: tuple[list[Statement], list[Copy], list[Judgement]], other: Sequence[int]
) -> None:
    statements, copies, judgements = claim

    def renamed(id: str) -> str:
        return f"a{other[int(id[1:3])]:02}{id[3:]}"

    new = [replace(s, id=renamed(s.id), article=renamed(s.article)) for s in statements]
    turned = []
    for copy in copies:
        left, right = renamed(copy.left), renamed(copy.right)
        moved = replace(copy, left=left, right=right)
        if left > right:
            way = {"left from right": "right from left", "right from left": "left from right"}
            passages = tuple(Shared(p.right, p.left) for p in copy.passages)
            direction = way.get(copy.direction, copy.direction)
            moved = Copy(right, left, passages, 9, copy.right_share, copy.left_share, direction)  # type: ignore[arg-type]
        turned.append(moved)
    judged = [replace(j, subject=renamed(j.subject), other=renamed(j.other or "")) for j in judgements]
    before, after = count(statements, copies, judgements), count(new, turned, judged)
    assert (before.least, before.most) == (after.least, after.most)
