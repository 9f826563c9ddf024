from __future__ import annotations

from dataclasses import replace

import pytest
from foam import FOAM
from hypothesis import given
from strategies import readings

from samples import BRIDGE, reading_of
from sayso.export.tellers import described, telling
from sayso.schema import Attribution, Channel, Hop, Reading, Speaker

WEST = Speaker("S1", "Ilse West", "person", True, "harbour master", "Port of Tarn")
SOLDIER = Speaker("S2", "soldier", "person", False)
BELL = Speaker("S3", "The Bell", "organisation", True)
FENN = Speaker("S4", "Iris Fenn", "person", True, "reporter", "The Bell")
SUIT = Speaker("S5", "lawsuit", "document", False)
SPEAKERS = {speaker.id: speaker for speaker in (WEST, SOLDIER, BELL, FENN, SUIT)}


def told(*hops: Hop, cue: str = "said") -> str:
    """The chain of a statement, nearest first as a reading has it, in words."""
    reading = reading_of(f"She {cue} it.", ("She", cue, "it", "indirect"))
    a = replace(reading.attributions[0], speaker=hops[-1].speaker, chain=hops)
    return telling(reading, a, SPEAKERS).words


@pytest.mark.parametrize(
    ("hops", "words"),
    [
        ((Hop("S1"),), "Ilse West, harbour master, Port of Tarn → this page"),
        ((Hop("S1", "tweet"),), "Ilse West, harbour master, Port of Tarn → tweeted → this page"),
        ((Hop("S2", "Facebook"),), "Soldier, unnamed → wrote on Facebook → this page"),
        ((Hop("S3"), Hop("S1")), "Ilse West, harbour master, Port of Tarn → according to The Bell → this page"),
        ((Hop("S4"), Hop("S2", "interview")), "Soldier, unnamed → told The Bell’s Iris Fenn → this page"),
        (
            (Hop("S3", "TV"), Hop("S4", "TV"), Hop("S2", "interview")),
            "Soldier, unnamed → told The Bell’s Iris Fenn → on TV → this page",
        ),
        (
            (Hop("S1", "tweet"), Hop("S3", "TV")),
            "The Bell → said on TV, according to Port of Tarn’s Ilse West → in a tweet → this page",
        ),
        ((Hop("S3", "TV"), Hop("S4", "TV")), "Iris Fenn, reporter, The Bell → on TV → this page"),
        ((Hop("S5", "court filing"),), "Lawsuit, unnamed → this page"),
        ((Hop("S5", "court filing"), Hop("S2")), "Soldier, unnamed → according to lawsuit, unnamed → this page"),
    ],
)
def test_chains_in_plain_words(hops: tuple[Hop, ...], words: str) -> None:
    assert told(*hops) == words


def test_told_is_said_where_the_text_says_told() -> None:
    assert told(Hop("S3"), Hop("S2"), cue="told The Bell") == "Soldier, unnamed → told The Bell → this page"


def test_every_channel_has_words() -> None:
    for channel in Channel.__args__:  # type: ignore[attr-defined]
        assert "→ this page" in told(Hop("S1", channel))
        assert told(Hop("S1", channel)) != told(Hop("S1"))
        assert "Ilse West" in told(Hop("S1"), Hop("S2", channel))


def test_the_author_in_person() -> None:
    assert described(Speaker("S1", "AUTHOR", "person", True)) == "The author"


def test_a_statement_of_nobody() -> None:
    reading = reading_of("It is said to rain.", (None, "is said", "to rain", "indirect"))
    assert telling(reading, reading.attributions[0], {}).words == "nobody named → this page"


def test_role_and_affiliation_are_not_said_twice() -> None:
    assert described(Speaker("S1", "Bo Linde", "person", True, "Bell editor", "Bell")) == "Bo Linde, Bell editor"


@given(readings())
def test_any_chain_ends_on_this_page_with_a_station_for_each_teller(reading: Reading) -> None:
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    for a in reading.attributions:
        found = telling(reading, a, speakers)
        known = [hop for hop in a.chain if hop.speaker in speakers]
        assert found.steps[-1] == "this page"
        assert len(found.tellers) == max(1, len(known)) + 1
        assert found.tellers[-1].shape == "page"


def test_samples_are_whole() -> None:
    for reading in (FOAM, BRIDGE):
        ids = {a.id for a in reading.attributions}
        for a in reading.attributions:
            assert isinstance(a, Attribution)
            assert {hop.speaker for hop in a.chain} <= {speaker.id for speaker in reading.speakers}
            assert {a.nested_in, a.echo_of} - {None} <= ids
