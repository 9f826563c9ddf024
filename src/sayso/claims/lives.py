"""People named in full as the articles have them over time, and whom bare last names mean among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.claims.name_keys import organisation_key
from sayso.claims.walks import can_be_one_life, seat_of, walk_of
from sayso.schema import Kind

MONTHS_NEAR = 3
"""A bare last name is taken for somebody who is named in full within so many months."""
CLEAR_SHARE = 0.8
"""So large a part of those named in full nearby must be one person, for a bare last name to be taken for them."""
BARE_MIN = 2
"""So many articles nearby must name somebody in full, for a bare last name to be taken for them."""
CLEAR_EVER = 0.95
"""Where nobody of the name is near in time, it is taken for who has so large a share at any time …"""
BARE_EVER = 10
"""… and so many articles."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Speakers of articles that look alike: same name, kind, role, affiliation and month.

    :param month: "2024-03"; empty where the articles have no date.
    :param count: how many articles.
    :param first: least of their ids with the date in front, as ``"2024-03-01 ARTICLE#S2"``: sorts by date.
    """

    name: str
    kind: Kind | None
    role: str | None
    affiliation: str | None
    month: str
    count: int
    first: str


@lru_cache(maxsize=4096)
def month_number(month: str) -> int:
    """Count months; 0 for what is none."""
    year, _, rest = month.partition("-")
    return int(year) * 12 + int(rest) if year.isdecimal() and rest.isdecimal() else 0


def is_near(one: str, other: str, most: int = MONTHS_NEAR) -> bool:
    """Say whether two months are known and close."""
    return bool(one and other) and abs(month_number(one) - month_number(other)) <= most


class Life:
    """One person named in full, to be held against bare last names."""

    def __init__(self, members: list[int], block: Sequence[Appearance]) -> None:
        self.members = members
        self.bare: list[int] = []
        self.months: Counter[str] = Counter()
        for i in members:
            self.months[block[i].month] += block[i].count
        self.total = sum(self.months.values())
        self._near: dict[tuple[str, int], int] = {}
        self.affiliations = {place for i in members if (place := block[i].affiliation)}
        self.roles = {organisation_key(role) for i in members if (role := block[i].role)}
        self.walks = {walk for i in members if (walk := walk_of(block[i].role))}
        self.seats = {seat for i in members if (seat := seat_of(block[i].role, block[i].affiliation))[0]}

    def near(self, month: str, most: int = MONTHS_NEAR) -> int:
        """Count the articles that name them in full within so many months, or have no date; all, for no month."""
        if not month:
            return self.total
        if (month, most) not in self._near:
            near = (count for held, count in self.months.items() if not held or is_near(held, month, most))
            self._near[month, most] = sum(near)
        return self._near[month, most]

    def can_be(self, walk: str, head: str, place: str) -> bool:
        """Say whether one of a walk of life and a seat may be this person."""
        if walk and self.walks and not any(can_be_one_life(walk, own) for own in self.walks):
            return False
        return not head or not self.seats or (head, place) in self.seats or all(h != head for h, _ in self.seats)


class Meaning:
    """Whom bare last names mean: the one person who is far more likely than all others of the name.

    What is asked again and again, for a month and a walk of life, is worked out once.
    """

    def __init__(self, lives: Sequence[Life]) -> None:
        self._lives = lives
        self._possible: dict[tuple[str, str, str], list[Life]] = {}
        self._best: dict[tuple[tuple[str, str, str], str | None], tuple[int, Life] | None] = {}
        self._seen: dict[str, list[Life]] = {}

    def of(self, one: Appearance) -> Life | None:
        """Give the person that a bare last name means; ``None`` where several may be meant."""
        standing = walk_of(one.role), *seat_of(one.role, one.affiliation)
        role = organisation_key(one.role or "")
        near = self._clear(standing, one.month)
        if near is not None and (near[0] >= BARE_MIN or (role and role in near[1].roles)):
            return near[1]
        ever = self._clear(standing, None)
        if ever is not None and ever[0] >= BARE_EVER and all(life is ever[1] for life in self._seen_in(one.month)):
            return ever[1]
        return None

    def _clear(self, standing: tuple[str, str, str], month: str | None) -> tuple[int, Life] | None:
        """Give who has a clear share of those near a month, or at any time for ``None``."""
        key = standing, month
        if key not in self._best:
            if standing not in self._possible:
                self._possible[standing] = [life for life in self._lives if life.can_be(*standing)]
            possible = self._possible[standing]
            if month is None:
                self._best[key] = _clear([(life.total, life) for life in possible], CLEAR_EVER)
            else:
                self._best[key] = _clear([(life.near(month), life) for life in possible], CLEAR_SHARE)
        return self._best[key]

    def _seen_in(self, month: str) -> list[Life]:
        if month not in self._seen:
            self._seen[month] = [life for life in self._lives if life.near(month)]
        return self._seen[month]


def _clear(counts: Sequence[tuple[int, Life]], share: float) -> tuple[int, Life] | None:
    """Give the most frequent one if it has so large a share of all."""
    if not counts:
        return None
    best = max(counts, key=lambda pair: pair[0])
    return best if best[0] and best[0] >= share * sum(count for count, _ in counts) else None
