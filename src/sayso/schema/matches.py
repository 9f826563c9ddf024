"""What is found between articles: copies, variants, claims, conflicts, origins, speakers and stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.articles import Span
from sayso.schema.values import Kind

Direction = Literal["left from right", "right from left", "from a third", "not known"]
"""Which of two articles took the shared words from the other.

- ``left from right``, ``right from left``: one from the other.
- ``from a third``: both from a wire, a speaker, another text, or what their outlet has standing.
- ``not known``: nothing tells.
"""
Rewording = Literal["same", "shortened", "joined", "reworded", "indirect"]
"""How one wording of a quotation stands to the fullest one.

- ``same``: word for word, but for case, marks and white space.
- ``shortened``: words left out at an end or in the middle, none changed.
- ``joined``: put together from pieces that stand apart in the fullest.
- ``reworded``: other words in place of some, ``[inserted]`` ones among them.
- ``indirect``: told in the third person, with tense and pronouns shifted.
"""
Alteration = Literal["negation", "number", "name", "certainty", "quantity"]
"""What changes the sense of a quotation.

- ``negation``: a *not*, *never*, *no* more or less.
- ``number``: another figure or date.
- ``name``: another person, place or organisation.
- ``certainty``: *may*, *might*, *will*, *allegedly* more, less or other.
- ``quantity``: *all*, *some*, *most*, *only* more, less or other.
"""
Relation = Literal["same", "related", "different", "conflicting"]
"""How the contents of two statements stand to each other.

- ``same``: they assert the same; one may say less, or say it more vaguely.
- ``related``: the same event or subject, another assertion about it.
- ``different``: nothing that a reader would put side by side.
- ``conflicting``: the same assertion, with a number, time, place, polarity or doer that cannot both be so.
"""
Matter = Literal["number", "time", "place", "polarity", "speaker"]
"""What two reports of a claim disagree in; ``speaker`` is who is said to have said or done it."""
AspectName = Literal["who", "what", "how many", "where", "when", "polarity", "certainty"]
"""In what two statements are compared."""
Agreement = Literal["equal", "vaguer", "compatible", "unclear", "apart", "contrary"]
"""How two statements compare in one aspect.

