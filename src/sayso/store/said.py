"""``sayso who``: what a speaker across articles is reported to have said, and on one subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.claims.sayings import Heard, fullest_first, outlets_of, sayings_of
from sayso.claims.subject import share_of, stems_of
from sayso.errors import NotFound
from sayso.schema import Account, Filters, Identity, Saying, Statement, Wording
from sayso.store.heard import Statements
from sayso.store.identity_rows import known_date
from sayso.store.rows import in_batches, statement_keys, statements_by_key
from sayso.store.tables import claim, identity, statement

if TYPE_CHECKING:
    from sayso.store.store import Store

UNSURE = 0.45
"""Attributions below this confidence, a tenth of all, are marked; see docs/results/identities.md."""
WORDS_COUNT = 0.3
"""What it adds to the nearness of meaning (-1 to 1) if all words of the subject stand in a statement."""
ABOUT_MIN = 0.5
"""So near, in meaning and words, a statement must be to be about a subject."""


WORDINGS_COMPARED = 40
"""More wordings of one saying are listed without being held against each other word by word."""


SAYINGS_COMPARED = 60
"""More sayings are not looked through for quotations that they share."""
_QUOTED = frozenset(("direct", "mixed"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a speaker's statements is wanted.

    :param about: words of a subject, or the id of a statement: then what was said before it on the same subject.
    :param filters: dates, outlet, act and form; the speaker in it is passed over.
    :param limit: of sayings; the nearest to the subject, or else the latest, are kept. 0 for all.
    """

    about: str | None = None
    filters: Filters = field(default_factory=Filters)
    limit: int = 50


def said(store: Store, who: Identity, asked: Asked | None = None) -> Account:
    """Give everything that a speaker is reported to have said, in time order, wordings side by side.

    :raises NotFound: if the speaker, or the statement asked about, is not there.
    :raises InputError: for a date that is none.
    """
    asked = asked or Asked()
    with store.reading_connection() as connection:
        key = connection.scalar(select(identity.c.key).where(identity.c.id == who.id))
        if key is None:
            raise NotFound(f"there is no speaker {who.id}", hint="`sayso who NAME` shows the ids of those with a name")
        statements = Statements(connection, key, who, asked.filters)
        if asked.about is not None:
            return _on_subject(connection, who, statements, asked.about, asked.limit)
        keys, count = statements.latest(asked.limit) if asked.limit else (statements.keys(), 0)
        groups = sayings_of(statements.heard(keys))
        return Account(
            identity=who,
            sayings=_sayings(connection, groups, {}),
            statements=statements.count,
            left_out=max(0, count - len(groups)),
            outlets=statements.outlets(),
        )


def _on_subject(connection: Connection, who: Identity, statements: Statements, about: str, limit: int) -> Account:
    """Give what was said on a subject, the nearest to it if there is more than the limit."""
    subject, keys = _subject(connection, about, statements)
    every = _similarity(connection, subject, keys)
    similarity = {key: near for key, near in every.items() if near >= ABOUT_MIN}
    heard = statements.heard(similarity)
    groups = sayings_of(heard)
    kept = groups
    if limit and len(groups) > limit:
        nearest = sorted(range(len(groups)), key=lambda n: -max(similarity[one.key] for one in groups[n]))
        kept = [groups[n] for n in sorted(nearest[:limit])]
    return Account(
        identity=who,
        sayings=_sayings(connection, kept, similarity),
        statements=len(heard),
        left_out=len(groups) - len(kept),
        outlets=outlets_of(heard),
        about=subject,
    )


def _subject(connection: Connection, about: str, statements: Statements) -> tuple[str, list[int]]:
    """Give the words of a subject, and what may be about it: before a statement, only what was published earlier."""
    if "#" not in about:
        return about, statements.keys()
    keys = statement_keys(connection, [about.strip()])
    if not keys:
        raise NotFound(f"there is no statement {about.strip()}", hint="a statement's id looks like 9f3a0c12ab34#A7")
    (key,) = keys.values()
    found = statements_by_key(connection, [key])[key]
    day = known_date(found.published)
    return found.text, statements.keys(before=day) if day is not None else []


