"""Whom the words of one span mean: a name, a pronoun, a title, a relation, several joined, or somebody nameless."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.schema import Kind, Span
from sayso.speakers.counted import both_of, one_counted
from sayso.speakers.definites import known_as, of_owner
from sayso.speakers.findings import Finding
from sayso.speakers.forward import named_soon
from sayso.speakers.joined import parts_of
from sayso.speakers.lexicon import (
    FIRST,
    HE,
    IT,
    PARTIES,
    PEOPLES,
    POSSESSIVES,
    ROLES,
    SECOND,
    SHE,
    THEY,
    WHO,
)
from sayso.speakers.nouns import phrase_start
from sayso.speakers.phrases import Phrase, kind_of_head, kind_of_phrase, name_of_phrase, phrase_of, singular
from sayso.speakers.posts import body_of, employ, role_of
from sayso.speakers.pronouns import gender_of_noun, is_place, number_of, weigh
from sayso.speakers.wording import POSSESSIVE

if TYPE_CHECKING:
    from sayso.speakers.roster import Roster


SOURCE_MAX = 120
"""Words of a source that are read; no speaker's description is longer."""


def look(roster: Roster, span: Span) -> Finding:
    """Find whom a span means; adds an entity where it is a new one."""
    first, stop = roster.wording.range_of(span)
    first, stop = _trimmed(roster, first, min(stop, first + SOURCE_MAX))
    if first >= stop:
        words = " ".join(span.of(roster.article.text).split())
        return Finding(roster.add(words or "?", "other", named=False), "own words", "The source is no word.")
    parts = parts_of(roster, first, stop)
    if len(parts) > 1:
        parts = [*_listed_before(roster, parts[0][0]), *parts]
    if len(parts) == 1:
        return _one(roster, *parts[0])
    found = [_one(roster, *part) for part in parts]
    indexes = tuple(dict.fromkeys(f.entity for f in found if f.entity is not None))
    if len(indexes) == 1:
        return found[0]
    return Finding(
        joined(roster, indexes),
        "joined",
        "The source joins several speakers.",
        mentions=tuple(roster.wording.span(*part) for part in parts),
    )


def _listed_before(roster: Roster, first: int) -> list[tuple[int, int]]:
    """Find the names of a list whose end is the source: "Spain, [France and Italy] said"."""
    words = roster.wording.words
    begin, _ = roster.wording.bounds(first)
    out: list[tuple[int, int]] = []
    while len(out) < 6:
        comma = first - 1 - (first > 0 and roster.wording.lower[first - 1] == "the")
        place = roster.name_over(comma - 1) if comma > begin and words[comma] == "," else None
        if place is None or roster.names[place].stop != comma or roster.names[place].first < begin:
            break
        name = roster.names[place]
        if roster.entities[roster.of_name[place]].kind != roster.entities[roster.of_name[place + 1]].kind:
            break
        out.insert(0, (name.first, name.stop))
        first = name.first
    before = roster.wording.lower[first - 1] if first > begin else ""
    return [] if before in _PREPOSITIONS or before in POSSESSIVE else out


_PREPOSITIONS = frozenset("of in on at to by from with for about around across throughout near like than".split())
_PERSONAL = (HE | SHE | THEY | IT | FIRST | SECOND) - POSSESSIVES
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_OF_WHOM = frozenset("them us whom which".split())


def _owns(roster: Roster, word: int) -> bool:
    words = roster.wording.words
    return words[word] in POSSESSIVE or (words[word] in ("’", "'") and words[word - 1].endswith("s"))


