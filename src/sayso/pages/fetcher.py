"""Fetches pages: robots.txt first, redirects by hand, sizes and times bounded.

httpx reads the URLs, headers and cookies and httpcore speaks HTTP, over connections that check where they go. Redirects
are followed here, so that each address on the way is checked; proxies, passwords and certificates named in the
environment are not looked at.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

import httpcore
import httpx

from sayso.config import Settings
from sayso.errors import ConfigError
from sayso.pages import encodings, http_times, robots
from sayso.pages.connections import CheckedBackend, Deadline, Refused, Resolver, system_resolver
from sayso.pages.fetch import Answer, Fetched
from sayso.pages.reject import RAISE_LIMIT
from sayso.pages.signatures import foreign_format
from sayso.pages.web_addresses import redirected, shown, url_of
from sayso.schema import Rejected

REDIRECTS = frozenset({301, 302, 303, 307, 308})
TEXT_TYPE = re.compile(r"text/.*|application/(xhtml\+xml|xml|octet-stream)|[^/]+/[^/]+\+xml|")
"""What may hold a page. ``octet-stream`` means that the server does not know, and so does no type at all."""
NOT_TEXT = frozenset({"image/svg+xml"})
SITES_MAX = 256
"""How many sites' robots.txt one fetcher remembers."""
PAGE = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"
FEED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
    "application/json;q=0.8, */*;q=0.1"
)
BUSY = frozenset({429, 503})
WAIT_MAX_S = 86_400
"""A server may ask to be left alone for a day at most."""
CONNECT_SHARE = 0.25
"""Of a page's time, what connecting to one address may take, so that a dead first address leaves time for the next."""
SILENCE_SHARE = 0.5
"""Of a page's time, how long a server may stay silent."""

STATUS = {
    401: "the page asks for a log-in; save it from a browser and read the file",
    402: "the page is for paying readers; save it from a browser and read the file",
    403: "the server refuses us the page; it may be open in a browser: save it there and read the file",
    404: "there is no such page; check the address",
    407: "a proxy asks for a log-in",
    410: "the page has been taken down",
    429: "the server says we ask too often",
    451: "the page is withheld for legal reasons",
    500: "the server failed; try again later",
    502: "the server behind the site failed; try again later",
    503: "the server is busy or down for now",
    504: "the server behind the site did not answer; try again later",
}


Taken = TypeVar("Taken")


