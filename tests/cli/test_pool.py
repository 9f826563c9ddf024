from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.cli.pool import run
from sayso.cli.work import Plan, Task
from sayso.config import Settings
from sayso.errors import InputError
from sayso.export.look import Look
from sayso.schema import Rejected

PLAN = Plan("jsonl", Look(), Settings(), as_is=True)
TEXT = b"The mayor said the bridge was open."


@dataclass(frozen=True)
class Deadly:
    """A page that kills the process it is handed to."""

    def __reduce__(self) -> tuple[object, tuple[int, int]]:
        return _kill, (os.getpid(), signal.SIGKILL)


def _kill(parent: int, number: int) -> None:
    assert os.getpid() != parent
    os.kill(os.getpid(), number)


def test_a_page_that_kills_its_process_is_found_and_the_rest_go_on() -> None:
    pages = [TEXT, TEXT, Deadly(), TEXT, TEXT]
    tasks = [Task(number, f"page {number}", page) for number, page in enumerate(pages, start=1)]  # type: ignore[arg-type]
    done = list(run(tasks, PLAN, jobs=2))
    assert [d.name for d in done] == [task.name for task in tasks]
    assert [bool(d.files) for d in done] == [True, True, False, True, True]
    assert done[2].failure is not None
    assert "killed" in done[2].failure


def test_only_a_few_pages_are_taken_ahead() -> None:
    taken = 0

    def pages() -> Iterator[Task]:
        nonlocal taken
        for number in range(1, 41):
            taken += 1
            yield Task(number, str(number), Rejected("empty", "nothing"))

    for count, done in enumerate(run(pages(), PLAN, jobs=2), start=1):
        assert done.name == str(count)
        assert taken <= count + 2 * 4
    assert taken == 40


def test_a_refusal_and_an_error_are_passed_on() -> None:
    tasks = [Task(1, "a", Rejected("empty", "nothing")), Task(2, "b", InputError("bad", hint="do better"))]
    first, second = run(tasks, PLAN, jobs=1)
    assert first.rejected == Rejected("empty", "nothing")
    assert second.failure == "bad (do better)"
