from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.echoes.echo import Echoed, echo
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Choice, Hop, Span

BARGE = "Pell said “the barge sank by the mill and we lost every hen we had” on Monday."
CREW = "The crews, Rook said, were “tired and cold”."
PLAN = "Odile Marr wrote: “Nobody has paid for the lamp, and it will not burn before June.”"


def attributed(text: str, number: int, source: str, cue: str, *contents: str, **fields: object) -> Attribution:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    sources = (span(source),) if source else ()
    made = Attribution(f"A{number}", sources, (span(cue),) if cue else (), tuple(map(span, contents)), "direct")
    return replace(made, **fields)  # type: ignore[arg-type]


def report(*paragraphs: str) -> tuple[str, list[Attribution]]:
    """Put paragraphs above three statements, by S1, S2 and S3."""
    text = "\n\n".join([*paragraphs, BARGE, CREW, PLAN])
    hop = Hop("S1", "TV"), Hop("S2", None)
    return text, [
        attributed(
            text,
            1,
            "Pell",
            "said “"[:4],
            "“the barge sank by the mill and we lost every hen we had”",
            speaker="S2",
            chain=hop,
        ),
        attributed(
            text, 2, "Rook", "Rook said"[5:], "The crews", "were “tired and cold”", speaker="S3", chain=(Hop("S3"),)
        ),
        attributed(text, 3, "Odile Marr", "wrote", PLAN.partition(": ")[2], speaker="S4", chain=(Hop("S4", "letter"),)),
    ]


def read(text: str, attributions: Sequence[Attribution], title: str | None = None) -> Echoed:
    return echo(Article(text=text, paragraphs=paragraphs_of(text), title=title), attributions)


def fragments(*paragraphs: str) -> list[tuple[str, str, str | None]]:
    """Give the words, the verdict and the speaker of each fragment above the three statements."""
    text, attributions = report(*paragraphs)
    found = read(text, attributions)
    made = [a for a in found.attributions if a.form == "fragment"]
    assert [one.fragment for one in found.echoes] == [a.id for a in made]
    for one, attribution in zip(found.echoes, made, strict=True):
        assert one.attribution == attribution.echo_of
        assert (attribution.source, attribution.cue, len(attribution.content)) == ((), (), 1)
    return [(a.content[0].of(text), e.verdict, a.speaker) for a, e in zip(made, found.echoes, strict=True)]


def test_a_fragment_takes_over_speaker_chain_and_act() -> None:
    text, attributions = report("They “lost every hen” in the night.")
    attributions[0] = replace(attributions[0], act="thought", polarity="denied")
    first, statement, *_ = read(text, attributions).attributions
    assert (first.id, first.form, first.echo_of) == ("A1", "fragment", "A2")
    assert (first.speaker, first.chain) == (statement.speaker, statement.chain)
    assert (first.act, first.polarity) == ("thought", "denied")
    assert first.content[0].of(text) == "“lost every hen”"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("They “lost every hen” in June.", [("“lost every hen”", "verbatim", "S2")]),
        ("Now they ‘lost every hen’ in June.", [("‘lost every hen’", "verbatim", "S2")]),
        ('Now they "lose every hen" in June.', [('"lose every hen"', "altered", "S2")]),
        ("The lamp “will burn before June”.", [("“will burn before June”", "altered", "S4")]),
        (
            "The “tired” crews “lost every hen”.",
            [("“tired”", "verbatim", "S3"), ("“lost every hen”", "verbatim", "S2")],
        ),
        # Two marks open, one closes: the reporter joined two scraps, of one statement or of two.
        (
            "The “barge sank and they “lost every hen”.",
            [("“barge sank and they “lost every hen”", "altered", "S2")],
        ),
        (
            "They “lost every hen we had and are “tired and cold”.",
            [("“lost every hen we had", "verbatim", "S2"), ("“tired and cold”", "verbatim", "S3")],
        ),
        # A mark that never closes: the fragment ends with the statement's words.
        (
            "They “lost every hen we had when the river rose over the road",
            [("“lost every hen we had", "verbatim", "S2")],
        ),
    ],
)
def test_scraps_are_traced(opening: str, expected: list[tuple[str, str, str]]) -> None:
    assert fragments(opening) == expected


@pytest.mark.parametrize(
    "opening",
    [
        "She sang in the musical “Every Hen We Had”.",  # a title
        "Her first novel, “The Mill”, sold well.",
        "Ned Harrow, nicknamed “the barge”, came late.",
        "The pilot, known as “cold”, came late.",
        "The “improvements” begin on Monday.",  # irony
        "His “boat” was a door with a rope.",
        "Marr called them “tired and cold”.",  # a cue of its own that was missed
        "“Tired and cold,” said a man on the quay.",
        "The mill was “by the river”.",  # only function words are shared
        "“A” and “B” meet at “C”.",
        "“” and ‘’ and “",
        "The barge sank. The “barge sank” twice, and then the barge sank again.",  # the report's own words
    ],
)
def test_what_is_no_repetition_is_left_alone(opening: str) -> None:
    assert fragments("Rain fell.", "Snow fell.", opening) == []


