"""Times of a statement, counted from the day of publication, and how two of them agree."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.date_agreement import agree, agree_all
from sayso.claims.dates import dates_in
from sayso.claims.days import day_of

WEDNESDAY = "2017-03-15"


@pytest.mark.parametrize(
    ("text", "start", "end", "bound"),
    [
        ("on Monday", "2017-03-13", "2017-03-13", "in"),
        ("Tuesday night", "2017-03-14", "2017-03-14", "in"),
        ("last Wednesday", "2017-03-08", "2017-03-08", "in"),
        ("he will leave on Friday", "2017-03-17", "2017-03-17", "in"),
        ("next Tuesday", "2017-03-21", "2017-03-21", "in"),
        ("yesterday", "2017-03-14", "2017-03-14", "in"),
        ("last week", "2017-03-06", "2017-03-12", "in"),
        ("earlier this week", "2017-03-13", "2017-03-19", "in"),
        ("last month", "2017-02-01", "2017-02-28", "in"),
        ("next year", "2018-01-01", "2018-12-31", "in"),
        ("the past two years", "2015-03-16", "2017-03-15", "in"),
        ("two years ago", "2014-09-15", "2015-09-14", "in"),
        ("ten days ago", "2017-03-05", "2017-03-05", "in"),
        ("10 days from now", "2017-03-25", "2017-03-25", "in"),
        ("on March 3", "2017-03-03", "2017-03-03", "in"),
        ("in December", "2016-12-01", "2016-12-31", "in"),
        ("March 3, 2015", "2015-03-03", "2015-03-03", "in"),
        ("3 March 2015", "2015-03-03", "2015-03-03", "in"),
        ("Sept. 4, 2001", "2001-09-04", "2001-09-04", "in"),
        ("March 3-5", "2017-03-03", "2017-03-05", "in"),
        ("Monday, March 13", "2017-03-13", "2017-03-13", "in"),
        ("in May 2014", "2014-05-01", "2014-05-31", "in"),
        ("in 2015", "2015-01-01", "2015-12-31", "in"),
        ("by 2030", "2030-01-01", "2030-12-31", "by"),
        ("since 2010", "2010-01-01", "2010-12-31", "since"),
        ("2015-16", "2015-01-01", "2016-12-31", "in"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "in"),
        ("the '90s", "1990-01-01", "1999-12-31", "in"),
        ("the 19th century", "1801-01-01", "1900-12-31", "in"),
        ("last summer", "2016-06-01", "2016-08-31", "in"),
        ("the winter of 2014", "2014-12-01", "2015-02-28", "in"),
        ("3/16", "2017-03-16", "2017-03-16", "in"),
        ("2017-01-11", "2017-01-11", "2017-01-11", "in"),
        ("9/11", "2001-09-11", "2001-09-11", "in"),
    ],
)
def test_time(text, start, end, bound):
    [when] = dates_in(text, WEDNESDAY)
    assert (when.start, when.end, when.bound) == (date.fromisoformat(start), date.fromisoformat(end), bound)


@pytest.mark.parametrize(
    "text", ["it may be", "the march went on", "more than 2000 people", "for 20 years", "sun and sat"]
)
def test_no_time(text):
    assert dates_in(text, WEDNESDAY) == []


def test_hours_stand_by_themselves():
    hour, day = dates_in("at 3:30 p.m. on Monday", WEDNESDAY)
    assert (hour.clock, hour.start, day.clock) == (15 * 60 + 30, None, None)


@pytest.mark.parametrize("published", [None, "", "3/16", "2050-99-99", "0001-01-01", "9999-12-31", "Monday"])
def test_without_a_day_of_publication_expressions_can_be_compared(published):
    assert day_of(published) is None
    [one], [other] = dates_in("on Monday", published), dates_in("Monday night", published)
    assert one.start is None
    assert agree(one, other) == "equal"
    assert agree(one, dates_in("on Friday", published)[0]) == "unclear"
    assert agree(dates_in("March 3", published)[0], dates_in("March 5", published)[0]) == "contrary"


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        ("on Monday", "on March 13", "equal"),
        ("on Monday", "last month", "contrary"),
        ("on Monday", "this week", "vaguer"),
        ("on Monday", "on Tuesday", "unclear"),  # a report from another time zone
        ("on Monday", "on March 3", "contrary"),
        ("in 2015", "in 2016", "contrary"),
        ("in 2015", "since 2013", "compatible"),
        ("by 2030", "by 2035", "contrary"),
        ("in March 2015", "in 2015", "vaguer"),
        ("at 3 p.m.", "on Monday", "apart"),
        ("at 3 p.m.", "at 15:00", "equal"),
    ],
)
def test_agreement(left, right, agreement):
    [one], [other] = dates_in(left, WEDNESDAY), dates_in(right, WEDNESDAY)
    assert agree(one, other) == agree(other, one) == agreement


def test_one_day_told_on_different_days():
    [monday] = dates_in("on Monday", "2017-03-15")
    [yesterday] = dates_in("yesterday", "2017-03-14")
    assert agree(monday, yesterday) == "equal"


def test_all_times_of_two_statements():
    left = dates_in("on Monday, two years after 2015", WEDNESDAY)
    assert agree_all(left, dates_in("Monday", WEDNESDAY)) == "equal"
    assert agree_all(left, []) == "unclear"
    assert agree_all([], []) == "equal"


WORDS = "Monday March 3 31 2015 2199 , last next this week years ago 99 10000 few the in May Sept . / - 12 : pm 1990 s century 19 th summer of noon from now".split()


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), st.none() | st.text() | st.dates().map(str))
def test_any_text(text, published):
    found = dates_in(text, published)
    for when in found:
        assert when.words == when.span.of(text)
        assert (when.start is None) == (when.end is None)
        assert when.start is None or when.start <= when.end
        assert agree(when, when) == "equal"
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
        assert agree(one, other) == agree(other, one)
