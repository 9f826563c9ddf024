"""Statements of articles as claims: found by their vectors, compared, put together.

Every pair of statements that are candidates (``claims/candidates.py``) is compared once, when the later one comes;
what is found is kept in ``comparison``. Groups are made anew for the statements that are connected to what changed, and
only for those: a connected set's groups depend on that set alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, delete, insert, select, text

from sayso.claims import cells as cell_space
from sayso.claims import cross_encoder, encoder
from sayso.claims.candidates import Candidate, Placed, candidates, is_near, placed, ranges_around
from sayso.claims.compare import Weighed, decide, weigh
from sayso.claims.cross_encoder import Read, words_of
from sayso.claims.days import day_of
from sayso.claims.facts import Facts, facts_of
from sayso.claims.furniture import is_furniture
from sayso.claims.group import Pair, grouped
from sayso.schema import Judgement, Statement
from sayso.schema.matches import Comparison
from sayso.store.claim_rows import (
    UNDATED,
    Order,
    claim_of,
    claims_by_key,
    claims_in,
    comparisons_of,
    order_of,
)
from sayso.store.judgements import standing
from sayso.store.packed import pack, text_in
from sayso.store.rows import in_batches, statement_keys, statements_by_key, statements_in
from sayso.store.tables import article, claim, claim_statement, comparison, meaning, statement

__all__ = ["claim_of", "claims_by_key", "claims_in", "comparisons_of", "judged", "match", "unmatch"]

WORDS_MIN = 4
"""Words of a content that can be compared; shorter ones say too little."""
RELATED_MIN = 0.8
"""Cosine from which statements are kept that are merely related; below, the table would fill up with them."""
_LINKING = ("same", "conflicting")


_RANGES = 64
"""Ranges of places asked for at once."""
_ARTICLES = 50
"""Texts of articles held at once."""
_ROWS_MAX = 100_000
"""Vectors held at once, some 50 MB."""
_IN_RANGES = text(
    "SELECT statement, cell, vector FROM meaning WHERE "  # noqa: S608 - of numbers alone
    + " OR ".join(f"cell BETWEEN :l{number} AND :h{number}" for number in range(_RANGES))
)


def match(connection: Connection, articles: Sequence[int]) -> None:
    """Hold the statements of these articles against all others, and put claims together."""
    held = {key: one for key, one in statements_in(connection, articles).items() if is_comparable(one)}
    days = {key: day_of(one.published) for key, one in held.items()}
    keys = list(held)
    space = cell_space.shipped()
    vectors = encoder.shipped().encode([held[key].text for key in keys])
    new = placed(keys, [days[key] for key in keys], vectors, space)
    if keys:
        connection.execute(
            insert(meaning),
            [
                {"statement": key, "cell": place, "vector": vector.tobytes()}
                for key, place, vector in zip(keys, new.places, vectors, strict=True)
            ],
        )
        _compare(connection, _found(connection, new, ranges_around(new, [days[key] for key in keys]), space), held)
    _regroup(connection, {*keys, *_judged_in(connection, articles)})


def unmatch(connection: Connection, articles: Sequence[int]) -> None:
    """Let go the statements of these articles, and put together anew what is left of their claims."""
    gone: set[int] = set()
    for batch in in_batches(articles, 50):
        gone.update(connection.scalars(select(statement.c.key).where(statement.c.article.in_(batch))))
    touched = _neighbours(connection, gone) - gone
    for batch in in_batches(sorted(gone)):
        connection.execute(delete(meaning).where(meaning.c.statement.in_(batch)))
        for side in (comparison.c.left_statement, comparison.c.right_statement):
            connection.execute(delete(comparison).where(side.in_(batch)))
    _dissolve(connection, gone)
    _regroup(connection, touched, without=gone)


def judged(connection: Connection, ids: Sequence[str]) -> None:
    """Put claims together anew around statements that a judgement is about."""
    _regroup(connection, set(statement_keys(connection, [id for id in ids if "#" in id]).values()))


def is_comparable(one: Statement) -> bool:
    """Say whether a statement says enough, and is neither the page's own words nor one that repeats another."""
    return one.form != "fragment" and len(one.text.split()) >= WORDS_MIN and not is_furniture(one.text)


def _found(
    connection: Connection, new: Placed, ranges: Sequence[tuple[int, int]], space: cell_space.Cells
) -> list[Candidate]:
    """Give all candidates of new statements; looks into some ranges of places at a time, so that memory stays small."""
    found: dict[tuple[int, int], Candidate] = {}
    rows: list[Row[*tuple[Any, ...]]] = []
    parts = list(in_batches(ranges, _RANGES))
    for number, some in enumerate(parts, 1):
        # Filled up with empty ranges: always the same words, parsed once.
        every = [*some, *[(1, 0)] * (_RANGES - len(some))]
        bounds = {f"{end}{at}": value for at, pair in enumerate(every) for end, value in zip("lh", pair, strict=True)}
        rows += connection.execute(_IN_RANGES, bounds).all()
        if len(rows) >= _ROWS_MAX or number == len(parts):
            for one in candidates(new, _placed(rows, new.vectors.shape[1]), space):
                found.setdefault((min(one.new, one.other), max(one.new, one.other)), one)
            rows = []
    return list(found.values())