def _of_them(roster: Roster, phrase: Phrase, first: int) -> Finding:
    """Find who "one of them" or "some of whom" is: one of a group, or a part of it."""
    word = phrase.head
    span = roster.wording.span(first, phrase.stop)
    found = _pronoun(roster, word, alone=True)
    if found is None or found.entity is None:
        return Finding(
            roster.add(roster.wording.phrase(first, phrase.stop), "group", named=False), "own words", "No name."
        )
    group = roster.entities[found.entity]
    if group.kind == "person" and not group.parts:
        name = roster.wording.phrase(first, phrase.stop)
        return Finding(roster.add(name, "group", named=False), "own words", "No name.", mentions=(span,))
    if not phrase.one:
        return Finding(found.entity, "some of them", f"Some of {group.name}.", found.score, (span, *found.mentions))
    words = group.name.split(" ")
    noun = singular(words[-1].lower()) if len(words) < 3 else None
    name = noun or f"one of {group.name}"
    index = roster.add(name, "person", named=False, anew=True)
    return Finding(index, "one of them", f"One of {group.name}, not named.", found.score, (span, *found.mentions))


def joined(roster: Roster, indexes: tuple[int, ...]) -> int:
    """Give the entity made of several."""
    members = [roster.entities[i] for i in indexes]
    kinds = {member.kind for member in members}
    kind: Kind = kinds.pop() or "group" if len(kinds) == 1 else "group"
    if kind not in ("organisation", "document"):
        kind = "group"
    name = "; ".join(member.name for member in members)
    return roster.add(name, kind, named=any(member.named for member in members), parts=indexes)


_TIME = re.compile(r"[0-2]?[0-9][.:][0-5][0-9](?:am|pm)?|[0-9]{4}h?")


def _trimmed(roster: Roster, first: int, stop: int) -> tuple[int, int]:
    words = roster.wording.words
    while first < stop and (not words[first][0].isalnum() or (stop - first > 1 and _TIME.fullmatch(words[first]))):
        first += 1
    while stop > first and (not words[stop - 1][0].isalnum() or words[stop - 1] in POSSESSIVE):
        if words[stop - 1] == "." and stop - 2 >= first and len(words[stop - 2]) <= 3:
            break
        stop -= 1
    return first, stop


def _one(roster: Roster, first: int, stop: int) -> Finding:
    wording = roster.wording
    lower = wording.lower[first]
    if "'" in lower and lower.split("'")[0] in _PERSONAL:
        lower = lower.split("'")[0]
    if stop - first > 1 and lower in _PERSONAL and wording.words[first + 1] in (",", "—", "–", "(", "-"):
        stop = first + 1
    if lower == "q" and stop - first == 1:
        return _first_person(roster, wording.span(first, stop), "i")
    if stop - first == 1 or lower in ("who", "which", "whom") or (lower in FIRST and lower not in POSSESSIVES):
        pronoun = _pronoun(roster, first, alone=stop - first == 1)
        if pronoun is not None:
            return pronoun
    if lower in POSSESSIVES and stop - first > 1:
        owner = _pronoun(roster, first, alone=True)
        if owner is not None and owner.entity is not None:
            return owned(roster, owner.entity, first + 1, stop, first)
    if stop - first > 1 and wording.lower[stop - 1] in _REFLEXIVE:
        stop -= 1
    phrase = phrase_of(wording, first, stop)
    counted = one_counted(roster, first, stop) or both_of(roster, first, stop)
    if counted is not None:
        return counted
    if phrase is not None and phrase.first == phrase.head and wording.lower[phrase.head] in _OF_WHOM:
        return _of_them(roster, phrase, first)
    if phrase is None:
        return _nameless(roster, Phrase(first, stop - 1, stop, ""), first, stop)
    for place in roster.names_in(phrase.first, stop):
        name = roster.names[place]
        if name.core <= phrase.head and name.stop < phrase.stop and _owns(roster, name.stop):
            return owned(roster, roster.of_name[place], name.stop + 1, stop, first)
        if name.first <= phrase.head < name.stop:
            return _named(roster, place)
        called = wording.lower[name.first - 1] in ("named", "called")
        if called and "person" in (kind_of_head(wording.lower[phrase.head]), roster.sort_at(phrase.head)):
            return _named(roster, place)
        article = wording.lower[phrase.stop + 1 : phrase.stop + 2] == ["the"]
        if name.first == phrase.stop + 1 + article and _may_be(roster, phrase, place):
            return _named(roster, place)
    over = roster.name_over(phrase.head)
    if over is not None and roster.names[over].core <= phrase.first:
        return _named(roster, over)
    return _nameless(roster, phrase, first, stop)


