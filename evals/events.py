"""Stories in real articles: how many there are, and pairs of them to read.

    python -m evals.events READINGS…

READINGS hold one reading a line (``sayso read articles.jsonl.gz --profile fast --format jsonl``). Kinship is worked out
for every pair of articles within five days, without the cells that candidates are found by in a corpus; how many kin
share a cell is printed too. ``event_pairs.json`` holds 60 pairs, drawn from all that stand in one story (seed 777),
with what reading both articles' titles and beginnings said: ``happening`` (both report it), ``story`` (one is the
run-up, a reaction or what came of it), ``other``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

from sayso.claims import cells, encoder
from sayso.claims.days import day_of
from sayso.claims.stories import DAYS_MAX, KIN_MIN, Gist, group, kinship, names_of, words_of_gist

PAIRS = Path(__file__).parent / "event_pairs.json"
CELLS = 8
SEED, SAMPLE = 777, 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path, nargs="+")
    rows = []
    for path in parser.parse_args().readings:
        with path.open(encoding="utf8") as lines:
            rows += [json.loads(line)["article"] for line in lines]
    vectors = encoder.shipped().encode([words_of_gist(row["title"], row["text"]) for row in rows])
    near = [set(map(int, its)) for its in cells.shipped().near(vectors, CELLS)]
    gists = [
        Gist(row["id"], vector, names_of(row["text"]), day_of(row["published"]))
        for row, vector in zip(rows, vectors, strict=True)
    ]
    by_day: defaultdict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(gists):
        if one.day is not None:
            by_day[one.day].append(place)
    kin: dict[tuple[str, str], float] = {}
    sharing = 0
    for day, places in by_day.items():
        for place in places:
            for later in range(day, day + DAYS_MAX + 1):
                for other in by_day.get(later, ()):
                    if later == day and other <= place:
                        continue
                    score = kinship(gists[place], gists[other])
                    if score >= KIN_MIN:
                        left, right = sorted((gists[place].article, gists[other].article))
                        kin[left, right] = score
                        sharing += bool(near[place] & near[other])
    found = group(sorted(one.article for one in gists), kin)
    print(f"{len(kin):,} pairs with a kinship of {KIN_MIN} or more; {sharing / len(kin):.1%} share a cell of {CELLS}")
    sizes = dict(sorted(Counter(map(len, found)).items()))
    print(f"{len(found):,} stories of {sum(map(len, found)):,} articles; by size {sizes}")
    pairs = [(one, other) for ids in found for at, one in enumerate(ids) for other in ids[at + 1 :]]
    random.Random(SEED).shuffle(pairs)
    labels = {(left, right): label for left, right, label in json.loads(PAIRS.read_text("utf8"))}
    drawn = Counter(labels.get(pair) for pair in pairs[:SAMPLE])
    print(f"{len(pairs):,} pairs in stories; of the first {SAMPLE}: {dict(drawn)}")
    together = Counter(labels[pair] for pair in labels if pair in set(pairs))
    print(f"of the labelled pairs {together.total()} stand in one story: {dict(together)}")


if __name__ == "__main__":
    main()
