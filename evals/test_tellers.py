"""How speakers, hops, channels, headlines and the unsourced are counted, on readings that are partly wrong."""

from __future__ import annotations

from dataclasses import replace

from evals.chains import count_chains
from evals.echoes import count_echoes, count_headline
from evals.scoring import Count, WordIndex
from evals.speakers import count_speakers
from evals.told import Told, told
from evals.unsourced import count_unsourced

WANTED = Told(
    "Ada Quill",
    kind="person",
    named=True,
    role="ferry master",
    via=("The Herring", "Bo Orr"),
    channels=frozenset(["radio"]),
    knows="saw it",
)


def test_a_speaker_not_found_is_missed_but_not_judged() -> None:
    counts = count_speakers([(WANTED, replace(WANTED, name="Quill", kind="group", role=None)), (WANTED, None)])
    assert counts["strict"] == Count(2, 1, 0)
    assert counts["lenient"] == Count(2, 1, 1)
    assert counts["of found"] == Count(1, 1, 1)
    assert counts["kind"] == Count(1, 1, 0)
    assert counts["named"] == Count(1, 1, 1)
    assert counts["role"] == Count(1, 0, 0)
    assert counts["affiliation"] == Count(0, 0, 0)


def test_hops_and_channels_that_are_not_labelled_count_as_wrong() -> None:
    given = replace(WANTED, via=("Herring", "Mirre Holt"), channels=frozenset(["radio", "TV"]), knows="was there")
    counts = count_chains([(WANTED, given), (WANTED, None)])
    assert counts == {"hops": Count(4, 2, 1), "channel": Count(2, 2, 1), "knows": Count(2, 1, 0)}
    assert count_chains([(WANTED, given)], one_channel=True)["channel"] == Count(1, 1, 1)


def test_a_chain_is_read_without_its_last_hop() -> None:
    speakers = {"S1": {"id": "S1", "name": "The Herring"}, "S2": {"id": "S2", "name": "Ada Quill", "kind": "person"}}
    chain = [{"speaker": "S1", "channel": None}, {"speaker": "S2", "channel": "interview"}]
    found = told({"speaker": "S2", "chain": chain, "act": "statement", "knows": None}, speakers)
    assert (found.name, found.kind, found.via, found.channels) == (
        "Ada Quill",
        "person",
        ("The Herring",),
        frozenset(["interview"]),
    )


def test_an_optional_sentence_is_neither_missed_nor_wrong() -> None:
    text = "The pier fell. It was new. She said so. Nine people swam."
    index = WordIndex(text)
    labelled = [{"span": [0, 8], "must": True}, {"span": [15, 17], "must": False}, {"span": [40, 44], "must": True}]
    assert count_unsourced(labelled, index, [[0, 14], [15, 26], [27, 39]], index) == {"unsourced": Count(2, 2, 1)}


LABELS = [
    {"id": 1, "form": "fragment", "must": True, "echo_of": 2, "verdict": "altered"},
    {"id": 2, "form": "direct", "must": True},
    {"id": 3, "form": "direct", "must": True},
]
READING = {
    "article": {"title": "Pier ‘fell slowly’ as mayor watched"},
    "attributions": [
        {"id": "A1", "form": "fragment", "echo_of": "A3"},
        {"id": "A2", "form": "direct"},
        {"id": "A3", "form": "direct"},
    ],
    "echoes": [{"fragment": "A1", "verdict": "altered"}],
    "headline": [
        {"span": [5, 18], "verdict": "verbatim", "attribution": "A2", "quoted": True, "lost": []},
        {"span": [0, 35], "verdict": "altered", "attribution": None, "quoted": False, "lost": ["source"]},
    ],
}


def test_a_fragment_traced_to_another_statement_is_wrong() -> None:
    counts = count_echoes(LABELS, READING, {0: 0, 1: 1, 2: 2})
    assert counts["echo of"].right == 0
    assert counts["verdict"].right == 1
    assert count_echoes(LABELS, READING, {0: 0, 1: 2, 2: 1})["echo of"].right == 1


def test_a_headline_is_judged_piece_by_piece() -> None:
    title = READING["article"]["title"]
    piece = {"span": [5, 18], "verdict": "altered", "attribution": 2, "quoted": True, "lost": []}
    counts = count_headline([piece], title, LABELS, READING, {0: 0, 1: 1, 2: 2})
    assert counts["headline"] == Count(1, 2, 0)
    assert counts["rests on"] == Count(1, 1, 1)
    assert counts["lost"] == Count(1, 1, 1)
