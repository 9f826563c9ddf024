"""What a corpus is asked, and what it answers: hits, views of claims and stories, how a claim spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.articles import Span
from sayso.schema.corpus import Entry, Judgement, Statement, StatementForm
from sayso.schema.matches import Claim, Comparison, Conflict, Copy, Origins, Relation, Story, Variant
from sayso.schema.values import Act, Channel, Kind


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are meant; ``None`` lets all pass.

    :param speaker: a name, or the id of a speaker across articles (``P…``).
    :param kind: what the speaker is.
    :param named: whether the speaker has a name; ``False`` leaves those without one.
    :param outlet: the publisher, in any case; words of its name are enough.
    :param since, until: ISO 8601 dates, or as much of one as ``2031-03``; both ends belong to it. Undated articles
        pass neither.
    :param act, form: of the statement; the form ``unsourced`` is the report's own word.
    """

    speaker: str | None = None
    kind: Kind | None = None
    named: bool | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    act: Act | None = None
    form: StatementForm | None = None

    @property
    def empty(self) -> bool:
        """Whether everything passes."""
        return self == Filters()


NEAR_MIN = 0.45
"""Cosine from which a statement is near in meaning to a search: of 12 questions to 145 invented articles, right answers
were at 0.45 to 0.82."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement that answers a search, and why it was found.

    :param statement: the statement.
    :param entry: its article.
    :param words: where the words that were searched for stand in ``statement.text``; empty where the meaning alone
        led to it.
    :param by_words: whether it holds all words that were searched for.
    :param similarity: of its meaning to that of the search, cosine; ``None`` where that was not compared.
    :param score: what hits are sorted by, highest first.
    :param claim: id of the claim it belongs to.
    :param reports: statements of that claim; 1 where there is none.
    """

    statement: Statement
    entry: Entry
    words: tuple[Span, ...]
    by_words: bool
    similarity: float | None
    score: float
    claim: str | None = None
    reports: int = 1


StationKind = Literal["origin", "teller", "page"]
"""What stands in the spread of a claim: where a chain ends, who passed it on, a page that has it."""
Handing = Literal["told", "cited", "copied"]
"""How a claim went from one to the next.

- ``told``: as the chain of a statement has it.
- ``cited``: a page names another page's outlet as its source.
- ``copied``: a page has the other's words.
"""


@dataclass(frozen=True, slots=True)
class Station:
    """One place that a claim was at.

    :param id: ``N1``, ``N2`` …: origins, tellers, then pages in order of time.
    :param kind: what it is.
    :param label: the name; for a page its outlet.
    :param note: role and affiliation; for a page its title.
    :param shape: what the teller is; ``None`` for pages and where it is not known.
    :param named: whether it has a name.
    :param article: id of the article of a page.
    :param published: of a page, as it states it; ``None`` where that is no usable date.
    :param url: of a page.
    :param statements: ids of the statements that show it here.
    :param sourced: whether a page says from whom it has the claim, or copies another.
    :param against: whether a page contradicts the claim.
    """

    id: str
    kind: StationKind
    label: str
    note: str = ""
    shape: Kind | None = None
    named: bool = True
    article: str | None = None
    published: str | None = None
    url: str | None = None
    statements: tuple[str, ...] = ()
    sourced: bool = True
    against: bool = False


@dataclass(frozen=True, slots=True)
class Passing:
    """A claim going from one station to the next.

    :param source, target: ids of stations.
    :param how: in which way.
    :param reason: why that is thought, in a plain sentence.
    :param channel: as the text states it.
    :param statements: ids of the statements that show it.
    """

    source: str
    target: str
    how: Handing
    reason: str
    channel: Channel | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """Who had a claim when, and from whom.

    :param claim: its id.
    :param stations: origins, tellers, then pages in order of time, the undated last.
    :param passings: in the order of their targets.
    """

    claim: str
    stations: tuple[Station, ...]
    passings: tuple[Passing, ...]

    @property
    def pages(self) -> tuple[Station, ...]:
        """The pages, in order of time, the undated last."""
        return tuple(station for station in self.stations if station.kind == "page")


@dataclass(frozen=True, slots=True)
class Inside:
    """A statement of a claim that stands inside another of the claim: both are one report.

    :param statement: id of the inner one.
    :param of: id of the one that counts as the report; inside no other.
    """

    statement: str
    of: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything that there is to see about a claim.

    :param claim: the claim.
    :param statements: of it, in order of publication.
    :param entries: of their articles, in the same order, each once.
    :param spread: who had it when, from whom.
    :param origins: how many independent origins it has, with a reason for every report.
    :param variants: the wordings of its quotations, each held against the fullest.
    :param conflicts: reports that disagree.
    :param stories: ids of the stories that its articles belong to.
    :param notes: judgements that people made about the claim or its statements.
    :param inside: those of ``statements`` that are no reports of their own.
    """

    claim: Claim
    statements: tuple[Statement, ...]
    entries: tuple[Entry, ...]
    spread: Spread
    origins: Origins | None = None
    variants: tuple[Variant, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    stories: tuple[str, ...] = ()
    notes: tuple[Judgement, ...] = ()
    inside: tuple[Inside, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list.

    :param claim: its id.
    :param text: the words of its wording.
    :param wording: the statement that has them.
    :param reports: statements that make it; one that stands inside another is no report of its own.
    :param articles: articles that have them.
    :param outlets: publishers of those.
    :param against: statements that contradict it, beside those.
    :param first, last: when the first and the last were published.
    """

    claim: str
    text: str
    wording: str
    reports: int
    articles: int
    outlets: int = 1
    against: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list.

    :param story: the story.
    :param outlets: of its articles, each once.
    """

    story: Story
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Articles about one event, and what they say.

    :param story: the story.
    :param entries: its articles, in order of publication.
    :param claims: those that more than one of its articles make, the most reported first.
    :param copies: text that its articles share.
    """

    story: Story
    entries: tuple[Entry, ...]
    claims: tuple[ClaimLine, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two articles share.

    :param left, right: where they stand in the texts of the two.
    :param left_text, right_text: the words.
    """

    left: Span
    right: Span
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A statement of one article, and the one of another that says the same, or the contrary.

    :param left, right: the two.
    :param relation: how their contents stand to each other.
    :param comparison: why, where the two were compared; ``None`` where others of one claim join them.
    :param variant: how their wordings differ, where they are one quotation; ``left`` or ``right`` is the fullest.
    """

    left: Statement
    right: Statement
    relation: Relation
    comparison: Comparison | None = None
    variant: Variant | None = None


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two articles side by side.

    :param left, right: the articles.
    :param copy: what is known of the text they share; ``None`` if they share none.
    :param passages: the shared words.
    :param same: statements that say the same, each with its best counterpart: of what stands inside each other and
        what is said twice, every pair is not listed.
    :param conflicting: statements that contradict each other, likewise.
    :param only_left, only_right: statements that the other article has no counterpart for.
    """

    left: Entry
    right: Entry
    copy: Copy | None = None
    passages: tuple[Passage, ...] = ()
    same: tuple[Counterpart, ...] = ()
    conflicting: tuple[Counterpart, ...] = ()
    only_left: tuple[Statement, ...] = ()
    only_right: tuple[Statement, ...] = ()
