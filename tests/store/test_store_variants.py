"""The wordings of a quotation in the corpus, on both databases."""

from functools import cache

import pytest

import sayso
from sayso.errors import NotFound
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Reading
from sayso.store.store import Store
from sayso.store.variants import Quotation, quotation, quotations_of

TEXTS = (
    "“We warned the board about the engine in January, and nobody on the board has answered us since,” Ada Fenn, the"
    " harbour master, told the Calder Post on Monday.",
    "“We warned the board about the engine in January,” harbour master Ada Fenn said.",
    "“We warned the board about the engine in January,” Fenn said. The school in Tilsen opened.\n\nAda Fenn is harbour"
    " master.",
    "Ada Fenn, the harbour master, said they had warned the board about the engine in January.",
    "“We warned the board about the engine in June, and nobody has answered us since,” Ada Fenn said.",
    "“The old mill in Marrow will be torn down before the engine of the ferry is mended,” Petra Halvorsen said.",
)


@cache
def reading(number: int) -> Reading:
    text = TEXTS[number]
    article = Article(
        text=text,
        paragraphs=paragraphs_of(text),
        title=f"News {number}",
        url=f"https://paper{number}.example/{number}",
        publisher=f"Paper {number}",
        published="2024-03-04",
        language="en",
    )
    return sayso.attribute(article, profile="fast")


def told(found: Quotation) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [
        (t.statement.publisher, t.variant and t.variant.rewording, t.variant.alters if t.variant else ())
        for t in found.tellings
    ]


def ids(store: Store) -> dict[int, str]:
    """Give the first statement of each article, by its number."""
    return {int(entry.publisher[-1]): f"{entry.id}#A1" for entry in store.entries() if entry.publisher}


def test_wordings_with_their_outlets(store: Store) -> None:
    for number in range(len(TEXTS)):
        store.add(reading(number))
    held = ids(store)
    with store.reading_connection() as connection:
        found = quotation(connection, held[1])
        assert all(quotation(connection, held[number]).fullest == found.fullest for number in (0, 2, 3, 4))
        assert len(quotation(connection, held[5]).tellings) == 1
    rows = {row[0]: row[1:] for row in told(found)}
    assert set(rows) == {f"Paper {number}" for number in range(5)}
    assert rows["Paper 1"] == rows["Paper 2"] == ("shortened", ())
    assert rows["Paper 3"] == ("indirect", ())
    altered = [row for row in rows.values() if row[1]]
    assert altered == [("reworded", ("number",))]
    together = [tuple(t.statement.publisher for t in group) for group in found.by_wording()]
    assert any(sorted(map(str, group)) == ["Paper 1", "Paper 2"] for group in together)


def test_a_person_may_say_that_two_are_not_the_same(store: Store) -> None:
    for number in (0, 1):
        store.add(reading(number))
    held = ids(store)
    judgement = store.judge("not the same claim", held[0], held[1], author="H. Vik")
    with store.reading_connection() as connection:
        assert len(quotation(connection, held[0]).tellings) == 1
    store.undo(judgement.id, author="H. Vik")
    with store.reading_connection() as connection:
        assert len(quotation(connection, held[0]).tellings) == 2


def test_of_a_claim(store: Store) -> None:
    for number in (0, 1, 2):
        store.add(reading(number))
    store.match()
    held = ids(store)
    from sayso.store.match_claims import claim_of

    with store.reading_connection() as connection:
        claim = claim_of(connection, held[1])
        assert claim is not None
        [found] = quotations_of(connection, claim)
    assert {row[0] for row in told(found)} >= {"Paper 1", "Paper 2"}


def test_what_is_not_there(store: Store) -> None:
    with store.reading_connection() as connection:
        with pytest.raises(NotFound, match="no statement"):
            quotation(connection, "0" * 12 + "#A1")
        with pytest.raises(NotFound, match="no claim"):
            quotations_of(connection, "C0000000000")
