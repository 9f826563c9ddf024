"""Author and day out of the lines that a page shows beside its report, however they are set."""

from __future__ import annotations

import pytest

from sayso.config import Settings
from sayso.pages.page import article_of
from sayso.schema import Article

STORY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The old swing bridge at Tarn Quay will stay shut until the autumn, the harbour board said on Thursday.",
        "Engineers found rust in two of the four bearings, and the board has asked for a second opinion on the others.",
        "Ferries will run every twenty minutes instead, and the fare will stay as it is until the bridge opens again.",
        "“We know what this does to the market,” said Ivo Lunde, who chairs the board and keeps a stall there himself.",
        "The market’s traders want the board to pay for the stalls that stand empty, as it did after the flood.",
    )
)
HEADING = "<h1>Swing bridge at Tarn Quay stays shut until autumn</h1>"


def read(above: str, *, below: str = "", head: str = "", lang: str = "en-GB", url: str | None = None) -> Article:
    html = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{HEADING}{above}{STORY}{below}</body></html>'
    article = article_of(html, url=url, settings=Settings())
    assert isinstance(article, Article)
    return article


def where(article: Article, fact: str) -> str | None:
    return next((found.where for found in article.found if found.fact == fact), None)


@pytest.mark.parametrize(
    ("above", "author", "published"),
    [
        ("<p>By Nora Halvorsen<br>12 May 2024, 14:05</p>", "Nora Halvorsen", "2024-05-12T14:05"),
        ('<p class="byline">By Nora Halvorsen<br/>12 May 2024, 14:05</p>', "Nora Halvorsen", "2024-05-12T14:05"),
        ("<p><b>By Nora Halvorsen</b><br>\n12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>By Nora Halvorsen<br>May 12, 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>By Nora Halvorsen May 12, 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>12 May 2024<br>By Nora Halvorsen</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Sunday 12 May 2024 14.05<br>by NORA HALVORSEN</p>", "NORA HALVORSEN", "2024-05-12T14:05"),
        ("<p>Words: Nora Halvorsen<br>Pictures: Per Aune<br>12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Words: Nora Halvorsen | 12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Words by Nora Halvorsen and Ida Moe<br>12th May 2024</p>", "Nora Halvorsen; Ida Moe", "2024-05-12"),
        ("<p>Text: Nora Halvorsen<br>Published: Sunday 12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Reporting: Nora Halvorsen<br>12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Nora Halvorsen | Staff | May 12, 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Nora Halvorsen | Staff Writer | Sunday, May 12, 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Nora Halvorsen, Harbour Correspondent<br>12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Nora Halvorsen<br>Harbour Correspondent<br>12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Nora Halvorsen · Reporter · 12 May 2024 · 4 min read</p>", "Nora Halvorsen", "2024-05-12"),
        ('<p><a href="/authors/nora">Nora Halvorsen</a> | 12 May 2024</p>', "Nora Halvorsen", "2024-05-12"),
        ('<p><a rel="author" href="/n">Nora Halvorsen</a><br>12 May 2024</p>', "Nora Halvorsen", "2024-05-12"),
        ("<p>By <a href='/x'>Nora Halvorsen</a>, <i>Vellmouth</i><br>12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>By: Nora Halvorsen | Posted: May 12, 2024 2:05 pm</p>", "Nora Halvorsen", "2024-05-12T14:05"),
        ("<p>Posted by Nora Halvorsen on 12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Published 12 May 2024 by Nora Halvorsen</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Story by Nora Halvorsen<br>Published: Sunday 12 May 2024</p>", "Nora Halvorsen", "2024-05-12"),
        ("<p>Published: Sunday 12 May 2024</p>", None, "2024-05-12"),
        ("<div><span>By Nora Halvorsen</span><span>12 May 2024</span></div>", "Nora Halvorsen", "2024-05-12"),
        ("<table><tr><td>By Nora Halvorsen</td><td>12 May 2024</td></tr></table>", "Nora Halvorsen", "2024-05-12"),
        ("<p><em>The harbour board has lost patience with its engineers.</em></p><p>By Nora Halvorsen<br>12 May 2024</p>",
         "Nora Halvorsen", "2024-05-12"),
        ("<p>By Nora Halvorsen<br>Updated 13 May 2024, 09:00<br>Published 12 May 2024, 14:05</p>",
         "Nora Halvorsen", "2024-05-12T14:05"),
        ("<p>By Nora Halvorsen<br>12 May 2024, 14:05 (updated 13 May 2024, 09:00)</p>",
         "Nora Halvorsen", "2024-05-12T14:05"),
        ("<p>12 May 2024<br>14:05<br>By Nora Halvorsen</p>", "Nora Halvorsen", "2024-05-12T14:05"),
        ("<p>By Nora Halvorsen, Ida Moe on Sunday, May 12th, 2024 at 11:08 a.m.</p>",
         "Nora Halvorsen; Ida Moe", "2024-05-12T11:08"),
        ("<p>By admin<br>12 May 2024</p>", None, "2024-05-12"),
        ("<p>By May Halvorsen<br>12 May 2024</p>", "May Halvorsen", "2024-05-12"),
        ("<p>By Nora van der Meer-Holm &amp; Tor O’Brask<br />12 May 2024</p>",
         "Nora van der Meer-Holm; Tor O’Brask", "2024-05-12"),
    ],
)  # fmt: skip
def test_a_byline_and_a_date_in_one_paragraph(above: str, author: str | None, published: str) -> None:
    article = read(above)
    assert (article.author, article.published) == (author, published)
    assert article.text.startswith("The ")
    assert "12 May" not in article.text
    assert "May 12" not in article.text


