"""Names out of what pages give as the author: "By Ann Vell, Reporter", "Ann Vell and Tor Brask", addresses, accounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.pages.blocks import tidy

_LENGTH_MAX = 300
_NAMES_MAX = 12
_BY = re.compile(
    r"\A\W*(?:(?:written|posted|published|story|words|reported|reviewed|edited|updated)\s+)?(?:by|author|authors?)\b\s*:?\s*|\Awords?\s*:\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·●–—]|\s-\s|\bon\s+(?=[A-Z]?[a-z]*\s?\d)|\b(?:published|updated|posted|last updated|follow|filed|min read)\b|@|\d{1,2}[:/.]\d\d|\b(?:19|20)\d\d\b|\(|\t|\n).*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*;\s*|\s*,?\s+(?:and|und|et)\s+|\s*&\s+|\s*\|\s*")
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|staff|bureau|chief|desk|producer|analyst|journalist|contributor|photographer|"
    r"(?:associated )?press|news|times|post|tribune|gazette|herald|today|md|phd|rd|ph\.d\.?|m\.d\.?|jr\.?|sr\.?|ii|iii|inc\.?|llc|ltd\.?|usa|magazine|daily)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|[\w.]+@\w|\.(?:com|org|net)/")
_NOBODY = frozenset(
    "admin administrator editor staff guest author user webmaster null none undefined unknown anonymous root wp-admin by".split()
)


def author_names(values: Sequence[str], publisher: str | None = None, *, byline: bool = False) -> str | None:
    """Give the names of one or more authors joined by ``"; "``, or ``None``.

    :param byline: the values are lines of the page, so what does not look like a name is no author.
    """
    names: list[str] = []
    for value in values[:_NAMES_MAX]:
        if _ADDRESS.search(value) or len(value) > _LENGTH_MAX:
            continue
        text = _CUT.sub("", _BY.sub("", tidy(value))).strip(" ,;:.|-–—")
        for name in _split(text):
            plain = name.lower()
            if (
                not name
                or plain in _NOBODY
                or not any(c.isalpha() for c in name)
                or len(name) > 80
                or len(name.split()) > 8
            ):
                continue
            if byline and not (name[0].isupper() and 2 <= len(name.split()) <= 5):
                continue
            if plain not in (known.lower() for known in names):
                names.append(name)
    # An outlet beside people is the outlet again, not one more author.
    people = [name for name in names if not publisher or name.lower() != publisher.lower()]
    chosen = people or names
    return "; ".join(chosen[:_NAMES_MAX]) or None


def _split(text: str) -> list[str]:
    parts = [part.strip(" ,") for part in _AND.split(text) if part.strip(" ,")]
    names: list[str] = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        for place, piece in enumerate(pieces):
            if place == 0 or (2 <= len(piece.split()) <= 4 and piece[0].isupper() and not _ROLE.search(piece)):
                names.append(piece)
    return names
