"""Names of pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.addresses import normalised, page_name

STORY = "calderpost.example/news/harbour-closed"


@pytest.mark.parametrize(
    "address",
    [
        "https://calderpost.example/news/harbour-closed",
        "http://www.calderpost.example/news/harbour-closed/",
        "https://WWW.CalderPost.example:443/news//harbour-closed?utm_source=feed&utm_medium=rss",
        "https://m.calderpost.example/news/harbour-closed?fbclid=IwAR0#comments",
        "https://amp.calderpost.example/news/harbour-closed",
        "https://calderpost.example/news/harbour-closed/amp/",
        "https://calderpost.example/news/harbour-closed.amp.html",
        "https://calderpost.example/news/./x/../harbour%2Dclosed/index.html",
        "https://calderpost-example.cdn.ampproject.org/c/s/calderpost.example/news/harbour-closed",
        "https://www.google.com/amp/s/calderpost.example/news/harbour-closed",
        "https://web.archive.org/web/20240102030405/https://calderpost.example/news/harbour-closed",
        "https://web.archive.org/web/20240102030405id_/http:/calderpost.example/news/harbour-closed",
        " https://calderpost.example/news/harbour-closed?ref=home ",
    ],
)
def test_what_varies_for_one_page_is_left_out(address: str) -> None:
    expected = f"{STORY}.html" if address.endswith("amp.html") else STORY
    assert normalised(address) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/story?id=1", "https://a.example/story?id=2"),
        ("https://a.example/story?cid=1", "https://a.example/story?cid=2"),
        ("https://a.example/story?page=1", "https://a.example/story?page=2"),
        ("https://a.example/Story", "https://a.example/story"),
        ("https://a.example/story", "https://a.example:8080/story"),
        ("https://news.a.example/story", "https://sport.a.example/story"),
        ("https://a.example/#!/story/1", "https://a.example/#!/story/2"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://m.example/story", "https://www.example/story"),
    ],
)
def test_what_may_be_two_pages_stays_two(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    "address", ["", "page.html", "ftp://a.example/x", "http://", "http://[::1", "https://a b/", "http://a.example:9x/"]
)
def test_what_is_no_web_address_has_no_name(address: str) -> None:
    assert normalised(address) is None
    assert page_name(address, None, "0f") == "text:0f"


@pytest.mark.parametrize(
    ("own", "fetched", "name"),
    [
        ("https://a.example/story", "https://a.example/story?session=5", "a.example/story"),
        ("https://a.example/", "https://a.example/story", "a.example/story"),
        ("https://a.example/news", "https://a.example/news/story", "a.example/news/story"),
        ("https://wire.example/story", "https://a.example/taken-over", "a.example/taken-over"),
        ("https://edition.a.example/story", "https://a.example/s/1", "edition.a.example/story"),
        (None, "https://a.example/", "a.example"),
        ("https://a.example/", None, "text:0f"),
        ("https://a.example/story", "page.html", "a.example/story"),
    ],
)
def test_an_address_that_a_page_gives_itself_is_believed_where_it_can_be_right(
    own: str | None, fetched: str | None, name: str
) -> None:
    assert page_name(own, fetched, "0f") == name


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_address_has_a_name_that_is_its_own_name(path: str, query: str) -> None:
    name = normalised(f"https://a.example/{path}?{query}")
    if name is not None:
        assert normalised(f"https://{name}") == name
