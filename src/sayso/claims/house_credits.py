"""Whose text an article says that it is: a well-known agency's, or that of another page of the same claim."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.claims.credits import HEAD, credits_of
from sayso.claims.families import outlet_key
from sayso.schema import Entry

TAIL = 200
"""Letters at the end of a text in which an outlet may sign it."""
_BRACKETED = re.compile(r"\(([A-Z][\w'’&. -]{1,40})\)")
_LAST_LINE = re.compile(r"(?:^|\n)\s*(?:[-–—]{1,2} ?)?([A-Z][\w'’&. -]{1,40})\s*$")
_NAMES = re.compile(r"[;,/|]| and | via ")


def credit_of(entry: Entry, text: str, publishers: Iterable[str]) -> str | None:
    """Give whose text an article says that it is; ``None`` where it is the page's own, or only partly another's.

    Agencies that everybody knows are found by ``credits.py``. Beside them, whoever has a page in the same claim may be
    signed for: "OSTREL, 3 June (VTA) -", "(VTA)" at the end, the byline "VTA".

    :param publishers: of the other articles of the claim.
    """
    whole = next((credit.agency for credit in credits_of(entry, text) if credit.whole), None)
    if whole:
        return whole
    known = {
        outlet_key(name): name for name in sorted(publishers) if outlet_key(name) != outlet_key(entry.publisher or "")
    }
    known.pop("", None)
    authors = [outlet_key(name) for name in _NAMES.split((entry.author or "")[:300]) if name.strip()]
    if len(authors) == 1 and authors[0] in known:
        return known[authors[0]]
    signed = [*_BRACKETED.findall(text[:HEAD]), *_BRACKETED.findall(text[-TAIL:]), *_LAST_LINE.findall(text[-TAIL:])]
    return next((known[outlet_key(name)] for name in signed if outlet_key(name) in known), None)
