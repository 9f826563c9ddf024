"""The tables of a corpus, the same in SQLite and PostgreSQL.

What was added (pages, bodies, articles, statements, tellers, hops, judgements, feeds) is never derived again. What was
found between articles (copies, comparisons, claims, identities, stories, and the indexes that lead to them) is, from
the readings, whenever the way of finding it changes.
"""

# A change here needs a migration; tests/store/test_migrations.py holds the two against each other.
from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite gives rowids to INTEGER keys only, PostgreSQL needs 64 bits.
Key = BigInteger().with_variant(Integer, "sqlite")


def _article(name: str = "article", primary_key: bool = False) -> Column[int]:
    return Column(name, Key, ForeignKey("article.key", ondelete="CASCADE"), nullable=False, primary_key=primary_key)


def _statement(name: str = "statement", primary_key: bool = False) -> Column[int]:
    return Column(name, Key, ForeignKey("statement.key", ondelete="CASCADE"), nullable=False, primary_key=primary_key)


page = Table(
    "page",
    metadata,
    Column("key", Key, primary_key=True),
    Column("name", Text, nullable=False, unique=True),  # the address without what varies for one page, or "text:HASH"
    Column("url", Text),  # as it was first given
)

body = Table(  # the bytes as they came, once for all pages that have them
    "body",
    metadata,
    Column("key", Key, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),  # SHA-256, hex
    Column("size_bytes", Integer, nullable=False),
    Column("compressed", LargeBinary, nullable=False),  # zlib
)

