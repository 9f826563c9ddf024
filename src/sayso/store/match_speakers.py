"""Speakers of articles as speakers across articles.

Each last word (``teller.last_word``) is worked out as a whole whenever an article brings it or takes it away, so that
the order of arrival cannot matter. The database sums up speakers that look alike, so that a name in a hundred thousand
articles is a few thousand rows to look at. Nothing is written where nothing changed.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from sayso.claims.days import day_of
from sayso.claims.identities import fullest, identities_in
from sayso.claims.lives import Appearance
from sayso.claims.name_keys import person_name
from sayso.claims.offices import holder_on
from sayso.store.rows import in_batches
from sayso.store.speaker_rows import ALONE, Row, keys_by_look, look_of, rows_of, seen_as_two
from sayso.store.storable import indexable
from sayso.store.tables import article, identity, judgement, teller

_BLOCKS = 400
"""Blocks that are looked at in one go."""
JUDGED = ("same speaker", "not the same speaker")


def match(connection: Connection, articles: Sequence[int]) -> None:
    """Work out again all names that these articles have."""
    _rework(connection, *_keys_of(connection, articles))


def unmatch(connection: Connection, articles: Sequence[int]) -> None:
    """Let go the speakers of articles that are no longer held against the rest."""
    words, offices = _keys_of(connection, articles)
    for batch in in_batches(articles):
        connection.execute(update(teller).where(teller.c.article.in_(batch)).values(identity=None))
    _rework(connection, words, offices, without=articles)


def judged(connection: Connection, ids: Sequence[str]) -> None:
    """Work out again the names of speakers that a judgement is about."""
    words: set[str] = set()
    offices: set[str] = set()
    for id in ids:
        article_id, _, label = id.partition("#")
        if label.startswith("S"):
            row = connection.execute(
                select(teller.c.key, teller.c.last_word, teller.c.office)
                .join(article, article.c.key == teller.c.article)
                .where(article.c.id == article_id, teller.c.label == label)
            ).first()
            if row is not None:
                words.add(row.last_word or ALONE + str(row.key))
                offices.add(row.office or "")
    _rework(connection, words - {""}, offices - {""})


def _keys_of(connection: Connection, articles: Sequence[int]) -> tuple[set[str], set[str]]:
    words: set[str] = set()
    offices: set[str] = set()
    for batch in in_batches(articles):
        query = select(teller.c.last_word, teller.c.office).where(teller.c.article.in_(batch)).distinct()
        for row in connection.execute(query):
            words.add(row.last_word)
            offices.add(row.office or "")
    return words - {""}, offices - {""}


def _rework(
    connection: Connection, words: Collection[str], offices: Collection[str], without: Collection[int] = ()
) -> None:
    """Work out blocks again; judgements may tie several blocks together, which are then worked out as one."""
    verdicts = _verdicts(connection)
    tied = {word: _tied(word, verdicts) for word in words}
    judged = {key for verdict in verdicts for key in (verdict.one, verdict.other)}
    every = sorted({word for together in tied.values() for word in together})
    for batch in in_batches(every, _BLOCKS):
        loaded = rows_of(connection, [word for one in batch for word in tied.get(one, {one})], judged, without)
        done: set[str] = set()
        changes = _Changes()
        for word in batch:
            if word not in done:
                together = tied.get(word) or _tied(word, verdicts)
                done |= together
                _rework_block(connection, sorted(together), loaded, verdicts, changes)
        changes.write(connection, judged, without)
        offices = {*offices, *_offices_of(connection, changes.moved)}
        gone = ~select(teller.c.key).where(teller.c.identity == identity.c.key).exists()
        connection.execute(delete(identity).where(identity.c.last_word.in_(sorted(done)), gone))
    for office in sorted(offices):
        _rework_office(connection, office, verdicts, without)


def _offices_of(connection: Connection, words: Collection[str]) -> set[str]:
    """Give the offices of speakers whose identities changed: those who hold them without a name follow."""
    found: set[str] = set()
    for batch in in_batches(sorted(words)):
        query = select(teller.c.office).where(teller.c.last_word.in_(batch), teller.c.office.is_not(None)).distinct()
        found.update(office for office in connection.scalars(query) if office)
    return found


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A judgement about two speakers; ``one`` and ``other`` are keys of tellers."""

    same: bool
    one: int
    other: int
    words: tuple[str, str]


