from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from foam import FOAM
from hypothesis import given
from lxml import html as lxml_html
from strategies import readings

from samples import BRIDGE, EVIL, reading_of
from sayso.export import html
from sayso.export.harmless import disarm
from sayso.schema import Reading


def page(text: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(text)


def words(element: lxml_html.HtmlElement) -> str:
    """The text of an element without the numbers of statements."""
    for number in element.xpath(".//a[@class]"):
        number.text = ""
    return str(element.text_content())


def plain(text: str) -> str:
    """What an HTML parser makes of the characters of a text."""
    return disarm(text).replace("\r\n", "\n").replace("\r", "\n")


def test_the_list_says_who_says_what() -> None:
    items = page(html.render(BRIDGE)).xpath("//ol[@class='said']/li")
    assert len(items) == 6
    assert items[0].xpath("string(.//b)") == "Ada Quill, the mayor of Tarnmouth"
    assert items[4].xpath("string(.//p[@class='tags'])") == "indirectdenied90% sure"
    assert items[2].xpath("string(.//p[@class='tags']/a/@href)") == "#p1a2"


def test_the_answer_stands_above_the_text() -> None:
    text = html.render(FOAM)
    assert text.index("On whose say-so?") < text.index('<div class="report"')
    top = page(text).xpath("//section[@class='glance']")[0]
    assert [" ".join(li.text_content().split()) for li in top.xpath(".//ul[@class='figures']/li")] == [
        "52 % on named sources", "31 % on unnamed sources", "17 % on the report’s own word",
    ]  # fmt: skip
    bar = top.xpath(".//svg[@class='shares']")[0]
    assert [(line.get("class"), line.get("x1"), line.get("x2")) for line in bar.xpath("./line")] == [
        ("named", "0", "52.0%"), ("anonymous", "52.0%", "83.0%"),
    ]  # fmt: skip
    first = top.xpath(".//table[@class='voices']/tbody/tr")[0]
    assert first.xpath("string(.//span[@class='name'])") == "Petra Halvorsen Veldrian Transport Minister"
    assert [td.text for td in first.xpath("./td")] == ["82", "1"]


def test_the_headline_is_checked_word_by_word() -> None:
    checks = page(html.render(FOAM)).xpath("//ul[@class='checks']/li")
    assert checks[1].xpath("string(.//q)") == "‘was is swallowing cars whole’"
    assert (checks[1].xpath("string(.//del)"), checks[1].xpath("string(.//ins)")) == ("was", "is")
    assert checks[1].xpath(".//a/@href") == ["#p1a5"]
    assert checks[2].xpath("string(.//span)") == "✓ verbatim"
    assert checks[3].xpath("string(p[@class='notes'])") == "somebody’s word became a fact"


def test_a_statement_has_its_chain_in_words_and_drawn() -> None:
    item = page(html.render(FOAM)).get_element_by_id("p1a5")
    words = "Lorry driver, unnamed → told Veldria One’s Anneke Strand → on TV → this page"
    assert item.xpath("string(p[@class='told'])") == words
    drawing = item.xpath("svg[@class='chain']")[0]
    assert drawing.get("aria-hidden") == "true"  # the words beside it say the same
    drawn = [text.text for text in drawing.xpath(".//text")]
    assert drawn == ["lorry driver", "interview", "Anneke Strand", "TV", "Veldria One", "TV", "this page"]
    assert [g.get("class") for g in drawing.xpath("./g")] == ["anonymous", "named", "named", "page"]
    assert "third hand" in item.xpath("string(p[@class='tags'])")


def test_an_echo_leads_to_what_it_repeats() -> None:
    item = page(html.render(FOAM)).get_element_by_id("p1a2")
    assert item.xpath("p[@class='tags']/a[@href='#p1a7']")
    assert item.xpath("string(blockquote/del)") == "and leave everything"
    assert item.xpath("string(blockquote/ins)") == "have been"
    assert not item.xpath("svg")


def test_sentences_on_nobody_s_word_are_marked_in_the_text_and_listed_above() -> None:
    found = page(html.render(FOAM))
    assert found.xpath("string(//span[@class='bare'][last()])") in {"on nobody’s word", FOAM.text_of(FOAM.unsourced)}
    assert found.xpath("//p[@class='text']/a[@class='nil']/@id") == ["p1u1"]
    assert found.xpath("//ol[@class='bares']/li/a/@href") == ["#p1u1"]


def test_nested_and_overlapping_statements_share_segments() -> None:
    inner = page(html.render(BRIDGE)).xpath("//span[@data-c='2 3']")
    assert "".join(span.text for span in inner) == "the eastern pier was “not fit for lorries”"


def test_every_anchor_leads_somewhere() -> None:
    found = page(html.HEAD + html.part(FOAM, 1) + html.BETWEEN + html.part(BRIDGE, 3) + html.part(EVIL, 2) + html.TAIL)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in found.xpath("//a/@href"):
        assert href.startswith("https://bell.example/") or href[1:] in ids


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    text = html.render(BRIDGE)
    policy = page(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (code,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    text = html.render(BRIDGE)
    found = page(text)
    assert not found.xpath("//@src | //link | //img | //iframe | //object | //embed | //form")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|innerHTML", text)


def test_the_page_s_own_words_never_become_markup() -> None:
    found = page(html.render(EVIL))
    assert len(found.xpath("//script")) == 1
    assert not found.xpath("//img | //@onload | //@onerror | //svg//script")
    assert {str(svg) for svg in found.xpath("//svg/@class")} <= {"chain", "mark", "bar", "shares", "shares swatch"}
    assert len(found.xpath("//svg[not(@class)]")) == 0
    assert found.xpath("//title")[0].text.startswith("Who says what: </title><script>")
    assert not any("javascript" in href for href in found.xpath("//@href"))
    assert not found.xpath("//div[@class='report']/@lang")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html.render(EVIL))


def test_links_go_to_web_addresses_only() -> None:
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a.example/\"onmouseover='x'",
        "https://a b",
        "//a.example",
    ):
        assert not page(html.render(reading_of("Calm.", url=url))).xpath("//p[@class='where']")
    assert not page(html.render(EVIL)).xpath("//p[@class='where']/a")
    link = page(html.render(BRIDGE)).xpath("//p[@class='where']/a")[0]
    assert link.get("href") == BRIDGE.article.url
    assert link.get("rel") == "noopener noreferrer nofollow"


@pytest.mark.parametrize(
    ("confidence", "said"),
    [(1.0, "over 99% sure"), (0.996, "over 99% sure"), (0.99, "99% sure"), (0.5, "50% sure"), (0.0, "under 1% sure")],
)
def test_nothing_is_wholly_sure(confidence: float, said: str) -> None:
    reading = reading_of("It will rain, she said.", ("she", "said", "It will rain,", "indirect"))
    attributions = (replace(reading.attributions[0], confidence=confidence),)
    found = page(html.render(replace(reading, attributions=attributions)))
    assert found.xpath("string(//p[@class='tags']/span[@title])") == said


@given(readings())
def test_the_text_is_all_there_and_nothing_else(reading: Reading) -> None:
    text = html.render(reading)
    text.encode()
    found = page(text)
    assert len(found.xpath("//script")) == 1
    shown = [words(p) for p in found.xpath("//p[@class='text']")]
    expected = [plain(span.of(reading.article.text)) for span in reading.article.paragraphs] or [
        plain(reading.article.text)
    ]
    assert shown == expected
    assert len(found.xpath("//ol[@class='said']/li")) == len(reading.attributions)
