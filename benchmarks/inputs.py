"""What the benchmarks read: the corpora in the data folder where there is one, else the project's own examples.

The data folder holds ``polnear/dev.jsonl`` (PolNeAR 1.0, from its authors: networkdynamics/PolNeAR),
``corpus/articles.jsonl.gz`` (ramybaly/Article-Bias-Prediction, as lines of ``{"id", "text", …}``) and
``pages/html/*.html.gz`` (scrapinghub/article-extraction-benchmark). It is given as an argument or in SAYSO_DATA.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import sayso

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def data_folder(argument: Path | None) -> Path | None:
    """Find the data folder."""
    named = argument or (Path(os.environ["SAYSO_DATA"]) if os.environ.get("SAYSO_DATA") else None)
    if named is not None and not named.is_dir():
        raise SystemExit(f"no such folder: {named}")
    return named


def texts(data: Path | None, articles: int) -> tuple[str, list[str]]:
    """Give what they are called, and texts of reports."""
    if data is not None and (data / "polnear/dev.jsonl").is_file():
        lines = (data / "polnear/dev.jsonl").read_text(encoding="utf8").split("\n")
        return "PolNeAR dev", [json.loads(line)["text"] for line in lines if line][:articles]
    own = [r.article.text for r in map(sayso.read, _examples("*")) if isinstance(r, sayso.Reading)]
    return "the examples, repeated", [own[i % len(own)] for i in range(articles)]


def pages(data: Path | None, number: int) -> tuple[str, list[bytes]]:
    """Give what they are called, and HTML pages."""
    found = sorted((data / "pages/html").glob("*.html.gz")) if data is not None else []
    if found:
        return "the extraction benchmark's pages", [gzip.decompress(path.read_bytes()) for path in found[:number]]
    own = [path.read_bytes() for path in _examples("*.html")]
    return "the example pages, repeated", [own[i % len(own)] for i in range(number)]


def articles(data: Path | None, number: int) -> Iterator[dict[str, str]]:
    """Give ``number`` articles that differ: the corpus, and when it is used up, the same with their paragraphs mixed.

    A real run never reads one text twice, and neither does this: what is kept for each new text would show.
    """
    source = data / "corpus/articles.jsonl.gz" if data is not None else None
    rounds = count()
    given = 0
    while given < number:
        again = next(rounds)
        shuffle = random.Random(again).shuffle
        for text in _corpus(source) if source is not None and source.is_file() else texts(data, 84)[1]:
            if given == number:
                return
            paragraphs = text.split("\n")
            if again:
                shuffle(paragraphs)
                paragraphs.append(f"Notice {given} went up on the board in round {again}, the clerk said.")
            yield {"id": f"{given}", "text": "\n".join(paragraphs)}
            given += 1


def _corpus(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _examples(pattern: str) -> list[Path]:
    return sorted(path for path in EXAMPLES.glob(pattern) if path.is_file())
