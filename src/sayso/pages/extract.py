"""An HTML page to its report."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from sayso.config import Settings
from sayso.pages.blocks import HEADINGS, Block, Layout, layout_of, tidy
from sayso.pages.body import report_blocks, words_of
from sayso.pages.language import Language, language_of
from sayso.pages.markup import ELEMENTS_MAX, Markup, parse_markup
from sayso.pages.metadata import Facts, facts_of
from sayso.pages.reject import Signs, refusal, too_short, wrong_language
from sayso.schema import Article, Found, Rejected, Span

_HEADLINE_WORDS_MIN = 5
_VISIBLE_CHARS = 20_000
DISAGREEMENT_MIN = 1.3
SHORTER_CHARS_MIN = 250
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]?(?:\s|\Z)")


def article_from_html(html: str, url: str | None, settings: Settings) -> Article | Rejected:
    """Take the report and its facts out of a page.

    Never raises on bad markup. Time is near-linear in the size of the page, which the caller has checked.
    """
    markup = parse_markup(html)
    if markup.elements > ELEMENTS_MAX:
        return Rejected(
            "too large",
            f"The page has {markup.elements:,} tags; a page of more than {ELEMENTS_MAX:,} is not read. "
            "Give the address of one report.",
        )
    facts = facts_of(markup, url)
    layout = layout_of(markup.root)
    extracted = extracted_text(markup)
    blocks = report_blocks(layout, extracted, facts.titles, live=facts.live)
    paragraphs = [block.text for block in blocks]
    if not paragraphs or _word_count(paragraphs) < 0.5 * len(words_of(extracted)):
        # The extractor found text that is on the page in no block, such as the body in a script's data.
        rest = [line for raw in extracted.split("\n") if (line := tidy(raw)) and line not in facts.titles]
        paragraphs = rest if _word_count(rest) > 2 * _word_count(paragraphs) else paragraphs
    if _word_count(paragraphs) < settings.words_min and facts.body:
        # The page's own data may hold what it shows only after a script has run.
        lines = [line for raw in facts.body.split("\n") if (line := tidy(raw))]
        paragraphs = lines if _word_count(lines) >= settings.words_min else paragraphs
    signs = _signs(markup, layout, facts, paragraphs, blocks)
    if (refused := refusal(signs, settings)) is not None:
        return refused
    if (refused := too_short(signs.words, settings)) is not None:
        return refused
    language = language_of(" ".join(paragraphs), facts.language)
    if (refused := wrong_language(language.code, settings)) is not None:
        return refused
    return _article(paragraphs, facts, language)


def extracted_text(markup: Markup) -> str:
    """Give the report as trafilatura finds it, one block per line; empty when it finds none.

    Its default mode falls back on readability and jusText where its own rules find little, which now and then takes in
    half the page; its fast mode has its own such pages. Where one finds much more than the other, the shorter is right.
    """
    full, quick = (_trafilatura(markup, fast=fast) for fast in (False, True))
    shorter, longer = sorted((full, quick), key=len)
    agreed = len(longer) <= DISAGREEMENT_MIN * len(shorter) or len(shorter) < SHORTER_CHARS_MIN
    return full if agreed else shorter


def _trafilatura(markup: Markup, *, fast: bool) -> str:
    from trafilatura.core import bare_extraction

    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        document: Any = bare_extraction(markup.root, fast=fast, include_comments=False)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError, AssertionError):
        # Its own faults on odd trees; the page is then judged by what is left of it.
        return ""
    finally:
        logger.setLevel(level)
    return document.text or "" if document is not None else ""


def _article(paragraphs: Sequence[str], facts: Facts, language: Language) -> Article:
    spans: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(
        text="\n\n".join(paragraphs),
        paragraphs=tuple(spans),
        title=facts.title,
        url=facts.url,
        publisher=facts.publisher,
        author=facts.author,
        section=facts.section,
        published=facts.published,
        language=language.code,
        found=(*facts.found, Found("language", language.where)),
    )


def _signs(markup: Markup, layout: Layout, facts: Facts, paragraphs: Sequence[str], blocks: Sequence[Block]) -> Signs:
    page_words = linked_words = headlines = 0
    visible: list[str] = []
    length = 0
    for block in layout.blocks:
        count = len(words_of(block.text))
        page_words += count
        if block.link_share > 0.8:
            linked_words += count
            headlines += count >= _HEADLINE_WORDS_MIN
        if length < _VISIBLE_CHARS and not block.box.hidden:
            visible.append(block.text)
            length += len(block.text)
    text = " ".join(paragraphs)
    return Signs(
        title=facts.title or "",
        visible="\n".join(visible),
        unscripted=markup.unscripted,
        report=text,
        words=_word_count(paragraphs),
        page_words=max(page_words, _word_count(paragraphs)),  # the report may stand in the page's data alone
        linked_words=linked_words,
        report_blocks=len(blocks),
        report_headlines=_linked_headlines(layout, blocks),
        report_linked_words=sum(len(words_of(block.text)) for block in blocks if block.link_share > 0.8),
        headlines=headlines,
        sentences=len(_SENTENCE_END.findall(text)),
        password=any(element.get("type", "").lower() == "password" for element in markup.root.iter("input")),
        typed_article=facts.typed,
    )


def _linked_headlines(layout: Layout, blocks: Sequence[Block]) -> int:
    """Count the links that read like headlines in the report, and the headings between its blocks that are links."""
    chosen = {id(block) for block in blocks}
    places = [place for place, block in enumerate(layout.blocks) if id(block) in chosen]
    return sum(
        block.link_share > 0.8
        and (id(block) in chosen or block.box.tag in HEADINGS)
        and len(words_of(block.text)) >= _HEADLINE_WORDS_MIN
        for block in (layout.blocks[max(0, places[0] - 1) : places[-1] + 1] if places else ())
    )


def _word_count(paragraphs: Sequence[str]) -> int:
    return sum(len(words_of(paragraph)) for paragraph in paragraphs)
