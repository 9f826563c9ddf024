"""Names out of what pages give as the author: "By Ann Vell, Reporter", "Ann Vell and Tor Brask", accounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.pages.blocks import tidy

_LENGTH_MAX = 300
_NAMES_MAX = 12
_BY = re.compile(
    r"\A\W*(?:(?:written|posted|published|story|words|reported|reviewed|edited|updated)\s+)?(?:by|authors?)\b\s*:?\s*|"
    r"\A[^\W\d_]{2,12}\s?:\s+",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
# Where the names end: a bar, a date, an account, a note.
_CUT = re.compile(
    r"\s*(?:[|•·●–—]|\s-\s|\bon\s+(?=[A-Z]?[a-z]*\s?\d)|\b(?:published|updated|posted|last updated|follow|filed)\b|"
    r"@|\d{1,2}[:/.]\d\d|\b(?:19|20)\d\d\b|\(|"
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d\d?(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b|{_MONTH}\.?\s\d\d?\b)).*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*;\s*|\s*,?\s+(?:and|und|et)\s+|\s*&\s+")
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|staff|bureau|chief|desk|producer|analyst|journalist|"
    r"contributor|photographer|press|news|times|post|tribune|gazette|herald|today|md|phd|rd|ph\.d|m\.d|jr|sr|ii|iii|"
    r"inc|llc|ltd|usa|magazine|daily)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\.(?:com|org|net)/")
_AGENCY_END = re.compile(r"(?<=\w\s)(?:(?:the )?associated press|reuters|afp|bloomberg(?: news)?)\Z", re.IGNORECASE)
_NOBODY = frozenset(
    "admin administrator editor staff guest author user webmaster null none undefined unknown anonymous root "
    "wp-admin by name our the special".split()
)


def author_names(values: Sequence[str], publisher: str | None = None, *, byline: bool = False) -> str | None:
    """Give the names of one or more authors joined by ``"; "``, or ``None``.

    :param publisher: the outlet; beside people it is no author of its own.
    :param byline: the values are lines of the page, so what does not look like a name is no author.
    """
    outlet = (publisher or "").lower()
    names: list[str] = []
    for value in values[:_NAMES_MAX]:
        if _ADDRESS.search(value) or len(value) > _LENGTH_MAX:
            continue
        text = _CUT.sub("", _BY.sub("", tidy(value))).strip(" ,;:.|-–—*")
        for whole in _split(text):
            name = _without_outlet(whole, outlet)
            if not _is_name(name, strict=byline) or name.lower() in (known.lower() for known in names):
                continue
            names.append(name)
    people = [name for name in names if not _is_outlet(name, outlet)]
    return "; ".join((people or names)[:_NAMES_MAX]) or None


def _is_name(name: str, *, strict: bool) -> bool:
    if not name or name.lower() in _NOBODY or len(name) > 80 or len(name.split()) > 8:
        return False
    if not any(c.isalpha() for c in name):
        return False
    return not strict or (name[0].isupper() and 2 <= len(name.split()) <= 5)


def _is_outlet(name: str, outlet: str) -> bool:
    plain = name.lower()
    return bool(outlet) and (plain == outlet or plain.startswith(f"{outlet} ") or outlet.startswith(f"{plain} "))


def _without_outlet(name: str, outlet: str) -> str:
    """Cut an outlet that the page ran together with the name ("Ann Vell Associated Press")."""
    if len(name.split()) >= 4:
        name = _AGENCY_END.sub("", name).strip()
    plain = outlet.replace(" ", "")
    words = name.split()
    for count in (1, 2, 3):
        if plain and len(words) - count >= 2 and "".join(words[-count:]).lower() == plain:
            return " ".join(words[:-count])
    return name


def _split(text: str) -> list[str]:
    names: list[str] = []
    for part in _AND.split(text):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        for place, piece in enumerate(pieces):
            # After a comma stands a role or one more name.
            if place == 0 or (2 <= len(piece.split()) <= 4 and piece[0].isupper() and not _ROLE.search(piece)):
                names.append(piece)
    return names
