"""Count quoted fragments and pieces of the headline traced to the right statement, with the right verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evals.scoring import OVERLAP_MIN, Count, WordIndex, aligned

Rows = Sequence[Mapping[str, Any]]


def count_echoes(labelled: Rows, reading: Mapping[str, Any], pairs: Mapping[int, int]) -> dict[str, Count]:
    """Count fragments traced to the right statement and given the right verdict, of all that are labelled.

    :param pairs: place of each labelled attribution -> place of the one that was read for it.
    """
    rows = reading["attributions"]
    verdicts = {echo["fragment"]: echo["verdict"] for echo in reading.get("echoes") or ()}
    echo_of, verdict = Count(), Count()
    for place, label in enumerate(labelled):
        if label["form"] != "fragment" or not label["must"]:
            continue
        echo_of.labelled += 1
        verdict.labelled += 1
        if place in pairs and rows[pairs[place]]["form"] == "fragment":
            given = rows[pairs[place]]
            echo_of.right += _same_statement(label["echo_of"], given.get("echo_of"), labelled, rows, pairs)
            verdict.right += label["verdict"] == verdicts.get(given["id"])
    return {"echo of": echo_of, "verdict": verdict}


def count_headline(
    labelled: Rows, title: str, attributions: Rows, reading: Mapping[str, Any], pairs: Mapping[int, int]
) -> dict[str, Count]:
    """Count pieces of the headline: verdicts against all labelled and given, statement and losses of those found.

    :param labelled: pieces with ``span`` in ``title``.
    :param attributions: the labelled ones, which the pieces rest on.
    """
    index = WordIndex(title)
    given_title = reading["article"].get("title") or ""
    read = WordIndex(given_title, aligned(title, given_title))
    given = list(reading.get("headline") or ())
    wanted_words = [set(index.of(label["span"])) for label in labelled]
    given_words = [set(read.of(check["span"])) for check in given]
    scored = [
        (len(a & b) / len(a | b), i, j)
        for i, a in enumerate(wanted_words)
        for j, b in enumerate(given_words)
        if a & b and labelled[i]["quoted"] == given[j].get("quoted", True)
    ]
    found: dict[int, int] = {}
    for overlap, i, j in sorted(scored, reverse=True):
        if overlap >= OVERLAP_MIN and i not in found and j not in found.values():
            found[i] = j
    met = [(labelled[i], given[j]) for i, j in found.items()]
    rests = sum(
        _same_statement(a["attribution"], b.get("attribution"), attributions, reading["attributions"], pairs)
        for a, b in met
    )
    return {
        "headline": Count(len(labelled), len(given), sum(a["verdict"] == b["verdict"] for a, b in met)),
        "rests on": Count(len(met), len(met), rests),
        "lost": Count(len(met), len(met), sum(set(a["lost"]) == set(b.get("lost") or ()) for a, b in met)),
    }


def _same_statement(
    wanted: int | None, given: str | None, labelled: Rows, rows: Rows, pairs: Mapping[int, int]
) -> bool:
    """Say whether a labelled number and the id that was read name the same statement, or both none."""
    if wanted is None or given is None:
        return wanted is None and given is None
    place = next(place for place, label in enumerate(labelled) if label["id"] == wanted)
    return place in pairs and rows[pairs[place]]["id"] == given
