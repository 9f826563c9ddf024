"""The list of mistakes shows what was wanted and what was read."""

from __future__ import annotations

import pytest

from evals.told import Told
from evals.wrong import differs, shown

WANTED = Told("Ada Quill", kind="person", via=("The Herring",), channels=frozenset(["radio", "TV"]), knows="saw it")


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("speakers", "Ada Quill"),
        ("hops", "The Herring > Ada Quill"),
        ("channels", "TV, radio"),
        ("kinds", "Ada Quill: person"),
        ("knows", "saw it"),
    ],
)
def test_what_differs_is_shown(what: str, line: str) -> None:
    assert shown(what, WANTED) == line
    assert not differs(what, WANTED, WANTED)
    assert differs(what, WANTED, Told("Bo Orr"))
