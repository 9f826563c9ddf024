"""What comes in and what is followed, on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

import sayso
from sayso.pages.feeds import ADDRESS_MAX_BYTES, Feed, Item, feed_of
from sayso.schema import Reading, Rejected
from sayso.store import adding, arrivals, watching
from sayso.store.adding import Incoming, prepare
from sayso.store.counting import status_of, waiting
from sayso.store.store import Store
from sayso.store.tables import rejection

LONG = "".join(f"{n * 7_919 % 104_729:05}" for n in range(2_000))
"""That does not compress."""
BODY = b"<p>The bridge is closed, Mayor Ada Fenn said on Monday."


@pytest.fixture(scope="module")
def reading() -> Reading:
    return sayso.attribute("The bridge is closed, Mayor Ada Fenn said on Monday.", profile="fast")


def at(reading: Reading, url: str | None, text: str | None = None) -> Reading:
    article = replace(reading.article, url=url, publisher="The Post", published="2031-03-04")
    return replace(reading, article=article)


def test_what_is_held_is_known_before_it_is_read(store: Store, reading: Reading) -> None:
    url = "https://a.example/bridge"
    article = at(reading, url).article
    with store.reading_connection() as connection:
        assert arrivals.held_by_bytes(connection, BODY, url) is None
        assert arrivals.held_by_text(connection, article, url) is None
    id = store.add(at(reading, url), body=BODY, address=url).entry.id
    with store.reading_connection() as connection:
        for same in (url, None, "http://www.a.example/bridge?utm_source=x"):
            assert arrivals.held_by_bytes(connection, BODY, same) == id
        for other in ("https://b.example/bridge", "https://a.example/bridge?id=2", "javascript:alert(1)"):
            assert arrivals.held_by_bytes(connection, BODY, other) is None
        assert arrivals.held_by_bytes(connection, BODY + b" ", url) is None
        assert arrivals.held_by_text(connection, article, url) == id
        assert arrivals.held_by_text(connection, replace(article, url="https://b.example/"), None) is None


def test_a_page_that_goes_back_to_earlier_bytes_is_not_held(store: Store, reading: Reading) -> None:
    url, other = "https://a.example/bridge", sayso.attribute("The bridge is open, Mayor Ada Fenn said.", profile="fast")
    times = [f"2031-03-0{day}T00:00:00+00:00" for day in (1, 2, 3)]
    for one, body, fetched in ((at(reading, url), BODY, times[0]), (at(other, url), b"other", times[1])):
        with store.writing() as connection:
            adding.add(connection, prepare(Incoming(one, body, url, fetched)))
    with store.reading_connection() as connection:
        assert arrivals.held_by_bytes(connection, BODY, url, times[2]) is None
        assert arrivals.held_by_bytes(connection, BODY, url, times[0]) is not None
        assert arrivals.held_by_bytes(connection, BODY, None) is not None


def test_what_add_calls_unchanged_is_what_is_held_by_text(store: Store, reading: Reading) -> None:
    for url, address in ((None, None), ("https://a.example/1", None), (None, "https://b.example/2"), ("x\0y", None)):
        one = at(reading, url)
        with store.reading_connection() as connection:
            held = arrivals.held_by_text(connection, one.article, address)
        added = store.add(one, address=address)
        assert (added.what == "unchanged") == (held is not None)
        with store.reading_connection() as connection:
            assert arrivals.held_by_text(connection, one.article, address) == added.entry.id
        assert store.add(one, address=address).what == "unchanged"


def test_one_article_that_cannot_be_written_stops_nobody(store: Store, reading: Reading) -> None:
    good = [prepare(Incoming(at(reading, f"https://a.example/{n}"))) for n in range(3)]
    bad = replace(good[1], packed_reading=None)  # type: ignore[arg-type]
    results = arrivals.write(store, [good[0], bad, good[2]])
    assert [isinstance(one, Exception) for one in results] == [False, True, False]
    assert len(list(store.entries())) == 2


def test_refusals_are_kept_until_the_page_comes(store: Store) -> None:
    with store.writing() as connection:
        arrivals.refuse(connection, [("a\0b", Rejected("empty", "nothing")), ("c", Rejected("too short", "few"))])
        arrivals.refuse(connection, [("c", Rejected("language", "other")), (LONG, Rejected("empty", LONG))])
        arrivals.accept(connection, ["a\0b"])
    with store.reading_connection() as connection:
        found = {row.page[:4]: row.reason for row in connection.execute(select(rejection))}
    assert found == {"c": "language", LONG[:4]: "empty"}
    assert dict(status_of(store).refused) == {"language": 1, "empty": 1}


def test_the_longest_addresses_can_be_held(store: Store, reading: Reading) -> None:
    feed = "https://f.example/" + LONG[: ADDRESS_MAX_BYTES - 18]
    found = feed_of(
        f"<rss><channel><item><link>/{LONG[:1_181]}</link></item></channel></rss>".encode(), "https://a.example"
    )
    assert isinstance(found, Feed)
    assert len(found.items[0].url) > ADDRESS_MAX_BYTES - 5
    with store.writing() as connection:
        watching.remember(connection, [feed])
        watching.named(connection, feed, found.items)
        assert len(watching.wanted(connection, feed, 9)) == 1
    long = replace(
        reading,
        article=replace(reading.article, url=f"https://a.example/{LONG[:8_000]}", publisher=LONG, published=LONG),
    )
    assert store.add(long).what == "new"
    other = replace(long, article=replace(long.article, url=f"https://a.example/{LONG[:7_999]}x"))
    assert store.add(other).what == "same text"
    assert store.add(long).what == "unchanged"


def test_feeds_and_items(store: Store) -> None:
    now = datetime.now(UTC)
    old, new = Item("https://a.example/1", updated="2031-01-01T00:00:00+00:00"), Item("https://a.example/2")
    with store.writing() as connection:
        assert watching.remember(connection, ["https://f.example/a", "https://f.example/a", "https://f.example/b"]) == 2
        assert watching.remember(connection, ["https://f.example/a"]) == 0
        assert [one.url for one in watching.take_due(connection, now)] == ["https://f.example/a", "https://f.example/b"]
        assert watching.take_due(connection, now) == []
        assert watching.named(connection, "https://f.example/a", [old, new]) == (2, 0)
        assert watching.named(connection, "https://f.example/a", [old, new]) == (0, 0)
        assert [one.url for one in watching.wanted(connection, "https://f.example/a", 9)] == [old.url, new.url]
        watching.came(connection, old.url, article="0123456789ab")
        watching.came_to_nothing(connection, new.url, "too short", for_good=True)
        assert watching.wanted(connection, "https://f.example/a", 9) == []
        later = replace(old, updated="2031-01-02T00:00:00+00:00")
        assert watching.named(connection, "https://f.example/b", [old]) == (0, 0)  # read for the other feed
        assert watching.named(connection, "https://f.example/a", [later, new]) == (0, 1)
        assert [one.url for one in watching.wanted(connection, "https://f.example/a", 9)] == [old.url]
        watching.failed(connection, "https://f.example/b", "x\0y", due=None)
        watching.answered(connection, "https://f.example/a", due=now + timedelta(hours=1), title="T\ud800", etag='"e"')
        watching.moved(connection, "https://f.example/a", "https://f.example/new")
        found = watching.watched(connection)
        assert [(one.url, one.title, one.etag, one.is_gone) for one in found] == [
            ("https://f.example/b", None, None, True),
            ("https://f.example/new", "T\ufffd", '"e"', False),
        ]
        assert watching.next_due(connection) == watching.now_text(now + timedelta(hours=1))
        assert watching.forget(connection, "https://f.example/new")
        assert not watching.forget(connection, "https://f.example/new")
        assert watching.next_due(connection) is None


def test_a_feed_that_moves_to_a_followed_one_is_that_one(store: Store) -> None:
    with store.writing() as connection:
        watching.remember(connection, ["https://f.example/a", "https://f.example/b"])
        for url in ("https://f.example/a", "https://f.example/b"):
            watching.named(connection, url, [Item("https://a.example/1")])
        watching.named(connection, "https://f.example/a", [Item("https://a.example/2")])
        watching.moved(connection, "https://f.example/a", "https://f.example/b")
        assert [one.url for one in watching.watched(connection)] == ["https://f.example/b"]
        assert len(watching.wanted(connection, "https://f.example/b", 9)) == 2


def test_status_counts(store: Store, reading: Reading) -> None:
    empty = status_of(store)
    assert (empty.articles, empty.published, empty.added, empty.outlets, empty.feeds) == (0, None, None, (), ())
    assert empty.size_bytes is not None
    store.add(at(reading, "https://a.example/1"), body=BODY)
    store.add(at(reading, "https://a.example/2"))
    found = status_of(store)
    assert (found.articles, found.same_text, found.waiting, found.bodies) == (2, 1, 2, 1)
    assert found.published == ("2031-03-04", "2031-03-04")
    assert found.outlets == (("The Post", 2),)
    assert "***" in found.place or "@" not in found.place or ":" not in found.place.partition("@")[0][13:]
    assert waiting(store) == (2, 2)