TITLE = "Swing bridge at Tarn Quay stays shut until autumn"
BROKEN = STORY.replace("<p>", "").replace("</p>", "<br><br>")


@pytest.mark.parametrize(
    ("body", "author", "published"),
    [
        (
            f"<main><article><header class='entry-header'><h1>{TITLE}</h1><div class='entry-meta'><span>Posted on "
            "<time class='entry-date published updated' datetime='2024-05-12T10:00:00+02:00'>12 May 2024</time></span>"
            "<span class='byline'> by <span class='author vcard'><a href='/author/nora'>Nora Halvorsen</a></span></span>"
            f"</div></header>{STORY}</article></main>",
            "Nora Halvorsen",
            "2024-05-12T10:00:00+02:00",
        ),
        (f"<h1>The Tarn Bell</h1><h2>{TITLE}</h2><p>By Nora Halvorsen<br>12 May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (
            f"<h1>The Tarn Bell</h1><h2 class='date-header'>Sunday, May 12, 2024</h2><h3>{TITLE}</h3>{STORY}"
            "<div class='post-footer'>Posted by <span>Nora Halvorsen</span> at <a>10:15 AM</a></div>",
            "Nora Halvorsen",
            "2024-05-12",
        ),
        (
            f"<table><tr><td><font><b>{TITLE}</b></font></td></tr><tr><td>By NORA HALVORSEN<br>Staff Writer<br>Sunday, May "
            f"12, 2024</td></tr><tr><td>{BROKEN}</td></tr></table>",
            "NORA HALVORSEN",
            "2024-05-12",
        ),
        (
            f"{HEADING}<figure><img src=a><figcaption>The bridge. Picture: Per Aune</figcaption></figure>"
            f"<p>Nora Halvorsen, Harbour Correspondent</p><p>Sunday May 12 2024, 12.01am</p>{STORY}",
            "Nora Halvorsen",
            "2024-05-12T00:01",
        ),
        (f"<p>12 May 2024</p>{HEADING}<p>By Nora Halvorsen</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (
            f"{HEADING}<p>The bridge has been shut since the storm of last month, when a barge hit it. Photo: Per Aune</p>"
            f"<p>By Nora Halvorsen | 12 May 2024</p>{STORY}",
            "Nora Halvorsen",
            "2024-05-12",
        ),
        (f"{HEADING}<div>Nora Halvorsen</div><div>Reporter</div><div>12 May 2024</div>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>By<br>Nora Halvorsen<br>12 May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<div>By</div><div>Nora Halvorsen</div><div>12 May 2024</div>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (
            f"{HEADING}<aside class='article-meta'><p>By Nora Halvorsen</p><time datetime='2024-05-12'>x</time></aside>{STORY}",
            "Nora Halvorsen",
            "2024-05-12",
        ),
        (f"{HEADING}<p>Words: Nora Halvorsen. Pictures: Per Aune.<br>12 May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>Words and pictures by Nora Halvorsen<br>12 May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>By Nora Halvorsen @norah<br>12 May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>By Nora Halvorsen for the Tarn Bell<br>12 May '24</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>12 May 2024 | Nora Halvorsen, Reporter</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>Guest post by Nora Halvorsen<br>12 May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>By Our Reporter<br>12 May 2024</p>{STORY}", None, "2024-05-12"),
        (f"{HEADING}<p>By Nora Halvorsen<br>12<sup>th</sup> May 2024</p>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<dl><dt>Author</dt><dd>Nora Halvorsen</dd><dt>Published</dt><dd>12 May 2024</dd></dl>{STORY}", "Nora Halvorsen", "2024-05-12"),
        (f"{HEADING}<p>Coast | By Nora Halvorsen | 12 May 2024 | 14:05</p>{STORY}", "Nora Halvorsen", "2024-05-12T14:05"),
        (
            f"{HEADING}<p>By Nora Halvorsen<br>Updated <time datetime='2024-05-13T09:00'>13 May 2024</time> · Published "
            f"<time datetime='2024-05-12'>12 May 2024</time></p>{STORY}",
            "Nora Halvorsen",
            "2024-05-12",
        ),
        (f"{HEADING}<p>By Nora Halvorsen<br>3 hours ago</p>{STORY}", "Nora Halvorsen", None),
        (f"{HEADING}<p style='display:none'>3 April 2011</p><p>12 May 2024</p>{STORY}", None, "2024-05-12"),
        (f"{HEADING}<p>Printed: 3 June 2024</p><p>Published: 12 May 2024</p>{STORY}", None, "2024-05-12"),
        (f"{HEADING}<div hidden><i itemprop='datePublished'>2024-05-12</i></div>{STORY}", None, "2024-05-12"),
        (
            f"{HEADING}<p>By Nora Halvorsen<br>12 May 2024</p>{STORY}<h3>3 responses</h3><p>Per Aune<br>14 May 2024</p><p>I "
            "have been saying this for years, and nobody on the board ever listens to anyone.</p>",
            "Nora Halvorsen",
            "2024-05-12",
        ),
    ],
)  # fmt: skip
def test_ways_to_set_a_page(body: str, author: str | None, published: str | None) -> None:
    article = article_of(
        f"<html lang='en'><title>{TITLE} - Tarn Bell</title><body>{body}</body></html>", settings=Settings()
    )
    assert isinstance(article, Article)
    assert (article.author, article.published) == (author, published)
    assert article.text.startswith("The old swing bridge")


