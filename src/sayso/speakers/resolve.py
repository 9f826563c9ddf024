"""Which entity speaks in each attribution, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.schema import Article, Attribution, Choice
from sayso.speakers.lexicon import HE, IT, SHE, THEY
from sayso.speakers.roster import Roster


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speaker of one attribution.

    :param entity: its index in the roster; ``None`` where the text names nobody.
    :param choice: why it was chosen.
    """

    entity: int | None
    choice: Choice


def resolve(article: Article, attributions: Sequence[Attribution], roster: Roster) -> list[Resolved]:
    """Find the speaker of each attribution, in their order."""
    return [_resolve(article, attribution, roster) for attribution in attributions]


def _resolve(article: Article, attribution: Attribution, roster: Roster) -> Resolved:
    if not attribution.source:
        return Resolved(None, Choice(attribution.id, "no source", "The text names nobody."))
    span = attribution.source[0]
    words = span.of(article.text).casefold().split()
    if len(words) == 1 and words[0] in HE | SHE | THEY | IT:
        before = [e for e in roster.entities if e.mentions and e.mentions[0] < span and e.kind == "person"]
        if before:
            last = max(before, key=lambda e: max(m for m in e.mentions if m < span))
            return Resolved(last.index, Choice(attribution.id, "pronoun", "The last person named before the pronoun."))
    return Resolved(
        roster.find(span), Choice(attribution.id, "own words", "The source itself names the speaker.", mentions=(span,))
    )
