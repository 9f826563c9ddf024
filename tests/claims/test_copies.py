"""Copies: the samples, whatever the order; noise around what is shared; hostile texts."""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import replace

import pytest
from copy_samples import BARE, MORE, OWN, PAIRS, PARAGRAPHS, SPEECH, entry
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.copies import copy_of, shared_passages
from sayso.claims.sketch import words_of
from sayso.schema import Entry
from sayso.schema.matches import Copy

OTHER = {
    "left from right": "right from left",
    "right from left": "left from right",
    "from a third": "from a third",
    "not known": "not known",
}
LEFT, RIGHT = entry(1, "Marrow Daily"), entry(2, "Tilsen Star")


def plain(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.casefold().replace("’", "'")))


def words_in(text: str) -> list[str]:
    return plain(text).split()


@pytest.mark.parametrize("name", PAIRS)
def test_samples(name: str) -> None:
    pair = PAIRS[name]
    found = copy_of(*pair.left, *pair.right)
    if pair.shared is None:
        assert found is None
        return
    assert found is not None
    here = [plain(one.left.of(pair.left[1])) for one in found.passages]
    there = [plain(one.right.of(pair.right[1])) for one in found.passages]
    for words in pair.shared:
        assert any(plain(words) in passage for passage in here), words
        if name != "rewritten":
            assert any(plain(words) in passage for passage in there), words
    assert found.direction == pair.direction, found.reason
    assert all(words in found.reason for words in pair.reason), found.reason
    assert found.credit == pair.credit
    if name != "rewritten":  # nothing else is shared, but for a word or two at an end, and the words that name a third
        least = sum(len(words_in(words)) for words in pair.shared)
        assert least <= found.words <= least + 8


@pytest.mark.parametrize("name", PAIRS)
def test_the_order_of_the_two_does_not_matter(name: str) -> None:
    pair = PAIRS[name]
    assert copy_of(*pair.left, *pair.right) == copy_of(*pair.right, *pair.left)


@pytest.mark.parametrize("name", PAIRS)
def test_ids_turned_round_turn_the_answer_round(name: str) -> None:
    pair = PAIRS[name]
    found = copy_of(*pair.left, *pair.right)
    one, other = entry_with(pair.left[0], 2), entry_with(pair.right[0], 1)
    turned = copy_of(one, pair.left[1], other, pair.right[1])
    if found is None:
        assert turned is None
        return
    assert turned is not None
    assert turned.direction == OTHER[found.direction]
    assert {(p.left, p.right) for p in turned.passages} == {(p.right, p.left) for p in found.passages}
    assert (turned.words, turned.left_share, turned.credit) == (found.words, found.right_share, found.credit)


def entry_with(one: Entry, number: int) -> Entry:
    return replace(one, id=f"{number:012x}")


def test_extent_of_the_rewritten_story() -> None:
    pair = PAIRS["rewritten"]
    found = copy_of(*pair.left, *pair.right)
    assert found is not None
    assert 100 <= found.words <= 125  # counted by hand: 118 words of the rewritten text are kept in order
    assert found.right_share > 0.65


def test_moved_paragraphs_are_found_where_they_are() -> None:
    moved = "\n\n".join([PARAGRAPHS[3], OWN, PARAGRAPHS[1], MORE, PARAGRAPHS[0]])
    found = copy_of(LEFT, BARE, RIGHT, moved)
    assert found is not None
    assert len(found.passages) == 3
    for passage, n in zip(found.passages, (0, 1, 3), strict=True):
        for words in (plain(passage.left.of(BARE)), plain(passage.right.of(moved))):
            # "The" begins the next paragraph in both: such a word is nobody's.
            assert words.removesuffix(" the") == plain(PARAGRAPHS[n])


def test_a_cut_or_a_few_changed_words_leave_one_passage() -> None:
    edited = (
        BARE.replace("Three dockers", "Three men")
        .replace("of eight years ago", "eight years back")
        .replace("Monday", "Friday")
    )
    edited = edited.replace(" within an hour of the announcement", "").replace(
        "since the first frost", "in vain since autumn"
    )
    found = copy_of(LEFT, BARE, RIGHT, edited)
    assert found is not None
    (passage,) = found.passages
    assert passage.left == (0, len(BARE) - 1)
    assert passage.right == (0, len(edited) - 1)
    assert len(words_in(BARE)) - 20 <= found.words < len(words_in(BARE))


