"""The word of a name that people are sought by across articles."""

from __future__ import annotations

from sayso.claims.name_keys import sought_by


def last_word(name: str) -> str:
    """Give the last word of a name, folded; empty if there is none."""
    return sought_by(name, "person")
