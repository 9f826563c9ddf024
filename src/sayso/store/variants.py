"""The wordings of a quotation in the corpus: which outlet has which, the fullest first.

Nothing is stored. Candidates come from the index of words, by runs of three words that few statements have, and from
the statements that were found to say the same; each is then laid beside the fullest wording (``claims/variants.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.claims.variants import MEMBERS_MAX, Wordings, variants_of, wordings_of
from sayso.claims.words import stem_of, weight_of
from sayso.errors import NotFound
from sayso.schema import Statement
from sayso.schema.matches import Variant
from sayso.store import full_text
from sayso.store.judgements import standing
from sayso.store.query import Query, Term, words_of
from sayso.store.rows import in_batches, statement_keys, statements_by_key
from sayso.store.tables import claim, claim_statement, comparison

RUNS = 24
"""How many runs of words of a statement are looked for: those that tell most."""
PAIRS = 6
"""How many of its rarest words are looked for two by two, for wordings that no run survived in."""
SHARED_MIN = 0.3
"""What part of what the shorter one tells two wordings must share to be laid side by side; order aside."""
LIMIT = 200
"""How many candidates each search gives at most."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of a quotation.

    :param statement: with its outlet and date.
    :param variant: how its wording stands to the fullest; ``None`` for the fullest itself.
    """

    statement: Statement
    variant: Variant | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of the corpus in all its wordings.

    :param tellings: the fullest first, then by how much of it they have.
    """

    tellings: tuple[Telling, ...]

    @property
    def fullest(self) -> Statement:
        """The statement that has most of its words."""
        return self.tellings[0].statement

    def by_wording(self) -> list[tuple[Telling, ...]]:
        """Put tellings with the same words together, in the order of the tellings: which outlet has which."""
        groups: dict[tuple[str, ...], list[Telling]] = {}
        for telling in self.tellings:
            groups.setdefault(tuple(words_of(telling.statement.text)), []).append(telling)
        return [tuple(group) for group in groups.values()]


def quotation(connection: Connection, statement_id: str) -> Quotation:
    """Give all wordings of the quotation that a statement is one of; it alone if there are no others.

    :raises NotFound: if there is no such statement.
    """
    key = statement_keys(connection, [statement_id]).get(statement_id)
    if key is None:
        raise NotFound(f"no statement {statement_id}", hint="ids look like 9f3a0c77b1e2#A7; sayso search shows them")
    own = statements_by_key(connection, [key])[key]
    apart = list(
        statements_by_key(connection, statement_keys(connection, _apart(connection, own.id)).values()).values()
    )
    held = _without(apart, _candidates(connection, own))
    found = wordings_of(own, list(held.values()))
    if found is not None and found.fullest.id != own.id:
        # The fullest wording has runs of words that this one lacks, by which others are found.
        held |= _without(apart, _candidates(connection, found.fullest))
        found = wordings_of(own, list(held.values()))
    if found is None:
        return Quotation((Telling(own),))
    return _quotation(found, {**held, own.id: own})


def quotations_of(connection: Connection, claim_id: str) -> list[Quotation]:
    """Give the quotations among the statements of a claim, each with all its wordings in the claim, longest list first.

    :raises NotFound: if there is no such claim.
    """
    number = connection.scalar(select(claim.c.key).where(claim.c.id == claim_id))
    if number is None:
        raise NotFound(f"no claim {claim_id}", hint="ids look like C0f3a9d1b22; sayso search shows them")
    keys = connection.scalars(select(claim_statement.c.statement).where(claim_statement.c.claim == number))
    held = {one.id: one for one in statements_by_key(connection, sorted(keys)).values()}
    groups = variants_of(list(held.values()))
    return sorted((_quotation(group, held) for group in groups), key=lambda q: -len(q.tellings))


def _quotation(found: Wordings, held: dict[str, Statement]) -> Quotation:
    """Put tellings together; of statements of one article that lie in one another the fullest stands for all."""
    tellings = [Telling(found.fullest)]
    for variant in found.variants:
        one = held[variant.statement]
        if not any(_overlap(one, other.statement) for other in tellings):
            tellings.append(Telling(one, variant))
    return Quotation(tuple(tellings))


def _without(apart: Sequence[Statement], candidates: Sequence[Statement]) -> dict[str, Statement]:
    """Leave out statements that a person set apart, and what lies in them."""
    return {one.id: one for one in candidates if not any(_overlap(one, other) for other in apart)}


def _overlap(one: Statement, other: Statement) -> bool:
    return one.article == other.article and any(
        a.start < b.end and b.start < a.end for a in one.content for b in other.content
    )


def _apart(connection: Connection, id: str) -> frozenset[str]:
    """Give the statements of which a person said that they are not the same as this one."""
    verdicts = standing(connection, {"not the same claim"})
    return frozenset(
        other for one in verdicts for own, other in ((one.subject, one.other), (one.other, one.subject))
        if own == id and other is not None
    )  # fmt: skip


def _candidates(connection: Connection, one: Statement) -> list[Statement]:
    """Find statements that share rare runs of words with one, or were found to say the same."""
    key = statement_keys(connection, [one.id]).get(one.id)
    keys = set(_alike(connection, key)) if key is not None else set()
    words = words_of(one.text)
    if not words:
        return []
    for query in (_runs(words), *_pairs(words)):
        keys.update(full_text.matches(connection, query, LIMIT).keys)
    found: dict[int, Statement] = {}
    for batch in in_batches(sorted(keys)):
        found |= statements_by_key(connection, batch)
    own = _told(words)
    ranked = []
    for other in found.values():
        theirs = _told(words_of(other.text))
        shared = sum(own[word] for word in own.keys() & theirs.keys())
        if other.form != "unsourced" and shared >= SHARED_MIN * min(sum(own.values()), sum(theirs.values())):
            ranked.append((-shared, other.id, other))
    return [other for _, _, other in sorted(ranked)[:MEMBERS_MAX]]


def _alike(connection: Connection, key: int) -> list[int]:
    out: list[int] = []
    for side, other in (
        (comparison.c.left_statement, comparison.c.right_statement),
        (comparison.c.right_statement, comparison.c.left_statement),
    ):
        out += connection.scalars(select(other).where(side == key, comparison.c.relation != "related"))
    return out


def _told(words: Sequence[str]) -> dict[str, float]:
    return {word: told for word in words if (told := _weight(word))}


def _weight(word: str) -> float:
    stem = stem_of(word)
    return weight_of(stem) if stem else 0.0


def _runs(words: Sequence[str]) -> Query:
    """Ask for any of the runs of three words that tell most."""
    runs = {tuple(words[start : start + 3]) for start in range(max(1, len(words) - 2))}
    best = sorted(runs, key=lambda run: (-sum(map(_weight, run)), run))[:RUNS]
    return Query((tuple(Term(run, True) for run in best if run),))


def _pairs(words: Sequence[str]) -> list[Query]:
    """Ask for two of the rarest words, whichever: the rarest with any other, and so on."""
    rare = sorted({word for word in words if _weight(word) > 0}, key=lambda word: (-_weight(word), word))[:PAIRS]
    return [
        Query(((Term((word,)),), tuple(Term((other,)) for other in rare[place + 1 :])))
        for place, word in enumerate(rare[:-1])
    ]
