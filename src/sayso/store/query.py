"""What somebody types to search for, taken apart: words, "a phrase", -left out, this OR that.

Whatever is typed is a query; there is no wrong one. ``a b`` asks for both, ``a OR b`` for either, and OR binds more
tightly than standing side by side: ``flood Ostrel OR Calder`` is a flood in one of two towns.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sayso.errors import InputError

TERMS_MAX = 32
"""Words after so many still count for the meaning. SQLite allows expressions 256 deep, and nobody types so many."""
_PHRASE_WORDS_MAX = 64
_WORD_LETTERS_MAX = 100
_TYPED_MAX = 20_000  # letters; a pasted page is not a query
# A quoted run (closed or not), or a run without white space and quotation marks.
_PIECE = re.compile(
    r'(?P<minus>[-\u2212]?)(?:["\u201c\u201d\u201e](?P<quoted>[^"\u201c\u201d\u201e]*)["\u201c\u201d\u201e]?|(?P<bare>[^\s"\u201c\u201d\u201e]+))'
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other; one word is the usual case.

    :param words: folded as the index has them: no case, no accents, no marks.
    :param quoted: whether they were typed as a phrase.
    """

    words: tuple[str, ...]
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    :param groups: a statement must hold one term of each.
    :param without: and none of these.
    :param text: what was typed without what is left out, for its meaning.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    text: str = ""

    @property
    def exact(self) -> bool:
        """Whether it asks for the words themselves, by a phrase or by leaving words out."""
        return bool(self.without) or any(term.quoted for group in self.groups for term in group)


def fold(text: str) -> str:
    """Give text without case and accents, as both indexes compare it."""
    parted = unicodedata.normalize("NFD", text)
    return "".join(c for c in parted if not unicodedata.combining(c)).lower() if not text.isascii() else text.lower()


def words_of(text: str) -> list[str]:
    """Give the words of a text as the indexes have them: runs of letters and digits, folded."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def parse(typed: str) -> Query:
    """Take apart what was typed.

    :raises InputError: if it leaves words out and asks for none.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    said: list[str] = []
    either = False  # whether an OR stands before
    terms = 0
    for piece in _PIECE.finditer(typed[:_TYPED_MAX]):
        quoted, bare, minus = piece["quoted"], piece["bare"], bool(piece["minus"])
        if bare == "OR" and not minus:
            either = bool(groups)
            continue
        words = tuple(
            word[:_WORD_LETTERS_MAX] for word in words_of(bare if quoted is None else quoted)[:_PHRASE_WORDS_MAX]
        )
        if not words:
            continue
        if not minus:
            said.append(" ".join((bare if quoted is None else quoted).split()))
        terms += 1
        if terms > TERMS_MAX:
            continue
        term = Term(words, quoted is not None)
        if minus:
            without.append(term)
        elif either:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    if without and not groups:
        raise InputError("only words to leave out, none to search for", hint='such as sayso search "flood -insurance"')
    return Query(tuple(map(tuple, groups)), tuple(without), " ".join(said))
