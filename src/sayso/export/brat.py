"""``brat``: standoff annotation for the brat tool, ``.ann`` beside a ``.txt``.

Source: http://brat.nlplab.org/standoff.html and configuration.html. A text-bound annotation may not hold a line break,
so a piece is split there; pieces of one span are joined by ``;`` and their words by a space. Offsets are code points.
"""

from __future__ import annotations

import re
from itertools import count

from sayso.export.harmless import disarm, encodable, one_line
from sayso.export.rows import rows
from sayso.schema import Reading, Span

SUFFIX = ".ann"
HEAD = ""
BETWEEN = ""
TAIL = ""

CONFIGURATION = """\
[entities]
Content
Source
Cue
Unsourced
[relations]
Said-by	Arg1:Content, Arg2:Source
Cued-by	Arg1:Content, Arg2:Cue
Nested-in	Arg1:Content, Arg2:Content
Repeats	Arg1:Content, Arg2:Content
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Form	Arg:Content, Value:direct|indirect|mixed|fragment
Act	Arg:Content, Value:statement|thought|plan
Polarity	Arg:Content, Value:affirmed|denied|questioned
Hand	Arg:Content, Value:first-hand|second-hand|third-hand
Verdict	Arg:Content, Value:verbatim|altered|not-found
Named	Arg:Source
"""
"""``annotation.conf`` for a folder of these files."""

# Whatever ``str.splitlines`` or a tab-separated reader would break at, not the line feed alone.
_UNBROKEN = re.compile("[^\t\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029]+")


def render(reading: Reading) -> str:
    """Give the ``.ann`` file."""
    return part(reading, 1)


def part(reading: Reading, number: int) -> str:
    """Give the ``.ann`` file."""
    text = encodable(reading.article.text)
    lines: list[str] = []
    content_of: dict[str, str] = {}
    entities, relations, attributes, notes = count(1), count(1), count(1), count(1)

    def entity(kind: str, pieces: tuple[Span, ...]) -> str | None:
        parts = [part for piece in pieces for part in _unbroken(text, piece)]
        if not parts:
            return None
        name = f"T{next(entities)}"
        places = ";".join(f"{start} {end}" for start, end in parts)
        lines.append(f"{name}\t{kind} {places}\t{' '.join(part.of(text) for part in parts)}")
        return name

    def attribute(kind: str, of: str, value: str | None = "") -> None:
        if value is not None:
            lines.append(f"A{next(attributes)}\t{kind} {of} {value.replace(' ', '-')}".rstrip())

    for row in rows(reading):
        a = row.attribution
        content, source = entity("Content", a.content), entity("Source", a.source)
        others = (("Said-by", source), ("Cued-by", entity("Cue", a.cue)))
        if source is not None and row.speaker is not None and row.speaker.named:
            attribute("Named", source)
        if content is None:
            continue
        content_of[a.id] = content
        for relation, other in others:
            if other is not None:
                lines.append(f"R{next(relations)}\t{relation} Arg1:{content} Arg2:{other}")
        attribute("Form", content, a.form)
        attribute("Act", content, a.act)
        attribute("Polarity", content, a.polarity)
        attribute("Hand", content, row.hand)
        attribute("Verdict", content, row.echo.verdict if row.echo is not None else None)
        note = f"{one_line(a.id)}, confidence {a.confidence:.3f}: {one_line(disarm(row.telling.words))}"
        lines.append(f"#{next(notes)}\tAnnotatorNotes {content}\t{note}")
    for a in reading.attributions:
        if a.nested_in in content_of and a.id in content_of:
            lines.append(f"R{next(relations)}\tNested-in Arg1:{content_of[a.id]} Arg2:{content_of[a.nested_in]}")
        if a.echo_of in content_of and a.id in content_of:
            lines.append(f"R{next(relations)}\tRepeats Arg1:{content_of[a.id]} Arg2:{content_of[a.echo_of]}")
    for span in reading.unsourced:
        entity("Unsourced", (span,))
    return "".join(line + "\n" for line in lines)


def files(reading: Reading) -> dict[str, str]:
    """Give the annotations, the text they point into, and the configuration that brat wants in the folder."""
    text = encodable(reading.article.text)
    return {".ann": render(reading), ".txt": text, "annotation.conf": CONFIGURATION}


def _unbroken(text: str, piece: Span) -> list[Span]:
    parts = []
    for match in _UNBROKEN.finditer(text, piece.start, piece.end):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.end() - (len(words) - len(words.rstrip()))
        if start < end:
            parts.append(Span(start, end))
    return parts
