"""How sure a statement is of itself: ruled out, possible, likely, alleged, planned, plain, confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.claims.tokens import Tokens, tokens_of
from sayso.schema import Span
from sayso.schema.matches import Agreement

Level = Literal["conditional", "possible", "alleged", "likely", "planned", "plain", "certain"]
"""From the least sure to the surest; ``planned`` is what is to come, ``plain`` is said without a word about it."""
LEVELS: tuple[Level, ...] = ("conditional", "possible", "alleged", "likely", "planned", "plain", "certain")

_WORDS: dict[str, Level] = {
    **dict.fromkeys(
        "may might could perhaps maybe possibly possible potentially potential conceivably speculated unclear uncertain"
        " unsure whether".split(),
        "possible",
    ),
    **dict.fromkeys(
        "alleged allegedly reportedly reported purported purportedly supposed supposedly suspected accused apparent"
        " apparently claimed rumoured rumored unconfirmed unverified".split(),
        "alleged",
    ),
    **dict.fromkeys(
        "likely probably probable presumably should expected expects believed thought seems seem seemed appears appear"
        " appeared suggests suggest suggested".split(),
        "likely",
    ),
    **dict.fromkeys("will shall 'll going plans planned intends aims vowed pledged promised".split(), "planned"),
    **dict.fromkeys("would if unless".split(), "conditional"),
    **dict.fromkeys(
        "certainly definitely undoubtedly clearly confirmed proven proved surely undeniable undeniably must"
        " verified".split(),
        "certain",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doubt:
    """One word that says how sure something is.

    :param span: the word.
    :param words: it, as written.
    :param level: how sure.
    """

    span: Span
    words: str
    level: Level


def doubts_in(text: str | Tokens) -> list[Doubt]:
    """Find the words of a statement that say how sure it is, in order."""
    tokens = tokens_of(text)
    out = []
    for place, word in enumerate(tokens.words):
        level = _WORDS.get(word) or (_WORDS["will"] if word.endswith("'ll") or word == "won't" else None)
        if level is None or not _is_doubt(tokens, place, word):
            continue
        span = tokens.span(place, place)
        out.append(Doubt(span, span.of(tokens.text), level))
    return out


def _is_doubt(tokens: Tokens, place: int, word: str) -> bool:
    after = tokens.word(place + 1)
    if word == "may":
        return not (tokens.surface(place)[0].isupper() and (place or after[:1].isdecimal()))
    if word == "going":
        return after == "to"
    if word == "will":
        # A name, and "at will", "the will of the people".
        before = tokens.word(place - 1)
        return before not in ("the", "at", "a", "free", "political", "good", "my", "his", "her", "their") and not (
            tokens.surface(place) == "Will" and place > 0
        )
    if word in ("reported", "claimed", "suggested", "promised", "thought", "planned"):
        return tokens.word(place - 1) in ("is", "are", "was", "were", "been", "be", "has", "have", "had", "it")
    return True


def certainty_of(text: str | Tokens) -> Level:
    """Say how sure a statement is: its least sure word counts, what is planned only where nothing else is said."""
    levels = {doubt.level for doubt in doubts_in(text)}
    return next((level for level in LEVELS if level in levels), "plain")


def agree(left: Level, right: Level) -> Agreement:
    """Compare two levels: never ``contrary``, since the surer one may know more."""
    if left == right:
        return "equal"
    near = {left, right}
    if near <= {"plain", "certain"} or near <= {"possible", "likely", "conditional"} or near <= {"alleged", "possible"}:
        return "compatible"
    return "vaguer"
