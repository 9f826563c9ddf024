"""Which speakers of many articles are one.

All speakers that share a last word of their names (or an organisation's initials) are looked at together, and the
answer depends on that set alone, never on the order in which they came. Nobody without a name is ever joined to anybody
here; holders of an office are (``offices.py``), and whom a person says so of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.claims.lives import CLEAR_SHARE, Appearance, Life, Meaning, month_number
from sayso.claims.name_keys import (
    NOT_IN_ACRONYMS,
    PersonName,
    acronym_of,
    organisation_key,
    person_name,
    sought_by,
    words_of,
)
from sayso.claims.walks import CLOSE_WALKS, can_be_one_life, seat_of, walk_of
from sayso.speakers.gender import gender_of, is_given

NAMESAKE_SHARE = 0.05
"""Fewer than this part of all are taken for slips of reading, not for a second person of the same name."""
STUCK_MIN = 3
"""So many articles must have the name alone before words in front of it are passed over."""
MISSPELT_LENGTH = 5
"""First names this long may be misspelt in one letter …"""
MISSPELT_TIMES = 3
"""… where the right one is so much more frequent with the same last name."""
MONTHS_OF_ACRONYM = 36
"""An acronym stands for what is spelled out within so many months."""
MONTHS_BETWEEN = 12
"""Two walks of life with so many months between them may be one life."""


MONTHS_OF_SEATS = 60
"""One person may sit for two places with so many months between them."""
_Standing = tuple[str, str, str]
"""Walk of life, kind of seat, its place; each may be empty."""


def identities_in(block: Sequence[Appearance], seen_as_two: Collection[frozenset[str]] = ()) -> list[int]:
    """Say which appearances of one block are one speaker.

    :param block: all that are sought by the same word, in any order.
    :param seen_as_two: pairs of names that one article gives to two speakers; tell junior from senior.
    :return: a group number for each, -1 for one that may be several; numbers mean nothing beyond equality.
    """
    order = sorted(range(len(block)), key=lambda i: _sort_key(block[i]))
    taken = _kinds(block)
    people = [i for i in order if taken[organisation_key(block[i].name)]]
    others = [i for i in order if not taken[organisation_key(block[i].name)]]
    groups = [-1] * len(block)
    found = [
        *_people([block[i] for i in people], people, seen_as_two),
        *_organisations([block[i] for i in others], others),
    ]
    for number, members in enumerate(found):
        for i in members:
            groups[i] = number
    return groups


def _sort_key(one: Appearance) -> tuple[str, ...]:
    return (one.first, one.name, one.role or "", one.affiliation or "", one.month)


def _kinds(block: Sequence[Appearance]) -> dict[str, bool]:
    """Tell for each name whether it is a person's: what most articles take it for."""
    votes: dict[str, int] = defaultdict(int)
    for one in block:
        sure = one.kind == "person" or (one.kind in (None, "other") and len(words_of(one.name)) <= 3)
        votes[organisation_key(one.name)] += one.count if sure else -one.count
    return {name: vote > 0 for name, vote in votes.items()}


def _people(
    block: Sequence[Appearance], places: Sequence[int], seen_as_two: Collection[frozenset[str]]
) -> Iterable[list[int]]:
    names = _names(block)
    full = [i for i, name in enumerate(names) if name.given]
    bare = [i for i, name in enumerate(names) if not name.given]
    people: list[list[int]] = []
    for same_name in _by_given_name(full, names, block, seen_as_two):
        people.extend(_namesakes(same_name, block))
    lives = [Life(found, block) for found in people]
    alone: list[int] = []
    meaning = Meaning(lives)
    for i in bare:
        life = meaning.of(block[i])
        if life is not None:
            life.bare.append(i)
        elif not lives:
            alone.append(i)
    people = [life.members + life.bare for life in lives]
    people.extend(_namesakes(alone, block) if alone else [])
    return [[places[i] for i in found] for found in people]


def _names(block: Sequence[Appearance]) -> list[PersonName]:
    """Take all names apart; what is stuck to the front of a known one ("Photo Ben Wallace") is passed over."""
    names = [person_name(one.name) for one in block]
    known: Counter[str] = Counter()
    for one, name in zip(block, names, strict=True):
        if len(words_of(one.name)) == 2:
            known[name.given] += one.count
    for i, one in enumerate(block):
        words = words_of(one.name)
        if len(words) > 2 and not is_given(words[0]) and len(words[0]) > 1:
            inner = person_name(" ".join(words[-2:]))
            if known[inner.given] >= STUCK_MIN:
                names[i] = inner
    return names


