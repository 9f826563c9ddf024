"""Who is described first and named soon after: "Lawmaker urges …" in a headline, "A House panel …" in a first line."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.speakers.definites import SYNONYMS
from sayso.speakers.findings import Finding
from sayso.speakers.lexicon import SMALL
from sayso.speakers.phrases import Phrase
from sayso.speakers.pronouns import gender_of_noun

if TYPE_CHECKING:
    from sayso.speakers.roster import Roster

OPENING = 3
"""In so many first sentences of an article somebody may be described before being named."""
AHEAD = 4
"""Within so many sentences the name must follow."""
NAMES_AHEAD = 40
"""And among so many names."""


def named_soon(roster: Roster, phrase: Phrase) -> Finding | None:
    """Give the one whom an opening line describes; ``None`` where no name that follows fits."""
    wording = roster.wording
    sentence = wording.sentence(phrase.head)
    if sentence >= OPENING:
        return None
    sort = roster.sort_at(phrase.head)
    stop = wording.first[min(sentence + 1 + AHEAD, len(wording.first) - 1)]
    first = bisect_left(roster.name_cores, phrase.stop)
    names = range(first, min(bisect_left(roster.name_cores, stop), first + NAMES_AHEAD))
    entities = list(dict.fromkeys(roster.of_name[place] for place in names))
    if sort == "person" and not phrase.determiner and wording.capital[phrase.first]:
        return _described(roster, phrase, entities)
    if sort == "person" and phrase.determiner in ("a", "an"):
        return _introduced(roster, phrase, sentence, list(names))
    if sort == "organisation" and phrase.determiner in ("a", "an", ""):
        return _body(roster, phrase, entities)
    return None


def _described(roster: Roster, phrase: Phrase, entities: list[int]) -> Finding | None:
    """Take "Member of House panel", without an article, for the first person whose role has some of its words."""
    words = {word for word in roster.wording.lower[phrase.first : phrase.stop] if word not in SMALL}
    words |= SYNONYMS.get(roster.wording.lower[phrase.head], frozenset())
    for index in entities:
        entity = roster.entities[index]
        told = entity.roles | entity.about | set((entity.affiliation or "").lower().split())
        if entity.kind == "person" and entity.named and words & told:
            reason = f"{entity.name} is named soon after, and the words fit."
            return Finding(index, "headline", reason, mentions=tuple(entity.mentions[:1]))
    return None


def _introduced(roster: Roster, phrase: Phrase, sentence: int, names: list[int]) -> Finding | None:
    """Take "A grandmother" for the first person named after, if it is said of nobody else: "Ada Pell, 74, says"."""
    wording = roster.wording
    head = wording.lower[phrase.head]
    words = SYNONYMS.get(head, frozenset()) | {head}
    people = [place for place in names if roster.entities[roster.of_name[place]].kind == "person"]
    if not people or words & _UNNAMED or head.endswith(_SPOKES):
        return None
    name, entity = roster.names[people[0]], roster.entities[roster.of_name[people[0]]]
    start = wording.sentence(name.core)
    told = entity.roles | entity.about
    aged = wording.words[name.stop : name.stop + 1] == [","] and wording.lower[name.stop + 1 : name.stop + 2] != []
    aged = aged and wording.words[name.stop + 1].isdigit()
    opens = name.first - wording.first[start] <= 1 and not entity.role
    gender = gender_of_noun(head)
    if start == sentence or entity.words[0] < phrase.first or (gender and entity.gender not in (gender, None)):
        return None
    if not (words & told or (aged and not entity.role) or (opens and aged)):
        return None
    reason = f"{entity.name} is the first named after, and nothing speaks against it."
    return Finding(entity.index, "headline", reason, mentions=tuple(entity.mentions[:1]))


_UNNAMED = frozenset(
    "source insider official aide soldier officer policeman expert adviser advisor diplomat analyst judge".split()
)
"""Those whom the news leaves unnamed, though others are named after."""
_SPOKES = ("spokesman", "spokeswoman", "spokesperson")


def _body(roster: Roster, phrase: Phrase, entities: list[int]) -> Finding | None:
    """Take "a House panel" for the body named soon after whose name has "House" and a word for a panel."""
    lower = roster.wording.lower
    modifiers = set(lower[phrase.first : phrase.head])
    heads = SYNONYMS.get(lower[phrase.head], frozenset()) | {lower[phrase.head]}
    for index in entities:
        entity = roster.entities[index]
        words = set(entity.name.lower().split())
        if entity.kind == "organisation" and modifiers and modifiers <= words and heads & words:
            reason = f"{entity.name} is named soon after, and the words fit it."
            return Finding(index, "named soon after", reason, mentions=tuple(entity.mentions[:1]))
    return None
