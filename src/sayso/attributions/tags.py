"""The tags: for each word, outside every span or the begin, inside, end or single word of a source, cue or content."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
OUTSIDE = 0
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
BEGIN, INSIDE, END, SINGLE = range(4)


def tag(role: int, place: int) -> int:
    """Give the index in ``TAGS`` of a place (``BEGIN`` … ``SINGLE``) in a role (index into ``ROLES``)."""
    return 1 + 4 * role + place


def role_of(index: int) -> int:
    """Give the role that a tag other than ``OUTSIDE`` belongs to."""
    return (index - 1) // 4


def place_of(index: int) -> int:
    """Give the place (``BEGIN`` … ``SINGLE``) of a tag other than ``OUTSIDE``."""
    return (index - 1) % 4


def legal() -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Say which sequences of tags spell whole spans.

    :return: (moves, shape (tags, tags): may ``j`` follow ``i``; starts, shape (tags,); ends, shape (tags,)).
    """
    size = len(TAGS)
    opens = np.array([i == OUTSIDE or place_of(i) in (BEGIN, SINGLE) for i in range(size)])
    closes = np.array([i == OUTSIDE or place_of(i) in (END, SINGLE) for i in range(size)])
    moves = closes[:, None] & opens[None, :]
    for role in range(len(ROLES)):
        for left in (BEGIN, INSIDE):
            for right in (INSIDE, END):
                moves[tag(role, left), tag(role, right)] = True
    return moves, opens, closes
