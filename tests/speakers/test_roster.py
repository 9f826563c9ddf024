from __future__ import annotations

import pytest
from short_texts import article_of, entity_of, span_of

from sayso.speakers.roster import roster_of


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        ("Ada Pell spoke first. Then Pell sat down.", "Pell", 2, "Ada Pell"),
        ("Pell spoke first. Ada Pell is the mayor.", "Pell", 1, "Ada Pell"),
        ("Ada Pell met Tomas Pell. Mr. Pell said so.", "Mr. Pell", 1, "Tomas Pell"),
        ("Ada Wimes spoke. Later Wines said so.", "Wines", 1, "Ada Wimes"),
        ("Elizabeth Orr spoke. Later Liz Orr said so.", "Liz Orr", 1, "Elizabeth Orr"),
        ("The Ostrel Water Board (OWB) met. The OWB said so.", "The OWB", 1, "Ostrel Water Board"),
        ("Ada Pell, the mayor, spoke. Later the mayor said so.", "the mayor", 2, "Ada Pell"),
        ("Senator Ada Pell spoke. Later the senator said so.", "the senator", 1, "Ada Pell"),
        ("The Board of Ports met. Later the board said so.", "the board", 1, "Board of Ports"),
        ("An attorney for Orr, Ada Pell, spoke. Tomas Orr left. Orr's lawyer said so.", "Orr's lawyer", 1, "Ada Pell"),
        ("Ada Pell ran. Pell's campaign said so.", "Pell's campaign", 1, "Ada Pell’s campaign"),
        ("Ada Pell and Tomas Orr said so.", "Ada Pell and Tomas Orr", 1, "Ada Pell; Tomas Orr"),
        ("The state auditor, Ada Pell, said so.", "The state auditor, Ada Pell,", 1, "Ada Pell"),
        ("An FBI official said so.", "An FBI official", 1, "FBI official"),
        ("Small groups of marchers said so.", "Small groups of marchers", 1, "marchers"),
        ("A report released last year by nobody said so.", "A report released last year", 1, "report"),
    ],
)
def test_whom_words_mean(text: str, words: str, nth: int, name: str) -> None:
    assert entity_of(text, words, nth).name == name


@pytest.mark.parametrize(
    ("text", "words", "kind", "named"),
    [
        ("An FBI official said so.", "An FBI official", "person", False),
        ("Residents of Ostrel said so.", "Residents of Ostrel", "group", False),
        ("A Tarn University poll said so.", "A Tarn University poll", "document", True),
        ("A new poll said so.", "A new poll", "document", False),
        ("The Pell administration said so.", "The Pell administration", "organisation", True),
        ("Pell and Orr's lawyers said so.", "Orr's lawyers", "group", False),
        ("Critics said so.", "Critics", "group", False),
        ("Nobody said so.", "Nobody", "group", False),
    ],
)
def test_kinds_of_the_nameless(text: str, words: str, kind: str, named: bool) -> None:
    entity = entity_of(text, words)
    assert (entity.kind, entity.named) == (kind, named)


def test_the_nameless_are_kept_apart() -> None:
    text = "A soldier said it was over. A second soldier said it was not. Officials at the port said nothing."
    roster = roster_of(article_of(text))
    found = {roster.find(span_of(text, w)) for w in ("A soldier", "A second soldier", "Officials at the port")}
    assert len(found) == 3


def test_roles_and_affiliations_as_stated() -> None:
    entity = entity_of("Ada Pell, the director of tides at the Ostrel Polytechnic, said so.", "Ada Pell")
    assert (entity.role, entity.affiliation) == ("director of tides", "Ostrel Polytechnic")
    entity = entity_of("The Governor of Harrow Oblast, Ada Pell, said so.", "Ada Pell")
    assert (entity.role, entity.affiliation) == ("Governor of Harrow Oblast", None)
    entity = entity_of("Canal News Correspondent Ada Pell said so.", "Ada Pell")
    assert (entity.role, entity.affiliation) == ("Correspondent", "Canal News")


def test_a_span_without_words_is_found_too() -> None:
    text = "Pell said so … and left."
    roster = roster_of(article_of(text))
    assert roster.entities[roster.find(span_of(text, "…"))].name == "…"


def test_a_headline_describes_who_is_named_soon_after() -> None:
    text = "Auditor warns of tides\n\nThe tides are high, said Ada Pell, the state auditor."
    assert entity_of(text, "Auditor").name == "Ada Pell"
    text = "A Senate panel met on Friday. The Senate Fish Committee said no more."
    assert entity_of(text, "A Senate panel").name == "Senate Fish Committee"