def _similarity(connection: Connection, subject: str, keys: Sequence[int]) -> dict[int, float]:
    """Say how near statements are to a subject, in meaning and in words; in words alone without the model.

    Those whose meaning is so far that no words would bring them to ``ABOUT_MIN`` are left out, unread.
    """
    from sayso.store.near import near_among, vector_of_words

    vector = vector_of_words(subject)
    near: dict[int, float] = {}
    if vector is not None:
        near = {one.key: one.similarity for one in near_among(connection, vector, keys, len(keys))}
    stems = stems_of(subject)
    found: dict[int, float] = {}
    for batch in in_batches(key for key in keys if near.get(key, 1.0) + WORDS_COUNT >= ABOUT_MIN):
        for row in connection.execute(select(statement.c.key, statement.c.text).where(statement.c.key.in_(batch))):
            share = share_of(stems, row.text)
            found[row.key] = near[row.key] + WORDS_COUNT * share if row.key in near else share
    return found


def _sayings(connection: Connection, groups: Sequence[list[Heard]], similarity: dict[int, float]) -> tuple[Saying, ...]:
    statements = statements_by_key(connection, [one.key for group in groups for one in group])
    groups = _with_other_wordings(groups, statements)
    claims = _claim_ids(connection, groups)
    found: list[Saying] = []
    for group in groups:
        wordings = _side_by_side(tuple(_wording(one, statements[one.key]) for one in group))
        dates = sorted(one.published for one in group if one.published)
        found.append(
            Saying(
                wordings=wordings,
                claim=next((claims[one.claim] for one in group if one.claim is not None), None),
                first=dates[0] if dates else None,
                last=dates[-1] if dates else None,
                outlets=tuple(dict.fromkeys(one.outlet for one in sorted(group, key=lambda one: (one.date, one.key)))),
                second_hand=all(wording.second_hand for wording in wordings),
                similarity=round(max(similarity[one.key] for one in group), 3) if similarity else None,
            )
        )
    return tuple(found)


def _with_other_wordings(groups: Sequence[list[Heard]], statements: Mapping[int, Statement]) -> list[list[Heard]]:
    """Put sayings together whose fullest wordings are one quotation, though no claim joins them."""
    quoted = {statements[group[0].key].id: number for number, group in enumerate(groups) if group[0].form in _QUOTED}
    if not 1 < len(quoted) <= SAYINGS_COMPARED:
        return list(groups)
    from sayso.claims.variants import variants_of

    into = list(range(len(groups)))
    for quotation in variants_of([statements[groups[number][0].key] for number in quoted.values()]):
        numbers = [quoted[quotation.fullest.id], *(quoted[variant.statement] for variant in quotation.variants)]
        for number in numbers:
            into[number] = min(numbers)
    joined: defaultdict[int, list[Heard]] = defaultdict(list)
    for number, group in enumerate(groups):
        joined[into[number]] += group
    return [fullest_first(group) for _, group in sorted(joined.items())]


def _side_by_side(wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """Hold the wordings of one saying against the fullest of its quotation, and put that in front."""
    if not 1 < len(wordings) <= WORDINGS_COMPARED:
        return wordings
    from sayso.claims.variants import variants_of

    found = variants_of([one.statement for one in wordings])
    if not found:
        return wordings
    main = max(found, key=lambda quotation: len(quotation.variants))
    variants = {variant.statement: variant for quotation in found for variant in quotation.variants}
    held = [replace(one, variant=variants.get(one.statement.id)) for one in wordings]
    return tuple(sorted(held, key=lambda one: one.statement.id != main.fullest.id))


def _claim_ids(connection: Connection, groups: Sequence[list[Heard]]) -> dict[int, str]:
    keys = {one.claim for group in groups for one in group if one.claim is not None}
    found: dict[int, str] = {}
    for batch in in_batches(sorted(keys)):
        for row in connection.execute(select(claim.c.key, claim.c.id).where(claim.c.key.in_(batch))):
            found[row.key] = row.id
    return found


def _wording(one: Heard, found: Statement) -> Wording:
    unsure: list[str] = []
    if one.called == "last name":
        unsure.append("the article has the last name only")
    elif one.called == "office":
        unsure.append("the article has the office only")
    if one.confidence < UNSURE:
        unsure.append(f"who says it was hard to read ({round(100 * one.confidence)} %)")
    return Wording(
        statement=found,
        called=one.called,
        second_hand=len(found.chain) > 1,
        unsure=tuple(unsure),
        against=one.against,
    )
