import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.pages.blocks import layout_of
from sayso.pages.extract import article_from_html
from sayso.pages.markup import DEPTH_MAX, ELEMENTS_MAX, parse_markup
from sayso.schema import Article, Rejected

SETTINGS = Settings()
LEAD = (
    "The harbour board of Vellmouth said on Tuesday that the east pier would stay closed until the spring, because the storm "
    "of last week had torn away a third of its planks and the divers had not yet looked at the piles below."
)
QUOTE = "“We are not going to send anybody out there before the divers have been,” said Ottoline Marsh, who heads the board."
CLOSE = "Fishermen said that they had been told nothing, and that the ice house would be empty by the end of the month."


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>Pier closed</title>{head}</head><body><h1>Pier closed</h1>{body}</body></html>"


def read(html: str, **options: object) -> Article:
    article = article_from_html(html, None, Settings(**options))  # type: ignore[arg-type]
    assert isinstance(article, Article), article
    return article


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def test_paragraphs_are_kept_and_joined_by_blank_lines() -> None:
    article = read(page(f"<article><p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p></article>"))
    assert paragraphs(article) == [LEAD, QUOTE, CLOSE]
    assert article.text == "\n\n".join([LEAD, QUOTE, CLOSE])
    assert article.title == "Pier closed"


def test_the_headline_is_no_part_of_the_text() -> None:
    article = read(page(f"<article><h1>Pier closed</h1><p>{LEAD}</p><p>{CLOSE}</p></article>"))
    assert paragraphs(article) == [LEAD, CLOSE]


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    article = read(page(f"<article><div>{LEAD}<br> <br/>{QUOTE}<br>Then she left.<br><br><br>{CLOSE}</div></article>"))
    assert paragraphs(article) == [LEAD, f"{QUOTE} Then she left.", CLOSE]


def test_blockquotes_lists_and_subheadings_stay_in_order() -> None:
    body = (
        f"<article><p>{LEAD}</p><h2>What is closed</h2><ul><li>The east pier, from the steps to the lamp</li><li>The slip beside it</li></ul>"
        f"<blockquote><p>We looked over the rail and there was no pier left, only the water and a great many gulls.</p></blockquote><p>{CLOSE}</p></article>"
    )
    assert paragraphs(read(page(body))) == [
        LEAD,
        "What is closed",
        "The east pier, from the steps to the lamp",
        "The slip beside it",
        "We looked over the rail and there was no pier left, only the water and a great many gulls.",
        CLOSE,
    ]


def test_captions_related_links_share_bars_and_forms_are_left_out() -> None:
    body = (
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><div class="share-bar"><a>Facebook</a> <a>Twitter</a></div><p>{LEAD}</p>'
        "<figure><img src=a.jpg><figcaption>The pier on Monday. Photograph: T. Oake</figcaption></figure>"
        f'<p>{QUOTE}</p><div class="related"><h3>Related</h3><ul><li><a href="/a">Ferry loses its funnel in the night</a></li></ul></div>'
        '<p><a href="/b">Read more: Who pays for the pier?</a></p>'
        '<div class="newsletter-signup"><p>Get the news of the coast in your inbox every morning.</p><form><input><button>Go</button></form></div>'
        f"<p>{CLOSE}</p></article><aside><p>The tides this week, by our almanac man, who is never wrong.</p></aside>"
        '<div id="comments"><p>First! And also I saw the pier go, it went like a pack of cards in the wind.</p></div><footer>© Vellmouth Bell</footer>'
    )
    assert paragraphs(read(page(body))) == [LEAD, QUOTE, CLOSE]


def test_an_embedded_post_keeps_its_words_and_its_writer() -> None:
    post = (
        '<div class="social-embed"><blockquote class="twitter-tweet"><p>The pier is gone. I repeat, the pier is gone.</p>'
        "— Vellmouth Coastguard (@vellcoast) <a href=x>March 4, 2031</a></blockquote></div>"
    )
    assert paragraphs(read(page(f"<article><p>{LEAD}</p>{post}<p>{QUOTE}</p><p>{CLOSE}</p></article>"))) == [
        LEAD,
        "The pier is gone. I repeat, the pier is gone.",
        "— Vellmouth Coastguard (@vellcoast) March 4, 2031",
        QUOTE,
        CLOSE,
    ]


def test_what_is_hidden_inside_a_line_stays_out() -> None:
    lead = LEAD.replace(
        "Vellmouth",
        'Vellmouth<span class="sr-only">opens in a new window</span><span style="display: none">x</span>',
        1,
    )
    assert paragraphs(read(page(f"<article><p>{lead}</p><p>{QUOTE}</p><p>{CLOSE}</p></article>"))) == [
        LEAD,
        QUOTE,
        CLOSE,
    ]


def test_a_report_that_waits_for_a_script_to_show_it_is_read() -> None:
    article = read(page(f'<div class="story" style="display:none"><p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p></div>'))
    assert paragraphs(article) == [LEAD, QUOTE, CLOSE]


def test_a_hidden_copy_is_not_read_twice() -> None:
    report = f"<p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p>"
    assert paragraphs(read(page(f'<article>{report}</article><div style="display:none">{report}</div>'))) == [
        LEAD,
        QUOTE,
        CLOSE,
    ]


