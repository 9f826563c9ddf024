from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from sayso.config import Settings
from sayso.errors import NoSuchFile
from sayso.pages.lines import articles_in, read_lines
from sayso.schema import Article, Found, Rejected, Span

ARTICLE = {"id": "a1", "text": "The ferry stayed in port.\nNobody sailed."}
SMALL = Settings(size_max_bytes=200)


def written(folder: Path, *lines: object, gz: bool = False) -> Path:
    rows = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    body = b"\n".join(rows) + b"\n"
    path = folder / ("articles.jsonl.gz" if gz else "articles.jsonl")
    path.write_bytes(gzip.compress(body) if gz else body)
    return path


def only(path: Path, settings: Settings | None = None) -> Article | Rejected:
    [found] = read_lines(path, settings)
    return found


def refused(path: Path, reason: str, *words: str, settings: Settings | None = None) -> Rejected:
    found = only(path, settings)
    assert isinstance(found, Rejected), found
    assert found.reason == reason
    for word in words:
        assert word in found.detail
    return found


@pytest.mark.parametrize("gz", [False, True])
def test_an_article_comes_with_its_facts_and_its_text_untouched(tmp_path: Path, gz: bool) -> None:
    facts = {
        "url": "https://herald.example/1",
        "title": " Ferry ",
        "published": "2024-05-01",
        "publisher": "The Herald",
    }
    text = "\r\n  The ferry stayed in port.\u2028Nobody sailed. \n"
    found = only(
        written(tmp_path, {"id": 7, "text": text, "author": ["Ada Moor", "Ivo Lund"], "extra": 1} | facts, gz=gz)
    )
    assert isinstance(found, Article)
    assert found.text == text
    assert [span.of(text) for span in found.paragraphs] == ["The ferry stayed in port.", "Nobody sailed."]
    assert (found.id, found.title, found.author) == ("7", "Ferry", "Ada Moor; Ivo Lund")
    assert (found.url, found.published, found.publisher) == (facts["url"], facts["published"], facts["publisher"])
    assert Found("author", "jsonl") in found.found


def test_an_article_needs_no_more_than_text(tmp_path: Path) -> None:
    found = only(written(tmp_path, {"text": "Rain.", "title": None, "author": "", "url": " "}))
    assert found == Article("Rain.", (Span(0, 5),), id="articles.jsonl:1")


def test_lines_are_numbered_as_an_editor_numbers_them_and_blank_ones_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, ARTICLE, b"", b" \r", {"text": 5}, ARTICLE)
    numbered = list(articles_in(path))
    assert [number for number, _ in numbered] == [1, 4, 5]
    bad = numbered[1][1]
    assert isinstance(bad, Rejected)
    assert bad.reason == "bad line"
    assert bad.page == f"{path}:4"
    assert "$.text" in bad.detail


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"5",
        b"null",
        b"not json",
        b"{}",
        b'{"text": null}',
        b'{"text": "x", "author": 5}',
        b'{"text": "x"} {"text": "y"}',
        b'{"text": "\xff"}',
        b'{"text": "\\ud800"}',
        b"\xff\xfe{\x00}\x00",
        b'{"text": "x", "more": ' + b"[" * 100_000,
    ],
)
def test_a_bad_line_is_told_and_the_run_goes_on(tmp_path: Path, line: bytes) -> None:
    bad, good = read_lines(written(tmp_path, line, ARTICLE))
    assert isinstance(bad, Rejected)
    assert bad.reason == "bad line"
    assert "Line 1" in bad.detail
    assert isinstance(good, Article)


def test_a_text_without_words_is_empty(tmp_path: Path) -> None:
    refused(written(tmp_path, {"text": " \n"}), "empty", "line 1")


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert isinstance(only(written(tmp_path, b'\xef\xbb\xbf{"text": "Rain."}')), Article)


def test_a_last_line_without_an_end_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Rain."}')
    assert isinstance(only(path), Article)


def test_an_empty_file_has_no_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"")
    assert list(read_lines(path)) == []


def test_a_line_of_just_the_limit_is_read_and_a_longer_one_is_told_and_passed_over(tmp_path: Path) -> None:
    def of_length(size: int) -> bytes:
        return b'{"text": "' + b"x" * (size - 12) + b'"}'

    path = written(tmp_path, of_length(200), of_length(201), of_length(2_000), of_length(200))
    found = list(read_lines(path, SMALL))
    assert [type(one) for one in found] == [Article, Rejected, Rejected, Article]
    assert isinstance(found[1], Rejected)
    assert found[1].reason == "too large"


@pytest.mark.parametrize("what", [b" ", b"x"])
def test_a_line_that_hardly_ends_stops_the_reading(tmp_path: Path, what: bytes) -> None:
    path = written(tmp_path, ARTICLE, what * 3_000_000, ARTICLE, gz=True)
    good, bomb = read_lines(path, SMALL)
    assert isinstance(good, Article)
    assert isinstance(bomb, Rejected)
    assert bomb.reason == "too large"
    assert "the rest of the file is not read" in bomb.detail


def test_endless_blank_lines_stop_the_reading(tmp_path: Path) -> None:
    refused(written(tmp_path, b"\n" * 1_100_000, ARTICLE, gz=True), "unreadable", "blank lines")


@pytest.mark.parametrize("cut", [-1, -9, 30])
def test_a_damaged_archive_gives_what_it_can_and_says_so(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path, *[ARTICLE | {"id": str(i)} for i in range(500)], gz=True)
    path.write_bytes(path.read_bytes()[:cut])
    *good, bad = read_lines(path)
    assert all(isinstance(article, Article) for article in good)
    assert isinstance(bad, Rejected)
    assert bad.reason == "unreadable"


def test_a_file_that_lies_about_being_gzip_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"\x1f\x8b" + b"junk" * 10)
    refused(path, "unreadable")


def test_gzip_is_known_by_its_bytes_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(json.dumps(ARTICLE).encode())
    assert isinstance(only(path), Article)


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "a\0b.jsonl"])
def test_a_file_that_cannot_be_opened_is_an_error_with_a_hint(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoSuchFile) as caught:
        list(read_lines(tmp_path / name))
    assert caught.value.hint


def test_articles_are_read_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, *[ARTICLE] * 5_000)
    opened: list[io.BufferedReader] = []
    real = Path.open

    def noting(self: Path, mode: str = "r") -> io.BufferedReader:
        opened.append(real(self, mode))  # type: ignore[arg-type]
        return opened[-1]

    monkeypatch.setattr(Path, "open", noting)
    articles = read_lines(path)
    assert opened == []
    next(articles)
    assert 0 < opened[0].tell() < 10_000
    articles.close()  # type: ignore[attr-defined]