def test_scraps_of_the_opening_that_nobody_said_have_no_speaker() -> None:
    assert fragments("The village is “a heap of wet bricks” today.") == [("“a heap of wet bricks”", "not found", None)]
    assert fragments("Rain fell.", "Snow fell.", "The village is “a heap of wet bricks” today.") == []


def test_words_inside_an_attribution_are_no_fragment() -> None:
    text = BARGE + "\n\nRook agreed that they “lost every hen”."
    attributions = [
        attributed(text, 1, "Pell", "said", "“the barge sank by the mill and we lost every hen we had”"),
        attributed(text, 2, "Rook", "agreed", "that they “lost every hen”"),
    ]
    assert read(text, attributions).attributions == tuple(attributions)


def test_the_nearest_mouth_is_taken_and_a_document_is_none() -> None:
    text = "They “left the dog behind”.\n\nPell told us: “He told me they left the dog behind.”"
    outer = attributed(text, 1, "Pell", "told us", "“He told me they left the dog behind.”")
    inner = attributed(text, 2, "He", "told me", "they left the dog behind.", nested_in="A1")
    # The words stand first in the fragment; the statement's are the later ones.
    start = text.rindex("they left")
    inner = replace(inner, content=(Span(start, len(text) - 1),))
    assert read(text, [outer, inner]).echoes[0].attribution == "A3"
    report_says = replace(inner, cue=(Span(text.index("told me"), text.index("told me")),))
    copula = replace(report_says, cue=(), source=inner.source)
    assert read(text, [outer, copula]).echoes[0].attribution == "A2"
    assert read(text, [outer, replace(inner, act="thought")]).echoes[0].attribution == "A2"


def test_ids_follow_the_reading_order_and_every_reference_with_them() -> None:
    text, attributions = report("They “lost every hen”.", "Crews are “tired and cold”.")
    inner = attributed(text, 4, "Nobody", "has paid", "for the lamp", nested_in="A3")
    choices = [Choice(f"A{number}", "rule", "reason") for number in range(1, 5)]
    found = echo(
        Article(text=text, paragraphs=paragraphs_of(text), title="Crews ‘tired and cold’"),
        [*attributions, inner],
        choices,
    )
    assert [a.id for a in found.attributions] == [f"A{number}" for number in range(1, 7)]
    assert [a.form for a in found.attributions[:2]] == ["fragment", "fragment"]
    assert [a.echo_of for a in found.attributions] == ["A3", "A4", None, None, None, None]
    assert found.attributions[5].nested_in == "A5"
    assert [choice.attribution for choice in found.choices] == [a.id for a in found.attributions]
    assert [choice.rule for choice in found.choices] == ["echo", "echo", "rule", "rule", "rule", "rule"]
    assert [check.attribution for check in found.headline] == ["A4"]


def test_the_editors_brackets_are_not_the_speakers_words() -> None:
    text = "They “will not be counted”.\n\nPell said “we [the two villages] will [again] not be counted”."
    attribution = attributed(text, 1, "Pell", "said", "“we [the two villages] will [again] not be counted”")
    assert [one.verdict for one in read(text, [attribution]).echoes] == ["verbatim"]


def test_without_quotation_marks_nothing_changes() -> None:
    text, attributions = report()
    assert read(text, attributions) == Echoed(tuple(attributions), (), (), ())


PIECES = st.sampled_from(
    [
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        " ",
        "\n\n",
        ". ",
        "dog",
        "dogs",
        "cat",
        "not",
        "the",
        "ran",
        "fell",
        "Ned",
        "“dog ran”",
        "[",
        "]",
        "…",
        "\ud800",
        "漢字",
        "ſ",
        "İ",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=20).map("".join), st.data())
def test_any_text_is_read(text: str, title: str, data: st.DataObject) -> None:
    attributions = []
    for number in range(1, data.draw(st.integers(0, 4)) + 1):
        ends = (
            data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True).map(sorted))
            if len(text) > 4
            else []
        )
        if len(ends) > 1:
            content = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
            outer = data.draw(st.sampled_from([None, *(f"A{n}" for n in range(1, number))]))
            attributions.append(
                Attribution(
                    f"A{len(attributions) + 1}",
                    (),
                    (),
                    content,
                    "direct",
                    nested_in=outer if outer and int(outer[1:]) <= len(attributions) else None,
                )
            )
    found = read(text, attributions, title)
    assert [a.id for a in found.attributions] == [f"A{n}" for n in range(1, len(found.attributions) + 1)]
    ids = {a.id for a in found.attributions}
    assert sum(a.form == "fragment" for a in found.attributions) == len(found.echoes)
    assert len(found.attributions) == len(attributions) + len(found.echoes)
    for one in found.echoes:
        assert (one.attribution is None) == (one.verdict == "not found")
        assert one.attribution is None or one.attribution in ids
        assert (one.verdict == "verbatim") <= (not one.differences)
    for check in found.headline:
        assert 0 <= check.span.start < check.span.end <= len(title)
        assert check.attribution is None or check.attribution in ids
    assert found == read(text, attributions, title)
