"""What is read in a page about who says what, one line a finding, in words that an editor can check against the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.export.repeats import in_words
from sayso.export.tellers import described, knowing, telling
from sayso.schema import Difference, Reading, Span

SAID = ("speakers", "statements", "fragments", "headline", "unsourced", "shares")
WORDS_MAX = 12
ALIKE_MIN = 0.9  # int8 sums differ a little from one kind of processor to another, and what is read with them
Lines = Mapping[str, Sequence[str]]


def said(reading: Reading) -> dict[str, list[str]]:
    """Give speakers, statements with their chains, fragments, the headline, the unsourced, and shares."""
    text = reading.article.text
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    statements = []
    for attribution in reading.attributions:
        if attribution.form == "fragment":
            continue
        notes = [attribution.form, attribution.act, attribution.polarity, knowing(reading, attribution)]
        outer = f", inside {_begins(reading, by_id[attribution.nested_in].content)}" if attribution.nested_in else ""
        statements.append(
            f"{_place(reading, attribution.content[0])} {telling(reading, attribution, speakers).words}:"
            f" {_begins(reading, attribution.content)}"
            f" ({', '.join(note for note in notes if note not in ('', 'statement', 'affirmed'))}{outer})"
        )
    echoes = []
    for echo in reading.echoes:
        fragment = by_id[echo.fragment]
        of = by_id[echo.attribution].content if echo.attribution else ()
        place = _place(reading, fragment.content[0])
        echoes.append(
            f"{place} {reading.text_of(fragment.content)}: {_verdict(reading, echo.verdict, of, echo.differences)}"
        )
    headline = []
    for check in reading.headline:
        of = by_id[check.attribution].content if check.attribution else ()
        lost = f"; lost: {', '.join(check.lost)}" if check.lost else ""
        what = "quoted" if check.quoted else "claim"
        words = check.span.of(reading.article.title or "")
        headline.append(f"{what} {words}: {_verdict(reading, check.verdict, of, check.differences)}{lost}")
    shares = reading.shares
    return {
        "speakers": [f"{described(speaker)} ({speaker.kind})" for speaker in reading.speakers],
        "statements": statements,
        "fragments": echoes,
        "headline": headline,
        "unsourced": [f"{_place(reading, span)} {' '.join(span.of(text).split())}" for span in reading.unsourced],
        "shares": [f"{name} {100 * getattr(shares, name):.0f} %" for name in ("named", "anonymous", "none")],
    }


def alike(old: Lines, new: Lines) -> float:
    """Give how many lines of two sets of findings are the same, in [0, 1]."""
    sides = [Counter(f"{part}: {line}" for part, lines in side.items() for line in lines) for side in (old, new)]
    total = sum(side.total() for side in sides)
    return 2 * (sides[0] & sides[1]).total() / total if total else 1.0


def _place(reading: Reading, span: Span) -> str:
    number = sum(paragraph.start <= span.start for paragraph in reading.article.paragraphs)
    return f"[{number}]"


def _begins(reading: Reading, spans: Sequence[Span]) -> str:
    words = reading.text_of(spans).split()
    return " ".join(words[:WORDS_MAX]) + (" …" if len(words) > WORDS_MAX else "")


def _verdict(reading: Reading, verdict: str, of: Sequence[Span], differences: Sequence[Difference]) -> str:
    changed = f": {'; '.join(map(in_words, differences))}" if differences else ""
    return f"{verdict}, of {_begins(reading, of)}{changed}" if of else f"{verdict}{changed}"
