"""What was found for one span: the entity, the rule that led to it, and what else was weighed."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Whom some words mean, and why.

    :param entity: index in the roster; ``None`` where they mean nobody.
    :param rule: what decided, in a word or two.
    :param reason: the same in a plain sentence.
    :param score: in [0, 1] where candidates were weighed.
    :param mentions: the words that led there, nearest first.
    :param runner_up: index of the next best entity.
    :param runner_up_score: its score.
    """

    entity: int | None
    rule: str
    reason: str
    score: float | None = None
    mentions: tuple[Span, ...] = ()
    runner_up: int | None = None
    runner_up_score: float | None = None
