"""What the quotation marks know and the tagger, which reads paragraph by paragraph, cannot.

- A quotation that runs over paragraphs belongs whole to the attribution that its first part belongs to.
- A paragraph that is one quotation without a cue goes on with the speaker of the paragraph before it.
- A quotation with a lead-in that holds no verb of saying ("Ana Reyes spoke with a guard, “…”") gets source and
  cue from it.
- A content that ends or begins a mark short of its quotation is let out to the mark.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.attributions.draft import Draft
from sayso.attributions.lexicon import LEADING
from sayso.attributions.marks import Quotation, Quotations, merged
from sayso.schema import Span

LEAD_IN = 0.5
"""How sure an attribution made by the lead-in rule is taken to be: a guess, not measured."""
_EDGE = 3
"""How many code points of marks and stops may lie between a content's edge and its quotation's."""
_MIN_WORDS = 4
_LEAD_MAX = 260
_LEAD = re.compile(r"(?:^|[.!?][\"'”’]?\s+)([^.!?\"“”]{3,200}[,:])\s*$")
_WORD = re.compile(r"\w+")
_OPENERS = "\"“'‘„«”"


def run_on(text: str, paragraphs: Sequence[Span], drafts: Sequence[Draft], quotations: Quotations) -> list[Draft]:
    """Mend the drafts of a text by its quotation marks.

    :param drafts: as tagged, paragraph by paragraph; those without a cue are contents that found none.
    :param quotations: of the same text.
    :return: drafts that each have a cue.
    """
    cued = [_let_out(text, draft, quotations) for draft in drafts if draft.cue and not _quoted_cue(draft, quotations)]
    cueless = [span for draft in drafts if not draft.cue for span in draft.content]
    cued = _whole(text, paragraphs, cued, quotations)
    return _carried(text, paragraphs, cued, cueless, quotations)


class _Places:
    """Spans of drafts in order, to find which draft has one at a given place. Spans of one role do not overlap."""

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span, _ in self._spans]

    def touching(self, place: Span) -> list[int]:
        """Give the drafts with a span that overlaps ``place``, in reading order."""
        low = max(0, bisect_right(self._starts, place.start) - 1)
        high = bisect_left(self._starts, place.end)
        return [draft for span, draft in self._spans[low:high] if span.start < place.end and place.start < span.end]

    def covers(self, start: int, end: int) -> bool:
        """Say whether one span holds everything from ``start`` to ``end``."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._spans[index][0].end


def _let_out(text: str, draft: Draft, quotations: Quotations) -> Draft:
    """Move each edge of a content that misses its quotation's edge by marks and stops alone."""
    pieces = []
    for start, end in draft.content:
        for part in quotations.near(Span(start, end)):
            if 0 < start - part.start <= _EDGE and not _words(text, part.start, start):
                start = part.start
            if 0 < part.end - end <= _EDGE and part.start <= start and not _words(text, end, part.end):
                end = part.end
        pieces.append(Span(start, end))
    content = tuple(merged(pieces))
    return draft if content == draft.content else replace(draft, content=content)


def _quoted_cue(draft: Draft, quotations: Quotations) -> bool:
    """Say whether a quotation opens within the cue: "were “told to run”" quotes the words that seem to say so."""
    return any(cue.start < p.start < cue.end for cue in draft.cue for p in quotations.near(cue))


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _paragraph_at(paragraphs: Sequence[Span], offset: int) -> int:
    return bisect_right(paragraphs, (offset, sys.maxsize)) - 1


def _whole(text: str, paragraphs: Sequence[Span], drafts: list[Draft], quotations: Quotations) -> list[Draft]:
    """Give each quotation of several paragraphs, or with a bare lead-in, whole to the attribution it begins in."""
    contents = _Places((c, i) for i, d in enumerate(drafts) for c in d.content)
    taken = _Places((s, i) for i, d in enumerate(drafts) for s in d.spans)
    out = list(drafts)
    owned: list[tuple[Span, int]] = []  # what else lies in these pieces is nested in their owner
    for quotation in quotations.outer:
        touching = contents.touching(quotation.pieces[0])
        owners = [i for i in touching if not _reported_in(out[i], quotation.pieces[0])]
        if owners:
            owner = owners[0]
        else:
            made = _lead_in(text, paragraphs, taken, quotation)
            if made is None:
                continue
            owner = len(out)
            out.append(made)
        if not owners or len(quotation.pieces) > 1 or _cut_short(out[owner], quotation):
            firsts = [c for c in out[owner].content if not _overlap(c, quotation.pieces[0])]
            out[owner] = replace(out[owner], content=tuple(merged((*firsts, *quotation.pieces))))
            owned += [(piece, owner) for piece in quotation.pieces]
    running = _Places(owned)
    return [d for i, d in enumerate(out) if not _said_inside(d, i, running)]


