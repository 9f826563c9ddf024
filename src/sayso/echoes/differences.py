"""What repeated words have that the statement has not, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.echoes.align import Alignment
from sayso.echoes.words import Words, key_of
from sayso.schema import Difference, DifferenceKind

EDGE = 2
"""How many words at an end of a fragment are laid against those that stand there in the statement."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step through a fragment and the stretch of the statement under it.

    The ``here`` of all steps are the fragment. The ``there`` of all steps are a stretch of the passage, and the words
    that were moved from outside it.

    :param kind: ``None`` where both have the same words.
    :param here: places in the fragment.
    :param there: places in the passage.
    """

    kind: DifferenceKind | None
    here: tuple[int, ...]
    there: tuple[int, ...]


def steps_of(fragment: Words, passage: Words, alignment: Alignment) -> list[Step]:
    """Walk through a fragment from its first word to its last; neighbouring steps differ in kind."""
    moved = dict(alignment.moved)
    taken = set(moved.values())
    out: list[Step] = []
    next_i = 0
    next_j, last_j = _ends(fragment, passage, alignment, taken)
    for i, j in (*alignment.pairs, (len(fragment), last_j)):
        dropped = tuple(place for place in range(next_j, j) if place not in taken)
        added: list[int] = []
        for place in range(next_i, i):
            if place in moved:
                _add(out, tuple(added), dropped)
                added, dropped = [], ()
                _add_moved(out, place, moved[place])
            else:
                added.append(place)
        _add(out, tuple(added), dropped)
        if i < len(fragment):
            if key_of(fragment.surfaces[i]) == key_of(passage.surfaces[j]):
                if out and out[-1].kind is None:
                    out[-1] = Step(None, (*out[-1].here, i), (*out[-1].there, j))
                else:
                    out.append(Step(None, (i,), (j,)))
            else:
                _add(out, (i,), (j,))
        next_i, next_j = i + 1, j + 1
    return out


def _ends(fragment: Words, passage: Words, alignment: Alignment, taken: set[int]) -> tuple[int, int]:
    """Say from which word of the passage up to which the fragment lies.

    Up to ``EDGE`` words of the fragment before the first match, or behind the last, stand for as many of the passage,
    in the same sentence: "no chance" for "little chance".
    """
    if not alignment.pairs:
        return 0, 0
    first_i, first_j = alignment.pairs[0]
    last_i, last_j = alignment.pairs[-1]
    moved = {i for i, _ in alignment.moved}
    begin, end = first_j, last_j + 1
    if first_i <= EDGE and moved.isdisjoint(range(first_i)):
        while first_j - begin < first_i and begin and begin - 1 not in taken and _adjoin(passage, begin - 1):
            begin -= 1
    over = len(fragment) - 1 - last_i
    if over <= EDGE and moved.isdisjoint(range(last_i + 1, len(fragment))):
        while end - last_j - 1 < over and end < len(passage) and end not in taken and _adjoin(passage, end - 1):
            end += 1
    return begin, end


def _adjoin(words: Words, place: int) -> bool:
    """Say whether nothing but one character stands between a word and the next."""
    return words.starts[place + 1] == words.span(place).end + 1


def _add(out: list[Step], here: tuple[int, ...], there: tuple[int, ...]) -> None:
    """Add words that differ, to the step before where that one differs too."""
    if not (here or there):
        return
    if out and out[-1].kind in ("dropped", "added", "changed"):
        here, there = (*out[-1].here, *here), (*out[-1].there, *there)
        out.pop()
    out.append(Step("changed" if here and there else "added" if here else "dropped", here, there))


def _add_moved(out: list[Step], i: int, j: int) -> None:
    last = out[-1] if out else None
    if last and last.kind == "moved" and last.here[-1] == i - 1 and last.there[-1] == j - 1:
        out[-1] = Step("moved", (*last.here, i), (*last.there, j))
    else:
        out.append(Step("moved", (i,), (j,)))


def differences_of(fragment: Words, passage: Words, alignment: Alignment) -> tuple[Difference, ...]:
    """Name each place where the words differ, in the order of the fragment."""
    return tuple(
        Difference(
            step.kind,
            " ".join(fragment.surfaces[i] for i in step.here),
            " ".join(passage.surfaces[j] for j in step.there),
        )
        for step in steps_of(fragment, passage, alignment)
        if step.kind is not None
    )
