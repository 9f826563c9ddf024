"""Sentence ends and the sorts of own sentences stay above what was reached; figures: ``unsourced_report.py``."""

from __future__ import annotations

import pytest

from evals.unsourced_report import (
    Labelled,
    data_folder,
    measure_ends,
    measure_sorts,
    of_corpus,
    of_samples,
    starts,
)

# Reached on 23 November 2026: 97.4 and 156 of 165 paragraphs; nupunkt alone 89.1 and 132.
ENDS_F1_MIN, WHOLE_MIN = 97.0, 155
# Checkable or not / sort, in per cent. Reached on the halves held back: samples 85.9 / 78.2, corpus 87.6 / 79.6.
SAMPLES_MIN = (85.0, 77.0)
CORPUS_MIN = (87.0, 79.0)


def held_back(labelled: list[Labelled]) -> list[Labelled]:
    return [one for one in labelled if one.half == "held back"]


def test_hard_sentence_ends_are_found() -> None:
    ends = measure_ends(starts)
    assert ends.f1 >= ENDS_F1_MIN
    assert ends.whole >= WHOLE_MIN


def test_every_label_fits_its_page_and_both_halves_are_there() -> None:
    labelled = list(of_samples())
    assert {one.half for one in labelled} == {"design", "held back"}
    assert len(held_back(labelled)) >= 75


def test_own_sentences_of_the_samples_are_sorted() -> None:
    found = measure_sorts(held_back(list(of_samples())))
    assert found.checkable >= SAMPLES_MIN[0]
    assert found.sort >= SAMPLES_MIN[1]


@pytest.mark.corpus
def test_own_sentences_of_other_articles_are_sorted() -> None:
    folder = data_folder()
    if folder is None:
        pytest.skip("no corpus/articles.jsonl.gz in SAYSO_DATA (ramybaly/Article-Bias-Prediction on GitHub)")
    found = measure_sorts(held_back(list(of_corpus(folder))))
    assert found.checkable >= CORPUS_MIN[0]
    assert found.sort >= CORPUS_MIN[1]
