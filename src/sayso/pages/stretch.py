"""Choose the report's stretch of a pasted page from the evidence for each paragraph.

The run of paragraphs with the largest sum of evidence (Kadane's algorithm) is the report; what is plainly furniture
inside it is taken out. Linear in the number of paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from sayso.pages.paragraphs import Paragraph
from sayso.pages.report import END, Array, Look

# Swept one at a time on the design half by cross-validation over pages; re-run training/pasted.py if changed.
_LEAN = 2.0
"""Added to every paragraph's log odds: how much a run may bridge."""
_MOST = 2.0
"""No single paragraph weighs more than these log odds, times its length."""
_LEAST = -4.0
"""Log odds below which a paragraph inside the run is left out."""
_WORDS_LEAST = 4.0
"""A shorter paragraph weighs as much as one of this many words."""
_COSTS = {
    "comment link": 100.0,
    "footer": 100.0,
    "end mark": 1_000.0,
    "related list": 20.0,
    "related link": 5.0,
    "shortcode": 5.0,
    "reader tools": 5.0,
    "advert": 2.0,
    "menu": 5.0,
    "share bar": 15.0,
    "tags": 50.0,
    "contact line": 50.0,
}
"""What it costs a run to cross a line of this kind; any other kind costs ``_COST``."""
_COST = 20.0
_LATER = 0.3
"""What a run after the comments or the footer counts for, against one before."""

_SECTION_END = re.compile(
    r"(?:top rated comments|\d+ (?:responses?|replies|comments?) (?:to|on)\b|"
    r"(?:leave|post|submit|add|write) (?:a |your )?(?:reply|response)|"
    r"reply|view all comments|newest|oldest|comments? (?:section|policy|guidelines)|most (?:liked|voted) comments|"
    r"please (?:log|sign) ?in|you must be logged in|your email address will not|all rights reserved|(?:©|copyright\b))",
    re.IGNORECASE,
)


def choose(odds: Array, paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> list[int]:
    """Give the indices of the paragraphs that make the report.

    The run with the largest sum of evidence, weighed by length, is the report's stretch; inside it, what its own
    words say is furniture goes, and what the trees find most unlikely.
    """
    if not len(odds):
        return []
    words = np.array([max(_WORDS_LEAST, min(known.words + 1, 100)) for known in looks])
    gain = (np.clip(odds, -_MOST, _MOST) + _LEAN) * words**0.75
    gain -= [_COSTS.get(known.kind, _COST) if known.kind else 0.0 for known in looks]
    first, last = _best_run(gain.tolist(), paragraphs, looks)
    first = _after_head(first, last, looks)
    out = _doubled(first, last, paragraphs, looks) | _listed(first, last, odds, paragraphs, looks)
    kept = [i for i in range(first, last) if i not in out and _stays(i, odds, paragraphs, looks)]
    while kept and _loose(kept[-1], odds, paragraphs, looks):
        kept.pop()
    while kept and _loose(kept[0], odds, paragraphs, looks):
        kept.pop(0)
    return kept


def _best_run(gain: Sequence[float], paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> tuple[int, int]:
    """Give the run with the largest sum, half-open; none crosses the head of a comment section or the footer."""
    best, run = 0.0, (0, 0)
    total, start, factor = 0.0, 0, 1.0
    for i, value in enumerate(gain):
        if looks[i].kind in ("comment link", "footer") and _SECTION_END.search(paragraphs[i].text[:200]):
            total, start = 0.0, i + 1
            factor = _LATER if best > 0 else 1.0
            continue
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total * factor > best:
            best, run = total * factor, (start, i + 1)
    return run


def _after_head(first: int, last: int, looks: Sequence[Look]) -> int:
    """Start after the last date line or byline near the top: what stands before it is a standfirst or a summary."""
    words = before = 0
    start = first
    for i in range(first, min(first + 8, last)):
        if looks[i].dated or looks[i].named:
            start, before = i + 1, words
        words += looks[i].words
    rest = sum(known.words for known in looks[start:last] if known.prose)
    return start if before <= 60 and rest >= 2 * before else first


def _doubled(first: int, last: int, paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> set[int]:
    """Find what stands there exactly twice, close together: a caption or a teaser with its picture's text."""
    places: dict[str, list[int]] = {}
    for i in range(first, last):
        if looks[i].words > 4:
            places.setdefault(paragraphs[i].text, []).append(i)
    return {i for found in places.values() if len(found) == 2 and found[1] - found[0] <= 10 for i in found}


def _listed(first: int, last: int, odds: Array, paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> set[int]:
    """Find the links below a heading such as "Most read", up to the next paragraph of prose."""
    out: set[int] = set()
    open_list = False
    for i in range(first, last):
        known = looks[i]
        if known.kind == "related list":
            open_list = True
        elif open_list and (known.prose or odds[i] > _SURE) and not paragraphs[i].bullet:
            open_list = False
        elif open_list:
            out.add(i)
    return out


def _loose(i: int, odds: Array, paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> bool:
    """Say whether a line at the edge of the report hangs there without a sentence and without evidence."""
    return bool(odds[i] < _EDGE and not looks[i].prose and not END.search(paragraphs[i].text[-6:]))


def _stays(i: int, odds: Array, paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> bool:
    known, text = looks[i], paragraphs[i].text
    if known.dated and _SIGNED.match(text):
        return bool(odds[i] > -2.0)
    if known.kind in _NEVER:
        return False
    if known.kind is not None or known.dated or known.named:
        return bool(odds[i] > _SURE)
    if i + 1 < len(looks) and looks[i + 1].kind == "caption" and looks[i + 1].words <= 8 and known.words <= 45:
        return bool(odds[i] > _PICTURED)
    return bool(odds[i] > _LEAST)


_EDGE = -1.0
"""Log odds that a line without a sentence needs at the edge of the report."""
_PICTURED = -1.0
"""Log odds that a paragraph straight before a picture's credit needs: it may be the caption."""
_NEVER = frozenset({"shortcode", "share bar", "advert", "cookie note", "comment link", "skip link", "video player"})
"""Kinds whose words leave no doubt."""
_SURE = 1.0
"""Log odds above which a paragraph stays although its words or its neighbour speak against it."""
_SIGNED = re.compile(r"[—–-]\s?.{1,60}\(@\w+\)")
"""The foot of a quoted post: "— Ann Vell (@annvell) May 4, 2023"."""
