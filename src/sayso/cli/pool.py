"""Pages over processes: results in the order of the pages, and never more than a few pages in memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Protocol, Self, TypeVar

from sayso.cli.work import Task

Result = TypeVar("Result")
Given = TypeVar("Given", covariant=True)


class Worker(Protocol[Given]):
    """What one process does, page by page."""

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(self, *_: object) -> None:
        """Close what was opened."""
        ...

    def work(self, task: Task) -> Given:
        """Do one page; never raises."""
        ...


class Plan(Protocol[Given]):
    """What to do with every page; goes to each process, so it has to be one that pickles."""

    def worker(self) -> Worker[Given]:
        """Make a worker in its process."""
        ...

    def lost(self, task: Task, why: str) -> Given:
        """Give the result of a page whose process died."""
        ...


# Enough that no worker waits while the first page in order is a slow one; more only costs memory.
_WAITING_PER_JOB = 4


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(tasks: Iterable[Task], plan: Plan[Result], *, jobs: int) -> Iterator[Result]:
    """Read every page, in ``jobs`` processes if more than one.

    A page that kills its process is found out, reported as failed, and the rest go on.
    """
    if jobs == 1:
        with plan.worker() as worker:
            yield from map(worker.work, tasks)
        return
    rest = iter(tasks)
    waiting: deque[tuple[Task, Future[Result] | None]] = deque()
    pool = _pool(jobs, plan)
    finished = False
    try:
        while True:
            try:
                for task in islice(rest, jobs * _WAITING_PER_JOB - len(waiting)):
                    waiting.append((task, None))  # kept even if the pool turns out to be dead
                    waiting[-1] = (task, pool.submit(_work, task))
                if not waiting:
                    finished = True
                    return
                future = waiting[0][1]
                assert future is not None
                done = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True)
                while waiting:
                    yield _again(*waiting.popleft(), plan)
                pool = _pool(jobs, plan)
            else:
                waiting.popleft()
                yield done
    finally:
        pool.shutdown(wait=finished, cancel_futures=True)
        if not finished:  # interrupted, or nobody wants the rest
            for process in multiprocessing.active_children():
                process.terminate()


_worker: Worker[Any] | None = None
"""The worker of this process, in a pool, which has no other place for what lasts from page to page."""


def _pool(jobs: int, plan: Plan[Any]) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would copy the threads of the model runtime and the progress bar half-way.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(plan,))


def _start(plan: Plan[Any]) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and ends us
    _worker = plan.worker()


def _work(task: Task) -> Any:
    assert _worker is not None
    return _worker.work(task)


def _again(task: Task, future: Future[Result] | None, plan: Plan[Result]) -> Result:
    """Give the result of a page whose pool died: as it was, or from a process of its own."""
    if future is not None and future.done() and future.exception() is None:
        return future.result()
    try:
        with _pool(1, plan) as alone:
            again: Future[Result] = alone.submit(_work, task)
            return again.result()
    except BrokenProcessPool:
        return plan.lost(task, "the process that read it was killed; the page may need too much memory")
