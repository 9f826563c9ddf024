"""Copies between the articles of a corpus: found through shared runs of words, aligned, written once for each pair.

Which articles are held against each other is said by ``shingle``: those that share at least ``NEEDED`` of the runs that
were kept of each. A run that ``NEAREST`` articles have or more (of an outlet's sign-off, of a story that hundreds of
outlets have) is common: ``NEEDED_COMMON`` such runs are needed, and the ``NEAREST`` articles with the lowest ids stand
for all that have it, so that the others are held against them only. Rows and time so grow with the number of articles,
not with its square; every article is still tied to all that share its words, through those; and since ids come from
page and text, who stands for the rest does not depend on the order of arrival.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, and_, delete, func, insert, literal, or_, select

from sayso.claims.copies import Compared, compare
from sayso.claims.sketch import NEEDED, NEEDED_COMMON, sketch_of
from sayso.schema import Span
from sayso.schema.matches import Copy, Shared
from sayso.store.number_list import as_table
from sayso.store.packed import text_in
from sayso.store.rows import entry_of, entry_query, in_batches
from sayso.store.tables import article, copy, shingle

NEAREST = 64
"""How many articles stand for all that share a run."""
ALL_PAIRS = 40
"""Among so many articles ``copies_between`` compares every pair that may be a copy."""
_BEHIND_ALL = 1 << 62
_TEXTS, _WORDS = 300, 200_000
"""Texts that are kept at once for comparing, and hashes of words; some 20 MB each."""


def match(connection: Connection, articles: Sequence[int]) -> None:
    """Hold new articles against all others.

    :param articles: values of ``article.key``.
    """
    texts = _Texts(connection)
    sketches = _sketches(texts, [_place(id) for id in _ids(connection, articles)])
    for place, hashes in sketches.items():
        rows = select(as_table(connection, hashes).c.value, literal(place, BigInteger))
        connection.execute(insert(shingle).from_select(["hash", "place"], rows))
    held = _by_hash(sketches)
    standing = _standing(connection, held)
    sketches |= _sketches(texts, _affected(connection, standing, held))
    _settle(connection, texts, sketches, standing)


def unmatch(connection: Connection, articles: Sequence[int]) -> None:
    """Forget articles that are about to be superseded or removed.

    :param articles: values of ``article.key``.
    """
    texts = _Texts(connection)
    sketches = _sketches(texts, [_place(id) for id in _ids(connection, articles)])
    held = _by_hash(sketches)
    affected = _affected(connection, _standing(connection, held), held)
    for place, hashes in sketches.items():
        mine = as_table(connection, hashes)
        connection.execute(delete(shingle).where(shingle.c.hash.in_(select(mine.c.value)), shingle.c.place == place))
    for keys in in_batches(articles):
        connection.execute(delete(copy).where(or_(copy.c.left_article.in_(keys), copy.c.right_article.in_(keys))))
    _settle(connection, texts, _sketches(texts, affected), {})


def judged(connection: Connection, ids: Sequence[str]) -> None:
    """Do nothing: what two texts share is not for judging."""


def copies_of(connection: Connection, articles: Sequence[int]) -> list[Copy]:
    """Give the copies that some articles share with any other, by ``left`` and ``right``.

    An article that shares its words with more than ``NEAREST`` others is shown with those that stand for them.

    :param articles: values of ``article.key``.
    """
    found: dict[tuple[str, str], Copy] = {}
    for keys in in_batches(articles):
        query = _copies().where(or_(copy.c.left_article.in_(keys), copy.c.right_article.in_(keys)))
        found.update(((row.left, row.right), _copy_of(row)) for row in connection.execute(query))
    return [found[pair] for pair in sorted(found)]


def copies_between(connection: Connection, articles: Collection[int]) -> list[Copy]:
    """Give the copies among some articles, by ``left`` and ``right``.

    Pairs for which others stand in the corpus are compared now: all of them among up to ``ALL_PAIRS`` articles; among
    more, as many as it takes to tie together what hangs together.

    :param articles: values of ``article.key``.
    """
    keys = sorted(set(articles))
    found: dict[tuple[str, str], Copy] = {}
    wanted = set(keys)
    for batch in in_batches(keys):
        query = _copies().where(copy.c.left_article.in_(batch))
        found.update(
            ((row.left, row.right), _copy_of(row)) for row in connection.execute(query) if row.right_article in wanted
        )
    # Those that are held only against the ones that stand for the rest have a copy with nearly each of these.
    many = _with_many(connection, keys)
    if len(many) > 1:
        _compare_all(_Texts(connection), sorted(_place(id) for id in _ids(connection, many)), found)
    return [found[pair] for pair in sorted(found)]


def _compare_all(texts: _Texts, places: Sequence[int], found: dict[tuple[str, str], Copy]) -> None:
    """Add the copies among some articles that are not found yet; see ``copies_between``."""
    all_pairs = len(places) <= ALL_PAIRS
    groups = {_id(place): {_id(place)} for place in places}

    def tie(pair: tuple[str, str]) -> None:
        one, other = (groups.setdefault(id, {id}) for id in pair)
        if one is not other:
            one |= other
            groups.update(dict.fromkeys(other, one))

    for pair in found:
        tie(pair)
    for one, other in combinations(places, 2):
        pair = (_id(one), _id(other))
        if pair in found or (not all_pairs and groups[pair[0]] is groups[pair[1]]):
            continue
        sides = texts.get((one, other))
        if len(sides) == 2 and (shared := compare(*sides)) is not None:
            found[pair] = shared
            tie(pair)


class _Texts:
    """Articles ready to be compared, by place; the last ``_TEXTS`` asked for are kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sides: dict[int, Compared] = {}
        self._known: dict[str, int] = {}
        self.keys: dict[int, int] = {}  # article.key by place, of all that were ever read

    def get(self, places: Collection[int]) -> list[Compared]:
        """Give those of these that are in the corpus and current, in this order; at most ``_TEXTS``."""
        missing = [place for place in places if place not in self._sides]
        if len(self._sides) + len(missing) > _TEXTS:
            self._sides = {place: self._sides[place] for place in places if place in self._sides}
        if len(self._known) > _WORDS:
            self._known = {}
        for batch in in_batches(missing):
            here = and_(article.c.id.in_([_id(place) for place in batch]), article.c.current)
            readings = self._connection.execute(select(article.c.key, article.c.reading).where(here))
            packed = {row.key: row.reading for row in readings}
            for row in self._connection.execute(entry_query().where(here)):
                place = _place(row.id)
                self.keys[place] = row.key
                self._sides[place] = Compared(entry_of(row), text_in(packed[row.key]), self._known)
        return [self._sides[place] for place in places if place in self._sides]

    def each(self, places: Iterable[int]) -> Iterable[tuple[int, Compared]]:
        """Give them one after the other, however many they are."""
        for batch in in_batches(places, _TEXTS // 4):
            for side in self.get(batch):
                yield _place(side.entry.id), side


def _sketches(texts: _Texts, places: Iterable[int]) -> dict[int, list[int]]:
    return {place: sketch_of(side.words) for place, side in texts.each(sorted(places))}


def _by_hash(sketches: dict[int, list[int]]) -> dict[int, set[int]]:
    out: defaultdict[int, set[int]] = defaultdict(set)
    for place, hashes in sketches.items():
        for value in hashes:
            out[value].add(place)
    return out


def _settle(
    connection: Connection, texts: _Texts, sketches: dict[int, list[int]], standing: dict[int, list[int]]
) -> None:
    """Bring the copies of some articles in line with ``shingle``: drop what is held no more, add what is new.

    :param sketches: the hashes of these articles, by place.
    :param standing: what ``_standing`` gave for some of the hashes.
    """
    standing |= _standing(connection, {h for hashes in sketches.values() for h in hashes}.difference(standing))
    done: set[tuple[int, int]] = set()
    for place, hashes in sketches.items():
        (side,) = texts.get((place,))
        key = texts.keys[place]
        others = dict(_keys(connection, _held_against(connection, place, hashes, standing)))
        written = _written(connection, key)
        _drop(connection, key, written.difference(others.values()))
        new = [
            other
            for other in sorted(others)
            if others[other] not in written and (min(place, other), max(place, other)) not in done
        ]
        done.update((min(place, other), max(place, other)) for other in new)
        found = [
            _row_of(shared, {side.entry.id: key, other.entry.id: texts.keys[_place(other.entry.id)]})
            for batch in in_batches(new, _TEXTS // 4)
            for other in texts.get(batch)
            if (shared := compare(side, other)) is not None
        ]
        if found:
            connection.execute(insert(copy), found)


def _written(connection: Connection, key: int) -> set[int]:
    """Give the articles with which one has a copy by now."""
    out: set[int] = set()
    for mine, other in ((copy.c.left_article, copy.c.right_article), (copy.c.right_article, copy.c.left_article)):
        out.update(connection.scalars(select(other).where(mine == key)))
    return out


def _drop(connection: Connection, key: int, others: Iterable[int]) -> None:
    for batch in in_batches(others):
        for mine, other in ((copy.c.left_article, copy.c.right_article), (copy.c.right_article, copy.c.left_article)):
            connection.execute(delete(copy).where(mine == key, other.in_(batch)))


def _held_against(
    connection: Connection, place: int, hashes: Sequence[int], standing: dict[int, list[int]]
) -> list[int]:
    """Give the articles that share enough runs with one, of runs for which either of the two stands."""
    rare: Counter[int] = Counter()
    shared: Counter[int] = Counter()
    for value in hashes:
        holders = standing[value]
        shared.update(holders)
        if len(holders) < NEAREST:
            rare.update(holders)
        elif place in holders:  # this one stands for the others
            shared.update(connection.scalars(_behind(value, holders)))
    del shared[place]
    return [other for other, count in shared.items() if rare[other] >= NEEDED or count >= NEEDED_COMMON]


def _standing(connection: Connection, hashes: Iterable[int]) -> dict[int, list[int]]:
    """Give, for each hash, the articles that stand for all that have it: the lowest places, sorted."""
    out: dict[int, list[int]] = {value: [] for value in hashes}
    for batch in in_batches(out, 5000):
        mine = as_table(connection, batch)
        inner = shingle.alias()
        last = (
            select(inner.c.place)
            .where(inner.c.hash == mine.c.value)
            .order_by(inner.c.place)
            .offset(NEAREST - 1)
            .limit(1)
            .scalar_subquery()
        )
        bound = func.coalesce(last, literal(_BEHIND_ALL, BigInteger))
        stand = and_(shingle.c.hash == mine.c.value, shingle.c.place <= bound)
        query = select(shingle.c.hash, shingle.c.place).select_from(mine).join(shingle, stand)
        for value, place in connection.execute(query):
            out[value].append(place)
    return {value: sorted(places) for value, places in out.items()}


def _behind(value: int, holders: Sequence[int]) -> Select[int]:
    """Ask for the articles that have a hash and do not stand for it, the next in line first."""
    query = select(shingle.c.place).where(shingle.c.hash == value, shingle.c.place > holders[-1])
    return query.order_by(shingle.c.place)


def _affected(connection: Connection, standing: dict[int, list[int]], changed: dict[int, set[int]]) -> set[int]:
    """Find the articles that stand for a run only with, or only without, some others; all, if it is common only with.

    :param standing: by hash, as long as the others are there.
    :param changed: by hash, those of the others that have it: come just now, or about to go.
    """
    out: set[int] = set()
    for value, places in changed.items():
        holders = standing[value]
        if len(holders) < NEAREST or not (among := len(places.intersection(holders))):
            continue
        behind = connection.scalars(_behind(value, holders).limit(among + len(places))).all()
        rest = [place for place in behind if place not in places][:among]
        out.update(rest if len(rest) == among else (*rest, *(place for place in holders if place not in places)))
    return out


def _copies() -> Select[*tuple[Any, ...]]:
    left, right = article.alias("left_one"), article.alias("right_one")
    return (
        select(copy, left.c.id.label("left"), right.c.id.label("right"))
        .join(left, left.c.key == copy.c.left_article)
        .join(right, right.c.key == copy.c.right_article)
    )


def _with_many(connection: Connection, keys: Sequence[int]) -> list[int]:
    """Give the articles with so many copies that others may stand for them."""
    counts: Counter[int] = Counter()
    for batch in in_batches(keys):
        for side in (copy.c.left_article, copy.c.right_article):
            query = select(side, func.count()).where(side.in_(batch)).group_by(side)
            for key, count in connection.execute(query):
                counts[key] += count
    return [key for key in keys if counts[key] >= NEAREST // 2]


def _row_of(found: Copy, keys: dict[str, int]) -> dict[str, Any]:
    return {
        "left_article": keys[found.left],
        "right_article": keys[found.right],
        "words": found.words,
        "left_share": found.left_share,
        "right_share": found.right_share,
        "direction": found.direction,
        "reason": found.reason,
        "credit": found.credit,
        "passages": json.dumps([[*one.left, *one.right] for one in found.passages], separators=(",", ":")),
    }


def _copy_of(row: Any) -> Copy:
    return Copy(
        left=row.left,
        right=row.right,
        passages=tuple(Shared(Span(a, b), Span(c, d)) for a, b, c, d in json.loads(row.passages)),
        words=row.words,
        left_share=row.left_share,
        right_share=row.right_share,
        direction=row.direction,
        reason=row.reason,
        credit=row.credit,
    )


def _ids(connection: Connection, keys: Iterable[int]) -> list[str]:
    return [
        id
        for batch in in_batches(keys)
        for id in connection.scalars(select(article.c.id).where(article.c.key.in_(batch)))
    ]


def _keys(connection: Connection, places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Give place and ``article.key`` of those that are there."""
    for batch in in_batches(places):
        query = select(article.c.id, article.c.key).where(
            article.c.id.in_([_id(place) for place in batch]), article.c.current
        )
        for row in connection.execute(query):
            yield _place(row.id), row.key


def _place(id: str) -> int:
    return int(id, 16)


def _id(place: int) -> str:
    return f"{place:012x}"
