"""Which blocks of a page are its report: an extractor's word, checked against the page's own structure.

trafilatura finds the report (docs/results/pages.md has the comparison) but flattens it: line breaks, quotations and
embedded posts get lost or run together, and lines of furniture that stand inside the report stay in. So its text is
only used to mark the page's own blocks; rules on markup and wording then put back what stands between marked blocks
and take out what is furniture.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from sayso.pages.blocks import HEADINGS, Block, Box, Layout
from sayso.pages.bylines import byline
from sayso.pages.credit_lines import named_by_role
from sayso.pages.datelines import date_line
from sayso.pages.furniture import kind_of
from sayso.pages.insets import ended, is_credits, is_end, is_pull_quote, without_insets, without_key_points

Gram = tuple[str, ...]

SHINGLE = 4
SHARE_MIN = 0.6
"""A block is marked when this share of its word 4-grams stands in the extractor's text."""
CONTAINER_SHARE = 0.85
"""The report's container is the deepest box that holds this share of the marked words."""
FURNITURE_SHARE_MAX = 0.3
"""A box named like furniture that holds more of the marked words than this is no furniture ("has-sidebar")."""
COPY_SHARE = 0.8
"""A block whose 4-grams have been used up to this share repeats what stands before it."""

_WORD = re.compile(r"\w+")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_FURNITURE_TAGS = frozenset("nav footer aside header figcaption dialog caption".split())
_FURNITURE_NAMES = frozenset(
    "caption captions figcaption credit credits related newsletter newsletters signup subscribe subscription share "
    "sharing sharebar sharedaddy social promo promos promotion ad ads advert advertisement adslot sponsor sponsored "
    "recommended recommendation recommendations recirc trending popular comment comments disqus respond breadcrumb "
    "breadcrumbs byline bio tags taglist toolbar tools outbrain taboola nav navigation navbar menu footer sidebar rail "
    "cookie cookies consent gdpr modal popup overlay scrim lightbox gallery player print noprint hide hidden timestamp "
    "postinfo postmeta teaser teasers disclosure disclaimer login register readmore dek deck subhead standfirst "
    "subheadline headline toc betting lineup lineups scoreboard".split()
)
_EMBED_NAMES = frozenset("embed embedded tweet twitter instagram quote pullquote blockquote".split())
_LINK_LEAD = re.compile(
    r"(?:related|read (?:more|also|next)|also read|see also|more|watch|listen|don[’']t miss|must read|click here|"
    r"sign up|subscribe|recommended|up next|opinion|photos?|video|gallery)\b",
    re.IGNORECASE,
)
_LIST_LEAD = re.compile(
    r"(?:related|more|read (?:more|also|next)|see also|recommended)\b[^.!?]{0,80}:?\W*\Z", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:have a (?:news )?tip\b|"
    r"(?:write|e-?mail|contact|reach|send (?:tips|e-?mail)|follow)\b.{0,60}(?:@|\bat\b|\bon (?:twitter|facebook)\b)|"
    r"source ?:|updated? (?:at|on)\b.{0,30}\Z|filed under\b|reach the reporters?\b|like this:?\Z)",
    re.IGNORECASE,
)
# Of the kinds that a line of a pasted page can have, those that a line inside the marked report may be taken for. Menu
# words and tags are left out: there, "Weather" is a heading.
_KINDS = frozenset(
    (
        "advert,shortcode,comment link,video player,cookie note,related list,newsletter form,subscribe prompt,"
        "reader tools,footer,share bar,skip link,caption,byline"
    ).split(",")
)
_TIME_ONLY = re.compile(r"\W*\d\d?[:.h]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?\W*\Z")
_EDGE_BLOCKS = 4
_ENTRY_TAGS = frozenset(("article", "section", "div", "li"))
_ENTRIES_MIN = 3


def words_of(text: str) -> list[str]:
    """Give the words, lower case, without punctuation."""
    return _WORD.findall(text.lower())


