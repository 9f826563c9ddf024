"""Claims and comparisons of the corpus as records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from sayso.claims.days import day_of
from sayso.schema.matches import Aspect, Claim, Comparison
from sayso.store.packed import unpack
from sayso.store.rows import in_batches, statement_keys
from sayso.store.tables import article, claim, claim_statement, comparison, statement

UNDATED = "9999"
"""Sorts after every date."""
Order = tuple[str, str, int, str]
"""Date, article, place in its text and label of a statement: what statements are put in order by."""


def order_of(published: str | None, id: str, start: int, label: str) -> Order:
    """Give what a statement is put in order by; what has no date comes last."""
    return (published or "") if day_of(published) is not None else UNDATED, id, start, label


def comparisons_of(connection: Connection, ids: Iterable[str]) -> list[Comparison]:
    """Give every comparison that statements of these public ids are in, the surest first."""
    keys = statement_keys(connection, ids)
    found: dict[tuple[int, int], Comparison] = {}
    rows: list[Row[*tuple[Any, ...]]] = []
    for batch in in_batches(keys.values()):
        rows += connection.execute(
            select(comparison).where(
                or_(comparison.c.left_statement.in_(batch), comparison.c.right_statement.in_(batch))
            )
        ).all()
    names = _ids(connection, {key for row in rows for key in (row.left_statement, row.right_statement)})
    for row in rows:
        aspects, matters = json.loads(unpack(row.detail).decode("utf-8", "surrogatepass"))
        found[row.left_statement, row.right_statement] = Comparison(
            names[row.left_statement],
            names[row.right_statement],
            row.relation,
            row.score,
            row.similarity,
            tuple(Aspect(*one) for one in aspects),
            tuple(matters),
        )
    return sorted(found.values(), key=lambda one: (-one.score, one.left, one.right))


def claim_of(connection: Connection, id: str) -> str | None:
    """Give the id of the claim that a statement belongs to; ``None`` for one that nothing else says."""
    key = statement_keys(connection, [id]).get(id)
    if key is None:
        return None
    found: str | None = connection.scalar(
        select(claim.c.id)
        .join(claim_statement, claim_statement.c.claim == claim.c.key)
        .where(claim_statement.c.statement == key)
    )
    return found


def claims_in(connection: Connection, ids: Iterable[str]) -> list[Claim]:
    """Give claims by their ids or by ids of statements in them, each once, in the order asked for."""
    wanted = list(dict.fromkeys(ids))
    by_statement = statement_keys(connection, [id for id in wanted if "#" in id])
    homes: dict[int, int] = {}
    for batch in in_batches(by_statement.values()):
        query = select(claim_statement.c.statement, claim_statement.c.claim).where(
            claim_statement.c.statement.in_(batch)
        )
        homes.update((row.statement, row.claim) for row in connection.execute(query))
    named: dict[str, int] = {}
    for some in in_batches([id for id in wanted if "#" not in id]):
        query = select(claim.c.id, claim.c.key).where(claim.c.id.in_(some))
        named.update((row.id, row.key) for row in connection.execute(query))
    keys = dict.fromkeys(
        key for id in wanted if (key := homes.get(by_statement.get(id, -1)) if "#" in id else named.get(id)) is not None
    )
    found = claims_by_key(connection, keys)
    return [found[key] for key in keys if key in found]


def claims_by_key(connection: Connection, keys: Iterable[int]) -> dict[int, Claim]:
    """Give claims by ``claim.key``."""
    wanted = list(keys)
    out: dict[int, Claim] = {}
    for batch in in_batches(wanted):
        heads = {row.key: row for row in connection.execute(select(claim).where(claim.c.key.in_(batch)))}
        members: defaultdict[int, list[tuple[Order, bool]]] = defaultdict(list)
        rows = connection.execute(
            select(
                *(claim_statement.c.claim, claim_statement.c.against, statement.c.label, statement.c.start),
                *(article.c.id, article.c.published),
            )
            .join(statement, statement.c.key == claim_statement.c.statement)
            .join(article, article.c.key == statement.c.article)
            .where(claim_statement.c.claim.in_(batch))
        )
        for row in rows:
            members[row.claim].append((order_of(row.published, row.id, row.start, row.label), row.against))
        wordings = _ids(connection, {row.wording for row in heads.values()})
        for key, row in heads.items():
            inside = sorted(members[key])
            out[key] = Claim(
                row.id,
                wordings[row.wording],
                tuple(f"{one[1]}#{one[3]}" for one, _ in inside),
                row.first,
                row.last,
                tuple(f"{one[1]}#{one[3]}" for one, against in inside if against),
            )
    return out


def _ids(connection: Connection, keys: Collection[int]) -> dict[int, str]:
    out: dict[int, str] = {}
    for batch in in_batches(sorted(keys)):
        rows = connection.execute(
            select(statement.c.key, statement.c.label, article.c.id)
            .join(article, article.c.key == statement.c.article)
            .where(statement.c.key.in_(batch))
        )
        out.update((row.key, f"{row.id}#{row.label}") for row in rows)
    return out
