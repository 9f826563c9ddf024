"""What a page says about its report: title, publisher, author, section, time, address, language; and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from sayso.pages import json_ld
from sayso.pages.authors import author_names
from sayso.pages.blocks import tidy
from sayso.pages.language import code_of
from sayso.pages.markup import Markup
from sayso.pages.publication import published_of
from sayso.pages.shown_credits import author_of_lines
from sayso.pages.shown_lines import Shown, shown_of
from sayso.pages.sources import TEXT_MAX, Page, text_of
from sayso.pages.titles import SEPARATOR, alike, is_fuller, key, without_site
from sayso.schema import Found

_CONTENT_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_META_AUTHOR = (
    "author article:author og:article:author article:author_name parsely-author sailthru.author dc.creator "
    "dcterms.creator byl cxenseparse:author authors twitter:creator:name citation_author"
).split()
_META_PUBLISHER = (
    "og:site_name application-name publisher dc.publisher twitter:app:name:iphone apple-mobile-web-app-title cre source"
).split()
_META_SECTION = (
    "article:section og:section og:article:section parsely-section section cxenseparse:recs:category dc.subject "
    "category sectionname article.section sailthru.section news_section"
).split()
_BREAK_TAGS = re.compile(r"</?(?:p|div|br|li|ul|h[1-6]|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_LINE_TAGS = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_NO_SECTION = frozenset(("all", "home", "home page", "homepage", "front page", "uncategorized", "uncategorised"))
_HOME = re.compile(r"(?:home(?: ?page)?|news|front page|index|all news|latest(?: news)?|start)\W*\Z", re.IGNORECASE)
_BYLINE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author(?:-?name|s)?|article-?author|writer|reporter)s?(?:$|[\s_-])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report apart from its text.

    :param titles: every wording of the headline that the page has, the chosen one first.
    :param typed: the page calls itself an article; ``live``: a live blog.
    :param body: the report's text in the page's data, without tags, one paragraph per line.
    :param found: where each fact was.
    """

    title: str | None
    titles: tuple[str, ...]
    publisher: str | None
    author: str | None
    section: str | None
    published: str | None
    url: str | None
    language: str | None
    typed: bool
    live: bool
    body: str
    found: tuple[Found, ...]


def facts_of(markup: Markup, url: str | None = None) -> Facts:
    """Read a page's facts.

    :param url: the address it was fetched from, if any; relative addresses are completed with it.
    """
    page = Page(markup, url)
    found: list[Found] = []

    def note(fact: str, pair: tuple[str, str] | None) -> str | None:
        if pair is None:
            return None
        found.append(Found(fact, pair[1]))
        return pair[0]

    address = note("url", _url(page))
    publisher = note("publisher", _publisher(page, address))
    titles, where = _titles(page, publisher)
    title = note("title", (titles[0], where)) if titles else None
    shown = shown_of(markup.root, titles)
    author = note("author", _author(page, shown, publisher))
    section = note("section", _section(page, title, publisher))
    published = note("published", published_of(page, shown, address))
    return Facts(
        title,
        tuple(titles),
        publisher,
        author,
        section,
        published,
        address,
        _claimed_language(page),
        _typed(page),
        page.article is not None and "liveblogposting" in json_ld.types_of(page.article),
        _body(page),
        tuple(found),
    )


def _titles(page: Page, publisher: str | None) -> tuple[list[str], str]:
    from_json = json_ld.texts_of(page.article.get("headline") or page.article.get("name"))[:1] if page.article else []
    claims = [(tidy(text), "json-ld") for text in from_json]
    claims += [
        (page.meta[name][0], "opengraph" if name.startswith("og:") else "meta")
        for name in _CONTENT_TITLE
        if name in page.meta
    ]
    if page.document_title:
        claims.append((page.document_title, "title"))
    cleaned = [(without_site(text[:TEXT_MAX], page.headings, publisher), where) for text, where in claims if text]
    # What readers see as the headline comes first, where another source says that it is one.
    headings = [heading for heading in page.headings if key(heading) != key(publisher or "")]
    heading = next((h for h in headings if any(alike(h, text) for text, _ in cleaned)), None)
    if heading is None and not cleaned and headings:
        heading = headings[0]
    if heading is not None:
        cleaned.insert(0, (without_site(heading, [], publisher), "heading"))
    titles = [text for text, _ in cleaned if text] + [text for text, _ in claims] + page.headings
    return list(dict.fromkeys(text[:TEXT_MAX] for text in titles)), (cleaned[0][1] if cleaned else "")


def _url(page: Page) -> tuple[str, str] | None:
    candidates: list[tuple[str, str]] = []
    base = page.url or ""
    for element in page.root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
            candidates.append((element.get("href", ""), "canonical link"))
            break
    if value := page.first("og:url"):
        candidates.append((value, "opengraph"))
    if page.article:
        main = page.article.get("mainEntityOfPage")
        value = main.get("@id") if isinstance(main, dict) else main if isinstance(main, str) else None
        candidates += [(text, "json-ld") for text in (page.article.get("url"), value) if isinstance(text, str)]
    candidates.append((base, "address"))
    good = [(full, where) for text, where in candidates if (full := _complete(text, base))]
    # A canonical link to the site's front page is a template's mistake when another source has a path.
    return next((pair for pair in good if urlsplit(pair[0]).path.strip("/")), good[0] if good else None)


