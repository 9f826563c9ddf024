"""What the text says beside a name: "activist Ana Pell", "Ana Pell, the head of X,", "A fellow at X, Ana Pell"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.speakers.gender import is_given
from sayso.speakers.lexicon import (
    BODIES,
    DETERMINERS,
    HONORIFICS,
    PARTIES,
    PEOPLES,
    PLACE_NAMES,
    PLACES,
    ROLES,
    SMALL,
)
from sayso.speakers.names import Name
from sayso.speakers.phrases import singular
from sayso.speakers.wording import POSSESSIVE, Wording

FRONT_MAX = 7
"""Words of a role in front of a name."""
BESIDE_MAX = 24
"""Words of an apposition."""

_MODIFIERS = frozenset(
    "former then ex acting deputy vice assistant senior retired late current outgoing incoming panel committee state"
    " federal local city county veteran interim chief co-founder longtime famed then-".split()
)
_STOPS = frozenset('.,;:!?)—–”"')
_FOLLOWS = frozenset("who which that and whose on said says told has is was".split())
_FINITE = frozenset("said says told is was are were has have had will would".split())
_CLAUSES = _FINITE | frozenset("who whom which whose that and based whether where".split())
_VERBS = frozenset(
    "believes says thinks wants backs supports urges calls slams rips hits attacks accuses tells asks hopes knows sees"
    " hammers grills blasts mocks warns meets joins endorses likes loves hates names picks replaces".split()
)
"""Verbs that a headline has in front of a title."""
_AT = frozenset("at with for of from in to".split())
_CLOSES = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-", "―": "―"}


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one mention of a name.

    :param role: the words of the role; ``""`` where there is none.
    :param affiliation: the body that the role is at.
    :param head: the noun of the role in lower case.
    :param person: how strongly it speaks for a person; below 0 for a body.
    """

    role: str = ""
    affiliation: str = ""
    head: str = ""
    person: int = 0


_EITHER = frozenset(
    "owner maker dealer provider operator publisher producer supplier regulator rival partner competitor insurer"
    " developer builder contractor broadcaster sponsor lender winner trader broker carrier employer opponent"
    " manufacturer seller ally founder successor predecessor user designer baker grocer butcher witness source"
    " member".split()
)
"""Roles that a person or a company may have."""
_ADDRESS = frozenset("mr mrs ms miss mx sir dame dr drs messrs mister madam".split())


def in_front(wording: Wording, name: Name) -> Beside | None:
    """Read the title or role directly in front of a name, and an apposition before a comma in front of it."""
    lower, words = wording.lower, wording.words
    begin, _ = wording.bounds(name.first)
    first = name.first
    role_seen = name.core > name.first
    limit = max(begin, first - FRONT_MAX)
    while first > limit:
        word = lower[first - 1]
        if word in SMALL or word in DETERMINERS or word in _VERBS or not word[0].isalpha():
            break
        if word in ROLES or word in HONORIFICS:
            role_seen = True
        elif (
            not role_seen
            or (name.core > name.first and word not in _MODIFIERS and word not in PEOPLES)
            or (word.endswith(("ed", "ing")) and word not in _MODIFIERS)
        ):
            break
        first -= 1
    if first < name.core:
        head = next((lower[i] for i in range(name.core - 1, first - 1, -1) if _role(lower[i])), "")
        last = name.core
        while (last > first and lower[last - 1] in _ADDRESS) or wording.words[last - 1] == ".":
            last -= 1
        last = name.core if last > first and lower[last - 1] in HONORIFICS else last
        if last <= first and first > begin + 1 and words[first - 1] == ",":
            apposed = _before_comma(wording, begin, first - 1)
            if apposed is not None:
                return apposed
        return Beside(wording.phrase(first, last), head=head, person=0 if head in _EITHER else 4 if head else 1)
    if first > begin + 1 and words[first - 1] == ",":
        return _before_comma(wording, begin, first - 1)
    return None


