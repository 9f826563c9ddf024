"""Site maps, those for news among them, and indexes of site maps.

Source: https://www.sitemaps.org/protocol.html, and Google's extension for news ("news sitemap").
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sayso.pages.feeds import Feed, FeedKind, Item, chosen, published_of, updated_of
from sayso.pages.safe_xml import elements, name_of


def sitemap(body: bytes, url: str) -> Feed:
    """Read a site map or an index; what stands before a damage counts."""
    pages: list[Item] = []
    parts: list[Item] = []
    for element in elements(body, names=frozenset(("url", "sitemap"))):
        (pages if name_of(element) == "url" else parts).append(_item(element))
    items, left_out = chosen(pages, url)
    feeds, feeds_left_out = chosen(parts, url)
    kind: FeedKind = "site map index" if feeds and not items else "site map"
    return Feed(kind, items=items, feeds=feeds, left_out=left_out + feeds_left_out)


def _item(element: etree._Element) -> Item:
    """Read <loc> and <lastmod>, and <news:publication_date>; pictures and films have a <loc> of their own below."""
    said: dict[str, str] = {}
    for name, text in _texts(element):
        said.setdefault(name, text)
    published = said.get("publication_date")
    modified = said.get("lastmod")
    return Item(said.get("loc", ""), published_of(published), updated_of(modified) or updated_of(published))


def _texts(element: etree._Element) -> Iterator[tuple[str, str]]:
    for child in element:
        name = name_of(child)
        if name in ("loc", "lastmod") and child.text:
            yield name, child.text
        elif name == "news":
            for part in child:
                if name_of(part) == "publication_date" and part.text:
                    yield "publication_date", part.text