def _complete(text: str, base: str) -> str | None:
    try:
        full = urljoin(base, text.strip()[:2000])
        parts = urlsplit(full)
        return full if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _publisher(page: Page, address: str | None) -> tuple[str, str] | None:
    if (value := page.first("og:site_name")) and not value.startswith("http"):
        whole = json_ld.texts_of(json_ld.resolved(page.article.get("publisher"), page.by_id)) if page.article else []
        if whole and is_fuller(whole[0], value):
            return _trimmed(whole[0]), "json-ld"
        return _trimmed(value), "opengraph"
    for node in ([page.article] if page.article else []) + page.nodes:
        names = json_ld.texts_of(json_ld.resolved(node.get("publisher"), page.by_id)) if node.get("publisher") else []
        names = [name for name in names if not name.startswith(("http:", "https:"))]
        if names:
            return _trimmed(names[0]), "json-ld"
    for name in _META_PUBLISHER:
        value = page.first(name)
        if value and len(value) <= 60 and not value.startswith(("http", "@", "©")):
            return _trimmed(value), "meta"
    host = urlsplit(address).hostname if address else None
    if host is None:
        return None
    host = host.removeprefix("www.")
    if page.document_title:
        # What follows the headline in the window's title is the site's name.
        for heading in page.headings:
            _, same, after = page.document_title.partition(heading)
            if same and len(key(heading).split()) >= 3 and (name := after.strip(" |-–—•·:»")) and len(name) <= 60:
                return SEPARATOR.split(name)[-1].strip(), "title"
        for part in reversed(SEPARATOR.split(page.document_title)):
            plain = key(part).replace(" ", "")
            if len(plain) >= 3 and plain in host.replace("-", "").replace(".", ""):
                return part.strip(), "title"
    return host, "address"


def _trimmed(name: str) -> str:
    return tidy(name)[:120].lstrip("@")


def _author(page: Page, shown: Shown, publisher: str | None) -> tuple[str, str] | None:
    nodes = [page.article] if page.article else []
    for node in nodes:
        value = json_ld.resolved(node.get("author") or node.get("creator"), page.by_id)
        if names := author_names(json_ld.texts_of(value), publisher):
            return names, "json-ld"
    for name in _META_AUTHOR:
        if name in page.meta and (names := author_names(page.meta[name], publisher)):
            return names, "opengraph" if ":" in name else "meta"
    marked: list[str] = []
    bylines: list[str] = []
    for element in page.root.iter():
        attributes = element.attrib
        if attributes.get("itemprop") == "author" or "author" in attributes.get("rel", "").split():
            marked.append(text_of(element) or attributes.get("content", ""))
        elif _BYLINE_NAMES.search(attributes.get("class", "")):
            bylines.append(text_of(element))
        if len(bylines) + len(marked) > 20:
            break
    for text in marked:
        if names := _in_byline(text, publisher):
            return names, "byline"
    if names := author_of_lines(shown, publisher):
        return names, "byline"
    return next(((names, "byline") for text in bylines if (names := _in_byline(text, publisher))), None)


def _in_byline(text: str, publisher: str | None) -> str | None:
    return author_names([text], publisher, byline=True) if text and len(text) <= 160 else None


def _section(page: Page, title: str | None, publisher: str | None) -> tuple[str, str] | None:
    for value in json_ld.texts_of(page.article.get("articleSection")) if page.article else ():
        if name := _one_section(value):
            return name, "json-ld"
    for name in _META_SECTION:
        for value in page.meta.get(name, ()):
            if len(value) <= 60 and not value.startswith("http") and (section := _one_section(value)):
                return section, "opengraph" if ":" in name else "meta"
    for node in page.nodes:
        if "breadcrumblist" in json_ld.types_of(node):
            items = node.get("itemListElement")
            crumbs = [
                text
                for item in (items if isinstance(items, list) else [])[:10]
                if isinstance(item, dict)
                for text in (json_ld.texts_of(item.get("name")) or json_ld.texts_of(item.get("item")))[:1]
            ]
            good = [
                c
                for c in crumbs
                if not _HOME.match(c) and key(c) != key(publisher or "") and not (title and alike(c, title))
            ]
            if good and len(good[-1]) <= 60:
                return good[-1], "json-ld"
    for element in page.root.iter():
        if element.get("itemprop") == "articleSection":
            value = element.get("content") or text_of(element)
            if value and len(value) <= 60 and (section := _one_section(value)):
                return section, "microdata"
    return None


def _one_section(value: str) -> str | None:
    """Give the first of several sections in one value ("Property,Home page", "News - News")."""
    parts = [part.strip()[:80] for part in re.split(r"[,;|]|\s-\s", value)]
    return next((part for part in parts if part and part.lower() not in _NO_SECTION), None)


def _claimed_language(page: Page) -> str | None:
    inside = json_ld.texts_of(page.article.get("inLanguage"))[:1] if page.article else []
    for value in (
        page.root.get("lang"),
        *inside,
        page.first("content-language", "og:locale", "language", "dc.language"),
    ):
        if code := code_of(value):
            return code
    return None


def _body(page: Page) -> str:
    texts = json_ld.texts_of(page.article.get("articleBody")) if page.article else []
    return _LINE_TAGS.sub("", _BREAK_TAGS.sub("\n", "\n".join(texts)))


def _typed(page: Page) -> bool:
    return page.article is not None or (page.first("og:type") or "").lower() in (
        "article",
        "news.article",
        "newsarticle",
    )
