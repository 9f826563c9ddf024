from __future__ import annotations

import json
from typing import Any

from foam import FOAM
from hypothesis import given
from strategies import readings

from samples import BRIDGE
from sayso.export import webannotation
from sayso.schema import Reading

MOTIVATIONS = {"commenting", "describing", "identifying", "linking", "tagging"}


def collection(reading: Reading) -> dict[str, Any]:
    found = json.loads(webannotation.render(reading))
    assert isinstance(found, dict)
    return found


def test_several_pieces_are_several_targets() -> None:
    first = collection(BRIDGE)["first"]["items"][0]
    assert [t["selector"][0]["exact"] for t in first["target"]] == [
        "“The bridge will open on Monday,”",
        "“whatever the council thinks.”",
    ]
    assert first["target"][1]["selector"][0]["prefix"].endswith("mayor of Tarnmouth, ")
    assert first["body"][0]["value"] == "Ada Quill, the mayor of Tarnmouth: said"


def test_a_nested_statement_links_to_the_outer_one() -> None:
    items = collection(BRIDGE)["first"]["items"]
    link = next(body for body in items[2]["body"] if body["purpose"] == "linking")
    assert link["source"] == items[1]["id"]


def test_the_chain_is_told_and_tagged() -> None:
    item = collection(FOAM)["first"]["items"][4]
    values = [body["value"] for body in item["body"] if body["type"] == "TextualBody"]
    assert "Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page" in values
    assert "Lorry driver, unnamed (person)" in values
    assert "How the source knows: was there (“he got out through the window”)" in values
    assert values[-6:] == ["statement", "affirmed", "unnamed", "third hand", "TV", "interview"]


def test_an_echo_links_to_the_statement_that_it_repeats() -> None:
    items = collection(FOAM)["first"]["items"]
    assert [body["source"] for body in items[0]["body"] if body["purpose"] == "linking"] == [items[5]["id"]]


@given(readings())
def test_any_reading_is_a_collection_as_the_model_wants_it(reading: Reading) -> None:
    """The MUSTs of sections 3.1, 3.2, 4, 4.2.4, 4.2.5, 5.1 and 5.2 that apply."""
    found = collection(reading)
    text = reading.article.text
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    items = found["first"]["items"] if "first" in found else []
    assert found["total"] == len(items) == sum(1 for a in reading.attributions if a.content)
    if items:
        assert found["first"]["type"] == "AnnotationPage"
        assert found["first"]["partOf"] == found["id"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        bodies = item["body"]
        assert {body["purpose"] for body in bodies} <= MOTIVATIONS
        for resource in [*targets, *(body for body in bodies if "selector" in body)]:
            quote, position = resource["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
