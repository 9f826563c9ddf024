"""Adds and matches articles, as a process of its own that a test can kill: STORE READINGS [FIRST STEP]."""

from __future__ import annotations

import json
import sys
import tempfile
from itertools import islice

from sayso import Reading
from sayso.store.store import Store


def warm_up(reading: Reading) -> None:
    """Load everything, so that what follows is the adding and matching."""
    with tempfile.TemporaryDirectory() as folder, Store.open(f"{folder}/corpus.sqlite") as store:
        store.add(reading)
        store.match()


def main(where: str, readings: str, first: str = "0", step: str = "1") -> None:
    with open(readings, encoding="utf-8") as file:
        found = [Reading.from_dict(json.loads(line)) for line in file]
    warm_up(found[0])
    print("ready", flush=True)
    with Store.open(where) as store:
        for number, reading in enumerate(islice(found, int(first), None, int(step))):
            store.add(reading, body=reading.article.text.encode(), address=reading.article.url)
            if number % 10 == 9:
                store.match()
        store.match()


if __name__ == "__main__":
    main(*sys.argv[1:])
