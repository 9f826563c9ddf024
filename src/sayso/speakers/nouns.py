"""Common nouns that may stand for a speaker, and the noun phrases around them."""

from __future__ import annotations

from typing import Literal

from sayso.speakers.lexicon import BODIES, CROWDS, DOCUMENTS, PEOPLES, ROLES, SMALL
from sayso.speakers.wording import POSSESSIVE, Wording

Sort = Literal["person", "group", "document", "organisation"]
LEFT_MAX = 6
"""Words before a noun that its phrase may hold."""

ARTICLES = frozenset("the a an this that these those another his her their its my our your".split())


def plural(word: str) -> str:
    """Give the plural of an English noun."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("person"):
        return word[:-6] + "people"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


SORTS: dict[str, Sort] = {
    **{plural(word): "group" for word in BODIES if word not in ("news", "times", "press", "media")},
    **dict.fromkeys(BODIES, "organisation"),
    **{plural(word): "document" for word in DOCUMENTS if not word.endswith("s")},
    **dict.fromkeys(DOCUMENTS, "document"),
    **{plural(word): "group" for word in ROLES},
    **dict.fromkeys(CROWDS, "group"),
    **dict.fromkeys(ROLES, "person"),
}
"""What a noun names when it is said to speak, singular or plural, in lower case."""

_NOT_HEADS = frozenset("many most some several all both half each either neither these those left right".split())


def heads_of(wording: Wording) -> list[int]:
    """Give the indexes of the words that may head a phrase for a speaker, in order."""
    return [i for i, word in enumerate(wording.lower) if word in SORTS and word not in _NOT_HEADS]


def phrase_start(wording: Wording, head: int) -> int:
    """Give the index of the first word of the phrase that a noun heads, its determiner included."""
    lower, words = wording.lower, wording.words
    begin, _ = wording.bounds(head)
    first = head
    limit = max(begin, head - LEFT_MAX)
    while first > limit:
        word = lower[first - 1]
        if word in ARTICLES:
            return first - 1
        if words[first - 1] in POSSESSIVE and first - 2 >= begin:
            return _owner_start(wording, first - 2, begin)
        if word in SMALL and word not in _COUNTS:
            break
        if not word[0].isalnum() and word not in ("-",):
            break
        if word.endswith("ed") and lower[first - 2 : first - 1] not in (["the"], ["a"], ["an"]) and first - 1 > begin:
            break
        first -= 1
    return first


_COUNTS = frozenset("other first second third last next same own many some several few all most one more".split())


def _owner_start(wording: Wording, last: int, begin: int) -> int:
    first = last
    while (
        first > begin
        and last - first < LEFT_MAX
        and wording.capital[first - 1]
        and wording.lower[first - 1] not in SMALL
    ):
        first -= 1
    if first > begin and wording.lower[first - 1] == "the":
        first -= 1
    return first


def is_people(word: str) -> bool:
    """Say whether a word is an adjective of origin or party."""
    return word in PEOPLES
