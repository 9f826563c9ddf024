"""Holding new articles against the rest for articles about the same event.

Every pair's kinship depends on the two articles alone, and stories on the kinship of their articles. So it does not
matter in which order or in how many batches articles come, and what was derived from an article goes with it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from sayso.claims import cells, encoder
from sayso.claims.days import day_of
from sayso.claims.stories import DAYS_MAX, KIN_MIN, Gist, group, kinship, names_of, story_of, words_of_gist
from sayso.schema import Story
from sayso.store.number_list import as_table
from sayso.store.packed import text_in
from sayso.store.rows import in_batches
from sayso.store.tables import article, comparison, gist, gist_place, statement, story, story_article
from sayso.store.tables import kinship as kin

_CELLS = 8
"""Cells that each article lies near; two articles have to share one to be compared.

Of pairs with a kinship of 0.6 to 0.7 in the corpus of 6,000, 3 cells find 76 %, 8 cells 97 %.
"""
_COSINE_MIN = KIN_MIN - 0.25  # names and claims in common add no more than that


def match(connection: Connection, articles: Sequence[int]) -> None:
    """Hold newly added articles against the rest and each other."""
    new = _held(connection, articles)
    _keep(connection, new)
    found: dict[tuple[int, int], float] = {}
    for key, one in new.items():
        same = _saying_the_same(connection, key)
        others = _gists(connection, (_candidates(connection, one) | set(same)) - {key})
        tied = {other: its for other, its in others.items() if other in same}
        for other, its in (_near(one, others) | tied).items():
            pair = (key, other) if one.article < its.article else (other, key)
            if pair not in found:
                found[pair] = kinship(one, its, same.get(other, 0))
    kept = {pair: score for pair, score in sorted(found.items()) if score >= KIN_MIN}
    touched = {key for pair in kept for key in pair}
    rows = [{"left_article": left, "right_article": right, "score": score} for (left, right), score in kept.items()]
    if rows:
        connection.execute(insert(kin), rows)
    _regroup(connection, touched)


def unmatch(connection: Connection, articles: Sequence[int]) -> None:
    """Drop what was derived from articles that go, and group anew what is left."""
    gone = set(articles)
    touched: set[int] = set()
    for batch in in_batches(articles):
        stories = select(story_article.c.story).where(story_article.c.article.in_(batch))
        touched.update(connection.scalars(select(story_article.c.article).where(story_article.c.story.in_(stories))))
        for left, right in connection.execute(
            select(kin.c.left_article, kin.c.right_article).where(_either_side(batch))
        ):
            touched.update((left, right))
        connection.execute(delete(kin).where(_either_side(batch)))
        connection.execute(delete(gist_place).where(gist_place.c.article.in_(batch)))
        connection.execute(delete(gist).where(gist.c.article.in_(batch)))
    _regroup(connection, touched, gone)


def judged(connection: Connection, ids: Sequence[str]) -> None:
    """Do nothing: no judgement speaks of stories."""


def _either_side(keys: Collection[int]) -> ColumnElement[bool]:
    return or_(kin.c.left_article.in_(keys), kin.c.right_article.in_(keys))


def _held(connection: Connection, articles: Sequence[int]) -> dict[int, Gist]:
    """Work out what new articles are about."""
    rows: list[Any] = []
    for batch in in_batches(articles, 50):
        columns = select(article.c.key, article.c.id, article.c.title, article.c.published, article.c.reading)
        rows += connection.execute(columns.where(article.c.key.in_(batch)).order_by(article.c.key)).all()
    texts = [text_in(row.reading) for row in rows]
    vectors = encoder.shipped().encode([words_of_gist(row.title, text) for row, text in zip(rows, texts, strict=True)])
    return {
        row.key: Gist(row.id, vector, names_of(text), day_of(row.published))
        for row, text, vector in zip(rows, texts, vectors, strict=True)
    }


def _keep(connection: Connection, new: dict[int, Gist]) -> None:
    if not new:
        return
    near = cells.shipped().near(np.stack([one.vector for one in new.values()]), _CELLS)
    connection.execute(
        insert(gist),
        [
            {"article": key, "vector": one.vector.tobytes(), "names": json.dumps(sorted(one.names))}
            for key, one in new.items()
        ],
    )
    connection.execute(
        insert(gist_place),
        [
            {"article": key, "place": cells.place_of(int(cell), one.day)}
            for (key, one), its in zip(new.items(), near, strict=True)
            for cell in its
        ],
    )


def _candidates(connection: Connection, one: Gist) -> set[int]:
    """Give articles that lie near the same cells, and close in time as far as the index tells."""
    near = [int(cell) for cell in cells.shipped().near(one.vector[None], _CELLS)[0]]
    if one.day is None:
        ranges = [gist_place.c.place.between(low, high) for low, high in cells.ranges_of(near)]
        return set(connection.scalars(select(gist_place.c.article).where(or_(*ranges))))
    ranges_in_time = cells.ranges_of(near, one.day - DAYS_MAX, one.day + DAYS_MAX)
    places = [place for low, high in ranges_in_time for place in range(low, high + 1)]
    wanted = as_table(connection, [*places, *(cells.place_of(cell, None) for cell in near)])
    return set(connection.scalars(select(gist_place.c.article).join(wanted, wanted.c.value == gist_place.c.place)))


def _near(one: Gist, others: dict[int, Gist]) -> dict[int, Gist]:
    """Leave out what is too far away to be kin, all at once."""
    close = {
        key: other
        for key, other in others.items()
        if one.day is None or other.day is None or abs(one.day - other.day) <= DAYS_MAX
    }
    if not close:
        return {}
    cosines = encoder.unit(np.stack([other.vector for other in close.values()])) @ encoder.unit(one.vector[None])[0]
    return {key: other for (key, other), cosine in zip(close.items(), cosines, strict=True) if cosine >= _COSINE_MIN}


def _gists(connection: Connection, keys: Iterable[int]) -> dict[int, Gist]:
    found = {}
    for batch in in_batches(sorted(keys)):
        query = (
            select(gist.c.article, gist.c.vector, gist.c.names, article.c.id, article.c.published)
            .join(article, article.c.key == gist.c.article)
            .where(gist.c.article.in_(batch))
        )
        for row in connection.execute(query):
            names = frozenset(json.loads(row.names))
            found[row.article] = Gist(row.id, encoder.vector_of(row.vector), names, day_of(row.published))
    return found


def _saying_the_same(connection: Connection, key: int) -> dict[int, int]:
    """Count, for other articles, how much an article and they both say, as statements of the one that has fewer.

    Which pairs of statements were compared, and with what result, depends on the two alone, as everything here must.
    """
    mine: defaultdict[int, set[int]] = defaultdict(set)
    theirs: defaultdict[int, set[int]] = defaultdict(set)
    of_article = select(statement.c.key).where(statement.c.article == key)
    for here, there in (
        (comparison.c.left_statement, comparison.c.right_statement),
        (comparison.c.right_statement, comparison.c.left_statement),
    ):
        query = (
            select(statement.c.article, here, there)
            .join(comparison, statement.c.key == there)
            .where(here.in_(of_article), comparison.c.relation == "same")
        )
        for other, one, its in connection.execute(query):
            mine[other].add(one)
            theirs[other].add(its)
    return {other: min(len(mine[other]), len(theirs[other])) for other in mine if other != key}


def _regroup(connection: Connection, touched: Collection[int], gone: Collection[int] = ()) -> None:
    """Part every connected set of kin that holds a touched article into stories, and write what has changed."""
    scores = _connected(connection, touched)
    keys = {key for pair in scores for key in pair} | (set(touched) - set(gone))
    ids, titles, dates = {}, {}, {}
    for batch in in_batches(sorted(keys)):
        columns = select(article.c.key, article.c.id, article.c.title, article.c.published)
        for row in connection.execute(columns.where(article.c.key.in_(batch))):
            ids[row.key] = row.id
            titles[row.id] = row.title
            dates[row.id] = row.published if day_of(row.published) is not None else None
    by_id = {id: key for key, id in ids.items()}
    related: dict[tuple[str, str], float] = {}
    for (left, right), score in scores.items():
        first, second = sorted((ids[left], ids[right]))
        related[first, second] = score
    wanted = {}
    for members in group(sorted(by_id), related):
        made = story_of(members, titles, dates, related)
        wanted[made.id] = made
    _write(connection, wanted, by_id, keys | set(gone))


def _connected(connection: Connection, start: Collection[int]) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    seen = set(start)
    edge = sorted(seen)
    while edge:
        following: set[int] = set()
        for batch in in_batches(edge):
            query = select(kin.c.left_article, kin.c.right_article, kin.c.score).where(_either_side(batch))
            for left, right, score in connection.execute(query):
                found[left, right] = score
                following.update((left, right))
        edge = sorted(following - seen)
        seen |= following
    return found


def _write(connection: Connection, wanted: dict[str, Story], by_id: dict[str, int], keys: Collection[int]) -> None:
    """Replace the stories of some articles by others, leaving alone those that stay as they are."""
    held: dict[int, tuple[str, str | None, str | None, str | None]] = {}
    members: defaultdict[int, set[int]] = defaultdict(set)
    for batch in in_batches(sorted(keys)):
        of = select(story_article.c.story).where(story_article.c.article.in_(batch))
        query = (
            select(story.c.key, story.c.id, story.c.title, story.c.first, story.c.last, story_article.c.article)
            .join(story_article, story_article.c.story == story.c.key)
            .where(story.c.key.in_(of))
        )
        for row in connection.execute(query):
            held[row.key] = (row.id, row.title, row.first, row.last)
            members[row.key].add(row.article)
    same = set()
    for key, facts in held.items():
        made = wanted.get(facts[0])
        if (
            made is not None
            and facts == (made.id, made.title, made.first, made.last)
            and members[key] == {by_id[id] for id in made.articles}
        ):
            same.add(made.id)
        else:
            connection.execute(delete(story_article).where(story_article.c.story == key))
            connection.execute(delete(story).where(story.c.key == key))
    for id, made in sorted(wanted.items()):
        if id in same:
            continue
        values = {"id": id, "title": made.title, "first": made.first, "last": made.last}
        key = connection.execute(insert(story).values(**values).returning(story.c.key)).scalar_one()
        connection.execute(insert(story_article), [{"story": key, "article": by_id[one]} for one in made.articles])
