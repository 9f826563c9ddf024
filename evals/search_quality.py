"""Measure what ``sayso search`` finds, on queries whose answers were graded by reading.

    python -m evals.search_quality --data DATA                      the design half
    python -m evals.search_quality --data DATA --half held-out      the other half; nothing may be tuned on it
    python -m evals.search_quality --store corpus.sqlite            keep the corpus that is searched, or use it again
    python -m evals.search_quality --readings FILE…                 take readings from files instead of reading

``DATA`` holds ``corpus/articles.jsonl.gz`` (or set SAYSO_DATA). The corpus that is searched are its ``ARTICLES``
articles whose hashed ids come first. Queries and grades are in ``search_queries.json``; how they were made, in
``search_queries_guide.md``. Four systems answer in the same run: all words (what the index of words gives), any word
(the same, if one word is enough), meaning (the nearest vectors), and ``sayso search``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from sqlalchemy import text

from evals.claims import from_files, read_now
from evals.labels import EVALS
from sayso.schema import Filters, Reading, Span, Statement
from sayso.store import filtering, near
from sayso.store.adding import Incoming
from sayso.store.query import parse
from sayso.store.rows import statements_by_key
from sayso.store.search import search
from sayso.store.store import Store

FILE = EVALS / "search_queries.json"
ARTICLES = 1000
DEPTH = 10
PRECISION_DEPTH = 5
_SHARED_MIN = 0.5
Half = Literal["design", "held-out"]
System = Callable[[Store, str, Filters], list[Statement]]


@dataclass(frozen=True, slots=True)
class Graded:
    """What reading said of one statement.

    :param grade: 2 answers the query, 1 is on the matter, 0 neither.
    :param again: what a second reading said, where there was one.
    """

    article: str
    content: tuple[Span, ...]
    grade: int
    again: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its grades."""

    number: int
    sort: str
    words: str
    filters: Filters
    half: Half
    graded: tuple[Graded, ...]

    def grade_of(self, article: str, statement: Statement) -> int | None:
        """Give a statement's grade; that of the one it shares most with, if it is read otherwise now.

        :param article: its article's id in DATA.
        """
        best, grade = _SHARED_MIN, None
        for one in self.graded:
            if one.article == article:
                shared = _shared(one.content, statement.content)
                if shared > best:
                    best, grade = shared, one.grade
        return grade


def _shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Say which share of the code points of either stands in both."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    either = sum(a.end - a.start for a in left) + sum(b.end - b.start for b in right) - both
    return both / either if either else 0.0


def queries() -> list[Asked]:
    """Give all queries with their grades."""
    held = json.loads(FILE.read_text(encoding="utf8"))
    grades: defaultdict[int, list[Graded]] = defaultdict(list)
    for query, article, content, grade, again in held["grades"]:
        grades[query].append(Graded(article, tuple(Span(*piece) for piece in content), grade, again))
    return [
        Asked(
            row["query"], row["sort"], row["words"], Filters(**row["filters"]), row["half"],
            tuple(grades[row["query"]]),
        )
        for row in held["queries"]
    ]  # fmt: skip


def article_ids(data: Path, count: int = ARTICLES) -> list[str]:
    """Give the ids of the articles that are searched."""
    with gzip.open(data / "corpus" / "articles.jsonl.gz", "rt", encoding="utf8") as lines:
        ids = [json.loads(line)["id"] for line in lines]
    return sorted(ids, key=lambda id: hashlib.sha256(f"search {id}".encode()).hexdigest())[:count]


def fill(store: Store, read: Mapping[str, Reading], ids: Sequence[str]) -> None:
    """Add articles; their addresses tell which is which. ``Store.match`` has to follow."""
    for _ in store.add_many(Incoming(_at_address(read[id], id)) for id in ids):
        pass


def _at_address(reading: Reading, id: str) -> Reading:
    return replace(reading, article=replace(reading.article, url=f"https://{id}.invalid/"))


def _ids_in_data(store: Store) -> dict[str, str]:
    """Give, by the id that the corpus gave an article, the one that it has in DATA."""
    return {entry.id: (urlsplit(entry.url or "").hostname or "").removesuffix(".invalid") for entry in store.entries()}


def all_words(store: Store, words: str, filters: Filters) -> list[Statement]:
    """Give what holds all the words, by BM25."""
    return _by_words(store, words, filters, " AND ")


def any_word(store: Store, words: str, filters: Filters) -> list[Statement]:
    """Give what holds one of the words, by BM25, which counts rare words more."""
    return _by_words(store, words, filters, " OR ")


def _by_words(store: Store, words: str, filters: Filters, between: str) -> list[Statement]:
    query = parse(words)
    runs = [" OR ".join('"' + " ".join(term.words) + '"' for term in group) for group in query.groups]
    wanted = "{text speaker} : (" + between.join(f"({run})" for run in runs) + ")"
    if query.without:
        wanted = f"({wanted}) NOT (" + " OR ".join('"' + " ".join(term.words) + '"' for term in query.without) + ")"
    command = text(
        "SELECT rowid FROM statement_text WHERE statement_text MATCH :wanted"
        " ORDER BY bm25(statement_text, 1.0, 1.0, 0.0), rowid"
    )
    with store.reading_connection() as connection:
        narrowed = filtering.narrow(connection, filters)
        narrowed = replace(narrowed, conditions=(*narrowed.conditions, *filtering.exactly(filters)))
        keys = list(connection.scalars(command, {"wanted": wanted}))
        passing = filtering.passing(connection, keys, narrowed)
        keys = [key for key in keys if key in passing][:DEPTH]
        held = statements_by_key(connection, keys)
        return [held[key] for key in keys]


