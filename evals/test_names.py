"""Names are compared without titles, articles and case; ``alike`` lets them differ in length."""

from __future__ import annotations

import pytest

from evals.names import alike, same


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("Dr Ada Quill", "ada quill"), ("The Herring", "Herring"), ("Quill’s aide", "Quill's aide"), (None, None)],
)
def test_the_same(wanted: str | None, given: str | None) -> None:
    assert same(wanted, given)
    assert alike(wanted, given)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Ada Quill", "Quill"),
        ("aide", "senior aide"),
        ("Quill; Orr", "Ada Quill and Bo Orr"),
        ("ferry union of Ellary", "union of ferry workers"),
    ],
)
def test_alike_but_not_the_same(wanted: str, given: str) -> None:
    assert alike(wanted, given)
    assert not same(wanted, given)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("Ada Quill", "Bo Quill Orr"), ("Quill; Orr", "Quill"), ("aide", None), (None, "aide"), ("", "aide")],
)
def test_not_alike(wanted: str | None, given: str | None) -> None:
    assert not alike(wanted, given)