def report_blocks(layout: Layout, extracted: str, titles: Sequence[str], *, live: bool = False) -> list[Block]:
    """Choose the blocks of the report.

    :param extracted: the text an extractor found, one block per line.
    :param titles: the wordings of the headline, which is no part of the text.
    :param live: the page calls itself a live blog, so its report is many entries of one make.
    :return: blocks in document order; empty when the extractor's text is not on the page.
    """
    blocks = layout.blocks
    grams = _grams(words_of(extracted))
    marks = marked_by(extracted, blocks)
    weights = [len(words_of(block.text)) if mark else 0 for block, mark in zip(blocks, marks, strict=True)]
    hidden = sum(weight for block, weight in zip(blocks, weights, strict=True) if block.box.hidden)
    if 2 * hidden < sum(weights):  # else the whole report waits for a script to show it
        weights = [0 if block.box.hidden else weight for block, weight in zip(blocks, weights, strict=True)]
    total = sum(weights)
    if not total:
        return []
    held = _held(layout, weights)
    container = _container(layout, held, total)
    entries = _entries(container, layout) if live else None
    inside, furniture = _zones(layout, held, total, entries or container, hidden=2 * hidden >= total)
    places = [index for index, weight in enumerate(weights) if (weight or entries) and blocks[index].box in inside]
    headlines = {" ".join(words_of(title)) for title in titles}
    unused = Counter(grams)
    chosen: list[Block] = []
    end: int | None = None
    credits: int | None = None
    after_lead = False
    for index in range(places[0], places[-1] + 1) if places else ():
        block = blocks[index]
        if block.box not in inside or block.box in furniture:
            continue
        if not weights[index] and (
            block.box.tag == "h1" or block.link_share > 0.5 or not (entries or _is_among_marked(block.box, held))
        ):
            continue
        lead = _is_list_lead(block)
        related = after_lead and block.box.tag == "li" and block.link_share > 0.9
        after_lead = lead or related
        if related or " ".join(words_of(block.text)) in headlines:
            continue
        if end is None and is_end(block):
            end = len(chosen)
        if is_credits(block):
            credits = len(chosen)
        if not _in_quotation(block.box) and _is_furniture_line(block):
            continue
        if live and (_TIME_ONLY.match(block.text) or date_line(block.text)):
            continue
        if weights[index] and not is_pull_quote(block.box) and _is_copy(block.text, unused):
            continue
        chosen.append(block)
    if not live:
        chosen = without_key_points(ended(chosen, end, credits), passes=_is_edge)
    return _without_edges(without_insets(chosen))


def marked_by(text: str, blocks: Sequence[Block]) -> list[bool]:
    """Mark the blocks that an extractor's text covers.

    Long blocks are found by their word 4-grams, short ones only as a line of their own; of several equal blocks the one
    nearest to other marked text is meant.
    """
    lines = Counter(" ".join(words_of(line)) for line in text.split("\n"))
    known = set(_grams(words_of(text)))
    marks = [False] * len(blocks)
    repeated: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        own = words_of(block.text)
        key = " ".join(own)
        if key and key in lines:
            repeated.setdefault(key, []).append(index)
        elif len(own) >= SHINGLE:
            grams = _grams(own)
            marks[index] = sum(gram in known for gram in grams) >= SHARE_MIN * len(grams)
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


def _grams(words: Sequence[str]) -> list[Gram]:
    return list(zip(*(words[i:] for i in range(SHINGLE)), strict=False))


def _distance(place: int, sure: Sequence[int]) -> int:
    at = bisect(sure, place)
    return min((abs(place - sure[i]) for i in (at - 1, at) if 0 <= i < len(sure)), default=0)


def _held(layout: Layout, weights: Sequence[int]) -> dict[Box, int]:
    """Count the marked words in each box."""
    held = {box: sum(weights[index] for index in box.own) for box in layout.boxes}
    for box in reversed(layout.boxes):
        if box.parent is not None:
            held[box.parent] += held[box]
    return held


def _container(layout: Layout, held: dict[Box, int], total: int) -> Box:
    big = [box for box in layout.boxes if held[box] >= CONTAINER_SHARE * total]
    return max(big, key=lambda box: box.depth)


