"""A corpus twice as large, made inside SQLite: every article once more, years later, with other runs of words.

Rows are copied with what later articles are held against (runs of words, vectors, speakers, what articles are about),
not with what was found between them. Times are moved by whole periods of the index, so that a copy and what it was made
of are never held to be of one week; speakers keep their names and are quoted over more years. The index of words is not
filled, so search does not find copies.
"""

from __future__ import annotations

import random

from sqlalchemy import Connection

from sayso.claims.cells import PERIOD_DAYS, PERIODS

MOVED_PERIODS = 60
_COLUMNS = {
    "page": "key + :pages, name || :mark, url",
    "article": (
        "article.key + :articles, made.id, page + :pages, version, current, body, text_hash || :mark, NULL, title, url,"
        " publisher, author, section, CASE WHEN published GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN"
        " date(substr(published, 1, 10), :days) ELSE published END, language, fetched, added, words, profile, reading,"
        " matched"
    ),
    "teller": (
        "key + :tellers, article + :articles, label, name, known_as, last_word, office, kind, named, role, affiliation,"
        " identity"
    ),
    "statement": (
        "key + :statements, article + :articles, label, start, content, text, form, act, polarity, confidence, knows,"
        " nested_in, teller + :tellers, speaks_of"
    ),
    "hop": "statement + :statements, position, teller + :tellers, channel",
    "meaning": "statement + :statements, CASE WHEN cell % :all = 0 THEN cell ELSE cell + :periods END, vector",
    "shingle": "(hash | :other) - (hash & :other), made.place",
    "gist": "article + :articles, vector, names",
    "gist_place": "CASE WHEN place % :all = 0 THEN place ELSE place + :periods END, article + :articles",
}
_FROM = {
    "article": "article JOIN made ON made.key = article.key",
    "shingle": "shingle JOIN made ON made.old_place = shingle.place",
}


def double(connection: Connection, seed: int) -> None:
    """Make every article once more, in one transaction.

    :param connection: to SQLite.
    """
    chance = random.Random(seed)
    mask = chance.getrandbits(47) | 1
    rows = connection.exec_driver_sql("SELECT key, id FROM article").all()
    connection.exec_driver_sql("CREATE TEMP TABLE made (key INTEGER PRIMARY KEY, id TEXT, old_place INT, place INT)")
    made = [(row.key, f"{int(row.id, 16) ^ mask:012x}", int(row.id, 16), int(row.id, 16) ^ mask) for row in rows]
    connection.exec_driver_sql("INSERT INTO made VALUES (?, ?, ?, ?)", made)
    connection.exec_driver_sql("CREATE INDEX temp.made_place ON made (old_place)")
    bound = {
        f"{table}s": connection.exec_driver_sql(f"SELECT max(key) FROM {table}").scalar() or 0
        for table in ("page", "article", "teller", "statement")
    }
    bound |= {"all": PERIODS, "periods": MOVED_PERIODS, "other": chance.getrandbits(62)}
    words = {"mark": f"/{seed}", "days": f"+{MOVED_PERIODS * PERIOD_DAYS} days"}
    for table, columns in _COLUMNS.items():
        query = f"INSERT INTO {table} SELECT {columns} FROM {_FROM.get(table, table)}"
        connection.exec_driver_sql(query, {**bound, **words})
    connection.exec_driver_sql("DROP TABLE made")