article = Table(
    "article",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("page", Key, ForeignKey("page.key"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("body", Key, ForeignKey("body.key")),
    Column("text_hash", Text, nullable=False, index=True),  # SHA-256 of the text, hex
    Column("same_text_as", Key, ForeignKey("article.key", ondelete="SET NULL"), index=True),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text, index=True),
    Column("author", Text),
    Column("section", Text),
    Column("published", Text, index=True),  # ISO 8601 as the page gives it: sorts as text
    Column("language", Text),
    Column("fetched", Text),  # when the page was fetched, ISO 8601 in UTC, where that is known
    Column("added", Text, nullable=False),  # ISO 8601, UTC
    Column("words", Integer, nullable=False),
    Column("profile", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),  # zlib of the reading's JSON; holds the text
    Column("matched", Boolean, nullable=False),  # whether it has been held against the rest
    UniqueConstraint("page", "version"),
    Index("ix_article_matched", "matched", "key"),
)

teller = Table(  # the speakers of each article
    "teller",
    metadata,
    Column("key", Key, primary_key=True),
    _article(),
    Column("label", Text, nullable=False),  # "S2"
    Column("name", Text, nullable=False),
    Column("known_as", Text),  # a fuller or cleaner name by the article's own words; null where there is none
    Column("last_word", Text, nullable=False, index=True),  # what identities are sought by; empty for the nameless
    Column("office", Text, index=True),  # one that a single person holds, as "defence secretary"
    Column("kind", Text),
    Column("named", Boolean, nullable=False),
    Column("role", Text),
    Column("affiliation", Text),
    Column("identity", Key, ForeignKey("identity.key", ondelete="SET NULL"), index=True),
    UniqueConstraint("article", "label"),
)

statement = Table(
    "statement",
    metadata,
    Column("key", Key, primary_key=True),
    _article(),
    Column("label", Text, nullable=False),  # "A7", "U2"
    Column("start", Integer, nullable=False),
    Column("content", Text, nullable=False),  # JSON [[start, end], …]
    Column("text", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("knows", Text),
    Column("nested_in", Text),  # label
    Column("teller", Key, ForeignKey("teller.key", ondelete="CASCADE"), index=True),  # the speaker
    Column("speaks_of", Text),  # JSON [[start, end, name], …]
    UniqueConstraint("article", "label"),
)

hop = Table(  # the chain of each statement that has more than its speaker, or a channel
    "hop",
    metadata,
    _statement(primary_key=True),
    Column("position", Integer, primary_key=True),  # 0 is nearest to the article
    Column("teller", Key, ForeignKey("teller.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("channel", Text),
)

meaning = Table(  # the vector of each statement's content, and the cell of the space that it lies in
    "meaning",
    metadata,
    _statement(primary_key=True),
    Column("cell", Integer, nullable=False, index=True),  # and the period: claims/cells.py, place_of
    Column("vector", LargeBinary, nullable=False),  # int8
)

shingle = Table(  # sampled hashes of each article's runs of words; see match_copies.py
    "shingle",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    # The article's id as a number. It says which of many articles stand for the rest, whatever the order of arrival.
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    _article("left_article", primary_key=True),
    _article("right_article", primary_key=True),
    Column("words", Integer, nullable=False),
    Column("left_share", Float, nullable=False),
    Column("right_share", Float, nullable=False),
    Column("direction", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("credit", Text),
    Column("passages", Text, nullable=False),  # JSON [[left start, left end, right start, right end], …]
    Index("ix_copy_right_article", "right_article"),
)

comparison = Table(  # pairs of statements found to be the same, related or in conflict
    "comparison",
    metadata,
    _statement("left_statement", primary_key=True),
    _statement("right_statement", primary_key=True),
    Column("relation", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("similarity", Float, nullable=False),
    Column("detail", LargeBinary, nullable=False),  # zlib of JSON: aspects and matters
    Index("ix_comparison_right_statement", "right_statement"),
)

claim = Table(
    "claim",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("wording", Key, ForeignKey("statement.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("first", Text),
    Column("last", Text),
    Column("size", Integer, nullable=False),  # statements
)

claim_statement = Table(
    "claim_statement",
    metadata,
    _statement(primary_key=True),
    Column("claim", Key, ForeignKey("claim.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("against", Boolean, nullable=False),  # whether it contradicts the claim's wording
)

identity = Table(
    "identity",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("last_word", Text, nullable=False, index=True),
    Column("kind", Text),
)

gist = Table(  # what an article is about: the vector of its title and lead, and the names there
    "gist",
    metadata,
    _article(primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # int8
    Column("names", Text, nullable=False),  # JSON
)

gist_place = Table(  # the cells that it lies near, with its time: what articles of one event are sought by
    "gist_place",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    _article(primary_key=True),
    Index("ix_gist_place_article", "article"),
    sqlite_with_rowid=False,
)

kinship = Table(  # pairs of articles that may be about one event
    "kinship",
    metadata,
    _article("left_article", primary_key=True),
    _article("right_article", primary_key=True),
    Column("score", Float, nullable=False),
    Index("ix_kinship_right_article", "right_article"),
)

story = Table(
    "story",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("first", Text),
    Column("last", Text),
)

story_article = Table(
    "story_article",
    metadata,
    _article(primary_key=True),
    Column("story", Key, ForeignKey("story.key", ondelete="CASCADE"), nullable=False, index=True),
)

judgement = Table(
    "judgement",
    metadata,
    Column("key", Key, primary_key=True),
    Column("decision", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("other", Text, index=True),
    Column("note", Text),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("undone", Text),
    Column("undone_by", Text),
)

rejection = Table(  # pages that were refused, and why; the last time of each
    "rejection",
    metadata,
    Column("page", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", Text, nullable=False),
)

feed = Table(
    "feed",
    metadata,
    Column("url", Text, primary_key=True),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("checked", Text),
    Column("due", Text),  # not to be asked before
    Column("failures", Integer, nullable=False),  # in a row
    Column("problem", Text),  # of the last failure
)

feed_item = Table(  # what a feed named, so that nothing is fetched twice
    "feed_item",
    metadata,
    Column("feed", Text, ForeignKey("feed.url", ondelete="CASCADE"), primary_key=True),
    Column("url", Text, primary_key=True),
    Column("source", Text),  # <source url>: the feed it was taken over from
    Column("seen", Text, nullable=False),  # when the feed first named it
    Column("published", Text),  # as the feed says
    Column("updated", Text),  # when it last changed, as the feed says, in UTC
    Column("pending", Boolean, nullable=False),  # whether it is to be fetched
    Column("tries", Integer, nullable=False),  # failed ones, in a row
    Column("reads", Integer, nullable=False),  # how often it was fetched well
    Column("article", Text),  # id of the entry it became; null until then
    Column("problem", Text),
    Index("ix_feed_item_url", "url"),
)

family = Table(  # publishers of one owner, as users add them to the table that ships
    "family",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
)
