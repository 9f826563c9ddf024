"""The independent origins of a claim in the corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.claims.house_credits import credit_of
from sayso.claims.origins import origins_of
from sayso.errors import NotFound
from sayso.schema import Entry, Origins, Statement
from sayso.store.families import families
from sayso.store.judgements import standing
from sayso.store.match_copies import copies_between
from sayso.store.packed import text_in
from sayso.store.rows import article_keys, entries_by_key, in_batches, statement_keys, statements_by_key
from sayso.store.tables import article, claim, claim_statement, comparison

if TYPE_CHECKING:
    from sayso.store.store import Store

_BESIDE_MAX = 500
"""Statements near a claim's that are looked at for what cited outlets rest on."""


def origins(where: Connection | Store, claim_id: str) -> Origins:
    """Count the independent origins of a claim.

    :param where: a store, or a connection to one.
    :param claim_id: such as ``"C1f0a…"``.
    :raises NotFound: if there is no such claim.
    """
    if not isinstance(where, Connection):
        with where.reading_connection() as connection:
            return origins(connection, claim_id)
    held = where.scalar(select(claim.c.key).where(claim.c.id == claim_id))
    if held is None:
        raise NotFound(f"there is no claim {claim_id}", hint="`sayso search WORDS` finds claims by their words")
    c = claim_statement.c
    against = {
        row.statement: row.against for row in where.execute(select(c.statement, c.against).where(c.claim == held))
    }
    statements = statements_by_key(where, against)
    return _origins(where, list(statements.values()), [s.id for key, s in statements.items() if against[key]])


def origins_among(connection: Connection, statements: Iterable[str], against: Iterable[str] = ()) -> Origins:
    """Count the independent origins of a claim that somebody else put together.

    :param statements, against: ids of statements that make it, and that contradict it; others are passed over.
    """
    contrary = set(against)
    keys = statement_keys(connection, {*statements, *contrary})
    found = statements_by_key(connection, keys.values())
    return _origins(connection, list(found.values()), contrary)


def _origins(connection: Connection, statements: Sequence[Statement], against: Collection[str]) -> Origins:
    keys = article_keys(connection, {statement.article for statement in statements})
    return origins_of(
        statements,
        copies_between(connection, list(keys.values())),
        families(connection),
        standing(connection, ("dependent", "same speaker", "not the same speaker")),
        credits=_credits(connection, statements, keys.values()),
        against=against,
        beside=_beside(connection, statements),
    )


def _beside(connection: Connection, statements: Sequence[Statement]) -> list[Statement]:
    """Give statements near those of a claim that it does not hold: what outlets that are cited may rest on."""
    held = statement_keys(connection, (statement.id for statement in statements))
    passing = [held[s.id] for s in statements if s.id in held and s.chain and s.chain[-1].kind != "document"]
    c = comparison.c
    nearest: dict[int, float] = {}
    for batch in in_batches(passing):
        for mine, other in ((c.left_statement, c.right_statement), (c.right_statement, c.left_statement)):
            query = (
                select(other, c.similarity)
                .where(mine.in_(batch), c.relation.in_(("same", "related")))
                .order_by(c.similarity.desc(), other)
                .limit(_BESIDE_MAX)
            )
            for key, similarity in connection.execute(query):
                nearest[key] = max(similarity, nearest.get(key, -1.0))
    for key in held.values():
        nearest.pop(key, None)
    keys = sorted(nearest, key=lambda key: (-nearest[key], key))[:_BESIDE_MAX]
    return list(statements_by_key(connection, keys).values())


def _credits(connection: Connection, statements: Sequence[Statement], keys: Iterable[int]) -> dict[str, str]:
    """Give the agency that each article says it is from; read only where it matters to whom a statement goes back."""
    unnamed = {s.article for s in statements if not s.chain or not s.chain[-1].named}
    entries = entries_by_key(connection, keys)
    publishers = {entry.publisher for entry in entries.values() if entry.publisher}
    wanted = {key: entry for key, entry in entries.items() if entry.id in unnamed}
    found: dict[str, str] = {}
    for batch in in_batches(wanted, 50):
        for row in connection.execute(select(article.c.key, article.c.reading).where(article.c.key.in_(batch))):
            entry: Entry = wanted[row.key]
            if credit := credit_of(entry, text_in(row.reading), publishers):
                found[entry.id] = credit
    return found
