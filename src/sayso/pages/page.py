"""A page in whatever form it comes, to its report: the one door for HTML, bytes and pasted text."""

from __future__ import annotations

import re

from sayso.config import Settings
from sayso.pages.decode_bytes import decode_page
from sayso.pages.other_documents import other_document
from sayso.pages.reject import too_large
from sayso.schema import Article, Rejected

_SNIFF_CHARS = 20_000
_START = re.compile(
    r"\s*(?:<!doctype\s+html|<\?xml\b|<(?:html|head|body|article|main|title|meta|div|section|p|h1|h2|table|!--)\b|<!--)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:html|head|body|article|main|section|div|p|h[1-6]|title|meta|link|script|style|span|ul|ol|li|table|tr|td|br|img|nav|header|footer|blockquote|a|em|strong|b|i)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_CHARS_PER_TAG = 800
"""Markup has a tag every 40 to 300 characters; a pasted page with a stray form or shortcode in it far fewer."""


def article_of(
    page: str | bytes, *, url: str | None = None, charset: str | None = None, settings: Settings
) -> Article | Rejected:
    """Read a page.

    :param page: HTML or pasted plain text, as text or as bytes in any encoding.
    :param url: where it came from, if known.
    :param charset: the encoding that the server named, if any.
    :return: the report, or why the page is refused. Never raises on what a page holds.
    """
    size = len(page) if isinstance(page, bytes) else _size_bytes(page, settings.size_max_bytes)
    if (refused := too_large(size, settings)) is not None:
        return refused
    if isinstance(page, bytes):
        decoded = decode_page(page, charset=charset)
        if isinstance(decoded, Rejected):
            return decoded
        page = decoded
    markup = page.removeprefix("\ufeff")  # pasted text keeps its mark, so that spans point into it as given
    if not page.strip(" \t\r\n\f\v\0\u200b\ufeff\u00a0"):
        return Rejected("empty", "The page is empty; an HTML page or the text of a report is needed.")
    if (refused := other_document(markup)) is not None:
        return refused
    if is_html(markup):
        from sayso.pages.extract import article_from_html

        return article_from_html(markup, url, settings)
    from sayso.pages.pasted import article_from_pasted

    return article_from_pasted(page, url=url, settings=settings)


def is_html(text: str) -> bool:
    """Tell markup from plain text; a text that merely holds a "<" or a few tags is plain."""
    head = text[:_SNIFF_CHARS]
    tags = 0
    closing = False
    for match in _TAG.finditer(head):
        tags += 1
        closing = closing or match.group().startswith("</")
    if _START.match(head):
        return tags > 0 or "<!" in head[:200] or "<?xml" in head[:200]
    return tags >= 3 and closing and tags * _CHARS_PER_TAG >= len(head)


def _size_bytes(text: str, limit: int) -> int:
    """Give the size in UTF-8, counted exactly only where it decides."""
    if 4 * len(text) <= limit or len(text) > limit:
        return len(text)
    return len(text.encode("utf-8", "surrogatepass"))