def _verdicts(connection: Connection) -> list[_Verdict]:
    rows = connection.execute(
        select(judgement.c.decision, judgement.c.subject, judgement.c.other)
        .where(judgement.c.decision.in_(JUDGED), judgement.c.undone.is_(None))
        .order_by(judgement.c.key)
    ).all()
    found: list[_Verdict] = []
    for row in rows:
        sides = [_teller(connection, id) for id in (row.subject, row.other)]
        if sides[0] is not None and sides[1] is not None:
            (one, word), (other, other_word) = sides[0], sides[1]
            found.append(_Verdict(row.decision == "same speaker", one, other, (word, other_word)))
    return found


def _teller(connection: Connection, id: str) -> tuple[int, str] | None:
    article_id, _, label = id.partition("#")
    row = connection.execute(
        select(teller.c.key, teller.c.last_word)
        .join(article, article.c.key == teller.c.article)
        .where(article.c.id == article_id, article.c.current, teller.c.label == label)
    ).first()
    return None if row is None else (row.key, row.last_word or ALONE + str(row.key))


def _tied(word: str, verdicts: Sequence[_Verdict]) -> set[str]:
    """Give the words of all blocks that verdicts join to this one."""
    found = {word}
    changed = True
    while changed:
        changed = False
        for verdict in verdicts:
            if verdict.same and not found.isdisjoint(verdict.words) and not found.issuperset(verdict.words):
                found |= set(verdict.words)
                changed = True
    return found


def _rework_block(
    connection: Connection,
    words: Sequence[str],
    loaded: Mapping[str, Sequence[Row]],
    verdicts: Sequence[_Verdict],
    changes: _Changes,
) -> None:
    """Give every speaker of some blocks its identity.

    :param words: one block, or several that verdicts join.
    """
    members: list[list[Row]] = []
    unsure: list[Row] = []
    for word in words:
        rows = loaded.get(word, ())
        if word.startswith(ALONE):
            unsure.extend(rows)
            continue
        looks = [row.appearance for row in rows]
        two = seen_as_two(connection, word) if any(map(_has_suffix, looks)) else set()
        groups: dict[int, list[Row]] = defaultdict(list)
        for row, number in zip(rows, identities_in(looks, two), strict=True):
            if number < 0:
                unsure.append(row)
            else:
                groups[number].append(row)
        members.extend(groups.values())
    _obey(members, unsure, verdicts)
    for group in members:
        changes.join(group)
    for row in unsure:
        changes.set(row, None)


def _has_suffix(look: Appearance) -> bool:
    return " " in look.name and bool(person_name(look.name).suffix)


def _obey(members: list[list[Row]], unsure: list[Row], verdicts: Sequence[_Verdict]) -> None:
    """Join and part groups as people have judged; later verdicts win."""
    for verdict in verdicts:
        one, other = (_group_of(key, members, unsure) for key in (verdict.one, verdict.other))
        if one is None or other is None:
            continue
        if verdict.same and one is not other:
            one.extend(other)
            members.remove(other)
        elif not verdict.same and one is other:
            apart = next(row for row in one if row.teller == verdict.other)
            look = apart.appearance
            leaving = [
                row
                for row in one
                if row is apart or (row.teller is None and look.role and _alike(row.appearance, look))
            ]
            for row in leaving:
                one.remove(row)
            members.append(leaving)


def _alike(one: Appearance, other: Appearance) -> bool:
    return (one.role, one.affiliation) == (other.role, other.affiliation)


def _group_of(key: int, members: list[list[Row]], unsure: list[Row]) -> list[Row] | None:
    for group in members:
        if any(row.teller == key for row in group):
            return group
    for row in unsure:
        if row.teller == key:
            unsure.remove(row)
            members.append([row])
            return members[-1]
    return None


