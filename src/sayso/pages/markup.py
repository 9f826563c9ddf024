"""HTML to a small, safe tree: what the later steps need and nothing a hostile page can grow without bound.

The parser's events build the tree here rather than in libxml2, for three reasons that were measured: its own tree takes
quadratic time in the attributes of one tag (40,000: 1.9 s; by events 15 ms), it stops and loses all text below
2,048 nested tags, and scripts, styles and drawings need not be kept at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

DEPTH_MAX = 80
"""Deeper tags are hung here, flat, as browsers do (at 512): XPath looks at the ancestors of every element."""

ELEMENTS_MAX = 40_000
"""The 102 benchmark pages hold at most 1,703. A page with more is refused: extraction takes seconds from there on."""

CELLS_MAX = 1_000
"""More cells of one row lose their mark: trafilatura counts a row's cells anew for each (20,000: 1.7 s)."""

ATTRIBUTES_KEPT = frozenset(
    "class id href content property name itemprop datetime pubdate rel type lang role style title data-component "
    "aria-hidden hidden data-lp-replacement-content http-equiv src alt".split()
)
VALUE_MAX = 4_000
CLASS_MAX = 400
JSON_LD_MAX = 2_000_000
UNSCRIPTED_MAX = 1_000
SKIPPED = frozenset(
    "script style svg template iframe object embed canvas audio video noscript noframes select option datalist math "
    "map applet".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,40}\Z")
# What XML cannot hold, which a character reference may still bring in: C0 controls, lone surrogates, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Markup:
    """A parsed page.

    :param root: the ``html`` element; scripts, styles, comments and most attributes are gone.
    :param json_ld: the text of each ``application/ld+json`` script, in order.
    :param elements: how many tags the page opened; the tree is cut off at ``ELEMENTS_MAX``.
    :param unscripted: what the page shows where scripts are off, at most ``UNSCRIPTED_MAX`` characters.
    """

    root: lxml.html.HtmlElement
    json_ld: list[str] = field(default_factory=list)
    elements: int = 0
    unscripted: str = ""


class _Builder:
    """Target of the parser's events (the interface of ``lxml.etree.HTMLParser(target=…)``)."""

    def __init__(self) -> None:
        root = lxml.html.html_parser.makeelement("html")
        self.markup = Markup(root)
        self._stack: list[etree._Element] = [root]
        self._texts: list[str] = []
        self._last: etree._Element | None = None  # the element whose tail is being filled, else text of the top
        self._skipped = 0
        self._too_deep = 0
        self._cells = 0
        self._json: list[str] | None = None
        self._json_size = 0
        self._unscripted = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipped:
            self._skipped += tag not in VOID
            return
        if tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._json = []
        if tag in SKIPPED:
            self._skipped = int(tag not in VOID)
            self._unscripted = tag == "noscript"
            return
        self.markup.elements += 1
        kept = {
            name: _UNFIT.sub("", value[: CLASS_MAX if name == "class" else VALUE_MAX])
            for name, value in attributes.items()
            if name in ATTRIBUTES_KEPT
        }
        if tag == "html":  # the root exists already
            for name, value in kept.items():
                self.markup.root.set(name, value)
            return
        if self.markup.elements > ELEMENTS_MAX:
            return
        self._flush()
        if len(self._stack) >= DEPTH_MAX:
            self._last = self._stack.pop()
            self._too_deep += 1
        if tag in ("td", "th"):
            self._cells += 1
        elif tag == "tr":
            self._cells = 0
        fit = _NAME.match(tag) and (self._cells <= CELLS_MAX or tag not in ("td", "th"))
        element = etree.SubElement(self._stack[-1], tag if fit else "span", kept)
        self._stack.append(element)
        self._last = None

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= tag not in VOID
            if not self._skipped and self._json is not None:
                self.markup.json_ld.append("".join(self._json))
                self._json = None
            return
        if tag == "html" or self.markup.elements > ELEMENTS_MAX:
            return
        self._flush()
        if self._too_deep and len(self._stack) >= DEPTH_MAX:
            self._too_deep -= 1
            return
        if len(self._stack) > 1:
            self._last = self._stack.pop()

    def data(self, text: str) -> None:
        if not self._skipped:
            self._texts.append(text)
        elif self._json is not None and self._json_size < JSON_LD_MAX:
            self._json.append(text)
            self._json_size += len(text)
        elif self._unscripted and len(self.markup.unscripted) < UNSCRIPTED_MAX:
            self.markup.unscripted += _UNFIT.sub("", text[:UNSCRIPTED_MAX]) + " "

    def comment(self, text: str) -> None:
        pass

    def pi(self, target: str, data: str | None = None) -> None:
        pass

    def close(self) -> Markup:
        self._flush()
        return self.markup

    def _flush(self) -> None:
        if not self._texts:
            return
        text = _UNFIT.sub("", "".join(self._texts))
        self._texts.clear()
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        else:
            self._stack[-1].text = (self._stack[-1].text or "") + text


def parse_markup(html: str) -> Markup:
    """Parse a page, however broken. Never raises; an input without any tag gives a tree of one paragraph.

    Time is linear in the size of the page.
    """
    clean = _UNFIT.sub("", html).encode("utf-8")
    parser = etree.HTMLParser(target=_Builder(), huge_tree=True, encoding="utf-8", recover=True)
    try:
        markup = etree.fromstring(clean or b"<html></html>", parser)
    except etree.LxmlError:
        # Nothing at all that the parser would call a document, for example only comments.
        markup = _Builder().close()
    assert isinstance(markup, Markup)
    return markup
