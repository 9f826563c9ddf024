"""Origins of a claim as a terminal shows them."""

from __future__ import annotations

from sayso.export.look import Look
from sayso.export.origins_terminal import headline, render
from sayso.schema import Circle, Origin, Origins, Report, Span, Statement, Teller

HOLM = Teller(label="S1", name="Edda Holm", kind="person", named=True, role="baker", channel="interview")


def statement(id: str, publisher: str, *chain: Teller) -> Statement:
    return Statement(
        id=id,
        article=id.partition("#")[0],
        content=(Span(0, 9),),
        text="It closed",
        form="indirect" if chain else "unsourced",
        chain=chain,
        publisher=publisher,
        published="2024-03-01T08:00:00Z",
    )


STATEMENTS = [
    statement("a1#A1", "Harbour Post", HOLM),
    statement("a2#A1", "Calder \x1b[31mCourier", HOLM),
    statement("a3#A1", "Radio Ellary", HOLM),
    statement("a4#U1", "Skelby Echo"),
    statement("a5#A1", "VTA", HOLM),
]
COUNTED = Origins(
    least=1,
    most=2,
    origins=(
        Origin("O1", "Edda Holm", "person", statements=("a1#A1", "a2#A1", "a3#A1")),
        Origin("O2", "Skelby Echo", "organisation", named=False, statements=("a4#U1",), possibly=("O1",)),
    ),
    reports=(
        Report("a1#A1", "O1", "yes", "The first report that has it from Edda Holm."),
        Report("a2#A1", "O1", "repeat", "It cites Harbour Post.", ("a1#A1",)),
        Report("a3#A1", "O1", "repeat", "It cites Harbour Post.", ("a1#A1",)),
        Report("a4#U1", "O2", "maybe", "Skelby Echo names no source."),
        Report("a5#A1", None, "no", "VTA denies it."),
    ),
    circles=(Circle(("Harbour Post", "Calder Courier"), ("a1#A1", "a2#A1")),),
)


def test_every_number_opens_into_reports() -> None:
    shown = render(COUNTED, STATEMENTS, Look(width=120))
    assert shown.startswith("At least 1, at most 2 independent origins behind 5 reports (2 repeat, 1 not for it)\n")
    assert "Circular: Harbour Post → Calder Courier → Harbour Post" in shown
    assert "perhaps one of its own, perhaps O1 Edda Holm" in shown
    assert "2 reports: Calder" in shown
    assert "Edda Holm, baker (interview) › Harbour Post" in shown
    for report in COUNTED.reports:
        assert report.statement in shown
    assert "\x1b" not in shown


def test_all_reports_one_by_one() -> None:
    shown = render(COUNTED, STATEMENTS, Look(width=70), reports_max=None)
    assert "2 reports" not in shown
    assert max(map(len, shown.splitlines())) <= 70


def test_few_rows_say_how_many_are_left() -> None:
    assert "and 2 more reports" in render(COUNTED, STATEMENTS, Look(), reports_max=1)


def test_plain_terminals_get_ascii() -> None:
    assert render(COUNTED, STATEMENTS, Look(encoding="ascii")).isascii()


def test_one_number_where_there_is_no_doubt() -> None:
    assert headline(Origins(1, 1, COUNTED.origins[:1], COUNTED.reports[:1])) == "1 independent origin behind 1 report"
    assert headline(Origins(0, 0, (), COUNTED.reports[:1], COUNTED.circles)).startswith(
        "No origin at all behind 1 report"
    )


def test_statements_that_are_not_given_are_named_by_id() -> None:
    assert "a1#A1" in render(COUNTED, [])
