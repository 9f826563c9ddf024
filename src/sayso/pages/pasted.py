"""Pasted plain text -> ``Article``: the report with its words untouched, everything else as furniture.

The text may come from a browser's copy, from a mail or from a text browser. The order of work: cut into paragraphs,
find the run of them that is the report, find the headline before it, read the date lines, bylines and breadcrumb
around it, and name what is left. Paragraphs of the report are slices of the page; a list bullet before one is left
out, and subheads inside the report stay, since the report's own words are what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.config import Settings
from sayso.pages.bylines import byline, is_bare_by, names
from sayso.pages.credit_lines import credit
from sayso.pages.datelines import DateLine, Order, date_line, of_publication
from sayso.pages.day_order import order_of
from sayso.pages.filing import dateline_day
from sayso.pages.furniture import is_biography
from sayso.pages.headline import Headline, crumbs_of, find_headline, fold, is_breadcrumb
from sayso.pages.language import language_of
from sayso.pages.mail import MailHeader, mail_header
from sayso.pages.paragraphs import Paragraph, cut
from sayso.pages.reject import counted, too_short, wrong_language
from sayso.pages.report import Look, Trees, evidence, features, shipped_trees
from sayso.pages.stretch import choose
from sayso.pages.timestamps import timestamp
from sayso.schema import Article, Found, Furniture, Rejected, Span

_AROUND = 8
"""How many paragraphs above the headline and below the report still tell its facts."""

_PARAGRAPHS_MAX = 50_000
"""No report has more; a day's live blog has some thousands. Keeps the time for hostile pages within seconds."""

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WORD = re.compile(r"\w+")
_TIME_ONLY = re.compile(r"\W*\d\d?[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W*\Z", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?P<name>[A-Z][\w&'’.\- ]{1,50}?)"
    r"(?:,? (?:Inc|LLC|Ltd|Limited|PLC|Corp|Company|Co)\b\.?.*|[.,|·] ?.*|\s?\d{4}.*|,? all rights.*)?\Z",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:rights?|reserved|copyright|policy|privacy|terms|by|and reprint|notice|infringement)\b", re.IGNORECASE
)


class _Page(NamedTuple):
    text: str
    paragraphs: list[Paragraph]
    looks: list[Look]
    mail: MailHeader | None = None


def article_from_pasted(
    text: str, *, settings: Settings, url: str | None = None, trees: Trees | None = None
) -> Article | Rejected:
    """Find the report in a page pasted as plain text.

    :param text: the page as pasted; every span of the result points into it.
    :param url: where it was copied from, when that is known.
    :param trees: weights other than the shipped ones, for training.
    :return: the article, with ``origins`` giving each paragraph's place in ``text``; or why it was refused.
    """
    if len(text) > settings.size_max_bytes:
        return Rejected(
            "too large",
            f"The text has {len(text):,} characters; at most {settings.size_max_bytes:,} bytes are read.",
            url,
        )
    mail = mail_header(text)
    paragraphs = cut(text)
    if mail is not None:
        paragraphs = [paragraph for paragraph in paragraphs if paragraph.span.start >= mail.span.end]
    if not paragraphs:
        return Rejected("empty", "The pasted text has no words.", url)
    if len(paragraphs) > _PARAGRAPHS_MAX:
        return Rejected(
            "not an article", f"The text has {len(paragraphs):,} paragraphs; at most {_PARAGRAPHS_MAX:,} are read.", url
        )
    table, looks = features(paragraphs)
    page = _Page(text, paragraphs, looks, mail)
    if _is_clean(looks):
        chosen = list(range(len(paragraphs)))
    else:
        chosen = choose(evidence(table, trees or shipped_trees()), paragraphs, looks)
    headline = find_headline(paragraphs, looks, chosen)
    if headline is not None:
        chosen = [i for i in chosen if i > headline.place]
    chosen = _without_biography(page, chosen)
    refused = _refuse(page, chosen, settings, url)
    if refused is not None:
        return refused
    article = _article(page, chosen, headline, url)
    refused = wrong_language(article.language, settings)
    return article if refused is None else replace(refused, page=url)


