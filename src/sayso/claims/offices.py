"""Offices that one person holds at a time: "the defence secretary" means somebody, "a senior official" does not."""

from __future__ import annotations

import re

from sayso.claims.folded import folded
from sayso.schema import Speaker

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
    vice-deputy every each no a an his her their our your my interim aspiring would-be press
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
    found = [folded(word) for word in _WORD.findall(words[:200])[:12]]
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
    if "-".join(kept) in ALONE:
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
        return office_of(speaker.role)
    if speaker.kind not in (None, "person") or not any(is_definite(span.of(text)) for span in speaker.mentions):
        return None
    return office_of(speaker.name)