def meaning(store: Store, words: str, filters: Filters) -> list[Statement]:
    """Give what is nearest in meaning, of all that passes the filters."""
    with store.reading_connection() as connection:
        vector = near.vector_of_words(parse(words).text)
        if vector is None:
            return []
        narrowed = filtering.narrow(connection, filters)
        narrowed = replace(narrowed, conditions=(*narrowed.conditions, *filtering.exactly(filters)))
        every = list(connection.exec_driver_sql("SELECT statement FROM meaning").scalars())
        keys = list(filtering.passing(connection, every, narrowed) if not filters.empty else every)
        keys = [one.key for one in near.near_among(connection, vector, keys, DEPTH)]
        held = statements_by_key(connection, keys)
        return [held[key] for key in keys]


def sayso_search(store: Store, words: str, filters: Filters) -> list[Statement]:
    """Give what ``sayso search`` does."""
    return [hit.statement for hit in search(store, words, filters=filters, limit=DEPTH).hits]


SYSTEMS: Mapping[str, System] = {
    "all words": all_words,
    "any word": any_word,
    "meaning": meaning,
    "sayso search": sayso_search,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """How well one system answers some queries: means over them, in [0, 1].

    :param ndcg: discounted gain of the first ten (2 counts 3, 1 counts 1), as a share of the best that is known.
    :param precision: share of the first five that have a grade of 1 or 2; a place that is left empty counts 0.
    :param reciprocal: one over the rank of the first 2, or 0 where none of the first ten is.
    :param graded: share of what was found that somebody has graded; what nobody has counts 0 above.
    """

    ndcg: float
    precision: float
    reciprocal: float
    graded: float


def measure(store: Store, asked: Sequence[Asked], system: System) -> dict[int, Measured]:
    """Put queries to a system."""
    ids = _ids_in_data(store)
    found = {}
    for one in asked:
        statements = system(store, one.words, one.filters)[:DEPTH]
        grades = [one.grade_of(ids[statement.article], statement) for statement in statements]
        found[one.number] = _measured(grades, [graded.grade for graded in one.graded])
    return found


def _measured(found: Sequence[int | None], every: Sequence[int]) -> Measured:
    grades = [grade or 0 for grade in found]
    best = _gain(sorted(every, reverse=True)[:DEPTH])
    first = next((rank for rank, grade in enumerate(grades, 1) if grade == 2), None)
    return Measured(
        _gain(grades) / best if best else 0.0,
        sum(grade > 0 for grade in grades[:PRECISION_DEPTH]) / PRECISION_DEPTH,
        1 / first if first else 0.0,
        sum(grade is not None for grade in found) / len(found) if found else 1.0,
    )


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


def mean(measured: Sequence[Measured]) -> Measured:
    """Give the mean over queries."""
    return Measured(
        *(
            sum(getattr(one, name) for one in measured) / len(measured)
            for name in ("ndcg", "precision", "reciprocal", "graded")
        )
    )


def agreement(asked: Sequence[Asked]) -> tuple[int, float, float]:
    """Say how two readings agree: how many were read twice, the share that got one grade, and Cohen's kappa."""
    pairs = [(one.grade, one.again) for query in asked for one in query.graded if one.again is not None]
    same = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[grade] * second[grade] for grade in first) / len(pairs) ** 2
    return len(pairs), same, (same - chance) / (1 - chance)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ["SAYSO_DATA"]) if "SAYSO_DATA" in os.environ else None
    )
    parser.add_argument("--readings", type=Path, nargs="*", default=[])
    parser.add_argument("--store", type=Path)
    parser.add_argument("--half", choices=("design", "held-out"), default="design")
    parser.add_argument("--queries", action="store_true", help="a row for each query too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.store or Path(folder) / "corpus.sqlite"
        new = not place.exists()
        with Store.open(place) as store:
            if new:
                if options.data is None:
                    raise SystemExit("expected --data or SAYSO_DATA")
                ids = article_ids(options.data)
                fill(store, from_files(ids, options.readings) if options.readings else read_now(ids, options.data), ids)
                store.match()
            report(store, options.half, rows=options.queries)


def report(store: Store, half: Half, *, rows: bool) -> None:
    """Print how every system does."""
    every = queries()
    asked = [one for one in every if one.half == half]
    grades = Counter(graded.grade for one in asked for graded in one.graded)
    print(f"{half}: {len(asked)} queries, {sum(grades.values()):,} grades {dict(sorted(grades.items()))}")
    twice, same, kappa = agreement(every)
    print(f"both halves: {twice} graded twice, {same:.1%} alike, kappa {kappa:.2f}")
    found = {name: measure(store, asked, system) for name, system in SYSTEMS.items()}
    print(f"{'':24}{'nDCG@10':>9}{'P@5':>7}{'RR':>7}{'graded':>8}")
    for name, its in found.items():
        print(_row(name, mean(list(its.values()))))
    if rows:
        for one in asked:
            print(f"{one.number:3} {one.sort:22}" + "".join(f"{its[one.number].ndcg:7.2f}" for its in found.values()))
        by_sort: defaultdict[str, list[int]] = defaultdict(list)
        for one in asked:
            by_sort[one.sort].append(one.number)
        for sort, numbers in by_sort.items():
            means = (mean([its[number] for number in numbers]).ndcg for its in found.values())
            print(f"{sort:22} {len(numbers):3}" + "".join(f"{value:7.2f}" for value in means))


def _row(name: str, one: Measured) -> str:
    return f"{name:24}{one.ndcg:9.3f}{one.precision:7.3f}{one.reciprocal:7.3f}{one.graded:8.2f}"


if __name__ == "__main__":
    main()
