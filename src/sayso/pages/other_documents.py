"""Text that is a document of another kind than a page: feeds, site maps, drawings, JSON, saved web archives."""

from __future__ import annotations

import re

from sayso.schema import Rejected

_HEAD_CHARS = 4_000
# The root element of an XML document, after its declaration, comments and document type.
_ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,400}>\s*|<!--(?:[^-]|-(?!->)){0,2000}-->\s*|<!doctype\b[^>]{0,400}>\s*){0,10}<(?:\w{1,20}:)?"
    r"(?P<root>rss|feed|rdf|sitemapindex|urlset|svg|opml|plist)\b",
    re.IGNORECASE,
)
_ROOTS = {
    "rss": "a feed (RSS)", "feed": "a feed (Atom)", "rdf": "a feed (RDF)", "opml": "a list of feeds (OPML)",
    "urlset": "a site map", "sitemapindex": "a site map", "svg": "a drawing (SVG)", "plist": "a property list",
}  # fmt: skip
_JSON = re.compile(
    r"\s*(?:\{\s*\"(?:[^\"\\\n]|\\.){1,200}\"\s*:|\[\s*\{\s*\"|\[\s*\"(?:[^\"\\]|\\.){0,2000}\"\s*[,\]])"
)
_ARCHIVE = re.compile(r"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_MAIL_HEADER = re.compile(r"[A-Za-z-]{2,40}:[ \t]?\S")


def other_document(text: str) -> Rejected | None:
    """Refuse what says by its start that it is neither a page nor a report's text."""
    head = text[:_HEAD_CHARS]
    root = _ROOT.match(head)
    if root is not None and (root["root"].lower() != "svg" or text.rstrip()[-6:].lower() == "</svg>"):
        what = _ROOTS[root["root"].lower()]
    elif _JSON.match(head) and text.rstrip()[-1:] in "]}":
        what = "JSON data"
    elif _MAIL_HEADER.match(head) and _ARCHIVE.search(head):
        return Rejected("not an article", "A web archive (MHTML); open it in a browser and save the page as HTML.")
    else:
        return None
    return Rejected("not an article", f"{what[0].upper()}{what[1:]}; an HTML page or the text of one report is needed.")
