from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.echoes.align import Alignment, align
from sayso.echoes.differences import differences_of, steps_of
from sayso.echoes.inflection import stem
from sayso.echoes.words import Lexis, Words, key_of

WORDS = st.lists(
    st.sampled_from("the a not dog dogs cat runs ran running two 2 harbour it's isn't".split()), max_size=14
)


def laid(fragment: str, passage: str) -> tuple[Words, Words, Alignment]:
    lexis = Lexis()
    here = lexis.learn(fragment)
    there = lexis.words(passage)
    return here, there, align(here, there, lexis.weights)


def differences(fragment: str, passage: str) -> list[tuple[str, str, str]]:
    return [(d.kind, d.here, d.there) for d in differences_of(*laid(fragment, passage))]


@pytest.mark.parametrize(
    ("fragment", "passage", "expected"),
    [
        ("wet feet", "We had wet feet all day", []),
        ("Wet feet", "we had WET feet", []),
        ("has wet feet", "he has cold, wet feet", [("dropped", "", "cold")]),
        ("very wet feet", "we had wet feet", [("changed", "very", "had")]),
        ("wet old feet", "we had wet feet", [("added", "old", "")]),
        ("wet boots and hats", "we had wet feet and hats", [("changed", "boots", "feet")]),
        ("steal boats", "they are stealing boats", [("changed", "steal", "stealing")]),
        ("a lot of soup", "lots of soup", [("changed", "a lot", "lots")]),
        (
            "cut by half to save money",
            "to save money the crossing will be cut by half",
            [("moved", "to save money", "to save money")],
        ),
        ("fourteen sheep drowned", "forty sheep drowned", [("changed", "fourteen", "forty")]),
        ("little hope", "no hope", [("changed", "little", "no")]),
        ("the mill", "It closed. The mill burns", []),
    ],
)
def test_differences(fragment: str, passage: str, expected: list[tuple[str, str, str]]) -> None:
    assert differences(fragment, passage) == expected


def test_the_nearest_of_equal_words_is_taken() -> None:
    _, passage, found = laid("the boats to the islands", "to the men who sold the boats to the islands and to the town")
    assert [passage.surfaces[j] for _, j in found.pairs] == ["the", "boats", "to", "the", "islands"]
    assert found.pairs[-1][1] - found.pairs[0][1] == 4


def test_words_scattered_over_a_passage_are_not_one_stretch() -> None:
    filler = "one two three four five six seven eight nine ten eleven twelve "
    _, _, found = laid("grey heron", "a grey wall " + filler * 2 + "and a heron")
    assert len(found.pairs) == 1


def test_word_for_word_scores_one() -> None:
    assert laid("grey old harbour wall", "the grey old harbour wall stands")[2].score == pytest.approx(1)
    assert laid("grey old harbour wall", "the grey harbour wall stands")[2].score < 1


@given(WORDS, WORDS)
def test_the_differences_turn_the_statement_into_the_fragment(fragment: list[str], passage: list[str]) -> None:
    here, there, found = laid(" ".join(fragment), " ".join(passage))
    steps = steps_of(here, there, found)
    assert [i for step in steps for i in step.here] == list(range(len(here)))
    for step in steps:
        same = [key_of(here.surfaces[i]) for i in step.here] == [key_of(there.surfaces[j]) for j in step.there]
        if step.kind is None:
            assert same
        assert bool(step.here) == (step.kind != "dropped")
        assert bool(step.there) == (step.kind != "added")
    used = [j for step in steps for j in step.there]
    assert len(used) == len(set(used))
    if found.pairs:  # nothing of the stretch under the fragment is passed over
        moved = {j for _, j in found.moved}
        stretch = [j for j in used if j not in moved]
        assert set(range(min(stretch), max(stretch) + 1)) <= set(used)
        assert stretch == sorted(stretch)
    rebuilt: list[str] = []
    for step in steps:  # the statement's words, with each difference applied
        words = there.surfaces if step.kind in (None, "moved") else here.surfaces
        rebuilt += [words[place] for place in (step.there if step.kind in (None, "moved") else step.here)]
    assert list(map(stem, map(key_of, rebuilt))) == list(map(stem, map(key_of, here.surfaces)))


@given(WORDS, WORDS)
def test_scores_and_pairs_are_in_range(fragment: list[str], passage: list[str]) -> None:
    here, there, found = laid(" ".join(fragment), " ".join(passage))
    assert found.score <= 1 + 1e-9
    for one, other in zip(found.pairs, found.pairs[1:], strict=False):
        assert one[0] < other[0]
        assert one[1] < other[1]
    for i, j in (*found.pairs, *found.moved):
        assert here.codes[i] == there.codes[j]
    places = [i for i, _ in (*found.pairs, *found.moved)]
    assert len(places) == len(set(places))


@given(WORDS)
def test_words_repeat_themselves(words: list[str]) -> None:
    here, there, found = laid(" ".join(words), " ".join(words))
    assert not words or found.score == pytest.approx(1)
    assert differences_of(here, there, found) == ()
