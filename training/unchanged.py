"""Whether two models give equal tag scores and links, and how much longer the second takes.

    python -m training.unchanged DATA/polnear/dev.jsonl --models FOLDER FOLDER

Run for run in turn, each stretch at the best of its times; the first ``--timed`` stretches only.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np

from sayso.attributions.tagger import PIECES_MAX, OnnxTagger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--models", type=Path, nargs=2, required=True)
    parser.add_argument("--timed", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    taggers = [OnnxTagger(folder) for folder in options.models]
    with options.corpus.open(encoding="utf8") as lines:
        texts = [line for row in lines for line in json.loads(row)["text"].split("\n") if line.strip()]
    each = [one for one in taggers[0].tokens(texts) if len(one) and len(one.pieces) <= PIECES_MAX]
    equal = 0
    for tokens in each:
        first, second = (tagger.tag(tokens) for tagger in taggers)
        equal += np.array_equal(first.scores, second.scores) and np.array_equal(first.links, second.links)
    print(f"{equal} of {len(each)} stretches equal")
    some = each[: options.timed]
    best = np.full((2, len(some)), np.inf)
    for turn in range(options.rounds):
        for index, tokens in enumerate(some):
            for which in (0, 1) if turn % 2 else (1, 0):
                began = time.perf_counter()
                taggers[which].tag(tokens)
                best[which, index] = min(best[which, index], time.perf_counter() - began)
    print(f"{best[0].sum():.3f} s and {best[1].sum():.3f} s: {best[1].sum() / best[0].sum():.3f}")


if __name__ == "__main__":
    main()
