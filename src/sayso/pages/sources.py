"""The parts of a page that state facts about it: meta tags, JSON-LD, headings, the window's title."""

from __future__ import annotations

from lxml import etree

from sayso.pages import json_ld
from sayso.pages.blocks import tidy
from sayso.pages.json_ld import Node
from sayso.pages.markup import Markup
from sayso.pages.titles import key

TEXT_MAX = 400
"""Characters of one fact that are looked at."""


class Page:
    """The parts of a page that hold facts, looked up once."""

    def __init__(self, markup: Markup, url: str | None) -> None:
        self.root = markup.root
        self.url = url
        self.meta: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            name = (
                (
                    element.get("property")
                    or element.get("name")
                    or element.get("itemprop")
                    or element.get("http-equiv")
                    or ""
                )
                .strip()
                .lower()
            )
            content = tidy(element.get("content") or "")
            if name and content:
                self.meta.setdefault(name, []).append(content)
        self.nodes = json_ld.nodes_of(markup.json_ld)
        self.by_id = {
            node["@id"]: node for node in reversed(self.nodes) if isinstance(node.get("@id"), str) and len(node) > 1
        }
        self.headings = [text for element in self.root.iter("h1") if (text := text_of(element))][:20]
        self.document_title = next((text for element in self.root.iter("title") if (text := text_of(element))), None)
        self.article = self._article()

    def first(self, *names: str) -> str | None:
        """Give the first value of the first of these meta tags that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def _article(self) -> Node | None:
        """Choose the JSON-LD node of the report: the one whose headline or address is the page's own."""
        articles = [node for node in self.nodes if json_ld.types_of(node) & json_ld.ARTICLE_TYPES]
        if not articles:
            articles = [node for node in self.nodes if node.get("headline") and node.get("datePublished")]
        titles = [*self.headings, *self.meta.get("og:title", ())[:5], self.document_title or ""]
        wordings = [key(text) for text in titles]

        def fit(node: Node) -> tuple[int, int]:
            headline = key(" ".join(json_ld.texts_of(node.get("headline") or node.get("name"))[:1]))
            same = any(headline and (headline in wording or (wording and wording in headline)) for wording in wordings)
            fields = sum(
                bool(node.get(name)) for name in ("headline", "datePublished", "author", "publisher", "articleBody")
            )
            return int(same), fields

        # ``max`` keeps the first of equals. A list of other reports has headlines, and none of them this page's.
        best = max(articles, key=fit, default=None)
        return best if best is not None and (fit(best)[0] or len(articles) == 1) else None


def text_of(element: etree._Element) -> str:
    """Give an element's text, as far as a fact may need it."""
    pieces: list[str] = []
    length = 0
    for text in element.itertext():
        pieces.append(text)
        length += len(text)
        if length > 2 * TEXT_MAX:
            break
    return tidy(" ".join(pieces) if len(element) else "".join(pieces))[:TEXT_MAX]
