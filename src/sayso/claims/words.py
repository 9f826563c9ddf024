"""The words of a statement as claims are compared by them: stems, each with how much it tells."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from sayso.claims.tokens import Tokens, tokens_of
from sayso.echoes.inflection import STOP, stem

RAREST = 1.6
"""The weight of a word that is not listed: one in fewer than twelve of 220,000 statements."""
_STEMS_MAX = 1 << 15


@lru_cache(maxsize=_STEMS_MAX)
def stem_of(word: str) -> str:
    """Give the stem of a word in lower case; empty for marks and for words that any two statements may share."""
    word = word.removesuffix("'s").replace(".", "") if "'s" in word or "." in word else word
    if not word or not (word[0].isalpha() or word[0].isdecimal()) or word in STOP:
        return ""
    return stem(word)


def key_words(text: str | Tokens) -> list[str]:
    """Give the stems of a text's content words, in order."""
    return [found for word in tokens_of(text).words if (found := stem_of(word))]


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    path = files("sayso") / "models" / "meaning" / "words.json"
    found: dict[str, float] = json.loads(path.read_text(encoding="utf8"))
    return found


def weight_of(stem: str) -> float:
    """Say how much a stem tells: 0 for what every statement has, 1 for what one in a thousand has, to ``RAREST``."""
    return _weights().get(stem, RAREST)
