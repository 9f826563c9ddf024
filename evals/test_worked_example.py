"""The worked example the project was begun with: what must be found is, with who tells it, how it came and its echoes.

The page is a newspaper's and not part of the project; the folder that holds it is named by SAYSO_DATA.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

import sayso
from evals.names import alike, same
from sayso import Attribution, Reading

DATA = os.environ.get("SAYSO_DATA")
SEED = Path(DATA or ".") / "seed"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (DATA and SEED.is_dir()), reason="SAYSO_DATA names no folder with seed/page.txt"),
]


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


@pytest.fixture(scope="module")
def page() -> str:
    return (SEED / "page.txt").read_text(encoding="utf8")


@pytest.fixture(scope="module")
def expected() -> dict:
    return json.loads((SEED / "expected.json").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def reading(page: str) -> Reading:
    found = sayso.read(page)
    assert isinstance(found, Reading)
    return found


def test_facts(reading: Reading, expected: dict) -> None:
    for fact, value in expected["article"].items():
        assert getattr(reading.article, fact) == value, fact


def test_no_furniture_in_the_report(reading: Reading, page: str, expected: dict) -> None:
    for start, end in expected["furniture"]:
        for line in page[start:end].split("\n"):
            assert not line.strip() or line.strip() not in reading.article.text


def pieces(page: str, spans: list[list[int]]) -> tuple[str, ...]:
    return tuple(plain(page[start:end]) for start, end in spans)


@pytest.fixture(scope="module")
def wanted(expected: dict) -> dict[str, dict]:
    """Expected attributions by id, of those that must be found."""
    return {row["id"]: row for row in expected["attributions"] if row["must"]}


@pytest.fixture(scope="module")
def found(reading: Reading, page: str, wanted: dict[str, dict]) -> dict[str, Attribution]:
    """What was read for each expected attribution of the body: the one with the very same pieces of content."""
    text = reading.article.text
    by_content = {tuple(plain(piece.of(text)) for piece in a.content): a for a in reading.attributions}
    return {
        name: by_content[content]
        for name, row in wanted.items()
        if (content := pieces(page, row["content"])) in by_content
    }


@pytest.fixture(scope="module")
def labelled_speakers(expected: dict) -> dict[str, dict]:
    return {row["id"]: row for row in expected["speakers"]}


STATEMENTS = "R09 R10 R12 R13 R14 R15 R16 R18 R19 R20 R23 R24".split()
HEADLINE = "R01 R02 R03".split()
BODY_VERDICTS = {"R04": "verbatim", "R05": "altered", "R06": "altered", "R07": "verbatim", "R08": "altered"}


def test_the_statements_and_fragments_are_those_that_must_be_found(wanted: dict[str, dict]) -> None:
    assert sorted(wanted) == sorted([*HEADLINE, *BODY_VERDICTS, *STATEMENTS])


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_is_found(
    name: str, reading: Reading, page: str, wanted: dict[str, dict], found: dict[str, Attribution]
) -> None:
    assert name in found
    assert found[name].form == wanted[name]["form"]
    given = plain(reading.text_of(found[name].source))
    labelled = " ".join(pieces(page, wanted[name]["source"]))
    assert given in labelled or labelled in given
    names = {attribution.id: other for other, attribution in found.items()}
    assert names.get(found[name].nested_in or "") == wanted[name]["nested_in"]


@pytest.mark.parametrize("name", [*STATEMENTS, *BODY_VERDICTS])
def test_every_speaker_and_chain(
    name: str,
    reading: Reading,
    wanted: dict[str, dict],
    found: dict[str, Attribution],
    labelled_speakers: dict[str, dict],
) -> None:
    by_id = {speaker.id: speaker for speaker in reading.speakers}
    given, row = found[name], labelled_speakers[wanted[name]["speaker"]]
    speaker = by_id[given.speaker or ""]
    assert (same if row["named"] else alike)(row["name"], speaker.name)
    assert (speaker.kind, speaker.named) == (row["kind"], row["named"])
    chain = wanted[name]["chain"]
    assert [hop.channel for hop in given.chain] == [hop["channel"] for hop in chain]
    for hop, expected_hop in zip(given.chain, chain, strict=True):
        assert alike(labelled_speakers[expected_hop["speaker"]]["name"], by_id[hop.speaker].name)


@pytest.mark.parametrize("name", BODY_VERDICTS)
def test_every_fragment_of_the_body_is_traced(
    name: str, reading: Reading, wanted: dict[str, dict], found: dict[str, Attribution]
) -> None:
    assert found[name].form == "fragment"
    assert found[name].echo_of == found[wanted[name]["echo_of"]].id
    echo = next(echo for echo in reading.echoes if echo.fragment == found[name].id)
    assert (echo.attribution, echo.verdict) == (found[name].echo_of, BODY_VERDICTS[name])
    assert bool(echo.differences) == (echo.verdict == "altered")


@pytest.mark.parametrize("place", range(3))
def test_every_fragment_of_the_headline_is_traced(
    place: int, reading: Reading, page: str, expected: dict, found: dict[str, Attribution]
) -> None:
    row = expected["headline"][place]
    checks = {plain(check.span.of(reading.article.title or "")): check for check in reading.headline if check.quoted}
    check = checks[pieces(page, [row["span"]])[0]]
    assert check.verdict == row["verdict"]
    assert check.attribution == found[row["attribution"]].id
    assert bool(check.differences) == (check.verdict == "altered")


def test_no_fragment_is_invented(reading: Reading, found: dict[str, Attribution]) -> None:
    fragments = {attribution.id for attribution in reading.attributions if attribution.form == "fragment"}
    assert fragments == {found[name].id for name in BODY_VERDICTS}
    assert {echo.fragment for echo in reading.echoes} == fragments
    assert sum(check.quoted for check in reading.headline) == len(HEADLINE)


def test_the_unsourced_sentences(reading: Reading, page: str, expected: dict) -> None:
    assert [plain(reading.text_of(span)) for span in reading.unsourced] == [
        plain(page[start:end]) for start, end in expected["unsourced"]
    ]


@pytest.mark.parametrize("fact", ["role", "affiliation"])
def test_roles_and_affiliations(fact: str, reading: Reading, expected: dict, wanted: dict[str, dict]) -> None:
    telling = {row["speaker"] for row in wanted.values()}
    stated = {plain(row["name"]): row[fact] for row in expected["speakers"] if row["id"] in telling and row[fact]}
    given = {plain(speaker.name): getattr(speaker, fact) for speaker in reading.speakers}
    assert {name: given.get(name) for name, value in stated.items() if not alike(value, given.get(name))} == {}
