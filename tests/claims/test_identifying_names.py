"""Names that the article's own words make fuller, or cleaner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.identifying_names import cleaned, identifying_names, name_within
from sayso.schema import Kind, Span, Speaker


def told(name: str, text: str, kind: Kind | None = "person", named: bool = True) -> str | None:
    """Give the name of one speaker, who is mentioned at the start of the text."""
    return identifying_names([Speaker("S1", name, kind, named, None, None, (Span(0, len(name)),))], text).get("S1")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Ben Wallis", "Ben Wallis"),
        ("Ben Wallis Benjamin R. WallisMore on boats", "Ben Wallis"),
        ("Ben Wallis Photos", "Ben Wallis"),
        ("MUST WATCH Wallis", "Wallis"),
        ("Story Highlights Karveth", "Karveth"),
        ("Ben McIntyre", "Ben McIntyre"),
        ("HarbourTube", "HarbourTube"),
        ("Ben Wallis Rhys (Ben) R. WallisMore", "Ben Wallis"),
        ("Getty Images Hanna Wallis", "Hanna Wallis"),
        ("Story Hinckley", "Story Hinckley"),
        ("Photo", "Photo"),
        ("", ""),
    ],
)
def test_what_pages_glue_to_names_is_left_out(name: str, clean: str) -> None:
    assert cleaned(name) == clean


def test_a_name_at_the_end_of_a_description() -> None:
    assert name_within("director of works Ben Wallis") == "Ben Wallis"
    assert name_within("chief of National Works Ben Wallis") == "Ben Wallis"
    for other in (
        "a senior official at Karveth",
        "spokesman for director of works Ben Wallis",
        "mother of Ben Wallis",
        "director of Ben Wallis",
        "aide to the head of Mayor Ben Wallis",
    ):
        assert name_within(other) == "", other
    assert name_within("Ben Wallis") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wallis said so. Ben Wallis left. Wallis’s office shut.", "Ben Wallis"),
        ("Wallis said so. Benjamin R. Wallis left.", "Benjamin Wallis"),
        ("Wallis said so. Ben Wallis and Hanna Wallis left.", "Wallis"),
        ("Wallis said so. Ben Wallis left Mrs. Wallis.", "Wallis"),
        ("Wallis said so. Harbour Wallis shut.", "Wallis"),
        ("Wallis said so. He saw Ben. Wallis left.", "Wallis"),
        ("Wallis said so.", "Wallis"),
    ],
)
def test_a_last_name_that_the_text_gives_in_full(text: str, name: str) -> None:
    assert told("Wallis", text) == name


def test_an_acronym_that_the_text_spells_out() -> None:
    text = "KMU said so. The Karveth Miners’ Union met. Karveth will wait."
    assert told("KMU", text, "organisation") == "Karveth Miners Union"
    assert told("KMU", text + " The Kallio Metal Union did not.", "organisation") == "KMU"
    assert told("KMU", "KMU said so.", "organisation") == "KMU"


def test_a_link_that_was_read_as_far_as_its_bracket() -> None:
    assert told("Ben Wallis Benjamin", "Ben Wallis Benjamin (Ben) R. WallisMore on boats said so.") == "Ben Wallis"


def test_the_nameless_stay_nameless() -> None:
    assert told("a senior official", "a senior official said so.", named=False) is None


@given(st.text(max_size=80), st.text(max_size=300), st.sampled_from([None, "person", "organisation"]), st.booleans())
def test_no_text_breaks_it(name: str, text: str, kind: Kind | None, named: bool) -> None:
    told(name, name + text, kind, named)


def test_a_long_text_is_gone_through_once() -> None:
    names = [f"Wallis{n}" for n in range(500)]
    text = " ".join(f"Ben {name} of the Karveth Miners Union left." for name in names) * 20
    speakers = [Speaker(f"S{n}", name, "person", True, None, None, ()) for n, name in enumerate(names)]
    assert identifying_names(speakers, text)["S7"] == "Ben Wallis7"
