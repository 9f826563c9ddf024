"""In which order what was found is shown: near in meaning, with the words that tell most, and saying something.

Each statement gets a number: the cosine of its meaning with that of the query, plus ``WORDS_COUNT`` times the share of
the query's words that it holds, less ``LITTLE`` if it says hardly more than the query does. A word counts by how rare
it is in news, wherever the statement is of: the shipped weights, not the corpus, so that an answer does not change with
what else was added. The speaker's name counts as the statement's own words, for meaning knows nothing of who speaks;
the title of the article counts in part: it tells what *they* and *the bill* are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.claims.words import stem_of, weight_of
from sayso.store.number_list import as_table
from sayso.store.query import Query, Term, words_of
from sayso.store.tables import article, statement, teller

# Swept on the design half of evals/search_queries.json: 0.3-1.0, 0-0.7, 0.1-0.4 and 2-6; flat around these.
WORDS_COUNT = 0.6
TITLE_COUNTS = 0.5
LITTLE, LITTLE_WORDS = 0.2, 3
UNKNOWN = 0.2
"""Cosine that is taken for a statement without a vector: some three words, or not yet held against the rest."""
_LETTERS_MAX = 2000


@dataclass(frozen=True, slots=True)
class _Group:
    """Words of which one is asked for: the stems of each, and how much the group tells."""

    terms: tuple[frozenset[str], ...]
    weight: float

    def share(self, said: frozenset[str], title: frozenset[str]) -> float:
        return max(_share(stems, said, title) for stems in self.terms)


def scores(connection: Connection, query: Query, keys: Sequence[int], similar: Mapping[int, float]) -> dict[int, float]:
    """Say how well statements answer a query.

    :param keys: of the statements.
    :param similar: their cosines with the query, of those that have a vector.
    :return: by key; the higher the better, from about -0.5 to 1.6.
    """
    groups = _groups(query)
    asked = frozenset(stem for group in groups for stems in group.terms for stem in stems)
    whole = sum(group.weight for group in groups)
    wanted = as_table(connection, keys)
    rows = connection.execute(
        select(statement.c.key, statement.c.text, teller.c.name, article.c.title)
        .select_from(wanted)
        .join(statement, statement.c.key == wanted.c.value)
        .join(article, article.c.key == statement.c.article)
        .outerjoin(teller, teller.c.key == statement.c.teller)
    )
    titles: dict[str, frozenset[str]] = {}
    found = {}
    for row in rows:
        stems = _stems(words_of(row.text[:_LETTERS_MAX]))
        title = row.title or ""
        if title not in titles:
            titles[title] = frozenset(_stems(words_of(title)))
        said = frozenset(stems).union(_stems(words_of(row.name))) if row.name else frozenset(stems)
        share = sum(group.weight * group.share(said, titles[title]) for group in groups) / whole if whole else 0.0
        little = sum(stem not in asked for stem in stems) < LITTLE_WORDS
        found[row.key] = similar.get(row.key, UNKNOWN) + WORDS_COUNT * share - LITTLE * little
    return found


def _groups(query: Query) -> list[_Group]:
    found = []
    for group in query.groups:
        terms = tuple(stems for term in group if (stems := frozenset(_stems(term.words))))
        if terms:
            found.append(_Group(terms, max(sum(map(weight_of, stems)) for stems in terms)))
    return found


def _share(wanted: frozenset[str], said: frozenset[str], title: frozenset[str]) -> float:
    if any(stem.isdigit() for stem in wanted):  # half of "225,000" stands in "87,000"
        return 1.0 if wanted <= said else TITLE_COUNTS if wanted <= said | title else 0.0
    weights = {stem: weight_of(stem) for stem in wanted}
    held = sum(w if stem in said else TITLE_COUNTS * w if stem in title else 0.0 for stem, w in weights.items())
    whole = sum(weights.values())
    return held / whole if whole else 0.0


def telling(term: Term) -> float:
    """Say how much a term tells: the sum over its words, 0 for function words alone."""
    return sum(map(weight_of, frozenset(_stems(term.words))))


def _stems(words: Iterable[str]) -> list[str]:
    # As the index parts words, "225,000" is two and "Voss's" too; a letter alone tells nothing.
    return [stem for word in words if (len(word) > 1 or word.isdigit()) and (stem := stem_of(word))]
