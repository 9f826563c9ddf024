"""One page to one piece of output: what a worker process does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.config import Settings
from sayso.errors import NoSuchFile, SaysoError
from sayso.export.formats import FormatName, files_of, format_of
from sayso.export.terminal import Look
from sayso.schema import Article, Rejected

if TYPE_CHECKING:
    from sayso.schema import Reading


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
    :param page: where it is or what it holds; an ``Article`` needs no extraction.
    """

    number: int
    name: str
    page: Path | str | bytes | Article | Rejected | SaysoError


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
        return Done(task.name, failure=f"internal error, please report it: {type(error).__name__}: {error}")


def _read(task: Task, plan: Plan) -> Reading | Rejected:
    import sayso

    page = task.page
    if isinstance(page, Rejected):
        return page
    if isinstance(page, SaysoError):
        raise page
    if isinstance(page, Article):
        return sayso.attribute(page)
    if plan.as_is:
        text = _text(page, plan.settings)
        return text if isinstance(text, Rejected) else sayso.attribute(text)
    return sayso.read(page, settings=plan.settings)


def _text(page: Path | str | bytes, settings: Settings) -> str | Rejected:
    """Give a page's text with nothing removed but a byte order mark.

    :param page: a string is a URL.
    """
    charset = "utf-8-sig"
    if isinstance(page, Path):
        try:
            size_bytes = page.stat().st_size
            body = page.read_bytes() if size_bytes <= settings.size_max_bytes else None
        except OSError as error:
            raise NoSuchFile(f"cannot read {page}: {error.strerror or error}") from error
        if body is None:
            return too_large(size_bytes, settings)
    elif isinstance(page, str):
        from sayso.pages.fetch import fetch

        fetched = fetch(page, settings=settings)
        if isinstance(fetched, Rejected):
            return fetched
        body, charset = fetched.body, fetched.charset or charset
    else:
        body = page
    if len(body) > settings.size_max_bytes:
        return too_large(len(body), settings)
    try:
        text = body.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        return Rejected("undecodable", f"the text is not {charset}: {error}; convert it to UTF-8")
    return text if text.strip() else Rejected("empty", "the text has no words")


def too_large(size_bytes: int, settings: Settings) -> Rejected:
    """Refuse a page over the limit."""
    return Rejected("too large", f"{size_bytes:,} bytes; at most {settings.size_max_bytes:,} are read")


def _files(reading: Reading, task: Task, plan: Plan) -> tuple[tuple[str, str], ...]:
    if plan.format == "terminal":
        from sayso.export import terminal

        return ((terminal.SUFFIX, terminal.part(reading, task.number, look=plan.look)),)
    if plan.whole:
        return tuple(files_of(plan.format, reading).items())
    form = format_of(plan.format)
    return ((form.SUFFIX, form.part(reading, task.number)),)
