from __future__ import annotations

import pytest
from short_texts import article_of, entity_of, names, resolved, said

from sayso.speakers.roster import roster_of


def test_another_partys_nominee_is_not_meant() -> None:
    text = (
        "Tomas Orr, the Libertarian candidate, met Republican nominee Wil Teague. Orr left early."
        " The Republican candidate said it was late."
    )
    later = said(text, "The Republican candidate", "said", "it was late", form="indirect")
    assert names(text, later) == ["Wil Teague"]


def test_the_vice_president_is_not_the_president() -> None:
    text = "Vice President Ada Pell met President Tomas Orr. Pell slept. The president said it was late."
    assert names(text, said(text, "The president", "said", "it was late", form="indirect")) == ["Tomas Orr"]


def test_one_and_the_other_are_two() -> None:
    text = "Two officials spoke. One said it was late. The other said it was dark."
    one = said(text, "One", "said", "it was late", form="indirect")
    other = said(text, "The other", "said", "it was dark", id="A2", form="indirect")
    assert names(text, one, other) == ["one official", "other official"]


def test_both_are_the_two_joined_last() -> None:
    text = "Ada Pell and Tomas Orr said it was late. Both said it was dark."
    first = said(text, "Ada Pell and Tomas Orr", "said", "it was late", form="indirect")
    both = said(text, "Both", "said", "it was dark", id="A2", form="indirect")
    assert names(text, first, both) == ["Ada Pell; Tomas Orr", "Ada Pell; Tomas Orr"]


def test_which_takes_up_no_person() -> None:
    text = "They found a note in Ada Pell’s hall, which said it was late."
    assert names(text, said(text, "which", "said", "it was late", form="indirect")) == ["note"]


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("The Harrow Institute’s chief executive, Ada Pell, spoke.", "chief executive", "Harrow Institute"),
        ("Ada Pell, the Harrow Institute’s chief executive, spoke.", "chief executive", "Harrow Institute"),
        ("Ada Pell, an analyst at the liberal Harrow Institute, spoke.", "analyst", "Harrow Institute"),
        ("Republican nominee Ada Pell spoke.", "Republican nominee", "Republican"),
        ("Harrow’s mayor, Ada Pell, spoke.", "mayor", None),
        ("Ada Pell, among friends, spoke.", None, None),
    ],
)
def test_role_and_body_of_a_name(text: str, role: str | None, body: str | None) -> None:
    found = entity_of(text, "Ada Pell")
    assert (found.role, found.affiliation) == (role, body)


@pytest.mark.parametrize(
    ("text", "words", "role", "body"),
    [
        (
            "An official at the Harrow Institute spoke.",
            "An official at the Harrow Institute",
            "official",
            "Harrow Institute",
        ),
        (
            "A Harrow Institute spokesman spoke.",
            "A Harrow Institute spokesman",
            "Harrow Institute spokesman",
            "Harrow Institute",
        ),
        ("A second Democratic senator spoke.", "A second Democratic senator", "senator", "Democratic"),
        ("A friend spoke.", "A friend", None, None),
    ],
)
def test_role_and_body_of_the_nameless(text: str, words: str, role: str | None, body: str | None) -> None:
    found = entity_of(text, words)
    assert (found.role, found.affiliation) == (role, body)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is old. USA TODAY said so.", "USA TODAY"),
        ("State Del. Marcia “Cia” Orr spoke.", "Marcia “Cia” Orr"),
        ("Loyal Helen Orr spoke. Helen Orr slept.", "Helen Orr"),
        ("Enter Jonna Brask, late.", "Jonna Brask"),
    ],
)
def test_names_as_they_are(text: str, name: str) -> None:
    assert name in [entity.name for entity in roster_of(article_of(text)).entities]


def test_a_role_told_by_a_description_is_kept() -> None:
    text = "Ada Pell said it was late. Pell slept. Pell ate. Pell left. The Republican nominee said it was dark."
    first = said(text, "Ada Pell", "said", "it was late", form="indirect")
    later = said(text, "The Republican nominee", "said", "it was dark", id="A2", form="indirect")
    roster, found = resolved(text, first, later)
    assert found[1].entity is not None
    pell = roster.entities[found[1].entity]
    assert (pell.name, pell.role, pell.affiliation) == ("Ada Pell", "Republican nominee", "Republican")


def test_whom_asked_by_names() -> None:
    text = "Ada Pell was there. Asked by the coroner whether it was late, she slept."
    assert names(text, said(text, "", "Asked", "whether it was late", form="indirect")) == ["coroner"]
