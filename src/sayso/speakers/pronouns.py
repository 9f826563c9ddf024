"""Whom a pronoun means: candidates weighed by how near, how prominent and how fitting they are."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.speakers.findings import Finding
from sayso.speakers.lexicon import FEMALE_ROLES, HE, IT, MALE_ROLES, PLACE_NAMES, PLACES, POSSESSIVES, SHE, THEY
from sayso.speakers.nouns import SORTS, phrase_start
from sayso.speakers.phrases import COUNTS
from sayso.speakers.wording import POSSESSIVE

if TYPE_CHECKING:
    from sayso.speakers.roster import Roster

SENTENCES_BACK = 6
MENTIONS_BACK = 40
TOLD_BACK = 8
"""Among how many mentions back one is looked for that is no pronoun."""
HEARD_MAX = 10
"""How many candidates, the best by the rules, the encoder is asked about."""
PLAIN = 1.5
"""From which lead of the best candidate on the encoder is not asked: it would hardly change the choice."""
CLEAR = 1.8
"""Below which sum of odds against the best the pronoun tells the best one's gender."""
"""How far back a pronoun looks."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a candidate. Set by hand on the labelled development articles."""

    near: float = 1.6
    fade: float = 0.6
    subject: float = 0.7
    last_speaker: float = 1.1
    often: float = 0.08
    gender_told: float = 0.6
    gender_hint: float = 0.4
    gender_against_hint: float = -1.5
    kind_unknown: float = -0.6
    nameless: float = -0.25
    nameless_object: float = -0.8
    owner: float = -0.2
    same_paragraph: float = 0.2
    inside_quote: float = -0.9
    introduced: float = 0.5
    own_quote: float = -6.0
    told_by: float = 0.5
    heading: float = -0.5
    learned: float = 0.6


WEIGHTS = Weights()


def number_of(pronoun: str) -> str:
    """Give ``"he"``, ``"she"``, ``"they"`` or ``"it"`` for a pronoun in any case."""
    if pronoun in HE:
        return "he"
    if pronoun in SHE:
        return "she"
    return "they" if pronoun in THEY else "it" if pronoun in IT else "who"


def weigh(roster: Roster, word: int, number: str, *, back: int = SENTENCES_BACK) -> Finding:
    """Find whom a pronoun means.

    :param word: index of the pronoun.
    :param number: ``"he"``, ``"she"``, ``"they"``, ``"it"``, or ``"who"`` for anybody.
    """
    here = _here(roster, word)
    ruled: dict[int, tuple[float, int]] = {}
    for place, entity in _candidates(roster, word, number, back):
        score = _score(roster, here, number, place, entity)
        if score is not None and score > ruled.get(entity, (-math.inf, 0))[0]:
            ruled[entity] = (score, place)
    best_first = sorted(ruled.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))[:HEARD_MAX]
    plain = len(best_first) < 2 or best_first[0][1][0] - best_first[1][1][0] >= PLAIN
    learned = [0.0] * len(best_first)
    if not plain:
        learned = _learned(roster, word, [(place, entity) for entity, (_, place) in best_first])
    scores = {
        entity: (score + heard, place) for (entity, (score, place)), heard in zip(best_first, learned, strict=True)
    }
    if not scores:
        return Finding(None, "pronoun", "Nothing before the pronoun fits it.")
    ranked = sorted(scores.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))
    top = ranked[0][1][0]
    total = sum(math.exp(score - top) for _, (score, _) in ranked)
    best, (_, place) = ranked[0]
    if number in ("he", "she") and roster.entities[best].gender is None and total < CLEAR:
        roster.entities[best].gender = number
    name = roster.entities[best].name
    second = ranked[1] if len(ranked) > 1 else None
    said = roster.wording.words[word]
    return Finding(
        best,
        "pronoun",
        f"Of those named before “{said}”, {name} fits it best.",
        round(1 / total, 3),
        (roster.wording.span(place, place + 1),),
        second[0] if second else None,
        round(math.exp(second[1][0] - top) / total, 3) if second else None,
    )


