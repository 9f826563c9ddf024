"""Measure Sayso on the sample pages and, with a corpus at hand, on PolNeAR's development articles.

    python -m evals.measure                     three tables, one row a page
    python -m evals.measure --profile fast      read by the fast tagger; else by the accurate one
    python -m evals.measure --as-is             the labelled texts are read, not the pages: no facts, no headlines
    python -m evals.measure --corpus DATA       with PolNeAR too (DATA/polnear/dev.jsonl and DATA/speakers/dev.jsonl,
                                                or the folder in SAYSO_DATA)
    python -m evals.measure --pin               write what was measured, less a slack, as the profile's floors
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
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import sayso
from evals.chains import count_chains
from evals.echoes import count_echoes, count_headline
from evals.labels import EVALS, Sample, samples
from evals.scoring import (
    MEASURES,
    TELLER_MEASURES,
    TRACE_MEASURES,
    Count,
    Marked,
    Scores,
    WordIndex,
    aligned,
    marked,
    pair_all,
    score,
)
from evals.speakers import count_speakers
from evals.told import told, told_in_corpus
from evals.unsourced import count_unsourced
from sayso.config import PROFILES, Profile

FLOORS = EVALS / "floors.json"
FACTS = ("title", "author", "published", "section", "publisher", "url", "language")
SLACK_PAGE = 10.0  # one attribution of a short page is worth some five points
SLACK_ALL = 2.0  # int8 sums differ a little from one kind of processor to another
CORPUS = "polnear-dev"
CORPUS_SPEAKERS = "speakers-dev"
ARTICLES_FILE = Path("polnear", "dev.jsonl")
SPEAKERS_FILE = Path("speakers", "dev.jsonl")
TABLES = (MEASURES, TELLER_MEASURES, TRACE_MEASURES)
EMPTY: dict[str, Any] = {"article": {"text": ""}, "attributions": [], "speakers": []}


def measure_sample(sample: Sample, profile: Profile = "accurate", *, as_is: bool = False) -> Scores:
    """Read one sample page and score it; a page that is refused scores as one with nothing found.

    :param as_is: read the labelled text instead of the page.
    """
    read = partial(sayso.attribute, sample.text) if as_is else partial(sayso.read, sample.page)
    result = read(profile=profile)
    return score_reading(sample, EMPTY if isinstance(result, sayso.Rejected) else result.to_dict(), as_is=as_is)


def score_reading(sample: Sample, reading: Mapping[str, Any], *, as_is: bool = False) -> Scores:
    """Score the JSON form of a reading; the body, the facts and the headline only where a page was read."""
    text, rows, facts = reading["article"]["text"], reading["attributions"], reading["article"]
    index = WordIndex(sample.text)
    numbers = aligned(sample.text, text)
    read = WordIndex(text, numbers)
    wanted, given = marked(sample.attributions, index), marked(rows, read)
    out = score(wanted, given)
    pairs = pair_all(wanted, given)
    _count_tellers(out, sample, wanted, reading, pairs)
    out.counts |= count_echoes(sample.attributions, reading, pairs)
    out.counts |= count_unsourced(sample.unsourced, index, reading.get("unsourced") or (), read)
    if not as_is:
        title = sample.facts["title"] or ""
        out.counts |= count_headline(sample.headline, title, sample.attributions, reading, pairs)
        body = out.counts["body"]
        body.labelled, body.predicted = len(index.tokens), len(numbers)
        body.right = sum(number < len(index.tokens) for number in numbers)
        out.counts["facts"].labelled = len(FACTS)
        out.counts["facts"].right = sum(_same(facts.get(fact, ""), sample.facts[fact]) for fact in FACTS)
    return out


def _count_tellers(
    out: Scores, sample: Sample, wanted: list[Marked], reading: Mapping[str, Any], pairs: Mapping[int, int]
) -> None:
    """Count speakers and chains of every statement that must be found."""
    by_id = {row["id"]: row for row in reading["speakers"]}
    rows = {i: reading["attributions"][j] for i, j in pairs.items()}
    tellers = [
        (told(label, sample.speakers), told(rows[i], by_id) if i in rows else None)
        for i, (label, mark) in enumerate(zip(sample.attributions, wanted, strict=True))
        if mark.must and mark.form != "fragment"
    ]
    out.counts |= count_speakers(tellers) | count_chains(tellers)


def _same(found: str | None, wanted: str | None) -> bool:
    """Compare two facts; the same moment may be written with ``Z`` or ``+00:00``."""
    return found == wanted or bool(found and wanted and found.replace("Z", "+00:00") == wanted.replace("Z", "+00:00"))


def measure_samples(profile: Profile = "accurate", *, as_is: bool = False) -> dict[str, Scores]:
    """Score every sample, then all of them together under the name ``all``."""
    out = {sample.name: measure_sample(sample, profile, as_is=as_is) for sample in samples()}
    total = Scores()
    for scores in out.values():
        total.add(scores)
    return out | {"all": total}


def read_corpus(corpus: Path, profile: Profile = "accurate") -> dict[str, dict[str, Any]]:
    """Read a folder's PolNeAR articles as they are.

    :return: article id -> the JSON form of its reading.
    """
    rows = json_lines(corpus / ARTICLES_FILE)
    return {row["id"]: sayso.attribute(row["text"], profile=profile).to_dict() for row in rows}


def score_corpus(corpus: Path, readings: Mapping[str, Mapping[str, Any]]) -> dict[str, Scores]:
    """Score readings of PolNeAR articles; tellers where ``speakers/dev.jsonl`` labels them.

    :param readings: article id -> the JSON form of its reading.
    """
    spans, tellers = Scores(), Scores()
    labels = {row["id"]: row["attributions"] for row in json_lines(corpus / SPEAKERS_FILE)}
    for row in json_lines(corpus / ARTICLES_FILE):
        index = WordIndex(row["text"])
        reading = readings[row["id"]]
        wanted, given = marked(row["attributions"], index), marked(reading["attributions"], index)
        counted = score(wanted, given)
        counted.counts["fragments"] = Count()  # PolNeAR labels none
        spans.add(counted)
        if row["id"] in labels:
            tellers.add(_tellers_in_corpus(labels[row["id"]], reading, pair_all(wanted, given)))
    return {CORPUS: spans, CORPUS_SPEAKERS: tellers}


def _tellers_in_corpus(
    labels: Sequence[Mapping[str, Any]], reading: Mapping[str, Any], pairs: Mapping[int, int]
) -> Scores:
    out = Scores()
    by_id = {row["id"]: row for row in reading["speakers"]}
    rows = {i: reading["attributions"][j] for i, j in pairs.items()}
    tellers = [
        (told_in_corpus(label), told(rows[label["i"]], by_id) if label["i"] in rows else None) for label in labels
    ]
    found = [(wanted, given) for wanted, given in tellers if given is not None]
    out.counts |= count_speakers(tellers) | count_chains(tellers, one_channel=True)
    out.counts["knows"] = Count()  # not labelled there
    out.counts["act"] = Count(len(found), len(found), sum(wanted.act == given.act for wanted, given in found))
    return out


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file with a JSON object a line."""
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def digest_of(path: Path) -> str:
    """Give a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def corpus_in(folder: str | None) -> Path | None:
    """Give a data folder that has PolNeAR's development articles and their speakers; ``None`` where there is none."""
    path = Path(folder) if folder else None
    return path if path and (path / ARTICLES_FILE).is_file() and (path / SPEAKERS_FILE).is_file() else None


