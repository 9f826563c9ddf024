"""When, where and to whom a statement is said to be made, where no channel or outlet says it: whether two statements
may be of one occasion.

"The bridge is safe," Orm told Radio Calder. "It is shut for good," he said on Saturday. The second is another day's:
what the first says of its occasion is not carried on to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.chains.lexicon import TELLING
from sayso.chains.words import Words
from sayso.schema import Attribution, Span

REACH = 10
"""So many words before or behind a cue its time or place may stand."""

SHORT = 12
"""A content of so few characters is passed over: "denied it on Friday"."""

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TODAY = frozenset("yesterday today tonight".split())
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_BEFORE = frozenset("earlier later previously afterwards afterward once originally formerly initially ago".split())
_SPANS = frozenset("week weeks month months year years day days spring summer autumn fall winter decade".split())
_CLAUSES = frozenset("when while that as who which whom whose where because but and by".split())
"""Behind these the time is that of something else."""
_LINKS = _CLAUSES | frozenset("after before since until following despite although though if whereas once".split())
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_EVENT = frozenset("at during before after outside inside following".split())
_OF_EVENT = frozenset("a an the this that another his her its their our my".split())
_NO_EVENT = frozenset("time moment beginning start end least first last once risk stake interview".split())
_BODIES = frozenset("parliament council court congress church public".split())
_SAME_AUDIENCE = frozenset(
    "interviewer presenter host programme program show station newspaper paper magazine broadcaster him her".split()
)


@dataclass(frozen=True, slots=True)
class Setting:
    """The occasion of a statement as its own sentence gives it.

    :param days: "friday", "today", "may 12".
    :param other: words of another time than the report's own: "earlier", "last week", "in March", "in 2021".
    :param then: it is of the time spoken of before: "he said then", "at the time".
    :param elsewhere: it has its own audience or event: "told the council", "after the meeting".
    """

    days: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    elsewhere: bool = False
    then: bool = False


def setting_of(words: Words, attribution: Attribution) -> Setting:
    """Read the words around a cue, those of its sentence that are neither source nor content."""
    days: set[str] = set()
    other: set[str] = set()
    elsewhere = then = False
    for cue in attribution.cue:
        before, behind = _around(words, attribution, cue)
        told = TELLING.intersection(words.lower[words.at(cue.start) : words.at(cue.end - 1) + 1])
        audience = [words.lower[place] for place in behind[:4]]
        elsewhere = elsewhere or bool(told and audience and not _SAME_AUDIENCE.intersection(audience))
        elsewhere = elsewhere or any(_is_event(words, place) for place in (*before[:2], *behind[:3]))
        for place in (*before, *behind):
            _time_at(words, place, days, other)
            then = then or words.lower[place] == "then" or _is_at_the_time(words, place)
    return Setting(frozenset(days), frozenset(other), elsewhere, then)


def same_occasion(source: Setting, target: Setting, *, back: bool) -> bool:
    """Say whether what is stated of the occasion of one may hold for the other.

    :param source: where the occasion is stated.
    :param target: where it would be carried.
    :param back: the target stands before it. There "said on Friday" alone does not part them: the day is given once,
        where the report begins.
    """
    if back and source.then:
        return True
    if target.then and not back and not (source.then or source.other):
        return False
    if target.other - source.other or (back and source.other - target.other):
        return False
    if target.days and not target.days & source.days:
        return back and not source.days
    return True


def _around(words: Words, attribution: Attribution, cue: Span) -> tuple[list[int], list[int]]:
    """Give the places of words that belong to a cue: those from the beginning of its sentence with its own, and those
    right behind it.
    """
    sentence = words.sentences[words.sentence(cue.start)]
    first, last = words.at(cue.start), words.at(cue.end - 1)
    short = [span for span in attribution.content if span.end - span.start <= SHORT]
    taken = (*attribution.source, *(span for span in attribution.content if span not in short))

    def free(place: int) -> bool:
        return not any(span.start <= words.starts[place] < span.end for span in taken)

    start = words.at(sentence.start)
    opening = _opening(words, start, first)
    before = [place for place in range(start, first) if free(place) and (place < opening or place >= first - 2)]
    behind: list[int] = []
    place = last + 1
    while place < min(len(words), last + 1 + REACH) and words.starts[place] < sentence.end and free(place):
        if words.lower[place] in _CLAUSES:
            break
        if not any(span.start <= words.starts[place] < span.end for span in short):
            behind.append(place)
        place += 1
    return [*before, *range(first, last + 1)], behind


def _opening(words: Words, start: int, cue: int) -> int:
    """Give the end of the words that open a sentence and may say when or where: "In March, …", "Speaking at the quay
    on Sunday, …". A clause of its own gives its own time: "After they rebelled last week, …".
    """
    stop = min(cue, start + REACH)
    comma = next(
        (place for place in range(start, stop) if words.text[words.ends[place] : words.ends[place] + 1] == ","), None
    )
    if words.lower[start] in _LINKS:
        return start + 2  # "After the meeting"
    return comma + 1 if comma is not None else min(stop, start + 4)


def _time_at(words: Words, place: int, days: set[str], other: set[str]) -> None:
    low, word = words.lower[place], words.words[place]
    before = words.lower[place - 1] if words.joined(place) else ""
    after = words.lower[place + 1] if words.joined(place + 1) else ""
    if low in _WEEKDAYS or low in _TODAY:
        (other if before == "last" and low in _WEEKDAYS else days).add(low)
    elif word in _MONTHS and before != "will":
        number = before if before.isdigit() else after if after.isdigit() and len(after) < 3 else ""
        if number:
            days.add(f"{low} {number}")
        elif word not in ("May", "March") or before in ("in", "since", "last", "early", "late", "this"):
            other.add(low)
    elif low in _BEFORE:
        if after != "than":
            other.add(low)
    elif low in _SPANS and before in ("last", "previous", "that") and not words.possessive[place]:
        other.add(f"{before} {low}")
    elif _YEAR.match(low) and before in ("in", "since", "of", "early", "late"):
        other.add(low)


def _is_event(words: Words, place: int) -> bool:
    low = words.lower[place]
    if not words.joined(place + 1):
        return False
    after = words.lower[place + 1]
    if low == "in":
        return after in _BODIES
    if low not in _EVENT or after not in _OF_EVENT:
        return False
    return not _NO_EVENT.intersection(words.lower[place + 2 : place + 4])


def _is_at_the_time(words: Words, place: int) -> bool:
    return words.lower[place : place + 3] == ["at", "the", "time"]
