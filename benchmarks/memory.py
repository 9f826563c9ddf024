"""Peak memory of one page, and memory over a run of many articles: it must stay flat.

    python benchmarks/memory.py [DATA] [--articles 10000] [--words-max 0] [--jobs 2] [--only page|cli|library]

The articles are DATA's corpus (else the examples), and from the second round on the same with their paragraphs mixed
and a new sentence each, so that no text is read twice. ``--words-max`` cuts long ones, for a quick look. Two runs:
``sayso read articles.jsonl --format jsonl -o …`` and ``sayso.attribute_many`` in one process, both with the fast
profile. One page is read with the accurate one. Memory is what the
processes of a run hold together, shared pages counted once (PSS), sampled from /proc; Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from inputs import EXAMPLES, articles, data_folder
from measuring import cores, machine, table

SAYSO = Path(sys.executable).with_name("sayso")
LIBRARY = """
import json, sys, sayso
def texts():
    with open(sys.argv[1], encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
found = sum(len(reading.attributions) for reading in sayso.attribute_many(texts(), profile="fast"))
print(found, "attributions", file=sys.stderr)
"""
MB = 1_000_000


def tree(pid: int) -> list[int]:
    """Give a process and all that it started, directly or not."""
    out = [pid]
    for one in out:
        try:
            for task in os.listdir(f"/proc/{one}/task"):
                out += [int(p) for p in Path(f"/proc/{one}/task/{task}/children").read_text().split()]
        except OSError:
            continue  # it has just ended
    return out


def held(pid: int) -> float:
    """Give the memory of a process tree in MB."""
    total = 0
    for one in tree(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().split("\n")
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total / MB


def peak_of_one(command: Sequence[str]) -> float:
    """Run a command; give its greatest resident memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}")
    return used.ru_maxrss * 1024 / MB


def sampled(command: Sequence[str], every: float) -> tuple[float, list[tuple[float, float]]]:
    """Run a command; give its seconds, and (share of its time, MB) at each sample."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    samples = []
    while process.poll() is None:
        samples.append((time.monotonic() - began, held(process.pid)))
        time.sleep(every)
    took = time.monotonic() - began
    assert process.stderr is not None
    last = process.stderr.read().decode(errors="replace").strip().split("\n")[-1]
    process.stderr.close()
    print(f"`{Path(command[0]).name} …`: {took:.0f} s, exit code {process.returncode}; {last[:160]}")
    return took, [(at / took, mb) for at, mb in samples if mb]


def slope(samples: Sequence[tuple[float, float]], number: int) -> float:
    """Give the growth in MB per 1,000 articles over all but the first fifth, by least squares."""
    late = [(share * number / 1000, mb) for share, mb in samples if share > 0.2]
    if len(late) < 3:
        return float("nan")
    x0, y0 = sum(x for x, _ in late) / len(late), sum(y for _, y in late) / len(late)
    return sum((x - x0) * (y - y0) for x, y in late) / sum((x - x0) ** 2 for x, _ in late)


def tenths(samples: Sequence[tuple[float, float]]) -> list[str]:
    """Give the greatest memory within each tenth of the run."""
    parts: list[list[float]] = [[] for _ in range(10)]
    for share, mb in samples:
        parts[min(9, int(10 * share))].append(mb)
    return [f"{max(part):.0f}" if part else "–" for part in parts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words-max", type=int, default=0, help="cut articles here; 0: leave them whole")
    parser.add_argument("--jobs", type=int, default=len(cores()))
    parser.add_argument("--every", type=float, default=1.0, help="seconds between samples")
    parser.add_argument("--only", choices=("page", "cli", "library"))
    options = parser.parse_args()
    print(machine())
    if options.only in (None, "page"):
        rows = []
        for page in sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".html", ".txt")):
            peak = peak_of_one([str(SAYSO), "read", str(page)])
            rows.append((page.name, f"{page.stat().st_size / 1000:,.0f}", f"{peak:.0f}"))
        floor = peak_of_one([sys.executable, "-c", "import sayso; sayso.attribute('Rain fell, she said.')"])
        rows.append(("(one sentence, through the library)", "0", f"{floor:.0f}"))
        print("\n" + table(("`sayso read` of one page", "kB", "peak, MB"), rows))
    if options.only == "page":
        return
    with tempfile.TemporaryDirectory() as folder:
        lines, words = Path(folder) / "articles.jsonl", 0
        with lines.open("w", encoding="utf8") as out:
            for row in articles(data_folder(options.data), options.articles):
                if options.words_max:
                    row["text"] = cut(row["text"], options.words_max)
                words += len(row["text"].split())
                out.write(json.dumps(row) + "\n")
        print(f"\n{options.articles:,} articles, {words:,} words\n")
        jobs = str(options.jobs)
        command = [
            str(SAYSO),
            "read",
            str(lines),
            "--profile",
            "fast",
            "--format",
            "jsonl",
            "-o",
            f"{folder}/out.jsonl",
            "--jobs",
            jobs,
        ]
        runs = {
            "cli": (f"sayso read, {jobs} processes", command),
            "library": ("attribute_many, 1 process", [sys.executable, "-c", LIBRARY, str(lines)]),
        }
        rows = []
        for name, (title, command) in runs.items():
            if options.only in (None, name):
                took, samples = sampled(command, options.every)
                grown = slope(samples, options.articles)
                peak = max(mb for _, mb in samples)
                rows.append((title, *tenths(samples), f"{peak:.0f}", f"{grown:+.2f}", f"{words / took:,.0f}"))
    head = ("MB, greatest in each tenth", *map(str, range(1, 11)), "peak", "MB per 1,000 articles", "words/s")
    print("\n" + table(head, rows))


def cut(text: str, words: int) -> str:
    """Keep whole paragraphs until there are this many words."""
    kept, count = [], 0
    for paragraph in text.split("\n"):
        if count >= words:
            break
        kept.append(paragraph)
        count += len(paragraph.split())
    return "\n".join(kept)


if __name__ == "__main__":
    main()
