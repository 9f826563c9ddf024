"""What the reports of one claim disagree in, and the words of each.

Two sorts. Statements that cannot both be so (``compare.py``) disagree in number, time, place, polarity or doer. And the
same quoted words given to two named speakers disagree in the speaker, though their contents are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from sayso.claims.words import key_words
from sayso.schema import Statement
from sayso.schema.matches import AspectName, Comparison, Conflict, Matter

ONE_QUOTATION = 0.85
"""Part of the longer quotation's words that the shorter has, in order, for the two to be one."""
QUOTED_WORDS_MIN = 5
"""Content words of the shortest quotation that nobody else would happen to use."""
QUOTED_MAX = 200
"""Quotations of one claim that are held against each other."""
_ASPECTS: Mapping[Matter, AspectName] = {
    "number": "how many",
    "time": "when",
    "place": "where",
    "polarity": "polarity",
    "speaker": "who",
}


def conflicts_of(statements: Sequence[Statement], comparisons: Iterable[Comparison]) -> list[Conflict]:
    """Give the conflicts among the statements of one claim.

    :param statements: all of the claim, in order of publication.
    :param comparisons: any; those between two of the statements count.
    :return: in the order of the statements, the earlier one left.
    """
    place = {one.id: index for index, one in enumerate(statements)}
    found = [
        conflict
        for one in comparisons
        if one.relation == "conflicting" and one.left in place and one.right in place
        for conflict in _stated(one, statements[place[one.left]], statements[place[one.right]])
    ]
    found = [one if place[one.left] < place[one.right] else _turned(one) for one in found]
    found += _misattributed(statements)
    return sorted(set(found), key=lambda one: (place[one.left], place[one.right], one.matter))


def _stated(comparison: Comparison, left: Statement, right: Statement) -> list[Conflict]:
    aspects = {aspect.name: aspect for aspect in comparison.aspects}
    out = []
    for matter in comparison.matters:
        aspect = aspects.get(_ASPECTS[matter])
        words = (aspect.left, aspect.right) if aspect is not None else ("", "")
        if matter == "polarity":
            words = _sided(left), _sided(right)
        out.append(Conflict(matter, comparison.left, comparison.right, *words))
    return out


def _sided(one: Statement) -> str:
    """Give a statement's words, with what its source does to them where that is not to affirm them."""
    return one.text if one.polarity == "affirmed" else f"{one.polarity}: {one.text}"


def _turned(one: Conflict) -> Conflict:
    return Conflict(one.matter, one.right, one.left, one.right_words, one.left_words)


def _misattributed(statements: Sequence[Statement]) -> list[Conflict]:
    """Find quotations that are given to two speakers with different names."""
    quoted: list[tuple[Statement, str, frozenset[str], list[str]]] = []
    for one in statements:
        speaker = one.speaker
        if one.form != "direct" or speaker is None or not speaker.named or speaker.kind not in ("person", None):
            continue
        words = key_words(one.text)
        if len(words) >= QUOTED_WORDS_MIN:
            quoted.append((one, speaker.name, frozenset(key_words(speaker.name)), words))
    out = []
    for index, (left, name, parts, words) in enumerate(quoted[:QUOTED_MAX]):
        for right, other, other_parts, other_words in quoted[index + 1 : QUOTED_MAX]:
            if left.article == right.article or parts & other_parts or _is_one(left, right):
                continue
            longest = max(len(words), len(other_words))
            if LCSseq.similarity(words, other_words) >= ONE_QUOTATION * longest:
                out.append(Conflict("speaker", left.id, right.id, name, other))
    return out


def _is_one(left: Statement, right: Statement) -> bool:
    """Say whether two speakers are known to be one across articles."""
    return (
        left.speaker is not None
        and right.speaker is not None
        and left.speaker.identity is not None
        and left.speaker.identity == right.speaker.identity
    )
