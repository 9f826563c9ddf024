"""Rounds over feeds, against a real server on the loopback address that behaves badly."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from reports import item, page, rss
from server import Server, answer, redirect
from sqlalchemy import select, update

from sayso.cli.adding import Intake
from sayso.cli.rounds import Manners, Round, addresses_of
from sayso.config import Settings
from sayso.errors import InputError
from sayso.pages.fetcher import Fetcher
from sayso.store import watching
from sayso.store.store import Store
from sayso.store.tables import feed, feed_item, rejection

SETTINGS = Settings(timeout_s=8.0, private_addresses=True)
UNCHANGED = b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "corpus.sqlite") as opened:
        yield opened


def go(store: Store, *urls: str, settings: Settings = SETTINGS, manners: Manners | None = None) -> Round:
    with store.writing() as connection:
        watching.remember(connection, urls)
    one = Round(store, Intake(settings, str(store.place)), manners or Manners(pause_s=0), lambda done, total: None)
    one.run()
    return one


def make_due(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(update(feed).where(feed.c.due < watching.NEVER).values(due=None))


def state(store: Store, url: str) -> watching.Watched:
    with store.reading_connection() as connection:
        return next(one for one in watching.watched(connection) if one.url == url)


def items(store: Store) -> dict[str, tuple[bool, str | None]]:
    with store.reading_connection() as connection:
        rows = connection.execute(select(feed_item)).all()
    return {row.url: (row.pending, row.article) for row in rows}


def html(number: int, **options: str) -> bytes:
    return answer(page(number, **options), content_type="text/html; charset=utf-8")


def test_new_items_are_added_once(server: Server, store: Store) -> None:
    server.routes |= {"/1": html(1), "/2": html(2)}
    server.routes["/feed"] = answer(
        rss(item("/1"), item("/2", more='<source url="https://wire.example/rss"/>')), etag='"a"'
    )
    url = server.url("/feed")
    one = go(store, url)
    assert (one.report.new, one.tally.added, one.report.problems) == (2, 2, [])
    assert {entry.url for entry in store.entries()} == {server.url("/1"), server.url("/2")}
    server.routes["/feed"] = UNCHANGED
    again = go(store)
    assert (again.report.feeds, again.report.unchanged, again.tally.in_all) == (1, 1, 0)
    assert server.seen[-1].headers["if-none-match"] == '"a"'
    assert sorted(server.targets()) == ["/1", "/2", "/feed", "/feed", "/robots.txt", "/robots.txt"]
    with store.reading_connection() as connection:
        source = connection.scalar(select(feed_item.c.source).where(feed_item.c.url == server.url("/2")))
    assert source == "https://wire.example/rss"


def test_a_changed_item_is_fetched_again_and_becomes_a_version(server: Server, store: Store) -> None:
    server.routes |= {"/1": html(1), "/feed": answer(rss(item("/1", date="Mon, 03 Mar 2025 06:00:00 GMT")))}
    go(store, server.url("/feed"))
    server.routes |= {
        "/1": html(1, more="“It was not safe,” said Ada Quill on Tuesday."),
        "/feed": answer(rss(item("/1", date="Tue, 04 Mar 2025 06:00:00 GMT"))),
    }
    one = go(store)
    assert (one.report.new, one.report.changed, one.tally.counts["version"]) == (0, 1, 1)
    (entry,) = store.entries()
    assert entry.version == 2
    assert go(store).report.changed == 0


def test_a_feed_that_always_says_changed_is_not_believed_for_ever(server: Server, store: Store) -> None:
    server.routes["/1"] = html(1)
    for n in range(watching.READS_MAX + 5):
        date = f"2025-03-01T{n // 60:02}:{n % 60:02}:00Z"
        server.routes["/feed"] = answer(rss(item("/1", date=date)))
        go(store, server.url("/feed"))
    assert server.targets().count("/1") == watching.READS_MAX
    assert len(list(store.entries(versions=True))) == 1


def test_a_page_without_a_date_gets_that_of_the_feed(server: Server, store: Store) -> None:
    server.routes |= {"/1": html(1), "/feed": answer(rss(item("/1", date="Mon, 03 Mar 2025 06:00:00 EST")))}
    go(store, server.url("/feed"))
    (entry,) = store.entries()
    assert entry.published == "2025-03-03T06:00:00-05:00"
    assert entry.fetched is not None
    assert any(found.where == "feed" for found in store.reading(entry.id).article.found)


def test_one_bad_feed_never_stops_the_others(server: Server, store: Store) -> None:
    def breaks_off(sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>")

    server.routes |= {
        "/good": answer(rss(item("/1"))),
        "/1": html(1),
        "/html": answer(b"<html><body>hello"),
        "/error": answer(b"", status="500 Server Error"),
        "/breaks": breaks_off,
        "/bomb": answer(gzip.compress(b" " * 100_000_000)),
        "/loop": redirect("/loop"),
        "/inside": redirect("file:///etc/passwd"),
    }
    bad = [server.url(name) for name in ("/html", "/error", "/breaks", "/bomb", "/loop", "/inside", "/missing")]
    one = go(store, *bad, server.url("/good"), "http://nowhere.invalid/feed")
    assert one.tally.added == 1
    assert {url for url, _ in one.report.problems} == {*bad, "http://nowhere.invalid/feed"}
    assert all(problem for _, problem in one.report.problems)
    asked = len(server.seen)
    assert go(store).report.feeds == 1  # the others are backed off
    assert server.targets()[asked:] == ["/robots.txt", "/good"]
    for url in bad:
        found = state(store, url)
        assert found.failures == 1
        assert found.due is not None
        assert datetime.fromisoformat(found.due) > datetime.now(UTC) + timedelta(minutes=10)


def test_failures_back_off_up_to_a_day(server: Server, store: Store) -> None:
    url = server.url("/missing")
    waits = []
    for _ in range(12):
        go(store, url)
        found = state(store, url)
        assert found.due is not None
        waits.append((datetime.fromisoformat(found.due) - datetime.now(UTC)) / timedelta(hours=1))
        make_due(store)
    assert all(later > sooner for sooner, later in pairwise(waits[:6]))
    assert max(waits) <= 24 * 1.2
    server.routes["/missing"] = answer(rss())
    go(store)
    assert (state(store, url).failures, state(store, url).problem) == (0, None)


def test_a_feed_that_is_gone_is_not_asked_again(server: Server, store: Store) -> None:
    server.routes["/feed"] = answer(b"", status="410 Gone")
    one = go(store, server.url("/feed"))
    assert "410" in one.report.problems[0][1]
    make_due(store)
    assert go(store, server.url("/feed")).report.feeds == 0
    assert state(store, server.url("/feed")).is_gone


def test_a_feed_that_moves_is_followed(server: Server, store: Store) -> None:
    server.routes |= {"/old": redirect("/new", "301 Moved"), "/new": answer(rss(item("/1")), etag='"n"'), "/1": html(1)}
    go(store, server.url("/old"))
    make_due(store)
    server.routes["/new"] = UNCHANGED
    one = go(store)
    assert one.report.unchanged == 1
    assert "/old" not in server.targets()[4:]
    with store.reading_connection() as connection:
        assert [found.url for found in watching.watched(connection)] == [server.url("/new")]
        assert connection.scalars(select(feed_item.c.feed)).all() == [server.url("/new")]


@pytest.mark.parametrize(
    ("headers", "text", "least_s", "most_s"),
    [
        ({"cache_control": "max-age=1200"}, rss(), 1_000, 1_200),
        ({}, rss().replace(b"<title>", b"<ttl>30</ttl><title>"), 1_500, 1_800),
        ({"cache_control": "max-age=99999999"}, rss(), 9_000, 10_800),
        ({"cache_control": "no-cache"}, rss(), -5, 0),
    ],
)
def test_a_feed_says_when_to_ask_again_within_bounds(
    server: Server, store: Store, headers: dict[str, str], text: bytes, least_s: int, most_s: int
) -> None:
    server.routes["/feed"] = answer(text, **headers)
    go(store, server.url("/feed"))
    due = state(store, server.url("/feed")).due
    assert due is not None
    wait_s = (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds()
    assert least_s - 60 <= wait_s <= most_s + 1
    assert go(store).report.feeds == (1 if most_s == 0 else 0)


def test_a_busy_server_is_left_alone_as_long_as_it_says(server: Server, store: Store) -> None:
    server.routes["/feed"] = answer(b"", status="503 Busy", retry_after="7200")
    go(store, server.url("/feed"))
    due = state(store, server.url("/feed")).due
    assert due is not None
    assert datetime.fromisoformat(due) > datetime.now(UTC) + timedelta(seconds=7_000)


def test_items_that_lie_are_refused(store: Store) -> None:
    lies = ("javascript:alert(1)", "file:///etc/passwd", "http://user:pass@a.example/x", "ftp://a.example/x", "x")
    private = ("http://10.0.0.1/x", "http://169.254.169.254/latest", "http://127.0.0.1/x", "http://[::1]/x")
    careful = Settings(timeout_s=8.0)
    with Intake(careful, str(store.place)).worker() as adder, Fetcher(careful) as fetcher:
        for url in (*lies, *private):
            rejected = adder.add(fetcher.fetch(url), url).rejected
            assert rejected is not None
            assert rejected.reason == "refused address"


def test_refused_items_are_not_fetched_again_and_failed_ones_three_times(server: Server, store: Store) -> None:
    server.routes |= {
        "/feed": answer(rss(item("/short"), item("/broken"), item("/french"), item("javascript:1"))),
        "/short": answer(b"<html><body><p>Nothing here.</p></body></html>"),
        "/broken": answer(b"", status="500 Server Error"),
    }
    go(store, server.url("/feed"))
    for _ in range(5):
        go(store)
    assert server.targets().count("/short") == 1
    assert server.targets().count("/broken") == watching.TRIES_MAX
    assert not any(pending for pending, _ in items(store).values())
    with store.reading_connection() as connection:
        reasons = {row.page: row.reason for row in connection.execute(select(rejection))}
    assert reasons[server.url("/broken")] == "fetch failed"
    assert reasons["javascript:1"] == "refused address"


def test_a_site_that_asks_for_peace_gets_it_and_its_items_come_later(server: Server, store: Store) -> None:
    server.routes |= {f"/{n}": answer(b"", status="429 Too Many", retry_after="3600") for n in (1, 2, 3)}
    server.routes["/feed"] = answer(rss(item("/1"), item("/2"), item("/3")))
    one = go(store, server.url("/feed"))
    assert one.report.postponed == 2
    assert one.tally.refused == {"fetch failed": 1}
    assert "2 items left for later: their sites asked to be left alone" in one.summary()
    assert all(pending for pending, _ in items(store).values())
    assert len(server.seen) == 3
    server.routes |= {f"/{n}": html(n) for n in (1, 2, 3)}
    assert go(store).tally.added == 3


def test_what_fails_once_comes_later(server: Server, store: Store) -> None:
    server.routes |= {"/feed": answer(rss(item("/1"))), "/1": answer(b"", status="502 Bad Gateway")}
    go(store, server.url("/feed"))
    server.routes |= {"/feed": UNCHANGED, "/1": html(1)}
    assert go(store).tally.added == 1
    with store.reading_connection() as connection:
        assert connection.scalars(select(rejection.c.page)).all() == []


def test_many_items_come_over_several_rounds(server: Server, store: Store) -> None:
    server.routes |= {f"/{n}": html(n) for n in range(5)}
    dated = (item(f"/{n}", date=f"2025-03-0{n + 1}") for n in range(5))
    server.routes["/feed"] = answer(rss(*dated))
    few = Manners(pause_s=0, items_max=2)
    assert go(store, server.url("/feed"), manners=few).tally.added == 2
    assert {entry.url for entry in store.entries()} == {server.url("/4"), server.url("/3")}
    assert go(store, manners=few).tally.added == 2
    assert go(store, manners=few).tally.added == 1


def test_two_feeds_that_name_one_page_fetch_it_once(server: Server, store: Store) -> None:
    server.routes |= {"/a": answer(rss(item("/1"))), "/b": answer(rss(item("/1"))), "/1": html(1)}
    go(store, server.url("/a"), server.url("/b"))
    server.routes["/c"] = server.routes["/a"]
    go(store, server.url("/c"))
    assert server.targets().count("/1") == 1
    assert not any(pending for pending, _ in items(store).values())


def test_opml_and_site_map_indexes_lead_on(server: Server, store: Store) -> None:
    server.routes |= {
        "/list.opml": answer(b'<opml><body><outline xmlUrl="/feed"/><outline xmlUrl="/index.xml"/></body></opml>'),
        "/feed": answer(rss(item("/1"))),
        "/index.xml": answer(
            b"<sitemapindex><sitemap><loc>/news.xml.gz</loc><lastmod>2025-03-01</lastmod></sitemap>"
            b"<sitemap><loc>/missing.xml</loc></sitemap></sitemapindex>"
        ),
        "/news.xml.gz": answer(
            gzip.compress(b"<urlset><url><loc>/2</loc></url></urlset>"), content_type="application/gzip"
        ),
        "/1": html(1),
        "/2": html(2),
    }
    one = go(store, server.url("/list.opml"))
    assert one.tally.added == 2
    assert [url for url, _ in one.report.problems] == [server.url("/missing.xml")]
    make_due(store)
    go(store)
    assert server.targets().count("/news.xml.gz") == 1  # it did not change
    assert server.targets().count("/missing.xml") == 2


def test_a_feed_taken_by_one_process_is_left_alone_by_another(server: Server, store: Store) -> None:
    with store.writing() as connection:
        watching.remember(connection, [server.url("/feed")])
        assert len(watching.take_due(connection, datetime.now(UTC))) == 1
    assert go(store).report.feeds == 0
    with store.writing() as connection:
        assert len(watching.take_due(connection, datetime.now(UTC) + timedelta(hours=1))) == 1


def test_a_round_that_is_interrupted_keeps_what_was_read(server: Server, store: Store) -> None:
    server.routes |= {"/feed": answer(rss(item("/1"), item("/2"), item("/3")))} | {f"/{n}": html(n) for n in (1, 2, 3)}
    with store.writing() as connection:
        watching.remember(connection, [server.url("/feed"), "http://127.0.0.1:1/never"])

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    one = Round(store, Intake(SETTINGS, str(store.place)), Manners(pause_s=0), stop)
    with pytest.raises(KeyboardInterrupt):
        one.run()
    added = one.tally.added
    assert 0 < added < 3
    server.routes["/feed"] = UNCHANGED
    assert go(store).tally.added == 3 - added


def test_feeds_are_named_by_addresses_and_lists(tmp_path: Path) -> None:
    opml = tmp_path / "mine.opml"
    opml.write_text('<?xml version="1.0"?><opml><body><outline xmlUrl="https://a.example/f"/></body></opml>')
    lines = tmp_path / "mine.txt"
    lines.write_text("# mine\nhttps://b.example/f\n")
    assert addresses_of(["HTTPS://c.example/f#x", str(opml), str(lines)]) == [
        "https://c.example/f", "https://a.example/f", "https://b.example/f",
    ]  # fmt: skip
    local = tmp_path / "feed.xml"
    local.write_bytes(rss(item("/1")))
    for bad in (str(local), str(tmp_path / "no.opml"), "ftp://a.example/f", "javascript://x"):
        with pytest.raises(InputError):
            addresses_of([bad])