def _without_biography(page: _Page, chosen: list[int]) -> list[int]:
    """Drop a last paragraph that tells about the author whom a byline of the page names."""
    if len(chosen) < 2:
        return chosen
    text = page.paragraphs[chosen[-1]].text
    if not is_biography(text):
        return chosen
    lines = (byline(p.text) for p, known in zip(page.paragraphs, page.looks, strict=True) if known.named)
    authors = {name for line in lines if line is not None for name in line.names}
    return chosen[:-1] if any(text.startswith(name) for name in authors) else chosen


def _is_clean(looks: Sequence[Look]) -> bool:
    """Say whether a text is a report and nothing else: no furniture by its words, and nearly all of it prose."""
    if any(known.kind is not None or known.dated or known.named for known in looks):
        return False
    body = looks[1:] or looks
    prose = sum(known.prose for known in body)
    return prose * 2 >= len(body) and sum(k.words for k in body if k.prose) >= 0.8 * sum(k.words for k in body)


def _count(text: str) -> int:
    """Count words; of scripts without blanks between words, every second letter."""
    return len(_WORD.findall(text)) + len(_WIDE.findall(text)) // 2


def _refuse(page: _Page, chosen: Sequence[int], settings: Settings, url: str | None) -> Rejected | None:
    words = sum(_count(page.paragraphs[i].text) for i in chosen)
    if words >= settings.words_min:
        return None
    kinds = [known.kind for known in page.looks]
    for kind, name in (("cookie note", "A cookie wall"), ("subscribe prompt", "A log-in or subscription wall")):
        share = sum(k.words for k in page.looks if k.kind == kind)
        if share and 2 * share >= sum(k.words for k in page.looks) and words < settings.words_min:
            return Rejected(
                "not an article", f"{name}, with {counted(words, 'word')} of other text; a report is needed.", url
            )
    total = sum(known.words for known in page.looks)
    if len(kinds) >= 12 and total > 4 * settings.words_min:
        return Rejected(
            "not an article",
            f"No report: {len(kinds):,} lines, and {counted(words, 'word')} of running text in them.",
            url,
        )
    refused = too_short(words, settings)
    return None if refused is None else replace(refused, page=url)


def _article(page: _Page, chosen: Sequence[int], headline: Headline | None, url: str | None) -> Article:
    origins = tuple(page.paragraphs[i].span for i in chosen)
    places: list[Span] = []
    at = 0
    for origin in origins:
        length = origin.end - origin.start
        places.append(Span(at, at + length))
        at += length + 2
    facts = _Facts(page, chosen, headline, url)
    furniture = _furniture(page, chosen, headline, facts.kinds)
    text = "\n\n".join(origin.of(page.text) for origin in origins)
    language = language_of(text)
    return Article(
        text=text,
        paragraphs=tuple(places),
        title=facts.title,
        url=url,
        publisher=facts.publisher,
        author=facts.author,
        section=facts.section,
        published=facts.published,
        language=language.code,
        found=(*facts.found, Found("language", language.where)),
        furniture=furniture,
        origins=origins,
    )


