"""An attribution on its way: spans into the text, before it has an id, a form and a place among the others."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in the making.

    :param sure: in [0, 1].
    :param depth: how many attributions it is nested in.
    :param verbatim: the content is the speaker's own words though no marks say so, as in a transcript.
    :param parent: index of the draft that reports it, in the list that it ends up in.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sure: float
    depth: int = 0
    verbatim: bool = False
    parent: int | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span, in no particular order."""
        return (*self.source, *self.cue, *self.content)

    @property
    def start(self) -> int:
        """Where its first span begins."""
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        """Where its last span ends."""
        return max(span.end for span in self.spans)