class Fetcher:
    """Fetches pages one after another, keeping connections and each site's robots.txt. One thread each.

    :param resolve: names to addresses.
    :param backend: makes connections to addresses that were checked.
    :param ssl_context: what certificates are checked against; certifi's list unless given.
    :raises sayso.errors.ConfigError: if the user agent in the settings cannot be sent.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        resolve: Resolver = system_resolver,
        backend: httpcore.NetworkBackend | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        agent = settings.user_agent
        if not (agent.isascii() and agent.isprintable() and agent.strip()):
            raise ConfigError(f"the user agent {shown(agent)!r} cannot be sent", hint="use printable ASCII")
        self._settings = settings
        self._deadline = Deadline(settings.timeout_s)
        self._robots: dict[str, robots.Robots] = {}
        self._busy: dict[str, float] = {}
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context or httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=4,
            keepalive_expiry=5.0,
            network_backend=CheckedBackend(
                self._deadline, private_addresses=settings.private_addresses, resolve=resolve, inner=backend
            ),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()

    def fetch(self, url: str) -> Fetched | Rejected:
        """Fetch one page, in ``settings.timeout_s`` from first to last, robots.txt and redirects included."""
        self._deadline.restart()
        try:
            return self._follow(url_of(url), {"Accept": PAGE}, lambda here, _, response: self._fetched(here, response))
        except Refused as refused:
            return Rejected(refused.reason, refused.detail, page=url)

    def ask(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Answer | Rejected:
        """Ask for a feed, if it has changed: any status is an answer.

        :param etag, modified: what the last answer gave.
        """
        headers = {"Accept": FEED}
        for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)):
            if value is not None and value.isascii() and value.isprintable():
                headers[name] = value
        self._deadline.restart()
        try:
            return self._follow(url_of(url), headers, self._answered)
        except Refused as refused:
            return Rejected(refused.reason, refused.detail, page=url)

    def pause_s(self, url: str) -> float:
        """Give how long a site wants to be left alone from now on, as far as it has said so, in seconds."""
        try:
            site = str(url_of(url).copy_with(raw_path=b"/robots.txt"))
        except Refused:
            return 0.0
        known = self._robots.get(site)
        delay_s = known.delay_s(self._settings.user_agent) if known is not None else None
        return max(delay_s or 0.0, self._busy.get(site, 0.0) - time.monotonic(), 0.0)

    def _follow(
        self,
        here: httpx.URL,
        extra: Mapping[str, str],
        take: Callable[[httpx.URL, str | None, httpcore.Response], Taken],
    ) -> Taken:
        """Go where redirects lead, and take what is there.

        :param take: given the address, where the first one has moved for good, and the answer with its body unread.
        """
        moved = True
        first = here
        cookies = httpx.Cookies()  # some sites lead a reader in a circle until a cookie comes back
        for _ in range(self._settings.redirects_max + 1):
            self._ask_robots(here)
            with self._answer(here, cookies, extra) as response:
                location = _location_of(response)
                if location is None:
                    return take(here, str(here) if moved and here != first else None, response)
                moved = moved and response.status in (301, 308)
            here = redirected(here, location)
        raise Refused(
            "fetch failed",
            f"There were more than {self._settings.redirects_max} redirects, the last of them to {shown(str(here))}; "
            "the site may lead in a circle.",
        )

    @contextmanager
    def _answer(
        self, url: httpx.URL, cookies: httpx.Cookies, extra: Mapping[str, str] | None = None
    ) -> Iterator[httpcore.Response]:
        """Ask for a URL and give the answer with its body unread. Every network error becomes ``Refused`` here."""
        settings = self._settings
        request = httpx.Request(
            "GET",
            url,
            headers={
                "User-Agent": settings.user_agent,
                "Accept": PAGE,
                "Accept-Language": ", ".join(settings.languages) or "*",
                "Accept-Encoding": encodings.ACCEPTED,
                **(extra or {}),
            },
        )
        cookies.set_cookie_header(request)
        silence_s = settings.timeout_s * SILENCE_SHARE
        timeouts = {
            "connect": settings.timeout_s * CONNECT_SHARE,
            "read": silence_s,
            "write": silence_s,
            "pool": silence_s,
        }
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        try:
            with self._pool.stream(
                "GET", target, headers=request.headers.raw, extensions={"timeout": timeouts}
            ) as response:
                cookies.extract_cookies(httpx.Response(response.status, headers=response.headers, request=request))
                self._note_wait(url, response)
                yield response
        except httpcore.TimeoutException as error:
            raise Refused("fetch failed", f"{shown(str(url))} {self._lateness(error)}. Try again later.") from error
        except httpcore.ConnectError as error:
            raise Refused("fetch failed", f"Cannot connect to {shown(str(url))}: {shown(str(error))}.") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise Refused("fetch failed", f"{shown(str(url))} broke off: {shown(str(error))}. Try again.") from error

    def _lateness(self, error: httpcore.TimeoutException) -> str:
        if self._deadline.left_s() <= 0:
            return f"took longer than {self._settings.timeout_s:g} s in all"
        if isinstance(error, httpcore.ConnectTimeout):
            return f"was not reached within {self._settings.timeout_s * CONNECT_SHARE:g} s"
        return f"was silent for {self._settings.timeout_s * SILENCE_SHARE:g} s"

    def _note_wait(self, url: httpx.URL, response: httpcore.Response) -> None:
        """Remember that a site asks to be left alone."""
        if response.status in BUSY:
            wait_s = http_times.wait_s(httpx.Headers(response.headers), most_s=WAIT_MAX_S)
            if wait_s is not None:
                site = str(url.copy_with(raw_path=b"/robots.txt"))
                self._busy[site] = time.monotonic() + wait_s
                if len(self._busy) > SITES_MAX:
                    del self._busy[next(iter(self._busy))]

    def _answered(self, url: httpx.URL, moved_to: str | None, response: httpcore.Response) -> Answer:
        headers = httpx.Headers(response.headers)
        good = 200 <= response.status < 300
        return Answer(
            str(url),
            moved_to,
            response.status,
            self._body(response, headers) if good else b"",
            _charset_of(headers),
            headers.get("etag"),
            headers.get("last-modified"),
            http_times.fresh_s(headers, most_s=WAIT_MAX_S),
            http_times.wait_s(headers, most_s=WAIT_MAX_S),
        )

    def _fetched(self, url: httpx.URL, response: httpcore.Response) -> Fetched:
        headers = httpx.Headers(response.headers)
        if not 200 <= response.status < 300:
            raise Refused("fetch failed", _status_detail(response.status, headers.get("retry-after")))
        content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        if not TEXT_TYPE.fullmatch(content_type) or content_type in NOT_TEXT:
            raise Refused("not an article", f"HTML or plain text is needed; found {shown(content_type)}.")
        body = self._body(response, headers)
        foreign = foreign_format(body)
        if foreign is not None:
            raise Refused("not an article", f"HTML or plain text is needed; found {foreign}.")
        return Fetched(str(url), body, _charset_of(headers), content_type or None)

    def _body(self, response: httpcore.Response, headers: httpx.Headers) -> bytes:
        size_max = self._settings.size_max_bytes
        said = headers.get("content-length", "")
        # A compressed body is longer when plain, so one that is too long as sent is too long.
        if said.isdecimal() and int(said) > size_max:
            raise Refused("too large", f"The page has {int(said):,} bytes; the limit is {size_max:,}. {RAISE_LIMIT}")
        body = bytearray()
        for piece in _plain(response, headers, size_max):
            body += piece
            if len(body) > size_max:
                raise Refused("too large", f"The page goes on after {size_max:,} bytes, the limit. {RAISE_LIMIT}")
        return bytes(body)

    def _ask_robots(self, url: httpx.URL) -> None:
        if not self._settings.robots:
            return
        site = str(url.copy_with(raw_path=b"/robots.txt"))
        known = self._robots.get(site)
        if known is None:
            known = self._robots_of(site)
            if len(self._robots) >= SITES_MAX:
                del self._robots[next(iter(self._robots))]
            self._robots[site] = known
        if not known.allows(str(url), self._settings.user_agent):
            raise Refused(
                "forbidden by robots.txt",
                f"{shown(str(url))} is closed to {robots.product_of(self._settings.user_agent)}: {known.why}. "
                "Save the page from a browser and read the file.",
            )

    def _robots_of(self, site: str) -> robots.Robots:
        here = httpx.URL(site)
        cookies = httpx.Cookies()
        for hop in range(robots.REDIRECTS_MAX + 1):
            location = None
            try:
                with self._answer(here, cookies) as response:
                    location = _location_of(response)
                    if location is None:
                        headers = httpx.Headers(response.headers)
                        body = self._head_of(response, headers) if 200 <= response.status < 300 else b""
                        return robots.robots_of(response.status, body, shown(str(here)))
                here = redirected(here, location)
            except Refused as refused:
                if hop == 0 and location is None:
                    raise  # the page, on the same host, would fare no better
                return robots.unreachable(f"{site} cannot be had ({refused.detail})")
        return robots.robots_of(302, b"", site)

    def _head_of(self, response: httpcore.Response, headers: httpx.Headers) -> bytes:
        head = bytearray()
        for piece in _plain(response, headers, self._settings.size_max_bytes):
            head += piece
            if len(head) >= robots.SIZE_MAX_BYTES:
                break
        return bytes(head[: robots.SIZE_MAX_BYTES])


def _plain(response: httpcore.Response, headers: httpx.Headers, size_max_bytes: int) -> Iterator[bytes]:
    """Give a body with its coding undone, in small pieces, and no more than ``size_max_bytes`` as sent.

    :raises Refused: if it is longer, damaged, or in a coding we did not ask for.
    """
    try:
        decoder = encodings.Decoder(encodings.coding_of(headers.get("content-encoding")))
        sent_bytes = 0
        for chunk in response.iter_stream():
            sent_bytes += len(chunk)
            yield from decoder.feed(chunk)
            if sent_bytes > size_max_bytes:
                raise Refused("too large", f"More than {size_max_bytes:,} bytes were sent, the limit. {RAISE_LIMIT}")
        if sent_bytes:
            decoder.finish()
    except encodings.UnknownCoding as error:
        asked = encodings.ACCEPTED
        raise Refused(
            "fetch failed", f"The page is compressed as {shown(str(error))!r}, though we asked for {asked}."
        ) from error
    except encodings.BadCompression as error:
        raise Refused("fetch failed", f"{error} Try again.") from error


def _location_of(response: httpcore.Response) -> bytes | None:
    """Give where a redirect leads; the first answer where there are several."""
    if response.status not in REDIRECTS:
        return None
    return next((value for name, value in response.headers if name.lower() == b"location" and value.strip()), None)


def _charset_of(headers: httpx.Headers) -> str | None:
    named = httpx.Response(200, headers=headers).charset_encoding
    return named.lower() if named and re.fullmatch(r"[A-Za-z0-9._:-]{1,40}", named) else None


def _status_detail(status: int, retry_after: str | None) -> str:
    if status in REDIRECTS:
        return f"The server answered {status}, a redirect, without saying where to."
    detail = f"The server answered {status}: {STATUS.get(status, 'the page was not given')}."
    if retry_after and status in (429, 503):
        # Source: RFC 9110, section 10.2.3: seconds, or a date.
        when = f"in {retry_after} s" if retry_after.strip().isdecimal() else f"after {retry_after}"
        return f"{detail} It says to try again {shown(when)}."
    return detail
