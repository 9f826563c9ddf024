"""Text as both databases can hold it, with the same offsets."""

from __future__ import annotations

import re
from typing import overload

# PostgreSQL holds no NUL; a lone surrogate has no UTF-8, which both are sent.
_NOT_STORABLE = re.compile("[\0\ud800-\udfff]")


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
def storable(text: str | None) -> str | None:
    """Put U+FFFD, the replacement character, for each code point that a database cannot hold."""
    return None if text is None else _NOT_STORABLE.sub("\ufffd", text)
