from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from strategies import readings

from samples import BRIDGE, EVIL
from sayso.export import jsonld
from sayso.schema import Reading


def document(reading: Reading) -> dict[str, Any]:
    found = json.loads(jsonld.render(reading))
    assert isinstance(found, dict)
    return found


def test_the_article_carries_its_facts() -> None:
    found = document(BRIDGE)
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "NewsArticle"
    assert found["@id"] == found["url"] == BRIDGE.article.url
    assert [author["name"] for author in found["author"]] == ["Iris Fenn", "Tom Oake"]
    assert found["articleBody"] == BRIDGE.article.text


def test_quotations_name_their_speaker() -> None:
    first = document(BRIDGE)["hasPart"][0]
    assert first["@type"] == "Quotation"
    assert first["text"] == "“The bridge will open on Monday,” … “whatever the council thinks.”"
    assert first["spokenByCharacter"]["@type"] == "Person"
    assert first["spokenByCharacter"]["name"] == "Ada Quill"


def test_what_is_denied_or_planned_is_told_with_its_cue() -> None:
    *_, denied, planned = document(BRIDGE)["hasPart"]
    assert (denied["@type"], denied["text"]) == ("Statement", "The council denied that it had received a letter")
    assert (planned["@type"], planned["text"]) == ("Statement", "It plans to close the ferry in May")


def test_a_nested_statement_is_part_of_the_outer_one() -> None:
    parts = document(BRIDGE)["hasPart"]
    assert parts[2]["isPartOf"]["@id"] == parts[1]["@id"]
    assert parts[1]["isPartOf"]["@id"] == BRIDGE.article.url


def test_a_script_address_is_no_url() -> None:
    found = document(EVIL)
    assert "url" not in found
    assert found["@id"].startswith("ni:///sha-256;")


@given(readings())
def test_any_reading_has_a_part_for_each_attribution_with_a_name_of_its_own(reading: Reading) -> None:
    parts = document(reading).get("hasPart", [])
    assert [part["identifier"] for part in parts] == [a.id for a in reading.attributions]
    assert len({part["@id"] for part in parts}) == len(parts)
    assert json.loads(jsonld.HEAD + jsonld.part(reading, 1) + jsonld.TAIL)["@graph"][0]["@type"] == "NewsArticle"
