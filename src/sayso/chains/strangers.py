"""Those whom nothing but the telling shows to be an outlet or an interviewer: "told Harbour Talk on Friday"."""

from __future__ import annotations

from collections import Counter

from sayso.chains.lexicon import TELLING
from sayso.chains.outlet_names import HOSTS, NO_OUTLETS
from sayso.chains.outlets import Teller, name_from
from sayso.chains.words import Words

TITLES = frozenset(
    """
    President Prime Minister Chancellor Senator Congressman Congresswoman Governor Mayor King Queen Prince Princess
    Pope Judge Justice Secretary Chief Speaker General Colonel Captain Lieutenant Sergeant Officer Detective Inspector
    Director Chairman Ambassador Professor Doctor Dr Sir Lady Lord Bishop Cardinal Archbishop Father Sister Brother Aunt
    Uncle Vice Attorney Democratic Republican Foreign
    """.split()
)
INTERVIEWED_MENTIONS = 3
"""Somebody named more often than this is rather the one who is interviewed."""


def strangers_of(words: Words, tellers: list[Teller]) -> list[Teller]:
    """Find the names that are told something or that an interview is with, and that are no known outlet or journalist.

    One that the article speaks of apart from that is rather a party to the story: those are left out.
    """
    inside = {index for teller in tellers for index in range(teller.first, teller.last + 1)}
    told: list[tuple[int, int, int]] = []
    for index, low in enumerate(words.lower):
        if low in TELLING or (
            low == "with" and index and words.lower[index - 1] in ("interview", "interviews", "interviewed")
        ):
            first = index + 1
        else:
            continue
        if not words.joined(first):
            continue
        name = first + (words.lower[first] == "the" and words.joined(first + 1))
        last = name_from(words, name)
        if last is not None and not inside.intersection(range(first, last + 1)):
            told.append((index, name, last))
    if not told:
        return []
    often = Counter(words.words)
    times = Counter(words.words[last] for _, _, last in told)
    out = []
    for index, name, last in told:
        word = words.words[last]
        if word in NO_OUTLETS or words.words[name] in TITLES or words.possessive[last]:
            continue
        if words.joined(last + 1) and words.lower[last + 1] in ("of", "for", "and", "in"):
            continue  # "the Guild of Bakers"
        only = often[word] <= times[word] and (last > name or (word.isupper() and len(word) > 2))
        interview = words.lower[index] == "with" and often[word] <= INTERVIEWED_MENTIONS
        if word in HOSTS or only or interview:
            out.append(Teller(name, last, words.span(name, last)))
    return out
