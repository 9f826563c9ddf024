"""Which blocks of a page are its report: an extractor's word, checked against the page's own structure.

trafilatura finds the report (docs/results/pages.md has the comparison) but flattens it: line breaks, quotations and embedded
posts get lost or run together, and lines of furniture that stand inside the report stay in. So its text is only used to mark the
page's own blocks, and rules on markup and wording then put back what stands between marked blocks and take out what is furniture.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from sayso.pages.blocks import Block, Box, Layout
from sayso.pages.furniture import kind_of

SHINGLE = 4
SHARE_MIN = 0.6
"""A block is marked when this share of its word 4-grams stands in the extractor's text."""
CONTAINER_SHARE = 0.85
"""The report's container is the deepest box that holds this share of the marked words."""
FURNITURE_SHARE_MAX = 0.3
"""A box named like furniture that holds more of the marked words than this is no furniture ("has-sidebar")."""

_WORD = re.compile(r"\w+")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_FURNITURE_TAGS = frozenset("nav footer aside figcaption dialog caption".split())
_FURNITURE_NAMES = frozenset(
    "caption captions figcaption credit credits related newsletter newsletters signup subscribe subscription share "
    "sharing sharebar social promo promos promotion ad ads advert advertisement adslot sponsor sponsored recommended "
    "recommendation recommendations recirc trending popular comment comments disqus respond breadcrumb breadcrumbs "
    "byline bio tags taglist toolbar tools outbrain taboola nav navigation navbar menu footer sidebar rail cookie "
    "cookies consent gdpr modal popup overlay scrim lightbox gallery player print noprint hide hidden timestamp "
    "postinfo postmeta teaser teasers disclosure disclaimer login register readmore".split()
)
_EMBED_NAMES = frozenset("embed embedded tweet twitter instagram quote pullquote blockquote".split())
_RELATED_START = re.compile(
    r"(?:related|read more|read also|also read|see also|more|watch|listen|don[’']t miss|must read|click here|sign up|"
    r"subscribe|recommended|up next|read next|opinion|photos?|video|gallery)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:have a (?:news )?tip\b|(?:write|e-?mail|contact|reach|send (?:tips|e-?mail)|follow)\b.{0,60}(?:@|\bat\b|\bon (?:twitter|facebook)\b)|"
    r"source ?:|updated? (?:at|on)\b.{0,30}\Z|filed under\b|reach the reporters?\b)",
    re.IGNORECASE,
)
_KINDS_IN_REPORT = frozenset(
    "advert|shortcode|comment link|video player|cookie note|related list|newsletter form|subscribe prompt|"
    "reader tools|footer|share bar|skip link|caption|byline".split("|")
)


def words_of(text: str) -> list[str]:
    """Give the words, lower case, without punctuation."""
    return _WORD.findall(text.lower())


def report_blocks(layout: Layout, extracted: str, titles: Sequence[str]) -> list[Block]:
    """Choose the blocks of the report.

    :param extracted: the text an extractor found, one block per line.
    :param titles: the wordings of the headline, which is no part of the text.
    :return: blocks in document order; empty when the extractor's text is not on the page.
    """
    blocks = layout.blocks
    marks = marked_by(extracted, blocks)
    weights = [len(words_of(block.text)) if mark else 0 for block, mark in zip(blocks, marks, strict=True)]
    total = sum(weights)
    if not total:
        return []
    held = _held(layout, weights)
    container = _container(layout, held, total)
    inside, furniture = _zones(layout, held, total, container)
    headlines = {" ".join(words_of(title)) for title in titles}
    first = next(i for i, weight in enumerate(weights) if weight and id(blocks[i].box) in inside)
    last = next(i for i in range(len(blocks) - 1, -1, -1) if weights[i] and id(blocks[i].box) in inside)
    chosen: list[Block] = []
    for index in range(first, last + 1):
        block = blocks[index]
        if id(block.box) not in inside or id(block.box) in furniture:
            continue
        if not marks[index] and (
            block.box.tag == "h1" or block.link_share > 0.5 or not _has_marked_sibling(block, held)
        ):
            continue
        if " ".join(words_of(block.text)) in headlines or _is_furniture_line(block):
            continue
        chosen.append(block)
    return _without_edges(chosen)


