"""The day of a publication time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.days import date_of, day_of


def test_a_day_is_that_of_the_pages_own_zone() -> None:
    assert day_of("2024-03-02") == day_of("2024-03-02T23:10:00Z") == day_of("2024-03-02T23:10:00-05:00")
    assert day_of(" 2024-03-03 ") == day_of("2024-03-02T01:00:00+09:00") + 1  # type: ignore[operator]


@pytest.mark.parametrize("published", [None, "", "3/16", "2024", "Monday", "0900-01-01", "9999-01-01", "2024-02-31"])
def test_what_news_cannot_be_of_is_no_day(published: str | None) -> None:
    assert day_of(published) is None


@given(st.text(max_size=300) | st.dates().map(str))
def test_no_text_breaks_it(text: str) -> None:
    found = date_of(text)
    assert found is None or day_of(text) == found.toordinal()
