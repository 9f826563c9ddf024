"""Whose text an article says that it is."""

from __future__ import annotations

import pytest

from sayso.claims.house_credits import credit_of
from sayso.schema import Entry


def entry(author: str | None = None, publisher: str | None = "Calder Courier") -> Entry:
    values = {"id": "0" * 12, "page": "p", "version": 1, "current": True, "title": None, "url": None, "section": None}
    more = {"published": None, "language": "en", "added": "2026-01-01", "words": 9, "profile": "fast"}
    return Entry(author=author, publisher=publisher, **values, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("author", "text", "credit"),
    [
        (None, "OSTREL, 3 June (VTA) - A bridge has been closed.", "VTA"),
        (None, "A bridge has been closed. Whoever has to cross should swim. (VTA)", "VTA"),
        (None, "A bridge has been closed.\n\nVTA", "VTA"),
        ("VTA", "A bridge has been closed.", "VTA"),
        ("Lene Skov; VTA", "A bridge has been closed.", None),
        (None, "CALDER (AP) — A bridge has been closed.", "Associated Press"),
        (None, "A bridge has been closed, a man told VTA.", None),
        (None, "A bridge (Calder Courier) has been closed.", None),
        (None, "", None),
    ],
)
def test_agencies_and_pages_of_the_claim_are_credited(author: str | None, text: str, credit: str | None) -> None:
    assert credit_of(entry(author), text, ["VTA", "Calder Courier", ""]) == credit


def test_long_texts_take_no_time() -> None:
    assert credit_of(entry(), "(" * 500_000 + "A" * 500_000, ["VTA"]) is None
