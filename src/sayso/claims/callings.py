"""What nameless tellers are said to be, as a tree: two of them may be one only if one word is the more general."""

from __future__ import annotations

import re
from typing import TypeAlias

from sayso.claims.folded import folded

Place: TypeAlias = tuple[str, ...]
"""A path from the root of the tree, such as ``("anybody", "official", "police")``. Two places where neither lies on the
way to the other exclude each other: nobody is said to be a nurse who is said to be an admiral."""

ANYTHING: Place = ()
"""Whatever an outlet has its word from, if it does not say."""
ANYBODY: Place = ("anybody",)
"""A person or paper that nothing more is said of: "a source", "a man", "a person familiar with the matter"."""
_PLACES: dict[Place, str] = {
    ("official",): """
        official aide adviser advisor administration government bureaucrat civil ministry department regulator
        inspectorate inspector minister mp lawmaker senator congressman congresswoman mayor governor
        councillor president premier republican democrat politician legislator chancellor secretary parliament
        council authority municipality senate congress cabinet prefect""",
    ("official", "police"): "police policeman policewoman detective sheriff constable trooper cop inspector-general",
    ("official", "military"): """
        soldier general admiral colonel lieutenant navy army military commander brigadier marine troop conscript
        defence-staff""",
    ("official", "diplomat"): "diplomat ambassador envoy consul embassy",
    ("official", "justice"): "judge prosecutor court magistrate",
    ("official", "intelligence"): "intelligence spy counterintelligence",
    ("medical",): "doctor nurse surgeon physician paramedic medic midwife hospital clinic ambulance",
    ("rescue",): "firefighter fireman firemen fire brigade rescuer lifeguard coastguard",
    ("expert",): """
        scientist researcher professor analyst economist biologist chemist physicist historian academic
        epidemiologist geologist engineer polytechnic""",
    ("lawyer",): "lawyer solicitor barrister attorney counsel",
    (
        "business",
    ): "manager executive investor banker trader businessman businesswoman shareholder chairman company firm",
    ("business", "worker"): """
        worker employee docker dockworker driver fitter miner builder labourer foreman technician mechanic trucker
        tradesman union unionist""",
    ("church",): "priest pastor bishop archbishop rabbi imam monk nun vicar cardinal",
    ("farm",): "farmer grower shepherd beekeeper",
    ("school",): "teacher headteacher headmaster headmistress lecturer",
    ("young",): "student pupil schoolboy schoolgirl child",
    ("press",): "reporter journalist correspondent photographer cameraman columnist",
    ("sport",): "player coach striker goalkeeper referee",
}
_CALLINGS: dict[str, Place] = {
    word: (*ANYBODY, *place) for place, words in _PLACES.items() for word in words.replace("\n", " ").split()
}
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# What follows says where somebody is from or what they know, not what they are.
_TAIL = re.compile(r"[,;(]|\b(?:at|of|for|in|from|with|to|who|whose|that|which|close|familiar|near|on|by|and)\b")


def calling_of(words: str | None) -> Place:
    """Give the place of a description or role in the tree.

    Words for callings that exclude each other ("hospital official", "military doctor") lead to what they have in
    common, so that nobody is taken for another on the strength of half a description.

    :param words: such as "senior government official"; at most 200 letters are looked at.
    """
    text = folded((words or "")[:200])
    tail = _TAIL.search(text, 1)
    found = [place for word in _WORD.findall(text[: tail.start()] if tail else text) if (place := _calling(word))]
    if not found:
        return ANYBODY
    place = found[0]
    for other in found[1:]:
        if lies_on_the_way(place, other):
            place = other
        elif not lies_on_the_way(other, place):
            place = common(place, other)
    return place


def _calling(word: str) -> Place | None:
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y", word.split("-")[-1])
    return next((_CALLINGS[form] for form in forms if form in _CALLINGS), None)


def lies_on_the_way(general: Place, special: Place) -> bool:
    """Tell whether the first is the second, or more general."""
    return special[: len(general)] == general


def may_be_one(left: Place, right: Place) -> bool:
    """Tell whether one of the two is the other, or more general."""
    return lies_on_the_way(left, right) or lies_on_the_way(right, left)


def common(left: Place, right: Place) -> Place:
    """Give the most special place that is on the way to both."""
    shared = 0
    while shared < min(len(left), len(right)) and left[shared] == right[shared]:
        shared += 1
    return left[:shared]
