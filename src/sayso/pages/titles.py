"""Headlines: whether two wordings are of one, and what of a window's title is the site's name."""

from __future__ import annotations

import re
from collections import Counter

SEPARATOR = re.compile(r"\s+[|–—•»·‹›«-]+\s+|\s*[|»«]\s*|:\s+(?=[^:]{2,30}\Z)")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("the", "a", "an"))
_COMPANY = frozenset(
    "ag bv co company corp corporation digital gmbh group holdings inc limited llc ltd media network networks online "
    "partners plc publications publisher publishers publishing sa".split()
)


def without_site(title: str, headings: list[str], publisher: str | None) -> str:
    """Cut "… | Site name" where a heading or the site's name shows that it is one."""
    for heading in headings:
        if len(heading) < len(title) and len(_WORD.findall(heading)) >= 3 and key(title).startswith(key(heading)):
            return heading
    site = key(publisher or "").replace(" ", "")
    while site:
        cuts = list(SEPARATOR.finditer(title))
        if not cuts:
            break
        head, tail = title[: cuts[-1].start()].strip(), title[cuts[-1].end() :].strip()
        start, rest = title[: cuts[0].start()].strip(), title[cuts[0].end() :].strip()
        if head and _is_site(tail, site):
            title = head
        elif rest and ":" not in cuts[0][0] and _is_site(start, site) and len(_WORD.findall(rest)) >= 3:
            title = rest
        else:
            break
    return title


def _is_site(part: str, site: str) -> bool:
    plain = key(part).replace(" ", "")
    return plain == site or (len(plain) >= 3 and plain in site) or (site in plain and len(plain) <= len(site) + 5)


def key(text: str) -> str:
    """Give a wording for comparing: its words, lower case."""
    return " ".join(_WORD.findall(text.lower()))


def is_fuller(name: str, short: str) -> bool:
    """Tell whether ``name`` is an outlet's name of which ``short`` is a part: "The Albion Courier" of "the Courier".

    What a company adds to its outlet's name ("Courier Media Ltd") makes it no fuller.
    """
    whole, part = set(_WORD.findall(name.lower())) - _ARTICLES, set(_WORD.findall(short.lower())) - _ARTICLES
    return bool(part) and part < whole and len(name) <= 60 and not whole & _COMPANY


def alike(left: str, right: str) -> bool:
    """Tell whether two wordings are of one headline: most words of the shorter are in the longer."""
    a, b = Counter(_WORD.findall(left.lower())), Counter(_WORD.findall(right.lower()))
    shorter = min(a.total(), b.total())
    return shorter >= 2 and (a & b).total() >= 0.6 * shorter
