"""Words as they are compared, runs of them, and the sample that is kept."""

from __future__ import annotations

import subprocess
import sys

import pytest
from copy_samples import BARE, MORE, OWN, WIRE
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.sketch import KEPT, NEEDED_COMMON, RUN, sketch_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "CAFE\u0301"),
        ("don’t", "DON'T"),
        ("so\u00adft", "soft"),
        ("ﬁre", "Fire"),
        ("Straße", "STRASSE"),
        ("“Shut,” he said…", "shut he - said"),
        ("3,500 ships", "3 500 ships"),
    ],
)
def test_the_same_words(one: str, other: str) -> None:
    assert words_of(one).hashes.tolist() == words_of(other).hashes.tolist()


def test_other_words() -> None:
    assert words_of("shut").hashes.tolist() != words_of("shuts").hashes.tolist()
    assert len({*words_of("a b c d a").hashes.tolist()}) == 4


def test_spans_are_those_of_the_words() -> None:
    text = "“Don’t,” said the har\u00adbour master: 3,500!"
    found = [text[start:end] for start, end in words_of(text).spans.tolist()]
    assert found == ["Don’t", "said", "the", "har\u00adbour", "master", "3", "500"]


@given(st.text(st.characters(), max_size=200))
def test_any_text_will_do(text: str) -> None:
    words = words_of(text)
    assert len(words.spans) == len(words)
    assert len(words.runs) == max(0, len(words) - RUN + 1)
    sketch = sketch_of(words)
    assert sketch == sorted(set(sketch))
    assert all(-(1 << 63) <= value < 1 << 63 for value in sketch)
    assert len(sketch) >= NEEDED_COMMON


@given(st.lists(st.sampled_from("a b c d e".split()), max_size=30))
def test_runs_are_equal_where_the_words_are(words: list[str]) -> None:
    text = " ".join(words)
    runs = words_of(text).runs.tolist()
    wanted = [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    assert len(set(runs)) == len(set(wanted))
    assert [runs.index(r) for r in runs] == [wanted.index(w) for w in wanted]


def test_hashes_are_the_same_on_every_machine() -> None:
    """They are written into corpora, so they may not change with the process, the platform or a release."""
    assert words_of("The ferry is shut.").hashes.tolist()[:2] == [6834963867258796590, 1188261472080712558]
    code = "from sayso.claims.sketch import *; print(sketch_of(words_of('The ferry in Calder stays shut today.'))[:2])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {f"{sketch_of(words_of('The ferry in Calder stays shut today.'))[:2]}\n"}


def test_hashes_of_words_may_be_shared_by_texts() -> None:
    known: dict[str, int] = {}
    for text in (WIRE, OWN, MORE, BARE):
        assert words_of(text, known).hashes.tolist() == words_of(text).hashes.tolist()
    assert len(known) > 100


def test_one_run_in_so_many_is_kept() -> None:
    words = words_of(" ".join(f"w{i}" for i in range(30_000)))
    kept = len(sketch_of(words)) - NEEDED_COMMON
    assert 0.9 < kept * KEPT / len(words.distinct) < 1.1


def test_what_is_shared_is_kept_of_both() -> None:
    one, other = sketch_of(words_of(f"{OWN}\n\n{BARE}")), sketch_of(words_of(f"{BARE} {MORE}"))
    assert set(sketch_of(words_of(BARE))).intersection(one) == set(sketch_of(words_of(BARE))).intersection(other)
    assert len(set(one).intersection(other)) > 20


def test_texts_of_the_same_words_find_each_other_however_short() -> None:
    assert len(set(sketch_of(words_of("It is SHUT."))) & set(sketch_of(words_of("it is shut")))) == NEEDED_COMMON
    assert not set(sketch_of(words_of("It is shut."))) & set(sketch_of(words_of("it is open")))
