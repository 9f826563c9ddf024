"""Origins of a claim in a corpus, on both databases: the rows lead to the numbers, whatever the order they came in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.errors import InputError, NotFound
from sayso.paragraphs import paragraphs_of
from sayso.pipeline import attribute
from sayso.schema import Article, Reading
from sayso.store.claim_rows import claim_of
from sayso.store.families import add_family, added, families, remove_family
from sayso.store.origins import origins, origins_among
from sayso.store.store import Store

QUOTE = "The old bridge at Mittelau has been closed because the ice has cracked its eastern pier"
PAGES = (
    ("Harbour Post", f"“{QUOTE},” said the harbour master, Edda Holm, on Monday.", "2024-03-01T08:00:00Z"),
    ("Calder Courier", f"{QUOTE}, the Harbour Post reported.", "2024-03-01T10:00:00Z"),
    ("Skelby Echo", f"{QUOTE}.", "2024-03-01T11:00:00Z"),
    ("Ludbridge Echo", f"{QUOTE}.", "2024-03-02T09:00:00Z"),
    ("Radio Ellary", f"{QUOTE}, a lorry driver, Sem Radek, told Radio Ellary.", "2024-03-02T10:00:00Z"),
)


def readings() -> list[Reading]:
    return [
        attribute(
            Article(text, paragraphs_of(text), publisher=outlet, published=when, url=f"https://{i}.example/a"),
            profile="fast",
        )
        for i, (outlet, text, when) in enumerate(PAGES)
    ]


def ids_in(store: Store) -> list[str]:
    """Give the first statement of each article, in the order of the pages."""
    by_outlet = {entry.publisher: entry.id for entry in store.entries()}
    found = []
    for outlet, _, _ in PAGES:
        reading = store.reading(by_outlet[outlet])
        found.append(f"{by_outlet[outlet]}#{reading.attributions[0].id if reading.attributions else 'U1'}")
    return found


def count(store: Store, ids: list[str]) -> tuple[int, int]:
    with store.reading_connection() as connection:
        found = origins_among(connection, ids)
    return found.least, found.most


@pytest.mark.parametrize("turned", [False, True])
def test_numbers_do_not_depend_on_the_order_of_arrival(store: Store, turned: bool) -> None:
    for reading in readings()[::-1] if turned else readings():
        store.add(reading)
        store.match()
    # Holm and Radek; perhaps the two Echoes, which name nobody.
    assert count(store, ids_in(store)) == (2, 4)


def test_families_and_judgements_count_and_are_taken_back(store: Store) -> None:
    list(map(store.add, readings()))
    store.match()
    ids = ids_in(store)
    with store.writing() as connection:
        add_family(connection, "Skelby Echo", "Vale Media")
        add_family(connection, "ludbridgeecho.example", "Vale Media")
    before = count(store, ids)
    assert before == (2, 3)
    made = store.judge("dependent", ids[4], ids[0], author="Ada")
    assert count(store, ids)[1] == before[1] - 1
    store.undo(made.id, author="Ada")
    assert count(store, ids) == before


def test_the_origins_of_a_claim_that_was_found(store: Store) -> None:
    list(map(store.add, readings()))
    store.match()
    with store.reading_connection() as connection:
        claim = claim_of(connection, ids_in(store)[0])
    assert claim is not None
    found = origins(store, claim)
    assert 1 <= found.least <= found.most
    assert all(report.reason for report in found.reports)


def test_a_claim_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound, match="no claim C0000000000"):
        origins(store, "C0000000000")


def test_owners_are_kept_replaced_and_taken_back(store: Store) -> None:
    def said(act: Callable[..., None], *words: str) -> list[tuple[str, str]]:
        with store.writing() as connection:
            act(connection, *words)
            return added(connection)

    assert said(add_family, "Skelby Echo", "Vale Media") == [("Skelby Echo", "Vale Media")]
    assert said(add_family, "the skelby echo ", "Ash Group") == [("the skelby echo", "Ash Group")]
    with store.reading_connection() as connection:
        assert families(connection).owner("Skelby Echo") == "Ash Group"
    assert said(remove_family, "Skelby Echo") == []
    with pytest.raises(NotFound), store.writing() as connection:
        remove_family(connection, "Skelby Echo")


@pytest.mark.parametrize(("outlet", "owner"), [("", "Vale Media"), ("Skelby Echo", " … "), ("a" * 201, "b")])
def test_owners_need_names(store: Store, outlet: str, owner: str) -> None:
    with pytest.raises(InputError), store.writing() as connection:
        add_family(connection, outlet, owner)
