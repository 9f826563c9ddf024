"""PolNeAR's development articles: figures stay above pinned floors, and the corpus' own scorer gives the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from evals.measure import (
    ARTICLES_FILE,
    CORPUS,
    CORPUS_SPEAKERS,
    SPEAKERS_FILE,
    corpus_digests,
    corpus_in,
    figures,
    pinned,
    read_corpus,
    score_corpus,
    short,
)
from evals.scoring import Scores
from sayso.config import Profile

FOLDER = corpus_in(os.environ.get("SAYSO_DATA"))
SCORER = (FOLDER or Path()).resolve().parent / "eval" / "score.py"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        FOLDER is None,
        reason="no polnear/dev.jsonl and speakers/dev.jsonl in SAYSO_DATA (PolNeAR 1.0: networkdynamics/PolNeAR)",
    ),
]


@pytest.fixture(scope="session")
def corpus() -> Path:
    assert FOLDER is not None
    return FOLDER


@pytest.fixture(scope="session")
def readings(corpus: Path, profile: Profile) -> dict[str, dict]:
    return read_corpus(corpus, profile)


@pytest.fixture(scope="session")
def measured(corpus: Path, readings: Mapping[str, dict]) -> Mapping[str, Scores]:
    return score_corpus(corpus, readings)


@pytest.mark.parametrize("name", [CORPUS, CORPUS_SPEAKERS])
def test_development_articles_stay_above_their_floors(
    name: str, corpus: Path, profile: Profile, measured: Mapping[str, Scores]
) -> None:
    least = pinned(profile, name)
    assert corpus_digests(corpus)[name] == least["digest"], "another corpus than the floors were pinned for"
    assert short(figures(measured[name]), least["floors"]) == []


@pytest.mark.skipif(not SCORER.is_file(), reason="no eval/score.py beside SAYSO_DATA")
def test_speakers_are_scored_as_the_corpus_own_scorer_does(
    corpus: Path, readings: Mapping[str, dict], measured: Mapping[str, Scores], tmp_path: Path
) -> None:
    read = tmp_path / "readings.jsonl"
    read.write_text("".join(json.dumps(row | {"id": name}) + "\n" for name, row in readings.items()))
    files = [corpus / ARTICLES_FILE, read, corpus / SPEAKERS_FILE]
    command = [sys.executable, str(SCORER), "speakers", *map(str, files)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[1:]
    theirs = {line[:28].strip(): re.findall(r"\d+\.\d", line[28:]) for line in printed}
    scores = measured[CORPUS_SPEAKERS]
    strict, of_found = scores.counts["strict"], scores.counts["of found"]
    ours = {
        "speaker, of all labelled": [strict.share, scores.value("lenient")],
        "speaker, of those found": [strict.precision, of_found.share],
    }
    ours |= {f"{name:6} of those found": [scores.value(name)] for name in ("kind", "named", "act")}
    for line, name in (("chain hops (via)  P R F1", "hops"), ("channel           P R F1", "channel")):
        count = scores.counts[name]
        ours[line] = [count.precision, count.share, count.f1]
    assert {line: [f"{value or 0.0:.1f}" for value in values] for line, values in ours.items()} == theirs
