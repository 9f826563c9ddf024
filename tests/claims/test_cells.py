from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import cells, encoder
from sayso.claims.candidates import PROBES, candidates, is_near, placed, ranges_around
from sayso.claims.cells import PERIODS, period_of, place_of, ranges_of
from sayso.claims.days import day_of

TEXTS = [
    "the ferry to Pellam will stay shut until Friday",
    "the Pellam ferry will stay shut until Friday",
    "schools in Tilsen teach chess to all ten-year-olds",
    "five thousand people marched through Calder on Sunday",
    "",
    "x " * 5000,
]


def test_a_text_has_the_same_vector_alone_and_among_others() -> None:
    together = encoder.shipped().encode(TEXTS)
    assert together.shape == (len(TEXTS), encoder.shipped().width)
    for text, vector in zip(TEXTS, together, strict=True):
        assert (encoder.shipped().encode([text])[0] == vector).all()
    assert encoder.shipped().encode([]).shape == (0, encoder.shipped().width)


def test_texts_that_say_the_like_are_near() -> None:
    vectors = encoder.shipped().encode(TEXTS[:3])
    close = encoder.cosines(vectors, vectors)
    assert close[0, 1] > 0.9 > 0.4 > close[0, 2]


def test_the_nearest_cells_come_first_and_few_are_the_first_of_many() -> None:
    vectors = encoder.shipped().encode(TEXTS)
    many = cells.shipped().near(vectors, 32)
    assert (cells.shipped().near(vectors, 4) == many[:, :4]).all()
    assert (cells.shipped().near(vectors[2:3], 32)[0] == many[2]).all()
    assert cells.cells_near(vectors[0], 5) == many[0, :5].tolist()


@pytest.mark.parametrize("published", ["", None, "3/16", "0900-01-01", "9999-01-01", "2024-02-31", "x" * 1000])
def test_what_is_no_date_has_no_period(published: str | None) -> None:
    assert day_of(published) is None
    assert period_of(day_of(published)) == 0


@given(st.dates(), st.dates())
def test_ranges_hold_the_places_of_their_days(one: object, other: object) -> None:
    days = [day for day in (day_of(str(one)), day_of(str(other))) if day is not None]
    if not days:
        return
    low, high = ranges_of([7], min(days), max(days))[0]
    assert all(low <= place_of(7, day) <= high for day in days)
    assert not low <= place_of(7, None) <= high
    whole = ranges_of([7])[0]
    assert all(whole[0] <= place_of(7, day) <= whole[1] for day in [*days, None])
    assert 0 <= place_of(7, days[0]) // PERIODS == 7


def test_candidates_are_the_same_from_either_side() -> None:
    texts = [f"{who} said the {thing} in Calder {what}" for who in ("Fenn", "Ruud") for thing in ("ferry", "bridge", "mill")
             for what in ("will stay shut", "is to open again", "burned down on Monday", "was sold to a bank")]  # fmt: skip
    vectors = encoder.shipped().encode(texts)
    days = [day_of(f"2024-0{1 + index % 3}-1{index % 10}") if index % 5 else None for index in range(len(texts))]
    every = placed(range(len(texts)), days, vectors, cells.shipped())

    def pairs(new: list[int]) -> set[tuple[int, int]]:
        part = placed(new, [days[i] for i in new], vectors[new], cells.shipped())
        found = candidates(part, every, cells.shipped())
        held = {(min(c.new, c.other), max(c.new, c.other)) for c in found if is_near(c, days[c.new], days[c.other])}
        assert len(found) == len({(min(c.new, c.other), max(c.new, c.other)) for c in found})
        ranges = ranges_around(part, [days[i] for i in new])
        for one, other in held:
            place = every.places[other if one in new else one]
            assert any(low <= place <= high for low, high in ranges)
        return held

    whole = pairs(list(range(len(texts))))
    assert whole
    assert whole == set().union(*(pairs([index]) for index in range(len(texts))))
    assert every.near.shape == (len(texts), PROBES)
    assert candidates(placed([], [], vectors[:0], cells.shipped()), every, cells.shipped()) == []
    assert np.array_equal(every.vectors, vectors)
