"""Proper names in a text: where they stand, which title or role stands before them, and what kind of thing they name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sayso.schema import Kind
from sayso.speakers.gender import gender_of
from sayso.speakers.lexicon import (
    BODIES,
    CONNECTORS,
    CROWDS,
    DOCUMENTS,
    HONORIFICS,
    MONTHS_AND_DAYS,
    OUTLETS,
    PARTICLES,
    PEOPLES,
    PLACES,
    ROLES,
    SMALL,
    SUFFIXES,
)
from sayso.speakers.wording import Wording

NAME_MAX = 12
"""Words in a name. Longer runs of capitals are headings."""
HEADING_SHARE = 0.7
"""From which share of capitals on a sentence is set as a heading, so that capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name in the text.

    :param first: index of the first word of its title or role.
    :param core: index of the first word of the name itself.
    :param stop: index after its last word.
    :param kind: ``"person"``, ``"organisation"``, ``"document"`` or ``None`` where its words do not tell.
    """

    first: int
    core: int
    stop: int
    kind: Kind | None


def names_of(wording: Wording) -> list[Name]:
    """Find the names of a text, in order; they do not overlap."""
    plain = _plain_words(wording)
    out: list[Name] = []
    headings = _headings(wording)
    index, size = 0, len(wording)
    words, lower, capital = wording.words, wording.lower, wording.capital
    while index < size:
        if not capital[index] or (lower[index] in SMALL and not (words[index].isupper() and len(words[index]) > 1)):
            index += 1
            continue
        heading = headings[wording.sentence[index]]
        stop = _run(wording, index, heading)
        start = index
        if wording.first[wording.sentence[index]] == index or heading:
            while start < stop and _ordinary(wording, start, plain, alone=stop - start == 1):
                start += 1
        if start < stop:
            out.extend(_parted(wording, start, stop))
        index = max(stop, index + 1)
    return out


def _plain_words(wording: Wording) -> Counter[str]:
    """Count how much more often each word is written small than with a capital inside a sentence."""
    counts: Counter[str] = Counter()
    first = set(wording.first)
    for index, (word, capital) in enumerate(zip(wording.lower, wording.capital, strict=True)):
        if not capital:
            counts[word] += 1
        elif index not in first:
            counts[word] -= 1
    return counts


def _headings(wording: Wording) -> list[bool]:
    bounds = [*wording.first, len(wording)]
    out = []
    for start, stop in pairwise(bounds):
        long = [i for i in range(start, stop) if len(wording.words[i]) > 3 and wording.words[i][0].isalpha()]
        out.append(len(long) >= 4 and sum(wording.capital[i] for i in long) >= HEADING_SHARE * len(long))
    return out


def _ordinary(wording: Wording, index: int, plain: Counter[str], *, alone: bool) -> bool:
    """Say whether a capital is owed to the beginning of a sentence or to a heading."""
    word = wording.lower[index]
    if word in HONORIFICS or (wording.words[index].isupper() and len(word) > 1):
        return False
    if gender_of(word) is not None and not (alone and plain[word] > 0):
        return False
    return word in SMALL or plain[word] > 0 or (alone and (word in CROWDS or word in ROLES or word in DOCUMENTS))


def _run(wording: Wording, start: int, heading: bool) -> int:
    """Give the end of the run of capitals that begins at a word."""
    words, lower, capital = wording.words, wording.lower, wording.capital
    limit = min(len(words), start + NAME_MAX)
    sentence = wording.sentence[start]
    stop = start + 1
    while stop < limit and wording.sentence[stop] == sentence:
        word = words[stop]
        if capital[stop]:
            if lower[stop] in SMALL and not word.isupper():
                break
            if heading and lower[stop] in SMALL:
                break
            stop += 1
        elif word == "." and (len(words[stop - 1]) == 1 or lower[stop - 1] in HONORIFICS) and stop + 1 < limit:
            if not capital[stop + 1]:
                break
            stop += 1
        elif _inside(wording, start, stop, sentence):
            stop += 1
        else:
            break
    while stop > start + 1 and (lower[stop - 1] in CONNECTORS or words[stop - 1] in (".", "the", "’s", "'s")):
        if words[stop - 1] == "." and lower[stop - 2] in SUFFIXES:
            break
        stop -= 1
    return stop


def _inside(wording: Wording, start: int, index: int, sentence: int) -> bool:
    """Say whether a word without a capital stands inside a name."""
    word, lower = wording.words[index], wording.lower
    if word in ("the", "and", "for"):
        return _in_body(wording, start, index, sentence)
    if word in CONNECTORS:
        return _continues(wording, index, sentence)
    if word.isdigit():
        return lower[index - 1] in ("channel", "radio", "bbc", "group", "area")
    return word in ("’s", "'s") and index + 1 < len(wording) and _possessive_inside(wording, index)


def _continues(wording: Wording, index: int, sentence: int) -> bool:
    """Say whether a small word such as "of" or "van" leads on to more of the name."""
    for ahead in (index + 1, index + 2):
        if ahead >= len(wording) or wording.sentence[ahead] != sentence:
            return False
        if wording.capital[ahead]:
            return wording.lower[ahead] not in SMALL
        if wording.lower[ahead] not in CONNECTORS and wording.lower[ahead] != "the":
            return False
    return False


def _in_body(wording: Wording, start: int, index: int, sentence: int) -> bool:
    """Say whether "and", "for" or "the" stands inside the name of a body: "Department of Health and Human Services"."""
    if not _continues(wording, index, sentence) or wording.lower[index - 1] in SUFFIXES:
        return False
    lower = wording.lower
    if lower[index] == "the":
        return lower[index - 1] in ("of", "for", "and")
    body = any(word in BODIES for word in lower[start:index])
    if lower[index] == "for":
        return body
    return "of" in lower[start:index] and body and lower[index - 1] not in BODIES and not _is_body(lower[index + 1])


def _is_body(word: str) -> bool:
    return word in OUTLETS or word in PLACES


def _possessive_inside(wording: Wording, index: int) -> bool:
    """Say whether "'s" belongs to a name, as in "Lloyd's Register" or "Women's Institute"."""
    ahead = wording.lower[index + 1]
    return wording.capital[index + 1] and ahead in BODIES and wording.lower[index - 1] in (
        "women", "men", "children", "people", "king", "queen", "teachers", "veterans", "sainsbury", "lloyd",
    )  # fmt: skip


def _parted(wording: Wording, start: int, stop: int) -> list[Name]:
    """Cut a run into title and name, and find its kind."""
    lower = wording.lower
    last = lower[stop - 1]
    if all(word in MONTHS_AND_DAYS or word == "." for word in lower[start:stop]):
        return []
    core = start
    if last not in BODIES or stop - start == 1:
        for index in range(stop - 2, start - 1, -1):
            if lower[index] in HONORIFICS or (lower[index] in ROLES and gender_of(lower[index]) is None):
                after = index + 1
                while after < stop and wording.words[after] == ".":
                    after += 1
                if after < stop and lower[after] in ("of", "for"):
                    office = _office_end(wording, index, stop)
                    if office is None:
                        continue
                    after = office
                if after < stop:
                    core = after
                break
    if core == start and stop - start > 1 and lower[start] in PEOPLES and gender_of(lower[start + 1]) is not None:
        core = start + 1
    kind = kind_of_name(wording, start, core, stop)
    if kind == "organisation" or kind == "document":
        core = start
    if core == start and lower[start] in PEOPLES and stop - start == 1:
        return []
    return [Name(start, core, stop, kind)]


_OFFICES = (
    "state",
    "defense",
    "defence",
    "staff",
    "house",
    "treasury",
    "exchequer",
    "opposition",
    "education",
    "health",
)


def _office_end(wording: Wording, index: int, stop: int) -> int | None:
    """For "Secretary of State John Kerry" give the index of "John"."""
    for after in range(index + 2, min(index + 5, stop)):
        if wording.lower[after] in _OFFICES:
            return after + 1
    return None


def kind_of_name(wording: Wording, start: int, core: int, stop: int) -> Kind | None:
    """Tell what a name names by its own words, or ``None``."""
    lower, words = wording.lower, wording.words
    first, last = lower[core], lower[stop - 1]
    length = stop - core
    if last in SUFFIXES and length > 1:
        return "person"
    if last in BODIES and length > 1 and gender_of(first) is None:
        return "organisation"
    if core > start:
        return "person"
    if length == 1:
        if first in OUTLETS or first in PLACES:
            return "organisation"
        if words[core].replace(".", "").isupper() and len(words[core]) > 1:
            return "organisation"
        if any(c.isupper() for c in words[core][2:]) and not words[core].startswith(
            ("Mc", "Mac", "O’", "O'", "De", "La")
        ):
            return "organisation" if "-" not in words[core] else None
        return "person" if gender_of(first) is not None else None
    if last in DOCUMENTS and gender_of(first) is None:
        return "document"
    if gender_of(first) is not None and (length <= 4 or lower[core + 1] in PARTICLES):
        if any(word in ("of", "for") for word in lower[core:stop]) or last in (
            "foundation",
            "university",
            "college",
            "institute",
        ):
            return "organisation"
        return "person"
    if any(word in BODIES for word in lower[core:stop]):
        return "organisation"
    if any(word in ("of", "and", "for", "&") for word in lower[core:stop]):
        return "organisation"
    if any(words[i].isupper() and len(words[i]) > 1 and words[i].isalpha() for i in range(core, stop)):
        return "organisation"
    if first in PEOPLES or (first in PLACES and gender_of(first) is None) or last in PLACES:
        return "organisation"
    if any(len(words[i]) == 1 for i in range(core + 1, stop - 1)) or 2 <= length <= 3:
        return "person"
    return None
