"""What the command line names as pages, as numbered tasks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from sayso.cli.reader import Page
from sayso.cli.work import Task
from sayso.config import Settings
from sayso.errors import SaysoError
from sayso.pages.files import ARCHIVE_NAME, LINES_NAME, URL, Input, bytes_of, inputs_of
from sayso.schema import Rejected


def names_many(arguments: Sequence[str]) -> bool:
    """Tell whether the output is for several pages. How they are named decides, not how many there turn out to be."""
    return len(arguments) != 1 or _holds_many(arguments[0]) or os.path.isdir(arguments[0])


def count_pages(arguments: Sequence[str]) -> int | None:
    """Count the pages, or give ``None`` where that would mean reading a file of lines or an archive."""
    if any(map(_holds_many, arguments)):
        return None
    return sum(1 for argument in arguments for _ in _inputs(argument))


def tasks(
    arguments: Sequence[str], settings: Settings, tell: Callable[[str], None] = lambda message: None
) -> Iterator[Task]:
    """Give the pages in the order they are named, folders sorted by name. A bad argument is a task that fails.

    :param tell: is told what an archive holds beside pages.
    """
    numbers = count(1)
    for argument in arguments:
        for found in _inputs(argument):
            for name, page in _pages(found, argument, settings, tell):
                yield Task(next(numbers), name, page)


def _inputs(argument: str) -> Iterator[Input | Rejected | SaysoError]:
    try:
        yield from inputs_of([argument])
    except SaysoError as error:
        yield error


def _pages(
    found: Input | Rejected | SaysoError, argument: str, settings: Settings, tell: Callable[[str], None]
) -> Iterator[tuple[str, Page]]:
    if isinstance(found, SaysoError):
        yield argument, found
    elif isinstance(found, Rejected):
        yield found.page or argument, found
    elif found.what == "standard input":
        # Read here: a worker has no standard input.
        yield "standard input", bytes_of(found, settings)
    elif found.what == "lines":
        from sayso.pages.lines import articles_in

        try:
            for line, article in articles_in(Path(found.name), settings):
                yield f"{found.name}:{line}", article
        except SaysoError as error:
            yield found.name, error
    elif found.what == "archive":
        from sayso.pages.warc import PassedOver, pages_in

        try:
            for one in pages_in(Path(found.name), settings):
                if isinstance(one, PassedOver):
                    kinds = ", ".join(f"{number:,} {kind}" for kind, number in one.counts)
                    tell(f"sayso: {one.path}: records that are no pages: {kinds}")
                else:
                    yield one
        except SaysoError as error:
            yield found.name, error
    else:
        yield found.name, found


def _holds_many(argument: str) -> bool:
    if URL.match(argument) or os.path.isdir(argument):
        return False
    return any(name.fullmatch(argument) for name in (LINES_NAME, ARCHIVE_NAME))
