"""PolNeAR articles to tagged paragraphs, and the marks of the web put into them.

An example is one paragraph (a line of the article). Every PolNeAR attribution but about one in a hundred lies
within one, and a paragraph is what the tagger reads at once. Where the corpus does reach over a
line, the pieces of the other lines keep their tags and lose their link.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.attributions.tags import BEGIN, END, INSIDE, OUTSIDE, ROLES, SINGLE, tag
from sayso.attributions.tokens import Tokens, tokens_of

PIECES_MAX = 320
NO_LINK = -1


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with its gold spans: (start, end, role, group); the spans of one attribution share a group."""

    text: str
    spans: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A tagged paragraph.

    :param tags: int64, shape (words,).
    :param cues, contents, sources: int64, shape (n, 2); first and last word of each gold span.
    :param content_cue: int64, shape (contents,); index into ``cues`` or ``NO_LINK``.
    :param cue_source: int64, shape (cues,); index into ``sources``, or ``len(sources)`` for a cue without a source.
    :param soft: float32, shape (words, tags); a teacher's probabilities, if it has one.
    """

    tokens: Tokens
    tags: np.ndarray
    cues: np.ndarray
    contents: np.ndarray
    sources: np.ndarray
    content_cue: np.ndarray
    cue_source: np.ndarray
    soft: np.ndarray | None = None


def load(path: Path) -> list[list[Marked]]:
    """Read a PolNeAR JSONL file; one list of paragraphs an article."""
    with path.open(encoding="utf8") as lines:
        return [paragraphs(json.loads(line)) for line in lines]


def paragraphs(row: dict) -> list[Marked]:
    """Cut one article at its line breaks; spans keep to the line that they begin in."""
    text = row["text"]
    out = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if not line.strip():
            continue
        base, stop = match.span()
        spans = [
            (start - base, min(end, stop) - base, role, group)
            for group, attribution in enumerate(row["attributions"])
            for role, name in enumerate(ROLES)
            for start, end in attribution.get(name) or ()
            if base <= start < stop
        ]
        out.append(Marked(line, tuple(spans)))
    return out


# Swaps of marks, one per code point so that they keep the length: what other newsrooms and content systems do to them.
STYLES: tuple[dict[str, str], ...] = (
    {"“": '"', "”": '"', "’": "'", "‘": "'"},
    {"“": "‘", "”": "’"},
    {"“": "'", "”": "'", "’": "'"},
    {"“": "«", "”": "»"},
    {"“": "„", "”": "“"},
    {"“": "”"},
    {"”": "“"},
)


def curl(text: str) -> str:
    """Turn straight double marks into curly ones, by the white space before them; keeps the length."""
    text = re.sub(r"(?<!\S)\"|(?<=[(\[—–])\"", "“", text)
    return text.replace('"', "”")


def disturb(marked: Marked, chance: random.Random) -> Marked:
    """Give a paragraph the marks, gaps or case of another newsroom, in a third of cases; its spans move along."""
    roll = chance.random()
    if roll > 0.36:
        return marked
    text = marked.text
    if roll < 0.20:
        text = curl(text)
        if roll < 0.17:
            style = chance.choice(STYLES)
            text = "".join(style.get(c, c) for c in text)
        return Marked(text, marked.spans)
    if roll < 0.22:
        return Marked(text.upper() if len(text.upper()) == len(text) else text, marked.spans)
    if roll < 0.24:
        return Marked(text.lower() if len(text.lower()) == len(text) else text, marked.spans)
    places = [m.start() for m in re.finditer(r"[\"“”]", text)]
    if not places:
        return marked
    place = chance.choice(places)
    if roll > 0.30 and place and text[place - 1] == " ":
        return cut(marked, place - 1)
    return cut(marked, place)


def cut(marked: Marked, place: int) -> Marked:
    """Take one code point out."""

    def moved(offset: int) -> int:
        return offset - (offset > place)

    spans = [(moved(s), moved(e), role, group) for s, e, role, group in marked.spans]
    return Marked(marked.text[:place] + marked.text[place + 1 :], tuple(s for s in spans if s[0] < s[1]))


def example(marked: Marked, tokenizer: Tokenizer) -> Example | None:
    """Tag the words of a paragraph; ``None`` for one without a word. Words past ``PIECES_MAX`` pieces are left off."""
    tokens = tokens_of(marked.text, tokenizer.encode(marked.text))
    if not len(tokens):
        return None
    if len(tokens.pieces) > PIECES_MAX:
        words = int(np.searchsorted(tokens.first, PIECES_MAX - 1))
        pieces = tokens.pieces[:PIECES_MAX].copy()
        pieces[-1] = tokens.pieces[-1]
        shapes = tokens.shapes[:PIECES_MAX].copy()
        shapes[-1] = 0
        tokens = Tokens(pieces, shapes, tokens.first[:words], tokens.spans[:words])
    tags = np.full(len(tokens), OUTSIDE, dtype=np.int64)
    found: list[list[tuple[int, int]]] = [[], [], []]
    groups: list[list[int]] = [[], [], []]
    shared: dict[tuple[int, int, int], int] = {}
    links: list[tuple[int, int]] = []  # (index into sources, group)
    starts, ends = tokens.spans[:, 0], tokens.spans[:, 1]
    for start, end, role, group in sorted(marked.spans, key=lambda span: (span[2], span[0], -span[1])):
        a = int(np.searchsorted(ends, start, side="right"))
        b = int(np.searchsorted(starts, end, side="left")) - 1
        if a > b:
            continue
        known = shared.get((a, b, role))
        if known is not None and role == 0:
            links.append((known, group))
            continue
        if (tags[a : b + 1] != OUTSIDE).any():
            continue
        shared[a, b, role] = len(found[role])
        if role == 0:
            links.append((len(found[0]), group))
        found[role].append((a, b))
        groups[role].append(group)
        tags[a : b + 1] = tag(role, INSIDE)
        tags[a], tags[b] = tag(role, BEGIN), tag(role, END)
        if a == b:
            tags[a] = tag(role, SINGLE)
    cue_of = {group: index for index, group in enumerate(groups[1])}
    source_of = {group: index for index, group in reversed(links)}

    def array(values: list[tuple[int, int]]) -> np.ndarray:
        return np.asarray(values, dtype=np.int64).reshape(-1, 2)

    return Example(
        tokens,
        tags,
        cues=array(found[1]),
        contents=array(found[2]),
        sources=array(found[0]),
        content_cue=np.asarray([cue_of.get(g, NO_LINK) for g in groups[2]], dtype=np.int64),
        cue_source=np.asarray([source_of.get(g, len(found[0])) for g in groups[1]], dtype=np.int64),
    )


def batches(examples: list[Example], size_pieces: int, chance: random.Random) -> list[list[Example]]:
    """Group examples of like length, at most ``size_pieces`` padded pieces a batch, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.tokens.pieces) + chance.random() * 8)
    out: list[list[Example]] = [[]]
    for item in ordered:
        longest = max(len(item.tokens.pieces), *(len(e.tokens.pieces) for e in out[-1])) if out[-1] else 0
        if out[-1] and longest * (len(out[-1]) + 1) > size_pieces:
            out.append([])
        out[-1].append(item)
    chance.shuffle(out)
    return out
