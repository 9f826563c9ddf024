"""Hostile files of lines: whatever the bytes, every line gives an article or a reason, and the next line is read."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.pages.files import bytes_of
from sayso.pages.lines import article_of_line, articles_in
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Rejected

SMALL = Settings(size_max_bytes=500)
HERE = Path("articles.jsonl")
GOOD = json.dumps({"text": "The ferry stayed in port.", "id": "good"}).encode()

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(["id", "text", "url", "title", "published", "publisher", "author", "", "\ud800", "TEXT"])
objects = st.dictionaries(keys, values | st.text(), max_size=8).map(lambda value: json.dumps(value).encode())
scraps = st.lists(
    st.sampled_from(
        [b'{"text": "', b'"', b"\\u", b"\\ud83d", b"\\", b"}", b"{", b"[" * 50, b"1e999", b"\x00", b"\xff"]
    ),
    max_size=12,
).map(b"".join)
lines = (objects | scraps | st.binary()).map(lambda line: line.replace(b"\n", b" "))


def is_sound(found: Article | Rejected) -> bool:
    """Tell whether a result keeps its promises: text that can be written out, paragraphs that point into it, a place."""
    if isinstance(found, Rejected):
        return bool(found.detail) and found.page is not None
    found.text.encode()
    return bool(found.text.strip()) and found.paragraphs == paragraphs_of(found.text) and bool(found.id)


@given(lines)
def test_any_line_is_an_article_or_a_reason(line: bytes) -> None:
    assert is_sound(article_of_line(line, HERE, 1))


@given(st.text().filter(lambda text: text.strip() and text.isprintable()), st.sampled_from([True, False]))
def test_text_comes_through_untouched(text: str, ascii_only: bool) -> None:
    found = article_of_line(json.dumps({"text": text}, ensure_ascii=ascii_only).encode(), HERE, 3)
    assert isinstance(found, Article)
    assert found.text == text


@given(st.lists(lines, max_size=6), st.booleans())
def test_a_bad_line_never_costs_the_next_one(bad: list[bytes], packed: bool) -> None:
    body = b"\n".join(line for pair in zip(bad, [GOOD] * len(bad), strict=True) for line in pair) + b"\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_bytes(gzip.compress(body) if packed else b"\n" + body)
        found = list(articles_in(path, SMALL))
    assert all(is_sound(one) for _, one in found)
    assert sum(isinstance(one, Article) and one.id == "good" for _, one in found) >= len(bad)


@given(st.binary(), st.booleans(), st.integers(0, 30))
def test_any_file_ends_in_articles_or_reasons(body: bytes, packed: bool, cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl.gz"
        path.write_bytes(gzip.compress(body)[: -cut or None] if packed else body)
        assert all(is_sound(one) for _, one in articles_in(path, SMALL))
        assert isinstance(bytes_of(path, SMALL), bytes | Rejected)
