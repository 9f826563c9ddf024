"""Whom "the senator", "the agency" or "his lawyer" means: one whom the text has called so."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.speakers.findings import Finding
from sayso.speakers.gender import is_given
from sayso.speakers.lexicon import PARTIES, PEOPLES, PLACES, ROLES, SMALL
from sayso.speakers.nouns import SORTS
from sayso.speakers.phrases import Phrase, singular
from sayso.speakers.pronouns import gender_of_noun, is_place, weigh
from sayso.speakers.wording import POSSESSIVE

if TYPE_CHECKING:
    from sayso.speakers.entities import Entity
    from sayso.speakers.roster import Roster

HEARD = 1.0
"""From which log-odds on the encoder alone says that a description means a person named before. Set by hand on dev."""
ENTITIES_BACK = 200
FAR = 120
"""Words back that "the senators" looks for two named apart."""
EPITHET_BACK = 2
"""Sentences back that "the New York businessman" looks for whom it may mean."""
TOPIC_MIN = 4
"""How often the article's main person is named, at least, to be meant by such words from afar."""
CANDIDATES_MAX = 20
"""How many who are called alike are weighed."""

_SAME = (
    "senator sen lawmaker legislator",
    "representative rep congressman congresswoman lawmaker legislator",
    "mp lawmaker legislator politician",
    "governor gov",
    "lawyer attorney solicitor counsel barrister",
    "nominee candidate contender",
    "doctor dr physician surgeon doc",
    "professor prof academic scholar",
    "spokesman spokeswoman spokesperson",
    "chairman chairwoman chair",
    "president prez",
    "policeman officer detective constable cop sergeant sgt det pc insp inspector superintendent supt dc",
    "manager boss coach",
    "barrister kc qc lawyer counsel advocate",
    "vicar rev reverend priest pastor curate",
    "king monarch",
    "soldier sergeant captain colonel private",
    "forecaster meteorologist",
    "journalist reporter correspondent",
    "executive ceo boss chief",
    "minister secretary",
    "film movie documentary",
    "article story piece feature column report",
    "study report research paper survey",
    "poll survey",
    "lawsuit suit complaint",
    "company firm corporation",
    "newspaper paper outlet magazine",
    "committee panel",
    "court tribunal",
    "councillor councilman councilwoman",
    "actor actress star",
    "singer musician star",
    "businessman businesswoman mogul billionaire tycoon",
)
SYNONYMS: dict[str, frozenset[str]] = {}
for _words in _SAME:
    for _word in _words.split():
        SYNONYMS[_word] = SYNONYMS.get(_word, frozenset()) | frozenset(_words.split())

_DEFINITE = frozenset("the that this these those".split())
_OUTLET_WORDS = frozenset("article story piece feature column editorial report".split())


def known_as(roster: Roster, phrase: Phrase, begin: int) -> Finding | None:
    """Give the one meant by a definite phrase; ``None`` where the phrase brings in somebody new."""
    wording = roster.wording
    head = wording.lower[phrase.head]
    alone = phrase.head == phrase.first and SORTS.get(head) == "person" and wording.capital[phrase.first]
    definite = phrase.determiner in _DEFINITE or (not phrase.determiner and alone)
    if not definite:
        return None
    if (
        head in ("woman", "man", "girl", "boy", "lady")
        and phrase.determiner in _DEFINITE
        and phrase.head == phrase.first
    ):
        found = _first_named(roster, gender_of_noun(head)) or weigh(roster, phrase.head, gender_of_noun(head) or "who")
        if found.entity is not None:
            return Finding(found.entity, "title", "The text speaks of one such person.", found.score, found.mentions)
    if phrase.stop > phrase.head + 1 and SORTS.get(head) != "person":
        return None
    if any(word in POSSESSIVE for word in wording.words[phrase.first : phrase.head]):
        return None
    if phrase.determiner in _DEFINITE and SORTS.get(head) == "group" and singular(head) in ROLES:
        return _several(roster, phrase, head)
    candidates = _called(roster, head)
    if SORTS.get(head) == "organisation":
        candidates += _bodies(roster, head, phrase)
    modifiers = set(wording.lower[phrase.first : phrase.head])
    if wording.lower[phrase.head + 1 : phrase.head + 2] == ["of"]:
        modifiers |= set(wording.lower[phrase.head + 2 : phrase.stop]) - SMALL
    ranked = _ranked(roster, candidates, phrase, modifiers)
    if ranked and ranked[0][0] > 0:
        top, best = ranked[0]
        total = sum(math.exp(score - top) for score, _ in ranked)
        entity = roster.entities[best]
        words = wording.phrase(begin, phrase.head + 1)
        second = ranked[1] if len(ranked) > 1 else None
        return Finding(
            best,
            "title",
            f"The text calls {entity.name} what “{words}” says.",
            round(1 / total, 3),
            tuple(entity.mentions[:1]),
            second[1] if second else None,
            round(math.exp(second[0] - top) / total, 3) if second else None,
        )
    if head in _OUTLET_WORDS and phrase.determiner in _DEFINITE:
        return _outlets_piece(roster, phrase, head)
    if roster.sort_at(phrase.head) != "person":
        return None
    return _epithet(roster, phrase, modifiers) or _heard(roster, phrase)


