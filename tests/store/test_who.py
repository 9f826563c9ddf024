"""Who a name may mean, and what they are reported to have said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoken import Said, page

from sayso.errors import InputError, NotFound
from sayso.schema import Filters
from sayso.store import indexes
from sayso.store.said import Asked, said
from sayso.store.store import Store
from sayso.store.who import find, most_quoted, near_names

DREDGING = "The dredging of the harbour of Ostrel will cost nine million crowns and end in the autumn"
PAGES = [
    page("Tarn Post", "2024-03-01", Said("Ben Wallis", DREDGING, "harbour minister")),
    page("Ostrel Echo", "2024-03-02", Said("Benjamin Wallis", DREDGING + ", and not a day later", "harbour minister")),
    page("Kallio Times", "2024-03-03", Said("Wallis", DREDGING, through="Ostrel Echo")),
    page(
        "Meri Herald",
        "2024-03-04",
        Said("the harbour minister", "Schools need more teachers before the winter comes", named=False),
        Said("KMU", "The miners will not work on Sundays any longer", kind="organisation"),
    ),
    page("Tarn Post", "2025-06-01", Said("Ben Wallis", "The ferry to Sund is safe in every wind", "mayor of Tarn")),
    page("Tarn Post", "2023-09-06", Said("Ben Wallis", "We lost because we were slow", "goalkeeper")),
    page("Sund Mail", "2024-03-05", Said("Wallis", "A new crane will be built", confidence=0.3, form="indirect")),
    page("Sund Mail", None, Said("Karveth Miners Union", "Pay has to rise", kind="organisation")),
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("who") / "corpus.sqlite") as store:
        for one in PAGES:
            store.add(one)
        store.match()
        yield store


def test_namesakes_all_most_reported_first(filled: Store) -> None:
    minister, keeper = find(filled, "wallis")
    assert minister.name == "Ben Wallis"
    assert [role.words for role in minister.roles] == ["harbour minister", "mayor of Tarn"]
    assert (minister.first, minister.last) == ("2024-03-01", "2025-06-01")
    assert minister.roles[0].first == "2024-03-01"
    assert minister.roles[0].articles == 2
    assert minister.names == ("Ben Wallis", "Wallis", "Benjamin Wallis")
    assert len(minister.speakers) == 6
    assert [role.words for role in keeper.roles] == ["goalkeeper"]


@pytest.mark.parametrize(
    "name",
    ["Ben Wallis", "ben wallis", "Benjamin Wallis", "B. Wallis", "Mr. Wallis", "the harbour minister", "WALLIS"],
)
def test_a_name_as_a_person_types_it(filled: Store, name: str) -> None:
    assert find(filled, name)[0] == find(filled, "wallis")[0]


def test_ids_and_organisations(filled: Store) -> None:
    minister = find(filled, "wallis")[0]
    assert find(filled, minister.id) == [minister]
    assert find(filled, minister.speakers[0]) == [minister]
    union = find(filled, "kmu")
    assert union == find(filled, "Karveth Miners Union") == find(filled, "the Karveth Miners Union")
    assert [one.name for one in union] == ["Karveth Miners Union"]


@pytest.mark.parametrize("name", ["Pelle Nobody", "", ";", "%", "P0000000000", "000000000000#S1", "x" * 5000, "\0"])
def test_nobody_is_said_to_be_nobody(filled: Store, name: str) -> None:
    with pytest.raises(NotFound):
        find(filled, name)


def test_their_speakers_in_articles_are_read_if_wanted(filled: Store) -> None:
    every, plain = find(filled, "wallis"), find(filled, "wallis", speakers=False)
    assert [one.speakers for one in plain] == [(), ()]
    assert [replace(one, speakers=()) for one in every] == plain


def test_near_names_are_a_hint(filled: Store) -> None:
    with pytest.raises(NotFound) as caught:
        find(filled, "Ben Walis")
    assert "Ben Wallis" in (caught.value.hint or "")
    with filled.reading_connection() as connection:
        assert near_names(connection, "Karveth Miner Union")[0] == "Karveth Miners Union"
        assert near_names(connection, "…") == []


def test_everything_said_in_time_order_with_wordings_side_by_side(filled: Store) -> None:
    account = said(filled, find(filled, "wallis")[0])
    assert account.statements == 6
    assert [saying.first for saying in account.sayings] == ["2024-03-01", "2024-03-04", "2024-03-05", "2025-06-01"]
    dredging = account.sayings[0]
    assert dredging.claim is not None
    assert [one.statement.publisher for one in dredging.wordings] == ["Ostrel Echo", "Tarn Post", "Kallio Times"]
    assert dredging.wordings[0].variant is None
    assert [one.variant and one.variant.rewording for one in dredging.wordings[1:]] == ["shortened", "shortened"]
    assert dredging.outlets == ("Tarn Post", "Ostrel Echo", "Kallio Times")
    assert dredging.last == "2024-03-03"
    assert account.outlets[0] == ("Tarn Post", 2)


def test_how_sure_it_is_that_they_said_it(filled: Store) -> None:
    account = said(filled, find(filled, "wallis")[0])
    wordings = {one.statement.publisher: one for saying in account.sayings for one in saying.wordings}
    assert wordings["Meri Herald"].called == "office"
    assert wordings["Kallio Times"].called == "last name"
    assert wordings["Kallio Times"].second_hand
    assert not wordings["Ostrel Echo"].unsure
    assert len(wordings["Sund Mail"].unsure) == 2
    assert not account.sayings[0].second_hand


def test_wordings_of_one_quotation_stand_together_without_a_claim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "_MATCHERS", ("match_speakers",))
    with Store.open(tmp_path / "corpus.sqlite") as store:
        for one in PAGES[:2]:
            store.add(one)
        store.match()
        (minister,) = find(store, "wallis")
        (saying,) = said(store, minister).sayings
        assert saying.claim is None
        assert [one.statement.publisher for one in saying.wordings] == ["Ostrel Echo", "Tarn Post"]
        assert saying.first == "2024-03-01"


def test_filters_and_limits(filled: Store) -> None:
    minister = find(filled, "wallis")[0]
    assert said(filled, minister, Asked(filters=Filters(outlet="tarn post"))).statements == 2
    assert said(filled, minister, Asked(filters=Filters(since="2025"))).statements == 1
    assert said(filled, minister, Asked(filters=Filters(outlet="nowhere"))).sayings == ()
    latest = said(filled, minister, Asked(limit=1))
    assert [saying.first for saying in latest.sayings] == ["2025-06-01"]
    assert latest.left_out == 3
    with pytest.raises(InputError):
        said(filled, minister, Asked(filters=Filters(since="yesterday")))


def test_what_they_said_on_a_subject(filled: Store) -> None:
    minister = find(filled, "wallis")[0]
    account = said(filled, minister, Asked(about="cost of dredging the harbour", limit=1))
    assert "dredging" in account.sayings[0].wordings[0].statement.text
    assert account.sayings[0].similarity is not None


def test_what_they_said_before_on_the_same_subject(filled: Store) -> None:
    minister = find(filled, "wallis")[0]
    every = said(filled, minister)
    last = next(one for one in every.sayings[0].wordings if one.statement.publisher == "Kallio Times")
    before = said(filled, minister, Asked(about=last.statement.id))
    assert {one.statement.publisher for one in before.sayings[0].wordings} == {"Tarn Post", "Ostrel Echo"}
    assert before.about == last.statement.text
    first = next(one for one in every.sayings[0].wordings if one.statement.publisher == "Tarn Post")
    assert said(filled, minister, Asked(about=first.statement.id)).sayings == ()
    with pytest.raises(NotFound):
        said(filled, minister, Asked(about="000000000000#A1"))


def test_who_is_quoted_most(filled: Store) -> None:
    found = most_quoted(filled, 2)
    assert [one.name for one in found] == ["Ben Wallis", "Karveth Miners Union"]


def test_the_same_on_both_databases(store: Store) -> None:
    long = " ".join(f"\U00010400{n}\U00010400" for n in range(2000))
    for one in [*PAGES[:5], page("Sund Mail", "2024-03-07", Said(long, "So it is"))]:
        store.add(one)
    store.match()
    assert len(find(store, long)) == 1
    (minister,) = find(store, "wallis")
    account = said(store, minister, Asked(about="dredging"))
    assert account.sayings[0].first == "2024-03-01"
    assert [one.id for one in most_quoted(store, 1)] == [minister.id]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.sampled_from(["P%", "' OR 1=1 --", "a#b", "\ud800", "İ", "ﬀ Wallis"]))
def test_any_name_may_be_asked_for(filled: Store, name: str) -> None:
    try:
        found = find(filled, name)
    except NotFound:
        found = []
    assert all(one.articles for one in found)
