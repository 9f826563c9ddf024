"""What adding an article costs, without reading or matching it: time, memory, and bytes by table.

    python benchmarks/adding.py READINGS.jsonl… [--articles N] [--where FILE|URL] [--full] [--bodies]

READINGS are lines of ``sayso read --format jsonl``. Articles are added one by one, each in a transaction of its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import event, text

from sayso import Reading
from sayso.store.adding import Incoming
from sayso.store.checking import check
from sayso.store.store import Store

BATCH = 20


def readings(files: list[Path]) -> Iterator[Reading]:
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield Reading.from_dict(json.loads(line))


def resident_mb() -> float:
    """Give the memory that this process holds now, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def sizes(store: Store) -> list[tuple[str, int]]:
    """Give bytes by table, indexes counted with their table, the largest first."""
    with store.reading_connection() as connection:
        if connection.dialect.name == "sqlite":
            query = (
                "SELECT m.tbl_name, sum(s.pgsize) FROM dbstat AS s JOIN sqlite_master AS m ON m.name = s.name"
                " GROUP BY 1 ORDER BY 2 DESC"
            )
        else:
            query = (
                "SELECT relname, pg_total_relation_size(oid) FROM pg_class"
                " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC"
            )
        return [(name, int(size)) for name, size in connection.execute(text(query))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=6000)
    parser.add_argument("--step", type=int, default=1000, help="articles between two reports")
    parser.add_argument("--where", help="an empty database; a new file if not given")
    parser.add_argument("--full", action="store_true", help="SQLite waits for the disk at every article")
    parser.add_argument("--bodies", action="store_true", help="keep the text as the page's body too")
    parser.add_argument("--many", action="store_true", help="20 articles a transaction, as `add_many` does")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = options.where or str(Path(folder) / "corpus.sqlite")
        with Store.open(where) as store:
            if options.full:
                event.listen(store.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = FULL"))
                store.engine.dispose()
            measure(store, options)


def measure(store: Store, options: argparse.Namespace) -> None:
    done = 0
    took: list[float] = []
    cpu = 0.0
    source = itertools.islice(readings(options.readings), options.articles)
    while batch := list(itertools.islice(source, BATCH)):
        articles = [Incoming(one, one.article.text.encode() if options.bodies else None) for one in batch]
        cpu -= time.process_time()
        if options.many:
            began = time.perf_counter()
            for _ in store.add_many(articles):
                pass
            took += [(time.perf_counter() - began) / len(batch)] * len(batch)
        else:
            for one in articles:
                began = time.perf_counter()
                store.add(one.reading, body=one.body)
                took.append(time.perf_counter() - began)
        cpu += time.process_time()
        done += len(batch)
        if done % options.step == 0:
            print(
                f"{done:6,} articles: {statistics.median(took) * 1e3:.1f} ms at the median,"
                f" {statistics.quantiles(took, n=20)[-1] * 1e3:.1f} ms for 19 of 20, {cpu / len(took) * 1e3:.1f} ms of"
                f" processor; {resident_mb():.0f} MB resident",
                flush=True,
            )
            took, cpu = [], 0.0
    report = check(store)
    print(f"{report.articles:,} articles, {report.statements:,} statements, {len(report.problems)} problems")
    total = 0
    for name, size in sizes(store):
        total += size
        if size / report.articles >= 20:
            print(f"{name:20} {size / report.articles:9,.0f} bytes an article")
    print(f"{'all':20} {total / report.articles:9,.0f} bytes an article, {total / report.statements:,.0f} a statement")


if __name__ == "__main__":
    main()
