"""The encoder of statements and its cells: time, size, agreement of int8 with float, and what the cells find.

    python -m benchmarks.meaning --readings readings.*.jsonl

Readings are files as ``sayso read --profile fast --format jsonl`` writes them. What the cells find is held against
brute force: of all pairs of statements with a cosine of at least so much, how many have each other's cell among their
own nearest, which is what makes them candidates.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from training.meaning import minilm_vectors, texts_in

from sayso.claims import cells, encoder

SEEKERS = 1500
LEVELS = (0.66, 0.7, 0.8, 0.9)


def timed(texts: Sequence[str]) -> float:
    """Give processor milliseconds a text, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        encoder.shipped().encode(texts)
        best = min(best, time.process_time() - start)
    return best * 1000 / len(texts)


def agreement(texts: Sequence[str]) -> None:
    """Print how near the vectors that ship are to all-MiniLM-L6-v2's own, in how alike they make texts."""
    ours = encoder.unit(encoder.shipped().encode(texts))
    theirs = minilm_vectors(texts).astype(np.float32)
    theirs /= np.linalg.norm(theirs, axis=1, keepdims=True)
    above = np.triu(np.ones((len(texts), len(texts)), bool), 1)
    likeness, wide = (ours @ ours.T)[above], (theirs @ theirs.T)[above]
    close = wide >= 0.5
    print(
        f"likeness of two of {len(texts)} texts, as shipped and by MiniLM in float: "
        f"r {np.corrcoef(likeness, wide)[0, 1]:.3f}; "
        f"of the {close.sum()} pairs from 0.5 on r {np.corrcoef(likeness[close], wide[close])[0, 1]:.3f}, "
        f"mean difference {(likeness[close] - wide[close]).mean():+.3f}"
    )


def found(vectors: encoder.Vectors) -> None:
    """Print the share of close pairs that the cells find."""
    space = cells.shipped()
    probes = (1, 2, 4, 8, 16, 32)
    near = space.near(vectors, max(probes))
    sizes = np.bincount(near[:, 0], minlength=len(space))
    print(
        f"{len(vectors)} statements in {len(space)} cells; the fullest holds {sizes.max()}, {(sizes == 0).sum()} none"
    )
    seekers = random.Random(1).sample(range(len(vectors)), min(SEEKERS, len(vectors)))
    pairs: list[tuple[int, int, float]] = []
    for start in range(0, len(seekers), 100):
        some = seekers[start : start + 100]
        close = encoder.cosines(vectors[some], vectors)
        for row, column in zip(*np.nonzero(close >= LEVELS[0]), strict=True):
            if some[row] != column:
                pairs.append((some[row], int(column), float(close[row, column])))
    print("cells", *(f"{n:>7}" for n in probes))
    for level in LEVELS:
        inside = [(a, b) for a, b, cosine in pairs if cosine >= level]
        shares = [sum(near[a, 0] in near[b, :n] and near[b, 0] in near[a, :n] for a, b in inside) for n in probes]
        line = " ".join(f"{100 * share / max(1, len(inside)):7.1f}" for share in shares)
        print(f">={level} {line}   of {len(inside)} pairs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, nargs="+", required=True)
    parser.add_argument("--statements", type=int, default=30_000)
    options = parser.parse_args()
    texts = texts_in(options.readings)
    random.Random(0).shuffle(texts)
    for name in ("model.onnx", "tokenizer.json", "cells.npy", "words.json", "decision.json"):
        print(f"{name} {len((files('sayso') / 'models' / 'meaning' / name).read_bytes()):,} bytes")
    words = sum(len(text.split()) for text in texts[:500]) / 500
    print(f"{timed(texts[:500]):.2f} ms a statement of {words:.0f} words on one core, one a run")
    agreement(texts[:1500])
    found(encoder.shipped().encode(texts[: options.statements]))


if __name__ == "__main__":
    main()
