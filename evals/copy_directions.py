"""Measure the direction of copies: which of two articles has the shared words from the other.

    python -m evals.copy_directions --data DATA                    the design half
    python -m evals.copy_directions --data DATA --half held-out    the half that nothing was chosen on
    python -m evals.copy_directions --data DATA --wrong            the pairs that are answered otherwise, by id

The labels stand in ``copy_directions.json``, made by the rules of ``copy_directions_guide.md``: ids of articles and
labels, no text. Beside the answer stands what "the earlier one is the source" would say.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from evals.copies import Row, corpus_file, entry_of, rows_of
from evals.labels import EVALS
from sayso.claims.citing import site_of
from sayso.claims.copies import copy_of
from sayso.schema.matches import Direction

PAIRS = EVALS / "copy_directions.json"
DIRECTED: tuple[Direction, ...] = ("left from right", "right from left")
Half = Literal["design", "held-out"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled pair.

    :param label: the second reading where there was one and the two differ, else the first.
    :param ground: in one word, what the label rests on.
    :param passes: the first reading, and the second where there was one.
    """

    left: Row
    right: Row
    label: Direction
    ground: str
    passes: tuple[Direction, ...]

    @property
    def house(self) -> bool:
        """Whether the words are an outlet's standing text: a sign-up, a note on an author, a list of links."""
        return self.ground == "house"

    @property
    def two_sites(self) -> bool:
        """Whether the two stand on different sites."""
        return _site(self.left) != _site(self.right)


def labels_of(half: Half) -> list[dict[str, Any]]:
    """Give the labels of one half as they are written down."""
    rows: list[dict[str, Any]] = json.loads(PAIRS.read_text(encoding="utf8"))
    return [row for row in rows if row["half"] == half]


def labelled(data: Path, half: Half) -> list[Labelled]:
    """Give one half's pairs with their articles."""
    file = corpus_file(str(data))
    if file is None:
        raise SystemExit(f"expected corpus/articles.jsonl.gz in {data}")
    rows = {row.id: row for row in rows_of(file)}
    return [
        Labelled(rows[one["left"]], rows[one["right"]], one["label"], one["ground"], tuple(one["passes"]))
        for one in labels_of(half)
    ]


def answer(pair: Labelled) -> tuple[Direction, str]:
    """Give what Sayso says of a pair, and why."""
    copy = copy_of(entry_of(pair.left), pair.left.text, entry_of(pair.right), pair.right.text)
    return (copy.direction, copy.reason) if copy else ("not known", "No copy.")


def earlier(pair: Labelled) -> Direction:
    """Say that the later one has it from the earlier, by the day of publication alone."""
    left, right = ((row.published or "")[:10] for row in (pair.left, pair.right))
    if not left or not right or left == right:
        return "not known"
    return "left from right" if left > right else "right from left"


@dataclass(frozen=True, slots=True)
class Score:
    """How often answers are right.

    :param right: answers that are the label.
    :param open: answers that it is not known.
    :param directed, directed_right: answers that one has it from the other; those that are the label.
    :param wanted: pairs labelled so.
    :param third, third_right: the same of "from a third".
    """

    pairs: int
    right: int
    open: int
    directed: int
    directed_right: int
    wanted: int
    third: int
    third_right: int

    @property
    def accuracy(self) -> float:
        """In [0, 1]."""
        return self.right / self.pairs if self.pairs else 0.0


def score_of(labels: Sequence[Direction], given: Sequence[Direction]) -> Score:
    """Score answers against labels."""
    both = list(zip(labels, given, strict=True))
    return Score(
        len(both),
        sum(a == b for a, b in both),
        given.count("not known"),
        sum(b in DIRECTED for _, b in both),
        sum(a == b for a, b in both if b in DIRECTED),
        sum(a in DIRECTED for a, _ in both),
        given.count("from a third"),
        sum(a == b for a, b in both if b == "from a third"),
    )


def measure(pairs: Sequence[Labelled], given: Sequence[Direction]) -> Mapping[str, Score]:
    """Score answers over all pairs, those on two sites, and those whose words are no outlet's standing text."""
    parts: dict[str, Callable[[Labelled], bool]] = {
        "all": lambda pair: True,
        "two sites": lambda pair: pair.two_sites,
        "no house text": lambda pair: not pair.house,
        "house text": lambda pair: pair.house,
    }
    out = {}
    for name, belongs in parts.items():
        kept = [(pair.label, one) for pair, one in zip(pairs, given, strict=True) if belongs(pair)]
        out[name] = score_of([label for label, _ in kept], [one for _, one in kept])
    return out


def agreement(rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, float]:
    """Say how far two readings agree: pairs that agree, pairs read twice, Cohen's kappa."""
    twice = [row["passes"] for row in rows if len(row["passes"]) == 2]
    same = sum(a == b for a, b in twice)
    if not twice:
        return 0, 0, 0.0
    first, second = Counter(a for a, _ in twice), Counter(b for _, b in twice)
    chance = sum(first[label] * second[label] for label in first) / len(twice) ** 2
    return same, len(twice), (same / len(twice) - chance) / (1 - chance) if chance < 1 else 1.0


def _site(row: Row) -> str:
    return ".".join(site_of(row.url).split(".")[-2:])


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("SAYSO_DATA"), required="SAYSO_DATA" not in os.environ
    )
    parser.add_argument("--half", choices=("design", "held-out"), default="design")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.data is None:
        raise SystemExit("expected --data or SAYSO_DATA")
    pairs = labelled(Path(options.data), options.half)
    found = [answer(pair) for pair in pairs]
    if options.wrong:
        for pair, (given, reason) in zip(pairs, found, strict=True):
            if given != pair.label:
                print(f"{pair.left.id} {pair.right.id} {pair.label} ({pair.ground}) given {given}: {reason}")
        return
    print(f"{options.half}: {len(pairs)} pairs")
    print(f"{'':34}{'pairs':>6}{'right':>7}{'open':>6}{'directed':>10}{'of':>5}{'third':>9}")
    for who, answers in (("sayso", [given for given, _ in found]), ("earlier", [earlier(pair) for pair in pairs])):
        for part, score in measure(pairs, answers).items():
            print(
                f"{who + ', ' + part:34}{score.pairs:6}{100 * score.accuracy:7.1f}{score.open:6}"
                f"{_share(score.directed_right, score.directed):>10}{score.wanted:5}"
                f"{_share(score.third_right, score.third):>9}"
            )
    right = Counter(pair.ground for pair, (given, _) in zip(pairs, found, strict=True) if given == pair.label)
    grounds = sorted(Counter(pair.ground for pair in pairs).items())
    print("by ground: " + ", ".join(f"{ground} {_share(right[ground], count)}" for ground, count in grounds))
    same, twice, kappa = agreement(labels_of("design") + labels_of("held-out"))
    print(f"two readings agree on {same} of {twice} pairs, kappa {kappa:.2f}")


if __name__ == "__main__":
    main()
