"""Attributions to chains: through whom, and by what channel, each statement came to the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.chains.conversation import conversation_of, hearing_of
from sayso.chains.frames import frames_of, signed_by
from sayso.chains.lexicon import DOCUMENT_CHANNEL, TELLING
from sayso.chains.occasion import Occasion
from sayso.chains.occasions import occasions_of
from sayso.chains.outlets import Teller, on_air, tellers_of
from sayso.chains.places import place_occasions, places_of
from sayso.chains.words import Words
from sayso.schema import Article, Attribution, Channel, Hop, Span, Speaker
from sayso.speakers.resolve import Resolved
from sayso.speakers.roster import Roster

EVENTS: frozenset[Channel] = frozenset(("debate", "rally", "TV", "radio", "speech", "press conference"))
"""Channels that are also events, at which one may think and plan."""


RANK = {
    **dict.fromkeys(("tweet", "Facebook", "Telegram", "Instagram"), 0),
    **dict.fromkeys(("TV", "radio", "phone", "website"), 2),
}
"""Which channel to give where several are stated: "a statement on Facebook", "an interview on television"."""


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
    tellers = tellers_of(words, article.publisher)
    speakers = [one.entity for one in resolved]
    places = places_of(words, attributions)
    people = _People(roster, tellers)
    place_occasions(words, attributions, speakers, occasions_of(words, tellers), places, people.named_in)
    around = Surroundings(article, words, tellers, roster)
    talks = conversation_of(article, attributions)
    told = [any(o.channel == "court filing" and _tells(words, o) for o in place.occasions) for place in places]
    hearing = hearing_of(article, attributions, told)
    documents: dict[int, tuple[Channel, Span]] = {}
    out: list[tuple[Link, ...]] = []
    for index, attribution in enumerate(attributions):
        level = places[index].level
        outer = out[level] if level is not None and level < index else around.before(attribution)
        speaker = speakers[index]
        if speaker is None:
            out.append(outer if level is not None else ())
            continue
        links = [*outer, *around.outlet_of(speaker)]
        links += (Link(roster.find(s), on_air(words, s), (s,)) for o in places[index].occasions for s in o.tellers)
        channel, evidence = _channel(attribution, places[index].occasions)
        if channel is None and roster.entities[speaker].kind in ("document", None, "other", "organisation"):
            document = _document(words, attribution) or documents.get(speaker)
            if document is not None:
                if roster.entities[speaker].kind == "document":
                    documents.setdefault(speaker, document)
                channel, evidence = document[0], (document[1],)
        if channel is None and index in talks:
            channel = talks[index]
        elif channel is None and index in hearing:
            channel = "court filing"
        if channel is None and level is not None and _told_reporter(words, attribution):
            channel = "interview" if around.reports(speakers[level]) else None
        elif channel is None and attribution.act == "statement":
            channel = around.medium_of(speaker)
        links.append(Link(speaker, channel, evidence))
        out.append(_without_repeats(links))
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


class _People:
    """The persons whom the text names, but for those who ask or report."""

    def __init__(self, roster: Roster, tellers: Sequence[Teller]) -> None:
        asking = [teller.person for teller in tellers if teller.person is not None]
        starts = roster.wording.starts
        self._entities = [
            (starts[core], entity)
            for core, entity in zip(roster.name_cores, roster.of_name, strict=True)
            if roster.entities[entity].kind == "person"
            and not any(span.start <= starts[core] < span.end for span in asking)
        ]
        self._starts = [start for start, _ in self._entities]

    def named_in(self, sentence: Span) -> frozenset[int]:
        """Give the entities of those whom a sentence names."""
        first, stop = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return frozenset(entity for _, entity in self._entities[first:stop])


class Surroundings:
    """What holds for more than one attribution: who signs or is copied, and which speakers report for an outlet."""

    def __init__(self, article: Article, words: Words, tellers: Sequence[Teller], roster: Roster) -> None:
        self._roster = roster
        self._agency = signed_by(article)
        self._frames = frames_of(article, words, tellers)
        self._starts = [frame.span.start for frame in self._frames]
        self._outlets: dict[int, Teller] = {}
        for teller in tellers:
            if teller.speaks and teller.person is not None and teller.outlet is not None:
                self._outlets.setdefault(roster.find(teller.person), teller)

    def before(self, attribution: Attribution) -> tuple[Link, ...]:
        """Give the tellers before an attribution of the report itself: the agency, the report that is copied."""
        spans = [] if self._agency is None else [self._agency]
        start = attribution.content[0].start
        place = bisect_right(self._starts, start) - 1
        if place >= 0 and start < self._frames[place].span.end:
            spans += self._frames[place].tellers
        return tuple(Link(self._roster.find(span), None, (span,)) for span in spans)

    def outlet_of(self, speaker: int) -> tuple[Link, ...]:
        """Give the outlet that somebody reports for."""
        teller = self._outlets.get(speaker)
        if teller is None or teller.outlet is None:
            return ()
        return (Link(self._roster.find(teller.outlet), self.medium_of(speaker), (teller.outlet,)),)

    def medium_of(self, speaker: int) -> Channel | None:
        """Say whether somebody reports on television or the radio."""
        teller = self._outlets.get(speaker)
        return None if teller is None or teller.medium == "other" else teller.medium

    def reports(self, speaker: int | None) -> bool:
        """Say whether somebody reports for an outlet."""
        return speaker in self._outlets


def _tells(words: Words, occasion: Occasion) -> bool:
    """Say whether an occasion is one of telling: "told the court"."""
    return words.lower[words.at(occasion.span.start)] in TELLING


def _told_reporter(words: Words, attribution: Attribution) -> bool:
    """Say whether a cue is "told me" or "told us"."""
    for cue in attribution.cue:
        said = words.lower[words.at(cue.start) : words.at(cue.end - 1) + 2]  # "me" may stand behind the cue
        if TELLING.intersection(said) and {"me", "us"}.intersection(said):
            return True
    return False


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


def _channel(attribution: Attribution, occasions: Sequence[Occasion]) -> tuple[Channel | None, tuple[Span, ...]]:
    """Say by what channel the speaker's words came: by the cue's verb, the occasion, or what the speaker is."""
    # Thoughts "during the debate" are not uttered there; what is sent in a letter is uttered whatever its verb.
    uttered = attribution.act == "statement"
    named = [o for o in occasions if o.channel is not None and (uttered or o.channel not in EVENTS)]
    if named:
        best = min(named, key=lambda o: RANK.get(o.channel or "", 1))
        return best.channel, (best.span,)
    return None, tuple(o.span for o in occasions[:1])


_HEAD_ENDS = frozenset(
    "of by from that which published in on about into with for who to at led put read due seen sent given shown".split()
)


def _document(words: Words, attribution: Attribution) -> tuple[Channel, Span] | None:
    """Say by what channel a document speaks: "the report found"."""
    for source in attribution.source[:1]:
        head = _document_head(words, source)
        # "Reports say" inside somebody's words are rumours, no study.
        loose = head is not None and words.lower[head] in ("report", "reports") and attribution.nested_in is not None
        if head is not None and not loose:
            return DOCUMENT_CHANNEL[words.lower[head]], words.span(head, head)
    return None


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
