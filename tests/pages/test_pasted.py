"""Pasted pages: what is the report, what is furniture, and what the lines around it say."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.pages.pasted import article_from_pasted
from sayso.pages.reject import LANGUAGE_NAMES
from sayso.schema import Article, Rejected

HEADLINE = "‘Tired’ ferry crews ‘will not sail’ to Marrow Island as storm closes in"
BODY = [
    "Ferry crews are “worn out” and have told their managers that they “will not sail” to Marrow Island until the storm has passed, the union said on Monday.",
    "Hundreds of travellers are waiting in Port Tarn, where the sports hall has been opened for the night.",
    "Harbour reporter Edda Quill spoke with one of the mates, who said, “We have been out for nineteen hours and nobody asks how we are.",
    "“The sea is higher than the quay,” he added.",
    "The minister for the coast, Rolf Anders, said the crews were right to wait and that no boat would be forced to leave.",
    "It is not the first time.",
    "In March two boats turned back halfway and a lorry went over the side, according to the coastguard’s report.",
]
PAGE = "\n\n".join(
    [
        f"Home Coast News {HEADLINE}",
        HEADLINE,
        "14th Mar 23 6:05 am",
        *BODY,
        "Leave a Comment",
        "You may also like",
        "",
        "Sign up to our evening harbour letter",
        "[harbour-form id=7]",
    ]
)


def read(text: str, **more: object) -> Article:
    result = article_from_pasted(text, settings=Settings(), **more)  # type: ignore[arg-type]
    assert isinstance(result, Article), result
    for paragraph, origin in zip(result.paragraphs, result.origins, strict=True):
        assert paragraph.of(result.text) == origin.of(text)
    for piece in result.furniture:
        assert piece.span.of(text) == piece.text
    return result


def kinds(article: Article) -> dict[str, str]:
    return {piece.text: piece.kind for piece in article.furniture}


def test_the_report_and_nothing_else() -> None:
    assert read(PAGE).text == "\n\n".join(BODY)


def test_facts_and_where_they_were_found() -> None:
    article = read(PAGE, url="https://example.org/ferry")
    assert article.title == HEADLINE
    assert article.published == "2023-03-14T06:05"
    assert article.section == "Coast News"
    assert article.url == "https://example.org/ferry"
    assert article.publisher is None
    assert article.author is None
    assert article.language == "en"
    where = {found.fact: found.where for found in article.found}
    assert where == {"title": "headline", "published": "date line", "section": "breadcrumb", "language": "text"}


def test_furniture_keeps_its_kind() -> None:
    found = kinds(read(PAGE))
    assert found[f"Home Coast News {HEADLINE}"] == "breadcrumb"
    assert found[HEADLINE] == "headline"
    assert found["14th Mar 23 6:05 am"] == "date line"
    assert found["Leave a Comment"] == "comment link"
    assert found["You may also like"] == "related list"
    assert found["Sign up to our evening harbour letter"] == "newsletter form"
    assert found["[harbour-form id=7]"] == "shortcode"


def test_breadcrumb_and_headline_in_one_line_only() -> None:
    article = read("\n\n".join(["Home World News Marrow Island ferry stays in port", *BODY]))
    assert article.title == "Marrow Island ferry stays in port"
    assert article.section == "World News"
    assert article.furniture[0].kind == "breadcrumb"
    assert article.text == "\n\n".join(BODY)


def test_breadcrumb_with_separators() -> None:
    article = read("\n".join(["Home > News > Coast", "Ferry stays in port", "By Edda Quill and Tor Brask", *BODY]))
    assert article.section == "Coast"
    assert article.author == "Edda Quill; Tor Brask"
    assert article.title == "Ferry stays in port"


def test_clean_report_stays_whole() -> None:
    article = read("\n\n".join(BODY))
    assert article.text == "\n\n".join(BODY)
    assert article.furniture == ()
    assert article.title is None


def test_clean_report_with_a_headline() -> None:
    article = read("\n\n".join(["Ferry stays in port as storm closes in", *BODY]))
    assert article.title == "Ferry stays in port as storm closes in"
    assert article.text == "\n\n".join(BODY)


def test_single_line_ends_separate_paragraphs() -> None:
    assert read(PAGE.replace("\n\n", "\n")).text == "\n\n".join(BODY)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_other_line_ends(end: str) -> None:
    assert read(PAGE.replace("\n\n", end)).text == "\n\n".join(BODY)


def test_hard_wrapped_lines_are_one_paragraph_and_stay_untouched() -> None:
    import textwrap

    wrapped = ["\n".join(textwrap.wrap(paragraph, 64)) for paragraph in BODY]
    article = read("\n\n".join(["Ferry stays in port", "14 March 2023", *wrapped]))
    assert article.text == "\n\n".join(wrapped)
    assert len(article.paragraphs) == len(BODY)


def test_furniture_inside_the_report_goes_and_the_report_goes_on() -> None:
    lines = [
        HEADLINE,
        "By Edda Quill",
        "Published 14 March 2023, 06:05 GMT",
        "Facebook Twitter WhatsApp Email Print",
        BODY[0],
        "ADVERTISEMENT",
        BODY[1],
        "Waves break over the quay in Port Tarn. Photo: Una Bech/Coastpress",
        BODY[2],
        BODY[3],
        "Read more: Which ferries run today",
        BODY[4],
        "Story continues below",
        BODY[5],
        "[embed]https://video.example/1[/embed]",
        BODY[6],
        "12 comments",
        "Most read",
        "Goat eats mayor’s speech",
        "Lighthouse for sale",
        "We use cookies to improve your visit. Accept all cookies",
        "© 2023 The Tarn Gazette. All rights reserved.",
        "Terms of use",
        "Privacy policy",
    ]
    article = read("\n\n".join(lines))
    assert article.text == "\n\n".join(BODY)
    assert article.author == "Edda Quill"
    assert article.published == "2023-03-14T06:05Z"
    found = kinds(article)
    assert found["Facebook Twitter WhatsApp Email Print"] == "share bar"
    assert found["ADVERTISEMENT"] == "advert"
    assert found["Waves break over the quay in Port Tarn. Photo: Una Bech/Coastpress"] == "caption"
    assert found["12 comments"] == "comment link"
    assert found["[embed]https://video.example/1[/embed]"] == "shortcode"
    assert found["We use cookies to improve your visit. Accept all cookies"] == "cookie note"
    assert "Goat eats mayor’s speech" in next(t for t, kind in found.items() if t.startswith("Most read"))


def test_questions_answers_and_short_paragraphs_stay() -> None:
    talk = [
        "Edda Quill has steered the Marrow ferry for thirty years, and on Friday she steps down for good.",
        "Q: Were you ever afraid?",
        "A: No.",
        "Q: Not even in the storm of March, when two boats turned back and the coastguard was called?",
        "A: I was busy. Fear comes afterwards, when you sit in the kitchen and the floor still moves.",
        "She laughs.",
        "“Write that down,” she says.",
        "Her successor has sailed with her since the autumn and knows the sands as well as she does.",
    ]
    assert read("\n\n".join(["The last crossing of Edda Quill", "14 March 2023", *talk])).text == "\n\n".join(talk)


def test_live_blog_time_stamps_stay() -> None:
    lines = [BODY[0], "09.12 GMT", BODY[1], "09.40 GMT", BODY[2], BODY[3], "10.05 GMT", BODY[4]]
    article = read("\n\n".join(["Storm live: ferries stay in port", *lines]))
    assert article.text == "\n\n".join(lines)


def test_subheads_stay() -> None:
    lines = [BODY[0], BODY[1], "A hard winter", BODY[2], BODY[3], BODY[4], BODY[6]]
    assert "A hard winter" in read("\n\n".join(["Ferry stays in port", "14 March 2023", *lines])).text


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u200b\ufeff\n"])
def test_empty(text: str) -> None:
    assert article_from_pasted(text, settings=Settings()) == Rejected("empty", "The pasted text has no words.", None)


def test_too_short() -> None:
    result = article_from_pasted(BODY[0], settings=Settings(), url="https://example.org/")
    assert isinstance(result, Rejected)
    assert result.reason == "too short"
    assert result.page == "https://example.org/"


def test_menu_is_not_an_article() -> None:
    menu = "\n".join(f"{place} {thing}" for place in ("Port Tarn", "Marrow", "Skelby", "Ostrel", "Varsk", "Lund", "Ash")
                     for thing in ("News", "Sport", "Weather and tides", "Jobs", "Births and deaths", "Letters", "Cars"))  # fmt: skip
    result = article_from_pasted(menu, settings=Settings())
    assert isinstance(result, Rejected)


def test_cookie_wall_is_not_an_article() -> None:
    wall = (
        "We and our 212 partners use cookies to store and access information on your device, such as identifiers, "
        "and process personal data for personalised content. With your consent we use precise location data.\n\n"
        "Accept all\n\nManage preferences\n\nThe Tarn Gazette"
    )
    result = article_from_pasted(wall, settings=Settings())
    assert isinstance(result, Rejected)
    assert result.reason == "not an article"


def test_another_language() -> None:
    german = (
        "Die Fähre nach Marrow ist am Montag im Hafen geblieben, weil der Sturm die Wellen über die Mole warf. "
        "Der Kapitän sagte, er werde erst fahren, wenn die Küstenwache es erlaube und die Mannschaft geschlafen habe."
    )
    result = article_from_pasted("\n\n".join([german, german.replace("Montag", "Dienstag")]), settings=Settings())
    assert isinstance(result, Rejected)
    assert result.reason == "language"


def test_too_many_paragraphs() -> None:
    result = article_from_pasted("One line\n" * 60_000, settings=Settings())
    assert isinstance(result, Rejected)
    assert result.reason == "not an article"


def test_too_large() -> None:
    result = article_from_pasted("word " * 100, settings=Settings(size_max_bytes=100))
    assert isinstance(result, Rejected)
    assert result.reason == "too large"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "A short line\n" * 200_000,
        "\n".join(f"Line {i} of many" for i in range(20_000)),
        "(" * 500_000,
        "[" * 1_000_000,
        "“\n" * 200_000,
        "By A. B. C. D. " * 60_000,
        ("1 Jan " * 25 + "\n") * 8_000,
        ("Home > " * 40 + "\n") * 6_000,
        ("Photo: " * 50 + "\n") * 6_000,
        ("x" * 600 + "\n") * 2_000,
    ],
)
def test_large_and_odd_pages_come_to_an_end(text: str) -> None:
    assert isinstance(article_from_pasted(text, settings=Settings()), Article | Rejected)


_LINES = st.sampled_from(
    [
        *BODY,
        HEADLINE,
        "Leave a Comment",
        "ADVERTISEMENT",
        "14 March 2023",
        "By Edda Quill",
        "• Goat",
        "Home > News",
        "",
        "Share",
    ]
) | st.text(max_size=60)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LINES, max_size=40), st.sampled_from(["\n", "\n\n", "\r\n", "\n \t"]))
def test_every_paragraph_is_a_slice_of_the_page(lines: list[str], joint: str) -> None:
    page = joint.join(lines)
    result = article_from_pasted(page, settings=Settings(words_min=1, languages=tuple(LANGUAGE_NAMES)))
    if isinstance(result, Rejected):
        return
    assert len(result.origins) == len(result.paragraphs)
    assert "\n\n".join(origin.of(page) for origin in result.origins) == result.text
    for paragraph, origin in zip(result.paragraphs, result.origins, strict=True):
        assert paragraph.of(result.text) == origin.of(page)
    spans = sorted([*result.origins, *(piece.span for piece in result.furniture)])
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(piece.span.of(page) == piece.text for piece in result.furniture)


def test_the_worked_example() -> None:
    data = os.environ.get("SAYSO_DATA")
    if not data:
        pytest.skip("SAYSO_DATA is not set: the worked example is a publisher's text and not in this repository")
    page = (Path(data) / "seed" / "page.txt").read_text("utf-8")
    expected = json.loads((Path(data) / "seed" / "expected.json").read_text("utf-8"))
    article = read(page)
    assert {fact: getattr(article, fact) for fact in expected["article"]} == expected["article"]
    for start, end in expected["furniture"]:
        assert any(piece.span.start <= start and end <= piece.span.end for piece in article.furniture)
    report = [line for line in page.split("\n") if len(line) > 60][2:]
    assert article.text == "\n\n".join(report)


def test_what_follows_the_end_of_a_press_release_is_notes() -> None:
    article = read(
        "\n\n".join(
            [
                *BODY,
                "- ENDS -",
                "Notes to editors",
                "The board has nine members, who are elected by the town.",
                "Contact: Ann Vell, 0700 900 0123",
            ]
        )
    )
    assert [span.of(article.text) for span in article.paragraphs] == list(BODY)
    assert [piece.kind for piece in article.furniture][:2] == ["end mark", "notes"]
