"""The single lines of a pasted page: dates, bylines, furniture by its words, paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.pages.bylines import byline
from sayso.pages.datelines import date_line
from sayso.pages.furniture import kind_of
from sayso.pages.headline import crumbs_of, is_breadcrumb
from sayso.pages.paragraphs import cut


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("28th Feb 22 3:29 pm", "2022-02-28T15:29"),
        ("3 May 2023", "2023-05-03"),
        ("3rd of May, 2023", "2023-05-03"),
        ("May 3, 2023", "2023-05-03"),
        ("Wednesday, May 3, 2023 at 12:05 a.m. EDT", "2023-05-03T00:05-04:00"),
        ("Published 3 May 2023, 09:05 BST", "2023-05-03T09:05+01:00"),
        ("Wed 3 May 2023 06.00 GMT", "2023-05-03T06:00Z"),
        ("2023-05-03T14:35:08Z", "2023-05-03T14:35:08Z"),
        ("2023-05-03 14:35 +0530", "2023-05-03T14:35+05:30"),
        ("10 March 2021 at 14:05 (UTC+2)", "2021-03-10T14:05+02:00"),
        ("Jan. 3, 2023 8:03 am ET", "2023-01-03T08:03-05:00"),
        ("July 3, 2023 8:03 am ET", "2023-07-03T08:03-04:00"),
        ("Tarn Gazette May 3, 2023 11:03 PM", "2023-05-03T23:03"),
        ("Posted: Fri 6:45 PM, Feb 16, 2018 |", "2018-02-16T18:45"),
        ("25/12/2022 18:30", "2022-12-25T18:30"),
        ("12/25/2022", "2022-12-25"),
        ("25.12.2022", "2022-12-25"),
        ("12.11.2023, 18:05", "2023-11-12T18:05"),
        ("PUBLISHED: 22:14, 19 July 2022 | UPDATED: 22:31, 19 July 2022", "2022-07-19T22:14"),
        ("Last updated 5 May 2023 | Published 3 May 2023", "2023-05-05"),
        ("3 May 2023 7 pm IST", "2023-05-03T19:00"),
    ],
)
def test_date_lines(line: str, published: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.published == published


@pytest.mark.parametrize("line", ["03/04/2022", "31 February 2023", "2 hours ago", "May 4"])
def test_a_date_that_is_not_certain_gives_none(line: str) -> None:
    found = date_line(line)
    assert found is None or found.published is None


@pytest.mark.parametrize(
    "line",
    [
        "He left on 18 November 2019.",
        "On 3 May 2023 the water came over the quay and nobody slept.",
        "In May 2023, 12 boats were lost",
        "The vote was 12-10-23",
        "",
        "x" * 500,
    ],
)
def test_sentences_are_no_date_lines(line: str) -> None:
    assert date_line(line) is None


def test_an_update_is_told_from_a_publication() -> None:
    assert date_line("Updated: 3 May 2023 9:38 pm").updated  # type: ignore[union-attr]
    assert not date_line("First published 3 May 2023").updated  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Edda Quill", ("Edda Quill",)),
        ("By Edda Quill and Tor Brask, Harbour Correspondent", ("Edda Quill", "Tor Brask")),
        ("BY EDDA QUILL", ("EDDA QUILL",)),
        ("Written by: Lena de la Cruz", ("Lena de la Cruz",)),
        ("By Edda QuillStaff Writer", ("Edda Quill",)),
        ("By Edda Quill | Tarn Media", ("Edda Quill",)),
        ("By Zoe D. O’Neil-Brask in Port Tarn", ("Zoe D. O’Neil-Brask",)),
        ("By Una Bech, Edda Quill & Tor Brask", ("Una Bech", "Edda Quill", "Tor Brask")),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    found = byline(line)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "line",
    ["By Monday the water had gone.", "By the sea", "Bygones", "By Reuters", "By Thursday night Ana Toll had won"],
)
def test_sentences_are_no_bylines(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a Comment", "comment link"),
        ("12 comments", "comment link"),
        ("You may also like", "related list"),
        ("Most read", "related list"),
        ("Read more: Which ferries run today", "related link"),
        ("Facebook Twitter WhatsApp Email Print", "share bar"),
        ("Share this", "share bar"),
        ("Sign up to our daily news alerts", "newsletter form"),
        ("Enter your email address", "newsletter form"),
        ("We use cookies to make this site work. Accept all cookies", "cookie note"),
        ("[ms-form id=1]", "shortcode"),
        ('[caption id="a1" width=300]The quay[/caption]', "shortcode"),
        ("[embed]https://video.example/1[/embed]", "shortcode"),
        ("ADVERTISEMENT", "advert"),
        ("Story continues below", "advert"),
        ("Photo: Una Bech/Coastpress", "caption"),
        ("Getty Images", "caption"),
        ("Waves break over the quay. (AP Photo/Una Bech)", "caption"),
        ("© 2023 The Tarn Gazette. All rights reserved.", "footer"),
        ("Terms of use", "footer"),
        ("Privacy policy", "footer"),
        ("Skip to content", "skip link"),
        ("This is a modal window.", "video player"),
        ("Already a subscriber? Log in", "subscribe prompt"),
        ("Tags: ferry, storm", "tags"),
        ("3 min read", "reader tools"),
        ("Menu", "menu"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "No.",
        "“No,” she said.",
        "Watch out!",
        "He said the cookies were good.",
        "More than 200 people died in the flood.",
        "[Applause]",
        "Contact was lost at noon.",
        "The newsletter was found in his coat.",
        "Close to 50 people were saved",
        "Subscribers will pay more from May, the company said.",
        "He told Reuters that the quay would hold.",
        "“Sign up here,” the officer said, “and you will be home for harvest.”",
        "Photographs of the quay were shown in court.",
        "It is not the first time.",
    ],
)
def test_words_of_a_report_are_no_furniture(line: str) -> None:
    assert kind_of(line) is None


@given(st.text(max_size=300))
def test_any_line_can_be_asked(line: str) -> None:
    kind_of(line)
    date_line(line)
    byline(line)
    is_breadcrumb(line)
    crumbs_of(line)


def test_breadcrumbs() -> None:
    assert is_breadcrumb("Home > News > Coast")
    assert is_breadcrumb("Home » Coast » Ferry stays in port")
    assert not is_breadcrumb("Home | News | Sport | Motors | Jobs | Contact us")
    assert not is_breadcrumb("The vote was 12 > 10, he said.")
    assert crumbs_of("Home Business News") == ["Business News"]
    assert crumbs_of("Home > News > Coast") == ["News", "Coast"]


def test_paragraphs_are_slices_without_bullets() -> None:
    page = "One line\n\n  * A bullet  \n\u2022 Another\u00a0\n\n"
    found = cut(page)
    assert [paragraph.text for paragraph in found] == ["One line", "A bullet", "Another"]
    assert [paragraph.bullet for paragraph in found] == [False, True, True]
    assert all(paragraph.span.of(page) == paragraph.text for paragraph in found)


def test_wrapped_lines_with_indent() -> None:
    page = (
        "   The ferry to Marrow Island has stayed in port since Monday, and the\n"
        "   union says that its crews will not sail before the storm is over and\n"
        "   the quay has been looked at by the harbour master, who is away until\n"
        "   Friday.\n"
        "\n"
        "   Nobody was hurt, the coastguard says, but two boats turned back when\n"
        "   they had gone half the way.\n"
    )
    found = cut(page)
    assert len(found) == 2
    assert found[0].text.startswith("The ferry")
    assert found[0].text.endswith("Friday.")


def test_a_list_of_short_lines_is_not_wrapped_text() -> None:
    page = "\n".join(
        ["Ferry stays in port as storm closes in on the islands again", "Goat eats speech", "Lund wins"] * 4
    )
    assert len(cut(page)) == 12
