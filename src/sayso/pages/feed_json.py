"""JSON Feed. Source: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.pages.feeds import Feed, Item, chosen, published_of, title_of, updated_of
from sayso.schema import Rejected

_WANTED = 'a JSON Feed has "version" and "items", each item with a "url"'


def json_feed(text: str, url: str) -> Feed | Rejected:
    """Read a JSON Feed; items that are none are left out."""
    try:
        found = msgspec.json.decode(text.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError) as error:
        return Rejected("unreadable", f"The feed is no JSON: {str(error)[:200]}.")
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        return Rejected("unreadable", f"JSON, but no feed: {_WANTED}.")
    entries = [entry for entry in found["items"] if isinstance(entry, dict)]
    items, left_out = chosen(_items(entries), url)
    left_out += len(found["items"]) - len(entries)
    return Feed("JSON Feed", title_of(_text(found.get("title"))), items, left_out=left_out)


def _items(entries: list[dict[str, Any]]) -> Iterator[Item]:
    for entry in entries:
        id = _text(entry.get("id")) or ""
        published = _text(entry.get("date_published"))
        modified = _text(entry.get("date_modified"))
        yield Item(
            _text(entry.get("url")) or (id if id.startswith(("http://", "https://")) else ""),
            published_of(published),
            updated_of(modified) or updated_of(published),
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
