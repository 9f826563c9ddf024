"""Who says what, one row per attribution: what every table and list of a reading shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.harmless import one_line
from sayso.export.tellers import Telling, knowing, label_of, telling
from sayso.schema import Attribution, Echo, Hand, Reading, Speaker

DEPTH_MAX = 9
"""Nesting deeper than this is not drawn any deeper; a chain of thousands would take quadratic time to count."""


SURE = "how often an attribution as sure as this one was right on test articles"


@dataclass(frozen=True, slots=True)
class Row:
    """One attribution in words.

    :param number: from 1, in the order of the reading.
    :param source: the words of the source, on one line; empty where the text gives none.
    :param name: the speaker's name where it is known and not among the words of ``source``.
    :param parent: the number of the attribution this one is nested in.
    :param depth: how many attributions it is nested in, counted to ``DEPTH_MAX``.
    :param speaker: who says it.
    :param telling: how it came to the page, in words and for a drawing.
    :param hand: how far the page stands from the origin.
    :param knows: how the speaker knows, with the words that say so; empty where the text does not.
    :param echo: for a fragment, whether a statement has its words.
    :param repeats: the number of the statement that a fragment repeats.
    """

    number: int
    attribution: Attribution
    source: str
    cue: str
    content: str
    name: str | None
    parent: int | None
    depth: int
    speaker: Speaker | None
    telling: Telling
    hand: Hand | None
    knows: str
    echo: Echo | None
    repeats: int | None

    @property
    def who(self) -> str:
        """The source as a person would write it: without the comma that ends an apposition."""
        return self.source.rstrip(" ,;:")

    @property
    def form(self) -> str:
        """Form, then act and polarity where they are not plain: ``indirect, plan, denied``."""
        a = self.attribution
        words: list[str] = [a.form]
        if a.act != "statement":
            words.append(a.act)
        if a.polarity != "affirmed":
            words.append(a.polarity)
        return ", ".join(words)

    @property
    def sure(self) -> str:
        """Say how sure the tagger is; never "100%", which nothing read by a machine is."""
        percent = round(self.attribution.confidence * 100)
        return "over 99% sure" if percent > 99 else "under 1% sure" if percent < 1 else f"{percent}% sure"


def rows(reading: Reading) -> Iterator[Row]:
    """Give the rows in the order of the reading."""
    number_of = {a.id: n for n, a in enumerate(reading.attributions, start=1)}
    parent_of = {a.id: a.nested_in for a in reading.attributions}
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    echoes = {echo.fragment: echo for echo in reading.echoes}
    for number, a in enumerate(reading.attributions, start=1):
        source = one_line(reading.text_of(a.source))
        speaker = speakers.get(a.speaker) if a.speaker is not None else None
        name = label_of(speaker) if speaker is not None else None
        depth, seen, outer = 0, {a.id}, a.nested_in
        while outer in parent_of and outer not in seen and depth < DEPTH_MAX:
            depth += 1
            seen.add(outer)
            outer = parent_of[outer]
        yield Row(
            number=number,
            attribution=a,
            source=source,
            cue=one_line(reading.text_of(a.cue)),
            content=one_line(reading.text_of(a.content)),
            name=name if name is not None and name.casefold() not in source.casefold() else None,
            parent=number_of.get(a.nested_in) if a.nested_in is not None else None,
            depth=depth,
            speaker=speaker,
            telling=telling(reading, a, speakers),
            hand=reading.hand(a),
            knows=knowing(reading, a),
            echo=echoes.get(a.id),
            repeats=number_of.get(a.echo_of) if a.echo_of is not None else None,
        )


def shorten(text: str, length: int) -> str:
    """Cut at a word where there is one, to at most ``length`` characters with the ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > length // 2 else cut).rstrip(" ,;:…") + "…"
