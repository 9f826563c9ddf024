"""The whole recipe of a profile in one command: train, export, quantise, calibrate, heads, evaluate.

    python -m training.run accurate --data DATA --out runs
    python -m training.run fast --data DATA --out runs

DATA holds three corpora that are not part of this project: polnear/train.jsonl and dev.jsonl (PolNeAR 1.0, to be had
from its authors; one article a line: {"id", "text", "attributions": [{"source": [[start, end]], "cue": …, "content":
…}]}), gum/train.conllu.gz and dev.conllu.gz (GUM 11), corpus/articles.jsonl.gz (any news, one {"text": …} a line). A
stopped run goes on where it was: what has been made is not made again. --ship puts the result into the package.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from training.encoders import minilm_folder, mpnet_folder

SHIPPED = Path("src/sayso/models")


def run(*command: str | Path, makes: Path | None = None) -> None:
    """Run a module of the recipe, unless what it makes is there."""
    if makes is not None and makes.exists():
        print(f"{makes} is there", flush=True)
        return
    print("+ python -m", *command, flush=True)
    subprocess.run([sys.executable, "-m", *map(str, command)], check=True)


def trained(options: argparse.Namespace, name: str, epochs: int, *more: str | Path) -> Path:
    """Train, and give the weights after the last epoch."""
    out = options.out / name
    weights = out / f"epoch{epochs}.pt"
    few = ["--articles", str(options.articles)] if options.articles else []
    common = ("--polnear", options.data / "polnear", "--out", out, "--epochs", str(epochs))
    run("training.train", *common, "--threads", str(options.threads), *more, *few, makes=weights)
    return weights


def vocabulary(options: argparse.Namespace, name: str, encoder: Path) -> Path:
    """Find the word pieces that news really uses."""
    out = options.out / name
    texts = (options.data / "corpus/articles.jsonl.gz", options.data / "polnear/train.jsonl")
    tokenizer = encoder / "tokenizer.json"
    command = ("training.vocabulary", *texts, "--tokenizer", tokenizer, "--least", "8", "--out", out)
    run(*command, makes=out / "kept.json")
    return out


def accurate(options: argparse.Namespace) -> Path:
    """MPNet's first five layers on PolNeAR."""
    encoder = mpnet_folder(options.out / "mpnet")
    kept = vocabulary(options, "mpnet-vocabulary", encoder)
    size = ("--encoder", encoder, "--layers", "5", "--vocabulary", kept)
    return trained(options, "accurate", 3, *size, "--rate", "8e-5")


def fast(options: argparse.Namespace) -> Path:
    """Two thin layers that learn from a six-layer teacher, then from PolNeAR alone."""
    teacher = trained(options, "teacher", 6)
    folder, soft = options.out / "teacher" / "model", options.out / "soft"
    run("training.export", "--weights", teacher, "--out", folder, "--name", "teacher", makes=folder / "card.json")
    articles = options.data / "corpus/articles.jsonl.gz"
    run("training.soften", "--articles", articles, "--model", folder, "--out", soft)
    kept = vocabulary(options, "minilm-vocabulary", minilm_folder())
    size = ("--start", teacher, "--shorten", "--layers", "2", "--inner", "512", "--vocabulary", kept)
    student = trained(options, "student", 1, *size, "--soft", soft, "--rate", "5e-4", "--batch", "3072")
    return trained(options, "fast", 3, "--start", student, "--rate", "2e-4", "--batch", "2048")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", choices=("accurate", "fast"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("runs"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="train on the first N articles only, to try the recipe out")
    parser.add_argument("--version", default="1")
    parser.add_argument("--score", type=Path, help="a scorer to run as SCORE spans GOLD PRED")
    parser.add_argument("--ship", action="store_true", help=f"write the model into {SHIPPED}")
    options = parser.parse_args()
    weights = {"accurate": accurate, "fast": fast}[options.profile](options)
    model = SHIPPED / options.profile if options.ship else options.out / options.profile / "model"
    name = ("--name", f"sayso-{options.profile}", "--version", options.version)
    run("training.export", "--weights", weights, "--out", model, *name)
    dev = options.data / "polnear/dev.jsonl"
    run("training.calibrate", dev, "--model", model, "--write")
    if options.profile == "accurate":  # the fast one is a tenth faster without them, and names speakers as well
        run("training.heads", "--gum", options.data / "gum", "--model", model)
    readings = options.out / options.profile / "dev.readings.jsonl"
    with readings.open("w", encoding="utf8") as out:
        command = [sys.executable, "-m", "evals.polnear", str(dev), "--model", str(model)]
        subprocess.run(command, check=True, stdout=out)
    if options.score:
        subprocess.run([sys.executable, str(options.score), "spans", str(dev), str(readings)], check=True)


if __name__ == "__main__":
    main()
