"""Measure which speakers of different articles are taken for one, against pairs labelled by reading.

    python -m evals.identities --data DATA                     the articles of the pairs only, read by the fast tagger
    python -m evals.identities --readings READINGS.jsonl …     all these make the corpus
    python -m evals.identities --store CORPUS.sqlite --readings READINGS.jsonl …   a corpus that holds them already
    … --half design                                            one half only; wrong pairs are listed of design alone

DATA holds ``corpus/articles.jsonl.gz`` (6,000 articles of ramybaly/Article-Bias-Prediction); READINGS are made by
``sayso read DATA/corpus/articles.jsonl.gz --profile fast --format jsonl``. ``speaker_pairs.json`` names places in those
articles, no text: two mentions ``[article, start, end]`` and whether they are one person or organisation.

A pair whose mention belongs to no named or described speaker is counted as not joined.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

import sayso
from evals.labels import EVALS
from sayso.claims.name_keys import organisation_key, sought_by
from sayso.pages.lines import read_lines
from sayso.schema import Reading, Rejected, Speaker
from sayso.store.adding import Incoming
from sayso.store.packed import digest_of_text
from sayso.store.store import Store
from sayso.store.tables import article, teller

PAIRS = EVALS / "speaker_pairs.json"
ARTICLES = Path("corpus", "articles.jsonl.gz")
HALVES = ("design", "held-out")
Key = tuple[str, str]
"""An article's text as its hash, and the speaker's label there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of somebody: the article's id in its source, and a span of its text."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions in two articles, and whether they mean one person or organisation."""

    left: Place
    right: Place
    same: bool
    kind: str
    half: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many pairs there are of each sort: said to be one and so (``joined``), wrongly, missed, kept apart."""

    joined: int
    wrongly_joined: int
    split: int
    apart: int

    @property
    def precision(self) -> float:
        """The part of those joined that are one, in percent."""
        return 100 * self.joined / max(1, self.joined + self.wrongly_joined)

    @property
    def recall(self) -> float:
        """The part of those that are one that was joined, in percent."""
        return 100 * self.joined / max(1, self.joined + self.split)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def pairs() -> list[Pair]:
    """Read the labels."""
    rows = json.loads(PAIRS.read_text(encoding="utf8"))
    return [Pair(Place(*row["left"]), Place(*row["right"]), row["same"], row["kind"], row["half"]) for row in rows]


class Speakers:
    """The speakers that the labelled mentions belong to, as the readings have them."""

    def __init__(self, labelled: Iterable[Pair]) -> None:
        self.places: defaultdict[str, set[Place]] = defaultdict(set)
        for pair in labelled:
            for place in (pair.left, pair.right):
                self.places[place.article].add(place)
        self.found: dict[Place, tuple[Key, Speaker]] = {}

    def look(self, id: str, reading: Reading) -> None:
        """Look for labelled mentions in one reading."""
        for place in self.places.get(id, ()):
            owner = _owner(reading, place)
            if owner is not None:
                self.found[place] = (digest_of_text(reading.article.text), owner.id), owner


def _owner(reading: Reading, place: Place) -> Speaker | None:
    """Give the speaker with the mention that covers most of the place."""
    best: tuple[int, int, Speaker] | None = None
    for number, speaker in enumerate(reading.speakers):
        for start, end in speaker.mentions:
            shared = min(end, place.end) - max(start, place.start)
            rest = abs(start - place.start) + abs(end - place.end)
            if shared > 0 and (best is None or (rest, number) < (best[0], best[1])):
                best = (rest, number, speaker)
    return best[2] if best else None


def identities(store: Store) -> dict[Key, int]:
    """Give the identity of every speaker that has one."""
    query = (
        select(article.c.text_hash, teller.c.label, teller.c.identity)
        .join(article, article.c.key == teller.c.article)
        .where(article.c.current, teller.c.identity.is_not(None))
    )
    with store.reading_connection() as connection:
        return {(row.text_hash, row.label): row.identity for row in connection.execute(query)}


def joined_by(found: Mapping[Key, int], speakers: Speakers, pair: Pair) -> bool:
    """Tell whether the corpus takes a pair for one."""
    sides = [speakers.found.get(place) for place in (pair.left, pair.right)]
    if sides[0] is None or sides[1] is None:
        return False
    one, other = (found.get(side[0]) for side in sides if side)
    return one is not None and one == other


def equal_names(speakers: Speakers, pair: Pair) -> bool:
    """Join what has the same name, but for case and marks: a baseline."""
    sides = [speakers.found.get(place) for place in (pair.left, pair.right)]
    return all(sides) and len({organisation_key(side[1].name) for side in sides if side}) == 1


def equal_last_words(speakers: Speakers, pair: Pair) -> bool:
    """Join what has the same last word, or initials: a baseline."""
    sides = [speakers.found.get(place) for place in (pair.left, pair.right)]
    words = {sought_by(side[1].name, side[1].kind) for side in sides if side}
    return all(sides) and len(words) == 1 and words != {""}


def outcome(labelled: Iterable[Pair], answers: Mapping[Pair, bool]) -> Outcome:
    """Count."""
    counts = dict.fromkeys([(True, True), (False, True), (True, False), (False, False)], 0)
    for pair in labelled:
        counts[pair.same, answers[pair]] += 1
    return Outcome(counts[True, True], counts[False, True], counts[True, False], counts[False, False])


def readings_in(files: Sequence[Path]) -> Iterator[Reading]:
    """Read JSON lines of readings."""
    for file in files:
        with file.open(encoding="utf8") as lines:
            for line in lines:
                yield Reading.from_dict(json.loads(line))


def read_articles(data: Path, wanted: Iterable[str]) -> Iterator[Reading]:
    """Read some of the corpus' articles with the fast profile."""
    ids = set(wanted)
    for found in read_lines(data / ARTICLES):
        if not isinstance(found, Rejected) and found.id in ids:
            yield sayso.attribute(found, profile="fast")