def _placed(rows: Sequence[Row[*tuple[Any, ...]]], width: int) -> Placed:
    """Give rows of ``meaning`` as arrays; vectors of another width are of another encoder, and passed over."""
    fitting = [row for row in rows if len(row.vector) == width]
    vectors = np.frombuffer(b"".join(row.vector for row in fitting), dtype=np.int8).reshape(-1, width)
    none = np.zeros((0, 0), dtype=np.int64)
    return Placed([row.statement for row in fitting], [row.cell for row in fitting], vectors, none)


def _compare(connection: Connection, found: Sequence[Candidate], held: Mapping[int, Statement]) -> None:
    """Compare candidates and keep what is the same, in conflict, or closely related."""
    others = statements_by_key(connection, sorted({one.other for one in found if one.other not in held}))
    statements = {**held, **others}
    facts: dict[int, Facts] = {}
    weighed: list[tuple[Candidate, Weighed]] = []
    for one in found:
        left, right = statements[one.new], statements[one.other]
        if not is_near(one, day_of(left.published), day_of(right.published)) or _overlap(left, right):
            continue
        for key, side in ((one.new, left), (one.other, right)):
            if key not in facts:
                facts[key] = facts_of(side)
        weighed.append((one, weigh(facts[one.new], facts[one.other], one.similarity)))
    read = _read(connection, [one for one, pair in weighed if pair.worth_reading], statements)
    rows = []
    for one, pair in weighed:
        result = decide(pair, read.get((one.new, one.other)))
        if result.relation in _LINKING or (result.relation == "related" and one.similarity >= RELATED_MIN):
            keys = (one.new, one.other) if statements[one.new].id < statements[one.other].id else (one.other, one.new)
            rows.append(_row(keys, result))
    for batch in in_batches(rows):
        connection.execute(insert(comparison), batch)


def _read(
    connection: Connection, pairs: Sequence[Candidate], statements: Mapping[int, Statement]
) -> dict[tuple[int, int], Read]:
    """Read statements together, pair by pair, each with the rest of its sentence."""
    words: dict[int, str] = {}
    wanted = {key for one in pairs for key in (one.new, one.other)}
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for key in wanted:
        by_article[statements[key].article].append(key)
    # An article's text is let go when its statements are written.
    for ids in in_batches(sorted(by_article), _ARTICLES):
        for row in connection.execute(select(article.c.id, article.c.reading).where(article.c.id.in_(ids))):
            held = text_in(row.reading)
            words.update((key, words_of(statements[key], held)) for key in by_article[row.id])
    found = cross_encoder.shipped().read([(words[one.new], words[one.other]) for one in pairs])
    return {(one.new, one.other): read for one, read in zip(pairs, found, strict=True)}


def _overlap(left: Statement, right: Statement) -> bool:
    """Say whether two statements share words of one article, as when one is told inside the other."""
    if left.article != right.article:
        return False
    return any(a.start < b.end and b.start < a.end for a in left.content for b in right.content)


def _row(keys: tuple[int, int], result: Comparison) -> dict[str, object]:
    aspects = [[one.name, one.agreement, one.left, one.right] for one in result.aspects]
    detail = json.dumps([aspects, result.matters], separators=(",", ":"))
    return {
        "left_statement": keys[0],
        "right_statement": keys[1],
        "relation": result.relation,
        "score": result.score,
        "similarity": result.similarity,
        "detail": pack(detail.encode("utf-8", "surrogatepass")),
    }


def _judged_in(connection: Connection, articles: Sequence[int]) -> set[int]:
    """Give the statements of some articles that a verdict is about; short ones too, which are not compared."""
    found: set[int] = set()
    ids = {id for one in _verdicts(connection) for id in (one.subject, one.other or "")}
    if not ids:
        return found
    wanted = set(articles)
    keys = statement_keys(connection, ids).values()
    for batch in in_batches(keys):
        rows = connection.execute(select(statement.c.key, statement.c.article).where(statement.c.key.in_(batch)))
        found.update(row.key for row in rows if row.article in wanted)
    return found


def _verdicts(connection: Connection) -> list[Judgement]:
    return standing(connection, ("same claim", "not the same claim"))