class _Facts:
    """What the lines around the report say about it. Built in one go; nothing changes it after."""

    def __init__(self, page: _Page, chosen: Sequence[int], headline: Headline | None, url: str | None) -> None:
        self.kinds: dict[int, str] = {}
        self.found: list[Found] = []
        self.title: str | None = None
        self.section: str | None = None
        self.author: str | None = None
        self.published: str | None = None
        self.publisher: str | None = None
        self._page = page
        self._taken = set(chosen)
        self._first = chosen[0]
        self._url = url
        self._headline = headline
        top = headline.place if headline else chosen[0]
        around = [
            *range(top, chosen[0] + 3),
            *range(max(0, top - _AROUND), top),
            *range(chosen[-1], chosen[-1] + 1 + _AROUND),
        ]
        self._near = [i for i in around if i < len(page.paragraphs) and i not in self._taken]
        self._read_breadcrumbs(top, chosen[0])
        self._read_title()
        self._read_dates()
        self._read_author()
        self._read_publisher()
        if page.mail is not None:
            self._read_mail(page.mail)

    def _read_title(self) -> None:
        if self._headline is not None:
            self.title = " ".join(self._headline.span.of(self._page.text).split())
            self.found.insert(0, Found("title", "headline"))

    def _read_mail(self, mail: MailHeader) -> None:
        """Take from the mail's header what the page below it does not say."""
        sent = timestamp(mail.date) if mail.date else None
        if self.title is None and mail.subject:
            self.title = mail.subject
            self.found.insert(0, Found("title", "subject"))
        if self.published is None and sent:
            self.published = sent
            self.found.append(Found("published", "e-mail header"))
        if self.publisher is None and (outlet := mail.outlet()):
            self.publisher = outlet
            self.found.append(Found("publisher", "sender"))

    def _read_breadcrumbs(self, top: int, first: int) -> None:
        headline = self._headline
        title = fold(headline.span.of(self._page.text)) if headline else ""
        crumbs: list[str] = []
        if headline is not None and headline.crumbs is not None:
            crumbs = crumbs_of(headline.crumbs.of(self._page.text))
        for i in range(first):
            if i in self._taken or (headline is not None and i == headline.place):
                continue
            text = self._page.paragraphs[i].text
            if len(text) > 500:
                continue
            folded = fold(text)
            if title and folded == title:
                self.kinds[i] = "repeated headline"
            elif title and folded.endswith(title) and len(folded) - len(title) <= 80:
                before = text[: _prefix(text, folded, title)].rstrip()
                self.kinds[i] = "repeated headline" if before.endswith(":") else "breadcrumb"
                crumbs = crumbs_of(before) or crumbs
            elif is_breadcrumb(text):
                self.kinds[i] = "breadcrumb"
                if i >= top - 20 and not crumbs:
                    crumbs = [part for part in crumbs_of(text) if fold(part) not in title or len(part.split()) < 4]
        if crumbs and len(crumbs[-1]) <= 60:
            self.section = crumbs[-1]
            self.found.append(Found("section", "breadcrumb"))

    def _read_dates(self) -> None:
        changed: str | None = None
        texts = [self._page.paragraphs[i].text for i in self._near]
        order = order_of(texts, (), urlsplit(self._url or "").hostname or "")
        for i in self._near:
            text = of_publication(self._page.paragraphs[i].text)
            line = date_line(text, order)
            if line is None:
                continue
            line = self._with_time(i, text, line, order)
            self.kinds.setdefault(i, "date line")
            if line.published is None:
                continue
            if line.updated:
                changed = changed or line.published
            elif self.published is None:
                self.published = line.published
        if self.published or changed:
            # A page that gives only the time of its last change is still dated by it; ``found`` says so.
            self.found.append(Found("published", "date line" if self.published else "date line (updated)"))
            self.published = self.published or changed
        elif day := dateline_day(self._page.paragraphs[self._first].text):
            self.published = day
            self.found.append(Found("published", "dateline"))

    def _with_time(self, i: int, text: str, line: DateLine, order: Order | None) -> DateLine:
        """Add the time of day where it stands on the next line."""
        after = i + 1
        if (
            line.published is None
            or "T" in line.published
            or after >= len(self._page.paragraphs)
            or after in self._taken
        ):
            return line
        time = self._page.paragraphs[after].text
        if len(time) > 30 or not _TIME_ONLY.match(time):
            return line
        self.kinds[after] = "date line"
        return date_line(f"{text} {time}", order) or line

    def _read_author(self) -> None:
        for i in self._near:
            text = self._page.paragraphs[i].text
            people: tuple[str, ...] = ()
            line = byline(text)
            if line is not None:
                people = line.names
            elif is_bare_by(text) and i + 1 < len(self._page.paragraphs) and i + 1 not in self._taken:
                after = self._page.paragraphs[i + 1].text
                people = names(after).names if len(after) < 120 else ()
                if people:
                    self.kinds[i + 1] = "byline"
            else:
                people = credit(text)
            if line is not None or is_bare_by(text):
                self.kinds.setdefault(i, "byline")
            if people and self.author is None:
                self.author = "; ".join(dict.fromkeys(people))
                self.found.append(Found("author", "byline"))

    def _read_publisher(self) -> None:
        for i, known in enumerate(self._page.looks):
            text = self._page.paragraphs[i].text
            if known.kind != "footer" or i in self._taken or len(text) > 200:
                continue
            match = _COPYRIGHT.match(text)
            name = match["name"].strip(" .-") if match is not None else ""
            # The owner of the rights is often a holding; the outlet's own name stands elsewhere on the page too.
            if name and len(name.split()) <= 6 and not _NO_NAME.search(name) and self._page.text.count(name) > 2:
                self.publisher = name
                self.found.append(Found("publisher", "footer"))
                return


