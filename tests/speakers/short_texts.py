"""Short invented texts read without the tagger: sources are pointed at by their words."""

from __future__ import annotations

from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Form, Span
from sayso.speakers.entities import Entity
from sayso.speakers.resolve import Resolved, resolve
from sayso.speakers.roster import Roster, roster_of


def article_of(text: str, **facts: str) -> Article:
    return Article(text=text, paragraphs=paragraphs_of(text), **facts)


def span_of(text: str, words: str, nth: int = 1) -> Span:
    """Point at the nth place of some words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def entity_of(text: str, words: str, nth: int = 1) -> Entity:
    """Give whom some words of a text mean."""
    roster = roster_of(article_of(text))
    return roster.entities[roster.find(span_of(text, words, nth))]


def said(
    text: str,
    source: str,
    cue: str,
    content: str,
    *,
    nth: int = 1,
    id: str = "A1",
    form: Form = "direct",
    within: str | None = None,
) -> Attribution:
    return Attribution(
        id=id,
        source=(span_of(text, source, nth),) if source else (),
        cue=(span_of(text, cue),),
        content=(span_of(text, content),),
        form=form,
        nested_in=within,
    )


def resolved(text: str, *attributions: Attribution, **facts: str) -> tuple[Roster, list[Resolved]]:
    article = article_of(text, **facts)
    roster = roster_of(article)
    return roster, resolve(article, attributions, roster)


def names(text: str, *attributions: Attribution, **facts: str) -> list[str | None]:
    """Give the speakers' names."""
    roster, found = resolved(text, *attributions, **facts)
    return [None if one.entity is None else roster.entities[one.entity].name for one in found]
