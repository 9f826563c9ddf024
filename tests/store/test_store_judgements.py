"""People's verdicts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus_samples import reading, reading_of
from test_versions import FIRST, SECOND, URL

from sayso.errors import Conflict, InputError, NotFound
from sayso.schema import Decision
from sayso.store import indexes
from sayso.store.judgements import standing
from sayso.store.store import Store


@pytest.fixture
def pair(store: Store) -> tuple[str, str]:
    """Ids of two articles."""
    one, other = (store.add(reading(n)).entry.id for n in (1, 2))
    return one, other


def test_a_verdict_is_signed_dated_and_kept(store: Store, pair: tuple[str, str]) -> None:
    one, other = pair
    made = store.judge("same claim", f"{one}#A1", f"{other}#A1", "one press release", author=" Hanne Vik ")
    assert (made.id, made.author, made.undone) == ("J1", "Hanne Vik", None)
    assert made.made.endswith("+00:00")
    assert store.judgements() == [made]
    undone = store.undo("J1", author="Owen Tarr")
    assert undone == replace(made, undone=undone.undone, undone_by="Owen Tarr")
    assert store.judgements() == [undone]
    again = store.judge("same claim", f"{one}#A1", f"{other}#A1", author="Hanne Vik")
    assert again.id == "J2"
    assert [one.id for one in store.judgements()] == ["J1", "J2"]


def test_a_verdict_is_undone_once(store: Store, pair: tuple[str, str]) -> None:
    store.judge("note", pair[0], note="odd", author="x")
    store.undo("J1", author="y")
    with pytest.raises(Conflict, match="J1 was undone by y"):
        store.undo("J1", author="z")
    assert store.judgements()[0].undone_by == "y"
    with pytest.raises(NotFound):
        store.undo("J2", author="z")
    for id in ("", "3", "J", "J-1", "Jx", "J٣", "J" + "9" * 30):
        with pytest.raises(InputError):
            store.undo(id, author="z")


def test_contrary_verdicts_do_not_stand_together(store: Store, pair: tuple[str, str]) -> None:
    one, other = (f"{id}#A1" for id in pair)
    store.judge("same claim", one, other, author="Hanne Vik")
    with pytest.raises(Conflict, match="J1 by Hanne Vik says") as caught:
        store.judge("not the same claim", other, one, author="Owen Tarr")
    assert "--undo J1" in str(caught.value)
    store.undo("J1", author="Owen Tarr")
    assert store.judge("not the same claim", other, one, author="Owen Tarr").id == "J2"


def test_one_verdict_by_one_person_is_written_once(store: Store, pair: tuple[str, str]) -> None:
    one, other = (f"{id}#S1" for id in pair)
    first = store.judge("same speaker", one, other, author="Hanne Vik")
    assert store.judge("same speaker", one, other, author="Hanne Vik") == first
    assert store.judge("same speaker", one, other, author="Owen Tarr").id == "J2"


@pytest.mark.parametrize(
    ("decision", "subject", "other"),
    [
        ("same claim", "{0}#A1", "{1}#S1"),
        ("same claim", "{0}#A1", "{1}"),
        ("same claim", "{0}#A1", None),
        ("same claim", "{0}#A1", "{0}#A1"),
        ("same speaker", "{0}#S1", "{1}#A1"),
        ("dependent", "{0}", "{1}#S1"),
        ("dependent", "{0}", None),
        ("note", "{0}", "{1}"),
        ("note", "{0}", None),
        ("same claim", "{0}#A1", "; DROP TABLE judgement"),
        ("same claim", "\0", "{1}#A1"),
        ("maybe", "{0}#A1", "{1}#A1"),
    ],
)
def test_ids_have_to_fit_the_decision(
    store: Store, pair: tuple[str, str], decision: Decision, subject: str, other: str | None
) -> None:
    with pytest.raises(InputError):
        store.judge(decision, subject.format(*pair), other and other.format(*pair), author="x")
    assert store.judgements() == []


def test_ids_have_to_be_there(store: Store, pair: tuple[str, str]) -> None:
    one = pair[0]
    for missing in (f"{one}#A999", "000000000000#A1", "C0123456789"):
        with pytest.raises(NotFound):
            store.judge("same claim", f"{one}#A1", missing, author="x")
    with pytest.raises(NotFound):
        store.judge("same speaker", f"{one}#S1", f"{one}#S999", author="x")


def test_a_judgement_has_to_be_signed(store: Store, pair: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="signed"):
        store.judge("note", pair[0], note="odd", author=" ")


def test_words_that_a_database_cannot_hold_are_replaced(store: Store, pair: tuple[str, str]) -> None:
    made = store.judge("note", pair[0], note="a\0b\ud800", author="x\0")
    assert (made.note, made.author) == ("a\ufffdb\ufffd", "x\ufffd")
    assert store.judgements() == [made]


def _standing(store: Store) -> list[tuple[str, str | None]]:
    with store.reading_connection() as connection:
        return [(one.subject, one.other) for one in standing(connection)]


def test_judgements_survive_matching_again(store: Store, pair: tuple[str, str]) -> None:
    one, other = (f"{id}#A1" for id in pair)
    store.judge("same claim", one, other, author="x")
    store.match()
    store.rematch()
    assert _standing(store) == [(one, other)]


def test_an_undone_judgement_does_not_stand(store: Store, pair: tuple[str, str]) -> None:
    store.judge("dependent", pair[0], pair[1], author="x")
    assert _standing(store) == [pair]
    store.undo("J1", author="x")
    assert _standing(store) == []


def test_judgements_go_over_to_a_new_version_with_the_same_words(store: Store, pair: tuple[str, str]) -> None:
    other = pair[0]
    old = store.add(reading_of(FIRST, URL)).entry.id
    speakers = {speaker.name: speaker.id for speaker in reading_of(FIRST, URL).speakers}
    after = {speaker.name: speaker.id for speaker in reading_of(SECOND, URL).speakers}
    reworded = next(a.id for a in reading_of(FIRST, URL).attributions if "Nobody" in FIRST[a.content[0].start :][:9])
    store.judge("same claim", f"{old}#A1", f"{other}#A1", author="x")  # the same words in both versions
    store.judge("same claim", f"{old}#{reworded}", f"{other}#A1", author="x")  # reworded
    store.judge("same speaker", f"{old}#{speakers['Jonas Ruud']}", f"{other}#S1", author="x")
    store.judge("dependent", old, other, author="x")
    new = store.add(reading_of(SECOND, URL)).entry.id
    assert _standing(store) == [
        (f"{new}#A1", f"{other}#A1"),
        (f"{new}#{after['Jonas Ruud']}", f"{other}#S1"),
        (new, other),
    ]
    assert [one.subject for one in store.judgements()][:2] == [f"{old}#A1", f"{old}#{reworded}"]  # as they were made
    store.remove(new)
    assert len(_standing(store)) == 4


def test_judgements_on_what_was_removed_wait_for_it_to_come_back(store: Store, pair: tuple[str, str]) -> None:
    store.judge("dependent", *pair, author="x")
    store.remove(pair[1])
    assert _standing(store) == []
    assert len(store.judgements()) == 1
    store.add(reading(2))
    assert _standing(store) == [pair]


def test_what_a_judgement_touches_is_derived_again_in_the_newest_version(
    store: Store, pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (store.add(reading_of(text, URL)).entry.id for text in (FIRST, SECOND))
    touched: list[list[str]] = []
    monkeypatch.setattr(indexes, "judged", lambda _, ids: touched.append(list(ids)))
    store.judge("same claim", f"{old}#A1", f"{pair[0]}#A1", author="x")
    store.undo("J1", author="x")
    assert touched == [[f"{old}#A1", f"{pair[0]}#A1", f"{new}#A1"]] * 2
