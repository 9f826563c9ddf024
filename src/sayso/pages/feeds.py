"""Feeds: what they are, told by their content and not by name, and what they name.

Everything is hostile: sizes, numbers of items and lengths of addresses are bounded, entities are not followed, and time
is near-linear in the size. That is why feedparser is not used: 340 kB of nested xml:base attributes took it 90 seconds,
40,000 attributes on one tag 23.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from urllib.parse import urljoin

from sayso.pages.decode_bytes import decode_page
from sayso.pages.encodings import GZIP_MAGIC, BadCompression, Decoder
from sayso.pages.timestamps import timestamp
from sayso.pages.web_addresses import shown
from sayso.schema import Rejected

FeedKind = Literal["RSS", "Atom", "JSON Feed", "OPML", "site map", "site map index"]

ITEMS_MAX = 5_000
"""Of one feed: the newest where it dates them, else the first. A news site map may have 1,000."""
ADDRESS_MAX_BYTES = 1_200
"""In UTF-8. PostgreSQL indexes 2,700 bytes, and an item is found by its feed's address and its own."""
UNPACKED_MAX_BYTES = 50_000_000
"""Of a site map that is sent as a gzip file. Source: https://www.sitemaps.org/protocol.html."""
_TITLE_MAX = 300
_HEAD_CHARS = 4_000
_SEARCHED_CHARS = 200_000
_ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,400}>\s*|<!--(?:[^-]|-(?!->)){0,2000}-->\s*|<!doctype\b[^>\[]{0,400}(?:\[[^\]]{0,2000}\])?\s*>\s*)"
    r"{0,10}<(?:\w{1,20}:)?(?P<root>\w{1,20})",
    re.IGNORECASE,
)
_ALTERNATE = re.compile(
    r"<link\b[^>]{0,1000}?type\s*=\s*[\"']?application/(?:rss|atom|feed)\+(?:xml|json)[^>]{0,1000}>", re.IGNORECASE
)
_XML_ENCODING = re.compile(r"\A(\s*<\?xml[^>]{0,100}?)\sencoding=[\"'][^\"']{0,40}[\"']")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""
_BREAKS = re.compile(r"[\t\r\n]")
"""What browsers take out of addresses."""
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]{1,500})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One page that a feed names.

    :param url: its address, made absolute, otherwise as given: it may be none that can be fetched.
    :param published: ISO 8601, as the feed gives it.
    :param updated: when the feed says it last changed, ISO 8601 in UTC; never in the future.
    :param source: the feed or site that it was taken over from, where the feed says so.
    """

    url: str
    published: str | None = None
    updated: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed names.

    :param items: pages, the newest first where the feed dates them; each once.
    :param feeds: other feeds: those of an OPML list, the parts of a site map index.
    :param every_s: how often the feed says it is worth asking, in seconds.
    :param left_out: how many items were too many, or had no address or too long a one.
    """

    kind: FeedKind
    title: str | None = None
    items: tuple[Item, ...] = ()
    feeds: tuple[Item, ...] = ()
    every_s: int | None = None
    left_out: int = 0


def feed_of(body: bytes, url: str, *, charset: str | None = None) -> Feed | Rejected:
    """Read a feed of whatever kind.

    :param url: where it was found; relative addresses start from there.
    :param charset: the encoding that the server names, if any.
    :return: what it names, or why it is no feed. Never raises on what a feed holds.
    """
    unpacked = _unpacked(body)
    if isinstance(unpacked, Rejected):
        return unpacked
    text = decode_page(unpacked, charset=charset)
    if isinstance(text, Rejected):
        return text
    text = _CONTROLS.sub(" ", text).lstrip("\ufeff \t\r\n")
    head = text[:_HEAD_CHARS]
    if not head:
        return Rejected("empty", "The feed is empty.")
    if head[0] in "{[":
        from sayso.pages.feed_json import json_feed

        return json_feed(text, url)
    found = _ROOT.match(head)
    root = found["root"].lower() if found is not None else ""
    if root not in ("rss", "feed", "rdf", "opml", "urlset", "sitemapindex"):
        return _no_feed(text, url, root)
    body = _XML_ENCODING.sub(r"\1", text, count=1).encode("utf-8", "replace")
    if root == "opml":
        from sayso.pages.feed_lists import opml

        return opml(body, url)
    if root in ("urlset", "sitemapindex"):
        from sayso.pages.sitemaps import sitemap

        return sitemap(body, url)
    from sayso.pages.feed_syndication import syndication

    return syndication(body, url, kind="Atom" if root == "feed" else "RSS")