def marked_by(text: str, blocks: Sequence[Block]) -> list[bool]:
    """Mark the blocks that an extractor's text covers.

    Long blocks are found by their word 4-grams, short ones only as a line of their own; of several equal blocks the one nearest
    to other marked text is meant.
    """
    lines = Counter(" ".join(words_of(line)) for line in text.split("\n"))
    tokens = words_of(text)
    shingles = set(zip(*(tokens[i:] for i in range(SHINGLE)), strict=False))
    marks = [False] * len(blocks)
    repeated: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        own = words_of(block.text)
        key = " ".join(own)
        if key and key in lines:
            repeated.setdefault(key, []).append(index)
        elif len(own) >= SHINGLE:
            grams = list(zip(*(own[i:] for i in range(SHINGLE)), strict=False))
            marks[index] = sum(gram in shingles for gram in grams) >= SHARE_MIN * len(grams)
    for key, places in repeated.items():
        if len(places) <= lines[key]:
            for place in places:
                marks[place] = True
    sure = [index for index, mark in enumerate(marks) if mark]
    for key, places in repeated.items():
        if len(places) > lines[key]:
            for place in sorted(places, key=lambda place: _distance(place, sure))[: lines[key]]:
                marks[place] = True
    return marks


def _distance(place: int, sure: Sequence[int]) -> int:
    at = bisect(sure, place)
    return min((abs(place - sure[i]) for i in (at - 1, at) if 0 <= i < len(sure)), default=0)


def _held(layout: Layout, weights: Sequence[int]) -> dict[int, int]:
    """Count the marked words in each box, by ``id``."""
    held = {id(box): sum(weights[index] for index in box.own) for box in layout.boxes}
    for box in reversed(layout.boxes):
        if box.parent is not None:
            held[id(box.parent)] += held[id(box)]
    return held


def _container(layout: Layout, held: dict[int, int], total: int) -> Box:
    big = [box for box in layout.boxes if held[id(box)] >= CONTAINER_SHARE * total]
    return max(big, key=lambda box: box.depth)


def _zones(layout: Layout, held: dict[int, int], total: int, container: Box) -> tuple[set[int], set[int]]:
    """Give the boxes inside the container, and those of them that are furniture, by ``id``."""
    inside: set[int] = set()
    furniture: set[int] = set()
    for box in layout.boxes:
        if box is container:
            inside.add(id(box))
        elif box.parent is not None and id(box.parent) in inside:
            inside.add(id(box))
            if id(box.parent) in furniture or (held[id(box)] <= FURNITURE_SHARE_MAX * total and _named_furniture(box)):
                furniture.add(id(box))
    return inside, furniture


def _named_furniture(box: Box) -> bool:
    if box.hidden or box.tag in _FURNITURE_TAGS:
        return True
    names = {part.lower() for part in _NAME_PARTS.findall(box.names)}
    return bool(names & _FURNITURE_NAMES) and not names & _EMBED_NAMES and box.tag != "blockquote"


def _has_marked_sibling(block: Block, held: dict[int, int]) -> bool:
    """Tell whether a block stands among marked ones: beside them in its box, or its box beside theirs."""
    box: Box | None = block.box
    for _ in range(4):
        if box is None:
            return False
        if held[id(box)]:
            return True
        box = box.parent
    return False


def _is_furniture_line(block: Block) -> bool:
    text = block.text
    if kind_of(text) in _KINDS_IN_REPORT:
        return True
    if block.link_share > 0.6 and (_RELATED_START.match(text) or (len(text) > 8 and text.isupper())):
        return True
    return len(text) < 300 and _CLOSING.match(text) is not None


def _without_edges(blocks: list[Block]) -> list[Block]:
    """Drop headings that nothing follows."""
    while blocks and blocks[-1].box.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        blocks.pop()
    return blocks
