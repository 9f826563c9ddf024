"""An article to its attributions: tag, decode, link, mend by the quotation marks, nest, name the form."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sayso.attributions.acts import act_of, polarity_of
from sayso.attributions.dateline import after_dateline
from sayso.attributions.decode import Marked, closed, decode_each
from sayso.attributions.draft import Draft
from sayso.attributions.evidence import Heard, Words, quoted, words_from
from sayso.attributions.form import form_of, piece_around
from sayso.attributions.link import Linked, link
from sayso.attributions.marks import Quotations, quotations_of
from sayso.attributions.nest import nest
from sayso.attributions.running import run_on
from sayso.attributions.stretch import stretches
from sayso.attributions.tagger import PIECES_MAX, Tagger
from sayso.attributions.tokens import Tokens
from sayso.attributions.transcript import transcript
from sayso.schema import Article, Attribution, Form, Span


def attribute(article: Article, tagger: Tagger) -> list[Attribution]:
    """Find every attribution of an article, in reading order of their first span, outer before inner.

    The result depends on this article alone, never on what else is read in the same run.
    """
    return attribute_with_evidence(article, tagger)[0]


def attribute_with_evidence(
    article: Article, tagger: Tagger, quotations: Quotations | None = None
) -> tuple[list[Attribution], Words | None]:
    """Find every attribution as ``attribute`` does, and keep what else the model says of the words.

    :param quotations: of the article's text, if they are known.
    :return: the attributions, and the words of the paragraphs; ``None`` where the model gives no evidence.
    """
    text = article.text
    paragraphs = [after_dateline(text, paragraph) for paragraph in article.paragraphs]
    each, words = read_with_evidence(text, list(stretches(text, paragraphs)), tagger)
    drafts = [d for found in each for d in found]
    quotations = quotations or Quotations(quotations_of(text, article.paragraphs))
    if words is not None:
        words = replace(words, quoted=quoted(words.spans, quotations.all))
    drafts = transcript(text, article.paragraphs, drafts)
    drafts = run_on(text, article.paragraphs, drafts, quotations)
    drafts = nest(text, drafts, quotations, tagger, read_stretches)
    drafts = _in_order(drafts)
    forms = _forms(text, drafts, quotations)
    attributions = [
        Attribution(
            id=f"A{index + 1}",
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            form=forms[index],
            act=act_of(text, draft),
            polarity=polarity_of(text, draft),
            confidence=_confidence(draft, tagger),
            nested_in=None if draft.parent is None else f"A{draft.parent + 1}",
        )
        for index, draft in enumerate(drafts)
    ]
    return attributions, words


def _forms(text: str, drafts: Sequence[Draft], quotations: Quotations) -> list[Form]:
    inside: dict[Span, Quotations] = {}
    out = []
    for draft in drafts:
        marks = quotations
        if draft.parent is not None:
            piece = piece_around(drafts[draft.parent], draft)
            if piece not in inside:
                inside[piece] = quotations.inside(piece)
            marks = inside[piece]
        out.append(form_of(text, draft, marks))
    return out


def _confidence(draft: Draft, tagger: Tagger) -> float:
    """How often an attribution as sure as this one is right; see training/calibrate.py."""
    slope, offset = tagger.calibration
    sure = min(max(draft.sure, 0.001), 0.9995)
    return round(1 / (1 + math.exp(-slope * math.log(sure / (1 - sure)) - offset)), 3)


TOGETHER = 32
"""How many stretches are decoded at once. More is hardly faster, and this bounds the memory of a text of any length."""


def read_stretches(text: str, spans: Sequence[Span], tagger: Tagger) -> list[list[Draft]]:
    """Tag, decode and link each stretch of a text; gives the drafts of each."""
    return read_with_evidence(text, spans, tagger)[0]


def read_with_evidence(text: str, spans: Sequence[Span], tagger: Tagger) -> tuple[list[list[Draft]], Words | None]:
    """Read as ``read_stretches`` does; gives the words of all stretches too, if the model has evidence of them."""
    moves = closed(tagger.moves)
    out: list[list[Draft]] = [[] for _ in spans]
    heard: list[Heard] = []
    for index in range(0, len(spans), TOGETHER):
        some = spans[index : index + TOGETHER]
        parts = [
            (index + place, part)
            for place, tokens in enumerate(tagger.tokens([span.of(text) for span in some]))
            for part in _fitting(tokens)
            if len(part)
        ]
        tagged = [tagger.tag(part) for _, part in parts]
        decoded = decode_each([one.scores for one in tagged], moves)
        for (place, part), one, marked in zip(parts, tagged, decoded, strict=True):
            if one.evidence is not None:
                heard.append(Heard(place, part.spans + spans[place].start, one.evidence))
            if not marked:
                continue
            places = (part.spans + spans[place].start).tolist()
            for linked in link(marked, one.links, partial(_words_of, text, places)):
                out[place].append(_without_expletive(text, _draft(linked, places)))
    return out, words_from(text, heard, tagger.pairing)


def _fitting(tokens: Tokens) -> list[Tokens]:
    """Cut tokens that exceed the tagger's limit (long words of many pieces, hostile text) at words."""
    if len(tokens.pieces) <= PIECES_MAX:
        return [tokens]
    out: list[Tokens] = []
    word = 0
    while word < len(tokens):
        begin = int(tokens.first[word])
        stop = word + 1
        while stop < len(tokens) and int(tokens.first[stop]) - begin <= PIECES_MAX - 2:
            stop += 1
        stop = max(word + 1, stop - (stop < len(tokens)))
        end = int(tokens.first[stop]) if stop < len(tokens) else len(tokens.pieces) - 1
        end = min(end, begin + PIECES_MAX - 2)
        out.append(tokens.part(word, stop, begin, end))
        word = stop
    return out


def _words_of(text: str, places: list[tuple[int, int]], marked: Marked) -> str:
    return text[places[marked.first][0] : places[marked.last][1]]


def _draft(linked: Linked, places: list[tuple[int, int]]) -> Draft:
    """Make a draft.

    :param places: for each word of the stretch, its offsets in the text.
    """

    def spans(*marked: Marked | None) -> tuple[Span, ...]:
        return tuple([Span(places[m.first][0], places[m.last][1]) for m in marked if m])

    return Draft(spans(linked.source), spans(linked.cue), spans(*linked.contents), linked.sure)


_EXPLETIVE = re.compile(
    r"(?:is|was|has been|had been|[’']s)\s(?:\w+ly\s)?(?:said|claimed|reported|alleged|believed|thought|understood"
    r"|known|rumou?red|expected|hoped|feared|estimated|announced|suggested|argued|confirmed|assumed|agreed)",
    re.IGNORECASE,
)


def _without_expletive(text: str, draft: Draft) -> Draft:
    """Take away the "it" of "it is said that …": nobody is named."""
    if len(draft.source) != 1 or not draft.cue or draft.source[0].of(text).casefold() != "it":
        return draft
    passive = _EXPLETIVE.fullmatch(" ".join(draft.cue[0].of(text).split()))
    return replace(draft, source=()) if passive else draft


def _in_order(drafts: list[Draft]) -> list[Draft]:
    """Sort by first span, outer before inner, and point each parent at its new place."""
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].start, drafts[i].depth, drafts[i].cue[0].start, i))
    place = {old: new for new, old in enumerate(order)}
    sorted_drafts = [drafts[i] for i in order]
    return [d if d.parent is None else replace(d, parent=place[d.parent]) for d in sorted_drafts]
