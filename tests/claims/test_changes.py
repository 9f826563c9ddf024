"""What changed between two versions of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.changes import changes_between
from sayso.schema import Change, Statement, Teller


def statements(version: str, *texts: str | tuple[str, str]) -> list[Statement]:
    """Give statements; a pair is a text and its speaker, a text alone is unsourced."""
    return [
        Statement(f"{version}#A{n}", version, (), one[0], "direct", chain=(Teller("S1", one[1]),))
        if isinstance(one, tuple)
        else Statement(f"{version}#U{n}", version, (), one, "unsourced")
        for n, one in enumerate(texts, 1)
    ]


GATE = "the harbour gate was shut on Monday"
HURT = ("Nobody was hurt when the mast came down", "Jonas Ruud")
COST = "The repair is to cost three million crowns."


def test_the_same_statements_have_not_changed() -> None:
    assert changes_between(statements("a", GATE, HURT), statements("b", GATE, HURT)) == ()


def test_typography_and_white_space_are_no_change() -> None:
    before = statements("a", '"It’s shut,"  he said - twice')
    assert changes_between(before, statements("b", "“It's shut,” he said – twice")) == ()


def test_a_changed_number_is_a_rewording() -> None:
    after = ("Two people were hurt when the mast came down", "Jonas Ruud")
    found = changes_between(statements("a", GATE, HURT, COST), statements("b", GATE, after, COST))
    assert found == (Change("reworded", "a#A2", "b#A2", HURT[0], after[0]),)


def test_the_same_words_from_another_speaker_are_told() -> None:
    found = changes_between(statements("a", GATE, HURT), statements("b", GATE, (HURT[0], "Petra Halvorsen")))
    assert found == (Change("reattributed", "a#A2", "b#A2", HURT[0], HURT[0]),)


def test_words_that_lose_their_speaker_are_told() -> None:
    assert [one.what for one in changes_between(statements("a", HURT), statements("b", HURT[0]))] == ["reattributed"]


def test_what_came_and_went_is_told_in_the_order_of_the_page() -> None:
    before = statements("a", GATE, HURT, COST)
    after = statements("b", "A ferry was called in from Vennport in the night.", GATE, COST, "The port is silent.")
    assert [(one.what, one.before_text or one.after_text) for one in changes_between(before, after)] == [
        ("added", "A ferry was called in from Vennport in the night."),
        ("removed", HURT[0]),
        ("added", "The port is silent."),
    ]


def test_what_moved_has_not_changed() -> None:
    assert changes_between(statements("a", GATE, HURT, COST), statements("b", COST, GATE, HURT)) == ()


def test_a_rewording_is_sought_where_the_statement_stood() -> None:
    before = statements("a", "Ten boats were lost at Ostrel", GATE, "Ten boats were lost at Tilsen")
    after = statements("b", "Ten boats were sunk at Ostrel", GATE, "Ten boats were sunk at Tilsen")
    assert [(one.before, one.after) for one in changes_between(before, after)] == [("a#U1", "b#U1"), ("a#U3", "b#U3")]


def test_one_of_two_that_say_the_same_is_missed_when_it_goes() -> None:
    found = changes_between(statements("a", GATE, GATE), statements("b", GATE))
    assert [one.what for one in found] == ["removed"]


texts = st.lists(
    st.sampled_from([GATE, COST, HURT, "a", "", "a b c d e", "a b c d f", ("a", "x"), ("a", "y")]), max_size=8
)


@given(texts, texts)
def test_every_statement_is_accounted_for_once(
    before: list[str | tuple[str, str]], after: list[str | tuple[str, str]]
) -> None:
    old, new = statements("a", *before), statements("b", *after)
    found = changes_between(old, new)
    for side in ([one.before for one in found], [one.after for one in found]):
        ids = [id for id in side if id is not None]
        assert len(ids) == len(set(ids))
    unchanged = len(old) - sum(one.before is not None for one in found)
    assert unchanged == len(new) - sum(one.after is not None for one in found)
    for one in found:
        assert (one.before is None) == (one.what == "added")
        assert (one.after is None) == (one.what == "removed")
    assert changes_between(old, statements("b", *before)) == ()


def test_very_long_versions_are_compared_in_time() -> None:
    old = statements("a", *(f"Boat {n} was lost at {n * 7919 % 1000} in the night" for n in range(3000)))
    new = statements("b", *(f"Ship {n} has come to {n * 6271 % 1000} by morning light" for n in range(3000)))
    found = changes_between(old, new)
    assert sum(one.before is not None for one in found) == 3000
