"""Copies: recall and precision over the corpus, edits of our own, and the same on our own samples without it."""

from __future__ import annotations

import hashlib
import json
import os

import pytest

from evals.copies import (
    FLOORS,
    corpus_file,
    held_out,
    measure_edits,
    plain_words,
    recall_precision,
    rows_of,
    sharing,
    stored_pairs,
)
from evals.copies import Row as CorpusRow
from evals.copy_edits import KINDS, edited
from evals.labels import samples
from sayso.claims.sketch import words_of

FILE = corpus_file(os.environ.get("SAYSO_DATA"))
PINNED = json.loads(FLOORS.read_text(encoding="utf8"))
corpus = pytest.mark.skipif(
    FILE is None, reason="no corpus/articles.jsonl.gz in SAYSO_DATA (ramybaly/Article-Bias-Prediction)"
)


@pytest.fixture(scope="module")
def rows() -> list[CorpusRow]:
    assert FILE is not None
    digest = hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert digest == PINNED["digest"], "another corpus than the floors were pinned for"
    return rows_of(FILE)


@pytest.mark.corpus
@corpus
def test_every_pair_that_shares_fifty_runs_is_found(rows: list[CorpusRow]) -> None:
    wanted = set(sharing([plain_words(row.text) for row in rows]))
    recall, precision = recall_precision(stored_pairs(rows), wanted)
    assert recall >= PINNED["recall"]
    assert precision >= PINNED["precision"]


@pytest.mark.corpus
@corpus
@pytest.mark.parametrize("kind", KINDS)
def test_edited_articles_are_found(rows: list[CorpusRow], kind: str) -> None:
    chosen = held_out(rows, 50)
    for percent, least in PINNED["edits"][kind].items():
        score = measure_edits(chosen, kind, int(percent))
        assert score.found / score.texts >= least, f"{kind}, {percent} %"


def test_brute_force_counts_distinct_runs() -> None:
    texts = [list("abcdefgh"), list("abcdefghi"), list("xabcdefghiabcdefghi"), [], list("hgfedcba")]
    assert sharing(texts, 1) == {(0, 1): 1, (0, 2): 1, (1, 2): 2}
    assert sharing([[], ["a"]], 1) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_edited_samples_are_found(kind: str) -> None:
    """The samples are short: of a text of 200 words, 60 % lifted are two paragraphs."""
    rows = [CorpusRow(one.name, one.text, None, None, None, None) for one in samples() if len(one.text.split()) >= 150]
    assert len(rows) > 15
    for percent in {"lifted": (40, 60), "words replaced": (10,)}.get(kind, (10, 30, 60)):
        score = measure_edits(rows, kind, percent)
        assert score.found / score.texts >= 0.95, (percent, score)
        assert score.right >= 0.9 * score.kept, (percent, score)
        assert score.right >= 0.85 * score.marked, (percent, score)


@pytest.mark.parametrize("kind", KINDS)
def test_edits_know_what_they_kept(kind: str) -> None:
    text, other = (one.text for one in samples()[:2])
    made = edited(text, kind, 40, 1, other)
    assert made == edited(text, kind, 40, 1, other)
    assert [made.text[start:end] for start, end in made.spans] == [word for word, _ in made.chunks]
    words = text.split()
    assert all(word == words[place] for word, place in made.chunks if place is not None)
    assert words_of(made.text).hashes.tolist() != words_of(text).hashes.tolist()
