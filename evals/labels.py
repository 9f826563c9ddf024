"""Read the labels of the sample pages: ``evals/samples/NAME.json``, one file a page, written for people.

A label gives words, not numbers: ``"the county council"``, or ``{"words": "said", "occurrence": 2}`` where its
paragraph has these words more than once, or ``{"words": …, "paragraph": 8}`` where a piece stands in another paragraph
than the attribution's first. Paragraphs, occurrences and attributions are numbered from 1. Speakers are given once, by
an id that attributions and their chains use.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from evals.scoring import ROLES
from sayso.schema import Channel, Knowing

EVALS = Path(__file__).parent
ROOT = EVALS.parent
JOIN = "\n\n"
_COPIED = ("form", "act", "polarity", "nested_in", "must", "speaker", "chain", "knows")
_OF_FRAGMENTS = ("echo_of", "verdict")


class BadLabel(ValueError):
    """A label that does not fit its page's text."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled page.

    :param text: the report as it ought to be read: paragraphs joined by blank lines.
    :param attributions: in the form of a reading's JSON (spans into ``text``) with ``must`` and ``verdict``.
    :param facts: what ought to be found about the article; ``None`` where the page does not say.
    :param speakers: id -> name, kind, named, role, affiliation.
    :param headline: pieces of the title with ``span``, ``verdict``, ``attribution``, ``quoted`` and ``lost``.
    :param unsourced: ``span`` of the first words of each sentence that stands on nobody's word, and ``must``.
    """

    name: str
    page: Path
    kind: str
    text: str
    paragraphs: tuple[str, ...]
    attributions: tuple[dict[str, Any], ...]
    facts: dict[str, str | None]
    speakers: dict[str, dict[str, Any]]
    headline: tuple[dict[str, Any], ...]
    unsourced: tuple[dict[str, Any], ...]
    digest: str


def samples() -> list[Sample]:
    """Read every labelled sample, by name."""
    return [read_label(path) for path in sorted((EVALS / "samples").glob("*.json"))]


def read_label(path: Path) -> Sample:
    """Read one file of labels.

    :raises BadLabel: if words are not where the label says.
    """
    raw = path.read_bytes()
    data = json.loads(raw)
    page = ROOT / data["page"]
    paragraphs = tuple(data["paragraphs"])
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + len(JOIN))
    speakers = {row["id"]: row for row in data["speakers"]}
    attributions = []
    for place, row in enumerate(data["attributions"], 1):
        if row["number"] != place:
            raise BadLabel(f"{path.name}: attribution {row['number']} stands in place {place}")
        out = {name: row[name] for name in (*_COPIED, *(_OF_FRAGMENTS if row["form"] == "fragment" else ()))}
        out["id"] = place
        _check_tellers(row, speakers, f"{path.name}: {place}")
        for role in ROLES:
            out[role] = [
                _find(piece, row["paragraph"], paragraphs, starts, f"{path.name}: {place}") for piece in row[role]
            ]
        attributions.append(out)
    title = data["article"].get("title") or ""
    headline = [row | {"span": _find(row, 1, (title,), [0], f"{path.name}: headline")} for row in data["headline"]]
    where = f"{path.name}: unsourced"
    unsourced = [
        {
            "span": _find({"words": row["begins"]} | row, row["paragraph"], paragraphs, starts, where),
            "must": row.get("must", True),
        }
        for row in data["unsourced"]
    ]
    return Sample(
        name=path.stem,
        page=page,
        kind=data["kind"],
        text=JOIN.join(paragraphs),
        paragraphs=paragraphs,
        attributions=tuple(attributions),
        facts=data["article"],
        speakers=speakers,
        headline=tuple(headline),
        unsourced=tuple(unsourced),
        digest=hashlib.sha256(raw + page.read_bytes()).hexdigest()[:16],
    )


def _check_tellers(row: dict[str, Any], speakers: dict[str, Any], where: str) -> None:
    """Refuse a chain with an unknown speaker or channel, or one that does not end with the speaker."""
    named = [hop["speaker"] for hop in row["chain"]]
    unknown = [name for name in (*named, row["speaker"]) if name is not None and name not in speakers]
    if unknown:
        raise BadLabel(f"{where}: no speaker has the id {unknown[0]!r}")
    if row["speaker"] is not None and named[-1:] != [row["speaker"]]:
        raise BadLabel(f"{where}: the chain ends with {named[-1:]}, the speaker is {row['speaker']!r}")
    channels = [hop["channel"] for hop in row["chain"] if hop["channel"] not in (None, *get_args(Channel))]
    if channels:
        raise BadLabel(f"{where}: no channel is called {channels[0]!r}")
    if row["knows"] not in (None, *get_args(Knowing)):
        raise BadLabel(f"{where}: no way of knowing is called {row['knows']!r}")


def _find(
    piece: str | dict[str, Any], paragraph: int, paragraphs: tuple[str, ...], starts: list[int], where: str
) -> list[int]:
    if isinstance(piece, str):
        piece = {"words": piece}
    words, paragraph = piece["words"], piece.get("paragraph", paragraph)
    places = occurrences(paragraphs[paragraph - 1], words)
    number = piece.get("occurrence", 1)
    if not 1 <= number <= len(places):
        raise BadLabel(
            f"{where}: paragraph {paragraph} has {words!r} {len(places)} times, occurrence {number} is asked for"
        )
    if len(places) > 1 and "occurrence" not in piece:
        raise BadLabel(f"{where}: paragraph {paragraph} has {words!r} {len(places)} times: say which occurrence")
    start = starts[paragraph - 1] + places[number - 1]
    return [start, start + len(words)]


def occurrences(text: str, words: str) -> list[int]:
    """Find where words begin in a text; no match begins or ends inside a word."""
    out = []
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        inside = (at > 0 and words[0].isalnum() and text[at - 1].isalnum()) or (
            end < len(text) and words[-1].isalnum() and text[end].isalnum()
        )
        if not inside:
            out.append(at)
        at = text.find(words, at + 1)
    return out
