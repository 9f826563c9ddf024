"""``webannotation``: W3C Web Annotations, one for each statement.

The target is the content, a piece each; source and cue are bodies that select their words, beside the chain and the
speaker in words for people, and the form, act, polarity, hand and channel as tags. Each piece is selected twice: by its
words with what stands before and after (works on the page), and by position in code points (works on
``article.text``).

Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017, sections 3, 4.2.4, 4.2.5 and 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.export.harmless import one_line
from sayso.export.identity import Names
from sayso.export.json import dumps
from sayso.export.rows import Row, rows
from sayso.export.tellers import described
from sayso.schema import Reading, Span

SUFFIX = ".jsonld"
HEAD = "[\n"
BETWEEN = ",\n"
TAIL = "\n]\n"

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Enough to tell two uses of the same words apart, and short enough to survive small edits of the page.
_AROUND = 32


def render(reading: Reading) -> str:
    """Give one article's annotations as a collection with one page."""
    return part(reading, 1) + "\n"


def part(reading: Reading, number: int) -> str:
    """Give one article's collection as an element of an array."""
    return dumps(collection_of(reading), indent=2)


def collection_of(reading: Reading) -> dict[str, Any]:
    """Give the AnnotationCollection."""
    names = Names(reading.article)
    subject = ", ".join(one_line(fact) for fact in (reading.article.title, reading.article.id) if fact)
    items = [annotation for row in rows(reading) if (annotation := _annotation(reading, row, names)) is not None]
    collection = {
        "@context": _CONTEXT,
        "id": names.of("collection"),
        "type": "AnnotationCollection",
        "label": f"Who says what in: {subject}" if subject else "Who says what",
        "generator": {
            "type": "Software",
            "name": f"sayso {reading.sayso}, {reading.model.name} {reading.model.version}",
        },
        "total": len(items),
    }
    if items:  # an empty page is not allowed
        page = {"id": names.of("page"), "type": "AnnotationPage", "partOf": collection["id"], "startIndex": 0}
        collection["first"] = page | {"items": items}
        collection["last"] = page["id"]
    return collection


def _annotation(reading: Reading, row: Row, names: Names) -> dict[str, Any] | None:
    a = row.attribution
    targets = list(_selected(reading, a.content, names))
    if not targets:
        return None
    source, cue = one_line(reading.text_of(a.source)), one_line(reading.text_of(a.cue))
    bodies: list[dict[str, Any]] = [
        _words("commenting", f"{source or 'No source given'}: {cue or 'no cue'}"),
        _words("describing", row.telling.words),
    ]
    if row.speaker is not None:
        kind = f" ({row.speaker.kind})" if row.speaker.kind else ""
        bodies.append(_words("identifying", f"{described(row.speaker)}{kind}"))
    if row.knows:
        bodies.append(_words("describing", f"How the source knows: {row.knows}"))
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(row)]
    bodies += [{**where, "purpose": "identifying"} for where in _selected(reading, a.source, names)]
    bodies += [{**where, "purpose": "describing"} for where in _selected(reading, a.cue, names)]
    if a.nested_in is not None:
        bodies.append({"type": "SpecificResource", "source": names.of("annotation", a.nested_in), "purpose": "linking"})
    if a.echo_of is not None:
        bodies.append({"type": "SpecificResource", "source": names.of("annotation", a.echo_of), "purpose": "linking"})
    return {
        "id": names.of("annotation", a.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _tags(row: Row) -> Iterator[str]:
    a = row.attribution
    yield from (a.form, a.act, a.polarity)
    if row.speaker is not None:
        yield "named" if row.speaker.named else "unnamed"
    if row.hand is not None:
        yield row.hand
    yield from dict.fromkeys(hop.channel for hop in a.chain if hop.channel is not None)
    if row.echo is not None:
        yield row.echo.verdict


def _selected(reading: Reading, pieces: tuple[Span, ...], names: Names) -> Iterator[dict[str, Any]]:
    text = reading.article.text
    for start, end in pieces:
        if start >= end:
            continue
        yield {
            "type": "SpecificResource",
            "source": names.article,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        }
