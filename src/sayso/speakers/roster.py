"""Every entity of one article with its mentions: who there is to speak."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from sayso.schema import Article, Kind, Span
from sayso.speakers.gender import gender_of
from sayso.speakers.lexicon import (
    FEMALE_HONORIFICS,
    FEMALE_ROLES,
    HONORIFICS,
    MALE_HONORIFICS,
    MALE_ROLES,
    POSSESSIVES,
    ROLES,
)
from sayso.speakers.names import Name, names_of
from sayso.speakers.phrases import kind_of_head, phrase_of
from sayso.speakers.wording import Wording


@dataclass(slots=True)
class Entity:
    """One who speaks or could.

    :param index: its place in the roster.
    :param name: the fullest name that the article gives; for the nameless, a phrase from the text.
    :param kind: what it is.
    :param named: whether the text gives a proper name.
    :param role: as stated.
    :param affiliation: as stated.
    :param mentions: where the text speaks of it, in reading order.
    :param parts: for speakers joined by "and", the indexes of each; else empty.
    :param gender: ``"he"``, ``"she"`` or ``None`` where the text does not tell.
    :param roles: the nouns that the text calls it by, in lower case.
    """

    index: int
    name: str
    kind: Kind | None
    named: bool
    role: str | None = None
    affiliation: str | None = None
    mentions: list[Span] = field(default_factory=list)
    parts: tuple[int, ...] = ()
    gender: str | None = None
    roles: set[str] = field(default_factory=set)


class Roster:
    """The entities of one article.

    :ivar entities: all of them; an entity's ``index`` is its place here.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.wording = Wording(article.text, article.paragraphs)
        self.entities: list[Entity] = []
        self.names = names_of(self.wording)
        self.name_starts = [name.core for name in self.names]
        self.of_name: list[int] = []
        self._by_full: dict[tuple[str, ...], int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_phrase: dict[str, int] = {}
        self._found: dict[Span, int] = {}
        self._gather()

    def find(self, span: Span) -> int:
        """Give the entity that a span of the text speaks of, by its own words alone; add one if it is new."""
        if span not in self._found:
            self._found[span] = self._find(*self.wording.range_of(span), span)
            mention = self.entities[self._found[span]].mentions
            if span not in mention:
                mention.insert(bisect_left(mention, span), span)
        return self._found[span]

    def add(self, name: str, kind: Kind | None, *, named: bool, parts: tuple[int, ...] = ()) -> int:
        """Add an entity, or give the one of exactly this name."""
        key = name.casefold()
        if key in self._by_phrase:
            return self._by_phrase[key]
        entity = Entity(len(self.entities), name, kind, named, parts=parts)
        self.entities.append(entity)
        self._by_phrase[key] = entity.index
        return entity.index

    def _gather(self) -> None:
        """Make one entity of all mentions of a name: full names first, then their parts."""
        wording = self.wording
        order = sorted(range(len(self.names)), key=lambda i: (self.names[i].core - self.names[i].stop, i))
        found: dict[int, int] = {}
        for index in order:
            found[index] = self._place(self.names[index])
        self.of_name = [found[i] for i in range(len(self.names))]
        for index, name in enumerate(self.names):
            entity = self.entities[self.of_name[index]]
            entity.mentions.append(wording.span(name.core, name.stop))
            title = wording.lower[name.first : name.core]
            for word in title:
                if word in MALE_HONORIFICS or word in MALE_ROLES:
                    entity.gender = "he"
                elif word in FEMALE_HONORIFICS or word in FEMALE_ROLES:
                    entity.gender = "she"
                if word in ROLES or word in HONORIFICS:
                    entity.roles.add(word)
            if title and entity.role is None:
                entity.role = wording.phrase(name.first, name.core)

    def _key(self, name: Name) -> tuple[str, ...]:
        return tuple(w.rstrip(".") for w in self.wording.lower[name.core : name.stop] if w[0].isalnum())

    def _place(self, name: Name) -> int:
        key = self._key(name)
        if key in self._by_full:
            return self._by_full[key]
        if len(key) == 1:
            known = self._by_last.get(key[0]) or self._by_first.get(key[0])
            if known:
                return known[0]
        entity = Entity(len(self.entities), self.wording.phrase(name.core, name.stop), name.kind or "person", True)
        self.entities.append(entity)
        self._by_full[key] = entity.index
        self._by_phrase.setdefault(entity.name.casefold(), entity.index)
        if entity.kind == "person" and key:
            entity.gender = gender_of(key[0]) if len(key) > 1 else None
            self._by_last.setdefault(key[-1], []).append(entity.index)
            if len(key) > 1:
                self._by_first.setdefault(key[0], []).append(entity.index)
        return entity.index

    def _find(self, first: int, stop: int, span: Span) -> int:
        wording = self.wording
        if first >= stop:
            return self.add(" ".join(span.of(self.article.text).split()) or "?", "other", named=False)
        phrase = phrase_of(wording, first, stop)
        if phrase is None:
            return self.add(wording.phrase(first, stop), "other", named=False)
        place = bisect_left(self.name_starts, phrase.first)
        while place < len(self.names) and self.names[place].core < phrase.stop:
            if self.names[place].stop >= phrase.stop or self.names[place].stop == phrase.head + 1:
                return self.of_name[place]
            place += 1
        name = wording.phrase(phrase.first, phrase.stop)
        if phrase.determiner in POSSESSIVES and phrase.first == phrase.stop:
            name = phrase.determiner
        kind = kind_of_head(wording.lower[phrase.head], phrase.determiner)
        return self.add(name, kind, named=False)


def roster_of(article: Article, evidence: object | None = None) -> Roster:
    """Find every entity that an article names, with its mentions."""
    return Roster(article)
