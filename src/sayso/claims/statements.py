"""A reading's attributions and unsourced sentences as the statements of a corpus."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.schema import Attribution, Entry, Named, Reading, Span, Speaker, Statement, Teller


class Mention(NamedTuple):
    """One mention of a speaker in the text; sorts by place."""

    start: int
    end: int
    name: str


def statements_of(entry: Entry, reading: Reading) -> list[Statement]:
    """Give every statement of an article: its attributions, then its unsourced sentences, each in reading order.

    :param entry: the article as the corpus holds it.
    :return: ``A1`` … with the labels of the attributions, ``U1`` … counted here. A hop or speaker that the reading
        does not list is left out.
    """
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    mentions = sorted(Mention(*span, speaker.name) for speaker in reading.speakers for span in speaker.mentions)
    labels = {attribution.id for attribution in reading.attributions}
    found = [
        Statement(
            id=f"{entry.id}#{attribution.id}",
            article=entry.id,
            content=attribution.content,
            text=reading.text_of(attribution.content),
            form=attribution.form,
            act=attribution.act,
            polarity=attribution.polarity,
            confidence=attribution.confidence,
            knows=attribution.knows,
            chain=_chain(attribution, speakers),
            nested_in=f"{entry.id}#{attribution.nested_in}" if attribution.nested_in in labels else None,
            speaks_of=_named_in(attribution.content, mentions),
            title=entry.title,
            url=entry.url,
            publisher=entry.publisher,
            published=entry.published,
        )
        for attribution in reading.attributions
    ]
    found += (
        Statement(
            id=f"{entry.id}#U{number}",
            article=entry.id,
            content=(span,),
            text=reading.text_of(span),
            form="unsourced",
            speaks_of=_named_in((span,), mentions),
            title=entry.title,
            url=entry.url,
            publisher=entry.publisher,
            published=entry.published,
        )
        for number, span in enumerate(reading.unsourced, 1)
    )
    return found


def _chain(attribution: Attribution, speakers: Mapping[str, Speaker]) -> tuple[Teller, ...]:
    hops = [(hop.speaker, hop.channel) for hop in attribution.chain]
    if not hops and attribution.speaker is not None:
        hops = [(attribution.speaker, None)]
    return tuple(
        Teller(
            label=speaker.id,
            name=speaker.name,
            kind=speaker.kind,
            named=speaker.named,
            role=speaker.role,
            affiliation=speaker.affiliation,
            channel=channel,
        )
        for label, channel in hops
        if (speaker := speakers.get(label)) is not None
    )


def _named_in(content: Sequence[Span], mentions: Sequence[Mention]) -> tuple[Named, ...]:
    """Give the mentions that lie inside one piece of a content.

    :param mentions: of all speakers, sorted.
    """
    found: list[Named] = []
    for piece in content:
        first, end = (bisect_left(mentions, (edge,)) for edge in piece)
        found += (Named(Span(m.start, m.end), m.name) for m in mentions[first:end] if m.end <= piece.end)
    return tuple(found)
