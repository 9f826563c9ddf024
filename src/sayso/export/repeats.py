"""What a headline or a fragment made of the words that it repeats, marked word by word.

A difference has words but no place. Its words are looked for in the order that differences come in; where nothing
stands for them (``dropped``), the word before them in the statement says where they are missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.export.harmless import one_line
from sayso.schema import Difference, DifferenceKind

_LAST_WORD = re.compile(r"\w+\W*\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the repetition.

    :param kind: ``None`` where it is as the statement has it.
    :param here: its words; empty where some were dropped.
    :param there: the statement's words for it, where they differ.
    """

    kind: DifferenceKind | None
    here: str
    there: str = ""


def pieces(words: str, statement: str, differences: Sequence[Difference]) -> list[Piece]:
    """Cut the repetition where it differs. The pieces' ``here``, joined, are ``words``."""
    found: list[Piece] = []
    here = there = 0
    for difference in differences:
        there_at = statement.find(difference.there, there) if difference.there else -1
        at = words.find(difference.here, here) if difference.here else _gap(words, here, statement, there, there_at)
        if at < 0:
            found.append(Piece(difference.kind, "", difference.there))
            continue
        if at > here:
            found.append(Piece(None, words[here:at]))
        found.append(Piece(difference.kind, difference.here, difference.there))
        here = at + len(difference.here)
        if there_at >= 0:
            there = there_at + len(difference.there)
    if here < len(words):
        found.append(Piece(None, words[here:]))
    return found


def _gap(words: str, here: int, statement: str, there: int, there_at: int) -> int:
    """Find where in ``words``, from ``here`` on, the words at ``there_at`` of the statement are missing."""
    before = _LAST_WORD.search(statement, max(there, there_at - 60), max(there_at, 0)) if there_at > 0 else None
    if before is None:
        return here
    word = before.group().split()[0].strip("“”‘’\"'.,;:!?()[]")
    match = re.compile(rf"\b{re.escape(word)}\b\W*").search(words, here) if word else None
    return match.end() if match else here


def in_words(difference: Difference) -> str:
    """Say what differs: ``“fled” for “have fled”``."""
    here, there = one_line(difference.here), one_line(difference.there)
    if difference.kind == "dropped":
        return f"“{there}” dropped"
    if difference.kind == "added":
        return f"“{here}” added"
    if difference.kind == "moved":
        return f"“{here or there}” moved"
    return f"“{here}” for “{there}”"
