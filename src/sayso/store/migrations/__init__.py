"""The tables of a corpus, version by version. Alembic runs them from inside the package."""

REVISIONS = ("0001",)
"""Every version of the tables, oldest first."""
VERSION_TABLE = "sayso_schema"
"""Holds the version of a corpus; not Alembic's own name, which another program in the same database may use."""
