"""Offices that one person holds at a time: "the defence secretary" means somebody, "a senior official" does not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from sayso.claims.folded import folded
from sayso.schema import Speaker

NEAR_DAYS = 45
"""Who is named with an office so many days before or after is looked at first."""
CLEAR_SHARE = 0.8
"""So large a part of them must be one person."""
TENURE_DAYS = 4 * 365
"""Nobody is taken to hold an office between two mentions that lie further apart."""
HEADS = frozenset(
    """
    secretary minister president governor mayor speaker chancellor ambassador director chairman chairwoman chair
    commissioner premier treasurer general comptroller sheriff prosecutor ombudsman leader whip chief
    superintendent taoiseach undersecretary
    """.split()
)
"""Words that an office ends in, before its "of …"."""
OF_MANY = frozenset(
    """
    former ex deputy assistant acting associate another one any some senior junior local regional future next then
    vice-deputy every each no a an his her their our your my interim aspiring would-be press then-deputy better first
    """.split()
)
"""With one of these it is not an office that one person holds; "press secretary" exists for every office."""
ALONE = frozenset(
    """
    president minister secretary governor mayor speaker chancellor ambassador director chairman chairwoman chair
    commissioner premier general leader whip chief superintendent sheriff treasurer prosecutor comptroller
    ombudsman undersecretary prime-minister vice-president foreign-minister finance-minister
    """.split()
)
"""Too many people hold an office of this name; it takes a place or a body to tell which is meant."""
OF_EVERY_PLACE = frozenset(
    """
    state states county city town village party district borough university school college company agency committee
    council union police fire digital executive managing communications political creative campaign finance legal
    medical editorial regional national deputy majority minority
    """.split()
)
"""Where nothing but these stands before the head, there is one in every place: "the police chief"."""
HELD_BY_MANY_STATES = frozenset("attorney solicitor".split())
"""… nor where one of these stands beside them: "the state's attorney general"."""
_COUNTRY = re.compile(r"\b(?:U\. ?S\.(?: ?A\.)?|US|USA|American)(?=\W|$)")
_PAST = ("then", "former", "ex", "late", "past", "one-time", "onetime")
SPELLINGS = {"defense": "defence", "defence": "defence", "labor": "labour", "labour": "labour"}
SMALL = frozenset("the for to in at on and s".split())
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def office_of(words: str | None) -> str | None:
    """Give an office in one form for all ways to write it, or ``None`` where the words name none.

    "the Defence Secretary", "Defense secretary" and "secretary of defence" are one: ``"defence secretary"``.

    :param words: a role, or a phrase that describes somebody; at most its first 12 words are looked at.
    """
    if not words:
        return None
    found = [folded(word) for word in _WORD.findall(_COUNTRY.sub("United States", words[:200]))[:12]]
    if not found or not OF_MANY.isdisjoint(found):
        return None
    if "of" in found:
        cut = found.index("of")
        head, rest = found[:cut], [word for word in found[cut + 1 :] if word not in SMALL and word != "of"]
        found = [*rest, *head]
    kept = [SPELLINGS.get(word, word.removesuffix("'s").removesuffix("’s")) for word in found if word not in SMALL]
    if not kept or kept[-1] not in HEADS or len(kept) > 6:
        return None
    if kept[-1] == "general" and kept[-2:-1] not in (["attorney"], ["surgeon"], ["solicitor"], ["secretary"]):
        return None
    before = set(kept[:-1])
    if kept[-1] == "ambassador" and before <= {"united", "states"}:
        return None
    if "-".join(kept) in ALONE or (before & OF_EVERY_PLACE and before <= OF_EVERY_PLACE | HELD_BY_MANY_STATES):
        return None
    return " ".join(sorted(kept[:-1]) + kept[-1:])


def is_definite(mention: str) -> bool:
    """Tell whether words point at somebody known: "the defence secretary", "Defence Secretary", not "a minister"."""
    first = mention.split(maxsplit=1)[:1]
    return (
        bool(first) and (first[0].casefold() == "the" or first[0][:1].isupper()) and first[0].casefold() not in OF_MANY
    )


def office_held(speaker: Speaker, text: str) -> str | None:
    """Give the office that a speaker of an article is said to hold now: by role, or, nameless, by how it is described.

    :param text: of the article.
    """
    if speaker.named:
        past = any(_said_to_be_past(text, span.start) for span in speaker.mentions[:50])
        return None if past else office_of(speaker.role)
    if speaker.kind not in (None, "person") or not any(is_definite(span.of(text)) for span in speaker.mentions):
        return None
    return office_of(speaker.name)


def holder_on(day: int, holders: Sequence[tuple[int, int]]) -> int | None:
    """Say who held an office on a day, from who was named with it when; ``None`` where that is not clear.

    Around that day nearly all must be one person, so that the defence secretary of another country is not taken for
    this one. Where nobody is named around it, the last one before and the first one after must be the same.

    :param day: as ``days.day_of`` counts.
    :param holders: day and identity of each, sorted.
    """
    near = holders[bisect_left(holders, (day - NEAR_DAYS, -1)) : bisect_left(holders, (day + NEAR_DAYS + 1, -1))]
    if near:
        who, count = Counter(identity for _, identity in near).most_common(1)[0]
        return who if count >= CLEAR_SHARE * len(near) else None
    at = bisect_left(holders, (day, -1))
    if not 0 < at < len(holders):
        return None
    (before, one), (after, other) = holders[at - 1], holders[at]
    return one if one == other and after - before <= TENURE_DAYS else None


def _said_to_be_past(text: str, start: int) -> bool:
    """Tell whether the word before a mention makes its office a past one: "then-defence secretary Ben Wallace"."""
    words = folded(text[max(0, start - 10) : start]).replace("–", " ").replace("-", " ").split()
    return bool(words) and words[-1] in _PAST
