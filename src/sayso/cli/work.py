"""One page to one piece of output: what a worker process does."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.config import Settings
from sayso.errors import SaysoError
from sayso.export.formats import FormatName, files_of, format_of
from sayso.export.terminal import Look
from sayso.pages.files import Input, bytes_of
from sayso.schema import Article, Rejected

if TYPE_CHECKING:
    from sayso.schema import Reading


Page = Input | bytes | Article | Rejected | SaysoError


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make of every page.

    :param whole: every page is a document of its own, not a part of one.
    :param as_is: a page is the report's text itself.
    """

    format: FormatName
    look: Look
    settings: Settings
    whole: bool = True
    as_is: bool = False


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


def work(task: Task, plan: Plan) -> Done:
    """Read one page and write it in the format. Never raises: one bad page must not stop a run."""
    try:
        reading = _read(task, plan)
        if isinstance(reading, Rejected):
            return Done(task.name, rejected=reading)
        return Done(task.name, files=_files(reading, task, plan))
    except SaysoError as error:
        return Done(task.name, failure=str(error))
    except Exception as error:  # the process boundary: report it, and go on with the next page
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"
        return Done(task.name, failure=f"internal error, please report it: {what}")


def _read(task: Task, plan: Plan) -> Reading | Rejected:
    import sayso

    page = task.page
    if isinstance(page, SaysoError):
        raise page
    if isinstance(page, Input) and page.what == "file":
        page = bytes_of(page, plan.settings)
    if isinstance(page, Rejected):
        return page
    if isinstance(page, Article):
        return sayso.attribute(page)
    if plan.as_is:
        text = _text(page, plan)
        return text if isinstance(text, Rejected) else sayso.attribute(text)
    return sayso.read(page.name if isinstance(page, Input) else page, settings=plan.settings)


def _text(page: Input | bytes, plan: Plan) -> str | Rejected:
    """Give the text that a page is, with nothing removed but a byte order mark."""
    from sayso.pages.decode_bytes import decode_page

    charset = None
    if isinstance(page, Input):
        from sayso.pages.fetch import fetch

        fetched = fetch(page.name, settings=plan.settings)
        if isinstance(fetched, Rejected):
            return fetched
        page, charset = fetched.body, fetched.charset
    text = decode_page(page, charset=charset)
    return text if isinstance(text, Rejected) or text.strip() else Rejected("empty", "the text has no words")


def _files(reading: Reading, task: Task, plan: Plan) -> tuple[tuple[str, str], ...]:
    if plan.format == "terminal":
        from sayso.export import terminal

        return ((terminal.SUFFIX, terminal.part(reading, task.number, look=plan.look)),)
    if plan.whole:
        return tuple(files_of(plan.format, reading).items())
    form = format_of(plan.format)
    return ((form.SUFFIX, form.part(reading, task.number)),)
