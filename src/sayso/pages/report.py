"""Find the report among the paragraphs of a pasted page.

Each paragraph gets numbers that say how it looks and where it stands (length, sentence end, function words, list
bullet, what its own words say by ``furniture``, how much prose stands around it, how much of its vocabulary the rest
of the page shares); boosted
trees weigh them; ``sayso.pages.stretch`` chooses by that. The trees are in ``report_trees.json`` and come
from ``training/pasted.py``. Time is linear in the number of paragraphs.

After the shallow features of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features"
(WSDM 2010).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelMismatch
from sayso.pages.bylines import byline, is_bare_by
from sayso.pages.datelines import date_line
from sayso.pages.furniture import is_biography, kind_of
from sayso.pages.paragraphs import Paragraph

Array = NDArray[np.float64]

_SAMPLE = 1_500
"""Code points of a paragraph that are looked at for its densities; its length counts in whole."""

_FUNCTION_WORDS = frozenset(
    "the a an and or but of to in on at by for with from as that this these those it its is are was were be been has "
    "have had he she they we i you his her their our who which what when where while after before not no will would "
    "could should may can said says than then there into over about more also if so because up out".split()
)
_ADDRESS = frozenset("you your our us we here please click sign subscribe".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CAPITAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
_QUOTE = re.compile('[“”"«»]')
_DIGIT = re.compile(r"\d")
END = re.compile(r"[.!?…。！？][”’\"'»)\]]*\Z")
_END_WEAK = re.compile(r"[:;,—–-][”’\"'»)\]]*\Z")

FEATURES = (
    "bias", "words", "words_50", "prose", "sentence_end", "weak_end", "small_start", "capitals", "function_words",
    "address", "bullet", "cells", "repeated", "digits", "quotes", "link", "kind", "heading", "comments", "caption",
    "date", "biography", "shared_words", "prose_prev", "prose_next", "prose_prev_3", "prose_next_3", "prose_prev_8",
    "prose_next_8", "prose_before", "prose_after", "furniture_near", "since_heading", "since_comments",
    "since_footer", "since_date", "short_between", "short_run", "sure_between", "bullets_near", "prose_x_list",
    "byline", "words_prev", "words_next", "end_prev", "end_next", "kind_prev", "kind_next", "caption_next",
    "caption_near", "heading_prev", "date_next", "switches_near", "since_biography", "since_byline", "prose_share",
    "page_prose", "gap",
)  # fmt: skip


class Look(NamedTuple):
    """What one paragraph looks like by itself."""

    words: int
    kind: str | None
    dated: bool
    named: bool
    prose: bool
    row: tuple[float, ...]
    content: frozenset[str]


def look(paragraph: Paragraph) -> Look:
    """Take the features of one paragraph that need no neighbours."""
    text = paragraph.text
    sample = text if len(text) <= _SAMPLE else text[:_SAMPLE]
    tokens = _WORD.findall(sample)
    n = len(tokens)
    words = n if sample is text else text.count(" ") + 1
    low = [word.lower() for word in tokens]
    tail = text[-6:]
    end = END.search(tail) is not None
    kind = kind_of(text)
    dated = date_line(text) is not None
    named = byline(text) is not None or is_bare_by(text)
    biography = n > 5 and is_biography(text)
    functions = len([word for word in low if word in _FUNCTION_WORDS])
    prose = words >= 10 and end and functions >= 2 and kind is None and not dated and not named
    scale = 1.0 / max(1, n)
    row = (
        1.0,
        float(np.log1p(min(words, 400))),
        min(words, 50) / 50,
        float(prose),
        float(end),
        float(_END_WEAK.search(tail) is not None),
        float(text[0].islower()),
        len(_CAPITAL.findall(sample)) * scale if n > 2 else 0.5,
        functions * scale,
        len([word for word in low if word in _ADDRESS]) * scale,
        float(paragraph.bullet),
        float("\t" in sample),
        0.0,
        len(_DIGIT.findall(sample)) / len(sample),
        float(any(c in sample for c in '“”"«»')),
        float("http" in sample or "www." in sample or "@" in sample),
        float(kind is not None),
        float(kind == "related list"),
        float(kind == "comment link"),
        float(kind == "caption"),
        float(dated),
        float(biography),
    )
    return Look(words, kind, dated, named, prose, row, frozenset(word for word in low if len(word) >= 5))


def features(paragraphs: Sequence[Paragraph]) -> tuple[Array, list[Look]]:
    """Give the features of all paragraphs, shape ``(paragraphs, len(FEATURES))``, and each one's look."""
    seen: dict[tuple[str, bool], Look] = {}
    looks: list[Look] = []
    for paragraph in paragraphs:
        key = (paragraph.text, paragraph.bullet)
        known = seen.get(key)
        if known is None:
            known = seen[key] = look(paragraph)
        looks.append(known)
    count = len(looks)
    table = np.zeros((count, len(FEATURES)))
    own = len(looks[0].row) if looks else 0
    if not count:
        return table, looks
    table[:, :own] = [known.row for known in looks]
    times = Counter(paragraph.text for paragraph in paragraphs)
    table[:, FEATURES.index("repeated")] = [
        float(times[paragraph.text] > 1 and known.words > 2) for paragraph, known in zip(paragraphs, looks, strict=True)
    ]
    table[:, FEATURES.index("gap")] = [paragraph.gap for paragraph in paragraphs]
    _neighbours(table, looks)
    return table, looks


