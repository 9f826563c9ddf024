"""The sample pages: their labels fit their text, and what Sayso reads in them stays above pinned floors.

Floors live in ``floors.json``, by profile; ``measure.py --pin`` writes them.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from evals.labels import BadLabel, Sample, occurrences, read_label, samples
from evals.measure import figures, pinned, score_reading, short
from evals.scoring import ROLES, Scores, aligned
from sayso.config import Profile

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
    reading = {
        "article": dict(sample.facts) | {"text": sample.text},
        "attributions": sample.attributions,
        "speakers": list(sample.speakers.values()),
        "headline": sample.headline,
        "unsourced": [row["span"] for row in sample.unsourced],
        "echoes": [
            {"fragment": row["id"], "verdict": row["verdict"]}
            for row in sample.attributions
            if row["form"] == "fragment"
        ],
    }
    assert {name: value for name, value in figures(score_reading(sample, reading)).items() if value != 100.0} == {}


@each_sample
def test_fragments_and_headlines_rest_on_labelled_statements(sample: Sample) -> None:
    statements = {row["id"] for row in sample.attributions if row["form"] != "fragment"}
    for row in sample.attributions:
        if row["form"] == "fragment":
            assert row["echo_of"] in statements or row["verdict"] == "not found", row["id"]
    for piece in sample.headline:
        assert piece["attribution"] in statements | {None}
        assert set(piece["lost"]) <= {"source", "hedge"}


def test_words_that_begin_inside_a_word_do_not_count() -> None:
    assert occurrences("the heather; he said", "he") == [13]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"source": ["She"]}, "has 'She' 0 times"),
        ({"speaker": "she"}, "no speaker has the id 'she'"),
        ({"chain": []}, "the chain ends with"),
        ({"chain": [{"speaker": "he", "channel": "pigeon"}]}, "no channel is called 'pigeon'"),
        ({"knows": "dreamt it"}, "no way of knowing is called 'dreamt it'"),
    ],
)
def test_a_label_that_does_not_fit_is_refused(change: dict[str, Any], complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    row = {"number": 1, "paragraph": 1, "source": ["He"], "cue": ["said"], "content": ["no"], "form": "indirect"}
    row |= {"act": "statement", "polarity": "affirmed", "nested_in": None, "must": True}
    row |= {"speaker": "he", "chain": [{"speaker": "he", "channel": None}], "knows": None}
    data = {"page": "evals/labels.py", "kind": "", "article": {}, "paragraphs": ["He said no."]}
    data |= {"speakers": [{"id": "he"}], "headline": [], "unsourced": []}
    path.write_text(json.dumps(data | {"attributions": [row]}))
    assert read_label(path).attributions[0]["speaker"] == "he"
    path.write_text(json.dumps(data | {"attributions": [row | change]}))
    with pytest.raises(BadLabel, match=complaint):
        read_label(path)


def test_words_around_the_report_do_not_move_its_words() -> None:
    expected, actual = "The mayor said no.", "Home News The mayor said no. Comments"
    numbers = aligned(expected, actual)
    assert numbers[2:7] == [0, 1, 2, 3, 4]
    assert min(numbers[:2] + numbers[7:]) >= 5


@pytest.mark.parametrize("name", [*(sample.name for sample in SAMPLES), "all"])
def test_what_is_read_in_a_sample_stays_above_its_floors(
    name: str, profile: Profile, sample_scores: Mapping[str, Scores]
) -> None:
    assert short(figures(sample_scores[name]), pinned(profile, name)["floors"]) == []


@each_sample
def test_floors_were_pinned_for_this_very_sample(sample: Sample, profile: Profile) -> None:
    command = f"python -m evals.measure --profile {profile} --pin"
    assert pinned(profile, sample.name)["digest"] == sample.digest, f"page or labels changed: run {command}"
