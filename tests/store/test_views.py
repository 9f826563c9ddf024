"""Views of claims, stories and two articles side by side, and the stories they rest on, in both databases."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from spoken import Said, page
from sqlalchemy import select

from sayso.errors import InputError, NotFound
from sayso.schema import Reading
from sayso.store import match_stories
from sayso.store.store import Store
from sayso.store.tables import article, kinship, story, story_article
from sayso.store.views import claim_lines, claim_view, comparison_view, story_lines, story_view

DAM = "The dam above Calder gave way on Monday night and forty boats were lost in the flood"
LATER = "The dam above Calder gave way on Monday night and sixty boats were lost in the flood"
BREAD = "Bread has become dearer by a third since last winter"


def pages() -> list[Reading]:
    more = "The dam above Calder stood for ninety years. It was built by the Ostrel Water Company.\n\n"
    return [
        page("Calder Courier", "2031-03-04T07:00", Said("Mara Voss", DAM, role="harbour master"), more=more),
        page("Radio Ostrel", "2031-03-04T09:00", Said("Mara Voss", DAM, through="Calder Courier"), more=more),
        page("Daily Pennant", "2031-03-05", Said("Tomas Reed", LATER), more="Rain is to go on in Calder."),
        page("The Baker", "2031-06-05", Said("Hanne Vik", BREAD), more="Flour comes from Vell."),
    ]


@pytest.fixture
def filled(store: Store) -> Store:
    for found in pages():
        store.add(found)
    store.match()
    return store


def test_a_claim(filled: Store) -> None:
    line = claim_lines(filled)[0]
    view = claim_view(filled, line.claim)
    assert view == claim_view(filled, line.claim[:6]) == claim_view(filled, view.statements[0].id)
    assert len(view.statements) == len(view.claim.statements) >= 2
    assert [entry.publisher for entry in view.entries][:2] == ["Calder Courier", "Radio Ostrel"]
    assert view.origins is not None
    assert len(view.origins.reports) == len(view.statements)
    assert {page.article for page in view.spread.pages} == {entry.id for entry in view.entries}
    assert line.reports + line.against == len(view.statements)


def test_a_conflict_is_shown(filled: Store) -> None:
    view = claim_view(filled, claim_lines(filled)[0].claim)
    assert {(one.matter, one.left_words, one.right_words) for one in view.conflicts} >= {
        ("number", "forty boats", "sixty boats")
    }
    assert [page.label for page in view.spread.pages if page.against] == ["Daily Pennant"]


def test_notes_are_shown(filled: Store) -> None:
    view = claim_view(filled, claim_lines(filled)[0].claim)
    made = filled.judge("note", view.statements[0].id, note="called the harbour", author="Hanne Vik")
    assert claim_view(filled, view.claim.id).notes == (made,)


def test_a_story(filled: Store) -> None:
    (line,) = story_lines(filled)
    view = story_view(filled, line.story.id)
    assert view == story_view(filled, view.entries[0].id[:8])
    assert [entry.publisher for entry in view.entries] == ["Calder Courier", "Radio Ostrel", "Daily Pennant"]
    assert (view.story.first, view.story.last) == ("2031-03-04T07:00", "2031-03-05")
    assert view.claims[0].articles >= 2
    assert claim_lines(filled, story_id=view.story.id) == list(view.claims)


def test_two_articles(filled: Store) -> None:
    courier, radio, pennant, baker = list(filled.entries())
    view = comparison_view(filled, courier.id, radio.id)
    assert (view.left, view.right) == (courier, radio)
    assert any(DAM in one.left.text for one in view.same)
    turned = comparison_view(filled, radio.id[:6], courier.id[:6])
    assert [(one.right.id, one.left.id) for one in turned.same] == [(one.left.id, one.right.id) for one in view.same]
    assert turned.only_right == view.only_left
    against = comparison_view(filled, courier.id, pennant.id)
    assert [one.relation for one in against.conflicting] == ["conflicting"]
    nothing = comparison_view(filled, courier.id, baker.id)
    assert (nothing.same, nothing.conflicting, nothing.passages) == ((), (), ())
    assert len(nothing.only_right) == 1


def test_what_is_no_id_is_an_error(filled: Store) -> None:
    for typed in ["", "C", "Cxyz", "🜁", "C123' OR 1=1", "zzzz", "C" + "0" * 20]:
        for view in (claim_view, story_view):
            with pytest.raises((InputError, NotFound)):
                view(filled, typed)


def test_an_id_that_nothing_has(filled: Store) -> None:
    with pytest.raises(NotFound, match="no claim C0000000000"):
        claim_view(filled, "C0000000000")
    with pytest.raises(NotFound, match="no other article"):
        story_view(filled, list(filled.entries())[-1].id)
    one = next(entry.id for entry in list(filled.entries()))
    with pytest.raises(InputError, match="found one twice"):
        comparison_view(filled, one, one[:5])


def stories_in(store: Store) -> list[tuple[str, ...]]:
    with store.reading_connection() as connection:
        rows = connection.execute(
            select(story.c.id, story.c.title, story.c.first, story.c.last, article.c.id)
            .join(story_article, story_article.c.story == story.c.key)
            .join(article, article.c.key == story_article.c.article)
            .order_by(story.c.id, article.c.id)
        )
        kin = connection.execute(select(kinship.c.score).order_by(kinship.c.score)).scalars()
        return [tuple(row) for row in rows] + [tuple(kin)]


def test_stories_do_not_depend_on_the_order_of_arrival(new_database: Callable[[], str], tmp_path: object) -> None:
    towns, things = ("Calder", "Ostrel", "Vell"), ("dam", "bridge", "mill", "ferry")
    found = [
        page(
            f"Outlet {number}",
            f"2031-03-{number % 9 + 1:02}" if number % 7 else None,
            Said(
                "Mara Voss", f"The {things[number % 4]} in {towns[number % 3]} broke in the storm and nobody was hurt"
            ),
        )
        for number in range(24)
    ]
    results = []
    for seed in (1, 2):
        random.Random(seed).shuffle(found)
        with Store.open(f"{tmp_path}/{seed}.sqlite" if seed == 1 else new_database()) as store:
            for one in found[:9]:
                store.add(one)
            store.match()
            for one in found[9:]:
                store.add(one)
            store.match()
            results.append(stories_in(store))
            keys = list(range(3, 9))
            with store.writing() as connection:
                match_stories.unmatch(connection, keys)
            assert stories_in(store) != results[-1]
            with store.writing() as connection:
                match_stories.match(connection, keys)
            assert stories_in(store) == results[-1]
    assert results[0] == results[1]
    assert len(results[0]) > 5
