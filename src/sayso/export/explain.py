"""``sayso read --explain ID``: why one attribution has the speaker and the chain that it has.

Nothing is decided again here: it tells what the reading kept of its decisions, with the words that they rest on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.export.glance import glance
from sayso.export.harmless import one_line
from sayso.export.look import STYLES, Look
from sayso.export.repeats import in_words
from sayso.export.rows import SURE, Row, shorten
from sayso.export.tellers import described
from sayso.schema import Attribution, Choice, Reading, Span, Speaker

if TYPE_CHECKING:
    from rich.text import Text

_QUOTED_MAX = 6
_IDS_NAMED = 12
_LABEL_COLUMNS = 10


def explain(reading: Reading, id: str, *, look: Look | None = None) -> str:
    """Say why, as text for a terminal.

    :param id: of an attribution, such as ``"A7"``.
    :raises InputError: if the reading has no such attribution; the message names those that it has.
    """
    from rich.table import Table
    from rich.text import Text

    from sayso.export.terminal import draw

    look = look or Look()
    row = _row(reading, id)
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    label = min(_LABEL_COLUMNS, look.width // 3)
    table.add_column(width=label, overflow="fold")
    table.add_column(width=max(8, look.width - label - 4), overflow="fold")
    for name, texts in _facts(reading, row, look):
        table.add_row(Text(name, style="bold"), Text("\n").join(texts))
    return draw([table], look)


def _row(reading: Reading, id: str) -> Row:
    for row in glance(reading).rows:
        if row.attribution.id.casefold() == id.strip().casefold():
            return row
    ids = [a.id for a in reading.attributions]
    if not ids:
        raise InputError(f"no attribution {id}: nothing in this text is attributed to anybody")
    named = ", ".join(ids) if len(ids) <= _IDS_NAMED else f"{ids[0]} to {ids[-1]}"
    raise InputError(f"no attribution {id}: this text has {named}")


def _facts(reading: Reading, row: Row, look: Look) -> Iterator[tuple[str, list[Text]]]:
    from rich.text import Text

    a = row.attribution
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    choice = next((choice for choice in reading.choices if choice.attribution == a.id), None)
    yield look.fit(a.id), [_said(reading, a, look)]
    if a.nested_in is not None or a.echo_of is not None:
        yield "Stands", [Text(look.fit(line)) for line in _places(reading, row)]
    speaker = speakers.get(a.speaker) if a.speaker is not None else None
    yield "Speaker", [Text(look.fit(_who(speaker)), style="bold" if look.colour else "")]
    yield "Because", [Text(look.fit(line)) for line in _because(choice)]
    led = choice.mentions if choice is not None else ()
    if led:
        yield "Led by", [_quoted(reading, span, look) for span in led[:_QUOTED_MAX]]
    others = [span for span in speaker.mentions if span not in led] if speaker is not None else []
    if others:
        shown = [_quoted(reading, span, look) for span in others[:_QUOTED_MAX]]
        if len(others) > _QUOTED_MAX:
            shown.append(Text(f"and {len(others) - _QUOTED_MAX} more", style="dim"))
        yield "Mentioned", shown
    yield "Chain", list(_chain(reading, row, speakers, look))
    yield "Knows", [Text(look.fit(row.knows)) if row.knows else Text("the text does not say how", style="dim")]
    yield "Sure", [Text(f"{row.sure}: {SURE}", style="dim")]


def _said(reading: Reading, a: Attribution, look: Look) -> Text:
    """Give the content, then source and cue: what the tagger found."""
    from rich.text import Text

    text = Text(look.fit(shorten(one_line(reading.text_of(a.content)), 300)) or "(no words)")
    source, cue = one_line(reading.text_of(a.source)), one_line(reading.text_of(a.cue))
    text.append("\nsource: ", style="dim").append(look.fit(source) or "none")
    text.append(", cue: ", style="dim").append(look.fit(cue) or "none")
    return text.append(f"\n{a.form}, {a.act}, {a.polarity}", style="dim")


def _places(reading: Reading, row: Row) -> Iterator[str]:
    a = row.attribution
    if a.nested_in is not None:
        yield f"inside {a.nested_in}"
    if a.echo_of is not None:
        yield f"repeats {a.echo_of}" + (f": {row.echo.verdict}" if row.echo is not None else "")
        yield from (in_words(difference) for difference in (row.echo.differences if row.echo is not None else ()))


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return "nobody: the text names none"
    kind = f" ({speaker.kind}, {speaker.id})" if speaker.kind else f" ({speaker.id})"
    return described(speaker) + kind


def _because(choice: Choice | None) -> Iterator[str]:
    if choice is None:
        yield "the reading keeps no reason"
        return
    yield f"{choice.rule}: {choice.reason}"
    scored = "" if choice.score is None else f"score {choice.score:.2f}"
    if choice.runner_up is not None:
        score = "" if choice.runner_up_score is None else f", score {choice.runner_up_score:.2f}"
        yield f"{scored + '; ' if scored else ''}next best: {choice.runner_up}{score}"
    else:
        yield f"{scored + '; ' if scored else 'no score: a rule decided; '}nobody else came into question"


def _chain(reading: Reading, row: Row, speakers: dict[str, Speaker], look: Look) -> Iterator[Text]:
    from rich.text import Text

    arrow = " -> " if look.plain else " → "
    yield Text(arrow.join(look.fit(step) for step in row.telling.steps))
    yield Text(f"{look.drawing(row.telling.tellers)}  {row.hand or ''}".rstrip(), style="dim")
    for hop in reversed(row.attribution.chain):
        if hop.speaker not in speakers:
            continue
        name = look.fit(described(speakers[hop.speaker]))
        if not hop.evidence:
            yield Text(f"{name}, {hop.channel or 'no channel stated'}")
            continue
        yield Text(f"{name}, {hop.channel or 'no channel stated'}, from:")
        for span in hop.evidence[:_QUOTED_MAX]:
            yield _quoted(reading, span, look)


def _quoted(reading: Reading, span: Span, look: Look) -> Text:
    """Quote words with a little of what stands around them."""
    from rich.text import Text

    text = reading.article.text
    words = look.fit(shorten(one_line(span.of(text)), 120))
    around = max(12, (look.width - _LABEL_COLUMNS - 8 - len(words)) // 2)  # so that it fits on one line
    before, after = text[max(0, span.start - around) : span.start], text[span.end :][:around]
    cut_before, cut_after = span.start > around, span.end + around < len(text)
    dots = "..." if look.plain else "…"
    lead = one_line(before.partition(" ")[2] if cut_before else before)
    tail = one_line(after.rpartition(" ")[0] if cut_after else after)
    quoted = Text(f"{dots if cut_before else ''}{look.fit(lead)}", style="dim")
    quoted.append(" " if before[-1:].isspace() else "")
    quoted.append(f"[{words}]", style="not dim " + (STYLES["source"] if look.colour else ""))
    quoted.append(" " if after[:1].isspace() else "")
    return quoted.append(f"{look.fit(tail)}{dots if cut_after else ''}")
