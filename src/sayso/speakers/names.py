"""Proper names in a text: where they stand, which title or role stands in front, what kind of thing they name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import compress

from sayso.schema import Kind
from sayso.speakers.gender import is_given
from sayso.speakers.lexicon import (
    ADJECTIVE_ENDINGS,
    BODIES,
    CONNECTORS,
    CROWDS,
    DOCUMENTS,
    HONORIFICS,
    MONTHS_AND_DAYS,
    OUTLETS,
    PARTICLES,
    PEOPLES,
    PLACE_NAMES,
    PLACES,
    ROLES,
    SMALL,
    SUFFIXES,
)
from sayso.speakers.name_kinds import SURNAMES, kind_of_name
from sayso.speakers.nouns import SORTS
from sayso.speakers.phrases import singular
from sayso.speakers.wording import POSSESSIVE, Wording

NAME_MAX = 14
"""Words in a name. Longer runs of capitals are headings."""
NAMES_OF_ONE_WORD = 8
"""How many names that begin with one word are looked for in headings, so that hostile text takes no longer."""


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name in the text.

    :param first: index of the first word of its title or role.
    :param core: index of the first word of the name itself.
    :param stop: index after its last word.
    :param kind: what its own words say that it names; ``None`` where they do not tell.
    """

    first: int
    core: int
    stop: int
    kind: Kind | None


def names_of(wording: Wording) -> list[Name]:
    """Find the names of a text, in order; they do not overlap.

    In a heading, where capitals tell nothing, only what is named elsewhere is found.
    """
    plain = _plain_words(wording)
    out: list[Name] = []
    heads: list[int] = []
    words, lower = wording.words, wording.lower
    done = 0
    passed: list[int] = []
    for index in compress(range(len(wording)), wording.capital):
        if index < done or (len(words[index]) == 1 and words[index + 1 : index + 2] != ["."]):
            continue
        if lower[index] in SMALL and not (words[index].isupper() and len(words[index]) > 1):
            continue
        begin, end = wording.bounds(index)
        if wording.heads and wording.sentence(index) in wording.heads:
            heads.append(index)
            continue
        if lower[index].endswith(ADJECTIVE_ENDINGS) or (index and words[index - 1] == "(" and lower[index][1:2] == "-"):
            continue
        stop = done = _run(wording, index, min(end, index + NAME_MAX))
        start = index
        if index == begin or (index == begin + 1 and not words[begin][0].isalnum()):
            while start < stop and _ordinary(wording, start, plain, alone=stop - start == 1):
                start += 1
        if start < stop:
            name = _parted(wording, start, stop)
            if name is not None:
                out.extend(_employer(wording, name))
                continue
        if stop - index == 1:
            passed.append(index)
    out = _trimmed(wording, sorted([*out, *_surnames(wording, passed, out)], key=lambda name: name.first))
    if heads:
        out = sorted([*out, *_in_headings(wording, heads, out)], key=lambda name: name.first)
    return out


def _surnames(wording: Wording, passed: list[int], names: list[Name]) -> list[Name]:
    """Take lone words such as "Baker" for names after all where somebody of that surname is named."""
    lower = wording.lower
    known = {lower[name.stop - 1] for name in names if name.stop - name.core > 1 and name.kind != "organisation"}
    return [Name(index, index, index + 1, None) for index in passed if lower[index] in known]


def _trimmed(wording: Wording, names: list[Name]) -> list[Name]:
    """Take "Loyal" off "Loyal Ada Pell" where the name stands without it elsewhere, and what opens a sentence too."""
    lower = wording.lower
    keys = Counter(tuple(lower[name.core : name.stop]) for name in names)
    first = set(wording.first)
    out = []
    for name in names:
        key = tuple(lower[name.core : name.stop])
        long = name.core == name.first and len(key) > 2 and not is_given(key[0]) and key[0] not in PARTICLES
        given = long and is_given(key[1]) and len(key) == 3
        opens = name.core in first and keys[key] == 1
        if long and (given or opens) and name.kind != "organisation" and keys[key[1:]]:
            name = Name(name.core + 1, name.core + 1, name.stop, None)
        out.append(name)
    return out


