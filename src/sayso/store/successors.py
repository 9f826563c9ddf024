"""What an id stands for now: in the newest version of its article's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from sayso.store.rows import in_batches
from sayso.store.tables import article, statement, teller


def successors(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Give for each id the one that stands for it now.

    An id in a current version stands for itself, and so do those of claims, stories and speakers across articles. One
    in a superseded version goes over to the current one: an article always; a statement if just these words stand
    there, from the same speaker if several do; a speaker if one has just this name there.

    :return: ids that nothing stands for are left out.
    """
    wanted = set(ids)
    now = {id: id for id in wanted if id[:1] in "CPE"}
    by_article: defaultdict[str, set[str]] = defaultdict(set)
    for id in wanted - now.keys():
        by_article[id.partition("#")[0]].add(id)
    for batch in in_batches(by_article):
        held = article.alias()
        current = article.alias()
        rows = connection.execute(
            select(held.c.id, held.c.key, held.c.current, current.c.id.label("now"), current.c.key.label("now_key"))
            .outerjoin(current, (current.c.page == held.c.page) & current.c.current)
            .where(held.c.id.in_(batch))
        )
        for row in rows.all():
            if row.now is None:
                continue
            for id in by_article[row.id]:
                label = id.partition("#")[2]
                if not label:
                    now[id] = row.now
                elif row.current:
                    if _has(connection, row.key, label):
                        now[id] = id
                elif (there := _same(connection, row.key, row.now_key, label)) is not None:
                    now[id] = f"{row.now}#{there}"
    return now


def _has(connection: Connection, key: int, label: str) -> bool:
    table = teller if label.startswith("S") else statement
    return connection.scalar(select(table.c.key).where(table.c.article == key, table.c.label == label)) is not None


def _same(connection: Connection, before: int, now: int, label: str) -> str | None:
    """Find the label of the same speaker or statement in another version."""
    if label.startswith("S"):
        name = select(teller.c.name).where(teller.c.article == before, teller.c.label == label).scalar_subquery()
        labels = connection.scalars(
            select(teller.c.label).where(teller.c.article == now, teller.c.name == name).limit(2)
        ).all()
        return labels[0] if len(labels) == 1 else None
    old, speaker = statement.alias(), teller.alias()
    was = connection.execute(
        select(old.c.text, old.c.form, speaker.c.name)
        .outerjoin(speaker, speaker.c.key == old.c.teller)
        .where(old.c.article == before, old.c.label == label)
    ).first()
    if was is None:
        return None
    found = connection.execute(
        select(old.c.label, old.c.form, speaker.c.name)
        .outerjoin(speaker, speaker.c.key == old.c.teller)
        .where(old.c.article == now, old.c.text == was.text)
        .order_by(old.c.key)
    ).all()
    # A sentence of the report and a speaker's words are different statements, though the words are the same.
    alike = [one for one in found if (one.form == "unsourced") == (was.form == "unsourced")]
    return min(alike, key=lambda one: one.name != was.name).label if alike else None
