from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import sayso
from sayso.claims import cross_encoder, encoder
from sayso.claims.compare import decide, weigh
from sayso.claims.cross_encoder import words_of
from sayso.claims.facts import facts_of
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Claim, Reading
from sayso.store.match_claims import claim_of, claims_in, comparisons_of
from sayso.store.rows import statement_keys, statements_by_key
from sayso.store.store import Store

TEXTS = (
    "The ferry to Pellam will stay shut until Friday, Ada Fenn, the harbour master, said on Monday.\n\n"
    "Fenn said that 12 people were hurt in the fire on the ferry. “We warned the board about the engine in January,” she told"
    " the Calder Post.",
    "The Pellam ferry will stay shut until Friday, harbour master Ada Fenn said.\n\n"
    "“We had warned the board about the engine in January,” Fenn said. The school in Tilsen opened on Monday.",
    "Jonas Ruud, a doctor, said that 15 people were hurt in the fire on the ferry.\n\n"
    "The police did not say why the ferry had left the quay.",
    "Fenn said that the ferry to Pellam will stay shut until Friday. 12 people were hurt in the fire on the ferry.\n\n"
    "Miro Castell, the mayor of Ostrel, said that the library would be sold to a bank.",
    "According to Petra Halvorsen, the old mill in Marrow will be torn down in May.",
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
        published=f"2024-03-0{4 + number % 2}",
        language="en",
    )
    return sayso.attribute(article, profile="fast")


def snapshot(store: Store) -> tuple[list[Claim], list[tuple[str, str, str, float]]]:
    with store.reading_connection() as connection:
        ids = [f"{entry.id}#{label}" for entry in list(store.entries()) for label in _labels(store, entry.id)]
        claims = sorted(claims_in(connection, ids), key=lambda claim: claim.id)
        pairs = [(one.left, one.right, one.relation, one.score) for one in comparisons_of(connection, ids)]
    return claims, pairs


def _labels(store: Store, id: str) -> list[str]:
    held = store.reading(id)
    return [one.id for one in held.attributions] + [f"U{number}" for number in range(1, len(held.unsourced) + 1)]


def filled(where: Path, order: Sequence[int], batch: int = 50) -> Store:
    store = Store.open(where)
    for start in range(0, len(order), batch):
        for number in order[start : start + batch]:
            store.add(reading(number))
        store.match()
    return store


def id_of(store: Store, number: int, words: str) -> str:
    """Find the statement of an article that has some words."""
    entry = next(entry for entry in list(store.entries()) if entry.title == f"News {number}")
    held = store.reading(entry.id)
    for one in held.attributions:
        if words in held.text_of(one.content):
            return f"{entry.id}#{one.id}"
    for place, span in enumerate(held.unsourced, 1):
        if words in held.text_of(span):
            return f"{entry.id}#U{place}"
    raise AssertionError(words)


def test_what_several_articles_say_is_one_claim(store: Store) -> None:
    for number in range(len(TEXTS)):
        store.add(reading(number))
    store.match()
    first, second, third = (id_of(store, number, "stay shut until") for number in (0, 1, 3))
    mill = id_of(store, 4, "torn down")
    with store.reading_connection() as connection:
        claim = claims_in(connection, [first])[0]
        assert {first, second, third} <= set(claim.statements)
        assert claim_of(connection, second) == claim.id
        assert claims_in(connection, [claim.id]) == [claim]
        assert (claim.first, claim.last) == ("2024-03-04", "2024-03-05")
        assert claim_of(connection, mill) is None
        assert claim_of(connection, "000000000000#A1") is None