def _learned(roster: Roster, word: int, mentions: list[tuple[int, int]]) -> list[float]:
    """Give what the encoder adds for each (word, entity), asked about the last name or noun for each of them."""
    if roster.learned is None:
        return [0.0] * len(mentions)
    heads = [_head_of(roster, *mention) for mention in mentions]
    scores = roster.learned.antecedents(word, heads)
    return [WEIGHTS.learned * min(max(score, -6.0), 6.0) for score in scores]


def _head_of(roster: Roster, place: int, entity: int) -> int:
    """Give the place of the last name or noun for an entity up to one of its mentions: pronouns tell little."""
    words = roster.entities[entity].words
    for back in range(bisect_left(words, place), max(-1, bisect_left(words, place) - TOLD_BACK), -1):
        if back < len(words) and words[back] in roster.head_of and words[back] <= place:
            return roster.head_of[words[back]]
    return roster.head_of.get(place, place)


def _candidates(roster: Roster, word: int, number: str, back: int) -> list[tuple[int, int]]:
    """Give (word, entity) of what stands before a pronoun, nearest first."""
    wording = roster.wording
    sentence = wording.sentence(word)
    limit = wording.first[max(0, sentence - back)]
    _noun_phrases(roster, max(limit, wording.first[max(0, sentence - 2)]), word, number)
    if number == "they":
        _pairs(roster, limit, word)
    place = bisect_left(roster.trail, (word, -1))
    out: list[tuple[int, int]] = []
    while place > 0 and len(out) < MENTIONS_BACK and roster.trail[place - 1][0] >= limit:
        place -= 1
        out.append(roster.trail[place])
    return out


def _pairs(roster: Roster, limit: int, word: int) -> None:
    """Make mentions of two names joined by "and" in the sentences before a pronoun."""
    first, stop = bisect_left(roster.name_cores, limit), bisect_left(roster.name_cores, word)
    names, lower = roster.names, roster.wording.lower
    for left, right in pairwise(range(max(first, stop - MENTIONS_BACK), stop)):
        between = lower[names[left].stop : names[right].first]
        if between == ["and"] and roster.of_name[left] != roster.of_name[right]:
            kinds = {roster.entities[roster.of_name[side]].kind for side in (left, right)}
            if len(kinds) == 1:
                roster.look(roster.wording.span(names[left].first, names[right].stop))


_WANTED = {
    "he": ("person",),
    "she": ("person",),
    "they": ("group", "organisation"),
    "it": ("organisation", "document"),
    "who": ("person", "group"),
}


