from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import readings

from samples import BRIDGE
from sayso.export.rows import DEPTH_MAX, rows, shorten
from sayso.schema import Reading


def test_rows_say_who_says_what_in_what_form() -> None:
    found = list(rows(BRIDGE))
    assert [row.who for row in found] == [
        "Ada Quill, the mayor of Tarnmouth",
        "Harbour master Bo Linde",
        "engineers",
        "Linde",
        "The council",
        "It",
    ]
    assert [row.form for row in found] == ["direct", "mixed", "mixed", "direct", "indirect, denied", "indirect, plan"]
    assert [row.parent for row in found] == [None, None, 2, None, None, None]
    assert [row.depth for row in found] == [0, 0, 1, 0, 0, 0]


@given(readings())
def test_nesting_that_goes_in_a_circle_ends(reading: Reading) -> None:
    assert all(row.depth <= min(len(reading.attributions), DEPTH_MAX) for row in rows(reading))


@given(st.text(), st.integers(2, 60))
def test_shortened_text_fits(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length
    assert shorten(text, length) == text or shorten(text, length).endswith("…")
