"""Pages from web archives (WARC, plain, gzip or zstd), read in flat memory.

FastWARC finds the records. What the records hold is decoded here, since its own decoding ends the run without a word
at the first damaged page, and loses its place after a page that is too large.

Source: ISO 28500:2017 (WARC 1.1), https://iipc.github.io/warc-specifications/.
"""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.config import Settings
from sayso.pages.encodings import GZIP_MAGIC, BadCompression, Decoder, UnknownCoding, coding_of
from sayso.pages.fetch import Fetched
from sayso.pages.files import no_such_file
from sayso.pages.reject import RAISE_LIMIT
from sayso.pages.web_addresses import shown
from sayso.schema import Rejected

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
DAMAGES_MAX = 100
"""After so many damaged places the rest of a file is not looked at."""
_SEARCH_BYTES = 1 << 20
_STARTS = re.compile(rb"WARC/1\.[01]\r?\n|\x1f\x8b\x08[\x00\x04\x08]")
"""Where a record may begin: as it is, or as a gzip member."""
_LONGEST_START = 10
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_CHARSET = re.compile(r"[A-Za-z0-9._:-]{1,40}")


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What an archive holds beside pages.

    :param counts: how many records of each kind, most first.
    """

    path: str
    counts: tuple[tuple[str, int], ...]


class _Damage(Exception):
    """The archive cannot be read on from here."""


def pages_in(path: Path, settings: Settings | None = None) -> Iterator[tuple[str, Fetched | Rejected] | PassedOver]:
    """Read an archive's HTML pages that a server gave, each with its address and the time of the crawl.

    What is no such page (requests, revisits, pictures, redirects, errors) is counted, and told of at the end. Where the
    file is damaged there is a ``Rejected``, and reading goes on at the next record that can be found.

    :param settings: ``size_max_bytes`` is the limit for one page.
    :return: names of pages (their addresses) with the pages; at the end what was passed over.
    :raises sayso.errors.NoSuchFile: if the file cannot be opened, when the first page is asked for.
    """
    size_max = (settings or Settings()).size_max_bytes
    counts: Counter[str] = Counter()
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise no_such_file(str(path), error) from error
    with file:
        start: int | None = 0
        damages = 0
        while start is not None and damages < DAMAGES_MAX:
            last = _Place(start)
            try:
                yield from _pages(file, path, last, size_max, counts)
                break
            except _Damage as damage:
                begun, again = last.at, last.at == start > 0  # what was found after a damage is damaged itself
                start = _next_start(file, begun + 1)
                damages += 1
                if again:
                    continue
                rest = "The rest of the file is not read." if start is None else "Reading goes on after it."
                place = f"{path}@{begun}"
                detail = f"The archive is damaged behind byte {begun:,}: {damage}. {rest}"
                yield place, Rejected("unreadable", detail, page=place)
    if counts:
        yield PassedOver(str(path), tuple(counts.most_common()))


@dataclass(slots=True)
class _Place:
    """Where in the file the last record began."""

    at: int


def _pages(
    file: BinaryIO, path: Path, last: _Place, size_max: int, counts: Counter[str]
) -> Iterator[tuple[str, Fetched | Rejected]]:
    """Read records from a place in the file on.

    :raises _Damage: where that is not possible any more; ``last`` then has the place of the last record.
    """
    from fastwarc.warc import ArchiveIterator

    begin = last.at
    file.seek(begin)
    if not file.read(1):
        raise _Damage("nothing is there; a WARC file is needed")
    file.seek(begin)
    try:
        for record in ArchiveIterator(file, parse_http=True, fsspec_args=False):
            last.at = begin + record.stream_pos
            found = _page(record, size_max)
            if isinstance(found, str):
                counts[found] += 1
            else:
                yield record.headers.get("WARC-Target-URI") or f"{path}@{last.at}", found
    except OSError as error:
        raise _Damage(shown(str(error)).rstrip(".")) from error


def _page(record: WarcRecord, size_max: int) -> Fetched | Rejected | str:
    """Give a record's page, or in a few words why it is none.

    :raises OSError: if the archive is damaged here.
    """
    from fastwarc.warc import WarcRecordType

    kind = record.record_type
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if kind == WarcRecordType.response and url.lower().startswith(("http:", "https:")):
        headers = record.http_headers
        status = headers.status_code if record.is_http_parsed else None
        if status is None:
            return "without an answer"
        if not 200 <= status < 300:
            return f"answered {status}"
        content_type = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        transfer, content = headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding")
        charset = record.http_charset
    elif kind == WarcRecordType.resource:
        content_type = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        transfer, content, charset = "", None, None
    else:
        return f"{kind} records"
    if content_type and content_type not in HTML_TYPES:
        return f"{shown(content_type.partition('/')[0])[:20]} files"
    size = record.content_length
    raw = record.reader.read(size_max + 1)
    if len(raw) > size_max:
        detail = f"The page has {size:,} bytes; the limit is {size_max:,}. {RAISE_LIMIT}"
        return Rejected("too large", detail, page=url or None)
    if len(raw) < size:
        raise OSError(f"the record of {url} ends early")
    try:
        body = _decoded(raw, transfer, content, size_max)
    except (BadCompression, UnknownCoding, OSError) as error:
        return Rejected("unreadable", f"The archived page cannot be unpacked: {shown(str(error))}", page=url or None)
    if len(body) > size_max:
        detail = f"The page goes on after {size_max:,} bytes, the limit. {RAISE_LIMIT}"
        return Rejected("too large", detail, page=url or None)
    if not body.strip():
        return "without content"
    if not content_type and not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "files of no stated type"
    date = record.record_date
    return Fetched(
        url,
        body,
        charset.lower() if charset and _CHARSET.fullmatch(charset) else None,
        content_type or None,
        at=date.astimezone(UTC).isoformat(timespec="seconds") if date is not None else None,
    )


def _decoded(raw: bytes, transfer: str, content: str | None, size_max: int) -> bytes:
    """Undo the codings of an answer, but never to more than a little over ``size_max`` bytes.

    Many archives hold pages with their codings undone and the headers left as they were, so what does not look coded is
    taken as it is.
    """
    body = _dechunked(raw) if "chunked" in transfer.lower() else raw
    name = (content or "").strip().lower()
    if name in ("gzip", "x-gzip") and not body.startswith(GZIP_MAGIC):
        return body
    if name == "br":
        return _brotli(body, size_max)
    if name == "zstd":
        return _zstd(body, size_max) if body.startswith(_ZSTD_MAGIC) else body
    decoder = Decoder(coding_of(content))
    plain = bytearray()
    try:
        for piece in decoder.feed(body):
            plain += piece
            if len(plain) > size_max:
                return bytes(plain)
        decoder.finish()
    except BadCompression:
        if not plain and _looks_plain(body):
            return body
        raise
    return bytes(plain)


def _looks_plain(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _brotli(body: bytes, size_max: int) -> bytes:
    from fastwarc.stream_io import BrotliReader

    if _looks_plain(body):
        return body
    return _read(BrotliReader(io.BytesIO(body)), size_max)


def _zstd(body: bytes, size_max: int) -> bytes:
    from fastwarc.stream_io import ZstdReader

    return _read(ZstdReader(io.BytesIO(body)), size_max)


def _read(reader: object, size_max: int) -> bytes:
    plain = bytearray()
    while len(plain) <= size_max and (piece := reader.read(65_536)):  # type: ignore[attr-defined]
        plain += piece
    return bytes(plain)


def _dechunked(raw: bytes) -> bytes:
    """Undo chunked transfer; what was never chunked stays as it is.

    Source: RFC 9112, section 7.1. A last chunk that is cut off gives what there is of it.
    """
    plain = bytearray()
    at = 0
    while (end := raw.find(b"\n", at, at + 4_096)) >= 0:
        digits = raw[at:end].partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", digits):
            break
        size = int(digits, 16)
        if size == 0:
            return bytes(plain)
        plain += raw[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if raw[at : at + 2] == b"\r\n" else raw[at : at + 1] == b"\n"
    return bytes(plain) if plain else raw


def _next_start(file: BinaryIO, begin: int) -> int | None:
    """Find the next place, from ``begin`` on, where a record begins."""
    at = begin
    while True:
        file.seek(at)
        block = file.read(_SEARCH_BYTES)
        for match in _STARTS.finditer(block):
            start = at + match.start()
            if match.group()[:1] == b"W" or _is_member(file, start):
                return start
        if len(block) < _SEARCH_BYTES:
            return None
        at += len(block) - _LONGEST_START


def _is_member(file: BinaryIO, start: int) -> bool:
    """Tell whether a gzip member with a record begins here."""
    file.seek(start, os.SEEK_SET)
    try:
        for piece in Decoder("gzip").feed(file.read(1_024)):
            return re.match(rb"WARC/1\.[01]\r?\n", piece) is not None
    except BadCompression:
        pass
    return False
