"""Measure the comparison of statements on labelled pairs: the same, related, different or conflicting.

    python -m evals.claims --data DATA                      the design half
    python -m evals.claims --data DATA --half held-out      the other half; nothing may be tuned on it
    python -m evals.claims --data DATA --half kept          pairs that the cross-encoder was not taught; harder
    python -m evals.claims --data DATA --readings FILE…     take readings from files instead of reading the articles

``DATA`` holds ``corpus/articles.jsonl.gz`` (or set SAYSO_DATA). The labels are in ``claim_pairs.json``; how they were
made, in ``claim_pairs_guide.md``. As the baseline, one threshold on the cosine of the two vectors, chosen on the
design half, in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

import sayso
from evals.labels import EVALS
from sayso.claims.cross_encoder import Read, shipped, words_of
from sayso.claims.statements import statements_of
from sayso.encode import from_builtins
from sayso.schema import Article, Entry, Reading, Span, Statement
from sayso.schema.matches import Matter, Relation

PAIRS = EVALS / "claim_pairs.json"
MORE = EVALS / "claim_pairs_more.json"
"""For fitting, not for measuring: of articles outside the held-out half. ``relation`` is the first pass's."""
KEPT_SHARE = 0.08
"""Part of the articles whose pairs the cross-encoder is not taught, so that what it says can be weighed on them."""
RELATIONS: tuple[Relation, ...] = ("same", "related", "different", "conflicting")
Half = Literal["design", "held-out", "more"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled pair.

    :param sure: whether both passes agreed without doubt.
    :param texts: of the two articles.
    """

    number: int
    left: Statement
    right: Statement
    relation: Relation
    matters: tuple[Matter, ...]
    passes: tuple[Relation, ...]
    sure: bool
    texts: tuple[str, str]


def rows_of(half: Half) -> list[dict[str, Any]]:
    """Give the labels of one half."""
    rows: list[dict[str, Any]] = json.loads((MORE if half == "more" else PAIRS).read_text(encoding="utf8"))
    return [row for row in rows if row["half"] == half]


def is_kept(pair: Labelled) -> bool:
    """Say whether the cross-encoder was not taught a pair of the half ``more``: if either of its articles is kept."""
    return any(
        int(hashlib.sha256(side.article.encode()).hexdigest()[:8], 16) / 16**8 < KEPT_SHARE
        for side in (pair.left, pair.right)
    )


def labelled(half: Half, data: Path | None, readings: Sequence[Path] = ()) -> list[Labelled]:
    """Give one half's pairs with their statements."""
    rows = rows_of(half)
    wanted = {row[side]["article"] for row in rows for side in ("left", "right")}
    read = from_files(wanted, readings) if readings else read_now(wanted, data)
    found = {id: statements_of(entry_of(reading), reading) for id, reading in read.items()}
    return [
        Labelled(
            row["pair"],
            _statement(row["left"], found, read),
            _statement(row["right"], found, read),
            row["relation"],
            tuple(row["matters"]),
            tuple(row["passes"]),
            row["sure"],
            (read[row["left"]["article"]].article.text, read[row["right"]["article"]].article.text),
        )
        for row in rows
    ]


def from_files(wanted: Iterable[str], files: Sequence[Path]) -> dict[str, Reading]:
    """Take the readings of some articles from files of one reading a line."""
    missing = set(wanted)
    out = {}
    for file in files:
        with file.open(encoding="utf8") as lines:
            for line in lines:
                held = json.loads(line)
                if held["article"]["id"] in missing:
                    missing.discard(held["article"]["id"])
                    out[held["article"]["id"]] = from_builtins(held)
    return out


def read_now(wanted: Iterable[str], data: Path | None) -> dict[str, Reading]:
    """Read some articles of the corpus with the fast profile."""
    if data is None:
        raise SystemExit("expected --data or SAYSO_DATA")
    missing = set(wanted)
    out = {}
    with gzip.open(data / "corpus" / "articles.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            held = json.loads(line)
            if held["id"] in missing:
                article = Article(
                    text=held["text"],
                    paragraphs=sayso.paragraphs.paragraphs_of(held["text"]),
                    title=held.get("title"),
                    publisher=held.get("publisher"),
                    published=held.get("published"),
                    id=held["id"],
                )
                out[held["id"]] = sayso.attribute(article, profile="fast")
    return out


def entry_of(reading: Reading) -> Entry:
    """Give an entry as the corpus would hold it."""
    article = reading.article
    return Entry(
        id=article.id or "",
        page=article.id or "",
        version=1,
        current=True,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        author=article.author,
        section=article.section,
        published=article.published,
        language=article.language,
        added="",
        words=len(article.text.split()),
        profile="fast",
    )


def _statement(
    side: Mapping[str, Any], found: Mapping[str, Sequence[Statement]], read: Mapping[str, Reading]
) -> Statement:
    """Find a labelled statement; one that is read otherwise now is taken by its words alone."""
    content = tuple(Span(*piece) for piece in side["content"])
    for statement in found[side["article"]]:
        if statement.content == content:
            return statement
    reading = read[side["article"]]
    return Statement(
        id=f"{side['article']}#{side['label']}",
        article=side["article"],
        content=content,
        text=reading.text_of(content),
        form="indirect",
        published=reading.article.published,
    )


def similarities(pairs: Sequence[Labelled]) -> list[float]:
    """Give the cosine of each pair's vectors."""
    from sayso.claims import encoder as encoders
    from sayso.claims.encoder import cosines

    encoder = encoders.shipped()
    left, right = (
        encoder.encode([one.text for one in side]) for side in zip(*((p.left, p.right) for p in pairs), strict=True)
    )
    return [float(cosines(a[None], b[None])[0, 0]) for a, b in zip(left, right, strict=True)]


def read_together(pairs: Sequence[Labelled]) -> list[Read]:
    """Give what the cross-encoder says of each pair."""
    words = [[words_of(side, text) for side, text in zip((p.left, p.right), p.texts, strict=True)] for p in pairs]
    return shipped().read([(left, right) for left, right in words])


@dataclass(frozen=True, slots=True)
class Score:
    """How well one relation was told.

    :param precision, recall, f1: in [0, 1].
    :param count: pairs that have the label.
    """

    precision: float
    recall: float
    f1: float
    count: int


def score_of(wanted: Sequence[str], given: Sequence[str], relation: str) -> Score:
    """Score one relation against all others."""
    right = sum(a == b == relation for a, b in zip(wanted, given, strict=True))
    said, count = given.count(relation), wanted.count(relation)
    precision, recall = right / said if said else 0.0, right / count if count else 0.0
    return Score(precision, recall, 2 * right / (said + count) if said + count else 0.0, count)


def average_precision(wanted: Sequence[bool], chances: Sequence[float]) -> float:
    """Give the mean, over the pairs that are wanted, of the precision down to each, the likeliest first."""
    order = sorted(range(len(wanted)), key=lambda index: -chances[index])
    right = np.array([wanted[index] for index in order])
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one half.

    :param scores: by relation.
    :param accuracy: over the four relations.
    :param matters: share of conflicts found whose matters are exactly those labelled.
    :param baseline: of ``same``, by one threshold on the cosine.
    :param passes: of ``same``, the first labelling against the second: how far two readers agree.
    """

    pairs: int
    scores: Mapping[str, Score]
    accuracy: float
    matters: float | None
    baseline: Score
    passes: Score
    confusion: Mapping[tuple[str, str], int]


def measure(pairs: Sequence[Labelled], threshold: float) -> Measured:
    """Compare labelled pairs and score the result.

    :param threshold: of the baseline.
    """
    from sayso.claims.compare import decide, weigh
    from sayso.claims.facts import facts_of

    found = similarities(pairs)
    weighed = [weigh(facts_of(p.left), facts_of(p.right), s) for p, s in zip(pairs, found, strict=True)]
    worth = [index for index, one in enumerate(weighed) if one.worth_reading]
    read = dict(zip(worth, read_together([pairs[index] for index in worth]), strict=True))
    results = [decide(one, read.get(index)) for index, one in enumerate(weighed)]
    wanted, given = [p.relation for p in pairs], [r.relation for r in results]
    twice = [p for p in pairs if len(p.passes) > 1]
    both = [(p, r) for p, r in zip(pairs, results, strict=True) if p.relation == r.relation == "conflicting"]
    return Measured(
        len(pairs),
        {relation: score_of(wanted, given, relation) for relation in RELATIONS},
        sum(a == b for a, b in zip(wanted, given, strict=True)) / len(pairs),
        sum(set(p.matters) == set(r.matters) for p, r in both) / len(both) if both else None,
        score_of(wanted, ["same" if s >= threshold else "" for s in found], "same"),
        score_of([p.passes[-1] for p in twice], [p.passes[0] for p in twice], "same"),
        Counter(zip(wanted, given, strict=True)),
    )


def best_threshold(pairs: Sequence[Labelled]) -> float:
    """Give the cosine from which calling pairs the same has the best F1."""
    found = similarities(pairs)
    wanted = [pair.relation for pair in pairs]
    bounds = np.arange(0.4, 1.0, 0.01)
    scores = [score_of(wanted, ["same" if s >= bound else "" for s in found], "same").f1 for bound in bounds]
    return float(bounds[int(np.argmax(scores))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ["SAYSO_DATA"]) if "SAYSO_DATA" in os.environ else None
    )
    parser.add_argument("--readings", type=Path, nargs="*", default=[])
    parser.add_argument("--half", choices=("design", "held-out", "kept"), default="design")
    options = parser.parse_args()
    design = labelled("design", options.data, options.readings)
    threshold = best_threshold(design)
    pairs = design
    if options.half == "kept":
        pairs = [pair for pair in labelled("more", options.data, options.readings) if is_kept(pair)]
    elif options.half == "held-out":
        pairs = labelled("held-out", options.data, options.readings)
    measured = measure(pairs, threshold)
    print(f"{options.half}: {measured.pairs} pairs, accuracy {100 * measured.accuracy:.1f}")
    lines = [
        *measured.scores.items(),
        (f"same, cosine >= {threshold:.2f}", measured.baseline),
        ("same, reader 1 by 2", measured.passes),
    ]
    print(f"{'':24}{'P':>6}{'R':>6}{'F1':>6}{'n':>6}")
    for name, score in lines:
        print(f"{name:24}{100 * score.precision:6.1f}{100 * score.recall:6.1f}{100 * score.f1:6.1f}{score.count:6}")
    if measured.matters is not None:
        print(f"matters of conflicts found: {100 * measured.matters:.0f} % exact")
    alone = average_precision([p.relation == "same" for p in pairs], [read.same for read in read_together(pairs)])
    print(f"average precision of same, by the cross-encoder alone: {100 * alone:.1f}")
    print("labelled -> given: " + ", ".join(f"{a} -> {b} {n}" for (a, b), n in sorted(measured.confusion.items())))


if __name__ == "__main__":
    main()
