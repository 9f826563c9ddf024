"""Pages from web archives: real ones, written by FastWARC, then damaged."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest
from archive import http, packed, record
from fastwarc.warc import WarcRecordType
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.errors import NoSuchFile
from sayso.pages.fetch import Fetched
from sayso.pages.warc import PassedOver, pages_in
from sayso.schema import Rejected

PAGE = b"<!doctype html><title>Ferry</title><p>The ferry stayed in port, the harbour master said."
SMALL = Settings(size_max_bytes=1_000)


def found(path: Path, settings: Settings | None = None) -> tuple[dict[str, Fetched | Rejected], dict[str, int]]:
    pages: dict[str, Fetched | Rejected] = {}
    counts: dict[str, int] = {}
    for one in pages_in(path, settings):
        if isinstance(one, PassedOver):
            counts = dict(one.counts)
        else:
            pages[one[0]] = one[1]
    return pages, counts


def in_file(tmp_path: Path, data: bytes, name: str = "crawl.warc") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def body_of(page: Fetched | Rejected) -> bytes:
    assert isinstance(page, Fetched), page
    return page.body


def url(number: int) -> str:
    return f"https://news.example/{number}"


def test_a_page_comes_with_its_address_time_and_charset(tmp_path: Path) -> None:
    data = record(url(1), http(PAGE, content_type="text/HTML; charset=Windows-1252"), date="2031-03-04T07:06:07+02:00")
    pages, counts = found(in_file(tmp_path, data))
    assert pages == {url(1): Fetched(url(1), PAGE, "windows-1252", "text/html", at="2031-03-04T05:06:07+00:00")}
    assert counts == {}


def test_gzip_by_record_and_as_a_whole_give_what_plain_gives(tmp_path: Path) -> None:
    records = [record(url(n), http(PAGE + b"%d" % n)) for n in range(5)]
    plain = found(in_file(tmp_path, b"".join(records)))
    assert len(plain[0]) == 5
    assert found(in_file(tmp_path, packed(records), "a.warc.gz")) == plain
    assert found(in_file(tmp_path, gzip.compress(b"".join(records)), "b.warc.gz")) == plain


def chunked(body: bytes) -> bytes:
    return (
        b"".join(b"%x;x=y\r\n%s\r\n" % (len(body[i : i + 30]), body[i : i + 30]) for i in range(0, len(body), 30))
        + b"0\r\n\r\n"
    )


@pytest.mark.parametrize(
    "answer",
    [
        http(chunked(PAGE), transfer_encoding="chunked"),
        http(gzip.compress(PAGE), content_encoding="gzip"),
        http(zlib.compress(PAGE), content_encoding="deflate"),
        http(chunked(gzip.compress(PAGE)), content_encoding="gzip", transfer_encoding="chunked"),
        http(PAGE, content_encoding="gzip"),  # undone by the crawler, its header left
        http(PAGE, content_encoding="br"),
        http(PAGE, transfer_encoding="chunked"),
        http(PAGE, content_type="application/xhtml+xml"),
    ],
)
def test_codings_are_undone_where_there_are_any(tmp_path: Path, answer: bytes) -> None:
    pages, _ = found(in_file(tmp_path, record(url(1), answer)))
    assert body_of(pages[url(1)]) == PAGE


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    records = [
        record("urn:info", b"software: none\r\n", kind=WarcRecordType.warcinfo, content_type="application/warc-fields"),
        record(url(1), b"GET / HTTP/1.1\r\n\r\n", kind=WarcRecordType.request),
        record(url(1), http(PAGE), kind=WarcRecordType.revisit),
        record(url(2), http(b"\xff\xd8\xff", content_type="image/jpeg")),
        record(url(3), http(b"", status="301 Moved Permanently")),
        record(url(4), http(PAGE, status="404 Not Found")),
        record(url(5), b""),
        record(url(6), http(b"  ")),
        record(url(7), http(PAGE)),
        record(url(8), PAGE, kind=WarcRecordType.resource, content_type="text/html"),
    ]
    pages, counts = found(in_file(tmp_path, b"".join(records)))
    assert list(pages) == [url(7), url(8)]
    assert counts == {
        "warcinfo records": 1, "request records": 1, "revisit records": 1, "image files": 1, "answered 301": 1,
        "answered 404": 1, "without an answer": 1, "without content": 1,
    }  # fmt: skip


def test_a_page_that_cannot_be_unpacked_or_is_too_large_does_not_stop_the_rest(tmp_path: Path) -> None:
    records = [
        record(url(1), http(gzip.compress(PAGE)[:20], content_encoding="gzip")),
        record(url(2), http(b"<p>" + b"a" * 2_000)),
        record(url(3), http(gzip.compress(b"a" * 100_000_000), content_encoding="gzip")),
        record(url(4), http(PAGE, content_encoding="pack200-gzip")),
        record(url(5), http(PAGE)),
    ]
    pages, _ = found(in_file(tmp_path, packed(records), "a.warc.gz"), SMALL)
    reasons = {name: page.reason for name, page in pages.items() if isinstance(page, Rejected)}
    assert reasons == {url(1): "unreadable", url(2): "too large", url(3): "too large", url(4): "unreadable"}
    assert body_of(pages[url(5)]) == PAGE


def test_a_record_of_fifty_megabytes_is_passed_in_flat_memory(tmp_path: Path) -> None:
    large = record(url(1), http(b"<p>" + b"a" * 50_000_000))
    pages, _ = found(
        in_file(tmp_path, gzip.compress(large, 1) + gzip.compress(record(url(2), http(PAGE))), "a.warc.gz")
    )
    assert isinstance(pages[url(1)], Rejected)
    assert body_of(pages[url(2)]) == PAGE


@pytest.mark.parametrize("packs", [False, True])
def test_reading_goes_on_after_a_damage(tmp_path: Path, packs: bool) -> None:
    records = [record(url(n), http(PAGE + b"%d" % n)) for n in range(4)]
    pieces = [gzip.compress(one) for one in records] if packs else records
    pieces[1] = (
        pieces[1][:60] + b"\xff" * 20 + pieces[1][80:]
        if packs
        else pieces[1].replace(b"Content-Length: 1", b"Content-Length: -1")
    )
    pages, _ = found(in_file(tmp_path, b"".join(pieces), "a.warc.gz" if packs else "a.warc"))
    assert [name for name, page in pages.items() if isinstance(page, Fetched)][-2:] == [url(2), url(3)]
    damage = [page for page in pages.values() if isinstance(page, Rejected)]
    assert packs is False or [one.reason for one in damage] == ["unreadable"]


@pytest.mark.parametrize("packs", [False, True])
def test_a_file_that_breaks_off_gives_what_is_whole(tmp_path: Path, packs: bool) -> None:
    records = [record(url(n), http(PAGE + bytes(str(n) * 50, "ascii"))) for n in range(3)]
    data = packed(records) if packs else b"".join(records)
    pages, _ = found(in_file(tmp_path, data[:-40]))
    assert [name for name, page in pages.items() if isinstance(page, Fetched)] == [url(0), url(1)]
    (last,) = (page for page in pages.values() if isinstance(page, Rejected))
    assert last.reason == "unreadable"
    assert "not read" in last.detail


@pytest.mark.parametrize(
    "data", [b"", b"hello\n" * 50, b"<html>", gzip.compress(b"hello"), b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n"]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    pages, _ = found(in_file(tmp_path, data))
    assert [page.reason for page in pages.values() if isinstance(page, Rejected)] in (["unreadable"], [])


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        list(pages_in(tmp_path / "no.warc"))


WHOLE = packed([record(url(n), http(chunked(PAGE), transfer_encoding="chunked")) for n in range(3)])
PLAIN = b"".join(record(url(n), http(gzip.compress(PAGE), content_encoding="gzip")) for n in range(3))


@given(
    data=st.sampled_from([WHOLE, PLAIN]),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=4),
    end=st.floats(0, 1),
)
@hypothesis_settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_of_any_kind_never_crashes(
    tmp_path: Path, data: bytes, cuts: list[tuple[float, bytes]], end: float
) -> None:
    damaged = bytearray(data)
    for where, what in cuts:
        at = int(where * len(damaged))
        damaged[at : at + len(what)] = what
    for one in pages_in(in_file(tmp_path, bytes(damaged[: int(end * len(damaged)) + 1]))):
        assert isinstance(one, PassedOver) or isinstance(one[1], Fetched | Rejected)
