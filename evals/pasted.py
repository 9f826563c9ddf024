"""Measure how well the report is found in pasted pages.

    SAYSO_DATA=/path/to/data python evals/pasted.py [--design] [--pages]

The pages are those of scrapinghub/article-extraction-benchmark (MIT; ``pages/html`` and ``pages/ground-truth.json`` of
the data folder). Each is turned into the text that a browser's copy would give, read by ``article_from_pasted`` and
compared with the true body as that benchmark does: precision and recall over the multiset of 4-word shingles of each
page, averaged over the pages, F1 of the two averages (its ``evaluate.py``, written anew here). Beside it, the same over
single words, where order and neighbours do not count.

The pages are split in two by a hash of their names. The rules and weights were made on the design half; the figures to
report are those of the other half, which is not read when rules are made.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.config import Settings
from sayso.pages.pasted import article_from_pasted
from sayso.pages.reject import LANGUAGE_NAMES
from sayso.schema import Article

_TOKEN = re.compile(r"\w+")
# What a browser does not show, or shows without its being part of a selection.
_HIDDEN = ("script", "style", "noscript", "template", "iframe", "svg", "select", "option", "textarea", "object", "head")


ANY_LANGUAGE = Settings(languages=tuple(LANGUAGE_NAMES))
"""The pages are of many languages; what is measured is whether the report is found, not whether it can be read."""


class Page(NamedTuple):
    """One page of the benchmark, as pasted, with its true body."""

    name: str
    text: str
    body: str
    html: bytes


def in_design_half(name: str) -> bool:
    """Say in which half a page is, by a hash of its name and nothing else."""
    return hashlib.blake2b(name.encode()).digest()[0] % 2 == 0


def as_pasted(html: bytes) -> str:
    """Turn a page into the text that a browser's copy gives.

    Inscriptis lays it out. Tables become plain boxes first, since a browser copies cell after cell, while
    inscriptis would set the cells of a layout table side by side.
    """
    import lxml.html
    from inscriptis import Inscriptis
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.model.config import ParserConfig

    tree = lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in list(tree.iter(*_HIDDEN)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter("table", "tbody", "thead", "tfoot", "tr"):
        element.tag = "div"
    for element in tree.iter("td", "th"):
        element.tag = "span"
        element.tail = "\t" + (element.tail or "")
    return str(Inscriptis(tree, ParserConfig(css=CSS_PROFILES["strict"])).get_text())


def pages(data: Path, *, design: bool) -> Iterator[Page]:
    """Give the pages of one half."""
    truth = json.loads((data / "pages" / "ground-truth.json").read_text("utf-8"))
    for path in sorted((data / "pages" / "html").glob("*.html.gz")):
        name = path.name.split(".")[0]
        if in_design_half(name) == design:
            html = gzip.decompress(path.read_bytes())
            yield Page(name, as_pasted(html), truth[name]["articleBody"], html)


def agreement(true: str, found: str, *, size: int) -> tuple[float, float]:
    """Give precision and recall over the multiset of ``size``-word shingles."""
    wanted, given = shingles(true, size), shingles(found, size)
    if wanted == given:
        return 1.0, 1.0
    both = (wanted & given).total()
    return (both / given.total() if given else 0.0), (both / wanted.total() if wanted else 0.0)


def shingles(text: str, size: int) -> Counter[tuple[str, ...]]:
    """Count the runs of ``size`` words; a text with fewer words is one run."""
    tokens = _TOKEN.findall(text)
    runs = (tuple(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1)))
    return Counter(run for run in runs if run)


class Figures(NamedTuple):
    """Averages over pages, in [0, 1]."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two averages, as the benchmark has it."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def figures(pairs: list[tuple[float, float]]) -> Figures:
    """Average precision and recall over pages."""
    return Figures(sum(p for p, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=os.environ.get("SAYSO_DATA"))
    parser.add_argument("--design", action="store_true", help="the half that rules were made on")
    parser.add_argument("--pages", action="store_true", help="one line for each page too")
    options = parser.parse_args()
    if options.data is None:
        print("needs the data folder: an argument or SAYSO_DATA (see this file's head)", file=sys.stderr)
        return 2
    rows: list[tuple[Page, str, Article | None]] = []
    for page in pages(Path(options.data), design=options.design):
        result = article_from_pasted(page.text, settings=ANY_LANGUAGE)
        article = result if isinstance(result, Article) else None
        rows.append((page, article.text if article else "", article))
        if options.pages:
            p, r = agreement(page.body, rows[-1][1], size=4)
            note = "" if article else f"  {result.reason}: {result.detail}"  # type: ignore[union-attr]
            print(f"{page.name[:12]}  {p:.3f} {r:.3f}{note}")
    english = [row for row in rows if row[2] is None or row[2].language == "en"]
    half = "design" if options.design else "held-out"
    print(f"{half} half: {len(rows)} pages, {sum(a is None for _, _, a in rows)} refused (counted as empty)")
    for label, size in (("4-word shingles", 4), ("single words", 1)):
        found = figures([agreement(page.body, text, size=size) for page, text, _ in rows])
        read = figures([agreement(page.body, text, size=size) for page, text, _ in english])
        whole = figures([agreement(page.body, page.text, size=size) for page, _, _ in rows])
        for name, got in (("all", found), (f"{len(english)} English", read), ("the whole page", whole)):
            print(f"{label:16} {name:15} precision {got.precision:.3f}  recall {got.recall:.3f}  F1 {got.f1:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
