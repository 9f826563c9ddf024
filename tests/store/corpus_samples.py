"""Articles of an invented region, and readings made up at random."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

import sayso
from sayso.paragraphs import paragraphs_of
from sayso.schema import (
    Article,
    Attribution,
    Hop,
    ModelName,
    Reading,
    Span,
    Speaker,
)

_TOWNS = "Ostrel Calder Vennport Marrow Tilsen Harrowgate Lindmoor Pellam".split()
_PEOPLE = "Ada Fenn|Jonas Ruud|Petra Halvorsen|Miro Castell|Hanne Vik|Owen Tarr|Lidia Brandt".split("|")
_OFFICES = "mayor|harbour master|police chief|fire chief|school inspector".split("|")
_EVENTS = "bridge|ferry|library|old mill|tram line|water tower".split("|")


def article(number: int, text: str | None = None) -> Article:
    """Give one short article; ``number`` makes it unlike the others."""
    town, person = _TOWNS[number % len(_TOWNS)], _PEOPLE[number % len(_PEOPLE)]
    office, thing = _OFFICES[number % len(_OFFICES)], _EVENTS[number % len(_EVENTS)]
    last = person.split()[1]
    if text is None:
        text = (
            f"The {thing} in {town} will stay shut for {number + 2} weeks, {person}, the {office}, said on Monday.\n\n"
            f"“Nobody was hurt, and {number + 40} people were brought home,” {last} told the Calder Post. "
            f"The repair is to cost {number + 3} million crowns.\n\n"
            f"According to a witness, a loud crack was heard at {number % 12 + 1} o'clock. {last} did not say why."
        )
    return Article(
        text=text,
        paragraphs=paragraphs_of(text),
        title=f"The {thing} in {town} stays shut",
        url=f"https://calderpost.example/news/{number}",
        publisher="The Calder Post",
        published="2024-03-0" + str(number % 9 + 1),
        language="en",
    )


@cache
def reading(number: int) -> Reading:
    """Give the reading of ``article(number)`` by the fast profile."""
    return sayso.attribute(article(number), profile="fast")


@cache
def reading_of(text: str, url: str | None = None) -> Reading:
    """Give the reading of a text, at an address."""
    return sayso.attribute(replace(article(0, text), url=url), profile="fast")


def _spans(draw: st.DrawFn, size: int, most: int = 3) -> tuple[Span, ...]:
    ends = sorted(draw(st.lists(st.integers(0, size), min_size=0, max_size=2 * most)))
    return tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading that fits together, of any text: with NULs, lone surrogates and everything else."""
    anything = st.text(st.characters(), max_size=60)
    text = draw(st.text(st.characters(), max_size=200))
    labels = [f"S{i}" for i in range(1, draw(st.integers(0, 4)) + 1)]
    speakers = tuple(
        Speaker(
            id=label,
            name=draw(anything),
            kind=draw(st.sampled_from([None, "person", "organisation", "group", "document", "other"])),
            named=draw(st.booleans()),
            role=draw(st.none() | anything),
            affiliation=draw(st.none() | anything),
            mentions=_spans(draw, len(text)),
        )
        for label in labels
    )
    attributions: list[Attribution] = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        chain = tuple(
            Hop(label, draw(st.sampled_from([None, "tweet", "interview", "TV"])))
            for label in draw(st.lists(st.sampled_from(labels), max_size=3, unique=True) if labels else st.just([]))
        )
        attributions.append(
            Attribution(
                id=f"A{number}",
                source=_spans(draw, len(text)),
                cue=_spans(draw, len(text)),
                content=_spans(draw, len(text)),
                form=draw(st.sampled_from(["direct", "indirect", "mixed", "fragment"])),
                act=draw(st.sampled_from(["statement", "thought", "plan"])),
                polarity=draw(st.sampled_from(["affirmed", "denied", "questioned"])),
                confidence=draw(st.floats(0, 1)),
                speaker=chain[-1].speaker if chain else None,
                chain=chain,
                nested_in=f"A{draw(st.integers(1, number - 1))}" if number > 1 and draw(st.booleans()) else None,
                knows=draw(st.sampled_from([None, "saw it", "was told"])),
            )
        )
    url = draw(st.none() | st.integers(0, 30).map(lambda n: f"https://a.example/{n}") | anything)
    return Reading(
        article=Article(
            text=text,
            paragraphs=(),
            title=draw(st.none() | anything),
            url=url,
            publisher=draw(st.none() | anything),
            author=draw(st.none() | anything),
            published=draw(st.none() | st.sampled_from(["3/16", "2050-01-01", "2024-02-30T99"]) | anything),
            id=draw(st.none() | anything),
        ),
        attributions=tuple(attributions),
        speakers=speakers,
        model=ModelName(draw(anything), "1"),
        sayso="0",
        unsourced=_spans(draw, len(text)),
    )
