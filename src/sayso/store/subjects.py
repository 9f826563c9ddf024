"""What an id means: a statement, a speaker of an article, an article, a claim, a speaker across articles, a story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from sayso.errors import InputError, NotFound
from sayso.store.tables import article, claim, identity, statement, story, teller

Sort = Literal["statement", "speaker", "article", "claim", "identity", "story"]

_SHAPES: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("statement", re.compile(r"[0-9a-f]{12}#[AU]\w{0,20}")),
    ("speaker", re.compile(r"[0-9a-f]{12}#S\w{0,20}")),
    ("article", re.compile(r"[0-9a-f]{12}")),
    ("claim", re.compile(r"C[0-9a-f]{10}")),
    ("identity", re.compile(r"P[0-9a-f]{10}")),
    ("story", re.compile(r"E[0-9a-f]{10}")),
)
_IN_WORDS: dict[Sort, str] = {
    "statement": "statement",
    "speaker": "speaker of an article",
    "article": "article",
    "claim": "claim",
    "identity": "speaker",
    "story": "story",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that the corpus holds.

    :param id: its public id.
    :param sort: what it is.
    :param key: of its row.
    """

    id: str
    sort: Sort
    key: int


def sort_of(id: str) -> Sort:
    """Tell by its shape what an id is of.

    :raises InputError: if it has none of the shapes.
    """
    for sort, shape in _SHAPES:
        if shape.fullmatch(id):
            return sort
    raise InputError(
        f"expected an id, found {id!r}",
        hint="9f3a0c12ab34 is an article, 9f3a0c12ab34#A7 and #U2 are statements in it, #S2 a speaker in it; "
        "C… is a claim, P… a speaker, E… a story",
    )


def subject_of(connection: Connection, id: str) -> Subject:
    """Find what an id names.

    :raises InputError: if it is no id.
    :raises NotFound: if the corpus does not hold it.
    """
    sort = sort_of(id)
    key = _key_of(connection, sort, id)
    if key is None:
        raise NotFound(f"there is no {_IN_WORDS[sort]} {id} in the corpus", hint="`sayso search` shows ids")
    return Subject(id, sort, key)


def _key_of(connection: Connection, sort: Sort, id: str) -> int | None:
    if sort in ("statement", "speaker"):
        of, _, label = id.partition("#")
        table = statement if sort == "statement" else teller
        query = select(table.c.key).join(article, article.c.key == table.c.article)
        return connection.scalar(query.where(article.c.id == of, table.c.label == label))
    table = {"article": article, "claim": claim, "identity": identity, "story": story}[sort]
    return connection.scalar(select(table.c.key).where(table.c.id == id))
