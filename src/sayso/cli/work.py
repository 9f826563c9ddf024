"""Pages to pieces of output, one at a time: what a worker process does."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso.config import Profile, Settings
from sayso.errors import SaysoError
from sayso.export.formats import FormatName, files_of, format_of
from sayso.export.look import Look
from sayso.pages.fetch import Fetched
from sayso.pages.files import Input, bytes_of
from sayso.schema import Article, Rejected

if TYPE_CHECKING:
    from sayso.pages.fetcher import Fetcher
    from sayso.schema import Reading

Page = Input | bytes | Article | Rejected | SaysoError


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make of every page.

    :param whole: every page is a document of its own, not a part of one.
    :param as_is: a page is the report's text itself.
    :param profile: which of the shipped taggers reads.
    :param explain: the id of an attribution to explain, in place of the whole reading.
    """

    format: FormatName
    look: Look
    settings: Settings
    whole: bool = True
    as_is: bool = False
    explain: str | None = None
    profile: Profile = "accurate"


@dataclass(frozen=True, slots=True)
class Task:
    """One page to read.

    :param name: what to call it in messages: its path, URL, or file and line.
    :param page: where it is or what it holds; an article needs no extraction, a refusal or an error is passed on.
    """

    number: int
    name: str
    page: Page


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a page: either ``files`` (by suffix), or a refusal, or a failure in words."""

    name: str
    files: tuple[tuple[str, str], ...] = ()
    rejected: Rejected | None = None
    failure: str | None = None


class Worker:
    """Reads pages one after the other.

    One fetcher serves them all, so that each site is asked for its robots.txt once, not once a page.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections, if any were made."""
        if self._fetcher is not None:
            self._fetcher.close()

    def work(self, task: Task) -> Done:
        """Read one page and write it in the format. Never raises: one bad page must not stop a run."""
        try:
            reading = self._read(task.page)
            if isinstance(reading, Rejected):
                return Done(task.name, rejected=reading)
            return Done(task.name, files=_files(_named(reading, task.name), task, self._plan))
        except SaysoError as error:
            return Done(task.name, failure=str(error))
        except Exception as error:  # the process boundary: report it, and go on with the next page
            where = traceback.extract_tb(error.__traceback__)[-1]
            what = f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"
            return Done(task.name, failure=f"internal error, please report it: {what}")

    def _read(self, page: Page) -> Reading | Rejected:
        import sayso

        if isinstance(page, SaysoError):
            raise page
        if isinstance(page, Article):
            return sayso.attribute(page, profile=self._plan.profile)
        fetched = self._fetched(page)
        if isinstance(fetched, Rejected):
            return fetched
        if self._plan.as_is:
            text = _text(fetched)
            return text if isinstance(text, Rejected) else sayso.attribute(text, profile=self._plan.profile)
        from sayso.pages.page import article_of

        article = article_of(
            fetched.body, url=fetched.url or None, charset=fetched.charset, settings=self._plan.settings
        )
        return article if isinstance(article, Rejected) else sayso.attribute(article, profile=self._plan.profile)

    def _fetched(self, page: Input | bytes | Rejected) -> Fetched | Rejected:
        """Give a page's bytes, from wherever it is; those of a file have no address."""
        if isinstance(page, Input) and page.what == "url":
            if self._fetcher is None:
                from sayso.pages.fetcher import Fetcher

                self._fetcher = Fetcher(self._plan.settings)
            return self._fetcher.fetch(page.name)
        body = bytes_of(page, self._plan.settings) if isinstance(page, Input) else page
        return body if isinstance(body, Rejected) else Fetched("", body)


def _text(fetched: Fetched) -> str | Rejected:
    """Give the text that a page is, with nothing removed but a byte order mark."""
    from sayso.pages.decode_bytes import decode_page

    text = decode_page(fetched.body, charset=fetched.charset)
    return text if isinstance(text, Rejected) or text.strip() else Rejected("empty", "The text has no words.")


def _named(reading: Reading, name: str) -> Reading:
    """Give an article without an id the name of its page, so that each result can be traced to where it came from."""
    return reading if reading.article.id else replace(reading, article=replace(reading.article, id=name))


def _files(reading: Reading, task: Task, plan: Plan) -> tuple[tuple[str, str], ...]:
    if plan.explain is not None:
        from sayso.export.explain import explain

        return ((".txt", explain(reading, plan.explain, look=plan.look)),)
    if plan.format == "terminal":
        from sayso.export import terminal

        return ((terminal.SUFFIX, terminal.part(reading, task.number, look=plan.look)),)
    if plan.whole:
        return tuple(files_of(plan.format, reading).items())
    form = format_of(plan.format)
    return ((form.SUFFIX, form.part(reading, task.number)),)
