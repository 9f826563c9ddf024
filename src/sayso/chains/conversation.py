"""Articles that are one occasion from end to end: interviews set as questions and answers, reports from a court."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.schema import Article, Attribution, Channel

_COURT = re.compile(r"\b(?:court|jury|jurors|inquest|tribunal|judge|magistrates)\b", re.IGNORECASE)
_SAID = re.compile(
    r"(?:also |then |later )?(?:said|told|asked|replied|added|denied|accepted|agreed|claimed|admitted|testified|heard"
    r"|was told)\b"
)
_ELSEWHERE = re.compile(r"\b(?:outside|after(?:wards)?|statement|later|since|reporters|spokes\w+|interview)\b")
_AROUND = 90
TURNS_MIN = 4
"""Fewer turns may be a list or a quotation with a colon."""
ANCHORS_MIN = 2
"""One statement in court does not make a report from there."""


def conversation_of(article: Article, attributions: Sequence[Attribution]) -> dict[int, Channel]:
    """Find the turns of an interview, and what channel they came by.

    :return: from index of an attribution to its channel; empty for most articles.
    """
    begins = {paragraph.start for paragraph in article.paragraphs}
    begins |= {start + 1 for start in begins}  # a quotation mark may stand before the name
    turns = [
        index
        for index, attribution in enumerate(attributions)
        if attribution.nested_in is None
        and attribution.source
        and attribution.source[0].start in begins
        and [cue.of(article.text) for cue in attribution.cue] == [":"]
    ]
    names = {attributions[index].source[0].of(article.text) for index in turns}
    if len(turns) < TURNS_MIN or not 1 < len(names) <= len(turns) // 2:
        return {}
    channel: Channel = "debate" if "debate" in (article.title or "").casefold() else "interview"
    return dict.fromkeys(turns, channel)


def hearing_of(article: Article, attributions: Sequence[Attribution], told: Sequence[bool]) -> frozenset[int]:
    """Find what is said in court, in an article that reports from one.

    A statement "told the court" or one that "the court heard" opens and closes the hearing; what is said between them
    in the simple past, and nowhere else by its own words, is said there too.

    :param told: for each attribution, whether it says that a court is told.
    :return: indexes of attributions of the report itself.
    """
    text = article.text
    anchors = []
    for index, attribution in enumerate(attributions):
        if attribution.nested_in is not None or not attribution.cue or attribution.act != "statement":
            continue
        cue = attribution.cue[0]
        heard = any(_COURT.search(s.of(text)) for s in attribution.source) and cue.of(text) in ("heard", "was told")
        if told[index] or heard:
            anchors.append(index)
    if len(anchors) < ANCHORS_MIN:
        return frozenset()
    out = set(anchors)
    for index in range(anchors[0], anchors[-1]):
        attribution = attributions[index]
        if attribution.nested_in is None and attribution.cue and _SAID.match(attribution.cue[0].of(text)):
            low, high = attribution.cue[0].start - _AROUND, attribution.cue[0].end + _AROUND
            if not _ELSEWHERE.search(text, max(0, low), high):
                out.add(index)
    return frozenset(out)
