"""The designs that were not taken, measured the way the shipped one is.

    python -m training.designs --corpus DATA/polnear/dev.jsonl --score SCORE --model src/sayso/models/accurate

Each row reads the corpus with one thing done differently and prints what the scorer says of it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np
from evals.polnear import readings

from sayso.attributions import attribute as stage
from sayso.attributions import decode as decoding
from sayso.attributions import link as linking
from sayso.attributions.decode import Marked
from sayso.attributions.link import CONTENT, CUE, SOURCE, Linked
from sayso.attributions.tags import OUTSIDE, legal, place_of, role_of
from sayso.schema import Span


def greedy_each(each: Sequence[np.ndarray], moves: np.ndarray) -> list[np.ndarray]:
    """Read each stretch by ``greedy``."""
    return [greedy(scores) for scores in each]


def greedy(scores: np.ndarray) -> np.ndarray:
    """Take the best tag of each word alone, then mend what spells no span."""
    path = scores.argmax(axis=1)
    roles = [OUTSIDE if t == OUTSIDE else 1 + role_of(int(t)) for t in path]
    starts = [place_of(int(t)) in (0, 3) if t != OUTSIDE else False for t in path]
    out = np.zeros_like(path)
    for word, role in enumerate(roles):
        if role == OUTSIDE:
            continue
        first = word == 0 or roles[word - 1] != role or starts[word]
        last = word + 1 == len(path) or roles[word + 1] != role or starts[word + 1]
        out[word] = 1 + 4 * (role - 1) + (3 if first and last else 0 if first else 2 if last else 1)
    return out


def no_moves(each: Sequence[np.ndarray], moves: np.ndarray) -> list[np.ndarray]:
    """Viterbi over legal sequences, without the learned transition scores."""
    return VITERBI(each, np.where(legal()[0], np.float32(0), decoding.NEVER))


def nearest(spans: Sequence[Marked], links: np.ndarray, words_of: Callable) -> list[Linked]:
    """Link each content to the nearest cue and each cue to the nearest source."""

    def gap(a: Marked, b: Marked) -> int:
        return max(a.first - b.last, b.first - a.last)

    sources, cues, contents = ([s for s in spans if s.role == role] for role in (SOURCE, CUE, CONTENT))
    if not cues:
        return [Linked(None, None, (c,), c.sure) for c in contents]
    chosen = [min(range(len(cues)), key=lambda i: gap(cues[i], c)) for c in contents]
    out = []
    for index, cue in enumerate(cues):
        mine = tuple(c for c, i in zip(contents, chosen, strict=True) if i == index)
        source = min(sources, key=lambda s: gap(s, cue)) if sources else None
        if mine:
            out.append(Linked(source, cue, mine, 1.0))
    return out


def windows(text: str, spans: Sequence[Span]) -> list[Span]:
    """Read paragraphs together, as many as fit."""
    out: list[Span] = []
    for span in SPANS(text, spans):
        if out and span.end - out[-1].start < 1100:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


VITERBI, SPANS = decoding.viterbi_each, stage.stretches


@contextmanager
def nothing():
    """Change nothing."""
    yield


DESIGNS: dict[str, Callable] = {
    "as shipped": nothing,
    "best tag of each word alone (no Viterbi)": lambda: patch.object(decoding, "viterbi_each", greedy_each),
    "Viterbi without the learned transitions": lambda: patch.object(decoding, "viterbi_each", no_moves),
    "nearest-neighbour links": lambda: patch.object(stage, "link", nearest),
    "links that do not look at stops": lambda: patch.object(linking, "STOP_BIAS", {".": 0.0, ",": 0.0}),
    "no quotation-mark rules": lambda: patch.object(
        stage, "run_on", lambda text, paragraphs, drafts, quotations: [d for d in drafts if d.cue]
    ),
    "windows of paragraphs": lambda: patch.object(stage, "stretches", windows),
}


def score(command: Sequence[str], corpus: Path, model: Path) -> str:
    """Read the corpus and give the scorer's lines as one table row."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for row in readings(corpus, model):
            file.write(json.dumps(row) + "\n")
        file.flush()
        done = subprocess.run([*command, str(corpus), file.name], capture_output=True, text=True, check=True)
    lines = {line[:22].strip(): line.split() for line in done.stdout.splitlines()}
    roles = [lines[f"exact {role}"][-1] for role in ("source", "cue", "content")]
    mean = next(line.split()[-1] for line in done.stdout.splitlines() if line.startswith("mean"))
    return " | ".join([*roles, mean, lines["linked attribution"][-1]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--score", type=Path, required=True, help="the scorer: SCORE spans GOLD PRED")
    parser.add_argument("--model", type=Path, action="append", required=True, help="model folder; may be given again")
    parser.add_argument("--only", help="one design, by the start of its name")
    options = parser.parse_args()
    command = [sys.executable, str(options.score), "spans"]
    print("| model | design | source | cue | content | mean exact F1 | linked F1 |\n|---|---|---|---|---|---|---|")
    for index, model in enumerate(options.model):
        for name, design in DESIGNS.items():
            # Other models are measured as shipped only.
            if (index and name != "as shipped") or not name.startswith(options.only or ""):
                continue
            with design():
                print(f"| {model.name} | {name} | {score(command, options.corpus, model)} |", flush=True)


if __name__ == "__main__":
    main()