def _noun_phrases(roster: Roster, limit: int, word: int, number: str) -> None:
    """Make mentions of the common nouns in the sentences before a pronoun."""
    wording = roster.wording
    place = bisect_left(roster.heads, word) - 1
    seen = 0
    while place >= 0 and roster.heads[place] >= limit and seen < MENTIONS_BACK // 2:
        head = roster.heads[place]
        place -= 1
        seen += 1
        sort = roster.sort_at(head)
        if sort not in _WANTED[number] or roster.name_over(head) is not None:
            continue
        ahead = wording.lower[head + 1] if head + 1 < len(wording) else ""
        if roster.name_over(head + 1) is not None or ahead in SORTS or ahead in POSSESSIVE:
            continue
        if ahead == "of" and wording.lower[head] in COUNTS:
            continue
        if ahead == "," and roster.name_starting(head + 2) is not None:
            continue
        first = phrase_start(wording, head)
        kin = wording.lower[first] in POSSESSIVES and gender_of_noun(wording.lower[head]) != number
        if kin or (first and wording.words[first - 1] == ","):
            continue
        if sort in ("person", "document", "organisation") and first == head:
            continue
        roster.look(wording.span(first, head + 1))


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a pronoun stands: the same for all candidates."""

    word: int
    sentence: int
    quote: int
    last: int | None
    teller: int | None
    own_words: bool


def _here(roster: Roster, word: int) -> _Here:
    wording = roster.wording
    offset = wording.starts[word]
    last = roster.before(offset)
    around = roster.around(wording.span(word, word + 1))
    return _Here(
        word,
        wording.sentence(word),
        roster.quote_at(offset),
        None if last is None else last.entity,
        None if around is None else around.entity,
        around is not None and around.own_words,
    )


def _score(roster: Roster, here: _Here, number: str, place: int, index: int) -> float | None:
    """Weigh one candidate by the rules; ``None`` rules it out."""
    w = WEIGHTS
    entity, wording = roster.entities[index], roster.wording
    score = _fit(roster, index, number)
    if score is None:
        return None
    there = wording.sentence(place)
    quote = roster.quote_at(wording.starts[place]) if roster.quoted else -1
    same_quote = quote == here.quote and quote >= 0
    apart = here.sentence - there if same_quote else roster.rank[here.sentence] - roster.rank[there]
    score += w.near / (1 + w.fade * apart)
    if wording.paragraph[here.sentence] == wording.paragraph[there]:
        score += w.same_paragraph
    if there in wording.heads and here.sentence not in wording.heads:
        score += w.heading
    if _is_subject(roster, place, there):
        score += w.subject
    elif not entity.named and number in ("he", "she"):
        score += w.nameless_object
    if _is_owner(roster, place):
        score += w.owner
    score += w.often * min(len(entity.words), 6)
    if not entity.named:
        score += w.nameless
    if here.last == index:
        score += w.last_speaker
    if here.teller == index:
        score += w.own_quote if here.own_words else w.told_by
    if quote >= 0 and quote != here.quote:
        score += w.inside_quote
    if apart <= 1 and entity.named and entity.role and entity.words and entity.words[0] == place:
        score += w.introduced
    return score


def _fit(roster: Roster, index: int, number: str) -> float | None:
    w = WEIGHTS
    entity = roster.entities[index]
    if entity.kind is None and len(entity.words) < 2 and " " not in entity.name:
        return None
    if index == roster.author:
        return None
    if number in ("he", "she"):
        if entity.parts or entity.kind not in ("person", None):
            return None
        if entity.gender == number:
            return w.gender_told if entity.gender_sure else w.gender_hint
        if entity.gender is not None:
            return None if entity.gender_sure else w.gender_against_hint
        return 0.0 if entity.kind == "person" else w.kind_unknown
    if number == "they":
        if entity.parts:
            return 0.7
        if entity.kind == "group":
            return 0.6
        if entity.kind == "organisation":
            return -0.5 if is_place(entity.name) else 0.2
        if entity.kind == "person":
            return None if entity.gender_sure else -2.5
        return -1.6 if entity.kind is None else -0.4
    if number == "it":
        if entity.parts:
            return None
        if entity.kind in ("organisation", "document", "other"):
            return 0.3
        return None if entity.kind in ("person", "group") else -0.5
    return 0.0 if entity.kind in ("person", "group", None) else -1.5


def is_place(name: str) -> bool:
    """Say whether a name is that of a country, state or large city."""
    lower = name.lower()
    return lower in PLACES or lower in PLACE_NAMES


def gender_of_noun(noun: str) -> str | None:
    """Give ``"he"`` or ``"she"`` for a noun such as "spokeswoman"."""
    return "he" if noun in MALE_ROLES else "she" if noun in FEMALE_ROLES else None


def _is_subject(roster: Roster, place: int, sentence: int) -> bool:
    """Say whether a mention opens its sentence, or is the source of an attribution."""
    wording = roster.wording
    begin = wording.first[sentence]
    name = roster.name_over(place)
    first = roster.names[name].first if name is not None else place
    if roster.wording.lower[begin] in _SUBORDINATE:
        return False
    if first - begin <= 1 or (first - begin <= 4 and not _preposition_between(wording.lower[begin:first])):
        return True
    start = wording.starts[place]
    said = roster.before(start + 1)
    return said is not None and said.source is not None and said.source.start <= start < said.source.end


def _preposition_between(words: list[str]) -> bool:
    return any(word in _PREPOSITIONS for word in words)


_SUBORDINATE = frozenset("while although though after before if when as since unless because despite unlike".split())
_PREPOSITIONS = frozenset("of in on at to by from with for about against between among under over like as than".split())


def _is_owner(roster: Roster, place: int) -> bool:
    name = roster.name_over(place)
    stop = roster.names[name].stop if name is not None else place + 1
    return stop < len(roster.wording) and roster.wording.words[stop] in POSSESSIVE
