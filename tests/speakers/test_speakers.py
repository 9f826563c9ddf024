from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from short_texts import names, resolved, said

from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Span
from sayso.speakers.cast import cast
from sayso.speakers.resolve import resolve
from sayso.speakers.roster import roster_of


def test_a_pronoun_goes_on_from_the_last_speaker() -> None:
    text = "Ada Pell said it was late. Tomas Orr was there. She said it was dark."
    first = said(text, "Ada Pell", "said", "it was late", form="indirect")
    later = said(text, "She", "said", "it was dark", id="A2", form="indirect")
    assert names(text, first, later) == ["Ada Pell", "Ada Pell"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    text = "“I know the tide was wrong,” said Ada Pell."
    outer = said(text, "Ada Pell", "said", "“I know the tide was wrong,”")
    inner = said(text, "I", "know", "the tide was wrong", id="A2", form="indirect", within="A1")
    assert names(text, outer, inner) == ["Ada Pell", "Ada Pell"]


def test_i_outside_quotations_is_the_author() -> None:
    text = "I think the tide was wrong."
    one = said(text, "I", "think", "the tide was wrong", form="indirect")
    assert names(text, one) == ["AUTHOR"]
    assert names(text, one, author="Wil Teague") == ["Wil Teague"]


def test_who_takes_up_the_words_before_it() -> None:
    text = "He met Tomas Orr, the clerk, and Ada Pell, who said it was dark."
    assert names(text, said(text, "who", "said", "it was dark", form="indirect")) == ["Ada Pell"]


def test_a_name_that_comes_after_its_pronoun() -> None:
    text = "When she said it was dark, Ada Pell was asleep."
    assert names(text, said(text, "she", "said", "it was dark", form="indirect")) == ["Ada Pell"]


def test_a_passive_names_nobody_unless_it_does() -> None:
    text = "Orr was accused by Ada Pell of moving the buoy. It is said that he did."
    by = said(text, "", "was accused", "moving the buoy", form="indirect")
    nobody = said(text, "", "is said", "he did", id="A2", form="indirect")
    assert names(text, by, nobody) == ["Ada Pell", None]


def test_a_subject_left_out_is_taken_from_the_sentence() -> None:
    text = "Ada Pell laughed at Orr and said it was dark."
    assert names(text, said(text, "", "said", "it was dark", form="indirect")) == ["Ada Pell"]


def test_two_of_one_surname() -> None:
    text = "Ada Pell spoke with her husband, Tomas Pell. Mr. Pell said it was dark. Ms. Pell said it was late."
    one = said(text, "Mr. Pell", "said", "it was dark", form="indirect")
    other = said(text, "Ms. Pell", "said", "it was late", id="A2", form="indirect")
    assert names(text, one, other) == ["Tomas Pell", "Ada Pell"]


def test_the_choice_says_why_and_who_came_second() -> None:
    text = "Ada Pell said it was late. Vera Orr was there. She said it was dark."
    first = said(text, "Ada Pell", "said", "it was late", form="indirect")
    later = said(text, "She", "said", "it was dark", id="A2", form="indirect")
    _, found = resolved(text, first, later)
    choice = found[1].choice
    assert (choice.attribution, choice.rule, choice.runner_up) == ("A2", "pronoun", "Vera Orr")
    assert choice.score is not None
    assert choice.runner_up_score is not None
    assert 1 >= choice.score > choice.runner_up_score >= 0
    assert choice.mentions
    assert choice.reason.endswith(".")


WORDS = st.sampled_from(
    "Ada Pell Orr he she they it who I we her his “ ” ‘ ’s , . : said says and or of the a one them some mayor Mr. Mrs. Dr. KC"
    " lawyer report city officials two former Republican King May \n \n\n ( ) — Q A: 22.47 percent BBC accused by was".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@st.composite
def readings(draw: st.DrawFn) -> tuple[Article, list[Attribution]]:
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: Span(min(p), max(p)))
    some = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(set(found))))
    forms = st.sampled_from(["direct", "indirect", "mixed", "fragment"])
    drawn = draw(st.lists(st.tuples(some, some, spans, forms), max_size=6))
    attributions = [
        Attribution(f"A{i}", source, cue, (content,), form) for i, (source, cue, content, form) in enumerate(drawn, 1)
    ]
    return Article(text=text, paragraphs=paragraphs_of(text)), attributions


@settings(max_examples=150, deadline=None)
@given(readings())
def test_nothing_makes_it_fail_and_asking_twice_changes_nothing(reading: tuple[Article, list[Attribution]]) -> None:
    article, attributions = reading
    roster = roster_of(article)
    first = resolve(article, attributions, roster)
    assert [one.choice.attribution for one in first] == [a.id for a in attributions]
    assert resolve(article, attributions, roster_of(article)) == first
    for span in {s for a in attributions for s in (*a.source, *a.content)}:
        assert roster.find(span) == roster.find(span) < len(roster.entities)
    speakers = cast(roster, [one.entity for one in first if one.entity is not None])
    assert [s.id for s in speakers.values()] == [f"S{n}" for n in range(1, len(speakers) + 1)]
    for speaker in speakers.values():
        assert speaker.name
        assert all(0 <= m.start <= m.end <= len(article.text) for m in speaker.mentions)


def test_a_source_of_any_length_is_read() -> None:
    text = "Ada Pell and Tomas Orr, " * 20_000
    article = Article(text=text, paragraphs=paragraphs_of(text))
    whole = Attribution("A1", (Span(0, len(text)),), (Span(0, 3),), (Span(0, 3),), "indirect")
    (found,) = resolve(article, [whole], roster_of(article))
    assert found.entity is not None