def corpus_digests(corpus: Path) -> dict[str, str]:
    """Give the digest of each file that floors are pinned for."""
    return {CORPUS: digest_of(corpus / ARTICLES_FILE), CORPUS_SPEAKERS: digest_of(corpus / SPEAKERS_FILE)}


def floors() -> dict[str, Any]:
    """Read the pinned floors: for each profile, page, ``all`` and corpus a digest and measure -> least value."""
    return json.loads(FLOORS.read_text(encoding="utf8"))


def pinned(profile: Profile, name: str) -> dict[str, Any]:
    """Give the digest and floors of one text, read by one tagger.

    :raises KeyError: if none were pinned.
    """
    found = floors().get(profile, {})
    if name not in found:
        raise KeyError(f"no floors for {name}: run python -m evals.measure --profile {profile} --pin")
    return found[name]


def figures(scores: Scores) -> dict[str, float]:
    """Give what was measured, in percent, leaving out what the text has none of."""
    values = {name: scores.value(name) for name in scores.counts} | {"mean exact": scores.mean_exact}
    return {name: value for name, value in values.items() if value is not None}


def short(measured: Mapping[str, float], least: Mapping[str, float]) -> list[str]:
    """Say which measures fell below their floors."""
    return [
        f"{name} {measured.get(name, 0.0):.1f} < {floor}"
        for name, floor in least.items()
        if measured.get(name, 0.0) < floor
    ]


