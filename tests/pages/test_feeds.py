"""Feeds of every kind, and what calls itself one."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sayso.pages.feed_lists import addresses_in
from sayso.pages.feeds import ADDRESS_MAX_BYTES, ITEMS_MAX, Feed, Item, feed_of
from sayso.schema import Rejected

URL = "https://news.example/feeds/all.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>The Ostrel Post &amp; Calder News</title><link>https://news.example/</link><ttl>30</ttl>
<atom:link rel="self" href="https://news.example/feeds/all.xml"/><image><title>Logo</title></image>
<item><title>Bridge</title><link>/bridge#comments</link><guid isPermaLink="false">4711</guid>
  <pubDate>Tue, 04 Mar 2025 06:00:00 EST</pubDate><source url="https://wire.example/rss">Wire</source></item>
<item><link>https://tracker.example/1</link><feedburner:origLink>https://news.example/ferry</feedburner:origLink>
  <dc:date>2025-03-02</dc:date></item>
<item><guid>https://news.example/by-guid</guid><pubDate>Mon, 03 Mar 2025 06:00:00 +0000</pubDate></item>
<item><title>no address</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/"><title type="html">A feed</title>
<link rel="self" href="self.xml"/>
<entry><id>urn:1</id><link rel="replies" href="r"/><link href="one.html"/><published>2025-03-01T04:00:00Z</published>
<updated>2025-03-01T07:00:00+02:00</updated>
<source><title>Other</title><link href="https://o.example/"/><link rel="self" href="https://o.example/feed"/></source></entry>
<entry><id>https://base.example/two</id><updated>2025-03-01T03:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel rdf:about="x"><title>R</title>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://news.example/r"><title>q</title></item></rdf:RDF>"""
NEWS_MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://i.example"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://news.example/1 </loc><image:image><image:loc>https://news.example/pic</image:loc></image:image>
<news:news><news:publication_date>2025-01-01</news:publication_date></news:news></url>
<url><loc>https://news.example/2</loc><lastmod>2025-02-01T00:00:00Z</lastmod></url></urlset>"""


def feed(text: str | bytes, **options: str) -> Feed:
    found = feed_of(text if isinstance(text, bytes) else text.encode(), URL, **options)
    assert isinstance(found, Feed), found
    return found


def refused(body: bytes) -> Rejected:
    found = feed_of(body, URL)
    assert isinstance(found, Rejected), found
    assert found.detail.endswith((".", "xml"))
    return found


def test_rss() -> None:
    assert feed(RSS) == Feed(
        "RSS",
        "The Ostrel Post & Calder News",
        (
            Item(
                "https://news.example/bridge",
                "2025-03-04T06:00:00-05:00",
                "2025-03-04T11:00:00+00:00",
                "https://wire.example/rss",
            ),
            Item("https://news.example/by-guid", "2025-03-03T06:00:00Z", "2025-03-03T06:00:00+00:00"),
            Item("https://news.example/ferry", "2025-03-02", "2025-03-02T00:00:00+00:00"),
        ),
        every_s=1_800,
        left_out=1,
    )


def test_atom() -> None:
    assert feed(ATOM) == Feed(
        "Atom",
        "A feed",
        (
            Item(
                "https://base.example/x/one.html",
                "2025-03-01T04:00:00Z",
                "2025-03-01T05:00:00+00:00",
                "https://o.example/feed",
            ),
            Item("https://base.example/two", "2025-03-01T03:00:00Z", "2025-03-01T03:00:00+00:00"),
        ),
    )


def test_rdf() -> None:
    assert feed(RDF) == Feed("RSS", "R", (Item("https://news.example/r"),), every_s=1_800)


def test_json_feed() -> None:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "items": [
            {"id": "1", "url": "/a", "date_published": "2025-01-01T00:00:00Z", "date_modified": "2025-01-02T00:00:00Z"},
            {"id": "https://news.example/b"},
            {"id": "3", "url": 4},
            "five",
        ],
    }
    assert feed(json.dumps(data)) == Feed(
        "JSON Feed",
        "J",
        (
            Item("https://news.example/a", "2025-01-01T00:00:00Z", "2025-01-02T00:00:00+00:00"),
            Item("https://news.example/b"),
        ),
        left_out=2,
    )


def test_opml_in_folders() -> None:
    text = '<opml><head><title>L</title></head><body><outline text="f"><outline xmlUrl="https://a.example/f"/><outline xmlurl="g"/><outline text="no"/></outline></body></opml>'
    assert feed(text) == Feed("OPML", "L", feeds=(Item("https://a.example/f"), Item("https://news.example/feeds/g")))


def test_news_site_map() -> None:
    assert feed(NEWS_MAP) == Feed(
        "site map",
        items=(
            Item("https://news.example/2", None, "2025-02-01T00:00:00+00:00"),
            Item("https://news.example/1", "2025-01-01", "2025-01-01T00:00:00+00:00"),
        ),
    )
    assert feed(gzip.compress(NEWS_MAP.encode())) == feed(NEWS_MAP)


def test_site_map_index() -> None:
    text = "<sitemapindex><sitemap><loc>https://news.example/s1.xml</loc><lastmod>2025-02-01</lastmod></sitemap></sitemapindex>"
    assert feed(text) == Feed(
        "site map index", feeds=(Item("https://news.example/s1.xml", None, "2025-02-01T00:00:00+00:00"),)
    )


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_with_a_wrong_declaration(codec: str) -> None:
    assert feed(RSS.encode(codec)) == feed(RSS)