def _before_comma(wording: Wording, begin: int, comma: int) -> Beside | None:
    """Read "A research fellow at X" in "A research fellow at X, Ana Pell"."""
    lower = wording.lower
    start = comma
    limit = max(begin, comma - BESIDE_MAX // 2)
    while start > limit and wording.words[start - 1] not in (",", ";", ":", "“", '"', "—"):
        start -= 1
    owner = ""
    while start < comma and lower[start] not in _OPENS:
        start += 1
        if start < comma and wording.words[start] in POSSESSIVE:
            owner = _without_the(wording, _capitals_before(wording, begin, start), start)
            owner = "" if owner.lower() in PLACES or owner.lower() in PLACE_NAMES else owner
            break
    beside = _phrase(wording, start + 1, comma)
    if beside is None or not _role(beside.head):
        return None
    person = 0 if beside.head in _EITHER else 4
    if beside.head in _OVER:
        owner = ""
    return Beside(beside.role, beside.affiliation or owner, beside.head, person)


_OPENS = frozenset("a an the another one its his her their".split())


def _capitals_before(wording: Wording, begin: int, stop: int) -> int:
    while stop > begin and wording.capital[stop - 1]:
        stop -= 1
    return stop


def after(wording: Wording, name: Name) -> Beside | None:
    """Read what stands after a name: an apposition, an age, a party, "who"."""
    lower, words = wording.lower, wording.words
    _, end = wording.bounds(name.core)
    opens = name.stop
    if opens >= end:
        return None
    if lower[opens] in ("who", "whose", "himself", "herself"):
        return Beside(person=2)
    if lower[opens] == "of":
        body = _without_the(wording, opens + 1, min(end, opens + BESIDE_MAX))
        words_of = body.lower().split()
        return Beside(affiliation=body, person=1) if words_of and (words_of[-1] in BODIES or body.isupper()) else None
    if words[opens] not in _CLOSES:
        return None
    start = opens + 1
    stop = start
    while stop < end and stop - start < BESIDE_MAX and words[stop] != _CLOSES[words[opens]]:
        stop += 1
    if start >= stop:
        return None
    if words[start].isdigit() and len(words[start]) <= 3 and stop == start + 1:
        further = after(wording, Name(name.first, name.core, stop, name.kind)) if words[opens] == "," else None
        return Beside(further.role, further.affiliation, further.head, 2) if further else Beside(person=2)
    if lower[start] in ("who", "whose"):
        return Beside(person=2)
    if words[opens] == "(":
        party = PARTIES.get(lower[start].split("-")[0])
        return Beside(affiliation=party, person=2) if party and wording.capital[start] else None
    if lower[start] in PARTIES and start + 1 < stop and lower[start + 1] == "of":
        return Beside(wording.phrase(start, stop), PARTIES[lower[start]], lower[start], 2)
    if lower[start] == "of" and start + 1 < stop:
        return Beside(affiliation=_without_the(wording, start + 1, stop), person=1)
    return _phrase(wording, start, stop)


def _phrase(wording: Wording, start: int, stop: int) -> Beside | None:
    """Read the words of an apposition as role and affiliation; ``None`` where they are no role."""
    lower, words = wording.lower, wording.words
    if start < stop and lower[start] in ("and", "then", "now", "currently", "formerly", "also"):
        start += 1
    if start >= stop or lower[start].endswith("ing") or (lower[start] in SMALL and lower[start] not in DETERMINERS):
        return None
    while start < stop and (lower[start] in DETERMINERS or words[start] in ("’s", "'s")):
        start += 1
    owner, start = _owner_in(wording, start, stop)
    head = start
    while head < stop and (lower[head] not in SMALL or head == start) and words[head][0].isalnum():
        head += 1
    head -= 1
    if head < start:
        return None
    cut = head + 1
    while cut < stop and lower[cut] not in _CLAUSES and words[cut] not in _QUOTES:
        cut += 1
    noun = lower[head]
    unclosed = _role(noun) and head + 1 == cut < stop and lower[cut] in ("said", "says", "told")
    if cut < stop and lower[cut] in _FINITE and not unclosed:
        return None
    if not _role(noun) and noun not in BODIES:
        return None
    if head + 1 < stop and lower[head + 1] not in _AT | _FOLLOWS and words[head + 1] not in _STOPS:
        return None
    at = head + 1
    while at < cut and not (lower[at] in _AT and _without_the(wording, at + 1, cut)):
        at += 1
    person = 0 if noun in _EITHER else 2 if _role(noun) else -2
    place = _without_the(wording, at + 1, cut) if at < cut else ""
    if not place or not _is_body(place, lower[at], noun):
        if noun in _OVER or (at < cut and lower[at] == "of"):
            owner = ""
        return Beside(wording.phrase(start, cut).rstrip(".,;:!?"), owner, noun, person)
    return Beside(wording.phrase(start, at), place, noun, person)


def _owner_in(wording: Wording, start: int, stop: int) -> tuple[str, int]:
    """Give the body that owns a role, as in "Harrow Institute's chief executive", and where the role begins."""
    words, lower = wording.words, wording.lower
    for index in range(start, min(stop - 1, start + OWNER_MAX)):
        mark = words[index] in POSSESSIVE or (words[index] in ("’", "'") and lower[index - 1].endswith("s"))
        if mark and index > start:
            body = wording.phrase(start, index)
            known = wording.capital[start] or lower[index - 1] in BODIES
            place = body.lower() in PLACES or body.lower() in PLACE_NAMES or body.lower() in _PLACE_NOUNS
            return (body if known and not place and not _role(lower[index - 1]) else ""), index + 1
        if lower[index] in SMALL or not words[index][0].isalnum():
            break
    return "", start


_PLACE_NOUNS = frozenset("state city county country town village nation world region".split())
OWNER_MAX = 8
"""Words of the body in "the Harrow Institute's chief executive"."""


def _role(word: str) -> bool:
    return word in ROLES or word in HONORIFICS or singular(word) in ROLES or word.endswith(_TRADES)


_TRADES = ("ologist", "ographer", "istrator", "ician", "ordinator", "ector", "woman", "keeper")


def _without_the(wording: Wording, start: int, stop: int) -> str:
    """Give the name that a phrase begins with, without its article; ``""`` where it begins with no capital."""
    while start < stop and wording.lower[start] in ("the", "a", "an", "its", "their"):
        start += 1
        if start + 1 < stop and not wording.capital[start] and wording.capital[start + 1]:
            start += wording.lower[start] not in SMALL and wording.lower[start] not in ROLES
            break
    end = start
    while end < stop and wording.words[end] not in (",", ";", "(", "—", "–"):
        end += 1
    end = next((i for i in range(start, end) if wording.words[i] in _QUOTES or _dashes(wording, i)), end)
    if start >= end or not wording.capital[start]:
        return ""
    for index in range(start + 1, end):
        topic = wording.lower[index] == "on" and not wording.capital[min(index + 1, end - 1)]
        if topic and wording.lower[index - 1] in BODIES:
            end = index
            break
        if wording.lower[index] in ("at", "in", "based", "and") and index + 1 < end and index > start:
            after_it = wording.lower[index + 1]
            if wording.lower[index] != "and" and (after_it in PLACES or wording.capital[index + 1]):
                end = index
                break
    name = wording.phrase(start, end)
    return name.removesuffix(".") if name.count(".") == 1 else name


_QUOTES = frozenset('"“”')


def _dashes(wording: Wording, index: int) -> bool:
    """Say whether two marks stand at a word, as in "Orla Media -- the company"."""
    return wording.words[index] in ("-", "'", "’") and wording.words[index + 1 : index + 2] == [wording.words[index]]


_OVER = frozenset(
    "governor mayor king queen prince princess duke duchess premier ambassador bishop archbishop chancellor president"
    " resident native republican democrat captain mp senator representative emperor lord minister".split()
)


def _is_body(name: str, preposition: str, noun: str) -> bool:
    """Say whether a role is held at a named body, rather than over a place, as in "mayor of Harrow"."""
    lower = name.lower()
    if lower in PLACES or lower in PLACE_NAMES:
        return False
    words = lower.split()
    body = any(word in BODIES for word in words) or name.isupper()
    long = len(words) > 1 and preposition in ("of", "for") and not is_given(words[0])
    return body or (noun not in _OVER and (preposition in ("at", "with", "from") or long))
