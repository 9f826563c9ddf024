from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attributions.marks import quotations_of
from sayso.paragraphs import paragraphs_of
from sayso.schema import Act, Attribution, Form, Span, Voice
from sayso.unsourced.sentences import sentences_of
from sayso.unsourced.shares import shares_of
from sayso.unsourced.voices import SURE_MIN, SURE_OF_MANY, voices_of


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def said(
    text: str,
    source: str,
    cue: str,
    *content: str,
    form: Form = "indirect",
    act: Act = "statement",
    confidence: float = 1.0,
) -> Attribution:
    return Attribution(
        "A1",
        spans(text, source) if source else (),
        spans(text, cue) if cue else (),
        spans(text, *content),
        form,
        act,
        confidence=confidence,
    )


def voices(text: str, *attributions: Attribution) -> list[Voice]:
    return voices_of(text, sentences_of(text, paragraphs_of(text)), attributions)


def test_according_to_at_the_end_covers_the_sentence() -> None:
    text = "The bridge was shut at noon, according to the mayor."
    assert voices(text, said(text, "the mayor", "according to", "The bridge was shut at noon")) == ["attributed"]


def test_an_own_half_makes_a_sentence_partly_attributed() -> None:
    text = "The bridge is shut, the mayor said, and the school on the hill has closed too."
    assert voices(text, said(text, "the mayor", "said", "The bridge is shut")) == ["partly attributed"]


def test_where_and_when_it_was_said_is_no_own_half() -> None:
    text = "In a statement on Monday after the vote was counted, the mayor said the bridge is shut."
    assert voices(text, said(text, "the mayor", "said", "the bridge is shut")) == ["attributed"]


def test_a_relative_clause_is_no_own_half() -> None:
    text = "The mayor, who was elected in a landslide last spring, said the bridge is shut."
    assert voices(text, said(text, "The mayor", "said", "the bridge is shut")) == ["attributed"]


def test_sentences_of_a_quotation_over_paragraphs_are_attributed() -> None:
    text = "Foss said: “We saw it come. We ran.\n\n“Then it stopped. Nobody knew why.”"
    content = ("“We saw it come. We ran.", "“Then it stopped. Nobody knew why.”")
    assert voices(text, said(text, "Foss", "said", *content, form="direct")) == ["attributed"] * 4


def test_fragments_do_not_make_a_sentence_attributed() -> None:
    text = "Streets are “turned into glue” and families were “told to run”."
    fragments = [said(text, "", "", f, form="fragment") for f in ("“turned into glue”", "“told to run”")]
    assert voices(text, *fragments) == ["own"]


def test_a_sentence_that_is_nothing_but_a_quotation_is_not_the_reports_word() -> None:
    text = "It was cold. “Nobody came to help us.”"
    assert voices(text, said(text, "", "", "“Nobody came to help us.”", form="fragment")) == ["own", "attributed"]


def test_sentences_in_quotation_marks_need_no_attribution() -> None:
    text = "It was cold.\n\n“Nobody came. We waited.\n\n“Then it rained.” We left."
    found = voices_of(text, sentences_of(text, paragraphs_of(text)), (), quotations_of(text, paragraphs_of(text)))
    assert found == ["own", "attributed", "attributed", "attributed", "own"]


def test_what_goes_on_with_what_was_said_is_the_reports_own_word() -> None:
    text = "He said it was shut. It would open on Monday."
    assert voices(text, said(text, "He", "said", "it was shut")) == ["attributed", "own"]


def test_a_question_and_its_answer_under_labels_are_attributed() -> None:
    text = "VTA: Who shut it?\n\nFOSS: I did. It was late."
    asked = said(text, "VTA", ":", "Who shut it?", form="direct")
    answered = said(text, "FOSS", ": ", "I did. It was late.", form="direct")
    assert voices(text, asked, answered) == ["attributed"] * 3


def test_captions_and_time_stamps_are_the_reports_own() -> None:
    assert voices("The bridge at dawn\n\n14:32\n\nBy Tove Maddern") == ["own"] * 3


@pytest.mark.parametrize("act", ["thought", "plan"])
def test_thoughts_and_plans_count_only_where_they_fill_their_sentence(act: Act) -> None:
    whole = "The council wants to shut the bridge."
    assert voices(whole, said(whole, "The council", "wants", "to shut the bridge", act=act)) == ["attributed"]
    part = "The bridge was built of stone by monks in four years, and the council wants to shut it."
    assert voices(part, said(part, "the council", "wants", "to shut it", act=act)) == ["own"]


def test_a_scrap_of_a_source_leaves_a_sentence_the_reports_own() -> None:
    text = "The bridge was built of stone by monks in four years and is the longest in the whole province, it is said."
    assert voices(text, said(text, "", "it is said", "longest")) == ["own"]


def test_an_unlikely_attribution_does_not_count_unless_it_is_quoted() -> None:
    text = "The mayor told us that it is “shut”."
    for form, expected in (("indirect", "own"), ("mixed", "attributed")):
        one = said(text, "The mayor", "told us", "that it is “shut”", form=form, confidence=SURE_MIN - 0.01)
        assert voices(text, one) == [expected]


def test_a_mere_number_of_people_must_be_surer() -> None:
    text = "Thousands are saying no."
    assert SURE_MIN < 0.45 < SURE_OF_MANY
    assert voices(text, said(text, "Thousands", "are saying", "no", confidence=0.45)) == ["own"]
    text = "Drivers are saying no."
    assert voices(text, said(text, "Drivers", "are saying", "no", confidence=0.45)) == ["attributed"]


WORDS = "The mayor said it was shut and who had seen Foss , closed on Monday . He is here . \n\n “ they ran ” .".split(
    " "
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    """A text, and attributions whose pieces are runs of its words."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=60)))
    words = [m.span() for m in re.finditer(r"\S+", text)]
    out = []
    for number in range(draw(st.integers(0, 5)) if words else 0):
        pieces = []
        for _ in range(3):
            first = draw(st.integers(0, len(words) - 1))
            last = draw(st.integers(first, min(len(words) - 1, first + 8)))
            pieces.append((Span(words[first][0], words[last][1]),))
        form: Form = draw(st.sampled_from(("direct", "indirect", "mixed", "fragment")))
        act: Act = draw(st.sampled_from(("statement", "thought", "plan")))
        confidence = draw(st.sampled_from((0.2, 0.4, 0.9)))
        out.append(Attribution(f"A{number}", *pieces, form, act, confidence=confidence))
    return text, out


RANK = {"own": 0, "partly attributed": 1, "attributed": 2}


@given(articles())
def test_one_attribution_more_never_takes_a_sentence_from_its_source(article: tuple[str, list[Attribution]]) -> None:
    text, attributions = article
    sentences = sentences_of(text, paragraphs_of(text))
    before, share = [], 0.0
    for count in range(len(attributions) + 1):
        some = attributions[:count]
        now = voices_of(text, sentences, some)
        shares = shares_of(text, sentences, now, some, {})
        assert all(RANK[a] <= RANK[b] for a, b in zip(before, now, strict=False))
        assert shares.named + shares.anonymous >= share - 1e-9
        before, share = now, shares.named + shares.anonymous
