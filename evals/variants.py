"""Measure variants of quotations: one quotation or two, how it is reworded, and what alters its sense.

    python -m evals.variants --data DATA                    the design half
    python -m evals.variants --data DATA --half "held out"  the other half; nothing may be tuned on it
    python -m evals.variants --data DATA --fit              fit the weights of ``one_quotation.py`` to the design half

``DATA`` holds ``corpus/articles.jsonl.gz`` (or set SAYSO_DATA). ``variant_pairs.json`` holds 330 pairs of statements
from different articles, as offsets with the form, polarity and agreement of speakers that the fast profile read, and
labels made by reading. The halves are told by a hash of the ids. Baseline in the same run: rapidfuzz'
``token_set_ratio`` with the threshold that is best on the design half.

``variant_pairs_unsure.json`` holds 70 more for fitting: pairs that a first version found in a store of 574 articles
with a probability between 0.35 and 0.85. None of them joins two articles of a labelled pair.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.labels import EVALS
from evals.perturbed import CHANGES, Half, made_pairs
from sayso.claims.variants import variant_of
from sayso.schema import Span, Statement, Teller
from sayso.schema.matches import Variant

PAIRS = EVALS / "variant_pairs.json"
UNSURE = EVALS / "variant_pairs_unsure.json"
_NAMES = {"same": ("Ruud", "Ruud"), "other": ("Ruud", "Halvorsen"), "unknown": ("Ruud", None)}


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair.

    :param same: whether both are wordings of one quotation.
    :param rewording: the class of the lesser; ``None`` for two quotations.
    :param alters: what of the sense differs.
    """

    left: Statement
    right: Statement
    same: bool
    rewording: str | None
    alters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one half.

    :param precision, recall, f1: of "one quotation".
    :param rewording: part of the pairs found whose class is right.
    :param alters_right, alters_given, alters: alterations named rightly, named on pairs rightly found, and labelled.
    :param baseline: F1 of the baseline.
    """

    pairs: int
    same: int
    precision: float
    recall: float
    f1: float
    rewording: float
    alters_right: int
    alters_given: int
    alters: int
    baseline: float


def half_of(row: Mapping[str, Any]) -> Half:
    """Say which half a pair is in, by a hash of its ids."""
    left, right = (f"{row[side]['article']}#{row[side]['label']}" for side in ("left", "right"))
    return "design" if hashlib.sha256(f"{left} {right}".encode()).digest()[0] % 2 else "held out"


def labelled(data: Path, half: Half) -> list[Pair]:
    """Give one half's pairs with their words from the corpus."""
    return _pairs(data, [row for row in json.loads(PAIRS.read_text(encoding="utf8")) if half_of(row) == half])


def unsure(data: Path) -> list[Pair]:
    """Give the pairs of which an earlier version was unsure: for fitting only, of the design half's articles and
    others.
    """
    return _pairs(data, json.loads(UNSURE.read_text(encoding="utf8")))


