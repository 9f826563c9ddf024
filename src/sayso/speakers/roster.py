"""Every entity of one article with its mentions: who there is to speak."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.attributions.evidence import Words
from sayso.schema import Article, Kind, Span
from sayso.speakers.entities import Entity
from sayso.speakers.findings import Finding
from sayso.speakers.gather import gather
from sayso.speakers.learned import Learned
from sayso.speakers.look import look
from sayso.speakers.names import names_of
from sayso.speakers.nouns import SORTS, heads_of
from sayso.speakers.wording import Wording


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution whose speaker is known.

    :param start: offset of its first span.
    :param entity: index of the speaker.
    :param source: the words that named the speaker; ``None`` where none did.
    :param content: what was said.
    :param nested: whether it stands inside another.
    :param own_words: whether it is quoted, so that "I" in it is the speaker.
    """

    start: int
    entity: int
    source: Span | None
    content: tuple[Span, ...]
    own_words: bool
    nested: bool = False


_OPENING = frozenset('“"‘')
_CLOSING = frozenset('”"’')


class Roster:
    """The entities of one article. It grows as spans are looked up, and never forgets.

    :ivar article: the article.
    :ivar wording: its words.
    :ivar entities: all of them; an entity's ``index`` is its place here.
    :ivar names: its proper names, in order; ``name_cores`` their places, ``of_name`` their entities.
    :ivar trail: (word, entity) for every known mention, ascending.
    :ivar learned: what the encoder says of the words; ``None`` without it.
    :ivar sorts: by it, what the common nouns name that head a mention.
    :ivar head_of: for the first word of a name, its last; of a phrase that was looked up, the place of its noun.
    :ivar heads: places of common nouns that may stand for a speaker.
    :ivar by_role: entities by the nouns that the text calls them.
    :ivar quoted: what stands between quotation marks, in order.
    :ivar rank: for each sentence, how many of the report's own sentences there are up to it.
    :ivar author: the entity of the newsroom's I and we, once they have spoken.
    :ivar said: the attributions resolved so far, by start.
    """

    def __init__(self, article: Article, evidence: Words | None = None) -> None:
        self.article = article
        self.wording = Wording(article.text, article.paragraphs)
        self.learned = None if evidence is None else Learned(self.wording, evidence)
        self.names = names_of(self.wording)
        gathered = gather(self.wording, self.names, self.learned)
        self.entities: list[Entity] = gathered.entities
        self.of_name = gathered.of_name
        self.name_cores = [name.core for name in self.names]
        self.trail = list(zip(self.name_cores, self.of_name, strict=True))
        self.sorts = self.learned.nouns if self.learned else {}
        self.heads = sorted({*heads_of(self.wording), *self.sorts})
        self.head_of = {name.core: name.stop - 1 for name in self.names}
        self._by_phrase: dict[tuple[str, Kind | None], int] = {}
        self._found: dict[Span, Finding] = {}
        self.by_role: defaultdict[str, list[int]] = defaultdict(list)
        for entity in self.entities:
            for role in entity.roles:
                self.by_role[role].append(entity.index)
        self._works()
        self.said: list[Said] = []
        self.author: int | None = None
        self.quoted: list[Span] = []
        self.rank = list(range(len(self.wording.first)))
        self._starts: list[int] = []

    def _works(self) -> None:
        """Make entities of works that a noun introduces by their title: "the film “Low Water”"."""
        words, lower = self.wording.words, self.wording.lower
        for mark in [i for i, word in enumerate(words) if word in _OPENING]:
            head = mark - 1
            if head < 0 or SORTS.get(lower[head]) != "document":
                continue
            stop = next((i for i in range(head + 2, min(head + 12, len(words))) if words[i] in _CLOSING), None)
            if (
                stop is not None
                and stop > head + 2
                and (self.wording.capital[head + 2] or words[head + 2][0].isdigit())
            ):
                name = self.wording.phrase(head + 2, stop).rstrip(",.")
                index = self.add(name, "document", named=True)
                self.call(index, self.wording.lower[head], [])
                self.mention(index, self.wording.span(head + 2, stop))

    @cached_property
    def topic(self) -> Entity | None:
        """The person whom the article names most often."""
        people = [e for e in self.entities if e.named and e.kind == "person" and e.words]
        return max(people, key=lambda e: (len(e.words), -e.index), default=None)

    def find(self, span: Span) -> int:
        """Give the entity that a span of the text speaks of; add one if it is new."""
        finding = self.look(span)
        if finding.entity is not None:
            return finding.entity
        return self.add(" ".join(span.of(self.article.text).split()) or "?", "other", named=False)

    def look(self, span: Span) -> Finding:
        """Give the entity that a span speaks of, and why; the same answer each time."""
        known = self._found.get(span)
        if known is None:
            known = self._found[span] = look(self, span)
            if known.entity is not None:
                self.mention(known.entity, span)
        return known

    def add(self, name: str, kind: Kind | None, *, named: bool, parts: tuple[int, ...] = (), anew: bool = False) -> int:
        """Add an entity, or give the one of this name and kind.

        :param anew: add one even where the name is known: "a soldier" is not the soldier of before.
        """
        key = (name.casefold(), kind)
        if key in self._by_phrase and not anew:
            known = self.entities[self._by_phrase[key]]
            if not known.named and name.islower():
                known.name = name
            return known.index
        entity = Entity(len(self.entities), name, kind, named, parts=parts)
        self.entities.append(entity)
        self._by_phrase[key] = entity.index
        return entity.index

    def call(self, index: int, head: str, modifiers: list[str]) -> None:
        """Note by which noun the text speaks of an entity, so that "the X" finds it."""
        entity = self.entities[index]
        if head not in entity.roles:
            entity.roles.add(head)
            self.by_role[head].append(index)
        entity.about.update(modifiers)

    def mention(self, index: int, span: Span) -> None:
        """Note that a span speaks of an entity."""
        entity = self.entities[index]
        if any(mention.start <= span.start and span.end <= mention.end for mention in self._near(entity, span)):
            return
        entity.mentions.append(span)
        first, _ = self.wording.range_of(span)
        if entity.words and any(first <= word < first + 12 for word in entity.words[-1:]):
            return
        insort(entity.words, first)
        insort(self.trail, (first, index))

    def _near(self, entity: Entity, span: Span) -> list[Span]:
        return [mention for mention in entity.mentions[-8:] if mention.start <= span.start]

    def hear(self, said: Said) -> None:
        """Note who said what, so that what follows can be understood."""
        place = bisect_right(self._starts, said.start)
        self._starts.insert(place, said.start)
        self.said.insert(place, said)

    def around(self, span: Span) -> Said | None:
        """Give the innermost attribution heard so far whose content holds a span."""
        place = bisect_right(self._starts, span.start)
        for said in self.said[max(0, place - 12) : place][::-1]:
            if any(piece.start <= span.start and span.end <= piece.end for piece in said.content):
                return said
        return None

    def quote(self, pieces: Iterable[Span]) -> None:
        """Note what stands in quotation marks; sentences in it do not set the report's own sentences apart."""
        self.quoted = sorted(set(pieces))
        rank = 0
        for number, word in enumerate(self.wording.first[:-1]):
            rank += self.quote_at(self.wording.starts[word]) < 0
            self.rank[number] = rank

    def quote_at(self, offset: int) -> int:
        """Give the place in ``quoted`` of the piece that holds an offset; -1 outside them all."""
        place = bisect_right(self.quoted, (offset, len(self.article.text) + 1)) - 1
        return place if place >= 0 and offset < self.quoted[place].end else -1

    def before(self, offset: int) -> Said | None:
        """Give the last attribution heard that begins before an offset and stands in no other."""
        place = bisect_left(self._starts, offset)
        near = self.said[max(0, place - 12) : place]
        return next((said for said in reversed(near) if not said.nested), None)

    def sort_at(self, head: int) -> str | None:
        """Tell what a common noun names: by the word lists, else by the evidence; ``None`` where neither knows."""
        return SORTS.get(self.wording.lower[head]) or self.sorts.get(head)

    def names_in(self, first: int, stop: int) -> list[int]:
        """Give the places in ``names`` of those whose own words stand in a range of words."""
        out = []
        place = bisect_left(self.name_cores, first)
        while place < len(self.names) and self.names[place].core < stop:
            if self.names[place].stop <= stop:
                out.append(place)
            place += 1
        return out

    def name_starting(self, word: int) -> int | None:
        """Give the place in ``names`` of the one that begins at a word with its title or its own words, if any."""
        place = bisect_left(self.name_cores, word)
        return place if place < len(self.names) and self.names[place].first <= word else None

    def name_over(self, word: int) -> int | None:
        """Give the place in ``names`` of the one that holds a word, if any."""
        place = bisect_right(self.name_cores, word) - 1
        return place if place >= 0 and word < self.names[place].stop else None


def roster_of(article: Article, evidence: Words | None = None) -> Roster:
    """Find every entity that an article names, with its mentions.

    :param evidence: what the encoder says of the article's words; without it the rules decide alone.
    """
    return Roster(article, evidence)
