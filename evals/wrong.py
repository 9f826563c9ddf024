"""List mistakes on the sample pages or on PolNeAR's development articles, one a line, to be grouped by cause.

python -m evals.wrong                          speakers of the sample pages
python -m evals.wrong --what hops              those whose chains differ; or channels, knows
python -m evals.wrong --corpus DATA            of the articles that DATA/speakers/dev.jsonl labels
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sayso
from evals.labels import samples
from evals.measure import ARTICLES_FILE, SPEAKERS_FILE, json_lines
from evals.names import alike
from evals.scoring import WordIndex, aligned, marked, pair_all
from evals.told import Told, told, told_in_corpus

SHOWN_MAX = 60
Row = Mapping[str, Any]
Case = tuple[str, str, Row, Told, Row | None, Mapping[str, Any]]
"""Name and text of the article, the label, its teller, what was read for it, and the whole reading."""


def cases_of_samples() -> Iterator[Case]:
    """Read every sample page; give each statement that must be found."""
    for sample in samples():
        result = sayso.read(sample.page)
        if isinstance(result, sayso.Rejected):
            continue
        reading = result.to_dict()
        text = reading["article"]["text"]
        read = WordIndex(text, aligned(sample.text, text))
        rows = sample.attributions
        found = pair_all(marked(rows, WordIndex(sample.text)), marked(reading["attributions"], read))
        for place, row in enumerate(rows):
            if row["must"] and row["form"] != "fragment":
                given = reading["attributions"][found[place]] if place in found else None
                yield sample.name, sample.text, row, told(row, sample.speakers), given, reading


def cases_of_corpus(corpus: Path) -> Iterator[Case]:
    """Read the labelled development articles; give each labelled statement."""
    labels = {row["id"]: row["attributions"] for row in json_lines(corpus / SPEAKERS_FILE)}
    for row in json_lines(corpus / ARTICLES_FILE):
        reading = sayso.attribute(row["text"]).to_dict() if row["id"] in labels else {}
        index = WordIndex(row["text"])
        found = pair_all(marked(row["attributions"], index), marked(reading.get("attributions", ()), index))
        for label in labels.get(row["id"], ()):
            given = reading["attributions"][found[label["i"]]] if label["i"] in found else None
            yield row["id"], row["text"], row["attributions"][label["i"]], told_in_corpus(label), given, reading


def differs(what: str, wanted: Told, given: Told) -> bool:
    """Say whether one thing was read otherwise than it is labelled."""
    if what == "hops":
        pairs = zip(wanted.via, given.via, strict=False)
        return len(wanted.via) != len(given.via) or not all(alike(a, b) for a, b in pairs)
    if what == "speakers":
        return not alike(wanted.name, given.name)
    field = {"channels": "channels", "kinds": "kind", "knows": "knows"}[what]
    return getattr(wanted, field) != getattr(given, field)


def shown(what: str, teller: Told) -> str:
    """Write what is compared."""
    if what == "hops":
        return " > ".join((*teller.via, teller.name or "nobody"))
    if what == "channels":
        return ", ".join(sorted(teller.channels)) or "none"
    return {"kinds": f"{teller.name}: {teller.kind}", "knows": str(teller.knows)}.get(what, str(teller.name))


def words(text: str, spans: Sequence[Sequence[int]]) -> str:
    """Give the words of spans, cut short."""
    found = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    return found if len(found) <= SHOWN_MAX else found[: SHOWN_MAX - 1] + "…"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--what", choices=("speakers", "hops", "channels", "kinds", "knows"), default="speakers")
    parser.add_argument("--corpus", type=Path, help="folder of PolNeAR")
    options = parser.parse_args()
    for name, text, label, wanted, row, reading in (
        cases_of_corpus(options.corpus) if options.corpus else cases_of_samples()
    ):
        if row is None:
            continue
        given = told(row, {speaker["id"]: speaker for speaker in reading["speakers"]})
        if differs(options.what, wanted, given):
            rule = next((c["rule"] for c in reading.get("choices") or () if c["attribution"] == row["id"]), "no rule")
            parts = [words(text, label[role]) or "-" for role in ("source", "cue", "content")]
            print(
                f"{name[:40]}\t{' | '.join(parts)}\t{shown(options.what, wanted)}\t{shown(options.what, given)}\t{rule}"
            )


if __name__ == "__main__":
    main()
