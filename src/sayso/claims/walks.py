"""Walks of life that roles belong to, and the places they are bound to: what tells two people of one name apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from sayso.claims.folded import folded

_WALKS = {
    "elected": """
        senator sen sens rep reps representative congressman congresswoman governor gov mayor councillor councilman
        councilwoman alderman lawmaker legislator mp mep assemblyman assemblywoman""",
    "public": """
        president minister secretary undersecretary ambassador envoy diplomat commissioner speaker leader whip nominee
        candidate contender chancellor premier spokesman spokeswoman spokesperson director chairman chairwoman chair
        chief aide adviser advisor strategist pollster consultant judge justice activist campaigner democrat republican
        official analyst historian""",
    "military": "admiral adm general gen colonel col lieutenant major maj cmdr commander brigadier",
    "law": "attorney lawyer barrister solicitor prosecutor",
    "business": "ceo executive businessman businesswoman investor owner banker vintner entrepreneur",
    "university": "professor lecturer",
    "police": "police sheriff constable detective sergeant inspector superintendent trooper cop",
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
CLOSE_WALKS = frozenset(
    {"elected", "public", "law", "business", "university", "science", "medicine", "arts", "military"}
)
"""Walks that one life may hold at one time, all but those of ``_APART``; people of all other walks write and talk."""
_APART = frozenset({"law", "business", "military"})
"""Walks that nobody follows while in an elected office."""
_CIVIL_GENERALS = frozenset("attorney surgeon solicitor secretary comptroller director".split())
_PAST = frozenset("former ex then late retired ousted past onetime".split())
WALKS = {word: walk for walk, words in _WALKS.items() for word in words.split()}
_SEATED_IN_A_STATE = frozenset(
    "sen senator rep representative congressman congresswoman lawmaker republican democrat".split()
)
HELD_BY_ONE_IN_A_PLACE = frozenset("mayor governor sheriff senator premier chancellor bishop archbishop".split())
"""Offices that nobody holds in two places at one time."""
_WORD = re.compile(r"[^\W_]+")
_PARTIES = frozenset("republican democrat democratic gop labour labor conservative tory liberal green party".split())


@lru_cache(maxsize=20_000)
def walk_of(role: str | None) -> str:
    """Give the walk of life of a role, by its last word that tells; empty if none does, or it is a past one.

    Those who write, present and comment are of no walk: they come from every other.
    """
    words = _WORD.findall((role or "")[:120])
    if not _PAST.isdisjoint(map(folded, words)):
        return ""
    for at in range(len(words) - 1, -1, -1):
        if walk := WALKS.get(folded(words[at])):
            civil = walk == "military" and at and folded(words[at - 1]) in _CIVIL_GENERALS
            return "public" if civil else walk
    return ""


def can_be_one_life(one: str, other: str) -> bool:
    """Tell whether two walks of life may be followed at one time."""
    if one == other:
        return True
    if "elected" in (one, other) and not _APART.isdisjoint((one, other)):
        return False
    return one in CLOSE_WALKS and other in CLOSE_WALKS


@lru_cache(maxsize=20_000)
def seat_of(role: str | None, affiliation: str | None) -> tuple[str, str]:
    """Give an office held by one in a place, and the place: "mayor of Tarn" is ``("mayor", "tarn")``.

    Both are empty where the role is no such office or no place stands in it.
    """
    words = _WORD.findall((role or "")[:120])
    if not _PAST.isdisjoint(map(folded, words)):
        return "", ""
    if not _SEATED_IN_A_STATE.isdisjoint(map(folded, words)) and (state := _state_in(words)):
        return "member", state
    head = next((folded(word) for word in words if folded(word) in HELD_BY_ONE_IN_A_PLACE), "")
    if not head:
        return "", ""
    named = [folded(word) for word in [*words, *_WORD.findall((affiliation or "")[:120])] if word[:1].isupper()]
    place = [w for w in named if w != head and w not in _PARTIES and w not in WALKS and len(w) > 2]
    return (head, place[0]) if place else ("", "")


def _state_in(words: Sequence[str]) -> str:
    """Give the one state of the United States among the words of a role, folded; empty if there is none."""
    from sayso.claims.gazetteer import gazetteer

    places = gazetteer()
    runs = (run for run in (*words, *(f"{one} {other}" for one, other in pairwise(words))) if run[:1].isupper())
    known = (places.find(run) for run in runs)
    found = {place.name for place in known if place is not None and place.sort == "state"}
    longest = max(found, key=len, default="")  # "West Virginia" holds another
    return folded(longest) if all(name in longest for name in found) else ""