def _in_headings(wording: Wording, heads: list[int], names: list[Name]) -> list[Name]:
    """Find names of the running text again in its headings; the longest that fits counts."""
    lower = wording.lower
    known: dict[str, list[tuple[tuple[str, ...], Kind | None]]] = {}
    seen = set()
    for name in names:
        key = tuple(lower[name.core : name.stop])
        for part in (key, key[-1:]) if name.kind == "person" or len(key) == 1 else (key,):
            if part not in seen:
                seen.add(part)
                known.setdefault(part[0], []).append((part, name.kind if part == key else None))
    for parts in known.values():
        parts.sort(key=lambda part: -len(part[0]))
        del parts[NAMES_OF_ONE_WORD:]
    out = []
    done = 0
    for place, index in enumerate(heads):
        if index < done:
            continue
        for part, kind in known.get(lower[index], ()):
            if tuple(lower[index : index + len(part)]) == part:
                done = index + len(part)
                out.append(Name(index, index, done, kind))
                break
        else:
            if lower[index] in OUTLETS or lower[index] in PLACES:
                out.append(Name(index, index, index + 1, "organisation"))
            elif is_given(lower[index]) and place + 1 < len(heads) and heads[place + 1] == index + 1:
                done = index + 2
                out.append(Name(index, index, done, "person"))
    return out


def _plain_words(wording: Wording) -> Counter[str]:
    """Count how much more often each word is written small than with a capital inside a sentence."""
    capitals = Counter(compress(wording.lower, wording.capital))
    counts = Counter({word: count - 2 * capitals[word] for word, count in Counter(wording.lower).items()})
    lead = [wording.lower[i] for i in wording.first[:-1] if wording.capital[i]]
    for sentence in wording.heads:
        first, stop = wording.first[sentence], wording.first[sentence + 1]
        lead.extend(compress(wording.lower[first + 1 : stop], wording.capital[first + 1 : stop]))
    counts.update(lead)
    return counts


def _ordinary(wording: Wording, index: int, plain: Counter[str], *, alone: bool) -> bool:
    """Say whether a capital is owed to the beginning of a sentence."""
    word, written = wording.lower[index], wording.words[index]
    if word in HONORIFICS:
        return False
    if word in _OPENERS:
        return True
    if written.isupper() and len(word) > 1:
        return len(word) > 3 and (word in SORTS or plain[word] > 0)
    if not alone and (is_given(word) or word in PARTICLES):
        return False
    if word in SMALL or plain[word] > 0:
        return True
    if alone:
        ahead = wording.lower[index + 1] if index + 1 < len(wording) else ""
        if ahead in _AFTER_VERB and plain[word] >= 0 and not is_given(word) and word not in OUTLETS:
            return True
        body = word in BODIES and ahead[:1].islower() and ahead not in _VERBS
        return (
            body or word in CROWDS or word in ROLES or word in DOCUMENTS or (word not in PLACES and _common_shape(word))
        )
    return word.endswith("ly") and len(word) > 4


def _common_shape(word: str) -> bool:
    """Say whether a lone word looks like a common noun in the plural, or a participle."""
    return word.endswith(("ing", "ed", "ists", "ers", "ors", "ians", "ents", "ants", "ees", "men", "ials", "tions"))


def _run(wording: Wording, start: int, limit: int) -> int:
    """Give the end of the run of capitals that begins at a word."""
    words, lower, capital = wording.words, wording.lower, wording.capital
    stop = start + 1
    while stop < limit:
        word = words[stop]
        if capital[stop]:
            if lower[stop] in ("may", "will") and is_given(lower[stop - 1]):
                stop += 1
                continue
            loud = lower[stop] == "today" and word.isupper() and words[stop - 1].isupper()
            if lower[stop] in SMALL and not loud and (stop + 1 >= limit or not capital[stop + 1] or word == "I"):
                break
            if lower[stop].endswith(ADJECTIVE_ENDINGS):
                break
            stop += 1
        elif word == "." and (len(words[stop - 1]) == 1 or lower[stop - 1] in _POINTED):
            if stop + 1 >= limit or not capital[stop + 1]:
                break
            stop += 1
        elif _inside(wording, start, stop, limit):
            stop += 1
        else:
            break
    while stop > start + 1 and (lower[stop - 1] in _DATES or lower[stop - 1] in _SPOKEN):
        stop -= 1
    while stop > start + 1 and (
        lower[stop - 1] in CONNECTORS or words[stop - 1] in POSSESSIVE or words[stop - 1] == "."
    ):
        stop -= 1
    return stop


