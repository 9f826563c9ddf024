"""RSS (all of its versions) and Atom.

Source: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec, RFC 4287 (Atom).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urljoin

from lxml import etree

from sayso.pages.feeds import Feed, Item, chosen, published_of, title_of, updated_of
from sayso.pages.safe_xml import elements
from sayso.schema import Rejected

_SIZE_MAX_BYTES = 10_000_000
_CHILDREN_MAX = 200
"""Of one item; what follows is not looked at."""
_ANCESTORS_MAX = 5
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_CORE = frozenset(
    (
        "",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
    )
)
# Prefixes count too, as many feeds do not say what theirs mean.
_MODULES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/2005/Atom": "atom",
}
_PERIODS_S = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_TOP = ("title", "ttl", "sy:updatePeriod", "sy:updateFrequency")


def syndication(body: bytes, url: str, *, kind: Literal["RSS", "Atom"]) -> Feed | Rejected:
    """Read RSS or Atom; what stands before a damage counts.

    :param body: UTF-8.
    """
    if len(body) > _SIZE_MAX_BYTES:
        return Rejected("too large", f"The feed has {len(body):,} bytes; at most {_SIZE_MAX_BYTES:,} are read.")
    top: dict[str, str] = {}
    found = 0

    def items() -> Iterator[Item]:
        nonlocal found
        names = frozenset(("item", "entry", *(name.rpartition(":")[2] for name in _TOP), *_TOP))
        for element in elements(body, names=names):
            name = _name(element)
            if name in ("item", "entry"):
                found += 1
                yield _item(element, url)
            elif name in _TOP and name not in top and _is_of_the_feed(element):
                top[name] = element.text or ""

    chosen_items, left_out = chosen(items(), url)
    if not found and not top:
        return Rejected("unreadable", "The feed is damaged: it has neither a title nor items.")
    return Feed(kind, title_of(top.get("title")), chosen_items, every_s=_every_s(top), left_out=left_out)


def _item(element: etree._Element, url: str) -> Item:
    said: dict[str, str] = {}
    links: dict[str, str] = {}
    source: str | None = None
    for child in element[:_CHILDREN_MAX]:
        name = _name(child)
        if name in ("link", "atom:link") and child.get("href"):
            links.setdefault((child.get("rel") or "alternate").rpartition("/")[2], child.get("href") or "")
        elif name == "source":
            source = child.get("url") or _source(child)
        elif name == "guid" and (child.get("isPermaLink") or "true").strip().lower() != "true":
            continue
        elif child.text and child.text.strip():
            said.setdefault(name, child.text)
    # A feed that FeedBurner passes on has the page's own address beside its own.
    link = said.get("feedburner:origLink") or said.get("link") or links.get("alternate") or _identity(said, element)
    published = said.get("pubDate") or said.get("published") or said.get("issued") or said.get("dc:date")
    changed = said.get("updated") or said.get("modified") or said.get("dcterms:modified")
    base = _base_of(element, url)
    return Item(
        _joined(base, link),
        published_of(published) or (None if published else published_of(changed)),
        # Without a date of change, that of publication is one: many feeds set it anew when a text changes.
        updated_of(changed) or updated_of(published),
        _joined(base, source) if source else None,
    )


def _identity(said: dict[str, str], element: etree._Element) -> str:
    """Give the item's identity if it is an address."""
    for one in (said.get("guid"), said.get("id"), element.get(_ABOUT), element.get("about")):
        if one and one.strip().lower().startswith(("http://", "https://")):
            return one
    return ""


def _source(element: etree._Element) -> str | None:
    """Give the feed that an entry was taken over from, or where there is only that, its site."""
    by_rel: defaultdict[str, str] = defaultdict(str)
    for child in element[:_CHILDREN_MAX]:
        name = _name(child)
        if name in ("link", "atom:link"):
            by_rel[child.get("rel") or "alternate"] = child.get("href") or ""
        elif name == "id" and (child.text or "").strip().startswith(("http://", "https://")):
            by_rel["id"] = (child.text or "").strip()
    return by_rel["self"] or by_rel["alternate"] or by_rel["id"] or None


def _name(element: etree._Element) -> str:
    """Give a plain name for what belongs to RSS and Atom, and ``prefix:name`` for everything else."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    if namespace in _CORE:
        return name
    return f"{_MODULES.get(namespace, '?')}:{name}"


def _is_of_the_feed(element: etree._Element) -> bool:
    """Tell the title of the feed from those of its items and pictures."""
    parent = element.getparent()
    return parent is not None and _name(parent) in ("channel", "feed")


def _base_of(element: etree._Element, url: str) -> str:
    """Give where an item's relative addresses start."""
    bases: list[str] = []
    here: etree._Element | None = element
    for _ in range(_ANCESTORS_MAX):
        if here is None:
            break
        bases.append(here.get(_BASE) or "")
        here = here.getparent()
    for base in reversed(bases):
        url = _joined(url, base) if base else url
    return url


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip()) if address.strip() else ""
    except ValueError:  # brackets that are no IPv6 address
        return address


def _every_s(top: dict[str, str]) -> int | None:
    """Read <ttl>, in minutes, or the syndication module's period and frequency."""
    ttl = top.get("ttl", "").strip()
    if re.fullmatch(r"[0-9]{1,6}", ttl):
        return int(ttl) * 60
    period = _PERIODS_S.get(top.get("sy:updatePeriod", "").strip().lower())
    often = top.get("sy:updateFrequency", "1").strip()
    return period // max(1, int(often)) if period is not None and re.fullmatch(r"[0-9]{1,4}", often) else None
