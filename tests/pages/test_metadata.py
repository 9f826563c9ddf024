import json

import pytest

from sayso.config import Settings
from sayso.pages.authors import author_names
from sayso.pages.json_ld import nodes_of
from sayso.pages.markup import parse_markup
from sayso.pages.metadata import Facts, facts_of
from sayso.pages.page import article_of
from sayso.pages.timestamps import precision, timestamp
from sayso.schema import Article


def facts(head: str = "", body: str = "", url: str | None = None, lang: str = "en-GB") -> Facts:
    return facts_of(
        parse_markup(f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'), url
    )


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def where(known: Facts, fact: str) -> str | None:
    return next((f.where for f in known.found if f.fact == fact), None)


STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Pier at Vellmouth stays closed",
    "datePublished": "2021-03-04T07:15:00+01:00",
    "author": [{"@type": "Person", "name": "Ann Vell"}, {"@type": "Person", "name": "Tor Brask"}],
    "publisher": {"@type": "Organization", "name": "The Vellmouth Bell"},
    "articleSection": ["Coast", "News"],
    "url": "https://bell.example/coast/pier",
}


def test_json_ld_gives_every_fact_and_says_so() -> None:
    known = facts(ld(STORY))
    assert known.title == "Pier at Vellmouth stays closed"
    assert known.author == "Ann Vell; Tor Brask"
    assert known.publisher == "The Vellmouth Bell"
    assert known.section == "Coast"
    assert known.published == "2021-03-04T07:15:00+01:00"
    assert known.url == "https://bell.example/coast/pier"
    assert known.typed
    assert {f.where for f in known.found} == {"json-ld"}


def test_a_graph_with_references_is_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Bell"},
            {**STORY, "author": {"@id": "#ann"}, "publisher": {"@id": "#bell"}},
            {"@id": "#ann", "@type": "Person", "name": "Ann Vell"},
            {"@id": "#bell", "@type": "Organization", "name": "The Vellmouth Bell"},
        ]
    }
    known = facts(ld(graph))
    assert (known.author, known.publisher) == ("Ann Vell", "The Vellmouth Bell")


@pytest.mark.parametrize(
    "broken",
    [
        "<!-- " + json.dumps(STORY) + " -->",
        "//<![CDATA[\n" + json.dumps(STORY) + "\n//]]>",
        json.dumps(STORY)[:-1] + ",}",
        json.dumps(STORY).replace("stays closed", "stays\nclosed"),
        json.dumps({"@type": "WebSite"}) + json.dumps(STORY),
        json.dumps(STORY).replace('"author"', "author"),
    ],
)
def test_json_ld_that_is_not_quite_json_is_read(broken: str) -> None:
    known = facts(ld(broken))
    assert known.title == "Pier at Vellmouth stays closed"
    assert known.published == "2021-03-04T07:15:00+01:00"


def test_other_reports_in_the_json_ld_are_not_this_one() -> None:
    others = [{**STORY, "headline": f"Another thing {n}", "datePublished": "2001-01-01"} for n in range(3)]
    known = facts(ld([*others, STORY]) + "<title>Pier at Vellmouth stays closed - The Vellmouth Bell</title>")
    assert known.title == "Pier at Vellmouth stays closed"
    assert known.published == "2021-03-04T07:15:00+01:00"


def test_opengraph_and_meta_tags() -> None:
    known = facts(
        '<meta property="og:title" content="Pier stays closed | The Vellmouth Bell"><meta property="og:site_name" content="The Vellmouth Bell">'
        '<meta property="article:published_time" content="2021-03-04T06:15:00Z"><meta property="article:section" content="Coast">'
        '<meta name="author" content="By Ann Vell"><meta property="og:type" content="article"><link rel="canonical" href="/coast/pier">',
        url="https://bell.example/coast/pier?from=mail",
    )
    assert (known.title, known.publisher, known.author, known.section) == (
        "Pier stays closed",
        "The Vellmouth Bell",
        "Ann Vell",
        "Coast",
    )
    assert known.published == "2021-03-04T06:15:00Z"
    assert known.url == "https://bell.example/coast/pier"
    assert known.typed
    assert [where(known, fact) for fact in ("title", "author", "url", "published")] == [
        "opengraph",
        "meta",
        "canonical link",
        "opengraph",
    ]


def test_the_heading_that_readers_see_is_the_title() -> None:
    known = facts(
        "<title>Vellmouth pier stays closed after storm - Bell</title>",
        "<h1>Bell</h1><h1>Vellmouth pier stays closed</h1>",
    )
    assert known.title == "Vellmouth pier stays closed"
    assert where(known, "title") == "heading"


@pytest.mark.parametrize(
    ("title", "heading", "site", "expected"),
    [
        ("Pier closed | The Bell", "", "The Bell", "Pier closed"),
        ("Pier closed - Coast - The Bell", "Pier closed again", "The Bell", "Pier closed again"),
        ("The Bell: Pier stays closed", "", "The Bell", "The Bell: Pier stays closed"),
        ("The Bell | Pier stays closed", "", "The Bell", "Pier stays closed"),
        ("Pier – what now? | Bell", "", "The Bell", "Pier – what now?"),
        (
            "The Bell view on the pier: a town afloat",
            "The Bell view on the pier: a town afloat",
            "The Bell",
            "The Bell view on the pier: a town afloat",
        ),
    ],
)
def test_the_site_is_cut_from_the_title_only_where_it_is_the_site(
    title: str, heading: str, site: str, expected: str
) -> None:
    known = facts(
        f'<title>{title}</title><meta property="og:site_name" content="{site}">',
        f"<h1>{heading}</h1>" if heading else "",
    )
    assert known.title == expected


