"""When a report was published: from the page's data, its time elements, the lines around it, its address, a dateline.

A day is read as a day where no time stands with it. What cannot be told from another date of the page (a change, a
list of other reports, an event in the story) is not read: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.pages import json_ld
from sayso.pages.bylines import byline
from sayso.pages.datelines import date_line, of_publication
from sayso.pages.day_order import DayReader, address_day, order_of
from sayso.pages.filing import dateline_day
from sayso.pages.shown_lines import Line, Shown, Stamp
from sayso.pages.sources import Page
from sayso.pages.timestamps import precision

_META = (
    "article:published_time datepublished og:article:published_time parsely-pub-date sailthru.date dc.date.issued "
    "dcterms.created dcterms.date dcterms.issued dc.date dc.date.created pubdate publishdate publish-date publish_date "
    "publication_date publication-date published_time article.published cxenseparse:recs:publishtime "
    "cxenseparse:publishtime article_date_original originalpublicationdate ptime og:pubdate displaydate published_at "
    "date created dc.created citation_publication_date"
).split()
_META_CHANGED = "article:modified_time og:updated_time datemodified last-modified dcterms.modified".split()
_OTHER_DAY = re.compile(
    r"\b(?:printed|accessed|retrieved|viewed|visited|downloaded|expires?|expiry|deadline|closing|until|valid|events?|"
    r"starts?|ends?|due|born|died)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:published|posted|first|issued|released)\b", re.IGNORECASE)
# "12 May – 14 May 2024" is when something else takes place.
_SPAN = re.compile(r"(?:[–—-]|\bto|\buntil)\s*\||\|\s*(?:[–—-]|to\b|until\b)", re.IGNORECASE)
# The time of day, or the year, on a line of its own below the day.
_CLOCK = re.compile(
    r"\W*(?:\d\d?[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W*(?:\d{4})?|(?:19|20)\d\d)\Z", re.IGNORECASE
)
Dated = tuple[str, str]
"""A time as ISO 8601, and where it was."""


def published_of(page: Page, shown: Shown, address: str | None) -> Dated | None:
    """Give the time of publication, and where on the page it was.

    :param address: the page's own, or where it was fetched.
    """
    reader = _reader(page, shown, address or "")
    data = _from_data(page, reader)
    times = _from_times(shown, reader)
    lines, changed = _from_lines(shown, reader)
    rest: list[Dated] = []
    if not (data or times or lines):
        day = address_day(address or "")
        rest += [(value, "address")] if len(day) == 10 and (value := reader.read(day)) else []
        rest += [(value, "dateline")] if (value := dateline_day(shown.first, reader)) else []
    read = [*data, *times, *lines, *rest, *changed]
    if not read:
        return None
    # The first source is the best one, but another may give the same day with its time.
    same = [pair for pair in read if pair[0][:10] == read[0][0][:10]]
    return max(same, key=lambda pair: precision(pair[0]))


def _reader(page: Page, shown: Shown, address: str) -> DayReader:
    changed = [text for node in [page.article] if node for text in json_ld.texts_of(node.get("dateModified"))[:1]]
    changed += [text for name in _META_CHANGED for text in page.meta.get(name, ())[:1]]
    plain = DayReader()
    stated = [value for name in _META for value in page.meta.get(name, ())[:2]]
    locales = [page.root.get("lang") or "", *page.meta.get("og:locale", ())[:1], *page.meta.get("content-language", ())]
    parts = urlsplit(address)
    return DayReader(
        order_of((*stated, *changed, *shown.short), [text for text in locales if text], parts.hostname or ""),
        tuple(value for text in changed if (value := plain.read(text))),
        address_day(parts.path),
    )


def _from_data(page: Page, reader: DayReader) -> list[Dated]:
    said: list[Dated] = []
    for node in [page.article] if page.article else []:
        for name in ("datePublished", "dateCreated"):
            said += [(text, "json-ld") for text in json_ld.texts_of(node.get(name))[:1]]
    for name in _META:
        where = "opengraph" if name.startswith(("og:", "article:")) else "meta"
        said += [(text, where) for text in page.meta.get(name, ())[:1]]
    if not page.article:
        for node in page.nodes:
            said += [(text, "json-ld") for text in json_ld.texts_of(node.get("datePublished"))[:1]]
    return [(value, where) for text, where in said if (value := reader.read(text))]


def _from_times(shown: Shown, reader: DayReader) -> list[Dated]:
    """Read the elements that give a time: those marked as the publication's first, then those beside the headline."""
    near = [line for line in (*shown.below, *shown.above) if not line.prose]
    stamps: Iterable[Stamp] = (*shown.marked, *(stamp for line in near for stamp in line.stamps))
    out = []
    for stamp in stamps:
        if not stamp.changed and (value := _value(stamp, reader)):
            out.append((value, "time"))
    return out[:1]


def _from_lines(shown: Shown, reader: DayReader) -> tuple[list[Dated], list[Dated]]:
    """Read the lines beside the report; those that speak of a change apart."""
    first: list[Dated] = []
    changed: list[Dated] = []
    below = [
        line
        for place, line in enumerate(shown.below)
        if place < shown.leads or not line.heading or _FIRST.search(line.text)
    ]
    end = [line for place, line in enumerate(shown.end) if _is_signed(shown.end, place)]
    for lines in (below, shown.above, end):
        for place, line in enumerate(lines):
            text = of_publication(line.text)
            known = None if line.prose or _OTHER_DAY.search(text) else date_line(text)
            if known is None or (_SPAN.search(known.undated) and date_line(known.undated)):
                continue
            after = lines[place + 1].text if place + 1 < len(lines) else ""
            value = (reader.read(f"{text} {after}") if _CLOCK.match(after) else None) or reader.read(text)
            if value is None:
                continue
            if known.updated:
                changed.append((value, "text (updated)"))
            else:
                first.append(_with_stamp(value, line, reader))
    for line in (*below, *shown.above):
        for stamp in line.stamps if not line.prose else ():
            if stamp.changed and (value := _value(stamp, reader)):
                changed.append((value, "time (updated)"))
    return first[:1], [] if first else changed[:1]


def _with_stamp(value: str, line: Line, reader: DayReader) -> Dated:
    """Take the time of an element in the line where it is of the same day: templates mark any time as a change's."""
    for stamp in line.stamps:
        exact = _value(stamp, reader)
        if exact is not None and exact[:10] == value[:10] and precision(exact) > precision(value):
            return exact, "time"
    return value, "text"


def _value(stamp: Stamp, reader: DayReader) -> str | None:
    return next((value for text in stamp.values if (value := reader.read(text))), None)


def _is_signed(lines: tuple[Line, ...], place: int) -> bool:
    """Say whether a line below the report dates it: it says "Published", or a byline stands with it."""
    line = lines[place]
    return _FIRST.search(line.text) is not None or any(
        byline(other.text) for other in lines[max(0, place - 1) : place + 2] if other.block == line.block
    )
