"""Readings of any shape: spans anywhere in any Unicode text, overlapping, nested, crossing paragraphs; every record."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.paragraphs import paragraphs_of
from sayso.schema import (
    Act,
    Article,
    Attribution,
    Channel,
    Choice,
    Difference,
    DifferenceKind,
    Echo,
    Form,
    HeadlineCheck,
    Hop,
    Kind,
    Knowing,
    Lost,
    ModelName,
    Polarity,
    Reading,
    Sentence,
    Shares,
    Sort,
    Span,
    Speaker,
    Verdict,
    Voice,
)

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


def any_of(values: object) -> st.SearchStrategy[str]:
    return st.sampled_from(values.__args__)  # type: ignore[attr-defined]


def ids(letter: str, most: int) -> st.SearchStrategy[str]:
    """Ids that are there, and one that is not."""
    return st.integers(1, most + 1).map(lambda n: f"{letter}{n}")


SPEAKERS_MAX, ATTRIBUTIONS_MAX = 3, 4
# Sampled, not drawn letter by letter: a whole reading has dozens of them.
NAMES = st.sampled_from(
    ["Bo", "Bo Linde", "", " ", "“it fell”", "漢字", "שלום", "AUTHOR", "=1+1", "\x1b[2J", "</svg><script>", "a” b", "\ud800",
     "\u202egnol", "é\n\nb", "x" * 90]
)  # fmt: skip
DIFFERENCES = st.lists(st.builds(Difference, any_of(DifferenceKind), NAMES, NAMES), max_size=3).map(tuple)


@st.composite
def speakers(draw: st.DrawFn, length: int) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(
            id=f"S{number}",
            name=draw(NAMES),
            kind=draw(st.none() | any_of(Kind)),
            named=draw(st.booleans()),
            role=draw(st.none() | NAMES),
            affiliation=draw(st.none() | NAMES),
            mentions=draw(pieces(length, 1)),
        )
        for number in range(1, draw(st.integers(0, SPEAKERS_MAX)) + 1)
    )


@st.composite
def attributions(draw: st.DrawFn, length: int) -> tuple[Attribution, ...]:
    hops = st.builds(Hop, ids("S", SPEAKERS_MAX), st.none() | any_of(Channel), st.just(()) | pieces(length, 1))
    return tuple(
        Attribution(
            id=f"A{number}",
            source=draw(pieces(length, 1)),
            cue=draw(pieces(length, 2)),
            content=draw(pieces(length, 3)),
            form=draw(any_of(Form)),
            act=draw(any_of(Act)),
            polarity=draw(any_of(Polarity)),
            confidence=draw(st.floats(0, 1)),
            speaker=draw(st.none() | ids("S", SPEAKERS_MAX)),
            chain=draw(st.lists(hops, max_size=3).map(tuple)),
            nested_in=draw(st.none() | ids("A", ATTRIBUTIONS_MAX)),
            echo_of=draw(st.none() | ids("A", ATTRIBUTIONS_MAX)),
            knows=draw(st.none() | any_of(Knowing)),
            knows_from=draw(st.just(()) | pieces(length, 1)),
        )
        for number in range(1, draw(st.integers(0, ATTRIBUTIONS_MAX)) + 1)
    )


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    first = draw(st.floats(0, 1))
    second = draw(st.floats(0, 1 - first))
    return draw(st.sampled_from([Shares(first, second, max(0.0, 1 - first - second)), Shares(0.0, 0.0, 0.0)]))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text, title = draw(TEXTS), draw(st.none() | TEXTS)
    said = draw(attributions(len(text)))
    bare = draw(pieces(len(text), 2))
    article = Article(text=text, paragraphs=paragraphs_of(text), title=title, url=draw(st.none() | TEXTS), author=title)
    checks = st.builds(
        HeadlineCheck,
        span=pieces(len(title or ""), 1).map(lambda spans: spans[0] if spans else Span(0, 0)),
        verdict=any_of(Verdict),
        attribution=st.none() | ids("A", ATTRIBUTIONS_MAX),
        differences=DIFFERENCES,
        quoted=st.booleans(),
        lost=st.lists(any_of(Lost), unique=True).map(tuple),
    )
    echo = (any_of(Verdict), st.none() | ids("A", ATTRIBUTIONS_MAX), DIFFERENCES)
    return Reading(
        article=article,
        attributions=said,
        speakers=draw(speakers(len(text))),
        model=ModelName("any", "1"),
        sayso="0",
        unsourced=bare,
        headline=draw(st.lists(checks, max_size=2).map(tuple)),
        echoes=tuple(Echo(a.id, *map(draw, echo)) for a in said if a.form == "fragment"),
        sentences=tuple(Sentence(s, draw(any_of(Voice)), draw(st.none() | any_of(Sort))) for s in bare),
        shares=draw(shares()),
        choices=draw(
            st.lists(
                st.builds(
                    Choice,
                    attribution=ids("A", ATTRIBUTIONS_MAX),
                    rule=NAMES,
                    reason=NAMES,
                    score=st.none() | st.floats(0, 1),
                    mentions=pieces(len(text), 2),
                    runner_up=st.none() | NAMES,
                    runner_up_score=st.none() | st.floats(0, 1),
                ),
                max_size=2,
            ).map(tuple)
        ),
    )
