"""What stands between a report's paragraphs without being one, and where the report ends.

Pull quotes, tables of figures, line-ups and betting advertisements inside it; a list of key points before it; what a
press release or an agency puts after it. Told by place, shape and wording, never by one site's names. Every rule is
linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from sayso.pages.blocks import HEADINGS, Block, Box
from sayso.pages.furniture_words import END, END_CHARS_MAX

PULL_WORDS_MAX = 60
_UNNAMED_WORDS_MIN = 10
PULL_SHARE = 0.6
"""A box named for it repeats this share of its runs of words from elsewhere in the report; editors change a word."""
ENDED_WORDS_MIN = 60
"""An end mark counts below so many words of report only."""
SIGNED_REST_MAX = 0.25
"""What follows an agency's credits is its own boilerplate if it is this small beside the report."""
LINE_UP_ITEMS_MIN = 7
_SHINGLE = 4
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"\A\W{0,2}[“\"„«‘'].{10,400}[”\"»’'“][.,]?\Z")
_PULL_NAME = re.compile(r"pull[\s_-]?(?:ed)?[\s_-]?quote|quote[\s_-]?pull|block[\s_-]?pull\b", re.IGNORECASE)
_CREDITS = re.compile(
    r"\W*(?:(?:additional|further) )?(?:reporting|writing) (?:and (?:writing|editing) )?by\b.{2,200};|"
    r"\W*editing by\b.{2,80}\Z",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…][”’\"')\]]*\Z")
_SENTENCE_WORDS_MIN = 6
_BETTING = re.compile(
    r"\A\W*(?:18|21)\s?\+(?=\W)|\b(?:gamble|bet) responsibly\b|\bgamble ?aware\b|\bT&Cs? apply\b|"
    r"\bwhen the fun stops\b",
    re.IGNORECASE,
)
_BETTING_CHARS_MAX = 240
_MARKS = re.compile('[“”"«»]')
_LINE_UP = re.compile(r"[^.:!?]{2,60}:\s")
_FORMATION = re.compile(r"\(\d(?:-\d){2,4}\)\s?:")


def is_end(block: Block) -> bool:
    """Tell the mark below which a press release has only notes and contacts."""
    return len(block.text) <= END_CHARS_MAX and END.match(block.text) is not None


def is_credits(block: Block) -> bool:
    """Tell an agency's credits, the last line of its report."""
    return len(block.text) <= 400 and _CREDITS.match(block.text) is not None


def is_pull_quote(box: Box | None) -> bool:
    """Tell by its name, or that of the boxes around it, a box that is made to repeat the report's words."""
    for _ in range(3):
        if box is None:
            return False
        if _PULL_NAME.search(box.names):
            return True
        box = box.parent
    return False


def ended(blocks: Sequence[Block], end: int | None, credits: int | None) -> list[Block]:
    """Cut off what follows the report's end.

    :param end: how many of the blocks stand above the first end mark; ``credits``: above the last credits.
    """
    before = [0]
    for block in blocks:
        before.append(before[-1] + len(_WORD.findall(block.text)))
    cut = len(blocks)
    if end is not None and before[end] >= ENDED_WORDS_MIN:
        cut = end
    if credits is not None and before[-1] - before[credits] <= SIGNED_REST_MAX * before[credits]:
        cut = min(cut, credits)
    return list(blocks[:cut])


def without_key_points(blocks: Sequence[Block], *, passes: Callable[[Block], bool]) -> list[Block]:
    """Drop a list of headlines before the first paragraph: it tells the report in short, as a standfirst does.

    A list of whole sentences stays; the benchmark counts those as the report's.

    :param passes: says of a block that it may stand between the headline and the report, such as a byline.
    """
    start = points = items = sentences = 0
    for index, block in enumerate(blocks):
        if block.box.tag == "li":
            points += len(_WORD.findall(block.text))
            items += 1
            sentences += _SENTENCE.search(block.text) is not None
            start = index + 1
        elif block.box.tag not in HEADINGS and not passes(block):
            break
    rest = sum(len(_WORD.findall(block.text)) for block in blocks[start:] if block.box.tag != "li")
    return list(blocks[start:]) if 2 * sentences <= items and rest >= 3 * points else list(blocks)


def without_insets(blocks: Sequence[Block]) -> list[Block]:
    """Drop tables of figures, line-ups, betting advertisements and pull quotes."""
    told = {table for block in blocks if (table := _table(block.box)) is not None and _is_told(block)}
    kept = [
        block
        for block in blocks
        if ((table := _table(block.box)) is None or table in told)
        and not _is_line_up(block.text)
        and not _is_betting(block.text)
    ]
    return _without_pull_quotes(kept)


def _table(box: Box | None) -> Box | None:
    while box is not None and box.tag != "table":
        box = box.parent
    return box


def _is_told(block: Block) -> bool:
    """Tell text that stands in a table for its looks from a row of figures."""
    long = len(_WORD.findall(block.text)) >= _SENTENCE_WORDS_MIN
    return block.box.tag in HEADINGS or block.box.tag == "blockquote" or (long and bool(_SENTENCE.search(block.text)))


def _is_line_up(text: str) -> bool:
    """Tell "Marling (4-4-2): Pike; Rusk, Odell, …": names and numbers after a colon, and no sentence."""
    lead = _LINE_UP.match(text) if len(text) <= 600 else None
    if lead is None:
        return False
    words = _WORD.findall(text[lead.end() :])
    items = len(re.findall("[,;]", text[lead.end() :])) + 1
    if items < LINE_UP_ITEMS_MIN or len(words) > 4 * items:
        return False
    named = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(named >= (0.8 if _FORMATION.search(lead.group()) else 0.95) * len(words))


def _is_betting(text: str) -> bool:
    return len(text) <= _BETTING_CHARS_MAX and _BETTING.search(text) is not None and not _MARKS.search(text)


def _without_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    asked = [_may_repeat(block) for block in blocks]
    if not any(asked):
        return list(blocks)
    words = [_WORD.findall(block.text.lower()) for block in blocks]
    seen = {n: Counter(gram for own in words for gram in _grams(own, n)) for n in range(2, _SHINGLE + 1)}
    kept = []
    for block, may, own in zip(blocks, asked, words, strict=True):
        n = min(_SHINGLE, len(own))
        if may and n >= 2:
            grams = Counter(_grams(own, n))
            again = sum(count for gram, count in grams.items() if seen[n][gram] > count)
            if again >= (PULL_SHARE if is_pull_quote(block.box) else 1.0) * grams.total():
                for size, counts in seen.items():
                    counts.subtract(_grams(own, size))
                continue
        kept.append(block)
    return kept


def _may_repeat(block: Block) -> bool:
    count = len(_WORD.findall(block.text)) if len(block.text) < 12 * PULL_WORDS_MAX else PULL_WORDS_MAX + 1
    if count > PULL_WORDS_MAX:
        return False
    if is_pull_quote(block.box):
        return True
    # Without such a name only a long one: a slogan may well be a paragraph of its own.
    return count >= _UNNAMED_WORDS_MIN and _QUOTED.match(block.text) is not None


def _grams(words: Sequence[str], n: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[i:] for i in range(n)), strict=False))