def test_an_encoding_of_the_header() -> None:
    text = RSS.replace('encoding="utf-8"', "").replace("Calder", "Cälder")
    assert feed(text.encode("cp1252"), charset="iso-8859-1").title == "The Ostrel Post & Cälder News"


def test_a_damaged_feed_gives_what_is_there() -> None:
    assert len(feed(RSS[: RSS.index("<dc:date>")]).items) == 2
    assert len(feed(RSS.replace("&amp;", "&").replace("</title>", "", 1).replace("4711", "&nbsp;")).items) == 3
    assert len(feed(RSS.replace("xmlns:feedburner", "x").replace("4711", "\0\x01")).items) == 3


def test_dates_that_lie_are_dropped() -> None:
    for date in ("Tue, 04 Mar 2050 06:00:00 GMT", "3/16", "yesterday", "9" * 500, "2025-13-45"):
        (item,) = feed(f"<rss><channel><item><link>/a</link><pubDate>{date}</pubDate></item></channel></rss>").items
        assert item == Item("https://news.example/a")


def test_one_address_is_one_item_whatever_its_guid() -> None:
    items = "".join(
        f"<item><guid>same</guid><link>/{n % 3}#{n}</link><pubDate>2025-03-0{n + 1}</pubDate></item>" for n in range(6)
    )
    found = feed(f"<rss><channel>{items}</channel></rss>")
    assert [item.url for item in found.items] == [f"https://news.example/{n}" for n in (2, 1, 0)]
    assert found.items[0].updated == "2025-03-06T00:00:00+00:00"


def test_too_much_is_left_out_and_counted() -> None:
    items = "".join(f"<item><link>/{n}</link></item>" for n in range(ITEMS_MAX + 10))
    long = f"<item><link>/{'a' * ADDRESS_MAX_BYTES}</link></item>"
    found = feed(f"<rss><channel>{long}{items}</channel></rss>")
    assert len(found.items) == ITEMS_MAX
    assert found.left_out == 11


def test_addresses_that_lead_elsewhere_are_given_as_they_are() -> None:
    odd = ["javascript:alert(1)", "http://[::1/", "file:///etc/passwd", "http://10.0.0.1/x"]
    items = "".join(f"<item><link>{address}</link></item>" for address in odd)
    assert [item.url for item in feed(f"<rss><channel>{items}</channel></rss>").items] == odd


def test_entities_are_not_followed() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bomb = bomb.replace("]>", "".join(f'<!ENTITY e{n} "{"&b;" * 10}">' for n in range(12)) + "]>")
    (item,) = feed(f"{bomb}<rss><channel><item><link>/a&e9;</link></item></channel></rss>").items
    assert item.url == "https://news.example/a"
    outside = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    (item,) = feed(f"{outside}<rss><channel><item><link>/a&a;</link></item></channel></rss>").items
    assert item.url == "https://news.example/a"


def test_what_is_no_feed_is_refused_with_what_it_is() -> None:
    page = b'<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss?a&amp;b.xml">'
    assert "names one: https://news.example/rss?a&b.xml" in refused(page).detail
    assert "An HTML page" in refused(b"<html><body>hello").detail
    assert "<svg>" in refused(b'<?xml version="1.0"?><svg/>').detail
    assert refused(b" ").reason == "empty"
    assert refused(b"\x89PNG\r\n\x1a\n1234").reason == "undecodable"
    assert refused(b"\x1f\x8b\x08nonsense").reason == "unreadable"
    assert refused(gzip.compress(b"a" * 60_000_000)).reason == "too large"
    assert "no JSON" in refused(b"[" * 100_000).detail
    assert "no feed" in refused(b'{"items": 3}').detail
    assert "names no feed" in refused(b"<opml><body/></opml>").detail


@pytest.mark.parametrize(
    "body",
    [
        b'<rss version="2.0"><channel>' + b'<a xml:base="x/">' * 100_000,
        b'<rss version="2.0"><channel><item ' + b"".join(b'a%d="1" ' % n for n in range(100_000)) + b"/>",
        b"<rss><channel><item>" + b"<link>/a</link>" * 100_000,
        b"<opml>" + b"<outline>" * 100_000,
        b"<urlset>" + b"<url>" * 100_000,
        b"<!DOCTYPE " * 100_000 + b"<rss>",
        b"<link type=" * 50_000,
    ],
)
def test_hostile_feeds_end_soon(body: bytes) -> None:
    feed_of(body, URL)  # the test's own time would be minutes, were any of this not linear


PARTS = st.sampled_from(
    [
        *map(str.encode, (RSS, ATOM, RDF, NEWS_MAP)),
        b"<item>",
        b"<link>",
        b"&a;",
        b"<![CDATA[",
        b"\0",
        b"\xff\xfe",
        b"{",
        b"xml:base='a'",
    ]
)


@given(st.lists(st.one_of(PARTS, st.binary(max_size=20), PARTS.map(lambda part: part[:50])), max_size=6).map(b"".join))
@hypothesis_settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_feed_or_a_refusal(body: bytes) -> None:
    found = feed_of(body, URL)
    assert isinstance(found, Feed | Rejected)
    if isinstance(found, Feed):
        assert len({item.url for item in found.items}) == len(found.items)
        assert all(len(item.url.encode()) <= ADDRESS_MAX_BYTES for item in found.items)


def test_lists_of_addresses() -> None:
    assert addresses_in("\ufeff# mine\nhttps://a.example/f\n\n  HTTP://b.example \n") == [
        "https://a.example/f",
        "HTTP://b.example",
    ]
    assert addresses_in("https://a.example/f\nand more") is None
    assert addresses_in("") is None
