"""Through whom and by what channel statements come, read with the shipped model."""

from __future__ import annotations

import sayso
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Reading


def chain(reading: Reading, words: str) -> list[tuple[str, str | None]]:
    """Give the chain of the innermost attribution whose content holds some words."""
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    found = [a for a in reading.attributions if words in reading.text_of(a.content) and a.form != "fragment"]
    best = min(found, key=lambda a: len(reading.text_of(a.content)))
    return [(names[hop.speaker], hop.channel) for hop in best.chain]


def read(text: str, publisher: str | None = None) -> Reading:
    return sayso.attribute(Article(text=text, paragraphs=paragraphs_of(text), publisher=publisher))


def test_an_outlet_that_is_told_stands_between() -> None:
    reading = read("The bridge is unsafe, engineer Ana Reyes told the Ostrel Gazette on Monday.")
    assert chain(reading, "unsafe") == [("Ostrel Gazette", None), ("Ana Reyes", None)]


def test_reporters_are_nobody_in_particular() -> None:
    reading = read("Mayor Ana Reyes told reporters that the bridge was unsafe.")
    assert chain(reading, "unsafe") == [("Ana Reyes", None)]


def test_an_interviewer_stands_behind_the_outlet() -> None:
    reading = read("“It will fall,” engineer Ana Reyes told Harbour News host Bo Lindgren on Monday.")
    assert [name for name, _ in chain(reading, "fall")] == ["Harbour News", "Bo Lindgren", "Ana Reyes"]


def test_occasions_give_the_channel() -> None:
    for occasion, channel in (
        ("at a rally in Ostrel", "rally"),
        ("in a statement", "statement"),
        ("in a letter to the board", "letter"),
        ("on Facebook", "Facebook"),
        ("during a news conference", "press conference"),
        ("in an email", "email"),
        ("in a telephone interview", "interview"),
        ("on her website", "website"),
    ):
        reading = read(f"“The bridge will have to be closed,” Mayor Ana Reyes said {occasion} on Monday.")
        assert chain(reading, "closed")[-1] == ("Ana Reyes", channel), occasion


def test_what_comes_after_an_occasion_is_not_said_on_it() -> None:
    reading = read("“The bridge will have to be closed,” Mayor Ana Reyes said after the debate.")
    assert chain(reading, "closed") == [("Ana Reyes", None)]


def test_an_occasion_inside_the_words_is_not_theirs() -> None:
    reading = read("“He never read it in the interview he gave,” Mayor Ana Reyes said.")
    assert chain(reading, "interview") == [("Ana Reyes", None)]


def test_a_tweet_is_carried_on_while_the_same_speaker_goes_on() -> None:
    reading = read(
        "Ana Reyes tweeted: “The bridge at Karvel has been closed for good.”\n\n"
        "Reyes added: “Nobody has told the people on the other side.”"
    )
    assert chain(reading, "other side") == [("Ana Reyes", "tweet")]


def test_the_outer_chain_begins_the_inner() -> None:
    reading = read("The Ostrel Gazette reported that Mayor Ana Reyes had said the bridge was unsafe.")
    assert [name for name, _ in chain(reading, "unsafe")][-2:] == ["Ostrel Gazette", "Ana Reyes"]


def test_an_agency_stands_between_where_the_page_is_anothers() -> None:
    text = "OSTREL (Reuters) - The bridge is unsafe, engineer Ana Reyes said on Monday. “It will fall,” she said."
    assert chain(read(text, "Ostrel Gazette"), "fall")[0] == ("Reuters", None)
    assert [name for name, _ in chain(read(text, "Reuters"), "fall")] == ["Ana Reyes"]


def test_a_correspondent_speaks_for_the_broadcaster() -> None:
    reading = read("ITV News Correspondent Bo Lindgren said that the bridge had fallen into the river.")
    assert chain(reading, "fallen") == [("ITV News", "TV"), ("Bo Lindgren", "TV")]


def test_documents_speak_by_their_own_channel() -> None:
    reading = read("A report by the harbour board found that the bridge was unsafe.")
    assert chain(reading, "unsafe")[-1][1] == "report"
    reading = read("A poll published on Monday showed that most voters want a new bridge.")
    assert chain(reading, "new bridge")[0][1] == "poll"


def test_a_report_that_is_copied_has_its_outlet() -> None:
    reading = read(
        "The Ostrel Gazette has a long story on the bridge. The Gazette reports:\n\n"
        "“The engineer, Ana Reyes, said it would fall within a year,” it began.\n\n"
        "The mayor, Bo Lindgren, said that he had not read the story."
    )
    assert "Ostrel Gazette" in [name for name, _ in chain(reading, "within a year")]
    assert "Ostrel Gazette" not in [name for name, _ in chain(reading, "not read")]


def test_the_words_are_given_as_evidence() -> None:
    reading = read("“The bridge will have to be closed,” Mayor Ana Reyes said at a rally in Ostrel.")
    hop = reading.attributions[0].chain[-1]
    assert [span.of(reading.article.text) for span in hop.evidence] == ["at a rally"]


def known(text: str) -> list[tuple[str | None, list[str]]]:
    reading = read(text)
    return [(a.knows, [s.of(text) for s in a.knows_from]) for a in reading.attributions if isinstance(a, Attribution)]


def test_how_the_speaker_knows() -> None:
    assert ("saw it", ["I saw"]) in known("“I saw the bridge fall into the river,” Ana Reyes said.")
    assert known("A woman who was in the room said that the minister had shouted.")[0][0] == "was there"
    assert known("An official who was briefed on the plan said that the bridge would close.")[0][0] == "was told"
    assert known("Ana Reyes said that the bridge would close.")[0] == (None, [])
