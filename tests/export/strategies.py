"""Readings of any shape: spans anywhere in any Unicode text, overlapping, nested, crossing paragraphs."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, ModelName, Reading, Span

TEXTS = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                "\n\n",
                " ",
                "“",
                "”",
                "漢字",
                "👩‍👩‍👧",
                "שלום",
                "\u202e",
                "\x1b[31m",
                "é",
                "<b>",
                "&lt;",
                "\ud800",
                "\t=1",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@st.composite
def pieces(draw: st.DrawFn, length: int, most: int) -> tuple[Span, ...]:
    cuts = draw(st.lists(st.integers(0, length), max_size=2 * most, unique=True).map(sorted))
    return tuple(Span(s, e) for s, e in zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(TEXTS)
    attributions = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        attributions.append(
            Attribution(
                id=f"A{number}",
                source=draw(pieces(len(text), 1)),
                cue=draw(pieces(len(text), 2)),
                content=draw(pieces(len(text), 3)),
                form=draw(st.sampled_from(["direct", "indirect", "mixed", "fragment"])),
                act=draw(st.sampled_from(["statement", "thought", "plan"])),
                polarity=draw(st.sampled_from(["affirmed", "denied", "questioned"])),
                confidence=draw(st.floats(0, 1)),
                nested_in=draw(st.none() | st.integers(1, 6).map(lambda n: f"A{n}")),
            )
        )
    title = draw(st.none() | TEXTS)
    article = Article(text=text, paragraphs=paragraphs_of(text), title=title, url=draw(st.none() | TEXTS), author=title)
    return Reading(article, tuple(attributions), (), ModelName("any", "1"), "0")
