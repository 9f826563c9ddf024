"""The role and the body that a nameless phrase tells: "an official at the Harrow Office", "a Treasury spokesman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.schema import Kind
from sayso.speakers.lexicon import BODIES, DETERMINERS, PARTIES, SMALL
from sayso.speakers.nouns import SORTS
from sayso.speakers.phrases import Phrase, singular
from sayso.speakers.pronouns import is_place

if TYPE_CHECKING:
    from sayso.speakers.entities import Entity
    from sayso.speakers.roster import Roster

AHEAD = 6
"""Words after "at" or "of" among which the body's name must begin."""
_AT = frozenset("at of for from with in by to".split())
_NO_ROLES = frozenset("man woman boy girl person one lady gentleman guy somebody someone".split())
_KIN = frozenset(
    "wife husband mother father mum mom dad son daughter brother sister uncle aunt cousin nephew niece grandmother"
    " grandfather grandson granddaughter friend girlfriend boyfriend fiancé fiancee widow widower relative".split()
)
"""What one is to another is no office."""
_OFFICES = frozenset("state staff police mission operations".split())
"""What is over nobody by itself: "secretary of state"."""
_COUNTED = frozenset("second third first other same one another last".split())


def role_of(roster: Roster, phrase: Phrase) -> str | None:
    """Give the role that a phrase for one person names, without what only counts; ``None`` where it names none."""
    wording = roster.wording
    head = wording.lower[phrase.head]
    head = (singular(head) or head) if phrase.one else head
    if SORTS.get(head) != "person" or head in _NO_ROLES or head in _KIN:
        return None
    first = phrase.first
    while first < phrase.head and (wording.lower[first] in _COUNTED or wording.words[first][0].isdigit()):
        first += 1
    words = wording.phrase(first, phrase.head)
    of = wording.lower[phrase.head + 1 : phrase.head + 2] == ["of"] and wording.lower[phrase.head + 2] in _OFFICES
    rest = wording.phrase(phrase.head + 1, phrase.head + 3) if of else ""
    return f"{words} {head if phrase.one else wording.words[phrase.head]} {rest}".strip()


def body_of(roster: Roster, phrase: Phrase, kind: Kind) -> str | None:
    """Give the named body, or the party, that people whom a phrase names belong to; ``None`` where it tells none."""
    if kind not in ("person", "group"):
        return None
    wording = roster.wording
    lower = wording.lower
    for place in roster.names_in(phrase.first, phrase.head):
        entity = roster.entities[roster.of_name[place]]
        if entity.named and entity.kind == "organisation" and not is_place(entity.name):
            return entity.name
    party = next((PARTIES[word] for word in lower[phrase.first : phrase.head] if word in PARTIES), None)
    if party is not None:
        return party
    after = phrase.head + 1
    if lower[after : after + 1] and lower[after] in _AT and after < phrase.stop:
        return _body_after(roster, after + 1, phrase.stop)
    if lower[after : after + 3] == ["who", "works", "for"] or lower[after : after + 3] == ["who", "works", "at"]:
        return _body_after(roster, after + 3, after + 3 + AHEAD)
    if lower[after : after + 1] == [","] and lower[after + 1 : after + 2] == ["at"]:
        return _body_after(roster, after + 2, after + 2 + AHEAD)
    return None


def _body_after(roster: Roster, first: int, stop: int) -> str | None:
    wording = roster.wording
    stop = min(stop, len(wording))
    for index in range(first, min(stop, first + AHEAD)):
        place = roster.name_over(index)
        if place is not None:
            entity = roster.entities[roster.of_name[place]]
            body = entity.kind == "organisation" and not is_place(entity.name)
            # "The mayor of Tarn" is the town's, though the Tarn Courier is called Tarn for short elsewhere.
            name = roster.names[place]
            town = wording.lower[first - 1] == "of" and name.stop - name.core == 1 and " " in entity.name
            return entity.name if entity.named and body and not (town and wording.words[name.core].istitle()) else None
        if wording.lower[index] in SMALL and wording.lower[index] not in DETERMINERS:
            break
        if wording.lower[index] in BODIES:
            return _body_meant(roster, first, index)
    return None


def _body_meant(roster: Roster, first: int, head: int) -> str | None:
    """Give the name of "the ministry", or these words where it has none."""
    found = roster.look(roster.wording.span(first, head + 1))
    if found.entity is None or roster.entities[found.entity].kind != "organisation":
        return None
    return roster.entities[found.entity].name


def employ(roster: Roster, owner: Entity, owned: Entity, phrase: Phrase) -> None:
    """Note whose "Pell's lawyer" or "the Harrow Office's report" is."""
    body = owner.kind == "organisation" and owned.kind != "document" and not is_place(owner.name)
    if owner.named and (body or owned.kind == "organisation"):
        owned.affiliation = owned.affiliation or owner.name
    if owned.kind == "person":
        owned.role = owned.role or role_of(roster, phrase)
