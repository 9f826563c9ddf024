"""A page from the web, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.config import Settings
from sayso.schema import Rejected


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server sent it, compression undone.

    :param url: where the page was found, after redirects, without the fragment.
    :param charset: the encoding that the server names, in lower case; not checked to be one that Python knows.
    :param content_type: for example ``text/html``, in lower case; ``None`` where the server names none.
    :param at: when it was fetched, ISO 8601 in UTC, where that was not just now.
    """

    url: str
    body: bytes
    charset: str | None = None
    content_type: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to somebody who asks again and again: a feed's reader.

    :param url: where it was found, after redirects.
    :param moved_to: where it has moved for good: every redirect on the way said so.
    :param status: the HTTP status; 304 for what has not changed.
    :param body: empty unless the status is 200 to 299.
    :param etag, modified: to be sent back when asking again.
    :param fresh_s: for how long it says it stays as it is, in seconds.
    :param wait_s: how long the server asks to be left alone, in seconds.
    """

    url: str
    moved_to: str | None
    status: int
    body: bytes
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    fresh_s: int | None = None
    wait_s: int | None = None


def fetch(url: str, *, settings: Settings) -> Fetched | Rejected:
    """Fetch one page. To fetch many, keep a ``sayso.pages.fetcher.Fetcher``: it keeps connections and robots.txt.

    :raises sayso.errors.ConfigError: if the user agent in the settings cannot be sent.
    """
    # httpx takes 0.1 s to import, which a run over files should not pay.
    from sayso.pages.fetcher import Fetcher

    with Fetcher(settings) as fetcher:
        return fetcher.fetch(url)
