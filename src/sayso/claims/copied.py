"""Which statements of a claim stand in words that one article took from another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.schema import Copy, Shared, Span, Statement

PART_MIN = 0.5
"""A statement is copied if so much of it lies in a shared passage."""
MOSTLY = 0.5
"""An article is mostly another's if so much of it is shared."""


def copied_pairs(statements: Sequence[Statement], copies: Sequence[Copy]) -> list[tuple[int, int, Copy]]:
    """Give pairs of statements that stand in the same shared words of two articles.

    :param statements: of a claim.
    :param copies: among articles, theirs and others.
    :return: indexes of the statement in the left and in the right article, with the copy.
    """
    of_article: dict[str, list[int]] = defaultdict(list)
    for i, statement in enumerate(statements):
        of_article[statement.article].append(i)
    pairs: list[tuple[int, int, Copy]] = []
    for copy in copies:
        if not (of_article.get(copy.left) and of_article.get(copy.right)):
            continue
        # Sought by the end of each passage, which lie one behind the other in the left text.
        passages = sorted(copy.passages, key=lambda shared: shared.left)
        ends = [shared.left.end for shared in passages]
        for i in of_article[copy.left]:
            mapped = _mapped(statements[i].content, passages, ends)
            for j in of_article[copy.right]:
                theirs = _length(statements[j].content)
                if mapped and theirs and _overlap(mapped, statements[j].content) >= PART_MIN * theirs:
                    pairs.append((i, j, copy))
    return pairs


def _mapped(content: Sequence[Span], passages: Sequence[Shared], ends: Sequence[int]) -> list[Span]:
    """Give where the shared words of a statement stand in the right text; empty if too few of them are shared."""
    found: list[Span] = []
    shared_size = 0
    for piece in content:
        for passage in passages[bisect_left(ends, piece.start + 1) :]:
            start, end = max(piece.start, passage.left.start), min(piece.end, passage.left.end)
            if start >= piece.end or passage.left.start >= piece.end:
                break
            if start < end:
                shared_size += end - start
                size = max(1, passage.left.end - passage.left.start)
                scale = (passage.right.end - passage.right.start) / size
                found.append(
                    Span(
                        passage.right.start + round((start - passage.left.start) * scale),
                        passage.right.start + round((end - passage.left.start) * scale),
                    )
                )
    return found if shared_size >= PART_MIN * _length(content) else []


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def takers(pairs: Sequence[tuple[int, int, Copy]]) -> set[int]:
    """Give the statements that are taken from another: known to be, or sharing words with none but such."""
    given: set[int] = set()
    taken: set[int] = set()
    beside: dict[int, set[int]] = defaultdict(set)
    for left, right, copy in pairs:
        if copy.direction == "left from right":
            given.add(right)
            taken.add(left)
        elif copy.direction == "right from left":
            given.add(left)
            taken.add(right)
        beside[left].add(right)
        beside[right].add(left)
    return taken | {i for i, others in beside.items() if i not in given and others <= taken}


def mostly_from(copies: Sequence[Copy], held: Mapping[str, Sequence[int]]) -> dict[str, list[str]]:
    """Give for each article of a claim the articles of it that most of its words are shared with."""
    found: dict[str, list[str]] = defaultdict(list)
    for copy in copies:
        if copy.left in held and copy.right in held:
            if copy.left_share >= MOSTLY and copy.direction != "right from left":
                found[copy.left].append(copy.right)
            if copy.right_share >= MOSTLY and copy.direction != "left from right":
                found[copy.right].append(copy.left)
    return found
