"""Words per second on one core and on two, for texts and for HTML pages, and each stage's share of one core's time.

    python benchmarks/speed.py [DATA] [--articles 84] [--pages 102] [--runs 3]

DATA is the folder of the corpora (else SAYSO_DATA; without either, the examples are read again and again). A word is
what white space parts: of the text, or of the report that was found in the page. Loading the model is not counted.
Times are wall-clock; "processor" is the same run by processor time, which a busy machine disturbs less.
"""

from __future__ import annotations

import argparse
import multiprocessing
import queue
import time
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import sayso
from inputs import data_folder, pages, texts
from measuring import cores, machine, median, pin, table
from sayso.config import PROFILES, Profile
from stages import PAGE, TEXT, clocked


def read_all(kind: str, profile: Profile, items: list[Any]) -> tuple[int, int]:
    """Read each item; give the number of words read and of pages refused."""
    words = refused = 0
    for item in items:
        reading = (sayso.attribute if kind == "text" else sayso.read)(item, profile=profile)
        if isinstance(reading, sayso.Reading):
            words += len(reading.article.text.split())
        else:
            refused += 1
    return words, refused


def worker(kind: str, profile: Profile, items: list[Any], core: int, runs: int, together: Any, results: Any) -> None:
    """Read the items ``runs`` times on one core; every run begins when all workers are ready."""
    pin([core])
    read_all(kind, profile, items[:1])
    out = []
    for _ in range(runs):
        together.wait()
        began, cpu = time.monotonic(), time.process_time()
        words, refused = read_all(kind, profile, items)
        out.append((began, time.monotonic(), time.process_time() - cpu, words, refused))
    results.put(out)


def rates(
    kind: str, profile: Profile, items: list[Any], using: list[int], runs: int
) -> tuple[list[float], list[float], int, int]:
    """Read the items on these cores.

    :return: (words per second of each run, the same by processor time and core, words, refused).
    """
    context = multiprocessing.get_context("spawn")
    together, results = context.Barrier(len(using)), context.Queue()
    # Dealt out by size, so that the cores have about the same to do.
    dealt = sorted(items, key=len)
    shares = [dealt[i :: len(using)] for i in range(len(using))]
    workers = [
        context.Process(target=worker, args=(kind, profile, share, core, runs, together, results))
        for share, core in zip(shares, using, strict=True)
    ]
    for process in workers:
        process.start()
    outs: list[Any] = []
    while len(outs) < len(workers):
        try:
            outs.append(results.get(timeout=1))
        except queue.Empty:
            if any(process.exitcode for process in workers):
                for process in workers:
                    process.terminate()
                raise SystemExit("a process failed; see above") from None
    for process in workers:
        process.join()
    wall, cpu = [], []
    for run in zip(*outs, strict=True):
        words = sum(one[3] for one in run)
        wall.append(words / (max(one[1] for one in run) - min(one[0] for one in run)))
        cpu.append(words / sum(one[2] for one in run))
    return wall, cpu, sum(out[0][3] for out in outs), sum(out[0][4] for out in outs)


def shares(kind: str, profile: Profile, items: list[Any], runs: int) -> list[tuple[str, float, float]]:
    """Give (stage, median seconds, share of the whole) of reading the items on this core, longest first."""
    read_all(kind, profile, items[:1])
    spent: dict[str, list[float]] = {}
    wholes = []
    with clocked(TEXT if kind == "text" else TEXT + PAGE) as clock:
        for _ in range(runs):
            wholes.append(clock.whole(lambda: read_all(kind, profile, items)))
            for stage, seconds in clock.spent.items():
                spent.setdefault(stage, []).append(seconds)
    rows = Counter({stage: median(seconds) for stage, seconds in spent.items()})
    return [(stage, seconds, seconds / median(wholes)) for stage, seconds in rows.most_common()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--pages", type=int, default=102)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cores", type=int, nargs="+", default=cores()[:2], help="which to use")
    options = parser.parse_args()
    data = data_folder(options.data)
    inputs = {"text": texts(data, options.articles), "HTML": pages(data, options.pages)}
    print(machine())
    rows = []
    for (kind, (name, items)), profile in product(inputs.items(), PROFILES):
        first = 0.0
        for count in range(1, len(options.cores) + 1):
            wall, cpu, words, refused = rates(kind, profile, items, options.cores[:count], options.runs)
            first = first or median(wall)
            what = f"{name}: {len(items)}" + (f", {refused} refused" if refused else "")
            figures = f"{median(wall):,.0f}", f"{min(wall):,.0f}–{max(wall):,.0f}", f"{median(cpu):,.0f}"
            rows.append((profile, kind, what, f"{words:,}", count, *figures, f"{median(wall) / first:.2f}"))
    head = (
        "profile",
        "input",
        "what",
        "words",
        "cores",
        "words/s, median",
        "all runs",
        "words/s of processor",
        "ratio",
    )
    print("\n" + table(head, rows))
    pin(options.cores[:1])
    for (kind, (name, items)), profile in product(inputs.items(), PROFILES):
        print(f"\n### Shares of the processor time, {profile}, {kind} ({name})\n")
        found = shares(kind, profile, items, max(1, options.runs // 2))
        print(table(("stage", "s", "share"), [(s, f"{t:.2f}", f"{100 * p:.1f} %") for s, t, p in found]))


if __name__ == "__main__":
    main()
