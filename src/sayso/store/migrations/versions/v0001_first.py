"""The first tables."""

from alembic import op

from sayso.store import indexes
from sayso.store.tables import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make everything."""
    metadata.create_all(op.get_bind())
    indexes.create(op.get_bind())


def downgrade() -> None:
    """There is nothing before."""