class _Changes:
    """What is to be written, gathered so that it is written in few statements."""

    def __init__(self) -> None:
        self.by_key: list[dict[str, int | None]] = []
        self.by_look: list[tuple[Row, int | None]] = []
        self.moved: set[str] = set()
        self.groups: dict[str, tuple[dict[str, str | None], Sequence[Row]]] = {}

    def set(self, row: Row, key: int | None) -> None:
        """Let the speakers of a row have an identity, if it is another than they have."""
        if row.identity == key:
            return
        if row.identity is not None:
            self.moved.add(row.word)
        if row.key is not None:
            self.by_key.append({"teller_key": row.key, "new": key})
        else:
            self.by_look.append((row, key))

    def join(self, group: Sequence[Row]) -> None:
        """Give a group its identity, made of its first speaker."""
        least = min(row.appearance.first for row in group)
        id = "P" + hashlib.sha256(least.partition(" ")[2].encode("utf-8", "surrogatepass")).hexdigest()[:10]
        names: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for row in group:
            look = row.appearance
            names[look.name] += look.count
            words[row.word] += 1
            if look.kind is not None:
                kinds[look.kind] += look.count
        values = {
            "name": indexable(fullest(names)),
            "last_word": max(words, key=lambda word: (words[word], word)),
            "kind": max(kinds, key=lambda kind: (kinds[kind], kind)) if kinds else None,
        }
        self.groups[id] = values, group

    def _give_identities(self, connection: Connection) -> None:
        """Make the identities that are not there yet, bring the others up to date, and give them to their speakers."""
        held: dict[str, tuple[int, dict[str, str | None]]] = {}
        for batch in in_batches(self.groups):
            for row in connection.execute(select(identity).where(identity.c.id.in_(batch))):
                held[row.id] = row.key, {"name": row.name, "last_word": row.last_word, "kind": row.kind}
        new = [{"id": id, **values} for id, (values, _) in self.groups.items() if id not in held]
        keys: dict[str, int] = {id: key for id, (key, _) in held.items()}
        if new:
            found = connection.execute(insert(identity).returning(identity.c.key, sort_by_parameter_order=True), new)
            keys.update(zip((str(one["id"]) for one in new), found.scalars(), strict=True))
        for id, (values, group) in self.groups.items():
            if id in held and held[id][1] != values:
                connection.execute(update(identity).where(identity.c.key == keys[id]).values(**values))
            for one in group:
                self.set(one, keys[id])
        self.groups.clear()

    def write(self, connection: Connection, judged: Collection[int], without: Collection[int]) -> None:
        """Write what was gathered. All speakers are found before the first of them is changed.

        :param judged, without: as for ``rows_of``.
        """
        self._give_identities(connection)
        keys = keys_by_look(connection, {row.word for row, _ in self.by_look}, judged, without) if self.by_look else {}
        for row, new in self.by_look:
            self.by_key += ({"teller_key": key, "new": new} for key in keys.get(look_of(row), ()))
        if self.by_key:
            query = update(teller).where(teller.c.key == bindparam("teller_key")).values(identity=bindparam("new"))
            connection.execute(query, self.by_key)


def _rework_office(connection: Connection, office: str, verdicts: Sequence[_Verdict], without: Collection[int]) -> None:
    """Give nameless holders of an office ("the defence secretary") the identity that holds it at that time.

    See ``offices.holder_on``.
    """
    query = (
        select(teller.c.key, or_(teller.c.named, teller.c.last_word != ""), teller.c.identity, article.c.published)
        .join(article, article.c.key == teller.c.article)
        .where(teller.c.office == office, article.c.current)
    )
    if without:
        query = query.where(article.c.key.not_in(sorted(without)))
    holders: list[tuple[int, int]] = []
    nameless: list[tuple[int, int | None, str | None]] = []
    for key, named, held, published in connection.execute(query):
        if not named:
            nameless.append((key, held, published))
        elif held is not None and (day := day_of(published)) is not None:
            holders.append((day, held))
    holders.sort()
    judged_keys = {key for verdict in verdicts for key in (verdict.one, verdict.other)}
    for key, held, published in nameless:
        if key in judged_keys:
            continue
        day = day_of(published)
        meant = None if day is None else holder_on(day, holders)
        if meant != held:
            connection.execute(update(teller).where(teller.c.key == key).values(identity=meant))
