"""How long a search takes among a million statements in SQLite on one core, and ``sayso who``.

    python -m benchmarks.search SEED.sqlite --store million.sqlite --statements 1000000

SEED is a corpus of real articles, matched (``sayso import`` or ``sayso add``). The large one is made of copies of its
rows: in each copy digits and some words are changed, dates moved, and vectors shaken, so that no two rows are the same;
speakers across articles stay who they are. It is built once and then used again. Times are of the processor and by the
clock, with one thread, the query's vector included; each query runs ``--repeat`` times, in turn with the others.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import resource
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from benchmarks import measuring

from sayso.claims.cells import PERIODS, period_of
from sayso.claims.days import day_of
from sayso.schema import Filters
from sayso.store import full_text, said, who
from sayso.store.search import search
from sayso.store.store import Store

QUERIES: tuple[tuple[str, str, Filters], ...] = (
    ("a rare word", "reptile", Filters()),
    ("a word", "hurricane", Filters()),
    ("a common word", "president", Filters()),
    ("the commonest word", "the", Filters()),
    ("two words", "border wall", Filters()),
    ("three words", "minimum wage increase", Filters()),
    ("two common words", "people government", Filters()),
    ("a phrase", '"supreme court"', Filters()),
    ("either of two, one left out", "virus OR pandemic -china", Filters()),
    ("a question", "how many people lost their jobs", Filters()),
    ("a claim in other words", "opening shops too early will bring a second wave of infections", Filters()),
    ("a half-remembered quote", "if you like your plan you get to keep your plan", Filters()),
    ("word and outlet", "election", Filters(outlet="NPR")),
    ("common word and outlet", "the", Filters(outlet="Vox")),
    ("word and speaker", "tax", Filters(speaker="Obama")),
    ("word and a month", "police", Filters(since="2020-05", until="2020-06")),
    ("word and a day", "president", Filters(since="2019-10-08", until="2019-10-08")),
    ("word, anonymous", "officials", Filters(named=False)),
    ("word, unsourced", "deficit", Filters(form="unsourced")),
    ("word, document, direct", "report", Filters(kind="document", form="direct")),
    ("speaker alone", "", Filters(speaker="Pelosi")),
    ("outlet and dates alone", "", Filters(outlet="Reuters", since="2018")),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=7)
    arguments = parser.parse_args()
    measuring.pin(measuring.cores()[:1])
    if not arguments.store.exists():
        start = time.process_time()
        build(arguments.seed, arguments.store, arguments.statements)
        print(f"built in {time.process_time() - start:.0f} s of processor time")
    with Store.open(arguments.store, create=False) as store:
        with store.reading_connection() as connection:
            sizes = {
                name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
                for name in ("article", "statement", "teller", "meaning", "claim")
            }
        megabytes = arguments.store.stat().st_size / 1e6
        print(", ".join(f"{count:,} {name}s" for name, count in sizes.items()) + f"; {megabytes:,.0f} MB")
        measure_searches(store, arguments.repeat)
        measure_who(store, arguments.repeat)
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def measure_searches(store: Store, repeat: int) -> None:
    print("| query | hits | processor ms, median | slowest | clock ms, median |")
    print("| --- | --- | --- | --- | --- |")
    jobs = [
        (name, lambda words=words, filters=filters: len(search(store, words, filters=filters).hits))
        for name, words, filters in QUERIES
    ]
    measure(jobs, repeat)


def measure_who(store: Store, repeat: int) -> None:
    most = who.most_quoted(store, 200)
    some = [most[at] for at in (0, 1, 5, 20, 80, 199) if at < len(most)]

    def asked(name: str) -> int:
        found = who.find(store, name)
        return len(said.said(store, found[0], said.Asked(None, Filters(), 50)).sayings)

    measure([(f"who {one.name}", lambda name=one.name: asked(name)) for one in some], repeat)


def measure(jobs: list[tuple[str, Callable[[], int]]], repeat: int) -> None:
    """Run every job in turn, ``repeat`` times, and print a row for each."""
    processor: dict[str, list[float]] = {name: [] for name, _ in jobs}
    clock: dict[str, list[float]] = {name: [] for name, _ in jobs}
    found: dict[str, int] = {}
    for _ in range(repeat + 1):
        for name, job in jobs:
            start, began = time.process_time(), time.perf_counter()
            found[name] = job()
            processor[name].append((time.process_time() - start) * 1000)
            clock[name].append((time.perf_counter() - began) * 1000)
    medians = []
    for name, _ in jobs:
        warm, by_clock = processor[name][1:], clock[name][1:]  # the first run finds nothing in memory
        medians.append(statistics.median(warm))
        print(f"| {name} | {found[name]} | {medians[-1]:.0f} | {max(warm):.0f} | {statistics.median(by_clock):.0f} |")
    print(f"| median of all | | {statistics.median(medians):.0f} | {max(medians):.0f} | |")


def build(seed: Path, out: Path, statements: int) -> None:
    """Make a corpus of so many statements out of one with few."""
    part = out.with_suffix(".part")
    shutil.copyfile(seed, part)
    made = sqlite3.connect(part)
    made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for setting in ("synchronous = OFF", "cache_size = -262144", "foreign_keys = OFF", "journal_mode = MEMORY"):
        made.execute(f"PRAGMA {setting}")
    made.execute("DROP TABLE statement_text")
    base = _sizes(made)
    chance = random.Random(2031)
    vocabulary = _vocabulary(made)
    copies = max(0, -(-statements // base["statement"][1]) - 1)
    noise = np.random.default_rng(2031)
    made.create_function("words", 1, lambda text: _perturbed(text, chance, vocabulary))
    made.create_function("moved", 1, lambda published: _moved(published, chance))
    made.create_function("shaken", 1, lambda vector: _shaken(vector, noise))
    made.create_function("named", 2, lambda text, number: hashlib.sha256(f"{text}{number}".encode()).hexdigest()[:12])
    made.create_function("placed", 2, _placed)
    for number in range(1, copies + 1):
        steps = {name: top * number for name, (top, _) in base.items()} | {"number": number}
        _copy(made, "page", {"key": "key + :page", "name": "name || '#' || :number"}, base, steps)
        _copy(
            made,
            "article",
            {
                "key": "key + :article", "id": "named(id, :number)", "page": "page + :page", "body": "NULL",
                "text_hash": "named(text_hash, :number)", "same_text_as": "NULL", "published": "moved(published)",
            },
            base,
            steps,
        )  # fmt: skip
        _copy(made, "teller", {"key": "key + :teller", "article": "article + :article"}, base, steps)
        _copy(
            made,
            "statement",
            {
                "key": "key + :statement", "article": "article + :article", "teller": "teller + :teller",
                "text": "words(text)",
            },
            base,
            steps,
        )  # fmt: skip
        _copy(made, "hop", {"statement": "statement + :statement", "teller": "teller + :teller"}, base, steps)
        made.execute(
            "INSERT INTO meaning SELECT m.statement + :statement, placed(m.cell, a.published), shaken(m.vector)"
            " FROM meaning m JOIN statement s ON s.key = m.statement + :statement JOIN article a ON a.key = s.article"
            " WHERE m.statement <= :top",
            {**steps, "top": base["statement"][0]},
        )
        claim = {
            "key": "key + :claim",
            "id": "'C' || substr(named(id, :number), 1, 10)",
            "wording": "wording + :statement",
        }
        _copy(made, "claim", claim, base, steps)
        _copy(made, "claim_statement", {"statement": "statement + :statement", "claim": "claim + :claim"}, base, steps)
        made.commit()
        print(f"copy {number} of {copies}", flush=True)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("DROP VIEW statement_words")
    made.commit()
    made.close()
    with Store.unchecked(part) as store, store.writing() as connection:
        full_text.create(connection)
        full_text.optimise(connection)
        connection.exec_driver_sql("ANALYZE")
    part.rename(out)


def _sizes(made: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    names = ("page", "article", "teller", "statement", "claim")
    return {name: made.execute(f"SELECT ifnull(max(key), 0), count(*) FROM {name}").fetchone() for name in names}


def _copy(
    made: sqlite3.Connection,
    table: str,
    changed: dict[str, str],
    base: dict[str, tuple[int, int]],
    steps: dict[str, int],
) -> None:
    """Insert all rows of the seed once more, with some columns changed."""
    names = [row[1] for row in made.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(changed.get(name, f'"{name}"') for name in names)
    key = "key" if "key" in names else "statement"
    top = base["statement" if key == "statement" else table][0]
    made.execute(f"INSERT INTO {table} SELECT {columns} FROM {table} WHERE {key} <= :top", {**steps, "top": top})


def _vocabulary(made: sqlite3.Connection) -> list[str]:
    texts = made.execute("SELECT text FROM statement ORDER BY key LIMIT 4000")
    return [word for (text,) in texts for word in re.findall(r"[a-z]{4,}", text)]


def _perturbed(text: str, chance: random.Random, vocabulary: list[str]) -> str:
    """Change digits and one word in ten for another of the corpus."""
    words = text.split(" ")
    for at in range(len(words)):
        if chance.random() < 0.1:
            words[at] = chance.choice(vocabulary)
    return re.sub(r"\d", lambda _: str(chance.randrange(10)), " ".join(words))


def _moved(published: str | None, chance: random.Random) -> str | None:
    try:
        day = date.fromisoformat((published or "")[:10]) + timedelta(days=chance.randrange(-900, 900))
    except (ValueError, OverflowError):
        return published
    return day.isoformat() + (published or "")[10:]


def _shaken(vector: bytes, noise: np.random.Generator) -> bytes:
    held = np.frombuffer(vector, dtype=np.int8).astype(np.int16)
    shaken = held + noise.integers(-12, 13, len(held), dtype=np.int16)
    return np.clip(shaken, -127, 127).astype(np.int8).tobytes()


def _placed(place: int, published: str | None) -> int:
    return place // PERIODS * PERIODS + period_of(day_of(published))


if __name__ == "__main__":
    main()
