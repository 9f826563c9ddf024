"""What Alembic runs: on the connection that it is given, in the transaction that is open."""

from alembic import context

from sayso.store.migrations import VERSION_TABLE
from sayso.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transaction_per_migration=False,
    render_as_batch=True,  # SQLite changes columns by copying the table
)
context.run_migrations()
