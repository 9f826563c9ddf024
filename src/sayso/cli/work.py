"""Pages to pieces of output, one at a time: what a worker process does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from sayso.cli.reader import Page, Reader, failure_of
from sayso.config import Profile, Settings
from sayso.export.formats import FormatName, files_of, format_of
from sayso.export.look import Look
from sayso.schema import Rejected

if TYPE_CHECKING:
    from sayso.schema import Reading


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

    def worker(self) -> Worker:
        """Give what a process of the pool does."""
        return Worker(self)

    def lost(self, task: Task, why: str) -> Done:
        """Give the result of a page whose process died."""
        return Done(task.name, failure=why)


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
    """Reads pages one after the other."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._reader = Reader(plan.settings, as_is=plan.as_is)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close what was opened."""
        self._reader.close()

    def work(self, task: Task) -> Done:
        """Read one page and write it in the format. Never raises: one bad page must not stop a run."""
        import sayso

        try:
            article = self._reader.article(self._reader.fetched(task.page))
            if isinstance(article, Rejected):
                return Done(task.name, rejected=article)
            reading = sayso.attribute(article, profile=self._plan.profile)
            return Done(task.name, files=_files(_named(reading, task.name), task, self._plan))
        except Exception as error:  # the process boundary: report it, and go on with the next page
            return Done(task.name, failure=failure_of(error))


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
