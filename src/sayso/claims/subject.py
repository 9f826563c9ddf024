"""Whether a statement is about a subject: the words of the two, without inflection."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.claims.folded import folded
from sayso.echoes.inflection import STOP, stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORDS_MAX = 400
_SHORT = 40
"""Longer words are rare and may be anything: they are not kept in memory."""


def stems_of(text: str) -> frozenset[str]:
    """Give the words of a text that tell, without inflection; of a long text, the first 400 words."""
    words = {found.group() for _, found in zip(range(_WORDS_MAX), _WORD.finditer(text), strict=False)}
    return frozenset(_stem(word) if len(word) <= _SHORT else _bare(word) for word in words) - {""}


def share_of(subject: frozenset[str], text: str) -> float:
    """Give the part of a subject's words that a text has, in [0, 1]."""
    return len(subject & stems_of(text)) / len(subject) if subject else 0.0


def _bare(word: str) -> str:
    """Take off the inflection; empty for a word that tells nothing."""
    plain = folded(word)
    return "" if plain in STOP else stem(plain.replace("’", "'").removesuffix("'s"))


_stem = lru_cache(maxsize=50_000)(_bare)  # fifty thousand statements are made of far fewer words
