"""How both profiles hold up on messy text: by kind of text, disturbed in one way at a time, and how sure they are.

    python -m evals.robustness                            our own sample pages
    python -m evals.robustness --corpus DATA              with 25 of PolNeAR's development articles, and reliability
    python -m evals.robustness --corpus DATA --write      the same into docs/results/robustness.md
    python -m evals.robustness --processes 2 --corpus DATA --write
    python -m evals.robustness --only capitals names      only disturbances with these words in their names

DATA is the folder of PolNeAR, or that in SAYSO_DATA.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product, starmap
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import sayso
from evals.disturb import DISTURBANCES, Disturbance, disturbed
from evals.labels import ROOT, samples
from evals.measure import ARTICLES_FILE, corpus_in, json_lines, measure_samples
from evals.scoring import Scores, WordIndex, aligned, marked, score
from sayso.config import PROFILES, Profile

REPORT = ROOT / "docs" / "results" / "robustness.md"
ARTICLES = 25
WORDS_MAX = 1200


Spread = Callable[[Callable[..., Any], Sequence[tuple[Any, ...]]], Iterable[Any]]
"""Calls a function with each tuple of arguments, and gives the results in order; in several processes or in this."""


class Text(NamedTuple):
    """A text and its labels, in the form of a reading's JSON."""

    text: str
    attributions: Sequence[Mapping[str, Any]]


def own_texts() -> list[Text]:
    """Give the reports of the sample pages as they ought to be read."""
    return [Text(sample.text, sample.attributions) for sample in samples()]


def corpus_texts(corpus: Path) -> list[Text]:
    """Give ``ARTICLES`` development articles of at most ``WORDS_MAX`` words: the first by the hash of their ids."""
    rows = [row for row in json_lines(corpus / ARTICLES_FILE) if len(row["text"].split()) <= WORDS_MAX]
    rows.sort(key=lambda row: hashlib.blake2b(row["id"].encode()).digest())
    return [Text(row["text"], row["attributions"]) for row in rows[:ARTICLES]]


def score_disturbed(text: Text, disturbance: Disturbance, profile: Profile) -> Scores:
    """Disturb a text, read it, and score what was read as if it had been read in the text as it was."""
    messy = disturbed(text.text, disturbance.edits(text.text))
    index = WordIndex(text.text)
    wanted = marked(text.attributions, index)
    if not disturbance.pasted:
        rows = sayso.attribute(messy.text, profile=profile).to_dict()["attributions"]
        return score(wanted, marked(messy.back_all(rows), index))
    result = sayso.read(messy.text, profile=profile)
    if isinstance(result, sayso.Rejected):
        return score(wanted, [])
    read = WordIndex(result.article.text, aligned(text.text, result.article.text))
    return score(wanted, marked(result.to_dict()["attributions"], read))


def measure(texts: Iterable[Text], disturbance: Disturbance, profile: Profile) -> Scores:
    """Score all texts together, disturbed in one way."""
    out = Scores()
    for text in texts:
        out.add(score_disturbed(text, disturbance, profile))
    return out


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table of Markdown."""
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows))


def number(value: float | None) -> str:
    """Write a figure, or a dash where there is none."""
    return "–" if value is None else f"{value:.1f}"


def loss(value: float | None, undisturbed: float | None) -> str:
    """Write how far a figure lies from that of the text itself, with a sign; never a minus nought."""
    return f"{round((value or 0.0) - (undisturbed or 0.0), 1) + 0.0:+.1f}".replace("-", "−")


def measure_named(texts: Sequence[Text], name: str, profile: Profile) -> Scores:
    """Score all texts under the disturbance of that name; what one process is given to do."""
    began = time.perf_counter()
    found = measure(texts, next(each for each in DISTURBANCES if each.name == name), profile)
    print(f"{profile}, {name}: {time.perf_counter() - began:.1f} s", file=sys.stderr)
    return found


def disturbances_table(
    texts: Sequence[Text], chosen: Sequence[Disturbance], profiles: Sequence[Profile], spread: Spread
) -> str:
    """Measure profiles under each disturbance; the first one is what the others are compared with."""
    header = ["", "in training", "changes"]
    counts = [sum(len(list(each.edits(text.text))) for text in texts) for each in chosen]
    rows = [[each.name, each.trained, f"{count:,}"] for each, count in zip(chosen, counts, strict=True)]
    jobs = list(product([texts], [each.name for each in chosen], profiles))
    measured = dict(zip(((name, profile) for _, name, profile in jobs), spread(measure_named, jobs), strict=True))
    for profile in profiles:
        header += [f"{profile}: exact", "Δ", "linked", "Δ"]
        first = measured[chosen[0].name, profile]
        for row, disturbance in zip(rows, chosen, strict=True):
            found = measured[disturbance.name, profile]
            pairs = [(found.mean_exact, first.mean_exact), (found.value("linked"), first.value("linked"))]
            for value, undisturbed in pairs:
                row += number(value), "" if found is first else loss(value, undisturbed)
    return table(header, rows)


KIND_MEASURES = ("linked", "nested", "lenient")


def kinds_table(profiles: Sequence[Profile], spread: Spread) -> str:
    """Measure profiles on each sample page, read as a page."""
    header = ["kind of text"]
    kinds = {sample.name: [sample.kind] for sample in samples()} | {"all": ["**all**"]}
    for profile, found in zip(profiles, spread(measure_samples, [(profile,) for profile in profiles]), strict=True):
        header += [f"{profile}: exact", "linked", "nested", "speaker"]
        for name, scores in found.items():
            kinds[name] += map(number, (scores.mean_exact, *map(scores.value, KIND_MEASURES)))
    return table(header, kinds.values())


def reliability(corpus: Path, profile: Profile) -> str:
    """Say how often a profile is right at each confidence, on every second development article."""
    from training.calibrate import judged
    from training.calibrate import table as bins

    from sayso.attributions.tagger import shipped

    # The calibration was fitted on the articles with even numbers: training/calibrate.py.
    rows = [row for row in judged(corpus / ARTICLES_FILE, shipped(profile)) if row[0] % 2]
    _, sure, right = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    head = f"**{profile}**: {len(rows)} attributions, mean confidence {sure.mean():.2f}, right {right.mean():.2f}."
    return f"{head}\n\n{bins(sure, right)}"


def report(corpus: Path | None, chosen: Sequence[Disturbance], profiles: Sequence[Profile], spread: Spread) -> str:
    """Measure everything and write it up."""
    parts = [INTRODUCTION, KINDS, kinds_table(profiles, spread), DISTURBED]
    if corpus:
        parts += [PAPERS, disturbances_table(corpus_texts(corpus), chosen, profiles, spread)]
    parts += [OWN, disturbances_table(own_texts(), chosen, profiles, spread)]
    if corpus:
        parts += [CONFIDENCE, *spread(reliability, [(corpus, profile) for profile in profiles])]
    return "\n\n".join(parts) + "\n"


INTRODUCTION = """
# Messy text

    python -m evals.robustness --corpus DATA --write

