from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.sink import file_name


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("news/bridge.html", "bridge"),
        ("a.b.HTM", "a.b"),
        ("page.html.gz", "page"),
        ("https://bell.example/news/bridge?id=7", "bell.example-news-bridge-id-7"),
        ("lines.jsonl.gz:12", "lines-12"),
        ("standard input", "standard-input"),
        ("..", "page"),
        ("/etc/..%2f..", "2f"),
        ("", "page"),
    ],
)
def test_a_page_s_file_is_named_after_it(page: str, name: str) -> None:
    assert file_name(page) == name


@given(st.text())
def test_any_name_is_a_plain_file_name(page: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}", file_name(page))
