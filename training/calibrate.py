"""How often an attribution is right at each confidence, and two numbers that make the confidence say so.

    python -m training.calibrate DATA/polnear/dev.jsonl --model src/sayso/models/accurate --write

The tagger's posterior is surer than it should be. A logistic curve over its log-odds (Platt scaling) is fitted on every
second article and its reliability is reported on the others. An attribution is right when gold has one whose content
overlaps it by half (Jaccard over words) and whose source and cue it touches. Source: Platt, Probabilistic outputs for
support vector machines, 1999.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
from evals.scoring import WordIndex, agree, marked, pair

from sayso.attributions.tagger import OnnxTagger
from sayso.pipeline import attribute

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def log_odds(sure: np.ndarray) -> np.ndarray:
    """Log-odds of probabilities, kept finite."""
    clipped = np.clip(sure, 0.001, 0.9995)
    return np.log(clipped / (1 - clipped))


def fit(sure: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Fit slope and offset by Newton's method."""
    x = np.stack([log_odds(sure), np.ones_like(sure)], axis=1)
    w = np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - right)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        w = w - np.linalg.solve(hessian, gradient)
    return float(w[0]), float(w[1])


def judged(corpus: Path, tagger: OnnxTagger) -> list[tuple[int, float, bool]]:
    """Read a corpus; for each attribution, its article's number, its raw confidence and whether it is right."""
    out = []
    with corpus.open(encoding="utf8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            index = WordIndex(row["text"])
            found = attribute(row["text"], tagger=tagger).to_dict()["attributions"]
            gold, given = marked(row["attributions"], index), marked(found, index)
            pairs = {j: i for i, j in pair(gold, given, lambda a: a.plain).items()}
            for j, (a, raw) in enumerate(zip(given, found, strict=True)):
                if a.plain:
                    out.append((number, raw["confidence"], j in pairs and agree(gold[pairs[j]], a)))
    return out


def table(sure: np.ndarray, right: np.ndarray) -> str:
    """Reliability: how sure, how often right, by bins of confidence."""
    rows = ["| confidence | attributions | mean confidence | right |", "|---|---|---|---|"]
    for low, high in pairwise(BINS):
        at = (sure >= low) & ((sure < high) | (high == 1.0))
        if at.any():
            rows.append(f"| {low:.2f}-{high:.2f} | {at.sum()} | {sure[at].mean():.2f} | {right[at].mean():.2f} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write slope and offset into the model's card")
    options = parser.parse_args()
    card_path = options.model / "card.json"
    card = json.loads(card_path.read_text(encoding="utf8"))
    tagger = OnnxTagger(options.model)
    tagger.calibration = (1.0, 0.0)
    rows = judged(options.corpus, tagger)
    number, sure, right = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    half = number % 2 == 0
    slope, offset = fit(sure[half], right[half])
    print(f"slope {slope:.3f}, offset {offset:.3f}, fitted on every second article\n\nThe others, before:\n")
    print(table(sure[~half], right[~half]))
    print("\nThe others, after:\n")
    print(table(1 / (1 + np.exp(-slope * log_odds(sure[~half]) - offset)), right[~half]))
    if options.write:
        card["calibration"] = [round(slope, 4), round(offset, 4)]
        card_path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
