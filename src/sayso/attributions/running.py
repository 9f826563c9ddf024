"""What the quotation marks know and the tagger, which reads paragraph by paragraph, cannot.

- A quotation that runs over paragraphs belongs whole to the attribution that its first part belongs to.
- A paragraph that is one quotation without a cue goes on with the speaker of the paragraph before it.
- A quotation with a lead-in that holds no verb of saying ("Ana Reyes spoke with a guard, “…”") gets source and
  cue from it.
- A content that ends or begins a mark short of its quotation is let out to the mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.attributions.draft import Draft
from sayso.attributions.lexicon import MEETING
from sayso.attributions.marks import Quotation
from sayso.schema import Span

LEAD_IN = 0.5
"""Confidence of an attribution made by the lead-in rule; about what reading of its finds on train bore out."""
_EDGE = 3
"""How many code points of marks and stops may lie between a content's edge and its quotation's."""
_MIN_WORDS = 4


def run_on(
    text: str, paragraphs: Sequence[Span], drafts: Sequence[Draft], quotations: Sequence[Quotation]
) -> list[Draft]:
    """Mend the drafts of a text by its quotation marks.

    :param drafts: as tagged, paragraph by paragraph; those without a cue are contents that found none.
    :param quotations: of the same text.
    :return: drafts that each have a cue.
    """
    outer = [q for q in quotations if q.depth == 0]
    cued = [_let_out(text, draft, outer) for draft in drafts if draft.cue]
    cueless = [span for draft in drafts if not draft.cue for span in draft.content]
    for quotation in outer:
        cued = _whole(text, paragraphs, cued, quotation)
    return _carried(text, paragraphs, cued, cueless, outer)


def _let_out(text: str, draft: Draft, outer: Sequence[Quotation]) -> Draft:
    """Move each edge of a content that misses its quotation's edge by marks and stops alone."""
    starts = [q.start for q in outer]
    pieces = []
    for piece in draft.content:
        start, end = piece
        index = bisect_right(starts, start + _EDGE) - 1
        for quotation in outer[max(0, index - 1) : index + 2]:
            for part in quotation.pieces:
                if 0 < start - part.start <= _EDGE and not _words(text, part.start, start):
                    start = part.start
                if 0 < part.end - end <= _EDGE and part.start <= start and not _words(text, end, part.end):
                    end = part.end
        pieces.append(Span(start, end))
    return replace(draft, content=tuple(pieces))


def _words(text: str, start: int, end: int) -> int:
    return len(re.findall(r"\w+", text[start:end]))


def _paragraph_at(paragraphs: Sequence[Span], offset: int) -> int:
    return bisect_right(paragraphs, (offset, 1 << 62)) - 1


def _whole(text: str, paragraphs: Sequence[Span], drafts: list[Draft], quotation: Quotation) -> list[Draft]:
    """Give a quotation of several paragraphs, or one with a bare lead-in, to the attribution it begins in."""
    first = quotation.pieces[0]
    owner = next((i for i, d in enumerate(drafts) if any(_overlap(c, first) for c in d.content)), None)
    if owner is None:
        made = _lead_in(text, paragraphs, drafts, quotation)
        if made is None:
            return drafts
        drafts, owner = [*drafts, made], len(drafts)
    if len(quotation.pieces) < 2:
        return drafts
    rest = quotation.pieces[1:]
    kept = []
    for index, draft in enumerate(drafts):
        if index == owner:
            content = [c for c in draft.content if not any(_overlap(c, piece) for piece in quotation.pieces)]
            draft = replace(draft, content=tuple(sorted({*content, *quotation.pieces})))
        elif any(piece.start <= draft.start and draft.end <= piece.end for piece in rest):
            continue  # said inside the quotation: nesting finds it again
        kept.append(draft)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _lead_in(text: str, paragraphs: Sequence[Span], drafts: Sequence[Draft], quotation: Quotation) -> Draft | None:
    """Read "SOURCE CUE, “…" before an unclaimed quotation: a name or noun phrase, then a verb of meeting."""
    first = quotation.pieces[0]
    if _words(text, first.start, first.end) < _MIN_WORDS:
        return None
    paragraph = paragraphs[_paragraph_at(paragraphs, first.start)]
    lead = text[paragraph.start : first.start]
    match = re.search(r"(?:^|[.!?][\"'”’]?\s+)([^.!?\"“”]{3,200}[,:])\s*$", lead)
    if match is None:
        return None
    start = paragraph.start + match.start(1)
    if any(_overlap(span, Span(start, first.start)) for d in drafts for span in d.spans):
        return None
    sentence = match.group(1)
    verb = MEETING.search(sentence)
    if verb is None or not 0 < verb.start() <= 90 or not sentence[: verb.start()].strip():
        return None
    source = sentence[: verb.start()].rstrip()
    head = len(source)
    tail = len(sentence.rstrip(" ,:"))
    return Draft(
        source=(Span(start, start + head),),
        cue=(Span(start + verb.start(), start + tail),),
        content=(first,),
        sure=LEAD_IN,
    )


def _carried(
    text: str,
    paragraphs: Sequence[Span],
    drafts: list[Draft],
    cueless: Sequence[Span],
    outer: Sequence[Quotation],
) -> list[Draft]:
    """Give wholly quoted paragraphs without a cue to the quoted speaker of the paragraph before."""
    candidates = sorted({*cueless})
    starts = [c.start for c in candidates]
    by_paragraph: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        for place in {_paragraph_at(paragraphs, span.start) for span in draft.spans}:
            by_paragraph.setdefault(place, []).append(index)
    for quotation in outer:
        piece = quotation.pieces[0]
        place = _paragraph_at(paragraphs, piece.start)
        if place < 1 or place in by_paragraph or not _alone(text, paragraphs[place], quotation):
            continue
        before = by_paragraph.get(place - 1, [])
        # The tagger must have seen a content here too: a scare quote at a paragraph's start is none.
        near = bisect_left(starts, paragraphs[place].start)
        seen = near < len(candidates) and candidates[near].start < paragraphs[place].end
        if not before or not seen:
            continue
        last = max(before, key=lambda i: drafts[i].end)
        if not any(text[c.start] in "\"“'‘„«”" for c in drafts[last].content):
            continue
        drafts[last] = replace(drafts[last], content=tuple(sorted((*drafts[last].content, *quotation.pieces))))
        for one in quotation.pieces:
            by_paragraph.setdefault(_paragraph_at(paragraphs, one.start), []).append(last)
    return drafts


def _alone(text: str, paragraph: Span, quotation: Quotation) -> bool:
    """Say whether a quotation fills its first paragraph, but for stops."""
    piece = quotation.pieces[0]
    return not _words(text, paragraph.start, piece.start) and not _words(text, piece.end, paragraph.end)
