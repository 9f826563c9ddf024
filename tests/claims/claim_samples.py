"""Statements of an invented region."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.compare import decide, weigh
from sayso.claims.facts import Facts
from sayso.schema import Comparison, Named, Span, Statement, Teller
from sayso.schema.corpus import StatementForm
from sayso.schema.values import Polarity

_NUMBERS = iter(range(1, 1_000_000))


def said(
    text: str,
    *,
    by: str | None = "Ada Fenn",
    published: str | None = "2024-03-04",
    form: StatementForm = "indirect",
    polarity: Polarity = "affirmed",
    means: Sequence[tuple[str, str]] = (),
    id: str | None = None,
) -> Statement:
    """Make a statement of its own article.

    :param means: pronouns in it, and the names of whom they mean.
    """
    id = id or f"{next(_NUMBERS):012x}#A1"
    named = [Named(Span(text.index(word), text.index(word) + len(word)), name) for word, name in means]
    teller = Teller("S1", by, "person", named=True) if by else None
    return Statement(
        id=id,
        article=id.partition("#")[0],
        content=(Span(0, len(text)),),
        text=text,
        form=form,
        polarity=polarity,
        chain=(teller,) if teller else (),
        speaks_of=tuple(named),
        published=published,
    )


def compare(left: Facts, right: Facts, similarity: float) -> Comparison:
    """Compare two statements without reading them together."""
    return decide(weigh(left, right, similarity), None)
