"""Text as both databases can hold it, with the same offsets."""

from __future__ import annotations

import re
from typing import overload

# PostgreSQL holds no NUL; a lone surrogate has no UTF-8, which both are sent.
_NOT_STORABLE = re.compile("[\0\ud800-\udfff]")

INDEXABLE_CHARS = 650
"""PostgreSQL indexes at most 2,704 bytes, and a code point has up to four."""


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
def storable(text: str | None) -> str | None:
    """Put U+FFFD, the replacement character, for each code point that a database cannot hold."""
    return None if text is None else _NOT_STORABLE.sub("\ufffd", text)


@overload
def indexable(text: str) -> str: ...
@overload
def indexable(text: None) -> None: ...
def indexable(text: str | None) -> str | None:
    """Make text storable, and short enough for an index; no honest name or date is longer."""
    return None if text is None else storable(text[:INDEXABLE_CHARS])
