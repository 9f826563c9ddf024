"""How the speaker of a statement knows it, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.schema import Article, Attribution, Knowing, Span

ABOUT = 160
"""How much of the text on each side of source and cue is looked at, in characters; never beyond the sentence."""


@dataclass(frozen=True, slots=True)
class Known:
    """How a speaker knows.

    :param knows: in one word or two.
    :param knows_from: the words that say so.
    """

    knows: Knowing
    knows_from: Span


_PAPERS = (
    r"(?:documents?|records?|files?|papers|e-?mails?|letters?|reports?|footage|memos?|transcripts?|data|figures|images"
    r"|stud(?:y|ies)|lists?|circulars?|audits?|minutes|recordings?|photographs|photos|surveys?|polls?|maps?|logs?|bills?"
    r"|filings?|receipts?|invoices?|statements?|articles?|books?|diar(?:y|ies)|statistics|tests|results)"
)
_PLACES = (
    r"(?:room|house|building|hall|court|courtroom|car|bus|plane|train|boat|crowd|stadium|area|square|street|kitchen"
    r"|garden|water)"
)
_PEOPLE = (
    r"(?:officials?|sources?|people|witness(?:es)?|aides?|diplomats?|relatives|colleagues|spokes\w+|doctors?|police"
    r"|residents|authorities|ministers?|medics?|staff|employees|lawyers?|workers?|brokers?|experts?|analysts?"
    r"|prosecutors?|investigators?|commanders?|soldiers?|survivors?|neighbou?rs?)"
)
# A clause of somebody's own words begins here: not "the film that I watched".
_BEGINS = r"(?:^|[“\"'‘.!?,;:—–]\s?|\b(?:and|then|when|but|so|because|what|yes|no|as) )"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


# What the reporting clause says of the speaker: "a woman who was in the room", "who was briefed on the raid".
_OF_SPEAKER: tuple[tuple[Knowing, re.Pattern[str]], ...] = (
    (
        "saw it",
        _words(
            r"who (?:\w+ )?(?:saw|witnessed|watched|heard|filmed|overheard|photographed) "
            r"(?!of\b|about\b|from\b|(?:\S+ ){1,5}as\b)"
            r"|eye-?witness(?:es)?|with (?:his|her|their) own eyes|bystanders?|onlookers?|passers?-?by"
        ),
    ),
    (
        "was told",
        _words(
            r"who (?:was|were|had been|has been|have been) (?:\w+ )?(?:told|briefed|informed)"
            r"|briefed (?:on|about) (?:the|it|what|its|his|her|their|this|those|these)"
            r"|who (?:had |has |have )?(?:heard|learned|learnt) (?:of|about|from)"
            rf"|citing (?:\w+ ){{0,3}}{_PEOPLE}"
        ),
    ),
    (
        "was there",
        _words(
            r"who (?:was|were|had been|is|are) (?:\w+ )?(?:present|there|inside|aboard|on board|(?:at|on) the scene"
            rf"|in the (?:\w+ )?{_PLACES})"
            r"|who (?:\w+ )?(?:attended|took part in|participated in|survived|escaped|was (?:wounded|injured|hurt) in)"
            r"|at the scene|with (?:direct|first-?hand) knowledge|(?:was|were) in the room"
        ),
    ),
    (
        "document",
        _words(
            r"(?:who|and) (?:\w+ )?(?:had |has |have )?(?:seen|read|reviewed|examined|obtained|analy[sz]ed|studied) "
            rf"(?:it|them|(?:\w+ ){{0,3}}{_PAPERS})"
            rf"|(?:citing|based on) (?:\w+ ){{0,4}}{_PAPERS}"
            rf"|according to (?:\w+ ){{0,4}}{_PAPERS} (?:seen|reviewed|obtained)"
        ),
    ),
)
_SOURCE: tuple[tuple[Knowing, re.Pattern[str]], ...] = (
    ("saw it", _words(r"witness(?:es)?(?! to\b)")),
    ("was there", _words(r"survivors?")),
)
"""What the speakers may be called."""
# What speakers say of themselves, in their own words.
_OF_SELF: tuple[tuple[Knowing, re.Pattern[str]], ...] = (
    (
        "saw it",
        re.compile(
            rf"{_BEGINS}((?:I|we)(?: had)? (?:just |then |also |suddenly |actually |even |only |first )?"
            r"(?:saw|witnessed|watched|heard (?:a|an|the|two|three|several|some|shots|screams?|gunfire|something)"
            r"|could (?:see|hear)))\b|\b(with my own eyes|before my eyes)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "was told",
        re.compile(
            rf"{_BEGINS}((?:I|we)(?: was| were|[’']ve been| have been|[’']m| am|[’']re| are) (?:being |also |just )?"
            r"(?:told|informed|briefed)|(?:he|she|they|people|someone|somebody|officials|sources?) (?:has |have )?"
            r"(?:told|tells?|informed) (?:me|us)|(?:I|we)(?:[’']ve| have)? heard (?:from|that|about|of))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "was there",
        re.compile(
            rf"{_BEGINS}((?:I|we) (?:was|were) (?:\w+ )?(?:there|present|inside|in the (?:\w+ )?{_PLACES}|standing"
            r"|sitting|sleeping|asleep|at home|on (?:board|the (?:bus|train|plane|boat|bridge|street))))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "document",
        re.compile(
            rf"{_BEGINS}((?:I|we)(?:[’']ve| have)? (?:read|reviewed|seen) (?:the|a|his|her|their) (?:\w+ )?"
            rf"{_PAPERS})\b",
            re.IGNORECASE,
        ),
    ),
)


# What a report says of the speaker at the beginning of their words: "that he had seen a man with a watering can".
_REPORTED = re.compile(
    r"\W*(?:that )?(?:he|she|they|it|I) "
    r"(?:(?P<saw>(?:had |has |have )?(?:\w+ )?(?:seen|saw|heard|watched|witnessed|smelled|smelt|woken|pulled) "
    r"(?!of\b|about\b|from\b|nothing\b|no\b|none\b))"
    r"|(?P<told>(?:had been|has been|have been|was|were) (?:told|informed|briefed)\b)"
    r"|(?P<there>(?:was|were|had been) (?:sitting|standing|sleeping|asleep|there|present|inside|in the room)\b"
    r"(?! on\b))"
    r"|(?P<read>(?:had |has |have )(?:read|reviewed|examined) ))"
)
_GROUPS: dict[str, Knowing] = {"saw": "saw it", "told": "was told", "there": "was there", "read": "document"}
# What every pattern above needs; looking for it first saves most of the time.
_MAYBE_SPEAKER = re.compile(
    r"who |itness|ystander|nlooker|asser|citing|riefed|scene|nowledge|room|eyes|ased on|ording to"
)
_MAYBE_SOURCE = re.compile("witness|survivor")
_MAYBE_SELF = re.compile(r"\b(?:I|[Ww]e|me|us|my)\b")


def knowing_of(article: Article, attributions: Sequence[Attribution]) -> list[Known | None]:
    """Say for each attribution how its speaker knows; ``None`` where the text gives no reason.

    The words around source and cue tell it ("a neighbour, who saw the fire, said"), or the speaker does ("I saw it").
    """
    return [_known(article.text, attribution) for attribution in attributions]


def _known(text: str, attribution: Attribution) -> Known | None:
    if attribution.act != "statement":
        return None
    for start, end in _around(text, attribution):
        found = _first(_OF_SPEAKER, text, start, end) if _MAYBE_SPEAKER.search(text, start, end) else None
        if found is not None:
            return found
    for piece in attribution.source:
        maybe = _MAYBE_SOURCE.search(piece.of(text).lower())
        found = _first(_SOURCE, text, piece.start, piece.end) if maybe else None
        if found is not None:
            return found
    if attribution.form != "direct":
        reported = _REPORTED.match(text, attribution.content[0].start, attribution.content[0].end)
        if reported is not None and reported.lastgroup:
            return Known(_GROUPS[reported.lastgroup], Span(*reported.span(reported.lastgroup)))
    if attribution.form in ("direct", "mixed"):
        for piece in attribution.content:
            maybe = _MAYBE_SELF.search(text, piece.start, piece.end)
            found = _first(_OF_SELF, text, piece.start, piece.end) if maybe else None
            if found is not None:
                return found
    return None


def _around(text: str, attribution: Attribution) -> list[tuple[int, int]]:
    """Give where the report may speak of the speaker: from source and cue up to the content or a stop."""
    out = []
    pieces = [*attribution.source, *attribution.cue]
    for piece in pieces:
        high = min(len(text), piece.end + ABOUT)
        for other in (*attribution.content, *pieces):
            if other.start >= piece.end:
                high = min(high, other.start)
        for mark in (". ", "\n", "! ", "? ", "; "):
            stop = text.find(mark, piece.end, high)
            if stop >= 0:
                high = min(high, stop)
        out.append((piece.start, high))
    return out


def _first(patterns: Sequence[tuple[Knowing, re.Pattern[str]]], text: str, start: int, end: int) -> Known | None:
    found = []
    for knows, pattern in patterns:
        match = pattern.search(text, start, end)
        if match is not None:
            span = Span(*match.span(match.lastindex or 0))
            found.append((span, knows))
    if not found:
        return None
    # The same words may be read in two ways: "citing" by itself, "citing a list" by the document.
    span, knows = min(found, key=lambda one: (one[0].start, -one[0].end))
    return Known(knows, span)