def _may_be(roster: Roster, phrase: Phrase, place: int) -> bool:
    """Say whether the name after a phrase and a comma may be the one that the phrase describes."""
    kind = kind_of_head(roster.wording.lower[phrase.head])
    if phrase.one or kind in ("person", "organisation"):
        return True
    return kind == "other" and roster.entities[roster.of_name[place]].kind == "person"


def _named(roster: Roster, place: int) -> Finding:
    name, index = roster.names[place], roster.of_name[place]
    entity = roster.entities[index]
    if entity.kind is None:
        entity.kind = "person"
    words = roster.wording.phrase(name.core, name.stop)
    mentions = [roster.wording.span(name.core, name.stop)]
    if words == entity.name:
        return Finding(index, "name", f"The source names {entity.name}.", mentions=tuple(mentions))
    if entity.mentions:
        mentions.append(entity.mentions[0])
    return Finding(index, "part of a name", f"“{words}” is short for {entity.name}.", mentions=tuple(mentions))


def _pronoun(roster: Roster, word: int, *, alone: bool) -> Finding | None:
    wording = roster.wording
    lower = wording.lower[word].split("'")[0] if wording.lower[word] not in FIRST else wording.lower[word]
    span = wording.span(word, word + 1)
    if lower in FIRST:
        return _first_person(roster, span, lower)
    if lower in HE or lower in SHE or lower in THEY or lower in IT or (alone and lower in ("this", "that")):
        number = number_of(lower) if lower not in ("this", "that") else "it"
        found = weigh(roster, word, number)
        if found.entity is None and number in ("he", "she"):
            return _ahead(roster, word, number)
        return found
    if lower in WHO:
        return _relative(roster, word)
    if lower in SECOND:
        return Finding(None, "you", "“You” is whoever reads or listens.")
    return None


def _first_person(roster: Roster, span: Span, word: str) -> Finding:
    around = roster.around(span)
    if around is not None and around.own_words:
        mentions = (around.source,) if around.source else ()
        return Finding(
            around.entity, "I in a quotation", "Inside a quotation, I is the one who speaks it.", mentions=mentions
        )
    author = roster.article.author
    many = word in ("we", "us", "our", "ours", "ourselves") or word.startswith("we'")
    if author and ";" not in author and not many:
        return Finding(roster.add(author, "person", named=True), "author", "Outside quotations, I is the author.")
    index = roster.author = roster.add("AUTHOR", "group" if many else "person", named=False)
    return Finding(index, "author", "Outside quotations, I and we are the author or the newsroom.")


def _ahead(roster: Roster, word: int, number: str) -> Finding:
    """Find the person whose name comes after the pronoun."""
    start = roster.name_cores
    for place in range(len(start)):
        index = roster.of_name[place]
        entity = roster.entities[index]
        if start[place] > word and entity.kind == "person" and entity.gender in (number, None):
            mention = roster.wording.span(start[place], roster.names[place].stop)
            reason = f"Nobody is named before; {entity.name} is the first named after."
            return Finding(index, "name after its pronoun", reason, mentions=(mention,))
        if place > 400:
            break
    return Finding(None, "pronoun", "Nobody named fits the pronoun.")


