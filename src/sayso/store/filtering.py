"""Filters of a search, as words of the index and as conditions on rows.

The index narrows the search down; the conditions then decide, as facets are cut short (an outlet's name) or coarse
(months).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from sayso.claims.name_keys import may_be, words_sought
from sayso.errors import InputError
from sayso.schema import Filters
from sayso.store.full_text import Facets, outlet_facet
from sayso.store.number_list import as_table
from sayso.store.query import Term, words_of
from sayso.store.rows import in_batches
from sayso.store.tables import article, identity, statement, teller

_DATE = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_IDENTITY = re.compile(r"P[0-9a-f]{10}")
_NAMES_MAX = 50
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Filters, ready to be applied.

    :param facets: for the index.
    :param conditions: on the tables statement, article and teller.
    :param nothing: whether nothing can pass: no such speaker or outlet.
    """

    facets: Facets
    conditions: tuple[ColumnElement[bool], ...]
    nothing: bool = False


def narrow(connection: Connection, filters: Filters) -> Narrowed:
    """Work out what filters ask of the index and of the rows.

    :raises InputError: for a date that is none.
    """
    groups: list[tuple[str, ...]] = []
    conditions: list[ColumnElement[bool]] = [article.c.current]
    names: tuple[Term, ...] = ()
    nothing = False
    if filters.form is not None:
        groups.append((f"zqf{filters.form}",))
    if filters.act is not None:
        groups.append((f"zqa{filters.act}",))
    if filters.kind is not None:
        groups.append((f"zqk{filters.kind}",))
    if filters.named is not None:
        groups.append((f"zqn{int(filters.named)}",))
    if filters.since is not None or filters.until is not None:
        groups.append(_months(filters.since, filters.until))
        conditions += _dates(filters.since, filters.until)
    if filters.outlet is not None:
        outlets = _outlets(connection, filters.outlet)
        nothing |= not outlets
        groups.append(tuple(dict.fromkeys(map(outlet_facet, outlets))))
        conditions.append(article.c.publisher.in_(outlets))
    if filters.speaker is not None:
        names, condition = _speaker(connection, filters.speaker)
        nothing |= not names
        conditions.append(condition)
    return Narrowed(Facets(tuple(g for g in groups if g), names), tuple(conditions), nothing)


def passing(connection: Connection, keys: Sequence[int], narrowed: Narrowed) -> dict[int, int]:
    """Give those statements of ``keys`` that meet the conditions, with the length of their words in code points."""
    wanted = as_table(connection, keys)
    query = (
        select(statement.c.key, func.length(statement.c.text).label("length"))
        .select_from(wanted)
        .join(statement, statement.c.key == wanted.c.value)
        .join(article, article.c.key == statement.c.article)
        .outerjoin(teller, teller.c.key == statement.c.teller)
        .where(*narrowed.conditions)
    )
    return {row.key: row.length for row in connection.execute(query)}


def exactly(filters: Filters) -> list[ColumnElement[bool]]:
    """Give the conditions that facets alone answer, for statements that the index did not find."""
    conditions: list[ColumnElement[bool]] = []
    if filters.form is not None:
        conditions.append(statement.c.form == filters.form)
    if filters.act is not None:
        conditions.append(statement.c.act == filters.act)
    if filters.kind is not None:
        conditions.append(teller.c.kind == filters.kind)
    if filters.named is True:
        conditions.append(teller.c.named)
    elif filters.named is False:
        conditions.append(and_(statement.c.form != "unsourced", or_(teller.c.key.is_(None), teller.c.named.is_(False))))
    return conditions


def _dates(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Compare as text: ISO 8601 sorts so, and ``2031-03`` is before every day of that month."""
    found: list[ColumnElement[bool]] = [article.c.published >= "1", article.c.published < "3"]
    if since is not None:
        found.append(article.c.published >= since)
    if until is not None:
        found.append(func.substr(article.c.published, 1, len(until)) <= until)
    return found


def _months(since: str | None, until: str | None) -> tuple[str, ...]:
    """Give facets that cover the time: whole years where they fit, months at the ends."""
    for date in (since, until):
        if date is not None and _DATE.fullmatch(date) is None:
            raise InputError(f"expected a date such as 2031-03-05 or 2031-03, found {date!r}")
    first_year, first_month = int((since or str(_FIRST_YEAR))[:4]), int((since or "")[5:7] or 1)
    last_year, last_month = int((until or str(_LAST_YEAR))[:4]), int((until or "")[5:7] or 12)
    found: list[str] = []
    for year in range(max(first_year, _FIRST_YEAR), min(last_year, _LAST_YEAR) + 1):
        first = first_month if year == first_year else 1
        last = last_month if year == last_year else 12
        if (first, last) == (1, 12):
            found.append(f"zqy{year}")
        else:
            found += (f"zqm{year}{month:02}" for month in range(first, last + 1))
    return tuple(found) or ("zqynone",)


def _outlets(connection: Connection, asked: str) -> list[str]:
    """Give the outlets that are called so, or else those whose name holds the words one after the other."""
    every = [name for name in connection.scalars(select(article.c.publisher).distinct()) if name]
    wanted = words_of(asked)
    exact = [name for name in every if words_of(name) == wanted]
    return sorted(exact or [name for name in every if _holds(words_of(name), wanted)])


def _holds(words: Sequence[str], run: Sequence[str]) -> bool:
    size = len(run)
    return bool(run) and any(list(words[at : at + size]) == list(run) for at in range(len(words) - size + 1))


def _speaker(connection: Connection, asked: str) -> tuple[tuple[Term, ...], ColumnElement[bool]]:
    """Give the names that a speaker goes by, and the condition that it is the one.

    A name stands for every speaker across articles one of whose names holds its words, with all their other names;
    and for speakers of single articles whose name there does.
    """
    if _IDENTITY.fullmatch(asked):
        keys = list(connection.scalars(select(identity.c.key).where(identity.c.id == asked)))
        return _names(connection, keys, []), teller.c.identity.in_(keys)
    wanted = words_of(asked)
    known_as = func.coalesce(teller.c.known_as, teller.c.name).label("known_as")
    rows = connection.execute(
        select(teller.c.name, known_as, teller.c.identity)
        .where(teller.c.last_word.in_(sorted(words_sought(asked))), teller.c.named)
        .distinct()
    ).all()
    fitting = [row for row in rows if wanted and may_be(asked, row.known_as)]
    identities = sorted({row.identity for row in fitting if row.identity is not None})[:_NAMES_MAX]
    alone = sorted({row.name for row in fitting})[:_NAMES_MAX]
    if not fitting:
        return (), false()
    condition = or_(teller.c.identity.in_(identities), and_(teller.c.identity.is_(None), teller.c.name.in_(alone)))
    return _names(connection, identities, alone), condition


def _names(connection: Connection, identities: Collection[int], alone: Collection[str]) -> tuple[Term, ...]:
    names = set(alone)
    for batch in in_batches(identities):
        names.update(connection.scalars(select(teller.c.name).where(teller.c.identity.in_(batch)).distinct()))
    terms = {tuple(words_of(name)[:20]) for name in names}
    terms.discard(())
    # A name within another finds that one too.
    short = sorted(terms, key=lambda words: (len(words), words))
    kept: list[tuple[str, ...]] = []
    for words in short:
        if not any(_holds(words, other) for other in kept):
            kept.append(words)
    return tuple(map(Term, kept[:_NAMES_MAX]))
