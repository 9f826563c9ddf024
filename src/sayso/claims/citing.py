"""Words by which a text names another outlet: as the first that had the news, or as a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sayso.claims.credits import AGENCIES, agency_named
from sayso.schema import Entry, Span

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
    r"|in a statement to|\((?:via|h/t|from)|source:"
    r"|(?:story|report|article|editorial|op-ed|essay|column|commentary|interview) (?:from|by|in|with)"
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
    after = r" (?:was the )?first(?: to)? report(?:ed|s)?\b"
    match = next(_found(text, entry, rf"\b(?i:{_FIRST}) (?:the |The )?", after), None)
    return " ".join(match.group().split())[:120] if match else None


def told_by(text: str, entry: Entry) -> str | None:
    """Give the words by which a text names the outlet of another article as a source."""
    match = next(_tellings(text, entry), None)
    return " ".join(match.group().split())[:120] if match else None


def tellings(text: str, entry: Entry) -> list[Span]:
    """Give all places where a text names the outlet of another article as a source, in order."""
    return [Span(*match.span()) for match in _tellings(text, entry)]


def third_named(text: str) -> dict[str, str]:
    """Find outlets that a text names as the first to report; by name, the words that say so."""
    return {match[1].rstrip("."): " ".join(match.group().split()) for match in _THIRD.finditer(text)}


def names_of(entry: Entry) -> list[str]:
    """Give the names under which others may speak of an article's outlet, without "The"; longest first."""
    written = " ".join((entry.publisher or "")[:NAMES_MAX].split())
    plain = re.sub(r"\s*\([^()]*\)", "", written)
    plain = re.split(r" [-|–—:] ", plain)[0].strip()
    names = {written, plain, re.sub(r"(?i)\s+(?:(?:web|online) news|news online|online)$", "", plain)}
    names.add(re.sub(r"^([A-Z]{2,6}) News$", r"\1", plain))  # who was interviewed there "told CBS"
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


def _tellings(text: str, entry: Entry) -> Iterator[re.Match[str]]:
    before = rf"(?:\b|(?=\())(?i:{_TELLS}) (?:the |The |a |an )?"
    return _found(text, entry, before, rf"(?:'s|\u2019s)? (?:{_REPORTS})\b")


def _found(text: str, entry: Entry, before: str, after: str) -> Iterator[re.Match[str]]:
    """Look for an outlet's name behind or before some words."""
    names = [name for name in names_of(entry) if name in text]
    if names:
        name = "|".join(map(re.escape, names))
        yield from re.finditer(rf"{before}(?:{name})(?!\w)|\b(?:{name}){after}", text)
