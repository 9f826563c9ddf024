"""The order of what a search found: meaning, telling words, speakers, titles, and scraps last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spoken import Said, page

from sayso.export.hits import render
from sayso.export.look import Look
from sayso.store import full_text, ranking
from sayso.store.query import parse
from sayso.store.relaxing import relaxed
from sayso.store.rows import statement_keys, statements_by_key
from sayso.store.search import search
from sayso.store.store import Store


@pytest.fixture
def told(store: Store) -> Store:
    store.add(
        page(
            "The Ostrel Gazette",
            "2031-03-04",
            Said("Mara Voss", "The harbour of Calder will be closed for three weeks from Monday on"),
            Said("Tomas Reed", "The harbour of Calder was built by prisoners two hundred years ago"),
            Said("Tomas Reed", "The harbour of Calder"),
            Said("Ilse Brandt", "Repairs of the pier cost 225,000 crowns and were paid by the county"),
            Said("Ilse Brandt", "Repairs of the lighthouse cost 87,000 crowns and were paid by the county"),
        )
    )
    store.match()
    return store


def scored(store: Store, typed: str) -> dict[str, float]:
    """Give the score of each statement by how it begins, with one cosine for all."""
    with store.reading_connection() as connection:
        ids = {one.id: one.text for one in store.statements(every_id(store))}
        keys = statement_keys(connection, list(ids))
        found = ranking.scores(connection, parse(typed), list(keys.values()), dict.fromkeys(keys.values(), 0.5))
    return {ids[id].strip("“”"): found[key] for id, key in keys.items()}


def every_id(store: Store) -> list[str]:
    return [hit.statement.id for hit in search(store, "harbour OR repairs").hits]


def test_the_name_of_the_speaker_counts_as_words(told: Store) -> None:
    found = scored(told, "Voss harbour")
    assert max(found, key=lambda text: found[text]).endswith("from Monday on")


def test_what_says_no_more_than_the_query_comes_last(told: Store) -> None:
    found = scored(told, "harbour of Calder")
    assert min((text for text in found if "Calder" in text), key=lambda text: found[text]) == "The harbour of Calder"


def test_half_a_figure_is_no_figure(told: Store) -> None:
    found = scored(told, "225,000 crowns")
    pier, lighthouse = (next(found[text] for text in found if name in text) for name in ("pier", "lighthouse"))
    assert pier - lighthouse > ranking.WORDS_COUNT / 3


def test_words_that_tell_nothing_change_nothing(told: Store) -> None:
    assert set(scored(told, "the of and").values()) <= {0.5, 0.5 - ranking.LITTLE}
    assert scored(told, "the harbour of the county") == pytest.approx(scored(told, "harbour county"))


def test_two_of_the_most_telling_words_are_enough() -> None:
    less = relaxed(parse("the lighthouse keeper was drowned by smugglers who had come from Calder"))
    assert less is not None
    assert len(less.groups) == 4
    assert all(len(group) == 3 for group in less.groups)
    words = {term.words[0] for group in less.groups for term in group}
    assert len(words) == 4
    assert not words & {"the", "was", "by", "who", "had", "from"}
    two = relaxed(parse("lighthouse smugglers"))
    assert two is not None
    assert [[term.words for term in group] for group in two.groups] == [[("lighthouse",), ("smugglers",)]]


@pytest.mark.parametrize("typed", ["lighthouse", '"lighthouse keeper" drowned', "lighthouse keeper -Calder", "of the"])
def test_who_asks_for_the_very_words_gets_no_others(typed: str) -> None:
    assert relaxed(parse(typed)) is None


def test_without_a_statement_that_holds_all_words_some_are_enough(told: Store) -> None:
    hits = search(told, "lighthouse restaurant opened by fishermen for 87,000 crowns").hits
    assert "lighthouse" in hits[0].statement.text
    assert not hits[0].by_words


def test_a_hit_says_why_it_was_found(told: Store) -> None:
    hit = search(told, "lighthouse repairs by fishermen").hits[0]
    near, far = (render([replace(hit, similarity=cosine)], Look(200)) for cosine in (0.62, 0.31))
    assert "near in meaning (0.62)" in near
    assert "some of the words" in far
    assert "near in meaning" not in far


def test_the_best_of_either_word_comes_first_among_very_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "CANDIDATES", 2)
    store.add(
        page(
            "Radio Calder",
            "2031-03-06",
            Said("Mara Voss", "Otters were seen at the mill in the long and cold night after the flood"),
            Said("Mara Voss", "Otters and badgers"),
            Said("Mara Voss", "Badgers were seen in the wood above the town when the snow had gone"),
        )
    )
    with store.reading_connection() as connection:
        found = full_text.matches(connection, parse("otters OR badgers"), 10)
        texts = statements_by_key(connection, found.keys)
    assert found.capped
    assert [texts[key].text.split()[0] for key in found.keys] == ["“Otters", "“Badgers"]
