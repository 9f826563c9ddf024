"""Asking for feeds again and again, and leaving sites alone that wish it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from itertools import pairwise

import pytest
from server import Server, answer, redirect

from sayso.config import Settings
from sayso.errors import ConfigError
from sayso.pages.fetch import Answer
from sayso.pages.fetcher import Fetcher
from sayso.pages.http_times import fresh_s, wait_s
from sayso.pages.lanes import Errand, Lanes, Postponed
from sayso.schema import Rejected

OPEN = Settings(timeout_s=8.0, private_addresses=True)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(OPEN) as one:
        yield one


def answered(found: Answer | Rejected) -> Answer:
    assert isinstance(found, Answer), found
    return found


def test_what_the_server_gave_is_sent_back(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = answer(b"<rss/>", etag='"a1"', last_modified="Mon, 03 Mar 2025 06:00:00 GMT")
    first = answered(fetcher.ask(server.url("/feed")))
    assert (first.status, first.body, first.etag) == (200, b"<rss/>", '"a1"')
    server.routes["/feed"] = b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
    again = answered(fetcher.ask(server.url("/feed"), etag=first.etag, modified=first.modified))
    assert (again.status, again.body) == (304, b"")
    headers = server.seen[-1].headers
    assert headers["if-none-match"] == '"a1"'
    assert headers["if-modified-since"] == "Mon, 03 Mar 2025 06:00:00 GMT"
    assert headers["accept"].startswith("application/atom+xml")


def test_headers_that_would_break_a_request_are_not_sent_back(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = answer(b"<rss/>")
    fetcher.ask(server.url("/feed"), etag='"a\r\nX: y"', modified="ä")
    assert not {"if-none-match", "if-modified-since", "x"} & set(server.seen[-1].headers)


def test_any_type_and_any_status_is_an_answer(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = answer(b"{}", content_type="application/feed+json; charset=utf-8")
    assert answered(fetcher.ask(server.url("/feed"))).charset == "utf-8"
    server.routes["/feed"] = answer(b"gone", status="410 Gone")
    found = answered(fetcher.ask(server.url("/feed")))
    assert (found.status, found.body) == (410, b"")


@pytest.mark.parametrize(
    ("statuses", "good"),
    [(("301 Moved", "308 Moved"), True), (("301 Moved", "302 Found"), False), (("307 Found", "301 Moved"), False)],
)
def test_a_feed_has_moved_if_every_step_says_so(
    server: Server, fetcher: Fetcher, statuses: tuple[str, str], good: bool
) -> None:
    server.routes |= {"/a": redirect("/b", statuses[0]), "/b": redirect("/c", statuses[1]), "/c": answer(b"<rss/>")}
    found = answered(fetcher.ask(server.url("/a")))
    assert found.url == server.url("/c")
    assert found.moved_to == (server.url("/c") if good else None)


def test_private_addresses_and_robots_hold_for_feeds(server: Server, fetcher: Fetcher) -> None:
    server.routes |= {"/robots.txt": answer(b"User-agent: *\nDisallow: /closed\n"), "/closed": answer(b"<rss/>")}
    found = fetcher.ask(server.url("/closed"))
    assert isinstance(found, Rejected)
    assert found.reason == "forbidden by robots.txt"
    with Fetcher(Settings(timeout_s=8.0)) as careful:
        found = careful.ask(server.url("/feed"))
    assert isinstance(found, Rejected)
    assert found.reason == "refused address"


def test_a_site_says_how_long_to_leave_it_alone(server: Server, fetcher: Fetcher) -> None:
    server.routes["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 7\n")
    server.routes["/a"] = answer(b"x", status="503 Busy", retry_after="120")
    assert fetcher.pause_s(server.url("/a")) == 0
    found = answered(fetcher.ask(server.url("/a")))
    assert found.wait_s == 120
    assert 110 < fetcher.pause_s(server.url("/other")) <= 120
    assert fetcher.pause_s("http://other.example/") == 0
    assert fetcher.pause_s("javascript:alert(1)") == 0
    with Fetcher(OPEN) as other:
        other.ask(server.url("/b"))
        assert other.pause_s(server.url("/b")) == 7


def test_times_in_headers() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert wait_s({"retry-after": "30"}, most_s=60) == 30
    assert wait_s({"retry-after": "9999999"}, most_s=60) == 60
    assert wait_s({"retry-after": soon}, most_s=1_000) in range(90, 101)
    assert wait_s({"retry-after": "Mon, 01 Jan 1990 00:00:00 GMT"}, most_s=60) == 0
    for odd in ("", "soon", "-5", "١٢", "9" * 200, "Mon, 99 Jan 99999 99:00:00 GMT"):
        assert wait_s({"retry-after": odd}, most_s=60) is None
    assert fresh_s({"cache-control": 'public, max-age="90"'}, most_s=1_000) == 90
    assert fresh_s({"cache-control": "s-maxage=90"}, most_s=1_000) is None
    assert fresh_s({"cache-control": "no-cache, max-age=90"}, most_s=1_000) == 0
    assert fresh_s({"expires": "0"}, most_s=1_000) is None
    assert fresh_s({"expires": soon}, most_s=1_000) in range(90, 101)


def fetch(url: str, fetcher: Fetcher) -> object:
    return fetcher.ask(url)


def test_one_host_is_asked_one_page_at_a_time_with_a_pause(server: Server) -> None:
    under_way = 0
    most = 0
    times: list[float] = []

    def slow(sock: object) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        times.append(time.monotonic())
        time.sleep(0.05)
        under_way -= 1
        sock.sendall(answer(b"x"))  # type: ignore[attr-defined]

    server.routes |= {f"/{n}": slow for n in range(4)}
    with Lanes(OPEN, pause_s=0.1) as lanes:
        for n in range(4):
            url = server.url(f"/{n}")
            lanes.send(Errand(n, url, partial(fetch, url)))
        keys = []
        while lanes.busy:
            errand, result = lanes.take()
            assert isinstance(result, Answer)
            keys.append(errand.key)
    assert keys == [0, 1, 2, 3]
    assert most == 1
    assert all(later - sooner >= 0.1 for sooner, later in pairwise(times))
    assert server.targets().count("/robots.txt") == 1


def test_hosts_do_not_wait_for_each_other(server: Server) -> None:
    server.routes |= {"/hangs": lambda sock: server.over.wait(3) and None, "/quick": answer(b"x")}
    hangs, quick = server.url("/hangs"), server.url("/quick", host="localhost")
    with Lanes(OPEN, pause_s=0) as lanes:
        lanes.send(Errand("hangs", hangs, partial(fetch, hangs)))
        lanes.send(Errand("quick", quick, partial(fetch, quick)))
        errand, result = lanes.take()
        assert errand.key == "quick"
        assert isinstance(result, Answer)


def test_a_host_that_wants_to_be_left_alone_is(server: Server) -> None:
    server.routes["/a"] = answer(b"x", status="429 Too Many", retry_after="3600")
    with Lanes(OPEN, pause_s=0) as lanes:
        for name in ("/a", "/b", "/c"):
            url = server.url(name)
            lanes.send(Errand(name, url, partial(fetch, url)))
        results = {}
        while lanes.busy:
            errand, result = lanes.take()
            results[errand.key] = result
    assert isinstance(results["/a"], Answer)
    assert isinstance(results["/b"], Postponed)
    assert isinstance(results["/c"], Postponed)
    assert server.targets() == ["/robots.txt", "/a"]


def test_an_errand_that_fails_is_handed_back() -> None:
    def fail(fetcher: Fetcher) -> object:
        raise KeyError("odd")

    with Lanes(OPEN, pause_s=0) as lanes:
        lanes.send(Errand(1, "http://[", fail))
        _, result = lanes.take()
    assert isinstance(result, KeyError)


def test_leaving_does_not_wait_for_what_is_under_way(server: Server) -> None:
    over = threading.Event()
    server.routes["/hangs"] = lambda sock: over.wait(30) and None
    url = server.url("/hangs")
    with Lanes(OPEN, pause_s=0) as lanes:
        lanes.send(Errand(1, url, partial(fetch, url)))
    assert not over.is_set()
    over.set()


def test_a_lane_that_cannot_begin_hands_everything_back() -> None:
    with Lanes(Settings(user_agent="sayso\n"), pause_s=0, lanes=1) as lanes:
        for n in range(3):
            lanes.send(Errand(n, "http://a.example/", partial(fetch, "http://a.example/")))
        while lanes.busy:
            _, result = lanes.take()
            assert isinstance(result, ConfigError)
