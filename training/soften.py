"""A trained tagger's opinion of unlabelled articles, kept for a smaller one to learn from.

    python -m training.soften --articles DATA/corpus/articles.jsonl.gz --model src/sayso/models/accurate --out runs/soft

Writes one ``NNNN.npz`` for every 500 articles; a stopped run goes on with the next file. Each file holds, for every
paragraph, its text, the teacher's probability of each tag at each word (over all legal sequences, in 255ths), its best
legal sequence, and its links. Words are the tokenizer's own, so a student with a smaller vocabulary has the same ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from sayso.attributions.decode import closed, posteriors_each, spans_of, viterbi_each
from sayso.attributions.link import link
from sayso.attributions.tagger import PIECES_MAX, OnnxTagger, Tagged
from sayso.paragraphs import paragraphs_of

SHARD = 500
"""Articles in a file."""
WORDS_MIN = 4
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Soft:
    """One paragraph as the teacher reads it.

    :param chances: uint8, shape (words, tags); 255ths of a probability.
    :param path: uint8, shape (words,); the best legal tags.
    :param links: int16, shape (contents, 6): first and last word of content, cue and source; ``NOBODY`` for none.
    """

    text: str
    chances: np.ndarray
    path: np.ndarray
    links: np.ndarray


def soft(text: str, tagged: Tagged, moves: np.ndarray) -> Soft:
    """Decode one paragraph."""
    path = viterbi_each([tagged.scores], moves)[0]
    chances = posteriors_each([tagged.scores], moves)[0]
    rows = []
    if path.any():
        spans = spans_of(path, chances)

        def words_of(span: object) -> str:
            return text[tagged.tokens.spans[span.first, 0] : tagged.tokens.spans[span.last, 1]]  # type: ignore[attr-defined]

        for linked in link(spans, tagged.links, words_of):
            for content in linked.contents:
                row = []
                for span in (content, linked.cue, linked.source):
                    row += [NOBODY, NOBODY] if span is None else [span.first, span.last]
                rows.append(row)
    return Soft(
        text,
        np.rint(chances * 255).astype(np.uint8),
        path.astype(np.uint8),
        np.asarray(rows, dtype=np.int16).reshape(-1, 6),
    )


def save(path: Path, rows: list[Soft]) -> None:
    texts = [row.text.encode("utf8") for row in rows]
    part = path.with_suffix(".part.npz")
    np.savez_compressed(
        part,
        texts=np.frombuffer(b"".join(texts), dtype=np.uint8),
        text_ends=np.cumsum([len(text) for text in texts]),
        chances=np.concatenate([row.chances for row in rows]),
        path=np.concatenate([row.path for row in rows]),
        word_ends=np.cumsum([len(row.path) for row in rows]),
        links=np.concatenate([row.links for row in rows]),
        link_ends=np.cumsum([len(row.links) for row in rows]),
    )
    part.replace(path)


def load_soft(path: Path) -> list[Soft]:
    """Read one file back."""
    with np.load(path) as held:
        blob, chances, tags, links = held["texts"].tobytes(), held["chances"], held["path"], held["links"]
        ends = [(0, 0, 0), *zip(held["text_ends"], held["word_ends"], held["link_ends"], strict=True)]
    return [
        Soft(blob[a[0] : b[0]].decode("utf8"), chances[a[1] : b[1]], tags[a[1] : b[1]], links[a[2] : b[2]])
        for a, b in pairwise(ends)
    ]


def articles(path: Path) -> Iterator[str]:
    """Give the texts of a ``.jsonl`` or ``.jsonl.gz`` file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, help="one article a line, with its text")
    parser.add_argument("--model", type=Path, required=True, help="the teacher's folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    teacher = OnnxTagger(options.model, threads=options.threads)
    moves = closed(teacher.moves)
    texts = articles(options.articles)
    for number in range(10_000):
        some = list(islice(texts, SHARD))
        if not some:
            break
        target = options.out / f"{number:04}.npz"
        if target.exists():
            continue
        rows = []
        for text in some:
            parts = [span.of(text) for span in paragraphs_of(text)]
            for part, tokens in zip(parts, teacher.tokens(parts), strict=True):
                if len(tokens) >= WORDS_MIN and len(tokens.pieces) <= PIECES_MAX:
                    rows.append(soft(part, teacher.tag(tokens), moves))
        save(target, rows)
        print(f"{target}: {len(rows)} paragraphs, {sum(len(r.path) for r in rows)} words", flush=True)


if __name__ == "__main__":
    main()
