"""Texts disturbed in one way at a time: places are still known, and what is read holds up, on our own pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.disturb import DISTURBANCES, Disturbance, disturbed, names_replaced
from evals.robustness import measure, own_texts, score_disturbed
from evals.scoring import Scores
from sayso.config import Profile

BY_NAME = {disturbance.name: disturbance for disturbance in DISTURBANCES}
MESSY = st.text(st.sampled_from('Ann Orr\'s said “We won’t” "no" ‘x’ (–—) ß İ 7.\n\u00a0'), max_size=200)
each = pytest.mark.parametrize("disturbance", DISTURBANCES, ids=lambda disturbance: disturbance.name)

# Mean exact and linked F1 of all pages together, two to four points under what was reached on 23 November 2026:
# python -m evals.robustness.
FLOORS: dict[str, dict[Profile, tuple[float, float]]] = {
    "British single marks ‘ ’": {"accurate": (82.0, 80.0), "fast": (82.0, 79.5)},
    "all lower case": {"accurate": (80.0, 78.0), "fast": (80.0, 77.5)},
    "every opening mark dropped": {"accurate": (78.0, 75.0), "fast": (76.0, 71.5)},
}


@each
@given(text=MESSY)
def test_every_place_is_still_known(disturbance: Disturbance, text: str) -> None:
    messy = disturbed(text, disturbance.edits(text))
    assert len(messy.begins) == len(messy.ends) == len(messy.text)
    assert list(messy.begins) == sorted(messy.begins)
    assert list(messy.ends) == sorted(messy.ends)
    for at, letter in enumerate(messy.text):
        start, end = messy.back(at, at + 1)
        assert 0 <= start <= end <= len(text)
        if letter.isdigit():
            assert text[start:end] == letter


def test_a_span_is_taken_back() -> None:
    messy = disturbed("She said “no” twice.", [(9, 10, "<<"), (12, 13, ""), (0, 3, "Ann")])
    assert messy.text == "Ann said <<no twice."
    assert messy.back(0, 3) == [0, 3]
    assert messy.back(9, 13) == [9, 12]
    assert messy.back_all([{"id": "A1", "source": [[1, 2]], "cue": [], "content": [[11, 13]]}]) == [
        {"id": "A1", "source": [[0, 3]], "cue": [], "content": [[10, 12]]}
    ]


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="lie apart"):
        disturbed("She said no.", [(0, 5, ""), (4, 6, "x")])


@pytest.mark.parametrize(
    ("name", "messy"),
    [
        ("British single marks ‘ ’", "‘It’s shut,’ Ann Orr said. She won’t ‘go’."),
        ("straight single marks ' '", "'It's shut,' Ann Orr said. She won't 'go'."),
        ('straight double marks " "', '"It\'s shut," Ann Orr said. She won\'t "go".'),
        ("guillemets « »", "«It's shut,» Ann Orr said. She won’t «go»."),
        ("every closing mark dropped", "“It's shut, Ann Orr said. She won’t “go."),
        ("every opening mark dropped", "It's shut,” Ann Orr said. She won’t go”."),
        ("no space before and after quotations", '“It\'s shut,”Ann Orr said. She won’t"go".'),
        ("all capitals", '“IT\'S SHUT,” ANN ORR SAID. SHE WON’T "GO".'),
        ("apostrophes curly and straight by turns", '“It\'s shut,” Ann Orr said. She won’t "go".'),
        ("non-breaking and double spaces", '“It\'s shut,” Ann Orr said.  She won’t "go".'),
    ],
)
def test_each_does_what_its_name_says(name: str, messy: str) -> None:
    text = '“It\'s shut,” Ann Orr said. She won’t "go".'
    assert disturbed(text, BY_NAME[name].edits(text)).text == messy


def test_a_name_is_replaced_by_the_same_name_throughout() -> None:
    text = "Mary Will said it will rain. “No,” said Mary. Orr's Bridge. Will it?"
    messy = disturbed(text, names_replaced(text)).text
    given_name, family = messy.split(" ")[:2]
    assert messy == f"{given_name} {family} said it will rain. “No,” said {given_name}. Orr's Bridge. Will it?"
    assert "Mary" not in messy


def test_wrapped_lines_are_joined_again_in_a_pasted_page() -> None:
    text = own_texts()[0]
    whole = score_disturbed(text, DISTURBANCES[0], "fast").value("linked")
    assert score_disturbed(text, BY_NAME["lines wrapped, read as a pasted page"], "fast").value("linked") == whole


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_read_in_disturbed_pages_stays_above_its_floors(name: str, profile: Profile) -> None:
    found: Scores = measure(own_texts(), BY_NAME[name], profile)
    exact, linked = FLOORS[name][profile]
    assert (found.mean_exact or 0.0) >= exact
    assert (found.value("linked") or 0.0) >= linked
