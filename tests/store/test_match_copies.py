"""Copies in a corpus: the same whatever the order, the batches and what has come and gone, in both databases."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from corpus_samples import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso.claims.copies import copy_of
from sayso.claims.sketch import NEEDED, NEEDED_COMMON, sketch_of, words_of
from sayso.schema import Entry, ModelName, Reading
from sayso.schema.matches import Copy
from sayso.store import indexes, match_copies
from sayso.store.rows import article_keys
from sayso.store.store import Store
from sayso.store.tables import copy, shingle


def words(seed: int, count: int) -> str:
    """Make words that no other seed has, but for a few."""
    rng = random.Random(seed)
    return " ".join(f"{rng.choice('bdfgklmnprst')}{rng.choice('aeiou')}{rng.randrange(400)}" for _ in range(count))


SIGN_OFF = words(1, 70)
BLOCKS = [words(seed, 90) for seed in range(10, 16)]


def text_of(number: int, blocks: Iterable[str]) -> str:
    return "\n\n".join([words(1000 + number, 60), *blocks, words(2000 + number, 40)])


def add(store: Store, number: int, text: str) -> Entry:
    return store.add(Reading(article(number, text), (), (), ModelName("none", "1"), "0")).entry


def match(store: Store, entries: Sequence[Entry]) -> None:
    with store.writing() as connection:
        keys = article_keys(connection, [entry.id for entry in entries])
        match_copies.match(connection, list(keys.values()))


def unmatch(store: Store, entries: Sequence[Entry]) -> None:
    with store.writing() as connection:
        keys = article_keys(connection, [entry.id for entry in entries])
        match_copies.unmatch(connection, list(keys.values()))


def held(store: Store) -> list[Copy]:
    """Give every copy that is written."""
    with store.reading_connection() as connection:
        keys = article_keys(connection, [entry.id for entry in store.entries()])
        found = match_copies.copies_of(connection, list(keys.values()))
        assert len(found) == connection.scalar(select(func.count()).select_from(copy))
    return found


def expected(texts: dict[str, tuple[Entry, str]]) -> list[Copy]:
    """Find what has to be written by holding every article against every other."""
    sketches = {id: set(sketch_of(words_of(text))) for id, (_, text) in texts.items()}
    holders: dict[int, list[str]] = {}
    for id in sorted(sketches):
        for value in sketches[id]:
            holders.setdefault(value, []).append(id)
    rare: Counter[tuple[str, str]] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        for pair in itertools.combinations(ids, 2):
            if pair[0] in ids[: match_copies.NEAREST]:
                shared[pair] += 1
                rare[pair] += len(ids) < match_copies.NEAREST
    return [
        found
        for one, other in sorted(shared)
        if (rare[one, other] >= NEEDED or shared[one, other] >= NEEDED_COMMON)
        and (found := copy_of(*texts[one], *texts[other])) is not None
    ]


def test_copies_are_found_as_the_texts_alone_say(store: Store) -> None:
    texts = [text_of(1, BLOCKS[:2]), text_of(2, BLOCKS[1:3]), text_of(3, BLOCKS[4:]), text_of(4, BLOCKS[:1])]
    entries = [add(store, n, text) for n, text in enumerate(texts)]
    match(store, entries)
    pairs = [(0, 1), (0, 3)]
    wanted = [copy_of(entries[i], texts[i], entries[j], texts[j]) for i, j in pairs]
    assert held(store) == sorted(wanted, key=lambda c: (c.left, c.right))  # type: ignore[union-attr]
    with store.reading_connection() as connection:
        keys = article_keys(connection, [entry.id for entry in entries])
        first, second, third, fourth = (keys[entry.id] for entry in entries)
        assert len(match_copies.copies_of(connection, [second])) == 1
        assert match_copies.copies_of(connection, [third]) == []
        assert len(match_copies.copies_between(connection, [first, second, third])) == 1
        assert match_copies.copies_between(connection, [second, fourth]) == []


def test_a_text_at_two_addresses_is_a_copy_however_short(store: Store) -> None:
    text = "The ferry in Calder stays shut until Monday because of the ice, the harbour master said in the morning.\n\nShe did not say when."
    entries = [add(store, n, text) for n in range(2)]
    match(store, entries)
    assert [c.left_share for c in held(store)] == [1.0]


def test_nothing_is_left_of_what_has_gone(store: Store) -> None:
    entries = [add(store, n, text_of(n, BLOCKS[:2])) for n in range(4)]
    match(store, entries)
    assert len(held(store)) == 6
    unmatch(store, entries[1:])
    assert held(store) == []
    with store.reading_connection() as connection:
        mine = len(sketch_of(words_of(text_of(0, BLOCKS[:2]))))
        assert connection.scalar(select(func.count()).select_from(shingle)) == mine


def test_the_store_brings_articles_and_takes_them_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "_MATCHERS", ("match_copies",))
    with Store.open(tmp_path / "corpus.sqlite") as store:
        one, other = (add(store, n, text_of(n, BLOCKS[:2])) for n in range(2))
        store.match()
        assert len(held(store)) == 1
        newer = add(store, 1, text_of(1, BLOCKS[3:]))
        assert (newer.page, newer.version) == (other.page, 2)
        store.match()
        assert held(store) == []
        store.remove(newer.id)
        store.match()
        assert [(c.left, c.right) for c in held(store)] == [tuple(sorted((one.id, other.id)))]
        before = held(store)
        store.rematch()
        assert held(store) == before


def test_many_articles_with_one_sign_off_grow_no_square(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match_copies, "NEAREST", 5)
    with Store.open(tmp_path / "corpus.sqlite") as store:
        entries = [add(store, n, text_of(n, [SIGN_OFF])) for n in range(30)]
        for part in range(0, 30, 7):
            match(store, entries[part : part + 7])
        found = held(store)
        stand = set(sorted(entry.id for entry in entries)[:5])
        assert len(found) == 4 * 5 // 2 + 25 * 5
        assert all(stand & {c.left, c.right} for c in found)
        with store.reading_connection() as connection:
            keys = list(article_keys(connection, [entry.id for entry in entries]).values())
            assert len(match_copies.copies_between(connection, keys[:12])) == 12 * 11 // 2
            assert len(match_copies.copies_between(connection, keys[:2])) == 1
            apart = [
                key for entry, key in article_keys(connection, [e.id for e in entries]).items() if entry not in stand
            ]
            monkeypatch.setattr(match_copies, "ALL_PAIRS", 10)
            tied = match_copies.copies_between(connection, apart)
            assert len(tied) == len(apart) - 1
            assert len({id for c in tied for id in (c.left, c.right)}) == len(apart)


@pytest.mark.parametrize("nearest", [2, 4, 64])
@given(
    st.lists(st.sets(st.sampled_from([SIGN_OFF, *BLOCKS]), max_size=3).map(sorted), min_size=2, max_size=9),
    st.randoms(use_true_random=False),
)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_order_batches_and_removals_leave_no_trace(
    tmp_path_factory: pytest.TempPathFactory,
    nearest: int,
    blocks: list[list[str]],
    rng: random.Random,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(match_copies, "NEAREST", nearest)
        texts = [text_of(n, some) for n, some in enumerate(blocks)]
        results = []
        for _ in range(2):
            with Store.open(tmp_path_factory.mktemp("corpus") / "corpus.sqlite") as store:
                order = list(range(len(texts)))
                rng.shuffle(order)
                entries = {n: add(store, n, texts[n]) for n in order}
                while order:
                    size = rng.randint(1, len(order))
                    match(store, [entries[n] for n in order[:size]])
                    order = order[size:]
                away = rng.sample(sorted(entries), rng.randint(0, len(entries)))
                gone = away[: rng.randint(0, len(away))]
                unmatch(store, [entries[n] for n in away])
                match(store, [entries[n] for n in away if n not in gone])
                kept = {e.id: (e, texts[n]) for n, e in entries.items() if n not in gone}
                assert held(store) == expected(kept)
                match(store, [entries[n] for n in gone])
                results.append(held(store))
        assert comparable(results[0]) == comparable(results[1])


def comparable(found: list[Copy]) -> list[tuple[object, ...]]:
    return [(c.left, c.right, c.passages, c.words, c.direction) for c in found]


def test_judgements_change_nothing(store: Store) -> None:
    entries = [add(store, n, text_of(n, BLOCKS[:2])) for n in range(2)]
    match(store, entries)
    before = held(store)
    with store.writing() as connection:
        match_copies.judged(connection, [entries[0].id])
    assert held(store) == before


def test_a_huge_article_of_one_word_holds_nobody_up(tmp_path: Path) -> None:
    with Store.open(tmp_path / "corpus.sqlite") as store:
        texts = [
            "a " * 500_000,
            "The cat sat on the mat. " * 10_000,
            "a " * 400_000 + BLOCKS[0],
            text_of(1, BLOCKS[:1]),
        ]
        entries = [add(store, n, text) for n, text in enumerate(texts)]
        match(store, entries)
        ids = [entries[2].id, entries[3].id]
        assert [[c.left, c.right] for c in held(store)] == [sorted(ids)]


def test_no_articles(store: Store) -> None:
    with store.writing() as connection:
        match_copies.match(connection, [])
        match_copies.unmatch(connection, [])
        assert match_copies.copies_of(connection, []) == []
        assert match_copies.copies_between(connection, []) == []
