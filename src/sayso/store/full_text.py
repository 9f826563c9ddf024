"""The index of words: what statements say, who says it, and in which kind of article.

SQLite has FTS5 over a view of the tables, so that no text is stored twice; PostgreSQL a table of ``tsvector`` with a
GIN index. Both fold case and accents, stem by Porter's algorithm and know no stop words, so that both find the same.
They differ in this: SQLite ranks by BM25, PostgreSQL by ``ts_rank``; PostgreSQL looks at the first 20,000 words of a
statement and keeps the places of the first 16,383 for phrases.

Beside the words of a statement stand those of its speaker's name, and *facets*: made-up words for form, act, kind,
outlet and month. A filter so becomes one more word to find, and costs microseconds where a join would look at each of
300,000 statements that hold a common word.

Current versions only are in it. ``insert`` and ``delete`` are called in the transaction that adds the statements, or
removes or supersedes them: ``delete`` while statement, teller and article are still there as they were.

Source: SQLite documentation, "FTS5", external content tables; PostgreSQL documentation, "Full Text Search".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from sayso.store.query import Query, Term, words_of
from sayso.store.tables import article, statement, teller

CANDIDATES = 3000
"""Of more statements than this the latest added are ranked: BM25 takes 4 µs each, and 1.4 s for a word like *the*."""
_CHUNK = 500
_WORDS_MAX = 20_000
_OUTLET_LETTERS = 40
_MARK = "zq"  # facets begin with it; a word of a text that does is written apart
_NAME_MARK = "zqs"  # before the words of the speaker's name, in PostgreSQL
_MONTH = "[12][0-9][0-9][0-9]-[01][0-9]*"

# The facets, as SQL for SQLite here and as Python for PostgreSQL in `_facets`; a test holds them side by side.
_SQLITE = f"""
CREATE VIEW statement_words AS SELECT
  s.key AS key, s.text AS text, ifnull(t.name, '') AS speaker,
  'zqf' || s.form || ' zqa' || s.act
  || CASE WHEN t.key IS NULL THEN '' ELSE ' zqk' || ifnull(t.kind, 'none') END
  || CASE WHEN t.named THEN ' zqn1' WHEN s.form <> 'unsourced' THEN ' zqn0' ELSE '' END
  || CASE WHEN ifnull(a.publisher, '') = '' THEN ''
     ELSE ' zqo' || lower(hex(substr(lower(a.publisher), 1, {_OUTLET_LETTERS}))) END
  || CASE WHEN a.published GLOB '{_MONTH}'
     THEN ' zqy' || substr(a.published, 1, 4) || ' zqm' || substr(a.published, 1, 4) || substr(a.published, 6, 2)
     ELSE '' END AS facets
