"""Web archives for tests, written by FastWARC."""

from __future__ import annotations

import gzip
import io

from fastwarc.warc import WarcRecord, WarcRecordType


def http(
    body: bytes, *, status: str = "200 OK", content_type: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """Write an answer. Header names are given as ``content_encoding``."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def record(
    url: str,
    content: bytes,
    *,
    kind: WarcRecordType = WarcRecordType.response,
    date: str = "2031-03-04T05:06:07Z",
    content_type: str = "application/http; msgtype=response",
) -> bytes:
    one = WarcRecord()
    one.init_headers(kind)
    one.headers["WARC-Target-URI"] = url
    one.headers["WARC-Date"] = date
    one.headers["Content-Type"] = content_type
    one.set_bytes_content(content)
    written = io.BytesIO()
    one.write(written)
    return written.getvalue()


def packed(records: list[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))
