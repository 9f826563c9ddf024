"""The feeds that a corpus follows, and what they named: so that nothing is fetched twice, and nothing forgotten.

Times are ISO 8601 in UTC, to the second, so that they compare as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from sayso.pages.feeds import Item
from sayso.store.rows import in_batches
from sayso.store.storable import storable
from sayso.store.tables import feed, feed_item

TRIES_MAX = 3
"""An item that cannot be had so often in a row is given up, until its feed says that it changed."""
READS_MAX = 20
"""A feed that calls an item changed at every look is not believed any more after so many times."""
NEVER = "9999-12-31T00:00:00+00:00"
"""When a feed is due that has been taken down for good."""
_LEASE = timedelta(minutes=15)
"""For so long a feed that one process asks is left alone by the others, should that process be killed."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed that the corpus follows.

    :param etag, modified: what its server gave last, to ask whether there is anything new.
    :param checked: when it was last asked; ``None`` for never.
    :param due: not to be asked before.
    :param failures: how often in a row it could not be had.
    :param problem: what was wrong the last time.
    """

    url: str
    title: str | None
    etag: str | None
    modified: str | None
    checked: str | None
    due: str | None
    failures: int
    problem: str | None

    @property
    def is_gone(self) -> bool:
        """Whether its server said that it is gone for good."""
        return self.due == NEVER


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item that is to be fetched."""

    url: str
    published: str | None


def now_text(moment: datetime | None = None) -> str:
    """Write a time as the tables have it; now, if none is given."""
    return (moment or datetime.now(UTC)).isoformat(timespec="seconds")


def remember(connection: Connection, urls: Iterable[str]) -> int:
    """Follow these feeds from now on; those that are followed stay as they are.

    :return: how many are new.
    """
    new = 0
    for batch in in_batches(dict.fromkeys(storable(url) for url in urls)):
        known = set(connection.scalars(select(feed.c.url).where(feed.c.url.in_(batch))))
        rows = [{"url": url, "failures": 0} for url in batch if url not in known]
        if rows:
            connection.execute(insert(feed), rows)
        new += len(rows)
    return new


def forget(connection: Connection, url: str) -> bool:
    """Follow a feed no longer; the articles that came from it stay.

    :return: whether it was followed.
    """
    connection.execute(delete(feed_item).where(feed_item.c.feed == url))
    return connection.execute(delete(feed).where(feed.c.url == url)).rowcount > 0


def watched(connection: Connection) -> list[Watched]:
    """Give all feeds, by address."""
    return [_watched(row) for row in connection.execute(select(feed).order_by(feed.c.url))]


def take_due(connection: Connection, moment: datetime) -> list[Watched]:
    """Give the feeds that are due, and keep other processes from asking them too."""
    due = or_(feed.c.due.is_(None), feed.c.due <= now_text(moment))
    found = [_watched(row) for row in connection.execute(select(feed).where(due).order_by(feed.c.url))]
    for batch in in_batches(found):
        taken = update(feed).where(feed.c.url.in_([one.url for one in batch]))
        connection.execute(taken.values(due=now_text(moment + _LEASE)))
    return found


def next_due(connection: Connection) -> str | None:
    """Give when the next feed is due; ``None`` if none is followed any more."""
    found = connection.execute(select(feed.c.due).where(or_(feed.c.due.is_(None), feed.c.due < NEVER))).scalars().all()
    return min((one or "" for one in found), default=None)


def answered(
    connection: Connection,
    url: str,
    *,
    due: datetime,
    title: str | None = None,
    etag: str | None = None,
    modified: str | None = None,
) -> None:
    """Write down that a feed was had."""
    values = {"etag": storable(etag), "modified": storable(modified)}
    if title is not None:
        values["title"] = storable(title)
    _update(connection, url, **values, checked=now_text(), due=now_text(due), failures=0, problem=None)


def failed(connection: Connection, url: str, problem: str, *, due: datetime | None) -> None:
    """Write down that a feed could not be had.

    :param due: ``None`` if it is gone for good.
    """
    _update(
        connection,
        url,
        checked=now_text(),
        due=NEVER if due is None else now_text(due),
        failures=feed.c.failures + 1,
        problem=storable(problem),
    )


def release(connection: Connection, urls: Iterable[str]) -> None:
    """Let feeds be asked at once that were taken and then not asked."""
    for batch in in_batches(urls):
        connection.execute(update(feed).where(feed.c.url.in_(batch)).values(due=None))


def moved(connection: Connection, old: str, new: str) -> None:
    """Follow a feed at its new address, with all that is known of it."""
    new = storable(new)
    if old == new:
        return
    if connection.scalar(select(feed.c.url).where(feed.c.url == new)) is None:
        columns = [column.name for column in feed.c if column.name != "url"]
        row = connection.execute(select(feed).where(feed.c.url == old)).first()
        if row is None:
            return
        connection.execute(insert(feed).values(url=new, **{name: getattr(row, name) for name in columns}))
    known = select(feed_item.c.url).where(feed_item.c.feed == new)
    connection.execute(delete(feed_item).where(feed_item.c.feed == old, feed_item.c.url.in_(known)))
    connection.execute(update(feed_item).where(feed_item.c.feed == old).values(feed=new))
    connection.execute(delete(feed).where(feed.c.url == old))


