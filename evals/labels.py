"""Read the labels of the sample pages: ``evals/samples/NAME.json``, one file a page, written for people.

A label gives words, not numbers: ``"the county council"``, or ``{"words": "said", "occurrence": 2}`` where its
paragraph has these words more than once, or ``{"words": …, "paragraph": 8}`` where a piece stands in another paragraph
than the attribution's first. Paragraphs, occurrences and attributions are numbered from 1.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.scoring import ROLES

EVALS = Path(__file__).parent
ROOT = EVALS.parent
JOIN = "\n\n"


class BadLabel(ValueError):
    """A label that does not fit its page's text."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled page.

    :param text: the report as it ought to be read: paragraphs joined by blank lines.
    :param attributions: in the form of a reading's JSON (spans into ``text``), with ``must``.
    :param facts: what ought to be found about the article; ``None`` where the page does not say.
    """

    name: str
    page: Path
    kind: str
    text: str
    paragraphs: tuple[str, ...]
    attributions: tuple[dict[str, Any], ...]
    facts: dict[str, str | None]
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
    attributions = []
    for place, row in enumerate(data["attributions"], 1):
        if row["number"] != place:
            raise BadLabel(f"{path.name}: attribution {row['number']} stands in place {place}")
        out = {name: row[name] for name in ("form", "act", "polarity", "nested_in", "must")} | {"id": place}
        for role in ROLES:
            out[role] = [
                _find(piece, row["paragraph"], paragraphs, starts, f"{path.name}: {place}") for piece in row[role]
            ]
        attributions.append(out)
    digest = hashlib.sha256(raw + page.read_bytes()).hexdigest()[:16]
    return Sample(
        path.stem, page, data["kind"], JOIN.join(paragraphs), paragraphs, tuple(attributions), data["article"], digest
    )


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