def test_the_most_precise_of_equal_days_is_taken() -> None:
    known = facts(
        ld({**STORY, "datePublished": "2021-03-04"}) + '<meta name="pubdate" content="2021-03-04T07:15">',
        '<time datetime="2021-03-04T07:15:00+01:00">x</time>',
    )
    assert known.published == "2021-03-04T07:15:00+01:00"
    assert where(known, "published") == "time"


def test_a_date_and_a_byline_in_words() -> None:
    known = facts(
        "",
        '<h1>Pier stays closed after the storm</h1><div class="byline">By Ann Vell and Tor Brask</div><p>4 March 2021, 7.15 am GMT</p>',
    )
    assert known.author == "Ann Vell; Tor Brask"
    assert known.published is not None
    assert known.published.startswith("2021-03-04T07:15")
    assert [where(known, "author"), where(known, "published")] == ["byline", "text"]


def test_a_canonical_link_to_the_front_page_is_passed_over() -> None:
    known = facts(
        '<link rel="canonical" href="https://bell.example/"><meta property="og:url" content="https://bell.example/coast/pier">'
    )
    assert known.url == "https://bell.example/coast/pier"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.example/a", "http://[bad", "//"])
def test_only_web_addresses_are_taken(address: str) -> None:
    assert facts(f'<link rel="canonical" href="{address}">').url is None


def test_nothing_known_is_nothing_claimed() -> None:
    known = facts()
    assert known.found == ()
    assert known.title is None
    assert known.language == "en"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["By Ann Vell, Harbour Correspondent"], "Ann Vell"),
        (["Ann Vell, Tor Brask and Ida Sund"], "Ann Vell; Tor Brask; Ida Sund"),
        (["https://bell.example/people/ann", "Ann Vell"], "Ann Vell"),
        (["Ann Vell | Published 4 March 2021"], "Ann Vell"),
        (["ann@bell.example"], None),
        (["admin"], None),
        (["Ann Vell", "ann vell"], "Ann Vell"),
        (["Ann Vell", "The Bell"], "Ann Vell"),
        (["The Bell"], "The Bell"),
        (["Ann Marie Vell Associated Press"], "Ann Marie Vell"),
    ],
)
def test_author_names(values: list[str], expected: str | None) -> None:
    assert author_names(values, "The Bell") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-03-04", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("2021-03-04T07:15:00.000Z", "2021-03-04T07:15:00Z"),
        ("2021-03-04T07:15:00+0100", "2021-03-04T07:15:00+01:00"),
        ("2021-03-04 07:15", "2021-03-04T07:15:00"),
        ("2021-03-04T07:15:00+00:00", "2021-03-04T07:15:00Z"),
        ("Tue, 04 Mar 2021 07:15:00 +0100", "2021-03-04T07:15:00+01:00"),
        ("1614838500", "2021-03-04T06:15:00Z"),
        ("2021-13-04", None),
        ("2021-02-30T01:01:01Z", None),
        ("1804-03-04", None),
        ("soon", None),
        ("", None),
    ],
)
def test_timestamps(value: str, expected: str | None) -> None:
    assert timestamp(value) == expected


def test_precision() -> None:
    assert [
        precision(v) for v in ("2021-03-04", "2021-03-04T07:15", "2021-03-04T07:15Z", "2021-03-04T07:15:00-05:00")
    ] == [1, 2, 3, 3]


def test_nodes_are_bounded() -> None:
    assert len(nodes_of(["[" + "{}," * 50_000 + "{}]"])) <= 5_000
    assert nodes_of(["[" * 100_000]) == []


@pytest.mark.parametrize(
    ("short", "name", "publisher"),
    [
        ("the Bell", "The Vellmouth Bell", "The Vellmouth Bell"),
        ("The Bell", "Bell Media Ltd", "The Bell"),
        ("Vellmouth Bell News", "The Vellmouth Bell", "Vellmouth Bell News"),
        ("Coast Today", "The Vellmouth Bell", "Coast Today"),
    ],
)
def test_a_fuller_name_of_the_outlet_wins_over_opengraph(short: str, name: str, publisher: str) -> None:
    story = {**STORY, "publisher": {"@type": "Organization", "name": name}}
    assert facts(ld(story) + f'<meta property="og:site_name" content="{short}">').publisher == publisher


def test_a_section_in_microdata_is_read() -> None:
    known = facts(body='<div itemscope><meta itemprop="articleSection" content="Coast"></div>')
    assert (known.section, where(known, "section")) == ("Coast", "microdata")
    assert facts(body='<p>In <a itemprop="articleSection">Coast</a></p>').section == "Coast"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<p>By Ana Reyes</p>", "Ana Reyes"),
        ("<div><span>By Ana Reyes and Tom Holm</span></div>", "Ana Reyes; Tom Holm"),
        ("<p>By Monday the water had gone.</p>", None),
        ("<p>By Ana Reyes standards it was a quiet day.</p>", None),
    ],
)
def test_a_bare_byline_below_the_heading(line: str, author: str | None) -> None:
    body = "<p>The mayor said on Monday that the pier would stay shut until the spring.</p>" * 8
    article = article_of(f"<html><body><h1>Pier shut</h1>{line}{body}</body></html>", settings=Settings())
    assert isinstance(article, Article)
    assert article.author == author
