"""Every record of Sayso, in one place.

A record is frozen; ``article.text`` never changes after reading and everything else points into it
by half-open code-point offsets, so ``article.text[span.start:span.end]`` is always the evidence.
The JSON form (``Reading.to_dict``) is the contract that other programs build on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Form = Literal["direct", "indirect", "mixed", "fragment"]
Act = Literal["statement", "thought", "plan"]
Polarity = Literal["affirmed", "denied", "questioned"]
Kind = Literal["person", "organisation", "group", "document", "other"]
Verdict = Literal["verbatim", "altered", "not found"]
Reason = Literal[
    "empty",
    "too short",
    "not an article",
    "language",
    "undecodable",
    "too large",
    "refused address",
    "forbidden by robots.txt",
    "fetch failed",
    "unreadable",
    "bad line",
]
"""Why a page was refused. One word each, so that refusals can be counted."""


class Span(NamedTuple):
    """Half-open code-point offsets. A tuple rather than a dataclass: it sorts, and encodes as ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words this span covers in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Part of a page that is not the report.

    ``span`` points into the page as it was given (pasted text), never into ``article.text``.
    """

    kind: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where one fact about an article came from, for example ``Found("published", "json-ld")``."""

    fact: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text and what its page says about it.

    :param text: the report: paragraphs joined by blank lines; fixed after reading.
    :param paragraphs: spans into ``text``, in order, without the blank lines.
    :param author: names joined by ``"; "``.
    :param published: ISO 8601, with time and offset only when the page gives them.
    :param language: ISO 639-1.
    :param found: for each fact above, where it came from.
    :param furniture: what was left out of a pasted page.
    :param origins: for a pasted page, each paragraph's span in the page as given; else empty.
    """

    text: str
    paragraphs: tuple[Span, ...]
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    section: str | None = None
    published: str | None = None
    language: str | None = None
    id: str | None = None
    found: tuple[Found, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    origins: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page we refuse, as a value: counted and explained, never an exception or ``None``.

    :param detail: what was found, what was expected and, where there is one, what to do.
    :param page: the name, path or URL of the page, when it has one.
    """

    reason: Reason
    detail: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One teller in a chain, with the channel that the text states."""

    speaker: str
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The one behind one or more source spans."""

    id: str
    name: str
    kind: Kind | None = None
    named: bool = False
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to say, think or plan something.

    ``source``, ``cue`` and ``content`` each hold the pieces in reading order; pieces of one role never overlap.

    :param confidence: in [0, 1]; how sure the tagger is of the spans and of their link.
    :param nested_in: id of the attribution whose content reports this one.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    act: Act = "statement"
    polarity: Polarity = "affirmed"
    confidence: float = 1.0
    speaker: str | None = None
    chain: tuple[Hop, ...] = ()
    nested_in: str | None = None
    echo_of: str | None = None


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """A quoted scrap of the headline and what the body has for it. ``span`` points into the title."""

    span: Span
    verdict: Verdict
    attribution: str | None = None
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelName:
    """Which tagger made a reading."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole result for one article."""

    article: Article
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    model: ModelName
    sayso: str
    unsourced: tuple[Span, ...] = ()
    headline: tuple[HeadlineCheck, ...] = ()

    def text_of(self, spans: Sequence[Span] | Span) -> str:
        """Give the words of a span, or of several pieces joined by `` … ``."""
        pieces = (spans,) if isinstance(spans, Span) else spans
        return " … ".join(piece.of(self.article.text) for piece in pieces)

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """Give the speaker of an attribution, or ``None`` where the text names none."""
        return next((s for s in self.speakers if s.id == attribution.speaker), None)

    def to_dict(self) -> dict[str, Any]:
        """Give the documented JSON form: plain dicts, lists, strings and numbers."""
        from sayso.encode import to_builtins

        return to_builtins(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """Read the JSON form back.

        :raises sayso.errors.BadReading: if ``data`` is not a reading.
        """
        from sayso.encode import from_builtins

        return from_builtins(data)
