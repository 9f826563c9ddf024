from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attributions.decode import closed, decode, decode_each, posteriors, viterbi
from sayso.attributions.tags import BEGIN, END, INSIDE, OUTSIDE, SINGLE, TAGS, legal, tag

MOVES, STARTS, ENDS = legal()


def lawful(path: tuple[int, ...]) -> bool:
    return bool(STARTS[path[0]] and ENDS[path[-1]] and all(MOVES[a, b] for a, b in itertools.pairwise(path)))


def random_scores(seed: int, words: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    scores = generator.normal(size=(words, len(TAGS)), scale=3).astype(np.float32)
    moves = closed(generator.normal(size=(len(TAGS), len(TAGS))).astype(np.float32))
    return scores, moves


def test_tags_spell_every_role_and_place() -> None:
    assert TAGS[OUTSIDE] == "O"
    assert TAGS[tag(2, SINGLE)] == "S-content"
    assert not MOVES[tag(0, BEGIN), OUTSIDE]
    assert MOVES[tag(0, BEGIN), tag(0, END)]
    assert not MOVES[tag(0, BEGIN), tag(1, INSIDE)]


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_the_path_is_always_legal(seed: int, words: int) -> None:
    scores, moves = random_scores(seed, words)
    assert lawful(tuple(int(t) for t in viterbi(scores, moves)))


@pytest.mark.parametrize("seed", range(5))
def test_the_path_and_its_chances_are_those_of_trying_every_sequence(seed: int) -> None:
    scores, moves = random_scores(seed, 3)
    weight = {}
    for path in itertools.product(range(len(TAGS)), repeat=3):
        if lawful(path):
            steps = sum(moves[a, b] for a, b in itertools.pairwise(path))
            weight[path] = float(sum(scores[i, t] for i, t in enumerate(path)) + steps)
    best = max(weight, key=weight.__getitem__)
    assert tuple(viterbi(scores, moves)) == best
    total = np.logaddexp.reduce(list(weight.values()))
    chances = np.zeros((3, len(TAGS)))
    for path, score in weight.items():
        for word, t in enumerate(path):
            chances[word, t] += np.exp(score - total)
    np.testing.assert_allclose(posteriors(scores, moves), chances, atol=1e-4)


def test_spans_come_out_with_their_ends_and_doubt() -> None:
    path = [OUTSIDE, tag(0, SINGLE), tag(1, BEGIN), tag(1, END), tag(2, BEGIN), tag(2, INSIDE), tag(2, END)]
    scores = np.zeros((len(path), len(TAGS)), dtype=np.float32)
    scores[np.arange(len(path)), path] = 9
    scores[1, OUTSIDE] = 8.99
    found = decode(scores, closed(np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)))
    assert [(m.role, m.first, m.last) for m in found] == [(0, 1, 1), (1, 2, 3), (2, 4, 6)]
    assert found[0].sure == pytest.approx(0.5, abs=0.01)
    assert found[2].sure > 0.99


@settings(max_examples=30)
@given(st.integers(0, 1000), st.floats(1, 60))
def test_extreme_scores_give_no_nan(seed: int, scale: float) -> None:
    scores, moves = random_scores(seed, 6)
    assert np.isfinite(posteriors(scores * np.float32(scale), moves)).all()


def test_nothing_in_nothing_out() -> None:
    assert decode(np.zeros((0, len(TAGS)), dtype=np.float32), closed(np.zeros((13, 13), dtype=np.float32))) == []


@settings(max_examples=30)
@given(st.integers(0, 1000), st.lists(st.integers(0, 30), max_size=12))
def test_several_stretches_decode_as_each_alone(seed: int, lengths: list[int]) -> None:
    each = [random_scores(seed + i, n)[0] for i, n in enumerate(lengths)]
    _, moves = random_scores(seed, 1)
    together = decode_each(each, moves)
    for found, scores in zip(together, each, strict=True):
        alone = decode(scores, moves)
        assert [(m.role, m.first, m.last) for m in found] == [(m.role, m.first, m.last) for m in alone]
        assert [m.sure for m in found] == pytest.approx([m.sure for m in alone], abs=1e-6)
