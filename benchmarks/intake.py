"""What it costs to bring articles into a corpus: reading, writing, matching, and looking again at what is there.

    python benchmarks/intake.py articles.jsonl [--match]

Times are of the processor, in one process, so that other work on the machine does not count; the command line adds the
half second that starting takes. Memory is what the process holds after each hundred articles.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from sayso.cli.adding import Intake, Outcome
from sayso.cli.tally import Tally
from sayso.cli.tasks import tasks
from sayso.cli.work import Task
from sayso.config import Settings
from sayso.store.store import Store


def resident_mb() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def go(store: Store, pages: Iterable[Task], *, show: bool) -> tuple[int, float, float]:
    """Add pages; give how many, and the seconds that reading and writing took."""
    outcomes: list[Outcome] = []
    reading_s = writing_s = 0.0
    count = 0
    with Intake(Settings(), str(store.place)).worker() as worker:
        tally = Tally(store, lambda outcome, added: outcomes.append(outcome))
        for page in pages:
            begun = time.process_time()
            outcome = worker.work(page)
            read = time.process_time()
            tally.put(outcome)
            reading_s += read - begun
            writing_s += time.process_time() - read
            count += 1
            outcomes.clear()
            if show and count % 100 == 0:
                print(f"  {count:6,} articles: {resident_mb():6.0f} MB")
        begun = time.process_time()
        tally.flush()
        writing_s += time.process_time() - begun
    return count, reading_s, writing_s


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("--match", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "corpus.sqlite") as store:
        list(go(store, [], show=False))
        for name in ("first", "again"):
            count, reading_s, writing_s = go(store, tasks([str(options.articles)], Settings()), show=name == "first")
            whole_s = reading_s + writing_s
            print(
                f"{name}: {count:,} articles in {whole_s:.1f} s of processor time, {count / whole_s:,.1f} a second: "
                f"reading {1e3 * reading_s / count:.1f} ms, writing {1e3 * writing_s / count:.1f} ms an article"
            )
        assert store.place.path is not None
        size = sum(path.stat().st_size for path in store.place.path.parent.iterdir())
        print(f"store: {size / count / 1e3:.1f} kB an article")
        if options.match:
            begun = time.process_time()
            matched = store.match()
            print(
                f"matching: {1e3 * (time.process_time() - begun) / matched:.1f} ms an article; {resident_mb():.0f} MB"
            )


if __name__ == "__main__":
    main()
