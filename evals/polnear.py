"""Read PolNeAR articles through the public API and write the readings, for scoring.

    python -m evals.polnear DATA/polnear/dev.jsonl > dev.readings.jsonl
    python -m evals.polnear DATA/polnear/dev.jsonl --profile fast > dev.fast.jsonl

PolNeAR 1.0 is to be had from its authors (networkdynamics/PolNeAR).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from sayso.attributions.tagger import OnnxTagger, shipped
from sayso.config import PROFILES, Profile
from sayso.pipeline import attribute


def readings(corpus: Path, model: Traversable | None = None, *, profile: Profile = "accurate") -> Iterator[dict]:
    """Read each article as it is; each reading carries the article's ``id``.

    :param model: another model folder than the profile's.
    """
    tagger = shipped(profile) if model is None else OnnxTagger(model)
    with corpus.open(encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            reading = attribute(row["text"], tagger=tagger).to_dict()
            yield {"id": row["id"], "attributions": reading["attributions"], "speakers": reading["speakers"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--profile", choices=PROFILES, default="accurate", help="which of the shipped taggers reads")
    which.add_argument("--model", type=Path, help="another model folder than the shipped ones")
    options = parser.parse_args()
    began = time.perf_counter()
    for row in readings(options.corpus, options.model, profile=options.profile):
        print(json.dumps(row, ensure_ascii=False))
    print(f"{time.perf_counter() - began:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
