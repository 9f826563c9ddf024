"""Who tells one attribution and by what way, alike for a page's labels, PolNeAR's labels and a reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """The teller of one attribution.

    :param name: of the speaker; ``None`` where there is none.
    :param via: names of those who stand between the speaker and the article, nearest to the article first.
    :param channels: every channel of the chain.
    """

    name: str | None = None
    kind: str | None = None
    named: bool = False
    role: str | None = None
    affiliation: str | None = None
    act: str | None = None
    via: tuple[str, ...] = ()
    channels: frozenset[str] = frozenset()
    knows: str | None = None


def told(row: Mapping[str, Any], speakers: Mapping[str, Mapping[str, Any]]) -> Told:
    """Read an attribution in the form of a reading's JSON, which the labels of the sample pages share.

    :param speakers: speaker id -> speaker.
    """
    who = speakers.get(row.get("speaker") or "", {})
    chain = row.get("chain") or ()
    names = [speakers.get(hop["speaker"], {}).get("name") for hop in chain[:-1]]
    return Told(
        who.get("name"),
        who.get("kind"),
        who.get("named", False),
        who.get("role"),
        who.get("affiliation"),
        row.get("act"),
        tuple(name for name in names if name),
        frozenset(hop["channel"] for hop in chain if hop.get("channel")),
        row.get("knows"),
    )


def told_in_corpus(label: Mapping[str, Any]) -> Told:
    """Read one label of ``speakers/dev.jsonl``, which gives names and one channel."""
    facts = {name: label[name] for name in ("kind", "named", "role", "affiliation", "act")}
    channels = frozenset(filter(None, [label["channel"]]))
    return Told(label["speaker"], **facts, via=tuple(label["via"]), channels=channels)


Pairs = Sequence[tuple[Told, Told | None]]
"""Labelled tellers, each with the one that was read for the same content, or ``None`` where none was."""