def _entries(container: Box, layout: Layout) -> Box | None:
    """Give the box whose children are the entries of a live blog, where the container is one entry or is in one."""
    kinds: Counter[tuple[Box, str, str]] = Counter()
    for box in layout.boxes:
        if box.parent is not None and box.tag in _ENTRY_TAGS:
            kinds[box.parent, box.tag, box.names.split(" ")[0]] += 1
    entry = container
    while entry.parent is not None:
        if kinds[entry.parent, entry.tag, entry.names.split(" ")[0]] >= _ENTRIES_MIN:
            return entry.parent
        entry = entry.parent
    return None


def _zones(
    layout: Layout, held: dict[Box, int], total: int, container: Box, *, hidden: bool
) -> tuple[set[Box], set[Box]]:
    """Give the boxes inside the container, and those of them that are furniture.

    :param hidden: the report itself is hidden, so being hidden tells nothing.
    """
    inside: set[Box] = {container}
    furniture: set[Box] = set()
    for box in layout.boxes:
        if box.parent is None or box.parent not in inside:
            continue
        inside.add(box)
        small = held[box] <= FURNITURE_SHARE_MAX * total
        if box.parent in furniture or (small and (_named_furniture(box) or (box.hidden and not hidden))):
            furniture.add(box)
    return inside, furniture


def _named_furniture(box: Box) -> bool:
    if box.tag in _FURNITURE_TAGS:
        return True
    names = {part.lower() for part in _NAME_PARTS.findall(box.names)}
    return bool(names & _FURNITURE_NAMES) and not names & _EMBED_NAMES and box.tag != "blockquote"


def _is_among_marked(box: Box | None, held: dict[Box, int]) -> bool:
    """Tell whether a box, or one of the three around it, holds marked text."""
    for _ in range(4):
        if box is None:
            return False
        if held[box]:
            return True
        box = box.parent
    return False


def _in_quotation(box: Box | None) -> bool:
    """Tell whether a box stands in a quotation, an embedded post too; its last line says whose words they are."""
    for _ in range(3):
        if box is None or box.tag == "blockquote":
            return box is not None
        box = box.parent
    return False


def _is_list_lead(block: Block) -> bool:
    return len(block.text) < 160 and (
        _LIST_LEAD.match(block.text) is not None
        or (block.link_share > 0.6 and _LINK_LEAD.match(block.text) is not None)
    )


def _is_furniture_line(block: Block) -> bool:
    text = block.text
    if kind_of(text) in _KINDS:
        return True
    if block.link_share > 0.6 and (_LINK_LEAD.match(text) or (len(text) > 8 and text.isupper())):
        return True
    if block.link_share > 0.95 and len(text) > 120:
        return True  # a whole paragraph that is one link sells something
    return len(text) < 300 and _CLOSING.match(text) is not None


def _is_copy(text: str, unused: Counter[Gram]) -> bool:
    """Tell whether a block repeats marked text that stood before it; uses up its 4-grams."""
    grams = _grams(words_of(text))
    if len(grams) < 2 * SHINGLE:
        return False
    if sum(unused[gram] <= 0 and gram in unused for gram in grams) >= COPY_SHARE * len(grams):
        return True
    unused.subtract(gram for gram in grams if gram in unused)
    return False


def _without_edges(blocks: list[Block]) -> list[Block]:
    """Drop date lines, bylines and bare numbers at both ends, and headings that nothing follows."""
    edges = {*range(min(_EDGE_BLOCKS, len(blocks))), *range(max(0, len(blocks) - _EDGE_BLOCKS), len(blocks))}
    kept = [
        block
        for index, block in enumerate(blocks)
        if index not in edges or _in_quotation(block.box) or not _is_edge(block)
    ]
    while kept and kept[-1].box.tag in HEADINGS:
        kept.pop()
    return kept


def _is_edge(block: Block) -> bool:
    """Tell a date line, a byline, a writer with a role, or a number without any words, as a count of comments."""
    text = block.text
    return bool(date_line(text) or byline(text) or named_by_role((text,))) or not any(map(str.isalpha, text[:80]))