def pin(profile: Profile, found: Mapping[str, tuple[str, dict[str, float]]], *, allow_lower: bool) -> list[str]:
    """Write one profile's floors; those of the other, and of texts not measured now, stay.

    :param found: for each name, the digest of what was measured and the figures.
    :return: which floors would fall; nothing is written then, unless ``allow_lower``.
    """
    every = floors()
    old = every.get(profile, {})
    new = dict(old)
    lower = []
    for name, (digest, values) in found.items():
        slack = SLACK_ALL if name in ("all", CORPUS, CORPUS_SPEAKERS) else SLACK_PAGE
        least = {measure: max(0.0, int((value - slack) * 10) / 10) for measure, value in values.items()}
        before = old.get(name, {}).get("floors", {})
        lower += [f"{name}: {m} {before[m]} -> {least.get(m)}" for m in before if least.get(m, 0.0) < before[m]]
        new[name] = {"digest": digest, "floors": least}
    if not lower or allow_lower:
        every[profile] = new
        FLOORS.write_text(json.dumps(every, indent=1, sort_keys=True) + "\n", encoding="utf8")
    return lower


def table(rows: Mapping[str, Scores], measures: Sequence[str]) -> str:
    """Lay figures out, one row a text, leaving out texts that have none of them."""
    width = max(map(len, rows)) + 2
    lines = [" " * width + "".join(f"{name:>{_column(name)}}" for name in measures)]
    for name, scores in rows.items():
        values = [(scores.value(measure), _column(measure)) for measure in measures]
        if any(value is not None for value, _ in values):
            lines.append(f"{name:{width}}" + "".join(f"{_cell(value):>{cell}}" for value, cell in values))
    return "\n".join(lines)


def _column(name: str) -> int:
    return max(len(name) + 2, 8)


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def precisions(name: str, scores: Scores) -> str:
    """Give precision, recall and F1 of what is counted by all three."""
    counts = {measure: scores.counts[measure] for measure in ("hops", "channel", "knows", "headline", "unsourced")}
    return f"{name}, P R F1: " + ", ".join(
        f"{measure} {_cell(count.precision)} {_cell(count.share)} {_cell(count.f1)}"
        for measure, count in counts.items()
        if count.f1 is not None
    )


def main() -> int:
    """Print the table; pin the floors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", choices=PROFILES, default="accurate", help="which tagger reads")
    parser.add_argument("--as-is", action="store_true", help="read the labelled texts instead of the pages")
    parser.add_argument("--corpus", default=os.environ.get("SAYSO_DATA"), help="folder of PolNeAR")
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: let floors fall")
    options = parser.parse_args()
    if options.pin and options.as_is:
        parser.error("--pin and --as-is: floors are for pages as they are")
    digests = {sample.name: sample.digest for sample in samples()}
    digests["all"] = hashlib.sha256("".join(digests.values()).encode()).hexdigest()[:16]
    rows = measure_samples(options.profile, as_is=options.as_is)
    corpus = corpus_in(options.corpus)
    if corpus:
        rows |= score_corpus(corpus, read_corpus(corpus, options.profile))
        digests |= corpus_digests(corpus)
    print("\n\n".join(table(rows, measures) for measures in TABLES), end="\n\n")
    for name in ("all", CORPUS_SPEAKERS):
        if name in rows:
            print(precisions(name, rows[name]))
    print("mean exact F1: " + ", ".join(f"{n} {rows[n].mean_exact or 0:.1f}" for n in ("all", CORPUS) if n in rows))
    if options.pin:
        found = {name: (digests[name], figures(scores)) for name, scores in rows.items()}
        lower = pin(options.profile, found, allow_lower=options.allow_lower)
        for line in lower:
            print(line, file=sys.stderr)
        if lower and not options.allow_lower:
            print("floors would fall; --allow-lower lets them", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
