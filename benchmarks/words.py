"""How long figures, times, places, negations and doubt take to find in a statement, and wordings to compare.

    python -m benchmarks.words DATA

``DATA`` holds ``corpus/articles.jsonl.gz``. Statements are stood in for by 20,000 of its sentences of 40 to 250
letters.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sayso.claims.certainty import doubts_in
from sayso.claims.dates import dates_in
from sayso.claims.figures import figures_in
from sayso.claims.gazetteer import gazetteer
from sayso.claims.places import places_in
from sayso.claims.polarity import negations_in
from sayso.claims.tokens import tokens_of
from sayso.claims.variants import variant_of
from sayso.schema import Span, Statement

NUMBER = 20_000


def sentences(data: Path) -> list[str]:
    """Give sentences of the corpus."""
    out: list[str] = []
    with gzip.open(data / "corpus" / "articles.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            parts = re.split(r"(?<=[.!?])\s+", json.loads(line)["text"])
            out += [part for part in parts[:20] if 40 <= len(part) <= 250]
            if len(out) >= NUMBER:
                break
    return out[:NUMBER]


def measured(name: str, run: Callable[[Any], object], items: Sequence[Any]) -> float:
    """Print and give the CPU time of one call, in µs."""
    begin = time.process_time()
    for item in items:
        run(item)
    each = (time.process_time() - begin) / len(items) * 1e6
    print(f"{name:12s} {each:7.1f} µs")
    return each


def main(data: str) -> None:
    """Print a table."""
    texts = sentences(Path(data))
    begin = time.process_time()
    gazetteer()
    print(f"gazetteer    {(time.process_time() - begin) * 1e3:7.1f} ms, once")
    total = measured("tokens", tokens_of, texts)
    tokens = list(map(tokens_of, texts))
    total += measured("figures", figures_in, tokens)
    total += measured("dates", lambda one: dates_in(one, "2020-05-01"), tokens)
    total += measured("places", places_in, tokens)
    total += measured("negations", negations_in, tokens)
    total += measured("doubt", doubts_in, tokens)
    print(f"all          {total:7.1f} µs; {sum(map(len, texts)) / len(texts):.0f} letters a sentence")
    statements = [
        Statement(f"{place:012x}#A1", f"{place:012x}", (Span(0, len(text)),), f"“{text}”", "direct")
        for place, text in enumerate(texts[:4000])
    ]
    measured("two wordings", lambda place: variant_of(statements[place], statements[place - 1]), range(4000))
    measured("one cut", lambda one: variant_of(one, _cut(one)), statements)


def _cut(one: Statement) -> Statement:
    words = one.text.split()
    text = " ".join(words[: max(6, len(words) // 2)]) + "”"
    return Statement("f" * 12 + "#A1", "f" * 12, (Span(0, len(text)),), text, "direct")


if __name__ == "__main__":
    main(*sys.argv[1:])