def _pairs(data: Path, rows: Sequence[Mapping[str, Any]]) -> list[Pair]:
    wanted = {row[side]["article"] for row in rows for side in ("left", "right")}
    articles = {}
    with gzip.open(data / "corpus" / "articles.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            held = json.loads(line)
            if held["id"] in wanted:
                articles[held["id"]] = held
    return [
        Pair(
            *(
                _statement(row[side], articles[row[side]["article"]], name)
                for side, name in zip(("left", "right"), _NAMES[row["speakers"]], strict=True)
            ),
            row["same"],
            row.get("rewording"),
            frozenset(row.get("alters", ())),
        )
        for row in rows
    ]


def _statement(side: Mapping[str, Any], article: Mapping[str, Any], name: str | None) -> Statement:
    content = tuple(Span(start, end) for start, end in side["content"])
    return Statement(
        f"{side['article']}#{side['label']}",
        side["article"],
        content,
        " … ".join(span.of(article["text"]) for span in content),
        side["form"],
        polarity=side["polarity"],
        chain=() if name is None else (Teller("S1", name, "person", True),),
        published=article.get("published") or None,
    )


def measure(pairs: Sequence[Pair], threshold: float) -> Figures:
    """Measure one half.

    :param threshold: of the baseline.
    """
    given = [(pair, variant_of(pair.left, pair.right)) for pair in pairs]
    met = [(pair, variant) for pair, variant in given if variant is not None and pair.same]
    precision, recall = _rates(len(met), sum(v is not None for _, v in given), sum(pair.same for pair in pairs))
    return Figures(
        len(pairs),
        sum(pair.same for pair in pairs),
        precision,
        recall,
        _f1(precision, recall),
        sum(pair.rewording == variant.rewording for pair, variant in met) / max(1, len(met)),
        sum(len(pair.alters & set(variant.alters)) for pair, variant in met),
        sum(len(variant.alters) for _, variant in met),
        sum(len(pair.alters) for pair in pairs),
        _baseline_f1(pairs, threshold),
    )


def _rates(right: int, given: int, wanted: int) -> tuple[float, float]:
    return right / given if given else 1.0, right / wanted if wanted else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _ratio(pair: Pair) -> float:
    from rapidfuzz import fuzz, utils

    return fuzz.token_set_ratio(pair.left.text, pair.right.text, processor=utils.default_process)


def best_threshold(pairs: Sequence[Pair]) -> float:
    """Give the baseline's best threshold; for the design half only."""
    return max((float(t) for t in range(20, 100)), key=lambda threshold: _baseline_f1(pairs, threshold))


def _baseline_f1(pairs: Sequence[Pair], threshold: float) -> float:
    given = [_ratio(pair) >= threshold for pair in pairs]
    right = sum(pair.same and found for pair, found in zip(pairs, given, strict=True))
    return _f1(*_rates(right, sum(given), sum(pair.same for pair in pairs)))


def measure_made(data: Path, half: Half, number: int) -> dict[str, tuple[int, int, int, int, int]]:
    """Measure made pairs: by change, how many, found, with the right class, flagged rightly, flagged wrongly."""
    out = dict.fromkeys(CHANGES, (0, 0, 0, 0, 0))
    for made in made_pairs(data, half, number):
        variant = variant_of(made.full, made.less)
        row = (1, 0, 0, 0, 0) if variant is None else (1, 1, *_judged(made.alters, made.rewording, variant))
        out[made.what] = tuple(a + b for a, b in zip(out[made.what], row, strict=True))  # type: ignore[assignment]
    return out


def _judged(alters: str | None, rewording: str, variant: Variant) -> tuple[int, int, int]:
    wrong = any(found != alters for found in variant.alters)
    return int(variant.rewording == rewording), int(alters in variant.alters), int(wrong)


def fit(pairs: Sequence[Pair]) -> None:
    """Fit the four weights to pairs, and print them."""
    import math

    from sklearn.linear_model import LogisticRegression

    from sayso.claims.variants import likeness_of

    rows = [likeness_of(pair.left, pair.right) for pair in pairs]
    features = [[math.log1p(row.run), row.covered, row.speaker, row.near] for row in rows]
    model = LogisticRegression(C=10, max_iter=2000).fit(features, [pair.same for pair in pairs])
    print("run, covered, speaker, near:", *(round(float(weight), 2) for weight in model.coef_[0]))
    print("bias:", round(float(model.intercept_[0]), 2))


def main() -> None:
    """Print the figures of one half."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=os.environ.get("SAYSO_DATA"))
    parser.add_argument("--half", choices=("design", "held out"), default="design")
    parser.add_argument("--made", type=int, default=200, help="made pairs for each kind of change")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    if arguments.data is None:
        raise SystemExit("skipped: needs the corpus; give --data or SAYSO_DATA")
    design = labelled(arguments.data, "design")
    if arguments.fit:
        fit([*design, *unsure(arguments.data)])
        return
    threshold = best_threshold(design)
    pairs = design if arguments.half == "design" else labelled(arguments.data, "held out")
    found = measure(pairs, threshold)
    print(
        f"{arguments.half}: {found.pairs} pairs, {found.same} of one quotation",
        dict(Counter(pair.rewording for pair in pairs if pair.same)),
    )
    print(f"one quotation   precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}")
    print(f"baseline        F1 {found.baseline:.3f}  (token_set_ratio >= {threshold:g})")
    print(f"rewording       right {found.rewording:.3f}")
    print(f"alters          {found.alters_right} right of {found.alters_given} named, of {found.alters} labelled")
    print("\nmade pairs             pairs  found  class  flagged  wrongly flagged")
    for what, row in measure_made(arguments.data, arguments.half, arguments.made).items():
        print(
            f"  {what:20s} {row[0]:5d}  {row[1]:5d}  {row[2]:5d}  {row[3] if CHANGES[what][1] else '-':>7}  {row[4]:5d}"
        )


if __name__ == "__main__":
    main()
