"""Read PolNeAR articles through the public API and write the readings, for scoring.

    python evals/polnear.py DATA/polnear/dev.jsonl > dev.readings.jsonl

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
from sayso.pipeline import attribute


def readings(corpus: Path, model: Traversable | None = None) -> Iterator[dict]:
    """Read each article as it is; each reading carries the article's ``id``."""
    tagger = shipped() if model is None else OnnxTagger(model)
    with corpus.open(encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            reading = attribute(row["text"], tagger=tagger).to_dict()
            yield {"id": row["id"], "attributions": reading["attributions"], "speakers": reading["speakers"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", type=Path, help="another model folder than the shipped one")
    options = parser.parse_args()
    began = time.perf_counter()
    for row in readings(options.corpus, options.model):
        print(json.dumps(row, ensure_ascii=False))
    print(f"{time.perf_counter() - began:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
