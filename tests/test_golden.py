"""What is read out of each page of ``examples/`` is exactly its golden; ``tests/golden/golden.py`` writes them.

What is read about who says what comes from sums that differ a little between processors: it is nearly its golden.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golden.golden import HERE, dumped, golden_of, outcome, pages
from golden.said import ALIKE_MIN, SAID, alike


def _cases() -> list:
    cases = []
    for page in pages():
        path = golden_of(page)
        fault = json.loads(path.read_text(encoding="utf8"))["fault"] if path.exists() else None
        marks = [pytest.mark.xfail(reason=fault, strict=True)] if fault else []
        cases.append(pytest.param(page, id=page.stem, marks=marks))
    return cases


@pytest.mark.parametrize("page", _cases())
def test_page_gives_its_golden(page: Path) -> None:
    golden = json.loads(golden_of(page).read_text(encoding="utf8"))
    expected = {key: value for key, value in golden.items() if key not in ("page", "fault")}
    found = json.loads(json.dumps(outcome(page)))
    assert _extracted(found) == _extracted(expected)
    old, new = _said(expected), _said(found)
    assert alike(old, new) >= ALIKE_MIN, {part: set(old[part]) ^ set(new[part]) for part in old}


def _extracted(golden: dict) -> dict:
    return {part: value for part, value in golden.items() if part not in SAID}


def _said(golden: dict) -> dict[str, list[str]]:
    return {part: golden.get(part, []) for part in SAID}


def test_every_golden_has_its_page() -> None:
    assert {path.name for path in HERE.glob("*.json")} == {golden_of(page).name for page in pages()}


def test_a_golden_is_written_one_paragraph_a_line() -> None:
    page = pages()[0]
    text = dumped(page, {"facts": {"title": ["T", "heading"]}, "paragraphs": ["One.", "“Two.”"], "furniture": []})
    assert '  "One.",\n  "“Two.”"\n' in text
    assert json.loads(text)["paragraphs"] == ["One.", "“Two.”"]


def test_one_line_in_ten_may_differ() -> None:
    lines = [str(number) for number in range(20)]
    assert alike({"speakers": lines}, {"speakers": [*lines[2:], "a", "b"]}) >= ALIKE_MIN
    assert alike({"speakers": lines}, {"speakers": [*lines[3:], "a", "b", "c"]}) < ALIKE_MIN
    assert alike({"speakers": lines}, {"statements": lines}) == 0