def test_case_marks_accents_and_spaces_do_not_count() -> None:
    other = BARE.upper().replace("“", "«").replace("”", "»").replace(" ", "  \n ").replace("A", "A\u0301")
    found = copy_of(LEFT, BARE.replace("region's", "region’s"), RIGHT, other)
    assert found is not None
    assert (found.left_share, found.right_share) == (1.0, 1.0)


def test_a_short_text_copied_whole_is_a_copy() -> None:
    brief = (
        "Eleven ships were waiting in the bay of Calder on Monday morning, the harbour master said. No berth is free."
    )
    assert len(words_in(brief)) < 57
    found = copy_of(LEFT, brief, RIGHT, f"{OWN}\n\n{brief}\n\n{MORE}")
    assert found is not None
    assert found.left_share == 1.0


@pytest.mark.parametrize("text", ["", " ", "One word", "…", "\ud800 \udfff", "Shut."])
def test_next_to_nothing_is_no_copy(text: str) -> None:
    assert copy_of(LEFT, text, RIGHT, text) is None
    assert copy_of(LEFT, text, RIGHT, BARE) is None


@given(
    st.lists(st.sampled_from([*PARAGRAPHS, OWN, MORE, SPEECH]), max_size=6),
    st.lists(st.sampled_from([*PARAGRAPHS, OWN, MORE, SPEECH]), max_size=6),
    st.text(max_size=60),
)
@settings(max_examples=60, deadline=None)
def test_passages_hold_the_same_words(one: list[str], other: list[str], noise: str) -> None:
    left, right = "\n\n".join([*one, noise]), f"{noise} ".join(other)
    found = copy_of(LEFT, left, RIGHT, right)
    assert found == copy_of(RIGHT, right, LEFT, left)
    if found is None:
        return
    check_passages(found, left, right)
    assert found.words <= min(len(words_of(left)), len(words_of(right)))


def check_passages(found: Copy, left: str, right: str) -> None:
    """Passages lie in the texts, apart from each other, and hold much the same words."""
    assert list(found.passages) == sorted(found.passages, key=lambda p: p.left)
    for side in ("left", "right"):
        spans = sorted(getattr(p, side) for p in found.passages)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for passage in found.passages:
        here, there = words_in(passage.left.of(left)), words_in(passage.right.of(right))
        assert here
        assert there
        assert len(set(here) & set(there)) >= 0.3 * max(len(set(here)), len(set(there)))


@given(st.integers(0, 2**32), st.integers(60, 120), st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_a_shared_passage_is_found_in_any_noise(seed: int, size: int, before: int, behind: int) -> None:
    rng = random.Random(seed)

    def noise(count: int, first: str) -> list[str]:
        return [f"{first}{rng.randrange(5000)}" for _ in range(count)]

    shared = noise(size, "s")
    left = [*noise(before, "l"), *shared, *noise(behind, "l")]
    right = [*noise(behind, "r"), *shared, *noise(before, "r")]
    found = copy_of(LEFT, " ".join(left), RIGHT, " ".join(right))
    assert found is not None
    (passage,) = found.passages
    assert passage.left.of(" ".join(left)) == passage.right.of(" ".join(right)) == " ".join(shared)
    assert found.words == size


def test_hostile_texts_take_time_in_proportion() -> None:
    """Each pair would take hours if places were paired with each other; the test's own time limit is the measure."""
    word = "a " * 500_000
    assert copy_of(LEFT, word, RIGHT, word) is not None
    sentences = "The cat sat on the mat while the dog looked on. " * 10_000
    found = copy_of(LEFT, sentences, RIGHT, sentences)
    assert found is not None
    assert (len(found.passages), found.left_share) == (1, 1.0)
    rng = random.Random(1)
    phrases = [" ".join(f"w{rng.randrange(300)}" for _ in range(9)) for _ in range(50)]
    shuffled = copy_of(LEFT, " ".join(rng.choices(phrases, k=20_000)), RIGHT, " ".join(rng.choices(phrases, k=20_000)))
    assert shuffled is not None
    assert shared_passages(words_of("x y z " * 100_000), words_of("x y z w " * 80_000)) == []
    copy_of(LEFT, "“" * 500_000 + BARE, RIGHT, "\"' " * 300_000 + BARE)
    copy_of(LEFT, "e" + "\u0301" * 500_000 + BARE, RIGHT, "'" * 1_000_000 + BARE)
