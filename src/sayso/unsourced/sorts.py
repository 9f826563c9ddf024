"""What a sentence of the report's own voice does: assert a figure, an event, a motive or a superlative; or set the
scene, give background, ask.

Told by words and shape, one sentence at a time. In doubt a sentence asserts something: whoever checks a report loses
less by a sentence too many than by one too few. How often it is right: ``evals/test_unsourced.py``.

Known gaps: a judgement put as a plain statement reads as an event; so does history that is given in passing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.schema import Sentence, Sort, Span, Voice
from sayso.unsourced.lexicon import (
    BACKGROUND,
    BEFORE_SUPERLATIVE,
    FINITE,
    IN_SUPERLATIVE,
    MONTHS,
    MOTIVE,
    NO_SUPERLATIVE,
    NOTE,
    NOTE_FIRST,
    NUMBERED,
    NUMBERS,
    OPINION,
    PASSING_ON,
    RANKED,
    RANKS,
    SPELLS,
    SUPERLATIVE,
)
from sayso.unsourced.voices import WORD

ASSERTS: frozenset[Sort] = frozenset(("figure", "event", "motive", "superlative"))
"""The sorts that could be checked."""

HEADING_MAX = 14
"""Words; a longer paragraph without a stop at its end is no heading but a sentence that lacks one."""

# What letters decide is looked for in small ones: many times as fast as regardless of case.
_CLOSED = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}$")
_ASKS = re.compile(r"\?[\"'”’»)\]]{0,3}$")
_NOTE = re.compile(rf"\b(?:{NOTE})|^(?:{NOTE_FIRST})")
_PASSING_ON = re.compile(rf"\b(?:{PASSING_ON})\b|\b(?:dis)?agree[ds]?\.$")
_OPINION = re.compile(rf"(?<![\w’'.])(?:{OPINION})(?![\w.])|^If\s")
_BACKGROUND = re.compile(rf"\b(?:{BACKGROUND})\b")
_MOTIVE = re.compile(rf"\b(?:{MOTIVE})\b")
_SUPERLATIVE = re.compile(
    rf"\b(?:{SUPERLATIVE})\b"
    rf"|\b(?:{BEFORE_SUPERLATIVE})\s(?:\w+[\s-]){{0,2}}?(?!(?:{NO_SUPERLATIVE})\b)(?:{IN_SUPERLATIVE})\b"
)
_VERB = re.compile(rf"\b(?:{FINITE})\b|[a-z]{{2,}}(?:ed|s)\b")

_NO_COUNT = re.compile(
    "|".join(
        (
            rf"\b(?:{MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b",  # dates
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTHS})\b",
            r"\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m)?\b(?!\s?(?:%|per|million|billion|m\b|bn\b))",  # times of day
            r"\b\d{1,2}\s?[ap]\.?m\b",
            r"\b(?:1[5-9]|20)\d\d(?:s|[-–]\d\d(?:\d\d)?)?\b(?!\s[a-z]+s\b)",  # years
            r",\s\d{1,3}(?=,|$)|\b[\w-]+-(?:year|month|week|day)s?-olds?\b|\b(?:is|was)\s\d{1,3}\snow\b",  # ages
            rf"\b(?:\d+|{NUMBERS})-(?:year|month|week|day|hour|minute|point|storey|story|part)\b",
            rf"\b(?:\d+|{NUMBERS})\s(?:{SPELLS})\s(?:before|after|later|earlier|ago|into|on)\b|\bon\s\d+\sminutes\b",
            rf"\b(?:the|those|these|both|his|her|their)\s(?:{NUMBERS})\s",  # "the two": known already
            rf"\b(?:{NUMBERED})\s\d+|\b[A-Z]\w*-?\d+\b",  # names with a number
        )
    ),
    re.IGNORECASE,
)
_COUNT = re.compile(rf"\d[\d,.]*\s?(?:%|\b)|\b(?:{NUMBERS})\b|\b(?:{RANKED})\s(?:{RANKS})\b", re.IGNORECASE)


def sorted_sentences(text: str, sentences: Sequence[Span], voices: Sequence[Voice]) -> list[Sentence]:
    """Put sentences, voices and sorts together.

    :param voices: one for each sentence.
    """
    return [
        Sentence(span, voice, sort_of(span.of(text)) if voice == "own" else None)
        for span, voice in zip(sentences, voices, strict=True)
    ]


def unsourced_of(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Give the sentences of the report's own voice that assert something that could be checked."""
    return tuple(one.span for one in sentences if one.sort in ASSERTS)


LONG = 2000
"""Code points; of a longer sentence, which is none, the end is looked at."""


def sort_of(sentence: str) -> Sort:
    """Give the first that fits of question, scene, background, motive, superlative, figure, event."""
    sentence = sentence[-LONG:] if len(sentence) > LONG else sentence
    if _ASKS.search(sentence):
        return "question"
    counts, small = _counts(sentence), sentence.lower()
    if _sets_scene(sentence, small) or (not counts and (_VERB.search(small) is None or _OPINION.search(sentence))):
        return "scene"
    if not counts and _BACKGROUND.search(small):
        return "background"
    if _MOTIVE.search(small):
        return "motive"
    if _SUPERLATIVE.search(small):
        return "superlative"
    return "figure" if counts else "event"


_NEAR = 24
"""How many code points on both sides of a number tell what it is."""


def _counts(sentence: str) -> bool:
    """Say whether a sentence gives a number that is no date, time, age or name."""
    for count in _COUNT.finditer(sentence):
        start, end = count.span()
        around = _NO_COUNT.finditer(sentence, max(0, start - _NEAR), end + _NEAR)
        if not any(other.start() < end and start < other.end() for other in around):
            return True
    return False


def _sets_scene(sentence: str, small: str) -> bool:
    words = len(WORD.findall(sentence))
    closed = _CLOSED.search(sentence)
    if (closed is None and words <= HEADING_MAX) or sentence.endswith(":"):
        return True
    return _NOTE.search(small) is not None or _PASSING_ON.search(small) is not None
