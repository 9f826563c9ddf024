"""Names taken apart, offices in one form, walks of life, days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.days import day_of
from sayso.claims.name_keys import PersonName, acronym_of, organisation_key, person_name, sought_by
from sayso.claims.offices import is_definite, office_of
from sayso.claims.walks import seat_of, walk_of


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


def test_walks_of_life_and_seats() -> None:
    assert walk_of("Defence Secretary") == walk_of("governor") == "public"
    assert walk_of("intensive care nurse") == "medicine"
    assert walk_of(None) == walk_of("of the") == ""
    assert seat_of("mayor of Tarn", None) == ("mayor", "tarn")
    assert seat_of("Democratic senator", "Ostrel") == ("senator", "ostrel")
    assert seat_of("former mayor of Tarn", None) == ("", "")


def test_days_of_publication() -> None:
    assert day_of("2024-03-02") == day_of("2024-03-02T23:10:00Z")
    assert day_of("2024-03-02T23:10:00-05:00") == day_of("2024-03-03")
    assert day_of("3/16") is day_of("") is day_of(None) is day_of("2024") is None


@given(st.text(max_size=300))
def test_no_text_breaks_them(text: str) -> None:
    person_name(text)
    sought_by(text, None)
    office_of(text)
    is_definite(text)
    walk_of(text)
    seat_of(text, text)
    day_of(text)
