"""Several speakers in one source: "Pell and Orr", "Britain, France and Spain", "the mayor and his aides"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.speakers.lexicon import DETERMINERS, FIRST, HE, POSSESSIVES, ROLES, SHE, THEY
from sayso.speakers.nouns import SORTS
from sayso.speakers.phrases import singular

if TYPE_CHECKING:
    from sayso.speakers.roster import Roster

PARTS_MAX = 12
_EXAMPLES = frozenset("like including such especially notably".split())


def parts_of(roster: Roster, first: int, stop: int) -> list[tuple[int, int]]:
    """Part the words of a source at the "and" and the commas that join speakers; one part where none do."""
    wording = roster.wording
    cut = next(
        (i for i in range(first, stop) if wording.lower[i] in ("and", "&") and _joins(roster, first, i, stop)), None
    )
    if cut is None:
        return [(first, stop)]
    out = []
    begin = first
    for index in range(first, cut):
        if wording.words[index] == "," and _begins_name(roster, index + 1) and _ends_name(roster, index - 1, begin):
            out.append((begin, index))
            begin = index + 1
            if len(out) >= PARTS_MAX:
                break
    end = cut - (wording.words[cut - 1] == ",")
    if end > begin:
        out.append((begin, end))
    rest = parts_of(roster, cut + 1, stop) if len(out) < PARTS_MAX else [(cut + 1, stop)]
    return [*out, *rest]


def _joins(roster: Roster, first: int, index: int, stop: int) -> bool:
    """Say whether the "and" at a word joins two speakers."""
    wording = roster.wording
    lower, words = wording.lower, wording.words
    if index + 1 >= stop or index <= first or roster.name_over(index) is not None:
        return False
    after = lower[index + 1]
    if after in _PREPOSITIONS:
        return False
    if index == first + 1 and lower[first] in _PERSONAL:
        return True
    name_after = _begins_name(roster, index + 1)
    left = index - 1 - (words[index - 1] == ",")
    comma = next((i for i in range(first, index) if words[i] in (",", "(", "—", "–", "-", "―")), None)
    if comma is not None and comma < index - 1:
        if lower[comma + 1] in _EXAMPLES or not (name_after or after in DETERMINERS):
            return False
        if words[comma] != "," or not _begins_name(roster, comma + 1):
            return words[index - 1] == "," and name_after and roster.name_over(first) is not None
        if roster.name_over(first) is None and lower[first] not in ("the", "both"):
            return False
    if any(lower[i] in ("who", "which", "whose", "that") for i in range(first, index)):
        return False
    left_name = _ends_name(roster, left, first)
    left_noun = _noun(lower[left])
    if not left_name and not left_noun:
        return False
    if left_name:
        place = roster.name_over(left)
        inside = place is not None and _in_phrase(roster, first, roster.names[place].first)
        if inside and (name_after or (after == "the" and _begins_name(roster, index + 2))):
            return False
    if name_after and left_noun == "person" and _noun_after_name(roster, index + 1, stop) == "person":
        return False
    if name_after:
        apposed = not left_name and left_noun == "person" and lower[first] in POSSESSIVES
        return not apposed
    if after in DETERMINERS or after in ("other", "others"):
        return True
    right = next((lower[i] for i in range(index + 1, min(stop, index + 6)) if _noun(lower[i])), None)
    if right is None:
        return False
    if left_noun == "person" and _noun(right) == "person":
        return False
    return _noun(right) in ("group", "organisation") and (left_name or left_noun in ("group", "organisation"))


def _noun_after_name(roster: Roster, word: int, stop: int) -> str | None:
    """Tell what the noun after a name names, as in "U.S. senator"."""
    place = roster.name_starting(word)
    if place is None or roster.names[place].stop >= stop:
        return None
    return _noun(roster.wording.lower[roster.names[place].stop])


_PREPOSITIONS = frozenset("of in on at to by from with for about around across throughout".split())
_PERSONAL = HE | SHE | THEY | FIRST


def _noun(word: str) -> str | None:
    sort = SORTS.get(word)
    if sort is None and singular(word) in ROLES:
        return "group"
    if sort is None and len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us")):
        return "group"
    return sort


def _begins_name(roster: Roster, word: int) -> bool:
    wording = roster.wording
    if word >= len(wording):
        return False
    if wording.lower[word] == "the":
        word += 1
    for ahead in range(word, min(word + 5, len(wording))):
        place = roster.name_starting(ahead)
        if place is not None:
            return ahead == word or _roles(roster, word, ahead)
        if not wording.words[ahead][0].isalnum():
            return False
    return False


def _roles(roster: Roster, first: int, stop: int) -> bool:
    """Say whether the words before a name are its title, as in "former president Ana Pell"."""
    return roster.wording.lower[stop - 1] in ROLES and all(
        word not in ("of", "for", "to", "and") for word in roster.wording.lower[first:stop]
    )


def _ends_name(roster: Roster, word: int, first: int) -> bool:
    if word < first:
        return False
    place = roster.name_over(word)
    return place is not None and roster.names[place].stop == word + 1


def _in_phrase(roster: Roster, first: int, name_first: int) -> bool:
    """Say whether a name stands inside the phrase of a noun before it, as in "a report by Pell"."""
    lower = roster.wording.lower
    return any(lower[i] in ("of", "by", "for", "at", "from", "in", "with", "to") for i in range(first, name_first))
