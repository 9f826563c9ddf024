"""What an added article costs as the corpus grows: writing, holding it against the rest by matcher, size of the store.

    python -m benchmarks.corpus READINGS --sizes 1000 10000 100000 --store corpus.sqlite

READINGS holds one reading a line, as ``sayso read articles.jsonl.gz --profile fast --format jsonl`` prints them. Larger
corpora are made of it (``perturbed.py``). Times are of the processor, on one core, since other programs may be running.
With ``--light-from N`` articles after the N-th are filled in without being held against the rest, but with all that the
others are held against (runs of words, vectors, speakers): the growth of the indexes is real, and a night is saved.
With ``--double-from N`` a corpus of that size is doubled inside the database (``doubling.py``). A store that holds
articles already is gone on with.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from benchmarks import measuring
from benchmarks.doubling import double
from benchmarks.perturbed import many

from sayso.schema import Reading

MEASURED = 200
"""Articles that are added and timed at each size."""


def readings_in(path: Path) -> list[Reading]:
    with path.open(encoding="utf8") as lines:
        return [Reading.from_dict(json.loads(line)) for line in lines]


class Clock:
    """Processor seconds by name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, module: ModuleType) -> ModuleType:
        """Let a matcher's time be taken."""
        match = module.match

        def taken(connection: object, articles: Sequence[int]) -> None:
            start = time.process_time()
            match(connection, articles)
            self.seconds[name] += time.process_time() - start

        module.match = taken  # type: ignore[attr-defined]
        return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--light-from", type=int, default=10**9)
    parser.add_argument("--double-from", type=int, default=10**9)
    parser.add_argument("--store", required=True)
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    measuring.pin([options.core])

    from sayso.store import indexes
    from sayso.store.store import Store

    clock = Clock()
    for module in indexes.matchers():
        clock.timed(module.__name__.rpartition("match_")[2], module)
    print(measuring.machine(), flush=True)
    with Store.open(options.store) as store:
        with store.reading_connection() as connection:
            done = connection.exec_driver_sql("SELECT count(*) FROM article").scalar() or 0
        articles = many(readings_in(options.readings), max(options.sizes) + MEASURED * len(options.sizes), done)
        rows = []
        for size in sorted(options.sizes):
            start = time.perf_counter()
            while done >= options.double_from and 2 * done <= size:
                with store.writing() as connection:
                    double(connection, done)
                done *= 2
                print(f"doubled to {done:,}", flush=True)
            fill(store, articles, done, size, options.light_from)
            print(f"filled to {size:,} in {time.perf_counter() - start:,.0f} s", flush=True)
            done = size + MEASURED
            rows.append(measure(store, articles, size, clock))
            print(measuring.table(HEAD, [rows[-1]]), flush=True)
        print(measuring.table(HEAD, rows))


HEAD = (
    "articles",
    "write, ms",
    "copies, ms",
    "speakers, ms",
    "claims, ms",
    "stories, ms",
    "KB an article",
    "peak memory, MB",
)


def measure(store: object, articles: Iterator[Reading], size: int, clock: Clock) -> list[str]:
    """Add and match some articles, batch by batch, and give the costs of one."""
    from sayso.store.adding import Incoming
    from sayso.store.store import Store

    assert isinstance(store, Store)
    clock.seconds.clear()
    start = time.process_time()
    batch = [next(articles) for _ in range(MEASURED)]
    start = time.process_time()
    for _ in store.add_many(Incoming(reading) for reading in batch):
        pass
    written = time.process_time() - start
    store.match()
    with store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar() or 0
        free = connection.exec_driver_sql("PRAGMA freelist_count").scalar() or 0
        size_bytes = connection.exec_driver_sql("PRAGMA page_size").scalar() or 0
    per_article = (pages - free) * size_bytes / (size + MEASURED) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    costs = [written, *(clock.seconds[name] for name in ("copies", "speakers", "claims", "stories"))]
    return [f"{size:,}", *(f"{cost / MEASURED * 1000:.1f}" for cost in costs), f"{per_article:.0f}", f"{peak:,.0f}"]


def fill(store: object, articles: Iterator[Reading], start: int, size: int, light_from: int) -> None:
    """Bring the corpus to a size."""
    from sayso.store.adding import Incoming
    from sayso.store.store import Store

    assert isinstance(store, Store)
    left = size - start
    while left > 0:
        batch = [Incoming(next(articles)) for _ in range(min(left, 500))]
        for _ in store.add_many(batch):
            pass
        if size - left >= light_from:
            light(store)
        else:
            store.match()
        left -= len(batch)
        if left % 1000 < 500:
            print(f"  {size - left:,}", flush=True)


def light(store: object) -> None:
    """Fill in what later articles are held against, for articles that were added; hold them against nothing.

    Vectors are those of other statements with noise, since encoding takes most of the time: as much as lies between the
    vectors of a statement and of the perturbed one (median cosine 0.75; of two perturbed ones 0.57).
    """
    import numpy as np
    from sqlalchemy import func, insert, select, update

    from sayso.claims import cells
    from sayso.claims.cells import place_of
    from sayso.claims.days import day_of
    from sayso.store import match_copies, match_speakers, match_stories
    from sayso.store.match_claims import WORDS_MIN
    from sayso.store.rows import in_batches
    from sayso.store.store import Store
    from sayso.store.tables import article, meaning, shingle, statement

    assert isinstance(store, Store)
    with store.writing() as connection:
        keys = list(connection.scalars(select(article.c.key).where(article.c.matched.is_(False))))
        chance = np.random.default_rng(keys[0])
        some = select(meaning.c.vector).where(meaning.c.statement < 40_000).order_by(func.random()).limit(4000)
        pool = np.frombuffer(b"".join(connection.scalars(some)), dtype=np.int8).reshape(4000, -1)

        def vectors(count: int) -> np.ndarray:
            noise = chance.standard_normal(size=(count, pool.shape[1]), dtype=np.float32) * np.float32(22)
            return np.clip(pool[chance.integers(0, len(pool), count)] + noise, -127, 127).astype(np.int8)

        held = [
            row
            for batch in in_batches(keys)
            for row in connection.execute(
                select(statement.c.key, statement.c.text, article.c.published)
                .join(article, article.c.key == statement.c.article)
                .where(article.c.key.in_(batch), statement.c.form != "fragment")
            )
            if len(row.text.split()) >= WORDS_MIN
        ]
        found = vectors(len(held))
        near = cells.shipped().near(found, 1)[:, 0]
        connection.execute(
            insert(meaning),
            [
                {"statement": row.key, "cell": place_of(int(cell), day_of(row.published)), "vector": one.tobytes()}
                for row, cell, one in zip(held, near, found, strict=True)
            ],
        )
        texts = match_copies._Texts(connection)
        sketches = match_copies._sketches(
            texts, [match_copies._place(id) for id in match_copies._ids(connection, keys)]
        )
        runs = sorted((value, place) for place, hashes in sketches.items() for value in hashes)
        for batch in in_batches(runs, 5000):
            connection.execute(insert(shingle), [{"hash": value, "place": place} for value, place in batch])
        match_speakers.match(connection, keys)
        from sayso.claims import encoder

        encode = encoder.shipped().encode
        encoder.shipped().encode = lambda texts: vectors(len(texts))  # type: ignore[method-assign]
        match_stories._keep(connection, match_stories._held(connection, keys))
        encoder.shipped().encode = encode  # type: ignore[method-assign]
        connection.execute(update(article).where(article.c.key.in_(keys)).values(matched=True))


if __name__ == "__main__":
    main()