def _inside(wording: Wording, start: int, index: int, limit: int) -> bool:
    """Say whether a word without a capital stands inside a name."""
    word, lower = wording.words[index], wording.lower
    if word in ("the", "and", "for"):
        return _in_body(wording, start, index, limit)
    if word in ("to", "on", "against"):
        return lower[index - 1] in BODIES and _continues(wording, index, limit)
    if word in CONNECTORS:
        before = lower[index - 1]
        if word == "of" and (before in CROWDS or singular(before) in ROLES or _of_a_person(wording, start, index)):
            return False
        if word == "of" and lower[index - 1] in ROLES and lower[index - 1] not in BODIES:
            house = lower[index - 1] == "speaker" and "house" in lower[index + 1 : index + 3]
            return index + 1 < limit and (house or lower[index + 1] in _OFFICES)
        return _continues(wording, index, limit)
    if word in _QUOTED and index + 3 < limit and wording.words[index + 2] in _QUOTED.get(word, ()):
        return wording.capital[index + 1] and wording.capital[index + 3] and is_given(lower[index - 1])
    if index - start > 1 and word in _QUOTED.get(wording.words[index - 2], ()):
        return True
    if word in ("’", "'") and index + 1 < limit and wording.capital[index + 1]:
        return lower[index - 1].endswith("s") and lower[index + 1] in BODIES and one_of_many(lower[index - 1])
    if word.isdigit():
        return lower[index - 1] in ("channel", "radio", "bbc", "group", "area")
    return word in POSSESSIVE and index + 1 < limit and _possessive_inside(wording, index)


def _of_a_person(wording: Wording, start: int, index: int) -> bool:
    """Say whether "of" follows a person's name, as in "Elijah Crane of Ohio"."""
    lower = wording.lower
    if lower[index - 1] in BODIES:
        return False
    if (
        index - start == 2
        and lower[index + 1 : index + 2] == ["the"]
        and not any(
            word in BODIES or word in ROLES or word in DOCUMENTS or word in PLACES or word in PEOPLES or word in CROWDS
            for word in lower[start:index]
        )
    ):
        return True
    return is_given(lower[start]) or lower[start] in HONORIFICS or lower[start] in PEOPLES


def _continues(wording: Wording, index: int, limit: int) -> bool:
    """Say whether a small word such as "of" or "van" leads on to more of the name."""
    for ahead in (index + 1, index + 2):
        if ahead >= limit:
            return False
        if wording.capital[ahead]:
            dated = wording.lower[ahead] in MONTHS_AND_DAYS
            return not dated and (wording.lower[ahead] not in SMALL or ahead == index + 1)
        if wording.lower[ahead] not in CONNECTORS and wording.lower[ahead] not in ("the", "a"):
            return False
    return False


def _in_body(wording: Wording, start: int, index: int, limit: int) -> bool:
    """Say whether "and", "for" or "the" stands inside the name of a body: "Department of Health and Human Services"."""
    lower = wording.lower
    if not _continues(wording, index, limit) or lower[index - 1] in SUFFIXES:
        return False
    if lower[index] == "the":
        return lower[index - 1] in ("of", "for", "and")
    body = any(word in BODIES for word in lower[start:index])
    if lower[index] == "for":
        return body
    ahead = lower[index + 1]
    if ahead in OUTLETS or ahead in PLACES or is_given(ahead) or ahead in HONORIFICS:
        return False
    if body and "of" in lower[start:index]:
        return lower[index - 1] not in BODIES
    return _body_ahead(wording, index, limit)


def _body_ahead(wording: Wording, index: int, limit: int) -> bool:
    """Say whether the words after "and" end in the noun of a body, and those before it are no name of their own.

    "Oversight and Government Reform Committee" is one name, "Senate and House" two.
    """
    lower = wording.lower
    if lower[index - 1] in BODIES or lower[index - 1] in PLACES or lower[index - 1] in OUTLETS:
        return False
    stop = index + 1
    while stop < limit and wording.capital[stop]:
        stop += 1
    return (
        stop - index > 1 and lower[stop - 1] in BODIES and lower[stop - 1] not in ("party", "journal", "times", "post")
    )


def _possessive_inside(wording: Wording, index: int) -> bool:
    """Say whether "'s" belongs to a name, as in "Women's Institute"."""
    ahead = wording.lower[index + 1]
    return wording.capital[index + 1] and ahead in BODIES and wording.lower[index - 1] in _OWNERS


_QUOTED = {'"': ('"',), "“": ("”",), "‘": ("’",), "(": (")",)}
"""Marks around a nickname inside a name, as in "Ada “Bo” Pell"."""
_OPENERS = frozenset(
    "enter exit meet say ask cue forget remember thank thanks dear hello hi goodbye introducing spotted leave stay"
    " please rescue better sleep true former good bad nineteen four ten hopefully seriously obviously repeats".split()
)
"""Words that a sentence may begin with in front of a name, and that are none."""
_POINTED = HONORIFICS | SUFFIXES | {"st"}
_VERBS = frozenset("said says has had is was will would can told reported announced".split())
_SPOKEN = frozenset("tweeted said says told wrote posted added".split())
_AFTER_VERB = frozenset(
    "the a an on of to for in at with his her their its even up out off about into as by that".split()
)
_DATES = MONTHS_AND_DAYS - {"may", "april", "june", "march", "august", "sun"}
_OWNERS = frozenset("women men children people king queen teachers veterans lloyd st attorney".split())
_OFFICES = frozenset(
    "state defense defence staff treasury exchequer opposition education health commons lords energy".split()
)


