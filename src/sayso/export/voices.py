"""Who is quoted how much, by words and by statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from sayso.schema import Attribution, Hand, Reading, Span, Speaker

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's part in a report.

    :param speaker: ``None`` for statements that the text gives to nobody.
    :param statements: how many; echoes, which only repeat one, are not counted.
    :param words: how many words of the report are this speaker's, each counted once.
    :param share: of all words that are some speaker's, in [0, 1].
    :param numbers: of the statements, from 1, in the order of the reading.
    :param hands: the hands at which the report has them, nearest first.
    """

    speaker: Speaker | None
    statements: int
    words: int
    share: float
    numbers: tuple[int, ...]
    hands: tuple[Hand, ...]


_HANDS: tuple[Hand, ...] = ("first hand", "second hand", "third hand")


def voices(reading: Reading) -> list[Voice]:
    """Give the speakers that say something, the most quoted first."""
    starts = [match.start() for match in _WORD.finditer(reading.article.text)]
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    said: dict[str | None, list[tuple[int, Attribution]]] = {}
    for number, a in enumerate(reading.attributions, start=1):
        if a.echo_of is None:
            said.setdefault(a.speaker if a.speaker in speakers else None, []).append((number, a))
    counts = {id: _words([span for _, a in theirs for span in a.content], starts) for id, theirs in said.items()}
    total = sum(counts.values()) or 1
    found = []
    for id, theirs in said.items():
        hands = {hand for _, a in theirs if (hand := reading.hand(a)) is not None}
        found.append(
            Voice(
                speaker=speakers.get(id) if id is not None else None,
                statements=len(theirs),
                words=counts[id],
                share=counts[id] / total,
                numbers=tuple(number for number, _ in theirs),
                hands=tuple(hand for hand in _HANDS if hand in hands),
            )
        )
    return sorted(found, key=lambda voice: (-voice.words, -voice.statements, voice.numbers))


def _words(spans: list[Span], starts: list[int]) -> int:
    """Count the words that begin inside any of the spans."""
    count, end = 0, 0
    for start, stop in sorted(spans):
        if stop > end:
            count += bisect_left(starts, stop) - bisect_left(starts, max(start, end))
            end = stop
    return count
