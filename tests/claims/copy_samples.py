"""Pairs of articles of an invented region, with what they share and which way it went, written down first."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema import Entry
from sayso.schema.matches import Direction

WIRE = """\
CALDER, March 4 (Reuters) - The grain terminal in Calder will stay closed until the end of the month after a conveyor \
belt collapsed on Sunday night, the port authority said.

Three dockers were brought to hospital with broken bones and eleven ships are waiting in the bay for a berth, \
harbour master Lidia Brandt told reporters on the quay. “We have asked every captain to be patient,” Brandt said. \
“Nobody will be sent into that hall before the engineers have looked at each of the forty supports.”

The terminal handles two thirds of the region's wheat exports. Traders in Vennport said that prices for April delivery \
rose by six percent within an hour of the announcement, the steepest rise since the drought of eight years ago.

The belt was last inspected in November by a contractor from Tilsen, whose report warned of rust on the northern \
supports, according to a copy of the document. The contractor did not answer calls on Monday.

A union of dockers has called for a public inquiry. Its chairman, Owen Tarr, said that workers had complained about \
noises from the belt since the first frost and that nobody had ever come to listen to them."""

BARE = WIRE.partition(" - ")[2]
PARAGRAPHS = BARE.split("\n\n")

OWN = """\
For the third winter running the fishermen of Pellam are mending their nets with money that was meant for their \
children's shoes. The cod have gone north, the cooperative says, and the boats that might follow them were sold to pay \
for the new ice plant, which stands empty behind a locked gate.

“I have sent forty letters to the ministry,” says Hanne Vik, who keeps the cooperative's books. “I have had two \
answers, and one of them was meant for somebody else.”"""

MORE = """\
The council meets on Thursday to decide whether the plant can be let as a warehouse. Its chairwoman, Ada Fenn, would \
rather see it torn down and the site given to the school, which has taught two classes in the vestry of the chapel since \
the autumn storm took the roof off the gymnasium."""

FURTHER = """\
Between the chapel and the harbour the lanterns stay dark, because the municipal electrician retired in spring and the \
advertisement for his successor names a salary that nobody could feed a household with. Volunteers from the sailing \
school carry torches for the elderly on Fridays; the pharmacist delivers medicine by bicycle, wearing a miner's lamp.

Schoolmaster Jonas Ruud has drawn a calendar of eclipses, tides and festivals, which the bakery prints on paper bags. \
Every twelfth loaf carries a riddle about constellations. Grandmothers who never learned to navigate now argue about \
Cassiopeia while they queue for cinnamon buns, and fishing captains ask them for directions."""

SIGN_UP = """\
Every morning before the ferries leave we send what the night has brought to whoever has asked for it: the weather on the \
bay, the prices at the fish hall, one letter from a reader and a drawing by a child of the district. Tell us where it \
should go and it will be there tomorrow at six. You may stop it whenever you like with one line to the desk, and we do not \
give your name to anybody, least of all to those who sell boats."""

REWRITTEN = """\
No ship will load grain at Calder before the month is out, the port authority said after a conveyor belt fell on \
Sunday night.

Three dockers were taken to hospital with broken bones, and eleven ships are waiting in the bay for a berth, harbour \
master Lidia Brandt told journalists on the quay. “We have asked every captain to be patient,” she said. “Nobody will be \
sent into that hall before the engineers have looked at each of the 40 supports.”

Two thirds of the wheat that the region exports pass through the terminal. Traders in Vennport said prices for April \
delivery rose by 6 percent within an hour of the news, the steepest rise since the drought of eight years ago.

A contractor from Tilsen inspected the belt in November, and warned of rust on the northern supports, according to a copy \
of the report. Nobody answered the phone there on Monday."""

SPEECH = """\
“We shall not leave the island because a map in the capital says that it will be under water in thirty years. My \
grandfather was told the same, and his grandfather before him, and each of them built his wall one stone higher and went \
back to his sheep. Come and see the walls before you draw the next map, bring your children with you, and stay until the \
spring tide has gone down again.”"""


def entry(number: int, publisher: str | None, **facts: object) -> Entry:
    """Make the entry of an article; ids grow with ``number``."""
    known: dict[str, object] = {
        "title": None,
        "url": None,
        "author": None,
        "section": None,
        "published": None,
        "language": "en",
        "added": "2024-06-01T00:00:00+00:00",
    }
    return Entry(
        id=f"{number:012x}",
        page=f"page{number}",
        version=1,
        current=True,
        publisher=publisher,
        words=0,
        profile="fast",
        **{**known, **facts},  # type: ignore[arg-type]
    )


@dataclass(frozen=True)
class Pair:
    """Two articles, what they share and which way it went.

    :param shared: words that are in both, in the order of ``left``; ``None`` where they make no copy.
    :param direction: which way it went, with words that the reason holds.
    """

    left: tuple[Entry, str]
    right: tuple[Entry, str]
    shared: tuple[str, ...] | None
    direction: Direction | None = None
    reason: tuple[str, ...] = ()
    credit: str | None = None


