"""What there is to see about a claim, a story, or two articles side by side, gathered from the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Integer, cast, func, select

from sayso.claims.conflicts import conflicts_of
from sayso.claims.counterparts import best_pairs, left_over
from sayso.claims.nested import inside
from sayso.claims.spread import spread_of
from sayso.claims.variants import variant_of
from sayso.errors import InputError, NotFound
from sayso.schema import (
    ClaimLine,
    ClaimView,
    Comparison,
    ComparisonView,
    Copy,
    Counterpart,
    Entry,
    Inside,
    Judgement,
    Passage,
    Statement,
    Story,
    StoryLine,
    StoryView,
)
from sayso.store import judgements
from sayso.store.ids import find_id
from sayso.store.match_claims import claims_by_key, comparisons_of
from sayso.store.match_copies import copies_between
from sayso.store.origins import origins
from sayso.store.packed import text_in
from sayso.store.rows import entries_by_key, in_batches, statement_keys, statements_by_key, statements_in
from sayso.store.store import Store
from sayso.store.tables import article, claim, claim_statement, statement, story, story_article
from sayso.store.variants import quotations_of

CLAIMS_OF_STORY = 100
_UNDATED = "9999"


def claim_view(store: Store, id: str) -> ClaimView:
    """Gather a claim.

    :param id: of the claim, or its beginning; or of a statement, for the claim that it belongs to.
    :raises InputError: if it is no such id.
    :raises NotFound: if there is none, or nothing else says what the statement says.
    """
    with store.reading_connection() as connection:
        _, key = find_id(connection, "claim", _claim_id(connection, id))
        found = claims_by_key(connection, [key])[key]
        keys = statement_keys(connection, found.statements)
        by_key = statements_by_key(connection, keys.values())
        statements = tuple(by_key[keys[one]] for one in found.statements)
        articles = _articles_of(connection, keys.values())
        entries = {entry.id: entry for entry in entries_by_key(connection, articles).values()}
        copies = copies_between(connection, articles)
        counted = origins(connection, found.id)
        return ClaimView(
            claim=found,
            statements=statements,
            entries=tuple(entries[one] for one in dict.fromkeys(s.article for s in statements)),
            spread=spread_of(found, statements, entries, copies, counted),
            origins=counted,
            variants=tuple(
                telling.variant
                for quotation in quotations_of(connection, found.id)
                for telling in quotation.tellings
                if telling.variant is not None
            ),
            conflicts=tuple(conflicts_of(statements, comparisons_of(connection, found.statements))),
            stories=_stories_of(connection, articles),
            notes=_notes_on(connection, {found.id, *found.statements}),
            inside=tuple(Inside(*pair) for pair in sorted(inside(statements, found.against).items())),
        )


def claim_lines(store: Store, *, limit: int = 20, story_id: str | None = None) -> list[ClaimLine]:
    """List claims, those that most outlets have first: what one outlet repeats in every article is seldom news.

    :param story_id: only those that articles of this story have, with their reports there alone counted.
    """
    with store.reading_connection() as connection:
        if story_id is None:
            # Few claims have many statements, so that counting for the largest is enough.
            some = select(claim.c.key).order_by(claim.c.size.desc(), claim.c.key).limit(limit * 10 + 100)
            return _lines(connection, list(connection.scalars(some)), None)[:limit]
        _, key = find_id(connection, "story", story_id)
        return _claims_of_story(connection, _articles_of_story(connection, key))[:limit]


def story_view(store: Store, id: str) -> StoryView:
    """Gather a story.

    :param id: of the story or its beginning; or of an article, for the story that it belongs to.
    :raises InputError: if it is no such id.
    :raises NotFound: if there is none, or no other article is about the article's event.
    """
    with store.reading_connection() as connection:
        found, key = find_id(connection, "story", _story_id(connection, id))
        keys = _articles_of_story(connection, key)
        entries = sorted(entries_by_key(connection, keys).values(), key=_when)
        row = connection.execute(select(story).where(story.c.key == key)).one()
        return StoryView(
            story=Story(found, row.title, tuple(entry.id for entry in entries), row.first, row.last),
            entries=tuple(entries),
            claims=tuple(_claims_of_story(connection, keys)[:CLAIMS_OF_STORY]),
            copies=tuple(copies_between(connection, keys)),
        )


def story_lines(store: Store, *, limit: int = 20) -> list[StoryLine]:
    """List stories, the latest first, the undated last."""
    with store.reading_connection() as connection:
        latest = select(story).order_by(story.c.last.is_(None), story.c.last.desc(), story.c.key.desc()).limit(limit)
        found = []
        for row in connection.execute(latest).all():
            entries = sorted(entries_by_key(connection, _articles_of_story(connection, row.key)).values(), key=_when)
            told = Story(row.id, row.title, tuple(entry.id for entry in entries), row.first, row.last)
            outlets = dict.fromkeys(entry.publisher for entry in entries if entry.publisher)
            found.append(StoryLine(told, tuple(outlets)))
        return found


def comparison_view(store: Store, left: str, right: str) -> ComparisonView:
    """Lay two articles side by side.

    :param left, right: ids of the articles, or their beginnings.
    :raises InputError: if they are no such ids, or one article.
    :raises NotFound: if one is not in the corpus.
    """
    with store.reading_connection() as connection:
        keys = [find_id(connection, "article", id)[1] for id in (left, right)]
        if keys[0] == keys[1]:
            raise InputError("expected two articles, found one twice")
        entries = entries_by_key(connection, keys)
        ours, theirs = (list(statements_in(connection, [key]).values()) for key in keys)
        same, conflicting = _counterparts(connection, ours, theirs)
        paired = (*same, *conflicting)
        copy = next(iter(copies_between(connection, keys)), None)
        return ComparisonView(
            left=entries[keys[0]],
            right=entries[keys[1]],
            copy=copy,
            passages=_passages(connection, keys, entries[keys[0]].id, copy),
            same=tuple(best_pairs(same)),
            conflicting=tuple(best_pairs(conflicting)),
            only_left=tuple(left_over(ours, [one.left for one in paired])),
            only_right=tuple(left_over(theirs, [one.right for one in paired])),
        )


def _claim_id(connection: Connection, id: str) -> str:
    if "#" not in id:
        return id
    keys = statement_keys(connection, [id.strip()])
    if not keys:
        raise NotFound(f"there is no statement {id} in the corpus", hint="`sayso search` shows ids")
    found = connection.scalar(
        select(claim.c.id)
        .join(claim_statement, claim_statement.c.claim == claim.c.key)
        .where(claim_statement.c.statement == keys[id.strip()])
    )
    if found is None:
        raise NotFound(f"nothing else in the corpus says what {id} says, so it is in no claim")
    return str(found)


def _story_id(connection: Connection, id: str) -> str:
    if id.strip()[:1].upper() == "E" and len(id.strip()) <= 11:
        return id
    whole, key = find_id(connection, "article", id)
    found = connection.scalar(
        select(story.c.id)
        .join(story_article, story_article.c.story == story.c.key)
        .where(story_article.c.article == key)
    )
    if found is None:
        raise NotFound(f"no other article in the corpus is about the event of {whole}")
    return str(found)


def _articles_of(connection: Connection, statements: Iterable[int]) -> list[int]:
    found: set[int] = set()
    for batch in in_batches(statements):
        found.update(connection.scalars(select(statement.c.article).where(statement.c.key.in_(batch))))
    return sorted(found)


def _articles_of_story(connection: Connection, key: int) -> list[int]:
    return list(connection.scalars(select(story_article.c.article).where(story_article.c.story == key)))


def _stories_of(connection: Connection, articles: Collection[int]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for batch in in_batches(articles):
        query = (
            select(story.c.id, story.c.first)
            .join(story_article, story_article.c.story == story.c.key)
            .where(story_article.c.article.in_(batch))
        )
        found.update((row.id, row.first or _UNDATED) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda id: (found[id], id)))


def _claims_of_story(connection: Connection, articles: Sequence[int]) -> list[ClaimLine]:
    """Give the claims that at least two of some articles have."""
    count: dict[int, set[int]] = {}
    for batch in in_batches(articles):
        query = (
            select(claim_statement.c.claim, statement.c.article)
            .join(statement, statement.c.key == claim_statement.c.statement)
            .where(statement.c.article.in_(batch))
        )
        for of, its in connection.execute(query):
            count.setdefault(of, set()).add(its)
    return _lines(connection, [key for key, its in count.items() if len(its) > 1], articles)


def _lines(connection: Connection, keys: Sequence[int], articles: Sequence[int] | None) -> list[ClaimLine]:
    """Give lines for claims, those that most outlets have first.

    :param articles: count only what these have.
    """
    found = []
    for batch in in_batches(keys):
        against = func.sum(cast(claim_statement.c.against, Integer))
        query = (
            select(
                claim.c.id, claim.c.first, claim.c.last, claim.c.wording, func.count().label("reports"),
                func.count(statement.c.article.distinct()).label("articles"), against.label("against"),
                func.count(article.c.publisher.distinct()).label("outlets"),
            )
            .join(claim_statement, claim_statement.c.claim == claim.c.key)
            .join(statement, statement.c.key == claim_statement.c.statement)
            .join(article, article.c.key == statement.c.article)
            .where(claim.c.key.in_(batch))
            .group_by(claim.c.key, claim.c.id, claim.c.first, claim.c.last, claim.c.wording)
        )  # fmt: skip
        if articles is not None:
            query = query.where(statement.c.article.in_(articles))
        rows = connection.execute(query).all()
        within = _inside(connection, [row.id for row in rows if row.reports > row.articles], articles)
        wordings = statements_by_key(connection, [row.wording for row in rows])
        for row in rows:
            wording = wordings[row.wording]
            found.append(
                ClaimLine(
                    claim=row.id,
                    text=wording.text,
                    wording=wording.id,
                    reports=row.reports - row.against - within[row.id, False],
                    articles=row.articles,
                    outlets=max(1, row.outlets),
                    against=row.against - within[row.id, True],
                    first=row.first,
                    last=row.last,
                )
            )
    return sorted(found, key=lambda one: (-one.outlets, -one.articles, -one.reports, one.first or _UNDATED, one.claim))


def _inside(connection: Connection, claims: Sequence[str], articles: Sequence[int] | None) -> Counter[tuple[str, bool]]:
    """Count the statements of claims that are no reports of their own, by claim and whether they contradict it.

    :param claims: ids of those that an article has more than once.
    """
    several: defaultdict[tuple[str, int], dict[int, bool]] = defaultdict(dict)
    for batch in in_batches(claims):
        query = (
            select(claim.c.id, statement.c.article, statement.c.key, claim_statement.c.against)
            .join(claim_statement, claim_statement.c.claim == claim.c.key)
            .join(statement, statement.c.key == claim_statement.c.statement)
            .where(claim.c.id.in_(batch))
        )
        if articles is not None:
            query = query.where(statement.c.article.in_(articles))
        for row in connection.execute(query):
            several[row.id, row.article][row.key] = row.against
    nested = {key: those for key, those in several.items() if len(those) > 1}
    statements = statements_by_key(connection, (key for those in nested.values() for key in those))
    found: Counter[tuple[str, bool]] = Counter()
    for (of, _), those in nested.items():
        against = {statements[key].id: contrary for key, contrary in those.items()}
        contrary = [id for id, is_contrary in against.items() if is_contrary]
        found.update((of, against[id]) for id in inside((statements[key] for key in those), contrary))
    return found


def _counterparts(
    connection: Connection, ours: Sequence[Statement], theirs: Sequence[Statement]
) -> tuple[list[Counterpart], list[Counterpart]]:
    """Pair the statements of two articles: those compared with each other, then those of one claim."""
    left = {one.id: one for one in ours}
    right = {one.id: one for one in theirs}
    same: dict[tuple[str, str], Counterpart] = {}
    conflicting: dict[tuple[str, str], Counterpart] = {}
    for comparison in comparisons_of(connection, left):
        one, other = comparison.left, comparison.right
        if one in right and other in left:
            one, other = other, one
        if one not in left or other not in right or comparison.relation not in ("same", "conflicting"):
            continue
        found = _counterpart(left[one], right[other], comparison)
        (same if comparison.relation == "same" else conflicting)[one, other] = found
    joined = {id for pair in (*same, *conflicting) for id in pair}
    claims = _claims_by_statement(connection, (*left, *right))
    for one in left:
        for other in right:
            if one in claims and claims[one] == claims.get(other) and not {one, other} & joined:
                same[one, other] = _counterpart(left[one], right[other], None)
    place = {one.id: number for number, one in enumerate((*ours, *theirs))}

    def in_order(found: dict[tuple[str, str], Counterpart]) -> list[Counterpart]:
        return [found[pair] for pair in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))]

    return in_order(same), in_order(conflicting)


def _counterpart(left: Statement, right: Statement, comparison: Comparison | None) -> Counterpart:
    quoted = left.form != "unsourced" and right.form != "unsourced"
    relation = "same" if comparison is None else comparison.relation
    return Counterpart(left, right, relation, comparison, variant_of(left, right) if quoted else None)


def _claims_by_statement(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    keys = {key: id for id, key in statement_keys(connection, ids).items()}
    found: dict[str, int] = {}
    for batch in in_batches(keys):
        query = select(claim_statement.c.statement, claim_statement.c.claim).where(
            claim_statement.c.statement.in_(batch), claim_statement.c.against.is_(False)
        )
        found.update((keys[row.statement], row.claim) for row in connection.execute(query))
    return found


def _passages(connection: Connection, keys: Sequence[int], left: str, copy: Copy | None) -> tuple[Passage, ...]:
    if copy is None:
        return ()
    texts = {
        row.key: text_in(row.reading)
        for row in connection.execute(select(article.c.key, article.c.reading).where(article.c.key.in_(keys)))
    }
    ours, theirs = (texts[key] for key in keys)
    pairs = [(one.left, one.right) if copy.left == left else (one.right, one.left) for one in copy.passages]
    return tuple(Passage(here, there, here.of(ours), there.of(theirs)) for here, there in sorted(pairs))


def _notes_on(connection: Connection, ids: Collection[str]) -> tuple[Judgement, ...]:
    return tuple(one for one in judgements.standing(connection) if one.subject in ids or one.other in ids)


def _when(entry: Entry) -> tuple[str, str]:
    return entry.published or _UNDATED, entry.id
