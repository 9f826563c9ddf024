"""A full reading of ``examples/breaking-paste.txt``, made by hand: every record filled as an editor would fill it."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.paragraphs import paragraphs_of
from sayso.schema import (
    Article,
    Attribution,
    Choice,
    Difference,
    Echo,
    HeadlineCheck,
    Hop,
    ModelName,
    Reading,
    Sentence,
    Shares,
    Span,
    Speaker,
)

PAGE = Path(__file__).parents[2] / "examples" / "breaking-paste.txt"
_RAW = PAGE.read_text(encoding="utf-8")
TITLE = _RAW.splitlines()[2]
TEXT = _RAW[_RAW.index("Foam is “swallowing") : _RAW.index("Leave a Comment")].rstrip()


def at(*words: str, after: str = "") -> tuple[Span, ...]:
    """Places of words in the text, one after the other, from where ``after`` ends."""
    end = TEXT.index(after) + len(after) if after else 0
    found = []
    for piece in words:
        start = TEXT.index(piece, end)
        end = start + len(piece)
        found.append(Span(start, end))
    return tuple(found)


def paragraph(words: str) -> Span:
    """The paragraph that begins with the words, whole."""
    start = TEXT.index(words)
    end = TEXT.find("\n\n", start)
    return Span(start, len(TEXT) if end < 0 else end)


def rest(words: str) -> tuple[Span, ...]:
    """From the words to the end of their paragraph."""
    return (paragraph(words),)


STRAND, DRIVER = Hop("S2", "TV", at("Veldria One reporter Anneke Strand")), Hop("S3", "interview", at("met"))
FROM_DRIVER = (Hop("S1", "TV", at("Veldria One")), STRAND, DRIVER)
BREL = Hop("S4", "tweet", at("tweeted"))
DANSHAW = Hop("S9", "Facebook", at("posted on his Facebook page"))

SPEAKERS = (
    Speaker("S1", "Veldria One", "organisation", True, mentions=at("Veldria One")),
    Speaker("S2", "Anneke Strand", "person", True, "reporter", "Veldria One", at("Anneke Strand")),
    Speaker("S3", "lorry driver", "person", False, mentions=at("a lorry driver", "He")),
    Speaker("S4", "Jonas Brel", "person", True, "chemist", "Ostrel Polytechnic",
            at("A chemist at the Ostrel Polytechnic, Jonas Brel", "Brel wrote"[:4])),
    Speaker("S5", "TV Karvel", "organisation", True, mentions=at("TV Karvel")),
    Speaker("S6", "Drivers union", "organisation", False, mentions=at("Drivers union", "it named"[:2])),
    Speaker("S7", "Petra Halvorsen", "person", True, "Veldrian Transport Minister", None,
            at("The Veldrian Transport Minister Petra Halvorsen", "I want"[:1])),
    Speaker("S8", "signalling staff", "group", False, mentions=at("The signalling staff")),
    Speaker("S9", "Mirko Danshaw", "person", True, "Governor of Ostrel Province", None,
            at("The Governor of Ostrel Province, Mirko Danshaw", "his Facebook"[:3])),
    Speaker("S10", "prisoners", "group", False, mentions=at("The prisoners we moved out of Greyfell jail last night", "their")),
    Speaker("S11", "retired signalman", "person", False, None, None, at("A retired signalman from the junction")),
    Speaker("S12", "Wendell Aarnes", "person", True, "runs the bakery on Tanner Street", None, at("Wendell Aarnes")),
)  # fmt: skip

_FRAGMENTS = (
    ("“swallowing cars whole”", "A6", FROM_DRIVER, "verbatim", ()),
    ("“told to run and whole streets have been “turned into glue.”", "A7", FROM_DRIVER, "altered",
     (Difference("dropped", "", "and leave everything"), Difference("added", "have been", ""))),
    ("“impossible to cross”", "A15", (DANSHAW,), "verbatim", ()),
    ("“nobody will say when it stops.”", "A19", (Hop("S12"),), "verbatim", ()),
)  # fmt: skip
FRAGMENTS = tuple(
    Attribution(
        f"A{number}",
        (),
        (),
        at(words),
        "fragment",
        confidence=0.8,
        speaker=chain[-1].speaker,
        chain=chain,
        echo_of=echo,
    )
    for number, (words, echo, chain, _, _) in enumerate(_FRAGMENTS, start=1)
)

ATTRIBUTIONS = (
    *FRAGMENTS,
    Attribution("A5", at("He"), at("told", after="“He"), at("it came over the kerb in less than a minute and was swallowing cars whole",
                "that he got out through the window"), "mixed", confidence=0.83, speaker="S3", chain=FROM_DRIVER,
                knows="was there", knows_from=at("he got out through the window")),
    Attribution("A6", (), (), rest("“We counted eleven"), "direct", confidence=0.77, speaker="S3", chain=FROM_DRIVER,
                knows="saw it", knows_from=at("We counted")),
    Attribution("A7", (), (), rest("“The fire brigade") + rest("“People were told"), "direct", confidence=0.72,
                speaker="S3", chain=FROM_DRIVER),
    Attribution("A8", at("A chemist at the Ostrel Polytechnic, Jonas Brel"), at("tweeted"),
                at("”TV Karvel: 14 tank wagons off the rails south of the junction and three of them are open at the top.”"),
                "direct", confidence=0.95, speaker="S4", chain=(BREL,)),
    Attribution("A9", at("TV Karvel"), at(":", after="TV Karvel"),
                at("14 tank wagons off the rails south of the junction and three of them are open at the top"), "indirect",
                confidence=0.61, speaker="S5", chain=(BREL, Hop("S5", "TV", at("TV Karvel"))), nested_in="A8"),
    Attribution("A10", at("Brel", after="at the top.”"), at("wrote"), rest("“Drivers union"), "direct", confidence=0.93,
                speaker="S4", chain=(Hop("S4"),)),
    Attribution("A11", at("Drivers union"), at("has just put out"),
                at("that half the wagons were overdue for inspection, and it named the yard"), "indirect", confidence=0.7,
                speaker="S6", chain=(Hop("S4"), Hop("S6", "statement", at("put out"))), nested_in="A10"),
    Attribution("A12", at("The Veldrian Transport Minister Petra Halvorsen"), at("said"),
                (*rest("“This was a freight"), *rest("“The signalling"), *rest("“Nobody in my"), *rest("“There are whole")),
                "direct", confidence=0.97, speaker="S7", chain=(Hop("S7"),)),
    Attribution("A13", at("The signalling staff"), at("tell"), at("the lights had failed along the whole route"), "indirect",
                confidence=0.68, speaker="S8", chain=(Hop("S7"), Hop("S8", None, at("tell me"))), nested_in="A12"),
    Attribution("A14", at("The Governor of Ostrel Province, Mirko Danshaw"), at("posted on his Facebook page"),
                (*rest("“The prisoners"), Span(paragraph("“All two").start, TEXT.index(" The roads are"))), "direct", confidence=0.96, speaker="S9", chain=(DANSHAW,)),
    Attribution("A15", at("The Governor of Ostrel Province, Mirko Danshaw"), at("posted on his Facebook page"),
                at("The roads are impossible to cross before daylight.”"), "direct", confidence=0.9, speaker="S9",
                chain=(DANSHAW,)),
    Attribution("A16", at("The prisoners we moved out of Greyfell jail last night"), at("say", after="last night"),
                at("the water in their cells had gone white by noon, that their guards had left and that no one answered the bell"),
                "indirect", confidence=0.75, speaker="S10", chain=(DANSHAW, Hop("S10", None, at("say", after="last night"))), nested_in="A14",
                knows="was there", knows_from=at("their cells")),
    Attribution("A17", at("A retired signalman from the junction"), at("has warned"),
                at("not to go near the sidings because it is “a bathtub with a lid on”"), "mixed", confidence=0.81,
                speaker="S11", chain=(Hop("S11"),)),
    Attribution("A18", at("Wendell Aarnes,who runs the bakery on Tanner Street,"), at("said", after="went quiet"),
                at("“It smelled of burnt sugar, and then the birds went quiet”"), "direct", confidence=0.98, speaker="S12",
                chain=(Hop("S12"),), knows="saw it", knows_from=at("It smelled")),
    Attribution("A19", at("Wendell Aarnes"), at("adding"),
                at("that the men in white suits were “standing about in doorways”and that “nobody will say when it stops.”"),
                "mixed", confidence=0.92, speaker="S12", chain=(Hop("S12"),)),
)  # fmt: skip

_OWN = ("Hundreds of people", "Four ships")
SENTENCES = tuple(
    Sentence(
        span := paragraph(TEXT[p.start : p.end]),
        "own" if TEXT.startswith(_OWN[1], span.start) else "partly attributed" if span.start < 250 else "attributed",
        "event" if TEXT.startswith(_OWN[1], span.start) else None,
    )
    for p in paragraphs_of(TEXT)
)


def _in_title(words: str) -> Span:
    return Span(TITLE.index(words), TITLE.index(words) + len(words))


FOAM = Reading(
    article=Article(
        text=TEXT,
        paragraphs=paragraphs_of(TEXT),
        title=TITLE,
        section="World News",
        published="2031-11-03T06:41",
        language="en",
        id="examples/breaking-paste.txt",
    ),
    attributions=ATTRIBUTIONS,
    speakers=SPEAKERS,
    model=ModelName("by hand", "1"),
    sayso="0",
    unsourced=(paragraph("Four ships"),),
    headline=(
        HeadlineCheck(_in_title("‘Like glue’"), "altered", "A12", (Difference("changed", "Like", "turned into"),)),
        HeadlineCheck(_in_title("‘is swallowing cars whole’"), "altered", "A5", (Difference("changed", "is", "was"),)),
        HeadlineCheck(_in_title("‘told to run’"), "verbatim", "A7"),
        HeadlineCheck(
            _in_title("foam ‘is swallowing cars whole’ in Ostrel"), "altered", "A5", quoted=False, lost=("source",)
        ),
    ),
    echoes=tuple(
        Echo(f"A{number}", verdict, echo, differences)  # type: ignore[arg-type]
        for number, (_, echo, _, verdict, differences) in enumerate(_FRAGMENTS, start=1)
    ),
    sentences=SENTENCES,
    shares=Shares(0.52, 0.31, 0.17),
    choices=(
        *(
            Choice(f"A{number}", "echo", f"the fragment repeats {echo}", None, ())
            for number, (_, echo, _, _, _) in enumerate(_FRAGMENTS, start=1)
        ),
        Choice("A5", "pronoun", "“He” is the nearest person who fits", 0.81, at("a lorry driver"), "Jonas Brel", 0.12),
        Choice("A6", "running quotation", "the quotation goes on from the paragraph before", None, at("He")),
        Choice(
            "A10",
            "last name",
            "“Brel” is the last name of Jonas Brel",
            None,
            at("A chemist at the Ostrel Polytechnic, Jonas Brel"),
        ),
    ),
)
"""With a claim, an unsourced paragraph, chains of one to three tellers and four echoes."""


def check() -> None:
    """Every id that is named exists."""
    ids = {a.id for a in FOAM.attributions}
    speakers = {s.id for s in FOAM.speakers}
    assert re.fullmatch(r"(A\d+ ?)+", " ".join(ids))
    for a in FOAM.attributions:
        assert {hop.speaker for hop in a.chain} <= speakers
        assert a.nested_in is None or a.nested_in in ids
        assert a.echo_of is None or a.echo_of in ids
