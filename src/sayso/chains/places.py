"""Which occasion belongs to which attribution, and how far it is carried on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.chains.lexicon import CONTINUING, CUE_CHANNEL, TELLING, WRITING, WRITTEN
from sayso.chains.occasion import Occasion
from sayso.chains.setting import same_occasion, setting_of
from sayso.chains.words import Words
from sayso.schema import Attribution, Span

TAIL = 70
"""An occasion that ends at most so many characters before the end of a reported content belongs to the reporting:
"she would stay, in an interview with …".
"""

TAIL_CHANNELS = frozenset(
    (
        "interview",
        "statement",
        "tweet",
        "Facebook",
        "Telegram",
        "Instagram",
        "social media",
        "email",
        "letter",
        "website",
    )
)
"""Channels of which that is likely; a rally or debate at the end is rather part of what is told."""
POSTED = frozenset(("website", "tweet", "Facebook", "Telegram", "Instagram", "social media"))
"""Channels on which documents are put that speak: "a post on Facebook said"."""
SPOKEN = frozenset(("interview", "TV", "radio", "speech", "rally", "debate", "press conference", "phone"))
"""Channels that are one occasion, with its day and place."""
TOLD_WITHIN = 30
"""So near to source or cue (in characters) stands "told CNN" if it is theirs."""
STATED_WITHIN = 200
"""So near stands any other occasion."""
QUOTATION_WORDS = 3
"""A quotation of fewer words is a scrap, which may be from another occasion."""


NamedIn = Callable[[Span], frozenset[int]]
"""Gives the entities of the persons whom a sentence names."""


@dataclass(slots=True)
class Place:
    """Where one attribution stands in the text.

    :param level: index of the attribution whose content it stands in; ``None`` in the report itself.
    :param anchors: its source and cue, or its content where it has neither.
    :param first: index of the sentence it begins in.
    :param last: index of the sentence it ends in.
    :param sentences: those of its anchors.
    :param occasions: what is stated for it.
    :param own: whether they are stated for it rather than carried on to it.
    """

    level: int | None
    anchors: tuple[Span, ...]
    first: int
    last: int
    sentences: frozenset[int]
    occasions: list[Occasion] = field(default_factory=list)
    own: bool = False


def places_of(words: Words, attributions: Sequence[Attribution]) -> list[Place]:
    """Say where each attribution stands."""
    index_of = {attribution.id: index for index, attribution in enumerate(attributions)}
    out = []
    for attribution in attributions:
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        anchors = (*attribution.source, *attribution.cue) or attribution.content
        near = [words.sentence(end) for a in anchors for end in (a.start, a.end - 1)]
        if attribution.cue and attribution.source:  # a source far away from its cue does not count
            near = [words.sentence(end) for a in attribution.cue for end in (a.start, a.end - 1)]
        out.append(
            Place(
                level=index_of.get(attribution.nested_in) if attribution.nested_in is not None else None,
                anchors=anchors,
                first=words.sentence(min(s.start for s in spans)),
                last=words.sentence(max(s.end for s in spans) - 1),
                sentences=frozenset(near),
            )
        )
    return out


def place_occasions(
    words: Words,
    attributions: Sequence[Attribution],
    speakers: Sequence[int | None],
    occasions: Sequence[Occasion],
    places: list[Place],
    named_in: NamedIn,
) -> None:
    """Give each occasion to the attribution it is stated for, then carry it on to its neighbours.

    :param named_in: the persons whom a sentence names.
    """
    for place, attribution in zip(places, attributions, strict=True):
        place.occasions = _in_cue(words, attribution)
        place.own = bool(place.occasions)
    around = _containers(attributions, [o.span.start for o in occasions])
    by_sentence: dict[tuple[int | None, int], list[int]] = {}
    for index, place in enumerate(places):
        if attributions[index].form == "fragment":
            continue
        for sentence in place.sentences:
            by_sentence.setdefault((place.level, sentence), []).append(index)
    pending: list[tuple[int, Occasion, frozenset[int]]] = []
    for occasion, container in zip(occasions, around, strict=True):
        sentence = words.sentence(occasion.span.start)
        near = _nearest(occasion.span, by_sentence.get((container, sentence), []), places)
        inside = not occasion.tellers and occasion.channel not in POSTED
        if inside and any(_within(occasion.span, attributions[i].source) for i in near):
            continue  # "the doctor behind the letter" does not speak in it, a "notice on the website" does
        telling = words.lower[words.at(occasion.span.start)] in TELLING
        candidates = _fitting(occasion, telling, near, attributions, places)
        if words.lower[words.at(occasion.span.start)] in ("asked", "pressed"):  # it is the answer that is given there
            candidates = [index for index in candidates if attributions[index].source] or candidates
        if container is None and (occasion.frame or not near):
            named = frozenset() if occasion.frame else named_in(words.sentences[sentence])
            pending.append((sentence, occasion, named))
        if candidates:
            best = candidates[0]
            for index in candidates[: 1 if occasion.apart else None]:
                if index == best or (speakers[index] is not None and speakers[index] == speakers[best]):
                    places[index].occasions.append(occasion)
                    places[index].own = True
        elif container is not None and not telling and _in_tail(attributions[container], occasion):
            places[container].occasions.append(occasion)
            places[container].own = True
    _lead_in(attributions, speakers, places, pending)
    _carry_on(words, attributions, speakers, places)
    _carry_back(words, attributions, speakers, places)


def _in_cue(words: Words, attribution: Attribution) -> list[Occasion]:
    """Give the occasion that a cue names itself: "tweeted"."""
    for cue in attribution.cue:
        for index in range(words.at(cue.start), min(words.at(cue.end - 1) + 1, len(words))):
            if words.lower[index] in CUE_CHANNEL:
                return [Occasion(words.span(index, index), CUE_CHANNEL[words.lower[index]])]
    return []


def _nearest(span: Span, candidates: Sequence[int], places: Sequence[Place]) -> list[int]:
    """Give the few attributions of a sentence that stand nearest to a span, the nearest first."""
    at = bisect_right(candidates, span.start, key=lambda i: places[i].anchors[0].start)
    return sorted(candidates[max(0, at - 4) : at + 4], key=lambda i: (_gap(span, places[i].anchors), i))


def _fitting(
    occasion: Occasion, telling: bool, near: Sequence[int], attributions: Sequence[Attribution], places: Sequence[Place]
) -> list[int]:
    """Leave the attributions that an occasion may belong to."""
    most = TOLD_WITHIN if telling or occasion.late else STATED_WITHIN
    if not occasion.late:
        return [i for i in near if _gap(occasion.span, places[i].anchors) <= most]
    if any(_within(teller, attributions[i].source) for i in near for teller in occasion.tellers):
        return []  # the outlet says it itself
    before = [(i, max(s.end for s in (*places[i].anchors, *attributions[i].content))) for i in near]
    return [i for i, end in before if 0 <= occasion.span.start - end <= most]


def _containers(attributions: Sequence[Attribution], offsets: Sequence[int]) -> list[int | None]:
    """For each offset, the index of the innermost attribution whose content covers it."""
    pieces = sorted((p.start, -p.end, i) for i, a in enumerate(attributions) for p in a.content if a.form != "fragment")
    out: list[int | None] = [None] * len(offsets)
    stack: list[tuple[int, int]] = []
    at = 0
    for place in sorted(range(len(offsets)), key=offsets.__getitem__):
        offset = offsets[place]
        while at < len(pieces) and pieces[at][0] <= offset:
            stack.append((-pieces[at][1], pieces[at][2]))
            at += 1
        while stack and stack[-1][0] <= offset:
            stack.pop()
        # An outer piece may end before an inner one where spans overlap; such are passed over.
        out[place] = next((i for end, i in reversed(stack[-4:]) if end > offset), None)
    return out


def _within(span: Span, pieces: Sequence[Span]) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in pieces)


def _gap(span: Span, anchors: Sequence[Span]) -> int:
    return min(max(0, span.start - a.end, a.start - span.end) for a in anchors)


def _in_tail(attribution: Attribution, occasion: Occasion) -> bool:
    """Say whether an occasion ends a reported content, where it rather belongs to the reporting."""
    end = attribution.content[-1].end
    told = bool(occasion.tellers) or occasion.channel in TAIL_CHANNELS
    return told and attribution.form == "indirect" and 0 <= end - occasion.span.end <= TAIL and bool(attribution.cue)


def _lead_in(
    attributions: Sequence[Attribution],
    speakers: Sequence[int | None],
    places: Sequence[Place],
    pending: Sequence[tuple[int, Occasion, frozenset[int]]],
) -> None:
    """Give an occasion to a quotation that begins right after it: "They met at a rally. “We won,” he said.".

    Not to another's: "Orm gave the paper an interview. “It is a lie,” said Solberg.".
    """
    top = [i for i, p in enumerate(places) if p.level is None and attributions[i].form != "fragment"]
    starts = [min(s.start for s in (*places[i].anchors, *attributions[i].content)) for i in top]
    for sentence, occasion, named in pending:
        for index in top[bisect_right(starts, occasion.span.end) :][:2]:
            place = places[index]
            if place.first - sentence > 1:
                break
            if named and speakers[index] not in named:
                break
            if occasion not in place.occasions and not place.own and attributions[index].form in ("direct", "mixed"):
                place.occasions.append(occasion)
                break


def _carry_on(
    words: Words, attributions: Sequence[Attribution], speakers: Sequence[int | None], places: Sequence[Place]
) -> None:
    """Carry an occasion on to what the same speaker says next, while that clearly belongs to it."""
    last: dict[int | None, int] = {}
    for index, place in enumerate(places):
        if attributions[index].form == "fragment":
            continue
        before = last.get(place.level)
        last[place.level] = index
        vague = all(o.vague for o in place.occasions)
        if before is None or not vague or speakers[index] is None or speakers[index] != speakers[before]:
            continue
        carried = [o for o in places[before].occasions if not o.apart]
        if not carried or place.first - places[before].last > 1:
            continue
        if not _one_occasion(words, attributions, before, index, carried):
            continue
        goes_on = _goes_on(words, attributions[index], carried) or bool(place.occasions)
        fresh = places[before].own or any(o.channel == "court filing" for o in carried)
        if goes_on or (fresh and _quotes(words, attributions[index])):
            place.occasions = carried


def _one_occasion(
    words: Words, attributions: Sequence[Attribution], source: int, target: int, carried: Sequence[Occasion]
) -> bool:
    """Say whether what one attribution states may be carried to another, as far as both say when and where.

    Whom somebody told, where, at which event keeps apart only what outlets pass on: "told the crowd" is at the rally.
    """
    if not any(o.tellers or o.channel in SPOKEN for o in carried):
        return True  # a tweet may follow "an hour later" and is a tweet still
    theirs, own = setting_of(words, attributions[source]), setting_of(words, attributions[target])
    if own.elsewhere and any(o.tellers or o.channel == "interview" for o in carried):
        return False
    return same_occasion(theirs, own, back=target < source)


def _quotes(words: Words, attribution: Attribution) -> bool:
    """Say whether an attribution quotes whole clauses, in a simple past or present: "he said", not "he has called"."""
    if attribution.form not in ("direct", "mixed") or attribution.act != "statement":
        return False
    long = sum(words.at(p.end - 1) + 1 - words.at(p.start) for p in attribution.content) >= QUOTATION_WORDS
    return long and not _perfect(words, attribution)


def _goes_on(words: Words, attribution: Attribution, occasions: Sequence[Occasion]) -> bool:
    """Say whether a cue tells that somebody goes on: "added", or "wrote" after a tweet."""
    said = {words.lower[i] for cue in attribution.cue for i in range(words.at(cue.start), words.at(cue.end - 1) + 1)}
    written = any(o.channel in WRITTEN for o in occasions)
    return bool(said & CONTINUING) or (written and bool(said & WRITING))


def _perfect(words: Words, attribution: Attribution) -> bool:
    """Say whether a cue tells of another time: "has said", "had warned"."""
    if not attribution.cue:
        return False
    index = words.at(attribution.cue[0].start)
    return bool({"has", "have", "had"} & set(words.lower[max(0, index - 1) : index + 2]))


def _carry_back(
    words: Words, attributions: Sequence[Attribution], speakers: Sequence[int | None], places: Sequence[Place]
) -> None:
    """Carry an occasion back from a quotation to what it bears out: "She rejects it. “Never,” she told CNN."."""
    top = [i for i, p in enumerate(places) if p.level is None and attributions[i].form != "fragment"]
    for order in range(1, len(top)):
        index = top[order]
        if (
            not places[index].own
            or speakers[index] is None
            or not _bears_out(words, attributions[index], places[index])
        ):
            continue
        reached = places[index].first - 1
        for before in reversed(top[max(0, order - 4) : order]):
            place = places[before]
            if speakers[before] != speakers[index] or place.occasions or place.last < reached:
                break
            if attributions[before].act != "statement" or _perfect(words, attributions[before]):
                break
            if place.last == 0 and _is_heading(words):
                break
            if not _one_occasion(words, attributions, index, before, places[index].occasions):
                continue
            place.occasions = list(places[index].occasions)


def _bears_out(words: Words, attribution: Attribution, place: Place) -> bool:
    """Say whether an attribution names the occasion of what stands before it: a quotation with the occasion behind it,
    or "also said at …".
    """
    behind = all(o.span.start > attribution.content[0].start for o in place.occasions)
    if behind and _quotes(words, attribution):
        return True
    return any("also" in words.lower[words.at(cue.start) - 1 : words.at(cue.end)] for cue in attribution.cue)


def _is_heading(words: Words) -> bool:
    """Say whether the first sentence is a headline rather than a lead: short."""
    return words.at(words.sentences[0].end - 1) < 20
