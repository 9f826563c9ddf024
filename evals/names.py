"""Compare names of speakers as the labels of PolNeAR's speakers are scored: titles, articles and case do not count."""

from __future__ import annotations

import re

_UNCOUNTED = frozenset("the a an mr mrs ms dr sen rep gov".split())


def words(name: str | None) -> list[str]:
    """Give the words of a name that count: no case, no possessive, no article, no title."""
    folded = re.sub(r"'s?\b", "", (name or "").casefold().replace("’", "'"))
    return [word for word in re.findall(r"\w+", folded) if word not in _UNCOUNTED]


def same(wanted: str | None, given: str | None) -> bool:
    """Say whether two names have the same words, or are both absent."""
    if wanted is None or given is None:
        return wanted is given
    return words(wanted) == words(given)


def alike(wanted: str | None, given: str | None) -> bool:
    """Say whether two names are meant for one: the same but for length, or half of all their words in common.

    Of a shorter name, all words must stand in the longer, and the last word of one of them in the other. Of joined
    names (``"Ann Orr; Bo Lind"``) each must share a word.
    """
    if wanted is None or given is None:
        return wanted is given
    right = words(given)
    if ";" in wanted:
        parts = [part for part in map(words, wanted.split(";")) if part]
        return all(set(part) & set(right) for part in parts)
    left = words(wanted)
    if not left or not right:
        return left == right
    common, shorter = set(left) & set(right), min(len(set(left)), len(set(right)))
    if len(common) == shorter:
        return left[-1] in right or right[-1] in left
    return 2 * len(common) >= len(set(left) | set(right))
