"""The shipped tagger end to end, on texts of our own."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso.schema import Attribution, Reading


def only(text: str, content: str) -> tuple[Reading, Attribution]:
    """Read a text and give the attribution whose content begins so."""
    reading = sayso.attribute(text)
    hits = [a for a in reading.attributions if reading.text_of(a.content).strip("“\"‘'").startswith(content)]
    assert len(hits) == 1, [reading.text_of(a.content) for a in reading.attributions]
    return reading, hits[0]


def test_indirect_speech() -> None:
    reading, a = only("Mayor Ilse Brandvik said on Monday that the harbour would stay closed.", "that the harbour")
    assert reading.text_of(a.source) == "Mayor Ilse Brandvik"
    assert reading.text_of(a.cue).startswith("said")
    assert a.form == "indirect"


def test_what_is_plain_is_given_as_sure() -> None:
    _, a = only("Mayor Ilse Brandvik said that the harbour would stay closed.", "that the harbour")
    assert a.confidence > 0.8


def test_a_content_of_two_pieces_round_its_cue() -> None:
    text = "“The pumps failed,” said Tomas Reke, the harbour master. “Nobody called us.”"
    reading, a = only(text, "The pumps failed")
    assert [s.of(text) for s in a.content] == ["“The pumps failed,”", "“Nobody called us.”"]
    assert reading.text_of(a.source) == "Tomas Reke, the harbour master"
    assert a.form == "direct"


def test_each_content_goes_to_its_own_cue() -> None:
    text = "Anna Pohl, who said the dam was safe, denied that the inspectors had been paid."
    reading = sayso.attribute(text)
    pairs = {reading.text_of(a.cue): reading.text_of(a.content) for a in reading.attributions}
    assert pairs["said"] == "the dam was safe"
    assert pairs["denied"] == "that the inspectors had been paid"


def test_a_quotation_after_its_speaker_is_not_the_next_ones() -> None:
    text = (
        "“It is shut until Easter,” said Ana Reyes, the mayor. “It was never safe.” Tom Holm, the engineer, disagreed."
    )
    reading, a = only(text, "It is shut")
    assert [piece.of(text) for piece in a.content] == ["“It is shut until Easter,”", "“It was never safe.”"]
    text = "“Shut,” said Reyes. “Open,” said Holm."
    reading = sayso.attribute(text)
    said = [(reading.text_of(a.source), reading.text_of(a.content)) for a in reading.attributions]
    assert said == [("Reyes", "“Shut,”"), ("Holm", "“Open,”")]


def test_an_attribution_without_a_source() -> None:
    reading, a = only("Asked why the bridge was shut, Pell shrugged.", "why the bridge")
    assert a.source == ()
    assert reading.speaker(a) is None


def test_mixed_form() -> None:
    _, a = only("Governor Pell said the strike was “an insult to every farmer” in the valley.", "the strike was")
    assert a.form == "mixed"


def test_a_quotation_over_paragraphs_is_one_attribution_of_several_pieces() -> None:
    text = (
        "Energy minister Rolf Tanaka said, “We have lost the eastern line.\n\n“Crews cannot reach it before Friday."
        "\n\n“Nobody should expect heat tonight.”\n\nThe line was built in 1974."
    )
    reading, a = only(text, "We have lost")
    assert [s.of(text)[:8] for s in a.content] == ["“We have", "“Crews c", "“Nobody "]
    assert a.form == "direct"
    assert reading.text_of(a.source) == "Energy minister Rolf Tanaka"


def test_a_quotation_led_in_without_a_verb_of_saying() -> None:
    text = "Radio Vesta correspondent Lena Ruiz met a guard at the gate, “The whole shift has walked out of here.”"
    reading, a = only(text, "The whole shift")
    assert reading.text_of(a.source) == "Radio Vesta correspondent Lena Ruiz"
    assert reading.text_of(a.cue) == "met a guard at the gate"
    assert a.form == "direct"


def test_nesting() -> None:
    text = (
        "Councillor Mbeki told the hearing: “The engineer told me that the wall was sound, and I believed him. "
        "He said his own report had warned of nothing.”"
    )
    reading = sayso.attribute(text)
    outer = next(a for a in reading.attributions if a.nested_in is None)
    inner = [a for a in reading.attributions if a.nested_in == outer.id]
    engineer = next(a for a in inner if reading.text_of(a.content).startswith("that the wall was sound"))
    assert reading.text_of(engineer.source) == "The engineer"
    assert engineer.form == "indirect"
    assert outer.form == "direct"


def test_a_post_that_repeats_a_channel() -> None:
    text = "Analyst Dora Quist tweeted: “Coast Channel 5: two thousand dockers have walked out at Vell.”"
    reading, inner = only(text, "two thousand dockers")
    assert inner.nested_in is not None
    assert reading.text_of(inner.source) == "Coast Channel 5"
    assert inner.form == "indirect"


def test_a_participle_after_a_reported_order_is_the_tellers_own() -> None:
    text = "A coastguard captain has told his crew not to sail because this is “not our fight” declaring mutiny on the admiral."
    reading = sayso.attribute(text)
    told = next(a for a in reading.attributions if reading.text_of(a.cue).endswith("told"))
    assert reading.text_of(told.content).endswith("“not our fight”")
    assert told.form == "mixed"
    assert [a.nested_in for a in reading.attributions] == [None] * len(reading.attributions)


def test_it_is_said_names_nobody() -> None:
    _, a = only("It was claimed that the bridge had been closed for months.", "that the bridge")
    assert a.source == ()


@pytest.mark.parametrize("dateline", ["ZELNIK, June 21 (Concord) - ", "PORT ELLARY (NWP) — ", "VELL — "])
def test_a_dateline_is_no_part_of_a_content(dateline: str) -> None:
    text = dateline + "Rescuers reached the trapped miners on Wednesday, the interior minister said."
    _, a = only(text, "Rescuers reached")
    assert a.content[0].start == len(dateline)


def test_a_channel_repeated_by_a_post_with_a_mark_facing_the_wrong_way() -> None:
    text = "A chemist at the Polytechnic, Jonas Brel tweeted,”TV Karvel: 14 tank wagons off the rails and on fire.”"
    reading, inner = only(text, "14 tank wagons")
    outer = next(a for a in reading.attributions if a.id == inner.nested_in)
    assert reading.text_of(outer.source).endswith("Jonas Brel")
    assert reading.text_of(outer.cue) == "tweeted"
    assert reading.text_of(inner.source) == "TV Karvel"
    assert (outer.form, inner.form) == ("direct", "indirect")


def test_words_of_saying_that_are_quoted_themselves_say_nothing() -> None:
    reading = sayso.attribute(
        "Foam spread and families were “told to run” while whole streets have been “turned into glue.”"
    )
    assert not [a for a in reading.attributions if "told" in reading.text_of(a.cue)]


def test_no_attribution_in_plain_report() -> None:
    assert sayso.attribute("The bridge is 400 metres long. It opened in 1974.").attributions == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "\ud800", "\x00", "said", "a" * 5000, "“ " * 500, "é̀" * 700])
def test_odd_texts(text: str) -> None:
    reading = sayso.attribute(text)
    assert reading.article.text == text


def check(reading: Reading) -> None:
    """Assert what every reading promises."""
    text = reading.article.text
    by_id = {a.id: a for a in reading.attributions}
    assert len(by_id) == len(reading.attributions)
    for a in reading.attributions:
        assert a.cue or a.form == "fragment"
        assert a.content
        for spans in (a.source, a.cue, a.content):
            assert list(spans) == sorted(spans)
            for span in spans:
                assert 0 <= span.start < span.end <= len(text)
            assert all(x.end <= y.start for x, y in itertools.pairwise(spans))
        assert 0 <= a.confidence <= 1
        if a.nested_in is not None:
            outer = by_id[a.nested_in]
            assert all(any(o.start <= s.start and s.end <= o.end for o in outer.content) for s in a.content)
    assert Reading.from_dict(reading.to_dict()) == reading


WORDS = st.sampled_from(
    "said told “ ” \" ' ’s , . : ; that he she Pell the mayor believes report \n\n denied not asked whether — «x» 😀 ﬁ 字 "
    "‘ told reporters according to sources".split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_newslike_noise_keeps_every_promise(text: str) -> None:
    check(sayso.attribute(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode_keeps_every_promise(text: str) -> None:
    check(sayso.attribute(text))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=5))
def test_batches_give_exactly_what_single_calls_give(texts: list[str]) -> None:
    assert list(sayso.attribute_many(texts)) == [sayso.attribute(text) for text in texts]
