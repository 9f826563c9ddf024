from __future__ import annotations

import sayso

INTERVIEW = (
    "Orla Finch kept bees on the roof of the bus depot for nine years.\n\n"
    "Harbour Post: Who let you up there?\n\n"
    "Orla Finch: Nobody did. My father said the roof was wasted on pigeons.\n\n"
    "HP: And the drivers?\n\n"
    "OF: They got honey at Christmas. That was the deal.\n\n"
    "HP: Do you miss it?\n\n"
    "OF: Every day."
)


def test_labels_are_speakers_and_their_words_are_direct() -> None:
    reading = sayso.attribute(INTERVIEW)
    spoken = [a for a in reading.attributions if reading.text_of(a.cue) == ":"]
    assert [reading.text_of(a.source) for a in spoken] == ["Harbour Post", "Orla Finch", "HP", "OF", "HP", "OF"]
    assert {a.form for a in spoken} == {"direct"}
    assert reading.text_of(spoken[-1].content) == "Every day."


def test_what_is_reported_in_an_answer_is_nested() -> None:
    reading = sayso.attribute(INTERVIEW)
    father = next(a for a in reading.attributions if reading.text_of(a.source) == "My father")
    assert reading.text_of(father.content) == "the roof was wasted on pigeons"
    assert father.nested_in is not None
    assert father.form == "indirect"


def test_one_label_makes_no_transcript() -> None:
    text = "Note: the ferry sails at nine.\n\nCorrection: it sails at ten.\n\nTickets: four crowns."
    assert not [a for a in sayso.attribute(text).attributions if a.form == "direct"]
