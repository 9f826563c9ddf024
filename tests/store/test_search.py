"""Searching by words and meaning, with filters, in both databases."""

from __future__ import annotations

import pytest
from spoken import Said, page

from sayso.errors import InputError
from sayso.schema import Filters, Hit
from sayso.store.search import search
from sayso.store.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(
        page(
            "The Ostrel Gazette",
            "2031-03-04",
            Said(
                "Mara Voss",
                "The dam above Calder gave way and forty boats were lost in the flood",
                role="harbour master",
            ),
            Said("a clerk", "The town hall will pay for every boat that was lost", named=False),
        )
    )
    store.add(
        page(
            "Radio Calder",
            "2031-03-06",
            Said("Mara Voss", "Forty boats were lost in the flood when the dam above Calder gave way", form="indirect"),
            Said("Tomas Reed", "I plan to sail to Vell in the spring with my two daughters", act="plan"),
        )
    )
    store.add(page("Daily Pennant", None, Said("Tomas Reed", "Bread has become dearer by a third since last winter")))
    store.match()
    return store


def words(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.statement.text.strip("“”").split()[0] for hit in hits]


def test_words_filters_and_meaning(filled: Store) -> None:
    answer = search(filled, "boats flood")
    assert sorted(words(answer.hits)[:2]) == ["Forty", "The"]
    first = answer.hits[0]
    assert first.by_words
    assert [span.of(first.statement.text) for span in first.words] == ["boats", "flood"]
    assert first.entry.publisher == first.statement.publisher
    assert (first.claim or "").startswith("C")
    assert first.reports == 2

    def count(typed: str = "", **filters: object) -> int:
        return len([hit for hit in search(filled, typed, filters=Filters(**filters)).hits if hit.by_words or not typed])  # type: ignore[arg-type]

    assert count(speaker="voss") == 2
    assert count(speaker="Mara Voss", outlet="radio") == 1
    assert count(named=False) == 1
    assert count(act="plan") == 1
    assert count(form="indirect") == 1
    assert count(since="2031-03-05") == 2
    assert count(until="2031-03-05") == 2
    assert count(kind="document") == 0
    assert count("boats", speaker="Reed") == 0
    assert count("boats -Voss") == 1
    assert count('"forty boats"') == 2
    assert count(speaker="P0000000000") == 0


def test_meaning_finds_what_has_none_of_the_words(filled: Store) -> None:
    hits = search(filled, "ships sank when a barrage broke").hits
    assert hits
    assert not hits[0].by_words
    assert hits[0].similarity is not None
    assert hits[0].statement.text.lstrip("“").startswith(("The dam", "Forty boats"))
    assert "Bread" not in words(hits)
    assert search(filled, '"ships sank"').hits == ()


def test_without_words_the_latest_come_first(filled: Store) -> None:
    hits = search(filled, "", filters=Filters(kind="person")).hits
    dates = [hit.statement.published for hit in hits]
    assert dates == ["2031-03-06", "2031-03-06", "2031-03-04", "2031-03-04", None]


def test_pages_of_hits_join(filled: Store) -> None:
    whole = search(filled, "the boats").hits
    parts = [search(filled, "the boats", limit=1, offset=at).hits for at in range(len(whole))]
    assert tuple(hit for part in parts for hit in part) == whole
    assert search(filled, "the boats", limit=1).more


def test_what_was_superseded_or_removed_is_not_found(filled: Store) -> None:
    filled.add(
        page("Daily Pennant", None, Said("Tomas Reed", "Bread has become cheaper since last winter, he now says"))
    )
    hits = search(filled, "bread").hits
    assert ["cheaper" in hit.statement.text for hit in hits if hit.by_words] == [True]
    filled.remove(hits[0].entry.id)
    assert [hit.entry.version for hit in search(filled, "bread").hits if hit.by_words] == [1]


HOSTILE = ["' OR 1=1 --", '"', '""', "NEAR(a b)", "a AND", "{text}:x", "\x00", "*", "%", "🜁", "a" * 50_000]


def test_hostile_words_are_words(filled: Store) -> None:
    for typed in HOSTILE:
        search(filled, typed, filters=Filters(kind="person"))
        search(filled, "boats", filters=Filters(outlet=typed, speaker=typed))


def test_nothing_asked_is_an_error(filled: Store) -> None:
    with pytest.raises(InputError, match="nothing to search for"):
        search(filled, " -- ")
    with pytest.raises(InputError, match="expected a date such as"):
        search(filled, "boats", filters=Filters(since="3/16"))
    with pytest.raises(InputError, match="expected a limit"):
        search(filled, "boats", limit=0)
