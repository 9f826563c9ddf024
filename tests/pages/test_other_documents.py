import json

import pytest

from sayso.config import Settings
from sayso.pages.other_documents import other_document
from sayso.pages.page import article_of
from sayso.schema import Article, Rejected

LINE = (
    "The harbour board of Vellmouth said on Tuesday that the east pier would stay closed until the spring, because the storm "
    "of last week had torn away a third of its planks and the divers had not yet looked at the piles below."
)
RSS = f"<rss version='2.0'><channel><title>Bell</title><item><title>Pier</title><description>{LINE}</description></item></channel></rss>"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (RSS, "A feed (RSS)"),
        (f"<?xml version='1.0'?>\n<!-- made by - hand -->\n{RSS}", "A feed (RSS)"),
        (f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>{LINE}</summary></entry></feed>", "A feed (Atom)"),
        (f"<rdf:RDF><item><description>{LINE}</description></item></rdf:RDF>", "A feed (RDF)"),
        ("<?xml version='1.0'?><urlset><url><loc>https://bell.example/</loc></url></urlset>", "A site map"),
        (f"<svg xmlns='http://www.w3.org/2000/svg'><text>{LINE}</text></svg>", "A drawing (SVG)"),
        (json.dumps({"text": LINE}), "JSON data"),
        (json.dumps([{"text": LINE}] * 3, indent=2), "JSON data"),
        ("\n".join([json.dumps({"text": LINE})] * 3), "JSON data"),
        (json.dumps([LINE]), "JSON data"),
        (
            f'From: <Saved by a browser>\nSubject: Pier\nContent-Type: multipart/related;\n\tboundary="x"\n\n<p>{LINE}</p>',
            "A web archive (MHTML)",
        ),
    ],
)
def test_another_kind_of_document_is_named_and_refused(text: str, what: str) -> None:
    for page in (text, "\ufeff" + text, text.encode()):
        refused = article_of(page, settings=Settings())
        assert isinstance(refused, Rejected), refused
        assert refused.reason == "not an article"
        assert refused.detail.startswith(what)


@pytest.mark.parametrize(
    "text",
    [
        f"<?xml version='1.0'?><!DOCTYPE html><html><body><p>{LINE}</p></body></html>",
        f"<svg><path d='M0 0'/></svg><h1>Pier closed</h1><p>{LINE}</p>",
        f"[Vellmouth] {LINE}",
        f"{{Advert}} {LINE}",
        f"“{LINE}”",
        f"Feed: {LINE}",
        f"RSS\n\n{LINE}",
    ],
)
def test_a_page_or_a_text_is_not_taken_for_one(text: str) -> None:
    assert other_document(text) is None
    assert isinstance(article_of(text, settings=Settings(words_min=20)), Article)
