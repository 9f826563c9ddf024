"""Text that an outlet has standing: sign-ups, notes on authors, links to other stories, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.schema import Span

ALIKE_MAX = 0.1
"""So small a part of all longer words in common, besides what is shared, and two articles speak of different things.
On the design half of the labelled pairs, standing text lies between 0.01 and 0.08 (and 0.13 to 0.15: a series), other
text that two articles of one outlet share at 0.12 and above (`python -m evals.copy_directions`)."""
FEWEST = 60
"""Longer words that each of two articles must have besides, to say what it speaks of."""
LISTED, LISTED_FEWEST = 0.6, 20
"""So large a part of the words with a capital, and they are a list: members, countries, links. Of fewer words nothing
is said."""

_LONGER = re.compile(r"[^\W\d_]{6,}")
_WORD = re.compile(r"[^\W\d_]+")


def speak_of_others(left: str, left_spans: Sequence[Span], right: str, right_spans: Sequence[Span]) -> bool:
    """Tell whether two articles speak of different things, besides the words that they share.

    What one outlet has in both then is no report of either. ``False`` where one is too short to tell.
    """
    here, there = _besides(left, left_spans), _besides(right, right_spans)
    if min(len(here), len(there)) < FEWEST:
        return False
    return len(here & there) < ALIKE_MAX * len(here | there)


def is_list(text: str, spans: Sequence[Span]) -> bool:
    """Tell whether some stretches of a text are a list of names and no sentences."""
    words = [word for span in spans for word in _WORD.findall(span.of(text))]
    return len(words) >= LISTED_FEWEST and sum(word[0].isupper() for word in words) >= LISTED * len(words)


def _besides(text: str, spans: Sequence[Span]) -> set[str]:
    out: set[str] = set()
    at = 0
    for span in sorted(spans):
        out.update(word.casefold() for word in _LONGER.findall(text, at, max(at, span.start)))
        at = max(at, span.end)
    out.update(word.casefold() for word in _LONGER.findall(text, at))
    return out
