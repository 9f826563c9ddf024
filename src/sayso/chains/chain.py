"""Attributions to chains: through whom, and by what channel, each statement came to the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.chains.lexicon import CUE_CHANNEL, DOCUMENT_CHANNEL
from sayso.chains.occasions import Occasion, occasions_of
from sayso.chains.outlets import Teller, tellers_of
from sayso.chains.places import Place, place_occasions, places_of
from sayso.chains.words import Words
from sayso.schema import Article, Attribution, Channel, Hop, Span, Speaker
from sayso.speakers.resolve import Resolved
from sayso.speakers.roster import Roster


@dataclass(frozen=True, slots=True)
class Link:
    """One teller of a chain.

    :param entity: its index in the roster.
    :param channel: how it came from this teller to the next one towards the article.
    :param evidence: the words that name the teller or the channel.
    """

    entity: int
    channel: Channel | None = None
    evidence: tuple[Span, ...] = ()


def chains_of(
    article: Article, attributions: Sequence[Attribution], resolved: Sequence[Resolved], roster: Roster
) -> list[tuple[Link, ...]]:
    """Say for each attribution through whom it came, nearest to the article first; the last is its own speaker.

    :param resolved: the speakers, one an attribution.
    :return: one chain an attribution, in their order; empty where nobody is named. The chain of an attribution begins
        with that of the one it is nested in.
    """
    words = Words(article.text, _sentences(roster))
    tellers = tellers_of(words)
    occasions = occasions_of(words, tellers)
    speakers = [one.entity for one in resolved]
    places = places_of(words, attributions)
    place_occasions(words, attributions, speakers, occasions, places)
    out: list[tuple[Link, ...]] = []
    for index, attribution in enumerate(attributions):
        level = places[index].level
        outer = out[level] if level is not None and level < index else ()
        out.append(_chain(words, attribution, speakers[index], places[index], outer, tellers, roster))
    return out


def hops_of(chain: Sequence[Link], speakers: Mapping[int, Speaker]) -> tuple[Hop, ...]:
    """Turn the links of a chain into hops.

    :param speakers: for each entity, its speaker.
    """
    return tuple(Hop(speakers[link.entity].id, link.channel, link.evidence) for link in chain)


def _sentences(roster: Roster) -> list[Span]:
    wording = roster.wording
    ends = [wording.ends[stop - 1] for stop in wording.first[1:]]
    return [Span(wording.starts[first], end) for first, end in zip(wording.first, ends, strict=False)]


def _chain(
    words: Words,
    attribution: Attribution,
    speaker: int | None,
    place: Place,
    outer: tuple[Link, ...],
    tellers: Sequence[Teller],
    roster: Roster,
) -> tuple[Link, ...]:
    if speaker is None:
        return outer
    links = list(outer)
    for occasion in place.occasions:
        for span in occasion.tellers:
            links.append(Link(roster.find(span), None, (span,)))
    channel, evidence = _channel(words, attribution, place.occasions)
    links.append(Link(speaker, channel, evidence))
    return _without_repeats(links)


def _without_repeats(links: Sequence[Link]) -> tuple[Link, ...]:
    """Leave each teller once, where they stand first, and end with the speaker: who repeats himself is no hop."""
    out: list[Link] = []
    last = links[-1]
    for link in links:
        if any(link.entity == other.entity for other in out):
            continue
        out.append(link)
        if link.entity == last.entity:
            break
    return tuple(out)


def _channel(
    words: Words, attribution: Attribution, occasions: Sequence[Occasion]
) -> tuple[Channel | None, tuple[Span, ...]]:
    """Say by what channel the speaker's words came: by the cue's verb, the occasion, or what the speaker is."""
    for cue in attribution.cue:
        for index in range(words.at(cue.start), words.at(cue.end - 1) + 1):
            if index < len(words) and words.lower[index] in CUE_CHANNEL:
                return CUE_CHANNEL[words.lower[index]], (words.span(index, index),)
    named = [o for o in occasions if o.channel is not None]
    if named:
        best = min(named, key=lambda o: o.channel in ("TV", "radio", "phone", "website"))
        return best.channel, (best.span,)
    for source in attribution.source[:1]:
        head = _document_head(words, source)
        if head is not None:
            return DOCUMENT_CHANNEL[words.lower[head]], (words.span(head, head),)
    return None, tuple(o.span for o in occasions[:1])


_HEAD_ENDS = frozenset("of by from that which published in on about into with for who to at led put".split())


def _document_head(words: Words, source: Span) -> int | None:
    """Find the noun of a document that speaks: the last word before "of", "by" and the like."""
    index = words.at(source.start)
    last = min(words.at(source.end - 1), index + 12, len(words) - 1)
    while index <= last:
        ends = index == last or not words.joined(index + 1)
        after = "" if ends else words.lower[index + 1]
        speaks = words.lower[index] in DOCUMENT_CHANNEL and not words.possessive[index]
        if speaks and (ends or after in _HEAD_ENDS or after.endswith("ed")):
            return index
        if words.lower[index] in _HEAD_ENDS or (ends and index < last):
            return None
        index += 1
    return None