writes this page: both profiles by kind of text, on texts made messy in one way at a time, and how often they are right
at each confidence. "Exact" is the mean of the three exact F1, "linked" the F1 of whole attributions
([the tagger](tagger.md) says what counts); all in percent, through the public API.
""".strip()
KINDS = """
## By kind of text

Our own sample pages (`examples/`, labelled in `evals/samples/`), read as pages. They are few, short and ours, and were
in view while the rules were written: one attribution is worth some five points. "Nested" is the share found of what is
said inside other statements, "speaker" the share of all labelled statements found with the right speaker.
""".strip()
DISTURBED = """
## Disturbed in one way at a time

Every text is changed as a whole (`evals/disturb.py`) and read; what was found is taken back to the text as it was, so
that labels and words are the same in each row. Behind each figure stands how far it lies from that of the text itself.
"Changes" counts the places changed. "In training" says whether the taggers saw such a thing while learning
(`training/data.py`): other marks in 17 % of paragraphs, a mark or the space before it lost in up to 12 %, capitals in
2 %, lower case in 2 %.

- British and straight single marks: apostrophes become the same mark as closing ones, as newspapers print them.
- Marks dropped: all of them, worse than what pages usually do.
- Names made foreign: people's first and family names (found by common first names) become made-up ones, such as Łucjana
  Grzybczyk, the same throughout an article.
- Spaces: two after each sentence, and every eighth other one does not break.
- Lines wrapped: broken at 68 columns, as in e-mail. `sayso.attribute` takes every line break for the end of a
  paragraph. Pages and pasted text go through `sayso.read`, which joins such lines; there the report has to be found in
  the page too.
""".strip()
PAPERS = f"""
### Papers

{ARTICLES} of PolNeAR's development articles, of at most {WORDS_MAX:,} words, chosen by the hash of their names.
""".strip()
OWN = """
### Our own pages

The sample pages' reports, as they ought to be read.
""".strip()
CONFIDENCE = """
## Confidence

Of the attributions given at a confidence, how many are right: content by half, source and cue touched. Every second of
PolNeAR's development articles; slope and offset of each profile were fitted on the others (`training/calibrate.py`).
""".strip()


def main() -> None:
    """Print the report, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=os.environ.get("SAYSO_DATA"), help="folder of PolNeAR")
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT)}")
    parser.add_argument("--only", nargs="+", default=[""], metavar="WORD", help="only these disturbances")
    parser.add_argument("--profile", choices=PROFILES, action="append", help="only this one")
    parser.add_argument("--processes", type=int, default=1, help="how many read at once")
    options = parser.parse_args()
    corpus = corpus_in(options.corpus)
    if options.write and (corpus is None or options.only != [""] or options.profile):
        parser.error("--write needs polnear/dev.jsonl and speakers/dev.jsonl in DATA, and neither --only nor --profile")
    chosen = [d for d in DISTURBANCES if d is DISTURBANCES[0] or any(word in d.name for word in options.only)]
    profiles = options.profile or PROFILES
    if options.processes > 1:
        with ProcessPoolExecutor(options.processes, mp_context=get_context("spawn")) as pool:
            text = report(corpus, chosen, profiles, lambda call, jobs: pool.map(call, *zip(*jobs, strict=True)))
    else:
        text = report(corpus, chosen, profiles, starmap)
    if options.write:
        REPORT.write_text(text, encoding="utf8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
