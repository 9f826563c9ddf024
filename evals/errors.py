"""A hundred of the tagger's errors on PolNeAR's development articles, and one reader's judgement of each.

    python -m evals.errors show DATA [--number 100] [--seed 7]   the errors, with their words, to be judged
    python -m evals.errors table                                 the judgements, counted by cause

An error is an attribution that was missed or invented, one whose source or cue is another, or a piece that begins or
ends at another word. Judgements are in ``errors.json``: article, kind of error, offsets, cause, and whether people
would differ on it; no text.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sayso
from evals.scoring import ROLES, Marked, WordIndex, marked, pair

JUDGED = Path(__file__).parent / "errors.json"
CONTEXT = 160


def errors(row: dict[str, Any], profile: str) -> Iterator[dict[str, Any]]:
    """Read one article and give each of its errors: its kind, what is labelled and what was given."""
    index = WordIndex(row["text"])
    found = sayso.attribute(row["text"], profile=profile).to_dict()["attributions"]
    gold, given = marked(row["attributions"], index), marked(found, index)
    pairs = pair(gold, given, lambda a: a.plain)

    def case(kind: str, i: int | None, j: int | None) -> dict[str, Any]:
        return {
            "article": row["id"],
            "kind": kind,
            "labelled": None if i is None else {role: row["attributions"][i].get(role) or [] for role in ROLES},
            "given": None if j is None else {role: found[j][role] for role in ROLES},
        }

    for i in range(len(gold)):
        if i not in pairs:
            yield case("missed", i, None)
            continue
        a, b = gold[i], given[pairs[i]]
        wrong = [role for role in ROLES if a.pieces[role] != b.pieces[role]]
        elsewhere = [role for role in ROLES[:2] if not _touch(a, b, role)]
        if elsewhere:
            yield case(f"other {' and '.join(elsewhere)}", i, pairs[i])
        elif wrong:
            yield case(f"extent of {' and '.join(wrong)}", i, pairs[i])
    for j in range(len(given)):
        if given[j].plain and j not in pairs.values():
            yield case("invented", None, j)


def _touch(a: Marked, b: Marked, role: str) -> bool:
    return bool(a.words[role] & b.words[role]) or not (a.words[role] or b.words[role])


def shown(case: dict[str, Any], text: str, number: int) -> str:
    """Write one error out for a person."""
    spans = [s for side in ("labelled", "given") if case[side] for role in ROLES for s in case[side][role]]
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    lines = [f"#{number} {case['article']} [{start}:{end}] {case['kind']}"]
    lines.append("   text: " + " ".join(text[max(0, start - CONTEXT) : end + CONTEXT].split()))
    for side in ("labelled", "given"):
        if case[side]:
            words = (f"{role}: " + " … ".join(text[s:e] for s, e in case[side][role]) for role in ROLES)
            lines.append(f"   {side}: " + " | ".join(words))
    return "\n".join(lines)


def table() -> str:
    """Count the judgements by cause."""
    judged = json.loads(JUDGED.read_text(encoding="utf8"))
    causes = Counter(one["cause"] for one in judged)
    arguable = Counter(one["cause"] for one in judged if one["arguable"])
    lines = ["| cause | errors | of these, people would differ |", "| --- | ---: | ---: |"]
    lines += [f"| {cause} | {count} | {arguable[cause]} |" for cause, count in causes.most_common()]
    return "\n".join([*lines, f"| all | {len(judged)} | {sum(arguable.values())} |"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("show", "table"))
    parser.add_argument("data", type=Path, nargs="?", help="folder of the corpora, with polnear/dev.jsonl")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--profile", default="accurate")
    parser.add_argument("--json", type=Path, help="write the errors here too, to be judged")
    options = parser.parse_args()
    if options.what == "table":
        print(table())
        return
    if options.data is None:
        parser.error("show needs the folder of the corpora")
    rows = [json.loads(line) for line in (options.data / "polnear/dev.jsonl").read_text(encoding="utf8").splitlines()]
    texts = {row["id"]: row["text"] for row in rows}
    found = [case for row in rows for case in errors(row, options.profile)]
    print(
        f"{len(found)} errors: "
        + ", ".join(f"{n} {kind}" for kind, n in Counter(c["kind"] for c in found).most_common())
    )
    some = random.Random(options.seed).sample(found, min(options.number, len(found)))
    some.sort(key=lambda case: case["article"])
    for number, case in enumerate(some, start=1):
        print("\n" + shown(case, texts[case["article"]], number))
    if options.json:
        options.json.write_text(json.dumps(some, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
