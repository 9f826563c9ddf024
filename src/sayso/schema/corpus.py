"""Articles, their statements and people's judgements as a corpus holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.articles import Span
from sayso.schema.values import Act, Channel, Kind, Knowing, Polarity

StatementForm = Literal["direct", "indirect", "mixed", "fragment", "unsourced"]
"""How a statement stands in its article: the form of its attribution, or ``unsourced`` for the report's own word."""
Decision = Literal["same claim", "not the same claim", "same speaker", "not the same speaker", "dependent", "note"]
"""What a person may decide.

- ``same claim``, ``not the same claim``: two statements do, or do not, say the same.
- ``same speaker``, ``not the same speaker``: two speakers are, or are not, one; ``S2`` of an article is ``ARTICLE#S2``.
- ``dependent``: what the first statement or article says rests on the second, whatever the text states.
- ``note``: words about a statement, an article, a claim or a speaker; decides nothing.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of an article in the corpus: everything but its text.

    :param id: 12 hex digits made of page and text, so that the same article has the same id in every corpus.
    :param page: what tells pages apart: the address without what varies for one page, else the text's hash.
    :param version: 1 for the first text that the page had, 2 for the next.
    :param current: whether no later version is held.
    :param title, url, publisher, author, section, published, language: as in ``Article``.
    :param added: when it was added, ISO 8601 in UTC.
    :param words: of the text.
    :param profile: the tagger that read it.
    :param same_text_as: id of the entry that held this very text first, at another address; ``None`` if there is none.
    :param fetched: when its page was fetched, ISO 8601 in UTC, where that is known.
    """

    id: str
    page: str
    version: int
    current: bool
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None
    section: str | None
    published: str | None
    language: str | None
    added: str
    words: int
    profile: str
    same_text_as: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """One teller in the chain of a statement.

    :param label: the speaker's id in its article, such as ``"S2"``.
    :param name, kind, named, role, affiliation: as in ``Speaker``.
    :param channel: how it came from this teller to the next one towards the article.
    :param identity: id of the speaker across articles; ``None`` until matched, and for the nameless.
    """

    label: str
    name: str
    kind: Kind | None = None
    named: bool = False
    role: str | None = None
    affiliation: str | None = None
    channel: Channel | None = None
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody that a statement speaks of, by name or by pronoun.

    :param span: into the text of the article, within the statement's content.
    :param name: the fullest name that the article gives.
    """

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an article in the corpus, with what is needed to compare it with others.

    :param id: ``ARTICLE#A7`` for attribution ``A7``, ``ARTICLE#U2`` for the second unsourced sentence.
    :param article: id of the entry.
    :param content: where it stands in the article's text.
    :param text: its words, pieces joined by `` … ``.
    :param form: how it stands there.
    :param act, polarity, confidence, knows: as in ``Attribution``.
    :param chain: the tellers from the article to the origin, nearest first, the speaker last; empty where the article
        names nobody.
    :param nested_in: id of the statement whose content reports this one.
    :param speaks_of: who is meant by names and pronouns in it, as far as the article's speakers go.
    :param title, url, publisher, published: of the article.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    text: str
    form: StatementForm
    act: Act = "statement"
    polarity: Polarity = "affirmed"
    confidence: float = 1.0
    knows: Knowing | None = None
    chain: tuple[Teller, ...] = ()
    nested_in: str | None = None
    speaks_of: tuple[Named, ...] = ()
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def speaker(self) -> Teller | None:
        """The one who says it; ``None`` where the article names nobody."""
        return self.chain[-1] if self.chain else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict: signed, dated, never overwritten; undone by date and name, and kept.

    :param id: ``"J1"``, ``"J2"`` …
    :param decision: what was decided.
    :param subject: id of a statement, article, claim or speaker.
    :param other: id of the other one, for verdicts about two.
    :param note: in the person's words.
    :param author: who decided.
    :param made: when, ISO 8601 in UTC.
    :param undone: when it was undone; ``None`` while it holds.
    :param undone_by: who undid it.
    """

    id: str
    decision: Decision
    subject: str
    other: str | None
    note: str | None
    author: str
    made: str
    undone: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one statement from one version of a page to the next.

    :param what: ``added``, ``removed``, ``reworded`` (other words), ``reattributed`` (other speaker).
    :param before, after: ids of the statements; ``None`` on the side where there is none.
    :param before_text, after_text: their words.
    """

    what: Literal["added", "removed", "reworded", "reattributed"]
    before: str | None
    after: str | None
    before_text: str | None
    after_text: str | None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article did.

    :param entry: the article as it is held.
    :param what: ``new``; ``version`` (the page had another text before); ``unchanged`` (held already, nothing done);
        ``same text`` (new, with the text of an article at another address).
    :param changes: from the version before, for ``version``.
    """

    entry: Entry
    what: Literal["new", "version", "unchanged", "same text"]
    changes: tuple[Change, ...] = ()
