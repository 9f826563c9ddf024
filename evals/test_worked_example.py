"""The worked example the project was begun with: what must be found is, with its pieces and form.

The page is a newspaper's and not part of the project; the folder that holds it is named by SAYSO_DATA.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

import sayso
from sayso import Attribution, Reading

DATA = os.environ.get("SAYSO_DATA")
SEED = Path(DATA or ".") / "seed"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (DATA and SEED.is_dir()), reason="SAYSO_DATA names no folder with seed/page.txt"),
]


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


@pytest.fixture(scope="module")
def page() -> str:
    return (SEED / "page.txt").read_text(encoding="utf8")


@pytest.fixture(scope="module")
def expected() -> dict:
    return json.loads((SEED / "expected.json").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def reading(page: str) -> Reading:
    found = sayso.read(page)
    assert isinstance(found, Reading)
    return found


def test_facts(reading: Reading, expected: dict) -> None:
    for fact, value in expected["article"].items():
        assert getattr(reading.article, fact) == value, fact


def test_no_furniture_in_the_report(reading: Reading, page: str, expected: dict) -> None:
    for start, end in expected["furniture"]:
        for line in page[start:end].split("\n"):
            assert not line.strip() or line.strip() not in reading.article.text


def test_every_attribution_that_must_be_found(reading: Reading, page: str, expected: dict) -> None:
    """Fragments and echoes are not traced yet and are left out."""
    text = reading.article.text
    found: dict[tuple[str, ...], Attribution] = {
        tuple(plain(piece.of(text)) for piece in a.content): a for a in reading.attributions
    }
    wanted = {a["id"]: a for a in expected["attributions"] if a["must"] and a["form"] != "fragment"}
    assert len(wanted) == 12
    by_id: dict[str, str] = {}
    for name, gold in wanted.items():
        pieces = tuple(plain(page[start:end]) for start, end in gold["content"])
        assert pieces in found, (name, pieces)
        by_id[found[pieces].id] = name
        assert found[pieces].form == gold["form"], name
        given = plain(reading.text_of(found[pieces].source))
        labelled = plain(" ".join(page[start:end] for start, end in gold["source"]))
        assert given in labelled or labelled in given, name
    for attribution in reading.attributions:
        if attribution.id in by_id:
            outer = by_id.get(attribution.nested_in or "")
            assert outer == wanted[by_id[attribution.id]]["nested_in"]
