"""What a speaker is reported to have said as rows of a table: one report a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.export.flat import Cell
from sayso.export.statement_row import COLUMNS as STATEMENT_COLUMNS
from sayso.export.statement_row import row_of as statement_row
from sayso.schema import Account, Identity

COLUMNS: dict[str, type] = {
    "who": str, "name": str, "saying": int, "wording": int, "claim": str, "called": str, "second_hand": bool,
    "unsure": str, "against": bool, "similarity": float, **STATEMENT_COLUMNS,
}  # fmt: skip
IDENTITY_COLUMNS: dict[str, type] = {
    "who": str, "name": str, "kind": str, "names": str, "roles": str, "affiliations": str, "articles": int,
    "first": str, "last": str,
}  # fmt: skip


def rows_of(account: Account) -> Iterator[dict[str, Cell]]:
    """Give one row a report; ``saying`` counts what was said, ``wording`` 1 is the fullest of each."""
    for number, saying in enumerate(account.sayings, 1):
        for place, wording in enumerate(saying.wordings, 1):
            yield {
                "who": account.identity.id,
                "name": account.identity.name,
                "saying": number,
                "wording": place,
                "claim": saying.claim,
                "called": wording.called,
                "second_hand": wording.second_hand,
                "unsure": "; ".join(wording.unsure) or None,
                "against": wording.against,
                "similarity": saying.similarity,
                **statement_row(wording.statement),
            }


def identity_rows(found: Sequence[Identity]) -> Iterator[dict[str, Cell]]:
    """Give one row a speaker."""
    for one in found:
        yield {
            "who": one.id,
            "name": one.name,
            "kind": one.kind,
            "names": "; ".join(one.names),
            "roles": "; ".join(role.words for role in one.roles) or None,
            "affiliations": "; ".join(role.words for role in one.affiliations) or None,
            "articles": one.articles,
            "first": one.first,
            "last": one.last,
        }
