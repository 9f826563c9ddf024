"""One round over the feeds that are due: ask them, fetch what they name that is new or changed, read it, keep it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sayso.cli.adding import Adder, Intake, Outcome
from sayso.cli.reader import failure_of
from sayso.cli.tally import Tally
from sayso.pages.feeds import ADDRESS_MAX_BYTES, Feed, Item, feed_of
from sayso.pages.fetch import Answer, Fetched
from sayso.pages.lanes import Errand, Lanes, Postponed
from sayso.pages.reject import counted
from sayso.schema import Added, Rejected
from sayso.store import watching
from sayso.store.watching import Wanted, Watched

if TYPE_CHECKING:
    from sayso.pages.fetcher import Fetcher
    from sayso.store.store import Store

SAID_MAX_S = 3 * 3_600
"""A feed that says it need not be asked for longer is asked all the same: some say a year."""
BACK_OFF_S = 900
"""After a failure, doubled with each one in a row …"""
BACK_OFF_MAX_S = 86_400
"""… up to a day."""
PARTS_MAX = 10
"""Of a site map index, in one round; the newest."""
_AGAIN = frozenset({"fetch failed", "unreadable"})
"""Refusals that may pass. The others hold until the feed says that the item changed."""
_TAKEN_DOWN = 410


@dataclass(frozen=True, slots=True)
class Manners:
    """How a round behaves.

    :param pause_s: between two requests to one host.
    :param items_max: of one feed, in one round; the rest wait for the next.
    :param every_s: between two looks at a feed; 0 where somebody else decides that (cron).
    """

    pause_s: float = 1.0
    items_max: int = 100
    every_s: int = 0


@dataclass(slots=True)
class Report:
    """What a round came to."""

    feeds: int = 0
    unchanged: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    postponed: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a site map index, on its way."""

    feed: Watched
    part: Item


