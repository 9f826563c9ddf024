from __future__ import annotations

import pytest
from short_texts import article_of, entity_of

from sayso.speakers.names import names_of
from sayso.speakers.wording import Wording


def names(text: str) -> list[tuple[str, str | None]]:
    article = article_of(text)
    wording = Wording(text, article.paragraphs)
    return [(wording.phrase(name.core, name.stop), name.kind) for name in names_of(wording)]


def test_a_title_is_no_part_of_a_name() -> None:
    assert names("On Friday Mayor Ada Pell met Dr. Tomas Orr.") == [("Ada Pell", "person"), ("Tomas Orr", "person")]


def test_bodies_keep_their_small_words() -> None:
    assert names("We asked the Ministry of Fish and Game in Ostrel.")[0] == (
        "Ministry of Fish and Game",
        "organisation",
    )


def test_a_capital_that_a_sentence_owes_is_no_name() -> None:
    assert names("Residents of the town objected. Many residents left.") == []


def test_a_heading_gives_only_names_known_from_the_text() -> None:
    text = "Mayor Pell Closes Old Harbour Road Again\n\nThe road was closed by Ada Pell on Friday, a clerk said."
    assert [name for name, _ in names(text)] == ["Pell", "Ada Pell"]


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("Sir Tomas Orr, 71, spoke. Later Sir Tomas left.", "Sir Tomas Orr", "Tomas Orr", "person"),
        ("It was the Ostrel Water Board that said so.", "the Ostrel Water Board", "Ostrel Water Board", "organisation"),
        ("The OWB said so.", "The OWB", "OWB", "organisation"),
        ("Fabian de Wint, who runs it, said so.", "Fabian de Wint", "Fabian de Wint", "person"),
        ("Beatrix Lund KC said so.", "Beatrix Lund KC", "Beatrix Lund", "person"),
    ],
)
def test_kinds(text: str, words: str, name: str, kind: str) -> None:
    entity = entity_of(text, words)
    assert (entity.name, entity.kind, entity.named) == (name, kind, True)
