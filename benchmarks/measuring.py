"""What every benchmark shares: one core, medians, tables, and the machine they ran on."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Environment that keeps numeric libraries to one thread; set before they are imported."""


def pin(cores: Iterable[int]) -> None:
    """Keep this process, and those that it starts, on these cores."""
    os.environ.update(ONE_THREAD)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(cores))


def cores() -> list[int]:
    """Number the cores that may be used."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Give (wall, processor) seconds of one call.

    On a quiet machine the two agree; where they do not, others were running and only the second means anything.
    """
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def interleaved(variants: dict[str, Callable[[], object]], runs: int) -> dict[str, list[tuple[float, float]]]:
    """Time several variants in turn, so that what disturbs one disturbs all."""
    out: dict[str, list[tuple[float, float]]] = {name: [] for name in variants}
    for _ in range(runs):
        for name, work in variants.items():
            out[name].append(timed(work))
    return out


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def spread(values: Sequence[float]) -> str:
    """Give the least and the greatest."""
    return f"{min(values):,.2f}–{max(values):,.2f}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Make a markdown table; the first column is text, the rest are numbers."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def machine() -> str:
    """Name the processor, the cores and the versions that figures depend on, and how busy the machine is."""
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf8") as lines:
            found = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        name = found.get("model name", name)
        vnni = ", int8 dot products" if "avx512_vnni" in found.get("flags", "") else ""
    except OSError:
        vnni = ""
    load = f"; load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    versions = ", ".join(f"{p} {version(p)}" for p in ("sayso", "onnxruntime", "tokenizers", "numpy"))
    return f"{name}, {len(cores())} cores{vnni}{load}; Python {platform.python_version()}, {versions}"