def named(connection: Connection, url: str, items: Sequence[Item], *, pages: bool = True) -> tuple[int, int]:
    """Write down what a feed names: what is new is to be fetched, and what has changed since, fetched again.

    :param pages: whether the items are pages to be read, and not parts of a site map.
    :return: how many items are new, and how many have changed.
    """
    new = changed = 0
    for batch in in_batches(items):
        known = {
            row.url: row
            for row in connection.execute(
                select(feed_item).where(feed_item.c.feed == url, feed_item.c.url.in_([item.url for item in batch]))
            )
        }
        read_already = _read_elsewhere(connection, url, [item for item in batch if item.url not in known])
        rows = []
        for item in batch:
            before = known.get(item.url)
            if before is None:
                article = read_already.get(item.url)
                rows.append(_row(url, item, pending=pages and article is None, article=article))
                new += article is None
            elif _has_changed(item, before.updated) and before.reads < READS_MAX:
                connection.execute(
                    update(feed_item)
                    .where(feed_item.c.feed == url, feed_item.c.url == item.url)
                    .values(
                        updated=item.updated,
                        published=item.published or before.published,
                        pending=pages,
                        tries=0,
                        reads=before.reads if pages else before.reads + 1,
                    )
                )
                changed += 1
        if rows:
            connection.execute(insert(feed_item), rows)
    return new, changed


def wanted(connection: Connection, url: str, most: int) -> list[Wanted]:
    """Give a feed's items that are to be fetched, the newest first."""
    query = (
        select(feed_item.c.url, feed_item.c.published)
        .where(feed_item.c.feed == url, feed_item.c.pending)
        .order_by(func.coalesce(feed_item.c.updated, "").desc(), feed_item.c.url)
        .limit(most)
    )
    return [Wanted(row.url, row.published) for row in connection.execute(query)]


def came(connection: Connection, url: str, *, article: str | None) -> None:
    """Write down that an item was fetched and is in the corpus, for every feed that names it.

    :param article: id of the entry.
    """
    connection.execute(
        update(feed_item)
        .where(feed_item.c.url == url)
        .values(pending=False, tries=0, reads=feed_item.c.reads + 1, article=article, problem=None)
    )


def came_to_nothing(connection: Connection, url: str, problem: str, *, for_good: bool) -> None:
    """Write down why an item is not in the corpus.

    :param for_good: it will not do to fetch it again.
    """
    mine = feed_item.c.url == url
    connection.execute(
        update(feed_item)
        .where(and_(mine, feed_item.c.pending))
        .values(problem=storable(problem), tries=feed_item.c.tries + 1)
    )
    over = mine if for_good else and_(mine, feed_item.c.tries >= TRIES_MAX)
    connection.execute(update(feed_item).where(over).values(pending=False))


def parts_to_read(connection: Connection, url: str, parts: Sequence[Item], most: int) -> list[Item]:
    """Give the parts of a site map index that are new or have changed, or may have: those without a date."""
    known = {
        row.url: row.updated
        for batch in in_batches(parts)
        for row in connection.execute(
            select(feed_item.c.url, feed_item.c.updated).where(
                feed_item.c.feed == url, feed_item.c.url.in_([part.url for part in batch])
            )
        )
    }
    due = [p for p in parts if p.url not in known or p.updated is None or (p.updated > (known[p.url] or ""))]
    return due[:most]


def _has_changed(item: Item, before: str | None) -> bool:
    return item.updated is not None and (before is None or item.updated > before)


def _read_elsewhere(connection: Connection, url: str, items: Sequence[Item]) -> dict[str, str]:
    """Give the articles of items that another feed has named and that were read since they last changed."""
    if not items:
        return {}
    by_url = {item.url: item for item in items}
    query = select(feed_item.c.url, feed_item.c.updated, feed_item.c.article).where(
        feed_item.c.url.in_(list(by_url)),
        feed_item.c.feed != url,
        feed_item.c.article.is_not(None),
        feed_item.c.pending.is_(False),
    )
    return {
        row.url: row.article
        for row in connection.execute(query)
        if row.updated is None or not _has_changed(by_url[row.url], row.updated)
    }


def _row(url: str, item: Item, *, pending: bool, article: str | None) -> dict[str, object]:
    return {
        "feed": url,
        "url": storable(item.url),
        "source": storable(item.source),
        "seen": now_text(),
        "published": storable(item.published),
        "updated": item.updated,
        "pending": pending,
        "tries": 0,
        "reads": 0 if article is None else 1,
        "article": article,
    }


def _update(connection: Connection, url: str, **values: object) -> None:
    connection.execute(update(feed).where(feed.c.url == url).values(**values))


def _watched(row: object) -> Watched:
    return Watched(*(getattr(row, name) for name in Watched.__slots__))
