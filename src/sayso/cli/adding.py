"""Pages to articles ready for the corpus, one at a time: what a worker process does when adding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from sayso.cli.reader import Reader, failure_of
from sayso.cli.work import Task
from sayso.config import Profile, Settings
from sayso.pages.fetch import Fetched
from sayso.schema import Article, Rejected

if TYPE_CHECKING:
    from sayso.store.adding import Prepared
    from sayso.store.store import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page: ready to be written, held already, a refusal, or a failure in words.

    :param held: id of the article that it is.
    """

    name: str
    prepared: Prepared | None = None
    held: str | None = None
    rejected: Rejected | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """How to read pages for a corpus.

    :param store: where it is; each process looks there for what need not be read again.
    :param as_is: a page is the report's text itself.
    """

    settings: Settings
    store: str | None
    profile: Profile = "fast"
    as_is: bool = False

    def worker(self) -> Adder:
        """Give what a process of the pool does."""
        return Adder(self)

    def lost(self, task: Task, why: str) -> Outcome:
        """Give the result of a page whose process died."""
        return Outcome(task.name, failure=why)


class Adder:
    """Reads pages that the corpus does not have yet, one after the other."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._reader = Reader(intake.settings, as_is=intake.as_is)
        self._store: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close what was opened."""
        self._reader.close()
        if self._store is not None:
            self._store.close()

    def work(self, task: Task) -> Outcome:
        """Read one page, unless it is held. Never raises: one bad page must not stop a run."""
        try:
            return self.add(self._reader.fetched(task.page), task.name)
        except Exception as error:  # the process boundary: report it, and go on with the next page
            return Outcome(task.name, failure=failure_of(error))

    def add(self, fetched: Fetched | Article | Rejected, name: str, *, published: str | None = None) -> Outcome:
        """Read a page that is here already.

        :param published: what others say of when it was published, for a page that does not say so itself.
        """
        import sayso
        from sayso.store import arrivals
        from sayso.store.adding import Incoming, prepare

        body = address = at = None
        if isinstance(fetched, Fetched):
            body, address = fetched.body, fetched.url or None
            at = fetched.at or (datetime.now(UTC).isoformat(timespec="seconds") if address else None)
            if not self._intake.as_is:
                with self._opened().reading_connection() as connection:
                    held = arrivals.held_by_bytes(connection, fetched.body, address, at)
                if held is not None:
                    return Outcome(name, held=held)
        article = self._reader.article(fetched)
        if isinstance(article, Rejected):
            return Outcome(name, rejected=article)
        with self._opened().reading_connection() as connection:
            held = arrivals.held_by_text(connection, article, address, at)
        if held is not None:
            return Outcome(name, held=held)
        if article.published is None and published is not None:
            found = sayso.schema.Found("published", "feed")
            article = replace(article, published=published, found=(*article.found, found))
        article = article if article.id else replace(article, id=name)
        reading = sayso.attribute(article, profile=self._intake.profile)
        return Outcome(name, prepared=prepare(Incoming(reading, body, address, at)))

    def _opened(self) -> Store:
        if self._store is None:
            from sayso.store.store import Store

            self._store = Store.open(self._intake.store, create=False)
        return self._store