FROM statement AS s JOIN article AS a ON a.key = s.article LEFT JOIN teller AS t ON t.key = s.teller
WHERE a.current;
CREATE VIRTUAL TABLE statement_text USING fts5(
  text, speaker, facets, content = 'statement_words', content_rowid = 'key',
  tokenize = 'porter unicode61 remove_diacritics 2'
)
"""  # noqa: S608  (constants)
_STEMMED = "asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart"
_AS_IS = "email, url, host, url_path, file, protocol, version, sfloat, float, int, uint, tag, entity"
_POSTGRESQL = f"""
CREATE TEXT SEARCH DICTIONARY sayso_stem (TEMPLATE = snowball, Language = porter);
CREATE TEXT SEARCH CONFIGURATION sayso (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION sayso ADD MAPPING FOR {_STEMMED} WITH sayso_stem;
ALTER TEXT SEARCH CONFIGURATION sayso ADD MAPPING FOR {_AS_IS} WITH pg_catalog.simple;
CREATE TABLE statement_text (
  statement bigint PRIMARY KEY REFERENCES statement (key) ON DELETE CASCADE, words tsvector NOT NULL
);
CREATE INDEX ix_statement_text_words ON statement_text USING gin (words)
"""


@dataclass(frozen=True, slots=True)
class Facets:
    """Filters in the words of the index: each group must have one of its words.

    :param groups: facet words.
    :param names: words of which the speaker's name must hold one run.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    names: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Matches:
    """What the index gives.

    :param keys: of statements, best first.
    :param capped: whether there are more than were ranked, and only the latest added were.
    :param least: the smallest key that was looked at; ``None`` if there is none.
    """

    keys: list[int] = field(default_factory=list)
    capped: bool = False
    least: int | None = None


def create(connection: Connection) -> None:
    """Make the index; what is in the tables already goes in."""
    script = _SQLITE if _is_sqlite(connection) else _POSTGRESQL
    for command in script.split(";"):
        connection.exec_driver_sql(command)
    rebuild(connection)


def drop(connection: Connection) -> None:
    """Take the index away."""
    connection.exec_driver_sql("DROP TABLE statement_text")
    if _is_sqlite(connection):
        connection.exec_driver_sql("DROP VIEW statement_words")
    else:
        connection.exec_driver_sql("DROP TEXT SEARCH CONFIGURATION sayso")
        connection.exec_driver_sql("DROP TEXT SEARCH DICTIONARY sayso_stem")


def rebuild(connection: Connection) -> None:
    """Make the index anew from the tables."""
    if _is_sqlite(connection):
        connection.exec_driver_sql("INSERT INTO statement_text (statement_text) VALUES ('rebuild')")
        return
    connection.exec_driver_sql("TRUNCATE statement_text")
    last = 0
    while keys := list(
        connection.scalars(
            select(statement.c.key).where(statement.c.key > last).order_by(statement.c.key).limit(10_000)
        )
    ):
        insert(connection, keys)
        last = keys[-1]


def optimise(connection: Connection) -> None:
    """Merge the parts that the index has grown in: smaller and faster; worth it after many articles were added."""
    if _is_sqlite(connection):
        connection.exec_driver_sql("INSERT INTO statement_text (statement_text) VALUES ('optimize')")


def sound(connection: Connection) -> bool:
    """Say whether the index agrees with the tables."""
    from sqlalchemy.exc import DatabaseError

    if not _is_sqlite(connection):
        missing = text(
            "SELECT count(*) FROM statement s JOIN article a ON a.key = s.article"
            " LEFT JOIN statement_text w ON w.statement = s.key WHERE (w.statement IS NULL) = a.current"
        )
        return not connection.scalar(missing)
    try:
        # rank = 1: compare with the tables, not only the index with itself.
        connection.exec_driver_sql("INSERT INTO statement_text (statement_text, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        if "malformed" in str(error.orig):
            return False
        raise
    return True


def insert(connection: Connection, statement_keys: Sequence[int]) -> None:
    """Index statements that were just added."""
    for keys in _chunks(statement_keys):
        if _is_sqlite(connection):
            command = text(
                "INSERT INTO statement_text (rowid, text, speaker, facets)"
                " SELECT key, text, speaker, facets FROM statement_words WHERE key IN :keys"
                " AND NOT EXISTS (SELECT 1 FROM statement_text_docsize AS held WHERE held.id = key)"
            ).bindparams(bindparam("keys", expanding=True))
            connection.execute(command, {"keys": keys})
        else:
            _insert_postgresql(connection, keys)


def delete(connection: Connection, statement_keys: Sequence[int]) -> None:
    """Take statements out that are about to be removed or superseded; those that are not in it do no harm."""
    for keys in _chunks(statement_keys):
        if _is_sqlite(connection):
            # An index without words of its own has to be told which words go.
            command = text(
                "INSERT INTO statement_text (statement_text, rowid, text, speaker, facets)"
                " SELECT 'delete', key, text, speaker, facets FROM statement_words WHERE key IN :keys"
                " AND EXISTS (SELECT 1 FROM statement_text_docsize AS held WHERE held.id = key)"
            )
        else:
            command = text("DELETE FROM statement_text WHERE statement IN :keys")
        connection.execute(command.bindparams(bindparam("keys", expanding=True)), {"keys": keys})


def matches(
    connection: Connection, query: Query, limit: int, *, facets: Facets | None = None, before: int | None = None
) -> Matches:
    """Find statements that hold what is searched for and pass the filters, best first.

    Where more than ``CANDIDATES`` do, the latest added of them are ranked; if it is one word that so many hold, and
    without words to search for, the latest added come first.

    :param before: only statements with a smaller key than this: how one goes on behind ``CANDIDATES``.
    """
    facets = facets or Facets()
    least, full = _least(connection, query, facets, before)
    if least is None:
        return Matches()
    # One very common word ranks nothing, and BM25 would count all its statements first.
    ranks = not full or len(query.groups) > 1 or any(len(group) > 1 for group in query.groups)
    keys = _ranked(connection, query, facets, (least, before), limit, ranks=ranks)
    return Matches(keys, full, least)


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _chunks(keys: Sequence[int]) -> Iterable[list[int]]:
    return (list(keys[start : start + _CHUNK]) for start in range(0, len(keys), _CHUNK))


def _condition(connection: Connection, query: Query, facets: Facets) -> tuple[str, dict[str, Any]]:
    """Give the SQL that tells whether a row matches, and its parameters; empty where everything does."""
    if _is_sqlite(connection):
        wanted = _sqlite_query(query, facets)
        return ("statement_text MATCH :wanted", {"wanted": wanted}) if wanted else ("", {})
    wanted, values = _postgresql_query(query, facets)
    return (f"words @@ ({wanted})", values) if wanted else ("", {})


def _least(connection: Connection, query: Query, facets: Facets, before: int | None) -> tuple[int | None, bool]:
    """Give the smallest key of the candidates, and whether there are more than those."""
    condition, values = _condition(connection, query, facets)
    key = "rowid" if _is_sqlite(connection) else "statement"
    source = "statement_text"
    if not condition and _is_sqlite(connection):
        key, source = "key", "statement"
    conditions = [c for c in (condition, f"{key} < :before" if before is not None else "") if c]
    where = " WHERE " + " AND ".join(conditions) if conditions else ""
    command = f"SELECT {key} FROM {source}{where} ORDER BY {key} DESC LIMIT :most"  # noqa: S608  (constants)
    if before is not None:
        values["before"] = before
    keys = list(connection.scalars(text(command), {**values, "most": CANDIDATES + 1}))
    if not keys:
        return None, False
    return (keys[-1], False) if len(keys) <= CANDIDATES else (keys[CANDIDATES - 1], True)


def _ranked(
    connection: Connection,
    query: Query,
    facets: Facets,
    between: tuple[int, int | None],
    limit: int,
    *,
    ranks: bool,
) -> list[int]:
    condition, values = _condition(connection, query, facets)
    sqlite = _is_sqlite(connection)
    key, source = ("rowid", "statement_text") if sqlite else ("statement", "statement_text")
    if not condition and sqlite:
        key, source = "key", "statement"
    conditions = [c for c in (condition, f"{key} >= :least") if c]
    values |= {"least": between[0], "most": limit}
    if between[1] is not None:
        conditions.append(f"{key} < :before")
        values["before"] = between[1]
    order = f"{key} DESC"
    if query.groups and ranks and sqlite:
        order = f"bm25(statement_text, 1.0, 1.0, 0.0), {order}"
    elif query.groups and ranks:
        wanted, more = _postgresql_query(Query(query.groups), Facets())
        order = f"ts_rank(words, {wanted}, 1) DESC, {order}"
        values |= more
    command = f"SELECT {key} FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT :most"  # noqa: S608
    return list(connection.scalars(text(command), values))


def _sqlite_query(query: Query, facets: Facets) -> str:
    """Give the query in the language of FTS5. Terms hold letters and digits only, so nothing can break out."""
    parts = []
    words = [_either(group) for group in query.groups]
    if words:
        parts.append("{text speaker} : (" + " AND ".join(words) + ")")
    if facets.names:
        parts.append("{speaker} : (" + _either(facets.names) + ")")
    parts += ["{facets} : (" + _either(Term((word,)) for word in group) + ")" for group in facets.groups]
    found = " AND ".join(parts)
    return f"({found}) NOT {{text speaker}} : ({_either(query.without)})" if query.without else found


def _either(terms: Iterable[Term]) -> str:
    return "(" + " OR ".join(f'"{" ".join(term.words)}"' for term in terms) + ")"


def _postgresql_query(query: Query, facets: Facets) -> tuple[str, dict[str, Any]]:
    """Give the query as SQL over bound words."""
    values: dict[str, Any] = {}

    def either(terms: Iterable[Term], *, marked: bool = False) -> str:
        names = []
        for term in terms:
            names.append(f"t{len(values)}")
            values[names[-1]] = " ".join(term.words if marked else map(_apart, term.words))
        return "(" + " || ".join(f"phraseto_tsquery('sayso', :{name})" for name in names) + ")"

    parts = [either(group) for group in query.groups]
    if facets.names:
        names = [Term(tuple(_NAME_MARK + word for word in term.words)) for term in facets.names]
        parts.append(either(names, marked=True))
    parts += [either((Term((word,)) for word in group), marked=True) for group in facets.groups]
    if query.without:
        parts.append("!! " + either(query.without))
    return " && ".join(parts), values


def _apart(word: str) -> str:
    return f"{_MARK}q{word}" if word.startswith(_MARK) else word


def _insert_postgresql(connection: Connection, keys: list[int]) -> None:
    rows = connection.execute(
        select(
            statement.c.key, statement.c.text, statement.c.form, statement.c.act, teller.c.key.label("teller"),
            teller.c.name, teller.c.kind, teller.c.named, article.c.publisher, article.c.published,
        )
        .join_from(statement, article, article.c.key == statement.c.article)
        .outerjoin(teller, teller.c.key == statement.c.teller)
        .where(statement.c.key.in_(keys), article.c.current)
    )  # fmt: skip
    values = []
    for row in rows:
        name = [word[:100] for word in words_of(row.name or "")[:100]]
        words = [_apart(word[:100]) for word in words_of(row.text)[:_WORDS_MAX]]
        marked = [_NAME_MARK + word for word in name]
        values.append(
            {
                "key": row.key,
                "words": " ".join(words),
                "name": " ".join(map(_apart, name)),
                "facets": " ".join(marked + _facets(row)),
            }
        )
    command = text(
        "INSERT INTO statement_text (statement, words) VALUES"
        " (:key, to_tsvector('sayso', :words) || to_tsvector('sayso', :name) || to_tsvector('sayso', :facets))"
        " ON CONFLICT DO NOTHING"
    )
    if values:
        connection.execute(command, values)


def _facets(row: Any) -> list[str]:
    found = [f"zqf{row.form}", f"zqa{row.act}"]
    if row.teller is not None:
        found.append(f"zqk{row.kind or 'none'}")
    if row.named:
        found.append("zqn1")
    elif row.form != "unsourced":
        found.append("zqn0")
    if row.publisher:
        found.append(outlet_facet(row.publisher))
    month = month_of(row.published)
    return [*found, f"zqy{month[:4]}", f"zqm{month}"] if month else found


def outlet_facet(publisher: str) -> str:
    """Give the facet of an outlet."""
    folded = "".join(c.lower() if c.isascii() else c for c in publisher)  # as SQLite's lower() does
    return "zqo" + folded[:_OUTLET_LETTERS].encode("utf-8", "replace").hex()


def month_of(published: str | None) -> str | None:
    """Give ``"203103"`` for a date in March 2031 as ISO 8601; ``None`` for what is no such date."""
    found = re.match(r"([12][0-9]{3})-([01][0-9])", published or "")
    return found[1] + found[2] if found else None
