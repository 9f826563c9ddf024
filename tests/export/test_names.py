"""Every format says which page a reading is of, even where the page has no address and no title."""

from __future__ import annotations

import pytest

from samples import reading_of
from sayso.export.formats import NAMES, format_of


@pytest.mark.parametrize("name", [name for name in NAMES if name != "brat"])  # has a file for each page
def test_the_page_is_named(name: str) -> None:
    marked = ("she", "said", "It will rain,", "indirect")
    form = format_of(name)  # type: ignore[arg-type]
    assert "pages/rain.txt" in form.part(reading_of("It will rain, she said.", marked, id="pages/rain.txt"), 1)
