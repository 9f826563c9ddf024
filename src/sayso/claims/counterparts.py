"""Which pairs of two articles' statements to show: each statement with its best counterpart, and nothing twice.

Where one article has a statement inside another ("the firm knew *that the dam leaked*") and says things more than once,
everything is the same as everything: four pairs for one thing that both report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.claims.nested import stands_inside
from sayso.schema import Counterpart, Statement


def best_pairs(pairs: Iterable[Counterpart]) -> list[Counterpart]:
    """Keep of pairs of one relation those that show something that no better pair shows.

    Two wholes come before what stands inside both; then goes the surer pair, then the longer one. A pair is left out if
    both its statements, what they stand inside of and what stands inside them counted as one, are in better ones.

    :return: in the order of the pairs; the same whichever article is the left one.
    """
    every = list(pairs)
    wholes = [one for one in every if not any(_within(one, other) for other in every)]
    kept: list[Counterpart] = []
    holding = {id(one) for one in wholes if any(_within(other, one) for other in every)}
    for one in sorted(wholes, key=lambda one: (id(one) not in holding, *_rank(one))):
        left = any(_one_place(one.left, other.left) for other in kept)
        right = any(_one_place(one.right, other.right) for other in kept)
        if not (left and right):
            kept.append(one)
    return [one for one in every if one in kept]


def left_over(statements: Sequence[Statement], paired: Sequence[Statement]) -> list[Statement]:
    """Give the statements of an article that are not paired and do not stand inside one that is."""
    ids = {one.id for one in paired}
    return [one for one in statements if one.id not in ids and not any(stands_inside(one, other) for other in paired)]


def _within(one: Counterpart, other: Counterpart) -> bool:
    """Tell whether both statements of a pair stand inside those of another."""
    return _is_part(one.left, other.left) and _is_part(one.right, other.right)


def _is_part(inner: Statement, outer: Statement) -> bool:
    return stands_inside(inner, outer) and not stands_inside(outer, inner)


def _one_place(one: Statement, other: Statement) -> bool:
    return one.id == other.id or stands_inside(one, other) or stands_inside(other, one)


def _rank(one: Counterpart) -> tuple[float, int, int, list[str]]:
    """Sort pairs that were compared before those that a claim joins, by how sure the comparison is."""
    sure = one.comparison.score if one.comparison is not None else -1.0
    apart = abs(min(one.left.content).start - min(one.right.content).start)
    return -round(sure, 6), -len(one.left.text) - len(one.right.text), apart, sorted((one.left.id, one.right.id))
