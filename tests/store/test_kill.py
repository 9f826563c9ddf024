"""Processes that are killed while they add, and processes that add at the same time."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from corpus_samples import reading, reading_of
from sqlalchemy import select
from test_versions import FIRST, SECOND

from sayso.schema import Reading
from sayso.store.checking import check
from sayso.store.store import Store
from sayso.store.tables import article, comparison, copy, hop, metadata, statement, teller

ARTICLES = 44
VERSIONS = 4
PROGRAM = Path(__file__).with_name("adding_process.py")
State = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    """44 articles, of which 4 have a second version, and 2 a text that another has too."""
    plain = [reading(n) for n in range(ARTICLES - VERSIONS)]
    again = [reading_of(FIRST, f"https://calderpost.example/gate/{n}") for n in range(VERSIONS)]
    later = [reading_of(SECOND, f"https://calderpost.example/gate/{n}") for n in range(VERSIONS)]
    return [*plain[:20], *again, *plain[20:], *later]


@pytest.fixture(scope="session")
def file(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kill") / "readings.jsonl"
    path.write_text("".join(json.dumps(one.to_dict()) + "\n" for one in readings), encoding="utf-8")
    return path


@dataclass(frozen=True)
class Undisturbed:
    """What the corpus is like when nothing goes wrong, and how long that takes."""

    state: State
    took_s: float


@pytest.fixture(scope="session")
def undisturbed(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    where = str(tmp_path_factory.mktemp("whole") / "corpus.sqlite")
    process = _start(where, file)
    began = time.monotonic()
    assert process.wait() == 0
    took_s = time.monotonic() - began
    with Store.open(where) as store:
        return Undisturbed(_state(store), took_s)


def _start(where: str, file: Path, *rest: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), where, str(file), *rest], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


def _state(store: Store) -> State:
    """Give all that a corpus holds but keys and times, which depend on when things came."""
    owner = {"article": article.c.id}
    found: State = {}
    with store.reading_connection() as c:
        columns = [one for one in article.c if one.name not in {"key", "page", "body", "added", "same_text_as"}]
        found["article"] = sorted(tuple(row) for row in c.execute(select(*columns)))
        for table in (teller, statement):
            columns = [one for one in table.c if one.name not in {"key", "article", "teller", "identity"}]
            query = select(owner["article"], *columns).join(article, article.c.key == table.c.article)
            found[table.name] = sorted((tuple(row) for row in c.execute(query)), key=repr)
        query = select(article.c.id, statement.c.label, hop.c.position, teller.c.label, hop.c.channel).select_from(
            hop.join(statement, statement.c.key == hop.c.statement)
            .join(article, article.c.key == statement.c.article)
            .join(teller, teller.c.key == hop.c.teller)
        )
        found["hop"] = sorted((tuple(row) for row in c.execute(query)), key=repr)
        left, right = article.alias(), article.alias()
        pairs = select(left.c.id, right.c.id, copy.c.words, copy.c.passages).select_from(
            copy.join(left, left.c.key == copy.c.left_article).join(right, right.c.key == copy.c.right_article)
        )
        found["copy"] = sorted(tuple(row) for row in c.execute(pairs))
        for name in ("claim", "identity", "story"):
            found[name] = sorted(tuple(row) for row in c.execute(select(metadata.tables[name].c.id)))
        found["comparison"] = [(len(c.execute(select(comparison.c.relation)).all()),)]
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_any_moment_nothing_is_lost_or_left_in_halves(
    where: str, file: Path, readings: list[Reading], undisturbed: Undisturbed, seed: int
) -> None:
    chance = random.Random(seed)
    kills = 0
    print(f"seed {seed}")
    for _ in range(200):
        process = _start(where, file)
        time.sleep(chance.uniform(0, undisturbed.took_s / 3))
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0:
            break
        kills += 1
        with Store.open(where) as store:
            report = check(store)
            assert report.problems == (), f"seed {seed}, after kill {kills}"
            print(f"kill {kills}: {report.articles} articles, {report.unmatched} not matched")
        if kills == 9:
            assert _start(where, file).wait() == 0
            break
    print(f"{kills} kills")
    with Store.open(where) as store:
        report = check(store)
        assert (report.problems, report.articles, report.unmatched) == ((), len(readings), 0)
        assert _state(store) == undisturbed.state


@pytest.mark.parametrize("seed", [3])
def test_killed_between_adding_and_matching(
    where: str, file: Path, readings: list[Reading], undisturbed: Undisturbed, seed: int
) -> None:
    chance = random.Random(seed)
    program = (
        "import sys; from adding_process import *\n"
        "found = [Reading.from_dict(json.loads(line)) for line in open(sys.argv[2], encoding='utf-8')]\n"
        "warm_up(found[0])\n"
        "with Store.open(sys.argv[1]) as store:\n"
        "    for one in found: store.add(one, body=one.article.text.encode())\n"
        "    print('ready', flush=True)\n"
        "    store.match(batch=3)\n"
    )
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", program, where, str(file)], stdout=subprocess.PIPE, text=True, cwd=PROGRAM.parent
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdout.close()
        time.sleep(chance.uniform(0, undisturbed.took_s / 3))
        process.kill()
        process.wait()
        with Store.open(where) as store:
            report = check(store)
        assert (report.problems, report.articles) == ((), len(readings)), f"seed {seed}"
    with Store.open(where) as store:
        store.match()
        assert check(store).unmatched == 0
        assert _state(store) == undisturbed.state


@pytest.mark.parametrize("parts", [("0", "1"), ("0", "2")], ids=["the same articles", "other articles"])
def test_two_processes_may_add_at_once(
    where: str, file: Path, readings: list[Reading], undisturbed: Undisturbed, parts: tuple[str, str]
) -> None:
    first, step = parts
    other = "0" if step == "1" else "1"
    processes = [_start(where, file, first, step), _start(where, file, other, step)]
    assert [process.wait() for process in processes] == [0, 0]
    with Store.open(where) as store:
        report = check(store)
        assert (report.problems, report.articles, report.unmatched) == ((), len(readings), 0)
        found = _state(store)
    if step == "1":  # every version in the order in which it came
        assert found == undisturbed.state
    else:
        assert len(found["statement"]) == len(undisturbed.state["statement"])


def test_a_server_that_drops_its_connections_loses_nothing(
    new_database: Callable[[], str], readings: list[Reading]
) -> None:
    """PostgreSQL was restarted, or an administrator ended the session, between two articles."""
    from sqlalchemy import text

    where = new_database()
    with Store.open(where) as store, Store.open(where) as other:
        store.add(readings[0])
        with other.writing() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
        assert store.add(readings[1]).what == "new"
        assert check(store).problems == ()