class Round:
    """A round; make a new one for the next.

    :param tell: is told, after each errand, how many are done and how many there are.
    """

    def __init__(self, store: Store, intake: Intake, manners: Manners, tell: Callable[[int, int], None]) -> None:
        self._store = store
        self._intake = intake
        self._manners = manners
        self._tell = tell
        self._sent: set[str] = set()
        self._to_ask: dict[str, Watched] = {}
        self._errands = self._done = 0
        self.report = Report()
        self.tally = Tally(store, self._settled)

    def run(self) -> None:
        """Go round, to the end or to Ctrl-C; in both cases what was read is kept.

        :raises StoreError: if the store cannot go on.
        """
        with Lanes(self._intake.settings, pause_s=self._manners.pause_s) as lanes, self._intake.worker() as adder:
            try:
                self._ask_due(lanes)
                while lanes.busy:
                    errand, result = lanes.take()
                    self._take(errand, result, lanes, adder)
                    self._done += 1
                    self._tell(self._done, self._errands)
            finally:
                self.tally.flush()
                with self._store.writing() as connection:
                    watching.release(connection, self._to_ask)

    def _send(self, lanes: Lanes, errand: Errand) -> None:
        self._errands += 1
        lanes.send(errand)

    def _ask_due(self, lanes: Lanes) -> None:
        with self._store.writing() as connection:
            due = watching.take_due(connection, datetime.now(UTC))
        self.report.feeds += len(due)
        for one in due:
            self._to_ask[one.url] = one
            self._send(lanes, Errand(one, one.url, partial(_ask, one.url, one.etag, one.modified)))

    def _take(self, errand: Errand, result: object, lanes: Lanes, adder: Adder) -> None:
        if isinstance(errand.key, Watched):
            self._to_ask.pop(errand.key.url, None)
            self._feed_came(errand.key, result, lanes)
        elif isinstance(errand.key, _Part):
            self._part_came(errand.key, result, lanes)
        elif isinstance(errand.key, Wanted):
            self._page_came(errand.key, result, adder)

    def _feed_came(self, feed: Watched, result: object, lanes: Lanes) -> None:
        if not isinstance(result, Answer):
            self._feed_failed(feed, *_problem_of(result))
            return
        url = feed.url
        if result.status == _TAKEN_DOWN:
            with self._store.writing() as connection:
                watching.failed(connection, url, "taken down for good (410); it is not asked any more", due=None)
            self.report.problems.append((url, "taken down for good (410); it is not asked any more"))
            return
        if result.status == 304:
            self.report.unchanged += 1
            self._answered(feed, result, None)
        elif not 200 <= result.status < 300:
            self._feed_failed(feed, f"the server answered {result.status}", result.wait_s)
            return
        else:
            found = feed_of(result.body, result.url, charset=result.charset)
            if isinstance(found, Rejected):
                self._feed_failed(feed, found.detail, result.wait_s)
                return
            self._answered(feed, result, found)
            if found.feeds:
                self._feeds_named(feed, found, lanes)
        if result.moved_to is not None and len(result.moved_to) <= ADDRESS_MAX_BYTES:
            with self._store.writing() as connection:
                watching.moved(connection, url, result.moved_to)
            url = result.moved_to
        self._fetch_wanted(url, lanes)

    def _answered(self, feed: Watched, answer: Answer, found: Feed | None) -> None:
        """Write down what a feed named, and when to ask it next, at once: if it is, nothing it named is lost."""
        said_s = max(found.every_s or 0 if found is not None else 0, answer.fresh_s or 0)
        wait_s = max(self._manners.every_s, min(said_s, SAID_MAX_S))
        due = datetime.now(UTC) + timedelta(seconds=wait_s * random.uniform(0.85, 1.0))  # noqa: S311
        with self._store.writing() as connection:
            if found is not None and found.kind != "OPML":
                self._items_named(*watching.named(connection, feed.url, found.items))
                self.report.left_out += found.left_out
            watching.answered(
                connection,
                feed.url,
                due=due,
                title=found.title if found is not None else None,
                etag=answer.etag if found is not None else answer.etag or feed.etag,
                modified=answer.modified if found is not None else answer.modified or feed.modified,
            )

    def _items_named(self, new: int, changed: int) -> None:
        self.report.new += new
        self.report.changed += changed

    def _feeds_named(self, feed: Watched, found: Feed, lanes: Lanes) -> None:
        if found.kind == "OPML":
            with self._store.writing() as connection:
                new = watching.remember(connection, (one.url for one in found.feeds))
            if new:
                self._ask_due(lanes)
            return
        with self._store.reading_connection() as connection:
            parts = watching.parts_to_read(connection, feed.url, found.feeds, PARTS_MAX)
        for part in parts:
            self._send(lanes, Errand(_Part(feed, part), part.url, partial(_ask, part.url, None, None)))

    def _part_came(self, key: _Part, result: object, lanes: Lanes) -> None:
        problem: str | None = None
        if not isinstance(result, Answer):
            problem, _ = _problem_of(result)
        elif not 200 <= result.status < 300:
            problem = f"the server answered {result.status}"
        else:
            found = feed_of(result.body, result.url, charset=result.charset)
            if isinstance(found, Rejected):
                problem = found.detail
            elif found.kind != "site map":
                problem = f"a site map is needed, and this is {found.kind}"
            else:
                with self._store.writing() as connection:
                    self._items_named(*watching.named(connection, key.feed.url, found.items))
                    watching.named(connection, key.feed.url, [key.part], pages=False)
                self.report.left_out += found.left_out
                self._fetch_wanted(key.feed.url, lanes)
        if problem is not None:
            self.report.problems.append((key.part.url, problem))

    def _fetch_wanted(self, url: str, lanes: Lanes) -> None:
        with self._store.reading_connection() as connection:
            items = watching.wanted(connection, url, self._manners.items_max)
        for item in items:
            if item.url not in self._sent:
                self._sent.add(item.url)
                self._send(lanes, Errand(item, item.url, partial(_fetch, item.url)))

    def _page_came(self, item: Wanted, result: object, adder: Adder) -> None:
        if isinstance(result, Postponed):
            self.report.postponed += 1
            return
        try:
            if isinstance(result, Exception):
                raise result
            assert isinstance(result, Fetched | Rejected)
            outcome = adder.add(result, item.url, published=item.published)
        except Exception as error:  # one bad page must not stop the others
            outcome = Outcome(item.url, failure=failure_of(error))
        self.tally.put(outcome)

    def _settled(self, outcome: Outcome, added: Added | None) -> None:
        with self._store.writing() as connection:
            if outcome.rejected is not None:
                problem = f"{outcome.rejected.reason}: {outcome.rejected.detail}"
                good = outcome.rejected.reason not in _AGAIN
                watching.came_to_nothing(connection, outcome.name, problem, for_good=good)
            elif outcome.failure is not None:
                watching.came_to_nothing(connection, outcome.name, outcome.failure, for_good=False)
            else:
                article = added.entry.id if added is not None else outcome.held
                watching.came(connection, outcome.name, article=article)

    def _feed_failed(self, feed: Watched, problem: str, wait_s: float | None) -> None:
        back_off_s = max(self._manners.every_s, BACK_OFF_S) * 2 ** min(feed.failures, 10)
        later_s = max(wait_s or 0, min(back_off_s, BACK_OFF_MAX_S)) * random.uniform(1.0, 1.2)  # noqa: S311
        with self._store.writing() as connection:
            watching.failed(connection, feed.url, problem, due=datetime.now(UTC) + timedelta(seconds=later_s))
        self.report.problems.append((feed.url, problem))

    def summary(self) -> list[str]:
        """Say in lines what came of it."""
        report, tally = self.report, self.tally
        line = f"{counted(report.feeds, 'feed')} asked"
        parts = [f"{report.unchanged} unchanged"] if report.unchanged else []
        parts += [f"{len(report.problems)} with problems"] if report.problems else []
        line += f" ({', '.join(parts)})" if parts else ""
        line += f"; {counted(report.new, 'new item')}"
        line += f", {report.changed} changed" if report.changed else ""
        lines = [line]
        lines += tally.summary()
        if report.left_out:
            lines.append(f"{counted(report.left_out, 'item')} left out: without an address, or too many")
        if report.postponed:
            lines.append(f"{counted(report.postponed, 'item')} left for later: their sites asked to be left alone")
        return lines


