"""Measure how well the report is found in HTML pages, by Sayso and by the extractors it could build on.

    SAYSO_DATA=/path/to/data python evals/pages.py [--peers | --refused]

The pages are those of scrapinghub/article-extraction-benchmark (github.com/scrapinghub/article-extraction-benchmark,
MIT): ``pages/html/*.html.gz`` and ``pages/ground-truth.json`` of the data folder. A text is compared with the true body
as that benchmark does (its ``evaluate.py``, written anew here): precision and recall over the multiset of 4-word
shingles of each page, averaged over the pages, F1 of the two averages. Beside it the same over single words.

The pages are split in two by a hash of their file names. Sayso's rules were made on the design half only; the other
half is for reporting. ``--peers`` also runs trafilatura's modes and whichever of resiliparse, readability-lxml,
jusText, newspaper4k and goose3 is installed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import os
import re
import statistics
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.config import Settings
from sayso.pages.decode_bytes import decode_page
from sayso.pages.page import article_of
from sayso.schema import Article, Rejected

Extractor = Callable[[str], str]
_TOKEN = re.compile(r"\w+")
# The benchmark has pages in nine languages, and true bodies of 18 words; here it is extraction that is measured.
SETTINGS = Settings(words_min=15, languages=("en", "pt", "it", "id", "ms", "ru", "ja", "de", "es"))
HEADER = """| extractor | design F1 | design P / R | other half F1 | P / R | all F1 | all, words F1 | ms a page |
| --- | --- | --- | --- | --- | --- | --- | --- |"""


class Page(NamedTuple):
    """One page of the benchmark with its true body."""

    name: str
    html: str
    body: str


class Score(NamedTuple):
    """Averages over pages."""

    f1: float
    precision: float
    recall: float


def in_design_half(name: str) -> bool:
    """Say in which half a page is, by a hash of its file name and nothing else."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def load(data: Path) -> list[Page]:
    """Load the pages, sorted by name."""
    truth = json.loads((data / "pages" / "ground-truth.json").read_text())
    pages = []
    for name in sorted(truth):
        html = decode_page(gzip.decompress((data / "pages" / "html" / f"{name}.html.gz").read_bytes()))
        assert isinstance(html, str)
        pages.append(Page(f"{name}.html.gz", html, truth[name]["articleBody"]))
    return pages


def shingles(text: str, n: int) -> Counter[tuple[str, ...]]:
    """Count the runs of ``n`` words; a text shorter than that is one run."""
    words = _TOKEN.findall(text)
    runs = (tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1)))
    return Counter(run for run in runs if run)


def score(pages: Sequence[Page], texts: Sequence[str], n: int) -> Score:
    """Score texts against the true bodies as the benchmark does."""
    precisions, recalls = [], []
    for page, text in zip(pages, texts, strict=True):
        true, found = shingles(page.body, n), shingles(text, n)
        hits = (true & found).total()
        if found:
            precisions.append(hits / found.total())
        if true:
            recalls.append(hits / true.total())
    precision, recall = statistics.mean(precisions or [0.0]), statistics.mean(recalls or [0.0])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(f1, precision, recall)


def sayso_text(html: str) -> str:
    """Give the report as Sayso reads it; a refused page gives an empty text."""
    article = article_of(html, settings=SETTINGS)
    return article.text if isinstance(article, Article) else ""


def peers() -> dict[str, Extractor]:
    """Give the extractors that are installed, by name."""
    import trafilatura

    def trafilatura_with(**options: bool) -> Extractor:
        return lambda html: trafilatura.extract(html, include_comments=False, **options) or ""

    found: dict[str, Extractor] = {
        "trafilatura": trafilatura_with(),
        "trafilatura, precision": trafilatura_with(favor_precision=True),
        "trafilatura, recall": trafilatura_with(favor_recall=True),
        "trafilatura, fast": trafilatura_with(fast=True),
        "trafilatura, fast and precision": trafilatura_with(fast=True, favor_precision=True),
        "trafilatura, no tables": trafilatura_with(include_tables=False),
    }
    try:
        import justext

        words = justext.get_stoplist("English")
        found["jusText (English stop words)"] = lambda html: "\n".join(
            p.text for p in justext.justext(html, words) if not p.is_boilerplate
        )
    except ImportError as error:
        print(f"left out: {error}", file=sys.stderr)
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse"] = lambda html: extract_plain_text(
            html, main_content=True, alt_texts=False, links=False, form_fields=False, comments=False
        )
    except ImportError as error:
        print(f"left out: {error}", file=sys.stderr)
    try:
        import lxml.html
        import readability

        found["readability-lxml"] = lambda html: "\n".join(
            lxml.html.fromstring(readability.Document(html).summary()).itertext()
        )
    except ImportError as error:
        print(f"left out: {error}", file=sys.stderr)
    try:
        import newspaper

        def newspaper_text(html: str) -> str:
            article = newspaper.Article("https://page.example/", fetch_images=False)
            article.download(input_html=html)
            article.parse()
            return str(article.text)

        found["newspaper4k"] = newspaper_text
    except ImportError as error:
        print(f"left out: {error}", file=sys.stderr)
    try:
        import goose3

        found["goose3"] = lambda html: goose3.Goose().extract(raw_html=html).cleaned_text
    except ImportError as error:
        print(f"left out: {error}", file=sys.stderr)
    return found


def row(name: str, pages: Sequence[Page], extract: Extractor) -> str:
    """Run one extractor and give its line of the table."""
    texts: list[str] = []
    times: list[float] = []
    failures = 0
    for page in pages:
        start = time.perf_counter()
        try:
            texts.append(extract(page.html))
        except Exception as error:  # a peer's own fault on one page is that page's score
            if not failures:
                print(f"{name}: {type(error).__name__}: {error}"[:200], file=sys.stderr)
            texts.append("")
            failures += 1
        times.append(time.perf_counter() - start)
    halves = []
    for wanted in (True, False):
        chosen = [i for i, page in enumerate(pages) if in_design_half(page.name) is wanted]
        halves.append(score([pages[i] for i in chosen], [texts[i] for i in chosen], 4))
    total, words = score(pages, texts, 4), score(pages, texts, 1)
    cells = [name + (f" ({failures} failed)" if failures else "")]
    for half in halves:
        cells += [f"{half.f1:.3f}", f"{half.precision:.3f} / {half.recall:.3f}"]
    cells += [f"{total.f1:.3f}", f"{words.f1:.3f}", f"{1000 * statistics.median(times):.0f}"]
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("SAYSO_DATA"), help="default: $SAYSO_DATA")
    parser.add_argument("--peers", action="store_true", help="also the extractors that are installed")
    parser.add_argument(
        "--refused", action="store_true", help="only list what Sayso refuses, with its default settings"
    )
    arguments = parser.parse_args()
    if arguments.data is None or not (arguments.data / "pages" / "ground-truth.json").exists():
        print(
            "skipped: no benchmark pages; give --data or SAYSO_DATA a folder with pages/ made from "
            "scrapinghub/article-extraction-benchmark"
        )
        return 0
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    pages = load(arguments.data)
    if arguments.refused:
        for page in pages:
            article = article_of(page.html, settings=Settings())
            if isinstance(article, Rejected):
                print(page.name[:8], article.reason, "-", article.detail)
        return 0
    sayso_text(pages[0].html)  # imports are no part of a page's time
    print(f"{sum(in_design_half(p.name) for p in pages)} pages in the design half, {len(pages)} in all\n\n{HEADER}")
    for name, extract in {"Sayso": sayso_text, **(peers() if arguments.peers else {})}.items():
        print(row(name, pages, extract), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
