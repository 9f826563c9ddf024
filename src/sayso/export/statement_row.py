"""One statement of the corpus as one row of a table, the same wherever statements are listed."""

from __future__ import annotations

from sayso.export.cited import chain_words, outlet_words
from sayso.export.flat import Cell
from sayso.export.harmless import one_line
from sayso.export.json import dumps
from sayso.schema import Statement

COLUMNS: dict[str, type] = {
    "statement": str, "article": str, "text": str, "speaker": str, "speaker_id": str, "speaker_kind": str,
    "speaker_named": bool, "speaker_role": str, "speaker_affiliation": str, "told": str, "chain": str, "form": str,
    "act": str, "polarity": str, "confidence": float, "outlet": str, "title": str, "url": str, "published": str,
    "spans": str,
}  # fmt: skip


def row_of(statement: Statement) -> dict[str, Cell]:
    """Give the cells of one statement."""
    speaker = statement.speaker
    hops = [{"name": teller.name, "label": teller.label, "channel": teller.channel} for teller in statement.chain]
    return {
        "statement": statement.id,
        "article": statement.article,
        "text": one_line(statement.text),
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.identity if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "speaker_named": speaker.named if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "speaker_affiliation": speaker.affiliation if speaker else None,
        "told": " → ".join(chain_words(statement)),
        "chain": dumps(hops) if hops else None,
        "form": statement.form,
        "act": statement.act,
        "polarity": statement.polarity,
        "confidence": round(statement.confidence, 3),
        "outlet": outlet_words(statement),
        "title": statement.title,
        "url": statement.url,
        "published": statement.published,
        "spans": " ".join(f"{start}:{end}" for start, end in statement.content),
    }
