"""Signs that a report's own voice tells what its reporter saw or heard, and whose reporter that was."""

from __future__ import annotations

import re

TEXT_MAX = 2000
"""Letters of a statement that are looked at."""
_REPORTERS = (
    r"(?:reporters?|journalists?|correspondents?|photographers?|producers?|camera ?(?:man|woman|crews?)|crews?|teams?)"
)
_SENSED = (
    r"(?:saw|seen|watched|counted|heard|witnessed|observed|met|found|visited|filmed|photographed|noticed|smelt|smelled)"
)
_NAME = r"((?:[A-Z][\w'’.&-]{0,30} ){1,6})"
_NO_NAMES = frozenset("A An The One Two Three Several Some Many Our Their His Her Its This These Local Foreign".split())
_MINE = re.compile(
    r"\b(?:I|[Ww]e) (?:have |had |also |then |first |twice |once ){0,2}"
    rf"{_SENSED}\b"
    rf"|\b[Tt]his (?:reporter|correspondent|newspaper|paper|writer|author)(?: has| had)? {_SENSED}\b"
    rf"|\b(?:[Oo]ur|[Tt]he paper[’']s|[Tt]he newspaper[’']s) {_REPORTERS}(?: has| had)? {_SENSED}\b"
    rf"|^(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]he|[Ss]everal) {_REPORTERS} (?:at the scene |on the spot |there )?{_SENSED}\b"
    r"|\b(?:seen|heard|counted|witnessed|observed|watched) by"
    rf" (?:this (?:newspaper|reporter)|our {_REPORTERS}|reporters?)\b"
)
_THEIRS = re.compile(
    rf"\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]he|[Ss]everal)? ?{_NAME}{_REPORTERS}\b[^.;:]{{0,60}}?\b{_SENSED}\b"
    rf"|\b{_REPORTERS} (?:of|for|from|with|at) (?:[Tt]he )?{_NAME}{_SENSED}\b"
    rf"|\b{_SENSED} by (?:an?|the)? ?{_NAME}{_REPORTERS}\b"
)
_IN_THE_END = re.compile(rf"\ban? {_REPORTERS} (?:of|for|from|with) {_NAME}?(?:[A-Z][\w'’.&-]{{0,30}} )?{_SENSED}\b")


def observed(text: str) -> str | None:
    """Tell whose eyes a sentence of the report's own voice speaks of.

    :param text: the sentence.
    :return: ``""`` for the report's own reporter, the name of an outlet for another's ("a Veldria One reporter saw"),
        ``None`` where nothing says that anybody was there.
    """
    text = text[:TEXT_MAX]
    if match := _THEIRS.search(text) or _IN_THE_END.search(text):
        name = next((group for group in match.groups() if group), None)
        words = (name or "").split()
        while words and words[0] in _NO_NAMES:
            words = words[1:]
        if words:
            return " ".join(words)
    return "" if _MINE.search(text) else None