def _first_named(roster: Roster, gender: str | None) -> Finding | None:
    """Take "the woman" for the only one whom the article calls by a first name alone, again and again."""
    found = [
        entity
        for entity in roster.entities[: len(roster.names)]
        if entity.named and len(entity.words) >= TOPIC_MIN and entity.gender == gender and is_given(entity.name)
    ]
    if len(found) != 1 or found[0].kind != "person":
        return None
    reason = f"The article calls only {found[0].name} by a first name."
    return Finding(found[0].index, "title", reason, mentions=tuple(found[0].mentions[:1]))


def _heard(roster: Roster, phrase: Phrase) -> Finding | None:
    """Take "the officer" for a named person when the encoder is sure that they are the same."""
    if roster.learned is None or phrase.determiner not in _DEFINITE:
        return None
    stop = _place_before(roster, phrase.first)
    places: dict[int, int] = {}
    for word, index in roster.trail[max(0, stop - 2 * CANDIDATES_MAX) : stop]:
        entity = roster.entities[index]
        if entity.kind == "person" and index != roster.author:
            places[word] = index
    if not places:
        return None
    words = list(places)
    scores = roster.learned.antecedents(phrase.head, [roster.head_of.get(word, word) for word in words])
    best = max(range(len(words)), key=scores.__getitem__)
    if scores[best] < HEARD:
        return None
    entity = roster.entities[places[words[best]]]
    return Finding(
        entity.index,
        "description",
        f"The words describe {entity.name}, as far as the encoder can tell.",
        round(1 / (1 + math.exp(-scores[best])), 3),
        (roster.wording.span(words[best], words[best] + 1),),
    )


def _several(roster: Roster, phrase: Phrase, head: str) -> Finding | None:
    """Take "the senators" for two named ones who were named together, or who are both called senator."""
    if roster.wording.lower[phrase.first] == "two":
        return _last_two(roster, phrase)
    called = set(_called(roster, singular(head) or head)) | set(_called(roster, head))
    people = [i for i in called if roster.entities[i].named and roster.entities[i].kind == "person"]
    if len(people) < 2 and not any(roster.entities[i].parts for i in called):
        return None
    last = {i: bisect_left(roster.entities[i].words, phrase.first) for i in people}
    near = [i for i in people if last[i]]
    near.sort(key=lambda i: -roster.entities[i].words[last[i] - 1])
    for entity in roster.entities[: -ENTITIES_BACK - 1 : -1]:
        if (
            entity.parts
            and set(entity.parts) & set(people)
            and all(roster.entities[i].kind == "person" for i in entity.parts)
        ):
            return Finding(entity.index, "title", f"The text speaks of {entity.name} together.")
    if len(near) < 2 or phrase.first - roster.entities[near[1]].words[last[near[1]] - 1] > FAR:
        return None
    from sayso.speakers.look import joined

    index = joined(roster, tuple(sorted(near[:2])))
    return Finding(index, "title", f"The text calls both of {roster.entities[index].name} so.")


def _last_two(roster: Roster, phrase: Phrase) -> Finding | None:
    """Take "the two presidents" for the two people named last."""
    stop = _place_before(roster, phrase.first)
    people: dict[int, None] = {}
    for _, index in reversed(roster.trail[max(0, stop - CANDIDATES_MAX) : stop]):
        if roster.entities[index].named and roster.entities[index].kind == "person":
            people.setdefault(index)
    if len(people) < 2:
        return None
    from sayso.speakers.look import joined

    index = joined(roster, tuple(list(people)[1::-1]))
    return Finding(index, "title", "The text means the two people named last.")


