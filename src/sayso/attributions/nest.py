"""Attributions inside contents: the tagger reads again what somebody says, for what they say that others say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.attributions.draft import Draft
from sayso.attributions.lexicon import DOCUMENT, REPORTING
from sayso.attributions.marks import CLOSING, OPENING, Quotations
from sayso.attributions.tagger import Tagger
from sayso.schema import Span

DEPTH_MAX = 3
WORDS_MIN = 5
SURE_MIN = 0.5
"""Least confidence of a nested attribution: the tagger was not trained on contents alone and sees more there
than is.
"""

Reader = Callable[[str, Sequence[Span], Tagger], list[list[Draft]]]
_MARKS = "\"'" + OPENING + CLOSING
_COLON = re.compile(
    r"\s*(?!(?:Dear|To|Re|Note|Update|Breaking|Question|Answer|Part|Chapter|Step|Section|Article|Remember|Look|Listen|Yes|No)\b)"
    r"([A-Z][\w’'.&-]{0,30}(?:\s(?:(?:of|the|and|for|in)\s)?[A-Z0-9][\w’'.&-]{0,30}){0,7})(:)\s+(?=\S)"
)
_REPORT_IS = re.compile(
    r"\s*((?:[\w’'-]{1,30}\s){0,3}?([A-Za-z]{3,20})(?:\s(?:from|of|by|in|at|on|out\sof)(?:\s[\w’'-]{1,30}){1,6}?)?)"
    r"\s(is|was|are|were)(?:\sthat)?\s(?=\S)"
)


def nest(text: str, drafts: list[Draft], quotations: Quotations, tagger: Tagger, read: Reader) -> list[Draft]:
    """Add what the contents of drafts report in turn, to ``DEPTH_MAX`` levels.

    :param read: tags, decodes and links stretches of the text; gives the drafts of each.
    :return: the drafts, then those nested in them, each with the index of its parent.
    """
    out = list(drafts)
    level = list(range(len(out)))
    for depth in range(1, DEPTH_MAX + 1):
        stretches: list[tuple[int, Span]] = []
        for index in level:
            stretches += [(index, s) for s in _worth_reading(text, out[index])]
        if not stretches:
            break
        found = _read_each(text, stretches, tagger, read)
        level = []
        for parent, draft in found:
            level.append(len(out))
            shorter = _before_participle(text, out[parent], draft, quotations)
            if shorter is None:
                out.append(replace(draft, depth=depth, parent=parent))
            else:
                above = out[parent]
                out.append(replace(draft, source=above.source, depth=above.depth, parent=above.parent))
                out[parent] = replace(above, content=shorter)
    return out


def _worth_reading(text: str, draft: Draft) -> list[Span]:
    spans = []
    for piece in draft.content:
        span = _bare(text, piece)
        words = span.of(text)
        if words.count(" ") + 1 >= WORDS_MIN and REPORTING.search(words.lower()):
            spans.append(span)
    return spans


def _bare(text: str, piece: Span) -> Span:
    """Take a piece out of its own marks, one at either end; marks inside them stay."""
    words = piece.of(text)
    body = words.lstrip()
    body = body[_marks_long(body[:2]) :].lstrip()
    start = piece.end - len(body)
    body = body.rstrip()
    body = body[: len(body) - _marks_long(body[:-3:-1])].rstrip()
    return Span(start, start + len(body))


def _marks_long(two: str) -> int:
    """Say how many code points the mark takes that two of them begin with: two single ones are a double."""
    if two in ("''", "``"):
        return 2
    return int(two[:1] in _MARKS and two != "")


def _read_each(text: str, stretches: list[tuple[int, Span]], tagger: Tagger, read: Reader) -> list[tuple[int, Draft]]:
    found = []
    each = read(text, [span for _, span in stretches], tagger)
    for (parent, span), drafts in zip(stretches, each, strict=True):
        ruled = _by_rule(text, span)
        inside = [d for d in drafts if _holds_up(d, span) or _turns_back(text, d)]
        if ruled is not None:  # what the tagger saw in it, it will see again inside the rule's content
            inside = [ruled, *(d for d in inside if d.start >= ruled.end)]
        found += [(parent, draft) for draft in inside]
    return found


def _holds_up(draft: Draft, span: Span) -> bool:
    """Keep what has a cue, is sure enough, and leaves something of the stretch over."""
    if not draft.cue or draft.sure < SURE_MIN:
        return False
    return all(piece != span for piece in draft.content)


def _turns_back(text: str, draft: Draft) -> bool:
    """Say whether a participle of saying stands right behind a quotation: “…”, announcing B.

    There it is the teller's act, however unsure the tagger is, which sees the content alone and not who tells it.
    """
    if draft.source or not draft.cue or not _PARTICIPLE.match(text, draft.cue[0].start):
        return False
    return text[max(0, draft.cue[0].start - 4) : draft.cue[0].start].rstrip(" ,")[-1:] in tuple(CLOSING + '"')


_PARTICIPLE = re.compile(
    r"(?:adding|announcing|arguing|calling|claiming|complaining|confirming|declaring|denying|describing|explaining"
    r"|insisting|noting|promising|saying|stating|stressing|suggesting|telling|urging|vowing|warning)\b",
    re.IGNORECASE,
)


def _before_participle(text: str, parent: Draft, draft: Draft, quotations: Quotations) -> tuple[Span, ...] | None:
    """Find where "… told him to go because it is “not our war”, declaring B" turns from what is told to the teller.

    A participle of saying without a source of its own, outside the quotation marks, up to the content's end, is the act
    of the one who tells.

    :return: the parent's content without it; ``None`` where the draft is no such thing.
    """
    last = parent.content[-1]
    cue = draft.cue[0]
    if draft.source or not parent.source or not last.start < cue.start or draft.end < last.end - 2:
        return None
    if not _PARTICIPLE.match(text, cue.start) or quotations.covers(cue):
        return None
    end = last.start + len(text[last.start : cue.start].rstrip(" ,;–—-\u00a0"))
    return (*parent.content[:-1], Span(last.start, end)) if end > last.start else None


def _by_rule(text: str, span: Span) -> Draft | None:
    """Read the two turns of posts and radio speech that the tagger's corpus lacks.

    "Channel 9: the bridge is open" (a name, a colon), and "latest report from the coast is the bridge is open".
    """
    words = span.of(text)
    colon = _COLON.match(words)
    if colon is not None:
        return _three(span, colon.span(1), colon.span(2), (colon.end(), len(words)), text)
    report = _REPORT_IS.match(words)
    if report is not None and report.group(2).casefold() in DOCUMENT:
        return _three(span, report.span(1), report.span(3), (report.end(), len(words)), text)
    return None


def _three(span: Span, source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int], text: str) -> Draft:
    def at(pair: tuple[int, int]) -> Span:
        start, end = span.start + pair[0], span.start + pair[1]
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    stop = at(content)
    if text[stop.end - 1] in ".":
        stop = Span(stop.start, stop.end - 1)
    return Draft((at(source),), (at(cue),), (stop,), SURE_MIN)
