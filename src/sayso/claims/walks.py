"""Walks of life that roles belong to, and the places they are bound to: what tells two people of one name apart."""

from __future__ import annotations

import re

from sayso.claims.folded import folded

_WALKS = {
    "elected": """
        senator sen sens rep reps representative congressman congresswoman governor gov mayor councillor councilman
        councilwoman alderman lawmaker legislator mp mep assemblyman assemblywoman""",
    "public": """
        president minister secretary undersecretary ambassador envoy diplomat commissioner speaker leader whip nominee
        candidate contender chancellor premier spokesman spokeswoman spokesperson director chairman chairwoman chair
        chief aide adviser advisor strategist pollster consultant judge justice general admiral adm gen colonel
        activist campaigner democrat republican official analyst historian""",
    "law": "attorney lawyer barrister solicitor prosecutor",
    "business": "ceo executive businessman businesswoman investor owner banker vintner entrepreneur",
    "university": "professor lecturer",
    "police": "police sheriff officer constable detective sergeant inspector superintendent trooper deputy cop",
    "medicine": "doctor nurse surgeon physician paramedic epidemiologist psychiatrist midwife virologist dr",
    "science": "scientist biologist chemist physicist geologist ecologist astronomer engineer geneticist",
    "sport": """
        coach player striker goalkeeper midfielder defender quarterback athlete referee captain jockey boxer
        swimmer sprinter""",
    "arts": "actor actress singer musician rapper comedian artist filmmaker novelist poet painter photographer",
    "church": "pastor priest bishop archbishop rabbi imam monk nun vicar reverend cardinal pope",
    "school": "teacher student pupil headteacher headmaster headmistress principal",
    "daily life": """
        farmer fisherman baker grocer butcher builder plumber electrician carpenter shopkeeper resident neighbour
        neighbor villager witness bystander survivor victim suspect defendant plaintiff inmate passenger cyclist
        pensioner retiree homeowner customer worker waiter waitress cook beekeeper miner driver
        volunteer tourist""",
}
CLOSE_WALKS = frozenset({"elected", "public", "law", "business", "university", "science", "medicine"})
"""Walks that one life may hold at one time, all but those of ``_APART``; people of all other walks write and talk."""
_APART = frozenset({"law", "business"})
"""Walks that nobody follows while in an elected office."""
_PAST = frozenset("former ex then late retired ousted past onetime".split())
WALKS = {word: walk for walk, words in _WALKS.items() for word in words.split()}
HELD_BY_ONE_IN_A_PLACE = frozenset("mayor governor sheriff senator premier chancellor bishop archbishop".split())
"""Offices that nobody holds in two places at one time."""
_WORD = re.compile(r"[^\W_]+")
_PARTIES = frozenset("republican democrat democratic gop labour labor conservative tory liberal green party".split())


def walk_of(role: str | None) -> str:
    """Give the walk of life of a role, by its last word that tells; empty if none does, or it is a past one.

    Those who write, present and comment are of no walk: they come from every other.
    """
    words = _WORD.findall((role or "")[:120])
    if not _PAST.isdisjoint(map(folded, words)):
        return ""
    for word in reversed(words):
        if walk := WALKS.get(folded(word)):
            return walk
    return ""


def can_be_one_life(one: str, other: str) -> bool:
    """Tell whether two walks of life may be followed at one time."""
    if one == other:
        return True
    if "elected" in (one, other) and not _APART.isdisjoint((one, other)):
        return False
    return one in CLOSE_WALKS and other in CLOSE_WALKS


def seat_of(role: str | None, affiliation: str | None) -> tuple[str, str]:
    """Give an office held by one in a place, and the place: "mayor of Tarn" is ``("mayor", "tarn")``.

    Both are empty where the role is no such office or no place stands in it.
    """
    words = _WORD.findall((role or "")[:120])
    head = next((folded(word) for word in words if folded(word) in HELD_BY_ONE_IN_A_PLACE), "")
    if not head:
        return "", ""
    if any(folded(word) in {"former", "ex"} for word in words):
        return "", ""
    named = [folded(word) for word in [*words, *_WORD.findall((affiliation or "")[:120])] if word[:1].isupper()]
    place = [w for w in named if w != head and w not in _PARTIES and w not in WALKS and len(w) > 2]
    return (head, place[0]) if place else ("", "")