def test_a_story_set_in_one_paragraph_with_line_breaks() -> None:
    whole = STORY.replace("<p>", "").replace("</p>", "<br><br>")
    page = f"<html><body>{HEADING}<p>By Nora Halvorsen<br>12 May 2024<br><br>{whole}</p></body></html>"
    article = article_of(page, settings=Settings())
    assert isinstance(article, Article)
    assert (article.author, article.published) == ("Nora Halvorsen", "2024-05-12")


def test_a_credit_under_the_report() -> None:
    article = read("", below="<p>Words: Nora Halvorsen<br>Published: 12 May 2024</p>")
    assert (article.author, article.published) == ("Nora Halvorsen", "2024-05-12")
    assert "Halvorsen" not in article.text


@pytest.mark.parametrize(
    "above",
    [
        "<p>Tarn Quay | 12 May 2024</p>",
        "<p>Ivo Lunde, editor of the traders’ newsletter</p><p>12 May 2024</p>",
        "<p>Pier lit by Per Aune Design | 12 May 2024</p>",
        "<p>The pier, painted by Per Aune</p>",
        "<p>Harbour News | 12 May 2024</p>",
        "<p>Coast Watch · Sunday 12 May 2024</p>",
        "<p>Ivo Lunde at the bridge on 12 May 2024</p>",
        "<p>By Thursday the water had gone.</p>",
        "<p>By Sunday 12 May 2024</p>",
        "<p>Pictures: Per Aune<br>12 May 2024</p>",
        "<p>Words: a column about language<br>12 May 2024</p>",
        "<p>Reported missing: Per Aune<br>12 May 2024</p>",
        "<p>Text: Psalm 12</p>",
        "<figure><img src='a.jpg'><figcaption>Ivo Lunde, board chair | 12 May 2024</figcaption></figure>",
        "<aside><p>By Per Aune<br>3 April 2011</p><p><a href='/o'>The other bridge that never opened</a></p></aside>",
        "<div class='related'><p>By Per Aune<br>3 April 2011</p></div>",
    ],
)
def test_what_is_no_byline_names_nobody(above: str) -> None:
    assert read(above).author is None


