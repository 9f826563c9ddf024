"""Which language a report is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE_CHARS = 4_000
_WORDS_SURE = 60
"""py3langid alone decides from this many words on; below, the page's own claim counts as much."""
_CONFIDENCE_MIN = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to in a that is was for it on said with as he at by from be his but are have has they an not "
    "this who".split()
)
_ENGLISH_CORE = frozenset(("the", "of", "and", "to"))
# Loading py3langid takes 0.6 to 1.1 s, most of the time that reading one page may take, so plain English is told
# without it. On the true bodies of the 102 benchmark pages (all but one cookery plan) the share of these words is at
# least 0.18 in English ones and at most 0.08 in others; the core share at least 0.07 and at most 0.06.
_ENGLISH_SHARE_MIN = 0.15
_ENGLISH_CORE_MIN = 0.065
_CODE = re.compile(r"[a-z]{2,3}")


class Language(NamedTuple):
    """A language and how it is known.

    :param code: ISO 639-1, or ``None`` where nothing tells.
    :param where: ``"text"`` or ``"html lang"``.
    """

    code: str | None
    where: str


def language_of(text: str, claimed: str | None = None) -> Language:
    """Tell the language of a text.

    The words decide: a page's own claim is often a template's ("en" on a page in Portuguese). It only counts where the
    text is short or the words leave doubt.

    :param claimed: what the page says, as ISO 639-1, for example from ``html lang``.
    """
    sample = _middle(text)
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) >= 20:
        share = sum(word in _ENGLISH for word in words) / len(words)
        core = sum(word in _ENGLISH_CORE for word in words) / len(words)
        if share >= _ENGLISH_SHARE_MIN and core >= _ENGLISH_CORE_MIN:
            return Language("en", "text")
    if not words:
        return Language(claimed, "html lang")
    ranked = _identifier().rank(sample)
    code, confidence = ranked[0]
    if claimed and code != claimed and (len(words) < _WORDS_SURE or confidence < _CONFIDENCE_MIN):
        # A short or doubtful text may be what the page says, if that is among the likely ones.
        likely = dict(ranked[:5])
        if likely.get(claimed, 0.0) >= 0.1 * confidence:
            return Language(claimed, "html lang")
    return Language(code, "text")


def code_of(tag: str | None) -> str | None:
    """Give the ISO 639 code of a language tag such as ``en-GB`` or ``pt_BR``, or ``None``."""
    found = _CODE.match(tag.strip().lower()) if tag else None
    code = found.group() if found else None
    return (
        {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es"}.get(code, code) if code else None
    )


def _middle(text: str) -> str:
    """Give the sample: the middle, where neither a dateline nor a closing note stands."""
    start = max(0, (len(text) - _SAMPLE_CHARS) // 2)
    return text[start : start + _SAMPLE_CHARS]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