def _neighbours(table: Array, looks: list[Look]) -> None:
    def put(name: str, values: Any) -> None:
        table[:, FEATURES.index(name)] = values

    count = len(looks)
    prose = np.array([known.words if known.prose else 0 for known in looks], dtype=np.float64)
    is_prose = prose > 0
    total = np.concatenate([[0.0], np.cumsum(prose)])
    place = np.arange(count)

    def window(first: Any, last: Any, sums: Array = total) -> Array:
        return np.asarray(sums[np.clip(last, 0, count)] - sums[np.clip(first, 0, count)])

    put("prose_prev", np.log1p(window(place - 1, place)))
    put("prose_next", np.log1p(window(place + 1, place + 2)))
    put("prose_prev_3", np.log1p(window(place - 3, place)))
    put("prose_next_3", np.log1p(window(place + 1, place + 4)))
    put("prose_prev_8", np.log1p(window(place - 8, place)))
    put("prose_next_8", np.log1p(window(place + 1, place + 9)))
    put("prose_before", np.log1p(total[:-1]))
    put("prose_after", np.log1p(total[-1] - total[1:]))

    odd = np.array([known.kind is not None for known in looks], dtype=np.float64)
    odd_sums = np.concatenate([[0.0], np.cumsum(odd)])
    put("furniture_near", window(place - 4, place + 5, odd_sums) / 9)
    bullets = np.concatenate([[0.0], np.cumsum(table[:, FEATURES.index("bullet")])])
    put("bullets_near", window(place - 3, place + 4, bullets) / 7)

    put("since_heading", _fade([known.kind == "related list" for known in looks], is_prose, 6.0))
    put("since_comments", _fade([known.kind == "comment link" for known in looks], is_prose, 20.0))
    put("since_footer", _fade([known.kind == "footer" for known in looks], is_prose, 20.0))
    put("since_date", _fade([known.dated for known in looks], is_prose, 8.0))

    # A short line straight between two paragraphs of prose is a subhead or a short paragraph; in a run of short
    # lines it is a list.
    before = np.concatenate([[False], is_prose[:-1]])
    after = np.concatenate([is_prose[1:], [False]])
    between = before & after & ~is_prose
    put("short_between", between)
    run = np.zeros(count)
    start = 0
    for i in range(count + 1):
        if i == count or is_prose[i]:
            run[start:i] = min(i - start, 10) / 10
            start = i + 1
    put("short_run", run)
    put("sure_between", between & (odd == 0))

    def shifted(values: Any, by: int) -> Array:
        moved = np.zeros(count)
        if abs(by) >= count:
            return moved
        if by > 0:
            moved[:-by] = values[by:]
        else:
            moved[-by:] = values[:by]
        return moved

    def column(name: str) -> Array:
        return np.asarray(table[:, FEATURES.index(name)])

    named = np.array([known.named for known in looks], dtype=np.float64)
    put("byline", named)
    put("words_prev", shifted(column("words"), -1))
    put("words_next", shifted(column("words"), 1))
    put("end_prev", shifted(column("sentence_end"), -1))
    put("end_next", shifted(column("sentence_end"), 1))
    put("kind_prev", shifted(odd, -1))
    put("kind_next", shifted(odd, 1))
    put("caption_next", shifted(column("caption"), 1))
    captions = np.concatenate([[0.0], np.cumsum(column("caption"))])
    put("caption_near", window(place - 2, place + 4, captions) > 0)
    put("heading_prev", shifted(column("heading"), -1))
    put("date_next", window(place + 1, place + 4, np.concatenate([[0.0], np.cumsum(column("date"))])) > 0)
    switches = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(is_prose, prepend=False)))])
    put("switches_near", window(place - 4, place + 5, switches) / 9)
    put("since_biography", _fade([bool(known.row[21]) for known in looks], is_prose, 10.0))
    put("since_byline", _fade([known.named for known in looks], is_prose, 8.0))
    put("prose_share", total[:-1] / max(1.0, float(total[-1])))
    put("page_prose", np.log1p(total[-1]))
    put("prose_x_list", is_prose * table[:, FEATURES.index("since_heading")])

    spread: Counter[str] = Counter()
    for known in looks:
        if known.prose:
            spread.update(known.content)
    put("shared_words", [_shared(known, spread) for known in looks])


