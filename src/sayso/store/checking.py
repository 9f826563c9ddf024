"""Whether a corpus is whole: every row says what the reading it came from says, and every byte is what was put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from sqlalchemy import Connection, func, select

from sayso.claims.statements import statements_of
from sayso.errors import SaysoError
from sayso.schema import Entry, Statement
from sayso.store import indexes, matching
from sayso.store.packed import digest, digest_of_text, unpack, unpack_reading
from sayso.store.rows import entry_of, entry_query, in_batches, statements_in
from sayso.store.storable import storable
from sayso.store.store import Store
from sayso.store.tables import article, body, page, statement, teller

Progress = Callable[[int, int], None]
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be.

    :param where: the id of an article or statement, or a part of the corpus in a word or two.
    :param what: in a plain sentence.
    """

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    :param articles, statements, bodies: how many were looked at.
    :param unmatched: articles that are still to be held against the rest.
    :param problems: empty if all is well.
    """

    articles: int
    statements: int
    bodies: int
    unmatched: int
    problems: tuple[Problem, ...]


def check(store: Store, progress: Progress | None = None, *, problems_max: int = 1000) -> Report:
    """Look at everything that was added, in one state of the corpus, while others go on writing.

    :param progress: told how many articles are done, and how many there are.
    :param problems_max: no more are reported.
    """
    problems: list[Problem] = []

    def note(found: Iterable[Problem]) -> None:
        problems.extend(islice(found, problems_max - len(problems)))

    # SQLite's own check of its index is a command that writes, and would not go with the long transaction below.
    with store.writing() as connection:
        if not indexes.sound(connection):
            problems.append(
                Problem("full text", "does not hold the words of the statements; `sayso db rematch` makes it anew")
            )
    with store.reading_connection() as connection:
        note(chain(_of_file(connection), _of_pages(connection), _of_bodies(connection)))
        keys = connection.scalars(select(article.c.key).order_by(article.c.key)).all()
        done = 0
        for batch in in_batches(keys, _AT_ONCE):
            note(_of_articles(connection, batch))
            done += len(batch)
            if progress is not None:
                progress(done, len(keys))
        return Report(
            articles=len(keys),
            statements=connection.scalar(select(func.count()).select_from(statement)) or 0,
            bodies=connection.scalar(select(func.count()).select_from(body)) or 0,
            unmatched=matching.unmatched(connection),
            problems=tuple(problems),
        )


def _of_file(connection: Connection) -> Iterator[Problem]:
    """SQLite can check its own pages, indexes and references; PostgreSQL has constraints and checksums of its own."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if said != "ok":
            yield Problem("file", str(said))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(f"table {row[0]}", f"row {row[1]} refers to a row of {row[2]} that is not there")


def _of_pages(connection: Connection) -> Iterator[Problem]:
    newest = (
        select(article.c.page, func.max(article.c.version).label("version")).group_by(article.c.page).subquery("newest")
    )
    wrong = (
        select(article.c.id, article.c.current)
        .join(newest, newest.c.page == article.c.page)
        .where(article.c.current != (article.c.version == newest.c.version))
    )
    for row in connection.execute(wrong):
        yield Problem(row.id, f"is {'' if row.current else 'not '}marked as the newest version of its page")
    empty = select(page.c.name).outerjoin(article, article.c.page == page.c.key).where(article.c.key.is_(None))
    for name in connection.scalars(empty):
        yield Problem(name, "is a page without an article")
    first = article.alias()
    apart = (
        select(article.c.id, first.c.id.label("first"))
        .join(first, first.c.key == article.c.same_text_as)
        .where(article.c.text_hash != first.c.text_hash)
    )
    for row in connection.execute(apart):
        yield Problem(row.id, f"is marked as having the text of {row.first}, and has another")
    superseded = select(article.c.id).where(article.c.current.is_(False), article.c.matched)
    for id in connection.scalars(superseded):
        yield Problem(id, "takes part in what is found between articles, though a newer version is held")


def _of_bodies(connection: Connection) -> Iterator[Problem]:
    keys = connection.scalars(select(body.c.key).order_by(body.c.key)).all()
    for batch in in_batches(keys, _AT_ONCE):
        for row in connection.execute(select(body).where(body.c.key.in_(batch))):
            try:
                raw = unpack(row.compressed)
            except SaysoError as error:
                yield Problem(f"page body {row.hash[:12]}", error.message)
                continue
            if digest(raw) != row.hash or len(raw) != row.size_bytes:
                yield Problem(f"page body {row.hash[:12]}", "is not what was put in: its hash or size differs")


def _of_articles(connection: Connection, keys: list[int]) -> Iterator[Problem]:
    rows = connection.execute(entry_query().where(article.c.key.in_(keys)).order_by(article.c.key)).all()
    packed = {
        row.key: row
        for row in connection.execute(
            select(article.c.key, article.c.reading, article.c.text_hash).where(article.c.key.in_(keys))
        )
    }
    held: dict[str, list[Statement]] = {row.id: [] for row in rows}
    for one in statements_in(connection, keys).values():
        held[one.article].append(one)
    counting = select(teller.c.article, func.count().label("n")).where(teller.c.article.in_(keys))
    counts = {row.article: row.n for row in connection.execute(counting.group_by(teller.c.article))}
    for row in rows:
        entry = entry_of(row)
        yield from _of_article(
            entry, packed[row.key].reading, packed[row.key].text_hash, held[entry.id], counts.get(row.key, 0)
        )


def _of_article(entry: Entry, packed: bytes, text_hash: str, held: list[Statement], tellers: int) -> Iterator[Problem]:
    try:
        reading = unpack_reading(packed)
    except SaysoError as error:
        yield Problem(entry.id, f"its reading cannot be read: {error.message}")
        return
    text = reading.article.text
    if digest_of_text(text) != text_hash:
        yield Problem(entry.id, "its text is not what was put in: the hash differs")
    if tellers != len(reading.speakers):
        yield Problem(entry.id, f"has {tellers} of the {len(reading.speakers)} speakers of its reading")
    expected = {one.id: one for one in statements_of(entry, reading)}
    if missing := expected.keys() - {one.id for one in held}:
        yield Problem(entry.id, f"lacks {len(missing)} of the {len(expected)} statements of its reading")
    for one in held:
        there = expected.get(one.id)
        if there is None:
            yield Problem(one.id, "is not in the reading of its article")
        elif one.content != there.content or one.text != storable(reading.text_of(one.content)):
            yield Problem(one.id, "its span does not give its words in the text")
        elif [(t.label, t.channel) for t in one.chain] != [(storable(t.label), t.channel) for t in there.chain]:
            yield Problem(one.id, "its chain is not that of the reading")
