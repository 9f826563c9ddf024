"""The whole recipe in one command: train, export, quantise, evaluate.

    python -m training.run --polnear DATA/polnear --out runs/tagger

PolNeAR 1.0 (networkdynamics/PolNeAR) is to be had from its authors; DATA/polnear holds it as train.jsonl and dev.jsonl,
one article a line: {"id", "text", "attributions": [{"source": [[start, end]], "cue": …, "content": …}]}. A stopped run
goes on where it was. Add --ship to put the result into the package.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

SHIPPED = Path("src/sayso/models/accurate")


def run(*command: str) -> None:
    print("+ python -m", " ".join(command), flush=True)
    subprocess.run([sys.executable, "-m", *command], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--gum", type=Path, help="GUM as train.conllu.gz and dev.conllu.gz: heads for mentions too")
    parser.add_argument("--out", type=Path, default=Path("runs/tagger"))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--layers", type=int, default=6, help="how many of MiniLM's six layers to use")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="train on the first N articles only, to try the recipe out")
    parser.add_argument("--version", default="1")
    parser.add_argument("--score", type=Path, help="a scorer to run as SCORE spans GOLD PRED")
    parser.add_argument("--ship", action="store_true", help=f"write the model to {SHIPPED}")
    options = parser.parse_args()
    few = ["--articles", str(options.articles)] if options.articles else []
    run(
        "training.train",
        *("--polnear", str(options.polnear), "--out", str(options.out), "--epochs", str(options.epochs)),
        *("--layers", str(options.layers), "--threads", str(options.threads), *few),
    )
    model = SHIPPED if options.ship else options.out / "model"
    weights = options.out / f"epoch{options.epochs}.pt"
    run("training.export", "--weights", str(weights), "--out", str(model), "--version", options.version)
    if options.gum:
        run("training.heads", "--gum", str(options.gum), "--model", str(model))
    dev = str(options.polnear / "dev.jsonl")
    run("training.calibrate", dev, "--model", str(model), "--write")
    readings = options.out / "dev.readings.jsonl"
    with readings.open("w", encoding="utf8") as out:
        command = [sys.executable, "-m", "evals.polnear", dev, "--model", str(model)]
        subprocess.run(command, check=True, stdout=out)
    if options.score:
        subprocess.run([sys.executable, str(options.score), "spans", dev, str(readings)], check=True)


if __name__ == "__main__":
    main()