def _neighbours(connection: Connection, keys: Collection[int]) -> set[int]:
    """Give what is compared as the same or in conflict with some statements, and what shares a claim with them."""
    out: set[int] = set()
    for batch in in_batches(sorted(keys)):
        for one, other in (
            (comparison.c.left_statement, comparison.c.right_statement),
            (comparison.c.right_statement, comparison.c.left_statement),
        ):
            out.update(connection.scalars(select(other).where(one.in_(batch), comparison.c.relation.in_(_LINKING))))
        theirs = select(claim_statement.c.claim).where(claim_statement.c.statement.in_(batch))
        out.update(connection.scalars(select(claim_statement.c.statement).where(claim_statement.c.claim.in_(theirs))))
    return out


def _dissolve(connection: Connection, keys: Collection[int]) -> None:
    """Drop the claims that some statements belong to."""
    claims: set[int] = set()
    for batch in in_batches(sorted(keys)):
        claims.update(connection.scalars(select(claim_statement.c.claim).where(claim_statement.c.statement.in_(batch))))
    for batch in in_batches(sorted(claims)):
        connection.execute(delete(claim_statement).where(claim_statement.c.claim.in_(batch)))
        connection.execute(delete(claim).where(claim.c.key.in_(batch)))


def _regroup(connection: Connection, touched: set[int], without: Collection[int] = ()) -> None:
    """Make groups anew of everything connected to some statements."""
    verdicts = _verdicts(connection)
    linked: defaultdict[int, set[int]] = defaultdict(set)
    judged_keys = statement_keys(connection, {id for one in verdicts for id in (one.subject, one.other or "")})
    for one in verdicts:
        left, right = judged_keys.get(one.subject), judged_keys.get(one.other or "")
        if left is not None and right is not None:
            linked[left].add(right)
            linked[right].add(left)
    whole: set[int] = set()
    front = set(touched) - set(without)
    while front:
        whole |= front
        beyond = _neighbours(connection, front)
        for key in front:
            beyond |= linked[key]
        front = beyond - whole - set(without)
    if not whole:
        return
    _dissolve(connection, whole)
    rows = _rows(connection, whole)
    order = sorted(rows, key=lambda key: rows[key])
    ids = {key: f"{rows[key][1]}#{rows[key][3]}" for key in order}
    keys = {id: key for key, id in ids.items()}
    pairs = _pairs(connection, whole, ids)
    for group in grouped([ids[key] for key in order], pairs, verdicts):
        _insert(
            connection,
            [keys[id] for id in group.members],
            [keys[id] for id in group.against],
            keys[group.centre],
            rows,
            ids,
        )


def _rows(connection: Connection, keys: Collection[int]) -> dict[int, Order]:
    """Give what statements of current articles are put in order by."""
    out: dict[int, Order] = {}
    for batch in in_batches(sorted(keys)):
        rows = connection.execute(
            select(statement.c.key, statement.c.label, statement.c.start, article.c.id, article.c.published)
            .join(article, article.c.key == statement.c.article)
            .where(statement.c.key.in_(batch), article.c.current)
        )
        out.update((row.key, order_of(row.published, row.id, row.start, row.label)) for row in rows)
    return out


def _pairs(connection: Connection, keys: Collection[int], ids: Mapping[int, str]) -> list[Pair]:
    out = []
    for batch in in_batches(sorted(keys)):
        rows = connection.execute(
            select(
                comparison.c.left_statement, comparison.c.right_statement, comparison.c.relation, comparison.c.score
            ).where(comparison.c.left_statement.in_(batch), comparison.c.relation.in_(_LINKING))
        )
        out += [
            Pair(ids[row.left_statement], ids[row.right_statement], row.relation, row.score)
            for row in rows
            if row.left_statement in ids and row.right_statement in ids
        ]
    return out


def _insert(
    connection: Connection,
    members: Sequence[int],
    against: Sequence[int],
    centre: int,
    rows: Mapping[int, Order],
    ids: Mapping[int, str],
) -> None:
    every = sorted([*members, *against], key=lambda key: rows[key])
    dates = [rows[key][0] for key in every if rows[key][0] != UNDATED]
    key = connection.execute(
        insert(claim)
        .values(
            id=_free_id(connection, ids[every[0]]),
            wording=centre,
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            size=len(every),
        )
        .returning(claim.c.key)
    ).scalar_one()
    apart = set(against)
    connection.execute(
        insert(claim_statement), [{"statement": one, "claim": key, "against": one in apart} for one in every]
    )


def _free_id(connection: Connection, first: str) -> str:
    """Make a claim's id of its first statement; another one in the rare case that two come to the same."""
    while True:
        id = "C" + hashlib.sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        if connection.scalar(select(claim.c.key).where(claim.c.id == id)) is None:
            return id
        first += "+"
