"""Words without case and accents, as names are compared."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Give a text in lower case, without accents: "Núñez" and "NUNEZ" are one."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
