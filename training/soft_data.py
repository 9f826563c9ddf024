"""A teacher's reading of a paragraph as an example for a student."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
from tokenizers import Tokenizer

from sayso.attributions.tokens import tokens_of
from training.data import NO_LINK, PIECES_MAX, Example, Marked, disturb
from training.soften import NOBODY, Soft


def soft_example(soft: Soft, tokenizer: Tokenizer, chance: random.Random) -> Example | None:
    """Turn words and links into an example; now and then in the marks or case of another newsroom.

    ``None`` for a paragraph that the student's tokenizer makes too long.
    """
    tokens = None
    text = disturb(Marked(soft.text, ()), chance).text
    for words in (text, soft.text):
        tokens = tokens_of(words, tokenizer.encode(words))
        if len(tokens) == len(soft.path):
            break
    if tokens is None or len(tokens) != len(soft.path) or len(tokens.pieces) > PIECES_MAX:
        return None
    contents, cues, sources = (_spans(soft.links[:, 2 * i : 2 * i + 2]) for i in range(3))
    cue_of = [cues.get((int(row[2]), int(row[3])), NO_LINK) for row in soft.links]
    source_of = [len(sources)] * len(cues)
    for row, cue in zip(soft.links, cue_of, strict=True):
        if cue != NO_LINK and row[4] != NOBODY:
            source_of[cue] = sources[int(row[4]), int(row[5])]
    held = Example(
        tokens,
        soft.path.astype(np.int64),
        cues=_array(cues),
        contents=_array(contents),
        sources=_array(sources),
        content_cue=np.asarray(cue_of, dtype=np.int64),
        cue_source=np.asarray(source_of, dtype=np.int64),
    )
    return replace(held, soft=soft.chances.astype(np.float32) / 255)


def _spans(rows: np.ndarray) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    for first, last in rows:
        if first != NOBODY:
            found.setdefault((int(first), int(last)), len(found))
    return found


def _array(spans: dict[tuple[int, int], int]) -> np.ndarray:
    return np.asarray(list(spans), dtype=np.int64).reshape(-1, 2)
