"""``csv``: one row per attribution, for a spreadsheet. A page without attributions has no row.

The first column, ``article``, is the article's id: with ``sayso read``, the path or URL of its page. The chain stands
there twice: ``told`` in plain words, the origin first, and ``chain`` as JSON, the nearest teller first.
"""

from __future__ import annotations

import csv
import io

from sayso.export.harmless import disarm
from sayso.export.json import dumps
from sayso.export.rows import rows
from sayso.schema import Attribution, Reading, Span, Speaker

SUFFIX = ".csv"
COLUMNS = (
    "article", "url", "title", "publisher", "published", "attribution", "source", "cue", "content", "form", "act",
    "polarity", "confidence", "speaker", "nested_in", "source_spans", "cue_spans", "content_spans", "speaker_kind",
    "speaker_named", "speaker_role", "speaker_affiliation", "told", "chain", "hand", "channel", "knows", "echo_of",
    "verdict",
)  # fmt: skip
HEAD = ",".join(COLUMNS) + "\r\n"
BETWEEN = ""
TAIL = ""

# Source: OWASP, "CSV Injection". A spreadsheet takes a cell that begins so for a formula and may run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(reading: Reading) -> str:
    """Give a table with its header, in UTF-8, with the line ends of RFC 4180."""
    return HEAD + part(reading, 1)


def part(reading: Reading, number: int) -> str:
    """Give the rows alone."""
    article = reading.article
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    lines = io.StringIO()
    writer = csv.writer(lines)
    for row in rows(reading):
        a, speaker = row.attribution, row.speaker
        facts: tuple[str | None, ...] = (None, None, None, None)
        if speaker is not None:
            facts = speaker.kind, "yes" if speaker.named else "no", speaker.role, speaker.affiliation
        cells = (
            article.id, article.url, article.title, article.publisher, article.published, a.id, row.source, row.cue,
            row.content, a.form, a.act, a.polarity, f"{a.confidence:.3f}", speaker and speaker.name, a.nested_in,
            _spans(a.source), _spans(a.cue), _spans(a.content), *facts, row.telling.words, _chain(a, speakers),
            row.hand, a.chain[-1].channel if a.chain else None, a.knows, a.echo_of, row.echo and row.echo.verdict,
        )  # fmt: skip
        writer.writerow([guard(cell or "") for cell in cells])
    return lines.getvalue()


def guard(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would read as a formula."""
    cell = disarm(cell)  # a spreadsheet refuses some control characters, and a terminal obeys them
    return "'" + cell if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def _chain(a: Attribution, speakers: dict[str, Speaker]) -> str:
    """Give the hops as JSON; ids mean nothing in a table, so there are names beside them."""
    hops = [
        {"speaker": hop.speaker, "name": speakers[hop.speaker].name if hop.speaker in speakers else None,
         "channel": hop.channel}
        for hop in a.chain
    ]  # fmt: skip
    return dumps(hops) if hops else ""


def _spans(pieces: tuple[Span, ...]) -> str:
    return " ".join(f"{start}:{end}" for start, end in pieces)
