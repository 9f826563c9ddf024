"""IRIs for articles and statements, the same on every run and on every machine."""

from __future__ import annotations

import base64
import hashlib
import uuid

from sayso.export.harmless import encodable
from sayso.schema import Article


def web_address(url: str | None) -> str | None:
    """Give a URL back if it may be linked to: http or https, without white space or control characters."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return None if any(c.isspace() or not c.isprintable() or c in '<>"\\^`{|}' for c in url) else url


def article_iri(article: Article) -> str:
    """Name the article: its URL, or the digest of its text.

    Source: RFC 6920, "Naming Things with Hashes".
    """
    address = web_address(article.url)
    if address is not None:
        return address
    digest = hashlib.sha256(encodable(article.text).encode()).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


class Names:
    """Names for what a reading says about one article. A page that changed gets other names."""

    def __init__(self, article: Article) -> None:
        self.article = article_iri(article)
        text = hashlib.sha256(encodable(article.text).encode()).hexdigest()
        self._space = uuid.uuid5(uuid.NAMESPACE_URL, f"{self.article}#{text}")

    def of(self, kind: str, id: str = "") -> str:
        """Give the IRI of one thing: what kind of thing, and of which attribution."""
        return uuid.uuid5(self._space, encodable(f"{kind} {id}")).urn
