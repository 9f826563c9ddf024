"""What one wording has that another has not, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.claims.laid_out import Laid
from sayso.claims.wording import PERSONS, TENSES, Wording

EditKind = Literal["kept", "dropped", "added", "changed", "shifted"]
_DETERMINERS = frozenset("the a an any all some no my our your his her its their this that these those of".split())
_GROUPED = frozenset(word for group in (*PERSONS, *TENSES) for word in group)


@dataclass(frozen=True, slots=True)
class Step:
    """One step through a wording and the words of the other under it.

    :param kind: what became of the words.
    :param here, there: first word and the one behind the last, in each; the same twice where there are none.
    """

    kind: EditKind
    here: tuple[int, int]
    there: tuple[int, int]


def steps_of(one: Wording, other: Wording, laid: Laid) -> list[Step]:
    """Walk through a wording from its first word to its last; words of the other that are passed over are dropped."""
    moved = dict(laid.moved)
    taken = set(moved.values())
    out: list[Step] = []
    next_i = next_j = 0
    for i, j in (*laid.pairs, (len(one), len(other))):
        _between(out, one, other, (next_i, i), (next_j, j), moved, taken)
        if i < len(one):
            _add(out, _kind(one, other, i, j), (i, i + 1), (j, j + 1))
        next_i, next_j = i + 1, j + 1
    return out


def _between(
    out: list[Step],
    one: Wording,
    other: Wording,
    here: tuple[int, int],
    there: tuple[int, int],
    moved: dict[int, int],
    taken: set[int],
) -> None:
    """Add what lies between two matches."""
    free = [j for j in range(*there) if j not in taken]
    dropped = (free[0], free[-1] + 1) if free else (there[0], there[0])
    own = [i for i in range(*here) if i not in moved]
    if own and free and len(own) == here[1] - here[0]:
        _add(out, "changed", here, dropped)
        return
    if free:
        _add(out, "dropped", (here[0], here[0]), dropped)
    for i in range(*here):
        if i in moved:
            _add(out, _kind(one, other, i, moved[i]), (i, i + 1), (moved[i], moved[i] + 1))
        else:
            _add(out, "added", (i, i + 1), (there[1], there[1]))


def _kind(one: Wording, other: Wording, i: int, j: int) -> EditKind:
    key, there = one.keys[i], other.keys[j]
    if key == there:
        return "kept"
    if key in _GROUPED and there in _GROUPED:
        return "shifted"
    # "the right" and "the rights" differ in number, which telling in the third person does not ask for.
    noun = i > 0 and one.keys[i - 1] in _DETERMINERS and {key, there} in ({key, key + "s"}, {there, there + "s"})
    return "changed" if one.quoted[i] or noun else "shifted"


def _add(out: list[Step], kind: EditKind, here: tuple[int, int], there: tuple[int, int]) -> None:
    last = out[-1] if out else None
    joins = last and last.kind == kind and last.here[1] == here[0]
    if last and joins and (last.there[1] == there[0] or kind == "added"):
        out[-1] = Step(kind, (last.here[0], here[1]), (last.there[0], max(last.there[1], there[1])))
    else:
        out.append(Step(kind, here, there))
