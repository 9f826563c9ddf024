"""Words of a page that are nobody's statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.furniture import TEXT_MAX, is_furniture

FURNITURE = [
    "JUST WATCHED Ferry sinks off Pellam Replay More Videos ...",
    "Time to drain the canal Replay More Videos ... MUST WATCH Fenn: drain the canal 01:11",
    "he and Minister Jonas Ruud Jonas Erik RuudHarbour to close for the winter Council splits over mill MORE have a plan",
    "Council splits over mill Five things to know about the lock and its keeper MORE",
    "a plan of Minister Petra Fenn Petra (Pet) Anna FennOvernight: what the harbour board",
    "Want to support the Courier so we can keep telling you what the board does",
    "Follow her on Twitter at @fenn.",
    "Sign up for our letter",
]
SAID = [
    "the council has MORE to lose than the board",
    "We want MORE, he shouted",
    "McFenn McFenn and Ruud said so",
    "the ferry Ruud will sail for Pellam",
    "Follow the money, Ruud said",
    "Subscribers got their money back",
    "she watched the video more than once",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_is_seen(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_is_not_furniture(text: str) -> None:
    assert not is_furniture(text)


@given(st.text(alphabet="AaBb (.’MORE\n", max_size=3 * TEXT_MAX))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert is_furniture(text) in (True, False)