def _ask(url: str, etag: str | None, modified: str | None, fetcher: Fetcher) -> Answer | Rejected:
    return fetcher.ask(url, etag=etag, modified=modified)


def _fetch(url: str, fetcher: Fetcher) -> Fetched | Rejected:
    return fetcher.fetch(url)


def _problem_of(result: object) -> tuple[str, float | None]:
    """Say why a feed did not come, and for how long it asks to be left alone."""
    if isinstance(result, Rejected):
        return f"{result.reason}: {result.detail}", None
    if isinstance(result, Postponed):
        return "its site asks to be left alone", result.wait_s
    if isinstance(result, Exception):
        return failure_of(result), None
    return f"internal error, please report it: {type(result).__name__}", None


def addresses_of(arguments: Sequence[str]) -> list[str]:
    """Find the feeds that arguments name: addresses, OPML files, and files with an address a line.

    :raises InputError: for anything else.
    """
    from pathlib import Path

    from sayso.config import Settings
    from sayso.errors import InputError
    from sayso.pages.connections import Refused
    from sayso.pages.feed_lists import addresses_in
    from sayso.pages.files import URL, bytes_of
    from sayso.pages.web_addresses import shown, url_of

    found: list[str] = []
    for argument in arguments:
        if URL.match(argument):
            try:
                found.append(str(url_of(argument)))
            except Refused as refused:
                raise InputError(refused.detail) from refused
            continue
        body = bytes_of(Path(argument), Settings())
        if isinstance(body, Rejected):
            raise InputError(f"{argument}: {body.detail}")
        listed = addresses_in(body.decode("utf-8", "replace"))
        if listed is None:
            feed = feed_of(body, "")
            if isinstance(feed, Rejected) or feed.kind != "OPML":
                what = feed.detail if isinstance(feed, Rejected) else f"it is {feed.kind} itself."
                raise InputError(
                    f"expected a list of feeds in {argument}: OPML, or an address a line. {what}",
                    hint="a feed is named by its https:// address",
                )
            listed = [one.url for one in feed.feeds]
        found += listed
    for url in found:
        if len(url.encode()) > ADDRESS_MAX_BYTES:
            raise InputError(f"expected an address of at most {ADDRESS_MAX_BYTES:,} bytes, found {shown(url)}")
    return found
