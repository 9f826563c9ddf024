"""A claim as linked data: a schema.org Claim with its appearances.

The claim's ``appearance`` and ``firstAppearance`` are the articles that have it. Each article's ``hasPart`` are its
statements: words in quotation marks a ``Quotation`` with ``spokenByCharacter``, other reports a ``Claim`` with its
``author``, what is thought, planned, denied or asked a ``Statement``. How it went from one to the next is in terms of
PROV-O; what neither has terms for is under ``sayso:``. Nothing here says whether it is true: there is no ClaimReview.

Articles, statements and speakers are named by their ids in the corpus, which are the same in every corpus.

Source: https://schema.org/Claim, /Quotation and /Statement; PROV-O, W3C Recommendation, 30 April 2013.
"""

from __future__ import annotations

from typing import Any

from sayso.export.cited import chain_words, outlet_words
from sayso.export.harmless import one_line
from sayso.export.identity import web_address
from sayso.export.json import dumps
from sayso.export.jsonld import CONTEXT
from sayso.schema import ClaimView, Entry, Report, Statement, Teller

_TYPES = {"person": "Person", "organisation": "Organization"}


def render(view: ClaimView) -> str:
    """Give the claim as a document."""
    return dumps({"@context": CONTEXT, **claim_of(view)}, indent=2) + "\n"


def iri(id: str) -> str:
    """Name something of the corpus."""
    return "urn:x-sayso:" + id.replace("#", ":")


def claim_of(view: ClaimView) -> dict[str, Any]:
    """Give the Claim."""
    by_id = {statement.id: statement for statement in view.statements}
    reports = {one.statement: one for one in view.origins.reports} if view.origins is not None else {}
    against = set(view.claim.against)
    articles = [_article(entry, view, reports) for entry in view.entries]
    first = next((s for s in view.statements if s.published == view.claim.first and s.id not in against), None)
    origins = view.origins
    facts: dict[str, Any] = {
        "identifier": view.claim.id,
        "text": one_line(by_id[view.claim.wording].text),
        "appearance": articles,
        "firstAppearance": {"@id": iri(first.article)} if first is not None else None,
        "sayso:against": [{"@id": iri(id)} for id in view.claim.against],
        "sayso:originsLeast": origins.least if origins is not None else None,
        "sayso:originsMost": origins.most if origins is not None else None,
        "sayso:origins": [
            {"identifier": one.id, "name": one.name, "sayso:own": one.own, "sayso:named": one.named,
             "sayso:reports": [{"@id": iri(id)} for id in one.statements]}
            for one in (origins.origins if origins is not None else ())
        ],
        "sayso:conflicts": [
            {"sayso:matter": one.matter, "sayso:left": {"@id": iri(one.left)}, "sayso:right": {"@id": iri(one.right)},
             "sayso:leftWords": one.left_words, "sayso:rightWords": one.right_words}
            for one in view.conflicts
        ],
    }  # fmt: skip
    return {"@type": ["Claim", "prov:Collection"], "@id": iri(view.claim.id)} | _known(facts)


def _article(entry: Entry, view: ClaimView, reports: dict[str, Report]) -> dict[str, Any]:
    page = next((one for one in view.spread.pages if one.article == entry.id), None)
    ways = [one for one in view.spread.passings if page is not None and one.target == page.id and one.how != "told"]
    sources = {one.id: one.article for one in view.spread.pages}
    facts: dict[str, Any] = {
        "identifier": entry.id,
        "headline": entry.title,
        "url": web_address(entry.url),
        "publisher": {"@type": "Organization", "name": outlet_words(entry)},
        "author": [{"@type": "Person", "name": name} for name in (entry.author or "").split("; ") if name],
        "datePublished": entry.published,
        "inLanguage": entry.language,
        "hasPart": [_part(one, reports.get(one.id)) for one in view.statements if one.article == entry.id],
        "prov:wasDerivedFrom": [
            {"@id": iri(source), "sayso:how": one.how, "sayso:reason": one.reason}
            for one in ways
            if (source := sources.get(one.source)) is not None
        ],
    }
    return {"@type": "NewsArticle", "@id": iri(entry.id)} | _known(facts)


def _part(statement: Statement, report: Report | None) -> dict[str, Any]:
    plain = statement.act == "statement" and statement.polarity == "affirmed"
    quoted = statement.form in ("direct", "mixed", "fragment")
    kind = "Statement" if not plain else "Quotation" if quoted else "Claim"
    speaker = _speaker(statement.speaker, statement) if statement.speaker is not None else None
    tellings = [
        {"@type": "prov:Entity", "prov:wasAttributedTo": _speaker(one, statement), "sayso:channel": one.channel}
        for one in statement.chain
    ]
    facts: dict[str, Any] = {
        "identifier": statement.id,
        "text": one_line(statement.text),
        "spokenByCharacter" if kind == "Quotation" else "author": speaker,
        "keywords": [statement.form, statement.act, statement.polarity],
        "isPartOf": {"@id": iri(statement.nested_in or statement.article)},
        "sayso:told": {"@list": [_known(one) for one in tellings]} if tellings else None,
        "sayso:chain": " → ".join(chain_words(statement)),
        "sayso:knows": statement.knows,
        "sayso:counts": report.counts if report is not None else None,
        "sayso:reason": report.reason if report is not None else None,
        "sayso:origin": report.origin if report is not None else None,
    }
    return {"@type": kind, "@id": iri(statement.id)} | _known(facts)


def _speaker(teller: Teller, statement: Statement) -> dict[str, Any]:
    kind = _TYPES.get(teller.kind or "")
    facts: dict[str, Any] = {
        "name": teller.name,
        "jobTitle": teller.role if kind == "Person" else None,
        "sayso:kind": teller.kind,
        "sayso:named": teller.named,
    }
    name = iri(teller.identity or f"{statement.article}#{teller.label}")
    return {"@type": [kind, "prov:Agent"] if kind else "prov:Agent", "@id": name} | _known(facts)


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value not in (None, [], "")}
