"""Which entity speaks in each attribution, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.schema import Article, Attribution, Choice, Span
from sayso.speakers.findings import Finding
from sayso.speakers.implied import NOBODY, implied
from sayso.speakers.roster import Roster, Said


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speaker of one attribution.

    :param entity: its index in the roster; ``None`` where the text names nobody.
    :param choice: why it was chosen.
    """

    entity: int | None
    choice: Choice


def resolve(article: Article, attributions: Sequence[Attribution], roster: Roster) -> list[Resolved]:
    """Find the speaker of each attribution.

    :param attributions: in reading order, outer before inner.
    :return: one for each, in the same order.
    """
    out = []
    roster.quote(piece for a in attributions if a.form == "direct" and a.nested_in is None for piece in a.content)
    topics = _topics(roster)
    for attribution in attributions:
        while topics and roster.wording.starts[topics[-1]] < _start(attribution):
            word = topics.pop()
            roster.look(roster.wording.span(word, word + 1))
        finding = _finding(attribution, roster)
        if finding.entity is not None:
            roster.hear(
                Said(
                    start=_start(attribution),
                    entity=finding.entity,
                    source=attribution.source[0] if attribution.source else None,
                    content=attribution.content,
                    nested=attribution.nested_in is not None,
                    own_words=attribution.form in ("direct", "mixed"),
                )
            )
        out.append(Resolved(finding.entity, _choice(attribution, finding, roster)))
    return out


def _start(attribution: Attribution) -> int:
    return min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))


def _topics(roster: Roster) -> list[int]:
    """Give the words that open a sentence as "He" or "She", last first: they carry the topic on to the next pronoun."""
    lower = roster.wording.lower
    return [word for word in reversed(roster.wording.first[:-1]) if lower[word] in ("he", "she")]


_BY_NOBODY = re.compile(
    r"so[- ]called$|(?:take|takes|took|taking) (?:\w+ )?heat|(?:come|comes|came|been|was|were) under"
    r" (?:\w+ )?(?:fire|attack|criticism)"
    r"|(?:draw|draws|drew|drawn|face|faces|faced|facing|attract\w*|spark\w*)"
    r" (?:\w+ )?(?:fire|criticism|backlash|outrage|scorn)",
    re.IGNORECASE,
)
"""What many call something, nobody in particular says; and who took heat is not who gave it."""


def _finding(attribution: Attribution, roster: Roster) -> Finding:
    if _BY_NOBODY.match(" ".join(span.of(roster.article.text) for span in attribution.cue)):
        return NOBODY
    if not attribution.source:
        return implied(attribution, roster)
    source = attribution.source
    if len(source) > 1 and not source[0].of(roster.article.text).strip(" ,"):
        source = source[1:]
    return roster.look(Span(*source[0]))


def _choice(attribution: Attribution, finding: Finding, roster: Roster) -> Choice:
    second = finding.runner_up
    return Choice(
        attribution=attribution.id,
        rule=finding.rule,
        reason=finding.reason,
        score=finding.score,
        mentions=finding.mentions,
        runner_up=None if second is None else roster.entities[second].name,
        runner_up_score=finding.runner_up_score,
    )
