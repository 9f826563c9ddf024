"""``jsonld``: a schema.org NewsArticle whose parts are what is said in it.

Words in quotation marks are a ``Quotation`` with ``spokenByCharacter``, the property for whoever a quotation is
attributed to within the work. Reported statements are a ``Claim`` with its ``author``. Thoughts, plans and anything
denied or questioned are a ``Statement`` whose text holds source and cue too: the bare content would say
something that its source does not assert.

Source: https://schema.org/Quotation, /Claim and /Statement.
"""

from __future__ import annotations

from typing import Any

from sayso.export.harmless import one_line
from sayso.export.identity import Names, web_address
from sayso.export.json import dumps
from sayso.schema import Article, Attribution, Reading, Speaker

SUFFIX = ".jsonld"
HEAD = '{\n"@context": "https://schema.org",\n"@graph": [\n'
BETWEEN = ",\n"
TAIL = "\n]\n}\n"

# Other kinds have no type that the property allows, and a wrong one is worse than none.
_TYPES = {"person": "Person", "organisation": "Organization"}


def render(reading: Reading) -> str:
    """Give one article as a document of its own."""
    return dumps({"@context": "https://schema.org", **article_of(reading)}, indent=2) + "\n"


def part(reading: Reading, number: int) -> str:
    """Give one article as a node of a graph."""
    return dumps(article_of(reading), indent=2)


def article_of(reading: Reading) -> dict[str, Any]:
    """Give the NewsArticle."""
    article = reading.article
    names = Names(article)
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    facts: dict[str, Any] = {
        "identifier": article.id,
        "headline": article.title,
        "url": web_address(article.url),
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        "author": [{"@type": "Person", "name": name} for name in (article.author or "").split("; ") if name],
        "articleSection": article.section,
        "datePublished": article.published,
        "inLanguage": article.language,
        "articleBody": article.text,
        "hasPart": [_part(reading, a, names, speakers, n) for n, a in enumerate(reading.attributions, start=1)],
    }
    return {"@type": "NewsArticle", "@id": names.article} | {k: v for k, v in facts.items() if v not in (None, [])}


def _part(
    reading: Reading, a: Attribution, names: Names, speakers: dict[str, Speaker], position: int
) -> dict[str, Any]:
    plain = a.act == "statement" and a.polarity == "affirmed"
    kind = "Quotation" if a.form != "indirect" and plain else "Claim" if plain else "Statement"
    who = _who(reading, a, speakers)
    facts: dict[str, Any] = {
        "text": one_line(reading.text_of(a.content)) if plain else said(reading.article, a),
        "spokenByCharacter" if kind == "Quotation" else "author": who,
        "description": one_line(reading.text_of(a.cue)) or None,
        "keywords": [a.form, a.act, a.polarity],
        "position": position,
        "identifier": a.id,
        "isPartOf": {"@id": names.of("said", a.nested_in) if a.nested_in else names.article},
    }
    if kind == "Claim":
        facts["appearance"] = {"@id": names.article}
    return {"@type": kind, "@id": names.of("said", a.id)} | {k: v for k, v in facts.items() if v is not None}


def _who(reading: Reading, a: Attribution, speakers: dict[str, Speaker]) -> dict[str, Any] | None:
    words = one_line(reading.text_of(a.source))
    speaker = speakers.get(a.speaker) if a.speaker is not None else None
    if speaker is None:
        return {"name": words} if words else None
    kind = _TYPES.get(speaker.kind or "")
    facts: dict[str, Any] = {"@type": kind, "name": speaker.name}
    if words and words != speaker.name:
        facts["alternateName"] = words
    if kind == "Person":
        facts["jobTitle"] = speaker.role
        facts["affiliation"] = {"@type": "Organization", "name": speaker.affiliation} if speaker.affiliation else None
    return {k: v for k, v in facts.items() if v is not None}


def said(article: Article, a: Attribution) -> str:
    """Give source, cue and content in the order of the text, with an ellipsis where words between are left out."""
    text = article.text
    words, end = "", None
    for piece in sorted((*a.source, *a.cue, *a.content)):
        if end is None:
            words = piece.of(text)
        elif piece.end > end:
            between = text[end : max(end, piece.start)]
            words += (" " if between.strip() == "" and between else " … " if between else "") + text[
                max(end, piece.start) : piece.end
            ]
        end = max(end or 0, piece.end)
    return one_line(words)
