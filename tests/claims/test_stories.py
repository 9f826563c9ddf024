"""Kinship of articles, and groups that do not drift."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.stories import DAYS_MAX, JOIN_MIN, Gist, group, kinship, names_of, story_of, words_of_gist


def gist(id: str, angle: float, *names: str, day: int | None = 100) -> Gist:
    vector = np.array([127 * np.cos(angle), 127 * np.sin(angle), 0], dtype=np.int8)
    return Gist(id, vector, frozenset(names), day)


def test_kinship_is_symmetrical_and_falls_with_distance() -> None:
    one, near, far = gist("a", 0.0, "voss", "ostrel"), gist("b", 0.4, "voss", "ostrel"), gist("c", 1.4)
    assert kinship(one, near) == kinship(near, one) > JOIN_MIN
    assert kinship(one, far) < 0.2
    later = gist("b", 0.4, "voss", "ostrel", day=103)
    assert kinship(one, near) > kinship(one, later) > 0
    assert kinship(one, gist("b", 0.4, "voss", "ostrel", day=101 + DAYS_MAX)) == 0
    assert kinship(one, near, claims=2) > kinship(one, near)


def test_an_article_without_date_may_be_kin() -> None:
    one, undated = gist("a", 0.0, "voss"), gist("b", 0.1, "voss", day=None)
    assert kinship(one, undated) == kinship(undated, one) > JOIN_MIN


def test_a_row_of_neighbours_is_no_story() -> None:
    """Each is near to the next, but the first and the last are strangers."""
    ids = [f"a{number}" for number in range(8)]
    kin = dict.fromkeys(pairwise(ids), 0.7)
    found = group(ids, kin)
    assert max(map(len, found)) <= 3


def test_all_near_to_all_is_one_story() -> None:
    ids = ["a", "b", "c", "d"]
    assert group(ids, dict.fromkeys(combinations(ids, 2), 0.7)) == [("a", "b", "c", "d")]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)), st.sampled_from([0.5, 0.6, 0.65, 0.7, 0.9]), max_size=30
    ),
    st.randoms(),
)
def test_groups_do_not_depend_on_order(pairs: dict[tuple[int, int], float], chance: random.Random) -> None:
    kin = {(f"a{min(pair)}", f"a{max(pair)}"): score for pair, score in pairs.items() if pair[0] != pair[1]}
    ids = [f"a{number}" for number in range(10)]
    shuffled = list(kin.items())
    chance.shuffle(shuffled)
    chance.shuffle(ids)
    found = group(ids, dict(shuffled))
    assert found == group(sorted(ids), kin)
    members = [id for ids in found for id in ids]
    assert len(members) == len(set(members))
    # Parts that are not connected do not matter to each other.
    for ids_of in found:
        assert ids_of in group(ids_of, {pair: score for pair, score in kin.items() if set(pair) <= set(ids_of)})


def test_a_story_is_named_for_its_first_article_and_titled_by_the_middle_one() -> None:
    kin = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.6}
    titles = {"a": "First", "b": "Middle", "c": "Last"}
    dates = {"a": None, "b": "2031-03-05", "c": "2031-03-04T07:00"}
    found = story_of(["a", "b", "c"], titles, dates, kin)
    assert found == story_of(["c", "b", "a"], titles, dates, kin)
    assert found.articles == ("c", "b", "a")
    assert (found.title, found.first, found.last) == ("Middle", "2031-03-04T07:00", "2031-03-05")
    assert found.id.startswith("E")
    assert len(found.id) == 11


def test_names_are_capitals_within_sentences() -> None:
    text = "Rain fell on Ostrel. Nobody saw Mara Voss’s boat on Monday, President Reed said."
    assert names_of(text) == {"ostrel", "mara", "voss", "reed"}


def test_the_title_is_not_told_twice() -> None:
    assert words_of_gist("Dam bursts", "Dam bursts\n\nA dam burst in Calder.") == "Dam bursts. A dam burst in Calder"
    assert words_of_gist(None, "") == ""


@given(st.text(max_size=300), st.none() | st.text(max_size=50))
def test_any_text_has_a_gist(text: str, title: str | None) -> None:
    assert isinstance(words_of_gist(title, text), str)
    assert all(name == name.casefold() for name in names_of(text))
