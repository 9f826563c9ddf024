"""What is written is read back by the library that others read it with, and says the same."""

from __future__ import annotations

from typing import Any

import pytest
from foam import FOAM
from hypothesis import given, settings
from prov.model import PROV, ProvAttribution, ProvDelegation, ProvDerivation, ProvDocument
from strategies import readings

from samples import BRIDGE, EVIL
from sayso.export import prov_json, prov_n
from sayso.export.identity import Names
from sayso.export.prov import document
from sayso.schema import Reading

FORMS = [(prov_json, "json"), (prov_n, "provn")]


@pytest.mark.parametrize(("form", "name"), FORMS)
@pytest.mark.parametrize("reading", [FOAM, BRIDGE, EVIL])
def test_a_reading_comes_back(form: Any, name: str, reading: Reading) -> None:
    assert ProvDocument.deserialize(content=form.render(reading), format=name) == document(reading)


@settings(max_examples=25)
@given(readings())
def test_any_reading_comes_back(reading: Reading) -> None:
    expected = document(reading)
    for form, name in FORMS:
        text = form.render(reading)
        text.encode()
        assert ProvDocument.deserialize(content=text, format=name) == expected


@pytest.mark.parametrize(("form", "name"), FORMS)
def test_many_readings_are_bundles_of_one_document(form: Any, name: str) -> None:
    parts = [form.part(reading, number) for number, reading in enumerate((FOAM, EVIL, FOAM), start=1)]
    found = ProvDocument.deserialize(content=form.HEAD + form.BETWEEN.join(parts) + form.TAIL, format=name)
    assert len(list(found.bundles)) == 3
    assert len(list(ProvDocument.deserialize(content=form.HEAD + form.TAIL, format=name).bundles)) == 0


def labels(found: ProvDocument) -> dict[str, str]:
    return {
        str(record.identifier): str(next(iter(record.get_attribute("prov:label")), ""))
        for record in found.records
        if record.identifier is not None
    }


def pairs(found: ProvDocument, kind: type[Any]) -> list[tuple[str, str]]:
    """The labels of both ends of each relation of a kind."""
    name = labels(found)
    return [
        (name[str(record.args[0])], name[str(record.args[1])]) for record in found.records if isinstance(record, kind)
    ]


def test_a_chain_goes_from_the_page_to_the_origin() -> None:
    found = document(FOAM)
    assert [pair for pair in pairs(found, ProvDerivation) if pair[0].startswith("A5")] == [
        (
            f"A5: {'Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page'}",
            "A5 as told by Veldria One",
        ),
        ("A5 as told by Veldria One", "A5 as told by Anneke Strand, reporter, Veldria One"),
        ("A5 as told by Anneke Strand, reporter, Veldria One", "A5 as told by Lorry driver, unnamed"),
    ]
    assert ("A5 as told by Lorry driver, unnamed", "Lorry driver, unnamed") in pairs(found, ProvAttribution)


def test_only_the_page_is_said_to_quote() -> None:
    quoted = [
        record for record in document(FOAM).records
        if isinstance(record, ProvDerivation) and PROV["Quotation"] in record.get_asserted_types()
    ]  # fmt: skip
    direct = sum(a.form != "indirect" for a in FOAM.attributions)
    assert len(quoted) == direct + sum(check.quoted for check in FOAM.headline)


def test_whoever_belongs_to_a_body_acts_on_its_behalf() -> None:
    assert ("Anneke Strand, reporter, Veldria One", "Veldria One") in pairs(document(FOAM), ProvDelegation)
    assert ("Iris Fenn", "The Tarnmouth Bell") in pairs(document(BRIDGE), ProvDelegation)


def test_statements_have_the_names_that_the_json_ld_gives_them() -> None:
    name = Names(FOAM.article).of("said", "A5").removeprefix("urn:uuid:")
    assert f"entity(id:{name}," in prov_n.render(FOAM)


def test_no_escape_sequence_survives() -> None:
    assert "\x1b" not in prov_n.render(EVIL)
    assert "\x9b" not in prov_n.render(EVIL)
