"""What one more article costs in copies: sketch, candidates, alignment and rows, at growing sizes of the corpus.

    python -m benchmarks.copies DATA [--sizes 1000 10000 30000] [--measured 500] [--matched 10500] [--store FILE]

The articles of DATA/corpus are put into a SQLite corpus, then again and again with noise: of the words that no two
articles share a run around, two in five are exchanged for words of other articles. What outlets repeat (sign-offs,
background) stays, and gathers more and more articles, as it does in a real corpus; the rest is new. Times are those of
the processor, one core, for the articles that come next after each size; the same text is not held twice.

``--matched`` says up to what size all articles are matched. Those beyond it are only written with their sketches, which
is all that a new article is held against, but for the last ones, which are matched and timed: an hour less for a large
corpus. A run goes on with the articles that its store holds.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.measuring import cores, machine, pin, table
from evals.copies import CORPUS_FILE, Row, reading_of, rows_of

NOISE = 0.4
BATCH = 50
PARTS = {
    "_sketches": "texts and sketches",
    "_standing": "candidates: look-up",
    "_held_against": "candidates: counting",
    "compare": "alignment",
}


def articles(rows: Sequence[Row]) -> Iterator[Row]:
    """Give the corpus, then the corpus with noise, again and again."""
    yield from rows
    words = [row.text.split(" ") for row in rows]
    vocabulary = [word for some in words for word in some[::7]]
    common = _in_common(rows)
    for turn in itertools.count(1):
        rng = random.Random(turn)
        for number, row in enumerate(rows):
            free = common[number]
            new = [
                rng.choice(vocabulary) if free[at] and rng.random() < NOISE else word
                for at, word in enumerate(words[number])
            ]
            yield replace(row, id=f"{row.id}-{turn}", text=" ".join(new))


def _in_common(rows: Sequence[Row]) -> list[list[bool]]:
    """Say of each word, as spaces part them, whether it stands in no run of eight that another article has."""
    runs: Counter[int] = Counter()
    keys = []
    for row in rows:
        words = row.text.lower().split(" ")
        hashed = [hash(tuple(words[i : i + 8])) for i in range(len(words) - 7)]
        keys.append(hashed)
        runs.update(set(hashed))
    out = []
    for row, hashed in zip(rows, keys, strict=True):
        free = [True] * len(row.text.split(" "))
        for at, key in enumerate(hashed):
            if runs[key] > 1:
                free[at : at + 8] = [False] * 8
        out.append(free)
    return out


def clocked(module: Any, seconds: dict[str, float]) -> None:
    """Let parts of the matcher note the processor time that they take, without that of the parts within."""
    inside: list[float] = []

    def wrap(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            inside.append(0.0)
            began = time.process_time()
            try:
                return work(*args, **options)
            finally:
                took = time.process_time() - began
                seconds[name] += took - inside.pop()
                if inside:
                    inside[-1] += took

        return run

    for name in PARTS:
        setattr(module, name, wrap(name, getattr(module, name)))


def fill(store: Any, source: Iterator[Row], held: int, to: int) -> int:
    """Write articles with their sketches and nothing else; give how many are held then."""
    from sqlalchemy import insert

    from sayso.claims.sketch import sketch_of, words_of
    from sayso.store.packed import digest_of_text, pack_reading
    from sayso.store.tables import article, page, shingle

    known: dict[str, int] = {}
    while held < to:
        rows = list(itertools.islice(source, min(500, to - held)))
        pages, articles, runs = [], [], []
        for row in rows:
            held += 1
            hashed = digest_of_text(row.text)
            pages.append({"key": held, "name": row.id})
            facts = {"publisher": row.publisher, "author": row.author, "published": row.published, "language": "en"}
            keys = {"key": held, "id": digest_of_text(row.id + hashed)[:12], "page": held, "version": 1}
            marks = {"current": True, "matched": True, "added": "2026-11-23T00:00:00+00:00", "profile": "none"}
            packed = pack_reading(reading_of(row))
            articles.append({**keys, **facts, **marks, "text_hash": hashed, "words": 0, "reading": packed})
            place = int(keys["id"], 16)
            runs += [{"hash": value, "place": place} for value in sketch_of(words_of(row.text, known))]
        with store.writing() as connection:
            connection.execute(insert(page), pages)
            connection.execute(insert(article), articles)
            connection.execute(insert(shingle), sorted(runs, key=lambda run: run["hash"]))
    return held


def main() -> None:
    pin(cores()[-1:])
    from sqlalchemy import func, select, update

    from sayso.store import match_copies
    from sayso.store.adding import Incoming
    from sayso.store.store import Store
    from sayso.store.tables import article, copy, shingle

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 30_000])
    parser.add_argument("--measured", type=int, default=500, help="articles that are timed at each size")
    parser.add_argument("--matched", type=int, default=1 << 30, help="match all articles up to this size")
    parser.add_argument("--store", type=Path, default=Path("copies-benchmark.sqlite"))
    options = parser.parse_args()
    seconds: dict[str, float] = defaultdict(float)
    clocked(match_copies, seconds)
    source = articles(rows_of(options.data / CORPUS_FILE))
    lines = []
    with Store.open(options.store) as store:
        with store.reading_connection() as connection:
            held = connection.scalar(select(func.count()).select_from(article)) or 0
        for _ in itertools.islice(source, held):
            pass

        def grow(to: int) -> float:
            nonlocal held
            took = 0.0
            while held < to:
                batch = [Incoming(reading_of(row)) for row in itertools.islice(source, min(BATCH, to - held))]
                ids = [one.entry.id for one in store.add_many(batch)]
                held += len(batch)
                began = time.process_time()
                with store.writing() as connection:
                    keys = connection.scalars(select(article.c.key).where(article.c.id.in_(ids))).all()
                    match_copies.match(connection, keys)
                    connection.execute(update(article).where(article.c.key.in_(keys)).values(matched=True))
                took += time.process_time() - began
            return took

        for size in sorted(size for size in options.sizes if size >= held):
            if size > options.matched:
                grow(options.matched)
                held = fill(store, source, held, size)
            grow(size)
            seconds.clear()
            took = grow(size + options.measured)
            with store.reading_connection() as connection:
                runs = connection.scalar(select(func.count()).select_from(shingle)) or 0
                copies = connection.scalar(select(func.count()).select_from(copy)) or 0
            each = 1000 / options.measured
            parts = [seconds[name] * each for name in PARTS]
            lines.append(
                [
                    f"{size:,}",
                    *(f"{part:.1f}" for part in (took * each, *parts, took * each - sum(parts))),
                    f"{runs / held:.0f}",
                    f"{copies / held:.2f}",
                ]
            )
            print(lines[-1], file=sys.stderr, flush=True)
    head = ["articles held", "ms an article", *PARTS.values(), "rows, the rest", "kept runs each", "copies each"]
    print(table(head, lines))
    print(f"\n{machine()}; file {options.store.stat().st_size / held / 1024:.1f} KiB an article")


if __name__ == "__main__":
    main()
