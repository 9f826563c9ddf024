"""Pairs of a fragment and the statement it repeats, or of none: how many are told rightly, by verdict.

    python -m evals.echo_pairs [tune] [check] [--wrong]

``echo_pairs.json`` is ours: invented, and labelled by reading. ``statements`` stand in the report of every pair; a
pair adds its own ``statement`` (a name of one of them, or its words; none where nobody said so), ``near`` misses, and
sentences that the report has on its ``own`` word. ``kind`` says where the fragment stands: between quotation marks in
the report (behind ``before``), or in the headline, with marks or as a claim without.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.echoes.echo import echo
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Span, Verdict

PAIRS = Path(__file__).with_name("echo_pairs.json")
VERDICTS: tuple[Verdict, ...] = ("verbatim", "altered", "not found")


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair as labelled and as read.

    :param right: verdict and statement are those of the label.
    """

    pair: Mapping[str, Any]
    verdict: Verdict
    right: bool
    read: str


def load(path: Path = PAIRS) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Read the statements that every pair has, by name, and the pairs."""
    data = json.loads(path.read_text(encoding="utf8"))
    return data["statements"], data["pairs"]


def judge(pair: Mapping[str, Any], statements: Mapping[str, str]) -> Judged:
    """Make an article of a pair, trace its fragment, and compare."""
    wanted = statements.get(pair.get("statement", ""), pair.get("statement"))
    said = dict.fromkeys([*statements.values(), *pair.get("near", ()), *([wanted] if wanted else [])])
    first = "The report begins here."
    if pair["kind"] == "fragment":
        first = f"{pair.get('before', 'The harbour was')} “{pair['fragment']}”, on a day without wind."
    title = {"headline": f"Harbour ‘{pair['fragment']}’ in June", "claim": pair["fragment"]}.get(pair["kind"])
    text = "\n\n".join(
        [first, "Then came the summer.", *(f"Somebody said {one}." for one in said), *pair.get("own", ())]
    )
    paragraphs = paragraphs_of(text)
    attributions = []
    for number, one in enumerate(said, 1):
        start = paragraphs[number + 1].start
        cue = Span(start + 9, start + 13)
        pieces, begin = [], cue.end + 1
        for piece in one.split(" … "):
            pieces.append(Span(begin, begin + len(piece)))
            begin += len(piece) + 3
        attributions.append(Attribution(f"A{number}", (Span(start, start + 8),), (cue,), tuple(pieces), "indirect"))
    found = echo(Article(text=text, paragraphs=paragraphs, title=title), attributions)
    if pair["kind"] == "fragment":
        given = [(one.verdict, one.attribution) for one in found.echoes]
    else:
        given = [(one.verdict, one.attribution) for one in found.headline if one.quoted == (pair["kind"] == "headline")]
    verdict, rests_on = given[0] if given and given[0][1] else ("not found", None)
    content = next((one.content for one in found.attributions if one.id == rests_on), ())
    read = " … ".join(span.of(text) for span in content)
    return Judged(pair, verdict, verdict == pair["verdict"] and read == (wanted or ""), read)


def table(judged: Iterable[Judged]) -> dict[str, tuple[float, float, int]]:
    """Give precision and recall of each verdict, in percent, and how many pairs have it; right in the statement too."""
    rows = list(judged)
    out = {}
    for verdict in VERDICTS:
        right = sum(row.right and row.verdict == verdict for row in rows)
        given = sum(row.verdict == verdict for row in rows)
        labelled = sum(row.pair["verdict"] == verdict for row in rows)
        out[verdict] = (100 * right / given if given else 0.0, 100 * right / labelled if labelled else 0.0, labelled)
    return out


def main(arguments: list[str]) -> None:
    """Print the table, and the pairs told wrongly where asked to."""
    statements, pairs = load()
    wanted = [name for name in arguments if not name.startswith("-")]
    judged = [judge(pair, statements) for pair in pairs if not wanted or pair["set"] in wanted]
    for kind in ("fragment", "headline", "claim", ""):
        rows = [row for row in judged if not kind or row.pair["kind"] == kind]
        print(f"{kind or 'all':10}{'precision':>10}{'recall':>10}{'pairs':>7}")
        for verdict, (precision, recall, labelled) in table(rows).items():
            print(f"  {verdict:10}{precision:8.1f}{recall:10.1f}{labelled:7}")
    if "--wrong" in arguments:
        for row in judged:
            if not row.right:
                print(f"{row.pair['id']:4} {row.pair['tag']}: {row.pair['fragment']!r} {row.pair['verdict']}", end=" ")
                print(f"<- {row.pair.get('statement', '')!r}; read {row.verdict} <- {row.read!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
