"""One entity from all mentions of a name: full names first, then what is short for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.speakers.appositions import Beside, after, in_front
from sayso.speakers.definites import SYNONYMS
from sayso.speakers.entities import Entity
from sayso.speakers.gender import gender_of, is_given
from sayso.speakers.learned import Learned
from sayso.speakers.lexicon import (
    BODIES,
    CONNECTORS,
    FEMALE_HONORIFICS,
    FEMALE_ROLES,
    HONORIFICS,
    MALE_HONORIFICS,
    MALE_ROLES,
    NICKNAMES,
    PARTIES,
    PEOPLES,
    PLACE_NAMES,
    PLACES,
    RELATIONS,
    ROLES,
    SUFFIXES,
)
from sayso.speakers.names import Name
from sayso.speakers.wording import POSSESSIVE, Wording

NAMESAKES_MAX = 12
"""How many entities of one surname are weighed; hostile text has more."""
TOPIC, NEAR, OFTEN = 1.0, 0.8, 0.1
"""Whom a bare surname means: the first of the name, the one named last, the one named often. Set by hand on dev."""

EVIDENCE = 3
"""How many votes the encoder has on what a name names, when it is certain."""
SURE_BODY = 4
"""How many times likelier a body than a person the encoder must find a name to decide alone."""
NO_PERSON = 0.3
"""Below which mean probability of a person a name of several words is rather a body's."""
INITIALS_MAX = 3
"""Letters of a word that stays in capitals in the name of a body, as in "USA TODAY"."""
HINT = 0.4
"""How far from even the encoder's hint of a gender must be to count."""


@dataclass(slots=True)
class Gathered:
    """The named entities of a text.

    :ivar entities: in the order of their full names' first mention.
    :ivar of_name: for each name of the text, the index of its entity.
    """

    entities: list[Entity] = field(default_factory=list)
    of_name: list[int] = field(default_factory=list)
    by_key: dict[tuple[str, ...], int] = field(default_factory=dict)
    by_last: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_given: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_tail: dict[tuple[str, ...], int] = field(default_factory=dict)
    by_letter: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_front: dict[str, int] = field(default_factory=dict)
    by_initials: dict[str, int] = field(default_factory=dict)
    keys: list[tuple[str, ...]] = field(default_factory=list)


def key_of(wording: Wording, first: int, stop: int) -> tuple[str, ...]:
    """Give the words of a name for comparing: no marks, no "Jr."."""
    words = [w for w in wording.lower[first:stop] if w[0].isalnum()]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return tuple(words)


def gather(wording: Wording, names: Sequence[Name], learned: Learned | None = None) -> Gathered:
    """Make the named entities of a text, with roles, affiliations and genders as stated.

    :param learned: what the encoder says of the words; the rules decide alone without it.
    """
    out = Gathered()
    keys = [key_of(wording, name.core, name.stop) for name in names]
    beside = [(in_front(wording, name), after(wording, name)) for name in names]
    long: dict[int, int] = {}
    for index, name in enumerate(names):
        if len(keys[index]) > 1:
            long[index] = _long(out, wording, name, keys[index])
    short: dict[tuple[str, ...], int] = {}
    for index, name in enumerate(names):
        entity = long.get(index)
        if entity is None:
            entity = _short(out, wording, name, keys[index], short)
        out.of_name.append(entity)
        _note(out.entities[entity], wording, name, *beside[index])
    for left, right in pairwise(range(len(names))):
        if names[left].stop == names[right].first < names[right].core:
            _employ(out.entities[out.of_name[right]], out.entities[out.of_name[left]], wording, names[right])
    for person in out.entities:
        if person.role and person.affiliation is None and person.kind == "person":
            parties = [PARTIES[word] for word in person.role.lower().split() if word in PARTIES]
            person.affiliation = parties[0] if parties else _body_in(out, person.role)
    if learned is not None:
        _listen(out, names, learned)
    for made in out.entities:
        _settle(made)
    return out


def _new(out: Gathered, wording: Wording, name: Name, key: tuple[str, ...]) -> int:
    core, stop = name.core, name.stop
    while stop - core > 2 and wording.lower[stop - 1] in _POST_NOMINALS:
        stop -= 1
    entity = Entity(len(out.entities), wording.phrase(core, stop), name.kind, named=True)
    if stop < name.stop and wording.lower[stop] in ("kc", "qc"):
        entity.roles.add(wording.lower[stop])
    if len(key) > 1 and name.kind in ("person", None):
        entity.gender = gender_of(key[0])
    initials = any(len(word) <= INITIALS_MAX for word in key)
    loud = not (name.kind == "organisation" and initials) and len(key) > 1 and wording.words[stop - 1].isupper()
    if loud and all(w.isupper() for w in wording.words[core:stop]):
        entity.name = entity.name.title()
    out.entities.append(entity)
    out.keys.append(key)
    out.by_key[key] = entity.index
    return entity.index