def _relative(roster: Roster, word: int) -> Finding:
    """Find what "who" or "which" takes up: the phrase right before it."""
    wording = roster.wording
    begin, _ = wording.bounds(word)
    last = word - 1
    people = wording.lower[word] in ("who", "whom", "whose")
    tries = 0
    while last > begin and not wording.words[last][0].isalnum():
        last -= 1
    while last >= begin and tries < 12:
        tries += 1
        place = roster.name_over(last)
        if place is not None and roster.names[place].core >= begin:
            index = roster.of_name[place]
            kind = roster.entities[index].kind
            if kind is None or (kind in ("person", "group")) == people:
                found = _named(roster, place)
                return Finding(
                    index, "who", f"The pronoun takes up {roster.entities[index].name}.", mentions=found.mentions
                )
            last = roster.names[place].first - 1
            continue
        sort = roster.sort_at(last) or ("group" if tries == 1 and wording.lower[last].endswith("s") else None)
        if sort is not None and (not people or sort in ("person", "group")):
            first = phrase_start(wording, last)
            span = _apposed(roster, first, begin) or wording.span(first, last + 1)
            found = roster.look(span)
            return Finding(found.entity, "who", "The pronoun takes up the words before it.", mentions=(span,))
        last -= 1
    number = "who" if people else "it"
    return weigh(roster, word, number, back=1)


def _apposed(roster: Roster, first: int, begin: int) -> Span | None:
    """Give the names that a phrase stands beside: "Orr and Pell, the two clerks, who"."""
    wording = roster.wording
    place = roster.name_over(first - 2) if first - 2 >= begin and wording.words[first - 1] == "," else None
    if place is None or roster.names[place].stop != first - 1:
        return None
    start = roster.names[place].first
    if start - 2 > begin and wording.lower[start - 1] == "the":
        start -= 1
    if start - 2 >= begin and wording.lower[start - 1] == "and":
        other = roster.name_over(start - 2)
        if other is not None:
            start = roster.names[other].first
    return wording.span(start, first - 1)


def owned(roster: Roster, owner: int, first: int, stop: int, begin: int) -> Finding:
    """Find who "his lawyer" or "Pell's campaign" is."""
    wording = roster.wording
    for place in roster.names_in(first, stop):
        if roster.names[place].stop == stop or wording.words[roster.names[place].stop] in (",", "(", "—", "–"):
            return _named(roster, place)
    if wording.words[first][0] in "“\"‘'":
        return _work(roster, first, stop)
    phrase = phrase_of(wording, first, stop)
    if phrase is None:
        entity = roster.entities[owner]
        return Finding(owner, "owner", f"The words belong to {entity.name}.")
    known = of_owner(roster, owner, phrase)
    if known is not None:
        return known
    entity = roster.entities[owner]
    words = name_of_phrase(wording, phrase, keep=True)
    kind = _kind(roster, phrase)
    mark = "’" if entity.name.endswith("s") and entity.kind != "person" else "’s"
    name = f"{entity.name}{mark} {words}" if entity.named else words
    named = entity.named and kind in ("organisation", "document")
    index = roster.add(name, kind, named=named)
    made = roster.entities[index]
    made.gender = gender_of_noun(wording.lower[phrase.head])
    made.gender_sure = made.gender is not None
    employ(roster, entity, made, phrase)
    return Finding(
        index, "relation", f"Somebody of {entity.name}, not named.", mentions=(wording.span(begin, phrase.stop),)
    )


def _work(roster: Roster, first: int, stop: int) -> Finding:
    """Name a film, book or article by its title in quotation marks."""
    span = roster.wording.span(first, stop)
    title = " ".join(span.of(roster.article.text).strip("“”\"‘’' ").split())
    index = roster.add(title or "?", "document", named=True)
    return Finding(index, "title of a work", "The source is a work, named by its title.", mentions=(span,))


def _kind(roster: Roster, phrase: Phrase) -> Kind:
    """Tell what a nameless phrase names, by the evidence where the word lists do not know its noun."""
    kind = kind_of_phrase(roster.wording, phrase)
    sort = roster.sorts.get(phrase.head)
    if kind == "other" and roster.wording.words[phrase.first][0].isdigit():
        return "group"
    if kind != "other" or sort is None:
        return kind
    return "person" if sort == "person" else "group" if sort == "group" else "organisation"


