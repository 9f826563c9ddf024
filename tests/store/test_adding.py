"""Adding articles: the same behaviour in SQLite and PostgreSQL."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from corpus_samples import article, reading, reading_of, readings
from hypothesis import HealthCheck, given, settings

import sayso
from sayso.claims.statements import statements_of
from sayso.errors import BadReading, NotFound
from sayso.schema import Attribution, ModelName, Reading, Span
from sayso.store.adding import Incoming
from sayso.store.checking import check
from sayso.store.storable import storable
from sayso.store.store import Store


def test_an_article_is_held_as_it_was_read(store: Store) -> None:
    added = store.add(reading(1), body=b"<html>", address="https://calderpost.example/news/1?utm_source=x")
    entry = added.entry
    assert (added.what, added.changes) == ("new", ())
    assert (entry.page, entry.version, entry.current) == ("calderpost.example/news/1", 1, True)
    assert (entry.title, entry.published, entry.words) == (
        "The ferry in Calder stays shut",
        "2024-03-02",
        len(article(1).text.split()),
    )
    assert store.entry(entry.id) == entry
    assert list(store.entries()) == [entry]
    assert store.reading(entry.id) == reading(1)
    assert store.body(entry.id) == b"<html>"
    expected = statements_of(entry, reading(1))
    assert len(expected) > 3
    assert store.statements(one.id for one in expected) == expected


def test_the_same_article_is_held_once(store: Store) -> None:
    first = store.add(reading(1), body=b"one")
    again = store.add(reading(1), body=b"with another advertisement")
    assert (again.what, again.entry) == ("unchanged", first.entry)
    assert len(list(store.entries(versions=True))) == 1
    assert store.body(first.entry.id) == b"one"


def test_an_id_is_the_same_in_every_corpus(store: Store) -> None:
    assert store.add(reading(1)).entry.id == "852f12a8a7b4"


def test_an_article_without_an_address_is_known_by_its_text(store: Store) -> None:
    bare = replace(reading(1), article=replace(article(1), url=None))
    first = store.add(bare)
    assert first.entry.page.startswith("text:")
    assert store.add(bare).what == "unchanged"


def test_one_text_at_two_addresses_is_seen(store: Store) -> None:
    first = store.add(reading(1)).entry
    taken = [replace(reading(1), article=replace(article(1), url=f"https://{host}.example/x")) for host in "ab"]
    added = [store.add(one) for one in taken]
    assert [one.what for one in added] == ["same text", "same text"]
    assert [one.entry.same_text_as for one in added] == [first.id, first.id]
    store.remove(first.id)
    assert store.entry(added[0].entry.id).same_text_as is None
    assert store.entry(added[1].entry.id).same_text_as == added[0].entry.id
    assert check(store).problems == ()


def test_one_body_is_kept_once(store: Store) -> None:
    first, second = (store.add(reading(n), body=b"a feed with both") for n in (1, 2))
    assert check(store).bodies == 1
    store.remove(first.entry.id)
    assert store.body(second.entry.id) == b"a feed with both"
    store.remove(second.entry.id)
    assert check(store).bodies == 0


def test_many_are_added_as_they_come(store: Store) -> None:
    def articles() -> itertools.chain[Incoming]:
        return itertools.chain((Incoming(reading(n % 30), b"%d" % n) for n in range(45)), [Incoming(reading(0))])

    found = list(store.add_many(articles()))
    assert [one.what for one in found] == ["new"] * 30 + ["unchanged"] * 16
    assert [entry.url for entry in store.entries()] == [article(n).url for n in range(30)]
    assert check(store).problems == ()


def test_what_databases_cannot_hold_is_replaced_in_them_and_kept_in_the_reading(store: Store) -> None:
    text = "The gate is “shut\0 and \ud83d locked,” Ada Fenn said."
    quoted = Span(text.index("“"), text.index("”") + 1)
    said = Attribution("A1", (), (), (quoted,), "direct")
    odd = Reading(
        article=replace(article(1, text), title="a\0b\udc00", publisher="\0", url="https://a.example/\0"),
        attributions=(said,),
        speakers=(),
        model=ModelName("fast\0", "1"),
        sayso="0",
    )
    entry = store.add(odd).entry
    assert store.reading(entry.id) == odd
    assert (entry.title, entry.publisher) == ("a\ufffdb\ufffd", "\ufffd")
    held = store.statements([f"{entry.id}#A1"])[0]
    assert held.text == "“shut\ufffd and \ufffd locked,”"
    assert store.add(odd).what == "unchanged"
    assert check(store).problems == ()


def test_a_long_text_is_added(store: Store) -> None:
    sentence = "The dam at Ostrel is safe, said Ada Fenn of the water board on Monday in the town hall. "
    long = reading_of(sentence * 3, "https://a.example/long")
    text = sentence * 12_000
    spans = [Span(n * len(sentence), n * len(sentence) + 25) for n in range(12_000)]
    entry = store.add(replace(long, article=replace(long.article, text=text), unsourced=tuple(spans))).entry
    assert store.statements([f"{entry.id}#U12000"])[0].text == "The dam at Ostrel is safe"
    assert check(store).problems == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, unsourced=(Span(0, 10**9),)),
        lambda one: replace(one, unsourced=(Span(5, 2),)),
        lambda one: replace(one, speakers=one.speakers * 2),
        lambda one: replace(one, attributions=one.attributions * 2),
        lambda one: replace(one, attributions=(replace(one.attributions[0], confidence=float("nan")),)),
        lambda one: replace(one, attributions=(replace(one.attributions[0], id="U1"),)),
        lambda one: replace(one, attributions=(replace(one.attributions[0], id="A1#A2"),)),
        lambda one: replace(one, speakers=(replace(one.speakers[0], id=""),)),
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(store: Store, change: object) -> None:
    assert callable(change)
    with pytest.raises(BadReading):
        store.add(change(reading(1)))
    assert list(store.entries()) == []


def test_what_is_not_there_is_said_not_to_be(store: Store) -> None:
    entry = store.add(reading(1)).entry
    for call in (store.entry, store.reading, store.body, store.remove, store.versions):
        with pytest.raises(NotFound, match="no article"):
            call("000000000000")
    with pytest.raises(NotFound, match=f"no statement {entry.id}#A99"):
        store.statements([f"{entry.id}#A1", f"{entry.id}#A99"])
    with pytest.raises(NotFound):
        store.statements(["", "#", "\0"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_any_reading_comes_back_as_it_was(store: Store, given_reading: Reading) -> None:
    added = store.add(given_reading)
    if added.what == "unchanged":
        return
    entry = added.entry
    assert store.reading(entry.id) == given_reading
    expected = statements_of(entry, given_reading)
    found = store.statements(one.id for one in expected)
    for here, there in zip(found, expected, strict=True):
        assert here.text == storable(there.text)
        assert (here.content, here.form, here.act, here.polarity, here.knows, here.nested_in) == (
            there.content,
            there.form,
            there.act,
            there.polarity,
            there.knows,
            there.nested_in,
        )
        assert here.confidence == there.confidence
        assert here.speaks_of == there.speaks_of
        assert [(t.label, t.channel, t.kind, t.named) for t in here.chain] == [
            (t.label, t.channel, t.kind, t.named) for t in there.chain
        ]
        assert [t.name for t in here.chain] == [storable(t.name) for t in there.chain]


def test_the_readme_example(store: Store) -> None:
    page = "The bridge is closed, Mayor Ada Fenn said on Monday."
    assert store.add(sayso.attribute(page, profile="fast"), body=page.encode()).what == "new"
    assert store.match() == 1
