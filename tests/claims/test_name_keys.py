"""Names taken apart, offices in one form, walks of life, days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.name_keys import (
    PersonName,
    acronym_of,
    may_be,
    organisation_key,
    person_name,
    sought_by,
    words_sought,
)
from sayso.claims.offices import holder_on, is_definite, office_held, office_of
from sayso.claims.walks import can_be_one_life, seat_of, walk_of
from sayso.schema import Span, Speaker


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Wallis", PersonName("", "", "wallis")),
        ("Ben Wallis", PersonName("benjamin", "", "wallis")),
        ("Sen. Ida M. Núñez", PersonName("ida", "m", "nunez")),
        ("J. D. Wallis Jr.", PersonName("jd", "", "wallis", "jr")),
        ("Ben van der Wallis", PersonName("benjamin", "", "wallis")),
        ("", PersonName("", "", "")),
        ("…", PersonName("", "", "")),
    ],
)
def test_names_in_parts(name: str, parts: PersonName) -> None:
    assert person_name(name) == parts


def test_what_a_name_is_sought_by() -> None:
    assert sought_by("Ben Wallis’s", "person") == "wallis"
    assert sought_by("Karveth Bureau of Investigation", "organisation") == "kbi"
    assert sought_by("K.B.I.", "organisation") == "kbi"
    assert sought_by("The Harbour Post", "organisation") == "post"
    assert sought_by("Hanne Ruud; Ben Wallis", "person") == ""
    assert acronym_of("Kallio") == ""
    assert organisation_key("The Harbour Post") == organisation_key("Harbour post")


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the Defence Secretary", "defence secretary"),
        ("Secretary of Defense", "defence secretary"),
        ("mayor of Tarn", "tarn mayor"),
        ("Tarn’s mayor", "tarn mayor"),
        ("attorney general", "attorney general"),
        ("president", None),
        ("former defence secretary", None),
        ("a deputy foreign minister", None),
        ("senior defence official", None),
        ("major general", None),
        ("state’s attorney general", None),
        ("police chief", None),
        ("majority leader", None),
        ("leader of the Senate majority", "majority senate leader"),
        ("Tarn police chief", "police tarn chief"),
        ("U.S. President", "states united president"),
        ("president of the United States", "states united president"),
        ("", None),
        (None, None),
    ],
)
def test_offices_in_one_form(words: str | None, office: str | None) -> None:
    assert office_of(words) == office


def test_only_definite_words_point_at_somebody() -> None:
    assert is_definite("the defence secretary")
    assert is_definite("Defence Secretary")
    assert not is_definite("a defence secretary")
    assert not is_definite("")


def test_who_held_an_office_on_a_day() -> None:
    holders = [(100, 1), (110, 1), (120, 1), (900, 1), (2000, 2), (2010, 2), (2020, 3), (4000, 3)]
    assert holder_on(115, holders) == 1
    assert holder_on(500, holders) == 1
    assert holder_on(1500, holders) is None
    assert holder_on(2012, holders) is None
    assert holder_on(3000, holders) is None
    assert holder_on(50, holders) is None
    assert holder_on(7, []) is None


@pytest.mark.parametrize(
    ("role", "text", "office"),
    [
        ("defence secretary", "Defence secretary Ben Wallis said so.", "defence secretary"),
        ("defence secretary", "Then-defence secretary Ben Wallis said so.", None),
        ("defence secretary", "The former defence secretary Ben Wallis said so.", None),
        (None, "Ben Wallis said so.", None),
    ],
)
def test_the_office_of_a_speaker(role: str | None, text: str, office: str | None) -> None:
    start = text.casefold().index("defence") if role else 0
    who = Speaker("S1", "Ben Wallis", "person", True, role, None, (Span(start, text.index(" said")),))
    assert office_held(who, text) == office


@pytest.mark.parametrize(
    ("asked", "name", "may"),
    [
        ("wallis", "Ben Wallis", True),
        ("ben wallis", "Benjamin Wallis", True),
        ("B. Wallis", "Ben Wallis", True),
        ("Sen. Ben Wallis", "Ben Q. Wallis", True),
        ("Ben Q. Wallis", "Ben R. Wallis", False),
        ("ben wallis", "Wallis", False),
        ("petra wallis", "Ben Wallis", False),
        ("kbi", "Karveth Bureau of Investigation", True),
        ("Karveth Bureau of Investigation", "K.B.I.", True),
        ("harbour post", "The Harbour Post", True),
        ("", "Ben Wallis", False),
    ],
)
def test_names_that_may_be_meant(asked: str, name: str, may: bool) -> None:
    assert may_be(asked, name) is may
    assert not may or words_sought(asked) & {sought_by(name, "person"), sought_by(name, "organisation")}


def test_walks_of_life_and_seats() -> None:
    assert walk_of("Defence Secretary") == "public"
    assert walk_of("governor") == walk_of("Sen.") == "elected"
    assert walk_of("intensive care nurse") == "medicine"
    assert walk_of(None) == walk_of("of the") == walk_of("former goalkeeper") == walk_of("talk show host") == ""
    assert can_be_one_life("elected", "public")
    assert not can_be_one_life("elected", "law")
    assert not can_be_one_life("public", "sport")
    assert walk_of("Adm.") == walk_of("army general") == "military"
    assert walk_of("attorney general") == "public"
    assert seat_of("Michigan Republican", None) == ("member", "michigan")
    assert seat_of("West Virginia Democrat", None) == ("member", "west virginia")
    assert seat_of("Rep.", None) == ("", "")
    assert seat_of("mayor of Tarn", None) == ("mayor", "tarn")
    assert seat_of("Democratic senator", "Ostrel") == ("senator", "ostrel")
    assert seat_of("former mayor of Tarn", None) == ("", "")


@given(st.text(max_size=300))
def test_no_text_breaks_them(text: str) -> None:
    person_name(text)
    sought_by(text, None)
    office_of(text)
    is_definite(text)
    walk_of(text)
    seat_of(text, text)
