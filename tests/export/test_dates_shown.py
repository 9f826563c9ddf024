from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.dates import spoken


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T07:15", "4 March 2031, 07:15"),
        ("2031-03-04T07:15:00Z", "4 March 2031, 07:15 UTC"),
        ("2031-12-31T23:59:59.5+01:00", "31 December 2031, 23:59 (+01:00)"),
        ("2031-12-31T23:59:59-03:30", "31 December 2031, 23:59 (-03:30)"),
        ("last Tuesday", "last Tuesday"),
        ("", ""),
    ],
)
def test_dates_as_an_editor_writes_them(published: str, words: str) -> None:
    assert spoken(published) == words


@given(st.text())
def test_any_text_is_shown_somehow(published: str) -> None:
    assert isinstance(spoken(published), str)
