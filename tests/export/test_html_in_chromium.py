"""The HTML view in a real browser: nothing of the page's runs, nothing is fetched, and a tap shows who said it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Chromium, find_chromium
from foam import FOAM

from samples import BRIDGE, EVIL
from sayso.export import html

PROGRAM = find_chromium()
REQUIRED = os.environ.get("SAYSO_REQUIRE_CHROMIUM") == "1"

pytestmark = pytest.mark.skipif(PROGRAM is None and not REQUIRED, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    assert PROGRAM is not None, "SAYSO_REQUIRE_CHROMIUM=1, and there is no Chromium"
    with Chromium(PROGRAM, tmp_path_factory.mktemp("profile")) as chromium:
        yield chromium


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _file(tmp_path_factory.mktemp("bridge"), html.render(BRIDGE))


@pytest.fixture(scope="module")
def foam(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _file(tmp_path_factory.mktemp("foam"), html.render(FOAM))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _file(tmp_path_factory.mktemp("evil"), html.render(EVIL))


def _file(folder: Path, text: str) -> str:
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def words(browser: Chromium, selector: str) -> str:
    return str(browser.value(f"[...document.querySelectorAll({selector!r})].map((e) => e.textContent).join('|')"))


def test_a_tap_shows_who_says_it(browser: Chromium, bridge: str) -> None:
    browser.open(bridge, width=390, height=844, touch=True)
    assert browser.value("document.getElementById('card').hidden")
    browser.tap(".text span.c.direct")
    assert not browser.value("document.getElementById('card').hidden")
    assert words(browser, "#card b.s") == "Ada Quill, the mayor of Tarnmouth"
    assert words(browser, "#card i.q") == "said"
    assert words(browser, "#card .tag") == "direct"
    assert words(browser, ".on-s") == "Ada Quill, the mayor of Tarnmouth"
    assert words(browser, ".on-q") == "said"
    assert words(browser, ".on-c") == "“The bridge will open on Monday,”|“whatever the council thinks.”"


def test_another_tap_shows_the_statement_around_it(browser: Chromium, bridge: str) -> None:
    browser.open(bridge, width=390, height=844, touch=True)
    browser.tap(".text span[data-c='2 3']")
    assert words(browser, "#card b.s") == "engineers"
    browser.tap(".text span[data-c='2 3']")
    assert words(browser, "#card b.s") == "Harbour master Bo Linde"


def test_the_card_goes_through_the_statements_and_away(browser: Chromium, bridge: str) -> None:
    browser.open(bridge, width=390, height=844, touch=True)
    browser.tap(".text span.c.direct")
    browser.tap("#card button[data-step='1']")
    assert words(browser, "#card b.s") == "Harbour master Bo Linde"
    browser.tap("#card button:last-child")
    assert browser.value("document.getElementById('card').hidden")
    assert words(browser, ".on-c, .on-s, .on-q, .on") == ""


def test_the_phone_page_is_no_wider_than_the_phone(browser: Chromium, bridge: str, evil: str, foam: str) -> None:
    for url in (bridge, evil, foam):
        browser.open(url, width=320, height=600, touch=True)
        assert browser.value("document.documentElement.scrollWidth") <= 320


def test_hovering_lights_the_words_and_their_entry_without_moving_the_text(browser: Chromium, bridge: str) -> None:
    browser.open(bridge)
    where = (
        "JSON.stringify([...document.querySelectorAll('.text span')].map((e) => e.getBoundingClientRect())"
        ".map((r) => [r.x, r.y + scrollY, r.width, r.height]))"
    )
    browser.hover("h1")
    before = browser.value(where)
    browser.hover(".text span.q[data-q='5']")
    assert words(browser, ".on-s") == "The council"
    assert words(browser, "li.on b.s") == "The council"
    assert browser.value(where) == before


def test_the_keyboard_reaches_every_statement(browser: Chromium, bridge: str) -> None:
    browser.open(bridge)
    shown = []
    for _ in range(12):
        browser.press("Tab", 9)
        shown.append(words(browser, "li.on b.s"))
    assert [name for name in dict.fromkeys(shown) if name] == [
        "Ada Quill, the mayor of Tarnmouth", "Harbour master Bo Linde", "engineers", "Linde", "The council", "It",
    ]  # fmt: skip
    browser.press("Escape", 27)
    assert words(browser, ".on") == ""


def test_a_link_to_a_statement_opens_it(browser: Chromium, bridge: str) -> None:
    browser.open(bridge + "#p1a3", width=390, height=844, touch=True)
    assert words(browser, "#card b.s") == "engineers"


@pytest.mark.parametrize("touch", [False, True])
def test_nothing_of_the_page_s_runs_and_nothing_is_fetched(browser: Chromium, evil: str, touch: bool) -> None:
    browser.open(evil, width=390, height=844, touch=touch)
    browser.tap(".text span.c") if touch else browser.hover(".text span.c")
    assert browser.value("document.title").startswith("Who says what: </title>")
    assert browser.value("document.scripts.length") == 1
    assert browser.requests == [evil]
    assert browser.messages == []


def test_the_policy_stops_what_escaping_would_let_through(browser: Chromium, tmp_path: Path) -> None:
    hole = html.render(BRIDGE).replace(
        "<p class=\"made\">", "<img src='https://evil.example/x.png' onerror=\"document.title='owned'\">"
        "<script>document.title='owned'</script><p class=\"made\">", 1
    )  # fmt: skip
    url = _file(tmp_path, hole)
    browser.open(url)
    assert browser.value("document.title") == "Who says what: Bridge “will open on Monday”, says mayor"
    assert set(browser.requests) <= {url, "https://evil.example/x.png"}  # announced, once or twice, then blocked
    assert any("Content Security Policy" in message for message in browser.messages)


def test_the_answer_is_on_the_first_screen(browser: Chromium, foam: str) -> None:
    for width, height in ((1280, 800), (390, 844)):
        browser.open(foam, width=width, height=height)
        assert browser.value("document.querySelector('.figures').getBoundingClientRect().bottom") < height


def test_a_link_of_the_headline_check_opens_the_statement(browser: Chromium, foam: str) -> None:
    browser.open(foam, width=390, height=844, touch=True)
    browser.tap(".checks li:nth-child(2) a")
    assert words(browser, "#card .told strong") == "Lorry driver"
    assert words(browser, "#card .count") == "5 of 19"


def test_names_stay_inside_their_boxes(browser: Chromium, foam: str) -> None:
    browser.open(foam)
    over = browser.value(
        "[...document.querySelectorAll('svg.chain > g')].filter((g) => g.querySelector('text').getBBox().x"
        " + g.querySelector('text').getBBox().width > g.querySelector('.box').getBBox().x"
        " + g.querySelector('.box').getBBox().width).map((g) => g.textContent).join()"
    )
    assert over == ""


def test_the_sign_in_the_text_and_the_list_above_lead_to_each_other(browser: Chromium, foam: str) -> None:
    browser.open(foam + "#p1u1", script=False)
    assert words(browser, "a.nil:target") == "no source"
    browser.open(foam + "#p1b1", script=False)
    assert words(browser, "li:target").startswith("Four ships")


def test_without_its_script_the_list_is_there_and_numbers_lead_to_it(browser: Chromium, bridge: str) -> None:
    browser.open(bridge + "#p1a5", script=False)
    assert words(browser, "li:target b.s") == "The council"
    assert browser.value("document.getElementById('card').hidden")
