"""Quoted scraps of the report with no cue of their own: where they stand, and which are no repetition at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.attributions.marks import Quotation, Quotations, merged
from sayso.echoes.statements import Fragment
from sayso.echoes.words import Lexis, negated
from sayso.schema import Article, Attribution, Span

WORDS_MAX = 40
"""A longer quotation is nobody's fragment but a statement whose cue was missed."""
UNCLOSED_MAX = 240
"""How many characters are read behind a mark that never closes."""
HEADING_MAX = 14
"""A paragraph of at most so many words without a full stop is a heading."""

_CUE_BEFORE = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|tweet(?:ed|s|ing)?|wrote|writes|writing|added|adds|adding|replied"
    r"|replies|asked|asks|asking|call(?:ed|s|ing)?|dub(?:bed|s)|describ(?:ed|es|ing)|label(?:led|s|ed)|term(?:ed|s)"
    r"|nam(?:ed|es)|nicknamed|codenamed|code-named|titled|entitled|styled|known|billed|referred|declar(?:ed|es|ing)"
    r"|announc(?:ed|es|ing)|claim(?:ed|s|ing)?|insist(?:ed|s|ing)?|argu(?:ed|es|ing)|explain(?:ed|s|ing)?|reads?|reading"
    r"|shout(?:ed|s|ing)|chant(?:ed|s|ing)|continued|continues|according|so-called|called-|headlined|means?|meaning"
    r"|marked|stamped|tagged|listed|captioned|scrawled|inscribed|spelled|spelt|pronounced|translat(?:ed|es)|aka)\b",
    re.IGNORECASE,
)
"""Words shortly before a quotation that make it somebody's outright, or a name."""
_NAMED_BEFORE = re.compile(
    r"\b(?:words?|term|phrase|slogan|hashtag|headline|motto|banner|placard|song|single|album|film|movie|book|novel|play"
    r"|musical|poem|painting|show|programme|program|series|episode|podcast|documentary|magazine|newspaper|column|essay"
    r"|article|story|game|tour|exhibition|campaign|project|operation|ship|boat|yacht|ferry|horse),?$",
    re.IGNORECASE,
)
"""Words right before a quotation that make it the name of something, or a word as such."""
_CUE_AFTER = re.compile(
    r"[\s,]*(?:(?:he|she|it|they|we|i|who)\s+)?(?:said|says|told|tweeted|wrote|writes|added|adds|replied|asked|asks|explained"
    r"|insisted|claimed|declared|according to)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Scrap:
    """A quotation of the report that belongs to no attribution.

    :param span: with its marks.
    :param fragment: its words.
    :param closed: whether its mark closes; if not, ``span`` runs to the end of its sentence and may hold too much.
    :param joined: where a second mark opens before one closes: two scraps run into one.
    :param heading: whether it stands in a heading.
    :param opening: whether it stands in the first two paragraphs.
    """

    span: Span
    fragment: Fragment
    closed: bool
    joined: int | None
    heading: bool
    opening: bool

    def halves(self) -> tuple[Scrap, ...]:
        """Give the two scraps that were run into one: the first without a mark that closes."""
        if self.joined is None:
            return ()
        words = self.fragment.words
        at = bisect_left(words.starts, self.joined)
        first, second = words.cut(0, at), words.cut(at, len(words))
        return (
            replace(
                self,
                span=Span(self.span.start, self.joined),
                fragment=replace(self.fragment, words=first),
                closed=False,
                joined=None,
            ),
            replace(self, span=Span(self.joined, self.span.end), fragment=Fragment(second), joined=None),
        )


def scraps_of(
    article: Article, attributions: Sequence[Attribution], quotations: Quotations, lexis: Lexis
) -> Iterator[Scrap]:
    """Find the quotations that no attribution touches and that may repeat one; in reading order."""
    text = article.text
    taken = merged(span for a in attributions for role in (a.source, a.cue, a.content) for span in role)
    taken_starts = [span.start for span in taken]
    paragraph_starts = [span.start for span in article.paragraphs]
    last = -1
    for index, quotation in enumerate(quotations.all):
        if quotation.depth or len(quotation.pieces) > 1 or quotation.start < last:
            continue
        number = bisect_right(paragraph_starts, quotation.start) - 1
        paragraph = article.paragraphs[number]
        span, closed, joined = _cut(text, quotations, index)
        at = bisect_right(taken_starts, span.end - 1) - 1
        if at >= 0 and taken[at].end > span.start:
            continue
        last = span.end
        words = lexis.learn(text, span.start, span.end)
        heading = _is_heading(text, paragraph)
        if not 0 < len(words) <= WORDS_MAX or _has_cue(text, paragraph, span):
            continue
        if lexis.capital(words) and not (heading and (len(words) > 1 or span.start == paragraph.start)):
            continue
        yield Scrap(span, Fragment(words, negated(text, span.start)), closed, joined, heading, number < 2)


def _cut(text: str, quotations: Quotations, index: int) -> tuple[Span, bool, int | None]:
    """Say where a quotation ends whose mark may never close; whether one does, and where two scraps were made one.

    With a second opening mark before the one that closes, two scraps were joined and one mark forgotten: they are
    taken as one, to the mark that closes.
    """
    quotation: Quotation = quotations.all[index]
    if quotation.closed:
        return quotation.pieces[0], True, None
    for inner in quotations.all[index + 1 : index + 3]:
        if inner.closed and inner.end <= quotation.end and text[inner.start] == text[quotation.start]:
            return Span(quotation.start, inner.end), True, inner.start
    most = min(quotation.end, quotation.start + UNCLOSED_MAX)
    end = _SENTENCE_END.search(text, quotation.start, most)
    return Span(quotation.start, end.end() if end else most), False, None


def _is_heading(text: str, paragraph: Span) -> bool:
    if paragraph.end - paragraph.start > 120:
        return False
    line = paragraph.of(text)
    return len(line.split()) <= HEADING_MAX and line[-1:] not in ".!?…:,;"


def _has_cue(text: str, paragraph: Span, span: Span) -> bool:
    """Say whether words next to a quotation make it somebody's, or a name, though no attribution was found."""
    before = text[max(paragraph.start, span.start - 40) : span.start]
    near = " ".join(before[max(before.rfind(mark) for mark in ".!?;") + 1 :].split()[-3:])
    return (
        near.endswith(":")
        or _CUE_BEFORE.search(near) is not None
        or _NAMED_BEFORE.search(near) is not None
        or _CUE_AFTER.match(text[span.end : min(paragraph.end, span.end + 40)]) is not None
    )