_EPITHETS = frozenset(
    "nominee candidate mogul billionaire businessman tycoon star singer actor actress democrat republican politician"
    " lawmaker frontrunner incumbent challenger veteran native striker midfielder filmmaker rapper comedian dealmaker"
    " contender entrepreneur novelist socialite heiress celebrity magnate hopeful full-back centre-back winger"
    " goalkeeper defender scot briton frenchman dutchman irishman welshman defendant pensioner lady grandmother"
    " grandfather widow widower champion millionaire retiree teenager".split()
)


def _epithet(roster: Roster, phrase: Phrase, modifiers: set[str]) -> Finding | None:
    """Take "the New York businessman" for the one spoken of, when nobody has been called so."""
    wording = roster.wording
    head = wording.lower[phrase.head]
    telling = any(m in PEOPLES or m in PLACES or m == "former" or m.endswith("-year-old") for m in modifiers)
    if head not in _EPITHETS and not telling:
        return None
    if phrase.head + 1 < phrase.stop and wording.lower[phrase.head + 1] in ("in", "at"):
        return None
    gender = next(filter(None, map(gender_of_noun, (head, *sorted(modifiers)))), None)
    found = weigh(roster, phrase.first, gender or "who", back=EPITHET_BACK)
    if found.entity is not None and clashes(roster.entities[found.entity], modifiers | {head}):
        found = Finding(found.runner_up, "pronoun", "", found.runner_up_score, ())
    if (
        found.entity is None
        or not roster.entities[found.entity].named
        or roster.entities[found.entity].kind != "person"
        or clashes(roster.entities[found.entity], modifiers | {head})
    ):
        return _topical(roster, phrase, modifiers, gender)
    name = roster.entities[found.entity].name
    reason = f"Nobody else has been called so, and the text speaks of {name}."
    return Finding(found.entity, "epithet", reason, found.score, found.mentions, found.runner_up, found.runner_up_score)


def _topical(roster: Roster, phrase: Phrase, modifiers: set[str], gender: str | None) -> Finding | None:
    """Take "the nominee" for the person whom the article names most, when nobody near fits."""
    head = roster.wording.lower[phrase.head]
    topic = roster.topic
    if head not in _EPITHETS or phrase.determiner != "the" or topic is None or len(topic.words) < TOPIC_MIN:
        return None
    if clashes(topic, modifiers | {head}) or (gender and topic.gender not in (gender, None)):
        return None
    reason = f"Nobody near has been called so, and the text speaks mostly of {topic.name}."
    return Finding(topic.index, "epithet", reason, mentions=tuple(topic.mentions[:1]))


def _called(roster: Roster, head: str) -> list[int]:
    out: dict[int, None] = {}
    for word in SYNONYMS.get(head, frozenset((head,))) | {head}:
        out.update(dict.fromkeys(roster.by_role.get(word, ())[-CANDIDATES_MAX:]))
        out.update(dict.fromkeys(roster.by_role.get(word, ())[:CANDIDATES_MAX]))
    return list(out)


def _bodies(roster: Roster, head: str, phrase: Phrase) -> list[int]:
    """Give bodies whose own name has the noun, and places for "the city"."""
    out = []
    start = max(0, _place_before(roster, phrase.first) - CANDIDATES_MAX * 3)
    for _, index in roster.trail[start : _place_before(roster, phrase.first)]:
        entity = roster.entities[index]
        if entity.kind != "organisation" or not entity.named:
            continue
        words = entity.name.lower().split()
        place = is_place(entity.name) or (entity.votes < 0 and len(words) <= 2)
        if head in words or (
            place if head in _PLACE_NOUNS else head in _ANY_BODY and not (is_place(entity.name) or entity.place)
        ):
            out.append(index)
    return list(dict.fromkeys(out))


_PLACE_NOUNS = frozenset("city town state country nation county village".split())
_ANY_BODY = frozenset("agency company organisation organization firm group body newspaper paper outlet network".split())


def _place_before(roster: Roster, word: int) -> int:
    return bisect_left(roster.trail, (word, -1))


