"""Chains in plain words: ``Ukrainian soldier, unnamed → told ITV's Dan Rivers → this page``.

A reading holds a chain from the article outwards. People tell it the other way, from who knows to who reads, and so
does everything here: the origin first, this page last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.export.harmless import one_line
from sayso.schema import Attribution, Channel, Hop, Knowing, Reading, Speaker

PAGE = "this page"
NOBODY = "nobody named"
AUTHOR = "AUTHOR"
"""The name of the speaker in whose person the article is written."""

Shape = Literal["person", "organisation", "document", "page"]

# How words came from somebody to whoever passed them on: a verb, so that a chain reads as a sentence.
_SAID: dict[Channel, str] = {
    "tweet": "tweeted",
    "Facebook": "wrote on Facebook",
    "Telegram": "wrote on Telegram",
    "Instagram": "wrote on Instagram",
    "social media": "wrote on social media",
    "interview": "said in an interview",
    "statement": "said in a statement",
    "speech": "said in a speech",
    "rally": "said at a rally",
    "debate": "said in a debate",
    "press conference": "told a press conference",
    "TV": "said on TV",
    "radio": "said on the radio",
    "email": "wrote in an e-mail",
    "letter": "wrote in a letter",
    "report": "wrote in a report",
    "poll": "said in a poll",
    "court filing": "said in a court filing",
    "book": "wrote in a book",
    "ad": "said in an ad",
    "website": "wrote on a website",
    "phone": "said by phone",
    "document": "wrote in a document",
}
# What a paper may be: "lawsuit → in a court filing" says the same thing twice.
_PAPERS: frozenset[Channel] = frozenset(
    ("statement", "email", "letter", "report", "poll", "court filing", "book", "ad", "website", "document", "tweet")
)
_TO: dict[Channel, str] = {
    "interview": "told {}",
    "phone": "told {} by phone",
    "email": "e-mailed {}",
    "letter": "wrote to {}",
}
_TOLD = re.compile(r"\b(?:told|tells?|telling)\b", re.IGNORECASE)
KNOWS: dict[Knowing, str] = {
    "saw it": "saw or heard it",
    "was told": "was told",
    "was there": "was there",
    "document": "has it from a document",
}


@dataclass(frozen=True, slots=True)
class Teller:
    """One station of a chain, as a drawing shows it.

    :param label: the name, as short as it can be.
    :param shape: what it is.
    :param named: whether it has a proper name.
    :param channel: what stands on the arrow to the next station; empty where nothing is stated.
    """

    label: str
    shape: Shape
    named: bool
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """How one statement came to the page.

    :param steps: in words, the origin first and ``this page`` last.
    :param tellers: for a drawing, in the same order.
    """

    steps: tuple[str, ...]
    tellers: tuple[Teller, ...]

    @property
    def words(self) -> str:
        """The chain in one line."""
        return " → ".join(self.steps)


def telling(reading: Reading, a: Attribution, speakers: dict[str, Speaker]) -> Telling:
    """Give the chain of one attribution; ``speakers`` are those of the reading, by id."""
    chain = tuple(hop for hop in reversed(a.chain) if hop.speaker in speakers)
    if not chain and a.speaker in speakers:
        chain = (Hop(a.speaker),)
    if not chain:
        words = one_line(reading.text_of(a.source)).rstrip(" ,;:")
        first = Teller(words or NOBODY, "person", named=False)
        return Telling((first.label, PAGE), (first, _PAGE))
    steps = [described(speakers[chain[0].speaker])]
    tellers = []
    for index, hop in enumerate(chain):
        speaker = speakers[hop.speaker]
        following = speakers[chain[index + 1].speaker] if index + 1 < len(chain) else None
        tellers.append(Teller(label_of(speaker), shape_of(speaker), speaker.named, hop.channel or ""))
        if following is None:
            phrase = _said(speaker, hop.channel, first=index == 0)
            steps += [phrase] if phrase else []
        elif _speaks_for(speaker, following):
            continue  # "ITV's Dan Rivers" or "Dan Rivers, ITV" has named the outlet already
        else:
            steps.append(_passed_on(reading, a, hop, speaker, following))
    return Telling((*steps, PAGE), (*tellers, _PAGE))


_PAGE = Teller(PAGE, "page", named=True)


def described(speaker: Speaker) -> str:
    """Name a speaker with role and affiliation, and say so where there is no name."""
    if speaker.name == AUTHOR:
        return "The author"
    name = one_line(speaker.name)
    words = [name[:1].upper() + name[1:]]
    if not speaker.named:
        words.append("unnamed")
    for fact in (speaker.role, speaker.affiliation):
        if fact and one_line(fact).casefold() not in ", ".join(words).casefold():
            words.append(one_line(fact))
    return ", ".join(words)


def label_of(speaker: Speaker) -> str:
    """Name a speaker in as few words as it can be told by."""
    return "the author" if speaker.name == AUTHOR else one_line(speaker.name)


def shape_of(speaker: Speaker) -> Shape:
    """Tell people, bodies and papers apart."""
    return speaker.kind if speaker.kind in ("organisation", "document") else "person"


def knowing(reading: Reading, a: Attribution) -> str:
    """Say how the speaker knows, with the words that say so; empty where the text does not."""
    if a.knows is None:
        return ""
    words = one_line(reading.text_of(a.knows_from))
    return KNOWS[a.knows] + (f" (“{words}”)" if words else "")


def _speaks_for(speaker: Speaker, outlet: Speaker) -> bool:
    return bool(speaker.affiliation) and outlet.name == speaker.affiliation


def _with_outlet(speaker: Speaker) -> str:
    label = label_of(speaker)
    if not speaker.affiliation or not speaker.named:
        return label if speaker.named or speaker.name == AUTHOR else f"{label}, unnamed"
    outlet = one_line(speaker.affiliation)
    return f"{outlet}{'’' if outlet.endswith('s') else '’s'} {label}"


def _passed_on(reading: Reading, a: Attribution, hop: Hop, speaker: Speaker, to: Speaker) -> str:
    name = _with_outlet(to)
    if hop.channel in _TO:
        return _TO[hop.channel].format(name)
    phrase = _said(speaker, hop.channel, first=True)
    if phrase:
        return f"{phrase}, according to {name}"
    pieces = (*hop.evidence, *a.cue) if hop.speaker == a.speaker else hop.evidence
    told = _TOLD.search(reading.text_of(pieces)) is not None and to.kind != "document"
    return f"told {name}" if told else f"according to {name}"


def _said(speaker: Speaker, channel: Channel | None, *, first: bool) -> str:
    if channel is None or (speaker.kind == "document" and channel in _PAPERS):
        return ""
    phrase = _SAID[channel]
    if channel == "tweet":
        return phrase if first else "in a tweet"
    if first and speaker.kind != "document":
        return phrase
    # Whoever passes it on did not say it, and a paper says nothing aloud.
    return "at a press conference" if channel == "press conference" else phrase.partition(" ")[2]