def _long(out: Gathered, wording: Wording, name: Name, key: tuple[str, ...]) -> int:
    """Place a name of several words."""
    if key in out.by_key:
        return out.by_key[key]
    if name.kind in ("person", None):
        for other in out.by_last.get(key[-1], ())[:NAMESAKES_MAX]:
            if _same_given(out.keys[other], key):
                entity = out.entities[other]
                if len(key) > len(out.keys[other]) or (len(key[0]) > 1 and len(out.keys[other][0]) == 1):
                    entity.name, out.keys[other] = wording.phrase(name.core, name.stop), key
                out.by_key[key] = other
                return other
    tail = out.by_tail.get(key)
    if tail is not None and len(key) > 1:
        out.by_key[key] = tail
        return tail
    index = _new(out, wording, name, key)
    if name.kind in ("person", None):
        if key[-1] not in out.by_last and len(key[-1]) > 4:
            out.by_letter[key[-1][0]].append(key[-1])
        out.by_last[key[-1]].append(index)
        out.by_given[key[0]].append(index)
    if name.kind != "person":
        initials = "".join(word[0] for word in key if word not in CONNECTORS and word not in ("the", "to", "on"))
        out.by_initials.setdefault(initials, index)
        if wording.words[name.stop : name.stop + 1] == ["("] and wording.words[name.stop + 2 : name.stop + 3] == [")"]:
            out.by_initials[wording.lower[name.stop + 1]] = index
    if name.kind == "organisation" and key[0] not in PLACES and key[0] not in PEOPLES and len(key[0]) > 3:
        out.by_front.setdefault(key[0], index)
    for cut in range(1, min(len(key), 6)):
        if key[cut] not in CONNECTORS and (len(key) - cut > 1 or name.kind == "organisation"):
            out.by_tail.setdefault(key[cut:], index)
    return index


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names with one surname may be one person's: "Chas. E. Orr" and "Charles Orr"."""
    a, b = one[0].rstrip("."), other[0].rstrip(".")
    if len(one) > 1 and len(other) > 1 and (one[-2:] == other[-2:] or one[:-1] == other[:-1]):
        return True
    if a == b or NICKNAMES.get(a, a) == NICKNAMES.get(b, b):
        return True
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return True
    return len(a) > 4 and len(b) > 4 and close(a, b)


def close(one: str, other: str) -> bool:
    """Say whether two words differ by one letter changed, added, dropped, or two swapped; long ones by two."""
    if min(len(one), len(other)) >= LONG and len(one) < 24 and len(other) < 24:
        return _distance(one, other) <= 2
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        swapped = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
        return swapped or one[start + 1 :] == other[start + 1 :]
    shorter, longer = sorted((one, other), key=len)
    return longer[start + 1 :] == shorter[start:]


LONG = 8


