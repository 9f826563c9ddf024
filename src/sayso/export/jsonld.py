"""``jsonld``: a schema.org NewsArticle whose parts are what is said in it.

Words in quotation marks are a ``Quotation`` with ``spokenByCharacter``, the property for whoever a quotation is
attributed to within the work. Reported statements are a ``Claim`` with its ``author``. Thoughts, plans and anything
denied or questioned are a ``Statement`` whose text holds source and cue too: the bare content would say
something that its source does not assert.

schema.org has no terms for chains. Each teller's telling is a ``prov:Entity`` of its own, attributed to the teller and
derived from the one before it; the statement is quoted or derived from the nearest. What neither has terms for is
under ``sayso:``. A fragment ``isBasedOn`` the statement that it repeats.

Source: https://schema.org/Quotation, /Claim and /Statement; PROV-O, W3C Recommendation, 30 April 2013.
"""

from __future__ import annotations

from typing import Any

from sayso.export.harmless import one_line
from sayso.export.identity import Names, web_address
from sayso.export.json import dumps
from sayso.export.repeats import in_words
from sayso.export.rows import Row, rows
from sayso.export.tellers import described
from sayso.schema import Article, Attribution, HeadlineCheck, Hop, Reading, Shares, Speaker

SUFFIX = ".jsonld"
CONTEXT: list[object] = [
    "https://schema.org",
    {"prov": "http://www.w3.org/ns/prov#", "sayso": "urn:x-sayso:"},
]
HEAD = f'{{\n"@context": {dumps(CONTEXT)},\n"@graph": [\n'
BETWEEN = ",\n"
TAIL = "\n]\n}\n"

# Other kinds have no type that the property allows, and a wrong one is worse than none.
_TYPES = {"person": "Person", "organisation": "Organization"}


def render(reading: Reading) -> str:
    """Give one article as a document of its own."""
    return dumps({"@context": CONTEXT, **article_of(reading)}, indent=2) + "\n"


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
        "mentions": [_speaker(speaker, names) for speaker in reading.speakers],
        "hasPart": [_part(reading, row, names, speakers) for row in rows(reading)],
        "sayso:headline": [_checked(reading, check, names) for check in reading.headline],
        "sayso:unsourced": [one_line(reading.text_of(span)) for span in reading.unsourced],
        "sayso:shares": _shares(reading.shares),
    }
    return {"@type": "NewsArticle", "@id": names.article} | {k: v for k, v in facts.items() if v not in (None, [])}


def _part(reading: Reading, row: Row, names: Names, speakers: dict[str, Speaker]) -> dict[str, Any]:
    a = row.attribution
    plain = a.act == "statement" and a.polarity == "affirmed"
    kind = "Quotation" if a.form != "indirect" and plain else "Claim" if plain else "Statement"
    who = _who(reading, a, speakers, names)
    tellings = [hop for hop in a.chain if hop.speaker in speakers]
    quoted = "prov:wasQuotedFrom" if a.form != "indirect" else "prov:wasDerivedFrom"
    facts: dict[str, Any] = {
        "text": one_line(reading.text_of(a.content)) if plain else said(reading.article, a),
        "spokenByCharacter" if kind == "Quotation" else "author": who,
        "description": one_line(reading.text_of(a.cue)) or None,
        "keywords": [a.form, a.act, a.polarity],
        "position": row.number,
        "identifier": a.id,
        "isPartOf": {"@id": names.of("said", a.nested_in) if a.nested_in else names.article},
        "isBasedOn": {"@id": names.of("said", a.echo_of)} if a.echo_of else None,
        "sayso:verdict": row.echo.verdict if row.echo is not None else None,
        "sayso:chain": row.telling.words,
        "sayso:hand": row.hand,
        "sayso:knows": row.knows or None,
        quoted: {"@id": names.of("telling", f"{a.id} 0")} if tellings else None,
        "sayso:told": {"@list": _tellings(reading, a, tellings, names)} if tellings else None,
    }
    if kind == "Claim":
        facts["appearance"] = {"@id": names.article}
    return {"@type": kind, "@id": names.of("said", a.id)} | {k: v for k, v in facts.items() if v is not None}


def _tellings(reading: Reading, a: Attribution, hops: list[Hop], names: Names) -> list[dict[str, Any]]:
    """Give the tellings, nearest first, each derived from the next."""
    found = []
    for index, hop in enumerate(hops):
        following = names.of("telling", f"{a.id} {index + 1}") if index + 1 < len(hops) else None
        facts: dict[str, Any] = {
            "@type": "prov:Entity",
            "@id": names.of("telling", f"{a.id} {index}"),
            "prov:wasAttributedTo": {"@id": names.of("speaker", hop.speaker)},
            "sayso:channel": hop.channel,
            "sayso:evidence": one_line(reading.text_of(hop.evidence)) or None,
            "prov:wasDerivedFrom": {"@id": following} if following is not None else None,
        }
        found.append({k: v for k, v in facts.items() if v is not None})
    return found


def _speaker(speaker: Speaker, names: Names) -> dict[str, Any]:
    kind = _TYPES.get(speaker.kind or "")
    body = {"@type": "Organization", "name": speaker.affiliation} if speaker.affiliation else None
    facts: dict[str, Any] = {
        "@type": [kind, "prov:Agent"] if kind else "prov:Agent",
        "@id": names.of("speaker", speaker.id),
        "identifier": speaker.id,
        "name": speaker.name,
        "description": described(speaker),
        "jobTitle": speaker.role if kind == "Person" else None,
        "sayso:role": speaker.role if kind != "Person" else None,
        "affiliation" if kind == "Person" else "prov:actedOnBehalfOf": body,
        "sayso:kind": speaker.kind,
        "sayso:named": speaker.named,
    }
    return {k: v for k, v in facts.items() if v is not None}


def _checked(reading: Reading, check: HeadlineCheck, names: Names) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "text": one_line(check.span.of(reading.article.title or "")),
        "isBasedOn": {"@id": names.of("said", check.attribution)} if check.attribution else None,
        "sayso:verdict": check.verdict,
        "sayso:quoted": check.quoted,
        "sayso:differences": [in_words(difference) for difference in check.differences] or None,
        "sayso:lost": list(check.lost) or None,
    }
    return {k: v for k, v in facts.items() if v is not None}


def _shares(shares: Shares) -> dict[str, float] | None:
    if not (shares.named or shares.anonymous or shares.none):
        return None
    return {"sayso:named": shares.named, "sayso:anonymous": shares.anonymous, "sayso:none": shares.none}


def _who(reading: Reading, a: Attribution, speakers: dict[str, Speaker], names: Names) -> dict[str, Any] | None:
    words = one_line(reading.text_of(a.source))
    speaker = speakers.get(a.speaker) if a.speaker is not None else None
    if speaker is None:
        return {"name": words} if words else None
    kind = _TYPES.get(speaker.kind or "")
    facts: dict[str, Any] = {"@type": kind, "@id": names.of("speaker", speaker.id), "name": speaker.name}
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
