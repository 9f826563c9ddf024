"""Readings made by hand about invented people, so that the views can be tested without a tagger."""

from __future__ import annotations

from dataclasses import replace

from sayso.paragraphs import paragraphs_of
from sayso.schema import (
    Article,
    Attribution,
    Choice,
    Difference,
    Echo,
    Form,
    HeadlineCheck,
    Hop,
    ModelName,
    Reading,
    Sentence,
    Shares,
    Span,
    Speaker,
)

TEXT = (
    "“The bridge will open on Monday,” said Ada Quill, the mayor of Tarnmouth, “whatever the council thinks.”\n"
    "\n"
    "Harbour master Bo Linde told the Tarnmouth Bell that engineers had warned him the eastern pier was “not fit for "
    "lorries”.\n"
    "\n"
    "“We looked at every bolt,” Linde said. “We looked at them twice.\n"
    "\n"
    "“Then we wrote to the council.”\n"
    "\n"
    "The council denied that it had received a letter. It plans to close the ferry in May.\n"
    "\n"
    "About 4,000 people cross the river every day."
)


def find(text: str, words: str, after: int = 0) -> Span:
    """Give the first place of ``words`` at or after an offset."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def _bridge() -> Reading:
    def at(*words: str) -> tuple[Span, ...]:
        return tuple(find(TEXT, w) for w in words)

    linde = TEXT.index("Linde said")
    return Reading(
        article=Article(
            text=TEXT,
            paragraphs=paragraphs_of(TEXT),
            title="Bridge “will open on Monday”, says mayor",
            url="https://bell.example/news/bridge?id=7&from=front",
            publisher="The Tarnmouth Bell",
            author="Iris Fenn; Tom Oake",
            section="Local",
            published="2031-03-04T07:15:00+01:00",
            language="en",
        ),
        attributions=(
            Attribution(
                id="A1",
                source=at("Ada Quill, the mayor of Tarnmouth"),
                cue=at("said"),
                content=at("“The bridge will open on Monday,”", "“whatever the council thinks.”"),
                form="direct",
                confidence=0.97,
                speaker="S1",
            ),
            Attribution(
                id="A2",
                source=at("Harbour master Bo Linde"),
                cue=at("told the Tarnmouth Bell"),
                content=at("that engineers had warned him the eastern pier was “not fit for lorries”"),
                form="mixed",
                confidence=0.88,
            ),
            Attribution(
                id="A3",
                source=at("engineers"),
                cue=at("had warned him"),
                content=at("the eastern pier was “not fit for lorries”"),
                form="mixed",
                confidence=0.71,
                nested_in="A2",
            ),
            Attribution(
                id="A4",
                source=(find(TEXT, "Linde", linde),),
                cue=(find(TEXT, "said", linde),),
                content=at(
                    "“We looked at every bolt,”",
                    "“We looked at them twice.\n\n“Then we wrote to the council.”",
                ),
                form="direct",
                confidence=0.95,
            ),
            Attribution(
                id="A5",
                source=at("The council"),
                cue=at("denied"),
                content=at("that it had received a letter"),
                form="indirect",
                polarity="denied",
                confidence=0.9,
            ),
            Attribution(
                id="A6",
                source=at("It"),
                cue=at("plans"),
                content=at("to close the ferry in May"),
                form="indirect",
                act="plan",
                confidence=0.64,
            ),
        ),
        speakers=(
            Speaker(
                id="S1",
                name="Ada Quill",
                kind="person",
                named=True,
                role="mayor",
                affiliation="Tarnmouth",
                mentions=at("Ada Quill"),
            ),
        ),
        model=ModelName("by hand", "1"),
        sayso="0",
    )


BRIDGE = _bridge()


def reading_of(text: str, *marked: tuple[str | None, str | None, str, Form], **facts: str) -> Reading:
    """Make a reading of ``text`` from (source, cue, content, form) given as words of it."""
    attributions = tuple(
        Attribution(
            id=f"A{number}",
            source=(find(text, source),) if source else (),
            cue=(find(text, cue),) if cue else (),
            content=(find(text, content),),
            form=form,
        )
        for number, (source, cue, content, form) in enumerate(marked, start=1)
    )
    article = Article(text=text, paragraphs=paragraphs_of(text))
    return Reading(
        article=replace(article, **facts),  # type: ignore[arg-type]
        attributions=attributions,
        speakers=(),
        model=ModelName("by hand", "1"),
        sayso="0",
    )


HOSTILE = (
    "\x1b]0;owned\x07\x1b[31m<script>document.title='owned'</script> said “<img src=x onerror=alert(1)>” "
    "\u202egnol si egdirb eht\u202c \x9b2J &amp; ]]> --> 'a' \"b\" `c` ${d} {{e}} \ud800 \x00"
)
_EVIL = reading_of(
    HOSTILE,
    ("<script>document.title='owned'</script>", "said", "“<img src=x onerror=alert(1)>”", "direct"),
    (None, None, "\u202egnol si egdirb eht\u202c \x9b2J &amp; ]]> -->", "indirect"),
    title="</title><script>document.title='owned'</script>\x1b[2J=1+1",
    url="javascript:document.title='owned'",
    publisher='"><svg onload=alert(1)>',
    author='=HYPERLINK("http://evil.example")',
    id="-1+1",
    language='en"><script>',
    published="2031-03-04\r\n\x1b[0m",
)
_EVIL_NAMES = (
    "<svg onload=\"document.title='owned'\">", "\x1b]0;owned\x07\x1b[2J", "\u202egnolrevo", "=HYPERLINK(\"http://evil.example\")",
    "</text></svg><script>document.title='owned'</script>", "@SUM(A1)\t\r\n", "\ud800", "” → this page → “",
)  # fmt: skip
_EVIL_SPEAKERS = tuple(
    Speaker(f"S{n}", name, "person" if n % 2 else "organisation", n % 3 == 0, role=name, affiliation=name)
    for n, name in enumerate(_EVIL_NAMES, start=1)
)
_EVIL_DIFFERENCES = tuple(
    Difference(kind, name, name[::-1]) for kind in ("dropped", "added", "changed", "moved") for name in _EVIL_NAMES
)
EVIL = replace(
    _EVIL,
    attributions=tuple(
        replace(
            a,
            speaker=f"S{n}",
            chain=(*(Hop(s.id, "TV", (Span(0, 9),)) for s in _EVIL_SPEAKERS[n:]), Hop(f"S{n}", "letter")),
            knows="saw it",
            knows_from=(Span(0, len(HOSTILE)),),
            echo_of="A1" if n > 1 else None,
        )
        for n, a in enumerate(_EVIL.attributions, start=1)
    ),
    speakers=_EVIL_SPEAKERS,
    unsourced=(Span(len(HOSTILE) - 40, len(HOSTILE)),),
    headline=(
        HeadlineCheck(Span(0, 30), "altered", "A1", _EVIL_DIFFERENCES, lost=("source",)),
        HeadlineCheck(Span(8, 60), "not found", None, _EVIL_DIFFERENCES, quoted=False),
    ),
    echoes=(Echo("A2", "altered", "A1", _EVIL_DIFFERENCES),),
    sentences=(Sentence(Span(len(HOSTILE) - 40, len(HOSTILE)), "own", "motive"),),
    shares=Shares(0.5, 0.25, 0.25),
    choices=(
        Choice(
            "A1", "\x1b[2Jrule", "<b>because</b> \x1b[31m\u202e", 0.5, (Span(0, len(HOSTILE)),), "\x1b[2J<script>", 0.4
        ),
    ),
)
"""Every field that a page can fill holds something that would like to run, to drive a terminal or to turn a line round."""
