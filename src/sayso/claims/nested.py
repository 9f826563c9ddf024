"""Statements that stand inside others of their article: one report, though it is taken apart in several.

"Halden Water knew in March *that the dam was leaking*": both are statements, and both may be of one claim. Whoever
counts the reports of the claim counts that sentence once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sayso.schema import Statement


def inside(statements: Iterable[Statement], against: Collection[str] = ()) -> dict[str, str]:
    """Give the statements of a claim that are no reports of their own, and for each the one that it stands inside.

    Both assert the claim or both contradict it; and the inner one comes by the way that the outer one came by, perhaps
    from further away ("the paper says that *the ministry says* …"). One that somebody else tells, whom the outer one
    does not pass on, is a report of its own, and so is what is denied inside a statement that affirms.

    :param statements: of a claim, of one article or many.
    :param against: ids of those that contradict it.
    :return: ids; the outer ones are inside no other. The same whatever the order of the statements.
    """
    contrary = set(against)
    by_article: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    found: dict[str, str] = {}
    for those in by_article.values():
        if len(those) == 1:
            continue
        # A statement can be inside those before it alone.
        ordered = sorted(those, key=lambda one: (-_length(one), one.nested_in is not None, one.id))
        for place, inner in enumerate(ordered):
            for outer in ordered[:place]:
                alike = outer.polarity == inner.polarity and (outer.id in contrary) == (inner.id in contrary)
                if outer.id not in found and alike and stands_inside(inner, outer) and _passed_on(inner, outer):
                    found[inner.id] = outer.id
                    break
    return found


def stands_inside(inner: Statement, outer: Statement) -> bool:
    """Tell whether all words of one statement are words of another of its article."""
    if inner.article != outer.article or inner.id == outer.id:
        return False
    return inner.nested_in == outer.id or all(
        any(piece.start <= span.start and span.end <= piece.end for piece in outer.content) for span in inner.content
    )


def _passed_on(inner: Statement, outer: Statement) -> bool:
    """Tell whether one statement comes through the tellers of another, or through some of them."""
    near, far = ([teller.label for teller in one.chain] for one in (outer, inner))
    return far[: len(near)] == near or set(far) <= set(near)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)