def test_the_byline_of_a_report_is_not_that_of_a_comment() -> None:
    comments = "<div class='comments'><p>Posted by Per Aune<br>14 May 2024</p><p>About time too.</p></div>"
    article = read("", below=comments)
    assert (article.author, article.published) == (None, None)


def test_what_the_page_says_in_its_data_comes_first() -> None:
    head = '<meta name="author" content="Ida Moe"><meta property="article:published_time" content="2024-05-11">'
    article = read("<p>By Nora Halvorsen<br>12 May 2024</p>", head=head)
    assert (article.author, article.published) == ("Ida Moe", "2024-05-11")
    assert where(article, "author") == "meta"


PASTED = "\n\n".join(part.removesuffix("</p>") for part in STORY.split("<p>")[1:])


@pytest.mark.parametrize(
    ("above", "author", "published"),
    [
        ("By Nora Halvorsen\n12 May 2024, 14:05", "Nora Halvorsen", "2024-05-12T14:05"),
        ("Nora Halvorsen | Staff | May 12, 2024", "Nora Halvorsen", "2024-05-12"),
        ("Words: Nora Halvorsen\nPublished: Sunday 12 May 2024", "Nora Halvorsen", "2024-05-12"),
        ("Published 12 May 2024 by Nora Halvorsen", "Nora Halvorsen", "2024-05-12"),
        ("By Nora Halvorsen May 12, 2024", "Nora Halvorsen", "2024-05-12"),
        ("Tarn Quay | 12 May 2024", None, "2024-05-12"),
        ("Posted 03/04/2024\nUpdated 14/04/2024", None, "2024-04-03"),
        ("Posted 03/04/2024", None, None),
        ("Updated 14 May 2024 | Published 12 May 2024", None, "2024-05-12"),
    ],
)
def test_a_pasted_page(above: str, author: str | None, published: str | None) -> None:
    article = article_of(
        f"Swing bridge at Tarn Quay stays shut until autumn\n\n{above}\n\n{PASTED}", settings=Settings()
    )
    assert isinstance(article, Article)
    assert (article.author, article.published) == (author, published)
    assert article.text.startswith("The old swing bridge")


def test_a_pasted_page_with_a_dateline() -> None:
    text = f"Swing bridge at Tarn Quay stays shut until autumn\n\nTARN QUAY, 12 May 2024 — {PASTED}"
    article = article_of(text, settings=Settings())
    assert isinstance(article, Article)
    assert article.published == "2024-05-12"
