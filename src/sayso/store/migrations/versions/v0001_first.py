"""The first tables."""

import sqlalchemy as sa
from alembic import op

from sayso.store import indexes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make everything."""
    op.create_table(
        "body",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("compressed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_body")),
        sa.UniqueConstraint("hash", name=op.f("uq_body_hash")),
    )
    op.create_table(
        "family",
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("outlet", name=op.f("pk_family")),
    )
    op.create_index(op.f("ix_family_owner"), "family", ["owner"], unique=False)
    op.create_table(
        "feed",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("checked", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feed")),
    )
    op.create_table(
        "identity",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("last_word", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_identity")),
        sa.UniqueConstraint("id", name=op.f("uq_identity_id")),
    )
    op.create_index(op.f("ix_identity_last_word"), "identity", ["last_word"], unique=False)
    op.create_index(op.f("ix_identity_name"), "identity", ["name"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("undone", sa.Text(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_other"), "judgement", ["other"], unique=False)
    op.create_index(op.f("ix_judgement_subject"), "judgement", ["subject"], unique=False)
    op.create_table(
        "page",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_page")),
        sa.UniqueConstraint("name", name=op.f("uq_page_name")),
    )
    op.create_table(
        "rejection",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("page", name=op.f("pk_rejection")),
    )
    op.create_table(
        "shingle",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("hash", "place", name=op.f("pk_shingle")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_story")),
        sa.UniqueConstraint("id", name=op.f("uq_story_id")),
    )
    op.create_table(
        "article",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("body", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("same_text_as", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("matched", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["body"], ["body.key"], name=op.f("fk_article_body")),
        sa.ForeignKeyConstraint(["page"], ["page.key"], name=op.f("fk_article_page")),
        sa.ForeignKeyConstraint(
            ["same_text_as"], ["article.key"], name=op.f("fk_article_same_text_as"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_article")),
        sa.UniqueConstraint("id", name=op.f("uq_article_id")),
        sa.UniqueConstraint("page", "version", name=op.f("uq_article_page_version")),
    )
    op.create_index("ix_article_matched", "article", ["matched", "key"], unique=False)
    op.create_index(op.f("ix_article_published"), "article", ["published"], unique=False)
    op.create_index(op.f("ix_article_publisher"), "article", ["publisher"], unique=False)
    op.create_index(op.f("ix_article_same_text_as"), "article", ["same_text_as"], unique=False)
    op.create_index(op.f("ix_article_text_hash"), "article", ["text_hash"], unique=False)
    op.create_table(
        "feed_item",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("updated", sa.Text(), nullable=True),
        sa.Column("pending", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("reads", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["feed"], ["feed.url"], name=op.f("fk_feed_item_feed"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("feed", "url", name=op.f("pk_feed_item")),
    )
    op.create_index("ix_feed_item_url", "feed_item", ["url"], unique=False)
    op.create_table(
        "copy",
        sa.Column("left_article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("right_article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("left_share", sa.Float(), nullable=False),
        sa.Column("right_share", sa.Float(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.Column("passages", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["left_article"], ["article.key"], name=op.f("fk_copy_left_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["right_article"], ["article.key"], name=op.f("fk_copy_right_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("left_article", "right_article", name=op.f("pk_copy")),
    )
    op.create_index("ix_copy_right_article", "copy", ["right_article"], unique=False)
    op.create_table(
        "gist",
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name=op.f("fk_gist_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_gist")),
    )
    op.create_table(
        "gist_place",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name=op.f("fk_gist_place_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("place", "article", name=op.f("pk_gist_place")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_gist_place_article", "gist_place", ["article"], unique=False)
    op.create_table(
        "kinship",
        sa.Column("left_article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("right_article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["left_article"], ["article.key"], name=op.f("fk_kinship_left_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["right_article"], ["article.key"], name=op.f("fk_kinship_right_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("left_article", "right_article", name=op.f("pk_kinship")),
    )
    op.create_index("ix_kinship_right_article", "kinship", ["right_article"], unique=False)
    op.create_table(
        "story_article",
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("story", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["article.key"], name=op.f("fk_story_article_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["story"], ["story.key"], name=op.f("fk_story_article_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_story_article")),
    )
    op.create_index(op.f("ix_story_article_story"), "story_article", ["story"], unique=False)
    op.create_table(
        "teller",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("known_as", sa.Text(), nullable=True),
        sa.Column("last_word", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("affiliation", sa.Text(), nullable=True),
        sa.Column("identity", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name=op.f("fk_teller_article"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["identity"], ["identity.key"], name=op.f("fk_teller_identity"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_teller")),
        sa.UniqueConstraint("article", "label", name=op.f("uq_teller_article_label")),
    )
    op.create_index(op.f("ix_teller_identity"), "teller", ["identity"], unique=False)
    op.create_index(op.f("ix_teller_last_word"), "teller", ["last_word"], unique=False)
    op.create_index(op.f("ix_teller_office"), "teller", ["office"], unique=False)
    op.create_table(
        "statement",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("knows", sa.Text(), nullable=True),
        sa.Column("nested_in", sa.Text(), nullable=True),
        sa.Column("teller", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("speaks_of", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name=op.f("fk_statement_article"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["teller"], ["teller.key"], name=op.f("fk_statement_teller"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_statement")),
        sa.UniqueConstraint("article", "label", name=op.f("uq_statement_article_label")),
    )
    op.create_index(op.f("ix_statement_teller"), "statement", ["teller"], unique=False)
    op.create_table(
        "claim",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("wording", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["wording"], ["statement.key"], name=op.f("fk_claim_wording"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claim")),
        sa.UniqueConstraint("id", name=op.f("uq_claim_id")),
    )
    op.create_index(op.f("ix_claim_wording"), "claim", ["wording"], unique=False)
    op.create_table(
        "comparison",
        sa.Column("left_statement", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("right_statement", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["left_statement"], ["statement.key"], name=op.f("fk_comparison_left_statement"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["right_statement"], ["statement.key"], name=op.f("fk_comparison_right_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("left_statement", "right_statement", name=op.f("pk_comparison")),
    )
    op.create_index("ix_comparison_right_statement", "comparison", ["right_statement"], unique=False)
    op.create_table(
        "hop",
        sa.Column("statement", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("teller", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["statement"], ["statement.key"], name=op.f("fk_hop_statement"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["teller"], ["teller.key"], name=op.f("fk_hop_teller"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "position", name=op.f("pk_hop")),
    )
    op.create_index(op.f("ix_hop_teller"), "hop", ["teller"], unique=False)
    op.create_table(
        "meaning",
        sa.Column("statement", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statement.key"], name=op.f("fk_meaning_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement", name=op.f("pk_meaning")),
    )
    op.create_index(op.f("ix_meaning_cell"), "meaning", ["cell"], unique=False)
    op.create_table(
        "claim_statement",
        sa.Column("statement", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("against", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_claim_statement_claim"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["statement"], ["statement.key"], name=op.f("fk_claim_statement_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement", name=op.f("pk_claim_statement")),
    )
    op.create_index(op.f("ix_claim_statement_claim"), "claim_statement", ["claim"], unique=False)
    indexes.create(op.get_bind())


def downgrade() -> None:
    """There is nothing before."""
