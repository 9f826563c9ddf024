"""The corpus, as programs use it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, select

from sayso.errors import NotFound, SchemaTooOld
from sayso.schema import Added, Decision, Entry, Judgement, Reading, Statement
from sayso.store import adding, engine, indexes, judgements, matching, removing, schema_version
from sayso.store.adding import Incoming
from sayso.store.failures import explained
from sayso.store.packed import unpack, unpack_reading
from sayso.store.place import Place, place_of
from sayso.store.rows import (
    article_keys,
    entries_by_key,
    entry_of,
    entry_query,
    in_batches,
    statement_keys,
    statements_by_key,
)
from sayso.store.successors import successors
from sayso.store.tables import article, body

_IN_ONE_TRANSACTION = 20
"""Articles that ``add_many`` writes at once: enough to make commits cheap, few enough to hold others up for moments."""
_ENTRIES_AT_ONCE = 500


class Store:
    """Articles with their readings, what was found between them, and people's judgements.

    ::

        with Store.open("news.sqlite") as store:
            store.add(sayso.read(page), body=page)
            store.match()

    One article is written as a whole or not at all. Several processes may use one store at once; a ``Store`` may be
    shared by threads.

    :raises StoreError: from every method, of the kind that says what to do.
    """

    def __init__(self, place: Place, engine: Engine) -> None:
        self.place = place
        self.engine = engine

    @classmethod
    def open(cls, where: str | Path | None = None, *, create: bool = True, wait_s: float = engine.WAIT_S) -> Store:
        """Open a corpus, and make it if there is none.

        :param where: a SQLite file or a ``postgresql://`` address; ``None`` for ``SAYSO_STORE``, else the user's own.
        :param create: make it if there is none.
        :param wait_s: how long to wait for other writers.
        :raises NotFound: if there is none and ``create`` is false.
        :raises SchemaTooNew, SchemaTooOld: if it does not fit this version of Sayso.
        """
        store = cls.unchecked(where, create=create, wait_s=wait_s)
        try:
            with store.reading_connection() as connection:
                ready = schema_version.check_version(connection, store.place)
            if not ready and not create:
                raise _nothing_at(store.place)
            if not ready:
                store.migrate()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def unchecked(
        cls, where: str | Path | None = None, *, create: bool = False, wait_s: float = engine.WAIT_S
    ) -> Store:
        """Open without a look at the version of the tables: for migrating, checking and copying.

        :raises NotFound: if there is no file and ``create`` is false.
        """
        place = place_of(where)
        engine.prepare_folder(place, create=create)
        if place.path is not None and not create and not place.path.exists():
            raise _nothing_at(place)
        return cls(place, engine.engine_of(place, wait_s=wait_s))

    def migrate(self) -> tuple[str | None, str]:
        """Bring the tables to what this version uses: all or nothing.

        :return: the version before (``None`` if there was nothing) and after.
        :raises SchemaTooNew: if a later Sayso made the corpus.
        """
        with explained(self.place), engine.altering(self.engine) as connection:
            with suppress(SchemaTooOld):
                schema_version.check_version(connection, self.place)
            return schema_version.migrate(connection)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading_connection(self) -> Iterator[Connection]:
        """Give a connection for queries, which all see the corpus as it was at the first of them."""
        with explained(self.place), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction; one writes at a time. Committed at the end, undone on an error."""
        writes = self.engine.execution_options(**{engine.WRITES: True})
        with explained(self.place), writes.begin() as connection:
            yield connection

    def add(self, reading: Reading, *, body: bytes | None = None, address: str | None = None) -> Added:
        """Add an article; nothing is done if it is there already.

        :param body: the page's bytes as they came, to be kept beside the text.
        :param address: where they came from.
        :raises BadReading: if parts of the reading do not fit together.
        """
        prepared = adding.prepare(Incoming(reading, body, address))
        with self.writing() as connection:
            return adding.add(connection, prepared)

    def add_many(self, articles: Iterable[Incoming]) -> Iterator[Added]:
        """Add articles as they come, some in one transaction; each is told of when it is safe."""
        for batch in in_batches(map(adding.prepare, articles), _IN_ONE_TRANSACTION):
            with self.writing() as connection:
                added = [adding.add(connection, prepared) for prepared in batch]
            yield from added

    def match(self, progress: matching.Progress | None = None, *, batch: int = matching.BATCH) -> int:
        """Hold all articles that were added since against the rest.

        :param progress: told how many are done, and how many there are.
        :param batch: articles in one transaction at most; others that write wait for it, so that there are fewer where
            matching is slow.
        :return: how many.
        """
        with self.reading_connection() as connection:
            to_do = matching.unmatched(connection)
        done, size = 0, min(batch, matching.FIRST_BATCH)
        while True:
            with self.writing() as connection:
                began = time.monotonic()
                now = matching.match_batch(connection, size)
            if not now:
                return done
            done += now
            size = matching.next_size(size, time.monotonic() - began, batch)
            if progress is not None:
                progress(done, max(done, to_do))

    def rematch(self, progress: matching.Progress | None = None) -> int:
        """Drop everything that was found between articles, and find it again. Judgements are kept and respected."""
        with self.writing() as connection:
            matching.forget(connection)
        return self.match(progress)

    def remove(self, article: str) -> Entry:
        """Take an article out; an earlier version of its page is current again.

        :param article: its id.
        :return: what was held.
        :raises NotFound: if there is none.
        """
        with self.writing() as connection:
            entry, key = self._entry(connection, article)
            removing.remove(connection, key)
        return entry

    def entry(self, article: str) -> Entry:
        """Give one article's entry by its id.

        :raises NotFound: if there is none.
        """
        with self.reading_connection() as connection:
            return self._entry(connection, article)[0]

    def entries(self, *, versions: bool = False) -> Iterator[Entry]:
        """Give all entries in the order in which they were added.

        :param versions: superseded versions too.
        """
        # A page at a time: no connection is held while the caller does something with an entry.
        query = entry_query().order_by(article.c.key).limit(_ENTRIES_AT_ONCE)
        if not versions:
            query = query.where(article.c.current)
        last = 0
        while True:
            with self.reading_connection() as connection:
                rows = connection.execute(query.where(article.c.key > last)).all()
            yield from map(entry_of, rows)
            if len(rows) < _ENTRIES_AT_ONCE:
                return
            last = rows[-1].key

    def versions(self, article_id: str) -> list[Entry]:
        """Give all versions of an article's page, oldest first."""
        with self.reading_connection() as connection:
            _, key = self._entry(connection, article_id)
            page = select(article.c.page).where(article.c.key == key).scalar_subquery()
            query = entry_query().where(article.c.page == page).order_by(article.c.version)
            return [entry_of(row) for row in connection.execute(query)]

    def reading(self, article_id: str) -> Reading:
        """Give the reading of an article, equal to the one that was added.

        :raises NotFound: if there is none.
        """
        with self.reading_connection() as connection:
            _, key = self._entry(connection, article_id)
            packed = connection.execute(select(article.c.reading).where(article.c.key == key)).scalar_one()
        return unpack_reading(packed)

    def body(self, article_id: str) -> bytes | None:
        """Give the bytes of an article's page as they came; ``None`` if they were not kept.

        :raises NotFound: if there is no such article.
        """
        with self.reading_connection() as connection:
            _, key = self._entry(connection, article_id)
            query = select(body.c.compressed).join(article, article.c.body == body.c.key).where(article.c.key == key)
            packed = connection.scalar(query)
        return None if packed is None else unpack(packed)

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        """Give statements by their ids, in the order of the ids.

        :raises NotFound: naming the first that is not there.
        """
        wanted = list(ids)
        with self.reading_connection() as connection:
            keys = statement_keys(connection, wanted)
            for id in wanted:
                if id not in keys:
                    raise NotFound(f"there is no statement {id}", hint="a statement's id looks like 9f3a0c12ab34#A7")
            found = statements_by_key(connection, keys.values())
        return [found[keys[id]] for id in wanted]

    def judge(
        self,
        decision: Decision,
        subject: str,
        other: str | None = None,
        note: str | None = None,
        *,
        author: str,
    ) -> Judgement:
        """Write down a person's verdict, and derive again what it touches.

        :param author: who decides.
        :raises InputError: if the ids do not fit the decision.
        :raises NotFound: if an id is not in the corpus.
        :raises Conflict: if the contrary verdict holds; undo that first.
        """
        with self.writing() as connection:
            made = judgements.judge(connection, decision, subject, other, note, author)
            indexes.judged(connection, _ids_of(connection, made))
        return made

    def undo(self, judgement: str, *, author: str) -> Judgement:
        """Take a verdict back, and derive again what it touched. It stays on record.

        :param judgement: its id.
        :raises NotFound: if there is none.
        :raises Conflict: if it has been undone before.
        """
        with self.writing() as connection:
            undone = judgements.undo(connection, judgement, author)
            indexes.judged(connection, _ids_of(connection, undone))
        return undone

    def judgements(self) -> list[Judgement]:
        """Give all judgements, those undone too, in the order in which they were made."""
        with self.reading_connection() as connection:
            return judgements.judgements(connection)

    def _entry(self, connection: Connection, id: str) -> tuple[Entry, int]:
        key = article_keys(connection, (id,)).get(id)
        if key is None:
            raise NotFound(f"there is no article {id}", hint="an article's id has 12 digits, such as 9f3a0c12ab34")
        return entries_by_key(connection, (key,))[key], key


def _ids_of(connection: Connection, made: Judgement) -> list[str]:
    """Give what a judgement is about: as it says, and what stands for that in the newest versions."""
    ids = [made.subject] if made.other is None else [made.subject, made.other]
    return list(dict.fromkeys([*ids, *successors(connection, ids).values()]))


def _nothing_at(place: Place) -> NotFound:
    return NotFound(f"there is no corpus at {place}", hint="`sayso add PAGE…` makes one; --store names another place")
