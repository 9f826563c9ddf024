"""The day of publication, from all the places where pages give one, and from none where it is another's."""

from __future__ import annotations

import json

import pytest

from sayso.config import Settings
from sayso.pages.page import article_of
from sayso.schema import Article

SENTENCES = (
    "The old swing bridge at Tarn Quay will stay shut until the autumn, the harbour board said on Thursday.",
    "Engineers found rust in two of the four bearings, and the board has asked for a second opinion on the others.",
    "Ferries will run every twenty minutes instead, and the fare will stay as it is until the bridge opens again.",
    "“We know what this does to the market,” said Ivo Lunde, who chairs the board and keeps a stall there himself.",
    "The market’s traders want the board to pay for the stalls that stand empty, as it did after the flood.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
HEADING = "<h1>Swing bridge at Tarn Quay stays shut until autumn</h1>"


def read(
    above: str = "",
    *,
    head: str = "",
    top: str = "",
    story: str = STORY,
    below: str = "",
    lang: str = "en",
    url: str | None = None,
) -> Article:
    page = f'<html lang="{lang}"><head>{head}</head><body>{top}{HEADING}{above}{story}{below}</body></html>'
    article = article_of(page, url=url, settings=Settings())
    assert isinstance(article, Article)
    return article


def published(above: str = "", **more: str) -> str | None:
    return read(above, **more).published  # type: ignore[arg-type]


def where(article: Article) -> str | None:
    return next((found.where for found in article.found if found.fact == "published"), None)


def ld(**fields: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Swing bridge at Tarn Quay stays shut until autumn", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    "above",
    [
        '<time datetime="2024-05-12">Sunday</time>',
        '<p><time datetime="2024-05-12">12 May</time></p>',
        "<time>12 May 2024</time>",
        '<time datetime="">12 May 2024</time>',
        '<time datetime="2024-05">12 May 2024</time>',
        '<time datetime="12 May 2024">last Sunday</time>',
        '<time pubdate="pubdate" datetime="2024-05-12">x</time>',
        '<span itemprop="datePublished" content="2024-05-12">x</span>',
        '<meta itemprop="datePublished" content="2024-05-12">',
        '<abbr class="published" title="2024-05-12">Sunday</abbr>',
        '<time datetime="PT4M">4 min read</time><time datetime="2024-05-12">Sunday</time>',
        '<p><time class="updated" datetime="2024-05-14">14 May</time> <time class="published" datetime="2024-05-12">x</time></p>',
        '<p>Updated: <time datetime="2024-05-14">14 May 2024</time></p><p>Published: <time datetime="2024-05-12">x</time></p>',
        "<p>12 May 2024</p>",
        "<p>Sunday, 12 May 2024</p>",
        "<p>Sunday 12th of May 2024</p>",
        "<p>May 12, 2024</p>",
        "<p>MAY 12 2024</p>",
        "<p>12 May 2024 | Coast</p>",
        "<p>Coast | 12 May 2024</p>",
        "<div class='meta'><span class='cat'>Coast</span> / <span>12.05.2024</span></div>",
        "<p>Published on 12 May 2024</p>",
        "<p>Updated 14 May 2024</p><p>Published 12 May 2024</p>",
        "<p>2024-05-12</p>",
        "<p>Updated: May 13, 2024 9:00 AM | Published: May 12, 2024</p>",
        "<p>Updated on May 13, 2024 - Originally published May 12, 2024</p>",
        "<p>May 12, 2024 | Updated: May 13, 2024 9:00 AM</p>",
        "<p>Vol. 12, No. 5, May 12, 2024</p>",
        "<p>2024/05/12</p>",
        "<p>12-May-2024</p>",
        "<p><strong>Tarn Quay, 12 May 2024</strong></p>",
        "<ul><li>Nora Halvorsen</li><li>12 May 2024</li><li>3 comments</li></ul>",
    ],
)
def test_a_day_without_a_time(above: str) -> None:
    assert published(above) == "2024-05-12"


@pytest.mark.parametrize(
    "head",
    [
        *(
            f'<meta {kind}="{name}" content="{value}">'
            for kind, name, value in (
                ("property", "article:published_time", "2024-05-12"),
                ("name", "date", "12 May 2024"),
                ("name", "pubdate", "20240512"),
                ("name", "dc.date", "2024-05-12"),
                ("name", "DC.date.issued", "May 12, 2024"),
                ("name", "dcterms.issued", "2024-05-12"),
                ("name", "publish_date", "2024/05/12"),
                ("name", "parsely-pub-date", "2024-05-12"),
                ("name", "sailthru.date", "Sun, 12 May 2024"),
                ("name", "citation_publication_date", "2024/05/12"),
                ("itemprop", "datePublished", "2024-05-12"),
                ("name", "publication_date", "12.05.2024"),
            )
        ),
        ld(datePublished="2024-05-12"),
        ld(datePublished="May 12, 2024"),
        ld(datePublished="not yet") + '<meta name="date" content="2024-05-12">',
        ld(dateCreated="2024-05-12", dateModified="2024-05-20"),
    ],
)
def test_a_day_in_the_pages_data(head: str) -> None:
    assert published(head=head) == "2024-05-12"


@pytest.mark.parametrize(
    ("above", "more", "expected"),
    [
        ("<p>03/04/2024</p>", {}, None),
        ("<p>3/16</p>", {}, None),
        ("<p>3/16</p>", {"lang": "en-US"}, None),
        ("<p>12 May</p>", {}, None),
        ("<p>May 2024</p>", {}, None),
        ("<p>3/16/2024</p>", {}, "2024-03-16"),
        ("<p>16/3/2024</p>", {}, "2024-03-16"),
        ("<p>3/16/24</p>", {}, "2024-03-16"),
        ("<p>05/05/2024</p>", {}, "2024-05-05"),
        ("<p>03/04/2024</p>", {"lang": "en-GB"}, "2024-04-03"),
        ("<p>03/04/2024</p>", {"lang": "en-AU"}, "2024-04-03"),
        ("<p>03/04/2024</p>", {"lang": "en-US"}, "2024-03-04"),
        ("<p>03/04/2024</p>", {"lang": "en_US"}, "2024-03-04"),
        ("<p>03/04/2024</p>", {"lang": "en-CA"}, None),
        ("<p>03/04/2024</p>", {"head": '<meta property="og:locale" content="en_GB">'}, "2024-04-03"),
        ("<p>03/04/2024</p>", {"head": '<meta property="og:locale" content="en_GB">', "lang": "en-US"}, None),
        ("<p>03/04/2024</p>", {"url": "https://bell.example.co.uk/quay", "lang": "en-US"}, None),
        ("<p>03/04/2024</p>", {"url": "https://bell.example.co.uk/quay"}, "2024-04-03"),
        ("<p>Published 03/04/2024, updated 13/04/2024</p>", {}, "2024-04-03"),
        ("<p>Published 03/04/2024</p><p>Updated 04/15/2024</p>", {}, "2024-03-04"),
        ("<p>Published 03/04/2024</p><p>Updated 04/15/2024</p>", {"lang": "en-GB"}, "2024-03-04"),
        ("<p>03/04/2024</p>", {"head": ld(dateModified="2024-04-03T10:00:00Z")}, "2024-04-03"),
        ("<p>03/04/2024</p>", {"head": ld(dateModified="2024-03-20T10:00:00Z")}, "2024-03-04"),
        ("<p>03/04/2024</p>", {"head": ld(dateModified="2024-06-20T10:00:00Z")}, None),
        ("<p>03/04/2024</p>", {"url": "https://bell.example/2024/04/quay"}, "2024-04-03"),
        ("<p>03/04/2024</p>", {"url": "https://bell.example/2024/04/03/quay", "lang": "en-US"}, "2024-04-03"),
        ("<p>By Nora Halvorsen<br>03/04/2024 14:05</p>", {"lang": "en-GB"}, "2024-04-03T14:05"),
        ('<time datetime="03/04/2024">x</time>', {}, None),
        ('<time datetime="03/04/2024">x</time>', {"lang": "en-IE"}, "2024-04-03"),
        ("", {"head": '<meta name="date" content="03/04/2024">'}, None),
        ("", {"head": '<meta name="date" content="03/04/2024">', "lang": "en-US"}, "2024-03-04"),
        ("", {"head": ld(datePublished="03/04/2024")}, None),
        ("<p>3 April 2024</p>", {"head": ld(datePublished="03/04/2024")}, "2024-04-03"),
        ("<p>31/02/2024</p>", {"lang": "en-GB"}, None),
        ("<p>12 May 2094</p>", {}, None),
        ("<p>12 May 2024 – 14 May 2024</p>", {}, None),
        ("<p>1 May to 12 May 2024</p>", {}, None),
        ("<p>12 May 2024 - 14:05</p>", {}, "2024-05-12T14:05"),
        ("<p>Born 12 May 2004</p>", {}, None),
        ("<p>29 February 2023</p>", {}, None),
        ("<p>12 May 1824</p>", {}, None),
    ],
)
def test_a_date_that_may_be_read_in_two_ways(above: str, more: dict[str, str], expected: str | None) -> None:
    assert published(above, **more) == expected


@pytest.mark.parametrize(
    "story",
    [
        STORY + "<p>The bridge was built in 1931 and last shut on 3 April 2011, when a barge struck it at night.</p>",
        STORY.replace("on Thursday", "on <time datetime='2011-04-03'>3 April 2011</time>"),
        STORY + "<h3>3 April 2011</h3><p>A barge strikes the bridge at night, and the quay is shut for a week.</p>",
        STORY + "<ul><li>3 April 2011: a barge strikes the bridge at night</li><li>1931: it opens</li></ul>",
        STORY + "<blockquote><p>Shut it now.</p><p>— Letter to the board, 3 April 2011</p></blockquote>",
        STORY
        + "<p>Sunday 3 April 2011 — the day of the barge — is still talked about along the whole of the quay.</p>",
        "<p>On 3 April 2011 a barge struck the swing bridge at Tarn Quay, and it has never been the same since.</p>"
        + STORY,
    ],
)
def test_a_date_in_the_story_is_not_the_day_of_publication(story: str) -> None:
    assert published(story=story) is None


@pytest.mark.parametrize(
    "place",
    [
        {
            "below": '<div class="related"><a href="/o">Barge strikes bridge</a><time datetime="2011-04-03">x</time></div>'
        },
        {"below": '<div id="comments"><p>Per Aune</p><time datetime="2024-05-14">14 May 2024</time><p>Well.</p></div>'},
        {"below": "<footer><p>Site last changed 3 April 2011</p></footer>"},
        {"top": "<nav><span>Today: Monday, 3 June 2024</span></nav>"},
        {"top": '<header class="masthead"><p>Monday, 3 June 2024</p><a href="/">The Tarn Bell</a></header>'},
        {
            "top": '<aside class="most-read"><time datetime="2011-04-03">3 April 2011</time><a href="/o">Barge</a></aside>'
        },
        {"above": "<figure><img src='a'><figcaption>3 April 2011</figcaption></figure>"},
        {"above": '<div class="upcoming-events"><p>3 June 2024</p><p>Quay fair</p></div>'},
    ],
)
def test_a_date_of_something_else_on_the_page(place: dict[str, str]) -> None:
    assert published(**place) is None
    with_day = {**place, "above": place.get("above", "") + "<p>12 May 2024</p>"}
    assert published(**with_day) == "2024-05-12"
    with_time = {**place, "above": place.get("above", "") + '<p><time datetime="2024-05-12">Sunday</time></p>'}
    assert published(**with_time) == "2024-05-12"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("TARN QUAY, 12 May 2024 — ", "2024-05-12"),
        ("TARN QUAY, May 12, 2024 (Sea Wire) - ", "2024-05-12"),
        ("Tarn Quay, Norland, 12 May 2024 – ", "2024-05-12"),
        ("TARN QUAY (12 May 2024) — ", "2024-05-12"),
        ("TARN QUAY, May 12 (Sea Wire) — ", None),
        ("Sunday, 12 May 2024 — ", None),
        ("After 12 May 2024 — ", None),
        ("On Sunday, 12 May 2024 — ", None),
    ],
)
def test_the_day_of_a_dateline(lead: str, expected: str | None) -> None:
    assert published(story=STORY.replace("<p>", f"<p>{lead}", 1)) == expected


def test_the_pages_address_is_surer_than_a_dateline() -> None:
    story = STORY.replace("<p>", "<p>TARN QUAY, 11 May 2024 — ", 1)
    article = read(story=story, url="https://bell.example/2024/05/12/quay")
    assert (article.published, where(article)) == ("2024-05-12", "address")


def test_where_the_day_was_found() -> None:
    assert where(read("<p>12 May 2024</p>")) == "text"
    assert where(read('<time datetime="2024-05-12">x</time>')) == "time"
    assert where(read(story=STORY.replace("<p>", "<p>TARN QUAY, 12 May 2024 — ", 1))) == "dateline"
    assert where(read("<p>Updated: 12 May 2024</p>")) == "text (updated)"


def test_a_labelled_day_below_the_report() -> None:
    assert published(below="<p>First published 12 May 2024</p>") == "2024-05-12"
    assert published(below="<article><footer>Published: <b>12 May 2024</b></footer></article>") == "2024-05-12"