def measure(readings: Iterable[Reading], labelled: Sequence[Pair], store: Store | None = None) -> dict[str, dict]:
    """Make a corpus of readings, or take one that holds them, and give each way's answers by its name.

    :return: ``sayso``, ``equal names`` and ``last word`` to an answer for each pair.
    """
    speakers = Speakers(labelled)

    def looked() -> Iterator[Incoming]:
        for reading in readings:
            speakers.look(reading.article.id or "", reading)
            yield Incoming(reading)

    if store is None:
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "corpus.sqlite") as made:
            for _ in made.add_many(looked()):
                pass
            with made.writing() as connection:
                from sayso.store import match_speakers

                match_speakers.match(connection, connection.scalars(select(article.c.key)).all())
            found = identities(made)
    else:
        for _ in looked():
            pass
        found = identities(store)
    return {
        "sayso": {pair: joined_by(found, speakers, pair) for pair in labelled},
        "equal names": {pair: equal_names(speakers, pair) for pair in labelled},
        "last word": {pair: equal_last_words(speakers, pair) for pair in labelled},
    }


def main() -> None:
    """Print a table of both halves, by kind of pair, and the wrong pairs of the design half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("SAYSO_DATA"))
    parser.add_argument("--readings", type=Path, nargs="*", default=[])
    parser.add_argument("--store", type=Path)
    parser.add_argument("--half", choices=HALVES)
    asked = parser.parse_args()
    labelled = pairs()
    if asked.readings:
        readings = readings_in(asked.readings)
    elif asked.data:
        readings = read_articles(Path(asked.data), {p.article for pair in labelled for p in (pair.left, pair.right)})
    else:
        parser.error("give --data DATA, --readings FILE…, or set SAYSO_DATA")
    if asked.store:
        with Store.open(asked.store, create=False) as store:
            answers = measure(readings, labelled, store)
    else:
        answers = measure(readings, labelled)
    for half in (asked.half,) if asked.half else HALVES:
        some = [pair for pair in labelled if pair.half == half]
        print(f"\n{half}: {len(some)} pairs, {sum(pair.same for pair in some)} of one")
        for way, given in answers.items():
            _print_line(way, outcome(some, given))
        for kind in sorted({pair.kind for pair in some}):
            _print_line("  " + kind, outcome([pair for pair in some if pair.kind == kind], answers["sayso"]))
    if asked.half != "held-out":
        print("\nwrong in the design half")
        for pair in labelled:
            if pair.half == "design" and answers["sayso"][pair] != pair.same:
                print("  ", "split" if pair.same else "joined", f"[{pair.kind}]", pair.left, pair.right)


def _print_line(name: str, counts: Outcome) -> None:
    print(
        f"{name:32} precision {counts.precision:5.1f}  recall {counts.recall:5.1f}  F1 {counts.f1:5.1f}"
        f"   joined {counts.joined:3} wrongly {counts.wrongly_joined:2}  split {counts.split:2}  apart {counts.apart:3}"
    )


if __name__ == "__main__":
    main()
