"""Things that turn out to be one."""

from __future__ import annotations


class Union:
    """Sets of numbers that grow together; the least number of a set stands for it."""

    __slots__ = ("_above",)

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def find(self, one: int) -> int:
        """Give the least number of the set."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        left, right = self.find(one), self.find(other)
        if left != right:
            self._above[max(left, right)] = min(left, right)
