"""Noun phrases: the words of a source span without what stands before, after and around its head."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema import Kind
from sayso.speakers.lexicon import (
    BODIES,
    CROWDS,
    DOCUMENTS,
    DROPPED,
    FIRST,
    GROUP_OF,
    HE,
    HONORIFICS,
    IT,
    OTHER_SPEAKERS,
    PEOPLES,
    PLACES,
    ROLES,
    SECOND,
    SHE,
    SMALL,
    THEY,
    WHO,
)
from sayso.speakers.wording import POSSESSIVE, Wording

_PREPOSITIONS = frozenset(
    "of in on at to by from with for about against between among who whom whose which that within near inside outside"
    " under over including like such as into via during after before since when where whether called named".split()
)
_STOPS = frozenset(',;:()[]—–"“”‘’―-')


COUNTS = (GROUP_OF - {"group", "band"}) | frozenset(
    "one none some many most several all both few none half two three more".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase without its determiner.

    :param first: index of its first word after determiners.
    :param head: index of its head noun.
    :param stop: index after its last word, modifiers included.
    :param determiner: the word in front in lower case, or ``""``.
    :param one: whether it is one of those that the words name, as in "one of the guards".
    """

    first: int
    head: int
    stop: int
    determiner: str
    one: bool = False


def phrase_of(wording: Wording, first: int, stop: int) -> Phrase | None:
    """Read the words ``first`` to ``stop`` as one noun phrase; ``None`` where nothing is left."""
    lower, words = wording.lower, wording.words
    while first < stop and not words[first][0].isalnum():
        first += 1
    determiner = ""
    begin = first
    while first < stop - 1 and (lower[first] in DROPPED or words[first] in POSSESSIVE):
        if lower[first + 1] == "than" or (lower[first + 1] in _PREPOSITIONS and lower[first + 1] != "of"):
            break
        determiner = determiner or lower[first]
        first += 1
    if first >= stop:
        return None
    one = False
    counted = next(
        (i for i in range(first, min(first + 3, stop - 2)) if lower[i + 1] == "of" and lower[i] in COUNTS), None
    )
    if counted is None and first > begin and first + 1 < stop and lower[first] == "of" and lower[first - 1] in COUNTS:
        counted = first - 1
    if counted is not None:
        one = lower[counted] == "one" and lower[first:counted] != ["no"]
        first = counted + 2
        while first < stop - 1 and lower[first] in DROPPED:
            first += 1
    end = first
    while end < stop and (words[end] not in _STOPS or (end > first and _inside(words, end, stop))):
        if end > first and lower[end] in ("who", "whom", "whose", "which"):
            break
        end += 1
    end = max(end, min(first + 1, stop))
    head = first
    while head + 1 < end and lower[head + 1] not in _PREPOSITIONS:
        if words[head + 1] == "." and head + 2 < end and (lower[head] in HONORIFICS or len(lower[head]) == 1):
            head += 2
            continue
        if words[head + 1] in POSSESSIVE or _plural_owner(words, head + 1, end):
            head += 2 if head + 2 < end else 1
            continue
        if words[head + 1] == "/" and head + 2 < end:
            head += 2
            continue
        if not words[head + 1][0].isalnum() or lower[head + 1] in _NO_MODIFIERS:
            break
        if kind_of_head(lower[head]) != "other" and _ends_phrase(lower, head + 1, end):
            if "by" not in lower[head + 1 : end] and lower[head + 1] not in _STAYS:
                end = head + 1
            break
        head += 1
    while words[head] in POSSESSIVE or words[head] in ("’", "'"):
        head -= 1
    return Phrase(first, head, end, determiner or (lower[begin] if lower[begin] in DROPPED else ""), one)


_PARTICIPLES = frozenset(
    "representing tracking showing ranging seeking marching calling covering urging alleging detailing outlining"
    " involving containing wearing carrying".split()
) | frozenset("read seen written held made given shown taken led sent found known heard built brought".split())
_STAYS = frozenset("close familiar aware present involved responsible briefed".split())
_NO_MODIFIERS = HE | SHE | THEY | IT | FIRST | SECOND | WHO