def _prefix(text: str, folded: str, title: str) -> int:
    """Give how much of ``text`` stands before the title that it ends with."""
    # Folding only ever shortens runs of blanks, so the cut is found by walking words from the end.
    words = len(title.split())
    found = list(re.finditer(r"\S+", text))
    return found[-words].start() if len(found) >= words else len(folded) - len(title)


_GOES_ON = frozenset(
    "related list,comment link,newsletter form,footer,cookie note,video player,menu,end mark,notes".split(",")
)
_FOLLOWS = {"comment link": "comments", "end mark": "notes"}


def _furniture(
    page: _Page, chosen: Sequence[int], headline: Headline | None, kinds: dict[int, str]
) -> tuple[Furniture, ...]:
    """Name everything that was left out; neighbours of one kind become one span."""
    taken = set(chosen)
    first, last = chosen[0], chosen[-1]
    found: list[tuple[str, Span]] = [("e-mail header", page.mail.span)] if page.mail else []
    previous: str | None = None
    for i, paragraph in enumerate(page.paragraphs):
        if i in taken:
            previous = None
            continue
        if headline is not None and i == headline.place:
            if headline.crumbs is not None:
                found.append(("breadcrumb", headline.crumbs))
            found.append(("headline", headline.span))
            previous = None
            continue
        known = page.looks[i]
        kind = kinds.get(i) or known.kind
        if kind is None:
            kind = _by_place(page, i, first, last, headline, previous)
        if previous == kind and found:
            found[-1] = (kind, Span(found[-1][1].start, paragraph.span.end))
        else:
            found.append((kind, paragraph.span))
        previous = kind
    return tuple(Furniture(kind, span, span.of(page.text)) for kind, span in found)


def _by_place(page: _Page, i: int, first: int, last: int, headline: Headline | None, previous: str | None) -> str:
    """Name what its own words do not, by where it stands."""
    known, text = page.looks[i], page.paragraphs[i].text
    if known.dated:
        return "date line"
    if known.named:
        return "byline"
    if i + 1 < len(page.looks) and page.looks[i + 1].kind == "caption" and known.words > 3:
        return "caption"
    if headline is not None and headline.place < i < first and known.words > 5 and previous not in _GOES_ON:
        return "standfirst"
    if i > last and len(text) < 700 and is_biography(text):
        return "biography"
    if previous is not None and previous in _GOES_ON and (i > last or not known.prose):
        return _FOLLOWS.get(previous, previous)
    if first < i < last:
        return "inset"
    return "menu" if known.words <= 8 else "teaser"
