"""Speakers across articles as records: their names, roles and affiliations over time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, case, func, select

from sayso.claims.folded import folded
from sayso.schema import Identity, Tenure
from sayso.store.rows import in_batches
from sayso.store.tables import article, identity, teller

_DATE = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
_WORD = re.compile(r"[^\W_]+")


def known_date(published: str | None) -> str | None:
    """Give a publication time if it sorts as one: ISO 8601 with a year and a month at least."""
    return published if published and _DATE.match(published) else None


def identities_by_key(connection: Connection, keys: Iterable[int], *, speakers: bool = True) -> list[Identity]:
    """Give speakers across articles by ``identity.key``, those in most articles first.

    :param speakers: whether to list their speakers in articles, which takes time for those in very many.
    """
    wanted = list(dict.fromkeys(keys))
    pieces: dict[int, _Pieces] = {}
    t, a = teller.c, article.c
    dated = case((a.published.like("____-__%"), a.published))
    look = (t.identity, t.name, t.known_as, t.named, t.role, t.affiliation)
    for batch in in_batches(wanted):
        for row in connection.execute(select(identity).where(identity.c.key.in_(batch))):
            pieces[row.key] = _Pieces(row.id, row.name, row.kind)
        joined = teller.join(article, a.key == t.article)
        query = (
            select(*look, func.count(), func.min(dated), func.max(dated))
            .select_from(joined)
            .where(t.identity.in_(batch), a.current)
            .group_by(*look)
        )
        for key, name, known_as, named, role, affiliation, count, first, last in connection.execute(query):
            # A name that a page glued other words to is shown clean, a last name as the article has it.
            called = known_as if known_as is not None and (len(known_as) < len(name) or not named) else name
            shown = called if named or known_as is not None else None
            pieces[key].add(shown, role, affiliation, _Seen(count, known_date(first), known_date(last)))
        if speakers:
            each = select(t.identity, t.label, a.id, a.published).select_from(joined)
            for key, label, id, published in connection.execute(each.where(t.identity.in_(batch), a.current)):
                pieces[key].speakers.append((known_date(published) or "9999", f"{id}#{label}"))
    found = [one.identity() for one in pieces.values()]
    return sorted(found, key=lambda one: (-one.articles, one.id))


@dataclass(frozen=True, slots=True)
class _Seen:
    """So many articles, and between which dates."""

    count: int
    first: str | None
    last: str | None


@dataclass(slots=True)
class _Times:
    """How often, and between which dates, something was seen."""

    forms: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None

    def add(self, words: str, seen: _Seen) -> None:
        self.forms[words] += seen.count
        if seen.first is not None:
            self.first = seen.first if self.first is None else min(self.first, seen.first)
        if seen.last is not None:
            self.last = seen.last if self.last is None else max(self.last, seen.last)


class _Pieces:
    """An identity in the making."""

    def __init__(self, id: str, name: str, kind: str | None) -> None:
        self.id, self.name, self.kind = id, name, kind
        self.names: Counter[str] = Counter()
        self.roles: defaultdict[str, _Times] = defaultdict(_Times)
        self.affiliations: defaultdict[str, _Times] = defaultdict(_Times)
        self.speakers: list[tuple[str, str]] = []
        self.seen = _Times()

    def add(self, name: str | None, role: str | None, affiliation: str | None, seen: _Seen) -> None:
        if name is not None:
            self.names[name] += seen.count
        for words, where in ((role, self.roles), (affiliation, self.affiliations)):
            if words and (key := " ".join(map(folded, _WORD.findall(words[:200])))):
                where[key].add(words, seen)
        self.seen.add("", seen)

    def identity(self) -> Identity:
        return Identity(
            id=self.id,
            name=self.name,
            kind=self.kind,  # type: ignore[arg-type]
            names=tuple(sorted(self.names, key=lambda name: (-self.names[name], name))) or (self.name,),
            roles=_tenures(self.roles.values()),
            affiliations=_tenures(self.affiliations.values()),
            speakers=tuple(speaker for _, speaker in sorted(self.speakers)),
            articles=self.seen.forms.total(),
            first=self.seen.first,
            last=self.seen.last,
        )


def _tenures(times: Iterable[_Times]) -> tuple[Tenure, ...]:
    """Give what was seen in the order in which it was first seen."""
    ordered: Sequence[_Times] = sorted(times, key=lambda one: (one.first or "9999", -one.forms.total(), min(one.forms)))
    return tuple(Tenure(_usual(one.forms), one.first, one.last, one.forms.total()) for one in ordered)


def _usual(forms: Counter[str]) -> str:
    return max(forms, key=lambda words: (forms[words], words))
