"""What became of the statements of a page from one version of its text to the next.

Statements with the same words are matched first. Each run of others between them is then held against the run in the
same place, so that a statement is found reworded where it stood; what is left is held against all that is left.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from sayso.schema import Change, Statement

# Of 100; "He said ten people were hurt" and "She said ten people had been hurt" have 80, two statements about one
# event by chance 30 to 50.
_ALIKE = 65.0
_RUN_MAX = 400
"""Runs of more statements than this, on either side, are cut: comparing all pairs is quadratic."""


def changes_between(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Change, ...]:
    """Say what was added, removed, reworded and given to another speaker.

    :param before, after: all statements of the two versions, in their order.
    :return: by place in the newer version; what was removed stands before what came after it.
    """
    pairs = _same_words(before, after)
    for olds, news in _gaps(pairs, len(before), len(after)):
        pairs += _alike(before, after, olds[:_RUN_MAX], news[:_RUN_MAX])
    matched = {old for old, _ in pairs}, {new for _, new in pairs}
    left = [[i for i in range(len(side)) if i not in seen] for side, seen in zip((before, after), matched, strict=True)]
    pairs += _alike(before, after, left[0][:_RUN_MAX], left[1][:_RUN_MAX])
    partner = dict(pairs)
    changes: list[tuple[tuple[float, int], Change]] = []
    place = -1.0
    for index, old in enumerate(before):
        if index in partner:
            place = partner[index]
            new = after[partner[index]]
            if _folded(old.text) != _folded(new.text):
                changes.append(((place, 1), Change("reworded", old.id, new.id, old.text, new.text)))
            elif _speaker(old) != _speaker(new):
                changes.append(((place, 1), Change("reattributed", old.id, new.id, old.text, new.text)))
        else:
            changes.append(((place + 0.5, index), Change("removed", old.id, None, old.text, None)))
    known = set(partner.values())
    changes += (
        ((float(i), 0), Change("added", None, new.id, None, new.text)) for i, new in enumerate(after) if i not in known
    )
    return tuple(change for _, change in sorted(changes, key=lambda one: one[0]))


def _folded(text: str) -> str:
    """Leave out what changes when a page is typeset anew: kinds of quotation marks and dashes, white space."""
    return " ".join(text.translate(_FOLDS).split())


_FOLDS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


def _speaker(statement: Statement) -> tuple[bool, str]:
    """Tell who says it, for telling whether somebody else does: the report, nobody named, or a name."""
    speaker = statement.speaker
    return statement.form == "unsourced", "" if speaker is None else speaker.name.casefold()


def _same_words(before: Sequence[Statement], after: Sequence[Statement]) -> list[tuple[int, int]]:
    """Match statements with the same words: first those of the same speaker, then the others, each in order."""
    pairs: list[tuple[int, int]] = []
    old_left, new_left = list(range(len(before))), list(range(len(after)))
    for with_speaker in (True, False):
        waiting: defaultdict[tuple[str, object], deque[int]] = defaultdict(deque)
        for i in new_left:
            waiting[_folded(after[i].text), _speaker(after[i]) if with_speaker else None].append(i)
        still_old = []
        for i in old_left:
            queue = waiting[_folded(before[i].text), _speaker(before[i]) if with_speaker else None]
            if queue:
                pairs.append((i, queue.popleft()))
            else:
                still_old.append(i)
        old_left = still_old
        taken = {new for _, new in pairs}
        new_left = [i for i in new_left if i not in taken]
    return pairs


def _gaps(pairs: Sequence[tuple[int, int]], olds: int, news: int) -> list[tuple[list[int], list[int]]]:
    """Give the runs of unmatched statements that stand between the same matched ones."""
    partner = dict(pairs)
    matched_new = set(partner.values())
    gaps = []
    edges = [(-1, -1), *_rising(sorted(pairs)), (olds, news)]
    for (old_start, new_start), (old_end, new_end) in pairwise(edges):
        old = [i for i in range(old_start + 1, old_end) if i not in partner]
        new = [i for i in range(new_start + 1, new_end) if i not in matched_new]
        if old and new:
            gaps.append((old, new))
    return gaps


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop pairs that changed places, so that both sides rise; greedy is enough, since it only divides the work."""
    kept: list[tuple[int, int]] = []
    for pair in pairs:
        while kept and kept[-1][1] > pair[1]:
            kept.pop()
        kept.append(pair)
    return kept


def _alike(
    before: Sequence[Statement], after: Sequence[Statement], olds: Sequence[int], news: Sequence[int]
) -> list[tuple[int, int]]:
    """Match statements with much the same words, the most alike first."""
    if not olds or not news:
        return []
    scores = cdist(
        [_folded(before[i].text).casefold()[:4000] for i in olds],
        [_folded(after[i].text).casefold()[:4000] for i in news],
        scorer=token_sort_ratio,
        score_cutoff=_ALIKE,
    )
    rows, columns = np.nonzero(scores)
    best = sorted(zip(rows.tolist(), columns.tolist(), strict=True), key=lambda at: (-scores[at], at))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for row, column in best:
        if olds[row] not in found and news[column] not in taken:
            found[olds[row]] = news[column]
            taken.add(news[column])
    return list(found.items())
