"""How much each word of news tells: rare ones more. What two statements share is weighed by it.

    python -m training.word_weights --texts runs/meaning/texts.json --out src/sayso/models/meaning/words.json

Words that few texts have are left out, and weigh the most.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from pathlib import Path

from sayso.claims.words import key_words

LEAST = 12
"""Texts that a listed word is in at least."""


def weights_of(texts: list[str]) -> dict[str, float]:
    """Give, by stem, ln(texts / texts with it), with 1 at the weight of words in a thousandth of all texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(key_words(text)))
    unit = math.log(1000)
    found = {stem: math.log(len(texts) / count) / unit for stem, count in counts.items() if count >= LEAST}
    return {stem: round(weight, 2) for stem, weight in sorted(found.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True, help="a JSON list")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    weights = weights_of(json.loads(options.texts.read_text(encoding="utf8")))
    lines = ",\n".join(f"{json.dumps(stem)}:{weight}" for stem, weight in weights.items())
    options.out.write_text("{" + lines + "}\n", encoding="utf8")
    print(len(weights), "words", options.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