- ``equal``: the same, however written.
- ``vaguer``: one gives less detail, and the other fits in it ("thousands" and 5,000).
- ``compatible``: different details that may both be so.
- ``unclear``: one or both say nothing about it.
- ``apart``: about different things.
- ``contrary``: they cannot both be so.
"""


@dataclass(frozen=True, slots=True)
class Shared:
    """One passage that two articles share, as it stands in each.

    :param left, right: spans into the texts of the two.
    """

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that two articles share.

    :param left, right: ids of the articles, ``left < right`` as strings.
    :param passages: in the order of ``left``.
    :param words: shared words.
    :param left_share, right_share: part of each article's words that is shared, in [0, 1].
    :param direction: which took it from which.
    :param reason: why that is thought, in a plain sentence.
    :param credit: the agency that a text or its byline credits, such as ``"Associated Press"``; none where the words
        are from a third that is no agency.
    """

    left: str
    right: str
    passages: tuple[Shared, ...]
    words: int
    left_share: float
    right_share: float
    direction: Direction = "not known"
    reason: str = ""
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where a wording differs from the fullest.

    :param kind: ``kept`` (the same in both), ``dropped`` (the fullest has more), ``added``, ``changed``, ``shifted``
        (tense or person, as indirect speech asks).
    :param here: the words of this wording; empty where dropped.
    :param there: the words of the fullest; empty where added.
    :param alters: what of the sense it changes; ``None`` for trims and rewordings that leave it.
    """

    kind: Literal["kept", "dropped", "added", "changed", "shifted"]
    here: str
    there: str
    alters: Alteration | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a quotation, held against the fullest.

    :param statement: id of the statement that has it.
    :param fullest: id of the statement with the fullest wording.
    :param rewording: how it stands to that.
    :param edits: word by word, in the order of this wording, with the kept words between them.
    :param alters: what of the sense is changed anywhere in it.
    :param score: part of the shorter wording's words found in the other, in order, in [0, 1].
    """

    statement: str
    fullest: str
    rewording: Rewording
    edits: tuple[Edit, ...]
    alters: tuple[Alteration, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Aspect:
    """How two statements compare in one respect.

    :param name: the respect.
    :param agreement: how they compare in it.
    :param left, right: what each says about it, as normalised; empty where nothing.
    """

    name: AspectName
    agreement: Agreement
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the contents of two statements compare, and why.

    :param left, right: ids of the statements, ``left < right`` as strings.
    :param relation: the result.
    :param score: how sure, as the probability of ``relation``, in [0, 1].
    :param similarity: of the two contents' meanings, cosine.
    :param aspects: what decided.
    :param matters: what they disagree in, for ``conflicting``.
    """

    left: str
    right: str
    relation: Relation
    score: float
    similarity: float
    aspects: tuple[Aspect, ...] = ()
    matters: tuple[Matter, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What several statements say in common.

    :param id: ``C`` and 10 hex digits, made of its first statement.
    :param wording: the statement that all others are nearest to, in its own words.
    :param statements: ids, in order of publication.
    :param first, last: when the first and the last of them were published.
    :param against: those of ``statements`` that contradict the wording: its conflicts, which do not support it.
    """

    id: str
    wording: str
    statements: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two reports of one claim that disagree.

    :param matter: in what.
    :param left, right: ids of statements.
    :param left_words, right_words: what each says about it.
    """

    matter: Matter
    left: str
    right: str
    left_words: str
    right_words: str


@dataclass(frozen=True, slots=True)
class Report:
    """One statement of a claim, and what it adds to the number of origins.

    :param statement: its id.
    :param origin: id of the origin that its chain ends in; ``None`` where a circle leaves none.
    :param counts: ``yes`` if it is the report by which its origin is counted, ``repeat`` if another is, ``maybe`` if it
        is counted in the most only, ``no`` if not at all.
    :param reason: in a plain sentence.
    :param because: ids of what the reason rests on: statements, articles, judgements.
    """

    statement: str
    origin: str | None
    counts: Literal["yes", "repeat", "maybe", "no"]
    reason: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where chains of a claim end.

    :param id: ``"O1"``, ``"O2"`` … in order of publication.
    :param name: whom the texts name, or how they describe it.
    :param kind: what it is; ``None`` for an outlet's own observation.
    :param own: whether it is the reporter's own observation.
    :param named: whether it has a name.
    :param statements: ids of the statements that lead to it.
    :param possibly: for one that is counted in the most only, ids of origins that are counted in the least and that it
        may be the same as, the first ten of them.
    """

    id: str
    name: str
    kind: Kind | None = None
    own: bool = False
    named: bool = True
    statements: tuple[str, ...] = ()
    possibly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Tellers who cite each other, so that none of them is an origin.

    :param names: in the order of citing; the last cites the first.
    :param statements: ids of the statements that show it.
    """

    names: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins a claim has.

    :param least: if all that may be one are one.
    :param most: if all that may be different are different.
    :param origins: in order of publication.
    :param reports: every statement of the claim, in order of publication.
    :param circles: circular reporting that was seen.
    """

    least: int
    most: int
    origins: tuple[Origin, ...]
    reports: tuple[Report, ...]
    circles: tuple[Circle, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role or affiliation, and when it was seen.

    :param words: as the articles have it.
    :param first, last: dates of the first and last article that has it; ``None`` where no date is known.
    :param articles: how many have it.
    """

    words: str
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Identity:
    """One named speaker across articles.

    :param id: ``P`` and 10 hex digits, made of the first article that has it.
    :param name: the fullest name.
    :param kind: what it is.
    :param names: every name it goes by, most frequent first.
    :param roles, affiliations: over time.
    :param speakers: its speakers in articles, as ``ARTICLE#S2``, in order of publication; empty in a list of many.
    :param articles: how many articles have it.
    :param first, last: when the first and the last of those articles were published, as far as dates are known.
    """

    id: str
    name: str
    kind: Kind | None
    names: tuple[str, ...]
    roles: tuple[Tenure, ...] = ()
    affiliations: tuple[Tenure, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event.

    :param id: ``E`` and 10 hex digits, made of its first article.
    :param title: of the article that all others are nearest to.
    :param articles: ids, in order of publication.
    :param first, last: when the first and the last were published.
    """

    id: str
    title: str | None
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None
