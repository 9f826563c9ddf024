"""What stands around whole stretches of an article: an agency that signs it, somebody else's report copied into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.chains.lexicon import PIECES, TELLING
from sayso.chains.outlet_names import AGENCY
from sayso.chains.outlets import Teller
from sayso.chains.words import Words
from sayso.schema import Article, Span

SIGNED_WITHIN = 400
"""An agency signs within so many characters from the beginning of a report, its headline included."""

_SIGNED = re.compile(rf"\(({'|'.join(map(re.escape, AGENCY))})\)\s{{0,2}}[-–—]")
_REPORTING = frozenset(
    """
    reports reported writes wrote notes noted explains explained describes described adds added continues continued
    recounts recounted details detailed reads says said states stated recorded
    """.split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the article that is another's report.

    :param span: the stretch.
    :param tellers: whose report it is, nearest to the article first.
    """

    span: Span
    tellers: tuple[Span, ...]


def signed_by(article: Article) -> Span | None:
    """Find the agency that signs the report ("(Reuters) -"), where the page is another's.

    A text whose page is not known is taken for the agency's own report: no hop stands between.
    """
    if not article.publisher:
        return None
    signed = _SIGNED.search(article.text, 0, SIGNED_WITHIN)
    if signed is None:
        return None
    publisher = article.publisher.casefold()
    short, long = signed[1].casefold(), AGENCY[signed[1]].casefold()
    if publisher in (short, long) or long in publisher or publisher.split()[:1] == [short]:
        return None
    return Span(*signed.span(1))


def frames_of(article: Article, words: Words, tellers: Sequence[Teller]) -> list[Frame]:
    """Find reports of others copied into the article: a paragraph that ends "the Post reports:" and what it leads in.

    The copied paragraphs open with quotation marks; where the first does not, it alone is taken.
    """
    text = article.text
    out: list[Frame] = []
    at = 0
    last: tuple[Span, ...] = ()
    for number, paragraph in enumerate(article.paragraphs):
        while at < len(tellers) and words.starts[tellers[at].first] < paragraph.end:
            if tellers[at].outlet is not None and tellers[at].sure:
                last = tellers[at].spans if tellers[at].person else tellers[at].spans or last
            at += 1
        if text[paragraph.end - 1] == ":":
            whose = _led_in_by(words, paragraph, tellers, at, last)
        else:
            whose = last if out and _goes_on(words, paragraph) else ()
        if whose:
            end = _copied(text, article.paragraphs[number + 1 : number + 40])
            if end is not None:
                out.append(Frame(Span(paragraph.end, end), whose))
    return out


def _led_in_by(
    words: Words, paragraph: Span, tellers: Sequence[Teller], at: int, last: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Say whose report a paragraph that ends with a colon leads in; nobody's where it leads in a person's words."""
    stop = words.at(paragraph.end - 1)
    first = max(words.at(paragraph.start), stop - 12)
    tail = words.lower[first:stop]
    if not _REPORTING.intersection(tail[-4:]):
        return ()
    if TELLING.intersection(tail):
        return ()
    for teller in reversed(tellers[max(0, at - 4) : at]):
        if words.starts[teller.first] >= paragraph.start and teller.last >= first:
            return teller.spans
    return last if PIECES.intersection(tail) or "detail" in tail else ()


def _goes_on(words: Words, paragraph: Span) -> bool:
    """Say whether a paragraph only leads over to more of the same report: "The article ends on a bleak note."."""
    first, stop = words.at(paragraph.start), words.at(paragraph.end - 1)
    return 0 < stop - first < 25 and words.lower[first] == "the" and words.lower[first + 1] in PIECES


def _copied(text: str, paragraphs: Sequence[Span]) -> int | None:
    """Find where the copied paragraphs end; ``None`` where there are none."""
    end = None
    for index, paragraph in enumerate(paragraphs):
        quoted = text[paragraph.start] in "\"“”«„'‘"
        if index and not quoted:
            break
        end = paragraph.end
        if not quoted:
            break
    return end
