"""The sample pages: their labels fit their text, and what Sayso reads in them stays above pinned floors.

Floors live in ``floors.json``; ``measure.py --pin`` writes them.
"""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from evals.labels import BadLabel, Sample, occurrences, read_label, samples
from evals.measure import CORPUS, corpus_file, digest_of, figures, floors, measure_corpus, measure_samples, short
from evals.scoring import ROLES, Scores, WordIndex, aligned, marked, score

SAMPLES = samples()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def _page_words(sample: Sample) -> str:
    """Give the page's own words without tags, one space between them."""
    raw = sample.page.read_bytes()
    try:
        page = raw.decode("utf-8")
    except UnicodeDecodeError:
        page = raw.decode("cp1252")
    if sample.page.suffix == ".html":
        page = html.unescape(re.sub(r"<[^>]*>", "", page))
    return " ".join(page.split())


@each_sample
def test_every_labelled_paragraph_stands_in_its_page(sample: Sample) -> None:
    page = _page_words(sample)
    assert [p for p in sample.paragraphs if p not in page] == []


@each_sample
def test_every_attribution_has_a_content_and_a_teller(sample: Sample) -> None:
    for row in sample.attributions:
        assert row["content"], row["id"]
        assert row["source"] or row["cue"] or row["form"] == "fragment", row["id"]
        assert row["form"] in ("direct", "indirect", "mixed", "fragment")
        assert row["act"] in ("statement", "thought", "plan")
        assert row["polarity"] in ("affirmed", "denied", "questioned")


@each_sample
def test_inner_attributions_stand_inside_the_outer_content(sample: Sample) -> None:
    by_id = {row["id"]: row for row in sample.attributions}
    for row in sample.attributions:
        if row["nested_in"] is not None:
            outer = by_id[row["nested_in"]]["content"]
            assert all(any(s <= start and end <= e for s, e in outer) for start, end in row["content"]), row["id"]


@each_sample
def test_pieces_of_one_role_do_not_overlap(sample: Sample) -> None:
    for row in sample.attributions:
        for role in ROLES:
            pieces = sorted(row[role])
            assert all(a[1] <= b[0] for a, b in pairwise(pieces)), (row["id"], role)


@each_sample
def test_labels_scored_against_themselves_are_right(sample: Sample) -> None:
    rows = marked(sample.attributions, WordIndex(sample.text))
    assert all(value in (None, 100.0) for value in map(score(rows, rows).value, (*ROLES, "linked", "form", "nested")))


def test_words_that_begin_inside_a_word_do_not_count() -> None:
    assert occurrences("the heather; he said", "he") == [13]


def test_a_label_with_words_the_page_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    row = {"number": 1, "paragraph": 1, "source": ["She"], "cue": ["said"], "content": ["no"], "form": "indirect"}
    row |= {"act": "statement", "polarity": "affirmed", "nested_in": None, "must": True}
    data = {"page": "evals/labels.py", "kind": "", "article": {}, "paragraphs": ["He said no."], "attributions": [row]}
    path.write_text(json.dumps(data))
    with pytest.raises(BadLabel, match="She"):
        read_label(path)


def test_words_around_the_report_do_not_move_its_words() -> None:
    expected, actual = "The mayor said no.", "Home News The mayor said no. Comments"
    numbers = aligned(expected, actual)
    assert numbers[2:7] == [0, 1, 2, 3, 4]
    assert min(numbers[:2] + numbers[7:]) >= 5


def pinned(name: str) -> dict[str, Any]:
    """Give the floors of one text."""
    assert name in floors(), f"no floors for {name}: run python -m evals.measure --pin"
    return floors()[name]


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Scores]:
    return measure_samples()


@pytest.mark.parametrize("name", [*(sample.name for sample in SAMPLES), "all"])
def test_what_is_read_in_a_sample_stays_above_its_floors(name: str, measured: Mapping[str, Scores]) -> None:
    assert short(figures(measured[name]), pinned(name)["floors"]) == []


@each_sample
def test_floors_were_pinned_for_this_very_sample(sample: Sample) -> None:
    assert pinned(sample.name)["digest"] == sample.digest, "page or labels changed: run python -m evals.measure --pin"


@pytest.mark.corpus
def test_polnear_development_articles_stay_above_their_floors() -> None:
    path = corpus_file(os.environ.get("SAYSO_DATA"))
    if path is None:
        pytest.skip("no polnear/dev.jsonl in SAYSO_DATA (PolNeAR 1.0: networkdynamics/PolNeAR)")
    assert digest_of(path) == pinned(CORPUS)["digest"], "another corpus than the floors were pinned for"
    assert short(figures(measure_corpus(path)), pinned(CORPUS)["floors"]) == []
