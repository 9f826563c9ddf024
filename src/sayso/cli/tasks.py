"""What the command line names as pages, one by one: files, folders, addresses, standard input, JSONL."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.cli.work import Task
from sayso.errors import InputError, NoSuchFile, SaysoError
from sayso.schema import Article, Rejected

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".txt")
"""What is read from a folder."""


def is_address(page: str) -> bool:
    """Tell whether a page is named by URL."""
    return page.lower().startswith(("http://", "https://"))


def is_lines(page: str) -> bool:
    """Tell whether a file holds one article per line."""
    return page.lower().endswith((".jsonl", ".jsonl.gz"))


def holds_many(pages: Sequence[str]) -> bool:
    """Tell whether the output is for several pages, which is decided by how they are named, not by their number."""
    return len(pages) != 1 or (pages[0] != "-" and not is_address(pages[0]) and _is_collection(pages[0]))


def count(pages: Sequence[str]) -> int | None:
    """Count the pages, or give ``None`` where that would mean reading a whole file of lines."""
    if any(is_lines(page) for page in pages if not is_address(page)):
        return None
    return sum(len(_files_in(Path(page))) if _is_folder(page) else 1 for page in pages)


def tasks(pages: Sequence[str]) -> Iterator[Task]:
    """Give the pages in the order they are named, folders sorted by name."""
    number = 0
    for page in pages:
        for name, what in _one(page):
            number += 1
            yield Task(number, name, what)


def _one(page: str) -> Iterator[tuple[str, Path | str | bytes | Article | Rejected | SaysoError]]:
    if page == "-":
        yield "standard input", sys.stdin.buffer.read()
    elif is_address(page):
        yield page, page
    elif _is_folder(page):
        found = _files_in(Path(page))
        if not found:
            kinds = ", ".join(PAGE_SUFFIXES)
            yield page, InputError(f"no page in {page}", hint=f"a folder is searched for {kinds}")
        yield from ((str(path), path) for path in found)
    elif is_lines(page):
        from sayso.pages.files import articles_in

        try:
            for line, article in articles_in(Path(page)):
                yield f"{page}:{line}", article
        except SaysoError as error:
            yield page, error
    elif Path(page).exists():
        yield page, Path(page)
    else:
        yield page, NoSuchFile(f"there is no file {page}", hint="a web page needs its whole address, with https://")


def _is_folder(page: str) -> bool:
    return page != "-" and not is_address(page) and Path(page).is_dir()


def _is_collection(page: str) -> bool:
    return is_lines(page) or _is_folder(page)


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in PAGE_SUFFIXES and path.is_file())
