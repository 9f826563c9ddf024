"""Interviews, debates and hearings set as a transcript: "ANA REYES: We never got the letter."

A paragraph that opens with a label and a colon is that speaker's own words, marks or no marks. One such paragraph
proves nothing ("Note: …"); a text is a transcript when several paragraphs have labels and a label comes back.

Known gap: a paragraph without a label inside an answer is read as the reporter's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from sayso.attributions.draft import Draft
from sayso.schema import Span

LABELS_MIN = 3
SURE = 0.9
"""How sure an attribution by label is taken to be: a guess, not measured."""

_LABEL = re.compile(
    r"((?:Q|A|[A-Z][\w.’'-]{0,30}(?:\s(?:of\s|the\s|and\s)?[A-Z0-9][\w.’'-]{0,30}){0,4})(?:\s\([^()\n]{1,40}\))?)\s?(:)\s+(?=\S)"
)


def transcript(text: str, paragraphs: Sequence[Span], drafts: Sequence[Draft]) -> list[Draft]:
    """Put the labelled paragraphs of a transcript in the place of what was tagged in them.

    :return: the drafts unchanged where the text is no transcript.
    """
    labelled = []
    for paragraph in paragraphs:
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match is not None and match.end() < paragraph.end:
            labelled.append((paragraph, match))
    names = Counter(match.group(1).casefold() for _, match in labelled)
    if len(labelled) < LABELS_MIN or max(names.values()) < 2 or len(names) < 2:
        return list(drafts)
    made = [
        Draft(
            source=(Span(*match.span(1)),),
            cue=(Span(*match.span(2)),),
            content=(Span(match.end(), paragraph.end),),
            sure=SURE,
            verbatim=True,
        )
        for paragraph, match in labelled
    ]
    taken = [paragraph for paragraph, _ in labelled]
    starts = [paragraph.start for paragraph in taken]
    return [*made, *(d for d in drafts if not _within(d, taken, starts))]


def _within(draft: Draft, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, draft.start) - 1
    return index >= 0 and draft.start < taken[index].end
