"""Files of one article per line (JSONL, plain or gzip), read in flat memory."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from sayso.config import Settings
from sayso.pages.encodings import GZIP_MAGIC
from sayso.pages.files import no_such_file
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Found, Rejected

BOM = b"\xef\xbb\xbf"
SKIP_STEP_BYTES = 1_000_000
SKIPPED_LINES_MAX = 50
"""A line longer than this many of the longest allowed is taken for a bomb, and what follows it is not looked for."""
BLANK_LINES_MAX = 1_000_000
"""So many in a row are a bomb too: gzip packs a million of them into a kilobyte."""

FACTS = ("title", "url", "publisher", "author", "published")


class Line(msgspec.Struct, gc=False):
    """What a line may hold; other keys are passed over."""

    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | list[str] | None = None


def articles_in(path: Path, settings: Settings | None = None) -> Iterator[tuple[int, Article | Rejected]]:
    """Read a file's articles with their line numbers, from 1; blank lines count but give nothing.

    A bad line gives a ``Rejected`` and the reading goes on. Where the file itself is damaged, the last thing given is a
    ``Rejected`` that says so.

    :param settings: ``size_max_bytes`` is the limit for one line.
    :raises sayso.errors.NoSuchFile: if the file cannot be opened, when the first article is asked for.
    """
    size_max = (settings or Settings()).size_max_bytes
    number = blank = 0
    with _opened(path) as file:
        while True:
            number += 1
            place = f"{path}:{number}"
            try:
                line = file.readline(size_max + 1)
                too_long = len(line) > size_max and not line.endswith(b"\n")
                ended = not too_long or _skip_line(file, size_max * SKIPPED_LINES_MAX)
            except (OSError, EOFError, zlib.error) as error:
                detail = f"The file breaks off here: {error}. Unpack it again or get a new copy."
                yield number, Rejected("unreadable", detail, page=place)
                return
            if not line:
                return
            if too_long:
                rest = "" if ended else " It does not end soon, so the rest of the file is not read."
                detail = f"The line is longer than {size_max:,} bytes, the limit.{rest}"
                yield number, Rejected("too large", detail, page=place)
                if not ended:
                    return
            elif line.isspace():
                blank += 1
                if blank >= BLANK_LINES_MAX:
                    detail = f"{blank:,} blank lines in a row; the rest of the file is not read."
                    yield number, Rejected("unreadable", detail, page=place)
                    return
                continue
            else:
                yield number, article_of_line(line.removeprefix(BOM) if number == 1 else line, path, number)
            blank = 0


def read_lines(path: Path, settings: Settings | None = None) -> Iterator[Article | Rejected]:
    """Read a file's articles; see ``articles_in``."""
    return (article for _, article in articles_in(path, settings))


def article_of_line(line: bytes, path: Path, number: int) -> Article | Rejected:
    """Make an article of a line of JSON, its text untouched.

    An article without an ``id`` is named for its file and line.
    """
    place = f"{path}:{number}"
    try:
        found = msgspec.json.decode(line, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        wanted = 'one JSON object is needed, with "text" and, if known, id, url, title, published, publisher, author'
        return Rejected("bad line", f"Line {number} is no article: {wanted}. Found: {error}.", page=place)
    if not found.text or found.text.isspace():
        return Rejected("empty", f"The text of line {number} has no words.", page=place)
    author = "; ".join(found.author) if isinstance(found.author, list) else found.author
    article = Article(
        text=found.text,
        paragraphs=paragraphs_of(found.text),
        title=_said(found.title),
        url=_said(found.url),
        publisher=_said(found.publisher),
        author=_said(author),
        published=_said(found.published),
        id=f"{path.name}:{number}" if found.id in (None, "") else str(found.id),
    )
    facts = [fact for fact in FACTS if getattr(article, fact) is not None]
    return replace(article, found=tuple(Found(fact, "jsonl") for fact in facts))


def _said(value: str | None) -> str | None:
    return (value.strip() or None) if value is not None else None


def _skip_line(file: BinaryIO, most_bytes: int) -> bool:
    """Pass over the rest of a line; tell whether its end was found."""
    while most_bytes > 0:
        piece = file.readline(SKIP_STEP_BYTES)
        if not piece or piece.endswith(b"\n"):
            return True
        most_bytes -= len(piece)
    return False


def _opened(path: Path) -> BinaryIO:
    try:
        file = path.open("rb")
        try:
            is_gzip = file.peek(2)[:2] == GZIP_MAGIC
        except OSError:
            file.close()
            raise
    except (OSError, ValueError) as error:
        raise no_such_file(str(path), error) from error
    return cast(BinaryIO, _Gunzipped(file)) if is_gzip else file


class _Gunzipped(gzip.GzipFile):
    """Closes the file it reads, which ``GzipFile`` leaves open unless it opened it itself."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(fileobj=file, mode="rb")
        self._file = file

    def close(self) -> None:
        super().close()
        self._file.close()
