"""The occasion of a statement: a record."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema import Channel, Span


@dataclass(frozen=True, slots=True)
class Occasion:
    """Words that say on what occasion, or through whom, something is said.

    :param span: the words.
    :param channel: the medium that they state.
    :param tellers: who stands between, nearest to the article first.
    :param vague: it yields to an occasion carried on to it: "told the crowd" after "at a rally".
    :param late: it belongs to what stands just before it: "she said, according to the paper".
    :param apart: it is another time's, and goes no further: "who had told the paper that …, said on Friday".
    :param frame: it reaches to a quotation after it, whoever speaks: "In the paper's profile neighbours were frank."
    """

    span: Span
    channel: Channel | None
    tellers: tuple[Span, ...] = ()
    vague: bool = False
    frame: bool = False
    late: bool = False
    apart: bool = False
