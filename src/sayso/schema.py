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
"""From which parts of the content stand in quotation marks.

- ``direct``: all of it.
- ``indirect``: none of it.
- ``mixed``: some of it.
- ``fragment``: a quoted scrap that has no cue of its own, as in headlines. Not found yet.
"""
Act = Literal["statement", "thought", "plan"]
"""What the source does with the content.

- ``statement``: says, writes or shows it.
- ``thought``: believes, knows, wants or fears it.
- ``plan``: intends or decides it.
"""
Polarity = Literal["affirmed", "denied", "questioned"]
"""Whether the source stands behind the content.

- ``affirmed``: it does, or nothing says that it does not.
- ``denied``: it rejects the content, or withholds it ("declined to say").
- ``questioned``: it asks or doubts.
"""
Kind = Literal["person", "organisation", "group", "document", "other"]
"""What a speaker is. Not found yet.

- ``person``: one human being.
- ``organisation``: a company, ministry, court, newspaper and the like.
- ``group``: several people without an organisation, such as residents.
- ``document``: a report, letter, study or file.
- ``other``: anything else that is said to speak.
"""
Verdict = Literal["verbatim", "altered", "not found"]
"""Whether the body has the words that the headline quotes. Not found yet.

- ``verbatim``: word for word.
- ``altered``: with other words in place of some.
- ``not found``: not at all.
"""
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
"""Why a page was refused. One word each, so that refusals can be counted.

- ``empty``: it holds no words.
- ``too short``: the report in it has fewer words than ``Settings.words_min``.
- ``not an article``: a front page, a wall (log-in, cookies, robots, scripts), an error page, or not text at all.
- ``language``: no shipped model reads the language of the report.
- ``undecodable``: the bytes are no text in any encoding, such as a picture.
- ``too large``: more bytes than ``Settings.size_max_bytes``, or more tags than are read.
- ``refused address``: not http or https, or at a private, loopback or link-local address.
- ``forbidden by robots.txt``: the site asks programs not to read it.
- ``fetch failed``: the server was not reached, was too slow, or answered with an error.
- ``unreadable``: a damaged file or a folder that cannot be opened.
- ``bad line``: a line of a ``.jsonl`` file that is not an article.
"""


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

    :param kind: what it is in a word or two, for example ``"share bar"`` or ``"related list"``.
    :param span: where it stands in the page as given.
    :param text: its words.
    """

    kind: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where one fact about an article came from, for example ``Found("published", "json-ld")``.

    :param fact: the name of a field of the article.
    :param where: the part of the page that gave it.
    """

    fact: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text and what its page says about it.

    :param text: the report: paragraphs joined by blank lines; fixed after reading.
    :param paragraphs: spans into ``text``, in order, without the blank lines.
    :param title: the headline.
    :param url: the address the page gives itself, else the one it was fetched from.
    :param publisher: the outlet.
    :param author: names joined by ``"; "``.
    :param section: the part of the outlet, such as "World News".
    :param published: ISO 8601, with time and offset only when the page gives them.
    :param language: ISO 639-1.
    :param id: what the caller names the article by; a line of a ``.jsonl`` file without one gets file and line.
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

    :param reason: one of a short list, to be counted by.
    :param detail: what was found, what was expected and, where there is one, what to do.
    :param page: the name, path or URL of the page, when it has one.
    """

    reason: Reason
    detail: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One teller in a chain, with the channel that the text states. Not found yet.

    :param speaker: the id of the teller.
    :param channel: how it reached the next one, for example ``"tweet"`` or ``"interview"``.
    """

    speaker: str
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The one behind one or more source spans.

    Speakers are not resolved yet: equal words of a source are one speaker, and "she" is a speaker called "she".

    :param id: ``"S1"``, ``"S2"`` … in the order of first mention.
    :param name: the words of the source span.
    :param kind: what it is; ``None`` until speakers are resolved.
    :param named: whether the text gives a name; ``False`` until speakers are resolved.
    :param role: such as "transport minister"; ``None`` until speakers are resolved.
    :param affiliation: such as "Ostrel Polytechnic"; ``None`` until speakers are resolved.
    :param mentions: the source spans that name it.
    """

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

    :param id: ``"A1"``, ``"A2"`` … in reading order, outer before inner.
    :param source: who says it; empty where the text names nobody.
    :param cue: the words that say that it is said.
    :param content: what is said, with its quotation marks.
    :param form: from which parts of the content stand in quotation marks.
    :param act: statement, thought or plan.
    :param polarity: affirmed, denied or questioned.
    :param confidence: in [0, 1]; how sure the tagger is of the spans and of their link.
    :param speaker: id of the speaker; ``None`` where there is no source.
    :param chain: the tellers from the article to the origin, nearest first; empty for now.
    :param nested_in: id of the attribution whose content reports this one.
    :param echo_of: id of the fuller statement that a fragment repeats; ``None`` for now.
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
    """A quoted scrap of the headline and what the body has for it. Not found yet.

    :param span: where it stands in the title.
    :param verdict: whether the body has these words.
    :param attribution: id of the attribution that has them.
    :param differences: what differs, in words.
    """

    span: Span
    verdict: Verdict
    attribution: str | None = None
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelName:
    """Which tagger made a reading.

    :param name: of the model.
    :param version: of the model; a reading by another version may differ.
    """

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole result for one article.

    :param article: the report and what its page says about it.
    :param attributions: in reading order, outer before inner.
    :param speakers: in the order of first mention.
    :param model: which tagger made the reading.
    :param sayso: the version of the package.
    :param unsourced: sentences that assert something and name no source; empty for now.
    :param headline: quoted scraps of the headline; empty for now.
    """

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
