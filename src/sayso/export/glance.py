"""What an editor on deadline wants first: on whose say-so the report stands, in a few lines and figures."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.harmless import one_line
from sayso.export.repeats import Piece, pieces
from sayso.export.rows import Row, rows
from sayso.export.tellers import described
from sayso.export.voices import Voice, voices
from sayso.schema import HeadlineCheck, Lost, Reading, Sort, Span

LOST: dict[Lost, str] = {
    "source": "somebody’s word became a fact",
    "hedge": "doubt was left out",
}
SORTS: dict[Sort, str] = {
    "figure": "a figure",
    "event": "an event",
    "motive": "a motive",
    "superlative": "a superlative",
    "scene": "scene",
    "background": "background",
    "question": "a question",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One scrap or claim of the headline, and what the body has for it.

    :param words: of the headline.
    :param pieces: the same, cut where they differ from the statement.
    :param number: of the statement it rests on, from 1.
    :param who: who makes that statement, with role and affiliation.
    """

    check: HeadlineCheck
    words: str
    pieces: tuple[Piece, ...]
    number: int | None
    who: str


@dataclass(frozen=True, slots=True)
class Bare:
    """One sentence on nobody's word: where it stands, and what it gives (``a figure``, ``an event`` …)."""

    number: int
    span: Span
    sort: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The whole, counted.

    :param lines: the statements counted, in sentences.
    :param findings: the headline and the sentences on nobody's word, counted in sentences.
    """

    rows: tuple[Row, ...]
    voices: tuple[Voice, ...]
    headline: tuple[Checked, ...]
    bare: tuple[Bare, ...]
    lines: tuple[str, ...]
    findings: tuple[str, ...]


def glance(reading: Reading) -> Glance:
    """Count everything that the views show above the text."""
    table = tuple(rows(reading))
    found = tuple(voices(reading))
    headline = tuple(_checked(reading, table))
    sorts = {sentence.span.start: sentence.sort for sentence in reading.sentences}
    bare = tuple(
        Bare(number, span, SORTS[sort] if (sort := sorts.get(span.start)) is not None else "")
        for number, span in enumerate(reading.unsourced, start=1)
    )
    return Glance(table, found, headline, bare, tuple(_lines(table, found)), tuple(_findings(headline, bare)))


def percentages(*shares: float) -> list[int]:
    """Round shares that make a whole so that the percentages make 100 (the largest remainders go up)."""
    whole = [max(0.0, share) * 100 for share in shares]
    if not sum(whole):
        return [0 for _ in whole]
    floors = [int(share) for share in whole]
    missing = round(sum(whole)) - sum(floors)
    for index in sorted(range(len(whole)), key=lambda i: floors[i] - whole[i])[: max(0, missing)]:
        floors[index] += 1
    return floors


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _checked(reading: Reading, table: tuple[Row, ...]) -> list[Checked]:
    row_of = {row.attribution.id: row for row in table}
    found = []
    for check in reading.headline:
        words = check.span.of(reading.article.title or "")
        row = row_of.get(check.attribution) if check.attribution is not None else None
        statement = reading.text_of(row.attribution.content) if row else ""
        who = described(row.speaker) if row and row.speaker else row.who if row else ""
        found.append(
            Checked(
                check,
                one_line(words),
                tuple(pieces(words, statement, check.differences)),
                row.number if row else None,
                who,
            )
        )
    return found


def _lines(table: tuple[Row, ...], found: tuple[Voice, ...]) -> list[str]:
    told = [row for row in table if row.attribution.echo_of is None]
    lines = []
    if told:
        sources = [voice.speaker for voice in found if voice.speaker is not None]
        unnamed = sum(not speaker.named for speaker in sources)
        line = f"{counted(len(told), 'statement')} by {counted(len(sources), 'source')}"
        lines.append(line + (f", {unnamed} of them unnamed." if unnamed else "."))
        hands = [row.hand for row in told if row.hand is not None]
        far = [
            f"{hands.count(hand)} at {hand}" + (" or further" if hand == "third hand" else "")
            for hand in ("first hand", "second hand", "third hand")
            if hand in hands
        ]
        if far and hands.count("first hand") < len(hands):
            lines.append(", ".join(far) + ".")
        known = sum(row.attribution.knows is not None for row in told)
        lines.append(
            f"{known} of {len(told)} {'says' if known == 1 else 'say'} how the source knows."
            if known
            else "None says how its source knows."
        )
    return lines


def _findings(headline: tuple[Checked, ...], bare: tuple[Bare, ...]) -> list[str]:
    lines = []
    if headline:
        lines.append(_headline_line(headline))
    if bare:
        lines.append(f"{counted(len(bare), 'sentence asserts', 'sentences assert')} something on nobody’s word.")
    return lines


def _headline_line(headline: tuple[Checked, ...]) -> str:
    quoted = [c.check.verdict for c in headline if c.check.quoted]
    parts = []
    if quoted:
        verdicts = [f"{quoted.count(v)} {v}" for v in ("verbatim", "altered", "not found") if v in quoted]
        parts.append(f"{counted(len(quoted), 'quoted scrap')} ({', '.join(verdicts)})")
    claims = [c.check for c in headline if not c.check.quoted]
    if claims:
        parts.append(counted(len(claims), "claim"))
    lost = [f"in {sum(kind in c.check.lost for c in headline)} {words}" for kind, words in LOST.items()
            if any(kind in c.check.lost for c in headline)]  # fmt: skip
    return f"Headline: {' and '.join(parts)}" + (f"; {', '.join(lost)}." if lost else ".")
