"""Two articles side by side as a table: a row for each statement, with its counterpart in the other article."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.cited import speaker_words
from sayso.export.flat import Cell
from sayso.export.harmless import one_line
from sayso.schema import ComparisonView

COLUMNS: dict[str, type] = {
    "relation": str, "left": str, "left_speaker": str, "left_text": str, "right": str, "right_speaker": str,
    "right_text": str, "score": float, "matters": str, "rewording": str, "alters": str,
}  # fmt: skip


def rows_of(view: ComparisonView) -> Iterator[dict[str, Cell]]:
    """Give pairs that conflict, pairs that say the same, then what only one side has, then copied passages."""
    for one in (*view.conflicting, *view.same):
        yield {
            "relation": one.relation,
            "left": one.left.id,
            "left_speaker": speaker_words(one.left),
            "left_text": one_line(one.left.text),
            "right": one.right.id,
            "right_speaker": speaker_words(one.right),
            "right_text": one_line(one.right.text),
            "score": round(one.comparison.score, 3) if one.comparison is not None else None,
            "matters": ", ".join(one.comparison.matters) or None if one.comparison is not None else None,
            "rewording": one.variant.rewording if one.variant is not None else None,
            "alters": ", ".join(one.variant.alters) or None if one.variant is not None else None,
        }
    for side, statements in (("left", view.only_left), ("right", view.only_right)):
        for statement in statements:
            yield {
                "relation": f"only {side}",
                side: statement.id,
                f"{side}_speaker": speaker_words(statement),
                f"{side}_text": one_line(statement.text),
            }
    for passage in view.passages:
        yield {
            "relation": "copied",
            "left": f"{passage.left.start}:{passage.left.end}",
            "left_text": one_line(passage.left_text),
            "right": f"{passage.right.start}:{passage.right.end}",
            "right_text": one_line(passage.right_text),
        }
