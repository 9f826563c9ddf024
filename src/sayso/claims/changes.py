"""What became of the statements of a page from one version of its text to the next."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.schema import Change, Statement


def changes_between(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Change, ...]:
    """Say what was added, removed, reworded and given to another speaker."""
    old = {one.text for one in before}
    new = {one.text for one in after}
    removed = (Change("removed", one.id, None, one.text, None) for one in before if one.text not in new)
    added = (Change("added", None, one.id, None, one.text) for one in after if one.text not in old)
    return (*removed, *added)
