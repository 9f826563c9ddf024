"""Agencies that an article credits."""

from __future__ import annotations

import pytest
from copy_samples import BARE, entry
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.credits import AGENCIES, agency_named, credits_of


@pytest.mark.parametrize(
    ("text", "agency", "whole"),
    [
        (f"CALDER, March 4 (Reuters) - {BARE}", "Reuters", True),
        (f"OSTREL (AP) — {BARE}", "Associated Press", True),
        (f"OSTREL, Calder, (AFP) – {BARE}", "Agence France-Presse", True),
        (f"Ostrel (dpa) - {BARE}", "Deutsche Presse-Agentur", True),
        (f"By Ada Fenn, Associated Press\n\n{BARE}", "Associated Press", True),
        (f"BY THE ASSOCIATED PRESS\n\n{BARE}", "Associated Press", True),
        (f"{BARE}\n\nCopyright 2024 The Associated Press. All rights reserved.", "Associated Press", True),
        (f"{BARE}\n\n© 2024 Agence France-Presse", "Agence France-Presse", True),
        (f"{BARE}\n\nThis story was reported by The Associated Press.", "Associated Press", True),
        (f"{BARE}\n\n– Reuters", "Reuters", True),
        (f"{BARE}\n\nStory from: Associated Press", "Associated Press", True),
        (f"{BARE}\n\nThe Associated Press contributed to this report.", "Associated Press", False),
        (f"{BARE}\n\nTarr's Hanne Vik and the Associated Press contributed to this report.", "Associated Press", False),
        (
            f"{BARE}\n\nAssociated Press writer Hanne Vik in Pellam contributed to this story.",
            "Associated Press",
            False,
        ),
        (f"{BARE}\n\nReuters and Owen Tarr contributed to this article.", "Reuters", False),
        (f"{BARE}\n\nThis report contains material from Reuters.", "Reuters", False),
        (f"{BARE}\n\nWith reporting by Reuters.", "Reuters", False),
    ],
)
def test_credits_in_the_text(text: str, agency: str, whole: bool) -> None:
    (found,) = credits_of(entry(1, "Calder Post"), text)
    assert (found.agency, found.whole, found.where) == (agency, whole, "text")
    assert found.span is not None
    assert " ".join(found.span.of(text).split()) == found.words


@pytest.mark.parametrize(
    "text",
    [
        f"(Reuters photo: Ada Fenn)\n\n{BARE}",
        f"Image copyright Reuters Image caption The terminal\n\n{BARE}",
        f"{BARE}\n\nBrandt told Reuters that she would resign.",
        f"{BARE}\n\nThe Associated Press reported the collapse first.",
        f"{BARE}\n\n(AP Photo/Hanne Vik)",
        f"{BARE}\n\nThe union (AP) - a club of sorts - met.",
        BARE,
        "",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert credits_of(entry(1, "Calder Post"), text) == ()


@pytest.mark.parametrize(
    ("facts", "agency", "where", "whole"),
    [
        ({"author": "Associated Press"}, "Associated Press", "byline", True),
        ({"author": "By The Associated Press"}, "Associated Press", "byline", True),
        ({"author": "Ada Fenn; Reuters"}, "Reuters", "byline", True),
        ({"author": "Reuters Staff"}, "Reuters", "byline", True),
        ({"author": "PA"}, "Press Association", "byline", True),
        ({"author": "A Fenn, B Vik, C Tarr, D Ruud, Associated Press"}, "Associated Press", "byline", False),
        ({"url": "https://apnews.com/article/1"}, "Associated Press", "address", True),
        ({"url": "https://www.reuters.com/world/1"}, "Reuters", "address", True),
    ],
)
def test_credits_in_what_the_page_says_of_itself(facts: dict[str, str], agency: str, where: str, whole: bool) -> None:
    (found,) = credits_of(entry(1, "Calder Post", **facts), BARE)
    assert (found.agency, found.where, found.whole, found.span) == (agency, where, whole, None)


def test_an_agency_may_be_the_publisher() -> None:
    (found,) = credits_of(entry(1, "The Associated Press"), f"OSTREL (AP) — {BARE}")
    assert (found.agency, found.where) == ("Associated Press", "publisher")


@pytest.mark.parametrize("url", ["https://notreuters.com/", "https://[", "reuters.com", "https://reuters.com.example/"])
def test_addresses_that_are_no_agency(url: str) -> None:
    assert credits_of(entry(1, "Calder Post", url=url), BARE) == ()


@pytest.mark.parametrize("author", ["Pa Kettle", "A. Press", "Press", "Ada Reuters-Fenn", "PA; Ada Fenn; CP"])
def test_authors_that_are_no_agency(author: str) -> None:
    assert credits_of(entry(1, "Calder Post", author=author), BARE) == ()


def test_names() -> None:
    assert agency_named(" the  associated press ") == "Associated Press"
    assert agency_named("AFP") == "Agence France-Presse"
    assert agency_named("Calder Post") is None
    assert agency_named(None) is None
    assert all(agency_named(name) == name for name in AGENCIES)


@given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_anything_goes(text: str, publisher: str, author: str, url: str) -> None:
    credits_of(entry(1, publisher, author=author, url=url), text)


@pytest.mark.parametrize("piece", ["By ", "(AP", "AP, ", "and ", "© 2024 ", "The Associated Press and ", "- AP "])
def test_long_texts_take_no_longer(piece: str) -> None:
    assert credits_of(entry(1, piece * 10_000, author=piece * 100_000), piece * 200_000) is not None
