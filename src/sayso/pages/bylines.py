"""Read bylines: "By Ann Vell and Tor Brask, Harbour Correspondent" gives two names.

Only what says that it is a byline is read as one; a bare name on a line of its own may be a person pictured.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LENGTH_MAX = 200
_START = re.compile(
    r"\W{0,3}(?:(?:(?:guest (?:post|column|essay|article)|written|words|story|reported|reporting|posted|"
    r"published|article|report|news|text|analysis|review|opinion|column)"
    r"(?:,?\s(?:and|&)\s(?:pictures|photos|photographs|photography|images|video))?\s+)?by\b|author\s?[:|-]|reporter\s?[:|-]|writer\s?[:|-])\s*[:|]?\s*",
    re.IGNORECASE,
)
# These labels stand before much else: only before a first and a last name, with nothing or another box behind.
_LABEL = re.compile(r"\W{0,3}(?:words|text|reporting|story)\s?:\s*", re.IGNORECASE)
_PICTURED = re.compile(
    r"\W{0,3}\s(?:pictures?|photos?|photographs?|photography|images?|video|illustrations?)\b", re.IGNORECASE
)
_LABELLED_END = re.compile(r"\s*(?:[|·•●–—/,;(]|\Z)")
_BARE = re.compile(
    r"\W{0,3}(?:(?:written|words|story|reported|posted|published) )?(?:by|author|authors)\W{0,3}\Z", re.IGNORECASE
)
_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w’'\-]*[\w]\.?|[A-ZÀ-ÖØ-Þ]\.(?:\s?[A-Z]\.)*|[A-Z]{2})"
_SMALL = r"(?:de|da|di|du|del|della|van|von|der|den|bin|bint|ibn|al|el|la|le|dos|das|ter|ten|y|e|of)"
_NAME = re.compile(rf"{_PART}(?: (?:{_SMALL} ){{0,2}}(?:(?:al|el|d|O)[-’'])?{_PART}){{0,4}}")
_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|&\s*|\band\s+|\bwith\s+|;\s*|/\s*)", re.IGNORECASE)
# A trade, an outlet or a desk after the name, not one more author.
_TRADE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|staff|bureau|chief|desk|news|press|media|times|post|agency|agencies|"
    r"contributor|producer|analyst|journalist|service|network|online|digital|wire|tv|radio|reuters|afp|photo\w*|images|"
    r"published|updated|posted|min|read|follow|email|team|today|gazette|herald|tribune|magazine|special|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|"
    r"december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|politics|business|sports?|opinion|political|senior|for|the|"
    r"(?:court|crime|health|education|science|environment|transport|home|foreign|city|deputy|local|"
    r"democracy|technology|economics|legal|royal|consumer|harbour|football|technical)"
    r"(?= (?:affairs |democracy )?(?:reporter|editor|correspondent|writer)))\b\.?",
    re.IGNORECASE,
)
# "Ann Vell May 12, 2024": the month, where "Ann May" would be a name.
_MAY = re.compile(r" May(?= \d)")
_JOINTS = frozenset("in for at of and on with the by a.m. p.m. am pm".split())
# "Ann VellStaff Writer": two boxes of the page that the copy ran together.
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:Staff|Senior|Political|Business|Sports?|Special|Contributing|Chief|Columnist|Reporter|"
    r"Correspondent|Editor)\b)"
)


class Byline(NamedTuple):
    """The names of a byline, and where in the line they end."""

    names: tuple[str, ...]
    end: int


def byline(line: str) -> Byline | None:
    """Read a line that starts as a byline does and names somebody, else give ``None``.

    "By Monday the water had gone." is none: a byline has no sentence after the names.
    """
    if len(line) > _LENGTH_MAX:
        return None
    start = _START.match(line)
    if start is None:
        return _labelled(line)
    found = names(line[start.end() :])
    if not found.names:
        return None
    end = start.end() + found.end
    rest = line[end:].strip()
    small = sum(word[0].islower() and word not in _JOINTS for word in rest.split())
    if small > 2 or (small and rest[-1:] in ".!?"):
        return None
    return Byline(found.names, end)


def _labelled(line: str) -> Byline | None:
    """Read "Words: Ann Vell"; not "Text: Psalm 12", "Story: Harbour shut"."""
    label = _LABEL.match(line)
    if label is None:
        return None
    pictured = _PICTURED.search(line, label.end())
    found = names(line[label.end() : pictured.start() if pictured else len(line)])
    end = label.end() + found.end
    whole = bool(found.names) and all(" " in name for name in found.names)
    return (
        Byline(found.names, end)
        if whole and (_LABELLED_END.match(line, end) or (pictured and end >= pictured.start()))
        else None
    )


def is_bare_by(line: str) -> bool:
    """Say whether a line holds only the "By" of a byline whose name stands on the next."""
    return len(line) < 20 and _BARE.match(line) is not None


def names(text: str) -> Byline:
    """Read names joined by commas, "and" or "&" from the start of ``text``; none where it starts otherwise."""
    glued = _GLUED.search(text)
    limit = glued.start() if glued else len(text)
    found: list[str] = []
    at = end = 0
    while at < limit and len(found) < 8:
        match = _NAME.match(text, at, limit)
        if match is None:
            break
        name = match.group()
        month = _MAY.search(text, match.start(), limit)
        if month is not None and month.start() < match.end():
            match = _NAME.match(text, at, month.start())
            if match is None:
                break
            name = match.group()
        trade = _TRADE.search(name)
        if trade is not None:
            name = name[: trade.start()].rstrip(" ,")
            if name and (" " in name or not found) and not _TRADE.search(name):
                found.append(name)
                end = at + len(name)
            break
        if found and " " not in name:  # "Ann Vell, London"
            break
        found.append(name)
        at = end = match.end()
        joint = _AND.match(text, at, limit)
        if joint is None:
            break
        at = joint.end()
    return Byline(tuple(found), end)