def _distance(one: str, other: str) -> int:
    """Give the least number of letters changed, added or dropped that makes one word of another."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, its in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != its))
    return row[-1]


def _short(out: Gathered, wording: Wording, name: Name, key: tuple[str, ...], short: dict[tuple[str, ...], int]) -> int:
    """Place a name of one word: somebody's surname or first name, a body's short name, or a name of its own."""
    word = key[0] if key else ""
    titled = name.core > name.first
    if out.by_last.get(word) and (name.kind != "organisation" or _no_body_alone(wording, name)):
        chosen = _namesake(out, wording, name, out.by_last[word][:NAMESAKES_MAX])
        if chosen is not None:
            out.entities[chosen].votes += 1
            return chosen
    acronym = word.replace(".", "")
    if not titled and acronym in out.by_initials and wording.words[name.core].replace(".", "").isupper():
        return out.by_initials[acronym]
    if out.by_given.get(word) and (not is_given(word) if titled else is_given(word) or name.kind is None):
        near = _nearest(out, name.core, out.by_given[word][:NAMESAKES_MAX])
        if near is not None and (out.entities[near].kind == "person" or name.kind is None):
            return near
    if key in short:
        return short[key]
    if not titled and key in out.by_tail and wording.lower[max(name.core - 1, 0)] in ("the", "’s", "'s"):
        return out.by_tail[key]
    if name.kind is None and not titled and word in out.by_front:
        return out.by_front[word]
    misspelt = _misspelt(out, word) if name.kind is None and len(word) > 4 else None
    short[key] = _new(out, wording, name, key) if misspelt is None else misspelt
    if misspelt is None and titled:
        out.by_last[word].append(short[key])
    return short[key]


def _no_body_alone(wording: Wording, name: Name) -> bool:
    """Say whether one word in capitals or with one inside may still be a surname."""
    return wording.lower[name.core] not in PLACES or wording.lower[name.core - 1 if name.core else 0] not in (
        "in",
        "the",
    )


def _nearest(out: Gathered, word: int, candidates: Sequence[int]) -> int | None:
    before = [c for c in candidates if out.entities[c].words and out.entities[c].words[0] <= word]
    return max(before, key=lambda c: out.entities[c].words[-1]) if before else (candidates[0] if candidates else None)


def _namesake(out: Gathered, wording: Wording, name: Name, candidates: Sequence[int]) -> int | None:
    """Choose whom a bare surname means; ``None`` where its title fits none of them."""
    title = set(wording.lower[name.first : name.core])
    if wording.words[name.stop : name.stop + 1] and wording.words[name.stop] in _APPOSE:
        apposed = set(wording.lower[name.stop + 1 : name.stop + 1 + APPOSED_MAX]) & ROLES
        title |= apposed.union(*(SYNONYMS.get(word, ()) for word in apposed))
    gender = "he" if title & MALE_HONORIFICS else "she" if title & FEMALE_HONORIFICS else None
    fitting = [c for c in candidates if gender is None or out.entities[c].gender in (None, gender)]
    if not fitting:
        fitting = [c for c in candidates if not out.entities[c].gender_sure]
    if not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    told = [c for c in fitting if gender is not None and out.entities[c].gender == gender]
    fitting = told or fitting
    last = max((c for c in fitting if out.entities[c].words), key=lambda c: out.entities[c].words[-1], default=None)

    def weight(index: int) -> float:
        entity = out.entities[index]
        titles = len(title & entity.about)
        topic = TOPIC * (index == fitting[0])
        return topic + NEAR * (index == last) + OFTEN * min(len(entity.words), 8) + titles

    return max(fitting, key=lambda c: (weight(c), -c))


def _misspelt(out: Gathered, word: str) -> int | None:
    """Give the entity whose surname differs from a word by one letter, if there is one."""
    for last in out.by_letter[word[0]][:NAMESAKES_MAX]:
        if close(word, last):
            return out.by_last[last][0]
    return None


def _employ(person: Entity, body: Entity, wording: Wording, name: Name) -> None:
    """Note the body in front of a title, as in "Channel 9 Correspondent Ana Pell"."""
    person.affiliation = person.affiliation or body.name
    title = wording.lower[name.core - 1]
    if person.role and title not in _REPORTERS and not person.role.startswith(body.name):
        person.role = f"{body.name} {person.role}"


def _body_in(out: Gathered, role: str) -> str | None:
    """Give the body that a role in front of a name begins with, as in "Harrow Council leader"; ``None`` for none."""
    words = role.split()
    for stop in range(len(words) - 1, 0, -1):
        if not words[0][0].isupper():
            return None
        key = tuple(word.lower() for word in words[:stop])
        if any(word in PEOPLES for word in key) or key[-1] in HONORIFICS or " ".join(key) in PLACES:
            continue
        known = out.by_key.get(key)
        if known is not None and out.entities[known].kind == "organisation":
            name = out.entities[known].name
            return None if name.lower() in PLACES or name.lower() in PLACE_NAMES else name
        if key[-1] in BODIES and (stop > 1 or words[0].isupper()):
            return " ".join(words[:stop])
    return None


_REPORTERS = frozenset("correspondent reporter anchor host presenter editor columnist journalist producer".split())


def _note(entity: Entity, wording: Wording, name: Name, front: Beside | None, behind: Beside | None) -> None:
    """Add a mention and what stands beside it."""
    entity.mentions.append(wording.span(name.core, name.stop))
    entity.words.append(name.core)
    lower = wording.lower
    for word in lower[name.first : name.core]:
        _note_gender(entity, word)
    vote = 0
    for beside in (front, behind):
        if beside is None:
            continue
        vote += beside.person
        if entity.kind in ("organisation", "document") and beside.person > 0 and beside is front:
            continue
        if entity.kind == "person" and beside.head in BODIES and beside.person < 0:
            continue
        if beside.head:
            entity.roles.add(beside.head)
            _note_gender(entity, beside.head)
            entity.about.update(beside.role.lower().replace(".", "").split())
        only_title = beside.role.lower().rstrip(".") in _ADDRESS
        if (
            beside.role
            and (entity.role is None or entity.role.lower().rstrip(".") in _ADDRESS)
            and not (only_title and entity.role)
        ):
            entity.role = beside.role
        if beside.affiliation and entity.affiliation is None:
            entity.affiliation = beside.affiliation
    entity.votes += vote + _neighbours(wording, name)


def _listen(out: Gathered, names: Sequence[Name], learned: Learned) -> None:
    """Add what the encoder says of the kind and gender of names to the votes of the rules."""
    people = [0.0] * len(out.entities)
    bodies = [0.0] * len(out.entities)
    she: list[list[float]] = [[] for _ in out.entities]
    counts = [0] * len(out.entities)
    places = [0.0] * len(out.entities)
    for name, index in zip(names, out.of_name, strict=True):
        none, person, body = learned.kinds(name.stop - 1)
        if none < 0.5:
            counts[index] += 1
            people[index] += person
            bodies[index] += body
            places[index] += learned.place(name.stop - 1)
            she[index].append((learned.she(name.core) + learned.she(name.stop - 1)) / 2)
    for entity, person, body, hints in zip(out.entities, people, bodies, she, strict=True):
        if entity.kind is None and body > SURE_BODY * person and " " in entity.name and not entity.roles:
            entity.kind = "organisation"
        elif entity.kind is None and person + body > 0.5:
            entity.votes += round(EVIDENCE * (person - body) / (person + body))
            if counts[entity.index] * NO_PERSON > person and " " in entity.name:
                entity.votes -= 1
        elif entity.kind is None and counts[entity.index] * NO_PERSON > person and " " in entity.name:
            entity.votes -= 1
        elif (
            entity.kind == "person"
            and body > 4 * person
            and entity.votes < 1
            and not entity.roles
            and " " not in entity.name
        ):
            entity.kind = "organisation"
        entity.place = places[entity.index] > 0
        if hints:
            entity.hint = sum(hints) / len(hints)


_APPOSE = frozenset((",", "—", "–", "―"))
APPOSED_MAX = 4
"""Words after a surname and a comma that may tell whose it is."""
_POST_NOMINALS = frozenset("kc qc mp obe mbe cbe phd md esq".split())
_ADDRESS = frozenset("mr mrs ms miss mx dr prof sir dame lord lady sen rep gov rev".split())


def _only_address(role: str) -> bool:
    return role.lower().rstrip(".") in _ADDRESS


def _note_gender(entity: Entity, word: str) -> None:
    if word in MALE_HONORIFICS or word in MALE_ROLES:
        entity.gender, entity.gender_sure = "he", True
    elif word in FEMALE_HONORIFICS or word in FEMALE_ROLES:
        entity.gender, entity.gender_sure = "she", True


def _neighbours(wording: Wording, name: Name) -> int:
    """Weigh what the words around say: above 0 for a person, below for a place or body."""
    lower = wording.lower
    before = lower[name.first - 1] if name.first else ""
    behind = lower[name.stop] if name.stop < len(lower) else ""
    vote = 0
    if before in ("in", "near", "across", "throughout", "outside", "around") or before == "the":
        vote -= 2
    elif before in ("mr", "mrs", "ms"):
        vote += 3
    if behind in POSSESSIVE and name.stop + 1 < len(lower):
        owned = lower[name.stop + 1]
        if owned in RELATIONS and owned not in BODIES and owned not in ("troops", "boss", "allies"):
            vote += 1
        elif owned in ("president", "government", "capital", "ceo", "shares", "economy", "leader", "parliament"):
            vote -= 2
    elif behind in ("officials", "spokesman", "spokeswoman", "executives", "ceo", "shares", "which", "reported"):
        vote -= 1
    return vote


def _settle(entity: Entity) -> None:
    """Decide what a name names, where its own words did not tell, and what its first name hints."""
    if entity.kind is None and entity.votes:
        entity.kind = "person" if entity.votes > 0 else "organisation"
    elif entity.kind == "person" and entity.votes <= -4 and " " not in entity.name and not entity.roles:
        entity.kind = "organisation"
    if entity.kind in ("person", None) and entity.gender is None and " " in entity.name:
        entity.gender = gender_of(entity.name.split()[0])
    elif entity.kind == "person" and entity.gender is None and not entity.roles:
        entity.gender = gender_of(entity.name)
    if entity.kind == "person" and entity.gender is None and abs(entity.hint - 0.5) > HINT:
        entity.gender = "she" if entity.hint > 0.5 else "he"