def chosen(found: Iterable[Item], base: str) -> tuple[tuple[Item, ...], int]:
    """Make addresses absolute, drop repeats, put the newest first and leave out what is too much.

    :return: the items, and how many were left out.
    """
    by_url: dict[str, Item] = {}
    left_out = 0
    for item in found:
        url = absolute(item.url, base)
        if url is None:
            left_out += 1
            continue
        known = by_url.get(url)
        if known is None or (item.updated or "") > (known.updated or ""):
            source = absolute(item.source, base) if item.source else None
            by_url[url] = Item(url, item.published, item.updated, source or (known.source if known else None))
    items = sorted(by_url.values(), key=lambda item: item.updated or "", reverse=True)
    return tuple(items[:ITEMS_MAX]), left_out + max(0, len(items) - ITEMS_MAX)


def absolute(address: str, base: str) -> str | None:
    """Make an address absolute, without its fragment; ``None`` where there is none, or too long a one."""
    address = _BREAKS.sub("", address.strip())
    if not address or len(address) > ADDRESS_MAX_BYTES:
        return None
    try:
        joined = urljoin(base, address).partition("#")[0]
    except ValueError:  # brackets that are no IPv6 address
        joined = address
    joined = "".join(sign if sign.isprintable() else "\ufffd" for sign in joined)
    return joined if 0 < len(joined.encode()) <= ADDRESS_MAX_BYTES else None


def published_of(value: str | None) -> str | None:
    """Read a date as ISO 8601, with no more than it gives; ``None`` for what is none, or is to come."""
    found = timestamp(value) if value else None
    return found if found is not None and _moment(found) is not None else None


def updated_of(value: str | None) -> str | None:
    """Read a date as ISO 8601 in UTC, so that dates compare as text; ``None`` for what is none, or is to come."""
    moment = _moment(timestamp(value) or "") if value else None
    return None if moment is None else moment.isoformat(timespec="seconds")


def title_of(value: str | None) -> str | None:
    """Shorten a title, and take away what would break a line."""
    return " ".join((value or "").split())[:_TITLE_MAX] or None


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return moment if moment <= datetime.now(UTC) + timedelta(days=1) else None
    except (ValueError, OverflowError):
        return None


def _unpacked(body: bytes) -> bytes | Rejected:
    """Undo gzip: site maps are sent as gzip files."""
    if not body.startswith(GZIP_MAGIC):
        return body
    decoder = Decoder("gzip")
    plain = bytearray()
    try:
        for piece in decoder.feed(body):
            plain += piece
            if len(plain) > UNPACKED_MAX_BYTES:
                return Rejected("too large", f"The feed has more than {UNPACKED_MAX_BYTES:,} bytes when unpacked.")
        decoder.finish()
    except BadCompression as error:
        return Rejected("unreadable", f"The feed cannot be unpacked. {error}")
    return bytes(plain)


def _no_feed(text: str, url: str, root: str) -> Rejected:
    wanted = "a feed is needed: RSS, Atom, JSON Feed, OPML or a site map"
    named = _ALTERNATE.search(text[:_SEARCHED_CHARS])
    href = _HREF.search(named.group()) if named is not None else None
    if href is not None:
        feed = absolute(href[1].replace("&amp;", "&"), url)
        return Rejected("unreadable", f"An HTML page; {wanted}. The page names one: {shown(feed or '')}")
    what = "An HTML page" if root == "html" else f"XML that begins with <{root}>" if root else "Text of another kind"
    return Rejected("unreadable", f"{what}; {wanted}.")