_OF = frozenset("by of from at for in to".split())


def _tells(roster: Roster, place: int, phrase: Phrase) -> bool:
    """Say whether a name in a phrase says whose it is, rather than where or about what."""
    name = roster.names[place]
    if name.core < phrase.head:
        return True
    before = name.first - 1
    while before > phrase.head and roster.wording.lower[before] in ("the", "a", "an", "federal", "national"):
        before -= 1
    entity = roster.entities[roster.of_name[place]]
    return roster.wording.lower[before] in _OF and entity.kind is not None and not is_place(entity.name)


def _publisher(roster: Roster, first: int, stop: int) -> list[int]:
    """Find the name after a document's own words that says whose it is: "–published by the Courier–"."""
    lower = roster.wording.lower
    if lower[first + 1 : first + 2] in (["who"], ["which"], ["that"]):
        return []
    return [
        place
        for place in roster.names_in(first, stop)
        if "by" in lower[max(first, roster.names[place].first - 2) : roster.names[place].first]
    ]


def _nameless(roster: Roster, phrase: Phrase, begin: int, stop: int) -> Finding:
    wording = roster.wording
    head = wording.lower[phrase.head]
    span = wording.span(begin, phrase.stop)
    known = known_as(roster, phrase, begin) or named_soon(roster, phrase)
    if known is not None:
        _told_by(roster, known, phrase)
        return known
    kind = _kind(roster, phrase)
    roster.head_of[wording.range_of(span)[0]] = phrase.head
    inside = [place for place in roster.names_in(phrase.first, phrase.stop) if _tells(roster, place, phrase)]
    if kind == "document" and not inside:
        inside = _publisher(roster, phrase.stop, stop)
    name = name_of_phrase(wording, phrase, keep=roster.name_over(phrase.first) is not None)
    name = name or " ".join(span.of(roster.article.text).split()) or "?"  # a determiner and a mark: no noun is left
    called = phrase.stop + 2
    if wording.lower[phrase.stop : called] in ([",", "called"], [",", "named"], [",", "dubbed"]) and kind != "person":
        place = roster.name_over(called)
        if place is not None:
            inside = [place]
            name = f"{wording.phrase(roster.names[place].core, roster.names[place].stop)} {name}"
    named = bool(inside) and kind in ("document", "organisation", "other")
    anew = kind == "person" and phrase.determiner in ("a", "an", "another", "one")
    index = roster.add(name, kind, named=named, anew=anew)
    entity = roster.entities[index]
    entity.affiliation = entity.affiliation or body_of(roster, phrase, kind)
    if kind == "person":
        role = role_of(roster, phrase)
        while role and " " in role and role.split(" ")[0].lower() in PEOPLES:
            role = role.split(" ", 1)[1]
        entity.role = entity.role or role
        entity.gender = entity.gender or gender_of_noun(head)
        entity.gender_sure = entity.gender is not None
    roster.call(index, head, wording.lower[phrase.first : phrase.head])
    return Finding(index, "own words", "The text gives no name, only these words.", mentions=(span,))


def _told_by(roster: Roster, known: Finding, phrase: Phrase) -> None:
    """Keep the role that "the Republican nominee" gives to one of whom the text has told none."""
    if known.entity is None:
        return
    entity, head = roster.entities[known.entity], roster.wording.lower[phrase.head]
    if not (entity.named and entity.kind == "person" and head in ROLES) or head in _NO_ROLES or phrase.one:
        return
    entity.role = entity.role or (role_of(roster, phrase) or "").split(" and ")[0] or None
    words = roster.wording.lower[phrase.first : phrase.head + 1]
    entity.affiliation = entity.affiliation or next((PARTIES[word] for word in words if word in PARTIES), None)


_NO_ROLES = frozenset("man woman boy girl person one".split())
