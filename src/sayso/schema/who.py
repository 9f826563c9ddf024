"""What one speaker is reported to have said in many articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.corpus import Statement
from sayso.schema.matches import Identity, Variant

Called = Literal["name", "last name", "office", "judged"]
"""By what an article's speaker was known to be this one.

- ``name``: the whole name stands in the article.
- ``last name``: nothing but a last name, which only one can be meant by.
- ``office``: no name, but an office that only one held then.
- ``judged``: no name; a person said so.
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one article says that they said.

    :param statement: with its words, outlet, date and the chain through which it came.
    :param called: by what the speaker was known.
    :param second_hand: whether it came to the page through another teller.
    :param unsure: in plain words, why it may be somebody else's; empty where nothing speaks against it.
    :param variant: how it stands to the fullest wording; ``None`` for that one, and where they do not share enough.
    :param against: whether it contradicts the other reports of its claim.
    """

    statement: Statement
    called: Called = "name"
    second_hand: bool = False
    unsure: tuple[str, ...] = ()
    variant: Variant | None = None
    against: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said, in all its wordings.

    :param wordings: the fullest first, then by date.
    :param claim: id of the claim that they have in common; ``None`` where there is one wording only, or nothing but a
        quotation joins them.
    :param first, last: when its reports were published, as far as dates are known.
    :param outlets: who reports it, in order of publication.
    :param second_hand: whether no report has it from the speaker's own mouth.
    :param similarity: to the subject that was asked about, in [-1, 1]; ``None`` where none was.
    """

    wordings: tuple[Wording, ...]
    claim: str | None = None
    first: str | None = None
    last: str | None = None
    outlets: tuple[str, ...] = ()
    second_hand: bool = False
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that a speaker is reported to have said, or what of it was asked for.

    :param identity: who.
    :param sayings: in order of their first reports, those without a date last.
    :param statements: how many reports there are in all, under the filters that were set.
    :param left_out: sayings that the limit left out.
    :param outlets: how many of those reports each outlet has, the most first.
    :param about: the words of the subject; ``None`` where none was asked about.
    """

    identity: Identity
    sayings: tuple[Saying, ...]
    statements: int
    left_out: int = 0
    outlets: tuple[tuple[str, int], ...] = ()
    about: str | None = None
