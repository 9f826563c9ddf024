"""Claims and their reports as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.export.flat import Cell
from sayso.export.harmless import one_line
from sayso.export.spread_words import page_source
from sayso.export.statement_row import COLUMNS as STATEMENT_COLUMNS
from sayso.export.statement_row import row_of
from sayso.schema import ClaimLine, ClaimView

COLUMNS: dict[str, type] = {
    "claim": str, **STATEMENT_COLUMNS, "against": bool, "had_from": str, "how": str, "origin": str, "counts": str,
    "reason": str, "rewording": str, "alters": str, "inside": str,
}  # fmt: skip
LINE_COLUMNS: dict[str, type] = {
    "claim": str, "text": str, "wording": str, "reports": int, "articles": int, "outlets": int, "against": int,
    "first": str, "last": str,
}  # fmt: skip


def rows_of(view: ClaimView) -> Iterator[dict[str, Cell]]:
    """Give one row a statement, in order of publication; ``inside`` names the one whose report it is a part of."""
    pages = {page.article: page for page in view.spread.pages}
    reports = {one.statement: one for one in view.origins.reports} if view.origins is not None else {}
    names = {one.id: one.name for one in view.origins.origins} if view.origins is not None else {}
    inside = {one.statement: one.of for one in view.inside}
    variants = {one.statement: one for one in view.variants}
    for statement in view.statements:
        page = pages.get(statement.article)
        how, words = page_source(view.spread, page) if page is not None else ("", "")
        report = reports.get(statement.id)
        variant = variants.get(statement.id)
        yield {
            "claim": view.claim.id,
            **row_of(statement),
            "against": statement.id in view.claim.against,
            "how": how,
            "had_from": words or None,
            "origin": names.get(report.origin or "") if report is not None else None,
            "counts": report.counts if report is not None else None,
            "reason": report.reason if report is not None else None,
            "rewording": variant.rewording if variant is not None else None,
            "alters": ", ".join(variant.alters) or None if variant is not None else None,
            "inside": inside.get(statement.id),
        }


def line_rows(lines: Sequence[ClaimLine]) -> Iterator[dict[str, Cell]]:
    """Give one row a claim."""
    for line in lines:
        yield {
            "claim": line.claim,
            "text": one_line(line.text),
            "wording": line.wording,
            "reports": line.reports,
            "articles": line.articles,
            "outlets": line.outlets,
            "against": line.against,
            "first": line.first,
            "last": line.last,
        }
