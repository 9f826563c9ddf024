"""How long `sayso who` takes, and what matching a speaker costs, as the corpus grows to a million statements.

    python -m benchmarks.who READINGS.jsonl --store million.sqlite --sizes 1000 6000 30000

READINGS holds one reading a line, as ``sayso read articles.jsonl.gz --profile fast --format jsonl`` prints them; larger
corpora are made of it by changing names and days (``perturbed.py``). Articles are held against the rest by their
speakers only.
Times are of the processor on one core, other programs may be running; the names asked for are drawn at random among all
speakers, and, apart, among the thousand that are quoted most. Without ``--sizes`` a corpus that is there is asked.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import measuring
from benchmarks.corpus import readings_in
from benchmarks.perturbed import many

from sayso.store import indexes
from sayso.store.adding import Incoming
from sayso.store.said import Asked, said
from sayso.store.store import Store
from sayso.store.who import find, most_quoted

ASKED = 200
"""Names that are asked for."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path, nargs="?")
    parser.add_argument("--store", required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=[])
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    measuring.pin([options.core])
    indexes._MATCHERS = ("match_speakers",)
    print(measuring.machine(), flush=True)
    with Store.open(options.store) as store:
        if options.sizes:
            grow(store, options.readings, sorted(options.sizes))
        ask(store)


def grow(store: Store, readings: Path, sizes: Sequence[int]) -> None:
    """Bring the corpus to each size and print what the last articles before it cost."""
    articles = many(readings_in(readings), sizes[-1])
    done = 0
    for size in sizes:
        while done < size:
            batch = [Incoming(next(articles)) for _ in range(min(500, size - done))]
            start = time.process_time()
            for _ in store.add_many(batch):
                pass
            added = time.process_time() - start
            start = time.process_time()
            store.match()
            matched = time.process_time() - start
            done += len(batch)
        print(
            f"{size:>7,} articles: adding {added / len(batch) * 1000:.1f} ms, "
            f"matching speakers {matched / len(batch) * 1000:.1f} ms an article",
            flush=True,
        )


def ask(store: Store) -> None:
    """Print how long answers take."""
    with store.reading_connection() as connection:
        count = connection.exec_driver_sql("SELECT COUNT(*) FROM statement").scalar()
        every = [row[0] for row in connection.exec_driver_sql("SELECT name FROM identity")]
    print(f"{count:,} statements, {len(every):,} speakers")
    chance = random.Random(1)
    frequent = [one.name for one in most_quoted(store, 1000)]
    for which, names in (("any speaker", every), ("the thousand quoted most", frequent)):
        drawn = chance.sample(names, min(ASKED, len(names)))
        _print(which + ": find", [_timed(lambda name=name: find(store, name)) for name in drawn])
        _print(which + ": who", [_timed(lambda name=name: said(store, find(store, name)[0])) for name in drawn])
        last = [name.split()[-1] for name in drawn if len(name.split()) == 2]
        _print(which + ": who, last name", [_timed(lambda name=name: _first(store, name)) for name in last])
    some = chance.sample(frequent, min(30, len(frequent)))
    about = Asked(about="the cost of the new bridge")
    _print("on a subject", [_timed(lambda name=name: said(store, find(store, name)[0], about)) for name in some])
    _print("most quoted", [_timed(lambda: most_quoted(store, 20)) for _ in range(5)])


def _first(store: Store, name: str) -> None:
    from sayso.errors import NotFound

    try:
        said(store, find(store, name)[0])
    except NotFound:
        return


def _timed(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return 1000 * (time.process_time() - start)


def _print(what: str, times: Sequence[float]) -> None:
    if times:
        ninth = sorted(times)[int(len(times) * 0.9)]
        print(
            f"{what:42} median {statistics.median(times):7.1f} ms   nine in ten {ninth:7.1f}   most {max(times):7.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
