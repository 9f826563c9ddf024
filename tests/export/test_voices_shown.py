from __future__ import annotations

from foam import FOAM
from hypothesis import given
from strategies import readings

from samples import BRIDGE
from sayso.export.voices import voices
from sayso.schema import Reading


def test_the_most_quoted_comes_first() -> None:
    found = voices(FOAM)
    assert [(v.speaker.name if v.speaker else None, v.statements, v.words) for v in found[:3]] == [
        ("Petra Halvorsen", 1, 82),
        ("lorry driver", 3, 73),
        ("Mirko Danshaw", 2, 50),
    ]
    assert found[1].hands == ("third hand",)


def test_an_echo_is_not_another_statement() -> None:
    assert all(1 not in voice.numbers for voice in voices(FOAM))


def test_statements_of_nobody_are_one_voice() -> None:
    assert [voice.statements for voice in voices(BRIDGE) if voice.speaker is None] == [5]


@given(readings())
def test_shares_make_a_whole_and_statements_are_counted_once(reading: Reading) -> None:
    found = voices(reading)
    assert sum(voice.statements for voice in found) == sum(a.echo_of is None for a in reading.attributions)
    assert not any(voice.words for voice in found) or abs(sum(voice.share for voice in found) - 1) < 1e-9
