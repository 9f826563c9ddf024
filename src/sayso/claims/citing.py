"""Words by which a text names another outlet: as the first that had the news, or as a source."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sayso.claims.credits import AGENCIES, agency_named
from sayso.schema import Entry

NAMES_MAX = 200
"""Letters of a publisher's name that are looked at."""

_FIRST = (
    r"(?:first|originally|previously) (?:reported|published|appeared|ran|posted|aired|carried)(?: (?:in|on|by|at))?"
    r"|(?:republished|reprinted|reposted|syndicated) (?:from|by|with permission (?:from|of))"
    r"|this (?:story|article|report|piece|column)"
    r" (?:appeared|was (?:first |originally )?(?:published|reported|written|produced)|ran) (?:in|on|at|by)"
    r"|read the (?:full|original|whole) (?:story|article|report|piece) (?:at|on|in)"
)
_TELLS = (
    r"according to|(?:as )?reported (?:by|in)|told|cited by|citing|in an interview with|obtained by|in remarks to"
    r"|in a statement to|\((?:via|h/t|from)|(?:story|report|article) (?:from|by|in)|source:"
)
_REPORTS = (
    r"(?:first |also |has |had |previously )?"
    r"(?:reports|reported|writes|wrote|notes|noted|revealed|broke the (?:news|story))"
)
# A third that somebody names as first: up to six capitalised words.
_THIRD = re.compile(
    r"\bfirst (?:reported|published) (?:by|in|on) (?:[Tt]he )?"
    r"([A-Z][\w'.&-]{0,30}(?: (?:of |and )?[A-Z][\w'.&-]{0,30}){0,5})"
)


def first_by(text: str, entry: Entry) -> str | None:
    """Give the words by which a text says that it, or its news, was the outlet of another article's first."""
    return _found(text, entry, rf"\b(?i:{_FIRST}) (?:the |The )?", r" (?:was the )?first(?: to)? report(?:ed|s)?\b")


def told_by(text: str, entry: Entry) -> str | None:
    """Give the words by which a text names the outlet of another article as a source."""
    return _found(
        text, entry, rf"(?:\b|(?=\())(?i:{_TELLS}) (?:the |The |a |an )?", rf"(?:'s|\u2019s)? (?:{_REPORTS})\b"
    )


def third_named(text: str) -> dict[str, str]:
    """Find outlets that a text names as the first to report; by name, the words that say so."""
    return {match[1].rstrip("."): " ".join(match.group().split()) for match in _THIRD.finditer(text)}


def names_of(entry: Entry) -> list[str]:
    """Give the names under which others may speak of an article's outlet, without "The"; longest first."""
    written = " ".join((entry.publisher or "")[:NAMES_MAX].split())
    plain = re.sub(r"\s*\([^()]*\)", "", written)
    plain = re.split(r" [-|–—:] ", plain)[0].strip()
    names = {written, plain, re.sub(r"(?i)\s+(?:(?:web|online) news|news online|online)$", "", plain)}
    if agency := agency_named(plain):
        names.update((agency, *AGENCIES[agency]))
    if site := site_of(entry.url):
        names.add(site)
    bare = {re.sub(r"(?i)^the\s+", "", name).strip() for name in names}
    usable = [name for name in bare if len(name) > 1 and any(c.isalpha() for c in name)]
    return sorted(usable, key=lambda name: (-len(name), name))


def site_of(url: str | None) -> str:
    """Give the host of an address without "www"; empty if there is none."""
    try:
        host = (urlsplit(url or "").hostname or "").casefold()
    except ValueError:  # such as an unclosed bracket
        return ""
    return host.removeprefix("www.")[:NAMES_MAX]


def _found(text: str, entry: Entry, before: str, after: str) -> str | None:
    """Look for an outlet's name behind or before some words; give the words that were found."""
    names = [name for name in names_of(entry) if name in text]
    if not names:
        return None
    name = "|".join(map(re.escape, names))
    match = re.search(rf"{before}(?:{name})(?!\w)|\b(?:{name}){after}", text)
    return " ".join(match.group().split())[:120] if match else None