def _ends_phrase(lower: list[str], index: int, end: int) -> bool:
    """Say whether a word after a noun begins a clause, as in "report released last year", "source close to"."""
    word = lower[index]
    if word in _STAYS or word in _PARTICIPLES:
        return True
    if word.endswith("ed") and kind_of_head(lower[index - 1]) in ("document", "organisation"):
        return True
    if not word.endswith(("ed", "ing", "ly")) or kind_of_head(word) != "other":
        return False
    return index + 1 >= end or lower[index + 1] in SMALL


def _plural_owner(words: list[str], index: int, end: int) -> bool:
    """Say whether a mark is the apostrophe of "the miners' union"."""
    if words[index] not in ("’", "'") or index + 1 >= end:
        return False
    return words[index - 1].endswith("s") and words[index + 1][0].islower()


def _inside(words: list[str], index: int, stop: int) -> bool:
    return words[index] == "-" or _plural_owner(words, index, stop)


def kind_of_phrase(wording: Wording, phrase: Phrase) -> Kind:
    """Tell what a nameless phrase names."""
    lower = wording.lower
    head = lower[phrase.head]
    if head in GROUP_OF and lower[phrase.head + 1 : phrase.head + 2] == ["of"]:
        return "group"
    if lower[phrase.first] in ("someone", "somebody"):
        return "person"
    if phrase.one:
        kind = kind_of_head(singular(head) or head)
        return kind if kind in ("document", "organisation") else "person"
    if head == "one":
        return "group" if phrase.head > phrase.first else "person"
    if phrase.determiner == "the" and head in PEOPLES and head.endswith(("ese", "ish", "nch", "utch", "wiss")):
        return "group"
    return kind_of_head(head, phrase.determiner)


def name_of_phrase(wording: Wording, phrase: Phrase, *, keep: bool) -> str:
    """Give the words that name a nameless speaker; a capital owed to the beginning of a sentence is made small.

    :param keep: leave capitals as they are.
    """
    if phrase.one:
        noun = singular(wording.lower[phrase.head]) or wording.words[phrase.head]
        return f"{wording.phrase(phrase.first, phrase.head)} {noun}".strip()
    words = wording.phrase(phrase.first, phrase.stop)
    if words.isupper() and len(words) > 4 and not keep:
        return words.lower()
    words = words.strip('"“”‘’ ')
    begin, _ = wording.bounds(phrase.first)
    first = wording.words[phrase.first]
    word = wording.lower[phrase.first]
    people = word in PEOPLES or word in PLACES or word.rstrip("s") in PEOPLES
    owed = not keep and not people and phrase.first - begin <= 2 and first[1:].islower()
    return words[:1].lower() + words[1:] if owed and words else words


def singular(word: str) -> str | None:
    """Give the singular of a plural noun in ``-s``, ``-men`` or ``-people``; ``None`` for other words."""
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("people") and len(word) > 6:
        return word[:-6] + "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ews")) and len(word) > 3:
        stem = word[:-1]
        return stem[:-1] if stem.endswith(("she", "che", "xe", "sse", "zze")) else stem
    return None


def kind_of_head(word: str, determiner: str = "") -> Kind:
    """Tell what a common noun names.

    :param word: the head in lower case.
    """
    word = word.removeprefix("ex-")
    one = singular(word)
    if word in ROLES:
        return "person"
    if word in CROWDS:
        return "group"
    if word in DOCUMENTS or one in DOCUMENTS:
        return "document"
    if word in BODIES:
        return "organisation"
    if one is not None and (one in ROLES or one in BODIES):
        return "group"
    if word in OTHER_SPEAKERS:
        return "other"
    if word.endswith(("man", "woman", "person")):
        return "person"
    if one is not None and (
        one.endswith(("er", "or", "ist", "ian", "ant", "ee", "an")) or determiner in ("many", "some")
    ):
        return "group"
    if word.endswith(("er", "or", "ist", "ian", "eer", "ee")):
        return "person"
    return "group" if one is not None else "other"