def _ranked(roster: Roster, candidates: list[int], phrase: Phrase, modifiers: set[str]) -> list[tuple[float, int]]:
    wording = roster.wording
    here = wording.sentence(phrase.head)
    head = wording.lower[phrase.head]
    out = []
    for index in dict.fromkeys(candidates):
        entity = roster.entities[index]
        before = bisect_left(entity.words, phrase.first)
        distance = here - wording.sentence(entity.words[before - 1]) if before else 30
        score = 1.5 / (1 + 0.3 * distance) + (0.5 if head in entity.roles else 0.2)
        score += 0.8 * len(modifiers & (entity.about | {w.lower() for w in entity.name.split()}))
        if not before and not entity.named:
            continue
        if clashes(entity, modifiers | {head}):
            continue
        if entity.kind in ("document", "organisation") and _named_otherwise(roster, entity, phrase):
            continue
        if modifiers and not modifiers & entity.about:
            score -= 0.9 * len(modifiers - _EMPTY)
        gender = gender_of_noun(head) or next(filter(None, map(gender_of_noun, sorted(modifiers))), None)
        if gender and entity.gender not in (gender, None):
            continue
        out.append((score, index))
    return sorted(out, key=lambda item: (-item[0], item[1]))


def clashes(entity: Entity, words: set[str]) -> bool:
    """Say whether words cannot be meant for one: another party's, or those of a vice or deputy and of the one above."""
    theirs = {PARTIES[word] for word in (*entity.about, (entity.affiliation or "").lower()) if word in PARTIES}
    told = {PARTIES[word] for word in words if word in PARTIES}
    if theirs and told and not theirs & told:
        return True
    second = bool(entity.about & _SECOND)
    return second != bool(words & _SECOND) and bool(entity.about & words & _FIRST)


def _named_otherwise(roster: Roster, entity: Entity, phrase: Phrase) -> bool:
    """Say whether a name in a phrase is not in that of an entity: "the Harrow poll" is no poll of the Courier."""
    wording = roster.wording
    known = entity.about | {word.strip("’'s/") for word in entity.name.lower().replace("/", " ").split()}
    begin, _ = wording.bounds(phrase.first)
    return any(
        wording.capital[word] and wording.lower[word].strip("’'s") not in known and roster.name_over(word) is not None
        for word in range(max(phrase.first, begin + 1), phrase.head)
    )


_SECOND = frozenset("vice vice-presidential deputy".split())
_FIRST = frozenset("president presidential premier minister chairman chair chairwoman leader".split())
_EMPTY = frozenset("former then current own first last new young old elderly us u.s.".split())


def of_owner(roster: Roster, owner: int, phrase: Phrase) -> Finding | None:
    """Give the named one who is called, say, "attorney for Pell" where the text has "Pell's lawyer"."""
    wording = roster.wording
    head = wording.lower[phrase.head]
    owned_by = set(roster.entities[owner].name.lower().split()[-1:])
    for index in _called(roster, head):
        entity = roster.entities[index]
        if (
            entity.named
            and index != owner
            and entity.role
            and owned_by & set(entity.role.lower().replace("’s", " ").split())
        ):
            reason = f"The text calls {entity.name} “{entity.role}”."
            return Finding(index, "relation", reason, mentions=tuple(entity.mentions[:1]))
    return None


def _outlets_piece(roster: Roster, phrase: Phrase, head: str) -> Finding | None:
    """Name "the article" by the outlet that the text last spoke of."""
    stop = _place_before(roster, phrase.first)
    for _, index in reversed(roster.trail[max(0, stop - CANDIDATES_MAX) : stop]):
        entity = roster.entities[index]
        if entity.named and entity.kind == "organisation" and _is_outlet(entity.name):
            made = roster.add(f"{entity.name} {head}", "document", named=True)
            roster.call(made, head, [])
            return Finding(
                made, "title", f"The last outlet spoken of is {entity.name}.", mentions=tuple(entity.mentions[:1])
            )
    return None


def _is_outlet(name: str) -> bool:
    from sayso.speakers.lexicon import OUTLETS

    words = name.lower().split()
    return words[-1] in _OUTLET_NOUNS or (len(words) == 1 and words[0] in OUTLETS)


_OUTLET_NOUNS = frozenset(
    "post times journal news tribune herald guardian telegraph observer gazette chronicle mirror mail express sun"
    " star magazine today record inquirer examiner reporter globe press".split()
)
