from __future__ import annotations

import json
from typing import Any

from foam import FOAM
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
    assert found["@context"][0] == "https://schema.org"
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


def test_a_chain_is_told_in_prov_from_the_nearest_to_the_origin() -> None:
    found = document(FOAM)
    said = found["hasPart"][4]
    assert said["sayso:chain"] == "Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page"
    assert said["sayso:hand"] == "third hand"
    tellings = said["sayso:told"]["@list"]
    assert said["prov:wasQuotedFrom"] == {"@id": tellings[0]["@id"]}
    assert tellings[0]["prov:wasDerivedFrom"] == {"@id": tellings[1]["@id"]}
    assert "prov:wasDerivedFrom" not in tellings[2]
    names = {speaker["@id"]: speaker["name"] for speaker in found["mentions"]}
    told = [(names[t["prov:wasAttributedTo"]["@id"]], t["sayso:channel"]) for t in tellings]
    assert told == [("Veldria One", "TV"), ("Anneke Strand", "TV"), ("lorry driver", "interview")]


def test_a_fragment_is_based_on_the_statement_that_it_repeats() -> None:
    found = document(FOAM)
    assert found["hasPart"][0]["isBasedOn"]["@id"] == found["hasPart"][5]["@id"]
    assert found["sayso:headline"][1]["sayso:differences"] == ["“is” for “was”"]
    assert found["sayso:shares"] == {"sayso:named": 0.52, "sayso:anonymous": 0.31, "sayso:none": 0.17}


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