def _parted(wording: Wording, start: int, stop: int) -> Name | None:
    """Cut a run into title and name, and find its kind; ``None`` for days, months, peoples and roles alone."""
    lower = wording.lower
    if all(word in MONTHS_AND_DAYS or not word[0].isalnum() for word in lower[start:stop]):
        return None
    core = start
    if lower[stop - 1] not in BODIES or lower[stop - 1] in SURNAMES:
        core = _core(wording, start, stop)
    place = " ".join(lower[start:stop]) in PLACE_NAMES
    if core == start and not place and stop - start > 2 and lower[start] in PEOPLES and is_given(lower[start + 1]):
        core = start + 1
    kind = kind_of_name(wording, core, stop, titled=core > start)
    if kind not in ("person", None) and core > start:
        core = start
    if stop - core == 1 and core == start and (lower[core] in PEOPLES or _is_people(lower[core])):
        return None
    mister = core > start and lower[start] in ("mr", "mrs", "ms", "miss", "dr")
    if not mister and all(w in ROLES or w in HONORIFICS or w in PEOPLES or w == "." for w in lower[core:stop]):
        return None
    if all(w.isupper() for w in wording.words[start:stop]) and one_of_many(lower[stop - 1]):
        return None
    place_first = any(word in BODIES for word in lower[core : stop - 1]) or lower[core] in PLACES
    if (
        _is_people(lower[stop - 1])
        and (kind != "organisation" or place_first)
        and not mister
        and not is_given(lower[core])
    ):
        return None
    if stop - core == 2 and lower[core] in PLACES and lower[stop - 1] in ROLES and lower[stop - 1] in PEOPLES:
        return None
    one = "mp" if lower[stop - 1] in ("mps", "msps", "meps") else singular(lower[stop - 1])
    if one in ROLES and one not in PEOPLES and kind != "organisation" and not is_given(lower[core]):
        return None
    return Name(start, core, stop, kind)


def one_of_many(word: str) -> bool:
    """Say whether a word is the plural of a role, as in "DRIVERS"."""
    one = singular(word)
    return one in ROLES and one not in PEOPLES


def _employer(wording: Wording, name: Name) -> list[Name]:
    """Take the body out of a title in front of a name: "Channel 9" of "Channel 9 Correspondent Ana Pell"."""
    title = next((i for i in range(name.first, name.core) if _is_title(wording.lower[i])), name.core)
    if title == name.first or kind_of_name(wording, name.first, title, titled=False) != "organisation":
        return [name]
    last = wording.lower[title - 1]
    outlet = last in OUTLETS or wording.words[title - 1].isupper() or (last in BODIES and title - name.first > 1)
    if wording.lower[name.first] in PEOPLES or last in PLACES or last == "vice" or not outlet:
        return [name]
    return [Name(name.first, name.first, title, "organisation"), Name(title, name.core, name.stop, name.kind)]


def _is_people(word: str) -> bool:
    """Say whether a word names a people or a party in the plural, such as "Americans"."""
    return word in CROWDS or (word.endswith("s") and word[:-1] in PEOPLES)


def _core(wording: Wording, start: int, stop: int) -> int:
    """Give the index after the titles and roles that a run begins with."""
    lower = wording.lower
    for index in range(stop - 2, start - 1, -1):
        word = lower[index]
        if not _is_title(word):
            continue
        after = index + 1
        while after < stop and wording.words[after] == ".":
            after += 1
        if any(w in ("of", "for", "and") for w in lower[start:index]) or (index > start and is_given(word)):
            continue
        if after + 1 < stop and lower[after] == "of":
            after += 1 + (lower[after + 1] == "the")
            if after >= stop or (lower[after] not in _OFFICES and lower[after] != "house"):
                continue
            after += 1
        if after < stop:
            return after
    return start


def _is_title(word: str) -> bool:
    one = word[:-1] if word.endswith("s") else word
    return word in HONORIFICS or one in HONORIFICS or ((word in ROLES or one in ROLES) and not is_given(word))


def at_or_after(starts: list[int], word: int) -> int:
    """Give the place of the first name that begins at or after a word."""
    return bisect_left(starts, word)