def _shared(known: Look, spread: Counter[str]) -> float:
    """Give the share of a paragraph's longer words that other prose of the page has too."""
    if not known.content:
        return 0.3
    floor = 1 if known.prose else 0
    return sum(spread[word] > floor for word in known.content) / len(known.content)


def _fade(marks: Sequence[bool], is_prose: NDArray[np.bool_], reach: float) -> Array:
    """Give 1 at each mark, fading after it; prose fades it faster, since a list ends where prose begins again."""
    values = np.zeros(len(marks))
    level = 0.0
    for i, mark in enumerate(marks):
        level = 1.0 if mark else level * (1 - (2.0 if is_prose[i] else 1.0) / reach)
        values[i] = level
    return values


class Trees(NamedTuple):
    """Boosted trees as arrays of shape ``(trees, nodes)``; a leaf is its own child."""

    base: float
    feature: NDArray[np.intp]
    threshold: Array
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: Array
    depth: int


def trees_from(data: dict[str, Any]) -> Trees:
    """Build the trees from the form that ``training/pasted.py`` writes.

    :raises sayso.errors.ModelMismatch: if they were made for other features.
    """
    if data["features"] != list(FEATURES):
        raise ModelMismatch("the trees for pasted pages were made for other features", hint="run training/pasted.py")
    size = max(len(tree["value"]) for tree in data["trees"])

    def rows(key: str, kind: Any) -> Any:
        table = np.zeros((len(data["trees"]), size), dtype=kind)
        for row, tree in zip(table, data["trees"], strict=True):
            row[: len(tree[key])] = tree[key]
        return table

    return Trees(
        float(data["base"]),
        rows("feature", np.intp),
        rows("threshold", np.float64),
        rows("left", np.intp),
        rows("right", np.intp),
        rows("value", np.float64),
        int(data["depth"]),
    )


@cache
def shipped_trees() -> Trees:
    """Read the trees that come with the package."""
    text = resources.files("sayso.pages").joinpath("report_trees.json").read_text("utf-8")
    return trees_from(json.loads(text))


def evidence(table: Array, trees: Trees) -> Array:
    """Give the log odds that each paragraph belongs to the report, shape ``(paragraphs,)``."""
    odds = np.empty(len(table))
    rows = np.arange(len(trees.feature))[None, :]
    for start in range(0, len(table), _CHUNK):  # so that memory stays flat on long pages
        part = table[start : start + _CHUNK]
        node = np.zeros((len(part), len(trees.feature)), dtype=np.intp)
        place = np.arange(len(part))[:, None]
        for _ in range(trees.depth):
            low = part[place, trees.feature[rows, node]] <= trees.threshold[rows, node]
            node = np.where(low, trees.left[rows, node], trees.right[rows, node])
        odds[start : start + _CHUNK] = trees.base + trees.value[rows, node].sum(axis=1)
    return odds


_CHUNK = 1024
"""Paragraphs weighed at a time."""