def _cut_short(draft: Draft, quotation: Quotation) -> bool:
    """Say whether a content takes a closed quotation's beginning and leaves its end: marks inside misled the tagger."""
    piece = quotation.pieces[0]
    return quotation.closed and any(
        abs(c.start - piece.start) <= 1 and c.end < piece.end - _EDGE for c in draft.content
    )


def _reported_in(draft: Draft, piece: Span) -> bool:
    """Say whether a draft lies inside a quotation, source and cue and all: "“He told me it was shut.”"."""
    return piece.start <= draft.cue[0].start and draft.cue[-1].end <= piece.end and piece.start <= draft.start


def _said_inside(draft: Draft, index: int, running: _Places) -> bool:
    """Say whether a draft lies inside another's quotation: nesting finds it again there."""
    owners = running.touching(Span(draft.start, draft.end))
    return bool(owners) and index not in owners and running.covers(draft.start, draft.end)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _lead_in(text: str, paragraphs: Sequence[Span], taken: _Places, quotation: Quotation) -> Draft | None:
    """Read "SOURCE CUE, “…" before an unclaimed quotation: a noun phrase, then a verb of meeting or saying."""
    first = quotation.pieces[0]
    if _words(text, first.start, first.end) < _MIN_WORDS:
        return None
    paragraph = paragraphs[_paragraph_at(paragraphs, first.start)]
    # Only what may be the sentence before the mark is looked at, so that a paragraph of marks costs no more.
    lead = text[max(paragraph.start, first.start - _LEAD_MAX) : first.start]
    match = _LEAD.search(lead)
    if match is None:
        return None
    start = first.start - len(lead) + match.start(1)
    if taken.touching(Span(start, first.start)):
        return None
    sentence = match.group(1)
    verb = LEADING.search(sentence)
    if verb is None or not 0 < verb.start() <= 90 or not sentence[: verb.start()].strip():
        return None
    head = len(sentence[: verb.start()].rstrip())
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
    quotations: Quotations,
) -> list[Draft]:
    """Give wholly quoted paragraphs without a cue to the quoted speaker of the paragraph before.

    The tagger must have seen a content in such a paragraph too: a scare quote at a paragraph's start is none.
    """
    seen = {_paragraph_at(paragraphs, span.start) for span in cueless}
    last_in: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        for place in {_paragraph_at(paragraphs, span.start) for span in draft.spans}:
            known = last_in.get(place)
            if known is None or drafts[known].end < draft.end:
                last_in[place] = index
    marked = {i for i, d in enumerate(drafts) if any(text[c.start] in _OPENERS for c in d.content)}
    more: dict[int, list[Span]] = {}
    for quotation in quotations.outer:
        place = _paragraph_at(paragraphs, quotation.start)
        last = last_in.get(place - 1)
        if (
            last not in marked
            or place in last_in
            or place not in seen
            or not _alone(text, paragraphs[place], quotation)
        ):
            continue
        more.setdefault(last, []).extend(quotation.pieces)
        for piece in quotation.pieces:
            last_in.setdefault(_paragraph_at(paragraphs, piece.start), last)
    for index, pieces in more.items():
        drafts[index] = replace(drafts[index], content=tuple(merged((*drafts[index].content, *pieces))))
    return drafts


def _alone(text: str, paragraph: Span, quotation: Quotation) -> bool:
    """Say whether a quotation fills its first paragraph, but for stops."""
    piece = quotation.pieces[0]
    return not _words(text, paragraph.start, piece.start) and not _words(text, piece.end, paragraph.end)
