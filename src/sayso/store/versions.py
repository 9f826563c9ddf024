"""The texts that a page had, one after the other.

They stand in the order in which they were fetched, where that is known, and else in the order in which they came. So a
web archive gives the same versions whichever capture is read first. A page that goes back to an earlier text has a new
version; the same capture read again is no version.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, select, update

from sayso.store.tables import article, page


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a page.

    :param key: ``article.key``.
    """

    key: int
    number: int
    text_hash: str
    fetched: datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs among the versions of its page.

    :param held: key of the article that it is already; the rest then means nothing.
    :param before: the version before it.
    :param after: the versions after it, oldest first; empty if it is the newest.
    """

    held: int | None = None
    before: Version | None = None
    after: tuple[Version, ...] = ()

    @property
    def number(self) -> int:
        """Number the version."""
        return self.after[0].number if self.after else (self.before.number + 1 if self.before else 1)


def versions_of(connection: Connection, page_key: int) -> list[Version]:
    """Give the versions of a page, oldest first."""
    query = select(article.c.key, article.c.version, article.c.text_hash, article.c.fetched)
    rows = connection.execute(query.where(article.c.page == page_key).order_by(article.c.version))
    return [Version(row.key, row.version, row.text_hash, moment(row.fetched)) for row in rows]


def place_of(versions: Sequence[Version], text_hash: str, fetched: datetime | None) -> Place:
    """Find out where a text belongs.

    :param versions: that the page has, oldest first.
    :param fetched: when the text was fetched. Where that is not known, a text that the page ever had is held already,
        and another is the newest.
    """
    same = [one for one in versions if one.text_hash == text_hash]
    if fetched is None and same:
        return Place(held=same[-1].key)
    index = len(versions)
    if fetched is not None:
        while index and (earlier := versions[index - 1].fetched) is not None and earlier > fetched:
            index -= 1
    for neighbour in versions[max(index - 1, 0) : index + 1]:
        if neighbour.text_hash == text_hash:
            return Place(held=neighbour.key)
    return Place(before=versions[index - 1] if index else None, after=tuple(versions[index:]))


def make_room(connection: Connection, place: Place) -> None:
    """Count up the versions that come after a new one; from the last, as no two may have one number for a moment."""
    for one in reversed(place.after):
        connection.execute(update(article).where(article.c.key == one.key).values(version=one.number + 1))


def held(connection: Connection, name: str, text_hash: str, fetched: str | None) -> int | None:
    """Give the key of the article that a text on a page is already, or ``None`` if adding it would do something.

    :param name: of the page, as ``page_name`` gives it.
    """
    page_key = connection.scalar(select(page.c.key).where(page.c.name == name))
    if page_key is None:
        return None
    return place_of(versions_of(connection, page_key), text_hash, moment(fetched)).held


def moment(written: str | None) -> datetime | None:
    """Read a time in ISO 8601; UTC where it says nothing else, ``None`` where it is none."""
    try:
        found = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found is not None and found.tzinfo is None else found
