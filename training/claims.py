"""Fit the decision whether two statements are the same, on the design half of the labelled pairs and on more of them.

    python -m training.claims --data DATA --out src/sayso/models/meaning/decision.json

Two logistic regressions, one after the other: over the features of ``sayso.claims.features``, on all pairs; and over
what comes of that and what the cross-encoder says, on pairs that it was not taught (``training.pairs``). Bounds give
the best F1 for ``same`` in cross-validation. The held-out half is not read.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from evals.claims import Labelled, is_kept, labelled, read_together, similarities
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from sayso.claims.compare import Line, decision_of, features_read, matters_of, says_something
from sayso.claims.facts import facts_of
from sayso.claims.features import Held, features_of, held

STRENGTH = 0.03
"""Inverse of the penalty on standardised weights; 0.01 to 0.1 are as good, in cross-validation."""
CONFLICT_MIN = 0.5
AS_GOOD = 0.01
"""So much less F1 is taken for no difference."""
FOLDS = 8
ROUNDS = 6


def fit(rows: np.ndarray, wanted: np.ndarray, names: Sequence[str]) -> Line:
    """Fit on standardised features, and put the scale into the weights."""
    middle, spread = rows.mean(0), rows.std(0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit((rows - middle) / spread, wanted)
    weights = model.coef_[0] / spread
    offset = float(model.intercept_[0] - (weights * middle).sum())
    return Line({name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}, round(offset, 4))


def chances(line: Line, rows: np.ndarray, names: Sequence[str]) -> np.ndarray:
    return np.array([line.chance(dict(zip(names, row, strict=True))) for row in rows])


def cross_validated(rows: np.ndarray, wanted: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Give each pair's chance by models that did not see it; shape (rounds, pairs)."""
    out = np.zeros((ROUNDS, len(rows)))
    for seed in range(ROUNDS):
        for learnt, kept in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(rows, wanted):
            out[seed, kept] = chances(fit(rows[learnt], wanted[learnt], names), rows[kept], names)
    return out


def best_bound(found: np.ndarray, same: np.ndarray, clear: np.ndarray) -> tuple[float, float]:
    """Give the highest bound with a mean F1 for ``same`` about as good as any, and that F1.

    Highest, since a wrong claim does more harm than a missed one.

    :param clear: pairs that no contradiction keeps from being the same.
    """
    scores: dict[float, float] = {}
    for bound in np.arange(0.2, 0.8, 0.01):
        said = (found >= bound) & clear
        each = [2 * (row & same).sum() / max(1, row.sum() + same.sum()) for row in said]
        scores[round(float(bound), 2)] = float(np.mean(each))
    best = max(scores.values())
    bound = max(bound for bound, score in scores.items() if score >= best - AS_GOOD)
    return bound, scores[bound]


def pairs_held(pairs: Sequence[Labelled]) -> list[Held]:
    found = similarities(pairs)
    return [held(facts_of(p.left), facts_of(p.right), s) for p, s in zip(pairs, found, strict=True)]


def table(features: Sequence[Mapping[str, float]]) -> tuple[np.ndarray, list[str]]:
    """Give features as rows, and their names."""
    names = list(features[0])
    return np.array([[one[name] for name in names] for one in features]), names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ["SAYSO_DATA"]) if "SAYSO_DATA" in os.environ else None
    )
    parser.add_argument("--readings", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    design = labelled("design", options.data, options.readings)
    pairs = design + labelled("more", options.data, options.readings)
    both = pairs_held(pairs)
    rows, names = table([features_of(one) for one in both])
    relations = np.array([pair.relation for pair in pairs])
    match = np.isin(relations, ("same", "conflicting"))
    apart = ~match
    found = cross_validated(rows, match, names)
    clear = np.array([not matters_of(one) and says_something(one) for one in both])
    bound, score = best_bound(found, relations == "same", clear)
    print(f"{len(pairs)} pairs by features: same from {bound}; F1 of same in cross-validation {score:.3f}")
    line = fit(rows, match, names)
    related = fit(rows[apart], relations[apart] == "related", names)
    # What the first step says of pairs that it was fitted on is too sure to fit the second on.
    unseen = [index for index, pair in enumerate(pairs) if index < len(design) or is_kept(pair)]
    read = read_together([pairs[index] for index in unseen])
    first = found.mean(0)[unseen]
    weighed, steps = table([features_read(chance, one) for chance, one in zip(first, read, strict=True)])
    same = relations[unseen] == "same"
    chances_read = cross_validated(weighed, same, steps)
    read_bound, score = best_bound(chances_read, same, clear[unseen])
    print(f"{len(unseen)} pairs read together: same from {read_bound}; F1 of same in cross-validation {score:.3f}")
    inside = np.arange(len(unseen)) < len(design)
    _, score = best_bound(chances_read[:, inside], same[inside], clear[unseen][inside])
    print(f"{inside.sum()} of the design half: {score:.3f}")
    second = fit(weighed, same, steps)
    card = {
        "match": {"weights": line.weights, "offset": line.offset},
        "related": {"weights": related.weights, "offset": related.offset},
        "same": {"weights": second.weights, "offset": second.offset},
        "bounds": {"same": bound, "conflict": CONFLICT_MIN, "read same": read_bound},
    }
    decision_of(card)
    options.out.write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
