"""Whether a statement is about a subject: the words of the two, without inflection."""

from __future__ import annotations

import re

from sayso.claims.folded import folded
from sayso.echoes.inflection import STOP, stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORDS_MAX = 400


def stems_of(text: str) -> frozenset[str]:
    """Give the words of a text that tell, without inflection; of a long text, the first 400 words."""
    words = (folded(found.group()) for _, found in zip(range(_WORDS_MAX), _WORD.finditer(text), strict=False))
    return frozenset(stem(word.replace("’", "'").removesuffix("'s")) for word in words if word not in STOP)


def share_of(subject: frozenset[str], text: str) -> float:
    """Give the part of a subject's words that a text has, in [0, 1]."""
    return len(subject & stems_of(text)) / len(subject) if subject else 0.0
