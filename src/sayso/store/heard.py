"""A speaker's statements in short: how many there are, where, and of those that are to be shown the rest.

Somebody may be quoted fifty thousand times, and what is shown of that are the latest fifty things they said. So the
statements are counted by article in the database; keys are read as far as it takes to know the latest; everything else
is read of those alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, Connection, func, or_, select

from sayso.claims.name_keys import person_name
from sayso.claims.sayings import LATE, Heard
from sayso.schema import Called, Filters, Identity
from sayso.store.filtering import narrow
from sayso.store.identity_rows import known_date
from sayso.store.number_list import as_table
from sayso.store.tables import article, claim_statement, statement, teller


@dataclass(frozen=True, slots=True)
class _Page:
    """The speaker in one article.

    :param count: of statements there.
    """

    published: str | None
    outlet: str
    count: int


class Statements:
    """The statements of one speaker that pass filters.

    :param key: ``identity.key``.
    :raises InputError: for a date that is none.
    """

    def __init__(self, connection: Connection, key: int, who: Identity, filters: Filters) -> None:
        self._connection = connection
        self._who = who
        self._of_speaker: ColumnElement[bool] = teller.c.identity == key
        self._of_articles: list[ColumnElement[bool]] = [article.c.current]
        self._of_statements: list[ColumnElement[bool]] = []
        nothing = False
        if not filters.empty:
            narrowed = narrow(connection, Filters(None, None, None, filters.outlet, filters.since, filters.until))
            nothing = narrowed.nothing
            self._of_articles += narrowed.conditions
            self._of_statements += [statement.c.act == filters.act] if filters.act else []
            self._of_statements += [statement.c.form == filters.form] if filters.form else []
        self._pages: dict[int, _Page] = {} if nothing else self._read_pages()

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(page.count for page in self._pages.values())

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Count the statements of each outlet, the most first."""
        counts: Counter[str] = Counter()
        for page in self._pages.values():
            counts[page.outlet] += page.count
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def keys(self, *, before: str | None = None) -> list[int]:
        """Give ``statement.key`` of all.

        :param before: a date: only those that were published earlier.
        """
        pages = self._pages.items()
        tellers = [by for by, page in pages if before is None or (page.published or LATE) < before]
        return [key for key, _ in self._keys_of(tellers)]

    def latest(self, limit: int) -> tuple[list[int], int]:
        """Give the statements that make up the things said last, the undated left out unless there are no others.

        What is of one claim is one thing said, from its first report on.

        :param limit: how many things said; all are given if there are no more.
        :return: keys, and how many things were said in all.
        """
        claims = self._claimed()
        claimed = [one for those in claims.values() for one in those]
        count = len(claims) + self.count - len(claimed)
        if count <= limit:
            return self.keys(), count
        dates = {by: page.published or LATE for by, page in self._pages.items()}
        if min(dates.values()) != LATE:
            dates = {by: date for by, date in dates.items() if date != LATE}
        said: list[tuple[tuple[str, int], tuple[int, ...]]] = []
        for those in claims.values():
            firsts = [(dates[by], key) for key, by in those if by in dates]
            said += [(min(firsts), tuple(key for key, _ in those))] if firsts else []
        alone = Counter({by: self._pages[by].count for by in dates})
        alone.subtract(by for _, by in claimed if by in dates)
        held = {key for key, _ in claimed}
        last = self._keys_of(_last(dates, alone, limit))
        said += (((dates[by], key), (key,)) for key, by in last if key not in held)
        return [key for _, keys in sorted(said)[-limit:] for key in keys], count

    def heard(self, keys: Collection[int]) -> list[Heard]:
        """Read what it takes to put some statements among each other."""
        s, a, t, c = statement.c, article.c, teller.c, claim_statement.c
        wanted = as_table(self._connection, sorted(keys))
        query = (
            select(
                *(s.key, c.claim, c.against, func.length(s.text).label("size"), s.form, s.confidence),
                *(a.published, a.publisher, a.url, func.coalesce(t.known_as, t.name).label("name")),
                *(or_(t.named, t.last_word != "").label("named"), t.office),
            )
            .select_from(wanted)
            .join(statement, s.key == wanted.c.value)
            .join(teller, t.key == s.teller)
            .join(article, a.key == s.article)
            .outerjoin(claim_statement, c.statement == s.key)
        )
        whole = self._who.kind == "person" and bool(person_name(self._who.name).given)

        @lru_cache(maxsize=1000)
        def called(name: str, named: bool, office: str | None) -> Called:
            if not named:
                return "judged" if office is None else "office"
            return "last name" if whole and not person_name(name).given else "name"

        return [
            Heard(
                key=row.key,
                claim=row.claim,
                against=bool(row.against),
                size=row.size,
                form=row.form,
                confidence=row.confidence,
                published=known_date(row.published),
                outlet=_outlet(row.publisher, row.url),
                called=called(row.name, row.named, row.office),
            )
            for row in self._connection.execute(query)
        ]

    def _read_pages(self) -> dict[int, _Page]:
        """Read in which articles the speaker speaks, by ``teller.key``."""
        t, a = teller.c, article.c
        query = (
            select(t.key, a.published, a.publisher, a.url, func.count())
            .select_from(teller)
            .join(article, a.key == t.article)
            .join(statement, statement.c.teller == t.key)
            .where(self._of_speaker, *self._of_articles, *self._of_statements)
            .group_by(t.key, a.published, a.publisher, a.url)
        )
        return {
            key: _Page(known_date(published), _outlet(publisher, url), count)
            for key, published, publisher, url, count in self._connection.execute(query)
        }

    def _claimed(self) -> dict[int, list[tuple[int, int]]]:
        """Read the statements that are of a claim, by that: their keys and tellers."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        query = (
            select(claim_statement.c.claim, statement.c.key, statement.c.teller)
            .select_from(teller)
            .join(statement, statement.c.teller == teller.c.key)
            .join(claim_statement, claim_statement.c.statement == statement.c.key)
            .where(self._of_speaker, *self._of_statements)
        )
        for of, key, by in self._connection.execute(query):
            if by in self._pages:
                found[of].append((key, by))
        return found

    def _keys_of(self, tellers: Sequence[int]) -> list[tuple[int, int]]:
        """Read the statements of some articles: keys and tellers."""
        wanted = as_table(self._connection, tellers)
        query = (
            select(statement.c.key, statement.c.teller)
            .select_from(wanted)
            .join(statement, statement.c.teller == wanted.c.value)
            .where(*self._of_statements)
        )
        return [(key, by) for key, by in self._connection.execute(query)]


def _last(dates: Mapping[int, str], counts: Mapping[int, int], limit: int) -> list[int]:
    """Give the articles, by teller, that have the latest statements: so many, and all of the day that is cut."""
    found: list[int] = []
    left, cut = limit, ""
    for by in sorted(dates, key=lambda by: dates[by], reverse=True):
        if left <= 0 and dates[by] != cut:
            break
        found.append(by)
        left, cut = left - counts[by], dates[by]
    return found


@lru_cache(maxsize=10_000)
def _outlet(publisher: str | None, url: str | None) -> str:
    if publisher and publisher.strip():
        return " ".join(publisher.split())
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else ""