def _by_given_name(
    full: Sequence[int],
    names: Sequence[PersonName],
    block: Sequence[Appearance],
    seen_as_two: Collection[frozenset[str]],
) -> list[list[int]]:
    """Part full names by first name, then by middle initials and suffixes that contradict each other."""
    given: dict[str, list[int]] = defaultdict(list)
    for i in full:
        given[names[i].given].append(i)
    for initial in [name for name in given if len(name) == 1]:
        long = [name for name in given if len(name) > 1 and name[0] == initial]
        if len(long) == 1:
            given[long[0]] += given.pop(initial)
    _join_misspelt(given, block)
    return [part for found in given.values() for part in _by_rest(found, names, block, seen_as_two)]


def _join_misspelt(given: dict[str, list[int]], block: Sequence[Appearance]) -> None:
    """Join a first name with a far more frequent one that it differs from in one letter: "Kayleigh", "Kaleigh"."""
    if len(given) < 2:
        return
    from rapidfuzz.distance import OSA

    counts = {name: sum(block[i].count for i in found) for name, found in given.items()}
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in sorted(given, key=lambda name: (counts[name], name)):
        if len(name) >= MISSPELT_LENGTH - 1:
            by_letter[name[0]].append(name)
    for names in by_letter.values():
        for at, name in enumerate(names):
            alike = [
                other
                for other in names[at + 1 :]
                if len(name) >= MISSPELT_LENGTH
                and counts[other] >= MISSPELT_TIMES * counts[name]
                and gender_of(name) in (None, gender_of(other))
                and OSA.distance(name, other, score_cutoff=1) <= 1
            ]
            if len(alike) == 1:
                given[alike[0]] += given.pop(name)


def _by_rest(
    found: Sequence[int],
    names: Sequence[PersonName],
    block: Sequence[Appearance],
    seen_as_two: Collection[frozenset[str]],
) -> list[list[int]]:
    juniors = {i for i in found if names[i].suffix}
    elders = {block[i].name for i in found if not names[i].suffix}
    if any(frozenset((block[i].name, elder)) in seen_as_two for i in juniors for elder in elders):
        old = [i for i in found if i not in juniors]
        parts = [old, [i for i in found if i in juniors]]
        return [part for half in parts for part in _by_rest(half, names, block, ())]
    weights: Counter[tuple[str, str]] = Counter()
    for i in found:
        weights[names[i].middle[:1], names[i].suffix] += block[i].count
    told = [rest for rest in weights if rest != ("", "")]
    total = sum(weights.values())
    kinds: list[set[tuple[str, str]]] = []
    for rest in sorted(told, key=lambda r: (-weights[r], r)):
        home = next((kind for kind in kinds if all(_fits(rest, other) for other in kind)), None)
        if home is None and kinds and weights[rest] < NAMESAKE_SHARE * total:
            home = kinds[0]
        if home is None:
            kinds.append({rest})
        else:
            home.add(rest)
    if len(kinds) <= 1:
        return [list(found)]
    # Without middle name and suffix it may be either; the more frequent one is meant.
    return [
        [i for i in found if (names[i].middle[:1], names[i].suffix) in kind]
        + ([i for i in found if (names[i].middle[:1], names[i].suffix) == ("", "")] if number == 0 else [])
        for number, kind in enumerate(kinds)
    ]


