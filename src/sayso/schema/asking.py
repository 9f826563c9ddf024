"""What a corpus is asked, and what it answers: hits, views of claims and stories, how a claim spread."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.articles import Span
from sayso.schema.corpus import Entry, Statement, StatementForm
from sayso.schema.values import Act, Kind


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


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement that answers a search, and why it was found.

    :param statement: the statement.
    :param entry: its article.
    :param words: where the words that were searched for stand in ``statement.text``; empty where the meaning alone
        led to it.
    :param by_words: whether it holds what was searched for.
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
