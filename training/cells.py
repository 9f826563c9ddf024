"""Cells of the space that statements' vectors lie in: k-means with cosine, in numpy."""

from __future__ import annotations

import numpy as np

COUNT = 4096
ROUNDS = 12


def centroids_of(vectors: np.ndarray, *, count: int = COUNT, rounds: int = ROUNDS, seed: int = 0) -> np.ndarray:
    """Find the middles of cells.

    :param vectors: int8, shape (n, width).
    :return: int8, shape (cells, width); each scaled so that its largest number is 127.
    """
    unit = vectors.astype(np.float32)
    unit /= np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-6)
    draw = np.random.default_rng(seed)
    middles = unit[draw.choice(len(unit), count, replace=False)]
    for _ in range(rounds):
        nearest = np.concatenate([(part @ middles.T).argmax(1) for part in np.array_split(unit, len(unit) // 2000 + 1)])
        order = np.argsort(nearest, kind="stable")
        starts = np.searchsorted(nearest[order], np.arange(count))
        sizes = np.bincount(nearest, minlength=count)
        sums = np.add.reduceat(unit[order], np.minimum(starts, len(unit) - 1), axis=0)
        # A cell without members takes a random vector, so that none is wasted.
        empty = sizes == 0
        sums[empty] = unit[draw.choice(len(unit), int(empty.sum()), replace=False)]
        middles = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    scale = 127 / np.abs(middles).max(1, keepdims=True)
    return np.rint(middles * scale).astype(np.int8)
