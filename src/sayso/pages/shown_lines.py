"""A page as the lines that a reader sees, each with the times that its markup gives, and where the report lies.

Blocks (``sayso.pages.blocks``) are paragraphs, in which a line break is a blank. Credits are set in lines: "By Ann
Vell", a break, "12 May 2024". So here a break ends a line, and the spans of one line are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from sayso.pages.blocks import BLOCK_TAGS, HEADINGS, NEVER_TEXT, is_hidden, tidy
from sayso.pages.bylines import byline
from sayso.pages.datelines import date_line
from sayso.pages.sources import text_of
from sayso.pages.titles import alike, key

LINE_CHARS_MAX = 4_000
"""What is longer is cut: a fact stands at the beginning of a line."""
LINES_MAX = 20_000
NOTED_MAX = 1_000
"""Elements that state a time or a writer; a page with more is a list."""
NEAR_ABOVE = 4
"""How many lines above the headline still belong to it."""
NEAR_BELOW = 30
"""How many below it."""
NEAR_END = 8
"""How many below the report."""
PROSE_WORDS = 12
_PROSE_END = re.compile(r"[.!?…][”’\"'»)\]]*\Z")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_OTHERS_TAGS = frozenset("nav aside figure figcaption dialog form footer".split())
_OTHERS_NAMES = frozenset(
    "related comment comments disqus respond nav navbar navigation menu sidebar popular trending recommended "
    "recommendations recirc teaser teasers promo promos promotion ad ads advert advertisement newsletter signup ticker "
    "weather event events upcoming mostread latest masthead topbar caption captions gallery cookie cookies consent "
    "outbrain taboola poll jobs footer".split()
)
_OWN_NAMES = frozenset("meta byline info dateline posted published entry".split())
"""An aside or a footer of such a name belongs to the report."""
_OTHERS_WORDS = re.compile(
    r"most[ _-]?(?:read|viewed|popular)|read[ _-]?(?:next|more)|more[ _-]?(?:stories|news|from)", re.I
)
_APART = frozenset("span time a small label td th abbr cite address font".split())
_CREDIT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author(?:-?name|s)?|article-?author|writer|reporter)s?(?:$|[\s_-])", re.I
)
_CREDIT_LINK = re.compile(
    r"/(?:authors?|by|people|staff|profiles?|journalists?|reporters?|contributors?|writers?)/", re.I
)
_PUBLISHED_CLASS = re.compile(r"(?:^|\s)(?:published|dt-published|entry-date|pubdate|datePublished)(?:$|\s)")
_CHANGED_CLASS = re.compile(r"updated|modified", re.I)
_CHANGED_LABEL = re.compile(r"\b(?:updated?|modified|edited|revised|changed)\W*(?:(?:on|at)\W*)?\Z", re.I)
_STATED = ("datetime", "content", "title")


class Stamp(NamedTuple):
    """A time that an element gives.

    :param values: what it says, the most exact first.
    :param marked: it is marked as the time of publication.
    :param changed: it is the time of a change.
    """

    values: tuple[str, ...]
    marked: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    :param block: number of the block it stands in; lines of one block have one number.
    :param heading: it is a heading.
    :param credited: what of it is marked or linked as somebody who writes, as text.
    :param prose: it is running text.
    """

    text: str
    block: int
    heading: bool
    stamps: tuple[Stamp, ...]
    credited: tuple[str, ...]
    prose: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines that may tell of the report; what belongs to something else on the page is left out.

    :param above: just above the headline.
    :param below: from the headline to the second running text, at most ``NEAR_BELOW``; the first may be a standfirst.
    :param leads: how many of these stand before the first running text.
    :param end: just below the report.
    :param first: the first running text below the headline, or nothing.
    :param marked: every time marked as that of the publication, wherever it stands, hidden or not.
    :param short: all lines that are no running text.
    """

    above: tuple[Line, ...]
    below: tuple[Line, ...]
    leads: int
    end: tuple[Line, ...]
    first: str
    marked: tuple[Stamp, ...]
    short: tuple[str, ...]


def shown_of(root: etree._Element, titles: Sequence[str]) -> Shown:
    """Read the lines around the report; linear in the page.

    :param titles: wordings of the headline.
    """
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.start(element)
        else:
            walk.end(element)
        if len(walk.lines) > LINES_MAX:
            break
    walk.flush()
    top = _headline(walk.lines, titles)
    inner: set[_Zone] = set()
    zone = walk.lines[top][1] if top is not None else None
    while zone is not None:
        inner.add(zone)
        zone = zone.parent
    for zone in walk.zones:  # parents come first
        outer = zone.parent is not None and zone.parent.out
        zone.unseen = zone.unseen and zone not in inner
        zone.out = outer or (zone not in inner and (zone.others or (zone.header and top is not None)))
    stamped = [line for line, zone in walk.lines if not zone.out]
    mine = [(at, line) for at, (line, zone) in enumerate(walk.lines) if not zone.out and not zone.unseen]
    before = [line for at, line in mine if top is not None and at < top]
    after = [line for at, line in mine if top is None or at > top]
    running = [place for place, line in enumerate(after) if line.prose]
    stop = running[1] if len(running) > 1 else len(after)
    last = running[-1] if running else len(after)
    below = after[: min(stop, NEAR_BELOW)]
    return Shown(
        tuple(line for line in before[-NEAR_ABOVE:] if not line.prose),
        tuple(below),
        min(running[0], len(below)) if running else len(below),
        tuple(after[last + 1 : last + 1 + NEAR_END]) if last >= stop else (),
        after[running[0]].text if running else "",
        tuple(stamp for line in stamped for stamp in line.stamps if stamp.marked),
        tuple(line.text for _, line in mine if not line.prose),
    )


def _headline(lines: Sequence[tuple[Line, _Zone]], titles: Sequence[str]) -> int | None:
    title = titles[0] if titles else ""
    wanted = key(title)
    headings = [place for place, (line, _) in enumerate(lines) if line.heading]
    for places in (headings, range(len(lines))):
        for place in places:
            if wanted and key(lines[place][0].text) == wanted:
                return place
    return next((place for place in headings if title and alike(lines[place][0].text, title)), None)


@dataclass(slots=True, eq=False)
class _Zone:
    """A block element.

    :param others: it holds something else than the report, by its tag or its names.
    :param header: it is a header, which may be the page's or the report's.
    :param report: it is in an element that says that it holds a report.
    :param unseen: it is hidden, which the headline's own box may be until a script runs.
    :param out: what it holds tells nothing of the report.
    """

    tag: str
    parent: _Zone | None
    number: int
    others: bool
    header: bool
    report: bool
    unseen: bool
    out: bool = False


class _Walk:
    def __init__(self) -> None:
        self.lines: list[tuple[Line, _Zone]] = []
        self.zones: list[_Zone] = []
        self._stack: list[_Zone] = []
        self._muted: list[etree._Element] = []
        self._pieces: list[str] = []
        self._stamps: list[Stamp] = []
        self._credited: list[str] = []
        self._length = 0
        self._noted = 0

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in NEVER_TEXT:
            self._muted.append(element)
        elif tag in BLOCK_TAGS:
            self.flush()
            self._open(element)
        elif tag == "br":
            self.flush()
        elif tag in _APART:
            self._add(" ")
        if not self._muted:
            self._note(element)
        self._add(element.text)

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if self._muted and self._muted[-1] is element:
            self._muted.pop()
        if tag in BLOCK_TAGS:
            self.flush()
            self._stack.pop()
        elif tag in _APART:
            self._add(" ")
        self._add(element.tail)

    def _open(self, element: etree._Element) -> None:
        parent = self._stack[-1] if self._stack else None
        tag = element.tag
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        report = tag in ("article", "main") or bool(parent and parent.report)
        parts = {part.lower() for part in _NAME_PARTS.findall(names)} if len(names) > 1 else set()
        own = bool(parts & _OWN_NAMES) or bool("footer" in parts and parts & {"post", "article", "story"})
        others = (tag in _OTHERS_TAGS and not (tag == "footer" and report)) or bool(
            parts & _OTHERS_NAMES or (parts and _OTHERS_WORDS.search(names))
        )
        if own and not parts & (_OTHERS_NAMES - {"footer"}):
            others = False
        unseen = bool(parent and parent.unseen) or is_hidden(element)
        zone = _Zone(
            tag, parent, len(self.zones), others and tag not in ("html", "body"), tag == "header", report, unseen
        )
        self.zones.append(zone)
        self._stack.append(zone)

    def _note(self, element: etree._Element) -> None:
        """Take what an element's own markup says of times and of who writes."""
        attributes = element.attrib
        tag = element.tag
        if (not attributes and tag != "time") or self._noted > NOTED_MAX:
            return
        item, names = attributes.get("itemprop", ""), attributes.get("class", "")
        marked = item == "datePublished" or "pubdate" in attributes or bool(_PUBLISHED_CLASS.search(names))
        if tag == "time" or (marked and tag != "meta") or item == "dateModified":
            changed = item == "dateModified" or (not marked and _CHANGED_CLASS.search(names) is not None)
            label = _CHANGED_LABEL.search("".join(self._pieces[-4:])[-40:].rstrip()) is not None
            values = [attributes[name] for name in _STATED if attributes.get(name)]
            own = text_of(element)[:160]
            self._noted += 1
            if values or own:
                self._stamps.append(Stamp((*values, own), marked and not changed, changed or (label and not marked)))
        if (
            item == "author"
            or "author" in attributes.get("rel", "").split()
            or (tag == "a" and _CREDIT_LINK.search(attributes.get("href", "")[:300]))
            or (names and tag not in ("html", "body", "article", "main") and _CREDIT_NAMES.search(names))
        ):
            self._noted += 1
            self._credited.append(text_of(element)[:160])

    def _add(self, text: str | None) -> None:
        if text and self._stack and self._stack[-1].tag == "pre" and "\n" in text:
            first, *lines = text.split("\n")
            self._add(first)
            for line in lines:
                self.flush()
                self._add(line)
            return
        if text and not self._muted and self._length < LINE_CHARS_MAX:
            self._pieces.append(text)
            self._length += len(text)

    def flush(self) -> None:
        """End the current line."""
        text = tidy("".join(self._pieces)).replace(" ,", ",") if self._pieces else ""
        if text and self._stack:
            zone = self._stack[-1]
            line = Line(
                text, zone.number, zone.tag in HEADINGS, tuple(self._stamps), tuple(self._credited), _is_prose(text)
            )
            self.lines.append((line, zone))
        if text or not self._stack:
            self._stamps.clear()
            self._credited.clear()
        self._pieces.clear()
        self._length = 0


def _is_prose(text: str) -> bool:
    words = text.count(" ") + 1
    if words < PROSE_WORDS or not (_PROSE_END.search(text) or words >= 2 * PROSE_WORDS):
        return False
    return date_line(text) is None and byline(text) is None
