"""Versions of a page, and taking articles out again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus_samples import article, reading, reading_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.claims.statements import statements_of
from sayso.store.adding import Incoming
from sayso.store.checking import check
from sayso.store.store import Store

URL = "https://calderpost.example/news/gate"
FIRST = (
    "The harbour gate at Ostrel was shut on Monday, Mayor Ada Fenn said.\n\n"
    "“Nobody was hurt,” said Jonas Ruud of the harbour office. “We opened it again after 20 minutes.”\n\n"
    "The old gate fell into the water in 1987."
)
SECOND = FIRST.replace("Nobody was", "Two people were").replace(
    "The old gate fell into the water in 1987.", "The port police said it was looking into the matter."
)


def test_another_text_at_the_same_address_is_a_new_version(store: Store) -> None:
    old = store.add(reading_of(FIRST, URL), body=b"old").entry
    added = store.add(reading_of(SECOND, URL + "?utm_source=feed"), body=b"new")
    assert (added.what, added.entry.version, added.entry.current) == ("version", 2, True)
    assert added.entry.page == old.page
    assert added.entry.id != old.id
    assert store.entry(old.id) == replace(old, current=False)
    assert [one.id for one in store.entries()] == [added.entry.id]
    assert [one.id for one in store.versions(added.entry.id)] == [old.id, added.entry.id]
    assert (store.body(old.id), store.body(added.entry.id)) == (b"old", b"new")
    assert store.reading(old.id).article.text == FIRST
    assert store.statements(f"{old.id}#{label}" for label in ("A1",))[0].text.startswith("The harbour gate")
    assert check(store).problems == ()


def test_what_changed_in_the_statements_is_told(store: Store) -> None:
    store.add(reading_of(FIRST, URL))
    changes = store.add(reading_of(SECOND, URL)).changes
    told = {(one.what, one.before_text, one.after_text) for one in changes}
    assert ("reworded", "“Nobody was hurt,”", "“Two people were hurt,”") in {
        (what, before and before.partition(" … ")[0], after and after.partition(" … ")[0])
        for what, before, after in told
    }
    assert ("added", None, "it was looking into the matter") in told
    assert not any("harbour gate" in (one.before_text or "") for one in changes)


def test_every_text_of_a_page_is_held_once(store: Store) -> None:
    """Running a job again, over an archive that has a page twice, adds nothing."""
    for _ in range(2):
        added = [store.add(reading_of(text, URL)) for text in (FIRST, SECOND)]
    assert [one.what for one in added] == ["unchanged", "unchanged"]
    assert [one.version for one in store.versions(added[0].entry.id)] == [1, 2]


def test_without_the_newest_version_the_one_before_is_current(store: Store) -> None:
    first, second = (store.add(reading_of(text, URL)).entry for text in (FIRST, SECOND))
    store.match()
    gone = store.remove(second.id)
    assert gone.id == second.id
    assert store.entry(first.id).current
    assert check(store).problems == ()
    assert check(store).unmatched == 1
    assert store.add(reading_of(SECOND, URL)).what == "version"


def test_without_an_earlier_version_the_newest_stays(store: Store) -> None:
    first, second = (store.add(reading_of(text, URL)).entry for text in (FIRST, SECOND))
    store.remove(first.id)
    assert [one.id for one in store.versions(second.id)] == [second.id]
    assert check(store).problems == ()


def test_a_removed_article_is_gone_and_can_come_back(store: Store) -> None:
    first, second = (store.add(reading(n)).entry for n in (1, 2))
    store.match()
    expected = statements_of(second, reading(2))
    store.remove(first.id)
    assert [one.id for one in store.entries()] == [second.id]
    assert [one.id for one in store.statements(s.id for s in expected)] == [s.id for s in expected]
    again = store.add(reading(1))
    assert (again.what, again.entry.id, again.entry.version) == ("new", first.id, 1)
    assert check(store).problems == ()


def test_a_text_that_wandered_is_traced_to_where_it_was_first(store: Store) -> None:
    first = store.add(reading(1)).entry
    other = "https://lindmoor.example/x"
    store.add(reading_of("Something else was here, Ada Fenn said on Monday.", other))
    added = store.add(replace(reading(1), article=replace(article(1), url=other)))
    assert (added.what, added.entry.same_text_as) == ("version", first.id)


def _fetched(text: str, day: int | None) -> Incoming:
    return Incoming(reading_of(text, URL), fetched=None if day is None else f"2024-03-{day:02}T12:00:00+00:00")


def _history(store: Store) -> list[str]:
    entry = next(store.entries())
    found = store.versions(entry.id)
    assert [one.version for one in found] == list(range(1, len(found) + 1))
    assert [one.current for one in found] == [False] * (len(found) - 1) + [True]
    assert check(store).problems == ()
    return ["ABC"[(FIRST, SECOND, THIRD).index(store.reading(one.id).article.text)] for one in found]


THIRD = "The gate at Ostrel is open, said Hanne Vik of the harbour office on Friday."
CAPTURES = [(FIRST, 1), (SECOND, 2), (THIRD, 3), (FIRST, 4)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(CAPTURES))
def test_captures_give_the_same_versions_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, order: list[tuple[str, int]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("order") / "corpus.sqlite") as store:
        for _ in range(2):
            list(store.add_many(_fetched(*one) for one in order))
            store.match()
        # A text that was taken for the same capture as its neighbour is a version once it is seen what came between.
        assert _history(store) == ["A", "B", "C", "A"]


def test_a_page_that_goes_back_to_an_earlier_text_has_a_new_version(store: Store) -> None:
    added = list(store.add_many(_fetched(*one) for one in CAPTURES))
    assert [one.what for one in added] == ["new", "version", "version", "version"]
    assert _history(store) == ["A", "B", "C", "A"]
    ids = [one.entry.id for one in added]
    assert len(set(ids)) == 4
    assert [one.what for one in store.add_many(_fetched(*one) for one in CAPTURES)] == ["unchanged"] * 4
    assert store.add(reading_of(SECOND, URL)).what == "unchanged"  # nobody knows when
    store.remove(ids[3])
    assert _history(store) == ["A", "B", "C"]


def test_an_older_capture_does_not_supersede_a_newer_one(store: Store) -> None:
    newer = store.add_many([_fetched(SECOND, 2)])
    newest = next(iter(newer)).entry
    store.match()
    older = next(iter(store.add_many([_fetched(FIRST, 1)])))
    assert (older.what, older.entry.version, older.entry.current) == ("version", 1, False)
    assert [entry.id for entry in store.entries()] == [newest.id]
    assert store.entry(newest.id).version == 2
    assert check(store).unmatched == 0
    assert _history(store) == ["A", "B"]


def test_a_time_that_is_none_is_not_known(store: Store) -> None:
    for text, fetched in ((FIRST, "soon"), (SECOND, "2024-03-01"), (THIRD, "")):
        list(store.add_many([Incoming(reading_of(text, URL), fetched=fetched)]))
    assert _history(store) == ["A", "B", "C"]
