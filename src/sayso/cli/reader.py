"""A page from wherever it is to its report, before anybody is attributed anything: what every worker does first."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.config import Settings
from sayso.errors import SaysoError
from sayso.pages.fetch import Fetched
from sayso.pages.files import Input, bytes_of
from sayso.schema import Article, Rejected

if TYPE_CHECKING:
    from sayso.pages.fetcher import Fetcher

Page = Input | bytes | Fetched | Article | Rejected | SaysoError
"""A page to read: where it is, what it holds, its report, or why there is none."""


class Reader:
    """Finds reports, one after the other.

    One fetcher serves them all, so that each site is asked for its robots.txt once, not once a page.

    :param as_is: a page is the report's text itself.
    """

    def __init__(self, settings: Settings, *, as_is: bool) -> None:
        self._settings = settings
        self._as_is = as_is
        self._fetcher: Fetcher | None = None

    def close(self) -> None:
        """Close the connections, if any were made."""
        if self._fetcher is not None:
            self._fetcher.close()

    def fetched(self, page: Page) -> Fetched | Article | Rejected:
        """Give a page's bytes, those of a file without an address; a report or a refusal is passed on.

        :raises SaysoError: if the page is one, or a file cannot be read.
        """
        if isinstance(page, SaysoError):
            raise page
        if isinstance(page, Fetched | Article | Rejected):
            return page
        if isinstance(page, Input) and page.what == "url":
            if self._fetcher is None:
                from sayso.pages.fetcher import Fetcher

                self._fetcher = Fetcher(self._settings)
            return self._fetcher.fetch(page.name)
        body = bytes_of(page, self._settings) if isinstance(page, Input) else page
        return body if isinstance(body, Rejected) else Fetched("", body)

    def article(self, fetched: Fetched | Article | Rejected) -> Article | Rejected:
        """Find the report."""
        if isinstance(fetched, Article | Rejected):
            return fetched
        if self._as_is:
            return _as_it_is(fetched)
        from sayso.pages.page import article_of

        return article_of(fetched.body, url=fetched.url or None, charset=fetched.charset, settings=self._settings)


def failure_of(error: Exception) -> str:
    """Say what went wrong, at the boundary of a process: one bad page must not stop a run."""
    if isinstance(error, SaysoError):
        return str(error)
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"
    return f"internal error, please report it: {what}"


def _as_it_is(fetched: Fetched) -> Article | Rejected:
    """Give the text that a page is, with nothing removed but a byte order mark."""
    from sayso.pages.decode_bytes import decode_page
    from sayso.paragraphs import paragraphs_of

    text = decode_page(fetched.body, charset=fetched.charset)
    if isinstance(text, Rejected):
        return text
    if not text.strip():
        return Rejected("empty", "The text has no words.")
    return Article(text=text, paragraphs=paragraphs_of(text))