PAIRS: dict[str, Pair] = {
    "whole story from an agency": Pair(
        (entry(1, "Reuters", published="2024-03-04T08:00:00Z"), WIRE),
        (entry(2, "Calder Post", published="2024-03-04T09:30:00Z"), f"{WIRE}\n\n{MORE}"),
        (WIRE,),
        "right from left",
        ("Calder Post credits Reuters", "(Reuters) -"),
        "Reuters",
    ),
    "lifted paragraphs, the source named": Pair(
        (entry(1, "Vennport Echo"), f"{OWN}\n\n{MORE}"),
        (
            entry(2, "Marrow Daily"),
            f"{PARAGRAPHS[0]}\n\nIn Pellam, the Vennport Echo reports, things are no better.\n\n{OWN}\n\n{PARAGRAPHS[2]}",
        ),
        (OWN,),
        "right from left",
        ("Marrow Daily names Vennport Echo as a source", "Vennport Echo reports"),
    ),
    "rewritten": Pair(
        (entry(1, "Lindmoor Times", published="2024-03-04T08:00:00+01:00"), BARE),
        (entry(2, "Tilsen Star", published="2024-03-04T15:20:00+01:00"), REWRITTEN),
        (
            "with broken bones and eleven ships are waiting in the bay for a berth, harbour master Lidia Brandt told",
            "“We have asked every captain to be patient,”",
            "within an hour of the",
        ),
        "right from left",
        ("Tilsen Star was published 7 h after Lindmoor Times", "neither names another source"),
    ),
    "credited in the byline only": Pair(
        (entry(1, "Marrow Daily", author="Associated Press"), BARE),
        (entry(2, "Tilsen Star", author="The Associated Press", published="2024-03-05"), f"{BARE}\n\n{MORE}"),
        (BARE,),
        "from a third",
        ("Both credit Associated Press",),
        "Associated Press",
    ),
    "both from one who spoke": Pair(
        (entry(1, "Marrow Daily", published="2024-03-01"), f"{OWN}\n\nFenn spoke to the islanders.\n\n{SPEECH}"),
        (entry(2, "Tilsen Star", published="2024-03-09"), f"{SPEECH}\n\nSo Ada Fenn ended on Friday.\n\n{MORE}"),
        (SPEECH,),
        "from a third",
        ("quotation marks in both",),
    ),
    "both from one who spoke, an agency for the rest": Pair(
        (
            entry(1, "Marrow Daily", published="2024-03-01"),
            f"{OWN}\n\n{SPEECH}\n\nThe Associated Press contributed to this report.",
        ),
        (entry(2, "Tilsen Star", published="2024-03-09"), f"{SPEECH}\n\nSo Ada Fenn ended on Friday.\n\n{MORE}"),
        (SPEECH,),
        "from a third",
        ("quotation marks in both",),
    ),
    "an outlet's standing text": Pair(
        (
            entry(1, "Tilsen Star", published="2024-03-01"),
            f"{BARE}\n\n{SPEECH}\n\n{SIGN_UP}\n\nReuters contributed to this report.",
        ),
        (
            entry(2, "Tilsen Star", published="2024-03-02"),
            f"{OWN}\n\n{MORE}\n\n{FURTHER}\n\n{SIGN_UP}\n\nWith reporting by Reuters.",
        ),
        (SIGN_UP,),
        "from a third",
        ("Both are by Tilsen Star and speak of different things",),
    ),
    "both from a third outlet": Pair(
        (entry(1, "Marrow Daily"), f"{BARE}\n\nThe collapse was first reported by the Calder Courier."),
        (entry(2, "Tilsen Star"), f"{OWN}\n\n{BARE}\n\nThe rust was first reported by The Calder Courier on Sunday."),
        (BARE,),
        "from a third",
        ("Calder Courier",),
    ),
    "nothing tells": Pair(
        (entry(1, "Marrow Daily", published="2024-03-04"), f"{OWN}\n\n{BARE}"),
        (entry(2, "Tilsen Star", published="2024-03-05"), f"{BARE}\n\n{MORE}"),
        (BARE,),
        "not known",
        ("too close together",),
    ),
    "one outlet's own words": Pair(
        (entry(1, "Marrow Daily", published="2024-03-04"), f"{OWN}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"),
        (entry(2, "Marrow Daily", published="2024-04-04"), f"{PARAGRAPHS[1]}\n\n{MORE}\n\n{SPEECH}"),
        (PARAGRAPHS[1],),
        "not known",
        ("Both are by Marrow Daily",),
    ),
    "one event, two reporters": Pair(
        (entry(1, "Marrow Daily"), BARE),
        (entry(2, "Tilsen Star"), f"{OWN}\n\nIn Calder eleven ships are waiting in the bay for a berth.\n\n{MORE}"),
        None,
    ),
    "one sentence quoted by both": Pair(
        (entry(1, "Marrow Daily"), BARE),
        (entry(2, "Tilsen Star"), f"{OWN}\n\n“We have asked every captain to be patient,” said Brandt.\n\n{MORE}"),
        None,
    ),
}
