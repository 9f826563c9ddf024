"""A claim as W3C provenance: who had it from whom.

- The claim is a collection; its members are the statements, each attributed to its speaker.
- Each station of its spread is an entity: a page, which is attributed to its outlet and has its statements as members;
  a teller's or origin's telling, which is attributed to that agent.
- Each passing derives one station's entity from another's, with how, channel and reason as attributes.

Source: PROV-DM, W3C Recommendation, 30 April 2013.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sayso.export.cited import outlet_words
from sayso.export.harmless import disarm, one_line
from sayso.export.identity import web_address
from sayso.export.json import dumps
from sayso.export.prov import PREFIXES
from sayso.export.spread_words import station_words
from sayso.schema import ClaimView, Passing, Statement, Station, Teller

if TYPE_CHECKING:
    from prov.model import ProvDocument

_TYPES = {"person": "prov:Person", "organisation": "prov:Organization"}


def render(view: ClaimView, form: str) -> str:
    """Give the claim as ``prov-json`` or ``prov-n``."""
    made = document(view)
    if form == "prov-json":
        return dumps(json.loads(made.serialize(format="json") or "{}"), indent=1) + "\n"
    return (made.serialize(format="provn") or "") + "\n"


def document(view: ClaimView) -> ProvDocument:
    """Give the claim as a document."""
    from prov.model import ProvDocument

    made = ProvDocument()
    for prefix, uri in PREFIXES.items():
        made.add_namespace(prefix, uri)
    _Writer(made, view).write()
    return made


class _Writer:
    def __init__(self, made: ProvDocument, view: ClaimView) -> None:
        self._made = made
        self._view = view
        self._agents: set[str] = set()

    def write(self) -> None:
        claim = _name(self._view.claim.id)
        wording = next(one for one in self._view.statements if one.id == self._view.claim.wording)
        facts = self._facts(prov__type="prov:Collection", prov__label=wording.text, identifier=self._view.claim.id)
        if self._view.origins is not None:
            facts += self._facts(originsLeast=self._view.origins.least, originsMost=self._view.origins.most)
        self._made.entity(claim, facts)
        for statement in self._view.statements:
            self._write_statement(statement, claim)
        for station in self._view.spread.stations:
            self._write_station(station)
        for passing in self._view.spread.passings:
            self._write_passing(passing)

    def _write_statement(self, statement: Statement, claim: str) -> None:
        name = _name(statement.id)
        facts = self._facts(
            prov__type="sayso:Statement",
            prov__value=statement.text,
            form=statement.form,
            act=statement.act,
            polarity=statement.polarity,
            confidence=round(statement.confidence, 3),
            against=True if statement.id in self._view.claim.against else None,
            spans=" ".join(f"{start}:{end}" for start, end in statement.content),
        )
        self._made.entity(name, facts)
        self._made.membership(claim, name)
        if statement.speaker is not None:
            self._made.attribution(name, self._teller(statement.speaker, statement.article))

    def _teller(self, teller: Teller, article: str) -> str:
        name = _name(teller.identity or f"{article}#{teller.label}")
        self._agent(
            name, prov__type=_TYPES.get(teller.kind or ""), prov__label=teller.name, kind=teller.kind,
            named=teller.named, role=teller.role, affiliation=teller.affiliation,
        )  # fmt: skip
        return name

    def _agent(self, name: str, **facts: Any) -> None:
        if name not in self._agents:
            self._agents.add(name)
            self._made.agent(name, self._facts(**facts))

    def _write_station(self, station: Station) -> None:
        name = self._station(station)
        if station.kind == "page":
            entry = next(one for one in self._view.entries if one.id == station.article)
            facts = self._facts(
                prov__type="prov:Collection", prov__label=entry.title, schema__url=web_address(entry.url),
                schema__identifier=entry.id, schema__datePublished=entry.published,
            )  # fmt: skip
            self._made.entity(name, [*facts, *self._facts(prov__type="schema:NewsArticle")])
            outlet = outlet_words(entry)
            agent = f"sayso:outlet.{_letters(outlet)}"
            self._agent(agent, prov__type="prov:Organization", prov__label=outlet)
            self._made.attribution(name, agent)
            for id in station.statements:
                self._made.membership(name, _name(id))
            return
        self._made.entity(name, self._facts(prov__type="sayso:Telling", prov__label=station_words(station)))
        agent = f"sayso:{self._view.claim.id}.{station.id}.agent"
        self._agent(
            agent, prov__type=_TYPES.get(station.shape or ""), prov__label=station.label, named=station.named,
            role=station.note or None,
        )  # fmt: skip
        self._made.attribution(name, agent)

    def _station(self, station: Station) -> str:
        if station.kind == "page" and station.article is not None:
            return _name(station.article)
        return f"sayso:{self._view.claim.id}.{station.id}"

    def _write_passing(self, passing: Passing) -> None:
        by_id = {station.id: station for station in self._view.spread.stations}
        facts = self._facts(how=passing.how, channel=passing.channel, reason=passing.reason)
        ends = (self._station(by_id[passing.target]), self._station(by_id[passing.source]))
        self._made.derivation(*ends, other_attributes=facts)

    def _facts(self, **facts: Any) -> list[tuple[str, Any]]:
        """Give attributes without those that are not known; ``a__b`` is ``a:b``."""
        from prov.model import XSD, Literal

        found: list[tuple[str, Any]] = []
        for key, value in facts.items():
            if value in (None, ""):
                continue
            name = key.replace("__", ":") if "__" in key else f"sayso:{key}"
            if name == "prov:type":
                value = self._made.valid_qualified_name(value)
            elif name == "schema:url":
                value = Literal(value, XSD["anyURI"])
            elif isinstance(value, str):
                value = one_line(disarm(value))
            found.append((name, value))
        return found


def _name(id: str) -> str:
    return "sayso:" + id.replace("#", ".")


def _letters(words: str) -> str:
    """Give a name that PROV-N takes as it is, another for every outlet."""
    return words.encode("utf-8", "replace").hex()[:120]
