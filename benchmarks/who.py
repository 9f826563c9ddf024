"""How long `sayso who` takes with a million statements, and what matching speakers costs as the corpus grows.

    python -m benchmarks.who --store corpus.sqlite --readings READINGS.jsonl --sizes 1000 6000
    python -m benchmarks.who --store corpus.sqlite --repeat 5

READINGS holds one reading a line, as ``sayso read articles.jsonl.gz --profile fast --format jsonl`` prints them; past
their number, names and days are changed (``perturbed.py``). Articles are held against the rest by their speakers only.
``--repeat N`` makes every article of an SQLite corpus stand N times in it, under other ids, by the same speakers: the
worst case for those who are quoted much. Times are of the processor on one core, other programs may be running; the
names asked for are drawn at random among all speakers and, apart, among the thousand that are quoted most.
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
from sayso.store.tables import metadata
from sayso.store.who import find, most_quoted

ASKED = 200
"""Names that are asked for."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--store", required=True)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="+", default=[])
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    measuring.pin([options.core])
    indexes._MATCHERS = ("match_speakers",)
    print(measuring.machine(), flush=True)
    with Store.open(options.store) as store:
        if options.sizes:
            grow(store, options.readings, sorted(options.sizes))
        if options.repeat > 1:
            repeat(store, options.repeat)
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


def repeat(store: Store, times: int) -> None:
    """Let every article, with its speakers, statements and chains, stand so many times in the corpus."""
    moved = {
        "article": {"key": "article", "id": "", "version": "", "same_text_as": ""},
        "teller": {"key": "teller", "article": "article"},
        "statement": {"key": "statement", "article": "article", "teller": "teller"},
        "hop": {"statement": "statement", "teller": "teller"},
    }
    with store.writing() as connection:
        steps = {}
        for name in ("article", "teller", "statement"):
            steps[name] = connection.exec_driver_sql(f"SELECT MAX(key) FROM {name}").scalar() or 0
        for round_ in range(1, times):
            for name, columns in moved.items():
                wanted = []
                for column in (one.name for one in metadata.tables[name].c):
                    if of := columns.get(column):
                        wanted.append(f"{column} + {round_ * steps[of]}")
                    elif column in columns:
                        other = {"id": f"printf('%012x', key * 31 + {round_})", "version": f"version + {1000 * round_}"}
                        wanted.append(other.get(column, "NULL"))
                    else:
                        wanted.append(column)
                first = "statement" if name == "hop" else "key"
                last = steps["statement"] if name == "hop" else steps[name]
                names = ", ".join(one.name for one in metadata.tables[name].c)
                connection.exec_driver_sql(
                    f"INSERT INTO {name} ({names}) SELECT {', '.join(wanted)} FROM {name} WHERE {first} <= {last}"
                )


def ask(store: Store) -> None:
    """Print how long answers take."""
    with store.reading_connection() as connection:
        count = connection.exec_driver_sql("SELECT COUNT(*) FROM statement").scalar()
        every = [
            row[0]
            for row in connection.exec_driver_sql(
                "SELECT DISTINCT i.name FROM identity i JOIN teller t ON t.identity = i.key"
            )
        ]
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
