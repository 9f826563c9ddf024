"""Lists of feeds: OPML, as feed readers exchange it, and plain text with one address a line."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.pages.feeds import Feed, Item, chosen, title_of
from sayso.pages.safe_xml import elements, name_of
from sayso.schema import Rejected


def opml(body: bytes, url: str) -> Feed | Rejected:
    """Read an OPML list; outlines may lie in folders. Source: http://opml.org/spec2.opml."""
    title: str | None = None

    def named() -> Iterator[Item]:
        nonlocal title
        for element in elements(body, names=frozenset(("outline", "title"))):
            if name_of(element) == "title":
                title = title or title_of(element.text)
            else:
                address = next((v for k, v in element.attrib.items() if str(k).lower() == "xmlurl"), None)
                if address is not None:
                    yield Item(str(address))

    feeds, left_out = chosen(named(), url)
    if not feeds:
        return Rejected("unreadable", "The OPML list names no feed: outlines with an xmlUrl are needed.")
    return Feed("OPML", title, feeds=feeds, left_out=left_out)


def addresses_in(text: str) -> list[str] | None:
    """Read a text of addresses, one a line, # before remarks; ``None`` if it is another text."""
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines if lines and all(line.lower().startswith(("http://", "https://")) for line in lines) else None
