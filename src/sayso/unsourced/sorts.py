"""What a sentence of the report's own voice does: assert a figure, an event, a motive or a superlative; or set the scene,
give background, ask.

Told by words and shape, one sentence at a time. In doubt a sentence asserts something: whoever checks a report loses less
by a sentence too many than by one too few. How often it is right: ``evals/test_unsourced.py``.

Known gaps: a judgement put as a plain statement reads as an event; so does history that is given in passing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.schema import Sentence, Sort, Span, Voice
from sayso.unsourced.lexicon import (
    BACKGROUND,
    FINITE,
    MONTHS,
    MOTIVE,
    NOTE,
    NUMBERS,
    OPINION,
    PASSING_ON,
    SUPERLATIVE,
    UNITS,
)
from sayso.unsourced.voices import WORD

ASSERTS: frozenset[Sort] = frozenset(("figure", "event", "motive", "superlative"))
"""The sorts that could be checked."""

HEADING_MAX = 14
"""Words; a longer paragraph without a stop at its end is no heading but a sentence that lacks one."""

_CLOSED = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}$")
_ASKS = re.compile(r"\?[\"'”’»)\]]{0,3}$")
_NOTE = re.compile(NOTE, re.IGNORECASE)
_PASSING_ON = re.compile(PASSING_ON, re.IGNORECASE)
_OPINION = re.compile(OPINION)
_BACKGROUND = re.compile(BACKGROUND, re.IGNORECASE)
_MOTIVE = re.compile(rf"\b(?:{MOTIVE})\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(SUPERLATIVE, re.IGNORECASE)
_VERB = re.compile(rf"\b(?:{FINITE})\b|[a-z]{{2,}}(?:ed|s)\b", re.IGNORECASE)
_NO_COUNT = re.compile(
    # dates, times, years, ages, names with a number
    rf"\b(?:{MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTHS})\b|\b\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m)?\b"
    r"(?!\s?(?:%|per|million|billion))|\b\d{1,2}\s?[ap]\.?m\b|\b(?:1[5-9]|20)\d\d(?:s|[-–]\d\d(?:\d\d)?)?\b(?!\s[a-z]+s\b)|,\s\d{1,3}(?:,|$)"
    r"|\b[\w-]+-(?:year|month|week|day)s?-olds?\b|\b(?:is|was)\s\d{1,3}\snow\b|\b(?:number|No\.?|Route|Highway|Section|Article|Chapter|page"
    r"|Title|Level|Group|Channel|Flight|Interstate|Boeing|Apollo)\s\d+|\b[A-Z]\w*-?\d+\b|\b\d{1,2}-year\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"[$£€¥]\s?\d|\d[\d,.]*\s?(?:%|{UNITS})|\b\d[\d,.]*(?:\s|-)(?:to\s|[a-z])|\b\d+(?:/\d+|[-–]\d+)|\b\d[\d,.]*\b"
    rf"|\b(?:{NUMBERS})\b",
    re.IGNORECASE,
)


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
"""Code points; of a longer sentence, which is none, the head is looked at."""


def sort_of(sentence: str) -> Sort:
    """Say what a sentence does. The first that fits: question, scene, background, motive, superlative, figure, event."""
    sentence = sentence[-LONG:] if len(sentence) > LONG else sentence
    if _ASKS.search(sentence):
        return "question"
    if _sets_scene(sentence):
        return "scene"
    counts = _COUNT.search(_NO_COUNT.sub(" ", sentence)) is not None
    if not counts and _BACKGROUND.search(sentence):
        return "background"
    if _MOTIVE.search(sentence):
        return "motive"
    if _SUPERLATIVE.search(sentence):
        return "superlative"
    return "figure" if counts else "event"


def _sets_scene(sentence: str) -> bool:
    words = len(WORD.findall(sentence))
    closed = _CLOSED.search(sentence)
    if closed is None and words <= HEADING_MAX or sentence.endswith(":"):
        return True
    if _NOTE.search(sentence) or _VERB.search(sentence) is None:
        return True
    return _PASSING_ON.search(sentence) is not None or _OPINION.search(sentence) is not None
