from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.pages.robots import SIZE_MAX_BYTES, product_of, robots_of, unreachable

AGENT = "sayso/0.1.0 (+https://sayso.example/bot)"
WHERE = "https://herald.example/robots.txt"


def allows(text: str, path: str) -> bool:
    return robots_of(200, text.encode(), WHERE).allows(f"https://herald.example{path}", AGENT)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/news", True),
        ("User-agent: *\nDisallow: /private", "/news", True),
        ("User-agent: *\nDisallow: /private", "/private/1", False),
        ("User-agent: *\nDisallow:", "/news", True),
        ("User-agent: *\nDisallow: /", "/news", False),
        ("User-agent: *\nDisallow: /\nUser-agent: SaySo\nAllow: /", "/news", True),
        ("User-agent: sayso\nDisallow: /\nUser-agent: *\nAllow: /", "/news", False),
        ("User-agent: bot\nDisallow: /", "/news", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/free", "/news/free/1", True),
        ("User-agent: *\nDisallow: /*/print$", "/news/1/print", False),
        ("User-agent: *\nDisallow: /*/print$", "/news/1/print?x", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("\ufeffUser-agent: *\r\nDisallow: /news # not yet\r\n", "/news", False),
        ("<html><body>No such page</body></html>", "/news", True),
    ],
)
def test_rules_of_a_readable_file(text: str, path: str, allowed: bool) -> None:
    assert allows(text, path) is allowed


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (401, True), (403, True), (429, True), (302, True), (500, False), (503, False)]
)
def test_an_answer_without_rules_allows_all_or_nothing(status: int, allowed: bool) -> None:
    robots = robots_of(status, b"User-agent: *\nDisallow: /", WHERE)
    assert robots.allows("https://herald.example/", AGENT) is allowed
    assert str(status) in robots.why


def test_rules_that_cannot_be_had_forbid_everything() -> None:
    assert not unreachable("no answer").allows("https://herald.example/", AGENT)


def test_what_lies_beyond_the_cap_is_not_read() -> None:
    filling = "# padding\n" * (SIZE_MAX_BYTES // 10)
    assert allows(filling + "User-agent: *\nDisallow: /", "/news")


@pytest.mark.parametrize(
    ("user_agent", "product"), [(AGENT, "sayso"), ("Desk-Reader 2", "desk-reader"), ("1.0", "*"), ("", "*")]
)
def test_groups_are_matched_by_the_product_alone(user_agent: str, product: str) -> None:
    assert product_of(user_agent) == product


@given(st.binary(max_size=300), st.text(max_size=50))
def test_any_file_gives_an_answer_for_any_path(body: bytes, path: str) -> None:
    encodable = path.encode("utf-8", "replace").decode()
    assert robots_of(200, body, WHERE).allows(f"https://herald.example/{encodable}", AGENT) in (True, False)
