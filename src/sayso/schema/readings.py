"""What is found in an article: who says what, who they are, how it got here, and what stands on nobody's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.schema.articles import Article, Span
from sayso.schema.values import (
    Act,
    Channel,
    DifferenceKind,
    Form,
    Hand,
    Kind,
    Knowing,
    Lost,
    Polarity,
    Sort,
    Verdict,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Hop:
    """One teller in a chain, with the channel that the text states.

    :param speaker: the id of the teller.
    :param channel: how it came from this teller to the next one towards the article; ``None`` where nothing is stated.
    :param evidence: the words that name the teller or the channel.
    """

    speaker: str
    channel: Channel | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks, or passes on what others say.

    :param id: ``"S1"``, ``"S2"`` … in the order of first mention.
    :param name: the fullest name that the article gives, without titles; for the nameless, a phrase from the text.
    :param kind: what it is.
    :param named: whether the text gives a proper name.
    :param role: as stated, such as "transport minister".
    :param affiliation: as stated, such as "Ostrel Polytechnic".
    :param mentions: where the text speaks of it: names, titles, pronouns; in reading order.
    """

    id: str
    name: str
    kind: Kind | None = None
    named: bool = False
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Why an attribution has the speaker it has.

    :param attribution: id of the attribution.
    :param rule: what decided, in a word or two, such as ``"last name"`` or ``"pronoun"``.
    :param reason: the same in a plain sentence.
    :param score: in [0, 1] where candidates were weighed; ``None`` where a rule left no doubt.
    :param mentions: the words that led to the speaker, nearest to the source first.
    :param runner_up: the name of the next best candidate, if there was one.
    :param runner_up_score: its score.
    """

    attribution: str
    rule: str
    reason: str
    score: float | None = None
    mentions: tuple[Span, ...] = ()
    runner_up: str | None = None
    runner_up_score: float | None = None


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
    :param chain: the tellers from the article to the origin, nearest first; the last is the speaker.
    :param nested_in: id of the attribution whose content reports this one.
    :param echo_of: id of the fuller statement that a fragment repeats.
    :param knows: how the speaker knows, where the text says so.
    :param knows_from: the words that say so.
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
    knows: Knowing | None = None
    knows_from: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where repeated words differ from the statement that they repeat.

    :param kind: ``dropped`` (the statement has more), ``added``, ``changed`` or ``moved``.
    :param here: the words of the fragment or headline; empty where they were dropped.
    :param there: the words of the statement; empty where they were added.
    """

    kind: DifferenceKind
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Echo:
    """A fragment of the body and the fuller statement that it repeats.

    :param fragment: id of the attribution of form ``fragment``.
    :param verdict: whether the statement has these words.
    :param attribution: id of the statement; ``None`` where none has them.
    :param differences: word by word, in the order of the fragment.
    """

    fragment: str
    verdict: Verdict
    attribution: str | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """A quoted scrap of the headline, or one of its claims, and what the body has for it.

    :param span: where it stands in ``article.title``.
    :param verdict: whether the body has these words.
    :param attribution: id of the attribution that it rests on.
    :param differences: word by word, in the order of the headline.
    :param quoted: whether the headline has it in quotation marks.
    :param lost: what of the body's statement the headline leaves out: ``"source"`` where somebody's word became a bare
        fact, ``"hedge"`` where doubt did.
    """

    span: Span
    verdict: Verdict
    attribution: str | None = None
    differences: tuple[Difference, ...] = ()
    quoted: bool = True
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the report, and whose word it is.

    :param span: where it stands in the text.
    :param voice: whose word it is.
    :param sort: what a sentence of the report's own voice does; ``None`` for the others.
    """

    span: Span
    voice: Voice
    sort: Sort | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of the report rests on whom, by words; the three add up to 1 unless the report is empty.

    :param named: on named sources.
    :param anonymous: on sources without a name, or with none at all ("it is said").
    :param none: on the report's own word.
    """

    named: float
    anonymous: float
    none: float


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
    :param unsourced: sentences of the report's own voice that assert something and name no source.
    :param headline: quoted scraps and claims of the headline.
    :param echoes: one for each attribution of form ``fragment``, in the same order.
    :param sentences: every sentence of the report, in reading order.
    :param shares: how much of the report rests on whom.
    :param choices: why each attribution has its speaker, in the order of the attributions.
    """

    article: Article
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    model: ModelName
    sayso: str
    unsourced: tuple[Span, ...] = ()
    headline: tuple[HeadlineCheck, ...] = ()
    echoes: tuple[Echo, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    shares: Shares = Shares(0.0, 0.0, 0.0)
    choices: tuple[Choice, ...] = ()

    def text_of(self, spans: Sequence[Span] | Span) -> str:
        """Give the words of a span, or of several pieces joined by `` … ``."""
        pieces = (spans,) if isinstance(spans, Span) else spans
        return " … ".join(piece.of(self.article.text) for piece in pieces)

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """Give the speaker of an attribution, or ``None`` where the text names none."""
        return next((s for s in self.speakers if s.id == attribution.speaker), None)

    def hand(self, attribution: Attribution) -> Hand | None:
        """Say how far the article stands from the origin; ``None`` where there is no chain."""
        hands: tuple[Hand, ...] = ("first hand", "second hand", "third hand")
        return hands[min(len(attribution.chain), 3) - 1] if attribution.chain else None

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
