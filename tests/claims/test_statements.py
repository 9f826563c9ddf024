"""Attributions and unsourced sentences as statements of a corpus."""

from __future__ import annotations

from sayso.claims.statements import statements_of
from sayso.schema import (
    Article,
    Attribution,
    Entry,
    Hop,
    ModelName,
    Named,
    Reading,
    Span,
    Speaker,
    Teller,
)

TEXT = "Ada Fenn told Radio Calder that Miro Castell had sold his boat and that he was gone. The boat was red. He left."


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


ENTRY = Entry(
    id="0123456789ab",
    page="calderpost.example/1",
    version=1,
    current=True,
    title="A boat",
    url="https://calderpost.example/1",
    publisher="The Calder Post",
    author=None,
    section=None,
    published="2024-03-01",
    language="en",
    added="2024-03-02T00:00:00+00:00",
    words=20,
    profile="fast",
)
HE = Span(at("he was").start, at("he was").start + 2)
CONTENT = at("that Miro Castell had sold his boat and that he was gone")
READING = Reading(
    article=Article(text=TEXT, paragraphs=(Span(0, len(TEXT)),)),
    attributions=(
        Attribution(
            "A1",
            (at("Ada Fenn"),),
            (at("told"),),
            (CONTENT,),
            "indirect",
            speaker="S1",
            chain=(Hop("S2", "radio"), Hop("S1", "interview")),
            knows="saw it",
            confidence=0.5,
        ),
        Attribution("A2", (), (), (at("he was gone"),), "indirect", act="thought", polarity="denied", nested_in="A1"),
        Attribution("A3", (), (), (at("Ada"), at("gone")), "direct", speaker="S3", nested_in="A9"),
        Attribution("A4", (), (), (), "fragment", speaker="S9", chain=(Hop("S9"),)),
    ),
    speakers=(
        Speaker("S1", "Ada Fenn", "person", True, "harbour master", mentions=(at("Ada Fenn"),)),
        Speaker("S2", "Radio Calder", "organisation", True, mentions=(at("Radio Calder"),)),
        Speaker("S3", "Miro Castell", "person", True, mentions=(at("Miro Castell"), at("his"), HE, at("He"))),
    ),
    model=ModelName("fast", "1"),
    sayso="0",
    unsourced=(at("The boat was red."), at("He left.")),
)


def test_ids_are_those_of_the_article_and_the_reading() -> None:
    found = statements_of(ENTRY, READING)
    assert [one.id for one in found] == [f"0123456789ab#{label}" for label in ("A1", "A2", "A3", "A4", "U1", "U2")]
    assert {one.article for one in found} == {"0123456789ab"}
    assert {(one.title, one.publisher, one.published, one.url) for one in found} == {
        ("A boat", "The Calder Post", "2024-03-01", "https://calderpost.example/1")
    }


def test_a_statement_says_what_its_attribution_says() -> None:
    one, two, three, four, unsourced, _ = statements_of(ENTRY, READING)
    assert one.text == "that Miro Castell had sold his boat and that he was gone"
    assert (one.content, one.form, one.act, one.polarity) == ((CONTENT,), "indirect", "statement", "affirmed")
    assert (one.knows, one.confidence, one.nested_in) == ("saw it", 0.5, None)
    assert (two.act, two.polarity, two.nested_in) == ("thought", "denied", one.id)
    assert (three.text, three.nested_in) == ("Ada … gone", None)
    assert (four.text, four.chain) == ("", ())
    assert (unsourced.form, unsourced.text, unsourced.speaker) == ("unsourced", "The boat was red.", None)


def test_the_chain_holds_the_tellers_with_what_the_article_says_of_them() -> None:
    one, two, three, *_ = statements_of(ENTRY, READING)
    assert one.chain == (
        Teller("S2", "Radio Calder", "organisation", True, channel="radio"),
        Teller("S1", "Ada Fenn", "person", True, "harbour master", channel="interview"),
    )
    assert one.speaker == one.chain[-1]
    assert (two.chain, two.speaker) == ((), None)
    assert three.speaker == Teller("S3", "Miro Castell", "person", True)


def test_names_and_pronouns_inside_a_statement_are_explained() -> None:
    one, two, three, _, first, second = statements_of(ENTRY, READING)
    assert one.speaks_of == (
        Named(at("Miro Castell"), "Miro Castell"),
        Named(at("his"), "Miro Castell"),
        Named(HE, "Miro Castell"),
    )
    assert two.speaks_of == (Named(HE, "Miro Castell"),)
    assert three.speaks_of == ()  # "Ada" is a part of a mention
    assert (first.speaks_of, second.speaks_of) == ((), (Named(at("He"), "Miro Castell"),))
