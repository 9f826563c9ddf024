"""What tells pages apart: the address without what varies for one page."""

from __future__ import annotations


def page_name(url: str | None, address: str | None, text_hash: str) -> str:
    """Name the page that an article stands on (first draft)."""
    from courlan import normalize_url

    for one in (url, address):
        if one and one.lower().startswith(("http://", "https://")):
            return str(normalize_url(one, strict=False)).split("://", 1)[-1]
    return f"text:{text_hash}"