def test_pairs_are_read_together_with_their_speakers_and_sentences(store: Store) -> None:
    for number in range(len(TEXTS)):
        store.add(reading(number))
    store.match()
    entries = [entry.id for entry in store.entries()]
    ids = [f"{id}#{label}" for id in entries for label in _labels(store, id)]
    with store.reading_connection() as connection:
        held = {id: statements_by_key(connection, [key])[key] for id, key in statement_keys(connection, ids).items()}
        kept = comparisons_of(connection, ids)
    read = 0
    for one in kept:
        left, right = held[one.left], held[one.right]
        vectors = encoder.shipped().encode([left.text, right.text])
        similarity = round(float(encoder.cosines(vectors[:1], vectors[1:])[0, 0]), 4)
        pair = weigh(facts_of(left), facts_of(right), similarity)
        words = [words_of(side, store.reading(side.article).article.text) for side in (left, right)]
        said = cross_encoder.shipped().read([(words[0], words[1])])[0] if pair.worth_reading else None
        read += said is not None
        expected = decide(pair, said)
        assert (one.relation, one.score) == (expected.relation, pytest.approx(expected.score, abs=1e-4))
        if said is not None:
            assert expected.score != decide(pair, None).score
    assert read


def test_another_number_stands_against_the_claim(store: Store) -> None:
    for number in (0, 2, 3):
        store.add(reading(number))
    store.match()
    twelve, fifteen = id_of(store, 0, "12 people"), id_of(store, 2, "15 people")
    with store.reading_connection() as connection:
        claim = claims_in(connection, [twelve])[0]
        assert fifteen in claim.statements
        assert claim.against == (fifteen,)
        found = comparisons_of(connection, [fifteen])
        assert {(one.relation, one.matters) for one in found if one.relation == "conflicting"} == {
            ("conflicting", ("number",))
        }


@pytest.mark.parametrize("seed", range(3))
def test_order_and_batches_of_arrival_do_not_matter(tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    order = list(range(len(TEXTS)))
    with filled(tmp_path / "a.sqlite", order) as one:
        wanted = snapshot(one)
    luck.shuffle(order)
    with filled(tmp_path / "b.sqlite", order, luck.choice([1, 2, 3])) as other:
        assert snapshot(other) == wanted


def test_what_is_removed_leaves_no_trace(store: Store) -> None:
    for number in (0, 1, 2):
        store.add(reading(number))
    store.match()
    before = snapshot(store)
    entry = store.add(reading(3)).entry
    store.match()
    assert snapshot(store) != before
    store.remove(entry.id)
    store.match()
    assert snapshot(store) == before


def test_a_newer_version_takes_the_place_of_the_older(store: Store) -> None:
    for number in (0, 1):
        store.add(reading(number))
    store.match()
    text = TEXTS[1].replace("will stay shut until Friday", "carried a circus to Tilsen in 1998")
    held = reading(1).article
    store.add(sayso.attribute(replace(held, text=text, paragraphs=paragraphs_of(text)), profile="fast"))
    store.match()
    with store.reading_connection() as connection:
        first = id_of(store, 0, "stay shut until")
        assert claim_of(connection, first) is None


def test_judgements_are_respected_and_can_be_undone(store: Store) -> None:
    for number in range(len(TEXTS)):
        store.add(reading(number))
    store.match()
    before = snapshot(store)
    first, second = id_of(store, 0, "stay shut until"), id_of(store, 1, "stay shut until")
    mill = id_of(store, 4, "torn down")
    apart = store.judge("not the same claim", first, second, author="Ada")
    one = store.judge("same claim", first, mill, author="Ada")
    with store.reading_connection() as connection:
        assert claim_of(connection, first) == claim_of(connection, mill) is not None
        assert claim_of(connection, first) != claim_of(connection, second)
    assert snapshot(store) != before
    store.undo(apart.id, author="Ada")
    store.undo(one.id, author="Ada")
    assert snapshot(store) == before


def test_a_judgement_outlives_removing_and_adding_again(store: Store) -> None:
    for number in (0, 4):
        store.add(reading(number))
    store.match()
    first, mill = id_of(store, 0, "stay shut until"), id_of(store, 4, "torn down")
    store.judge("same claim", first, mill, author="Ada")
    store.remove(mill.partition("#")[0])
    with store.reading_connection() as connection:
        assert claim_of(connection, first) is None
    store.add(reading(4))
    store.match()
    with store.reading_connection() as connection:
        assert claim_of(connection, first) == claim_of(connection, mill) is not None
