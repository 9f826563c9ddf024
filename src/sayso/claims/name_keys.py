"""Names of people and organisations taken apart, so that two can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.claims.folded import folded
from sayso.schema import Kind
from sayso.speakers.gender import is_given
from sayso.speakers.lexicon import HONORIFICS, NICKNAMES

SUFFIXES = frozenset("jr sr ii iii iv v esq phd md".split())
NOT_IN_ACRONYMS = frozenset("of the and for in on to a at de la le du des der und von".split())
WORDS_MAX = 12
"""No name has more words that matter."""
_CACHED = 1 << 16
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts, folded.

    :param given: first name, in its long form where one is known ("ben" is "benjamin"); empty if there is none.
    :param middle: initials of the middle names, such as ``"q"``.
    :param last: the last name.
    :param suffix: ``"jr"`` and the like; empty if there is none.
    """

    given: str
    middle: str
    last: str
    suffix: str = ""


def words_of(name: str) -> list[str]:
    """Give the words of a name, folded, without possessive endings and dots."""
    return list(_words(name))


@lru_cache(maxsize=_CACHED)
def _words(name: str) -> tuple[str, ...]:
    found = (folded(word).removesuffix("'s").removesuffix("’s").replace(".", "") for word in _WORD.findall(name[:400]))
    return tuple([word for word in found if word][:WORDS_MAX])


@lru_cache(maxsize=_CACHED)
def person_name(name: str) -> PersonName:
    """Take a person's name apart. Titles in front are passed over; "J. D. Vance" has the first name "jd"."""
    words = words_of(name)
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words.pop()
    if not words:
        return PersonName("", "", "")
    *before, last = words
    while len(before) > 1 and len(before[0]) == 1 and len(before[1]) == 1:
        before[:2] = [before[0] + before[1]]
    given = NICKNAMES.get(before[0], before[0]) if before else ""
    # Particles belong to the last name and say nothing about the first.
    middle = "".join(word[0] for word in before[1:] if word not in {"van", "von", "de", "der", "al", "bin", "el", "la"})
    return PersonName(given, middle, last, suffix if suffix in {"jr", "sr", "ii", "iii", "iv"} else "")


def sought_by(name: str, kind: Kind | None) -> str:
    """Give the word under which a name and all names that may mean the same are found.

    Empty if it has no words, or names several ("Hanne Ruud; Petra Halvorsen", or three and more with commas).

    The last word of a person's name; the initials of an organisation's of three words and more, so that "FBI" and
    "Federal Bureau of Investigation" meet.
    """
    words = words_of(name)
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    if not words or ";" in name or name.count(",") >= 2:
        return ""
    if kind != "person" and (acronym := acronym_of(name)):
        return acronym
    # What sort of thing a name is may be misread; a first name tells better, and one name must be found in one place.
    if kind != "person" and not (len(words) > 2 and is_given(words[0])):
        words = [word for word in words if word not in NOT_IN_ACRONYMS] or words
        if len(words) >= 3:
            return "".join(word[0] for word in words)
    return words[-1]


def acronym_of(name: str) -> str:
    """Give a name that is itself an acronym ("FBI", "U.N."), folded; empty for other names."""
    bare = name.strip().removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s").replace(".", "")
    return folded(bare) if 2 <= len(bare) <= 6 and bare.isalpha() and bare.isupper() else ""


@lru_cache(maxsize=_CACHED)
def organisation_key(name: str) -> str:
    """Give an organisation's name without articles, case and marks: equal keys are one."""
    words = _words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def words_sought(asked: str) -> frozenset[str]:
    """Give the words by which a name that somebody types may be sought, be it a person's or an organisation's."""
    return frozenset({sought_by(asked, "person"), sought_by(asked, "organisation")} - {""})


def may_be(asked: str, name: str) -> bool:
    """Tell whether a name in an article may be the one that was asked for.

    What was asked for may be less of it ("wallace" for "Ben Wallace"), a short form ("ben" for "Benjamin"), an initial
    or an acronym; a name in an article that says less than was asked for may be another's.
    """
    wanted, given = words_of(asked), words_of(name)
    if not wanted or not given:
        return False
    if _stand_in(wanted, given) or organisation_key(asked) == organisation_key(name):
        return True
    if len(wanted) == 1 and len(given) >= 3 and wanted[0] == sought_by(name, "organisation"):
        return True
    if (acronym := acronym_of(name)) and acronym == sought_by(asked, "organisation"):
        return True
    one, other = person_name(asked), person_name(name)
    return (
        one.last == other.last
        and _given_fits(one.given, other.given)
        and (not one.middle or not other.middle or one.middle[0] == other.middle[0])
        and (not one.suffix or one.suffix == other.suffix)
    )


def _given_fits(asked: str, name: str) -> bool:
    if not asked or not name:
        return not asked
    return asked == name or (asked[0] == name[0] and 1 in (len(asked), len(name)))


def _stand_in(run: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words stand in others, one after the other."""
    size = len(run)
    return any(list(words[at : at + size]) == list(run) for at in range(len(words) - size + 1))
