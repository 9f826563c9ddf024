"""Measure Sayso on the sample pages and, with a corpus at hand, on PolNeAR's development articles.

    python -m evals.measure                     the table, one row a page
    python -m evals.measure --as-is             attributions alone: the labelled text is read, not the page
    python -m evals.measure --corpus DATA       with PolNeAR too (DATA/polnear/dev.jsonl, or the folder in SAYSO_DATA)
    python -m evals.measure --pin               write what was measured, less a slack, into floors.json
    python -m evals.measure --pin --allow-lower

The samples are few and ours: they show where Sayso fails on each make of page, and catch a change for the worse. They
are no measure of quality on the web at large.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sayso
from evals.labels import EVALS, Sample, samples
from evals.scoring import MEASURES, Scores, WordIndex, aligned, marked, score

FLOORS = EVALS / "floors.json"
FACTS = ("title", "author", "published", "section", "publisher", "url", "language")
SLACK_PAGE = 10.0  # one attribution of a short page is worth some five points
SLACK_ALL = 2.0  # int8 sums differ a little from one kind of processor to another
CORPUS = "polnear-dev"


def measure_sample(sample: Sample, *, as_is: bool = False) -> Scores:
    """Read one sample page and score it; a page that is refused scores as one with nothing found.

    :param as_is: read the labelled text instead of the page.
    """
    reading = sayso.attribute(sample.text) if as_is else sayso.read(sample.page)
    if isinstance(reading, sayso.Rejected):
        text, rows, facts = "", [], {}
    else:
        data = reading.to_dict()
        text, rows, facts = data["article"]["text"], data["attributions"], data["article"]
    index = WordIndex(sample.text)
    numbers = aligned(sample.text, text)
    out = score(marked(sample.attributions, index), marked(rows, WordIndex(text, numbers)))
    if not as_is:
        body = out.counts["body"]
        body.labelled, body.predicted = len(index.tokens), len(numbers)
        body.right = sum(number < len(index.tokens) for number in numbers)
        out.counts["facts"].labelled = len(FACTS)
        out.counts["facts"].right = sum(_same(facts.get(fact, ""), sample.facts[fact]) for fact in FACTS)
    return out


def _same(found: str | None, wanted: str | None) -> bool:
    """Compare two facts; the same moment may be written with ``Z`` or ``+00:00``."""
    return found == wanted or bool(found and wanted and found.replace("Z", "+00:00") == wanted.replace("Z", "+00:00"))


def measure_samples(*, as_is: bool = False) -> dict[str, Scores]:
    """Score every sample, then all of them together under the name ``all``."""
    out = {sample.name: measure_sample(sample, as_is=as_is) for sample in samples()}
    total = Scores()
    for scores in out.values():
        total.add(scores)
    return out | {"all": total}


def measure_corpus(path: Path) -> Scores:
    """Score a PolNeAR file: a JSON article a line, read as it is."""
    total = Scores()
    with path.open(encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            index = WordIndex(row["text"])
            reading = sayso.attribute(row["text"]).to_dict()
            total.add(score(marked(row["attributions"], index), marked(reading["attributions"], index)))
    return total


def digest_of(path: Path) -> str:
    """Give a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def corpus_file(folder: str | None) -> Path | None:
    """Find PolNeAR's development articles in a data folder; ``None`` where there is none."""
    path = Path(folder) / "polnear" / "dev.jsonl" if folder else None
    return path if path and path.is_file() else None


def floors() -> dict[str, Any]:
    """Read the pinned floors: for each page, for ``all`` and for the corpus a digest and measure -> least value."""
    return json.loads(FLOORS.read_text(encoding="utf8"))


def figures(scores: Scores) -> dict[str, float]:
    """Give what was measured, in percent, leaving out what the text has none of."""
    values = {name: scores.value(name) for name in MEASURES} | {"mean exact": scores.mean_exact}
    return {name: value for name, value in values.items() if value is not None}


def short(measured: Mapping[str, float], least: Mapping[str, float]) -> list[str]:
    """Say which measures fell below their floors."""
    return [
        f"{name} {measured.get(name, 0.0):.1f} < {floor}"
        for name, floor in least.items()
        if measured.get(name, 0.0) < floor
    ]


def pin(found: Mapping[str, tuple[str, dict[str, float]]], *, allow_lower: bool) -> list[str]:
    """Write floors; those of texts not measured now stay.

    :param found: for each name, the digest of what was measured and the figures.
    :return: which floors would fall; nothing is written then, unless ``allow_lower``.
    """
    old = floors()
    new = dict(old)
    lower = []
    for name, (digest, values) in found.items():
        slack = SLACK_ALL if name in ("all", CORPUS) else SLACK_PAGE
        least = {measure: max(0.0, int((value - slack) * 10) / 10) for measure, value in values.items()}
        before = old.get(name, {}).get("floors", {})
        lower += [f"{name}: {m} {before[m]} -> {least.get(m)}" for m in before if least.get(m, 0.0) < before[m]]
        new[name] = {"digest": digest, "floors": least}
    if not lower or allow_lower:
        FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", encoding="utf8")
    return lower


def table(rows: Mapping[str, Scores]) -> str:
    """Lay the figures out, one row a text."""
    width = max(map(len, rows)) + 2
    lines = [" " * width + "".join(f"{name[:9]:>10}" for name in MEASURES)]
    for name, scores in rows.items():
        cells = [scores.value(measure) for measure in MEASURES]
        lines.append(f"{name:{width}}" + "".join(f"{'-' if v is None else f'{v:.1f}':>10}" for v in cells))
    return "\n".join(lines)


def main() -> int:
    """Print the table; pin the floors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--as-is", action="store_true", help="read the labelled texts instead of the pages")
    parser.add_argument("--corpus", default=os.environ.get("SAYSO_DATA"), help="folder that holds polnear/dev.jsonl")
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: let floors fall")
    options = parser.parse_args()
    if options.pin and options.as_is:
        parser.error("--pin and --as-is: floors are for pages as they are")
    digests = {sample.name: sample.digest for sample in samples()}
    digests["all"] = hashlib.sha256("".join(digests.values()).encode()).hexdigest()[:16]
    rows = measure_samples(as_is=options.as_is)
    corpus = corpus_file(options.corpus)
    if corpus:
        rows[CORPUS] = measure_corpus(corpus)
        digests[CORPUS] = digest_of(corpus)
    print(table(rows))
    print("mean exact F1: " + ", ".join(f"{n} {rows[n].mean_exact or 0:.1f}" for n in ("all", CORPUS) if n in rows))
    if options.pin:
        lower = pin(
            {name: (digests[name], figures(scores)) for name, scores in rows.items()}, allow_lower=options.allow_lower
        )
        for line in lower:
            print(line, file=sys.stderr)
        if lower and not options.allow_lower:
            print("floors would fall; --allow-lower lets them", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
