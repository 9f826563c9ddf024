"""Articles in which somebody says something, put together by hand: no tagger has to be right for these tests."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.paragraphs import paragraphs_of
from sayso.schema import Act, Article, Attribution, Channel, Form, Hop, Kind, ModelName, Reading, Span, Speaker


@dataclass(frozen=True)
class Said:
    """One thing said.

    :param words: of the content, without quotation marks.
    :param through: name of an outlet or person through whom it came.
    """

    who: str
    words: str
    role: str | None = None
    named: bool = True
    kind: Kind = "person"
    form: Form = "direct"
    act: Act = "statement"
    confidence: float = 0.9
    through: str | None = None
    channel: Channel | None = None


def page(outlet: str, published: str | None, *said: Said, more: str = "") -> Reading:
    """An article of an outlet in which each speaker says something, in this order."""
    text = ""
    speakers: dict[str, Speaker] = {}
    attributions = []

    def speaker(name: str, start: int, one: Said | None) -> str:
        span = Span(start, start + len(name))
        held = speakers.get(name)
        if held is None:
            speakers[name] = Speaker(
                f"S{len(speakers) + 1}",
                name,
                one.kind if one else "organisation",
                one.named if one else True,
                one.role if one else None,
                None,
                (span,),
            )
        return speakers[name].id

    for number, one in enumerate(said, 1):
        if one.through:
            told = speaker(one.through, len(text), None)
            text += f"{one.through}: "
        label = speaker(one.who, len(text), one)
        source = Span(len(text), len(text) + len(one.who))
        text += f"{one.who} said: "
        words = f"“{one.words}”" if one.form == "direct" else one.words
        content = Span(len(text), len(text) + len(words))
        text += words + ".\n\n"
        chain = ((Hop(told),) if one.through else ()) + (Hop(label, one.channel),)
        attributions.append(
            Attribution(
                f"A{number}", (source,), (), (content,), one.form, one.act, "affirmed", one.confidence, label, chain
            )
        )
    text += more
    article = Article(
        text,
        paragraphs_of(text),
        title=f"{outlet} {published}",
        url=f"https://{outlet.replace(' ', '')}.example/{published}",
        publisher=outlet,
        published=published,
    )
    return Reading(article, tuple(attributions), tuple(speakers.values()), ModelName("test", "1"), "0")
