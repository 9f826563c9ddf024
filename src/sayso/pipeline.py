"""The stages, composed: page -> article -> attributions -> reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.config import Settings
from sayso.schema import Article, Reading, Rejected


def read(page: str | bytes | Path, *, settings: Settings | None = None) -> Reading | Rejected:
    """Extract the report from a page and attribute every statement in it."""
    raise NotImplementedError


def attribute(text: str | Article) -> Reading:
    """Attribute every statement of a text as it is: nothing removed, every offset points into ``text``."""
    raise NotImplementedError


def attribute_many(texts: Iterable[str | Article]) -> Iterator[Reading]:
    """Attribute many texts; gives exactly what single calls give."""
    return map(attribute, texts)
