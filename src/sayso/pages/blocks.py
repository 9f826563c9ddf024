"""A parsed page as its blocks of text, in document order: paragraphs, list items, headings, table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p picture pre section "
    "summary table tbody tfoot thead tr ul".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
NEVER_TEXT = frozenset("head title button textarea input img meta link script style".split())
_SPACE = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n(?:[ \t\r\f\v\u00a0]*\n)+")
# Zero-width and soft characters, the byte-order mark, and the marks that turn the direction of writing round.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1b\x7f]")
# HTML reads the references &#128; to &#159; as windows-1252 (HTML standard, "numeric character reference end state").
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)} | {0x85: "…"}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Inline boxes that show on hover or only to screen readers, and would otherwise stand in the middle of a sentence.
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:rollover|tooltip|tooltiptext|popover|hovercard|sr-only|screen-reader(?:-text)?|visually-?hidden|"
    r"u-hidden|is-hidden|hidden-text|offscreen)(?:$|[\s_-](?:people-block|block|text|content|tip)(?:$|\s)|\s)",
    re.IGNORECASE,
)


# The raised "[2]" of a reference and the "[edit]" beside a heading, as wikis and their kin have them.
_REFERENCE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:reference|noteref|footnote(?:-?ref)?|editsection)(?:$|[\s_-])", re.IGNORECASE
)


def tidy(text: str) -> str:
    """Give one line of text: runs of white space (no-break spaces too) become one space, invisible characters go."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text.translate(_C1))).strip()


@dataclass(slots=True, eq=False)
class Box:
    """A block element, without the tree around it.

    :param names: class, id and role, as written, joined by spaces.
    :param own: indices of the blocks that are directly in it.
    """

    tag: str
    names: str
    parent: Box | None
    depth: int
    hidden: bool = False
    own: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """One block of text.

    :param box: the nearest block element; several blocks share it when line breaks split it.
    :param linked: how many of the characters stand inside links.
    """

    text: str
    box: Box
    linked: int

    @property
    def link_share(self) -> float:
        """Share of the characters inside links, in [0, 1]."""
        return min(1.0, self.linked / max(1, len(self.text)))


@dataclass(slots=True)
class Layout:
    """All blocks and boxes of a page, each in document order, so parents before children."""

    blocks: list[Block]
    boxes: list[Box]


def layout_of(root: etree._Element) -> Layout:
    """Split a tree into blocks; every piece of text that a reader sees is in exactly one.

    Two line breaks with nothing between end a block; a single one is a space. What a style hides inside a line is left
    out; a hidden box keeps its blocks, marked by ``Box.hidden``, as whole reports are hidden until a script runs.
    """
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.start(element)
        else:
            walk.end(element)
    walk.flush()
    return Layout(walk.blocks, walk.boxes)


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self._stack: list[Box] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._in_link = 0
        self._muted_by: list[etree._Element] = []
        self._breaks = 0

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in NEVER_TEXT:
            self._muted_by.append(element)
        elif tag in BLOCK_TAGS:
            self.flush()
            self._open(element)
        elif tag == "br":
            self._breaks += 1
            self._pieces.append(" ")
            if self._breaks > 1:
                self.flush()
        elif tag in ("td", "th"):
            self._pieces.append(" ")
        else:
            if tag == "a":
                self._in_link += 1
            if is_hidden(element) or _is_reference(element):
                self._muted_by.append(element)
        self._text(element.text)

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if self._muted_by and self._muted_by[-1] is element:
            self._muted_by.pop()
        if tag in BLOCK_TAGS:
            self.flush()
            self._stack.pop()
        elif tag in ("td", "th"):
            self._pieces.append(" ")
        elif tag == "a":
            self._in_link -= 1
        self._text(element.tail)

    def _open(self, element: etree._Element) -> None:
        parent = self._stack[-1] if self._stack else None
        names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
        hidden = is_hidden(element) or bool(parent and parent.hidden)
        box = Box(element.tag, names, parent, parent.depth + 1 if parent else 0, hidden)
        self.boxes.append(box)
        self._stack.append(box)

    def _text(self, text: str | None) -> None:
        if not text or self._muted_by:
            return
        if self._breaks and not text.isspace():
            self._breaks = 0
        # In preformatted text an empty line ends a paragraph.
        first, *more = _EMPTY_LINE.split(text) if self._stack and self._stack[-1].tag == "pre" else (text,)
        self._add(first)
        for paragraph in more:
            self.flush()
            self._add(paragraph)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        if self._in_link:
            self._linked += len(text)

    def flush(self) -> None:
        """End the current block."""
        text = tidy("".join(self._pieces)) if self._pieces else ""
        if text and self._stack:
            box = self._stack[-1]
            box.own.append(len(self.blocks))
            self.blocks.append(Block(text, box, self._linked))
        self._pieces.clear()
        self._linked = 0
        self._breaks = 0


def _is_reference(element: etree._Element) -> bool:
    names = element.get("class") if element.tag in ("sup", "span") else None
    return bool(names and _REFERENCE_CLASS.search(names) and (element.tag == "sup" or "editsection" in names))


def is_hidden(element: etree._Element) -> bool:
    """Say whether an element's own markup hides it, at least until somebody points at it."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = attributes.get("class")
    return bool(names and _HIDDEN_CLASS.search(names))
