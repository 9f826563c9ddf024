"""What a caller names to be read: files, folders, URLs, standard input, and files of one article per line."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from sayso.config import Settings
from sayso.errors import InputError, NoSuchFile
from sayso.pages.encodings import GZIP_MAGIC, BadCompression, Decoder
from sayso.pages.reject import RAISE_LIMIT
from sayso.schema import Rejected

What = Literal["file", "url", "lines", "archive", "standard input"]
PAGE_NAME = re.compile(r"[^.].*\.(html?|xhtml|txt)(\.gz)?", re.IGNORECASE)
"""Files of a folder that are pages. Hidden ones are not, nor is JSONL, which may be what an earlier run wrote there."""
LINES_NAME = re.compile(r".*\.jsonl(\.gz)?", re.IGNORECASE | re.DOTALL)
ARCHIVE_NAME = re.compile(r".*\.warc(\.gz|\.zst)?", re.IGNORECASE | re.DOTALL)
"""Web archives; in folders they are passed over like JSONL, so that nobody reads a crawl by accident."""
URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""Any scheme: one that is not fetched gets a better answer from ``fetch`` than from a missing file."""
STANDARD_INPUT = "-"
READ_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read.

    :param name: its path or URL; ``-`` for standard input.
    :param what: how to read it: ``bytes_of`` for a file and standard input, ``fetch`` for a URL, ``articles_in`` for
        lines, ``pages_in`` for an archive.
    """

    name: str
    what: What


def inputs_of(arguments: Sequence[str]) -> Iterator[Input | Rejected]:
    """Find what the arguments name, folders searched and sorted by name as they are come to.

    Every argument is looked at before the first input is given, so that a slip in the last one does not show after an
    hour of reading.

    :return: the inputs, in order; a folder inside a folder that cannot be opened is a ``Rejected``.
    :raises sayso.errors.NoSuchFile: if a path cannot be found.
    :raises sayso.errors.InputError: if standard input is named twice or a folder holds no page.
    """
    if list(arguments).count(STANDARD_INPUT) > 1:
        raise InputError("standard input is named twice", hint="it can be read once; name - once")
    named = [_named(argument) for argument in arguments]
    return (found for one in named for found in ([one] if isinstance(one, Input) else _pages_in(one)))


def bytes_of(source: Input | Path, settings: Settings) -> bytes | Rejected:
    """Read a file or standard input, gzip undone, and stop at ``settings.size_max_bytes``.

    :raises sayso.errors.NoSuchFile: if the file cannot be opened.
    """
    name = str(source) if isinstance(source, Path) else source.name
    size_max = settings.size_max_bytes
    body = bytearray()
    standard_input = isinstance(source, Input) and source.what == "standard input"
    try:
        with nullcontext(sys.stdin.buffer) if standard_input else open(name, "rb") as file:
            for piece in _plain(file):
                body += piece
                if len(body) > size_max:
                    detail = f"The page goes on after {size_max:,} bytes, the limit. {RAISE_LIMIT}"
                    return Rejected("too large", detail, page=name)
    except BadCompression as error:
        return Rejected("unreadable", f"{error} Unpack the file again or get a new copy.", page=name)
    except (OSError, ValueError) as error:
        raise no_such_file(name, error) from error
    return bytes(body)


def no_such_file(name: str, error: OSError | ValueError) -> NoSuchFile:
    """Make the error for a path that cannot be opened."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return NoSuchFile(
        f"cannot read {name!r}: {why}", hint="check the path; a web page needs its whole https:// address"
    )


def _named(argument: str) -> Input | str:
    """Give the input that an argument names, or the path of a folder that was seen to hold a page."""
    if argument == STANDARD_INPUT:
        return Input(argument, "standard input")
    if URL.match(argument):
        return Input(argument, "url")
    try:
        is_folder = stat.S_ISDIR(os.stat(argument).st_mode)
        if not is_folder and not os.access(argument, os.R_OK):
            raise PermissionError(13, "Permission denied")
        if is_folder:
            os.scandir(argument).close()
    except (OSError, ValueError) as error:
        raise no_such_file(argument, error) from error
    if not is_folder:
        many: dict[What, re.Pattern[str]] = {"lines": LINES_NAME, "archive": ARCHIVE_NAME}
        return Input(argument, next((what for what, name in many.items() if name.fullmatch(argument)), "file"))
    if not any(isinstance(found, Input) for found in _pages_in(argument)):
        raise InputError(
            f"the folder {argument!r} holds no page",
            hint="pages are .html, .htm, .xhtml and .txt files, or those as .gz",
        )
    return argument


def _pages_in(folder: str) -> Iterator[Input | Rejected]:
    closed: list[OSError] = []
    for path, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            page = os.path.join(path, name)
            if PAGE_NAME.fullmatch(name) and os.path.isfile(page):
                yield Input(page, "file")
        yield from _refused(closed)
    yield from _refused(closed)


def _refused(closed: list[OSError]) -> Iterator[Rejected]:
    while closed:
        error = closed.pop()
        yield Rejected("unreadable", f"The folder cannot be opened: {error.strerror}.", page=str(error.filename))


def _plain(file: BinaryIO) -> Iterator[bytes]:
    piece = file.read(READ_BYTES)
    decoder = Decoder("gzip" if piece.startswith(GZIP_MAGIC) else "identity")
    while piece:
        yield from decoder.feed(piece)
        piece = file.read(READ_BYTES)
    decoder.finish()