def _fits(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return all(a == b or not a or not b for a, b in zip(one, other, strict=True))


def _namesakes(found: Sequence[int], block: Sequence[Appearance]) -> list[list[int]]:
    """Part those of one name by walks of life and seats that one person cannot have at one time."""
    total = sum(block[i].count for i in found)
    told: dict[_Standing, list[int]] = defaultdict(list)
    untold: list[int] = []
    for i in found:
        walk = walk_of(block[i].role)
        if walk:
            told[walk, *seat_of(block[i].role, block[i].affiliation)].append(i)
        else:
            untold.append(i)
    parts: list[list[int]] = []
    ordered = sorted(told, key=lambda key: (-sum(block[i].count for i in told[key]), key))
    keys: list[list[_Standing]] = []
    for key in ordered:
        weight = sum(block[i].count for i in told[key])
        fits = [n for n, have in enumerate(keys) if not any(_apart(key, k, told, block) for k in have)]
        # A seat without a place says nothing about which holder; it goes to the most frequent one that fits.
        if fits:
            parts[fits[0]] += told[key]
            keys[fits[0]].append(key)
        elif parts and weight < NAMESAKE_SHARE * total:
            parts[0] += told[key]
        else:
            parts.append(list(told[key]))
            keys.append([key])
    if not parts:
        return [untold] if untold else []
    if len(parts) == 1:
        return [[*parts[0], *untold]]
    lives = [Life(part, block) for part in parts]
    for i in untold:
        parts[_nearest(block[i], lives)].append(i)
    return parts


def _apart(one: _Standing, other: _Standing, told: Mapping[_Standing, list[int]], block: Sequence[Appearance]) -> bool:
    """Tell whether two walks, or two seats, are more than one life holds."""
    two_seats = bool(one[1]) and one[1] == other[1] and one[2] != other[2]
    if can_be_one_life(one[0], other[0]) and not two_seats:
        return False
    between = _months_between([block[i].month for i in told[one]], [block[i].month for i in told[other]])
    if two_seats:
        return between is None or between < MONTHS_OF_SEATS
    if one[0] in CLOSE_WALKS and other[0] in CLOSE_WALKS:
        return between == 0
    return between is None or between < MONTHS_BETWEEN


def _months_between(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Give the months between two spans of time, 0 if they overlap; ``None`` where no dates are known."""
    left, right = (sorted(map(month_number, filter(None, months))) for months in (one, other))
    if not left or not right:
        return None
    return max(0, right[0] - left[-1], left[0] - right[-1])


def _nearest(one: Appearance, lives: Sequence[Life]) -> int:
    """Give the life that one without a role belongs to: same affiliation, else the most frequent near it in time."""

    def rank(number: int) -> tuple[bool, int, int]:
        life = lives[number]
        same = one.affiliation is not None and one.affiliation in life.affiliations
        return same, life.near(one.month) if one.month else 0, -number

    return max(range(len(lives)), key=rank)


def _organisations(block: Sequence[Appearance], places: Sequence[int]) -> Iterable[list[int]]:
    """Join organisations of one name, and an acronym with the one name that it can stand for."""
    by_name: dict[str, list[int]] = defaultdict(list)
    short: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(block):
        (short if acronym_of(one.name) else by_name)[organisation_key(one.name)].append(i)
    long = {name: Life(found, block) for name, found in by_name.items() if _significant(name) >= 3}
    for name, found in short.items():
        by_month: dict[str, list[int]] = defaultdict(list)
        for i in found:
            by_month[block[i].month].append(i)
        spelled = [key for key in long if sought_by(key, "organisation") == acronym_of(block[found[0]].name)]
        meant = {month: _spelled_out(month, spelled, long) for month in by_month}
        counts = Counter({month: sum(block[i].count for i in some) for month, some in by_month.items()})
        names: Counter[str | None] = Counter()
        for month, likely in meant.items():
            names[likely] += counts[month]
        # An acronym that nearly always stands for one name stands for it at all times, so that it stays one.
        usual, count = max(names.items(), key=lambda pair: (pair[1], pair[0] or ""))
        steady = usual is not None and set(names) <= {usual, None} and 2 * count > counts.total()
        for month, some in by_month.items():
            by_name[(usual if steady else meant[month]) or name] += some
    return [[places[i] for i in found] for found in by_name.values()]


def _spelled_out(month: str, spelled: Sequence[str], long: Mapping[str, Life]) -> str | None:
    """Give the one name among those with its initials that an acronym stands for at a time."""
    counts = {key: long[key].near(month, MONTHS_OF_ACRONYM) for key in spelled}
    likely = max(counts, key=lambda key: (counts[key], key), default=None)
    if likely is None or counts[likely] < max(1, CLEAR_SHARE * sum(counts.values())):
        return None
    return likely


def _significant(name: str) -> int:
    return sum(word not in NOT_IN_ACRONYMS for word in name.split())


def fullest(names: Mapping[str, int]) -> str:
    """Choose the name to show: the most frequent one that is not a bare last name, where there is such a one.

    :param names: how many articles have each.
    """
    return max(names, key=lambda name: (len(words_of(name)) > 1, names[name], len(name), name))