def test_every_entry_of_a_live_blog_is_read() -> None:
    words = LEAD.split()
    leads = {hour: " ".join(words[hour:] + words[:hour]) for hour in range(4, 9)}
    entries = "".join(
        f'<article class="entry"><p><time>0{hour}.15 GMT</time></p><h2>At {hour}</h2><p>Hour {hour}: {leads[hour]}</p></article>'
        for hour in range(4, 9)
    )
    head = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Pier closed"}</script>'
    assert paragraphs(read(page(f"<div>{entries}</div>", head))) == [
        text for hour in range(4, 9) for text in (f"At {hour}", f"Hour {hour}: {leads[hour]}")
    ]


def test_white_space_entities_and_control_characters() -> None:
    messy = "The&nbsp;board  said\n\t&ldquo;no&rdquo;&#8203; &amp;amp; left.&#1; It &lt;b&gt; said so&#146;s \u202eall\u00ad.  "
    article = read(page(f"<article><p>{LEAD}</p><p>{messy}</p><p>{CLOSE}</p></article>"))
    assert paragraphs(article)[1] == "The board said “no” &amp; left. It <b> said so’s all."


def test_a_body_only_in_the_script_data_is_read() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier closed","articleBody":"%s"}</script>'
    article = read(page("<div id=app></div>", head % f"{LEAD} {QUOTE} {CLOSE}"))
    assert QUOTE in article.text


@pytest.mark.parametrize(
    "junk",
    [
        "<div>" * 30_000,
        "<b>a " * 3_000,
        "<p " + " ".join(f'a{i}="x"' for i in range(60_000)) + ">",
        '<p class="' + "x" * 2_000_000 + '">',
        "&" * 300_000 + "<" * 300_000,
        '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
        '<script type="application/ld+json">{' + '"headline":"x",' * 20_000 + "</script>",
        '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;">]>&d;&d;',
        "\x00\x01\x02\ud800\uffff",
        "<svg><title>no</title>" * 500,
        "<frameset><o:p><a-b c:d=e><1>",
        "<![CDATA[<p>x</p>]]><?php echo 1 ?>",
        "<table>" + "<tr><td>cell" * 2_000,
        "</div></body></html>" * 2_000,
    ],
    ids=range(14),
)
def test_hostile_markup_leaves_the_report_readable(junk: str) -> None:
    article = article_from_html(
        page(f"<article><p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p></article>{junk}"), None, SETTINGS
    )
    assert isinstance(article, Article)
    assert LEAD in article.text


def test_a_page_of_too_many_tags_is_refused() -> None:
    refused = article_from_html("<p>x" * (ELEMENTS_MAX + 1), None, SETTINGS)
    assert isinstance(refused, Rejected)
    assert refused.reason == "too large"
    assert "tags" in refused.detail


def test_deep_nesting_is_flattened_and_its_text_kept() -> None:
    root = parse_markup("<div>" * 5_000 + "deep" + "</div>" * 5_000 + "<p>after</p>").root
    assert max(len(list(element.iterancestors())) for element in root.iter()) <= DEPTH_MAX
    assert [block.text for block in layout_of(root).blocks] == ["deep", "after"]


BASE = page(
    f'<article class="story"><p>{LEAD}</p><ul><li>{QUOTE}</li></ul><p>{CLOSE}</p></article><aside><a href="/x">More</a></aside>'
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(BASE)),
            st.integers(0, 12),
            st.text(max_size=6) | st.sampled_from(["<", ">", "</p>", "<!--", "\x00", '"', "&#", "<p", "<a href='"]),
        ),
        max_size=12,
    )
)
def test_no_mutation_of_a_page_breaks_the_reader(cuts: list[tuple[int, int, str]]) -> None:
    html = BASE
    for at, length, text in cuts:
        html = html[:at] + text + html[at + length :]
    article = article_from_html(html, None, SETTINGS)
    if isinstance(article, Rejected):
        assert article.detail
        return
    texts = paragraphs(article)
    assert article.text == "\n\n".join(texts)
    for text in texts:
        assert text
        assert text == " ".join(text.split())
        assert not any(ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF for c in text)


def test_a_report_in_the_page_s_data_alone_is_read() -> None:
    story = json.dumps({"@type": "NewsArticle", "headline": "Pier closed", "articleBody": f"{LEAD}\n\n{QUOTE}"})
    head = f'<title>Pier closed</title><script type="application/ld+json">{story}</script>'
    assert paragraphs(read(f"<html lang=en><head>{head}</head><body><div id=root></div></body></html>")) == [
        LEAD,
        QUOTE,
    ]


def test_reference_marks_and_edit_links_are_no_words() -> None:
    body = (
        f"<p>{LEAD}<sup class='reference'><a href=#n1>[1]</a></sup></p><h2>The pier<span class='mw-editsection'>[<a href=#>edit</a>]</span></h2>"
        f"<p>{QUOTE}<sup id=fnref class='footnote-ref'>2</sup> 10 m<sup>2</sup> were lost.</p><p>{CLOSE}</p>"
    )
    assert paragraphs(read(page(f"<article>{body}</article>"))) == [
        LEAD,
        "The pier",
        f"{QUOTE} 10 m2 were lost.",
        CLOSE,
    ]


def test_counts_beside_the_headline_are_no_paragraphs() -> None:
    assert paragraphs(
        read(page(f"<article><div>12</div><div>--</div><p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p></article>"))
    ) == [LEAD, QUOTE, CLOSE]


def test_empty_lines_part_preformatted_text() -> None:
    broken = LEAD.replace(" the ", "\nthe ")
    assert paragraphs(read(page(f"<pre>{broken}\n\n{QUOTE}\n \n\n<b>{CLOSE}</b></pre>"))) == [LEAD, QUOTE, CLOSE]
